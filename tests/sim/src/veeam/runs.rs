//! Runs of backup and copy jobs: what one goes through from its start to its end.

use super::State;
use super::copy_jobs::CopyJob;
use super::error::not_found;
use super::jobs::Job;
use super::when;
use crate::http::Response;
use crate::vendor::Script;
use jiff::Timestamp;
use serde_json::{Value, json};

/// Whose run it is, as far as the run itself needs it (the job may be deleted while its sessions stay).
#[derive(Clone, Debug)]
pub(super) struct Owner {
    /// UUID of the backup job or copy job.
    pub(super) job: String,
    /// Whether it is a copy job.
    pub(super) copy: bool,
    /// UUID of the repository it writes to.
    pub(super) repository: String,
    /// Objects the job has, for the progress.
    pub(super) objects: u64,
}

impl Owner {
    /// A backup job.
    pub(super) fn backup(job: &Job) -> Self {
        Self { job: job.id.clone(), copy: false, repository: job.repository.clone(), objects: job.objects }
    }

    /// A copy job, with the objects of its source.
    pub(super) fn copy(copy: &CopyJob, objects: u64) -> Self {
        Self { job: copy.id.clone(), copy: true, repository: copy.repository.clone(), objects }
    }
}

/// One run.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Order of creation; the id comes from it.
    pub(super) sequence: u64,
    /// The session's UUID.
    pub(super) id: String,
    /// Whose it is.
    pub(super) owner: Owner,
    /// `api`, `scheduler`, or what made it start: `retry`, `source` (a copy job after its source), `created`.
    pub(super) origin: &'static str,
    /// Whether the caller asked for a full backup, where he could say.
    pub(super) full: Option<bool>,
    /// Number of the retry; 0 for a first attempt.
    pub(super) retry: u64,
    /// UUID of the first attempt's session, for a retry.
    pub(super) main: Option<String>,
    /// Whether it ended so that a retry was planned.
    pub(super) will_be_retried: bool,
    /// When that retry begins, while it is still to come.
    pub(super) retry_at: Option<Timestamp>,
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
    /// Times something about it changed; v8 shows it.
    pub(super) etag: u64,
    /// Session lists that do not show it yet.
    pub(super) hidden_from_lists: i64,
    /// Job reads that do not mirror it yet.
    pub(super) hidden_from_job: i64,
}

impl Run {
    /// A run as the script has it, created now.
    pub(super) fn new(sequence: u64, owner: Owner, origin: &'static str, now: Timestamp, script: &Script) -> Self {
        let runs_from = when::later(now, script.queued_s);
        let hangs = script.outcome == "hang";
        Self {
            sequence,
            id: format!("5e551011-0000-4000-8000-{sequence:012x}"),
            owner,
            origin,
            full: None,
            retry: 0,
            main: None,
            will_be_retried: false,
            retry_at: None,
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
            etag: 1,
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
        let (word, ended) = match end {
            Some((at, word)) if at <= now => (word.to_owned(), Some(at)),
            _ => (if self.runs_from <= now { "Running" } else { "Queued" }.to_owned(), None),
        };
        if word != self.status {
            self.etag += 1;
        }
        self.status = word;
        self.ended = ended;
        ended.is_some()
    }

    /// Objects processed so far (a count, not a percentage). Only a good end reaches them all.
    pub(super) fn progress(&self, now: Timestamp) -> u64 {
        let objects = self.owner.objects;
        if self.has_point() {
            return objects;
        }
        let done = self.worked_s(now);
        let whole = match self.ends {
            Some(ends) => seconds(self.runs_from, ends).max(1),
            None => 3600,
        };
        (objects.saturating_mul(done) / whole).min(objects.saturating_sub(1))
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
            "id": self.id, "job": self.owner.job, "origin": self.origin, "state": state, "outcome": outcome,
            "started": self.started.to_string(), "ended": self.ended.map(|at| at.to_string()),
            "status": self.status, "message": self.message, "full": self.full,
            "stop_requested": self.stops.is_some(), "kind": if self.owner.copy { "copy" } else { "backup" },
            "retry": self.retry, "main": self.main, "will_be_retried": self.will_be_retried,
        })
    }
}

fn seconds(from: Timestamp, to: Timestamp) -> u64 {
    u64::try_from(to.as_second() - from.as_second()).unwrap_or(0)
}

impl State {
    /// The run of a job that is not over, if there is one.
    pub(super) fn unfinished(&mut self, job: &str) -> Option<&mut Run> {
        self.runs.iter_mut().find(|r| r.owner.job == job && !r.finished())
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
