//! The world as it begins, on 2026-01-15T08:00:00Z: one site, fourteen jobs (so that a list needs two pages of ten), and
//! what they did before.

use super::jobs::{Job, Kind};
use super::runs::{self, Execution};
use crate::vendor::Script;
use jiff::Timestamp;
use std::collections::{BTreeMap, VecDeque};

const DAY: u64 = 86_400;

/// The one site, and those that can be restored to.
pub(super) const SITE: &str = "ACMEPRD1";
pub(super) const SITES: [&str; 2] = [SITE, "ACMEDR01"];
/// The account of Lake, in paths and in answers.
pub(super) const ACCOUNT: &str = "4sfw9u-acme";
pub(super) const INTERNAL_ACCOUNT: &str = "acc-51c07be2";
/// The organization of that account.
pub(super) const ORGANIZATION: &str = "acme-sim";
/// The database user, with a password and what the console made for it.
pub(super) const USERNAME: &str = "sim_restorer";
pub(super) const PASSWORD: &str = "Sim-Database-Passw0rd!";
pub(super) const ACCESS_TOKEN: &str = "sim-personal-access-token-7Qk2vX9b";
pub(super) const KEY_NAME: &str = "sim-lake-key";
/// A client of the token endpoint.
pub(super) const CLIENT_ID: &str = "sim-oauth-client";
pub(super) const CLIENT_SECRET: &str = "sim-oauth-client-secret-3fLw8";

/// The first moment.
pub(super) fn beginning() -> Timestamp {
    at("2026-01-15T08:00:00Z")
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap_or(Timestamp::UNIX_EPOCH)
}

fn job(id: i64, name: &'static str, database: &'static str) -> Job {
    Job {
        id,
        name,
        description: "",
        kind: Kind::Backup,
        backup_type: "FULL",
        active: true,
        auto_abort_active: false,
        auto_abort_minutes: 0,
        priority: 3,
        retention: 3,
        schedule: Some((at("2026-01-16T03:00:00Z"), DAY)),
        target: None,
        database,
        excluded: &[],
        parts: 2,
        size: 12_884_901_888 + id,
        scripts: VecDeque::new(),
    }
}

/// All jobs by id.
pub(super) fn jobs() -> BTreeMap<i64, Job> {
    let jobs = [
        Job {
            description: "test backup plan for employee database",
            priority: 1,
            retention: 2,
            schedule: Some((at("2026-01-15T11:31:02.282298Z"), DAY)),
            excluded: &["DEPARTMENT"],
            size: 1_000_000,
            ..job(34, "test_backup_plan", "EMPLOYEE")
        },
        Job {
            description: "nightly sales mart",
            backup_type: "DELTA",
            auto_abort_minutes: 240,
            priority: 1,
            retention: 7,
            schedule: Some((at("2026-01-15T02:00:00Z"), DAY)),
            target: Some(("ACMEDR01", 3)),
            excluded: &["SALES_TMP"],
            parts: 11,
            size: 1_468_006_400_020,
            ..job(71, "sales_nightly", "SALES")
        },
        Job {
            description: "personnel, every Sunday",
            priority: 2,
            retention: 4,
            schedule: Some((at("2026-01-11T03:00:00Z"), 7 * DAY)),
            ..job(72, "hr_weekly", "HR")
        },
        Job {
            description: "month-end ledgers",
            schedule: Some((at("2026-02-01T04:00:00Z"), 31 * DAY)),
            retention: 12,
            ..job(73, "finance_monthly", "FINANCE")
        },
        Job { backup_type: "DELTA", ..job(74, "marketing_daily", "MARKETING") },
        Job {
            description: "stopped by the system after four hours",
            backup_type: "DELTA",
            auto_abort_active: true,
            auto_abort_minutes: 240,
            ..job(75, "web_clickstream", "CLICKS")
        },
        Job {
            description: "planned, never run",
            backup_type: "DELTA",
            schedule: None,
            ..job(76, "inventory_new", "INVENTORY")
        },
        job(77, "logistics_daily", "LOGISTICS"),
        job(78, "supplier_master", "SUPPLIER"),
        job(79, "risk_models", "RISK"),
        Job {
            description: "restores the sales mart for a drill",
            kind: Kind::Restore { from: 71 },
            schedule: None,
            retention: 0,
            target: Some(("ACMEDR01", 0)),
            ..job(80, "sales_restore_drill", "SALES")
        },
        Job { description: "switched off before its first run", active: false, ..job(81, "crm_archive", "CRM") },
        job(82, "iot_telemetry", "IOT"),
        job(83, "audit_log", "AUDIT"),
    ];
    jobs.into_iter().map(|job| (job.id, job)).collect()
}

/// Job, start, microseconds, run type, outcome, sentence.
type Past = (i64, &'static str, i64, &'static str, &'static str, &'static str);

const MINUTE: i64 = 60_000_000;

