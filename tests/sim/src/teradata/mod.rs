//! Teradata VantageCloud, Backup as a Service: the fourteen operations of Enterprise below `/data-protection/v2`, and, on
//! the same listener, Lake below `/api/accounts/{account_id}/baas`.
//!
//! The vendor documents paths, member names, JSON types and success codes
//! (<https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Backup-Jobs-APIs>); what it
//! does not say is a knob.

mod auth;
mod body;
mod databases;
mod error;
mod execute;
mod executions;
pub mod fidelity;
mod jobs;
mod jwt;
pub mod keys;
pub mod knobs;
mod oauth;
mod objects;
mod permissions;
mod product;
mod query;
mod restores;
mod route;
mod runs;
mod seed;
mod shape;
#[cfg(test)]
mod testing;

use crate::fidelity::Operation;
use crate::http::{Request, Response};
use crate::vendor::{Ctx, Script, Vendor};
use auth::Tokens;
use error::Refusal;
use jiff::Timestamp;
use jobs::Job;
use objects::Preparation;
use runs::Execution;
use seed::SITE;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Scripts for this name are used by restores.
const RESTORES: &str = "restores";

/// The whole room.
#[derive(Debug)]
pub struct State {
    tokens: Tokens,
    jobs: BTreeMap<i64, Job>,
    /// Ascending by id.
    executions: Vec<Execution>,
    next_execution: i64,
    preparation: Option<Preparation>,
    next_preparation: i64,
    /// Executions whose objects can be listed.
    prepared: BTreeSet<i64>,
    /// How the next restores go.
    restore_scripts: VecDeque<Script>,
    /// The time of the last tick.
    now: Timestamp,
}

impl State {
    /// The site as it is at the beginning.
    #[must_use]
    pub fn new() -> Self {
        let now = seed::beginning();
        let jobs = seed::jobs();
        let (executions, next_execution) = seed::executions(&jobs);
        Self {
            tokens: Tokens::new(now),
            jobs,
            executions,
            next_execution,
            preparation: None,
            next_preparation: 301,
            prepared: BTreeSet::new(),
            restore_scripts: VecDeque::new(),
            now,
        }
    }

    fn job(&self, id: i64) -> Result<&Job, Refusal> {
        self.jobs.get(&id).ok_or_else(|| Refusal::not_found(format!("Job {id} does not exist.")))
    }

    fn job_mut(&mut self, id: i64) -> Result<&mut Job, Refusal> {
        self.jobs.get_mut(&id).ok_or_else(|| Refusal::not_found(format!("Job {id} does not exist.")))
    }

    /// An execution of that job.
    fn execution(&self, job: i64, id: i64) -> Result<(&Job, &Execution), Refusal> {
        let of = self.job(job)?;
        let execution = self.executions.iter().find(|e| e.job == job && e.id == id);
        let execution = execution.ok_or_else(|| Refusal::not_found(format!("Execution {id} does not exist.")))?;
        Ok((of, execution))
    }

    /// The same, if there is a backup of it.
    fn backup(&self, job: i64, id: i64) -> Result<(&Job, &Execution), Refusal> {
        let found = self.execution(job, id)?;
        match found.1.is_good_backup() && !found.1.saveset_deleted {
            true => Ok(found),
            false => Err(Refusal::conflict(format!("Execution {id} has no backup (any more)."))),
        }
    }

    /// The id of a job given by id or name.
    fn find(&self, job: &str) -> Result<i64, String> {
        self.jobs
            .values()
            .find(|j| j.id.to_string() == job || j.name == job)
            .map(|j| j.id)
            .ok_or_else(|| format!("no job '{job}'"))
    }

    fn settle(&mut self, ctx: &Ctx<'_>) {
        let auto_abort = ctx.knobs.on("teradata.auto_abort");
        runs::advance(&mut self.executions, &self.jobs, ctx.now, auto_abort);
        objects::advance(self, ctx.now);
    }

