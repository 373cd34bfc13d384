//! Backup jobs.
//!
//! v2: <https://helpcenter.veeam.com/archive/vbo365/20/rest/post_jobs_id_action.html>,
//! v5: <https://helpcenter.veeam.com/archive/vbo365/50/rest/post_jobs_id_action.html>,
//! v6: <https://helpcenter.veeam.com/archive/vbo365/60/rest/post_jobs_id_start.html>,
//! v8: <https://helpcenter.veeam.com/docs/vbo365/rest/breaking_changes.html>.

use super::links::told;
use super::page::Row;
use super::{Client, JobItem, JobSchedule, JobSession, Links, check_id, check_id_if, same_id};
use crate::Extra;
use crate::error::Result;
use crate::open_enum::open_enum;
use crate::page::Rows;
use crate::request::Request;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

open_enum! {
    /// State of a job, a copy job or a job session: the state of its newest run.
    pub enum JobStatus {
        /// Stopped, or never run.
        Stopped = 1 => "Stopped",
        /// Running.
        Running = 2 => "Running",
        /// The last run succeeded.
        Success = 3 => "Success",
        /// The last run ended with warnings.
        Warning = 4 => "Warning",
        /// The last run failed.
        Failed = 5 => "Failed",
        /// Not set up.
        NotConfigured = 6 => "NotConfigured",
        /// The backup proxy is gone.
        Disconnected = 7 => "Disconnected",
        /// Waiting to run.
        Queued = 8 => "Queued",
    }
}

open_enum! {
    /// What a job backs up.
    pub enum BackupType {
        /// The whole organization.
        EntireOrganization = 1 => "EntireOrganization",
        /// Chosen items.
        SelectedItems = 2 => "SelectedItems",
    }
}

/// A backup job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Job {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// Name.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// Description; "" when empty.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub description: Option<String>,
    /// Organization it backs up; before v8 told by the `organization` link.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub organization_id: Option<String>,
    /// Repository it writes to; before v6 told by the `backupRepository` link.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub repository_id: Option<String>,
    /// What it backs up.
    #[serde(default)]
    pub backup_type: Option<BackupType>,
    /// When it runs by itself.
    #[serde(default)]
    pub schedule_policy: Option<JobSchedule>,
    /// When the newest run began; none before the first.
    #[serde(default, deserialize_with = "optional")]
    pub last_run: Option<Time>,
    /// When it runs next; none while unscheduled or disabled.
    #[serde(default, deserialize_with = "optional")]
    pub next_run: Option<Time>,
    /// When it last succeeded; v7.
    #[serde(default, deserialize_with = "optional")]
    pub last_backup: Option<Time>,
    /// Whether the schedule is on. A disabled job can still be started by hand.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_enabled: Option<bool>,
    /// State of the newest run. Right after a start it may still be that of the run before.
    #[serde(default)]
    pub last_status: Option<JobStatus>,
    /// v2: whether it is running.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_run: Option<bool>,
    /// v6, v7: whether it was to run right after it was created.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub run_now: Option<bool>,
    /// v6, v7: what it backs up, where the answer says so. See [`Client::selected_items`].
    #[serde(default, deserialize_with = "crate::lenient::list")]
    pub selected_items: Vec<JobItem>,
    /// v6, v7: what it leaves out, where the answer says so. See [`Client::excluded_items`].
    #[serde(default, deserialize_with = "crate::lenient::list")]
    pub excluded_items: Vec<JobItem>,
    /// Version of the object: counts up with every change; v8.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub e_tag: Option<i64>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Row for Job {
    fn key(&self) -> String {
        self.id.clone()
    }

    fn complete(&mut self) {
        self.organization_id = told(self.organization_id.take(), &self.links, "organization");
        self.repository_id = told(self.repository_id.take(), &self.links, "backupRepository");
    }
}

/// Which jobs to list. Unset: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct JobQuery {
    /// Only jobs of this organization.
    pub organization_id: Option<String>,
    /// Only jobs that write to this repository.
    pub repository_id: Option<String>,
}

impl JobQuery {
    /// Only jobs of this organization.
    #[must_use]
    pub fn of_organization(mut self, id: impl Into<String>) -> Self {
        self.organization_id = Some(id.into());
        self
    }

    /// Only jobs that write to this repository.
    #[must_use]
    pub fn in_repository(mut self, id: impl Into<String>) -> Self {
        self.repository_id = Some(id.into());
        self
    }
}

