//! Executions: how they move through time.

use super::jobs::{Job, Kind};
use super::shape::later;
use crate::vendor::{Ctx, Script};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// One execution.
#[derive(Debug)]
pub(super) struct Execution {
    pub(super) id: i64,
    pub(super) job: i64,
    /// `api` or `scheduler`.
    pub(super) origin: &'static str,
    /// Part of the world as it began.
    pub(super) seeded: bool,
    /// A restore out of a backup of the job; `None` for what the job itself does.
    pub(super) restore: Option<Restore>,
    pub(super) run_type: String,
    pub(super) accepted: Timestamp,
    /// When it leaves the queue; unknown while it waits for another one.
    pub(super) begins: Option<Timestamp>,
    /// The execution it waits for.
    pub(super) behind: Option<i64>,
    pub(super) plan: Script,
    /// The backup that a restore takes, or the full backup that a DELTA builds on.
    pub(super) parent: Option<i64>,
    /// How often lists still leave it out.
    pub(super) hidden_polls: i64,
    pub(super) end: Option<End>,
    pub(super) saveset_deleted: bool,
}

/// What a restore was asked for.
#[derive(Debug)]
pub(super) struct Restore {
    pub(super) name: String,
    pub(super) target_site: String,
    pub(super) objects: Vec<String>,
}

/// How an execution ended.
#[derive(Debug)]
pub(super) struct End {
    pub(super) at: Timestamp,
    /// `success`, `warning`, `failed`, `stopped`, or a vendor word.
    pub(super) outcome: String,
    pub(super) detail: String,
    pub(super) size: i64,
    pub(super) saveset: i64,
}

impl Execution {
    pub(super) fn begun(&self, now: Timestamp) -> bool {
        self.begins.is_some_and(|at| at <= now)
    }

    /// Whether it restores, by itself or because its job does.
    pub(super) fn is_restore(&self, job: &Job) -> bool {
        self.restore.is_some() || job.kind != Kind::Backup
    }

    /// The vendor's word for what it does.
    pub(super) fn job_type(&self, job: &Job) -> &'static str {
        if self.is_restore(job) { "RESTORE" } else { job.kind.word() }
    }

    /// `queued`, `running` or `finished`.
    pub(super) fn phase(&self, now: Timestamp) -> &'static str {
        match (&self.end, self.begun(now)) {
            (Some(_), _) => "finished",
            (None, true) => "running",
            (None, false) => "queued",
        }
    }

    /// The vendor's word for where it is; only `SUCCESSFUL` is documented.
    pub(super) fn word(&self, ctx: &Ctx<'_>) -> String {
        let knob = match &self.end {
            None if self.begun(ctx.now) => "teradata.status_running",
            None => "teradata.status_queued",
            Some(end) => match end.outcome.as_str() {
                "success" => "teradata.status_success",
                "warning" => "teradata.status_warning",
                "failed" => "teradata.status_failed",
                "stopped" => "teradata.status_stopped",
                raw => return raw.to_owned(),
            },
        };
        ctx.knobs.text(knob)
    }

    pub(super) fn start_time(&self, ctx: &Ctx<'_>) -> Option<Timestamp> {
        if ctx.knobs.text("teradata.queued_start_time") == "accepted" {
            return Some(self.accepted);
        }
        self.begins.filter(|at| *at <= ctx.now)
    }

    pub(super) fn end_time(&self) -> Option<Timestamp> {
        self.end.as_ref().map(|end| end.at)
    }

    pub(super) fn size(&self) -> i64 {
        self.end.as_ref().map_or(0, |end| end.size)
    }

    /// Whether there is a backup to restore from.
    pub(super) fn is_good_backup(&self) -> bool {
        self.end.as_ref().is_some_and(|end| end.saveset > 0)
    }

    /// When and how it ends, as far as that is settled.
    fn planned_end(&self, job: &Job, auto_abort: bool) -> Option<(Timestamp, String, String)> {
        let begins = self.begins?;
        let natural = (self.plan.outcome != "hang").then(|| later(begins, self.plan.duration_s));
        let minutes = job.auto_abort_minutes;
        if auto_abort && job.auto_abort_active && minutes > 0 && self.restore.is_none() {
            let limit = later(begins, u64::from(minutes) * 60);
            if natural.is_none_or(|at| limit < at) {
                let detail = format!("Aborted automatically after {minutes} minutes.");
                return Some((limit, "stopped".into(), detail));
            }
        }
        let detail = match (self.plan.message.as_str(), self.plan.outcome.as_str()) {
            ("", "failed") if self.restore.is_some() => "The restore failed.".to_owned(),
            ("", "failed") => "The job failed.".to_owned(),
            ("", "warning") => "The job completed with warnings.".to_owned(),
            ("", "stopped") => "The job was aborted.".to_owned(),
            (message, _) => message.to_owned(),
        };
        natural.map(|at| (at, self.plan.outcome.clone(), detail))
    }
}

