//! Backup copy jobs, v6 and later.
//!
//! <https://helpcenter.veeam.com/archive/vbo365/60/rest/post_copyjobs.html>

use super::links::{linked, told};
use super::page::Row;
use super::{Client, CopySchedule, Job, JobSession, JobStatus, Links, check_id, check_id_if, same_id};
use crate::Extra;
use crate::error::Result;
use crate::page::Rows;
use crate::request::Request;
use crate::table::table;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A backup copy job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CopyJob {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// Name, made up by the server.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// The backup job it copies.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub backup_job_id: Option<String>,
    /// Its organization; before v8 told by the `organization` link.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub organization_id: Option<String>,
    /// The repository it copies to.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub repository_id: Option<String>,
    /// When it copies.
    #[serde(default)]
    pub schedule_policy: Option<CopySchedule>,
    /// Whether its schedule is on.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_enabled: Option<bool>,
    /// When the newest run began.
    #[serde(default, deserialize_with = "optional")]
    pub last_run: Option<Time>,
    /// When it runs next.
    #[serde(default, deserialize_with = "optional")]
    pub next_run: Option<Time>,
    /// When it last succeeded; v7.
    #[serde(default, deserialize_with = "optional")]
    pub last_backup: Option<Time>,
    /// State of the newest run. The documented sample of a job just created says `Success`.
    #[serde(default)]
    pub last_status: Option<JobStatus>,
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

table! {
    CopyJob {
        id, name, backup_job_id = "backupJobId",
        organization_id = "organizationId" as linked("organization"),
        repository_id = "repositoryId", schedule_policy = "schedulePolicy", is_enabled = "isEnabled",
        last_run = "lastRun", next_run = "nextRun", last_backup = "lastBackup", last_status = "lastStatus", e_tag = "eTag",
        links = "_links",
    }
}

impl Row for CopyJob {
    fn key(&self) -> String {
        self.id.clone()
    }

    fn complete(&mut self) {
        self.organization_id = told(self.organization_id.take(), &self.links, "organization");
    }
}

/// Which copy jobs to list. Unset: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CopyJobQuery {
    /// Only copy jobs that copy to this repository.
    pub repository_id: Option<String>,
    /// Only copy jobs of this organization.
    pub organization_id: Option<String>,
}

impl CopyJobQuery {
    /// Only copy jobs that copy to this repository.
    #[must_use]
    pub fn in_repository(mut self, id: impl Into<String>) -> Self {
        self.repository_id = Some(id.into());
        self
    }

    /// Only copy jobs of this organization.
    #[must_use]
    pub fn of_organization(mut self, id: impl Into<String>) -> Self {
        self.organization_id = Some(id.into());
        self
    }
}

impl Client {
    /// All copy jobs.
    ///
    /// # Errors
    /// `Unsupported` before v6; any kind that a request can fail with.
    pub fn copy_jobs(&self) -> Result<Vec<CopyJob>> {
        self.copy_job_rows("veeam.copy_jobs", &CopyJobQuery::default())?.collect()
    }

    /// The copy jobs asked for, one page at a time. Before v8 the server does not filter by organization: we do, by the link
    /// of the copy job.
    ///
    /// # Errors
    /// `Unsupported` before v6; `InvalidArgument` when an id is no UUID; those of a request come from the iterator.
    pub fn iter_copy_jobs(&self, query: &CopyJobQuery) -> Result<Rows<CopyJob>> {
        self.copy_job_rows("veeam.iter_copy_jobs", query)
    }

    pub(super) fn copy_job_rows(&self, operation: &'static str, query: &CopyJobQuery) -> Result<Rows<CopyJob>> {
        self.need_copy_jobs(operation)?;
        check_id_if(query.repository_id.as_deref(), "repository", operation)?;
        check_id_if(query.organization_id.as_deref(), "organization", operation)?;
        let mut organization = query.organization_id.clone();
        let request = self
            .get(operation, &["CopyJobs"])
            .query_if("organizationId", organization.take_if(|_| self.dialect.filters_jobs()))
            .query_if("repositoryId", query.repository_id.as_deref());
        let rows = self.table_rows(self.dialect.pages_everything(), usize::MAX, request);
        Ok(match organization {
            Some(wanted) => rows.keeping(move |job: &CopyJob| same_id(job.organization_id.as_deref(), &wanted)),
            None => rows,
        })
    }

    /// One copy job.
    ///
    /// # Errors
    /// `Unsupported` before v6; `InvalidArgument`, `NotFound`.
    pub fn copy_job(&self, id: &str) -> Result<CopyJob> {
        const OPERATION: &str = "veeam.copy_job";
        self.need_copy_jobs(OPERATION)?;
        check_id(id, "copy job", OPERATION)?;
        self.one(&self.get(OPERATION, &["CopyJobs", id]))
    }

