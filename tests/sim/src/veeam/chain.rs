//! How runs begin, and what follows from their ends: restore points, retries, copies.

use super::State;
use super::runs::{Owner, Run};
use super::when;
use crate::vendor::Ctx;
use jiff::Timestamp;
use serde_json::Value;

/// What makes a run begin, and when.
#[derive(Clone, Debug)]
struct Cause {
    at: Timestamp,
    origin: &'static str,
    retry: u64,
    main: Option<String>,
}

impl State {
    /// Creates a run of the backup job with this index as its next script has it.
    pub(super) fn begin(&mut self, ctx: &Ctx<'_>, job: usize, origin: &'static str, full: Option<bool>) -> Value {
        let cause = Cause { at: ctx.now, origin, retry: 0, main: None };
        let id = self.begin_backup(ctx, job, cause, full);
        self.advance(ctx);
        self.truth_of(&id)
    }

    /// Creates a run of the copy job with this index as its next script has it.
    pub(super) fn begin_copy(&mut self, ctx: &Ctx<'_>, copy: usize, origin: &'static str) -> Value {
        let id = self.begin_copy_at(ctx, copy, ctx.now, origin);
        self.advance(ctx);
        self.truth_of(&id)
    }

    fn truth_of(&self, id: &str) -> Value {
        self.find_run(id).map_or(Value::Null, Run::truth)
    }

    fn begin_backup(&mut self, ctx: &Ctx<'_>, job: usize, cause: Cause, full: Option<bool>) -> String {
        let Some(job) = self.jobs.get_mut(job) else {
            return String::new();
        };
        let script = job.scripts.pop_front().unwrap_or_default();
        let owner = Owner::backup(job);
        // Whatever starts, a retry that was still to come is superseded by it.
        for run in self.runs.iter_mut().filter(|r| r.owner.job == owner.job) {
            run.retry_at = None;
        }
        let mut run = Run::new(self.next_run, owner, cause.origin, cause.at, &script);
        (run.full, run.retry, run.main) = (full, cause.retry, cause.main);
        self.add(ctx, run)
    }

    fn begin_copy_at(&mut self, ctx: &Ctx<'_>, copy: usize, at: Timestamp, origin: &'static str) -> String {
        let Some(copy) = self.copy_jobs.get_mut(copy) else {
            return String::new();
        };
        let script = copy.scripts.pop_front().unwrap_or_default();
        let objects = self.jobs.iter().find(|j| j.id == copy.backup_job).map_or(0, |j| j.objects);
        let run = Run::new(self.next_run, Owner::copy(copy, objects), origin, at, &script);
        self.add(ctx, run)
    }

    fn add(&mut self, ctx: &Ctx<'_>, mut run: Run) -> String {
        run.hidden_from_lists = ctx.knobs.number("veeam.session_lag");
        run.hidden_from_job = ctx.knobs.number("veeam.status_lag");
        let id = run.id.clone();
        self.next_run += 1;
        self.runs.push(run);
        id
    }

    /// Moves all runs on, with what follows from their ends: a restore point, a retry, a copy.
    pub(super) fn advance(&mut self, ctx: &Ctx<'_>) {
        loop {
            let mut over: Vec<usize> = Vec::new();
            for (at, run) in self.runs.iter_mut().enumerate() {
                if run.tick(ctx.now) {
                    over.push(at);
                }
            }
            over.sort_by_key(|at| self.runs.get(*at).and_then(|r| r.ended));
            let mut begun = false;
            for at in over {
                begun |= self.follow(ctx, at);
            }
            begun |= self.retry_due(ctx);
            // What has begun may lie in the past, and be over by now.
            if !begun {
                return;
            }
        }
    }

