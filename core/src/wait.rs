//! Waiting for runs to end, for as long as it takes, whatever happens to tokens and connections meanwhile.

use crate::cancel::CancelToken;
use crate::error::{Error, ErrorKind, Result};
use crate::redact::one_line;
use crate::run::Run;
use crate::server::{Adapter, RunRef, found};
use crate::transport::stopped;
use std::time::{Duration, Instant};

mod group;
pub use group::{News, Tell, WaitGroup};

/// How to wait.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct WaitOptions {
    /// Longest time to wait in all. The backup goes on when it passes.
    pub deadline: Duration,
    /// Pause between two looks at a young run.
    pub poll_min: Duration,
    /// Pause between two looks at an old run; the pause grows with the run's age up to this.
    pub poll_max: Duration,
    /// How long the server may be unreachable, or not list the run, before the wait gives up; and how long a retry that
    /// the vendor announced may be overdue, by the job's own pause between tries, before the end there was counts.
    pub unreachable: Duration,
}

impl Default for WaitOptions {
    /// A day; every 2 s at first, every 60 s at last; five minutes of patience with an unreachable server.
    fn default() -> Self {
        Self {
            deadline: Duration::from_secs(86_400),
            poll_min: Duration::from_secs(2),
            poll_max: Duration::from_secs(60),
            unreachable: Duration::from_secs(300),
        }
    }
}

/// What a progress callback is told after every look.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Progress {
    /// The run as it stands; `None` as long as no look has succeeded.
    pub run: Option<Run>,
    /// Time waited so far.
    pub elapsed: Duration,
    /// Looks so far, failed ones included.
    pub polls: u64,
    /// Pause before the next look; zero at the end.
    pub next_poll: Duration,
    /// Why the last look failed, if it did and the wait goes on all the same.
    pub trouble: Option<String>,
}

pub(crate) fn wait(
    adapter: &dyn Adapter,
    cancel: &CancelToken,
    job: &str,
    run: &str,
    options: &WaitOptions,
    progress: &mut dyn FnMut(&Progress),
) -> Result<Run> {
    let watches = vec![Watch::new(RunRef::new(job, run))];
    let mut results = watch(adapter, cancel, watches, options, &mut |_, told| progress(told));
    // There is exactly one.
    results.pop().unwrap_or_else(|| Err(Error::new(ErrorKind::Internal, "no result of the wait")))
}

pub(crate) fn wait_all(
    adapter: &dyn Adapter,
    cancel: &CancelToken,
    runs: &[RunRef],
    options: &WaitOptions,
    progress: &mut dyn FnMut(usize, &Progress),
) -> Vec<Result<Run>> {
    watch(adapter, cancel, runs.iter().cloned().map(Watch::new).collect(), options, progress)
}

/// One run that is waited for.
#[derive(Clone)]
struct Watch {
    at: RunRef,
    last: Option<Run>,
    trouble_since: Option<Instant>,
    /// Since when the run has been over, while a retry is awaited.
    ended_since: Option<Instant>,
    /// The vendor's pause before a retry, once it was asked for.
    retry_wait: Option<Duration>,
    result: Option<Result<Run>>,
}

fn watch(
    adapter: &dyn Adapter,
    cancel: &CancelToken,
    mut watches: Vec<Watch>,
    options: &WaitOptions,
    progress: &mut dyn FnMut(usize, &Progress),
) -> Vec<Result<Run>> {
    let began = Instant::now();
    // A duration too large for the clock is as good as no deadline.
    let cancel = match began.checked_add(options.deadline) {
        Some(end) => cancel.with_deadline(end),
        None => cancel.clone(),
    };
    let adapter = adapter.with_cancel(&cancel);
    let mut polls = 0;
    while watches.iter().any(Watch::waits) {
        polls += 1;
        let refs: Vec<RunRef> = watches.iter().filter(|w| w.waits()).map(|w| w.at.clone()).collect();
        let looked = look(&*adapter, &refs);
        let mut next = options.poll_max;
        let mut told = Vec::new();
        for ((index, watch), seen) in watches.iter_mut().enumerate().filter(|(_, w)| w.waits()).zip(looked) {
            let (pause, trouble) = watch.see(&*adapter, seen, began.elapsed(), options);
            next = if watch.waits() { next.min(pause) } else { next };
            told.push((index, trouble));
        }
        let waits = watches.iter().any(Watch::waits);
        for (index, trouble) in told {
            let watch = &watches[index];
            // A wait that gave up tells so by its result.
            if watch.waits() || matches!(watch.result, Some(Ok(_))) {
                let next_poll = if watch.waits() { next } else { Duration::ZERO };
                progress(
                    index,
                    &Progress { run: watch.last.clone(), elapsed: began.elapsed(), polls, next_poll, trouble },
                );
            }
        }
        if waits && let Err(stop) = cancel.sleep(next) {
            for watch in watches.iter_mut().filter(|w| w.waits()) {
                watch.result = Some(Err(watch.give_up(stopped(stop))));
            }
        }
    }
    watches.into_iter().filter_map(|watch| watch.result).collect()
}

/// Every run as it stands, or why it could not be seen: with one request where the vendor has a list.
fn look(adapter: &dyn Adapter, refs: &[RunRef]) -> Vec<Result<Option<Run>>> {
    let each = || refs.iter().map(|at| found(adapter.run(&at.job, &at.run))).collect();
    if refs.len() == 1 {
        return each();
    }
    match adapter.look_at(refs) {
        Ok(runs) => runs.into_iter().map(Ok).collect(),
        // What is wrong with one of them is none of the others' business.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidArgument | ErrorKind::Denied) => each(),
        Err(error) => refs.iter().map(|_| Err(error.clone())).collect(),
    }
}