impl Client {
    /// All backup jobs.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn jobs(&self) -> Result<Vec<Job>> {
        self.job_rows("veeam.jobs", &JobQuery::default())?.collect()
    }

    /// The backup jobs asked for, one page at a time. Before v8 the server does not filter by repository: we do, and a job that
    /// does not tell its repository is left out.
    ///
    /// # Errors
    /// `InvalidArgument` when an id is no UUID; those of a request come from the iterator.
    pub fn iter_jobs(&self, query: &JobQuery) -> Result<Rows<Job>> {
        self.job_rows("veeam.iter_jobs", query)
    }

    fn job_rows(&self, operation: &'static str, query: &JobQuery) -> Result<Rows<Job>> {
        check_id_if(query.organization_id.as_deref(), "organization", operation)?;
        check_id_if(query.repository_id.as_deref(), "repository", operation)?;
        if self.dialect.filters_jobs() {
            let request = self
                .get(operation, &["Jobs"])
                .query_if("organizationId", query.organization_id.as_deref())
                .query_if("repositoryId", query.repository_id.as_deref());
            return Ok(self.rows(self.dialect.pages_everything(), usize::MAX, request));
        }
        let request = match &query.organization_id {
            Some(id) => self.get(operation, &["Organizations", id, "Jobs"]),
            None => self.get(operation, &["Jobs"]),
        };
        let rows = self.rows(self.dialect.pages_everything(), usize::MAX, request);
        Ok(match query.repository_id.clone() {
            Some(wanted) => rows.keeping(move |job: &Job| same_id(job.repository_id.as_deref(), &wanted)),
            None => rows,
        })
    }

    /// One backup job.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn job(&self, id: &str) -> Result<Job> {
        check_id(id, "job", "veeam.job")?;
        self.one(&self.get("veeam.job", &["Jobs", id]))
    }

    /// Starts a job. v8 answers with the session of the new run; before, the answer names none (`None`), and
    /// [`Server::start`](crate::Server::start) finds it. `full` asks for a full backup and is new in v6.
    ///
    /// # Errors
    /// `InvalidArgument`, `NotFound`, `AlreadyRunning` (which answer a running job gives is not documented);
    /// `Unsupported` for `full` before v6.
    pub fn start_job(&self, id: &str, full: Option<bool>) -> Result<Option<JobSession>> {
        const OPERATION: &str = "veeam.start_job";
        let body = match full {
            None => json!({}),
            Some(full) => {
                self.need(self.dialect.has_full_start(), OPERATION, "choosing a full backup")?;
                json!({ "full": full })
            }
        };
        let request = self.action(OPERATION, id, "start", Some(&body))?;
        match self.dialect.names_started_run() {
            true => self.made(&request),
            false => self.core.call(&self.cancel, &request).map(|_| None),
        }
    }

    /// Stops a job's run. The answer may come before the run has wound down; what was backed up is kept.
    ///
    /// # Errors
    /// As [`Client::start_job`]; what an idle job answers is not documented.
    pub fn stop_job(&self, id: &str) -> Result<()> {
        self.act("veeam.stop_job", id, "stop")
    }

    /// Switches a job's schedule on.
    ///
    /// # Errors
    /// `InvalidArgument`, `NotFound`.
    pub fn enable_job(&self, id: &str) -> Result<()> {
        self.act("veeam.enable_job", id, "enable")
    }

    /// Switches a job's schedule off.
    ///
    /// # Errors
    /// `InvalidArgument`, `NotFound`.
    pub fn disable_job(&self, id: &str) -> Result<()> {
        self.act("veeam.disable_job", id, "disable")
    }

    /// Deletes a job; its backups stay. A job that has a copy job cannot be deleted before that is.
    /// How v2 to v5 answer is inferred.
    ///
    /// # Errors
    /// `InvalidArgument`, `NotFound`; what the server refuses for its own rules.
    pub fn delete_job(&self, id: &str) -> Result<()> {
        const OPERATION: &str = "veeam.delete_job";
        check_id(id, "job", OPERATION)?;
        self.core.call(&self.cancel, &self.delete(OPERATION, &["Jobs", id])).map(drop)
    }

    fn act(&self, operation: &'static str, id: &str, verb: &'static str) -> Result<()> {
        let request = self.action(operation, id, verb, None)?;
        self.core.call(&self.cancel, &request).map(drop)
    }

    /// `POST /Jobs/{id}/Action {"verb": null}`, or `POST /Jobs/{id}/verb` from v6 on.
    fn action(&self, operation: &'static str, id: &str, verb: &'static str, body: Option<&Value>) -> Result<Request> {
        check_id(id, "job", operation)?;
        if !self.dialect.has_action_endpoints() {
            let path = ["Jobs", id, self.dialect.action_segment()];
            return self.post(operation, &path).json(&json!({ verb: null }));
        }
        let request = self.post(operation, &["Jobs", id, verb]);
        match body {
            Some(body) => request.json(body),
            None => Ok(request),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_are_open() {
        let mut job: Job = crate::roundtrip::assert_open(&json!({
            "id": "5b0f1a52-51a1-4c3e-9d1c-0f2b7f7a1c11", "name": "Contoso mail", "description": "", "organizationId": null,
            "repositoryId": "", "backupType": "SelectedItems", "schedulePolicy": {"type": "Daily", "retryNumber": 3},
            "lastRun": "2025-03-01T21:30:00.4410032Z", "nextRun": null, "lastBackup": "2025-03-01T21:41:12Z",
            "isEnabled": true, "lastStatus": "Success", "isRun": false, "runNow": false,
            "selectedItems": [{"type": "User", "user": {"id": "u"}}], "excludedItems": null, "eTag": 41,
            "_links": {
                "organization": {"href": "/v7/organizations/0c6a4f0e-7d2b-4d4e-8a35-6a1f8b8f9b22"},
                "backupRepository": {"href": "/v7/backuprepositories/b7d4f9a1-98c1-4d0c-8a55-0c3e5d1f7c33/"},
            },
        }));
        assert!(job.extra.is_empty(), "{:?}", job.extra);
        job.complete();
        assert_eq!(job.organization_id.as_deref(), Some("0c6a4f0e-7d2b-4d4e-8a35-6a1f8b8f9b22"));
        assert_eq!(job.repository_id.as_deref(), Some("b7d4f9a1-98c1-4d0c-8a55-0c3e5d1f7c33"));
    }
}
