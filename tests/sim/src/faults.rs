//! Fault rules: what goes wrong on the way between a client and a vendor, and how often.

use crate::action::Action;
use crate::world::System;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// One rule: which requests it hits, and what happens to them. A rule whose action is one of connections hits those.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Only this system; all when absent.
    #[serde(default)]
    pub system: Option<System>,
    /// Only this method; all when absent.
    #[serde(default)]
    pub method: Option<String>,
    /// Only paths that contain this; all when absent. The query is not looked at.
    #[serde(default)]
    pub path: Option<String>,
    /// This many matching requests pass before the first is hit.
    #[serde(default)]
    pub skip: u64,
    /// This many requests are hit; 0 means for ever.
    #[serde(default = "once")]
    pub times: u64,
    /// What happens.
    pub action: Action,
}

fn once() -> u64 {
    1
}

/// A rule at work.
#[derive(Debug)]
struct Active {
    id: u64,
    rule: Rule,
    /// Requests that matched.
    seen: u64,
    /// Requests that were hit.
    hit: u64,
}

/// All rules of one instance, in the order they came.
#[derive(Debug, Default)]
pub struct Faults {
    rules: Vec<Active>,
    last_id: u64,
}

impl Faults {
    /// Adds a rule; returns its id.
    pub fn add(&mut self, mut rule: Rule) -> Result<u64, String> {
        rule.action.check()?;
        if rule.action.is_of_connections() && (rule.method.is_some() || rule.path.is_some()) {
            return Err(format!("'{}' hits connections, which have no method and no path yet", rule.action.kind()));
        }
        if let Some(method) = &mut rule.method {
            method.make_ascii_uppercase();
        }
        self.last_id += 1;
        self.rules.push(Active { id: self.last_id, rule, seen: 0, hit: 0 });
        Ok(self.last_id)
    }

    /// Removes all rules; returns how many there were.
    pub fn clear(&mut self) -> usize {
        std::mem::take(&mut self.rules).len()
    }

    /// Removes one rule; false when there is none of that id.
    pub fn remove(&mut self, id: u64) -> bool {
        let before = self.rules.len();
        self.rules.retain(|r| r.id != id);
        self.rules.len() < before
    }

    /// What happens to this request. The first rule that hits counts, later ones do not even see the request.
    pub fn strike(&mut self, system: System, method: &str, path: &str) -> Option<Action> {
        self.first(|rule| {
            !rule.action.is_of_connections()
                && rule.system.is_none_or(|s| s == system)
                && rule.method.as_deref().is_none_or(|m| m == method)
                && rule.path.as_deref().is_none_or(|p| path.contains(p))
        })
    }

    /// What happens to this new connection, likewise.
    pub fn strike_connection(&mut self, system: System) -> Option<Action> {
        self.first(|rule| rule.action.is_of_connections() && rule.system.is_none_or(|s| s == system))
    }

    fn first(&mut self, matches: impl Fn(&Rule) -> bool) -> Option<Action> {
        for active in &mut self.rules {
            let rule = &active.rule;
            if !matches(rule) || (rule.times > 0 && active.hit >= rule.times) {
                continue;
            }
            active.seen += 1;
            if active.seen > rule.skip {
                active.hit += 1;
                return Some(rule.action.clone());
            }
        }
        None
    }

