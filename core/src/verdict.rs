//! Judging a run: what a monitoring system shows. Only positive evidence is green.

use crate::run::{Outcome, Phase, Run, named};

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
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Policy {
    /// A run that ended with a warning is as good as one without.
    pub warnings_ok: bool,
}

impl Policy {
    /// The default policy: warnings are warnings.
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
}

/// A judgement and its reason, which names the run and the vendor's word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Verdict {
    /// How bad it is.
    pub level: Level,
    /// Why, in one line.
    pub reason: String,
}

impl Verdict {
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
        Self { level, reason }
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
