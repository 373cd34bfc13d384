//! Backup jobs as the appliance has them: runs, in the common model.

use super::{Client, LocalizableMessage, ReturnResult};
use crate::Extra;
use crate::error::Result;
use crate::open_enum::open_enum;
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

impl Client {
    /// The ids of all backups the appliance remembers, newest first (seen in clients).
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn backup_jobs(&self) -> Result<Vec<String>> {
        self.ask("vcenter.backup_jobs", |api| Ok(api.get(&["backup", "job"])))
    }

    /// The status of one backup.
    ///
    /// # Errors
    /// `InvalidArgument` for an id that cannot be one; `NotFound`.
    pub fn backup_job(&self, id: &str) -> Result<BackupJobStatus> {
        const OPERATION: &str = "vcenter.backup_job";
        check_id(id, OPERATION)?;
        self.ask(OPERATION, |api| Ok(api.get(&["backup", "job", id])))
    }

    /// Cancels a backup. What a finished one answers is not documented.
    ///
    /// # Errors
    /// `InvalidArgument` for an id that cannot be one; `NotFound`.
    pub fn cancel_backup_job(&self, id: &str) -> Result<ReturnResult> {
        const OPERATION: &str = "vcenter.cancel_backup_job";
        check_id(id, OPERATION)?;
        self.ask(OPERATION, |api| Ok(api.act(&["backup", "job", id], "cancel")))
    }
}

/// Ids are `YYYYMMDD-hhmmss-<build>` wherever they were seen; "timestamp based" is all that is documented, so only what
/// could not be an id, or could be another path, is refused.
pub(super) fn check_id(id: &str, operation: &'static str) -> Result<()> {
    let plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if plain && id != "details" && id.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Ok(());
    }
    let shown = crate::redact::one_line(id);
    Err(crate::Error::invalid(format!("'{shown}' is not a backup job id"))
        .remedied("ids look like 20170717-132629-5318154; list the backup jobs to find it")
        .during(operation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_status_is_open() {
        let status: BackupJobStatus = crate::roundtrip::assert_open(&json!({
            "id": "20260115-080000-24322831", "state": "SUCCEEDED", "progress": 100,
            "messages": [{"id": "a", "default_message": "b", "args": ["c"]}],
            "start_time": "2026-01-15T08:00:00.000Z", "end_time": "2026-01-15T08:10:00.000Z"
        }));
        assert!(status.extra.is_empty(), "{status:?}");
    }
}
