//! Backup repositories: where jobs write to, and where copy jobs may.

use super::State;
use super::body::{query_flag, query_uuid};
use super::error::{Answer, not_found, ok};
use super::page;
use super::version::{Version, View};
use crate::http::{Request, Response};
use serde_json::{Value, json};

/// The object storage behind a repository.
#[derive(Clone, Debug)]
pub(super) struct ObjectStorage {
    /// UUID, lower case.
    pub(super) id: String,
    /// The vendor's word for what it is.
    pub(super) kind: &'static str,
    /// Days for which what is written cannot be changed; `None` when it can.
    pub(super) immutable_days: Option<u64>,
}

/// One repository.
#[derive(Clone, Debug)]
pub(super) struct Repository {
    /// UUID, lower case.
    pub(super) id: String,
    /// Name shown to people.
    pub(super) name: String,
    /// Folder on the proxy.
    pub(super) path: String,
    /// UUID of the proxy that serves it.
    pub(super) proxy: String,
    /// UUID of the proxy pool that serves it, if one does.
    pub(super) pool: Option<String>,
    /// UUID of the organization it is kept for, if it is.
    pub(super) organization: Option<String>,
    /// What is behind it; `None` for a local one.
    pub(super) object_storage: Option<ObjectStorage>,
    /// Whether the object storage is an archive tier.
    pub(super) long_term: bool,
    /// `ItemLevel` or `SnapshotBased`.
    pub(super) retention: &'static str,
    /// Days it keeps things; `None` stands for three years.
    pub(super) keep_days: Option<u64>,
}

impl Repository {
    /// Whether it is extended with object storage.
    pub(super) fn is_object(&self) -> bool {
        self.object_storage.is_some()
    }

    /// Whether both are served by the same proxy or the same pool.
    pub(super) fn beside(&self, other: &Self) -> bool {
        match (&self.pool, &other.pool) {
            (None, None) => self.proxy == other.proxy,
            (mine, theirs) => mine == theirs,
        }
    }

    /// Whether what it holds immutable it holds as long as it keeps it, or it holds nothing immutable.
    pub(super) fn immutability_fits(&self) -> bool {
        let immutable = self.object_storage.as_ref().and_then(|storage| storage.immutable_days);
        immutable.is_none_or(|days| self.keep_days == Some(days))
    }

    fn json(&self, view: &View<'_>) -> Value {
        let id = &self.id;
        let mut body = json!({
            "id": id, "name": self.name, "description": "", "path": self.path, "proxyId": self.proxy,
            "capacityBytes": 1_099_511_627_776_u64, "freeSpaceBytes": 824_633_720_832_u64,
            "retentionType": self.retention,
            "retentionFrequencyType": "Daily", "dailyTime": "00:00:00", "dailyType": "Everyday",
            "_links": {
                "self": view.link(&format!("backuprepositories/{id}")),
                "proxy": view.link(&format!("proxies/{}", self.proxy)),
            },
        });
        match self.keep_days {
            Some(days) => {
                body["retentionPeriodType"] = json!("Daily");
                body["dailyRetentionPeriod"] = json!(days);
            }
            None => {
                body["retentionPeriodType"] = json!("Yearly");
                body["yearlyRetentionPeriod"] = json!("Years3");
            }
        }
        view.since(Version::V4, &mut body, json!({ "objectStorageEncryptionEnabled": false, "isOutOfSync": false }));
        if (Version::V4..Version::V8).contains(&view.version) {
            body["objectStorageId"] = json!(self.object_storage.as_ref().map(|storage| &storage.id));
        }
        view.since(Version::V6, &mut body, json!({ "isLongTerm": self.long_term }));
        if view.version >= Version::V8 {
            self.new_members(view, &mut body);
        }
        body
    }

    fn new_members(&self, view: &View<'_>, body: &mut Value) {
        let members = json!({
            "isOutdated": false, "isIndexed": true, "isMigrationLocked": false, "isOutOfOrder": false,
        });
        view.since(Version::V8, body, members);
        view.put(body, "organizationId", self.organization.as_ref().map(|id| json!(id)));
        view.put(body, "proxyPoolId", self.pool.as_ref().map(|id| json!(id)));
        if self.pool.is_some() {
            body["proxyId"] = Value::Null;
        }
        if let Some(storage) = &self.object_storage {
            body["objectStorage"] = json!({
                "id": storage.id, "type": storage.kind, "sizeLimitEnabled": false,
                "usedSpaceBytes": 37_580_963_840_u64, "enableImmutability": storage.immutable_days.is_some(),
                "immutabilityPeriodDays": storage.immutable_days,
                "_links": { "self": view.link(&format!("objectstorages/{}", storage.id)) },
            });
        }
    }
}

