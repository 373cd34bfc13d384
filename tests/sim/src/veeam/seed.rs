//! The world at the start: two organizations, seven repositories, five jobs of the first organization and what they did
//! before.

use super::State;
use super::jobs::Job;
use super::organizations::Organization;
use super::repositories::{ObjectStorage, Repository};
use super::runs::{Owner, Run};
use super::version::Version;
use super::when::{fixed, later};
use crate::vendor::Script;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// The only account.
pub(super) const USERNAME: &str = "LAB\\svc-backup";
/// Its password.
pub(super) const PASSWORD: &str = "Sim-Passw0rd!";
/// What `/ServiceInstance` says.
pub(super) const INSTALLATION: &str = "5f3c1d7e-8a42-4b19-9c6d-2e7f40a1b305";

const CONTOSO: &str = "e60dfb9c-ac58-4463-879f-9855ac35576b";
const FABRIKAM: &str = "4b1d06e9-73ac-4f52-b8e0-95d2c41a7f36";
const PROXY: &str = "0d9f6b52-7c1e-4e83-a5d4-31b8f2c6e907";
const FAR_PROXY: &str = "b6e1a0c8-52f4-4d7b-9c38-7e05f1d2a649";
const POOL: &str = "93c7f5d1-08be-4a62-8f1d-c4a6e2b70d58";
const LOCAL: &str = "c2a7e6d0-4b93-4f18-8d25-6e1f09b3a754";
const BLOB: &str = "a94d2f81-6e05-4c7b-b3a9-57c8e0d41f62";
const ARCHIVE: &str = "79f3e494-4991-4dd5-b6fa-f1cf8c421265";

const MAIL: &str = "3396ba22-21b1-4666-a631-0edfc12a59cd";
const BACKUP1: &str = "b7c1cc0b-2b3c-4096-9ba1-2d665b4ae504";
const SITES: &str = "6d1e8f3a-95c7-4b20-8e4d-a07f52c9b136";
const TEAMS: &str = "f0b52c96-3d7a-4e81-9a6c-18e4d7053fb2";
const OLD: &str = "82c4a7d9-1f6e-4053-b7d8-c96e30a5f41b";

/// A new world.
pub(super) fn world() -> State {
    let jobs = vec![
        job(MAIL, "Contoso mail", BLOB, 1200, daily("Everyday", "21:30:00"), true),
        job(BACKUP1, "Backup1", BLOB, 340, daily("Everyday", "23:00:00"), true),
        job(SITES, "Contoso sites", LOCAL, 85, daily("Saturday", "04:00:00"), true),
        job(TEAMS, "Contoso teams", BLOB, 60, every("Hours8"), true),
        job(OLD, "Contoso archive", LOCAL, 10, daily("Everyday", "01:00:00"), false),
    ];
    let runs = history(&jobs);
    let mut contoso = organization(CONTOSO, "contoso.onmicrosoft.com", "2f8c90d3-16b4-4e7a-a5c9-08d7f3e1b264");
    for ended in runs.iter().filter(|r| r.has_point()).filter_map(|r| r.ended) {
        contoso.backed_up(ended);
    }
    // One that was never backed up.
    let fabrikam = organization(FABRIKAM, "fabrikam.onmicrosoft.com", "71ae5b0c-d923-4f68-8b17-6c40e9f2d5a3");
    State {
        tokens: super::auth::Tokens::new(),
        organizations: vec![contoso, fabrikam],
        repositories: repositories(),
        jobs,
        copy_jobs: Vec::new(),
        next_run: runs.len() as u64 + 1,
        runs,
        restore_sessions: Vec::new(),
        next_job: 1,
        next_copy_job: 0,
    }
}