    /// The answer to `GET /faults`: every rule with its counters. Rules that are used up stay until they are deleted.
    #[must_use]
    pub fn shown(&self) -> Value {
        self.rules.iter().map(|a| json!({"id": a.id, "rule": a.rule, "seen": a.seen, "hit": a.hit})).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn add(faults: &mut Faults, body: Value) -> Result<u64, String> {
        faults.add(serde_json::from_value(body).map_err(|e| e.to_string())?)
    }

    #[test]
    fn a_rule_skips_then_hits_then_is_used_up() {
        let mut faults = Faults::default();
        let rule =
            json!({"path": "/start", "method": "post", "skip": 1, "times": 2, "action": {"kind": "reset_after"}});
        assert_eq!(add(&mut faults, rule).unwrap(), 1);
        let mut hits = |m: &str, p: &str| faults.strike(System::Veeam, m, p).is_some();
        assert!(!hits("GET", "/x/start"));
        assert!(!hits("POST", "/x/stop"));
        assert!(!hits("POST", "/x/start"));
        assert!(hits("POST", "/x/start"));
        assert!(hits("POST", "/x/start"));
        assert!(!hits("POST", "/x/start"));
        assert_eq!(faults.shown()[0]["hit"], 2);
    }

    #[test]
    fn the_first_rule_that_hits_wins_and_others_are_untouched() {
        let mut faults = Faults::default();
        add(&mut faults, json!({"system": "vcenter", "times": 0, "action": {"kind": "reset_before"}})).unwrap();
        add(&mut faults, json!({"action": {"kind": "delay", "ms": 1}})).unwrap();
        assert_eq!(faults.strike(System::Vcenter, "GET", "/").unwrap().kind(), "reset_before");
        assert_eq!(faults.strike(System::Vcenter, "GET", "/").unwrap().kind(), "reset_before");
        assert_eq!(faults.strike(System::Teradata, "GET", "/").unwrap().kind(), "delay");
        assert!(faults.strike(System::Teradata, "GET", "/").is_none());
        assert!(faults.remove(1));
        assert!(!faults.remove(1));
        assert!(faults.strike(System::Vcenter, "GET", "/").is_none());
        assert_eq!(faults.clear(), 1);
    }

    #[test]
    fn connections_and_requests_have_their_own_rules() {
        let mut faults = Faults::default();
        add(&mut faults, json!({"system": "veeam", "skip": 1, "action": {"kind": "tls_stall"}})).unwrap();
        add(&mut faults, json!({"action": {"kind": "reset_before"}})).unwrap();
        assert!(faults.strike_connection(System::Vcenter).is_none());
        assert!(faults.strike_connection(System::Veeam).is_none());
        assert_eq!(faults.strike(System::Veeam, "GET", "/").unwrap().kind(), "reset_before");
        assert!(faults.strike(System::Veeam, "GET", "/").is_none());
        assert_eq!(faults.strike_connection(System::Veeam).unwrap().kind(), "tls_stall");
        assert!(faults.strike_connection(System::Veeam).is_none());
        assert_eq!((&faults.shown()[0]["seen"], &faults.shown()[0]["hit"]), (&json!(2), &json!(1)));
    }

    #[test]
    fn rules_that_mean_nothing_are_refused() {
        for rule in [
            json!({}),
            json!({"action": "reset_before"}),
            json!({"action": {"kind": "explode"}}),
            json!({"action": {"kind": "reset_before", "ms": 1}}),
            json!({"action": {"kind": "delay"}}),
            json!({"system": "vmware", "action": {"kind": "reset_before"}}),
            json!({"paths": "/x", "action": {"kind": "reset_before"}}),
            json!({"action": {"kind": "status", "status": 99}}),
            json!({"action": {"kind": "status", "status": 500, "headers": {"a b": "c"}}}),
            json!({"action": {"kind": "status", "status": 500, "headers": {"a": "b\r\nc: d"}}}),
            json!({"action": {"kind": "status_after", "status": 500, "headers": {"Content-Length": "7"}}}),
            json!({"action": {"kind": "body", "body": "", "content_type": "a\nb"}}),
            json!({"path": "/x", "action": {"kind": "connect_reset"}}),
            json!({"method": "GET", "action": {"kind": "tls_stall"}}),
            json!({"action": {"kind": "tls_alert", "alert": 256}}),
            json!({"action": {"kind": "duplicate", "answer": "third"}}),
            json!({"action": {"kind": "drip", "bytes": 0, "ms": 1}}),
            json!({"action": {"kind": "wrong_length", "by": 0}}),
            json!({"action": {"kind": "gzip", "size": 1_000_000_000}}),
        ] {
            let mut faults = Faults::default();
            assert!(add(&mut faults, rule.clone()).is_err(), "{rule}");
            assert_eq!(faults.shown(), json!([]), "{rule}");
        }
    }
}