    fn run_truth(&self, execution: &Execution) -> Value {
        let begun = execution.begins.filter(|at| *at <= self.now);
        json!({
            "id": execution.id.to_string(),
            "job": execution.job.to_string(),
            "job_name": self.jobs.get(&execution.job).map(|j| j.name),
            "origin": execution.origin,
            "seeded": execution.seeded,
            "job_type": self.jobs.get(&execution.job).map(|job| execution.job_type(job)),
            "objects": execution.restore.as_ref().map(|restore| &restore.objects),
            "run_type": execution.run_type,
            "accepted": shape::time(execution.accepted),
            "started": begun.map(shape::time),
            "ended": execution.end_time().map(shape::time),
            "state": execution.phase(self.now),
            "outcome": execution.end.as_ref().map(|end| end.outcome.as_str()),
            "message": execution.end.as_ref().map(|end| end.detail.as_str()),
        })
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

impl Vendor for State {
    fn name(&self) -> &'static str {
        "teradata"
    }

    fn tick(&mut self, ctx: &Ctx<'_>) {
        self.now = ctx.now;
        self.tokens.tick(ctx.now, ctx.knobs);
        self.settle(ctx);
    }

    fn handle(&mut self, ctx: &Ctx<'_>, req: &Request) -> Response {
        match route::handle(self, ctx, req) {
            Ok(response) => response,
            Err(refusal) => refusal.into_response(ctx.knobs),
        }
    }

    fn script(&mut self, job: &str, script: Script) -> Result<(), String> {
        if job == RESTORES {
            self.restore_scripts.push_back(script);
            return Ok(());
        }
        let id = self.find(job)?;
        if let Some(job) = self.jobs.get_mut(&id) {
            job.scripts.push_back(script);
        }
        Ok(())
    }

    fn run(&mut self, ctx: &Ctx<'_>, job: &str) -> Result<Value, String> {
        let id = self.find(job)?;
        let execution =
            execute::start(self, ctx, id, None, "scheduler").map_err(|refusal| refusal.text().to_owned())?;
        self.executions
            .iter()
            .find(|e| e.id == execution)
            .map(|e| self.run_truth(e))
            .ok_or_else(|| "the run is lost".to_owned())
    }

    fn revoke(&mut self) {
        self.tokens.revoke(self.now);
    }

    fn truth(&self) -> Value {
        let jobs: Vec<Value> = self
            .jobs
            .values()
            .map(|job| {
                json!({
                    "id": job.id.to_string(),
                    "name": job.name,
                    "job_type": job.kind.word(),
                    "is_active": job.active,
                    "scripts": job.scripts.len(),
                })
            })
            .collect();
        let runs: Vec<Value> = self.executions.iter().map(|e| self.run_truth(e)).collect();
        json!({
            "site_id": SITE,
            "token": self.tokens.current(),
            "tokens": self.tokens.truth(),
            "jobs": jobs,
            "runs": runs,
        })
    }

    fn operations(&self) -> &'static [Operation] {
        fidelity::OPERATIONS
    }

    fn access(&self) -> Value {
        json!({
            "site_id": SITE,
            "token": self.tokens.current(),
            "username": seed::USERNAME,
            "password": seed::PASSWORD,
            "account_id": seed::ACCOUNT,
            "organization": seed::ORGANIZATION,
            "personal_access_token": seed::ACCESS_TOKEN,
            "key_name": seed::KEY_NAME,
            "private_key": keys::TEST_KEY,
            "token_path": oauth::PATH,
            "client_id": seed::CLIENT_ID,
            "client_secret": seed::CLIENT_SECRET,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::testing::Bench;
    use super::*;

    #[test]
    fn truth_follows_a_run() {
        let mut bench = Bench::new();
        bench.script("71", Script { outcome: "warning".into(), queued_s: 10, ..Script::default() });
        let id = bench.execute(71);
        let run = |b: &Bench| {
            let truth = b.state.truth();
            let runs = truth["runs"].as_array().unwrap();
            runs.iter().find(|r| r["id"] == id.as_str()).unwrap().clone()
        };
        let seen = run(&bench);
        assert_eq!(seen["origin"], "api");
        assert_eq!(seen["job"], "71");
        assert_eq!(seen["state"], "queued");
        assert_eq!(seen["started"], Value::Null);
        assert_eq!(seen["outcome"], Value::Null);
        bench.advance(10);
        assert_eq!(run(&bench)["state"], "running");
        assert_eq!(run(&bench)["started"], "2026-01-15T08:00:10.000000Z");
        bench.advance(3600);
        let seen = run(&bench);
        assert_eq!(seen["state"], "finished");
        assert_eq!(seen["outcome"], "warning");
        assert_eq!(seen["ended"], "2026-01-15T08:01:10.000000Z");
    }

    #[test]
    fn the_scheduler_starts_runs_too() {
        let mut bench = Bench::new();
        let run = bench.run("sales_nightly").unwrap();
        assert_eq!(run["id"], "906");
        assert_eq!(run["origin"], "scheduler");
        assert_eq!(run["state"], "running");
        assert!(bench.run("71").is_err());
        assert!(bench.run("nothing").is_err());
        assert!(bench.state.script("nothing", Script::default()).is_err());
        assert_eq!(bench.post("jobs/71/execute", "").status, 409);
        assert_eq!(bench.run("80").unwrap()["id"], "907");
    }

    #[test]
    fn revoking_makes_a_new_token() {
        let mut bench = Bench::new();
        assert_eq!(bench.state.access()["token"], "sim-teradata-token");
        bench.state.revoke();
        assert_eq!(bench.get("jobs").status, 401);
        bench.token = bench.state.truth()["token"].as_str().unwrap().to_owned();
        assert_eq!(bench.get("jobs").status, 200);
    }

    #[test]
    fn tokens_expire_and_runs_go_on() {
        let mut bench = Bench::new();
        bench.set("teradata.token_lifetime_s", json!(30));
        let id = bench.execute(71);
        bench.advance(30);
        assert_eq!(bench.get("jobs").status, 401);
        bench.token = bench.state.access()["token"].as_str().unwrap().to_owned();
        assert_eq!(bench.get_json("jobs/71/executions")[0]["execution_id"], id);
        bench.advance(30);
        assert_eq!(bench.get("jobs").status, 401);
        bench.token = bench.state.access()["token"].as_str().unwrap().to_owned();
        assert_eq!(bench.get_json("jobs/71/executions")[0]["status"], "SUCCESSFUL");
    }
}
