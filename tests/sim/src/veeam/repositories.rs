//! Backup repositories: where jobs write to, and where copy jobs may.

use super::State;
use super::body::{is_uuid, query, query_flag};
use super::error::{Answer, bad, not_found, ok};
use super::version::{Version, View};
use crate::http::{Request, Response};
use serde_json::{Value, json};

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
    /// UUID of the object storage behind it; `None` for a local one.
    pub(super) object_storage: Option<String>,
    /// Whether the object storage is an archive tier.
    pub(super) long_term: bool,
    /// `ItemLevel` or `SnapshotBased`.
    pub(super) retention: &'static str,
}

impl Repository {
    fn json(&self, view: &View<'_>) -> Value {
        let id = &self.id;
        let mut body = json!({
            "id": id, "name": self.name, "description": "", "path": self.path, "proxyId": self.proxy,
            "capacityBytes": 1_099_511_627_776_u64, "freeSpaceBytes": 824_633_720_832_u64,
            "retentionType": self.retention, "retentionPeriodType": "Yearly", "yearlyRetentionPeriod": "Years3",
            "retentionFrequencyType": "Daily", "dailyTime": "00:00:00", "dailyType": "Everyday",
            "_links": {
                "self": view.link(&format!("backuprepositories/{id}")),
                "proxy": view.link(&format!("proxies/{}", self.proxy)),
            },
        });
        if view.version >= Version::V5 {
            body["objectStorageId"] = json!(self.object_storage);
            body["objectStorageEncryptionEnabled"] = json!(false);
            body["isOutOfSync"] = json!(false);
        }
        if view.version >= Version::V6 {
            body["isLongTerm"] = json!(self.long_term);
        }
        body
    }
}

impl State {
    /// `GET /BackupRepositories`: an array; v6 filters by `proxyId` and `longTerm`.
    pub(super) fn list_repositories(&self, view: &View<'_>, req: &Request) -> Answer {
        let filters = view.version >= Version::V6;
        let proxy = query(req, "proxyId").filter(|_| filters);
        if proxy.is_some_and(|id| !is_uuid(id)) {
            return Err(bad("proxyId must be a UUID."));
        }
        let long_term = if filters { query_flag(req, "longTerm")? } else { None };
        let bodies = self
            .repositories
            .iter()
            .filter(|r| proxy.is_none_or(|id| r.proxy.eq_ignore_ascii_case(id)))
            .filter(|r| long_term.is_none_or(|wanted| r.long_term == wanted))
            .map(|r| r.json(view))
            .collect();
        Ok(ok(&Value::Array(bodies)))
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
        assert_eq!(marks, [(false, false), (true, false), (true, true)]);
        let long = bench.get("/v6/backupRepositories?longTerm=true");
        assert_eq!((long.as_array().unwrap().len(), &long[0]["id"]), (1, &Value::from(ARCHIVE)));
        let proxy = long[0]["proxyId"].as_str().unwrap().to_uppercase();
        assert_eq!(bench.get(&format!("/v6/BackupRepositories?proxyId={proxy}")).as_array().unwrap().len(), 3);
        assert_eq!(bench.ask("GET", "/v6/BackupRepositories?longTerm=1", "").status, 400);
        assert_eq!(bench.ask("GET", "/v6/BackupRepositories?proxyId=1", "").status, 400);
        assert_eq!(bench.get("/v5/BackupRepositories?longTerm=1")[2].get("isLongTerm"), None);
        let one = bench.get(&format!("/v2/BackupRepositories/{ARCHIVE}"));
        assert_eq!(one.get("objectStorageId"), None);
    }
}
