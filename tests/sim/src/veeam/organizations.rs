//! Organizations: whose data is backed up, and since when.

use super::State;
use super::body::query_flag;
use super::error::{Answer, not_found, ok};
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

/// One organization.
#[derive(Clone, Debug)]
pub(super) struct Organization {
    /// UUID, lower case.
    pub(super) id: String,
    /// Its Microsoft 365 name.
    pub(super) name: String,
    /// End of the first backup.
    pub(super) first_backup: Timestamp,
    /// End of the latest backup.
    pub(super) last_backup: Timestamp,
}

impl Organization {
    /// As the version writes it. `isBackedup`, `firstBackuptime` and `lastBackuptime` really are spelt like this;
    /// v6 leaves them out when asked with `extendedView=false`
    /// (<https://helpcenter.veeam.com/archive/vbo365/60/rest/get_organizations.html>).
    fn json(&self, view: &View<'_>, req: &Request) -> Result<Value, Response> {
        let id = &self.id;
        let extended = view.version < Version::V6 || query_flag(req, "extendedView")?.unwrap_or(true);
        let mut body = json!({
            "type": "Office365", "region": "Worldwide", "id": id, "name": self.name, "officeName": self.name,
            "isExchangeOnline": true, "isSharePointOnline": true,
            "_links": {
                "self": view.link(&format!("organizations/{id}")),
                "jobs": view.link(&format!("organizations/{id}/jobs")),
            },
            "_actions": {},
        });
        if view.version >= Version::V5 {
            body["isTeamsOnline"] = json!(true);
        }
        if view.version >= Version::V6 {
            body["isTeamsChatsOnline"] = json!(false);
        }
        if extended {
            body["isBackedup"] = json!(true);
            body["firstBackuptime"] = json!(when::full(self.first_backup));
            body["lastBackuptime"] = json!(when::full(self.last_backup));
        }
        Ok(body)
    }
}

impl State {
    /// `GET /Organizations`: an array.
    pub(super) fn list_organizations(&self, view: &View<'_>, req: &Request) -> Answer {
        Ok(ok(&json!([self.organization.json(view, req)?])))
    }

    /// `GET /Organizations/{id}`.
    pub(super) fn get_organization(&self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        self.know_organization(id)?;
        Ok(ok(&self.organization.json(view, req)?))
    }

    /// `GET /Organizations/{id}/Jobs`.
    pub(super) fn list_organization_jobs(&mut self, view: &View<'_>, id: &str) -> Answer {
        self.know_organization(id)?;
        self.list_jobs(view)
    }

    fn know_organization(&self, id: &str) -> Result<(), Response> {
        if self.organization.id == id { Ok(()) } else { Err(not_found("Organization")) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{Bench, HOST};

    #[test]
    fn backup_times_are_there_unless_v6_is_told_otherwise() {
        let mut bench = Bench::new();
        for version in ["v2", "v5", "v6"] {
            let one = bench.get(&format!("/{version}/Organizations"))[0].clone();
            assert_eq!(one["name"], "contoso.onmicrosoft.com");
            assert_eq!(one["isBackedup"], true);
            assert_eq!(one["firstBackuptime"], "2025-12-20T04:10:00.1032200Z");
            assert_eq!(one.get("isTeamsOnline").is_some(), version != "v2");
            let host = if version == "v6" { "" } else { HOST };
            let id = one["id"].as_str().unwrap();
            assert_eq!(one["_links"]["jobs"]["href"], format!("{host}/{version}/organizations/{id}/jobs"));
            let short = bench.get(&format!("/{version}/Organizations/{id}?ExtendedView=FALSE"));
            for name in ["isBackedup", "firstBackuptime", "lastBackuptime"] {
                assert_eq!(short.get(name).is_none(), version == "v6", "{version} {name}");
            }
            assert_eq!(bench.get(&format!("/{version}/Organizations/{id}/Jobs")).as_array().unwrap().len(), 5);
        }
        assert_eq!(bench.ask("GET", "/v6/Organizations?extendedView=maybe", "").status, 400);
        let nobody = "/v6/Organizations/00000000-0000-0000-0000-000000000000";
        assert_eq!(bench.ask("GET", nobody, "").status, 404);
    }
}
