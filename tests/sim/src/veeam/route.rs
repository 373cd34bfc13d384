//! Which resource a path names. Paths have no case and may end with a slash, as clients write them both ways.

use super::body::is_uuid;
use super::version::Version;

/// A resource, ids in lower case and not yet looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// `/token`
    Token,
    /// `/ServiceInstance`
    ServiceInstance,
    /// `/Jobs`
    Jobs,
    /// `/Jobs/{id}`
    Job(String),
    /// `/Jobs/{id}/Action`
    JobAction(String),
    /// `/Jobs/{id}/start` and its sisters
    JobVerb(String, Verb),
    /// `/Jobs/{id}/explore`
    JobExplore(String),
    /// `/Jobs/{id}/JobSessions`
    JobRuns(String),
    /// `/Jobs/{id}/CopyJob`
    JobCopyJob(String),
    /// `/JobSessions`
    Runs,
    /// `/JobSessions/{id}`
    Run(String),
    /// `/JobSessions/{id}/LogItems`
    RunLog(String),
    /// `/RestoreSessions`
    RestoreSessions,
    /// `/RestoreSessions/{id}`
    RestoreSession(String),
    /// `/RestoreSessions/{id}/Action`
    RestoreAction(String),
    /// `/RestoreSessions/{id}/Stop`
    RestoreStop(String),
    /// `/Organizations`
    Organizations,
    /// `/Organizations/{id}`
    Organization(String),
    /// `/Organizations/{id}/Jobs`
    OrganizationJobs(String),
    /// `/BackupRepositories`
    Repositories,
    /// `/BackupRepositories/{id}`
    Repository(String),
    /// `/CopyJobs`
    CopyJobs,
    /// `/CopyJobs/{id}`
    CopyJob(String),
    /// `/CopyJobs/{id}/BackupJob`
    CopyJobSource(String),
}

/// What can be done to a job without anything to add.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Start it now.
    Start,
    /// Stop what runs.
    Stop,
    /// Let the schedule run it.
    Enable,
    /// Take it off the schedule.
    Disable,
}

impl Verb {
    /// The verb of that lower-case word.
    pub(super) fn of(word: &str) -> Option<Self> {
        match word {
            "start" => Some(Self::Start),
            "stop" => Some(Self::Stop),
            "enable" => Some(Self::Enable),
            "disable" => Some(Self::Disable),
            _ => None,
        }
    }
}

impl Route {
    /// The resource behind lower-case path segments (without the version); `None` is a 404.
    pub(super) fn of(version: Version, segments: &[&str], action_on_v6: bool) -> Option<Self> {
        let old = version < Version::V6;
        let id = |id: &&str| (*id).to_owned();
        Some(match segments {
            ["token"] => Self::Token,
            ["serviceinstance"] if !old => Self::ServiceInstance,
            ["jobs"] => Self::Jobs,
            ["jobs", job] => Self::Job(id(job)),
            ["jobs", job, "action"] if old || action_on_v6 => Self::JobAction(id(job)),
            ["jobs", job, "jobsessions"] => Self::JobRuns(id(job)),
            ["jobs", job, "copyjob"] if !old => Self::JobCopyJob(id(job)),
            ["jobs", job, "explore"] if !old => Self::JobExplore(id(job)),
            ["jobs", job, verb] if !old => Self::JobVerb(id(job), Verb::of(verb)?),
            ["jobsessions"] => Self::Runs,
            ["jobsessions", run] => Self::Run(id(run)),
            ["jobsessions", run, "logitems"] => Self::RunLog(id(run)),
            ["restoresessions"] => Self::RestoreSessions,
            ["restoresessions", session] => Self::RestoreSession(id(session)),
            ["restoresessions", session, "action"] if old => Self::RestoreAction(id(session)),
            ["restoresessions", session, "stop"] if !old => Self::RestoreStop(id(session)),
            ["organizations"] => Self::Organizations,
            ["organizations", organization] => Self::Organization(id(organization)),
            ["organizations", organization, "jobs"] => Self::OrganizationJobs(id(organization)),
            ["backuprepositories"] => Self::Repositories,
            ["backuprepositories", repository] => Self::Repository(id(repository)),
            ["copyjobs"] if !old => Self::CopyJobs,
            ["copyjobs", job] if !old => Self::CopyJob(id(job)),
            ["copyjobs", job, "backupjob"] if !old => Self::CopyJobSource(id(job)),
            _ => return None,
        })
    }

    /// The methods this simulator serves there.
    pub(super) fn methods(&self) -> &'static [&'static str] {
        match self {
            Self::Token
            | Self::JobAction(_)
            | Self::JobVerb(..)
            | Self::JobExplore(_)
            | Self::RestoreAction(_)
            | Self::RestoreStop(_) => &["POST"],
            Self::CopyJobs => &["GET", "POST"],
            _ => &["GET"],
        }
    }

    /// Whether the ids in the path are UUIDs, as the API wants them.
    pub(super) fn well_formed(&self) -> bool {
        match self {
            Self::Token
            | Self::ServiceInstance
            | Self::Jobs
            | Self::Runs
            | Self::RestoreSessions
            | Self::Organizations
            | Self::Repositories
            | Self::CopyJobs => true,
            Self::Job(id)
            | Self::JobAction(id)
            | Self::JobVerb(id, _)
            | Self::JobExplore(id)
            | Self::JobRuns(id)
            | Self::JobCopyJob(id)
            | Self::Run(id)
            | Self::RunLog(id)
            | Self::RestoreSession(id)
            | Self::RestoreAction(id)
            | Self::RestoreStop(id)
            | Self::Organization(id)
            | Self::OrganizationJobs(id)
            | Self::Repository(id)
            | Self::CopyJob(id)
            | Self::CopyJobSource(id) => is_uuid(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_has_its_own_way_to_start() {
        let old = ["jobs", "x", "action"];
        let new = ["jobs", "x", "start"];
        for version in [Version::V2, Version::V5] {
            assert_eq!(Route::of(version, &old, false), Some(Route::JobAction("x".into())));
            assert_eq!(Route::of(version, &new, false), None);
        }
        assert_eq!(Route::of(Version::V6, &old, false), None);
        assert_eq!(Route::of(Version::V6, &old, true), Some(Route::JobAction("x".into())));
        assert_eq!(Route::of(Version::V6, &new, false), Some(Route::JobVerb("x".into(), Verb::Start)));
        assert_eq!(Route::of(Version::V6, &["jobs", "x", "restart"], false), None);
        // The odd link of a copy job leads nowhere.
        assert_eq!(Route::of(Version::V6, &["job", "x"], false), None);
    }
}
