//! Restore sessions: listing, reading and ending what explore opened.

use super::State;
use super::body::{Members, no_body, query};
use super::error::{Answer, bad, empty_ok, not_found, ok, refuse_as};
use super::page;
use super::seed;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

/// One open (or ended) view into backups.
#[derive(Clone, Debug)]
pub(super) struct RestoreSession {
    /// UUID, lower case.
    pub(super) id: String,
    /// Name shown to people.
    pub(super) name: String,
    /// Name of the organization.
    pub(super) organization: String,
    /// UUID of the job it was opened from.
    pub(super) job: String,
    /// `Vex`, `Vesp`, `Veod` or `Vet`.
    pub(super) kind: &'static str,
    /// When it was opened.
    pub(super) created: Timestamp,
    /// When it was stopped.
    pub(super) ended: Option<Timestamp>,
    /// The time asked for, if one was.
    pub(super) asked: Option<Timestamp>,
    /// The restore point shown; `None` when the session is empty.
    pub(super) point: Option<Timestamp>,
    /// Whether deleted items are shown.
    pub(super) deleted: bool,
    /// Whether all versions are shown.
    pub(super) all_versions: bool,
}

impl RestoreSession {
    /// As all these versions write it. `details` says which point is open (the wording is this simulator's own).
    pub(super) fn json(&self, view: &View<'_>) -> Value {
        let id = &self.id;
        let details = match self.point {
            Some(point) => format!("Restore point {}", when::full(point)),
            None => "Empty: no restore point at the specified time".into(),
        };
        let mut body = json!({
            "id": id, "name": self.name, "organization": self.organization, "type": self.kind,
            "creationTime": when::full(self.created),
            "state": if self.ended.is_some() { "Stopped" } else { "Working" },
            "result": "Success", "initiatedBy": seed::USERNAME, "details": details, "scopeName": "Organization",
            "clientHost": "VB365-01", "reason": "",
            "_links": {
                "self": view.link(&format!("restoresessions/{id}")),
                "organization": view.link(&format!("restoresessions/{id}/organization")),
                "events": view.link(&format!("restoresessions/{id}/events")),
            },
        });
        if let Some(ended) = self.ended {
            body["endTime"] = json!(when::full(ended));
        }
        body
    }

    fn truth(&self) -> Value {
        json!({
            "id": self.id, "job": self.job, "type": self.kind, "created": self.created.to_string(),
            "ended": self.ended.map(|at| at.to_string()), "asked": self.asked.map(|at| at.to_string()),
            "point": self.point.map(|at| at.to_string()), "empty": self.point.is_none(),
            "show_deleted": self.deleted, "show_all_versions": self.all_versions,
        })
    }
}

impl State {
    /// `GET /RestoreSessions`: a page in every version, newest first; v6 filters by `startTimeFrom`, `startTimeTo`.
    pub(super) fn list_restore_sessions(&self, view: &View<'_>, req: &Request) -> Answer {
        let bound = |name: &str| match query(req, name) {
            Some(text) if view.version >= Version::V6 => {
                when::parse(text).map(Some).ok_or_else(|| bad(&format!("{name} must be a date and time.")))
            }
            _ => Ok(None),
        };
        let (from, to) = (bound("startTimeFrom")?, bound("startTimeTo")?);
        let items = self
            .restore_sessions
            .iter()
            .rev()
            .filter(|s| from.is_none_or(|from| s.created >= from) && to.is_none_or(|to| s.created <= to))
            .map(|s| s.json(view))
            .collect();
        page::answer(view, req, "RestoreSessions", items)
    }

    /// `GET /RestoreSessions/{id}`.
    pub(super) fn get_restore_session(&self, view: &View<'_>, id: &str) -> Answer {
        match self.restore_sessions.iter().find(|s| s.id == id) {
            Some(session) => Ok(ok(&session.json(view))),
            None => Err(gone(view)),
        }
    }

