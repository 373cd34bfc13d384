//! Starting a job once: read the newest runs, send the one request, then look for what is new.
//!
//! No vendor offers an idempotency key, and most answers do not name the run. So the runs known before the request (the
//! watermark, kept in a [`Ticket`]) decide: a run that was not there before has begun since. What each answer of each system
//! leads to is a table in the README.

use crate::cancel::CancelToken;
use crate::error::{Error, ErrorKind, Result};
use crate::run::{Run, named};
use crate::server::Adapter;
use crate::ticket::{Stage, Ticket};
use crate::transport::stopped;
use jiff::Timestamp;
use std::time::{Duration, Instant};

/// How many of the newest runs make the watermark.
const WATERMARK: usize = 50;

named! {
    /// What to do when the job runs already.
    pub enum IfRunning {
        /// Take the running one: the result says `Adopted`.
        Adopt = 0 => "adopt",
        /// Answer `AlreadyRunning`.
        Fail = 1 => "fail",
        /// Leave it alone: the result says `Skipped`, with the running one for information.
        Skip = 2 => "skip",
    }
}

named! {
    /// Whose run the result is.
    pub enum Origin {
        /// It began because of our request: the vendor's answer named it.
        Ours = 1 => "ours",
        /// It ran already, or somebody else started it.
        Adopted = 2 => "adopted",
        /// It began after the watermark, so most likely because of our request; but the vendor's answer named no run (Veeam
        /// before v8) or was lost, and a scheduler or a colleague may have been quicker by a moment.
        Indistinguishable = 3 => "indistinguishable",
        /// Nothing was started, as asked for by `IfRunning::Skip`.
        Skipped = 4 => "skipped",
    }
}

/// How to start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StartOptions {
    /// What to do when the job runs already.
    pub if_running: IfRunning,
    /// `Some(true)`: a full backup; `Some(false)`: an incremental one; `None`: as the job is set up.
    pub full: Option<bool>,
    /// How long to look for the new run when the answer did not name it, and, before a ticket that was taken up again is
    /// sent, for a run that it may have begun already.
    pub settle: Duration,
    /// The pause between two looks.
    pub look_every: Duration,
}

impl Default for StartOptions {
    /// Adopt a running one, as the job is set up, look for 30 s, every second.
    fn default() -> Self {
        Self {
            if_running: IfRunning::Adopt,
            full: None,
            settle: Duration::from_secs(30),
            look_every: Duration::from_secs(1),
        }
    }
}

/// A started (or adopted) run.
#[derive(Clone, Debug)]
pub struct Started {
    /// The run, as it stood when it was found.
    pub run: Run,
    /// Whose run it is.
    pub origin: Origin,
}

pub(crate) fn prepare(adapter: &dyn Adapter, job: &str, options: &StartOptions) -> Result<(Ticket, Option<Run>)> {
    let mut before = adapter.runs(job, WATERMARK)?;
    let mut ticket = Ticket::new(adapter.system(), &adapter.place(), job, &before, options);
    // Only the newest counts: an old run that never got an end time must not keep the job from running for ever.
    let running = (!before.is_empty()).then(|| before.swap_remove(0)).filter(Run::is_active);
    // What to do about a running one is decided by who carries the ticket out, with a look of his own.
    ticket.fresh = running.is_none();
    ticket.server_time = adapter.now().and_then(|now| Timestamp::from_second(now.as_second()).ok());
    Ok((ticket, running))
}

/// What a caller does with a ticket that has changed; an error keeps the request from being sent.
pub(crate) type Save<'a> = &'a mut dyn FnMut(&Ticket) -> std::result::Result<(), String>;

pub(crate) fn start(adapter: &dyn Adapter, cancel: &CancelToken, job: &str, options: &StartOptions) -> Result<Started> {
    let (mut ticket, running) = prepare(adapter, job, options)?;
    match running {
        Some(running) => already(running, options, None),
        None => carry_out(adapter, cancel, &mut ticket, &mut |_| Ok(())),
    }
}

pub(crate) fn carry_out(
    adapter: &dyn Adapter,
    cancel: &CancelToken,
    ticket: &mut Ticket,
    save: Save<'_>,
) -> Result<Started> {
    check(adapter, ticket)?;
    let fresh = std::mem::replace(&mut ticket.fresh, false);
    let engine = Engine { adapter, cancel };
    match ticket.stage {
        Stage::Started => engine.known(ticket),
        Stage::Sending => match engine.look(ticket)? {
            Some(run) => engine.done(ticket, save, Started { run, origin: Origin::Indistinguishable }),
            None => Err(Error::new(
                ErrorKind::OutcomeUnknown,
                format!(
                    "the request may have been sent before, but no new run appeared within {:?}",
                    ticket.options.settle
                ),
            )),
        },
        Stage::Prepared => {
            if !fresh && let Some(found) = engine.since(ticket)? {
                return engine.done(ticket, save, found);
            }
            engine.send(ticket, save)
        }
    }
}

