//! Stopping our own work early: a flag that any thread (or a signal handler) may set, and a deadline.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often a call that waits for an answer looks at its token: Ctrl-C ends it within 100 ms, on a busy machine as well.
pub(crate) const TICK: Duration = Duration::from_millis(60);

/// How often a sleeping one does. A signal ends the nap at once, and hours are slept through: a look costs some 80 µs of a
/// processor that has to be woken for it.
const NAP: Duration = Duration::from_millis(100);

/// Cancels calls that carry it. Clones share the flag. Cancelling never touches the backup on the server.
#[derive(Clone, Default)]
pub struct CancelToken {
    flag: Arc<AtomicBool>,
    probe: Option<Arc<dyn Fn() -> bool + Send + Sync>>,
    deadline: Option<Instant>,
}

/// Why a call should stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    Cancelled,
    Deadline,
}

impl CancelToken {
    /// A token that nobody has cancelled.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same flag, and in addition a question asked at least every 100 ms on the calling thread while it waits.
    /// A `true` cancels. Bindings use it to look for Ctrl-C.
    #[must_use]
    pub fn with_probe(&self, probe: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self { probe: Some(Arc::new(probe)), ..self.clone() }
    }

    /// The same flag with an earlier end.
    #[must_use]
    pub(crate) fn with_deadline(&self, deadline: Instant) -> Self {
        let deadline = self.deadline.map_or(deadline, |d| d.min(deadline));
        Self { deadline: Some(deadline), ..self.clone() }
    }

    /// Cancels. Only stores to an atomic, so it may be called from a signal handler.
    pub fn cancel(&self) {
        self.flag.store(true, Ordering::Release);
    }

    /// True once cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        if !self.flag.load(Ordering::Acquire) && self.probe.as_ref().is_some_and(|ask| ask()) {
            self.cancel();
        }
        self.flag.load(Ordering::Acquire)
    }

    pub(crate) fn check(&self) -> Result<(), Stop> {
        if self.is_cancelled() {
            return Err(Stop::Cancelled);
        }
        match self.deadline {
            Some(deadline) if Instant::now() >= deadline => Err(Stop::Deadline),
            _ => Ok(()),
        }
    }

    /// Sleeps, unless stopped before.
    pub(crate) fn sleep(&self, duration: Duration) -> Result<(), Stop> {
        // Nobody has the time.
        #[cfg(fuzzing)]
        let duration = duration.min(Duration::ZERO);
        let began = Instant::now();
        let mut longest = NAP;
        loop {
            self.check()?;
            let left = duration.saturating_sub(began.elapsed());
            if left.is_zero() {
                return Ok(());
            }
            let until_deadline = self.deadline.map_or(left, |d| d.saturating_duration_since(Instant::now()));
            let whole = nap(left.min(longest).min(until_deadline.max(Duration::from_micros(1))));
            // A probe that has looked just before the signal came may not look again at once.
            longest = if whole { NAP } else { TICK };
        }
    }
}

/// Sleeps that long or until a signal comes, whose handler may have cancelled; the standard library sleeps on. False when
/// one came.
#[cfg(unix)]
fn nap(duration: Duration) -> bool {
    use rustix::thread::{NanosleepRelativeResult, nanosleep};
    duration.try_into().is_ok_and(|duration| matches!(nanosleep(&duration), NanosleepRelativeResult::Ok))
}

#[cfg(not(unix))]
fn nap(duration: Duration) -> bool {
    std::thread::sleep(duration);
    true
}

impl fmt::Debug for CancelToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CancelToken").field("cancelled", &self.flag.load(Ordering::Acquire)).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_share_the_flag_and_sleep_ends_early() {
        let token = CancelToken::new();
        let other = token.clone();
        let sleeper = std::thread::spawn(move || other.sleep(Duration::from_secs(600)));
        token.cancel();
        assert_eq!(sleeper.join().expect("thread"), Err(Stop::Cancelled));
    }

    #[test]
    fn a_deadline_can_only_come_nearer() {
        let near = CancelToken::new().with_deadline(Instant::now());
        let far = near.with_deadline(Instant::now() + Duration::from_secs(600));
        assert_eq!(far.check(), Err(Stop::Deadline));
    }

    #[test]
    fn no_duration_is_too_long_to_sleep() {
        let token = CancelToken::new();
        token.cancel();
        assert_eq!(token.sleep(Duration::MAX), Err(Stop::Cancelled));
        let near = CancelToken::new().with_deadline(Instant::now());
        assert_eq!(near.sleep(Duration::MAX), Err(Stop::Deadline));
    }

    #[test]
    fn a_probe_cancels_every_clone() {
        let token = CancelToken::new();
        assert!(token.with_probe(|| true).is_cancelled());
        assert!(token.is_cancelled());
    }
}
