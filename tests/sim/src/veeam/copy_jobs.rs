//! Backup copy jobs, from v6 on.

use super::State;
use super::body::query_uuid;
use super::error::{Answer, not_found, ok};
use super::page;
use super::schedule;
use super::version::{Version, View};
use crate::http::{Request, Response};
use crate::vendor::Script;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// One copy job.
#[derive(Clone, Debug)]
pub(super) struct CopyJob {
    /// UUID, lower case.
    pub(super) id: String,
    /// Always the backup job's name and a suffix; clients cannot choose it.
    pub(super) name: String,
    /// UUID of the backup job it copies.
    pub(super) backup_job: String,
    /// UUID of the organization of that job.
    pub(super) organization: String,
    /// UUID of the target repository.
    pub(super) repository: String,
    /// `schedulePolicy` in the product's spelling.
    pub(super) policy: Value,
    /// Whether the schedule may run it.
    pub(super) enabled: bool,
    /// Times it was changed; v8 shows it.
    pub(super) etag: u64,
    /// How its next runs go.
    pub(super) scripts: VecDeque<Script>,
}

impl CopyJob {
    /// Whether it runs after each new restore point of its source.
    pub(super) fn is_immediate(&self) -> bool {
        self.policy["type"] == "Immediate"
    }
}

impl State {
    /// `GET /CopyJobs`, filtered by `repositoryId`: an array; from v8 on a page, filtered by `organizationId` too.
    pub(super) fn list_copy_jobs(&mut self, view: &View<'_>, req: &Request) -> Answer {
        let target = query_uuid(req, "repositoryId")?;
        let owner = if view.version >= Version::V8 { query_uuid(req, "organizationId")? } else { None };
        let shown = |copy: &CopyJob| {
            target.as_ref().is_none_or(|id| copy.repository == *id)
                && owner.as_ref().is_none_or(|id| copy.organization == *id)
        };
        let at: Vec<usize> = (0..).zip(&self.copy_jobs).filter(|(_, copy)| shown(copy)).map(|(at, _)| at).collect();
        let bodies = at.into_iter().map(|at| self.copy_json(view, at)).collect();
        page::since_v8(view, req, "CopyJobs", bodies)
    }

    /// `GET /CopyJobs/{id}`.
    pub(super) fn get_copy_job(&mut self, view: &View<'_>, id: &str) -> Answer {
        let at = self.find_copy_job(id)?;
        Ok(ok(&self.copy_json(view, at)))
    }

    /// `GET /CopyJobs/{id}/BackupJob`.
    pub(super) fn get_copy_source(&mut self, view: &View<'_>, id: &str) -> Answer {
        let at = self.find_copy_job(id)?;
        let source = self.copy_jobs.get(at).map(|c| c.backup_job.clone()).unwrap_or_default();
        self.get_job(view, &source)
    }

    /// `GET /Jobs/{id}/CopyJob`.
    pub(super) fn get_job_copy(&mut self, view: &View<'_>, job: &str) -> Answer {
        self.find_job(job)?;
        match self.copy_jobs.iter().position(|c| c.backup_job == job) {
            Some(at) => Ok(ok(&self.copy_json(view, at))),
            None => Err(not_found("Backup copy job for the backup job")),
        }
    }

    /// Index of the copy job with that id.
    pub(super) fn find_copy_job(&self, id: &str) -> Result<usize, Response> {
        self.copy_jobs.iter().position(|c| c.id == id).ok_or_else(|| not_found("Backup copy job"))
    }

    /// The copy job as the version writes it; the odd spelling of the links of v6 is the documentation's.
    pub(super) fn copy_json(&mut self, view: &View<'_>, at: usize) -> Value {
        let Some(id) = self.copy_jobs.get(at).map(|c| c.id.clone()) else {
            return Value::Null;
        };
        let seen = self.mirror(view, &id, "veeam.new_copy_job_status");
        let Some(copy) = self.copy_jobs.get(at) else {
            return Value::Null;
        };
        let (own, source) = if view.version == Version::V6 { ("copyJobs", "job") } else { ("copyjobs", "jobs") };
        let mut body = json!({
            "backupJobId": copy.backup_job, "schedulePolicy": copy.policy, "id": copy.id,
            "repositoryId": copy.repository, "name": copy.name, "isEnabled": copy.enabled,
            "_links": {
                "self": view.link(&format!("{own}/{}", copy.id)),
                "organization": view.link(&format!("organizations/{}", copy.organization)),
                "backupJob": view.link(&format!("{source}/{}", copy.backup_job)),
                "backupRepository": view.link(&format!("backuprepositories/{}", copy.repository)),
            },
        });
        let etag = copy.etag + seen.changes;
        view.since(Version::V8, &mut body, json!({ "organizationId": copy.organization, "eTag": etag }));
        let next = schedule::next_run(&copy.policy, view.ctx.now).filter(|_| copy.enabled);
        seen.write(view, &mut body, next);
        body
    }

