//! Waiting for a run to end, for as long as it takes, whatever happens to tokens and connections meanwhile.

use crate::cancel::{CancelToken, Stop};
use crate::error::{Error, ErrorKind, Result};
use crate::run::Run;
use crate::server::Adapter;
use crate::transport::stopped;
use std::time::{Duration, Instant};

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
    /// How long the server may be unreachable, or not list the run, before the wait gives up.
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
    let began = Instant::now();
    // A duration too large for the clock is as good as no deadline.
    let cancel = match began.checked_add(options.deadline) {
        Some(end) => cancel.with_deadline(end),
        None => cancel.clone(),
    };
    let adapter = adapter.with_cancel(&cancel);
    let mut last: Option<Run> = None;
    let mut trouble_since: Option<Instant> = None;
    let mut polls = 0;
    loop {
        polls += 1;
        let (pause, trouble) = match adapter.run(job, run) {
            Ok(seen) => {
                trouble_since = None;
                let finished = !seen.is_active();
                last = Some(seen.clone());
                if finished {
                    progress(&Progress {
                        run: last,
                        elapsed: began.elapsed(),
                        polls,
                        next_poll: Duration::ZERO,
                        trouble: None,
                    });
                    return Ok(seen);
                }
                (pause(began.elapsed(), options), None)
            }
            Err(error) if passes(&error) => {
                let since = *trouble_since.get_or_insert_with(Instant::now);
                if since.elapsed() >= options.unreachable {
                    return Err(known(error, run, last.as_ref()));
                }
                (pause(since.elapsed(), options), Some(error.message().to_owned()))
            }
            // Whether the end came during a look or between two makes no difference to the caller.
            Err(error) if matches!(error.kind(), ErrorKind::Cancelled | ErrorKind::Deadline) => {
                return Err(known(Error::new(error.kind(), error.message()), run, last.as_ref()));
            }
            Err(error) => return Err(known(error, run, last.as_ref())),
        };
        progress(&Progress { run: last.clone(), elapsed: began.elapsed(), polls, next_poll: pause, trouble });
        match cancel.sleep(pause) {
            Ok(()) => {}
            Err(stop @ (Stop::Cancelled | Stop::Deadline)) => return Err(known(stopped(stop), run, last.as_ref())),
        }
    }
}

/// A twentieth of the age, between the two bounds, with a tenth of jitter so that many waits spread out.
fn pause(age: Duration, options: &WaitOptions) -> Duration {
    let max = options.poll_max.max(options.poll_min);
    (age / 20).clamp(options.poll_min, max).mul_f64(0.9 + 0.2 * fastrand::f64())
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

/// The error with what is known of the run, so that a caller can go on from it.
fn known(error: Error, run: &str, last: Option<&Run>) -> Error {
    let seen = last.map_or_else(
        || "it was never seen".to_owned(),
        |seen| format!("last seen {} ({})", seen.phase, seen.raw_status),
    );
    let message = format!("{}; run {run}: {seen}", error.message());
    error.with_message(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_with_age_between_its_bounds() {
        let options = WaitOptions::default();
        let near = |pause: Duration, seconds: f64| (pause.as_secs_f64() / seconds - 1.0).abs() <= 0.11;
        assert!(near(pause(Duration::ZERO, &options), 2.0));
        assert!(near(pause(Duration::from_secs(400), &options), 20.0));
        assert!(near(pause(Duration::from_secs(86_400), &options), 60.0));
    }
}
