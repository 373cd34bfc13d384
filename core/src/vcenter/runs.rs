//! Backup jobs as the appliance has them: runs, in the common model.

use super::{Client, job_path};
use crate::Extra;
use crate::error::Result;
use crate::open_enum::open_enum;
use crate::request::Request;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};

open_enum! {
    /// State of a backup. There is no word for cancelled: a cancelled backup ends `FAILED`.
    pub enum ProcessState {
        /// Failed, or cancelled.
        Failed = 1 => "FAILED",
        /// Working.
        InProgress = 2 => "INPROGRESS",
        /// Not started.
        None = 3 => "NONE",
        /// Done.
        Succeeded = 4 => "SUCCEEDED",
    }
}

open_enum! {
    /// Result of a cancel.
    pub enum ReturnStatus {
        /// Not done.
        Fail = 1 => "FAIL",
        /// Done, with something to look at.
        Warning = 2 => "WARNING",
        /// Done.
        Ok = 3 => "OK",
    }
}

/// A message in English, with its id and arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct LocalizableMessage {
    /// Id in the message bundle.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// English text.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub default_message: Option<String>,
    /// Arguments.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub args: Vec<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Status of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BackupJobStatus {
    /// `YYYYMMDD-hhmmss-<build>`.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// State.
    #[serde(default)]
    pub state: Option<ProcessState>,
    /// Messages; while it works they tell the step.
    #[serde(default, deserialize_with = "crate::lenient::list")]
    pub messages: Vec<LocalizableMessage>,
    /// Per cent. 100 may come before `SUCCEEDED`, and says nothing about success.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub progress: Option<i64>,
    /// When it began.
    #[serde(default, deserialize_with = "optional")]
    pub start_time: Option<Time>,
    /// When it ended; none until then.
    #[serde(default, deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Answer to a cancel. (The reference labels it a job status; the type is this one.)
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ReturnResult {
    /// Result.
    pub status: Option<ReturnStatus>,
    /// Messages.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub messages: Vec<LocalizableMessage>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// The ids of all backups the appliance remembers, newest first (seen in clients).
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn backup_jobs(&self) -> Result<Vec<String>> {
        self.read(&Request::get("vcenter.backup_jobs", &job_path(&[])))
    }

    /// The status of one backup.
    ///
    /// # Errors
    /// `InvalidArgument` for an id that cannot be one; `NotFound`.
    pub fn backup_job(&self, id: &str) -> Result<BackupJobStatus> {
        check_id(id, "vcenter.backup_job")?;
        self.read(&Request::get("vcenter.backup_job", &job_path(&[id])))
    }

    /// Cancels a backup. What a finished one answers is not documented.
    ///
    /// # Errors
    /// `InvalidArgument` for an id that cannot be one; `NotFound`.
    pub fn cancel_backup_job(&self, id: &str) -> Result<ReturnResult> {
        check_id(id, "vcenter.cancel_backup_job")?;
        self.read(&Request::post("vcenter.cancel_backup_job", &job_path(&[id, "cancel"])))
    }
}

/// Ids are `YYYYMMDD-hhmmss-<build>` wherever they were seen; "timestamp based" is all that is documented, so only what
/// could not be an id, or could be another path, is refused.
fn check_id(id: &str, operation: &'static str) -> Result<()> {
    let plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if plain && id != "details" && id.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Ok(());
    }
    let shown = crate::redact::one_line(id);
    Err(crate::Error::invalid(format!("'{shown}' is not a backup job id"))
        .remedied("ids look like 20170717-132629-5318154; list the backup jobs to find it")
        .during(operation))
}