    /// The copy job of a backup job.
    ///
    /// # Errors
    /// As [`Client::copy_job`]; `NotFound` also when the job has none (inferred).
    pub fn copy_job_of(&self, job_id: &str) -> Result<CopyJob> {
        const OPERATION: &str = "veeam.copy_job_of";
        self.need_copy_jobs(OPERATION)?;
        check_id(job_id, "job", OPERATION)?;
        self.one(&self.get(OPERATION, &["Jobs", job_id, "CopyJob"]))
    }

    /// The backup job of a copy job.
    ///
    /// # Errors
    /// As [`Client::copy_job`].
    pub fn backup_job_of(&self, copy_job_id: &str) -> Result<Job> {
        const OPERATION: &str = "veeam.backup_job_of";
        self.need_copy_jobs(OPERATION)?;
        check_id(copy_job_id, "copy job", OPERATION)?;
        self.one(&self.get(OPERATION, &["CopyJobs", copy_job_id, "BackupJob"]))
    }

    /// Starts a copy job: it copies the latest restore point. v8 answers with the session of the new run; before, the answer
    /// names none (`None`).
    ///
    /// # Errors
    /// `Unsupported` before v6; as [`Client::start_job`].
    pub fn start_copy_job(&self, id: &str) -> Result<Option<JobSession>> {
        let mut request = self.copy_action("veeam.start_copy_job", id, "start")?;
        if self.dialect.has_copy_start_body() {
            request = request.json(&json!({}))?;
        }
        match self.dialect.names_started_run() {
            true => self.made(&request),
            false => self.core.call(&self.cancel, &request).map(|_| None),
        }
    }

    /// Stops the run of a copy job. The answer may come before the run has wound down.
    ///
    /// # Errors
    /// `Unsupported` before v6; as [`Client::stop_job`].
    pub fn stop_copy_job(&self, id: &str) -> Result<()> {
        let request = self.copy_action("veeam.stop_copy_job", id, "stop")?;
        self.core.call(&self.cancel, &request).map(drop)
    }

    /// Switches the schedule of a copy job on.
    ///
    /// # Errors
    /// `Unsupported` before v6; `InvalidArgument`, `NotFound`.
    pub fn enable_copy_job(&self, id: &str) -> Result<()> {
        let request = self.copy_action("veeam.enable_copy_job", id, "enable")?;
        self.core.call(&self.cancel, &request).map(drop)
    }

    /// Switches the schedule of a copy job off.
    ///
    /// # Errors
    /// `Unsupported` before v6; `InvalidArgument`, `NotFound`.
    pub fn disable_copy_job(&self, id: &str) -> Result<()> {
        let request = self.copy_action("veeam.disable_copy_job", id, "disable")?;
        self.core.call(&self.cancel, &request).map(drop)
    }

    /// Deletes a copy job.
    ///
    /// # Errors
    /// `Unsupported` before v6; `InvalidArgument`, `NotFound`.
    pub fn delete_copy_job(&self, id: &str) -> Result<()> {
        const OPERATION: &str = "veeam.delete_copy_job";
        self.need_copy_jobs(OPERATION)?;
        check_id(id, "copy job", OPERATION)?;
        self.core.call(&self.cancel, &self.delete(OPERATION, &["CopyJobs", id])).map(drop)
    }

    fn copy_action(&self, operation: &'static str, id: &str, verb: &'static str) -> Result<Request> {
        self.need_copy_jobs(operation)?;
        check_id(id, "copy job", operation)?;
        Ok(self.post(operation, &["CopyJobs", id, verb]))
    }

    pub(super) fn need_copy_jobs(&self, operation: &'static str) -> Result<()> {
        self.need(self.dialect.has_copy_jobs(), operation, "copy jobs")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copy_jobs_are_open() {
        let job: CopyJob = crate::roundtrip::assert_open(&json!({
            "id": "2f9b8c71-3d4e-4f50-9a6b-7c8d9e0f1a77", "name": "Contoso mail - copy job",
            "backupJobId": "5b0f1a52-51a1-4c3e-9d1c-0f2b7f7a1c11", "organizationId": "0c6a4f0e-7d2b-4d4e-8a35-6a1f8b8f9b22",
            "repositoryId": "aa12bb34-cc56-4d78-9e90-ab12cd34ef88", "schedulePolicy": {"type": "Immediate"},
            "isEnabled": true, "lastRun": "2025-03-01T21:30:00.4410032Z", "nextRun": null, "lastBackup": "",
            "lastStatus": "Success", "eTag": 7, "_links": {"backupJob": {"href": "/v8/job/x"}},
        }));
        assert!(job.extra.is_empty(), "{:?}", job.extra);
    }
}