impl State {
    /// `GET /BackupRepositories`: an array; v6 filters by `proxyId` and `longTerm`, v8 answers a page and also filters
    /// by `proxyPoolId` and `organizationId`.
    pub(super) fn list_repositories(&self, view: &View<'_>, req: &Request) -> Answer {
        let asked = |name: &str, since: Version| if view.version >= since { query_uuid(req, name) } else { Ok(None) };
        let proxy = asked("proxyId", Version::V6)?;
        let long_term = if view.version >= Version::V6 { query_flag(req, "longTerm")? } else { None };
        let pool = asked("proxyPoolId", Version::V8)?;
        let owner = asked("organizationId", Version::V8)?;
        let bodies = self
            .repositories
            .iter()
            .filter(|r| proxy.as_ref().is_none_or(|id| r.proxy == *id))
            .filter(|r| long_term.is_none_or(|wanted| r.long_term == wanted))
            .filter(|r| pool.is_none() || r.pool == pool)
            .filter(|r| owner.is_none() || r.organization == owner)
            .map(|r| r.json(view))
            .collect();
        page::since_v8(view, req, "BackupRepositories", bodies)
    }

    /// `GET /BackupRepositories/{id}`.
    pub(super) fn get_repository(&self, view: &View<'_>, id: &str) -> Answer {
        Ok(ok(&self.find_repository(id)?.json(view)))
    }

    /// The repository with that id.
    pub(super) fn find_repository(&self, id: &str) -> Result<&Repository, Response> {
        self.repositories.iter().find(|r| r.id == id).ok_or_else(|| not_found("Backup repository"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{ARCHIVE, Bench};
    use serde_json::Value;

    #[test]
    fn a_copy_target_can_be_told_from_the_others() {
        let mut bench = Bench::new();
        let all = bench.get("/v6/BackupRepositories");
        let marks: Vec<(bool, bool)> = all
            .as_array()
            .unwrap()
            .iter()
            .map(|r| (r["objectStorageId"].is_string(), r["isLongTerm"] == true))
            .collect();
        assert_eq!(marks[..4], [(false, false), (true, false), (true, true), (true, false)]);
        let long = bench.get("/v6/backupRepositories?longTerm=true");
        assert_eq!((long.as_array().unwrap().len(), &long[0]["id"]), (1, &Value::from(ARCHIVE)));
        let proxy = long[0]["proxyId"].as_str().unwrap().to_uppercase();
        assert_eq!(bench.get(&format!("/v6/BackupRepositories?proxyId={proxy}")).as_array().unwrap().len(), 5);
        assert_eq!(bench.ask("GET", "/v6/BackupRepositories?longTerm=1", "").status, 400);
        assert_eq!(bench.ask("GET", "/v6/BackupRepositories?proxyId=1", "").status, 400);
        assert_eq!(bench.get("/v5/BackupRepositories?longTerm=1")[2].get("isLongTerm"), None);
        let one = bench.get(&format!("/v2/BackupRepositories/{ARCHIVE}"));
        assert_eq!(one.get("objectStorageId"), None);
        assert!(bench.get(&format!("/v4/BackupRepositories/{ARCHIVE}"))["objectStorageId"].is_string());
    }

    #[test]
    fn v8_shows_the_storage_and_has_more_filters() {
        let mut bench = Bench::new();
        let page = bench.get("/v8/BackupRepositories");
        assert_eq!((page.get("totalCount"), page["results"].as_array().unwrap().len()), (None, 7));
        let (local, blob, locked, pool) =
            (&page["results"][0], &page["results"][1], &page["results"][3], &page["results"][6]);
        assert_eq!((local.get("objectStorage"), blob.get("objectStorageId")), (None, None));
        assert_eq!(blob["objectStorage"]["type"], "AzureBlob");
        assert_eq!(
            (&locked["objectStorage"]["immutabilityPeriodDays"], &locked["dailyRetentionPeriod"]),
            (&30.into(), &90.into())
        );
        assert!(pool["proxyId"].is_null());
        let names = |bench: &mut Bench, query: String| -> Vec<String> {
            let page = bench.get(&format!("/v8/BackupRepositories?{query}"));
            page["results"].as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap().to_owned()).collect()
        };
        let id = pool["proxyPoolId"].as_str().unwrap();
        assert_eq!(names(&mut bench, format!("proxyPoolId={id}")), ["Fabrikam pool"]);
        let owner = pool["organizationId"].as_str().unwrap();
        assert_eq!(names(&mut bench, format!("organizationId={owner}")), ["Fabrikam bucket", "Fabrikam pool"]);
        assert_eq!(names(&mut bench, format!("organizationId={owner}&limit=1&offset=1")), ["Fabrikam pool"]);
        assert!(bench.get(&format!("/v7/BackupRepositories?proxyPoolId={id}")).as_array().unwrap().len() == 7);
    }
}
