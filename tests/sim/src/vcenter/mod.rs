//! The backup API of a VMware vCenter Server Appliance in its `/rest` dialect (6.5 to 7.0.0): sessions, backup jobs,
//! parts, job details.
//!
//! Results are wrapped in `value`, the request in `piece`. One backup runs at a time, whoever started it; a cancelled one
//! ends as FAILED. What the vendor does not say is a knob.

mod auth;
mod details;
mod error;
mod jobs;
pub mod knobs;
mod parts;
mod password;
mod piece;
mod route;
mod runs;
mod seed;
mod shape;
#[cfg(test)]
mod testing;
mod version;

use crate::http::{Request, Response};
use crate::vendor::{Ctx, Script, Vendor};
use auth::Sessions;
use jiff::Timestamp;
use runs::Backup;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// The name of the one job for scripts, runs and truth; the vendor has none.
const JOB: &str = "appliance-backup";

/// The whole room.
#[derive(Debug)]
pub struct State {
    sessions: Sessions,
    /// Newest first.
    backups: Vec<Backup>,
    scripts: VecDeque<Script>,
    /// The second in the newest id.
    last_stamp: i64,
    /// The time of the last tick.
    now: Timestamp,
}

impl State {
    /// The appliance as it is at the beginning.
    #[must_use]
    pub fn new() -> Self {
        Self {
            sessions: Sessions::default(),
            backups: seed::backups(),
            scripts: VecDeque::new(),
            last_stamp: 0,
            now: seed::beginning(),
        }
    }

    /// Whether a backup is under way.
    fn busy(&self) -> bool {
        self.backups.iter().any(|b| b.end.is_none())
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

fn only(job: &str) -> Result<(), String> {
    if job == JOB { Ok(()) } else { Err(format!("no job '{job}'; an appliance has one, '{JOB}'")) }
}

impl Vendor for State {
    fn name(&self) -> &'static str {
        "vcenter"
    }

    fn tick(&mut self, ctx: &Ctx<'_>) {
        self.now = ctx.now;
        self.sessions.tick(ctx.now, ctx.knobs);
        for backup in &mut self.backups {
            backup.advance(ctx);
        }
    }

    fn handle(&mut self, ctx: &Ctx<'_>, req: &Request) -> Response {
        match route::handle(self, ctx, req) {
            Ok(response) => response,
            Err(refusal) => refusal.into_response(ctx.knobs),
        }
    }

    fn script(&mut self, job: &str, script: Script) -> Result<(), String> {
        only(job)?;
        self.scripts.push_back(script);
        Ok(())
    }

    fn run(&mut self, ctx: &Ctx<'_>, job: &str) -> Result<Value, String> {
        only(job)?;
        if self.busy() {
            return Err("A backup or restore is already in progress.".into());
        }
        let backup = jobs::start(self, ctx, seed::scheduled_piece(), None, None);
        Ok(backup.truth(ctx.now))
    }

    fn revoke(&mut self) {
        self.sessions.clear();
    }

    fn truth(&self) -> Value {
        let runs: Vec<Value> = self.backups.iter().rev().map(|b| b.truth(self.now)).collect();
        json!({
            "jobs": [{"id": JOB, "name": JOB, "scripts": self.scripts.len()}],
            "runs": runs,
            "sessions": self.sessions.count(),
        })
    }

    fn access(&self) -> Value {
        json!({
            "username": auth::ADMIN,
            "password": auth::PASSWORD,
            "operator": {"username": auth::OPERATOR, "password": auth::PASSWORD},
            "job": JOB,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::testing::{ADMIN, Bench, LIST, request_body};
    use super::*;

    #[test]
    fn the_schedule_blocks_a_manual_job() {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        let run = bench.run(JOB).unwrap();
        assert_eq!(run["origin"], "scheduler");
        assert_eq!(run["state"], "running");
        assert_eq!(run["user"], Value::Null);
        assert!(bench.run(JOB).is_err());
        assert!(bench.run("other").is_err());
        assert!(State::new().script("other", Script::default()).is_err());
        assert_eq!(bench.post(LIST, Some(&request_body())).status, 400);
        let newest = bench.get_json(LIST)["value"][0].clone();
        assert_eq!(newest, run["id"]);
        bench.advance(60);
        assert_eq!(bench.truth(run["id"].as_str().unwrap())["outcome"], "success");
    }

    #[test]
    fn revoking_ends_sessions_but_no_backup() {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        let id = bench.create();
        bench.revoke();
        assert_eq!(bench.get(LIST).status, 401);
        bench.advance(60);
        bench.enter(ADMIN);
        assert_eq!(bench.status(&id)["state"], "SUCCEEDED");
    }

    #[test]
    fn access_says_how_to_log_in() {
        let access = State::new().access();
        let mut bench = Bench::new();
        let user = access["username"].as_str().unwrap();
        let password = access["password"].as_str().unwrap();
        assert_eq!(bench.login(user, password).status, 200);
        assert_eq!(access["operator"]["username"], "operator@vsphere.local");
    }
}
