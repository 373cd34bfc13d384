//! A system in one of its dialects, and all that tests which go over every one of them need to know of it.

use super::{BACKUP_PASSWORD, BACKUP1, LOCATION_PASSWORD, MAIL, NIGHTLY};
use backupjobs::{Outcome, teradata, vcenter, veeam};
use backupjobs_sim::System;
use serde_json::Value;
use std::fmt;

const SITES: &str = "6d1e8f3a-95c7-4b20-8e4d-a07f52c9b136";
const TEAMS: &str = "f0b52c96-3d7a-4e81-9a6c-18e4d7053fb2";
/// A sentence of an appliance that repeats the request's secrets.
const ECHO: &str = "no luck with Canary-4-Backup! at sftp://vcbackup:canary-location-pw@host";

/// A system in one of its dialects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavor {
    Veeam(veeam::Dialect),
    Teradata(teradata::Dialect),
    Vcenter(vcenter::Dialect),
}

impl Flavor {
    /// Everything that the library speaks: a dialect that is added there is in every test that goes over these.
    pub fn all() -> Vec<Self> {
        let veeam = veeam::Dialect::ALL.iter().copied().map(Self::Veeam);
        let teradata = teradata::Dialect::ALL.iter().copied().map(Self::Teradata);
        let vcenter = vcenter::Dialect::ALL.iter().copied().map(Self::Vcenter);
        veeam.chain(teradata).chain(vcenter).collect()
    }

    /// The one that is shown by this word.
    pub fn named(word: &str) -> Option<Self> {
        Self::all().into_iter().find(|flavor| flavor.to_string() == word)
    }

    pub fn system(self) -> System {
        match self {
            Self::Veeam(_) => System::Veeam,
            Self::Teradata(_) => System::Teradata,
            Self::Vcenter(_) => System::Vcenter,
        }
    }

    /// What a simulator must be told before it speaks this dialect.
    pub fn needs(self) -> Vec<(&'static str, Value)> {
        match self {
            // The simulator's own version has `/rest` only.
            Self::Vcenter(vcenter::Dialect::Api) => vec![("vcenter.version", Value::from("8.0.3"))],
            _ => vec![],
        }
    }

    /// Jobs that do well unless a script says otherwise. The first did well last night.
    pub fn jobs(self) -> &'static [&'static str] {
        match self {
            Self::Veeam(_) => &[MAIL, BACKUP1, SITES, TEAMS],
            Self::Teradata(_) => &[NIGHTLY, "72", "73", "74"],
            Self::Vcenter(_) => &[vcenter::APPLIANCE_BACKUP],
        }
    }

    pub fn job(self) -> &'static str {
        self.jobs()[0]
    }

    /// An id as runs have them, that none has.
    pub fn no_run(self) -> &'static str {
        match self {
            Self::Veeam(_) => "00000000-0000-4000-8000-00000000dead",
            Self::Teradata(_) => "999999",
            Self::Vcenter(_) => "20200101-000000-1",
        }
    }

    /// The end of the path of the request that starts a job.
    pub fn start_path(self) -> &'static str {
        match self {
            Self::Veeam(dialect) if dialect as i32 >= 6 => "/start",
            Self::Veeam(veeam::Dialect::V5) => "/action",
            Self::Veeam(_) => "/Action",
            Self::Teradata(_) => "/execute",
            Self::Vcenter(_) => "/backup/job",
        }
    }

    /// Whether a request in the simulator's journal was to start a job.
    pub fn is_start(self, entry: &Value) -> bool {
        let at = |name: &str| entry[name].as_str().unwrap_or_default();
        // Up to v5 all actions of a job have one path.
        let other = matches!(self, Self::Veeam(dialect) if (dialect as i32) < 6) && !at("body").contains("\"start\"");
        at("method") == "POST" && at("path").ends_with(self.start_path()) && !other
    }

    /// The end of the path of the list that shows runs of many jobs.
    pub fn list_path(self) -> Option<&'static str> {
        match self {
            Self::Veeam(_) => Some("/JobSessions"),
            // By symmetry there would be one; nobody says that there is.
            Self::Teradata(teradata::Dialect::Lake) => None,
            Self::Teradata(_) => Some("/executions"),
            Self::Vcenter(_) => None,
        }
    }

    /// The knob that hides a new run from so many lists.
    pub fn lag(self) -> Option<&'static str> {
        match self {
            Self::Veeam(_) => Some("veeam.session_lag"),
            Self::Teradata(_) => Some("teradata.list_lag_polls"),
            Self::Vcenter(_) => None,
        }
    }

    /// Whether the answer to a start names the run, and so proves whose it is.
    pub fn names_its_run(self) -> bool {
        match self {
            Self::Veeam(dialect) => dialect as i32 >= 8,
            _ => true,
        }
    }

    /// Whether runs that are to be retried say so, and retries say of what.
    pub fn tells_of_retries(self) -> bool {
        matches!(self, Self::Veeam(dialect) if dialect as i32 >= 7)
    }

    /// Whether a run carries the marker of its ticket.
    pub fn keeps_markers(self) -> bool {
        self.system() == System::Vcenter
    }

    /// Whether a full backup can be asked for.
    pub fn starts_full(self) -> bool {
        match self {
            Self::Veeam(dialect) => dialect as i32 >= 6,
            Self::Teradata(_) => true,
            Self::Vcenter(_) => false,
        }
    }

    /// Whether a run can be stopped.
    pub fn stops(self) -> bool {
        self.system() != System::Teradata
    }

    /// Whether jobs can be enabled and disabled.
    pub fn switches(self) -> bool {
        self.system() == System::Veeam
    }

    /// Whether there is a word for an end with warnings.
    pub fn warns(self) -> bool {
        self.system() != System::Vcenter
    }

    /// What a run must be said to have ended as, of which the simulator's truth has this word.
    pub fn outcome(self, truth: &str) -> Outcome {
        match truth {
            "success" => Outcome::Success,
            "warning" if self.warns() => Outcome::Warning,
            // What the appliance has no word for: it says SUCCEEDED, and FAILED.
            "warning" => Outcome::Success,
            "stopped" if self.system() == System::Vcenter => Outcome::Failed,
            "stopped" => Outcome::Stopped,
            "failed" => Outcome::Failed,
            _ => Outcome::Unknown,
        }
    }

    /// Whether the request that starts a job carries secrets, which its runs may repeat.
    pub fn sends_secrets(self) -> bool {
        self.system() == System::Vcenter
    }

    /// A sentence that repeats secrets which the client has sent.
    pub fn echo(self) -> &'static str {
        match self {
            Self::Veeam(_) => "password Sim-Passw0rd! is not for this",
            Self::Teradata(_) => "token sim-teradata-token is not for this",
            Self::Vcenter(_) => {
                assert!(ECHO.contains(BACKUP_PASSWORD) && ECHO.contains(LOCATION_PASSWORD));
                ECHO
            }
        }
    }
}

impl fmt::Display for Flavor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Veeam(dialect) => write!(f, "veeam {dialect}"),
            Self::Teradata(dialect) => write!(f, "teradata {dialect}"),
            Self::Vcenter(dialect) => write!(f, "vcenter {dialect}"),
        }
    }
}
