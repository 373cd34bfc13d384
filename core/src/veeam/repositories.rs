//! Backup repositories: what is needed to choose the target of a job or copy job.
//!
//! Members by the OpenAPI documents of v6 to v8.

use super::page::Row;
use super::{Client, DailyType, Links, ObjectStorage, check_id, check_id_if, same_id};
use crate::Extra;
use crate::error::Result;
use crate::page::Rows;
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
    /// Pool of proxies that serves it; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub proxy_pool_id: Option<String>,
    /// Organization it belongs to; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub organization_id: Option<String>,
    /// Path on the proxy.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub path: Option<String>,
    /// v4 to v7: object storage behind it; none for a local one.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub object_storage_id: Option<String>,
    /// Up to v7: path of the cache of the object storage.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub object_storage_cache_path: Option<String>,
    /// Whether the object storage is encrypted.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub object_storage_encryption_enabled: Option<bool>,
    /// The key it is encrypted with.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub encryption_key_id: Option<String>,
    /// v8: object storage behind it; none for a local one.
    #[serde(default)]
    pub object_storage: Option<ObjectStorage>,
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
    /// `Daily`, `Monthly` or `Yearly`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub retention_period_type: Option<String>,
    /// Days kept.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub daily_retention_period: Option<i64>,
    /// Months kept.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub monthly_retention_period: Option<i64>,
    /// `Year1`, `Years2` … `Years25` or `Keep`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub yearly_retention_period: Option<String>,
    /// When what is too old is removed: `Daily` or `Monthly`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub retention_frequency_type: Option<String>,
    /// `HH:mm:ss` of a daily removal.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub daily_time: Option<String>,
    /// Days of a daily removal.
    #[serde(default)]
    pub daily_type: Option<DailyType>,
    /// `HH:mm:ss` of a monthly removal.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub monthly_time: Option<String>,
    /// Which of those days of the month: `First` … `Fourth`, `Last`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub monthly_daynumber: Option<String>,
    /// Day of the week of a monthly removal.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub monthly_dayofweek: Option<String>,
    /// Whether it needs to be synchronized.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_out_of_sync: Option<bool>,
    /// Whether it needs to be upgraded; v8.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_outdated: Option<bool>,
    /// Whether it is indexed; v8.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_indexed: Option<bool>,
    /// Whether it is locked while its data are moved; v8.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_migration_locked: Option<bool>,
    /// Whether it cannot be used; v8.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_out_of_order: Option<bool>,
    /// Why not; v8.
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub out_of_order_reason: Option<String>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Row for Repository {
    fn key(&self) -> String {
        self.id.clone()
    }
}

/// Which repositories to list. Unset: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RepositoryQuery {
    /// Only repositories that this proxy serves.
    pub proxy_id: Option<String>,
    /// Only repositories that this pool of proxies serves; v8.
    pub proxy_pool_id: Option<String>,
    /// Only repositories of this organization; v8.
    pub organization_id: Option<String>,
    /// `Some(true)`: only archives. `Some(false)`: all, as when unset, by the v8 document. v6.
    pub long_term: Option<bool>,
}

impl RepositoryQuery {
    /// Only repositories that this proxy serves.
    #[must_use]
    pub fn on_proxy(mut self, id: impl Into<String>) -> Self {
        self.proxy_id = Some(id.into());
        self
    }

    /// Only repositories that this pool of proxies serves; v8.
    #[must_use]
    pub fn on_proxy_pool(mut self, id: impl Into<String>) -> Self {
        self.proxy_pool_id = Some(id.into());
        self
    }

    /// Only repositories of this organization; v8.
    #[must_use]
    pub fn of_organization(mut self, id: impl Into<String>) -> Self {
        self.organization_id = Some(id.into());
        self
    }

    /// Only archives; v6.
    #[must_use]
    pub fn long_term(mut self, yes: bool) -> Self {
        self.long_term = Some(yes);
        self
    }
}