    /// What follows from the end of a run of a backup job; true if a copy began.
    fn follow(&mut self, ctx: &Ctx<'_>, at: usize) -> bool {
        let Some(run) = self.runs.get(at).filter(|r| !r.owner.copy) else {
            return false;
        };
        let (job, ended, has_point) = (run.owner.job.clone(), run.ended.unwrap_or(ctx.now), run.has_point());
        if let Some(wait_s) = self.retry_wait_s(ctx, run)
            && let Some(run) = self.runs.get_mut(at)
        {
            run.will_be_retried = true;
            run.retry_at = Some(when::later(ended, wait_s));
        }
        if !has_point {
            return false;
        }
        if let Some(organization) = self.organization_of_mut(&job) {
            organization.backed_up(ended);
        }
        let copy = self.copy_jobs.iter().position(|c| c.backup_job == job && c.enabled && c.is_immediate());
        match copy {
            Some(copy) if !self.copy_runs(copy) => {
                self.begin_copy_at(ctx, copy, ended, "source");
                true
            }
            _ => false,
        }
    }

    fn copy_runs(&self, copy: usize) -> bool {
        self.copy_jobs.get(copy).is_some_and(|c| self.runs.iter().any(|r| r.owner.job == c.id && !r.finished()))
    }

    /// Seconds after which a run that ended badly is retried, if it is. A warning counts: the specification speaks of
    /// sessions that "finished with an error or warning".
    fn retry_wait_s(&self, ctx: &Ctx<'_>, run: &Run) -> Option<u64> {
        let policy = &self.jobs.iter().find(|j| j.id == run.owner.job)?.policy;
        let wanted = match ctx.knobs.text("veeam.retries").as_str() {
            "always" => true,
            "never" => false,
            _ => policy["retryEnabled"] == true,
        };
        let bad = matches!(run.status.as_str(), "Failed" | "Warning");
        let left = run.retry < policy["retryNumber"].as_u64().unwrap_or(3);
        (wanted && bad && left).then(|| policy["retryWaitInterval"].as_u64().unwrap_or(10).saturating_mul(60))
    }

    /// Begins the first retry whose time has come; true if there was one.
    fn retry_due(&mut self, ctx: &Ctx<'_>) -> bool {
        let due = self.runs.iter().filter(|r| r.retry_at.is_some_and(|at| at <= ctx.now)).min_by_key(|r| r.retry_at);
        let Some(run) = due else {
            return false;
        };
        let job = self.jobs.iter().position(|j| j.id == run.owner.job);
        let cause = Cause {
            at: run.retry_at.unwrap_or(ctx.now),
            origin: "retry",
            retry: run.retry + 1,
            main: Some(run.main.clone().unwrap_or_else(|| run.id.clone())),
        };
        match job {
            Some(job) => drop(self.begin_backup(ctx, job, cause, None)),
            None => self.runs.iter_mut().for_each(|r| r.retry_at = r.retry_at.filter(|at| *at > ctx.now)),
        }
        true
    }

