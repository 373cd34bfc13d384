//! Backup repositories: what is needed to choose the target of a copy job.

use super::{Client, Links, check_id};
use crate::Extra;
use crate::error::Result;
use serde::{Deserialize, Serialize};

/// A backup repository.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Repository {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// Name.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// Description.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub description: Option<String>,
    /// Backup proxy that serves it.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub proxy_id: Option<String>,
    /// Path on the proxy.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub path: Option<String>,
    /// Object storage behind it; none for a local one.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub object_storage_id: Option<String>,
    /// Whether it is an archive.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_long_term: Option<bool>,
    /// Bytes in all.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub capacity_bytes: Option<i64>,
    /// Bytes free.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub free_space_bytes: Option<i64>,
    /// `ItemLevel` or `SnapshotBased`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub retention_type: Option<String>,
    /// Whether it needs to be synchronized.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_out_of_sync: Option<bool>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// All backup repositories.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn repositories(&self) -> Result<Vec<Repository>> {
        self.core.read(&self.cancel, &self.get("veeam.repositories", &["BackupRepositories"]))
    }

    /// One backup repository.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn repository(&self, id: &str) -> Result<Repository> {
        check_id(id, "repository", "veeam.repository")?;
        self.core.read(&self.cancel, &self.get("veeam.repository", &["BackupRepositories", id]))
    }
}
