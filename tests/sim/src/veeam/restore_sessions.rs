//! Restore sessions: listing, reading and ending what explore opened, and what happened in them.

use super::State;
use super::body::{Members, no_body, query_flag, query_time, query_word};
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
    /// UUID of the organization.
    pub(super) organization: String,
    /// Its name.
    pub(super) organization_name: String,
    /// UUID of the job it was opened from, if it was.
    pub(super) job: Option<String>,
    /// UUID of the repository it was opened from, if it was.
    pub(super) repository: Option<String>,
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
    /// As the versions write it. `details` says which point is open (the wording is this simulator's own).
    pub(super) fn json(&self, view: &View<'_>) -> Value {
        let id = &self.id;
        let details = match self.point {
            Some(point) => format!("Restore point {}", when::full(point)),
            None => "Empty: no restore point at the specified time".into(),
        };
        let mut body = json!({
            "id": id, "name": self.name, "organization": self.organization_name, "type": self.kind,
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
        view.put(&mut body, "endTime", self.ended.map(|at| json!(when::full(at))));
        view.since(Version::V8, &mut body, json!({ "eTag": if self.ended.is_some() { 2 } else { 1 } }));
        body
    }

    /// What happened in it: the opening, and the end. No version's page shows which events there are (inferred).
    fn events(&self, view: &View<'_>) -> Vec<Value> {
        let moments =
            [(Some(self.created), "Restore session was started"), (self.ended, "Restore session was stopped")];
        moments
            .into_iter()
            .zip(0_u64..)
            .filter_map(|((at, title), order)| Some((at?, title, order)))
            .map(|(at, title, order)| {
                let (head, tail) = (self.id.get(..13).unwrap_or_default(), self.id.get(19..).unwrap_or_default());
                let id = format!("{head}-{order:04x}-{tail}");
                let mut body = json!({
                    "id": id, "type": "None", "status": "Success", "startTime": when::full(at),
                    "endTime": when::full(at), "duration": "00:00:00.0000000",
                    "title": title, "message": title, "order": order,
                    "_links": { "restoreSession": view.link(&format!("restoresessions/{}", self.id)) },
                });
                view.since(Version::V8, &mut body, json!({ "organizationId": self.organization }));
                body
            })
            .collect()
    }

    fn truth(&self) -> Value {
        json!({
            "id": self.id, "job": self.job, "organization": self.organization, "repository": self.repository,
            "type": self.kind, "created": self.created.to_string(),
            "ended": self.ended.map(|at| at.to_string()), "asked": self.asked.map(|at| at.to_string()),
            "point": self.point.map(|at| at.to_string()), "empty": self.point.is_none(),
            "show_deleted": self.deleted, "show_all_versions": self.all_versions,
        })
    }
}

impl State {
    /// `GET /RestoreSessions`: a page in every version, newest first. v6 and v7 filter by `startTimeFrom` and
    /// `startTimeTo`, v8 by `endTimeFrom` and `endTimeTo` too, and in the order asked for.
    pub(super) fn list_restore_sessions(&self, view: &View<'_>, req: &Request) -> Answer {
        let bound = |name: &str, since: Version| if view.version >= since { query_time(req, name) } else { Ok(None) };
        let started = (bound("startTimeFrom", Version::V6)?, bound("startTimeTo", Version::V6)?);
        let ended = (bound("endTimeFrom", Version::V8)?, bound("endTimeTo", Version::V8)?);
        let inside = |at: Timestamp, (from, to): (Option<Timestamp>, Option<Timestamp>)| {
            from.is_none_or(|from| at >= from) && to.is_none_or(|to| at <= to)
        };
        let mut shown: Vec<&RestoreSession> = self
            .restore_sessions
            .iter()
            .filter(|s| inside(s.created, started))
            .filter(|s| ended == (None, None) || s.ended.is_some_and(|at| inside(at, ended)))
            .collect();
        let mut ascending = false;
        if view.version >= Version::V8 {
            ascending = query_flag(req, "orderAsc")?.unwrap_or(false);
            if query_word(req, "orderBy", &["CreationTime", "EndTime"])? == Some("EndTime") {
                shown.sort_by_key(|s| s.ended.unwrap_or(Timestamp::MAX));
            }
        }
        if !ascending {
            shown.reverse();
        }
        page::answer(view, req, "RestoreSessions", shown.into_iter().map(|s| s.json(view)).collect())
    }

    /// `GET /RestoreSessions/{id}`.
    pub(super) fn get_restore_session(&self, view: &View<'_>, id: &str) -> Answer {
        Ok(ok(&self.find_restore_session(view, id)?.json(view)))
    }

    /// `GET /RestoreSessions/{id}/organization`.
    pub(super) fn get_restore_organization(&self, view: &View<'_>, id: &str) -> Answer {
        let session = self.find_restore_session(view, id)?;
        Ok(ok(&json!({
            "id": session.organization, "name": session.organization_name, "type": "Office365",
            "_links": {
                "self": view.link(&format!("restoresessions/{id}/organization")),
                "restoreSession": view.link(&format!("restoresessions/{id}")),
            },
        })))
    }

    /// `GET /RestoreSessions/{id}/Events`: a page.
    pub(super) fn list_restore_events(&self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let events = self.find_restore_session(view, id)?.events(view);
        page::answer(view, req, &format!("RestoreSessions/{id}/Events"), events)
    }

    /// `GET /RestoreSessions/{id}/Statistics`, from v8 on. Nothing is ever restored here.
    pub(super) fn get_restore_statistics(&self, view: &View<'_>, id: &str) -> Answer {
        self.find_restore_session(view, id)?;
        Ok(ok(&json!({
            "totalItemsCount": 0, "restoredItemsCount": 0, "failedItemsCount": 0, "skippedItemsCount": 0,
            "warnings": [], "errors": [], "items": [],
        })))
    }

    fn find_restore_session(&self, view: &View<'_>, id: &str) -> Result<&RestoreSession, Response> {
        self.restore_sessions.iter().find(|s| s.id == id).ok_or_else(|| gone(view))
    }

    /// `POST /RestoreSessions/{id}/Action` with `{"stop": null}`, up to v5.
    pub(super) fn restore_action(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        match Members::of_request(req)?.only() {
            Some((name, Value::Null)) if name == "stop" => self.stop_restore(view, id),
            _ => Err(bad("The request body must contain exactly the action 'stop', with the value null.")),
        }
    }

    /// `POST /RestoreSessions/{id}/Stop`, from v6 on: 200, from v8 on 204.
    pub(super) fn restore_stop(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        no_body(&view.ctx, req)?;
        self.stop_restore(view, id)
    }

    fn stop_restore(&mut self, view: &View<'_>, id: &str) -> Answer {
        match self.restore_sessions.iter_mut().find(|s| s.id == id) {
            Some(session) => {
                session.ended.get_or_insert(view.ctx.now);
                Ok(if view.version >= Version::V8 { Response::empty(204) } else { empty_ok() })
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
        for version in ["v2", "v5", "v6", "v7", "v8"] {
            let page = bench.get(&format!("/{version}/RestoreSessions"));
            assert_eq!((&page["results"][0]["id"], &page["results"][1]["id"]), (&second["id"], &first["id"]));
            assert_eq!(page.get("totalCount").is_some(), ["v6", "v7"].contains(&version));
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

    #[test]
    fn v8_filters_orders_and_stops_in_its_own_way() {
        let mut bench = Bench::new();
        let mut ids = Vec::new();
        for _ in 0..3 {
            let (status, session) = bench.post(&format!("/v8/Jobs/{MAIL}/explore"), r#"{"type": "Vex"}"#);
            assert_eq!((status, &session["eTag"]), (201, &json!(1)));
            ids.push(session["id"].clone());
            bench.advance(60);
        }
        let id = ids[1].as_str().unwrap().to_owned();
        assert_eq!(bench.post(&format!("/v8/RestoreSessions/{id}/Stop"), ""), (204, Value::Null));
        let list = |bench: &mut Bench, query: &str| -> Vec<Value> {
            let page = bench.get(&format!("/v8/RestoreSessions?{query}"));
            page["results"].as_array().unwrap().iter().map(|s| s["id"].clone()).collect()
        };
        assert_eq!(list(&mut bench, "orderAsc=true"), ids);
        assert_eq!(list(&mut bench, "orderBy=EndTime&orderAsc=true&limit=1"), [ids[1].clone()]);
        assert_eq!(list(&mut bench, "endTimeFrom=2026-01-15T08:00:00Z"), [ids[1].clone()]);
        assert_eq!(list(&mut bench, "endTimeTo=2026-01-15T08:00:00Z").len(), 0);
        assert_eq!(bench.ask("GET", "/v8/RestoreSessions?orderBy=Name", "").status, 400);
        assert_eq!(bench.get("/v7/RestoreSessions?endTimeTo=2026-01-15T08:00:00Z")["totalCount"], 3);
        assert_eq!(bench.get(&format!("/v8/RestoreSessions/{id}"))["eTag"], 2);
    }

    #[test]
    fn a_session_has_events_an_organization_and_statistics() {
        let mut bench = Bench::new();
        let (_, session) = bench.post(&format!("/v7/Jobs/{MAIL}/explore"), r#"{"type": "Vex"}"#);
        let path = |version: &str, tail: &str| {
            format!("/{version}/RestoreSessions/{}/{tail}", session["id"].as_str().unwrap())
        };
        let events = bench.get(&path("v7", "Events"));
        assert_eq!((&events["totalCount"], &events["results"][0]["status"]), (&json!(1), &json!("Success")));
        assert_eq!(bench.post(&path("v7", "stop"), ""), (200, Value::Null));
        let events = bench.get(&path("v8", "Events"));
        assert_eq!((&events["results"][1]["order"], events["results"].as_array().unwrap().len()), (&json!(1), 2));
        assert!(events["results"][0]["organizationId"].is_string());
        assert_eq!(bench.get(&path("v6", "organization"))["name"], "contoso.onmicrosoft.com");
        assert_eq!(bench.get(&path("v8", "Statistics"))["restoredItemsCount"], 0);
        assert_eq!(bench.ask("GET", &path("v7", "Statistics"), "").status, 404);
    }
}