    /// Gives up a retry that is still to come; true if there was one.
    pub(super) fn forgo_retry(&mut self, job: &str) -> bool {
        let mut any = false;
        for run in self.runs.iter_mut().filter(|r| r.owner.job == job && r.retry_at.is_some()) {
            run.retry_at = None;
            run.will_be_retried = false;
            run.etag += 1;
            any = true;
        }
        any
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{Bench, MAIL};
    use serde_json::{Value, json};

    const START: &str = "/v6/Jobs/3396ba22-21b1-4666-a631-0edfc12a59cd/start";

    fn policy(bench: &mut Bench, policy: &Value) {
        let got = bench.ask("PUT", &format!("/v8/Jobs/{MAIL}"), &json!({"schedulePolicy": policy}).to_string());
        assert_eq!(got.status, 204);
    }

    #[test]
    fn a_failed_run_is_retried_as_the_policy_says() {
        let mut bench = Bench::new();
        policy(&mut bench, &json!({"retryEnabled": true, "retryNumber": 2, "retryWaitInterval": 5}));
        for outcome in ["failed", "warning", "failed"] {
            bench.script(MAIL, json!({"outcome": outcome}));
        }
        let first = bench.post(&START.replace("v6", "v8"), "{}").1["id"].clone();
        bench.advance(60);
        let of = |bench: &mut Bench, id: &Value| bench.get(&format!("/v8/JobSessions/{}", id.as_str().unwrap()));
        let session = of(&mut bench, &first);
        assert_eq!((&session["jobWillBeRetried"], &session["retryCount"]), (&json!(true), &json!(0)));
        assert_eq!(session.get("mainSessionId"), None);
        bench.advance(299);
        assert_eq!(bench.newest()["id"], first);
        bench.advance(1);
        let second = bench.newest();
        assert_eq!((&second["origin"], &second["started"]), (&json!("retry"), &json!("2026-01-15T08:06:00Z")));
        let session = of(&mut bench, &second["id"]);
        assert_eq!((&session["mainSessionId"], &session["retryCount"]), (&first, &json!(1)));
        assert_eq!(session["status"], "Running");
        assert_eq!(bench.get(&format!("/v6/Jobs/{MAIL}"))["lastStatus"], "Running");
        // Long afterwards all is over: the second retry was the last that the policy allows.
        bench.forget_token();
        bench.advance(100_000);
        let last = bench.newest();
        let session = of(&mut bench, &last["id"]);
        assert_eq!((&session["retryCount"], &session["jobWillBeRetried"]), (&json!(2), &json!(false)));
        assert_eq!((&session["mainSessionId"], &session["status"]), (&first, &json!("Failed")));
        assert_eq!(last["started"], "2026-01-15T08:12:00Z");
        assert_eq!(bench.truth()["runs"].as_array().unwrap().len(), 44);
        assert_eq!(bench.get(&format!("/v6/Jobs/{MAIL}/JobSessions?limit=1"))["results"][0]["retryCount"], 2);
    }

    #[test]
    fn a_retry_can_be_overtaken_given_up_and_switched_off() {
        let mut bench = Bench::new();
        bench.knob("veeam.retries", json!("always"));
        let fail = |bench: &mut Bench| {
            bench.script(MAIL, json!({"outcome": "failed"}));
            assert_eq!(bench.post(START, "{}").0, 204);
            bench.advance(60);
            assert_eq!(bench.newest()["will_be_retried"], true);
        };
        fail(&mut bench);
        assert_eq!(bench.post(START, "{}").0, 204);
        bench.advance(1000);
        assert_eq!((&bench.newest()["origin"], &bench.newest()["outcome"]), (&json!("api"), &json!("success")));
        fail(&mut bench);
        assert_eq!(bench.post(&START.replace("start", "stop"), "").0, 204);
        bench.advance(1000);
        assert_eq!((&bench.newest()["origin"], &bench.newest()["will_be_retried"]), (&json!("api"), &json!(false)));
        bench.knob("veeam.retries", json!("never"));
        policy(&mut bench, &json!({"retryEnabled": true}));
        bench.script(MAIL, json!({"outcome": "failed"}));
        bench.post(START, "{}");
        bench.advance(10_000);
        bench.forget_token();
        assert_eq!((&bench.newest()["origin"], &bench.newest()["will_be_retried"]), (&json!("api"), &json!(false)));
        // By default the jobs of the seed are not retried.
        let mut bench = Bench::new();
        bench.script(MAIL, json!({"outcome": "failed"}));
        bench.post(START, "{}");
        bench.advance(2000);
        assert_eq!(bench.newest()["outcome"], "failed");
    }

    #[test]
    fn neither_a_stop_nor_an_unknown_word_is_retried() {
        for outcome in ["stopped", "Disconnected", "success"] {
            let mut bench = Bench::new();
            bench.knob("veeam.retries", json!("always"));
            bench.script(MAIL, json!({"outcome": outcome}));
            bench.post(START, "{}");
            bench.advance(2000);
            assert_eq!((&bench.newest()["origin"], &bench.newest()["will_be_retried"]), (&json!("api"), &json!(false)));
        }
    }
}
