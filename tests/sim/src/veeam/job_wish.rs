//! Creating, editing and deleting backup jobs, from v6 on (nothing is known about the older answers).

use super::State;
use super::body::{Members, query_flag};
use super::error::{Answer, bad, conflict, created};
use super::items;
use super::jobs::Job;
use super::schedule;
use super::version::{Version, View};
use crate::http::{Request, Response};
use serde_json::Value;
use std::collections::VecDeque;

const BACKUP_TYPES: &[&str] = &["EntireOrganization", "SelectedItems"];
/// Objects that a job has whose items nobody counted.
const OBJECTS: u64 = 100;

/// What a client may send; the rest of the schema is read-only and passed over up to v7, refused from v8 on.
struct Wish {
    name: Option<String>,
    description: Option<String>,
    repository: Option<String>,
    organization: Option<String>,
    backup_type: Option<&'static str>,
    policy: Option<Value>,
    selected: Option<Vec<Value>>,
    excluded: Option<Vec<Value>>,
    enabled: Option<bool>,
    run_now: bool,
}

impl Wish {
    fn of(view: &View<'_>, req: &Request, creates: bool) -> Result<Self, Response> {
        let mut members = Members::of_request(req)?;
        let new = view.version >= Version::V8;
        let wish = Self {
            name: members.text("name")?,
            description: members.text("description")?,
            repository: members.uuid("repositoryId")?,
            organization: if new && creates { members.uuid("organizationId")? } else { None },
            backup_type: members.word("backupType", BACKUP_TYPES)?,
            policy: members.take("schedulePolicy"),
            selected: members.list("selectedItems")?,
            excluded: members.list("excludedItems")?,
            enabled: members.flag("isEnabled", false)?,
            run_now: members.flag("runNow", false)?.unwrap_or(false),
        };
        if !new {
            for name in ["id", "lastRun", "nextRun", "lastBackup", "lastStatus", "_links"] {
                members.take(name);
            }
        }
        members.finish(&view.ctx)?;
        Ok(wish)
    }
}

impl State {
    /// `POST /Organizations/{id}/Jobs` on v6 and v7 (200), `POST /Jobs` on v8 (201), with the new job.
    pub(super) fn create_job(&mut self, view: &View<'_>, req: &Request, organization: Option<&str>) -> Answer {
        // Whether the items are looked up first makes no difference here.
        query_flag(req, "skipItemUpdate")?;
        let wish = Wish::of(view, req, true)?;
        let required = |value: Option<String>, name: &str| value.ok_or_else(|| bad(&format!("{name} is required.")));
        let organization = match organization {
            Some(id) => id.to_owned(),
            None => required(wish.organization, "organizationId")?,
        };
        self.find_organization(&organization)?;
        let repository = required(wish.repository, "repositoryId")?;
        self.find_repository(&repository)?;
        let backup_type = wish.backup_type.ok_or_else(|| bad("backupType is required."))?;
        let mut job = Job {
            id: format!("0b5e55ed-0000-4000-8000-{:012x}", self.next_job),
            name: wish.name.unwrap_or_else(|| format!("Backup job {}", self.next_job)),
            description: wish.description.unwrap_or_default(),
            organization,
            repository,
            backup_type,
            policy: schedule::job_policy(view, wish.policy, None)?,
            selected: items::read(view, "selectedItems", wish.selected.unwrap_or_default())?,
            excluded: items::read(view, "excludedItems", wish.excluded.unwrap_or_default())?,
            enabled: wish.enabled.unwrap_or(true),
            objects: OBJECTS,
            etag: 1,
            scripts: VecDeque::new(),
        };
        job.take_items(self.next_job);
        self.acceptable(view, &job)?;
        self.next_job += 1;
        self.jobs.push(job);
        let at = self.jobs.len() - 1;
        if wish.run_now {
            self.begin(&view.ctx, at, "api", None);
        }
        let body = self.job_json(view, at);
        Ok(created(view, &body))
    }