impl Client {
    /// All backup repositories.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn repositories(&self) -> Result<Vec<Repository>> {
        self.repository_rows("veeam.repositories", &RepositoryQuery::default())?.collect()
    }

    /// The backup repositories asked for, one page at a time. Before v6 the server does not filter by proxy: we do, and a
    /// repository that does not tell its proxy is left out.
    ///
    /// # Errors
    /// `Unsupported` for a pool or an organization before v8 and for archives before v6; `InvalidArgument` when an id is no
    /// UUID; those of a request come from the iterator.
    pub fn iter_repositories(&self, query: &RepositoryQuery) -> Result<Rows<Repository>> {
        self.repository_rows("veeam.iter_repositories", query)
    }

    fn repository_rows(&self, operation: &'static str, query: &RepositoryQuery) -> Result<Rows<Repository>> {
        let (filters, by_owner) = (self.dialect.filters_repositories(), self.dialect.filters_repositories_by_owner());
        self.need(by_owner || query.proxy_pool_id.is_none(), operation, "the repositories of a proxy pool")?;
        self.need(by_owner || query.organization_id.is_none(), operation, "the repositories of an organization")?;
        self.need(filters || query.long_term.is_none(), operation, "a choice of archives")?;
        for (id, what) in
            [(&query.proxy_id, "proxy"), (&query.proxy_pool_id, "proxy pool"), (&query.organization_id, "organization")]
        {
            check_id_if(id.as_deref(), what, operation)?;
        }
        let mut proxy = query.proxy_id.clone();
        let request = self
            .get(operation, &["BackupRepositories"])
            .query_if("proxyId", proxy.take_if(|_| filters))
            .query_if("proxyPoolId", query.proxy_pool_id.as_deref())
            .query_if("organizationId", query.organization_id.as_deref())
            .query_if("longTerm", query.long_term.map(|yes| yes.to_string()));
        let rows = self.rows(self.dialect.pages_everything(), usize::MAX, request);
        Ok(match proxy {
            Some(wanted) => rows.keeping(move |one: &Repository| same_id(one.proxy_id.as_deref(), &wanted)),
            None => rows,
        })
    }

    /// One backup repository.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn repository(&self, id: &str) -> Result<Repository> {
        check_id(id, "repository", "veeam.repository")?;
        self.one(&self.get("veeam.repository", &["BackupRepositories", id]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repositories_are_open() {
        let sample = r#"{
            "id": "aa12bb34-cc56-4d78-9e90-ab12cd34ef88", "name": "Archive", "description": "", "proxyId": "p",
            "proxyPoolId": null, "organizationId": null, "path": "C:\\x", "objectStorageId": null,
            "objectStorageCachePath": "", "objectStorageEncryptionEnabled": false, "encryptionKeyId": null,
            "isLongTerm": true, "capacityBytes": 5000000000000, "freeSpaceBytes": 1, "retentionType": "ItemLevel",
            "retentionPeriodType": "Yearly", "dailyRetentionPeriod": 30, "monthlyRetentionPeriod": 12,
            "yearlyRetentionPeriod": "Years3", "retentionFrequencyType": "Daily", "dailyTime": "00:00:00",
            "dailyType": "Workdays", "monthlyTime": "00:00:00", "monthlyDaynumber": "First",
            "monthlyDayofweek": "Sunday", "isOutOfSync": false, "isOutdated": false, "isIndexed": true,
            "isMigrationLocked": false, "isOutOfOrder": false, "outOfOrderReason": null,
            "objectStorage": {
                "id": "o", "type": "AmazonS3", "accountId": "a", "sizeLimitEnabled": true, "sizeLimitGB": 10,
                "usedSpaceBytes": 1, "freeSpaceBytes": 2, "enableImmutability": true,
                "enableImmutabilityGovernanceMode": false, "immutabilityPeriodDays": 30,
                "useArchiverAppliance": false, "s3Folder": "f", "azureFolder": null, "_links": {}
            },
            "_links": {"self": {"href": "/v8/x"}}
        }"#;
        let repository: Repository = crate::roundtrip::assert_open(&serde_json::from_str(sample).expect("sample"));
        assert!(repository.extra.is_empty(), "{:?}", repository.extra);
        assert!(repository.object_storage.is_some_and(|storage| storage.extra.is_empty()));
    }
}