/// Moves all executions on to `now`; each ends at its own time, not at that of the tick.
pub(super) fn advance(executions: &mut [Execution], jobs: &BTreeMap<i64, Job>, now: Timestamp, auto_abort: bool) {
    let mut touched = BTreeSet::new();
    for index in 0..executions.len() {
        let (before, rest) = executions.split_at_mut(index);
        let Some(execution) = rest.first_mut() else {
            continue;
        };
        if execution.end.is_some() {
            continue;
        }
        if let Some(first) = execution.behind {
            let free = before.iter().find(|e| e.id == first);
            let Some(free) = free.and_then(Execution::end_time) else {
                continue;
            };
            let from = free.max(execution.accepted);
            execution.begins = Some(later(from, execution.plan.queued_s));
            execution.behind = None;
        }
        let Some(job) = jobs.get(&execution.job) else {
            continue;
        };
        if let Some((at, outcome, detail)) = execution.planned_end(job, auto_abort)
            && at <= now
        {
            execution.end = Some(end(job, execution, at, outcome, detail));
            touched.insert(job.id);
        }
    }
    for job in touched.iter().filter_map(|id| jobs.get(id)) {
        retain(executions, job);
    }
}

/// An aborted or failed run leaves no saveset; a restore never has one.
pub(super) fn end(job: &Job, execution: &Execution, at: Timestamp, outcome: String, detail: String) -> End {
    let good = matches!(outcome.as_str(), "success" | "warning");
    let (size, saveset) = match good {
        false => (0, 0),
        true if execution.is_restore(job) => (job.size, 0),
        true if execution.run_type == "DELTA" => (job.size / 20, 5000 + execution.id),
        true => (job.size, 5000 + execution.id),
    };
    End { at, outcome, detail, size, saveset }
}

