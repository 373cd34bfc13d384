//! Organizations: when their data was first and last backed up, and where it lies.

use super::links::told;
use super::page::Row;
use super::{Client, Links, check_id, check_id_if};
use crate::Extra;
use crate::error::Result;
use crate::page::Rows;
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
    /// Description; v7.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub description: Option<String>,
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
    /// Whether chats of Teams are covered; v6.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_teams_chats_online: Option<bool>,
    /// Whether Exchange on premises is covered.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_exchange: Option<bool>,
    /// Whether SharePoint on premises is covered.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_sharepoint: Option<bool>,
    /// Id at Microsoft; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub msid: Option<String>,
    /// Id of its data in the backup; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub backed_up_organization_id: Option<String>,
    /// Whether anything was ever backed up; this and the two times only in the extended view.
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
    /// Members this version does not know, and the settings of the connection.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Row for Organization {
    fn key(&self) -> String {
        self.id.clone()
    }
}

/// Which organizations to list, and how. Unset: all, as the server shows them by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct OrganizationQuery {
    /// Whether to tell when data were backed up. Needs the proxy to be online. Unset, v6 does and v7 and v8 do not; earlier
    /// versions always do, and are not asked.
    pub extended_view: Option<bool>,
    /// Only the organization with this id at Microsoft; v8.
    pub msid: Option<String>,
    /// Only the organization whose data have this id in the backup; v8.
    pub backed_up_organization_id: Option<String>,
}

impl OrganizationQuery {
    /// Whether to tell when data were backed up.
    #[must_use]
    pub fn extended(mut self, yes: bool) -> Self {
        self.extended_view = Some(yes);
        self
    }

    /// Only the organization with this id at Microsoft; v8.
    #[must_use]
    pub fn with_msid(mut self, id: impl Into<String>) -> Self {
        self.msid = Some(id.into());
        self
    }

    /// Only the organization whose data have this id in the backup; v8.
    #[must_use]
    pub fn backed_up_as(mut self, id: impl Into<String>) -> Self {
        self.backed_up_organization_id = Some(id.into());
        self
    }
}

/// A repository with data of an organization.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct UsedRepository {
    /// The repository; before v8 told by the `backupRepository` link.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub repository_id: Option<String>,
    /// Bytes used.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub used_space_bytes: Option<i64>,
    /// Bytes of the local cache.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub local_cache_used_space_bytes: Option<i64>,
    /// Bytes in object storage.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub object_storage_used_space_bytes: Option<i64>,
    /// Whether it can be reached.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub is_available: Option<bool>,
    /// What the vendor says about it.
    #[serde(deserialize_with = "crate::said::sentence")]
    pub details: Option<String>,
    /// Objects protected; v8.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub protected_objects_count: Option<i64>,
    /// Links.
    #[serde(rename = "_links")]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Row for UsedRepository {
    /// One that tells no repository is what it says.
    fn key(&self) -> String {
        self.repository_id.clone().unwrap_or_else(|| format!("{self:?}"))
    }

    fn complete(&mut self) {
        self.repository_id = told(self.repository_id.take(), &self.links, "backupRepository");
    }
}