    /// What is so about the copy jobs.
    pub(super) fn copy_truth(&self) -> Value {
        self.copy_jobs
            .iter()
            .map(|c| {
                json!({
                    "id": c.id, "name": c.name, "job": c.backup_job, "repository": c.repository,
                    "enabled": c.enabled, "schedule": c.policy, "organization": c.organization,
                    "running": self.runs.iter().any(|r| r.owner.job == c.id && !r.finished()),
                    "scripts": c.scripts.len(),
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{ARCHIVE, Bench, MAIL};
    use serde_json::{Value, json};

    /// Creates one on v8, the source's organization found out first.
    fn create(bench: &mut Bench, policy: Value) -> Value {
        let organization = bench.get(&format!("/v8/Jobs/{MAIL}"))["organizationId"].clone();
        let body = json!({
            "backupJobId": MAIL, "repositoryId": ARCHIVE, "organizationId": organization, "schedulePolicy": policy,
        });
        let (status, copy) = bench.post("/v8/CopyJobs", &body.to_string());
        assert_eq!(status, 201, "{copy}");
        copy
    }

    #[test]
    fn an_immediate_one_follows_its_source() {
        let mut bench = Bench::new();
        let copy = create(&mut bench, json!({"type": "Immediate"}));
        let id = copy["id"].as_str().unwrap().to_owned();
        assert_eq!(copy["lastStatus"], "Success");
        bench.script(MAIL, json!({"outcome": "failed"}));
        bench.run(MAIL).unwrap();
        bench.advance(60);
        assert_eq!(bench.newest()["kind"], "backup");
        bench.script(&id, json!({"outcome": "warning", "duration_s": 30}));
        bench.run(MAIL).unwrap();
        bench.advance(60);
        let run = bench.newest();
        assert_eq!((&run["kind"], &run["job"], &run["origin"]), (&json!("copy"), &copy["id"], &json!("source")));
        assert_eq!(run["started"], "2026-01-15T08:02:00Z");
        assert_eq!(bench.get(&format!("/v6/CopyJobs/{id}"))["lastStatus"], "Running");
        let list =
            |bench: &mut Bench, query: &str| bench.get(&format!("/v7/JobSessions?{query}"))["totalCount"].clone();
        assert_eq!((list(&mut bench, "jobType=Copy"), list(&mut bench, "")), (json!(1), json!(44)));
        assert_eq!(list(&mut bench, &format!("jobId={id}")), json!(1));
        assert_eq!(list(&mut bench, &format!("jobId={MAIL}")), json!(26));
        bench.knob("veeam.job_id_finds_copies", json!(false));
        assert_eq!(list(&mut bench, &format!("jobId={id}")), json!(0));
        bench.advance(30);
        let shown = bench.get(&format!("/v8/CopyJobs/{id}"));
        let ended = json!("2026-01-15T08:02:30.0000000Z");
        assert_eq!((&shown["lastStatus"], &shown["lastBackup"]), (&json!("Warning"), &ended));
        // A disabled one does not, and a clock that jumps misses nothing.
        bench.post(&format!("/v8/CopyJobs/{id}/disable"), "");
        bench.run(MAIL).unwrap();
        bench.advance(60);
        assert_eq!(bench.newest()["kind"], "backup");
        bench.post(&format!("/v8/CopyJobs/{id}/enable"), "");
        bench.run(MAIL).unwrap();
        bench.advance(3000);
        assert_eq!((&bench.newest()["kind"], &bench.newest()["outcome"]), (&json!("copy"), &json!("success")));
    }

    #[test]
    fn each_version_starts_and_stops_in_its_own_way() {
        for version in ["v6", "v7", "v8"] {
            let mut bench = Bench::new();
            let copy = create(&mut bench, json!({"type": "Immediate"}));
            let path = |verb: &str| format!("/{version}/CopyJobs/{}/{verb}", copy["id"].as_str().unwrap());
            let new = version == "v8";
            let started = if new { (200, copy["id"].clone()) } else { (204, Value::Null) };
            let refused = if new { 409 } else { 500 };
            for body in ["", "{}", r#"{"full": true}"#] {
                let (status, session) = bench.post(&path("start"), body);
                assert_eq!((status, session["jobId"].clone()), started);
                assert_eq!(session["jobType"] == "Copy", new);
                assert_eq!(bench.post(&path("start"), "").0, refused);
                assert_eq!(bench.post(&path("stop"), "").0, 204);
                assert_eq!(bench.post(&path("stop"), "").0, refused);
                assert_eq!(bench.newest()["outcome"], "stopped");
            }
            assert_eq!(bench.post(&path("start"), r#"{"fool": true}"#).0, 400);
            assert_eq!(bench.post(&path("disable"), "").0, 204);
            assert_eq!(bench.truth()["copy_jobs"][0]["enabled"], false);
            assert_eq!(bench.post(&path("enable"), "").0, 204);
            assert_eq!(bench.truth()["copy_jobs"][0]["enabled"], true);
        }
    }
}
