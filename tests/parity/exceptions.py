"""Where a name does not follow the rule, and why. Keep it short: every entry is something users must learn."""

from __future__ import annotations

#: Not to be had outside Rust, with the reason.
RUST_ONLY = {
    "CancelToken::new": "constructors are named by each language",
    "Config::new": "a config is the parameters of the client's constructor in C and Python",
    "Dialect::from_number": "C takes the number itself, Python the number or the name",
    "Dialect::has_": "internal",
    "Dialect::deprecation": "told through the log, and as a warning in Python",
    "Error::during": "for the authors of bindings",
    "Error::remedied": "for the authors of bindings",
    "ErrorKind::code": "the number is the bkj_status in C; Python has classes",
    "Secret::from_command_unless": "for the authors of bindings: Ctrl-C",
    "Client::close_unless": "for the authors of bindings: Ctrl-C",
    "Server::close_unless": "for the authors of bindings: Ctrl-C",
    "Error::new": "callbacks raise their own errors in Python; C has bkj_error_new",
    "Links::iter": "C has len, name_at and href_at; Python a dict",
    "Links::href": "a dict in Python",
    "Links::id": "a dict in Python",
    "Policy::new": "options have a constructor in C and are keywords in Python",
    "RunRef::new": "two texts beside each other in C, a pair or a run in Python",
    "Run::new": "for runs kept by the caller",
    "Job::new": "for jobs kept by the caller",
    "Secret::expose": "bkj_secret_value in C, whose calls take texts; never out of Python",
    "Secret::is_empty": "secrets are plain texts on the way in and cannot be read back",
    "Secret::new": "secrets are plain texts on the way in and cannot be read back",
    "Time::new": "times come from servers; C has bkj_time_unix_ms",
    "Time::raw": "the raw text is the accessor itself in C, and …_raw in Python",
    "Time::at": "bkj_time_unix_ms in C, a datetime in Python",
    "Trust::pin": "the text is a setting in C and Python",
    "ExecutionStatus::as_str": "the word itself in C and Python",
    "BackupRequest::at": "C and Python are told the type",
    "RestoreRequest::at": "C and Python are told the type",
    "LocationType::of_url": "C and Python are told the type",
    "RetryPolicy::none": "C has set_retry_none",
    "Config::lake": "a constructor of the client: bkj_teradata_new_lake() in C, account_id= in Python",
    "DatabaseCredentials::new": "user and password stand beside each other in C and Python",
}

POLICY = ("disabled_ok", "max_age", "max_running", "now")
TRUST = ("ca_file", "ca_pem", "pin", "insecure")
CLIENT_CREDENTIALS = ("token_url", "client_id", "client_secret", "scope")
LAKE_JWT = ("personal_access_token", "private_key", "key_name", "username", "organization")