impl Client {
    /// All organizations.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn organizations(&self) -> Result<Vec<Organization>> {
        self.organization_rows("veeam.organizations", &OrganizationQuery::default())?.collect()
    }

    /// The organizations asked for, one page at a time.
    ///
    /// # Errors
    /// `Unsupported` for an id at Microsoft or in the backup before v8; `InvalidArgument` when an id at Microsoft is no UUID;
    /// those of a request come from the iterator.
    pub fn iter_organizations(&self, query: &OrganizationQuery) -> Result<Rows<Organization>> {
        self.organization_rows("veeam.iter_organizations", query)
    }

    fn organization_rows(&self, operation: &'static str, query: &OrganizationQuery) -> Result<Rows<Organization>> {
        let filtered = query.msid.is_some() || query.backed_up_organization_id.is_some();
        self.need(!filtered || self.dialect.filters_organizations(), operation, "a search for organizations")?;
        check_id_if(query.msid.as_deref(), "organization", operation)?;
        let request = self
            .get(operation, &["Organizations"])
            .query_if("extendedView", self.extended_view(query.extended_view))
            .query_if("msid", query.msid.as_deref())
            .query_if("backedUpOrganizationId", query.backed_up_organization_id.as_deref());
        Ok(self.rows(self.dialect.pages_everything(), usize::MAX, request))
    }

    /// One organization. `extended_view` as in [`OrganizationQuery`].
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn organization(&self, id: &str, extended_view: Option<bool>) -> Result<Organization> {
        const OPERATION: &str = "veeam.organization";
        check_id(id, "organization", OPERATION)?;
        let request = self.get(OPERATION, &["Organizations", id]);
        self.one(&request.query_if("extendedView", self.extended_view(extended_view)))
    }

    /// The repositories with data of an organization.
    ///
    /// # Errors
    /// `InvalidArgument` when `organization_id` is no UUID; `NotFound`.
    pub fn used_repositories(&self, organization_id: &str) -> Result<Vec<UsedRepository>> {
        self.used_rows("veeam.used_repositories", organization_id)?.collect()
    }

    /// The same, one page at a time.
    ///
    /// # Errors
    /// As [`Client::used_repositories`]; those of a request come from the iterator.
    pub fn iter_used_repositories(&self, organization_id: &str) -> Result<Rows<UsedRepository>> {
        self.used_rows("veeam.iter_used_repositories", organization_id)
    }

    fn used_rows(&self, operation: &'static str, organization_id: &str) -> Result<Rows<UsedRepository>> {
        check_id(organization_id, "organization", operation)?;
        let request = self.get(operation, &["Organizations", organization_id, "usedRepositories"]);
        Ok(self.rows(true, usize::MAX, request))
    }

    fn extended_view(&self, wanted: Option<bool>) -> Option<String> {
        wanted.filter(|_| self.dialect.has_extended_view()).map(|yes| yes.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roundtrip::assert_open;
    use serde_json::json;

    #[test]
    fn organizations_are_open() {
        let organization: Organization = assert_open(&json!({
            "id": "0c6a4f0e-7d2b-4d4e-8a35-6a1f8b8f9b22", "name": "contoso.onmicrosoft.com", "officeName": "contoso",
            "description": "", "type": "Hybrid", "region": "Worldwide", "isExchangeOnline": true,
            "isSharePointOnline": true, "isTeamsOnline": true, "isTeamsChatsOnline": false, "isExchange": false,
            "isSharepoint": true, "msid": "1c6a4f0e-7d2b-4d4e-8a35-6a1f8b8f9b22", "backedUpOrganizationId": "x",
            "isBackedup": true, "firstBackuptime": "2024-11-02T20:00:11.2210000Z", "lastBackuptime": null,
            "_links": {"self": {"href": "/v8/x"}},
        }));
        assert!(organization.extra.is_empty(), "{:?}", organization.extra);
    }

    #[test]
    fn used_repositories_are_open_and_tell_their_repository_by_link() {
        let mut used: UsedRepository = assert_open(&json!({
            "usedSpaceBytes": 5, "localCacheUsedSpaceBytes": 0, "objectStorageUsedSpaceBytes": 7, "isAvailable": true,
            "details": "", "protectedObjectsCount": 3,
            "_links": {"backupRepository": {"href": "/v7/backupRepositories/aa12bb34-cc56-4d78-9e90-ab12cd34ef88"}},
        }));
        assert!(used.extra.is_empty(), "{:?}", used.extra);
        used.complete();
        assert_eq!(used.repository_id.as_deref(), Some("aa12bb34-cc56-4d78-9e90-ab12cd34ef88"));
    }
}
