//! Backup copy jobs, from v6 on.

use super::State;
use super::body::{Members, is_uuid, query};
use super::error::{Answer, bad, not_found, ok, refuse_as};
use super::schedule;
use super::version::View;
use super::when;
use crate::http::{Request, Response};
use serde_json::{Value, json};

/// One copy job.
#[derive(Clone, Debug)]
pub(super) struct CopyJob {
    /// UUID, lower case.
    pub(super) id: String,
    /// Always the backup job's name and a suffix; clients cannot choose it.
    pub(super) name: String,
    /// UUID of the backup job it copies.
    pub(super) backup_job: String,
    /// UUID of the target repository.
    pub(super) repository: String,
    /// `schedulePolicy` in the product's spelling.
    pub(super) policy: Value,
    /// Whether the schedule may run it.
    pub(super) enabled: bool,
}

/// What a client may send; the rest of the schema is read-only and passed over.
struct Wish {
    backup_job: String,
    repository: String,
    enabled: bool,
    policy: Value,
}

impl State {
    /// `GET /CopyJobs`: an array, filtered by `repositoryId`.
    pub(super) fn list_copy_jobs(&self, view: &View<'_>, req: &Request) -> Answer {
        let target = query(req, "repositoryId");
        if target.is_some_and(|id| !is_uuid(id)) {
            return Err(bad("repositoryId must be a UUID."));
        }
        let bodies = self
            .copy_jobs
            .iter()
            .filter(|c| target.is_none_or(|id| c.repository.eq_ignore_ascii_case(id)))
            .map(|c| self.copy_json(view, c))
            .collect();
        Ok(ok(&Value::Array(bodies)))
    }

    /// `GET /CopyJobs/{id}`.
    pub(super) fn get_copy_job(&self, view: &View<'_>, id: &str) -> Answer {
        Ok(ok(&self.copy_json(view, self.find_copy_job(id)?)))
    }

    /// `GET /CopyJobs/{id}/BackupJob`.
    pub(super) fn get_copy_source(&mut self, view: &View<'_>, id: &str) -> Answer {
        let source = self.find_copy_job(id)?.backup_job.clone();
        self.get_job(view, &source)
    }

    /// `GET /Jobs/{id}/CopyJob`.
    pub(super) fn get_job_copy(&self, view: &View<'_>, job: &str) -> Answer {
        self.find_job(job)?;
        match self.copy_jobs.iter().find(|c| c.backup_job == job) {
            Some(copy) => Ok(ok(&self.copy_json(view, copy))),
            None => Err(not_found("Backup copy job for the backup job")),
        }
    }

    /// `POST /CopyJobs`: 200 with the new copy job
    /// (<https://helpcenter.veeam.com/archive/vbo365/60/rest/post_copyjobs.html>).
    pub(super) fn create_copy_job(&mut self, view: &View<'_>, req: &Request) -> Answer {
        let wish = wish(view, req)?;
        let job = self.find_job(&wish.backup_job)?;
        let name = self.fits(view, job, &wish)?;
        self.next_copy_job += 1;
        let copy = CopyJob {
            id: format!("1f6f7c97-0df4-4866-8c37-{:012x}", self.next_copy_job),
            name,
            backup_job: wish.backup_job,
            repository: wish.repository,
            policy: wish.policy,
            enabled: wish.enabled,
        };
        let body = self.copy_json(view, &copy);
        self.copy_jobs.push(copy);
        Ok(ok(&body))
    }

