//! Runs of backup jobs: what one goes through from its start to its end.

use super::State;
use super::error::not_found;
use super::jobs::Job;
use super::when;
use crate::http::Response;
use crate::vendor::{Ctx, Script};
use jiff::Timestamp;
use serde_json::{Value, json};

/// One run of a backup job.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Order of creation; the id comes from it.
    pub(super) sequence: u64,
    /// The session's UUID.
    pub(super) id: String,
    /// The job's UUID.
    pub(super) job: String,
    /// Objects the job has, for the progress.
    pub(super) objects: u64,
    /// `api` or `scheduler`.
    pub(super) origin: &'static str,
    /// Whether the caller asked for a full backup, where he could say.
    pub(super) full: Option<bool>,
    /// When the session was created.
    pub(super) started: Timestamp,
    /// When it leaves the queue.
    pub(super) runs_from: Timestamp,
    /// When it ends by itself; `None` never.
    pub(super) ends: Option<Timestamp>,
    /// When it is stopped, once somebody asked for it.
    pub(super) stops: Option<Timestamp>,
    /// When it was over.
    pub(super) ended: Option<Timestamp>,
    /// The vendor's word now.
    pub(super) status: String,
    /// The vendor's word at its own end.
    pub(super) final_word: String,
    /// The sentence about the end.
    pub(super) message: String,
    /// Session lists that do not show it yet.
    pub(super) hidden_from_lists: i64,
    /// Job reads that do not mirror it yet.
    pub(super) hidden_from_job: i64,
}

impl Run {
    /// A run as the script has it, created now.
    pub(super) fn new(sequence: u64, job: &Job, origin: &'static str, now: Timestamp, script: &Script) -> Self {
        let runs_from = when::later(now, script.queued_s);
        let hangs = script.outcome == "hang";
        Self {
            sequence,
            id: format!("5e551011-0000-4000-8000-{sequence:012x}"),
            job: job.id.clone(),
            objects: job.objects,
            origin,
            full: None,
            started: now,
            runs_from,
            ends: (!hangs).then(|| when::later(runs_from, script.duration_s)),
            stops: None,
            ended: None,
            status: "Queued".into(),
            final_word: match script.outcome.as_str() {
                "success" => "Success",
                "warning" => "Warning",
                "failed" => "Failed",
                "stopped" => "Stopped",
                raw => raw,
            }
            .to_owned(),
            message: script.message.clone(),
            hidden_from_lists: 0,
            hidden_from_job: 0,
        }
    }

    /// Whether it is over.
    pub(super) fn finished(&self) -> bool {
        self.ended.is_some()
    }

    /// Whether it left something to restore from.
    pub(super) fn has_point(&self) -> bool {
        self.finished() && matches!(self.status.as_str(), "Success" | "Warning")
    }

    /// Moves on to `now`; true if it ended just now.
    pub(super) fn tick(&mut self, now: Timestamp) -> bool {
        if self.finished() {
            return false;
        }
        let end = match (self.stops, self.ends) {
            (Some(at), _) => Some((at, "Stopped")),
            (None, Some(at)) => Some((at, self.final_word.as_str())),
            (None, None) => None,
        };
        match end {
            Some((at, word)) if at <= now => {
                self.status = word.to_owned();
                self.ended = Some(at);
                true
            }
            _ => {
                let running = self.runs_from <= now;
                self.status = if running { "Running" } else { "Queued" }.into();
                false
            }
        }
    }

    /// Objects processed so far (a count, not a percentage). Only a good end reaches them all.
    pub(super) fn progress(&self, now: Timestamp) -> u64 {
        if self.has_point() {
            return self.objects;
        }
        let done = self.worked_s(now);
        let whole = match self.ends {
            Some(ends) => seconds(self.runs_from, ends).max(1),
            None => 3600,
        };
        (self.objects.saturating_mul(done) / whole).min(self.objects.saturating_sub(1))
    }

    /// Seconds of work so far.
    pub(super) fn worked_s(&self, now: Timestamp) -> u64 {
        seconds(self.runs_from, self.ended.unwrap_or(now))
    }

    /// What is so about this run.
    pub(super) fn truth(&self) -> Value {
        let state = match self.status.as_str() {
            _ if self.finished() => "finished",
            "Queued" => "queued",
            _ => "running",
        };
        let outcome = self.ended.map(|_| match self.status.as_str() {
            word @ ("Success" | "Warning" | "Failed" | "Stopped") => word.to_ascii_lowercase(),
            raw => raw.to_owned(),
        });
        json!({
            "id": self.id, "job": self.job, "origin": self.origin, "state": state, "outcome": outcome,
            "started": self.started.to_string(), "ended": self.ended.map(|at| at.to_string()),
            "status": self.status, "message": self.message, "full": self.full,
            "stop_requested": self.stops.is_some(),
        })
    }
}

fn seconds(from: Timestamp, to: Timestamp) -> u64 {
    u64::try_from(to.as_second() - from.as_second()).unwrap_or(0)
}

