//! Backup copy jobs, from v6 on.

use super::State;
use super::body::query_uuid;
use super::error::{Answer, not_found, ok};
use super::page;
use super::schedule;
use super::version::{Version, View};
use crate::http::{Request, Response};
use crate::vendor::Script;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// One copy job.
#[derive(Clone, Debug)]
pub(super) struct CopyJob {
    /// UUID, lower case.
    pub(super) id: String,
    /// Always the backup job's name and a suffix; clients cannot choose it.
    pub(super) name: String,
    /// UUID of the backup job it copies.
    pub(super) backup_job: String,
    /// UUID of the organization of that job.
    pub(super) organization: String,
    /// UUID of the target repository.
    pub(super) repository: String,
    /// `schedulePolicy` in the product's spelling.
    pub(super) policy: Value,
    /// Whether the schedule may run it.
    pub(super) enabled: bool,
    /// Times it was changed; v8 shows it.
    pub(super) etag: u64,
    /// How its next runs go.
    pub(super) scripts: VecDeque<Script>,
}

impl CopyJob {
    /// Whether it runs after each new restore point of its source.
    pub(super) fn is_immediate(&self) -> bool {
        self.policy["type"] == "Immediate"
    }
}

impl State {
    /// `GET /CopyJobs`, filtered by `repositoryId`: an array; from v8 on a page, filtered by `organizationId` too.
    pub(super) fn list_copy_jobs(&mut self, view: &View<'_>, req: &Request) -> Answer {
        let target = query_uuid(req, "repositoryId")?;
        let owner = if view.version >= Version::V8 { query_uuid(req, "organizationId")? } else { None };
        let shown = |copy: &CopyJob| {
            target.as_ref().is_none_or(|id| copy.repository == *id)
                && owner.as_ref().is_none_or(|id| copy.organization == *id)
        };
        let at: Vec<usize> = (0..).zip(&self.copy_jobs).filter(|(_, copy)| shown(copy)).map(|(at, _)| at).collect();
        let bodies = at.into_iter().map(|at| self.copy_json(view, at)).collect();
        page::since_v8(view, req, "CopyJobs", bodies)
    }

    /// `GET /CopyJobs/{id}`.
    pub(super) fn get_copy_job(&mut self, view: &View<'_>, id: &str) -> Answer {
        let at = self.find_copy_job(id)?;
        Ok(ok(&self.copy_json(view, at)))
    }

    /// `GET /CopyJobs/{id}/BackupJob`.
    pub(super) fn get_copy_source(&mut self, view: &View<'_>, id: &str) -> Answer {
        let at = self.find_copy_job(id)?;
        let source = self.copy_jobs.get(at).map(|c| c.backup_job.clone()).unwrap_or_default();
        self.get_job(view, &source)
    }

    /// `GET /Jobs/{id}/CopyJob`.
    pub(super) fn get_job_copy(&mut self, view: &View<'_>, job: &str) -> Answer {
        self.find_job(job)?;
        match self.copy_jobs.iter().position(|c| c.backup_job == job) {
            Some(at) => Ok(ok(&self.copy_json(view, at))),
            None => Err(not_found("Backup copy job for the backup job")),
        }
    }

    /// Index of the copy job with that id.
    pub(super) fn find_copy_job(&self, id: &str) -> Result<usize, Response> {
        self.copy_jobs.iter().position(|c| c.id == id).ok_or_else(|| not_found("Backup copy job"))
    }

    /// The copy job as the version writes it; the odd spelling of the links of v6 is the documentation's.
    pub(super) fn copy_json(&mut self, view: &View<'_>, at: usize) -> Value {
        let Some(id) = self.copy_jobs.get(at).map(|c| c.id.clone()) else {
            return Value::Null;
        };
        let seen = self.mirror(view, &id, "veeam.new_copy_job_status");
        let Some(copy) = self.copy_jobs.get(at) else {
            return Value::Null;
        };
        let (own, source) = if view.version == Version::V6 { ("copyJobs", "job") } else { ("copyjobs", "jobs") };
        let mut body = json!({
            "backupJobId": copy.backup_job, "schedulePolicy": copy.policy, "id": copy.id,
            "repositoryId": copy.repository, "name": copy.name, "isEnabled": copy.enabled,
            "_links": {
                "self": view.link(&format!("{own}/{}", copy.id)),
                "organization": view.link(&format!("organizations/{}", copy.organization)),
                "backupJob": view.link(&format!("{source}/{}", copy.backup_job)),
                "backupRepository": view.link(&format!("backuprepositories/{}", copy.repository)),
            },
        });
        let etag = copy.etag + seen.changes;
        view.since(Version::V8, &mut body, json!({ "organizationId": copy.organization, "eTag": etag }));
        let next = schedule::next_run(&copy.policy, view.ctx.now).filter(|_| copy.enabled);
        seen.write(view, &mut body, next);
        body
    }

    /// What is so about the copy jobs.
    pub(super) fn copy_truth(&self) -> Value {
        self.copy_jobs
            .iter()
            .map(|c| {
                json!({
                    "id": c.id, "name": c.name, "job": c.backup_job, "repository": c.repository,
                    "enabled": c.enabled, "schedule": c.policy, "organization": c.organization,
                    "running": self.runs.iter().any(|r| r.owner.job == c.id && !r.finished()),
                    "scripts": c.scripts.len(),
                })
            })
            .collect()
    }
}

@@TESTS@@