    /// `PUT /Jobs/{id}`: 204. What is not sent stays as it is (v8 says so by letting every member be null; inferred for
    /// v6 and v7).
    pub(super) fn edit_job(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let at = self.find_job(id)?;
        query_flag(req, "skipItemUpdate")?;
        let wish = Wish::of(view, req, false)?;
        let Some(mut job) = self.jobs.get(at).cloned() else {
            return Err(bad("The backup job is gone."));
        };
        if let Some(repository) = wish.repository {
            self.find_repository(&repository)?;
            job.repository = repository;
        }
        job.name = wish.name.unwrap_or(job.name);
        job.description = wish.description.unwrap_or(job.description);
        job.backup_type = wish.backup_type.unwrap_or(job.backup_type);
        job.enabled = wish.enabled.unwrap_or(job.enabled);
        job.policy = schedule::job_policy(view, wish.policy, Some(&job.policy))?;
        if let Some(selected) = wish.selected {
            job.selected = items::read(view, "selectedItems", selected)?;
        }
        if let Some(excluded) = wish.excluded {
            job.excluded = items::read(view, "excludedItems", excluded)?;
        }
        job.etag += 1;
        job.take_items(self.next_job);
        self.acceptable(view, &job)?;
        if let Some(place) = self.jobs.get_mut(at) {
            *place = job;
        }
        if wish.run_now && self.unfinished(id).is_none() {
            self.begin(&view.ctx, at, "api", None);
        }
        Ok(Response::empty(204))
    }

    /// `DELETE /Jobs/{id}`: 204. A job with a copy job stays (the product's user guide); its sessions stay in any case.
    pub(super) fn delete_job(&mut self, view: &View<'_>, id: &str) -> Answer {
        let at = self.find_job(id)?;
        if self.copy_jobs.iter().any(|c| c.backup_job == id) {
            return Err(conflict(view, "The backup job has a backup copy job. Delete the backup copy job first."));
        }
        self.clear_for_deletion(view, id)?;
        self.jobs.remove(at);
        Ok(Response::empty(204))
    }

