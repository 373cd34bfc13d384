//! Backup jobs, as each version shows them.

use super::State;
use super::body::query_uuid;
use super::error::{Answer, not_found, ok};
use super::page;
use super::schedule;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use crate::vendor::Script;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// One backup job.
#[derive(Clone, Debug)]
pub(super) struct Job {
    /// UUID, lower case.
    pub(super) id: String,
    /// Name shown to people.
    pub(super) name: String,
    /// Free text.
    pub(super) description: String,
    /// UUID of the organization it backs up.
    pub(super) organization: String,
    /// UUID of the repository it writes to.
    pub(super) repository: String,
    /// `EntireOrganization` or `SelectedItems`.
    pub(super) backup_type: &'static str,
    /// `schedulePolicy` as v8 writes it.
    pub(super) policy: Value,
    /// What it backs up, if not everything.
    pub(super) selected: Vec<Value>,
    /// What it leaves out.
    pub(super) excluded: Vec<Value>,
    /// Whether the schedule may run it; starting by hand is always allowed.
    pub(super) enabled: bool,
    /// Objects it backs up.
    pub(super) objects: u64,
    /// Times it was changed; v8 shows it.
    pub(super) etag: u64,
    /// How its next runs go.
    pub(super) scripts: VecDeque<Script>,
}

impl State {
    /// `GET /Jobs` and `GET /Organizations/{id}/Jobs`: an array up to v7, from v8 on a page with filters.
    pub(super) fn list_jobs(&mut self, view: &View<'_>, req: &Request, organization: Option<&str>) -> Answer {
        let new = view.version >= Version::V8;
        let mut owner = organization.map(Into::into);
        let mut target = None;
        if new {
            owner = query_uuid(req, "organizationId")?;
            target = query_uuid(req, "repositoryId")?;
        }
        let shown = |job: &Job| {
            owner.as_ref().is_none_or(|id| job.organization == *id)
                && target.as_ref().is_none_or(|id| job.repository == *id)
        };
        let at: Vec<usize> = (0..).zip(&self.jobs).filter(|(_, job)| shown(job)).map(|(at, _)| at).collect();
        let bodies = at.into_iter().map(|at| self.job_json(view, at)).collect();
        page::since_v8(view, req, "Jobs", bodies)
    }

    /// `GET /Jobs/{id}`.
    pub(super) fn get_job(&mut self, view: &View<'_>, id: &str) -> Answer {
        let at = self.find_job(id)?;
        Ok(ok(&self.job_json(view, at)))
    }

    /// Index of the job with that id.
    pub(super) fn find_job(&self, id: &str) -> Result<usize, Response> {
        self.jobs.iter().position(|j| j.id == id).ok_or_else(|| not_found("Backup job"))
    }

    /// The job as the version writes it. Counts as a read for the knob that delays `lastStatus`.
    pub(super) fn job_json(&mut self, view: &View<'_>, at: usize) -> Value {
        let Some(id) = self.jobs.get(at).map(|j| j.id.clone()) else {
            return Value::Null;
        };
        let seen = self.mirror(view, &id, "veeam.new_job_status");
        let Some(job) = self.jobs.get(at) else {
            return Value::Null;
        };
        // The resource went with v7, but the link still led there; where v8 leads is inferred.
        let sessions = match view.version {
            Version::V8 => format!("jobsessions?jobId={id}"),
            _ => format!("jobs/{id}/jobsessions"),
        };
        let mut links = json!({
            "self": view.link(&format!("jobs/{id}")),
            "organization": view.link(&format!("organizations/{}", job.organization)),
            "backupRepository": view.link(&format!("backuprepositories/{}", job.repository)),
            "jobsessions": view.link(&sessions),
            "excludedItems": view.link(&format!("jobs/{id}/excludeditems")),
            "selectedItems": view.link(&format!("jobs/{id}/selecteditems")),
        });
        if view.version >= Version::V6 && self.copy_jobs.iter().any(|c| c.backup_job == id) {
            links["copyJob"] = view.link(&format!("jobs/{id}/copyjob"));
        }
        let mut body = json!({
            "id": id, "name": job.name, "description": job.description, "backupType": job.backup_type,
            "schedulePolicy": schedule::shown(view.version, &job.policy), "isEnabled": job.enabled,
        });
        view.since(Version::V6, &mut body, json!({ "repositoryId": job.repository }));
        view.since(
            Version::V8,
            &mut body,
            json!({ "organizationId": job.organization, "eTag": job.etag + seen.changes }),
        );
        let next = schedule::next_run(&job.policy, view.ctx.now).filter(|_| job.enabled);
        seen.write(view, &mut body, next);
        body["_links"] = links;
        body
    }

