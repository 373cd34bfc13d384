//! What goes wrong on the way, and which of the vendors' possible manners they have today.

use crate::common::{BACKUP_PASSWORD, LOCATION_PASSWORD};
use backupjobs_sim::System;
use fastrand::Rng;
use serde_json::{Value, json};

/// A sentence of an appliance that repeats the request's secrets.
pub const ECHO: &str = "no luck with Canary-4-Backup! at sftp://vcbackup:canary-location-pw@host";

/// A sentence of a server that repeats what it was sent.
fn echo(system: System) -> &'static str {
    match system {
        System::Veeam => "password Sim-Passw0rd! is not for this",
        System::Teradata => "token sim-teradata-token is not for this",
        System::Vcenter => ECHO,
    }
}

/// Fault rules, at most four.
pub fn rules(system: System, slow: bool, r: &mut Rng) -> Vec<Value> {
    assert!(ECHO.contains(BACKUP_PASSWORD) && ECHO.contains(LOCATION_PASSWORD));
    let mut rules: Vec<Value> = (0..r.usize(..5)).map(|_| rule(system, r)).collect();
    if slow {
        let kind = if r.bool() { "delay" } else { "delay_after" };
        rules.insert(0, on(system, r, json!({"kind": kind, "ms": 60})));
    }
    rules
}

fn rule(system: System, r: &mut Rng) -> Value {
    let status = [429, 500, 502, 503, 504][r.usize(..5)];
    let said = ["", "oops", "{\"message\":\"Try again later.\"}", "<html>Bad gateway</html>"][r.usize(..4)];
    let body = if r.u8(..5) == 0 {
        json!({"message": echo(system), "messages": [{"default_message": echo(system)}]}).to_string()
    } else {
        said.to_owned()
    };
    let headers = match r.u8(..6) {
        0 => json!({"retry-after": "0"}),
        1 => json!({"retry-after": "3600"}),
        _ => json!({}),
    };
    let garbage =
        ["<html>Sign in</html>", "not JSON", "", "null", "{", "{\"error\":\"x\"}", "\u{0}\u{1}", echo(system)];
    let action = match r.u8(..20) {
        0..4 => json!({"kind": "status", "status": status, "headers": headers, "body": body}),
        4..8 => json!({"kind": "status_after", "status": status, "headers": headers, "body": body}),
        8..10 => json!({"kind": "reset_before"}),
        10..13 => json!({"kind": "reset_after"}),
        13 => {
            let bytes = [0, 1, 10, 60][r.usize(..4)];
            json!({"kind": "truncate", "bytes": bytes})
        }
        14 => json!({"kind": "delay_after", "ms": r.u64(1..4)}),
        15 => {
            let content_type = if r.bool() { "text/html" } else { "application/json" };
            json!({"kind": "body", "body": r.choice(garbage), "content_type": content_type})
        }
        16 => json!({"kind": "strip_header", "name": r.choice(["x-resource-id", "content-type", "date"])}),
        17 => {
            // Tokens that are refused again and again: the end of a wait, but not of the run.
            let action = json!({"kind": "status", "status": 401, "body": ""});
            return json!({"system": system.word(), "method": "GET", "skip": r.u64(2..12), "times": r.u64(2..9), "action": action});
        }
        _ => json!({"kind": "revoke_before"}),
    };
    on(system, r, action)
}

/// Half of the rules hit the request that starts the job.
fn on(system: System, r: &mut Rng, action: Value) -> Value {
    let mut rule = json!({"system": system.word(), "times": 1, "action": action});
    match r.u8(..4) {
        0 | 1 => {
            rule["method"] = json!("POST");
            rule["path"] = json!(match system {
                System::Veeam => "/Jobs/",
                System::Teradata => "/execute",
                System::Vcenter => "/backup/job",
            });
            rule["skip"] = json!(u64::from(r.u8(..5) == 0));
            rule["times"] = json!([1, 1, 1, 2][r.usize(..4)]);
        }
        2 => {
            rule["method"] = json!("GET");
            rule["skip"] = json!(r.u64(..8));
            rule["times"] = json!(r.u64(1..6));
        }
        _ => {
            rule["skip"] = json!(r.u64(..8));
            rule["times"] = json!(r.u64(1..3));
        }
    }
    rule
}

/// The vendors' manners that nobody documents, each with some chance.
pub fn knobs(system: System, r: &mut Rng) -> Vec<(&'static str, Value)> {
    let menu: Vec<(&'static str, Vec<Value>)> = match system {
        System::Veeam => vec![
            ("veeam.already_running", vec![json!("silent")]),
            ("veeam.session_lag", vec![json!(1), json!(2), json!(3)]),
            ("veeam.status_lag", vec![json!(1), json!(4)]),
            ("veeam.token_lifetime_s", vec![json!(30), json!(600)]),
            ("veeam.refresh_lifetime_s", vec![json!(40)]),
            ("veeam.refresh_single_use", vec![json!(false)]),
            ("veeam.unauthorized_body", vec![json!("message")]),
            ("veeam.stop_idle", vec![json!("silent")]),
            ("veeam.stop_delay_s", vec![json!(15)]),
        ],
        System::Teradata => vec![
            ("teradata.already_running", vec![json!("second_run"), json!("queue")]),
            ("teradata.list_lag_polls", vec![json!(1), json!(2), json!(3)]),
            ("teradata.resource_id_header", vec![json!("absent")]),
            ("teradata.token_lifetime_s", vec![json!(30)]),
            ("teradata.execution_id_type", vec![json!("integer")]),
            ("teradata.executions_order", vec![json!("oldest_first")]),
            ("teradata.status_running", vec![json!("IN_PROGRESS"), json!("DIGGING")]),
            ("teradata.status_queued", vec![json!("PENDING"), json!("LURKING")]),
            ("teradata.queued_start_time", vec![json!("empty")]),
            ("teradata.empty_time", vec![json!("null"), json!("absent")]),
            ("teradata.last_execution", vec![json!("finished")]),
            ("teradata.accepted_body", vec![json!("{}"), json!("null")]),
            ("teradata.error_body", vec![json!("message"), json!("error"), json!("text"), json!("empty")]),
            ("teradata.unknown_keys", vec![json!(true)]),
        ],
        System::Vcenter => vec![
            ("vcenter.version", vec![json!("7.0.0")]),
            ("vcenter.late_success_s", vec![json!(20)]),
            ("vcenter.queued_state", vec![json!("NONE")]),
            ("vcenter.cancel_wind_down_s", vec![json!(15)]),
            ("vcenter.cancel", vec![json!("WARNING"), json!("FAIL")]),
            ("vcenter.destination", vec![json!("job_failed"), json!("error")]),
            ("vcenter.session_idle_s", vec![json!(30)]),
            ("vcenter.generic_error_status", vec![json!(400)]),
            ("vcenter.progress_messages", vec![json!(false)]),
            ("vcenter.logout_status", vec![json!(204)]),
        ],
    };
    let chosen = menu.into_iter().filter_map(|(name, values)| {
        // The first ones decide about starts and are the ones to look at.
        let chance = if name.contains("already_running") { 30 } else { 12 };
        (r.u8(..100) < chance).then(|| (name, values[r.usize(..values.len())].clone()))
    });
    chosen.collect()
}
