//! Where each operation is known from, version by version: a page of the vendor's, its specification (v6 to v8), or a
//! public client. Creating and editing jobs before v6 is not served: nobody says what is answered.

use crate::fidelity::{Operation, Source};

const D: Source = Source::Documented;
const S: Source = Source::Specification;
const C: Source = Source::Client;
const G: Source = Source::Guessed;

type Served = &'static [(&'static [&'static str], &'static [Source])];

const fn get(name: &'static str, path: &'static str, served: Served) -> Operation {
    Operation { name, method: "GET", path, served }
}

const fn post(name: &'static str, path: &'static str, served: Served) -> Operation {
    Operation { name, method: "POST", path, served }
}

const fn put(name: &'static str, path: &'static str, served: Served) -> Operation {
    Operation { name, method: "PUT", path, served }
}

const fn delete(name: &'static str, path: &'static str, served: Served) -> Operation {
    Operation { name, method: "DELETE", path, served }
}

const OLD: &[&str] = &["v2", "v3", "v4", "v5"];
const NEW: &[&str] = &["v6", "v7", "v8"];
const NEWER: &[&str] = &["v7", "v8"];

/// Every operation of this room.
pub(super) const OPERATIONS: &[Operation] = &[
    post("log in", "/{version}/token", &[(OLD, &[D, C]), (NEW, &[D, S, C])]),
    post("log out", "/{version}/token/logout", &[(&["v7"], &[S]), (&["v8"], &[D, S])]),
    post("get a code for the restore portal", "/{version}/token/AuthCode", &[(NEWER, &[S])]),
    get("say which product it is", "/{version}/ServiceInstance", &[(NEW, &[S, C])]),
    get("report its health", "/{version}/Health", &[(&["v8"], &[S])]),
    get(
        "list jobs",
        "/{version}/Jobs",
        &[(&["v2", "v3", "v4"], &[G]), (&["v5"], &[C]), (&["v6", "v7"], &[S]), (&["v8"], &[D, S, C])],
    ),
    post("create a job", "/{version}/Organizations/{organizationId}/Jobs", &[(&["v6", "v7"], &[S])]),
    post("create a job", "/{version}/Jobs", &[(&["v8"], &[S])]),
    get(
        "get a job",
        "/{version}/Jobs/{jobId}",
        &[(&["v2", "v4"], &[G]), (&["v3"], &[D]), (&["v5"], &[C]), (&["v6", "v7"], &[S]), (&["v8"], &[S, C])],
    ),
    put("edit a job", "/{version}/Jobs/{jobId}", &[(NEW, &[S])]),
    delete("delete a job", "/{version}/Jobs/{jobId}", &[(OLD, &[G]), (NEW, &[S])]),
    post("start a job", "/{version}/Jobs/{jobId}/Action", &[(OLD, &[D])]),
    post("stop a job", "/{version}/Jobs/{jobId}/Action", &[(OLD, &[D])]),
    post("enable a job", "/{version}/Jobs/{jobId}/Action", &[(OLD, &[D])]),
    post("disable a job", "/{version}/Jobs/{jobId}/Action", &[(OLD, &[D])]),
    post("start a job", "/{version}/Jobs/{jobId}/start", &[(&["v6"], &[D, S]), (&["v7"], &[S]), (&["v8"], &[S, C])]),
    post("stop a job", "/{version}/Jobs/{jobId}/stop", &[(NEW, &[S])]),
    post("enable a job", "/{version}/Jobs/{jobId}/enable", &[(&["v6"], &[D, S]), (NEWER, &[S])]),
    post("disable a job", "/{version}/Jobs/{jobId}/disable", &[(NEW, &[S])]),
    post("explore a job", "/{version}/Jobs/{jobId}/Action", &[(&["v3", "v4"], &[D, C]), (&["v5"], &[D])]),
    post("explore a job", "/{version}/Jobs/{jobId}/explore", &[(&["v6"], &[D, S]), (NEWER, &[S])]),
    get(
        "list what a job backs up",
        "/{version}/Jobs/{jobId}/SelectedItems",
        &[(OLD, &[G]), (&["v6", "v7"], &[C]), (&["v8"], &[D, C])],
    ),
    get(
        "list what a job leaves out",
        "/{version}/Jobs/{jobId}/ExcludedItems",
        &[(OLD, &[G]), (&["v6", "v7"], &[C]), (&["v8"], &[D, C])],
    ),
    get(
        "list the sessions of a job",
        "/{version}/Jobs/{jobId}/JobSessions",
        &[(&["v2", "v3", "v4"], &[G]), (&["v5"], &[C]), (&["v6"], &[S])],
    ),
    get("get the copy job of a job", "/{version}/Jobs/{jobId}/CopyJob", &[(NEW, &[S])]),
    get(
        "list job sessions",
        "/{version}/JobSessions",
        &[(&["v2"], &[D, C]), (&["v3", "v4"], &[C]), (&["v5"], &[D]), (&["v6", "v7"], &[S]), (&["v8"], &[S, C])],
    ),
    get("get a job session", "/{version}/JobSessions/{sessionId}", &[(OLD, &[G]), (NEW, &[S])]),
    get(
        "list the log of a job session",
        "/{version}/JobSessions/{sessionId}/LogItems",
        &[(&["v2"], &[D]), (&["v3", "v4"], &[G]), (&["v5"], &[C]), (&["v6"], &[S, C]), (NEWER, &[S])],
    ),
    get(
        "get a line of the log",
        "/{version}/JobSessions/{sessionId}/LogItems/{logItemId}",
        &[(OLD, &[G]), (NEW, &[S])],
    ),
    get("list the objects of a job session", "/{version}/JobSessions/{sessionId}/ProcessedObjects", &[(NEWER, &[S])]),
    get("list copy jobs", "/{version}/CopyJobs", &[(&["v6", "v7"], &[S]), (&["v8"], &[D, S])]),
    post("create a copy job", "/{version}/CopyJobs", &[(&["v6"], &[D, S]), (NEWER, &[S])]),
    get("get a copy job", "/{version}/CopyJobs/{id}", &[(NEW, &[S])]),
    put("edit a copy job", "/{version}/CopyJobs/{id}", &[(NEW, &[S])]),
    delete("delete a copy job", "/{version}/CopyJobs/{id}", &[(NEW, &[S])]),
    post("start a copy job", "/{version}/CopyJobs/{id}/start", &[(&["v6"], &[D, S]), (NEWER, &[S])]),
    post("stop a copy job", "/{version}/CopyJobs/{id}/stop", &[(NEW, &[S])]),
    post("enable a copy job", "/{version}/CopyJobs/{id}/enable", &[(NEW, &[S])]),
    post("disable a copy job", "/{version}/CopyJobs/{id}/disable", &[(NEW, &[S])]),
    get("get the job of a copy job", "/{version}/CopyJobs/{id}/BackupJob", &[(NEW, &[S])]),
    get(
        "list restore sessions",
        "/{version}/RestoreSessions",
        &[(&["v2", "v3", "v4"], &[C]), (&["v5"], &[G]), (NEW, &[S])],
    ),
    get(
        "get a restore session",
        "/{version}/RestoreSessions/{restoreSessionId}",
        &[(&["v2", "v3"], &[G]), (&["v4", "v5"], &[C]), (NEW, &[S])],
    ),
    post("stop a restore session", "/{version}/RestoreSessions/{restoreSessionId}/Action", &[(OLD, &[G])]),
    post("stop a restore session", "/{version}/RestoreSessions/{restoreSessionId}/Stop", &[(NEW, &[S])]),
    get(
        "get the organization of a restore session",
        "/{version}/RestoreSessions/{restoreSessionId}/organization",
        &[(OLD, &[G]), (NEW, &[S])],
    ),
    get(
        "list the events of a restore session",
        "/{version}/RestoreSessions/{restoreSessionId}/Events",
        &[(OLD, &[G]), (NEW, &[S])],
    ),
    get(
        "get the statistics of a restore session",
        "/{version}/RestoreSessions/{restoreSessionId}/Statistics",
        &[(&["v8"], &[S])],
    ),
    get("list organizations", "/{version}/Organizations", &[(OLD, &[G]), (&["v6", "v8"], &[D, S]), (&["v7"], &[S])]),
    get("get an organization", "/{version}/Organizations/{organizationId}", &[(OLD, &[G]), (NEW, &[S])]),
    get(
        "list the jobs of an organization",
        "/{version}/Organizations/{organizationId}/Jobs",
        &[(OLD, &[G]), (&["v6", "v7"], &[S])],
    ),
    post(
        "explore an organization",
        "/{version}/Organizations/{organizationId}/Action",
        &[(&["v2"], &[D]), (&["v3", "v4", "v5"], &[C])],
    ),
    post(
        "explore an organization",
        "/{version}/Organizations/{organizationId}/explore",
        &[(&["v6"], &[D, S]), (NEWER, &[S])],
    ),
    get(
        "list the repositories of an organization",
        "/{version}/Organizations/{organizationId}/usedRepositories",
        &[(OLD, &[G]), (NEW, &[S])],
    ),
    get(
        "list repositories",
        "/{version}/BackupRepositories",
        &[(OLD, &[G]), (&["v6", "v7"], &[S]), (&["v8"], &[D, S])],
    ),
    get("get a repository", "/{version}/BackupRepositories/{repositoryId}", &[(OLD, &[G]), (NEW, &[S])]),
    post("explore a repository", "/{version}/BackupRepositories/{repositoryId}/explore", &[(NEWER, &[S])]),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::OPERATIONS;
    use crate::fidelity::Source;
    use crate::veeam::bench::Bench;
    use crate::veeam::route::TABLE;
    use crate::veeam::version::Version;
    use std::collections::{BTreeMap, BTreeSet};

    /// Version, method and path with every id as `{id}`.
    type Place = (&'static str, String, String);

    fn pattern(path: &str) -> String {
        let tail = path.strip_prefix("/{version}/").unwrap();
        let segments = tail.split('/').map(|s| if s.starts_with('{') { "{id}".into() } else { s.to_ascii_lowercase() });
        segments.collect::<Vec<String>>().join("/")
    }

    fn told() -> BTreeSet<Place> {
        let mut all = BTreeSet::new();
        for operation in OPERATIONS {
            for version in operation.served.iter().flat_map(|(versions, _)| versions.iter()) {
                all.insert((*version, operation.method.to_owned(), pattern(operation.path)));
            }
        }
        all
    }

    #[test]
    fn the_table_tells_what_is_served_and_nothing_else() {
        let mut served = BTreeSet::new();
        for (method, path, first, last, _) in TABLE {
            for version in Version::ALL.into_iter().filter(|v| v >= first && v <= last) {
                served.insert((version.word(), (*method).to_owned(), (*path).to_owned()));
            }
        }
        assert_eq!(told(), served);
    }

    #[test]
    fn what_is_told_is_answered() {
        let mut bench = Bench::new();
        for (version, method, path) in told() {
            let target = format!("/{version}/{}", path.replace("{id}", "00000000-0000-0000-0000-000000000000"));
            let got = bench.ask(&method, &target, "");
            let unrouted = got.status == 405 || got.status == 404 && got.body.is_empty();
            assert!(!unrouted, "{method} {target}: {}", got.status);
        }
    }

    #[test]
    fn each_version_of_an_operation_is_told_once_with_its_sources() {
        let mut seen = BTreeMap::new();
        for operation in OPERATIONS {
            for (versions, sources) in operation.served {
                assert!(!sources.is_empty() && !versions.is_empty(), "{}", operation.name);
                assert!(!sources.contains(&Source::Guessed) || sources.len() == 1, "{}", operation.name);
                for version in *versions {
                    assert_eq!(seen.insert((operation.name, *version), operation.path), None, "{}", operation.name);
                    // There are specifications of these three only.
                    let specified = sources.contains(&Source::Specification);
                    assert!(!specified || ["v6", "v7", "v8"].contains(version), "{} {version}", operation.name);
                }
            }
        }
    }
}