/// Keeps the newest `no_of_retention_copies` savesets of the job.
pub(super) fn retain(executions: &mut [Execution], job: &Job) {
    if job.retention == 0 {
        return;
    }
    let mut kept: Vec<&mut Execution> =
        executions.iter_mut().filter(|e| e.job == job.id && e.is_good_backup()).collect();
    kept.sort_by_key(|e| std::cmp::Reverse((e.end_time(), e.id)));
    for old in kept.into_iter().skip(job.retention) {
        old.saveset_deleted = true;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use crate::vendor::Script;
    use serde_json::json;

    #[test]
    fn outcomes_have_their_words() {
        for (outcome, word, knob) in [
            ("success", "SUCCESSFUL", "teradata.status_success"),
            ("warning", "WARNING", "teradata.status_warning"),
            ("failed", "FAILED", "teradata.status_failed"),
            ("stopped", "ABORTED", "teradata.status_stopped"),
        ] {
            let mut bench = Bench::new();
            bench.script("71", Script { outcome: outcome.into(), ..Script::default() });
            bench.execute(71);
            bench.advance(59);
            let row = |b: &mut Bench| b.get_json("jobs/71/executions")[0].clone();
            assert_eq!(row(&mut bench)["status"], "EXECUTING");
            bench.advance(1);
            let seen = row(&mut bench);
            assert_eq!(seen["status"], word);
            let kept = matches!(outcome, "success" | "warning");
            assert_eq!(seen["saveset_id"].as_i64().unwrap() > 0, kept, "{outcome}");
            bench.set(knob, json!("SOMETHING"));
            assert_eq!(row(&mut bench)["status"], "SOMETHING");
        }
    }

    #[test]
    fn an_unknown_word_and_a_message_pass_through() {
        let mut bench = Bench::new();
        bench.script(
            "sales_nightly",
            Script { outcome: "EVAPORATED".into(), message: "disk full".into(), ..Script::default() },
        );
        bench.execute(71);
        bench.advance(60);
        let row = bench.get_json("jobs/71/executions")[0].clone();
        assert_eq!(row["status"], "EVAPORATED");
        assert_eq!(row["status_detail"], "disk full");
        assert_eq!(row["end_time"], "2026-01-15T08:01:00.000000Z");
    }

    #[test]
    fn a_queued_run_says_so() {
        let mut bench = Bench::new();
        bench.script("71", Script { queued_s: 30, ..Script::default() });
        bench.set("teradata.queued_start_time", json!("empty"));
        bench.execute(71);
        bench.advance(29);
        let row = |b: &mut Bench| b.get_json("jobs/71/executions")[0].clone();
        let seen = row(&mut bench);
        assert_eq!(seen["status"], "QUEUED");
        assert_eq!(seen["start_time"], "");
        assert_eq!(seen["server_execution_id"], "");
        bench.advance(1);
        let seen = row(&mut bench);
        assert_eq!(seen["status"], "EXECUTING");
        assert_eq!(seen["start_time"], "2026-01-15T08:00:30.000000Z");
        bench.set("teradata.queued_start_time", json!("accepted"));
        assert_eq!(row(&mut bench)["start_time"], "2026-01-15T08:00:00.000000Z");
        bench.advance(60);
        assert_eq!(row(&mut bench)["end_time"], "2026-01-15T08:01:30.000000Z");
    }

    #[test]
    fn a_hang_ends_only_by_auto_abort() {
        let hang = || Script { outcome: "hang".into(), ..Script::default() };
        let mut bench = Bench::new();
        bench.script("71", hang());
        bench.script("75", hang());
        bench.execute(71);
        bench.execute(75);
        bench.advance(240 * 60 - 1);
        assert_eq!(bench.get_json("jobs/75/executions")[0]["status"], "EXECUTING");
        bench.advance(100 * 86400);
        let row = bench.get_json("jobs/75/executions")[0].clone();
        assert_eq!(row["status"], "ABORTED");
        assert_eq!(row["end_time"], "2026-01-15T12:00:00.000000Z");
        assert_eq!(row["saveset_id"], 0);
        assert_eq!(bench.get_json("jobs/71/executions")[0]["status"], "EXECUTING");
        bench.set("teradata.auto_abort", json!(false));
        bench.script("75", hang());
        bench.execute(75);
        bench.advance(86400);
        assert_eq!(bench.get_json("jobs/75/executions")[0]["status"], "EXECUTING");
    }

    #[test]
    fn old_savesets_are_deleted() {
        let mut bench = Bench::new();
        let deleted = |b: &mut Bench| {
            let rows = b.get_json("jobs/71/executions");
            let flags: Vec<bool> =
                rows.as_array().unwrap().iter().map(|e| e["is_saveset_deleted"].as_bool().unwrap()).collect();
            flags
        };
        assert_eq!(deleted(&mut bench).iter().filter(|d| !**d).count(), 7);
        bench.execute(71);
        bench.advance(60);
        let after = deleted(&mut bench);
        assert_eq!(after.len(), 13);
        assert!(after[..7].iter().all(|d| !d));
        assert!(after[7..].iter().all(|d| *d));
    }
}
