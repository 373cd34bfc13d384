//! Details of backups, with a vocabulary of their own: a backup `INPROGRESS` is `RUNNING` here.
//!
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/appliance/recovery/backup/job/details/>

use super::keyed::Keyed;
use super::runs::check_id;
use super::{Client, Dialect, LocalizableMessage};
use crate::Extra;
use crate::error::{ErrorKind, Result};
use crate::open_enum::open_enum;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};

open_enum! {
    /// What made a backup.
    pub enum BackupType {
        /// A schedule.
        Scheduled = 1 => "SCHEDULED",
        /// A request.
        Manual = 2 => "MANUAL",
        /// The appliance itself, on its own disk (inferred); 9.0 and later.
        LocalBackup = 3 => "LOCAL_BACKUP",
    }
}

open_enum! {
    /// State of a backup in its details. There is no word for cancelled.
    pub enum TaskStatus {
        /// Waiting.
        Pending = 1 => "PENDING",
        /// Working.
        Running = 2 => "RUNNING",
        /// Held up by something.
        Blocked = 3 => "BLOCKED",
        /// Done.
        Succeeded = 4 => "SUCCEEDED",
        /// Failed, or cancelled.
        Failed = 5 => "FAILED",
    }
}

/// Details of a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct BackupDetails {
    /// `YYYYMMDD-hhmmss-<build>`; in the answer it is the key.
    #[serde(deserialize_with = "crate::lenient::word")]
    pub id: String,
    /// URL of the destination.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub location: Option<String>,
    /// User there.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub location_user: Option<String>,
    /// What made it.
    #[serde(rename = "type")]
    pub kind: Option<BackupType>,
    /// State.
    pub status: Option<TaskStatus>,
    /// Messages.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub messages: Vec<LocalizableMessage>,
    /// How far it is; none while it waits.
    pub progress: Option<TaskProgress>,
    /// Seconds it has taken so far, or in all.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub duration: Option<i64>,
    /// Bytes transferred (seen in clients).
    #[serde(deserialize_with = "crate::lenient::int")]
    pub size: Option<i64>,
    /// When it began.
    #[serde(deserialize_with = "optional")]
    pub start_time: Option<Time>,
    /// When it ended; none until then.
    #[serde(deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// Version of the appliance then; 6.7 U2 and later.
    pub build: Option<BuildInfo>,
    /// Whether the database was backed up the fast way; 8.0 U3 and later.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub fast_backup: Option<bool>,
    /// Why it failed.
    pub error: Option<TaskError>,
    /// Whether it can be cancelled now.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub cancelable: Option<bool>,
    /// What is being done.
    pub description: Option<LocalizableMessage>,
    /// Id of the vendor's service.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub service: Option<String>,
    /// Id of its operation.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub operation: Option<String>,
    /// Task that this one is a part of.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub parent: Option<String>,
    /// What it works on.
    pub target: Option<DynamicId>,
    /// Who asked for it.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub user: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How far a backup is. Says nothing about success.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct TaskProgress {
    /// All there is to do.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub total: Option<i64>,
    /// What is done; never shrinks.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub completed: Option<i64>,
    /// The step.
    pub message: Option<LocalizableMessage>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Version of an appliance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct BuildInfo {
    /// Such as `6.8.2 GA`.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub version_name: Option<String>,
    /// Such as `6.8.2.10000`.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub version: Option<String>,
    /// Build number.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub build_number: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A resource of any type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct DynamicId {
    /// Type.
    #[serde(rename = "type", deserialize_with = "crate::lenient::text")]
    pub kind: Option<String>,
    /// Id.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Why a backup failed: an error of any of the vendor's types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "AnyError")]
#[non_exhaustive]
pub struct TaskError {
    /// The error's name, such as `INTERNAL_SERVER_ERROR`.
    pub error_type: Option<String>,
    /// What it says; the first message is about what was done, the following ones are its causes.
    pub messages: Vec<LocalizableMessage>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A text (the type in the specification of 7.0 U2), the error itself, or the error below its name as answers have it.
#[derive(Deserialize)]
#[serde(untagged)]
enum AnyError {
    Wrapped {
        #[serde(rename = "type")]
        name: String,
        value: BareError,
        #[serde(flatten)]
        beside: Extra,
    },
    Bare(BareError),
    Text(String),
    Odd(serde_json::Value),
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct BareError {
    #[serde(deserialize_with = "crate::lenient::text")]
    error_type: Option<String>,
    #[serde(deserialize_with = "crate::lenient::list")]
    messages: Vec<LocalizableMessage>,
    #[serde(flatten)]
    extra: Extra,
}

impl From<AnyError> for TaskError {
    fn from(from: AnyError) -> Self {
        match from {
            AnyError::Wrapped { name, value, beside } => {
                let word = name.rsplit('.').next().map(str::to_ascii_uppercase);
                let extra = value.extra.into_iter().chain(beside).collect();
                Self { error_type: value.error_type.or(word), messages: value.messages, extra }
            }
            AnyError::Bare(error) => {
                Self { error_type: error.error_type, messages: error.messages, extra: error.extra }
            }
            AnyError::Text(text) => {
                let message = LocalizableMessage { default_message: Some(text), ..LocalizableMessage::default() };
                Self { messages: vec![message], ..Self::default() }
            }
            AnyError::Odd(value) => {
                Self { extra: [("error".to_owned(), value)].into_iter().collect(), ..Self::default() }
            }
        }
    }
}

impl Client {
    /// Details of these backups, or of all when `ids` is empty; newest first. 6.7 and later.
    ///
    /// # Errors
    /// `InvalidArgument` for an id that cannot be one; `Unsupported` when the appliance has no details.
    pub fn backup_details(&self, ids: &[&str]) -> Result<Vec<BackupDetails>> {
        const OPERATION: &str = "vcenter.backup_details";
        ids.iter().try_for_each(|id| check_id(id, OPERATION))?;
        let answer = self.ask(OPERATION, |api| Ok(api.backup_details(ids)));
        let Keyed(entries) = answer.map_err(|error| match (self.dialect(), error.kind()) {
            // 6.5 takes `details` for the id of a backup, and has none of that id.
            (Some(Dialect::Rest), ErrorKind::NotFound) => self.lacks(error, "details of backups", "6.7"),
            _ => error,
        })?;
        let mut details: Vec<BackupDetails> =
            entries.into_iter().map(|(id, info)| BackupDetails { id, ..info }).collect();
        // Ids begin with their time.
        details.sort_by(|a, b| b.id.cmp(&a.id));
        Ok(details)
    }
}

#[cfg(test)]
mod tests;
