//! The log of one session, and the objects it went through. Up to v7 a line of the log is a title that begins with its
//! kind in brackets; v8 has kind and message apart.

use super::State;
use super::body::{query_flag, query_word};
use super::error::{Answer, not_found, ok};
use super::page;
use super::runs::Run;
use super::version::{Version, View};
use super::when;
use crate::http::Request;
use jiff::Timestamp;
use serde_json::{Value, json};

/// The kinds of v8.
const KINDS: &[&str] = &["Running", "Warning", "Error", "Success", "Stop"];

struct Line {
    kind: &'static str,
    text: String,
    from: Timestamp,
    to: Option<Timestamp>,
}

impl Line {
    /// The line with this number (from 1) of a session, as the version writes it.
    fn json(&self, view: &View<'_>, run: &Run, number: usize) -> Value {
        let session = &run.id;
        let id = line_id(run, number);
        let mut body = json!({
            "id": id, "usn": number, "creationTime": when::full(self.from),
            "_links": {
                "self": view.link(&format!("jobsessions/{session}/logitems/{id}")),
                "jobSession": view.link(&format!("jobsessions/{session}")),
            },
        });
        if view.version >= Version::V8 {
            body["type"] = json!(self.kind);
            body["message"] = json!(self.text);
        } else {
            // The older titles have no word for a stop.
            let kind = if self.kind == "Stop" { "Warning" } else { self.kind };
            body["title"] = json!(format!("[{kind}] {}", self.text));
        }
        if let Some(to) = self.to {
            body["endTime"] = json!(when::full(to));
        }
        body
    }
}

fn line_id(run: &Run, number: usize) -> String {
    format!("109{:05x}-{:04x}-4000-8000-{:012x}", run.sequence & 0xf_ffff, number.saturating_sub(1), run.sequence)
}

impl State {
    /// `GET /JobSessions/{id}/LogItems`, oldest first; v8 filters by `type` and can turn the order around
    /// with `orderAsc`.
    pub(super) fn list_log(&self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let run = self.find_run(id)?;
        let new = view.version >= Version::V8;
        let kind = if new { query_word(req, "type", KINDS)? } else { None };
        let ascending = !new || query_flag(req, "orderAsc")?.unwrap_or(true);
        let mut items: Vec<Value> = lines(run, view.ctx.now)
            .iter()
            .zip(1..)
            .filter(|(line, _)| kind.is_none_or(|kind| line.kind == kind))
            .map(|(line, number)| line.json(view, run, number))
            .collect();
        if !ascending {
            items.reverse();
        }
        if view.version >= Version::V5 || view.ctx.knobs.on("veeam.log_items_paged_v2") {
            page::answer(view, req, &format!("JobSessions/{id}/LogItems"), items)
        } else {
            Ok(ok(&Value::Array(items)))
        }
    }

    /// `GET /JobSessions/{id}/LogItems/{id}`.
    pub(super) fn get_log_item(&self, view: &View<'_>, id: &str, item: &str) -> Answer {
        let run = self.find_run(id)?;
        lines(run, view.ctx.now)
            .iter()
            .zip(1..)
            .find(|(_, number)| line_id(run, *number) == item)
            .map(|(line, number)| ok(&line.json(view, run, number)))
            .ok_or_else(|| not_found("Log item"))
    }

    /// `GET /JobSessions/{id}/ProcessedObjects`, from v7 on: one for each object counted by `progress`.
    pub(super) fn list_objects(&self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let run = self.find_run(id)?;
        let done = run.progress(view.ctx.now);
        // What the session complains about happened to its last objects.
        let (odd, word) = match run.status.as_str() {
            "Warning" => (2, "Warning"),
            "Failed" => (1, "Failed"),
            _ => (0, "Success"),
        };
        let objects = (0..done).map(|at| {
            let kind = ["User", "User", "Site", "Team", "Group"].get(usize::try_from(at % 5).unwrap_or(0)).copied();
            json!({
                "id": format!("{:08x}-0b1e-4000-8000-{at:012x}", run.sequence),
                "type": kind.unwrap_or("User"),
                "status": if at + odd >= done { word } else { "Success" },
                "_links": { "jobSession": view.link(&format!("jobsessions/{id}")) },
            })
        });
        page::answer(view, req, &format!("JobSessions/{id}/ProcessedObjects"), objects.collect())
    }
}