#: Rust name → C functions, all of which must be there.
C = {
    "Error::is_retryable": ["bkj_error_is_retryable"],
    "Error::retry_after": ["bkj_error_retry_after_ms"],
    "teradata::Config.token": ["bkj_teradata_new", "bkj_teradata_new_with_callback"],
    "vcenter::Config.dialect": ["bkj_vcenter_new_with"],
    "vcenter::Config.login": ["bkj_vcenter_new_with"],
    "ClientOptions.trust": [f"bkj_client_options_set_trust_{how}" for how in ("system", *TRUST, "known_hosts")],
    "ClientOptions.proxy": [f"bkj_client_options_set_proxy_{how}" for how in ("environment", "none", "url")],
    "Proxy::url": ["bkj_client_options_set_proxy_url"],
    "Log::new": ["bkj_client_options_set_log"],
    "ClientOptions.retry": ["bkj_client_options_set_retry_none"],
    "RetryPolicy.attempts": ["bkj_client_options_set_retry_attempts"],
    "RetryPolicy.total": ["bkj_client_options_set_retry_total_ms"],
    "RetryPolicy.base": ["bkj_client_options_set_retry_base_ms"],
    "RetryPolicy.cap": ["bkj_client_options_set_retry_cap_ms"],
    "Policy::warnings_ok": ["bkj_policy_set_warnings_ok"],
    "Policy::disabled_ok": ["bkj_policy_set_disabled_ok"],
    "Policy::max_age": ["bkj_policy_set_max_age_ms"],
    "Policy::max_running": ["bkj_policy_set_max_running_ms"],
    "Policy::now": ["bkj_policy_set_now"],
    "Policy.now": ["bkj_policy_set_now"],
    "RunRef.job": ["bkj_server_wait_all"],
    "RunRef.run": ["bkj_server_wait_all"],
    "ErrorKind::name": ["bkj_status_name"],
    "ErrorKind::remedy": ["bkj_status_remedy"],
    "TokenSource::callback": ["bkj_teradata_new_with_callback", "bkj_teradata_token_source_callback"],
    "teradata::Config.dialect": ["bkj_teradata_new_lake", "bkj_teradata_dialect"],
    "teradata::Config.account_id": ["bkj_teradata_new_lake"],
    "teradata::Config.allow_unverified": ["bkj_teradata_new_lake"],
    "DatabaseCredentials.username": ["bkj_teradata_restore_request_new"],
    "DatabaseCredentials.password": ["bkj_teradata_restore_request_new"],
    "teradata::RestoreRequest.objects": [f"bkj_teradata_restore_request_add_{what}" for what in ("object", "backup_object")],
    **{f"TokenCommand.{name}": ["bkj_teradata_token_source_command"] for name in ("argv", "timeout")},
    "TokenCommand::new": ["bkj_teradata_token_source_command"],
    "ClientCredentials::new": ["bkj_teradata_token_source_client_credentials"],
    **{f"ClientCredentials.{name}": ["bkj_teradata_token_source_client_credentials"] for name in CLIENT_CREDENTIALS},
    "RestorePermissionsRequest.members": ["bkj_teradata_restore_permissions_request_set_members_json"],
    "LakeJwt::new": ["bkj_teradata_token_source_lake_jwt"],
    **{f"LakeJwt.{name}": ["bkj_teradata_token_source_lake_jwt"] for name in LAKE_JWT},
    "LakeJwt.organization_claim": ["bkj_teradata_token_source_set_organization_claim"],
    "LakeJwt.lifetime": ["bkj_teradata_token_source_set_lifetime_ms"],
}

#: Parameters that have another name than the Rust field: C, Python.
PARAMETER = {"veeam::Config.dialect": ("version", "version")}

#: Rust name → Python: (class or "", member or function), or ("class", "function(parameter)").
PYTHON = {
    "Error::is_retryable": [("BackupJobsError", "retryable")],
    "ErrorKind::name": [("BackupJobsError", "kind")],
    "ErrorKind::remedy": [("BackupJobsError", "remedy")],
    "TokenSource::callback": [("TeradataClient", "__new__(token)")],
    "ClientOptions.trust": [("VeeamClient", f"__new__({how})") for how in (*TRUST, "known_hosts")],
    "Log::new": [("VeeamClient", "__new__(log)"), ("TeradataClient", "__new__(log)"), ("VcenterClient", "__new__(log)")],
    "Proxy::url": [("VeeamClient", "__new__(proxy)")],  # "" is none, and not given the environment's.
    "ClientOptions.retry": [("VeeamClient", "__new__(retries)")],
    "Policy::warnings_ok": [("", "verdict(warnings_ok)"), ("Run", "verdict(warnings_ok)")],
    "Policy.warnings_ok": [("", "verdict(warnings_ok)"), ("Run", "verdict(warnings_ok)")],
    **{f"Policy::{name}": [("Server", f"check({name})"), ("Server", f"check_all({name})")] for name in POLICY},
    **{f"Policy.{name}": [("Server", f"check({name})"), ("Server", f"check_all({name})")] for name in POLICY},
    "RunRef.job": [("Server", "wait_all(runs)")],
    "RunRef.run": [("Server", "wait_all(runs)")],
    "Verdict::of": [("", "verdict()"), ("Run", "verdict()")],
    "ScheduleSpec::new": [("VcenterClient", "create_schedule()")],
    "ScheduleUpdate::new": [("VcenterClient", "update_schedule()")],
    "vcenter::RestoreRequest::new": [("VcenterClient", "validate_restore()")],
    "CreateCopyJob::new": [("VeeamClient", "create_copy_job()")],
    "CreateJob::new": [("VeeamClient", "create_job()")],
    "ExploreOptions::at": [("VeeamExploreOptions", "__new__(datetime)")],
    "CancelToken::with_probe": [],  # Ctrl-C is looked for by itself.
    "RetryPolicy::none": [("RetryPolicy", "none()")],
    "teradata::Config.dialect": [("TeradataClient", "__new__(account_id)"), ("TeradataClient", "__new__(site_id)")],
    "TokenSource::basic": [("TeradataBasic", "__new__(password)")],
    "RestoreRequest::new": [("TeradataClient", "create_restore()")],
    "teradata::RestoreRequest.credentials": [("TeradataClient", "create_restore(username)")],
    "RestorePermissionsRequest.credentials": [("TeradataClient", "restore_permissions(username)")],
    "DatabaseCredentials.username": [("TeradataClient", "create_restore(username)")],
    "DatabaseCredentials.password": [("TeradataClient", "create_restore(password)")],
}

