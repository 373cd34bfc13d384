//! Jobs ("data protection plans"). They are made in the console: no documented call creates or changes one.

use super::settings::JobSettings;
use super::{Client, ExecutionStatus, check_job_id};
use crate::Extra;
use crate::error::{Error, ErrorKind, Result};
use crate::open_enum::open_enum;
use crate::page::Rows;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Rows asked for at once. The default is 10, the maximum is not documented.
const PAGE_SIZE: usize = 100;

open_enum! {
    /// What a job or an execution does.
    pub enum JobType {
        /// Backs up.
        Backup = 1 => "BACKUP",
        /// Restores.
        Restore = 2 => "RESTORE",
    }
}

open_enum! {
    /// How much a backup takes. (`CUMULATIVE` exists in the engine below but is not offered here.)
    pub enum RunType {
        /// Everything.
        Full = 1 => "FULL",
        /// What changed since the last backup.
        Delta = 2 => "DELTA",
    }
}

/// A job. Lists leave out `job_settings`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Job {
    /// A whole number.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub job_id: String,
    /// Site.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub site_id: Option<String>,
    /// Name.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// Description.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub description: Option<String>,
    /// What it does.
    #[serde(default)]
    pub job_type: Option<JobType>,
    /// How much it takes when nothing else is asked for.
    #[serde(default)]
    pub backup_type: Option<RunType>,
    /// Engine; `DSA` is the only word documented.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub backup_mechanism: Option<String>,
    /// Whether its schedule is on.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_active: Option<bool>,
    /// Whether a run is aborted after `auto_abort_in_minutes`.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_auto_abort_active: Option<bool>,
    /// Minutes; 0 when off.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub auto_abort_in_minutes: Option<i64>,
    /// Priority; which end is high is not documented.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub priority: Option<i64>,
    /// Backups kept.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub no_of_retention_copies: Option<i64>,
    /// When it runs next.
    #[serde(default, deserialize_with = "optional")]
    pub next_run_time: Option<Time>,
    /// Cloud of the target; `AWS` is the only word documented.
    #[serde(rename = "siteTargetType", default, deserialize_with = "crate::lenient::text")]
    pub site_target_type: Option<String>,
    /// Where copies go.
    #[serde(rename = "targetSiteDetails", default)]
    pub target_site_details: Option<TargetSite>,
    /// The newest run.
    #[serde(default)]
    pub last_execution_details: Option<LastExecution>,
    /// What is backed up and how; only when one job is asked for.
    #[serde(default)]
    pub job_settings: Option<JobSettings>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// `targetSiteDetails` of a job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct TargetSite {
    /// Site.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub target_site_id: Option<String>,
    /// Copies kept there.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub target_retention_copies_count: Option<i64>,
    /// Where that number comes from; words not documented.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub target_retention_source: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// `last_execution_details` of a job. Ids that are numbers here are texts in [`Execution`](super::Execution).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct LastExecution {
    /// State.
    pub status: Option<ExecutionStatus>,
    /// When it began.
    #[serde(deserialize_with = "optional")]
    pub start_time: Option<Time>,
    /// When it ended.
    #[serde(deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// Bytes (inferred).
    #[serde(deserialize_with = "crate::lenient::int")]
    pub backup_set_size: Option<i64>,
    /// Backup job.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub backup_job_id: Option<String>,
    /// Execution of that backup job.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub backup_job_execution_id: Option<String>,
    /// Execution of a restore.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub restore_execution_id: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl LastExecution {
    /// Whether it is a restore: its state then says nothing about the backup it took. (The id is 0 for backups:
    /// inferred.)
    pub(super) fn is_restore(&self) -> bool {
        self.restore_execution_id.as_deref().is_some_and(|id| !matches!(id.trim(), "" | "0"))
    }
}

/// Which jobs to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct JobQuery {
    /// `Some(true)`: only active ones. Unset: all (inferred). Not documented for Lake.
    pub is_active: Option<bool>,
    /// Only this kind. Unset: both (inferred).
    pub job_type: Option<JobType>,
    /// Only this page, from 1. Unset: all pages, in as many requests as it takes.
    pub page: Option<u32>,
    /// Rows a page; with `page` unset this only sets the size of the requests. 0: the server's default with `page`.
    pub page_size: u32,
}

impl JobQuery {
    /// Only active jobs, or only inactive ones.
    #[must_use]
    pub fn active(mut self, active: bool) -> Self {
        self.is_active = Some(active);
        self
    }

    /// Only backup jobs, or only restore jobs.
    #[must_use]
    pub fn of_type(mut self, job_type: JobType) -> Self {
        self.job_type = Some(job_type);
        self
    }

    /// Only this page, from 1, of this many rows (0: the server's default, 10).
    #[must_use]
    pub fn page(mut self, page: u32, page_size: u32) -> Self {
        self.page = Some(page);
        self.page_size = page_size;
        self
    }
}

impl Client {
    /// The jobs of the site. Lists are bare arrays without a total: a page that is not full is the last.
    ///
    /// # Errors
    /// `InvalidArgument` for page 0; `Unsupported` for `is_active` on Lake without `allow_unverified`; any kind that a
    /// request can fail with.
    pub fn jobs(&self, query: &JobQuery) -> Result<Vec<Job>> {
        self.job_rows("teradata.jobs", query)?.collect()
    }

