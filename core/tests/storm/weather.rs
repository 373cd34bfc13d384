//! What goes wrong on the way.

use crate::common::Flavor;
use fastrand::Rng;
use serde_json::{Value, json};

/// Fault rules, at most four.
pub fn rules(flavor: Flavor, slow: bool, r: &mut Rng) -> Vec<Value> {
    let mut rules: Vec<Value> = (0..r.usize(..5)).map(|_| rule(flavor, r)).collect();
    if slow {
        let kind = if r.bool() { "delay" } else { "delay_after" };
        rules.insert(0, on(flavor, r, json!({"kind": kind, "ms": 60})));
    }
    rules
}

fn rule(flavor: Flavor, r: &mut Rng) -> Value {
    let status = [429, 500, 502, 503, 504][r.usize(..5)];
    let said = ["", "oops", "{\"message\":\"Try again later.\"}", "<html>Bad gateway</html>"][r.usize(..4)];
    let body = if r.u8(..5) == 0 {
        json!({"message": flavor.echo(), "messages": [{"default_message": flavor.echo()}]}).to_string()
    } else {
        said.to_owned()
    };
    let headers = match r.u8(..6) {
        0 => json!({"retry-after": "0"}),
        1 => json!({"retry-after": "3600"}),
        _ => json!({}),
    };
    let garbage =
        ["<html>Sign in</html>", "not JSON", "", "null", "{", "{\"error\":\"x\"}", "\u{0}\u{1}", flavor.echo()];
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
            return json!({"system": flavor.system().word(), "method": "GET", "skip": r.u64(2..12), "times": r.u64(2..9), "action": action});
        }
        _ => json!({"kind": "revoke_before"}),
    };
    on(flavor, r, action)
}

/// Half of the rules hit the request that starts the job.
fn on(flavor: Flavor, r: &mut Rng, action: Value) -> Value {
    let mut rule = json!({"system": flavor.system().word(), "times": 1, "action": action});
    match r.u8(..4) {
        0 | 1 => {
            rule["method"] = json!("POST");
            rule["path"] = json!(flavor.start_path());
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