#: Rust structs that are the keywords of a Python function.
KEYWORDS = {
    "StartOptions": ("Server", "start"),
    "WaitOptions": ("Server", "wait"),
    "teradata::JobQuery": ("TeradataClient", "jobs"),
    "teradata::RestoreRequest": ("TeradataClient", "create_restore"),
    "teradata::RestorePermissionsRequest": ("TeradataClient", "restore_permissions"),
    "teradata::TokenCommand": ("TeradataTokenCommand", "__new__"),
    "teradata::ClientCredentials": ("TeradataClientCredentials", "__new__"),
    "teradata::LakeJwt": ("TeradataLakeJwt", "__new__"),
    "vcenter::ArchiveQuery": ("VcenterClient", "archives"),
    "vcenter::RestoreRequest": ("VcenterClient", "validate_restore"),
    "vcenter::ScheduleSpec": ("VcenterClient", "create_schedule"),
    "vcenter::ScheduleUpdate": ("VcenterClient", "update_schedule"),
    "veeam::CreateCopyJob": ("VeeamClient", "create_copy_job"),
    "veeam::EditCopyJob": ("VeeamClient", "edit_copy_job"),
    "veeam::CopyJobQuery": ("VeeamClient", "iter_copy_jobs"),
    "veeam::CreateJob": ("VeeamClient", "create_job"),
    "veeam::EditJob": ("VeeamClient", "edit_job"),
    "veeam::JobQuery": ("VeeamClient", "iter_jobs"),
    "veeam::LogItemQuery": ("VeeamClient", "iter_log_items"),
    "veeam::OrganizationQuery": ("VeeamClient", "iter_organizations"),
    "veeam::RepositoryQuery": ("VeeamClient", "iter_repositories"),
    "veeam::RestoreSessionQuery": ("VeeamClient", "iter_restore_sessions"),
    "veeam::SessionQuery": ("VeeamClient", "iter_job_sessions"),
    "ClientOptions": ("VeeamClient", "__new__"),
    "veeam::Config": ("VeeamClient", "__new__"),
    "teradata::Config": ("TeradataClient", "__new__"),
    "vcenter::Config": ("VcenterClient", "__new__"),
}

#: Secrets: to be given, never to be read.
WRITE_ONLY = {
    "vcenter::BackupRequest.backup_password",
    "vcenter::BackupRequest.location_password",
    "vcenter::Location.location_password",
}

#: Operations that are not methods of a client or server: name in the scenarios, Rust, C, Python.
OTHER_OPERATIONS = [
    ("server.verdict", "Verdict::of", "bkj_verdict_of", "Run.verdict"),
    ("veeam.detect", "veeam::detect", "bkj_veeam_detect", "veeam.detect"),
    ("vcenter.detect", "vcenter::detect", "bkj_vcenter_detect", "vcenter.detect"),
]

#: What a client has besides its operations: nothing that a scenario could prove by itself.
NO_OPERATION = {
    "new": "opens nothing on the server",
    "url": "reads a setting",
    "dialect": "reads a setting",
    "site_id": "reads a setting",
    "account_id": "reads a setting",
    "system": "reads a setting",
    "server": "every scenario of the common model goes through it",
    "with_cancel": "common/cancelled goes through it",
    "close_unless": "close goes through it",
}
