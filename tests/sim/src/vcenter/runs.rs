//! Backups and how they move through time. The vendor calls them backup jobs; an appliance runs one at a time.

use super::piece::Piece;
use super::shape::{later, message, seconds, time};
use crate::vendor::{Ctx, Script};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// One backup.
#[derive(Debug)]
pub(super) struct Backup {
    /// `YYYYMMDD-hhmmss-build`, UTC.
    pub(super) id: String,
    /// `api` or `scheduler`.
    pub(super) origin: &'static str,
    /// Part of the world as it began.
    pub(super) seeded: bool,
    /// Who started it; nobody, if the schedule did.
    pub(super) user: Option<&'static str>,
    /// The schedule that it belongs to.
    pub(super) schedule: Option<String>,
    /// What job details call it: [`MANUAL`] or another word.
    pub(super) kind: String,
    /// The appliance's version at that time.
    pub(super) version: &'static str,
    pub(super) piece: Piece,
    pub(super) started: Timestamp,
    pub(super) plan: Script,
    pub(super) cancel: Option<Cancel>,
    pub(super) end: Option<End>,
    /// Its archive has been deleted, because newer ones were to be kept.
    pub(super) pruned: bool,
}

/// What job details call a backup that somebody asked for.
pub(super) const MANUAL: &str = "MANUAL";

/// A cancel that was accepted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cancel {
    pub(super) at: Timestamp,
    pub(super) until: Timestamp,
}

/// How a backup ended.
#[derive(Debug)]
pub(super) struct End {
    pub(super) at: Timestamp,
    /// `success`, `warning`, `failed`, `stopped`, or a vendor word.
    pub(super) outcome: String,
    pub(super) progress: u8,
}

impl Backup {
    fn begins(&self) -> Timestamp {
        later(self.started, self.plan.queued_s)
    }

    fn is_good(&self) -> bool {
        matches!(self.plan.outcome.as_str(), "success" | "warning")
    }

    /// It has ended, and well: there is an archive, if that was not deleted.
    pub(super) fn succeeded(&self) -> bool {
        self.end.as_ref().is_some_and(|end| matches!(end.outcome.as_str(), "success" | "warning"))
    }