    /// What a job (or copy job) shows of its sessions, once they show on it. `new_status` names the knob with the
    /// status of one that has never run.
    pub(super) fn mirror(&mut self, view: &View<'_>, job: &str, new_status: &str) -> Mirror {
        let mut seen = Mirror::default();
        for run in self.runs.iter_mut().filter(|r| r.owner.job == job) {
            if run.hidden_from_job > 0 {
                run.hidden_from_job -= 1;
                continue;
            }
            seen.changes += run.etag;
            if seen.last_run.is_none_or(|last| run.started >= last) {
                seen.last_run = Some(run.started);
                seen.last_status = Some(run.word(view.version).to_owned());
            }
            if run.has_point() {
                seen.last_backup = seen.last_backup.max(run.ended);
            }
        }
        if seen.last_run.is_none() {
            let word = view.ctx.knobs.text(new_status);
            seen.last_status = (word != "absent").then_some(word);
        }
        seen
    }

    /// What is so about the jobs.
    pub(super) fn jobs_truth(&self) -> Value {
        self.jobs
            .iter()
            .map(|job| {
                json!({
                    "id": job.id, "name": job.name, "enabled": job.enabled, "repository": job.repository,
                    "organization": job.organization,
                    "running": self.runs.iter().any(|r| r.owner.job == job.id && !r.finished()),
                    "scripts": job.scripts.len(),
                })
            })
            .collect()
    }
}

/// What a job shows of its sessions.
#[derive(Debug, Default)]
pub(super) struct Mirror {
    /// When the newest one began.
    last_run: Option<Timestamp>,
    /// Its status.
    last_status: Option<String>,
    /// When the newest one that left something to restore from ended.
    last_backup: Option<Timestamp>,
    /// Changes of the sessions, which count as changes of the job.
    pub(super) changes: u64,
}

impl Mirror {
    /// Writes `lastRun`, `nextRun`, `lastBackup` (from v7 on) and `lastStatus`.
    pub(super) fn write(self, view: &View<'_>, body: &mut Value, next: Option<Timestamp>) {
        view.put(body, "lastRun", self.last_run.map(|at| json!(when::full(at))));
        view.put(body, "nextRun", next.map(|at| json!(when::whole(at))));
        if view.version >= Version::V7 {
            view.put(body, "lastBackup", self.last_backup.map(|at| json!(when::full(at))));
        }
        view.put(body, "lastStatus", self.last_status.map(Value::from));
    }
}

#[cfg(test)]
mod tests {
    use crate::veeam::bench::{Bench, HOST, MAIL, names};
    use serde_json::json;

    #[test]
    fn each_version_has_its_members_and_links() {
        let mut bench = Bench::new();
        let mut common = vec![
            "_links",
            "backupType",
            "description",
            "id",
            "isEnabled",
            "lastRun",
            "lastStatus",
            "name",
            "nextRun",
            "schedulePolicy",
        ];
        for version in ["v2", "v3", "v4", "v5"] {
            let jobs = bench.get(&format!("/{version}/Jobs"));
            assert_eq!(jobs[0]["id"], MAIL);
            assert_eq!(names(&jobs[0]), common);
            assert_eq!(jobs[0]["_links"]["self"]["href"], format!("{HOST}/{version}/jobs/{MAIL}"));
        }
        common.push("repositoryId");
        common.sort_unstable();
        let job = bench.get(&format!("/V6/jobs/{}/", MAIL.to_uppercase()));
        assert_eq!(names(&job), common);
        assert_eq!(job["_links"]["jobsessions"]["href"], format!("/v6/jobs/{MAIL}/jobsessions"));
        assert_eq!(job["lastRun"], "2026-01-14T21:30:00.4410032Z");
        assert_eq!(job["nextRun"], "2026-01-15T21:30:00Z");
        assert_eq!(job["lastStatus"], "Success");
    }