fn lines(run: &Run, now: Timestamp) -> Vec<Line> {
    let at = |kind: &'static str, text: String, at: Timestamp| Line { kind, text, from: at, to: Some(at) };
    let started = format!("Job started at {}", when::american(run.started));
    let mut lines = vec![at("Success", started, run.started)];
    if run.runs_from <= now && run.ended.is_none_or(|ended| run.runs_from <= ended) {
        lines.push(Line {
            kind: if run.finished() { "Success" } else { "Running" },
            text: format!("Processed {} of {} objects", run.progress(now), run.owner.objects),
            from: run.runs_from,
            to: run.ended,
        });
    }
    if let Some(ended) = run.ended {
        let (kind, sentence) = match run.status.as_str() {
            "Success" => ("Success", "All objects were backed up"),
            "Warning" => ("Warning", "Some objects were skipped"),
            "Stopped" => ("Stop", "Job was stopped"),
            _ => ("Error", "Backup failed"),
        };
        let sentence = if run.message.is_empty() { sentence } else { run.message.as_str() };
        lines.push(at(kind, sentence.to_owned(), ended));
        lines.push(at(kind, format!("Job finished at {}", when::american(ended)), ended));
    }
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{Bench, MAIL};
    use serde_json::{Value, json};

    fn titles(items: &Value) -> Vec<String> {
        items.as_array().unwrap().iter().map(|i| i["title"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn titles_begin_with_their_kind() {
        let mut bench = Bench::new();
        bench.script(MAIL, json!({"outcome": "failed", "queued_s": 10, "message": "Connection lost"}));
        bench.run(MAIL).unwrap();
        let id = bench.newest()["id"].as_str().unwrap().to_owned();
        let log = format!("/v5/JobSessions/{id}/LogItems");
        assert_eq!(titles(&bench.get(&log)["results"]), ["[Success] Job started at 1/15/2026 8:00:00 AM"]);
        bench.advance(40);
        let page = bench.get(&log);
        assert_eq!(titles(&page["results"])[1], "[Running] Processed 600 of 1200 objects");
        assert_eq!(page["results"][1].get("endTime"), None);
        bench.advance(30);
        let want = [
            "[Success] Job started at 1/15/2026 8:00:00 AM",
            "[Success] Processed 1199 of 1200 objects",
            "[Error] Connection lost",
            "[Error] Job finished at 1/15/2026 8:01:10 AM",
        ];
        assert_eq!(titles(&bench.get(&format!("/v6/JobSessions/{id}/LogItems"))["results"]), want);
        assert_eq!(titles(&bench.get(&format!("/v2/JobSessions/{id}/LogItems"))), want);
        bench.knob("veeam.log_items_paged_v2", json!(true));
        assert_eq!(titles(&bench.get(&format!("/v2/JobSessions/{id}/LogItems?limit=2"))["results"]), want[..2]);
    }

    #[test]
    fn v8_has_kind_and_message_apart() {
        let mut bench = Bench::new();
        bench.run(MAIL).unwrap();
        let id = bench.newest()["id"].as_str().unwrap().to_owned();
        let log = format!("/v8/JobSessions/{id}/LogItems");
        bench.advance(10);
        assert_eq!(bench.get(&log)["results"][1]["type"], "Running");
        bench.post(&format!("/v8/Jobs/{MAIL}/stop"), "");
        let items = bench.get(&log)["results"].clone();
        assert_eq!(items[0].get("title"), None);
        assert_eq!((&items[2]["type"], &items[2]["message"]), (&json!("Stop"), &json!("Job was stopped")));
        assert_eq!(
            titles(&bench.get(&format!("/v7/JobSessions/{id}/LogItems"))["results"])[2],
            "[Warning] Job was stopped"
        );
        let stops = bench.get(&format!("{log}?type=stop"))["results"].clone();
        assert_eq!((stops.as_array().unwrap().len(), &stops[0]), (2, &items[2]));
        let last = bench.get(&format!("{log}?orderAsc=false&limit=1"))["results"][0].clone();
        assert_eq!(last, items[3]);
        assert_eq!(bench.get(&format!("{log}/{}", last["id"].as_str().unwrap())), last);
        assert_eq!(bench.ask("GET", &format!("{log}/{MAIL}"), "").status, 404);
        for bad in ["type=Info", "orderAsc=1"] {
            assert_eq!(bench.ask("GET", &format!("{log}?{bad}"), "").status, 400, "{bad}");
        }
    }

    #[test]
    fn the_objects_are_those_of_the_progress() {
        let mut bench = Bench::new();
        bench.script(MAIL, json!({"outcome": "warning"}));
        bench.run(MAIL).unwrap();
        let id = bench.newest()["id"].as_str().unwrap().to_owned();
        let objects = format!("/v7/JobSessions/{id}/ProcessedObjects?limit=10000");
        bench.advance(30);
        assert_eq!(bench.get(&objects)["totalCount"], 600);
        bench.advance(30);
        let page = bench.get(&objects);
        let odd = page["results"].as_array().unwrap().iter().filter(|o| o["status"] == "Warning").count();
        assert_eq!((&page["totalCount"], odd), (&json!(1200), 2));
        assert_eq!(bench.ask("GET", &format!("/v6/JobSessions/{id}/ProcessedObjects"), "").status, 404);
    }
}