    /// `queued`, `running` or `finished`.
    pub(super) fn phase(&self, now: Timestamp) -> &'static str {
        if self.end.is_some() {
            "finished"
        } else if self.begins() > now {
            "queued"
        } else {
            "running"
        }
    }

    /// Ends the backup at its own time, if that has come.
    pub(super) fn advance(&mut self, ctx: &Ctx<'_>) {
        if self.end.is_some() {
            return;
        }
        let (at, outcome, progress) = if let Some(cancel) = self.cancel {
            (cancel.until, "stopped", self.percent(cancel.at))
        } else if self.plan.outcome == "hang" {
            return;
        } else {
            let mut at = later(self.begins(), self.plan.duration_s);
            if self.is_good() {
                at = later(at, seconds(ctx.knobs.number("vcenter.late_success_s")));
            }
            (at, self.plan.outcome.as_str(), self.percent(at))
        };
        if at <= ctx.now {
            self.end = Some(End { at, outcome: outcome.to_owned(), progress });
        }
    }

    /// Linear; 100 is for good ends (and the moments before them), others stop short of it.
    fn percent(&self, now: Timestamp) -> u8 {
        let passed = now.as_microsecond().saturating_sub(self.begins().as_microsecond());
        if passed < 0 {
            return 0;
        }
        let whole = i128::from(self.plan.duration_s) * 1_000_000;
        let passed = i128::from(passed);
        let full: i128 = if self.is_good() { 100 } else { 90 };
        if passed >= whole {
            return u8::try_from(full).unwrap_or(100);
        }
        u8::try_from(passed * full / whole).unwrap_or(100).min(99)
    }

    pub(super) fn progress(&self, now: Timestamp) -> u8 {
        match (&self.end, self.cancel) {
            (Some(end), _) => end.progress,
            (None, Some(cancel)) => self.percent(cancel.at),
            (None, None) => self.percent(now),
        }
    }

    /// There is no word for a cancelled job, nor for one with warnings.
    fn state(&self, ctx: &Ctx<'_>) -> String {
        match self.end.as_ref().map(|end| end.outcome.as_str()) {
            None if self.phase(ctx.now) == "queued" => ctx.knobs.text("vcenter.queued_state"),
            None => "INPROGRESS".into(),
            Some("success" | "warning") => "SUCCEEDED".into(),
            Some("failed" | "stopped") => "FAILED".into(),
            Some(raw) => raw.to_owned(),
        }
    }

    /// The first one says what was asked for, the following ones say why. The texts of running and good jobs are ours;
    /// the sentence of a failure is the one administrators quote.
    pub(super) fn messages(&self, ctx: &Ctx<'_>) -> Vec<Value> {
        let chatty = ctx.knobs.on("vcenter.progress_messages");
        let own = self.plan.message.as_str();
        let say = |id: &str, text: &str| message(&format!("com.vmware.applmgmt.backup.job.{id}"), text, &[&self.id]);
        let mut all = Vec::new();
        let Some(end) = &self.end else {
            if chatty {
                let steps = [
                    (0, "validating", "Checking the backup location."),
                    (10, "common", "Backing up inventory and configuration."),
                    (60, "seat", "Backing up stats, events, and tasks."),
                ];
                let reached = self.progress(ctx.now);
                for (_, id, text) in steps.into_iter().filter(|(from, _, _)| *from <= reached) {
                    all.push(say(id, text));
                }
            }
            return all;
        };
        match end.outcome.as_str() {
            "success" if own.is_empty() && chatty => {
                all.push(say("finished", "Backup job finished successfully."));
            }
            "success" => {}
            "warning" => {
                all.push(say("finished", "Backup job finished with warnings."));
            }
            "stopped" => all.push(say("cancelled", "Backup job was cancelled.")),
            _ => all.push(say("failed", "BackupManager encountered an exception. Please check logs for details.")),
        }
        if !own.is_empty() {
            all.push(say("detail", own));
        }
        all
    }

    /// `BackupJobStatus`; `end_time` is left out until there is one.
    pub(super) fn status(&self, ctx: &Ctx<'_>) -> Value {
        let mut body = Map::new();
        if let Some(end) = &self.end {
            body.insert("end_time".into(), time(end.at).into());
        }
        body.insert("id".into(), self.id.clone().into());
        body.insert("messages".into(), self.messages(ctx).into());
        body.insert("progress".into(), self.progress(ctx.now).into());
        body.insert("start_time".into(), time(self.started).into());
        body.insert("state".into(), self.state(ctx).into());
        Value::Object(body)
    }

    /// What is really so.
    pub(super) fn truth(&self, now: Timestamp) -> Value {
        let begun = Some(self.begins()).filter(|at| *at <= now);
        json!({
            "id": self.id,
            "job": super::JOB,
            "origin": self.origin,
            "seeded": self.seeded,
            "user": self.user,
            "schedule": self.schedule,
            "type": self.kind,
            "accepted": time(self.started),
            "started": begun.map(time),
            "ended": self.end.as_ref().map(|end| time(end.at)),
            "state": self.phase(now),
            "outcome": self.end.as_ref().map(|end| end.outcome.as_str()),
            "message": self.plan.message,
            "progress": self.progress(now),
            "cancelled": self.cancel.map(|cancel| time(cancel.at)),
            "parts": self.piece.parts,
            "location_type": self.piece.location_type,
            "location": self.piece.location,
            "location_user": self.piece.location_user,
            "comment": self.piece.comment,
            "encrypted": self.piece.backup_password.is_some(),
            "fast_backup": self.piece.fast_backup,
            "pruned": self.pruned,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{ADMIN, Bench};
    use crate::vendor::Script;
    use serde_json::{Value, json};

    fn script(outcome: &str) -> Script {
        Script { outcome: outcome.into(), duration_s: 100, ..Script::default() }
    }

    fn started(script: Script) -> (Bench, String) {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        bench.script(script);
        let id = bench.create();
        (bench, id)
    }

    #[test]
    fn a_backup_grows_and_succeeds() {
        let (mut bench, id) = started(script("success"));
        assert_eq!(id, "20260115-080000-13010631");
        let seen = bench.status(&id);
        assert_eq!(seen["state"], "INPROGRESS");
        assert_eq!(seen["progress"], 0);
        assert_eq!(seen.get("end_time"), None);
        let mut texts = vec![seen["messages"].as_array().unwrap().len()];
        for percent in [30, 99] {
            bench.advance(percent - bench.passed());
            let seen = bench.status(&id);
            assert_eq!(seen["progress"], percent);
            assert_eq!(seen["state"], "INPROGRESS");
            texts.push(seen["messages"].as_array().unwrap().len());
        }
        bench.advance(1);
        let seen = bench.status(&id);
        texts.push(seen["messages"].as_array().unwrap().len());
        assert_eq!(texts, [1, 2, 3, 1]);
        assert_eq!(seen["state"], "SUCCEEDED");
        assert_eq!(seen["progress"], 100);
        assert_eq!(seen["end_time"], "2026-01-15T08:01:40.000Z");
    }

    #[test]
    fn the_wire_form_is_compact_and_sorted() {
        let (mut bench, id) = started(script("success"));
        bench.set("vcenter.progress_messages", json!(false));
        bench.advance(1000);
        let answer = bench.get(&format!("/rest/appliance/recovery/backup/job/{id}"));
        assert_eq!(
            String::from_utf8(answer.body).unwrap(),
            r#"{"value":{"end_time":"2026-01-15T08:01:40.000Z","id":"20260115-080000-13010631","messages":[],"progress":100,"start_time":"2026-01-15T08:00:00.000Z","state":"SUCCEEDED"}}"#
        );
    }

    #[test]
    fn other_ends() {
        for (outcome, state, progress) in [
            ("warning", "SUCCEEDED", 100),
            ("failed", "FAILED", 90),
            ("stopped", "FAILED", 90),
            ("PARTIAL", "PARTIAL", 90),
        ] {
            let plan = Script { message: "because".into(), ..script(outcome) };
            let (mut bench, id) = started(plan);
            bench.advance(100);
            let seen = bench.status(&id);
            assert_eq!(seen["state"], state, "{outcome}");
            assert_eq!(seen["progress"], progress, "{outcome}");
            let messages = seen["messages"].as_array().unwrap();
            assert_eq!(messages.len(), 2);
            assert_eq!(messages[1]["default_message"], "because");
            assert_eq!(bench.truth(&id)["outcome"], outcome);
        }
    }

    #[test]
    fn a_hang_never_ends() {
        let (mut bench, id) = started(script("hang"));
        bench.advance(10 * 86400);
        bench.enter(ADMIN);
        let seen = bench.status(&id);
        assert_eq!(seen["state"], "INPROGRESS");
        assert!(seen["progress"].as_i64().unwrap() < 100);
    }

    #[test]
    fn a_hundred_per_cent_may_come_before_success() {
        let (mut bench, id) = started(script("success"));
        bench.set("vcenter.late_success_s", json!(20));
        bench.advance(119);
        let seen = bench.status(&id);
        assert_eq!((&seen["state"], &seen["progress"]), (&json!("INPROGRESS"), &json!(100)));
        bench.advance(1);
        let seen = bench.status(&id);
        assert_eq!(seen["state"], "SUCCEEDED");
        assert_eq!(seen["end_time"], "2026-01-15T08:02:00.000Z");
    }

    #[test]
    fn a_waiting_job_may_say_none() {
        let (mut bench, id) = started(Script { queued_s: 10, ..script("success") });
        assert_eq!(bench.status(&id)["state"], "INPROGRESS");
        bench.set("vcenter.queued_state", json!("NONE"));
        assert_eq!(bench.status(&id)["state"], "NONE");
        assert_eq!(bench.truth(&id)["state"], "queued");
        assert_eq!(bench.truth(&id)["started"], Value::Null);
        bench.advance(10);
        assert_eq!(bench.status(&id)["state"], "INPROGRESS");
        assert_eq!(bench.status(&id)["progress"], 0);
        bench.advance(50);
        assert_eq!(bench.status(&id)["progress"], 50);
    }

    #[test]
    fn truth_keeps_the_comment_but_no_secret() {
        let (bench, id) = started(script("success"));
        let run = bench.truth(&id);
        assert_eq!(run["comment"], "nightly");
        assert_eq!(run["job"], "appliance-backup");
        assert_eq!(run["origin"], "api");
        assert_eq!(run["user"], "administrator@vsphere.local");
        assert_eq!(run["encrypted"], true);
        assert!(!run.to_string().contains("Encrypt-1!"));
    }
}
