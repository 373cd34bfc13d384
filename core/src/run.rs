//! The vocabulary all systems share: a job has runs; a run has a phase, an outcome and the vendor's own word.

use jiff::Timestamp;

/// Declares a small closed enum with a stable number (for C) and name.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal => $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(i32)]
        pub enum $name { $($(#[$vmeta])* $variant = $code,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable number used in C; only ever grows.
            #[must_use]
            pub const fn code(self) -> i32 {
                self as i32
            }

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The value of a stable number.
            #[must_use]
            pub fn from_code(code: i32) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.code() == code)
            }

            /// The value of a stable name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.name() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}
pub(crate) use named;

named! {
    /// The three systems.
    pub enum System {
        /// Veeam Backup for Microsoft 365.
        Veeam = 1 => "veeam",
        /// Teradata VantageCloud BaaS.
        Teradata = 2 => "teradata",
        /// VMware vCenter appliance.
        Vcenter = 3 => "vcenter",
    }
}

named! {
    /// Where a run stands.
    pub enum Phase {
        /// The vendor's word is one we do not know, and nothing says the run is over. Never taken for an end.
        Unknown = 0 => "unknown",
        /// Accepted, not yet working.
        Queued = 1 => "queued",
        /// Working.
        Running = 2 => "running",
        /// Over; look at the outcome.
        Finished = 3 => "finished",
    }
}

named! {
    /// How a finished run ended.
    pub enum Outcome {
        /// The run is over but the vendor's word is one we do not know. Never success.
        Unknown = 0 => "unknown",
        /// Everything was backed up.
        Success = 1 => "success",
        /// A backup exists, with something to look at.
        Warning = 2 => "warning",
        /// No usable backup.
        Failed = 3 => "failed",
        /// Stopped by somebody before the end.
        Stopped = 4 => "stopped",
    }
}

/// A job as all systems have it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Job {
    /// The system it lives on.
    pub system: System,
    /// The vendor's id.
    pub id: String,
    /// The vendor's name for it.
    pub name: String,
    /// Whether its schedule is on; `None` where the system has no such thing.
    pub enabled: Option<bool>,
    /// The vendor's word for the state of the newest run.
    pub raw_status: Option<String>,
    /// When the newest run began.
    pub last_run: Option<Timestamp>,
    /// When the scheduler runs it next.
    pub next_run: Option<Timestamp>,
}

/// One run of a job: a Veeam job session, a Teradata execution, a vCenter backup job.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Run {
    /// The system it runs on.
    pub system: System,
    /// The job it belongs to.
    pub job_id: String,
    /// The vendor's id of the run.
    pub id: String,
    /// Where it stands.
    pub phase: Phase,
    /// How it ended; `None` while it is not finished.
    pub outcome: Option<Outcome>,
    /// The vendor's own word for all this.
    pub raw_status: String,
    /// When it began.
    pub started: Option<Timestamp>,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// Progress in per cent, where the vendor has one (vCenter). 100 is not yet success.
    pub percent: Option<i64>,
    /// Objects processed so far, where the vendor counts them (Veeam).
    pub objects: Option<i64>,
    /// Bytes of the backup or the transfer so far, where the vendor tells.
    pub bytes: Option<i64>,
    /// The vendor's sentence about it.
    pub message: Option<String>,
    /// The vendor says that it will try again, as a new run (Veeam v7 and later).
    pub will_be_retried: bool,
    /// The first run of which this one is a retry (Veeam v7 and later).
    pub retry_of: Option<String>,
}

impl Job {
    /// A job of which only its id is known. For callers that keep jobs elsewhere, and for tests.
    #[must_use]
    pub fn new(system: System, id: &str) -> Self {
        Self {
            system,
            id: id.to_owned(),
            name: String::new(),
            enabled: None,
            raw_status: None,
            last_run: None,
            next_run: None,
        }
    }
}

impl Run {
    /// A run of which only this is known: its phase is unknown. For callers that keep runs elsewhere, and for tests.
    #[must_use]
    pub fn new(system: System, job_id: &str, id: &str, raw_status: &str) -> Self {
        Self {
            system,
            job_id: job_id.to_owned(),
            id: id.to_owned(),
            phase: Phase::Unknown,
            outcome: None,
            raw_status: raw_status.to_owned(),
            started: None,
            ended: None,
            percent: None,
            objects: None,
            bytes: None,
            message: None,
            will_be_retried: false,
            retry_of: None,
        }
    }

    /// True while the run is queued or running, and when we cannot tell: it may still be working.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.phase != Phase::Finished
    }

    /// Applies what the vendor's word means. An unknown word with an end time is over, with an unknown outcome.
    pub(crate) fn settle(&mut self, state: State) {
        (self.phase, self.outcome) = state.standing(self.ended);
    }
}

/// What a vendor's word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Queued,
    Running,
    Ended(Outcome),
    Unknown,
}

impl State {
    /// Phase and outcome, with the end time that stands beside the word.
    pub(crate) fn standing(self, ended: Option<Timestamp>) -> (Phase, Option<Outcome>) {
        match self {
            Self::Queued => (Phase::Queued, None),
            Self::Running => (Phase::Running, None),
            Self::Ended(outcome) => (Phase::Finished, Some(outcome)),
            Self::Unknown if ended.is_some() => (Phase::Finished, Some(Outcome::Unknown)),
            Self::Unknown => (Phase::Unknown, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_word_is_never_success() {
        let mut run = Run::new(System::Veeam, "j", "r", "Splendid");
        run.settle(State::Unknown);
        assert_eq!((run.phase, run.outcome), (Phase::Unknown, None));
        assert!(run.is_active());
        run.ended = Some(Timestamp::UNIX_EPOCH);
        run.settle(State::Unknown);
        assert_eq!((run.phase, run.outcome), (Phase::Finished, Some(Outcome::Unknown)));
    }

    #[test]
    fn names_and_numbers_lead_back() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_code(outcome.code()), Some(*outcome));
            assert_eq!(Outcome::from_name(outcome.name()), Some(*outcome));
        }
        assert_eq!(System::from_name("vmware"), None);
    }
}
