//! Explore: opening the backups of a job, an organization or a repository as they were at a time.

use super::State;
use super::body::{Members, query_uuid};
use super::error::{Answer, bad, created, empty_ok, refuse};
use super::restore_sessions::RestoreSession;
use super::runs::Run;
use super::seed;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use jiff::Timestamp;

/// The last one came with v5.
const TYPES: &[&str] = &["Vex", "Vesp", "Veod", "Vet"];

struct Options {
    at: Option<Timestamp>,
    kind: &'static str,
    deleted: bool,
    all_versions: bool,
    repository: Option<String>,
}

/// Whose backups are opened.
struct Scope {
    name: String,
    organization: String,
    job: Option<String>,
    repository: Option<String>,
}

impl State {
    /// `POST /Jobs/{id}/explore`, from v6 on: 200 with the new restore session, from v8 on 201.
    pub(super) fn explore_job_endpoint(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let at = self.find_job(id)?;
        self.explore_job(view, at, Members::of_request(req)?)
    }

    /// Opens the backups of the job with this index. The documentation of v3 to v5 has no body for the answer.
    pub(super) fn explore_job(&mut self, view: &View<'_>, job: usize, members: Members) -> Answer {
        let Some(job) = self.jobs.get(job) else {
            return Err(bad("The backup job is gone."));
        };
        let scope = Scope {
            name: job.name.clone(),
            organization: job.organization.clone(),
            job: Some(job.id.clone()),
            repository: None,
        };
        let opened = self.explore(view, scope, options(view, members, false)?)?;
        let silent = view.version < Version::V6 && !view.ctx.knobs.on("veeam.explore_body");
        Ok(if silent { empty_ok() } else { opened })
    }

    /// `POST /Organizations/{id}/explore`, from v6 on: 200, from v8 on 201. v8 also takes a repository.
    pub(super) fn explore_organization(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        self.explore_whole(view, id, Members::of_request(req)?)
    }

    /// `POST /Organizations/{id}/Action` with `{"explore": {…}}`, up to v5: 201
    /// (<https://helpcenter.veeam.com/docs/vbo365/rest/post_organizations_id_action.html?ver=20>), with the session
    /// (a client reads its id).
    pub(super) fn organization_action(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        self.find_organization(id)?;
        match Members::of_request(req)?.only() {
            Some((name, value)) if name == "explore" => {
                let opened = self.explore_whole(view, id, Members::of(value, "explore")?)?;
                Ok(Response { status: 201, ..opened })
            }
            _ => Err(bad("The request body must contain exactly the action 'explore'.")),
        }
    }

    fn explore_whole(&mut self, view: &View<'_>, id: &str, members: Members) -> Answer {
        let name = self.find_organization(id)?.name.clone();
        let options = options(view, members, true)?;
        if let Some(repository) = &options.repository {
            self.find_repository(repository)?;
        }
        let scope = Scope { name, organization: id.to_owned(), job: None, repository: options.repository.clone() };
        self.explore(view, scope, options)
    }

    /// `POST /BackupRepositories/{id}/explore?organizationId=…`, from v7 on.
    pub(super) fn explore_repository(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let name = self.find_repository(id)?.name.clone();
        let organization = query_uuid(req, "organizationId")?.ok_or_else(|| bad("organizationId is required."))?;
        self.find_organization(&organization)?;
        let scope = Scope { name, organization, job: None, repository: Some(id.to_owned()) };
        self.explore(view, scope, options(view, Members::of_request(req)?, false)?)
    }

    /// Opens a restore session. A time before the organization's first backup gives an empty one, a time after the
    /// last gives the latest point (<https://helpcenter.veeam.com/archive/vbo365/50/rest/post_jobs_id_action.html>).
    fn explore(&mut self, view: &View<'_>, scope: Scope, options: Options) -> Answer {
        if !view.ctx.knobs.on("veeam.explorers_installed") {
            return Err(refuse(500, "Restore session cannot be created."));
        }
        let now = view.ctx.now;
        let point = self.point(&scope, options.at.unwrap_or(now));
        let sequence = self.restore_sessions.len() as u64 + 1;
        let session = RestoreSession {
            id: format!("4e570e51-0000-4000-8000-{sequence:012x}"),
            name: format!("{} ({} - {})", scope.name, seed::USERNAME, when::american(now)),
            organization_name: self.find_organization(&scope.organization)?.name.clone(),
            organization: scope.organization,
            job: scope.job,
            repository: scope.repository,
            kind: options.kind,
            created: now,
            ended: None,
            asked: options.at,
            point,
            deleted: options.deleted,
            all_versions: options.all_versions,
        };
        let body = session.json(view);
        self.restore_sessions.push(session);
        Ok(created(view, &body))
    }

