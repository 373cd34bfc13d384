//! Which operation a request names. Paths have no case and may end with a slash, as clients write them both ways.

use super::body::is_uuid;
use super::version::Version;
use Version::{V2, V5, V6, V7, V8};

/// What can be asked for, one word for each method of each resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    Token,
    Logout,
    AuthCode,
    ServiceInstance,
    Health,
    ListJobs,
    CreateJob,
    GetJob,
    EditJob,
    DeleteJob,
    JobAction,
    JobVerb(Verb),
    ExploreJob,
    ListItems(Items),
    ListJobRuns,
    GetJobCopy,
    ListRuns,
    GetRun,
    ListLog,
    GetLogItem,
    ListObjects,
    ListCopyJobs,
    CreateCopyJob,
    GetCopyJob,
    EditCopyJob,
    DeleteCopyJob,
    CopyVerb(Verb),
    GetCopySource,
    ListRestoreSessions,
    GetRestoreSession,
    RestoreAction,
    RestoreStop,
    GetRestoreOrganization,
    ListRestoreEvents,
    GetRestoreStatistics,
    ListOrganizations,
    GetOrganization,
    ListOrganizationJobs,
    CreateOrganizationJob,
    OrganizationAction,
    ExploreOrganization,
    ListUsedRepositories,
    ListRepositories,
    GetRepository,
    ExploreRepository,
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

/// The two lists of a job's items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Items {
    /// What it backs up.
    Selected,
    /// What it leaves out.
    Excluded,
}

/// One line of the routing table: method, path in lower case, first and last version, operation.
pub(super) type Line = (&'static str, &'static str, Version, Version, Operation);

use Operation as O;

/// Everything that is served.
pub(super) const TABLE: &[Line] = &[
    ("POST", "token", V2, V8, O::Token),
    ("POST", "token/logout", V7, V8, O::Logout),
    ("POST", "token/authcode", V7, V8, O::AuthCode),
    ("GET", "serviceinstance", V6, V8, O::ServiceInstance),
    ("GET", "health", V8, V8, O::Health),
    ("GET", "jobs", V2, V8, O::ListJobs),
    ("POST", "jobs", V8, V8, O::CreateJob),
    ("GET", "jobs/{id}", V2, V8, O::GetJob),
    ("PUT", "jobs/{id}", V6, V8, O::EditJob),
    ("DELETE", "jobs/{id}", V2, V8, O::DeleteJob),
    ("POST", "jobs/{id}/action", V2, V5, O::JobAction),
    ("POST", "jobs/{id}/start", V6, V8, O::JobVerb(Verb::Start)),
    ("POST", "jobs/{id}/stop", V6, V8, O::JobVerb(Verb::Stop)),
    ("POST", "jobs/{id}/enable", V6, V8, O::JobVerb(Verb::Enable)),
    ("POST", "jobs/{id}/disable", V6, V8, O::JobVerb(Verb::Disable)),
    ("POST", "jobs/{id}/explore", V6, V8, O::ExploreJob),
    ("GET", "jobs/{id}/selecteditems", V2, V8, O::ListItems(Items::Selected)),
    ("GET", "jobs/{id}/excludeditems", V2, V8, O::ListItems(Items::Excluded)),
    ("GET", "jobs/{id}/jobsessions", V2, V6, O::ListJobRuns),
    ("GET", "jobs/{id}/copyjob", V6, V8, O::GetJobCopy),
    ("GET", "jobsessions", V2, V8, O::ListRuns),
    ("GET", "jobsessions/{id}", V2, V8, O::GetRun),
    ("GET", "jobsessions/{id}/logitems", V2, V8, O::ListLog),
    ("GET", "jobsessions/{id}/logitems/{id}", V2, V8, O::GetLogItem),
    ("GET", "jobsessions/{id}/processedobjects", V7, V8, O::ListObjects),
    ("GET", "copyjobs", V6, V8, O::ListCopyJobs),
    ("POST", "copyjobs", V6, V8, O::CreateCopyJob),
    ("GET", "copyjobs/{id}", V6, V8, O::GetCopyJob),
    ("PUT", "copyjobs/{id}", V6, V8, O::EditCopyJob),
    ("DELETE", "copyjobs/{id}", V6, V8, O::DeleteCopyJob),
    ("POST", "copyjobs/{id}/start", V6, V8, O::CopyVerb(Verb::Start)),
    ("POST", "copyjobs/{id}/stop", V6, V8, O::CopyVerb(Verb::Stop)),
    ("POST", "copyjobs/{id}/enable", V6, V8, O::CopyVerb(Verb::Enable)),
    ("POST", "copyjobs/{id}/disable", V6, V8, O::CopyVerb(Verb::Disable)),
    ("GET", "copyjobs/{id}/backupjob", V6, V8, O::GetCopySource),
    ("GET", "restoresessions", V2, V8, O::ListRestoreSessions),
    ("GET", "restoresessions/{id}", V2, V8, O::GetRestoreSession),
    ("POST", "restoresessions/{id}/action", V2, V5, O::RestoreAction),
    ("POST", "restoresessions/{id}/stop", V6, V8, O::RestoreStop),
    ("GET", "restoresessions/{id}/organization", V2, V8, O::GetRestoreOrganization),
    ("GET", "restoresessions/{id}/events", V2, V8, O::ListRestoreEvents),
    ("GET", "restoresessions/{id}/statistics", V8, V8, O::GetRestoreStatistics),
    ("GET", "organizations", V2, V8, O::ListOrganizations),
    ("GET", "organizations/{id}", V2, V8, O::GetOrganization),
    ("GET", "organizations/{id}/jobs", V2, V7, O::ListOrganizationJobs),
    ("POST", "organizations/{id}/jobs", V6, V7, O::CreateOrganizationJob),
    ("POST", "organizations/{id}/action", V2, V5, O::OrganizationAction),
    ("POST", "organizations/{id}/explore", V6, V8, O::ExploreOrganization),
    ("GET", "organizations/{id}/usedrepositories", V2, V8, O::ListUsedRepositories),
    ("GET", "backuprepositories", V2, V8, O::ListRepositories),
    ("GET", "backuprepositories/{id}", V2, V8, O::GetRepository),
    ("POST", "backuprepositories/{id}/explore", V7, V8, O::ExploreRepository),
];

