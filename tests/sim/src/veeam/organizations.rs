//! Organizations: whose data is backed up, and since when.

use super::State;
use super::body::{query, query_flag, query_uuid};
use super::error::{Answer, PROXY_OFFLINE, coded, not_found, ok};
use super::page;
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
    /// UUID that Microsoft has for it.
    pub(super) msid: String,
    /// Ends of the first and the latest backup, once there was one.
    pub(super) backups: Option<(Timestamp, Timestamp)>,
}

impl Organization {
    /// A backup has ended.
    pub(super) fn backed_up(&mut self, at: Timestamp) {
        let (first, last) = self.backups.unwrap_or((at, at));
        self.backups = Some((first.min(at), last.max(at)));
    }

    /// As the version writes it. `isBackedup`, `firstBackuptime` and `lastBackuptime` really are spelt like this; from
    /// v6 on `extendedView` decides about them, true by default on v6, false from v7 on
    /// (<https://helpcenter.veeam.com/archive/vbo365/60/rest/get_organizations.html>).
    fn json(&self, view: &View<'_>, extended: bool) -> Value {
        let id = &self.id;
        let mut links = json!({ "self": view.link(&format!("organizations/{id}")) });
        if view.version < Version::V8 {
            links["jobs"] = view.link(&format!("organizations/{id}/jobs"));
        } else {
            links["jobs"] = view.link(&format!("jobs?organizationId={id}"));
            for name in ["groups", "users", "sites", "teams", "usedRepositories"] {
                links[name] = view.link(&format!("organizations/{id}/{name}"));
            }
        }
        let mut body = json!({
            "type": "Office365", "region": "Worldwide", "id": id, "name": self.name, "officeName": self.name,
            "isExchangeOnline": true, "isSharePointOnline": true, "_links": links, "_actions": {},
        });
        view.since(Version::V5, &mut body, json!({ "isTeamsOnline": true }));
        view.since(Version::V6, &mut body, json!({ "isTeamsChatsOnline": false }));
        view.since(Version::V7, &mut body, json!({ "description": "" }));
        view.since(Version::V8, &mut body, json!({ "msid": self.msid, "backedUpOrganizationId": self.backed_up_id() }));
        if extended {
            body["isBackedup"] = json!(self.backups.is_some());
            view.put(&mut body, "firstBackuptime", self.backups.map(|(first, _)| json!(when::full(first))));
            view.put(&mut body, "lastBackuptime", self.backups.map(|(_, last)| json!(when::full(last))));
        }
        body
    }

    /// The id of the organization among the backups; its form is inferred.
    fn backed_up_id(&self) -> Option<String> {
        self.backups.map(|_| self.id.replace('-', ""))
    }
}

/// Whether the answer has what only the proxies know; they must be there to be asked (inferred from the error code).
fn extended(view: &View<'_>, req: &Request) -> Result<bool, Response> {
    if view.version < Version::V6 {
        return Ok(true);
    }
    let extended = query_flag(req, "extendedView")?.unwrap_or(view.version == Version::V6);
    if extended && view.ctx.knobs.on("veeam.proxy_offline") {
        return Err(coded(500, PROXY_OFFLINE, "Backup proxy is offline."));
    }
    Ok(extended)
}

impl State {
    /// `GET /Organizations`: an array; from v8 on a page with filters.
    pub(super) fn list_organizations(&self, view: &View<'_>, req: &Request) -> Answer {
        let extended = extended(view, req)?;
        let new = view.version >= Version::V8;
        let msid = if new { query_uuid(req, "msid")? } else { None };
        let backed_up = query(req, "backedUpOrganizationId").filter(|_| new);
        let bodies = self
            .organizations
            .iter()
            .filter(|o| msid.as_ref().is_none_or(|id| o.msid == *id))
            .filter(|o| backed_up.is_none_or(|id| o.backed_up_id().is_some_and(|own| own == id)))
            .map(|o| o.json(view, extended))
            .collect();
        page::since_v8(view, req, "Organizations", bodies)
    }

    /// `GET /Organizations/{id}`.
    pub(super) fn get_organization(&self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let organization = self.find_organization(id)?;
        Ok(ok(&organization.json(view, extended(view, req)?)))
    }

    /// `GET /Organizations/{id}/Jobs`, up to v7.
    pub(super) fn list_organization_jobs(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        self.find_organization(id)?;
        self.list_jobs(view, req, Some(id))
    }

    /// `GET /Organizations/{id}/usedRepositories`: a page, one line for each repository that a job of it writes to. v8
    /// names the repository, the others only link to it. The sizes are made up.
    pub(super) fn list_used_repositories(&self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        self.find_organization(id)?;
        let used = |repository: &str| {
            self.jobs.iter().any(|j| j.organization == id && j.repository == repository)
                || self.copy_jobs.iter().any(|c| c.organization == id && c.repository == repository)
        };
        let repositories = self.repositories.iter().filter(|r| used(&r.id));
        let items = repositories.map(|repository| {
            let bytes = 37_580_963_840_u64;
            let (local, object) = if repository.is_object() { (0, bytes) } else { (bytes, 0) };
            let mut body = json!({
                "usedSpaceBytes": local, "localCacheUsedSpaceBytes": object / 100,
                "objectStorageUsedSpaceBytes": object,
                "isAvailable": true, "details": "",
                "_links": { "backupRepository": view.link(&format!("backuprepositories/{}", repository.id)) },
            });
            let members = json!({ "repositoryId": repository.id, "protectedObjectsCount": 100 });
            view.since(Version::V8, &mut body, members);
            body
        });
        page::answer(view, req, &format!("Organizations/{id}/usedRepositories"), items.collect())
    }