/// What the ready line tells about this room.
pub(super) fn access(state: &State) -> Value {
    let organizations = state.organizations.iter().map(|o| json!({ "id": o.id, "name": o.name }));
    let organizations: Vec<Value> = organizations.collect();
    json!({
        "username": USERNAME,
        "password": PASSWORD,
        "versions": Version::ALL.map(Version::word),
        "organization": organizations.first(),
        "organizations": organizations,
        "jobs": state.jobs.iter().map(|j| json!({ "id": j.id, "name": j.name })).collect::<Vec<_>>(),
        "repositories": state.repositories.iter().map(|r| json!({
            "id": r.id, "name": r.name, "object_storage": r.is_object(), "long_term": r.long_term,
        })).collect::<Vec<_>>(),
    })
}

fn organization(id: &str, name: &str, msid: &str) -> Organization {
    Organization { id: id.into(), name: name.into(), msid: msid.into(), backups: None }
}

fn job(id: &str, name: &str, repository: &str, objects: u64, policy: Value, enabled: bool) -> Job {
    let whole = name == "Backup1";
    let alex = json!({
        "type": "User", "mailbox": true, "oneDrive": true, "archiveMailbox": false, "personalSite": true,
        "user": {
            "id": "6a0f3c81-d27e-4b95-8c14-e9b5a7d2036f", "displayName": "Alex Wilber",
            "name": "alex.wilber@contoso.onmicrosoft.com", "type": "User", "locationType": "Cloud",
        },
    });
    let mut job = Job {
        id: id.into(),
        name: name.into(),
        description: String::new(),
        organization: CONTOSO.into(),
        repository: repository.into(),
        backup_type: if whole { "EntireOrganization" } else { "SelectedItems" },
        policy,
        selected: if whole { Vec::new() } else { vec![alex] },
        excluded: Vec::new(),
        enabled,
        objects,
        etag: 1,
        scripts: VecDeque::new(),
    };
    job.take_items(0);
    job
}

fn daily(days: &str, time: &str) -> Value {
    json!({
        "scheduleEnabled": true, "backupWindowEnabled": false, "periodicallyWindowEnabled": false,
        "type": "Daily", "dailyType": days, "dailyTime": time,
        "retryEnabled": false, "retryNumber": 3, "retryWaitInterval": 10,
    })
}

fn every(interval: &str) -> Value {
    json!({
        "scheduleEnabled": true, "backupWindowEnabled": false, "periodicallyWindowEnabled": false,
        "type": "Periodically", "periodicallyEvery": interval,
        "periodicallyOffsetMinutes": 0, "retryEnabled": false, "retryNumber": 3, "retryWaitInterval": 10,
    })
}

/// A local one, two that a copy job may join, and four that each miss one of its rules.
fn repositories() -> Vec<Repository> {
    let blob = |id: &str, kind| Some(ObjectStorage { id: id.into(), kind, immutable_days: None });
    let plain = |id: &str, name: &str, path: &str| Repository {
        id: id.into(),
        name: name.into(),
        path: path.into(),
        proxy: PROXY.into(),
        pool: None,
        organization: Some(CONTOSO.into()),
        object_storage: None,
        long_term: false,
        retention: "ItemLevel",
        keep_days: None,
    };
    vec![
        Repository { organization: None, ..plain(LOCAL, "Default Backup Repository", "C:\\VeeamRepository") },
        Repository {
            object_storage: blob("3b8e5a17-c0d4-4f69-92e1-74a6d8f2b50c", "AzureBlob"),
            ..plain(BLOB, "Contoso blob", "C:\\Cache\\blob")
        },
        Repository {
            object_storage: blob("d57c9b04-2a8f-4e36-b1c3-e60f9d7a8421", "AzureBlobArchive"),
            long_term: true,
            ..plain(ARCHIVE, "Contoso archive blob", "C:\\Cache\\archive")
        },
        Repository {
            object_storage: Some(ObjectStorage {
                id: "8f02d6e4-b3a9-4c51-97d8-15e7c0a4b362".into(),
                kind: "AmazonS3",
                immutable_days: Some(30),
            }),
            keep_days: Some(90),
            ..plain("e5b90c37-f16d-4a82-83b4-d20e7f5c9a18", "Contoso locked bucket", "C:\\Cache\\locked")
        },
        Repository {
            object_storage: blob("24d7a1f9-5e80-4b36-a6c2-f98b03d7e514", "AmazonS3"),
            retention: "SnapshotBased",
            ..plain("1c84e7b2-09d5-4f63-b7a1-68f2d0c3e594", "Contoso snapshots", "C:\\Cache\\snapshots")
        },
        Repository {
            proxy: FAR_PROXY.into(),
            organization: Some(FABRIKAM.into()),
            object_storage: blob("c91b4e60-7a2d-4385-9f0e-b3d5a8c6f127", "AmazonS3Compatible"),
            ..plain("f8d3a256-c4e0-4b97-a1f8-05b7e9d2c643", "Fabrikam bucket", "D:\\Cache\\bucket")
        },
        Repository {
            proxy: FAR_PROXY.into(),
            pool: Some(POOL.into()),
            organization: Some(FABRIKAM.into()),
            object_storage: blob("5a6f8d02-e3c7-4190-8b54-d7c1f2e9a038", "WasabiCloud"),
            ..plain("37e0b9c4-8a1f-4d26-95e3-c6d8f4a2b071", "Fabrikam pool", "/var/cache/pool")
        },
    ]
}

