//! Organizations: when their data was first and last backed up.

use super::{Client, Links, check_id};
use crate::Extra;
use crate::error::Result;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};

/// An organization.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Organization {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// Name.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// Name at Microsoft.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub office_name: Option<String>,
    /// `Office365`, `OnPremises` or `Hybrid`.
    #[serde(rename = "type", default, deserialize_with = "crate::lenient::text")]
    pub kind: Option<String>,
    /// Region of the cloud.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub region: Option<String>,
    /// Whether Exchange Online is covered.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_exchange_online: Option<bool>,
    /// Whether SharePoint Online is covered.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_share_point_online: Option<bool>,
    /// Whether Teams is covered; v5 and later.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_teams_online: Option<bool>,
    /// Whether anything was ever backed up.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_backedup: Option<bool>,
    /// When its data was first backed up. (The odd spelling is the vendor's.)
    #[serde(default, deserialize_with = "optional")]
    pub first_backuptime: Option<Time>,
    /// When its data was last backed up.
    #[serde(default, deserialize_with = "optional")]
    pub last_backuptime: Option<Time>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// All organizations.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn organizations(&self) -> Result<Vec<Organization>> {
        self.core.read(&self.cancel, &self.get("veeam.organizations", &["Organizations"]))
    }

    /// One organization.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn organization(&self, id: &str) -> Result<Organization> {
        check_id(id, "organization", "veeam.organization")?;
        self.core.read(&self.cancel, &self.get("veeam.organization", &["Organizations", id]))
    }
}