/// A path that is served, ids in lower case and not yet looked at.
#[derive(Debug)]
pub(super) struct Route {
    /// What can be done there, with the methods, in the order of the table.
    pub(super) operations: Vec<(&'static str, Operation)>,
    ids: Vec<String>,
}

impl Route {
    /// The resource behind lower-case path segments (without the version); `None` is a 404. `action` serves
    /// `/Jobs/{id}/Action` in every version.
    pub(super) fn of(version: Version, segments: &[&str], action: bool) -> Option<Self> {
        let mut found: Option<Self> = None;
        for (method, path, first, last, operation) in TABLE {
            let served = (*first..=*last).contains(&version) || action && *operation == O::JobAction;
            let Some(ids) = ids_in(path, segments).filter(|_| served) else {
                continue;
            };
            found.get_or_insert(Self { operations: Vec::new(), ids }).operations.push((method, *operation));
        }
        found
    }

    /// What that method does there.
    pub(super) fn operation(&self, method: &str) -> Option<Operation> {
        self.operations.iter().find(|(known, _)| *known == method).map(|(_, operation)| *operation)
    }

    /// The first id of the path; empty when it has none.
    pub(super) fn id(&self) -> &str {
        self.ids.first().map_or("", String::as_str)
    }

    /// The second id of the path; empty when it has none.
    pub(super) fn item(&self) -> &str {
        self.ids.get(1).map_or("", String::as_str)
    }

    /// Whether the ids in the path are UUIDs, as the API wants them.
    pub(super) fn well_formed(&self) -> bool {
        self.ids.iter().all(|id| is_uuid(id))
    }
}

/// What stands at the places of `{id}`, if the segments are such a path.
fn ids_in(path: &str, segments: &[&str]) -> Option<Vec<String>> {
    let pattern: Vec<&str> = path.split('/').collect();
    if pattern.len() != segments.len() {
        return None;
    }
    let mut ids = Vec::new();
    for (want, got) in pattern.into_iter().zip(segments) {
        match want {
            "{id}" if !got.is_empty() => ids.push((*got).to_owned()),
            _ if want == *got => {}
            _ => return None,
        }
    }
    Some(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(version: Version, segments: &[&str], action: bool) -> Option<Operation> {
        Route::of(version, segments, action)?.operation("POST")
    }

    #[test]
    fn each_version_has_its_own_way_to_start() {
        let old = ["jobs", "x", "action"];
        let new = ["jobs", "x", "start"];
        for version in Version::ALL {
            let (want_old, want_new) = match version < V6 {
                true => (Some(O::JobAction), None),
                false => (None, Some(O::JobVerb(Verb::Start))),
            };
            assert_eq!((post(version, &old, false), post(version, &new, false)), (want_old, want_new), "{version:?}");
            assert_eq!(post(version, &old, true), Some(O::JobAction));
        }
        assert!(Route::of(V6, &["jobs", "x", "restart"], false).is_none());
        // The odd link of a copy job leads nowhere.
        assert!(Route::of(V6, &["job", "x"], false).is_none());
    }

    #[test]
    fn ids_are_taken_from_their_places() {
        let route = Route::of(V8, &["jobsessions", "a", "logitems", "b"], false);
        assert_eq!(route.map(|r| (r.id().to_owned(), r.item().to_owned())), Some(("a".into(), "b".into())));
        assert!(Route::of(V8, &["jobs", ""], false).is_none());
    }

    #[test]
    fn no_line_stands_there_twice() {
        for (at, (method, path, first, last, _)) in TABLE.iter().enumerate() {
            for (other_method, other_path, other_first, other_last, _) in &TABLE[at + 1..] {
                let same = method == other_method && path == other_path;
                assert!(!same || last < other_first || other_last < first, "{method} {path}");
            }
        }
    }
}
