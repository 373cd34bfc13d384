//! What a job backs up, and how; also the objects of a restore.

use crate::Extra;
use serde::{Deserialize, Serialize};

/// `job_settings` of a job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct JobSettings {
    /// Whether the objects stay writable meanwhile (inferred).
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub online: Option<bool>,
    /// What is backed up.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub objects: Vec<ObjectSelection>,
    /// For restores.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub continue_job_on_access_right_violation: Option<bool>,
    /// For restores.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub run_as_a_copy_job: Option<bool>,
    /// For restores: a database name, despite its own name.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub restore_to_a_different_database_on_target_site: Option<String>,
    /// Spelt so on the wire.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub skip_statstics: Option<bool>,
    /// Copy retained.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub retained_copy: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One object of [`JobSettings`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ObjectSelection {
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
    /// Whether everything below it is taken.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub include_all: Option<bool>,
    /// New name, for restores.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub rename_to: Option<String>,
    /// What is left out.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub exclude_objects: Vec<ExcludedObject>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One exception of an [`ObjectSelection`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ExcludedObject {
    /// Name.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub object_name: Option<String>,
    /// Type.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub object_type: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ObjectSelection {
    /// All of this object.
    pub fn new(object_name: impl Into<String>, object_type: impl Into<String>) -> Self {
        Self {
            object_name: Some(object_name.into()),
            object_type: Some(object_type.into()),
            include_all: Some(true),
            ..Self::default()
        }
    }

    /// Below this parent.
    #[must_use]
    pub fn parent(mut self, parent_name: impl Into<String>, parent_type: impl Into<String>) -> Self {
        self.parent_name = Some(parent_name.into());
        self.parent_type = Some(parent_type.into());
        self
    }

    /// Under a new name.
    #[must_use]
    pub fn rename(mut self, rename_to: impl Into<String>) -> Self {
        self.rename_to = Some(rename_to.into());
        self
    }

    /// Without this object in it.
    #[must_use]
    pub fn exclude(mut self, object_name: impl Into<String>, object_type: impl Into<String>) -> Self {
        self.exclude_objects.push(ExcludedObject {
            object_name: Some(object_name.into()),
            object_type: Some(object_type.into()),
            ..ExcludedObject::default()
        });
        self
    }
}