/// In order of their start; the last one is execution 905.
const HISTORY: &[Past] = &[
    (73, "2026-01-01T04:00:02Z", 95 * MINUTE, "FULL", "warning", "2 of 118 objects were skipped."),
    (71, "2026-01-04T02:00:03Z", 180 * MINUTE, "FULL", "success", ""),
    (72, "2026-01-04T03:00:02Z", 31 * MINUTE, "FULL", "success", ""),
    (71, "2026-01-05T02:00:03Z", 40 * MINUTE, "DELTA", "success", ""),
    (71, "2026-01-06T02:00:03Z", 42 * MINUTE, "DELTA", "success", ""),
    (71, "2026-01-07T02:00:03Z", 39 * MINUTE, "DELTA", "success", ""),
    (71, "2026-01-08T02:00:03Z", 44 * MINUTE, "DELTA", "success", ""),
    (71, "2026-01-09T02:00:03Z", 41 * MINUTE, "DELTA", "success", ""),
    (71, "2026-01-10T02:00:03Z", 38 * MINUTE, "DELTA", "success", ""),
    (75, "2026-01-11T01:00:02Z", 150 * MINUTE, "FULL", "success", ""),
    (71, "2026-01-11T02:00:03Z", 184 * MINUTE, "FULL", "success", ""),
    (72, "2026-01-11T03:00:02Z", 4 * MINUTE, "FULL", "failed", "Access right violation on HR.PAYROLL."),
    (71, "2026-01-12T02:00:03Z", 37 * MINUTE, "DELTA", "success", ""),
    (74, "2026-01-12T05:00:02Z", 25 * MINUTE, "FULL", "success", ""),
    (80, "2026-01-12T09:12:44Z", 205 * MINUTE, "FULL", "success", ""),
    (71, "2026-01-13T02:00:03Z", 43 * MINUTE, "DELTA", "success", ""),
    (75, "2026-01-14T01:00:02Z", 240 * MINUTE, "DELTA", "stopped", "Aborted automatically after 240 minutes."),
    (71, "2026-01-14T02:00:03Z", 40 * MINUTE, "DELTA", "success", ""),
    (77, "2026-01-14T03:00:02Z", 12 * MINUTE, "FULL", "success", ""),
    (78, "2026-01-14T03:00:03Z", 9 * MINUTE, "FULL", "success", ""),
    (79, "2026-01-14T03:00:04Z", 17 * MINUTE, "FULL", "success", ""),
    (82, "2026-01-14T03:00:05Z", 14 * MINUTE, "FULL", "success", ""),
    (83, "2026-01-14T03:00:06Z", 8 * MINUTE, "FULL", "success", ""),
    (74, "2026-01-14T05:00:02Z", 3 * MINUTE, "DELTA", "success", ""),
    (71, "2026-01-15T02:00:03Z", 2_474_512_340, "DELTA", "success", ""),
];

/// The id of the newest execution of the beginning.
const NEWEST: i64 = 905;

/// What the jobs did before, ascending by id, and the next free id.
pub(super) fn executions(jobs: &BTreeMap<i64, Job>) -> (Vec<Execution>, i64) {
    // The vendor's own sample, three years ago.
    let sample: Past = (34, "2022-12-07T11:31:00Z", 4 * MINUTE, "FULL", "success", "");
    let mut all = Vec::new();
    push(&mut all, jobs, 121, &sample);
    for (back, past) in (0..).zip(HISTORY.iter().rev()).collect::<Vec<_>>().into_iter().rev() {
        push(&mut all, jobs, NEWEST - back, past);
    }
    for job in jobs.values() {
        runs::retain(&mut all, job);
    }
    (all, NEWEST + 1)
}

fn push(all: &mut Vec<Execution>, jobs: &BTreeMap<i64, Job>, id: i64, past: &Past) {
    let (job_id, start, micros, run_type, outcome, detail) = *past;
    let Some(job) = jobs.get(&job_id) else {
        return;
    };
    let begins = at(start);
    let source = match job.kind {
        Kind::Restore { from } => Some((from, "")),
        Kind::Backup if run_type == "DELTA" => Some((job_id, "FULL")),
        Kind::Backup => None,
    };
    let parent = source.and_then(|(from, kind)| {
        all.iter()
            .rev()
            .find(|e| e.job == from && e.is_good_backup() && (kind.is_empty() || e.run_type == kind))
            .map(|e| e.id)
    });
    let mut execution = Execution {
        id,
        job: job_id,
        origin: "scheduler",
        seeded: true,
        restore: None,
        run_type: run_type.into(),
        accepted: begins,
        begins: Some(begins),
        behind: None,
        plan: Script::default(),
        parent,
        hidden_polls: 0,
        end: None,
        saveset_deleted: false,
    };
    let ended = Timestamp::from_microsecond(begins.as_microsecond() + micros).unwrap_or(begins);
    execution.end = Some(runs::end(job, &execution, ended, outcome.into(), detail.into()));
    all.push(execution);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_beginning_is_in_order() {
        let jobs = jobs();
        assert_eq!(jobs.len(), 14);
        let (all, next) = executions(&jobs);
        assert_eq!(next, 906);
        assert_eq!(all.len(), HISTORY.len() + 1);
        assert_eq!(all[0].id, 121);
        assert_eq!(all[1].id, 881);
        assert_eq!(all.last().unwrap().id, 905);
        for pair in all.windows(2) {
            assert!(pair[0].id < pair[1].id);
            assert!(pair[0].accepted < pair[1].accepted);
            assert!(pair[0].accepted > Timestamp::UNIX_EPOCH);
        }
        assert!(all.iter().all(|e| e.end_time().unwrap() < beginning()));
        assert!(all.iter().filter(|e| e.run_type == "DELTA" || e.job == 80).all(|e| e.parent.is_some()));
    }
}