    /// The rules between source and target, and the name the copy job gets. Both repositories are object storage
    /// behind one proxy with the same kind of retention, and are not the same (the product's user guide).
    fn fits(&self, view: &View<'_>, job: usize, wish: &Wish) -> Result<String, Response> {
        let refused = |message: &str| refuse_as(view.ctx.knobs.number("veeam.copy_refused_status"), message);
        let Some(job) = self.jobs.get(job) else {
            return Err(not_found("Backup job"));
        };
        let target = self.find_repository(&wish.repository)?;
        let source = self.find_repository(&job.repository)?;
        if source.object_storage.is_none() {
            return Err(refused("The repository of the backup job is not extended with object storage."));
        }
        if target.object_storage.is_none() {
            return Err(refused("The target repository is not extended with object storage."));
        }
        if target.id == source.id {
            return Err(refused("The target repository must differ from the repository of the backup job."));
        }
        if target.proxy != source.proxy {
            return Err(refused("The target repository must be on the proxy of the source repository."));
        }
        if target.retention != source.retention {
            return Err(refused("The target repository must have the retention type of the source repository."));
        }
        if self.copy_jobs.iter().any(|c| c.backup_job == job.id) {
            let status = view.ctx.knobs.number("veeam.copy_duplicate_status");
            return Err(refuse_as(status, "The backup job already has a backup copy job."));
        }
        Ok(format!("{} - copy job", job.name))
    }

    fn find_copy_job(&self, id: &str) -> Result<&CopyJob, Response> {
        self.copy_jobs.iter().find(|c| c.id == id).ok_or_else(|| not_found("Backup copy job"))
    }

    /// As v6 writes it; the odd spelling of the links is the documentation's.
    fn copy_json(&self, view: &View<'_>, copy: &CopyJob) -> Value {
        let mut body = json!({
            "backupJobId": copy.backup_job, "schedulePolicy": copy.policy, "id": copy.id,
            "repositoryId": copy.repository, "name": copy.name, "isEnabled": copy.enabled,
            "_links": {
                "self": view.link(&format!("copyJobs/{}", copy.id)),
                "organization": view.link(&format!("organizations/{}", self.organization.id)),
                "backupJob": view.link(&format!("job/{}", copy.backup_job)),
                "backupRepository": view.link(&format!("backuprepositories/{}", copy.repository)),
            },
        });
        let word = view.ctx.knobs.text("veeam.new_copy_job_status");
        if word != "absent" {
            body["lastStatus"] = json!(word);
        }
        let next = schedule::next_run(&copy.policy, view.ctx.now).filter(|_| copy.enabled);
        if let Some(at) = next {
            body["nextRun"] = json!(when::whole(at));
        }
        body
    }

    /// What is so about the copy jobs.
    pub(super) fn copy_truth(&self) -> Value {
        self.copy_jobs
            .iter()
            .map(|c| {
                json!({
                    "id": c.id, "name": c.name, "job": c.backup_job, "repository": c.repository,
                    "enabled": c.enabled, "schedule": c.policy,
                })
            })
            .collect()
    }
}