/// A ticket is good for one job of one server.
fn check(adapter: &dyn Adapter, ticket: &Ticket) -> Result<()> {
    if ticket.system == adapter.system() && ticket.server == adapter.place() {
        return Ok(());
    }
    let message = format!("the ticket is for {} on {}", ticket.system, crate::redact::one_line(&ticket.server));
    Err(Error::invalid(message).remedied("open that server; a ticket is good for one job of one server"))
}

struct Engine<'a> {
    adapter: &'a dyn Adapter,
    cancel: &'a CancelToken,
}

impl Engine<'_> {
    /// A run that began between the watermark and now, or one that is running: by the ticket's own word nothing was sent
    /// yet, but a caller who did not save it may have forgotten. One run after the watermark is what a ticket stands for.
    /// One look is not enough to say that there is none: the history may lag behind a request that was just sent.
    fn since(&self, ticket: &Ticket) -> Result<Option<Started>> {
        let mut doubtful = None;
        let found = self.patiently(ticket, |runs| {
            let fresh = ticket.fresh_runs(runs);
            doubtful = fresh.last().map(|run| run.id.clone());
            let began = fresh.into_iter().rfind(|run| !ticket.was_over(run)).map(|run| (run, true));
            let found = began.or(runs.first().filter(|run| run.is_active()).map(|run| (run, false)));
            found.map(|(run, new)| (run.clone(), new))
        })?;
        match (found, doubtful) {
            (Some((run, true)), _) => Ok(Some(Started { run, origin: Origin::Indistinguishable })),
            (Some((run, false)), _) => already(run, &ticket.options, None).map(Some),
            // By the server's clock it was over before the ticket was there; but if that clock is wrong, it is the ticket's.
            (None, Some(id)) => {
                let message = format!("run {id} was not known when the ticket was prepared, but seems to be older");
                Err(Error::new(ErrorKind::OutcomeUnknown, message)
                    .remedied("look at that run; if it is not from this start, prepare a new ticket"))
            }
            (None, None) => Ok(None),
        }
    }

    fn send(&self, ticket: &mut Ticket, save: Save<'_>) -> Result<Started> {
        self.advance(ticket, save, Stage::Sending)?;
        let asked = Instant::now();
        match self.adapter.begin(&ticket.job, ticket.options.full, &ticket.marker) {
            // A run from before our request, or a retry, which no request begins: somebody else's.
            Ok(Some(run)) if ticket.known.contains(&run.id) || run.retry_of.is_some() => {
                let found = already(run, &ticket.options, None)?;
                self.done(ticket, save, found)
            }
            Ok(Some(run)) => {
                let origin = if self.began_before(&run, asked) { Origin::Indistinguishable } else { Origin::Ours };
                self.done(ticket, save, Started { run, origin })
            }
            Ok(None) => match self.look(ticket) {
                Ok(Some(run)) => self.done(ticket, save, Started { run, origin: Origin::Indistinguishable }),
                Ok(None) => {
                    let settle = ticket.options.settle;
                    let message = format!("the server accepted the start, but no new run appeared within {settle:?}");
                    Err(Error::new(ErrorKind::OutcomeUnknown, message))
                }
                Err(error) if error.kind() == ErrorKind::Cancelled => Err(error.with_effect(true)),
                Err(error) => {
                    let message =
                        format!("the server accepted the start, but then no run could be read: {}", error.message());
                    let remedy = ErrorKind::OutcomeUnknown.remedy();
                    Err(error
                        .with_kind(ErrorKind::OutcomeUnknown)
                        .with_message(message)
                        .with_effect(true)
                        .remedied(remedy))
                }
            },
            Err(error) => self.after(ticket, save, error),
        }
    }

    /// Whether the run had begun by the server's clock before the request was sent: somebody may have been quicker, and
    /// the server may answer with what runs. (No proof of that, either: the clocks of one product may differ.)
    fn began_before(&self, run: &Run, asked: Instant) -> bool {
        // That clock is read to the second.
        let ago = asked.elapsed().saturating_add(Duration::from_secs(1));
        let sent = self.adapter.now().and_then(|now| now.checked_sub(ago).ok());
        run.started.zip(sent).is_some_and(|(started, sent)| started < sent)
    }

    /// The request failed; perhaps it worked all the same, perhaps the job runs already.
    fn after(&self, ticket: &mut Ticket, save: Save<'_>, error: Error) -> Result<Started> {
        if matches!(error.kind(), ErrorKind::AlreadyRunning | ErrorKind::Conflict) {
            // Refused, so nothing was started: the ticket may be used again.
            self.advance(ticket, save, Stage::Prepared)?;
            // Somebody was quicker between our look and our request; the history may lag behind.
            let patient = error.kind() == ErrorKind::AlreadyRunning;
            return match self.running(ticket, patient)? {
                Some(run) => {
                    let found = already(run, &ticket.options, Some(error))?;
                    self.done(ticket, save, found)
                }
                None => Err(error),
            };
        }
        if !error.may_have_taken_effect() {
            self.advance(ticket, save, Stage::Prepared)?;
            return Err(error);
        }
        if error.kind() == ErrorKind::Cancelled {
            return Err(error);
        }
        // A 5xx may come after the start, and "already running" may come as any 5xx: look before deciding.
        match self.look(ticket) {
            Ok(Some(run)) => self.done(ticket, save, Started { run, origin: Origin::Indistinguishable }),
            Ok(None) | Err(_) => {
                let message = format!("the start was sent, but its fate is not known: {}", error.message());
                let remedy = ErrorKind::OutcomeUnknown.remedy();
                Err(error.with_kind(ErrorKind::OutcomeUnknown).with_message(message).remedied(remedy))
            }
        }
    }

    /// Looks until a run is new. The oldest new one is the one nearest to our request.
    fn look(&self, ticket: &Ticket) -> Result<Option<Run>> {
        self.patiently(ticket, |runs| ticket.fresh_runs(runs).into_iter().rfind(|run| !ticket.was_over(run)).cloned())
    }

    /// The run that keeps the job busy; new ones count even when they are over by now.
    fn running(&self, ticket: &Ticket, patient: bool) -> Result<Option<Run>> {
        let busy = |runs: &[Run]| {
            let ended = || ticket.fresh_runs(runs).into_iter().find(|run| !ticket.was_over(run));
            runs.iter().find(|run| run.is_active()).or_else(ended).cloned()
        };
        if patient { self.patiently(ticket, busy) } else { Ok(busy(&self.adapter.runs(&ticket.job, WATERMARK)?)) }
    }

    fn patiently<T>(&self, ticket: &Ticket, mut find: impl FnMut(&[Run]) -> Option<T>) -> Result<Option<T>> {
        let end = Instant::now().checked_add(ticket.options.settle);
        loop {
            // A failing look is as good as one that finds nothing: only time decides.
            let failed = match self.adapter.runs(&ticket.job, WATERMARK) {
                Ok(runs) => match find(&runs) {
                    Some(found) => return Ok(Some(found)),
                    None => None,
                },
                Err(error) if error.is_retryable() => Some(error),
                Err(error) => return Err(error),
            };
            if end.is_some_and(|end| Instant::now() >= end) {
                return failed.map_or(Ok(None), Err);
            }
            self.cancel.sleep(ticket.options.look_every).map_err(stopped)?;
        }
    }

    fn known(&self, ticket: &Ticket) -> Result<Started> {
        let id = ticket.run.as_deref().unwrap_or_default();
        let run = self.adapter.run(&ticket.job, id)?;
        // Whose it was is not kept: what counts after a crash is that it is the ticket's run.
        Ok(Started { run, origin: Origin::Indistinguishable })
    }

    fn advance(&self, ticket: &mut Ticket, save: Save<'_>, stage: Stage) -> Result<()> {
        let before = std::mem::replace(&mut ticket.stage, stage);
        save(ticket).map_err(|why| {
            ticket.stage = before;
            let why = crate::redact::one_line(&why);
            Error::config(format!("the ticket could not be saved, so nothing was sent: {why}"))
                .remedied("make the place where tickets are saved writable")
        })
    }

    fn done(&self, ticket: &mut Ticket, save: Save<'_>, started: Started) -> Result<Started> {
        ticket.run = Some(started.run.id.clone());
        ticket.stage = Stage::Started;
        // The run is there whether or not this can be saved; taken up again, the ticket finds it.
        let _ = save(ticket);
        Ok(started)
    }
}

fn already(run: Run, options: &StartOptions, refusal: Option<Error>) -> Result<Started> {
    let origin = match options.if_running {
        IfRunning::Adopt => Origin::Adopted,
        IfRunning::Skip => Origin::Skipped,
        IfRunning::Fail => {
            let message = format!("run {} of the job is {} ({})", run.id, run.phase, run.raw_status);
            return Err(refusal.map_or_else(
                || Error::new(ErrorKind::AlreadyRunning, message.clone()),
                |error| error.with_kind(ErrorKind::AlreadyRunning).with_message(message.clone()),
            ));
        }
    };
    Ok(Started { run, origin })
}

#[cfg(test)]
mod tests;
