//! Making and changing backup copy jobs, v6 and later.
//!
//! v6: <https://helpcenter.veeam.com/archive/vbo365/60/rest/post_copyjobs.html>; members by the OpenAPI documents of v6 to v8.

use super::{Client, CopyJob, CopySchedule, check_id, check_id_if};
use crate::error::{Error, Result};
use serde::Serialize;

/// What a new copy job needs. The server makes up its name: that of the backup job, and `copy job`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CreateCopyJob {
    /// The backup job whose restore points are copied. It can have one copy job.
    pub backup_job_id: String,
    /// The organization; needed by v8, unknown before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<String>,
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
            organization_id: None,
            schedule_policy: schedule,
            repository_id: repository_id.into(),
            is_enabled: true,
        }
    }

    /// The organization; needed by v8.
    #[must_use]
    pub fn of_organization(mut self, id: impl Into<String>) -> Self {
        self.organization_id = Some(id.into());
        self
    }

    /// Whether its schedule is on.
    #[must_use]
    pub fn enabled(mut self, yes: bool) -> Self {
        self.is_enabled = yes;
        self
    }
}

/// What to change about a copy job. Unset members are not sent, and stay as they are (inferred).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EditCopyJob {
    /// The backup job whose restore points are copied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_job_id: Option<String>,
    /// The organization; v8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<String>,
    /// The repository copied to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repository_id: Option<String>,
    /// When it copies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_policy: Option<CopySchedule>,
    /// Whether its schedule is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_enabled: Option<bool>,
}

impl EditCopyJob {
    /// Copies the restore points of another backup job.
    #[must_use]
    pub fn of_backup_job(mut self, id: impl Into<String>) -> Self {
        self.backup_job_id = Some(id.into());
        self
    }

    /// Belongs to another organization; v8.
    #[must_use]
    pub fn of_organization(mut self, id: impl Into<String>) -> Self {
        self.organization_id = Some(id.into());
        self
    }

    /// Copies to another repository.
    #[must_use]
    pub fn to_repository(mut self, id: impl Into<String>) -> Self {
        self.repository_id = Some(id.into());
        self
    }

    /// Copies at other times.
    #[must_use]
    pub fn scheduled(mut self, schedule: CopySchedule) -> Self {
        self.schedule_policy = Some(schedule);
        self
    }

    /// Whether its schedule is on.
    #[must_use]
    pub fn enabled(mut self, yes: bool) -> Self {
        self.is_enabled = Some(yes);
        self
    }
}

impl Client {
    /// Creates a copy job.
    ///
    /// # Errors
    /// `Unsupported` before v6, and for an organization before v8; `InvalidArgument` for ids that are none, no organization in
    /// v8, a window that has not 168 hours, and so on, before any request; what the server refuses for its own rules.
    pub fn create_copy_job(&self, spec: &CreateCopyJob) -> Result<CopyJob> {
        const OPERATION: &str = "veeam.create_copy_job";
        self.need_copy_jobs(OPERATION)?;
        check_id(&spec.backup_job_id, "job", OPERATION)?;
        check_id(&spec.repository_id, "repository", OPERATION)?;
        self.check_organization(spec.organization_id.as_deref(), OPERATION)?;
        if spec.organization_id.is_none() && self.dialect.has_organization_in_body() {
            return Err(Error::invalid("a copy job needs its organization in API v8")
                .remedied("give the organization_id of the backup job")
                .during(OPERATION));
        }
        spec.schedule_policy.check(self.dialect).map_err(|e| e.during(OPERATION))?;
        self.one(&self.post(OPERATION, &["CopyJobs"]).json(spec)?)
    }

    /// Changes a copy job.
    ///
    /// # Errors
    /// As [`Client::create_copy_job`]; `InvalidArgument` for an edit that changes nothing; `NotFound`.
    pub fn edit_copy_job(&self, id: &str, edit: &EditCopyJob) -> Result<()> {
        const OPERATION: &str = "veeam.edit_copy_job";
        self.need_copy_jobs(OPERATION)?;
        check_id(id, "copy job", OPERATION)?;
        check_id_if(edit.backup_job_id.as_deref(), "job", OPERATION)?;
        check_id_if(edit.repository_id.as_deref(), "repository", OPERATION)?;
        self.check_organization(edit.organization_id.as_deref(), OPERATION)?;
        if *edit == EditCopyJob::default() {
            let error = Error::invalid("the edit changes nothing").remedied("set what is to be changed");
            return Err(error.during(OPERATION));
        }
        if let Some(schedule) = &edit.schedule_policy {
            schedule.check(self.dialect).map_err(|e| e.during(OPERATION))?;
        }
        self.core.call(&self.cancel, &self.put(OPERATION, &["CopyJobs", id]).json(edit)?).map(drop)
    }

    /// Versions before v8 have no member for the organization of a copy job.
    fn check_organization(&self, id: Option<&str>, operation: &'static str) -> Result<()> {
        let has_it = self.dialect.has_organization_in_body() || id.is_none();
        self.need(has_it, operation, "the organization of a copy job")?;
        check_id_if(id, "organization", operation)
    }
}