    /// The newest restore point inside the scope not younger than `asked`; before the first backup there is none.
    fn point(&self, scope: &Scope, asked: Timestamp) -> Option<Timestamp> {
        let inside = |run: &&Run| match (&scope.job, &scope.repository) {
            (Some(job), _) => run.owner.job == *job,
            (None, repository) => {
                let of_organization = self.organization_of(&run.owner.job) == Some(&scope.organization);
                of_organization && repository.as_ref().is_none_or(|id| run.owner.repository == *id)
            }
        };
        self.runs
            .iter()
            .filter(|r| r.has_point())
            .filter(inside)
            .filter_map(|r| r.ended)
            .filter(|ended| *ended <= asked)
            .max()
    }
}

fn options(view: &View<'_>, mut members: Members, whole: bool) -> Result<Options, Response> {
    // Clients of v3 to v5 send flags as texts, and got away with it.
    let old = view.version < Version::V6;
    let at = match members.text("dateTime")? {
        Some(text) => Some(
            when::parse(&text)
                .ok_or_else(|| bad("datetime must have the form yyyy-MM-dd HH:mm:ss.SSS or yyyy.MM.dd hh:mm:ss."))?,
        ),
        None if old => return Err(bad("datetime is required.")),
        None => None,
    };
    let types = if view.version < Version::V5 { TYPES.get(..3).unwrap_or(TYPES) } else { TYPES };
    let kind = members.word("type", types)?.ok_or_else(|| bad("type is required."))?;
    let deleted = members.flag("showDeleted", old)?.unwrap_or(false);
    let all_versions = members.flag("showAllVersions", old)?.unwrap_or(false);
    let repository = if whole && view.version >= Version::V8 { members.uuid("repositoryId")? } else { None };
    members.finish(&view.ctx)?;
    Ok(Options { at, kind, deleted, all_versions, repository })
}

#[cfg(test)]
mod tests {
    use crate::veeam::bench::{Bench, MAIL, names};
    use serde_json::{Value, json};

    fn newest(bench: &mut Bench) -> Value {
        bench.truth()["restore_sessions"].as_array().and_then(|all| all.last().cloned()).unwrap_or_default()
    }

