//! Backup jobs.
//!
//! v2: <https://helpcenter.veeam.com/archive/vbo365/20/rest/post_jobs_id_action.html>,
//! v5: <https://helpcenter.veeam.com/archive/vbo365/50/rest/post_jobs_id_action.html>,
//! v6: <https://helpcenter.veeam.com/archive/vbo365/60/rest/post_jobs_id_start.html>.

use super::{Client, JobSchedule, Links, check_id};
use crate::Extra;
use crate::error::Result;
use crate::open_enum::open_enum;
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
    /// Repository it writes to; v6 (before, the `backupRepository` link).
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
    /// Whether the schedule is on. A disabled job can still be started by hand.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_enabled: Option<bool>,
    /// State of the newest run. Right after a start it may still be that of the run before.
    #[serde(default)]
    pub last_status: Option<JobStatus>,
    /// v2: whether it is running.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_run: Option<bool>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// All backup jobs.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn jobs(&self) -> Result<Vec<Job>> {
        self.core.read(&self.cancel, &self.get("veeam.jobs", &["Jobs"]))
    }

    /// One backup job.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn job(&self, id: &str) -> Result<Job> {
        check_id(id, "job", "veeam.job")?;
        self.core.read(&self.cancel, &self.get("veeam.job", &["Jobs", id]))
    }

    /// Starts a job. The answer names no run in these versions; [`Server::start`](crate::Server::start) finds it.
    /// `full` asks for a full backup and is new in v6.
    ///
    /// # Errors
    /// `InvalidArgument`, `NotFound`, `AlreadyRunning` (which answer a running job gives is not documented);
    /// `Unsupported` for `full` before v6.
    pub fn start_job(&self, id: &str, full: Option<bool>) -> Result<()> {
        const OPERATION: &str = "veeam.start_job";
        let body = match full {
            None => json!({}),
            Some(full) => {
                self.need(self.dialect.has_full_start(), OPERATION, "choosing a full backup")?;
                json!({ "full": full })
            }
        };
        self.act(OPERATION, id, "start", Some(&body))
    }

    /// Stops a job's run. The answer may come before the run has wound down; what was backed up is kept.
    ///
    /// # Errors
    /// As [`Client::start_job`]; what an idle job answers is not documented.
    pub fn stop_job(&self, id: &str) -> Result<()> {
        self.act("veeam.stop_job", id, "stop", None)
    }

    /// Switches a job's schedule on.
    ///
    /// # Errors
    /// `InvalidArgument`, `NotFound`.
    pub fn enable_job(&self, id: &str) -> Result<()> {
        self.act("veeam.enable_job", id, "enable", None)
    }

    /// Switches a job's schedule off.
    ///
    /// # Errors
    /// `InvalidArgument`, `NotFound`.
    pub fn disable_job(&self, id: &str) -> Result<()> {
        self.act("veeam.disable_job", id, "disable", None)
    }

    /// `POST /Jobs/{id}/Action {"verb": null}`, or `POST /Jobs/{id}/verb` from v6 on.
    fn act(&self, operation: &'static str, id: &str, verb: &'static str, body: Option<&Value>) -> Result<()> {
        check_id(id, "job", operation)?;
        let request = if self.dialect.has_action_endpoints() {
            let request = self.post(operation, &["Jobs", id, verb]);
            match body {
                Some(body) => request.json(body)?,
                None => request,
            }
        } else {
            let path = ["Jobs", id, self.dialect.action_segment()];
            self.post(operation, &path).json(&json!({ verb: null }))?
        };
        self.core.call(&self.cancel, &request).map(drop)
    }
}