    /// A job that runs is not deleted, or is stopped first.
    pub(super) fn clear_for_deletion(&mut self, view: &View<'_>, id: &str) -> Result<(), Response> {
        let refuses = view.ctx.knobs.text("veeam.delete_running") == "error";
        self.forgo_retry(id);
        match self.unfinished(id) {
            Some(_) if refuses => Err(conflict(view, "Job is running.")),
            Some(run) => {
                run.stops = Some(view.ctx.now);
                self.advance(&view.ctx);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// The rules that hold for a whole job (both inferred).
    fn acceptable(&self, view: &View<'_>, job: &Job) -> Result<(), Response> {
        if job.name.trim().is_empty() {
            return Err(bad("name must not be empty."));
        }
        if job.backup_type == "SelectedItems" && job.selected.is_empty() {
            return Err(bad("selectedItems must not be empty for the backup type SelectedItems."));
        }
        let same = |j: &&Job| j.id != job.id && j.organization == job.organization;
        let taken = self.jobs.iter().filter(same).any(|j| j.name.eq_ignore_ascii_case(&job.name));
        if taken && !view.ctx.knobs.on("veeam.job_names_repeat") {
            return Err(conflict(view, "A backup job with the same name already exists."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{ARCHIVE, Bench, MAIL};
    use serde_json::{Value, json};

    struct Place {
        version: &'static str,
        organization: String,
        repository: String,
    }

    impl Place {
        fn of(bench: &mut Bench, version: &'static str) -> Self {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            Self {
                version,
                organization: text(&bench.get("/v6/Organizations")[1]["id"]),
                repository: text(&bench.get("/v6/BackupRepositories")[5]["id"]),
            }
        }

        fn create(&self, bench: &mut Bench, with: Value) -> (u16, Value) {
            let mut body = json!({"name": "New", "repositoryId": self.repository, "backupType": "EntireOrganization"});
            let path = match self.version {
                "v8" => {
                    body["organizationId"] = json!(self.organization);
                    "/v8/Jobs?skipItemUpdate=true".to_owned()
                }
                version => format!("/{version}/Organizations/{}/Jobs", self.organization),
            };
            for (name, value) in with.as_object().unwrap() {
                body[name] = value.clone();
            }
            bench.post(&path, &body.to_string())
        }
    }

    const VERSIONS: [&str; 3] = ["v6", "v7", "v8"];

    #[test]
    fn a_job_is_created_edited_and_deleted() {
        for version in VERSIONS {
            let mut bench = Bench::new();
            let place = Place::of(&mut bench, version);
            let (status, job) = place.create(&mut bench, json!({}));
            assert_eq!(status, if version == "v8" { 201 } else { 200 });
            let path = format!("/{version}/Jobs/{}", job["id"].as_str().unwrap());
            assert_eq!(bench.get(&path), job);
            assert_eq!(
                (&job["name"], &job["isEnabled"], &job["lastStatus"]),
                (&json!("New"), &json!(true), &json!("Stopped"))
            );
            assert_eq!(
                (&job["schedulePolicy"]["type"], &job["schedulePolicy"]["dailyTime"]),
                (&json!("Daily"), &json!("15:00:00"))
            );
            assert_eq!(job.get("organizationId").is_some(), version == "v8");
            let policy = json!({"type": "manualonly", "retryEnabled": true});
            let edit = json!({"description": "d", "isEnabled": false, "schedulePolicy": policy});
            assert_eq!(bench.ask("PUT", &path, &edit.to_string()).status, 204);
            let edited = bench.get(&path);
            assert_eq!(
                (&edited["description"], &edited["isEnabled"], &edited["name"]),
                (&json!("d"), &json!(false), &json!("New"))
            );
            let policy = &edited["schedulePolicy"];
            assert_eq!(
                (&policy["type"], policy.get("dailyTime"), &policy["retryEnabled"]),
                (&json!("ManualOnly"), None, &json!(true))
            );
            assert_ne!(job.get("eTag").is_some(), edited.get("eTag") == job.get("eTag"));
            assert_eq!(bench.truth()["jobs"].as_array().unwrap().len(), 6);
            assert_eq!(bench.ask("DELETE", &path, "").status, 204);
            assert_eq!(bench.ask("GET", &path, "").status, 404);
        }
    }

    #[test]
    fn run_now_runs_now_and_a_running_job_stays() {
        let mut bench = Bench::new();
        let place = Place::of(&mut bench, "v8");
        let (_, job) = place.create(&mut bench, json!({"runNow": true}));
        assert_eq!((&job["lastStatus"], &bench.newest()["job"]), (&json!("Running"), &job["id"]));
        let path = format!("/v8/Jobs/{}", job["id"].as_str().unwrap());
        assert_eq!(bench.ask("DELETE", &path, "").status, 409);
        assert_eq!(bench.ask("DELETE", &path.replace("v8", "v7"), "").status, 500);
        bench.knob("veeam.delete_running", json!("stop"));
        assert_eq!(bench.ask("DELETE", &path, "").status, 204);
        let run = bench.newest();
        assert_eq!((&run["job"], &run["outcome"]), (&job["id"], &json!("stopped")));
        // Its session can still be read.
        assert_eq!(bench.get(&format!("/v8/JobSessions/{}", run["id"].as_str().unwrap()))["jobId"], job["id"]);
    }

    #[test]
    fn the_first_success_of_an_organization_shows_on_it() {
        let mut bench = Bench::new();
        let place = Place::of(&mut bench, "v7");
        place.create(&mut bench, json!({"runNow": true}));
        bench.advance(60);
        let organization = bench.get(&format!("/v6/Organizations/{}", place.organization));
        assert_eq!(
            (&organization["isBackedup"], &organization["firstBackuptime"]),
            (&json!(true), &json!("2026-01-15T08:01:00.0000000Z"))
        );
    }

    #[test]
    fn wrong_jobs_are_refused() {
        let nobody = "00000000-0000-0000-0000-000000000000";
        for (with, want) in [
            (json!({"repositoryId": null}), 400),
            (json!({"repositoryId": nobody}), 404),
            (json!({"backupType": null}), 400),
            (json!({"backupType": "Everything"}), 400),
            (json!({"backupType": "SelectedItems"}), 400),
            (json!({"backupType": "SelectedItems", "selectedItems": [{"type": "User"}]}), 400),
            (json!({"backupType": "SelectedItems", "selectedItems": [{"type": "User", "user": {}}]}), 400),
            (json!({"backupType": "SelectedItems", "selectedItems": [{"type": "Person", "user": {"id": "x"}}]}), 400),
            (json!({"excludedItems": {}}), 400),
            (json!({"name": " "}), 400),
            (json!({"isEnabled": "true"}), 400),
            (json!({"proxyId": nobody}), 400),
            (json!({"schedulePolicy": {}}), 400),
        ] {
            for version in VERSIONS {
                let mut bench = Bench::new();
                let place = Place::of(&mut bench, version);
                assert_eq!(place.create(&mut bench, with.clone()).0, want, "{version} {with}");
                assert_eq!(bench.truth()["jobs"].as_array().unwrap().len(), 5);
            }
        }
        let mut bench = Bench::new();
        let mut place = Place::of(&mut bench, "v8");
        assert_eq!(place.create(&mut bench, json!({"organizationId": null})).0, 400);
        // Read-only members are part of the body up to v7.
        assert_eq!(place.create(&mut bench, json!({"id": nobody})).0, 400);
        assert_eq!(bench.post("/v8/Jobs?skipItemUpdate=maybe", "{}").0, 400);
        place.version = "v7";
        assert_eq!(place.create(&mut bench, json!({"id": nobody, "organizationId": nobody})).0, 400);
        assert_eq!(place.create(&mut bench, json!({"id": nobody})).0, 200);
        assert_eq!(place.create(&mut bench, json!({"name": "new"})).0, 500);
        bench.knob("veeam.job_names_repeat", json!(true));
        assert_eq!(place.create(&mut bench, json!({"name": "new"})).0, 200);
        place.organization = nobody.into();
        assert_eq!(place.create(&mut bench, json!({})).0, 404);
    }

    #[test]
    fn items_are_kept_in_the_products_spelling() {
        let mut bench = Bench::new();
        let place = Place::of(&mut bench, "v8");
        let items = json!([{"Type": "group", "Group": {"id": "g", "displayName": "G"}, "memberMailbox": true}]);
        let (status, job) = place.create(&mut bench, json!({"backupType": "selecteditems", "selectedItems": items}));
        assert_eq!((status, &job["backupType"], job.get("selectedItems")), (201, &json!("SelectedItems"), None));
        let shown = bench.get(&format!("/v7/Jobs/{}/selectedItems", job["id"].as_str().unwrap()));
        assert_eq!(
            (&shown[0]["type"], &shown[0]["group"]["id"], &shown[0]["memberMailbox"]),
            (&json!("Group"), &json!("g"), &json!(true))
        );
        assert!(shown[0]["id"].is_string());
    }

    #[test]
    fn a_job_with_a_copy_job_stays() {
        let mut bench = Bench::new();
        bench.post("/v7/CopyJobs", &json!({"backupJobId": MAIL, "repositoryId": ARCHIVE}).to_string());
        let got = bench.ask("DELETE", &format!("/v8/Jobs/{MAIL}"), "");
        assert_eq!((got.status, bench.json(&got)["errorCode"].clone()), (409, json!("OperationConflict")));
        assert_eq!(bench.ask("DELETE", &format!("/v6/Jobs/{MAIL}"), "").status, 500);
        assert_eq!(bench.ask("DELETE", &format!("/v5/Jobs/{MAIL}"), "").status, 500);
        assert_eq!(bench.get(&format!("/v6/Jobs/{MAIL}"))["id"], MAIL);
    }
}
