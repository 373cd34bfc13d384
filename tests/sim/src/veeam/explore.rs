//! Explore: opening the backups of a job as they were at a time.

use super::State;
use super::body::Members;
use super::error::{Answer, bad, empty_ok, ok, refuse};
use super::restore_sessions::RestoreSession;
use super::seed;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use jiff::Timestamp;

const TYPES: &[&str] = &["Vex", "Vesp", "Veod", "Vet"];

struct Options {
    at: Option<Timestamp>,
    kind: &'static str,
    deleted: bool,
    all_versions: bool,
}

impl State {
    /// `POST /Jobs/{id}/explore`, from v6 on: 200 with the new restore session.
    pub(super) fn job_explore(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let at = self.find_job(id)?;
        self.explore(view, at, Members::of_request(req)?)
    }

    /// Opens a restore session. A time before the organization's first backup gives an empty one, a time after the
    /// last gives the latest point (<https://helpcenter.veeam.com/archive/vbo365/50/rest/post_jobs_id_action.html>).
    pub(super) fn explore(&mut self, view: &View<'_>, job: usize, members: Members) -> Answer {
        let options = options(view, members)?;
        if !view.ctx.knobs.on("veeam.explorers_installed") {
            return Err(refuse(500, "Restore session cannot be created."));
        }
        let Some(job) = self.jobs.get(job) else {
            return Err(bad("The backup job is gone."));
        };
        let asked = options.at.unwrap_or(view.ctx.now);
        let point = self.point(&job.id, asked);
        let sequence = self.restore_sessions.len() as u64 + 1;
        let now = view.ctx.now;
        let session = RestoreSession {
            id: format!("4e570e51-0000-4000-8000-{sequence:012x}"),
            name: format!("{} ({} - {})", job.name, seed::USERNAME, when::american(now)),
            organization: self.organization.name.clone(),
            job: job.id.clone(),
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
        if view.version >= Version::V6 || view.ctx.knobs.on("veeam.explore_body") {
            Ok(ok(&body))
        } else {
            Ok(empty_ok())
        }
    }

    /// The newest restore point of a job not younger than `asked`; before the first backup there is none.
    fn point(&self, job: &str, asked: Timestamp) -> Option<Timestamp> {
        self.runs
            .iter()
            .filter(|r| r.job == job && r.has_point())
            .filter_map(|r| r.ended)
            .filter(|ended| *ended <= asked)
            .max()
    }
}

fn options(view: &View<'_>, mut members: Members) -> Result<Options, Response> {
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
    let kind = members.word("type", TYPES)?.ok_or_else(|| bad("type is required."))?;
    let deleted = members.flag("showDeleted", old)?.unwrap_or(false);
    let all_versions = members.flag("showAllVersions", old)?.unwrap_or(false);
    members.finish(&view.ctx)?;
    Ok(Options { at, kind, deleted, all_versions })
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
}