    #[test]
    fn v5_opens_a_session_and_says_nothing() {
        let mut bench = Bench::new();
        let path = format!("/v5/Jobs/{MAIL}/action");
        for (body, kind, point) in [
            (r#"{"explore": {"datetime": "2020-04-12T10:54:40.2794046Z", "type": "vex"}}"#, "Vex", None),
            (
                r#"{"explore": {"datetime": "2026-01-10 12:00:00.000", "type": "vesp"}}"#,
                "Vesp",
                Some("2026-01-09T21:42:06.4410032Z"),
            ),
            (
                r#"{"explore": {"datetime": "2026.01.10 12:00:00", "type": "VET", "showDeleted": true}}"#,
                "Vet",
                Some("2026-01-09T21:42:06.4410032Z"),
            ),
            (
                r#"{"Explore": {"DateTime": "2099.01.01 00:00", "type": "veod", "ShowAllVersions": "true"}}"#,
                "Veod",
                Some("2026-01-14T21:42:41.4410032Z"),
            ),
        ] {
            assert_eq!(bench.post(&path, body), (200, Value::Null), "{body}");
            let truth = newest(&mut bench);
            assert_eq!((&truth["type"], &truth["point"]), (&json!(kind), &json!(point)), "{body}");
            assert_eq!(truth["empty"], point.is_none());
            assert_eq!(truth["show_deleted"], body.contains("showDeleted"));
            assert_eq!(truth["show_all_versions"], body.contains("ShowAllVersions"));
        }
        bench.knob("veeam.explore_body", json!(true));
        let (status, body) = bench.post(&path, r#"{"explore": {"datetime": "2026.01.10 12:00:00", "type": "vex"}}"#);
        assert_eq!((status, &body["state"]), (200, &json!("Working")));
    }

    #[test]
    fn v5_refuses_what_it_cannot_read() {
        let mut bench = Bench::new();
        let path = format!("/v5/Jobs/{MAIL}/action");
        for body in [
            r#"{"explore": null}"#,
            r#"{"explore": {}}"#,
            r#"{"explore": {"datetime": "2026.01.10 12:00:00"}}"#,
            r#"{"explore": {"type": "vex"}}"#,
            r#"{"explore": {"datetime": "yesterday", "type": "vex"}}"#,
            r#"{"explore": {"datetime": 20260110, "type": "vex"}}"#,
            r#"{"explore": {"datetime": "2026.01.10 12:00:00", "type": "vax"}}"#,
            r#"{"explore": {"datetime": "2026.01.10 12:00:00", "type": "vex", "showDeleted": 1}}"#,
            r#"{"explore": {"datetime": "2026.01.10 12:00:00", "type": "vex", "deleted": true}}"#,
        ] {
            assert_eq!(bench.post(&path, body).0, 400, "{body}");
        }
        let good = r#"{"explore": {"datetime": "2026.01.10 12:00:00", "type": "vex"}}"#;
        assert_eq!(bench.post(&format!("/v2/Jobs/{MAIL}/Action"), good).0, 400);
        assert_eq!(newest(&mut bench), Value::Null);
        bench.knob("veeam.explorers_installed", json!(false));
        assert_eq!(bench.post(&path, good), (500, json!({"message": "Restore session cannot be created."})));
    }

    #[test]
    fn v6_answers_with_the_session() {
        let mut bench = Bench::new();
        let path = format!("/v6/Jobs/{MAIL}/explore");
        let (status, body) =
            bench.post(&path, r#"{"dateTime": "2020-04-12T10:54:40Z", "type": "Vex", "showDeleted": false}"#);
        assert_eq!(status, 200);
        assert_eq!(
            names(&body),
            [
                "_links",
                "clientHost",
                "creationTime",
                "details",
                "id",
                "initiatedBy",
                "name",
                "organization",
                "reason",
                "result",
                "scopeName",
                "state",
                "type",
            ]
        );
        assert_eq!(body["details"], "Empty: no restore point at the specified time");
        assert_eq!(body["name"], "Contoso mail (LAB\\svc-backup - 1/15/2026 8:00:00 AM)");
        let (_, body) = bench.post(&path, r#"{"type": "Vex"}"#);
        assert_eq!(body["details"], "Restore point 2026-01-14T21:42:41.4410032Z");
        assert_eq!(bench.post(&path, r#"{"type": "Vex", "showDeleted": "true"}"#).0, 400);
        assert_eq!(bench.post(&path, "").0, 415);
    }

    #[test]
    fn an_organization_and_a_repository_can_be_explored() {
        let mut bench = Bench::new();
        let organizations = bench.get("/v6/Organizations");
        let contoso = organizations[0]["id"].as_str().unwrap_or_default().to_owned();
        let fabrikam = organizations[1]["id"].as_str().unwrap_or_default().to_owned();
        let body = r#"{"explore": {"datetime": "2026.01.16 00:00:00", "type": "vex"}}"#;
        for version in ["v2", "v4", "v5"] {
            let (status, session) = bench.post(&format!("/{version}/Organizations/{contoso}/Action"), body);
            assert_eq!((status, &session["state"]), (201, &json!("Working")), "{version}");
            assert_eq!(newest(&mut bench)["point"], "2026-01-14T21:42:41.4410032Z");
        }
        assert_eq!(bench.post(&format!("/v5/Organizations/{contoso}/Action"), r#"{"start": null}"#).0, 400);
        let vet = body.replace("vex", "vet");
        assert_eq!(bench.post(&format!("/v4/Organizations/{contoso}/Action"), &vet).0, 400);
        for (version, want) in [("v6", 200), ("v7", 200), ("v8", 201)] {
            let (status, session) =
                bench.post(&format!("/{version}/Organizations/{fabrikam}/explore"), r#"{"type": "Vex"}"#);
            assert_eq!((status, &session["organization"]), (want, &json!("fabrikam.onmicrosoft.com")));
            assert_eq!((&newest(&mut bench)["empty"], &newest(&mut bench)["job"]), (&json!(true), &Value::Null));
        }
        let local = bench.get("/v6/BackupRepositories")[0]["id"].as_str().unwrap_or_default().to_owned();
        let only = json!({"type": "Vex", "repositoryId": local}).to_string();
        assert_eq!(bench.post(&format!("/v8/Organizations/{contoso}/explore"), &only).0, 201);
        let point = newest(&mut bench)["point"].clone();
        assert_eq!(point, "2026-01-10T04:10:21.10322Z");
        assert_eq!(bench.post(&format!("/v7/Organizations/{contoso}/explore"), &only).0, 400);
        for (version, want) in [("v6", 404), ("v7", 200), ("v8", 201)] {
            let path = format!("/{version}/BackupRepositories/{local}/explore");
            assert_eq!(bench.post(&format!("{path}?organizationId={contoso}"), r#"{"type": "Vesp"}"#).0, want);
            if version != "v6" {
                assert_eq!(newest(&mut bench)["point"], point);
                assert_eq!(bench.post(&path, r#"{"type": "Vesp"}"#).0, 400);
                assert_eq!(bench.post(&format!("{path}?organizationId={MAIL}"), r#"{"type": "Vesp"}"#).0, 404);
            }
        }
    }
}
