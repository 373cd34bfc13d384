//! Every guess about Teradata BaaS, as a table. The vendor documents names, types and success codes; nearly everything
//! else is a choice made here.

use crate::knobs::{Fidelity, Knob};

const fn guess(
    name: &'static str,
    default: &'static str,
    values: &'static [&'static str],
    about: &'static str,
) -> Knob {
    Knob { name, default, values, fidelity: Fidelity::Guessed, about }
}

const fn seen(name: &'static str, default: &'static str, values: &'static [&'static str], about: &'static str) -> Knob {
    Knob { name, default, values, fidelity: Fidelity::Seen, about }
}

const fn documented(
    name: &'static str,
    default: &'static str,
    values: &'static [&'static str],
    about: &'static str,
) -> Knob {
    Knob { name, default, values, fidelity: Fidelity::Documented, about }
}

/// The knobs of this room.
pub const KNOBS: &[Knob] = &[
    // Tokens and errors.
    guess(
        "teradata.token_lifetime_s",
        "0",
        &[],
        "Virtual seconds a bearer token lives (0: for ever); then a new one becomes the current one.",
    ),
    guess(
        "teradata.unauthorized_status",
        "401",
        &["401", "403"],
        "Status for a missing, unknown, revoked or expired bearer token.",
    ),
    guess(
        "teradata.unknown_site_status",
        "404",
        &["404", "403"],
        "Status for a site or account the caller does not have.",
    ),
    guess("teradata.bad_job_id_status", "400", &["400", "404"], "Status for a job id that is no integer."),
    guess(
        "teradata.error_body",
        r#""both""#,
        &[r#""both""#, r#""message""#, r#""error""#, r#""text""#, r#""empty""#],
        "Members of an error body: message and error, one of them, plain text, or no body.",
    ),
    guess(
        "teradata.enterprise_auth",
        r#"["bearer","oauth","basic","jwt"]"#,
        &[],
        "What Enterprise takes: the bearer token of the ready line, tokens of the endpoint, Basic, signed tokens.",
    ),
    guess(
        "teradata.lake_auth",
        r#"["jwt"]"#,
        &[],
        "What Lake takes, out of the same four; signed tokens are documented.",
    ),
    guess(
        "teradata.jwt_organization",
        r#""either""#,
        &[r#""either""#, r#""org_key""#, r#""org_id""#],
        "The claim of a signed token that names the organization; the vendor's pages contradict each other.",
    ),
    guess(
        "teradata.jwt_checks_iat",
        "false",
        &[],
        "Whether a signed token whose iat lies in the future is refused; exp always counts, by the virtual clock.",
    ),
    guess("teradata.oauth_lifetime_s", "3600", &[], "Virtual seconds that a token of the token endpoint lives."),
    guess(
        "teradata.oauth_expires_in",
        r#""present""#,
        &[r#""present""#, r#""absent""#],
        "Whether the token endpoint says how long a token lives.",
    ),
    seen(
        "teradata.oauth_client",
        r#""header""#,
        &[r#""header""#, r#""body""#, r#""either""#],
        "Where the token endpoint wants client id and secret: Authorization: Basic, or fields of the form.",
    ),
    // Every operation.
    guess(
        "teradata.trailing_slash",
        r#""accept""#,
        &[r#""accept""#, r#""redirect""#, r#""not_found""#],
        "A slash at the end of the path: accepted (a Lake sample has one), 301, or 404.",
    ),
    guess(
        "teradata.unknown_query",
        r#""reject""#,
        &[r#""reject""#, r#""ignore""#],
        "A query parameter nobody documents, such as page_size for page-size: 400, or ignored.",
    ),
    guess(
        "teradata.bad_page",
        r#""reject""#,
        &[r#""reject""#, r#""clamp""#],
        "page or page-size below 1 or no integer: 400, or taken as the nearest sensible number.",
    ),
    guess("teradata.page_size_max", "0", &[], "Larger page-size values are silently cut to this (0: no limit)."),
    guess(
        "teradata.page_beyond_end",
        r#""empty""#,
        &[r#""empty""#, r#""not_found""#],
        "A page after the last one: an empty array, or 404.",
    ),
    documented(
        "teradata.jobs_ignore_page",
        "false",
        &[],
        "The job list answers its first page whatever page was asked for (against the documentation).",
    ),
    guess(
        "teradata.bad_job_type",
        r#""reject""#,
        &[r#""reject""#, r#""ignore""#],
        "A job-type other than BACKUP or RESTORE: 400, or no filter.",
    ),
    guess(
        "teradata.is_active_false",
        r#""all""#,
        &[r#""all""#, r#""inactive""#],
        "is-active=false: no filter (the page says 'only active jobs'), or only inactive jobs.",
    ),
    guess(
        "teradata.executions_paging",
        r#""unpaged""#,
        &[r#""unpaged""#, r#""paged""#, r#""capped""#],
        "Lists of executions, restores, objects, databases: whole, paged at 10 with page and page-size, or cut at 10.",
    ),
    guess(
        "teradata.executions_order",
        r#""newest_first""#,
        &[r#""newest_first""#, r#""oldest_first""#],
        "Order of the execution lists.",
    ),
    guess("teradata.list_lag_polls", "0", &[], "Execution lists leave out a new execution this many times."),
    // Execute.
    guess(
        "teradata.already_running",
        r#""conflict""#,
        &[r#""conflict""#, r#""second_run""#, r#""queue""#],
        "Executing a job that runs: 409, a second run beside it, or a run that waits for the end of the first.",
    ),
    guess(
        "teradata.execute_inactive",
        r#""conflict""#,
        &[r#""conflict""#, r#""allow""#],
        "Executing an inactive job: 409, or a run.",
    ),
    guess(
        "teradata.execute_restore_job",
        r#""bad_request""#,
        &[r#""bad_request""#, r#""allow""#],
        "Executing a RESTORE job: 400 (only backup jobs are promised), or a run.",
    ),
    guess(
        "teradata.execute_without_run_type",
        r#""backup_type""#,
        &[r#""backup_type""#, r#""reject""#],
        "No body or no run_type: the job's backup_type, or 400.",
    ),
    guess(
        "teradata.bad_run_type",
        r#""reject""#,
        &[r#""reject""#, r#""accept""#],
        "A run_type other than FULL or DELTA: 400, or taken over as it is.",
    ),
    guess(
        "teradata.delta_without_full",
        r#""full""#,
        &[r#""full""#, r#""bad_request""#, r#""conflict""#, r#""run_and_fail""#],
        "DELTA before any successful FULL: becomes FULL, 400, 409, or a run that fails.",
    ),
    guess(
        "teradata.accepted_body",
        r#""""#,
        &[r#""""#, r#""{}""#, r#""null""#],
        "Body of the 202: empty without content type, or this JSON text.",
    ),
    documented(
        "teradata.resource_id_header",
        r#""present""#,
        &[r#""present""#, r#""absent""#],
        "Whether the 202 carries x-resource-id (documented) or has lost it.",
    ),
    // Objects and restores.
    documented(
        "teradata.prepare_status",
        "202",
        &["202", "200"],
        "Status of an accepted preparation of objects; the page has both.",
    ),
    guess("teradata.prepare_s", "30", &[], "Virtual seconds that a preparation takes."),
    guess(
        "teradata.prepare_outcome",
        r#""success""#,
        &[r#""success""#, r#""failed""#],
        "How preparations end that begin now; the words are those of runs.",
    ),
    guess(
        "teradata.prepare_twice",
        r#""conflict""#,
        &[r#""conflict""#, r#""replace""#],
        "A preparation while another one is under way: 409, or it takes the other's place.",
    ),
    guess(
        "teradata.never_prepared",
        r#""empty""#,
        &[r#""empty""#, r#""not_found""#],
        "The status before any preparation: empty texts, or 404.",
    ),
    guess(
        "teradata.objects_unprepared",
        r#""conflict""#,
        &[r#""conflict""#, r#""empty""#, r#""listed""#],
        "The objects of a backup before they are prepared: 409, an empty list, or the objects.",
    ),
    guess(
        "teradata.restore_unprepared",
        r#""conflict""#,
        &[r#""conflict""#, r#""allow""#],
        "A restore of objects that are not prepared: 409, or it runs.",
    ),
    guess(
        "teradata.restore_id_header",
        r#""present""#,
        &[r#""present""#, r#""absent""#],
        "Whether the 202 of a restore carries x-resource-id, as that of an execution does.",
    ),
    guess(
        "teradata.restore_credentials",
        r#""known""#,
        &[r#""known""#, r#""any""#],
        "What x-auth-credentials must hold: the database user of the ready line, or any user and password.",
    ),
    guess(
        "teradata.restore_credentials_status",
        "401",
        &["401", "403"],
        "Status for missing or wrong x-auth-credentials.",
    ),
    guess(
        "teradata.restores_in_executions",
        "true",
        &[],
        "Whether restores out of a job's backups are listed among the executions of the job and of the site.",
    ),
    guess(
        "teradata.last_execution_restores",
        "false",
        &[],
        "Whether last_execution_details of a backup job shows a restore out of it, if that is newer.",
    ),
    guess(
        "teradata.permissions_credentials",
        r#""optional""#,
        &[r#""optional""#, r#""required""#],
        "Whether restore-permissions wants x-auth-credentials.",
    ),
    guess(
        "teradata.permissions_body",
        r#""object""#,
        &[r#""object""#, r#""flag""#, r#""list""#, r#""empty""#],
        "The answer of restore-permissions: {permitted, details}, a bare flag, a list of one, or nothing.",
    ),
    guess(
        "teradata.databases_rows",
        r#""name""#,
        &[r#""name""#, r#""database_name""#, r#""texts""#],
        "Rows of the list of databases: {name}, {database_name}, or bare texts.",
    ),
    guess(
        "teradata.lake_unverified",
        "true",
        &[],
        "Whether Lake has what only Enterprise documents: execute, the lists of executions, is-active.",
    ),
    // What a run looks like.
    guess("teradata.status_queued", r#""QUEUED""#, &[], "Word for a run that waits."),
    guess("teradata.status_running", r#""EXECUTING""#, &[], "Word for a run under way (a sister product's word)."),
    documented("teradata.status_success", r#""SUCCESSFUL""#, &[], "Word for a good end."),
    guess("teradata.status_warning", r#""WARNING""#, &[], "Word for an end with warnings."),
    guess(
        "teradata.status_failed",
        r#""FAILED""#,
        &[],
        "Word for a bad end (documented for the replication status only).",
    ),
    guess("teradata.status_stopped", r#""ABORTED""#, &[], "Word for a run that was aborted."),
    guess(
        "teradata.queued_start_time",
        r#""accepted""#,
        &[r#""accepted""#, r#""empty""#],
        "start_time of a waiting run: when it was accepted (and that stays), or empty until it runs.",
    ),
    guess(
        "teradata.empty_time",
        r#""""#,
        &[r#""""#, r#""null""#, r#""absent""#],
        "A time that is not there yet: an empty string, null, or no member.",
    ),
    documented(
        "teradata.execution_id_type",
        r#""string""#,
        &[r#""string""#, r#""integer""#],
        "JSON type of execution_id in execution lists.",
    ),
    guess(
        "teradata.never_run",
        r#""null""#,
        &[r#""null""#, r#""{}""#, r#""absent""#, r#""zeroed""#],
        "last_execution_details of a job that never ran.",
    ),
    guess(
        "teradata.last_execution",
        r#""newest""#,
        &[r#""newest""#, r#""finished""#],
        "last_execution_details shows the newest run even while it runs, or the newest finished one.",
    ),
    guess(
        "teradata.auto_abort",
        "true",
        &[],
        "Whether auto_abort_in_minutes of a job with is_auto_abort_active ends its runs.",
    ),
    guess(
        "teradata.unknown_keys",
        "false",
        &[],
        "Every JSON object of a good answer gets one member nobody documents.",
    ),
];

#[cfg(test)]
mod tests {
    use super::KNOBS;

    const SOURCES: &[&str] = &[
        include_str!("mod.rs"),
        include_str!("auth.rs"),
        include_str!("body.rs"),
        include_str!("databases.rs"),
        include_str!("error.rs"),
        include_str!("execute.rs"),
        include_str!("executions.rs"),
        include_str!("jobs.rs"),
        include_str!("jwt.rs"),
        include_str!("oauth.rs"),
        include_str!("objects.rs"),
        include_str!("permissions.rs"),
        include_str!("product.rs"),
        include_str!("query.rs"),
        include_str!("restores.rs"),
        include_str!("route.rs"),
        include_str!("runs.rs"),
        include_str!("seed.rs"),
        include_str!("shape.rs"),
    ];

    fn used() -> Vec<String> {
        SOURCES
            .iter()
            .filter_map(|s| s.split("#[cfg(test)]\nmod tests").next())
            .flat_map(|s| s.split("\"teradata.").skip(1))
            .filter_map(|rest| rest.split('"').next())
            .map(|name| format!("teradata.{name}"))
            .collect()
    }

    #[test]
    fn every_knob_is_read_and_every_read_is_a_knob() {
        let used = used();
        for knob in KNOBS {
            assert!(used.iter().any(|u| u == knob.name), "{} is never read", knob.name);
        }
        for name in used {
            assert!(KNOBS.iter().any(|k| k.name == name), "{name} is no knob");
        }
    }

    #[test]
    fn defaults_are_json_and_among_the_values() {
        for knob in KNOBS {
            assert!(serde_json::from_str::<serde_json::Value>(knob.default).is_ok(), "{}", knob.name);
            assert!(knob.values.is_empty() || knob.values.contains(&knob.default), "{}", knob.name);
        }
    }
}