    /// The organization with that id.
    pub(super) fn find_organization(&self, id: &str) -> Result<&Organization, Response> {
        self.organizations.iter().find(|o| o.id == id).ok_or_else(|| not_found("Organization"))
    }

    /// The UUID of the organization of a job or a copy job.
    pub(super) fn organization_of(&self, job: &str) -> Option<&String> {
        let backup = self.jobs.iter().find(|j| j.id == job).map(|j| &j.organization);
        backup.or_else(|| self.copy_jobs.iter().find(|c| c.id == job).map(|c| &c.organization))
    }

    /// The organization of a job.
    pub(super) fn organization_of_mut(&mut self, job: &str) -> Option<&mut Organization> {
        let id = self.organization_of(job)?.clone();
        self.organizations.iter_mut().find(|o| o.id == id)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{Bench, HOST};
    use serde_json::{Value, json};

    #[test]
    fn backup_times_are_there_unless_v6_is_told_otherwise() {
        let mut bench = Bench::new();
        for version in ["v2", "v4", "v5", "v6"] {
            let one = bench.get(&format!("/{version}/Organizations"))[0].clone();
            assert_eq!(one["name"], "contoso.onmicrosoft.com");
            assert_eq!(one["isBackedup"], true);
            assert_eq!(one["firstBackuptime"], "2025-12-20T04:10:00.1032200Z");
            assert_eq!(one.get("isTeamsOnline").is_some(), version > "v4");
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

    #[test]
    fn from_v7_on_backup_times_must_be_asked_for() {
        let mut bench = Bench::new();
        for version in ["v7", "v8"] {
            let list = |query: &str| format!("/{version}/Organizations{query}");
            let one = |all: Value| all.get("results").cloned().unwrap_or(all)[0].clone();
            let short = one(bench.get(&list("")));
            assert_eq!((short.get("firstBackuptime"), &short["description"]), (None, &json!("")));
            let long = one(bench.get(&list("?extendedView=true")));
            assert_eq!(long["firstBackuptime"], "2025-12-20T04:10:00.1032200Z");
            assert_eq!(long.get("msid").is_some(), version == "v8");
            bench.knob("veeam.proxy_offline", json!(true));
            let got = bench.ask("GET", &list("?extendedView=true"), "");
            assert_eq!((got.status, bench.json(&got)["errorCode"].clone()), (500, json!("ProxyOffline")));
            assert_eq!(bench.ask("GET", &list(""), "").status, 200);
            bench.knob("veeam.proxy_offline", json!(false));
        }
    }

    #[test]
    fn one_was_never_backed_up() {
        let mut bench = Bench::new();
        let page = bench.get("/v8/Organizations?extendedView=true");
        let (contoso, fabrikam) = (page["results"][0].clone(), page["results"][1].clone());
        assert_eq!((&fabrikam["isBackedup"], fabrikam.get("lastBackuptime")), (&json!(false), None));
        let found = bench.get(&format!("/v8/Organizations?msid={}", fabrikam["msid"].as_str().unwrap()));
        assert_eq!(found["results"][0]["id"], fabrikam["id"]);
        let id = contoso["backedUpOrganizationId"].as_str().unwrap();
        let found = bench.get(&format!("/v8/Organizations?backedUpOrganizationId={id}"));
        assert_eq!((found["results"].as_array().unwrap().len(), &found["results"][0]["id"]), (1, &contoso["id"]));
        let none = bench.get(&format!("/v7/Organizations/{}/Jobs", fabrikam["id"].as_str().unwrap()));
        assert_eq!(none, json!([]));
        assert_eq!(bench.ask("GET", "/v8/Organizations/x/Jobs", "").status, 404);
    }

    #[test]
    fn used_repositories_are_those_that_jobs_write_to() {
        let mut bench = Bench::new();
        let organizations = bench.get("/v7/Organizations");
        let path = |version: &str, at: usize| {
            format!("/{version}/Organizations/{}/usedRepositories", organizations[at]["id"].as_str().unwrap())
        };
        let old = bench.get(&path("v7", 0));
        assert_eq!((&old["totalCount"], old["results"][0].get("repositoryId")), (&json!(2), None));
        let new = bench.get(&path("v8", 0));
        let link = new["results"][1]["_links"]["backupRepository"]["href"].as_str().unwrap();
        assert!(link.ends_with(new["results"][1]["repositoryId"].as_str().unwrap()));
        assert_eq!(bench.get(&path("v8", 1))["results"], json!([]));
    }
}
