//! What a backup holds: the objects that a restore may name. They have to be prepared first.
//!
//! <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Objects-APIs>

use super::settings::ObjectSelection;
use super::{Client, ExecutionStatus, check_execution_id, check_job_id};
use crate::Extra;
use crate::error::Result;
use crate::page::Rows;
use crate::run::{Outcome, Phase};
use crate::table::table;
use serde::{Deserialize, Serialize};

/// How far the preparation of objects is. Which one is told when there are several is not documented: the call takes
/// only the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ObjectsPreparation {
    /// State; no word is documented.
    pub status: Option<ExecutionStatus>,
    /// What the vendor says about it.
    #[serde(deserialize_with = "crate::said::sentence")]
    pub details: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ObjectsPreparation {
    /// Where the preparation stands, read as the state of an execution is (inferred). `Unknown` for a word that we do
    /// not know.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.status.as_ref().map_or(Phase::Unknown, |status| status.standing(None).0)
    }

    /// How a finished preparation ended; `None` while it is not known to be over.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.status.as_ref().and_then(|status| status.standing(None).1)
    }
}

/// One object in a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct BackupObject {
    /// Name.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub object_name: Option<String>,
    /// `DATABASE` is the only word documented.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub object_type: Option<String>,
    /// Parent.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub parent_name: Option<String>,
    /// Type of the parent.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub parent_type: Option<String>,
    /// Bytes.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub byte_count: Option<i64>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

table! { BackupObject { object_name, object_type, parent_name, parent_type, byte_count } }

impl BackupObject {
    fn key(&self) -> String {
        let part = |text: &Option<String>| text.clone().unwrap_or_default();
        [&self.parent_type, &self.parent_name, &self.object_type, &self.object_name].map(part).join("\n")
    }
}

impl From<&BackupObject> for ObjectSelection {
    /// The whole object, under its own name.
    fn from(object: &BackupObject) -> Self {
        Self {
            object_name: object.object_name.clone(),
            object_type: object.object_type.clone(),
            parent_name: object.parent_name.clone(),
            parent_type: object.parent_type.clone(),
            include_all: Some(true),
            ..Self::default()
        }
    }
}

impl Client {
    /// Starts preparing the objects of a backup, so that they can be listed and restored, and returns the id of the
    /// preparation. The pages contradict each other on the status of the answer (200 or 202): either is taken.
    ///
    /// # Errors `Unsupported` on Lake; `InvalidArgument` for ids that cannot be any; `NotFound`; `OutcomeUnknown` when
    /// the server accepted but named no preparation.
    pub fn prepare_objects(&self, job_id: &str, execution_id: &str) -> Result<String> {
        const OPERATION: &str = "teradata.prepare_objects";
        self.need(self.dialect.restores(), OPERATION, "preparing objects")?;
        check_job_id(job_id, OPERATION)?;
        check_execution_id(execution_id, "execution", OPERATION)?;
        let request = self.post(OPERATION, &["jobs", job_id, "executions", execution_id, "prepare-objects"]);
        let reply = self.core.call(&self.cancel, &request)?;
        self.resource_id(&reply, OPERATION, "preparation")
    }

    /// How far the preparation of objects is.
    ///
    /// # Errors
    /// `Unsupported` on Lake; any kind that a request can fail with.
    pub fn objects_preparation(&self) -> Result<ObjectsPreparation> {
        const OPERATION: &str = "teradata.objects_preparation";
        self.need(self.dialect.restores(), OPERATION, "preparing objects")?;
        self.core.read_object(&self.cancel, &self.get(OPERATION, &["objects-preparation-status"]))
    }

    /// The objects in a backup. What the server answers before they are prepared is not documented.
    ///
    /// # Errors
    /// `Unsupported` on Lake; `InvalidArgument` for ids that cannot be any; `NotFound`; `Conflict` perhaps, before the
    /// objects are prepared.
    pub fn backup_objects(&self, job_id: &str, execution_id: &str) -> Result<Vec<BackupObject>> {
        self.object_rows("teradata.backup_objects", job_id, execution_id)?.collect()
    }

    /// The same, one page at a time if the server pages.
    ///
    /// # Errors
    /// As [`Client::backup_objects`]; those of a request come from the iterator.
    pub fn iter_backup_objects(&self, job_id: &str, execution_id: &str) -> Result<Rows<BackupObject>> {
        self.object_rows("teradata.iter_backup_objects", job_id, execution_id)
    }

    pub(super) fn object_rows(
        &self,
        operation: &'static str,
        job_id: &str,
        execution_id: &str,
    ) -> Result<Rows<BackupObject>> {
        self.need(self.dialect.restores(), operation, "the objects of a backup")?;
        check_job_id(job_id, operation)?;
        check_execution_id(execution_id, "execution", operation)?;
        let request = self.get(operation, &["jobs", job_id, "executions", execution_id, "objects"]);
        Ok(self.table_rows(request, BackupObject::key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_preparation_is_over_only_on_a_word_that_we_know() {
        let state = |json: &str| {
            let preparation: ObjectsPreparation = serde_json::from_str(json).expect("json");
            (preparation.phase(), preparation.outcome())
        };
        assert_eq!(state(r#"{"status":"SUCCESSFUL"}"#), (Phase::Finished, Some(Outcome::Success)));
        assert_eq!(state(r#"{"status":"failed"}"#), (Phase::Finished, Some(Outcome::Failed)));
        assert_eq!(state(r#"{"status":"IN PROGRESS"}"#), (Phase::Running, None));
        for unknown in [r#"{"status":"BAKED"}"#, r#"{"status":null}"#, "{}"] {
            assert_eq!(state(unknown), (Phase::Unknown, None), "{unknown}");
        }
    }

    #[test]
    fn objects_and_preparations_are_open() {
        let object: BackupObject = crate::roundtrip::assert_open(&json!({
            "object_name": "SALES", "object_type": "DATABASE", "parent_name": "DBC", "parent_type": "DATABASE",
            "byte_count": 73_400_320_001_i64,
        }));
        assert_eq!((object.byte_count, object.extra.is_empty()), (Some(73_400_320_001), true));
        let preparation: ObjectsPreparation =
            crate::roundtrip::assert_open(&json!({"status": "SUCCESSFUL", "details": "done"}));
        assert!(preparation.extra.is_empty());
    }

    #[test]
    fn an_object_is_restored_whole_under_its_own_name() {
        let object: BackupObject = serde_json::from_value(json!({
            "object_name": "SALES", "object_type": "DATABASE", "parent_name": "DBC", "parent_type": "DATABASE",
        }))
        .expect("object");
        assert_eq!(ObjectSelection::from(&object), ObjectSelection::new("SALES", "DATABASE").parent("DBC", "DATABASE"));
    }
}
