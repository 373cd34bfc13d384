//! The backup API of a VMware vCenter Server Appliance, 6.5 to 9.1: sessions, backup jobs and their details, parts,
//! schedules, archives, restore. Each operation is there once (`operations.rs`); REST below `/rest`, REST below `/api`
//! and JSON-RPC are three coats around it.
//!
//! One backup or restore runs at a time, whoever started it; a cancelled one ends as FAILED. What the vendor does not say
//! is a knob.

mod archives;
mod auth;
mod details;
mod dialect;
mod encode;
mod error;
mod fidelity;
mod jobs;
pub mod knobs;
mod operations;
mod parts;
mod password;
mod piece;
mod reconciliation;
mod restore;
mod restore_structures;
mod route;
mod routes;
mod rpc;
mod runs;
mod schedules;
mod seed;
mod shape;
mod structures;
#[cfg(test)]
mod testing;
mod types;
mod version;

use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::{Ctx, Script, Vendor};
use auth::Sessions;
use jiff::Timestamp;
use jobs::Order;
use restore::Task;
use runs::Backup;
use schedules::Schedule;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// The name of the one job for scripts, runs and truth; the vendor has none.
const JOB: &str = "appliance-backup";

/// The whole room.
#[derive(Debug)]
pub struct State {
    sessions: Sessions,
    /// Newest first; only the first one can be under way.
    backups: VecDeque<Backup>,
    schedules: Vec<Schedule>,
    restore: Option<Task>,
    reconciliation: Option<Task>,
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
            schedules: seed::schedules(),
            restore: None,
            reconciliation: None,
            scripts: VecDeque::new(),
            last_stamp: 0,
            now: seed::beginning(),
        }
    }

    /// Whether something is under way that lets nothing else begin. True to the last tick, which was just now.
    fn busy(&self) -> bool {
        let task = |task: &Option<Task>| task.as_ref().is_some_and(|task| !task.progress(self.now).0);
        self.backups.front().is_some_and(|b| b.end.is_none()) || task(&self.restore) || task(&self.reconciliation)
    }

    /// The backups that the API still shows, newest first.
    fn history(&self, knobs: &Knobs) -> impl Iterator<Item = &Backup> {
        let limit = usize::try_from(knobs.number("vcenter.history")).unwrap_or_default();
        self.backups.iter().take(if limit == 0 { usize::MAX } else { limit })
    }

    /// Moves what is under way on to `ctx.now`.
    fn settle(&mut self, ctx: &Ctx<'_>) {
        self.now = ctx.now;
        let Some(backup) = self.backups.front_mut().filter(|b| b.end.is_none()) else { return };
        backup.advance(ctx);
        if backup.succeeded()
            && let Some(schedule) = backup.schedule.clone()
        {
            archives::prune(self, &schedule);
        }
    }

    /// Starts what schedules have planned until `ctx.now`, each at its time.
    fn keep_schedules(&mut self, ctx: &Ctx<'_>) {
        loop {
            let times: Vec<Option<Timestamp>> = self.schedules.iter().map(|s| s.next(self.now)).collect();
            let Some(at) = times.iter().flatten().copied().min().filter(|at| *at <= ctx.now) else { return };
            let then = Ctx { now: at, ..*ctx };
            self.settle(&then);
            for (index, _) in times.iter().enumerate().filter(|(_, time)| **time == Some(at)) {
                schedules::fire(self, &then, index);
            }
        }
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
        self.sessions.tick(ctx.now, ctx.knobs);
        self.keep_schedules(ctx);
        self.settle(ctx);
    }

    fn handle(&mut self, ctx: &Ctx<'_>, req: &Request) -> Response {
        route::handle(self, ctx, req)
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
        let order = Order { piece: seed::scheduled_piece(), user: None, schedule: Some(seed::SCHEDULE.into()) };
        let backup = jobs::start(self, ctx, order, None);
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
            "schedules": self.schedules.iter().map(Schedule::truth).collect::<Vec<_>>(),
            "sessions": self.sessions.count(),
        })
    }

    fn operations(&self) -> &'static [crate::fidelity::Operation] {
        fidelity::table()
    }

    fn access(&self) -> Value {
        json!({
            "username": auth::ADMIN,
            "password": auth::PASSWORD,
            "operator": {"username": auth::OPERATOR, "password": auth::PASSWORD},
            "root": {"username": auth::ROOT, "password": auth::PASSWORD},
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
