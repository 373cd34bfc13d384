//! Fault rules: what goes wrong on the way between a client and a vendor, and how often.

use crate::world::System;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// One rule: which requests it hits, and what happens to them.
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

/// What happens to a request that a rule hits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// The vendor never sees the request; this is answered.
    Status {
        /// HTTP status, 200–599.
        status: u16,
        /// Headers of the answer.
        #[serde(default)]
        headers: BTreeMap<String, String>,
        /// Body of the answer.
        #[serde(default)]
        body: String,
    },
    /// The connection dies; the vendor never sees the request.
    ResetBefore {},
    /// The vendor does what was asked, then the connection dies before any byte of the answer.
    ResetAfter {},
    /// The vendor does what was asked; this is answered instead.
    StatusAfter {
        /// HTTP status, 200–599.
        status: u16,
        /// Headers of the answer.
        #[serde(default)]
        headers: BTreeMap<String, String>,
        /// Body of the answer.
        #[serde(default)]
        body: String,
    },
    /// The vendor answers, but only this many bytes of the body arrive before the connection closes.
    Truncate {
        /// Body bytes that arrive.
        bytes: usize,
    },
    /// The request reaches the vendor late.
    Delay {
        /// Real milliseconds.
        ms: u64,
    },
    /// The vendor does at once what was asked, and its answer comes late.
    DelayAfter {
        /// Real milliseconds.
        ms: u64,
    },
    /// The vendor's status, with this body.
    Body {
        /// The whole body.
        body: String,
        /// Its content type; the vendor's own when absent.
        #[serde(default)]
        content_type: Option<String>,
    },
    /// The vendor's answer without this header.
    StripHeader {
        /// Name of the header, in any case.
        name: String,
    },
    /// Every token and session of that system dies just before the vendor sees the request.
    RevokeBefore {},
}

impl Action {
    /// The word for it in rules and in the journal.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Status { .. } => "status",
            Self::ResetBefore {} => "reset_before",
            Self::ResetAfter {} => "reset_after",
            Self::StatusAfter { .. } => "status_after",
            Self::Truncate { .. } => "truncate",
            Self::Delay { .. } => "delay",
            Self::DelayAfter { .. } => "delay_after",
            Self::Body { .. } => "body",
            Self::StripHeader { .. } => "strip_header",
            Self::RevokeBefore {} => "revoke_before",
        }
    }

    /// Refuses what could not be sent.
    fn check(&self) -> Result<(), String> {
        match self {
            Self::Status { status, headers, .. } | Self::StatusAfter { status, headers, .. } => {
                if !(200..600).contains(status) {
                    return Err(format!("status {status} is not one of 200 to 599"));
                }
                headers.iter().try_for_each(|(n, v)| check_header(n, v))
            }
            Self::Body { content_type: Some(value), .. } => check_header("content-type", value),
            _ => Ok(()),
        }
    }
}

fn check_header(name: &str, value: &str) -> Result<(), String> {
    let own = ["content-length", "transfer-encoding"];
    if own.iter().any(|o| name.eq_ignore_ascii_case(o)) {
        return Err(format!("header '{name}' is the server's own"));
    }
    hyper::header::HeaderName::try_from(name).map_err(|_| format!("no header name: '{name}'"))?;
    hyper::header::HeaderValue::try_from(value).map_err(|_| format!("no header value: '{value}'"))?;
    Ok(())
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
        for active in &mut self.rules {
            let rule = &active.rule;
            let matches = rule.system.is_none_or(|s| s == system)
                && rule.method.as_deref().is_none_or(|m| m == method)
                && rule.path.as_deref().is_none_or(|p| path.contains(p));
            if !matches || (rule.times > 0 && active.hit >= rule.times) {
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
    fn every_action_reads_and_says_its_own_kind() {
        for action in [
            json!({"kind": "status", "status": 503, "headers": {"retry-after": "2"}, "body": "busy"}),
            json!({"kind": "reset_before"}),
            json!({"kind": "reset_after"}),
            json!({"kind": "status_after", "status": 500}),
            json!({"kind": "truncate", "bytes": 3}),
            json!({"kind": "delay", "ms": 1}),
            json!({"kind": "delay_after", "ms": 1}),
            json!({"kind": "body", "body": "<html>", "content_type": "text/html"}),
            json!({"kind": "strip_header", "name": "x-resource-id"}),
            json!({"kind": "revoke_before"}),
        ] {
            let read: Action = serde_json::from_value(action.clone()).unwrap();
            assert_eq!(read.kind(), action["kind"]);
            read.check().unwrap();
        }
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
        ] {
            let mut faults = Faults::default();
            assert!(add(&mut faults, rule.clone()).is_err(), "{rule}");
            assert_eq!(faults.shown(), json!([]), "{rule}");
        }
    }
}