    /// `POST /RestoreSessions/{id}/Action` with `{"stop": null}`, up to v5.
    pub(super) fn restore_action(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        match Members::of_request(req)?.only() {
            Some((name, Value::Null)) if name == "stop" => self.stop_restore(view, id),
            _ => Err(bad("The request body must contain exactly the action 'stop', with the value null.")),
        }
    }

    /// `POST /RestoreSessions/{id}/Stop`, from v6 on.
    pub(super) fn restore_stop(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        no_body(&view.ctx, req)?;
        self.stop_restore(view, id)
    }

    fn stop_restore(&mut self, view: &View<'_>, id: &str) -> Answer {
        match self.restore_sessions.iter_mut().find(|s| s.id == id) {
            Some(session) => {
                session.ended.get_or_insert(view.ctx.now);
                Ok(empty_ok())
            }
            None => Err(gone(view)),
        }
    }

    /// What is so about the restore sessions.
    pub(super) fn restore_truth(&self) -> Value {
        self.restore_sessions.iter().map(RestoreSession::truth).collect()
    }
}

fn gone(view: &View<'_>) -> Response {
    if view.version >= Version::V6 {
        return not_found("Restore session");
    }
    let status = view.ctx.knobs.number("veeam.gone_restore_session_status");
    refuse_as(status, "Restore session with the specified ID was not found.")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{Bench, MAIL};
    use serde_json::{Value, json};

    #[test]
    fn sessions_are_listed_read_and_stopped() {
        let mut bench = Bench::new();
        let (_, first) = bench.post(&format!("/v6/Jobs/{MAIL}/explore"), r#"{"type": "Vex"}"#);
        bench.advance(60);
        let (_, second) = bench.post(&format!("/v6/Jobs/{MAIL}/explore"), r#"{"type": "Vet"}"#);
        for version in ["v2", "v5", "v6"] {
            let page = bench.get(&format!("/{version}/RestoreSessions"));
            assert_eq!((&page["results"][0]["id"], &page["results"][1]["id"]), (&second["id"], &first["id"]));
            assert_eq!(page.get("totalCount").is_some(), version == "v6");
        }
        assert_eq!(bench.get("/v6/RestoreSessions?startTimeFrom=2026-01-15T08:00:30Z")["totalCount"], 1);
        let late = bench.get("/v6/RestoreSessions?startTimeTo=2026-01-15T08:00:30Z");
        assert_eq!((&late["totalCount"], &late["results"][0]["id"]), (&json!(1), &first["id"]));
        assert_eq!(bench.ask("GET", "/v6/RestoreSessions?startTimeTo=never", "").status, 400);

        let id = first["id"].as_str().unwrap();
        assert_eq!(bench.post(&format!("/v6/RestoreSessions/{id}/stop"), ""), (200, Value::Null));
        let stopped = bench.get(&format!("/v5/RestoreSessions/{id}"));
        assert_eq!(
            (&stopped["state"], &stopped["endTime"]),
            (&json!("Stopped"), &json!("2026-01-15T08:01:00.0000000Z"))
        );
        let id = second["id"].as_str().unwrap();
        assert_eq!(bench.post(&format!("/v5/RestoreSessions/{id}/Action"), r#"{"start": null}"#).0, 400);
        assert_eq!(bench.post(&format!("/v5/RestoreSessions/{id}/Action"), r#"{"stop": null}"#), (200, Value::Null));
        assert_eq!(bench.get(&format!("/v6/RestoreSessions/{id}"))["state"], "Stopped");
    }

    #[test]
    fn a_session_that_is_gone_is_400_on_the_old_versions() {
        let mut bench = Bench::new();
        let path = "RestoreSessions/00000000-0000-0000-0000-000000000000";
        assert_eq!(bench.ask("GET", &format!("/v5/{path}"), "").status, 400);
        assert_eq!(bench.ask("GET", &format!("/v6/{path}"), "").status, 404);
        bench.knob("veeam.gone_restore_session_status", json!(404));
        assert_eq!(bench.ask("GET", &format!("/v5/{path}"), "").status, 404);
    }
}
