//! Starting a job once: read the newest runs, send the one request, then look for what is new.
//!
//! No vendor offers an idempotency key, and most answers do not name the run. So the runs known before the request (the
//! watermark) decide: a run that was not there before has begun since.

use crate::cancel::CancelToken;
use crate::error::{Error, ErrorKind, Result};
use crate::run::{Run, named};
use crate::server::Adapter;
use crate::transport::stopped;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// How many of the newest runs make the watermark.
const WATERMARK: usize = 20;

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
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct StartOptions {
    /// What to do when the job runs already.
    pub if_running: IfRunning,
    /// `Some(true)`: a full backup; `Some(false)`: an incremental one; `None`: as the job is set up.
    pub full: Option<bool>,
    /// How long to look for the new run when the answer did not name it.
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

pub(crate) fn start(adapter: &dyn Adapter, cancel: &CancelToken, job: &str, options: &StartOptions) -> Result<Started> {
    let before = adapter.runs(job, WATERMARK)?;
    // Only the newest counts: an old run that never got an end time must not keep the job from running for ever.
    if let Some(running) = before.first().filter(|run| run.is_active()) {
        return already(running.clone(), options, None);
    }
    let known: BTreeSet<&str> = before.iter().map(|run| run.id.as_str()).collect();
    match adapter.begin(job, options.full) {
        // An id from before our request: the server answered with somebody else's run.
        Ok(Some(run)) if known.contains(run.id.as_str()) => already(run, options, None),
        Ok(Some(run)) => Ok(Started { run, origin: Origin::Ours }),
        Ok(None) => look(adapter, cancel, job, &known, options)?.ok_or_else(|| {
            let message = format!("the server accepted the start, but no new run appeared within {:?}", options.settle);
            Error::new(ErrorKind::OutcomeUnknown, message)
        }),
        Err(error) => after_error(adapter, cancel, job, &known, options, error),
    }
}

/// The request failed; perhaps it worked all the same, perhaps the job runs already.
fn after_error(
    adapter: &dyn Adapter,
    cancel: &CancelToken,
    job: &str,
    known: &BTreeSet<&str>,
    options: &StartOptions,
    error: Error,
) -> Result<Started> {
    if matches!(error.kind(), ErrorKind::AlreadyRunning | ErrorKind::Conflict) {
        // Somebody was quicker between our look and our request.
        let running = adapter.runs(job, WATERMARK)?.into_iter().find(Run::is_active);
        return match running {
            Some(run) => already(run, options, Some(error)),
            None => Err(error),
        };
    }
    if !error.may_have_taken_effect() || error.kind() == ErrorKind::Cancelled {
        return Err(error);
    }
    // The vendors' "already running" may come as any 5xx, and a 5xx may come after the start: look before deciding.
    match look(adapter, cancel, job, known, options) {
        Ok(Some(found)) => Ok(found),
        Ok(None) | Err(_) => Err(unknown(error)),
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

/// Looks for a run newer than the watermark. The oldest of them is the one nearest to our request.
fn look(
    adapter: &dyn Adapter,
    cancel: &CancelToken,
    job: &str,
    known: &BTreeSet<&str>,
    options: &StartOptions,
) -> Result<Option<Started>> {
    let end = Instant::now() + options.settle;
    loop {
        // Newest first: below the first known run everything is old, even what the watermark did not show. (When the
        // server deletes an old run meanwhile, a still older one moves into the list.)
        let runs = adapter.runs(job, WATERMARK)?;
        if let Some(run) = runs.into_iter().take_while(|run| !known.contains(run.id.as_str())).last() {
            return Ok(Some(Started { run, origin: Origin::Indistinguishable }));
        }
        if Instant::now() >= end {
            return Ok(None);
        }
        cancel.sleep(options.look_every).map_err(stopped)?;
    }
}

fn unknown(error: Error) -> Error {
    let message = format!("the start was sent, but its fate is not known: {}", error.message());
    error.with_kind(ErrorKind::OutcomeUnknown).with_message(message).remedied(ErrorKind::OutcomeUnknown.remedy())
}
