//! A caller that uses the library as its documentation says.

use super::log::{Log, Report};
use super::plan::{Form, Moment, Part};
use super::stage::{Scene, request_timeout};
use crate::common::quick_wait;
use backupjobs::{
    CancelToken, ErrorKind, Origin, Policy, Run, Server, Started, Ticket, Timestamp, Verdict, WaitOptions,
};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Somebody who starts a job, waits for it and tells how it went.
pub trait Caller: Sync {
    fn drive(&self, scene: &Scene<'_>, who: usize) -> Log;
}

/// What the machine may be busy with besides.
pub const SLACK: Duration = Duration::from_secs(2);

/// The payload of a caller's death.
struct Dies;

pub struct Real;

impl Caller for Real {
    fn drive(&self, scene: &Scene<'_>, who: usize) -> Log {
        let mut play =
            Play { scene, part: &scene.plan.parts[who], server: &scene.servers[who], log: Log::new(who, scene.now()) };
        scene.fire(Moment::Begin);
        if let Some(mut ticket) = play.prepare() {
            play.log.prepared = true;
            play.log.watermark_at = Some(scene.now());
            play.log.marker = ticket.marker().to_owned();
            scene.fire(Moment::Prepared);
            let mut saved = vec![ticket.to_text()];
            if let Some(started) = play.start(&mut ticket, &mut saved) {
                scene.fire(Moment::Started);
                play.wait(&started);
            }
            play.log.texts.append(&mut saved);
        }
        play.afterwards();
        play.log
    }
}

struct Play<'a> {
    scene: &'a Scene<'a>,
    part: &'a Part,
    server: &'a Server,
    log: Log,
}

impl Play<'_> {
    fn bound(&self) -> Duration {
        // A login, a request and its repetition, each with retries.
        request_timeout(self.scene.plan) * 12 + self.part.options.settle + SLACK
    }

    fn prepare(&mut self) -> Option<Ticket> {
        for _ in 0..3 {
            let (server, part, job) = (self.server, self.part, self.scene.plan.job);
            match self.log.timed("prepare", self.bound(), |_| server.prepare(job, &part.options)) {
                Ok(ticket) => return Some(ticket),
                Err(error) => self.log.error(&error),
            }
        }
        None
    }

    /// Carries the ticket out, in as many attempts as it may take, through deaths, failing saves and forms of the ticket.
    fn start(&mut self, ticket: &mut Ticket, saved: &mut Vec<String>) -> Option<Started> {
        let part = self.part;
        let mut saves = 0;
        let mut found = None;
        for (attempt, form) in part.forms.into_iter().enumerate() {
            match form {
                Form::Same => {}
                Form::Latest => *ticket = Ticket::from_text(saved.last().unwrap()).unwrap(),
                Form::First => *ticket = Ticket::from_text(&saved[0]).unwrap(),
            }
            let server = match part.cancelled_at.filter(|_| attempt == 0) {
                Some(at) => self.server.with_cancel(&cancelled_at(at)),
                None => self.server.clone(),
            };
            let scene = self.scene;
            let known = ticket.run().map(str::to_owned);
            let result = self.log.timed("carry_out", self.bound(), |_| {
                let mut save = |now: &Ticket| {
                    saves += 1;
                    if part.save_fails == Some(saves) {
                        return Err("the disk is full".to_owned());
                    }
                    saved.push(now.to_text());
                    scene.fire(Moment::Save(saves));
                    if part.dies_in_save == Some(saves) {
                        resume_unwind(Box::new(Dies));
                    }
                    Ok(())
                };
                catch_unwind(AssertUnwindSafe(|| server.carry_out(ticket, &mut save)))
            });
            match result {
                Err(payload) if payload.is::<Dies>() => *ticket = Ticket::from_text(saved.last().unwrap()).unwrap(),
                Err(payload) => resume_unwind(payload),
                Ok(Ok(started)) => {
                    self.log.run(&started.run);
                    self.log.report =
                        Some(Report { run: started.run.id.clone(), origin: Some(started.origin), ..Report::default() });
                    match started.origin {
                        Origin::Ours => self.log.ours.push(started.run.id.clone()),
                        // A ticket that knows its run does not know whose it was.
                        Origin::Indistinguishable if known.is_none() => self.log.claimed.push(started.run.id.clone()),
                        _ => {}
                    }
                    found = Some(started);
                    if !part.takes_up_again {
                        break;
                    }
                }
                Ok(Err(error)) => self.log.error(&error),
            }
        }
        found
    }

    fn wait(&mut self, started: &Started) {
        let (server, scene) = (self.server, self.scene);
        let mut options: WaitOptions = quick_wait();
        options.poll_min = Duration::from_micros(200);
        options.poll_max = Duration::from_micros(300);
        options.deadline = self.part.deadline;
        options.unreachable = Duration::from_millis(8);
        let mut looks = 0;
        let mut seen_at = scene.now();
        for _ in 0..2 {
            let bound = options.deadline + request_timeout(scene.plan) + SLACK;
            let result = self.log.timed("wait", bound, |log| {
                server.wait(scene.plan.job, &started.run.id, &options, &mut |progress| {
                    looks += 1;
                    if progress.next_poll > Duration::ZERO {
                        seen_at = scene.now();
                    }
                    log.texts.extend(progress.trouble.clone());
                    scene.fire(Moment::Look(looks));
                })
            });
            match result {
                Ok(run) => return self.ended(&run, seen_at),
                Err(error) => self.log.error(&error),
            }
            if self.log.kinds.last() == Some(&ErrorKind::Deadline) {
                return;
            }
        }
    }

    fn ended(&mut self, run: &Run, seen_at: Timestamp) {
        let verdict = Verdict::of(run, &Policy::new());
        self.log.run(run);
        self.log.verdict(&verdict);
        if let Some(report) = &mut self.log.report {
            report.ended_as = Some(run.id.clone());
            report.seen_at = Some(seen_at);
            report.over_at = Some(self.scene.now());
            report.outcome = run.outcome;
            report.level = Some(verdict.level);
        }
        if self.part.explains {
            let (server, job) = (self.server, self.scene.plan.job);
            match self.log.timed("explain", self.bound(), |_| server.explain(job, &run.id)) {
                Ok(account) => self.log.texts.push(format!("{account} {account:?}")),
                Err(error) => self.log.error(&error),
            }
        }
    }

    fn afterwards(&mut self) {
        if !self.part.checks {
            return;
        }
        let (server, job) = (self.server, self.scene.plan.job);
        match self.log.timed("check", self.bound() * 2, |_| server.check(job, &Policy::new())) {
            Ok(verdict) => {
                self.log.verdict(&verdict);
                self.log.checks.push((verdict.level, verdict.run.map(|run| run.id)));
            }
            Err(error) => self.log.error(&error),
        }
    }
}

/// A token that somebody cancels when it is looked at for the n-th time.
fn cancelled_at(n: u64) -> CancelToken {
    let looks = Arc::new(AtomicU64::new(0));
    CancelToken::new().with_probe(move || looks.fetch_add(1, Ordering::Relaxed) >= n)
}
