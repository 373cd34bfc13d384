//! Every guess about the appliance, as a table.

use crate::knobs::{Fidelity, Knob};

const fn knob(
    name: &'static str,
    default: &'static str,
    values: &'static [&'static str],
    fidelity: Fidelity,
    about: &'static str,
) -> Knob {
    Knob { name, default, values, fidelity, about }
}

/// The knobs of this room.
pub const KNOBS: &[Knob] = &[
    knob(
        "vcenter.version",
        r#""6.7.2""#,
        &[
            r#""6.5""#,
            r#""6.7""#,
            r#""6.7.1""#,
            r#""6.7.2""#,
            r#""7.0.0""#,
            r#""7.0.2""#,
            r#""8.0.2""#,
            r#""8.0.3""#,
            r#""9.0""#,
            r#""9.1""#,
        ],
        Fidelity::Documented,
        "API version: decides the dialects (/api from 7.0.2), operations (details, schedules, archives from 6.7), members and words.",
    ),
    knob(
        "vcenter.build",
        r#""""#,
        &[],
        Fidelity::Seen,
        "Build number at the end of new job ids; empty: that of the version (13010631 for 6.7.2).",
    ),
    knob(
        "vcenter.port_mode",
        r#""443""#,
        &[r#""443""#, r#""5480""#],
        Fidelity::Seen,
        "Which port of an appliance the listener plays: 5480 takes Basic credentials with every request, and knows root.",
    ),
    knob(
        "vcenter.rest_from_9",
        "true",
        &[],
        Fidelity::Guessed,
        "Whether 9.0 and later still serve /rest (it is in their specification, as deprecated).",
    ),
    // Sessions.
    knob(
        "vcenter.session_idle_s",
        "1800",
        &[],
        Fidelity::Guessed,
        "A session ends this many virtual seconds after its last request.",
    ),
    knob(
        "vcenter.session_max_s",
        "86400",
        &[],
        Fidelity::Guessed,
        "A session ends this many virtual seconds after login, whatever happens.",
    ),
    knob(
        "vcenter.max_sessions",
        "1000",
        &[],
        Fidelity::Guessed,
        "A login beyond this many living sessions is answered 503 (the 503 was seen, the number is a guess).",
    ),
    knob(
        "vcenter.logout_status",
        "200",
        &["200", "204"],
        Fidelity::Documented,
        "Status of a logout: 200 in the specification, 204 in a server of the vendor's own runtime.",
    ),
    knob(
        "vcenter.cookie_hides_header",
        "false",
        &[],
        Fidelity::Guessed,
        "With any cookie in the request, the header vmware-api-session-id is not looked at.",
    ),
    knob(
        "vcenter.basic_on_443",
        "false",
        &[],
        Fidelity::Guessed,
        "Whether port 443, too, takes Basic credentials instead of a session.",
    ),
    knob(
        "vcenter.rest_session_by_get",
        "false",
        &[],
        Fidelity::Seen,
        "Whether GET /rest/com/vmware/cis/session shows the session (another simulator does), or only POST ~action=get.",
    ),
    knob(
        "vcenter.challenge",
        r#""rpc""#,
        &[r#""rpc""#, r#""everywhere""#, r#""absent""#],
        Fidelity::Guessed,
        "Where a 401 has the member challenge (from 7.0.0): in JSON-RPC only, as seen, or also in REST.",
    ),
    // Errors.
    knob(
        "vcenter.generic_error_status",
        "500",
        &["500", "400"],
        Fidelity::Documented,
        "Status of the generic std.errors.error: 500 in the reference, 400 in the Swagger files.",
    ),
    knob(
        "vcenter.unknown_query",
        r#""reject""#,
        &[r#""reject""#, r#""ignore""#],
        Fidelity::Guessed,
        "A query parameter nobody documents: 400, or ignored.",
    ),
    knob(
        "vcenter.null_member",
        r#""reject""#,
        &[r#""reject""#, r#""unset""#],
        Fidelity::Guessed,
        "null for an optional member of a JSON body: 400 invalid_argument, or as if left out (as in the vendor's Python runtime).",
    ),
    knob(
        "vcenter.password_violation",
        r#""error""#,
        &[r#""error""#, r#""invalid_argument""#, r#""job_failed""#],
        Fidelity::Guessed,
        "A backup_password against the policy: the generic error, 400 invalid_argument, or a job that fails.",
    ),
    knob(
        "vcenter.unknown_part",
        r#""error""#,
        &[r#""error""#, r#""ignore""#],
        Fidelity::Guessed,
        "A part that the appliance does not have: the generic error, or ignored.",
    ),
    knob(
        "vcenter.unknown_part_size",
        r#""error""#,
        &[r#""error""#, r#""not_found""#],
        Fidelity::Guessed,
        "The size of a part that is not there: the generic error (the only one declared), or 404.",
    ),
    knob(
        "vcenter.reject_scp_from_7_0",
        "false",
        &[],
        Fidelity::Guessed,
        "From 7.0.0 on, SCP is refused with invalid_argument (it is still in the enumeration, but no longer offered).",
    ),
    knob(
        "vcenter.destination",
        r#""reachable""#,
        &[r#""reachable""#, r#""job_failed""#, r#""error""#],
        Fidelity::Guessed,
        "The destination: fine, or unreachable so that the job fails, or so that create answers the generic error.",
    ),
    // Jobs.
    knob(
        "vcenter.queued_state",
        r#""INPROGRESS""#,
        &[r#""INPROGRESS""#, r#""NONE""#],
        Fidelity::Guessed,
        "State of a job that a script lets wait before it runs.",
    ),
    knob(
        "vcenter.progress_messages",
        "true",
        &[],
        Fidelity::Seen,
        "Messages grow while a job is INPROGRESS and shrink at the end.",
    ),
    knob(
        "vcenter.late_success_s",
        "0",
        &[],
        Fidelity::Seen,
        "A good job shows progress 100 and INPROGRESS for this many virtual seconds before SUCCEEDED.",
    ),
    knob(
        "vcenter.cancel",
        r#""OK""#,
        &[r#""OK""#, r#""WARNING""#, r#""FAIL""#],
        Fidelity::Documented,
        "ReturnResult of a cancel; with FAIL the job goes on.",
    ),
    knob(
        "vcenter.cancel_wind_down_s",
        "0",
        &[],
        Fidelity::Guessed,
        "Virtual seconds a cancelled job stays INPROGRESS before it is FAILED.",
    ),
    knob(
        "vcenter.cancel_finished",
        r#""FAIL""#,
        &[r#""FAIL""#, r#""OK""#, r#""error""#],
        Fidelity::Guessed,
        "Cancel of a job that has ended: ReturnResult FAIL or OK, or the generic error.",
    ),
    knob(
        "vcenter.history",
        "0",
        &[],
        Fidelity::Guessed,
        "How many jobs the appliance remembers, the newest ones (0: all, as its administrators say).",
    ),
    knob(
        "vcenter.details_error",
        r#""absent""#,
        &[r#""absent""#, r#""structure""#, r#""text""#],
        Fidelity::Guessed,
        "The optional member error in the details of a failed job: not there, an error, or (in REST, as specified) a text.",
    ),
    // Schedules.
    knob(
        "vcenter.max_schedules",
        "0",
        &[],
        Fidelity::Guessed,
        "How many schedules there may be (0: any number); one more is the generic error. Some appliances allow one only.",
    ),
    knob(
        "vcenter.scheduled_type",
        r#""SCHEDULED""#,
        &[r#""SCHEDULED""#, r#""LOCAL_BACKUP""#],
        Fidelity::Guessed,
        "Type in the details of new backups that nobody asked for; LOCAL_BACKUP is a word of 9.0 and later.",
    ),
    knob(
        "vcenter.run_schedule_type",
        r#""MANUAL""#,
        &[r#""MANUAL""#, r#""SCHEDULED""#],
        Fidelity::Guessed,
        "Type in the details of a backup that the run of a schedule on request has started.",
    ),
    knob(
        "vcenter.update_without_word",
        "false",
        &[],
        Fidelity::Seen,
        "Whether PUT /rest/…/schedules/{id} changes a schedule, too, as a collection of the vendor's has it.",
    ),
    knob(
        "vcenter.rest_delete_status",
        "200",
        &["200", "204"],
        Fidelity::Documented,
        "Status of deleting a schedule below /rest: 200 in the specification, 204 in a server of the vendor's own runtime.",
    ),
    // Restore.
    knob(
        "vcenter.before_firstboot",
        "false",
        &[],
        Fidelity::Documented,
        "Whether the appliance stands between deployment and first boot, where alone a restore is allowed.",
    ),
];

#[cfg(test)]
mod tests {
    use super::KNOBS;

    const SOURCES: &[&str] = &[
        include_str!("mod.rs"),
        include_str!("archives.rs"),
        include_str!("auth.rs"),
        include_str!("details.rs"),
        include_str!("dialect.rs"),
        include_str!("encode.rs"),
        include_str!("error.rs"),
        include_str!("fidelity.rs"),
        include_str!("jobs.rs"),
        include_str!("operations.rs"),
        include_str!("parts.rs"),
        include_str!("password.rs"),
        include_str!("piece.rs"),
        include_str!("reconciliation.rs"),
        include_str!("restore.rs"),
        include_str!("restore_structures.rs"),
        include_str!("route.rs"),
        include_str!("routes.rs"),
        include_str!("rpc.rs"),
        include_str!("runs.rs"),
        include_str!("schedules.rs"),
        include_str!("seed.rs"),
        include_str!("shape.rs"),
        include_str!("structures.rs"),
        include_str!("types.rs"),
        include_str!("version.rs"),
    ];

    fn used() -> Vec<String> {
        SOURCES
            .iter()
            .filter_map(|s| s.split("#[cfg(test)]\nmod tests").next())
            .flat_map(|s| s.split("\"vcenter.").skip(1))
            .filter_map(|rest| rest.split('"').next())
            .map(|name| format!("vcenter.{name}"))
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