fn wish(view: &View<'_>, req: &Request) -> Result<Wish, Response> {
    let mut members = Members::of_request(req)?;
    let required = |id: Option<String>, name: &str| id.ok_or_else(|| bad(&format!("{name} is required.")));
    let wish = Wish {
        backup_job: required(members.uuid("backupJobId")?, "backupJobId")?,
        repository: required(members.uuid("repositoryId")?, "repositoryId")?,
        enabled: members.flag("isEnabled", false)?.unwrap_or(true),
        policy: schedule::copy_policy(&view.ctx, members.take("schedulePolicy"))?,
    };
    // The schema names these, so they are no mistake; they have no effect.
    for name in ["id", "name", "lastRun", "nextRun", "lastStatus", "_links"] {
        members.take(name);
    }
    members.finish(&view.ctx)?;
    Ok(wish)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{ARCHIVE, BACKUP1, Bench, MAIL};
    use serde_json::{Value, json};

    fn wish(policy: Value) -> Value {
        json!({"backupJobId": BACKUP1, "repositoryId": ARCHIVE, "isEnabled": true, "schedulePolicy": policy})
    }

    fn post(bench: &mut Bench, body: &Value) -> (u16, Value) {
        bench.post("/v6/CopyJobs", &body.to_string())
    }

    #[test]
    fn the_documented_sample() {
        let mut bench = Bench::new();
        let policy = json!({
            "type": "Immediate", "backupCopyWindowEnabled": true,
            "backupCopyWindowSettings": {"backupWindow": vec![true; 168], "minuteOffset": 0},
        });
        let (status, body) = post(&mut bench, &wish(policy.clone()));
        assert_eq!(status, 200);
        let id = body["id"].as_str().unwrap().to_owned();
        assert_eq!(
            body,
            json!({
                "backupJobId": BACKUP1, "schedulePolicy": policy, "id": id, "repositoryId": ARCHIVE,
                "name": "Backup1 - copy job", "isEnabled": true, "lastStatus": "Success",
                "_links": {
                    "self": {"href": format!("/v6/copyJobs/{id}")},
                    "organization": {"href": "/v6/organizations/e60dfb9c-ac58-4463-879f-9855ac35576b"},
                    "backupJob": {"href": format!("/v6/job/{BACKUP1}")},
                    "backupRepository": {"href": format!("/v6/backuprepositories/{ARCHIVE}")},
                },
            })
        );
        assert_eq!(bench.get(&format!("/v6/copyjobs/{id}")), body);
        assert_eq!(bench.get("/v6/CopyJobs"), json!([body.clone()]));
        assert_eq!(bench.get(&format!("/v6/CopyJobs?repositoryId={MAIL}")), json!([]));
        assert_eq!(bench.get(&format!("/v6/Jobs/{BACKUP1}/CopyJob")), body);
        assert_eq!(bench.get(&format!("/v6/CopyJobs/{id}/BackupJob"))["name"], "Backup1");
        let job = bench.get(&format!("/v6/Jobs/{BACKUP1}"));
        assert_eq!(job["_links"]["copyJob"]["href"], format!("/v6/jobs/{BACKUP1}/copyjob"));
        assert_eq!(bench.get(&format!("/v5/Jobs/{BACKUP1}"))["_links"].get("copyJob"), None);
        assert_eq!(bench.ask("GET", &format!("/v6/Jobs/{MAIL}/CopyJob"), "").status, 404);
        assert_eq!(bench.truth()["copy_jobs"][0]["job"], BACKUP1);
        // One copy job per backup job.
        assert_eq!(post(&mut bench, &wish(policy)).0, 500);
        assert_eq!(bench.ask("GET", "/v5/CopyJobs", "").status, 404);
    }

    #[test]
    fn every_schedule_comes_back_in_the_products_spelling() {
        for (sent, want, next) in [
            (Value::Null, json!({"type": "Immediate", "backupCopyWindowEnabled": false}), None),
            (
                json!({"type": "dailyattime", "dailyType": "workdays", "dailyTime": "02:00:00"}),
                json!({"type": "DailyAtTime", "dailyType": "Workdays", "dailyTime": "02:00:00", "backupCopyWindowEnabled": false}),
                Some("2026-01-16T02:00:00Z"),
            ),
            (
                json!({"Type": "Periodically", "periodicallyEvery": "Minutes5", "dailyTime": null}),
                json!({"type": "Periodically", "periodicallyEvery": "Minutes5", "backupCopyWindowEnabled": false}),
                Some("2026-01-15T08:05:00Z"),
            ),
        ] {
            let mut bench = Bench::new();
            let (status, body) = post(&mut bench, &wish(sent.clone()));
            assert_eq!((status, &body["schedulePolicy"]), (200, &want), "{sent}");
            assert_eq!(body.get("nextRun").and_then(Value::as_str), next);
        }
    }

    #[test]
    fn wrong_schedules_are_refused() {
        let window = |hours: Value| json!({"type": "Immediate", "backupCopyWindowEnabled": true, "backupCopyWindowSettings": {"backupWindow": hours}});
        let mut mixed = vec![json!(true); 168];
        mixed[100] = json!(1);
        for policy in [
            json!("Immediate"),
            json!({}),
            json!({"type": "Daily"}),
            json!({"type": "DailyAtTime", "dailyType": "Everyday"}),
            json!({"type": "DailyAtTime", "dailyTime": "02:00:00"}),
            json!({"type": "DailyAtTime", "dailyType": "Everyday", "dailyTime": "2:00"}),
            json!({"type": "DailyAtTime", "dailyType": "Everyday", "dailyTime": "25:00:00"}),
            json!({"type": "DailyAtTime", "dailyType": "Mondays", "dailyTime": "02:00:00"}),
            json!({"type": "Periodically"}),
            json!({"type": "Periodically", "periodicallyEvery": "Hours12"}),
            json!({"type": "Immediate", "retryEnabled": true}),
            json!({"type": "Immediate", "backupCopyWindowEnabled": true}),
            json!({"type": "Immediate", "backupCopyWindowEnabled": "true"}),
            window(Value::Null),
            window(json!(vec![true; 167])),
            window(json!(vec![true; 169])),
            window(json!(mixed)),
            json!({"type": "Immediate", "backupCopyWindowSettings": {"backupWindow": vec![true; 168], "minuteOffset": 1.5}}),
            json!({"type": "Immediate", "backupCopyWindowSettings": {"backupWindow": vec![true; 168], "offset": 1}}),
        ] {
            let mut bench = Bench::new();
            let (status, body) = post(&mut bench, &wish(policy.clone()));
            assert_eq!(status, 400, "{policy}");
            assert!(body["message"].as_str().unwrap().ends_with('.'));
            assert_eq!(bench.get("/v6/CopyJobs"), json!([]));
        }
    }

    #[test]
    fn source_and_target_must_fit() {
        let mut bench = Bench::new();
        let repositories = bench.get("/v6/BackupRepositories");
        let jobs = bench.get("/v6/Jobs");
        let (local, blob) = (&repositories[0]["id"], &repositories[1]["id"]);
        let nobody = "00000000-0000-0000-0000-000000000000";
        for (job, target, want) in [
            (&jobs[1]["id"], local, 400),
            (&jobs[1]["id"], blob, 400),
            (&jobs[2]["id"], &json!(ARCHIVE), 400),
            (&json!(nobody), &json!(ARCHIVE), 404),
            (&jobs[1]["id"], &json!(nobody), 404),
            (&json!("Backup1"), &json!(ARCHIVE), 400),
            (&Value::Null, &json!(ARCHIVE), 400),
        ] {
            let body = json!({"backupJobId": job, "repositoryId": target});
            assert_eq!(post(&mut bench, &body).0, want, "{body}");
        }
        bench.knob("veeam.copy_refused_status", json!(500));
        assert_eq!(post(&mut bench, &json!({"backupJobId": BACKUP1, "repositoryId": local})).0, 500);
        assert_eq!(
            post(&mut bench, &json!({"backupJobId": MAIL, "repositoryId": ARCHIVE, "organizationId": nobody})).0,
            400
        );
        // The schema has a name; it is not the client's to choose.
        let (status, body) = post(
            &mut bench,
            &json!({"backupJobId": MAIL, "repositoryId": ARCHIVE, "name": "mine", "isEnabled": false}),
        );
        assert_eq!(
            (status, &body["name"], &body["isEnabled"]),
            (200, &json!("Contoso mail - copy job"), &json!(false))
        );
    }
    #[test]
    fn proxy_and_retention_must_be_the_same() {
        let good = wish(json!({"type": "Immediate"}));
        let mut bench = Bench::new();
        bench.edit(|state| state.repositories[2].proxy = ARCHIVE.into());
        assert_eq!(post(&mut bench, &good).0, 400);
        let mut bench = Bench::new();
        bench.edit(|state| state.repositories[2].retention = "SnapshotBased");
        assert_eq!(post(&mut bench, &good).0, 400);
    }
}
