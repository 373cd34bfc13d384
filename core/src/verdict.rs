//! Judging a run: what a monitoring system shows. Only positive evidence is green.

use crate::run::{Outcome, Phase, Run, named};
use jiff::Timestamp;
use std::time::Duration;

named! {
    /// The levels that Nagios, Icinga and their kin use, with their exit codes.
    pub enum Level {
        /// A backup was made.
        Ok = 0 => "ok",
        /// A backup was made, with something to look at.
        Warning = 1 => "warning",
        /// There is no usable backup.
        Critical = 2 => "critical",
        /// Nobody can tell.
        Unknown = 3 => "unknown",
    }
}

/// What is tolerated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// A run that ended with a warning is as good as one without.
    pub warnings_ok: bool,
    /// A job whose schedule is off may be green.
    pub disabled_ok: bool,
    /// How old the last good run may be. `None`: any age; only for jobs that never run by themselves.
    pub max_age: Option<Duration>,
    /// How long a run may take. Unset: any time.
    pub max_running: Option<Duration>,
    /// The time to judge by. Unset: the server's clock, by its last answer.
    pub now: Option<Timestamp>,
}

impl Default for Policy {
    /// Warnings and disabled jobs are warnings; the last good run is at most 26 hours old, a day and some slack; a run may
    /// take any time.
    fn default() -> Self {
        Self {
            warnings_ok: false,
            disabled_ok: false,
            max_age: Some(Duration::from_secs(26 * 3600)),
            max_running: None,
            now: None,
        }
    }
}

impl Policy {
    /// The default policy.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether a run that ended with a warning is as good as one without.
    #[must_use]
    pub fn warnings_ok(mut self, yes: bool) -> Self {
        self.warnings_ok = yes;
        self
    }

    /// Whether a job whose schedule is off may be green.
    #[must_use]
    pub fn disabled_ok(mut self, yes: bool) -> Self {
        self.disabled_ok = yes;
        self
    }

    /// How old the last good run may be; `None`: any age.
    #[must_use]
    pub fn max_age(mut self, age: impl Into<Option<Duration>>) -> Self {
        self.max_age = age.into();
        self
    }

    /// How long a run may take.
    #[must_use]
    pub fn max_running(mut self, time: Duration) -> Self {
        self.max_running = Some(time);
        self
    }

    /// The time to judge by, instead of the server's clock.
    #[must_use]
    pub fn now(mut self, now: Timestamp) -> Self {
        self.now = Some(now);
        self
    }
}

/// A judgement with its reason and its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// How bad it is.
    pub level: Level,
    /// Why, in one line that names the run and the vendor's word.
    pub reason: String,
    /// The job judged, where one was.
    pub job_id: Option<String>,
    /// Its name, where it is known.
    pub job_name: Option<String>,
    /// The run it rests on.
    pub run: Option<Run>,
    /// Age of the last good run, where a check found one.
    pub age: Option<Duration>,
}

impl Verdict {
    pub(crate) fn new(level: Level, reason: impl Into<String>) -> Self {
        Self { level, reason: reason.into(), job_id: None, job_name: None, run: None, age: None }
    }

    pub(crate) fn about(self, job: &str) -> Self {
        Self { job_id: Some(job.to_owned()), ..self }
    }

    /// Judges one run. A run that is not over, or whose end we do not understand, is `Unknown`, never `Ok`.
    #[must_use]
    pub fn of(run: &Run, policy: &Policy) -> Self {
        let (level, what) = match (run.phase, run.outcome) {
            (Phase::Finished, Some(Outcome::Success)) => (Level::Ok, "succeeded"),
            (Phase::Finished, Some(Outcome::Warning)) if policy.warnings_ok => {
                (Level::Ok, "succeeded with a warning, which is tolerated")
            }
            (Phase::Finished, Some(Outcome::Warning)) => (Level::Warning, "ended with a warning"),
            (Phase::Finished, Some(Outcome::Failed)) => (Level::Critical, "failed"),
            (Phase::Finished, Some(Outcome::Stopped)) => (Level::Critical, "was stopped before the end"),
            (Phase::Finished, _) => (Level::Unknown, "ended with a word we do not know"),
            (Phase::Queued, _) => (Level::Unknown, "is still queued"),
            (Phase::Running, _) => (Level::Unknown, "is still running"),
            (Phase::Unknown, _) => (Level::Unknown, "is in a state we do not know"),
        };
        let mut reason = format!("run {} {what} ({})", run.id, run.raw_status);
        if let Some(message) = run.message.as_deref().filter(|m| !m.is_empty()) {
            reason.push_str(": ");
            reason.push_str(&crate::redact::one_line(message));
        }
        Self { run: Some(run.clone()), ..Self::new(level, reason).about(&run.job_id) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{State, System};

    fn level(state: State, policy: Policy) -> Level {
        let mut run = Run::new(System::Teradata, "71", "905", "WORD");
        run.settle(state);
        Verdict::of(&run, &policy).level
    }

    #[test]
    fn only_success_is_green() {
        let strict = Policy::new();
        assert_eq!(level(State::Ended(Outcome::Success), strict), Level::Ok);
        assert_eq!(level(State::Ended(Outcome::Warning), strict), Level::Warning);
        assert_eq!(level(State::Ended(Outcome::Failed), strict), Level::Critical);
        assert_eq!(level(State::Ended(Outcome::Stopped), strict), Level::Critical);
        for state in [State::Ended(Outcome::Unknown), State::Queued, State::Running, State::Unknown] {
            assert_eq!(level(state, strict.warnings_ok(true)), Level::Unknown, "{state:?}");
        }
        assert_eq!(level(State::Ended(Outcome::Warning), strict.warnings_ok(true)), Level::Ok);
    }
}
