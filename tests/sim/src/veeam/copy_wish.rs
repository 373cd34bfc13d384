//! Creating, editing and deleting copy jobs, and the rules between source and target.

use super::State;
use super::body::Members;
use super::copy_jobs::CopyJob;
use super::error::{Answer, bad, conflict, created, not_found, refuse_as};
use super::schedule;
use super::version::{Version, View};
use crate::http::{Request, Response};
use serde_json::Value;
use std::collections::VecDeque;

/// What a client may send; the rest of the schema is read-only and passed over up to v7, refused from v8 on.
struct Wish {
    backup_job: Option<String>,
    organization: Option<String>,
    repository: Option<String>,
    enabled: Option<bool>,
    policy: Option<Value>,
}

impl Wish {
    fn of(view: &View<'_>, req: &Request) -> Result<Self, Response> {
        let mut members = Members::of_request(req)?;
        let new = view.version >= Version::V8;
        let wish = Self {
            backup_job: members.uuid("backupJobId")?,
            organization: if new { members.uuid("organizationId")? } else { None },
            repository: members.uuid("repositoryId")?,
            enabled: members.flag("isEnabled", false)?,
            policy: members.take("schedulePolicy"),
        };
        if !new {
            // The schema names these, so they are no mistake; they have no effect.
            for name in ["id", "name", "lastRun", "nextRun", "lastBackup", "lastStatus", "_links"] {
                members.take(name);
            }
        }
        members.finish(&view.ctx)?;
        Ok(wish)
    }
}

impl State {
    /// `POST /CopyJobs`: 200, from v8 on 201, with the new copy job
    /// (<https://helpcenter.veeam.com/archive/vbo365/60/rest/post_copyjobs.html>). A periodic one runs at once (the
    /// product's user guide).
    pub(super) fn create_copy_job(&mut self, view: &View<'_>, req: &Request) -> Answer {
        let wish = Wish::of(view, req)?;
        let required = |id: Option<String>, name: &str| id.ok_or_else(|| bad(&format!("{name} is required.")));
        let backup_job = required(wish.backup_job, "backupJobId")?;
        let repository = required(wish.repository, "repositoryId")?;
        let organization = match view.version {
            Version::V8 => Some(required(wish.organization, "organizationId")?),
            _ => None,
        };
        let mut copy = CopyJob {
            id: format!("1f6f7c97-0df4-4866-8c37-{:012x}", self.next_copy_job + 1),
            name: String::new(),
            backup_job,
            organization: organization.unwrap_or_default(),
            repository,
            policy: schedule::copy_policy(view, wish.policy)?,
            enabled: wish.enabled.unwrap_or(true),
            etag: 1,
            scripts: VecDeque::new(),
        };
        self.fits(view, &mut copy)?;
        self.next_copy_job += 1;
        let runs = copy.enabled && copy.policy["type"] == "Periodically";
        self.copy_jobs.push(copy);
        let at = self.copy_jobs.len() - 1;
        if runs {
            self.begin_copy(&view.ctx, at, "created");
        }
        let body = self.copy_json(view, at);
        Ok(created(view, &body))
    }

    /// `PUT /CopyJobs/{id}`: 204. What is not sent stays as it is (v8 says so by letting every member be null; inferred
    /// for v6 and v7).
    pub(super) fn edit_copy_job(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let at = self.find_copy_job(id)?;
        let wish = Wish::of(view, req)?;
        let Some(mut copy) = self.copy_jobs.get(at).cloned() else {
            return Err(not_found("Backup copy job"));
        };
        copy.backup_job = wish.backup_job.unwrap_or(copy.backup_job);
        copy.organization = wish.organization.unwrap_or_default();
        copy.repository = wish.repository.unwrap_or(copy.repository);
        copy.enabled = wish.enabled.unwrap_or(copy.enabled);
        if wish.policy.is_some() {
            copy.policy = schedule::copy_policy(view, wish.policy)?;
        }
        copy.etag += 1;
        self.fits(view, &mut copy)?;
        if let Some(place) = self.copy_jobs.get_mut(at) {
            *place = copy;
        }
        Ok(Response::empty(204))
    }

    /// `DELETE /CopyJobs/{id}`: 204.
    pub(super) fn delete_copy_job(&mut self, view: &View<'_>, id: &str) -> Answer {
        let at = self.find_copy_job(id)?;
        self.clear_for_deletion(view, id)?;
        self.copy_jobs.remove(at);
        Ok(Response::empty(204))
    }

    /// The rules between source and target, and the name and the organization that the copy job gets from its source.
    /// Both repositories are object storage behind one proxy or proxy pool with the same kind of retention, and are not
    /// the same; what the target holds immutable it holds for as long as it keeps it (the product's user guide).
    fn fits(&self, view: &View<'_>, copy: &mut CopyJob) -> Result<(), Response> {
        let refused = |message: &str| refuse_as(view.ctx.knobs.number("veeam.copy_refused_status"), message);
        let Some(job) = self.jobs.get(self.find_job(&copy.backup_job)?) else {
            return Err(not_found("Backup job"));
        };
        if !copy.organization.is_empty() && copy.organization != job.organization {
            self.find_organization(&copy.organization)?;
            return Err(refused("The backup job belongs to another organization."));
        }
        let target = self.find_repository(&copy.repository)?;
        let source = self.find_repository(&job.repository)?;
        let rules: [(bool, &str); 6] = [
            (source.is_object(), "The repository of the backup job is not extended with object storage."),
            (target.is_object(), "The target repository is not extended with object storage."),
            (target.id != source.id, "The target repository must differ from the repository of the backup job."),
            (target.beside(source), "The target repository must be on the proxy of the source repository."),
            (
                target.retention == source.retention,
                "The target repository must have the retention type of the source repository.",
            ),
            (target.immutability_fits(), "The immutability of the target repository must equal its retention."),
        ];
        if let Some((_, message)) = rules.iter().find(|(holds, _)| !holds) {
            return Err(refused(message));
        }
        if self.copy_jobs.iter().any(|c| c.backup_job == job.id && c.id != copy.id) {
            let message = "The backup job already has a backup copy job.";
            return Err(match view.version {
                Version::V8 => conflict(view, message),
                _ => refuse_as(view.ctx.knobs.number("veeam.copy_duplicate_status"), message),
            });
        }
        copy.name = format!("{} - copy job", job.name);
        copy.organization.clone_from(&job.organization);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
