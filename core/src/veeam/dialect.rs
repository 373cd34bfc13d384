//! What differs between the versions of the API. Everything else asks here.

use super::{ExplorerType, JobStatus};
use std::fmt;

/// A version of the API. A server serves several; newer products drop old ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[repr(i32)]
pub enum Dialect {
    /// v2, product 2.0 (2018).
    V2 = 2,
    /// v3, product 3.0 (2019): restore sessions from jobs.
    V3 = 3,
    /// v4, product 4.0 (2019): object storage.
    V4 = 4,
    /// v5, product 5.0 (2020): Teams, job sessions in pages.
    V5 = 5,
    /// v6, product 6.0 (2022): one endpoint per action, relative links, backup copy jobs.
    V6 = 6,
    /// v7, product 7.0 (2023): job sessions of one job by a filter, retries, logout.
    V7 = 7,
    /// v8, product 8.0 (2024): every list in pages, the answer to a start names the run.
    V8 = 8,
}

impl Dialect {
    /// Every version this library speaks.
    pub const ALL: &'static [Self] = &[Self::V2, Self::V3, Self::V4, Self::V5, Self::V6, Self::V7, Self::V8];

    /// The version of that number.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        Self::ALL.iter().copied().find(|d| *d as i32 == number)
    }

    /// Why not to build on this version any more. Product 8 supports v6 to v8, serves v5 as deprecated (usable, but not
    /// supported), and none before: <https://helpcenter.veeam.com/docs/vbo365/rest/versioning.html>,
    /// <https://helpcenter.veeam.com/docs/vbo365/rest/deprecated_resources.html>.
    #[must_use]
    pub const fn deprecation(self) -> Option<&'static str> {
        match self {
            Self::V2 | Self::V3 | Self::V4 => {
                Some("this version of the API is deprecated: product 8 no longer serves it; v6 and later are supported")
            }
            Self::V5 => Some(
                "this version of the API is deprecated: product 8 still serves it, without support; v6 and later are \
                 supported",
            ),
            Self::V6 | Self::V7 | Self::V8 => None,
        }
    }

    /// The first segment of every path.
    pub(super) const fn prefix(self) -> &'static str {
        match self {
            Self::V2 => "v2",
            Self::V3 => "v3",
            Self::V4 => "v4",
            Self::V5 => "v5",
            Self::V6 => "v6",
            Self::V7 => "v7",
            Self::V8 => "v8",
        }
    }

    const fn since(self, first: Self) -> bool {
        self as i32 >= first as i32
    }

    /// From v6 on every action has its own endpoint, `POST /Jobs/{id}/start`; before, the verb stands in the body of
    /// `POST /Jobs/{id}/Action`: <https://helpcenter.veeam.com/archive/vbo365/60/rest/global_changes.html>.
    pub(super) const fn has_action_endpoints(self) -> bool {
        self.since(Self::V6)
    }

    /// The last segment of an action's path: `action` on the v5 pages, `Action` before. (Servers ignore case.)
    pub(super) const fn action_segment(self) -> &'static str {
        match self {
            Self::V5 => "action",
            _ => "Action",
        }
    }

    /// Jobs, copy jobs, their items, organizations and repositories come in pages: v8
    /// (<https://helpcenter.veeam.com/docs/vbo365/rest/resource_changes.html>).
    pub(super) const fn pages_everything(self) -> bool {
        self.since(Self::V8)
    }

    /// Job sessions and their log items come in pages: v5 and later
    /// (<https://helpcenter.veeam.com/archive/vbo365/50/rest/breaking_changes.html>).
    pub(super) const fn pages_sessions(self) -> bool {
        self.since(Self::V5)
    }

    /// `GET /Jobs` takes `organizationId` and `repositoryId`, and `/Organizations/{id}/Jobs` is gone: v8
    /// (<https://helpcenter.veeam.com/docs/vbo365/rest/breaking_changes.html>).
    pub(super) const fn filters_jobs(self) -> bool {
        self.since(Self::V8)
    }

    /// Jobs are created by us: v6 and later. (Older servers can, but their members differ and are not modelled.)
    pub(super) const fn has_job_setup(self) -> bool {
        self.since(Self::V6)
    }

    /// The organization of a new job or copy job stands in the body; for a job, before, in the path: v8.
    pub(super) const fn has_organization_in_body(self) -> bool {
        self.since(Self::V8)
    }

    /// `skipItemUpdate` when a job is created or edited: v8.
    pub(super) const fn has_skip_item_update(self) -> bool {
        self.since(Self::V8)
    }

    /// The flag of a Team item is called `chats` in v6, `teamsChats` after.
    pub(super) const fn calls_team_chats_chats(self) -> bool {
        matches!(self, Self::V6)
    }

    /// A periodic schedule of 12 hours: v8.
    pub(super) const fn has_hours_12(self) -> bool {
        self.since(Self::V8)
    }

    /// `periodicallyWindowEnabled`: v7 and later.
    pub(super) const fn has_periodic_window_flag(self) -> bool {
        self.since(Self::V7)
    }

    /// A full run on request: v6 and later.
    pub(super) const fn has_full_start(self) -> bool {
        self.since(Self::V6)
    }

    /// A start answers 200 with the job session, before with nothing: v8.
    pub(super) const fn names_started_run(self) -> bool {
        self.since(Self::V8)
    }

    /// `GET /Jobs/{id}/JobSessions`: up to v6. (In v7 the link of a job still leads there.)
    pub(super) const fn has_sessions_of_job(self) -> bool {
        !self.since(Self::V7)
    }

    /// `GET /JobSessions` takes `jobType` and `endTimeLowerBound`: v6 and later.
    pub(super) const fn filters_sessions(self) -> bool {
        self.since(Self::V6)
    }

    /// `GET /JobSessions` takes `jobId` and `endTimeUpperBound`: v7 and later.
    pub(super) const fn filters_sessions_by_job(self) -> bool {
        self.since(Self::V7)
    }

    /// The word of the query for a status of job sessions: v8. It says `Succeeded` where the data say `Success`, and has no
    /// word for the rest.
    pub(super) const fn session_status(self, status: &JobStatus) -> Option<&'static str> {
        match status {
            _ if !self.since(Self::V8) => None,
            JobStatus::Stopped => Some("Stopped"),
            JobStatus::Running => Some("Running"),
            JobStatus::Success => Some("Succeeded"),
            JobStatus::Failed => Some("Failed"),
            JobStatus::Warning => Some("Warning"),
            _ => None,
        }
    }

    /// `GET /JobSessions/{id}/LogItems` takes `type` and `orderAsc`: v8.
    pub(super) const fn filters_log_items(self) -> bool {
        self.since(Self::V8)
    }

    /// The objects of a job session: v7 and later.
    pub(super) const fn has_processed_objects(self) -> bool {
        self.since(Self::V7)
    }

    /// Backup copy jobs: v6 and later.
    pub(super) const fn has_copy_jobs(self) -> bool {
        self.since(Self::V6)
    }

    /// The v6 document wants a body for the start of a copy job, later ones have none.
    pub(super) const fn has_copy_start_body(self) -> bool {
        matches!(self, Self::V6)
    }

    /// A restore session from a job: v3 and later.
    pub(super) const fn has_job_explore(self) -> bool {
        self.since(Self::V3)
    }

    /// A restore session from a repository: v7 and later.
    pub(super) const fn has_repository_explore(self) -> bool {
        self.since(Self::V7)
    }

    /// `repositoryId` when an organization is explored: v8.
    pub(super) const fn has_explore_repository(self) -> bool {
        self.since(Self::V8)
    }

    /// Teams, and their explorer: v5 and later.
    pub(super) const fn has_teams(self) -> bool {
        self.since(Self::V5)
    }

    /// `dateTime` from v6 on, `datetime` before.
    pub(super) const fn explore_time_key(self) -> &'static str {
        if self.since(Self::V6) { "dateTime" } else { "datetime" }
    }

    /// The explorer as the documentation of the version writes it: the OpenAPI documents begin with v6. (Servers ignore case.)
    pub(super) fn explorer(self, explorer: &ExplorerType) -> &str {
        match explorer {
            _ if !self.since(Self::V6) => explorer.as_str(),
            ExplorerType::Vex => "Vex",
            ExplorerType::Vesp => "Vesp",
            ExplorerType::Veod => "Veod",
            ExplorerType::Vet => "Vet",
            ExplorerType::Other(word) => word,
        }
    }

    /// `GET /RestoreSessions` takes `startTimeFrom` and `startTimeTo`: v6 and later.
    pub(super) const fn filters_restore_starts(self) -> bool {
        self.since(Self::V6)
    }

    /// `GET /RestoreSessions` takes `endTimeFrom`, `endTimeTo`, `orderAsc` and `orderBy`: v8.
    pub(super) const fn filters_restore_ends(self) -> bool {
        self.since(Self::V8)
    }

    /// The statistics of a restore session: v8.
    pub(super) const fn has_restore_statistics(self) -> bool {
        self.since(Self::V8)
    }

    /// `extendedView` of organizations; before, every answer is the extended one: v6 and later.
    pub(super) const fn has_extended_view(self) -> bool {
        self.since(Self::V6)
    }

    /// `GET /Organizations` takes `msid` and `backedUpOrganizationId`: v8.
    pub(super) const fn filters_organizations(self) -> bool {
        self.since(Self::V8)
    }

    /// `GET /BackupRepositories` takes `proxyId` and `longTerm`: v6 and later.
    pub(super) const fn filters_repositories(self) -> bool {
        self.since(Self::V6)
    }

    /// `GET /BackupRepositories` takes `proxyPoolId` and `organizationId`: v8.
    pub(super) const fn filters_repositories_by_owner(self) -> bool {
        self.since(Self::V8)
    }

    /// `GET /ServiceInstance`: v6 and later.
    pub(super) const fn has_service_instance(self) -> bool {
        self.since(Self::V6)
    }

    /// `GET /Health`: v8.
    pub(super) const fn has_health(self) -> bool {
        self.since(Self::V8)
    }

    /// Tokens come with antiforgery cookies unless they are declined, and can be given back: v7 and later
    /// (<https://helpcenter.veeam.com/docs/vbo365/rest/authorization.html>).
    pub(super) const fn has_antiforgery(self) -> bool {
        self.since(Self::V7)
    }

    /// `POST /token/logout`: v7 and later.
    pub(super) const fn has_logout(self) -> bool {
        self.since(Self::V7)
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.prefix())
    }
}