    #[test]
    fn a_job_that_never_ran_has_no_times() {
        let mut bench = Bench::new();
        let job = bench.get("/v5/Jobs")[4].clone();
        assert_eq!((&job["name"], &job["isEnabled"]), (&json!("Contoso archive"), &json!(false)));
        assert_eq!((job.get("lastRun"), job.get("nextRun")), (None, None));
        assert_eq!(job["lastStatus"], "Stopped");
        bench.knob("veeam.new_job_status", json!("absent"));
        assert_eq!(bench.get("/v5/Jobs")[4].get("lastStatus"), None);
    }

    #[test]
    fn the_job_may_lag_behind_its_session() {
        let mut bench = Bench::new();
        bench.knob("veeam.status_lag", json!(2));
        bench.post(&format!("/v6/Jobs/{MAIL}/start"), "{}");
        for want in ["Success", "Success", "Running"] {
            assert_eq!(bench.get(&format!("/v6/Jobs/{MAIL}"))["lastStatus"], want);
        }
    }

    #[test]
    fn members_grow_with_the_versions() {
        let mut bench = Bench::new();
        let mut job = |version: &str| bench.get(&format!("/{version}/Jobs/{MAIL}"));
        let (v6, v7, v8) = (job("v6"), job("v7"), job("v8"));
        assert_eq!(v6.get("lastBackup"), None);
        assert_eq!(v6["schedulePolicy"].get("periodicallyWindowEnabled"), None);
        assert_eq!(v7["lastBackup"], "2026-01-14T21:42:41.4410032Z");
        assert_eq!(v7["schedulePolicy"]["periodicallyWindowEnabled"], false);
        // The resource is gone, but the link still leads there.
        assert_eq!(v7["_links"]["jobsessions"]["href"], format!("/v7/jobs/{MAIL}/jobsessions"));
        let added: Vec<&str> = names(&v8).into_iter().filter(|name| v7.get(name).is_none()).collect();
        assert_eq!(added, ["eTag", "organizationId"]);
        assert_eq!(v8["_links"]["jobsessions"]["href"], format!("/v8/jobsessions?jobId={MAIL}"));
        bench.post(&format!("/v8/Jobs/{MAIL}/disable"), "");
        assert_ne!(bench.get(&format!("/v8/Jobs/{MAIL}"))["eTag"], v8["eTag"]);
    }

    #[test]
    fn v8_lists_pages_with_filters() {
        let mut bench = Bench::new();
        let page = bench.get("/v8/Jobs?limit=2");
        assert_eq!(names(&page), ["_links", "limit", "offset", "results"]);
        assert_eq!(page["_links"]["next"]["href"], "/v8/Jobs?offset=2&limit=2");
        let job = page["results"][0].clone();
        let mut count = |query: &str| bench.get(&format!("/v8/Jobs?{query}"))["results"].as_array().map(Vec::len);
        assert_eq!(count(&format!("organizationId={}", job["organizationId"].as_str().unwrap_or_default())), Some(5));
        assert_eq!(count(&format!("organizationId={MAIL}")), Some(0));
        assert_eq!(count(&format!("repositoryId={}", job["repositoryId"].as_str().unwrap_or_default())), Some(3));
        assert_eq!(bench.ask("GET", "/v8/Jobs?repositoryId=blob", "").status, 400);
        // Earlier versions pass over what they do not know.
        assert_eq!(bench.get(&format!("/v7/Jobs?organizationId={MAIL}&limit=1")).as_array().map(Vec::len), Some(5));
    }

    #[test]
    fn what_is_not_there_may_be_null() {
        let mut bench = Bench::new();
        bench.knob("veeam.empty_members", json!("null"));
        let job = bench.get("/v8/Jobs?limit=1&offset=4")["results"][0].clone();
        for name in ["lastRun", "nextRun", "lastBackup"] {
            assert_eq!(job.get(name), Some(&json!(null)), "{name}");
        }
    }
}
