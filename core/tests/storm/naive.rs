//! Callers as scripts in this field are written, each with one of the usual bugs. The storm must see through them.

use super::caller::Caller;
use super::log::{Log, Report};
use super::plan::Moment;
use super::stage::{FIRST_TOKEN, Scene};
use backupjobs::{Outcome, Result, Run, Server};
use std::time::Duration;

/// The bare request to start, as the vendor has it.
fn post(scene: &Scene<'_>, who: usize) -> Result<()> {
    scene.clients[who].post(scene.plan.job)
}

fn newest(server: &Server, job: &str) -> Option<Run> {
    server.runs(job, 1).ok()?.into_iter().next()
}

fn report(run: &Run, outcome: Option<Outcome>) -> Report {
    Report { run: run.id.clone(), outcome, ..Report::default() }
}

/// Looks at the run until it is over, or until an error tells `on_error` how it ended.
fn poll(scene: &Scene<'_>, server: &Server, run: &Run, on_error: impl Fn(u16) -> Option<Outcome>) -> Option<Outcome> {
    for look in 0..200 {
        scene.fire(Moment::Look(look));
        match server.run(scene.plan.job, &run.id) {
            Ok(run) if !run.is_active() => return run.outcome,
            Ok(_) => {}
            Err(error) => {
                if let Some(outcome) = error.http_status().and_then(&on_error) {
                    return Some(outcome);
                }
            }
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    None
}

/// Sends the start again when it fails: "it is only a network error".
pub struct RetriesThePost;

impl Caller for RetriesThePost {
    fn drive(&self, scene: &Scene<'_>, who: usize) -> Log {
        let mut log = Log::new(who, scene.now());
        scene.fire(Moment::Begin);
        for attempt in 0..4 {
            match post(scene, who) {
                Ok(()) => break,
                Err(_) => scene.fire(Moment::Save(attempt)),
            }
        }
        let server = &scene.servers[who];
        if let Some(run) = newest(server, scene.plan.job).filter(Run::is_active) {
            log.report = Some(report(&run, poll(scene, server, &run, |_| None)));
        }
        log
    }
}

/// Starts, then takes the newest run it sees for the one it started.
pub struct TrustsTheLastStatus;

impl Caller for TrustsTheLastStatus {
    fn drive(&self, scene: &Scene<'_>, who: usize) -> Log {
        let mut log = Log::new(who, scene.now());
        scene.fire(Moment::Begin);
        let _ = post(scene, who);
        scene.fire(Moment::Started);
        let server = &scene.servers[who];
        if let Some(run) = newest(server, scene.plan.job) {
            let outcome = if run.is_active() { poll(scene, server, &run, |_| None) } else { run.outcome };
            log.report = Some(report(&run, outcome));
        }
        log
    }
}

/// Takes the end that it sees for the end, also when the vendor says that it will try again.
pub struct IgnoresRetries;

impl Caller for IgnoresRetries {
    fn drive(&self, scene: &Scene<'_>, who: usize) -> Log {
        let mut log = Log::new(who, scene.now());
        let server = &scene.servers[who];
        let before = newest(server, scene.plan.job);
        let _ = post(scene, who);
        let started = newest(server, scene.plan.job).filter(|run| before.is_some_and(|before| before.id != run.id));
        if let Some(run) = started {
            let outcome = poll(scene, server, &run, |_| None);
            log.report = Some(Report { over_at: Some(scene.now()), ..report(&run, outcome) });
        }
        log
    }
}

/// Ends its loop at the first 401: "nothing runs any more, so it is done".
pub struct Takes401ForTheEnd;

impl Caller for Takes401ForTheEnd {
    fn drive(&self, scene: &Scene<'_>, who: usize) -> Log {
        let mut log = Log::new(who, scene.now());
        // Such a script gets its token once.
        let server = scene.stage.open(scene.plan, who, FIRST_TOKEN.into()).server();
        let before = newest(&server, scene.plan.job);
        scene.fire(Moment::Begin);
        let _ = post(scene, who);
        let started = newest(&server, scene.plan.job).filter(|run| before.is_some_and(|before| before.id != run.id));
        if let Some(run) = started {
            let ended = |status| (status == 401).then_some(Outcome::Success);
            log.report = Some(report(&run, poll(scene, &server, &run, ended)));
        }
        log
    }
}