/// Past runs: enough of them that the list of sessions has a second page.
fn history(jobs: &[Job]) -> Vec<Run> {
    let day = 24 * 3600;
    // Job, first start, seconds between starts, number of runs, the odd one out (counted from zero) and its end.
    let rows = [
        (MAIL, "2025-12-22T21:30:00.4410032Z", day, 24, 22, "warning", "3 mailboxes were skipped"),
        (BACKUP1, "2026-01-04T23:00:00.0512345Z", day, 11, 10, "failed", "Connection to the organization was lost"),
        (SITES, "2025-12-20T04:00:00.1032200Z", 7 * day, 4, 3, "warning", "1 site was skipped"),
        (TEAMS, "2026-01-14T16:00:00.2210000Z", 8 * 3600, 2, 1, "stopped", "Job was stopped"),
    ];
    let mut past = Vec::new();
    for (id, first, step, count, odd, outcome, message) in rows {
        let Some(job) = jobs.iter().find(|j| j.id == id) else {
            continue;
        };
        for at in 0..count {
            let is_odd = at == odd;
            let script = Script {
                outcome: if is_odd { outcome } else { "success" }.into(),
                queued_s: 0,
                duration_s: 600 + at * 7,
                message: if is_odd { message } else { "" }.into(),
            };
            past.push((job, later(fixed(first), at * step), script));
        }
    }
    past.sort_by_key(|(_, started, _)| *started);
    past.into_iter()
        .zip(1..)
        .map(|((job, started, script), sequence)| {
            let mut run = Run::new(sequence, Owner::backup(job), "scheduler", started, &script);
            run.tick(Timestamp::MAX);
            run
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_past_is_past_and_well_written() {
        let state = world();
        let start = fixed("2026-01-15T08:00:00Z");
        assert_eq!(state.runs.len(), 41);
        for run in &state.runs {
            assert!(run.started > fixed("2025-12-01T00:00:00Z"), "{run:?}");
            assert!(run.ended.unwrap() < start, "{run:?}");
        }
        assert!(state.runs.is_sorted_by_key(|r| r.started));
        assert_eq!(
            state.organizations[0].backups,
            Some((fixed("2025-12-20T04:10:00.1032200Z"), fixed("2026-01-14T21:42:41.4410032Z")))
        );
        assert_eq!(state.organizations[1].backups, None);
    }

    #[test]
    fn what_the_ready_line_tells_is_enough_to_begin() {
        let told = access(&world());
        assert_eq!(told["versions"], json!(["v2", "v3", "v4", "v5", "v6", "v7", "v8"]));
        assert_eq!(told["jobs"].as_array().unwrap().len(), 5);
        assert_eq!(told["jobs"][0], json!({"id": MAIL, "name": "Contoso mail"}));
        assert_eq!(told["repositories"][2]["long_term"], true);
    }
}
