//! Backup copy jobs, v6 and later.
//!
//! <https://helpcenter.veeam.com/archive/vbo365/60/rest/post_copyjobs.html>

use super::{Client, CopySchedule, JobStatus, Links, check_id};
use crate::Extra;
use crate::error::Result;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};

/// What a new copy job needs. The server makes up its name: that of the backup job, and `copy job`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CreateCopyJob {
    /// The backup job whose restore points are copied. It can have one copy job.
    pub backup_job_id: String,
    /// When it copies.
    pub schedule_policy: CopySchedule,
    /// The repository copied to: one extended with archive object storage.
    pub repository_id: String,
    /// Whether its schedule is on.
    pub is_enabled: bool,
}

impl CreateCopyJob {
    /// An enabled copy job.
    pub fn new(backup_job_id: impl Into<String>, repository_id: impl Into<String>, schedule: CopySchedule) -> Self {
        Self {
            backup_job_id: backup_job_id.into(),
            schedule_policy: schedule,
            repository_id: repository_id.into(),
            is_enabled: true,
        }
    }

    /// Whether its schedule is on.
    #[must_use]
    pub fn enabled(mut self, yes: bool) -> Self {
        self.is_enabled = yes;
        self
    }
}

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
    /// State of the newest run. The documented sample of a job just created says `Success`.
    #[serde(default)]
    pub last_status: Option<JobStatus>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// Creates a copy job.
    ///
    /// # Errors
    /// `Unsupported` before v6; `InvalidArgument` for ids that are none, a window that has not 168 hours, and so on,
    /// before any request; what the server refuses for its own rules.
    pub fn create_copy_job(&self, spec: &CreateCopyJob) -> Result<CopyJob> {
        const OPERATION: &str = "veeam.create_copy_job";
        self.need_copy_jobs(OPERATION)?;
        check_id(&spec.backup_job_id, "job", OPERATION)?;
        check_id(&spec.repository_id, "repository", OPERATION)?;
        spec.schedule_policy.check().map_err(|e| e.during(OPERATION))?;
        let request = self.post(OPERATION, &["CopyJobs"]).json(spec)?;
        self.core.read(&self.cancel, &request)
    }

    /// All copy jobs.
    ///
    /// # Errors
    /// `Unsupported` before v6; any kind that a request can fail with.
    pub fn copy_jobs(&self) -> Result<Vec<CopyJob>> {
        self.need_copy_jobs("veeam.copy_jobs")?;
        self.core.read(&self.cancel, &self.get("veeam.copy_jobs", &["CopyJobs"]))
    }

    /// One copy job.
    ///
    /// # Errors
    /// `Unsupported` before v6; `InvalidArgument`, `NotFound`.
    pub fn copy_job(&self, id: &str) -> Result<CopyJob> {
        self.need_copy_jobs("veeam.copy_job")?;
        check_id(id, "copy job", "veeam.copy_job")?;
        self.core.read(&self.cancel, &self.get("veeam.copy_job", &["CopyJobs", id]))
    }

    fn need_copy_jobs(&self, operation: &'static str) -> Result<()> {
        self.need(self.dialect.has_copy_jobs(), operation, "copy jobs")
    }
}
