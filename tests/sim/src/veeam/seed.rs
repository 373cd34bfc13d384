//! The world at the start: one organization, three repositories, five jobs and what they did before.

use super::State;
use super::jobs::Job;
use super::organizations::Organization;
use super::repositories::Repository;
use super::runs::Run;
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
/// The first build of product 6.
pub(super) const BUILD: &str = "6.0.0.367";

const ORGANIZATION: &str = "e60dfb9c-ac58-4463-879f-9855ac35576b";
const PROXY: &str = "0d9f6b52-7c1e-4e83-a5d4-31b8f2c6e907";
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
    let ends = || runs.iter().filter(|r| r.has_point()).filter_map(|r| r.ended);
    let organization = Organization {
        id: ORGANIZATION.into(),
        name: "contoso.onmicrosoft.com".into(),
        first_backup: ends().min().unwrap_or(Timestamp::UNIX_EPOCH),
        last_backup: ends().max().unwrap_or(Timestamp::UNIX_EPOCH),
    };
    State {
        tokens: super::auth::Tokens::default(),
        organization,
        repositories: vec![
            repository(LOCAL, "Default Backup Repository", "C:\\VeeamRepository", None, false),
            repository(BLOB, "Contoso blob", "C:\\Cache\\blob", Some("3b8e5a17-c0d4-4f69-92e1-74a6d8f2b50c"), false),
            repository(
                ARCHIVE,
                "Contoso archive blob",
                "C:\\Cache\\archive",
                Some("d57c9b04-2a8f-4e36-b1c3-e60f9d7a8421"),
                true,
            ),
        ],
        jobs,
        copy_jobs: Vec::new(),
        next_run: runs.len() as u64 + 1,
        runs,
        restore_sessions: Vec::new(),
        next_copy_job: 0,
    }
}

/// What the ready line tells about this room.
pub(super) fn access(state: &State) -> Value {
    json!({
        "username": USERNAME,
        "password": PASSWORD,
        "versions": ["v2", "v5", "v6"],
        "organization": { "id": state.organization.id, "name": state.organization.name },
        "jobs": state.jobs.iter().map(|j| json!({ "id": j.id, "name": j.name })).collect::<Vec<_>>(),
        "repositories": state.repositories.iter().map(|r| json!({
            "id": r.id, "name": r.name, "object_storage": r.object_storage.is_some(), "long_term": r.long_term,
        })).collect::<Vec<_>>(),
    })
}

fn job(id: &str, name: &str, repository: &str, objects: u64, policy: Value, enabled: bool) -> Job {
    Job {
        id: id.into(),
        name: name.into(),
        description: String::new(),
        repository: repository.into(),
        backup_type: if name == "Backup1" { "EntireOrganization" } else { "SelectedItems" },
        policy,
        enabled,
        objects,
        scripts: VecDeque::new(),
    }
}

fn daily(days: &str, time: &str) -> Value {
    json!({
        "scheduleEnabled": true, "backupWindowEnabled": false, "type": "Daily", "dailyType": days, "dailyTime": time,
        "retryEnabled": true, "retryNumber": 3, "retryWaitInterval": 10,
    })
}

fn every(interval: &str) -> Value {
    json!({
        "scheduleEnabled": true, "backupWindowEnabled": false, "type": "Periodically", "periodicallyEvery": interval,
        "periodicallyOffsetMinutes": 0, "retryEnabled": false, "retryNumber": 3, "retryWaitInterval": 10,
    })
}

fn repository(id: &str, name: &str, path: &str, storage: Option<&str>, long_term: bool) -> Repository {
    Repository {
        id: id.into(),
        name: name.into(),
        path: path.into(),
        proxy: PROXY.into(),
        object_storage: storage.map(Into::into),
        long_term,
        retention: "ItemLevel",
    }
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
            let mut run = Run::new(sequence, job, "scheduler", started, &script);
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
        assert_eq!(state.organization.first_backup, fixed("2025-12-20T04:10:00.1032200Z"));
        assert_eq!(state.organization.last_backup, fixed("2026-01-14T21:42:41.4410032Z"));
    }

    #[test]
    fn what_the_ready_line_tells_is_enough_to_begin() {
        let told = access(&world());
        assert_eq!(told["versions"], json!(["v2", "v5", "v6"]));
        assert_eq!(told["jobs"].as_array().unwrap().len(), 5);
        assert_eq!(told["jobs"][0], json!({"id": MAIL, "name": "Contoso mail"}));
        assert_eq!(told["repositories"][2]["long_term"], true);
    }
}
