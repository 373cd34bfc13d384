//! Backup jobs, as each version shows them.

use super::State;
use super::error::{Answer, not_found, ok};
use super::schedule;
use super::version::{Version, View};
use super::when;
use crate::http::Response;
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
    /// UUID of the repository it writes to.
    pub(super) repository: String,
    /// `EntireOrganization` or `SelectedItems`.
    pub(super) backup_type: &'static str,
    /// `schedulePolicy` as v6 writes it.
    pub(super) policy: Value,
    /// Whether the schedule may run it; starting by hand is always allowed.
    pub(super) enabled: bool,
    /// Objects it backs up.
    pub(super) objects: u64,
    /// How its next runs go.
    pub(super) scripts: VecDeque<Script>,
}

impl State {
    /// `GET /Jobs` and `GET /Organizations/{id}/Jobs`: an array in all these versions.
    pub(super) fn list_jobs(&mut self, view: &View<'_>) -> Answer {
        let bodies = (0..self.jobs.len()).map(|at| self.job_json(view, at)).collect();
        Ok(ok(&Value::Array(bodies)))
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
        let Some((id, repository)) = self.jobs.get(at).map(|j| (j.id.clone(), j.repository.clone())) else {
            return Value::Null;
        };
        let (last_run, last_status) = self.mirror(view, &id);
        let Some(job) = self.jobs.get(at) else {
            return Value::Null;
        };
        let new = view.version >= Version::V6;
        let mut policy = job.policy.clone();
        if let (false, Some(policy)) = (new, policy.as_object_mut()) {
            policy.remove("periodicallyOffsetMinutes");
        }
        let mut links = json!({
            "self": view.link(&format!("jobs/{id}")),
            "organization": view.link(&format!("organizations/{}", self.organization.id)),
            "backupRepository": view.link(&format!("backuprepositories/{repository}")),
            "jobsessions": view.link(&format!("jobs/{id}/jobsessions")),
            "excludedItems": view.link(&format!("jobs/{id}/excludeditems")),
            "selectedItems": view.link(&format!("jobs/{id}/selecteditems")),
        });
        if new && self.copy_jobs.iter().any(|c| c.backup_job == id) {
            links["copyJob"] = view.link(&format!("jobs/{id}/copyjob"));
        }
        let mut body = json!({
            "id": id, "name": job.name, "description": job.description, "backupType": job.backup_type,
            "schedulePolicy": policy, "isEnabled": job.enabled,
        });
        if new {
            body["repositoryId"] = json!(repository);
        }
        if let Some(at) = last_run {
            body["lastRun"] = json!(when::full(at));
        }
        let next = schedule::next_run(&job.policy, view.ctx.now).filter(|_| job.enabled);
        if let Some(at) = next {
            body["nextRun"] = json!(when::whole(at));
        }
        if let Some(word) = last_status {
            body["lastStatus"] = json!(word);
        }
        body["_links"] = links;
        body
    }

    /// `lastRun` and `lastStatus`: what the newest session says, once it shows on the job.
    fn mirror(&mut self, view: &View<'_>, job: &str) -> (Option<Timestamp>, Option<String>) {
        let mut newest = None;
        for run in self.runs.iter_mut().filter(|r| r.job == job) {
            if run.hidden_from_job > 0 {
                run.hidden_from_job -= 1;
            } else {
                newest = Some((Some(run.started), Some(run.word(view.version).to_owned())));
            }
        }
        newest.unwrap_or_else(|| {
            let word = view.ctx.knobs.text("veeam.new_job_status");
            (None, (word != "absent").then_some(word))
        })
    }

    /// What is so about the jobs.
    pub(super) fn jobs_truth(&self) -> Value {
        self.jobs
            .iter()
            .map(|job| {
                json!({
                    "id": job.id, "name": job.name, "enabled": job.enabled, "repository": job.repository,
                    "running": self.runs.iter().any(|r| r.job == job.id && !r.finished()),
                    "scripts": job.scripts.len(),
                })
            })
            .collect()
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
        for version in ["v2", "v5"] {
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
}
