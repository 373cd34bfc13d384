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
        /// It began because of our request.
        Ours = 1 => "ours",
        /// It ran already, or somebody else started it.
        Adopted = 2 => "adopted",
        /// It began after our request was prepared, but nothing tells whether our request began it.
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
    if let Some(running) = before.iter().find(|run| run.is_active()) {
        return already(running.clone(), options, None);
    }
    let known: BTreeSet<&str> = before.iter().map(|run| run.id.as_str()).collect();
    match adapter.begin(job, options.full) {
        Ok(Some(run)) => Ok(Started { run, origin: Origin::Ours }),
        Ok(None) => match look(adapter, cancel, job, &known, options)? {
            Some(found) => Ok(found),
            None => Err(Error::new(
                ErrorKind::OutcomeUnknown,
                format!("the server accepted the start, but no new run appeared within {:?}", options.settle),
            )),
        },
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
    let refused = matches!(error.kind(), ErrorKind::AlreadyRunning | ErrorKind::Conflict);
    if refused {
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
        Ok(Some(found)) => Ok(Started { origin: Origin::Indistinguishable, ..found }),
        // A clear refusal with no new run to show for it is what it says.
        Ok(None) if error.http_status() == Some(500) => Err(error),
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

/// Looks for a run that is not in the watermark. The oldest new one is the one nearest to our request.
fn look(
    adapter: &dyn Adapter,
    cancel: &CancelToken,
    job: &str,
    known: &BTreeSet<&str>,
    options: &StartOptions,
) -> Result<Option<Started>> {
    let end = Instant::now() + options.settle;
    loop {
        let mut fresh: Vec<Run> =
            adapter.runs(job, WATERMARK)?.into_iter().filter(|run| !known.contains(run.id.as_str())).collect();
        let origin = match fresh.len() {
            0 | 1 => Origin::Ours,
            _ => Origin::Indistinguishable,
        };
        if let Some(run) = fresh.pop() {
            return Ok(Some(Started { run, origin }));
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