impl Watch {
    fn new(at: RunRef) -> Self {
        Self { at, last: None, trouble_since: None, ended_since: None, retry_wait: None, result: None }
    }

    fn waits(&self) -> bool {
        self.result.is_none()
    }

    /// Takes in a look; returns the pause before the next and what was wrong with this one.
    fn see(
        &mut self,
        adapter: &dyn Adapter,
        seen: Result<Option<Run>>,
        age: Duration,
        options: &WaitOptions,
    ) -> (Duration, Option<String>) {
        let error = match seen {
            Ok(Some(run)) if run.is_active() => {
                self.trouble_since = None;
                self.last = Some(run);
                return (pause(age, options), None);
            }
            Ok(Some(run)) => {
                // Trouble from before is over; while a retry is awaited, that takes a look for the retry as well.
                if self.last.as_ref() != Some(&run) {
                    self.trouble_since = None;
                }
                self.last = Some(run.clone());
                if !run.will_be_retried {
                    self.result = Some(Ok(run));
                    return (Duration::ZERO, None);
                }
                let retry = self.retry_of(adapter, &run, options.unreachable);
                if retry.is_ok() {
                    self.trouble_since = None;
                }
                match retry {
                    Ok(Retry::Begun(retry)) => {
                        self.ended_since = None;
                        self.at.run.clone_from(&retry.id);
                        self.last = Some(*retry);
                        return (options.poll_min, None);
                    }
                    // The vendor announced a retry that does not come: the end it had is the end.
                    Ok(Retry::Overdue) => {
                        self.result = Some(Ok(run));
                        return (Duration::ZERO, None);
                    }
                    Ok(Retry::Awaited) => {
                        return (pause(age, options), Some("waiting for the retry that the vendor announced".into()));
                    }
                    Err(error) => error,
                }
            }
            Ok(None) => {
                let what = if self.last.is_some() { "vanished from the history" } else { "is not listed" };
                Error::new(ErrorKind::NotFound, format!("run {} {what}", one_line(&self.at.run)))
                    .remedied("lists may lag behind; look at the runs of the job in the vendor's console")
            }
            Err(error) => error,
        };
        if passes(&error) && self.trouble_for() < options.unreachable {
            return (pause(self.trouble_for(), options), Some(error.message().to_owned()));
        }
        self.result = Some(Err(self.give_up(error)));
        (Duration::ZERO, None)
    }

    /// How it stands with the retry that was announced for a run. The job says how long its pause is, and the clock that
    /// dated the end whether it is over.
    fn retry_of(&mut self, adapter: &dyn Adapter, run: &Run, patience: Duration) -> Result<Retry> {
        let ended_since = *self.ended_since.get_or_insert_with(Instant::now);
        if let Some(retry) = newest_retry(adapter, run)? {
            return Ok(Retry::Begun(Box::new(retry)));
        }
        let wait = match self.retry_wait {
            Some(wait) => wait,
            None => *self.retry_wait.insert(adapter.retry_wait(&run.job_id)?),
        };
        let by_the_server =
            run.ended.zip(adapter.now()).and_then(|(ended, now)| now.duration_since(ended).try_into().ok());
        let since: Duration = by_the_server.unwrap_or_else(|| ended_since.elapsed());
        Ok(if since >= wait.saturating_add(patience) { Retry::Overdue } else { Retry::Awaited })
    }

    fn trouble_for(&mut self) -> Duration {
        self.trouble_since.get_or_insert_with(Instant::now).elapsed()
    }

    /// The error with what is known of the run, so that a caller can go on from it.
    fn give_up(&self, error: Error) -> Error {
        let seen = self.last.as_ref().map_or_else(
            || "it was never seen".to_owned(),
            |seen| format!("last seen {} ({})", seen.phase, seen.raw_status),
        );
        let message =
            format!("{}; run {} of job {}: {seen}", error.message(), one_line(&self.at.run), one_line(&self.at.job));
        match error.kind() {
            // Whether the end came during a look or between two makes no difference to the caller.
            kind @ (ErrorKind::Cancelled | ErrorKind::Deadline) => Error::new(kind, message),
            _ => error.with_message(message),
        }
    }
}

/// A retry that was announced.
enum Retry {
    Begun(Box<Run>),
    Awaited,
    /// It should have begun long since.
    Overdue,
}

/// The newest retry of a run: retries name the first try, not the one before.
fn newest_retry(adapter: &dyn Adapter, run: &Run) -> Result<Option<Run>> {
    let first = run.retry_of.as_deref().unwrap_or(&run.id);
    let runs = adapter.runs(&run.job_id, 20)?;
    let newer = |other: &&Run| other.id != run.id && other.started >= run.started;
    Ok(runs.iter().filter(newer).find(|other| other.retry_of.as_deref() == Some(first)).cloned())
}

/// A twentieth of the age, between the two bounds, with a tenth of jitter so that many waits spread out.
fn pause(age: Duration, options: &WaitOptions) -> Duration {
    let max = options.poll_max.max(options.poll_min);
    let middle = (age / 20).clamp(options.poll_min, max);
    // A pause too long for the clock is as good as the longest one.
    Duration::try_from_secs_f64(middle.as_secs_f64() * (0.9 + 0.2 * fastrand::f64())).unwrap_or(Duration::MAX)
}

/// Trouble that may pass. A run may also be missing for a moment: lists lag behind starts.
fn passes(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Unreachable
            | ErrorKind::Timeout
            | ErrorKind::Unavailable
            | ErrorKind::RateLimited
            | ErrorKind::Protocol
            | ErrorKind::NotFound
    )
}

#[cfg(test)]
mod tests;
