"""Where a name does not follow the rule, and why. Keep it short: every entry is something users must learn."""

from __future__ import annotations

SCHEDULE = ("ScheduleSpec", "ScheduleUpdate")
SCHEDULE_STEPS = ("parts", "location", "enable", "fast_backup")

#: Not to be had outside Rust, with the reason.
RUST_ONLY = {
    "CancelToken::new": "constructors are named by each language",
    "Config::new": "a config is the parameters of the client's constructor in C and Python",
    "CreateCopyJob::enabled": "builder step; C has set_is_enabled, Python the keyword is_enabled",
    "Dialect::from_number": "C takes the number itself, Python the number or the name",
    "Dialect::has_": "internal",
    "Error::during": "for the authors of bindings",
    "Error::remedied": "for the authors of bindings",
    "ErrorKind::code": "the number is the bkj_status in C; Python has classes",
    "Error::new": "callbacks raise their own errors in Python; C has bkj_error_new",
    "Links::iter": "C has len, name_at and href_at; Python a dict",
    "Links::href": "a dict in Python",
    "Links::id": "a dict in Python",
    "Policy::new": "options have a constructor in C and are keywords in Python",
    "RunRef::new": "two texts beside each other in C, a pair or a run in Python",
    "Run::new": "for runs kept by the caller",
    "Job::new": "for jobs kept by the caller",
    "Secret::is_empty": "secrets are plain texts on the way in and cannot be read back",
    "Secret::new": "secrets are plain texts on the way in and cannot be read back",
    "Time::new": "times come from servers; C has bkj_time_unix_ms",
    "Time::raw": "the raw text is the accessor itself in C, and …_raw in Python",
    "Time::at": "bkj_time_unix_ms in C, a datetime in Python",
    "Trust::pin": "the text is a setting in C and Python",
    "ExecutionStatus::as_str": "the word itself in C and Python",
    "BackupRequest::parts": "builder step for the field of that name",
    "BackupRequest::encrypted": "builder step for backup_password",
    "BackupRequest::credentials": "builder step for location_user and location_password",
    "BackupRequest::comment": "builder step for the field of that name",
    "BackupRequest::fast_backup": "builder step for the field of that name",
    "BackupRequest::at": "C and Python are told the type",
    "RestoreRequest::at": "C and Python are told the type",
    "LocationType::of_url": "C and Python are told the type",
    "Location::credentials": "builder step for location_user and location_password",
    "ArchiveQuery::since": "builder step for start_timestamp",
    "ArchiveQuery::until": "builder step for end_timestamp",
    "ArchiveQuery::comment": "builder step for comment_substring",
    "ArchiveQuery::newest": "builder step for max_results",
    "RecurrenceInfo::days": "builder step for the field of that name",
    "RestoreRequest::parts": "builder step for the field of that name",
    "RestoreRequest::encrypted": "builder step for backup_password",
    "RestoreRequest::credentials": "builder step for location_user and location_password",
    "RestoreRequest::sso_admin": "builder step for sso_admin_user_name and sso_admin_user_password",
    **{f"{what}::{field}": "builder step for the field of that name" for what in SCHEDULE for field in SCHEDULE_STEPS},
    **{f"{what}::encrypted": "builder step for backup_password" for what in SCHEDULE},
    **{f"{what}::credentials": "builder step for location_user and location_password" for what in SCHEDULE},
    **{f"{what}::recurring": "builder step for recurrence_info" for what in SCHEDULE},
    **{f"{what}::keeping": "builder step for retention_info" for what in SCHEDULE},
    "JobQuery::active": "builder step for is_active",
    "JobQuery::of_type": "builder step for job_type",
    "JobQuery::page": "builder step for page and page_size",
    "RetryPolicy::none": "C has set_retry_none",
}

POLICY = ("disabled_ok", "max_age", "max_running", "now")
TRUST = ("ca_file", "ca_pem", "pin", "insecure")

#: Rust name → C functions, all of which must be there.
C = {
    "Error::is_retryable": ["bkj_error_is_retryable"],
    "Error::retry_after": ["bkj_error_retry_after_ms"],
    "teradata::Config.token": ["bkj_teradata_new", "bkj_teradata_new_with_callback"],
    "vcenter::Config.dialect": ["bkj_vcenter_new_with"],
    "vcenter::Config.login": ["bkj_vcenter_new_with"],
    "ClientOptions.trust": [f"bkj_client_options_set_trust_{how}" for how in ("system", *TRUST)],
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
    "TokenSource::callback": ["bkj_teradata_new_with_callback"],
}

#: Parameters that have another name than the Rust field: C, Python.
PARAMETER = {"veeam::Config.dialect": ("version", "version")}

#: Rust name → Python: (class or "", member or function), or ("class", "function(parameter)").
PYTHON = {
    "Error::is_retryable": [("BackupJobsError", "retryable")],
    "ErrorKind::name": [("BackupJobsError", "kind")],
    "ErrorKind::remedy": [("BackupJobsError", "remedy")],
    "TokenSource::callback": [("TeradataClient", "__new__(token)")],
    "ClientOptions.trust": [("VeeamClient", f"__new__({how})") for how in TRUST],
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
    "ExploreOptions::at": [("VeeamExploreOptions", "__new__(datetime)")],
    "CancelToken::with_probe": [],  # Ctrl-C is looked for by itself.
    "RetryPolicy::none": [("RetryPolicy", "none()")],
}

#: Rust structs that are the keywords of a Python function.
KEYWORDS = {
    "StartOptions": ("Server", "start"),
    "WaitOptions": ("Server", "wait"),
    "teradata::JobQuery": ("TeradataClient", "jobs"),
    "vcenter::ArchiveQuery": ("VcenterClient", "archives"),
    "vcenter::RestoreRequest": ("VcenterClient", "validate_restore"),
    "vcenter::ScheduleSpec": ("VcenterClient", "create_schedule"),
    "vcenter::ScheduleUpdate": ("VcenterClient", "update_schedule"),
    "veeam::CreateCopyJob": ("VeeamClient", "create_copy_job"),
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
    ("vcenter.detect", "vcenter::detect", "bkj_vcenter_detect", "vcenter.detect"),
]

#: What a client has besides its operations: nothing that a scenario could prove by itself.
NO_OPERATION = {
    "new": "opens nothing on the server",
    "url": "reads a setting",
    "dialect": "reads a setting",
    "site_id": "reads a setting",
    "system": "reads a setting",
    "server": "every scenario of the common model goes through it",
    "with_cancel": "common/cancelled goes through it",
}