    /// The same, one page at a time.
    ///
    /// # Errors
    /// As [`Client::jobs`]; those of a request come from the iterator.
    pub fn iter_jobs(&self, query: &JobQuery) -> Result<Rows<Job>> {
        self.job_rows("teradata.iter_jobs", query)
    }

    fn job_rows(&self, operation: &'static str, query: &JobQuery) -> Result<Rows<Job>> {
        let mut request = self.get(operation, &["jobs"]);
        if let Some(active) = query.is_active {
            self.need(self.dialect.active_filter(), operation, "the filter is_active")?;
            request = request.query("is-active", active.to_string());
        }
        if let Some(kind) = &query.job_type {
            request = request.query(self.dialect.type_filter(), kind.as_str());
        }
        if query.page == Some(0) {
            return Err(Error::invalid("pages are counted from 1").during(operation));
        }
        let client = self.clone();
        let (only, size) = (query.page, query.page_size);
        Ok(Rows::new(
            move |index| {
                let page = only.map_or(index + 1, |page| page as usize);
                let mut one = request.clone().query("page", page.to_string());
                if only.is_none() || size > 0 {
                    let size = if size == 0 { PAGE_SIZE } else { size as usize };
                    one = one.query("page-size", size.to_string());
                }
                let rows: Vec<Job> = match client.core.read(&client.cancel, &one) {
                    // What a page after the last one answers is not documented.
                    Err(error) if index > 0 && error.kind() == ErrorKind::NotFound => Vec::new(),
                    answer => answer?,
                };
                // Less than asked for may also mean that the server has a lower maximum: only an empty page is the end.
                let more = only.is_none() && !rows.is_empty();
                Ok((rows, more))
            },
            |job| job.job_id.clone(),
        ))
    }

    /// One job, with its settings.
    ///
    /// # Errors
    /// `InvalidArgument` when `job_id` is no number; `NotFound`.
    pub fn job(&self, job_id: &str) -> Result<Job> {
        check_job_id(job_id, "teradata.job")?;
        self.core.read(&self.cancel, &self.get("teradata.job", &["jobs", job_id]))
    }

    /// Executes a backup job and returns the id of the execution. Unset `run_type`: as the job is set up (inferred).
    ///
    /// # Errors
    /// `Unsupported` on Lake without `allow_unverified`; `InvalidArgument`, `NotFound`, `AlreadyRunning` or `Conflict`
    /// (which answer a running job gives is not documented); `OutcomeUnknown` when the server accepted but did not name
    /// the execution.
    pub fn execute(&self, job_id: &str, run_type: Option<&RunType>) -> Result<String> {
        const OPERATION: &str = "teradata.execute";
        self.need(self.dialect.executions(), OPERATION, "executing a job")?;
        check_job_id(job_id, OPERATION)?;
        if let Some(RunType::Other(word)) = run_type {
            let shown = crate::redact::one_line(word);
            let error = Error::invalid(format!("'{shown}' is not a run type")).remedied("use FULL or DELTA");
            return Err(error.during(OPERATION));
        }
        let mut request = self.post(OPERATION, &["jobs", job_id, "execute"]);
        if let Some(run_type) = run_type {
            request = request.json(&json!({ "run_type": run_type }))?;
        }
        let reply = self.core.call(&self.cancel, &request)?;
        self.resource_id(&reply, OPERATION, "execution")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_are_open() {
        let job: Job = crate::roundtrip::assert_open(&json!({
            "site_id": "ACMEPRD1", "auto_abort_in_minutes": 240, "backup_type": "DELTA", "description": "nightly",
            "is_active": true, "is_auto_abort_active": true, "job_id": 71, "job_type": "BACKUP", "name": "sales",
            "no_of_retention_copies": 7, "priority": 1, "siteTargetType": "AWS", "backup_mechanism": "DSA",
            "next_run_time": "2025-03-05T02:00:00.000000Z",
            "targetSiteDetails": {
                "target_site_id": "ACMEDR01", "target_retention_copies_count": 3, "target_retention_source": "",
            },
            "last_execution_details": {
                "status": "SUCCESSFUL", "start_time": "2025-03-04T02:00:03.000000Z",
                "end_time": "2025-03-04T02:41:17.512340Z", "backup_set_size": 73_400_320_001_i64,
                "backup_job_id": 71, "backup_job_execution_id": 905, "restore_execution_id": 0,
            },
            "job_settings": {
                "online": true,
                "objects": [{
                    "object_name": "SALES", "object_type": "DATABASE", "parent_name": "DBC",
                    "parent_type": "DATABASE", "include_all": true, "rename_to": "",
                    "exclude_objects": [{"object_name": "SALES_TMP", "object_type": "DATABASE"}],
                }],
                "continue_job_on_access_right_violation": false, "run_as_a_copy_job": false,
                "restore_to_a_different_database_on_target_site": "", "skip_statstics": false, "retained_copy": "",
            },
        }));
        let settings = job.job_settings.expect("settings");
        let last = job.last_execution_details.expect("details");
        let target = job.target_site_details.expect("target");
        for extra in [&job.extra, &settings.extra, &settings.objects[0].extra, &last.extra, &target.extra] {
            assert!(extra.is_empty(), "{extra:?}");
        }
        assert!(!last.is_restore());
    }
}
