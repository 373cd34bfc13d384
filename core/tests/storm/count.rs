//! What the storm was made of, summed up.

use super::judge::is_adopted;
use super::log::Log;
use crate::common::Flavor;
use backupjobs::{ErrorKind, Origin, Outcome};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

#[derive(Clone, Debug, Default)]
pub struct Count {
    pub interleavings: u64,
    pub requests: u64,
    pub starts: u64,
    pub reports: u64,
    pub ours: u64,
    pub adopted: u64,
    pub indistinguishable: u64,
    pub skipped: u64,
    /// Waits that ended with another run than they began with.
    pub followed: u64,
    pub outcome_unknown: u64,
    pub outcomes: BTreeMap<String, u64>,
    pub faults: BTreeMap<String, u64>,
    pub errors: BTreeMap<String, u64>,
    pub calls: u64,
}

impl Count {
    pub fn of(logs: &[Log], rules: &Value) -> Self {
        let mut count = Self::default();
        for rule in rules.as_array().into_iter().flatten() {
            let kind = rule["rule"]["action"]["kind"].as_str().unwrap_or("?");
            let hit = rule["hit"].as_u64().unwrap_or(0);
            if hit > 0 {
                *count.faults.entry(kind.to_owned()).or_default() += hit;
            }
        }
        for log in logs {
            count.calls += log.calls.len() as u64;
            for kind in &log.kinds {
                *count.errors.entry(kind.name().to_owned()).or_default() += 1;
                count.outcome_unknown += u64::from(*kind == ErrorKind::OutcomeUnknown);
            }
            let Some(report) = &log.report else { continue };
            count.reports += 1;
            count.adopted += u64::from(is_adopted(report.origin));
            count.ours += u64::from(report.origin == Some(Origin::Ours));
            count.indistinguishable += u64::from(report.origin == Some(Origin::Indistinguishable));
            count.followed += u64::from(report.ended_as.as_ref().is_some_and(|ended| *ended != report.run));
            count.skipped += u64::from(report.origin == Some(Origin::Skipped));
            let word = report.outcome.map_or("not over", Outcome::name);
            *count.outcomes.entry(word.to_owned()).or_default() += 1;
        }
        count
    }

    pub fn add(&mut self, other: &Self) {
        for (mine, theirs) in [
            (&mut self.interleavings, other.interleavings),
            (&mut self.requests, other.requests),
            (&mut self.starts, other.starts),
            (&mut self.reports, other.reports),
            (&mut self.ours, other.ours),
            (&mut self.adopted, other.adopted),
            (&mut self.indistinguishable, other.indistinguishable),
            (&mut self.skipped, other.skipped),
            (&mut self.followed, other.followed),
            (&mut self.outcome_unknown, other.outcome_unknown),
            (&mut self.calls, other.calls),
        ] {
            *mine += theirs;
        }
        for (mine, theirs) in [
            (&mut self.outcomes, &other.outcomes),
            (&mut self.faults, &other.faults),
            (&mut self.errors, &other.errors),
        ] {
            for (name, n) in theirs {
                *mine.entry(name.clone()).or_default() += n;
            }
        }
    }

    /// A storm in which something never happened proves nothing about it.
    pub fn assert_everything_happened(&self, flavor: Flavor) {
        for kind in [
            "status",
            "status_after",
            "reset_before",
            "reset_after",
            "truncate",
            "delay",
            "delay_after",
            "body",
            "strip_header",
            "revoke_before",
        ] {
            assert!(self.faults.contains_key(kind), "{flavor}: no {kind}");
        }
        for word in ["success", "warning", "failed", "stopped", "SPLENDID"] {
            let outcome = flavor.outcome(word).name();
            assert!(self.outcomes.contains_key(outcome), "{flavor}: no {outcome}");
        }
        assert!(self.outcomes.contains_key("not over"), "{flavor}: no wait ended early");
        for (what, n, can_be) in [
            ("accepted start", self.starts, true),
            ("ours", self.ours, flavor.names_its_run()),
            ("adopted", self.adopted, true),
            ("indistinguishable", self.indistinguishable, true),
            ("skipped", self.skipped, true),
            ("outcome unknown", self.outcome_unknown, true),
            ("followed retry", self.followed, flavor.tells_of_retries()),
        ] {
            assert_eq!(n > 0, can_be, "{flavor}: {what}: {n}");
        }
    }

    /// What it was like on one flavor.
    pub fn in_short(&self) -> String {
        format!(
            "{} interleavings, {} calls, {} requests, {} starts, {} reports ({} ours, {} adopted, {} indistinguishable, \
             {} skipped), {} retries followed, {} outcomes unknown",
            self.interleavings,
            self.calls,
            self.requests,
            self.starts,
            self.reports,
            self.ours,
            self.adopted,
            self.indistinguishable,
            self.skipped,
            self.followed,
            self.outcome_unknown
        )
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { outcomes, faults, errors, .. } = self;
        write!(f, "{}, outcomes {outcomes:?}, faults {faults:?}, errors {errors:?}", self.in_short())
    }
}