impl State {
    /// Creates a run of the job with this index as its next script has it.
    pub(super) fn begin(&mut self, ctx: &Ctx<'_>, job: usize, origin: &'static str, full: Option<bool>) -> Value {
        let sequence = self.next_run;
        let Some(job) = self.jobs.get_mut(job) else {
            return Value::Null;
        };
        let script = job.scripts.pop_front().unwrap_or_default();
        let mut run = Run::new(sequence, job, origin, ctx.now, &script);
        run.full = full;
        run.hidden_from_lists = ctx.knobs.number("veeam.session_lag");
        run.hidden_from_job = ctx.knobs.number("veeam.status_lag");
        self.next_run += 1;
        self.runs.push(run);
        self.advance(ctx.now);
        self.runs.last().map_or(Value::Null, Run::truth)
    }

    /// Moves all runs on; a good end is a new restore point.
    pub(super) fn advance(&mut self, now: Timestamp) {
        for run in &mut self.runs {
            if run.tick(now) && run.has_point() {
                let ended = run.ended.unwrap_or(now);
                self.organization.last_backup = self.organization.last_backup.max(ended);
            }
        }
    }

    /// The run of a job that is not over, if there is one.
    pub(super) fn unfinished(&mut self, job: &str) -> Option<&mut Run> {
        self.runs.iter_mut().find(|r| r.job == job && !r.finished())
    }

    /// The run with that id.
    pub(super) fn find_run(&self, id: &str) -> Result<&Run, Response> {
        self.runs.iter().find(|r| r.id == id).ok_or_else(|| not_found("Job session"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{Bench, MAIL};
    use serde_json::{Value, json};

    const START: &str = "/v6/Jobs/3396ba22-21b1-4666-a631-0edfc12a59cd/start";

    #[test]
    fn a_run_goes_through_queue_work_and_end() {
        let mut bench = Bench::new();
        bench.script(
            MAIL,
            json!({"outcome": "warning", "queued_s": 30, "duration_s": 120, "message": "2 mailboxes were skipped"}),
        );
        bench.post(START, "{}");
        let id = bench.newest()["id"].as_str().unwrap().to_owned();
        let one = format!("/v6/JobSessions/{id}");
        let queued = bench.get(&one);
        assert_eq!(
            (&queued["status"], &queued["progress"], queued.get("endTime")),
            (&json!("Queued"), &json!(0), None)
        );
        assert_eq!(bench.newest()["state"], "queued");
        // v2 has no word for it.
        assert_eq!(bench.get(&format!("/v2/JobSessions/{id}"))["status"], "Running");
        assert_eq!(bench.get(&format!("/v5/Jobs/{MAIL}"))["lastStatus"], "Queued");
        bench.advance(30);
        assert_eq!(bench.get(&one)["status"], "Running");
        bench.advance(60);
        let running = bench.get(&one);
        assert_eq!((&running["status"], &running["progress"]), (&json!("Running"), &json!(600)));
        assert_eq!(running["statistics"]["processingRateItemsPS"], 10);
        bench.advance(59);
        assert_eq!(bench.newest()["state"], "running");
        assert_eq!(bench.newest()["outcome"], Value::Null);
        bench.advance(1);
        let done = bench.get(&one);
        assert_eq!((&done["status"], &done["progress"]), (&json!("Warning"), &json!(1200)));
        assert_eq!(
            (&done["endTime"], &done["details"]),
            (&json!("2026-01-15T08:02:30.0000000Z"), &json!("2 mailboxes were skipped"))
        );
        let truth = bench.newest();
        assert_eq!(
            (&truth["state"], &truth["outcome"], &truth["ended"]),
            (&json!("finished"), &json!("warning"), &json!("2026-01-15T08:02:30Z"))
        );
        let organization = bench.get("/v6/Organizations")[0].clone();
        assert_eq!(organization["lastBackuptime"], "2026-01-15T08:02:30.0000000Z");
    }

    #[test]
    fn every_outcome_has_its_word() {
        for (outcome, word, truth) in [
            ("success", "Success", "success"),
            ("failed", "Failed", "failed"),
            ("stopped", "Stopped", "stopped"),
            ("Disconnected", "Disconnected", "Disconnected"),
            ("Entgleist", "Entgleist", "Entgleist"),
        ] {
            let mut bench = Bench::new();
            bench.script(MAIL, json!({"outcome": outcome}));
            bench.post(START, "{}");
            bench.advance(60);
            assert_eq!(bench.get(&format!("/v6/Jobs/{MAIL}"))["lastStatus"], word);
            assert_eq!(bench.newest()["outcome"], truth);
            // The script is used up.
            bench.post(START, "{}");
            bench.advance(60);
            assert_eq!(bench.newest()["outcome"], "success");
        }
    }

    #[test]
    fn a_hanging_run_never_ends_and_never_is_complete() {
        let mut bench = Bench::new();
        bench.script(MAIL, json!({"outcome": "hang"}));
        bench.post(START, "{}");
        bench.advance(3000);
        assert_eq!(bench.get("/v6/JobSessions?limit=1")["results"][0]["progress"], 1000);
        bench.advance(10_000_000);
        assert_eq!(bench.newest()["state"], "running");
    }
}
