//! The object storage behind a repository.
//!
//! Members by the OpenAPI document of v8. What is the target of a copy job must have one.

use super::Links;
use crate::Extra;
use serde::{Deserialize, Serialize};

/// The object storage behind a repository, v8.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct ObjectStorage {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// `AzureBlob`, `AzureBlobArchive`, `AmazonS3`, `AmazonS3Compatible`, `AmazonS3Glacier`, `WasabiCloud` or `IBMCloud`.
    #[serde(rename = "type", deserialize_with = "crate::lenient::text")]
    pub kind: Option<String>,
    /// Account it is reached with.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub account_id: Option<String>,
    /// Whether its size is limited.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub size_limit_enabled: Option<bool>,
    /// The limit, in GB.
    #[serde(rename = "sizeLimitGB", deserialize_with = "crate::lenient::int")]
    pub size_limit_gb: Option<i64>,
    /// Bytes used.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub used_space_bytes: Option<i64>,
    /// Bytes free.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub free_space_bytes: Option<i64>,
    /// Whether backups cannot be changed for a time.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub enable_immutability: Option<bool>,
    /// Whether some accounts can change them all the same.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub enable_immutability_governance_mode: Option<bool>,
    /// That time, in days.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub immutability_period_days: Option<i64>,
    /// Whether an archiver appliance is used.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub use_archiver_appliance: Option<bool>,
    /// Amazon and compatible: folder.
    #[serde(rename = "s3Folder", deserialize_with = "crate::lenient::text")]
    pub s3_folder: Option<String>,
    /// Azure: folder.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub azure_folder: Option<String>,
    /// Links.
    #[serde(rename = "_links")]
    pub links: Option<Links>,
    /// Members this version does not know, and what only one kind of storage has: bucket, container, appliance.
    #[serde(flatten)]
    pub extra: Extra,
}
