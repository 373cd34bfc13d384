//! The log of one session. Up to v7 a line is a title that begins with its kind in brackets.

use super::State;
use super::error::{Answer, ok};
use super::page;
use super::runs::Run;
use super::version::{Version, View};
use super::when;
use crate::http::Request;
use jiff::Timestamp;
use serde_json::{Value, json};

struct Line {
    title: String,
    from: Timestamp,
    to: Option<Timestamp>,
}

impl State {
    /// `GET /JobSessions/{id}/LogItems`, oldest first.
    pub(super) fn list_log(&self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let run = self.find_run(id)?;
        let items = lines(run, view.ctx.now)
            .into_iter()
            .enumerate()
            .map(|(at, line)| {
                let item = format!("109{:05x}-{at:04x}-4000-8000-{:012x}", run.sequence & 0xf_ffff, run.sequence);
                let mut body = json!({
                    "id": item, "usn": at + 1, "title": line.title, "creationTime": when::full(line.from),
                    "_links": {
                        "self": view.link(&format!("jobsessions/{id}/logitems/{item}")),
                        "jobSession": view.link(&format!("jobsessions/{id}")),
                    },
                });
                if let Some(to) = line.to {
                    body["endTime"] = json!(when::full(to));
                }
                body
            })
            .collect();
        let paged = view.version > Version::V2 || view.ctx.knobs.on("veeam.log_items_paged_v2");
        if paged {
            page::answer(view, req, &format!("JobSessions/{id}/LogItems"), items)
        } else {
            Ok(ok(&Value::Array(items)))
        }
    }
}

fn lines(run: &Run, now: Timestamp) -> Vec<Line> {
    let mut lines = vec![Line {
        title: format!("[Success] Job started at {}", when::american(run.started)),
        from: run.started,
        to: Some(run.started),
    }];
    if run.runs_from <= now && run.ended.is_none_or(|ended| run.runs_from <= ended) {
        let kind = if run.finished() { "Success" } else { "Running" };
        lines.push(Line {
            title: format!("[{kind}] Processed {} of {} objects", run.progress(now), run.objects),
            from: run.runs_from,
            to: run.ended,
        });
    }
    if let Some(ended) = run.ended {
        let (kind, sentence) = match run.status.as_str() {
            "Success" => ("Success", "All objects were backed up"),
            "Warning" => ("Warning", "Some objects were skipped"),
            "Stopped" => ("Warning", "Job was stopped"),
            _ => ("Error", "Backup failed"),
        };
        let sentence = if run.message.is_empty() { sentence } else { run.message.as_str() };
        for title in [format!("[{kind}] {sentence}"), format!("[{kind}] Job finished at {}", when::american(ended))] {
            lines.push(Line { title, from: ended, to: Some(ended) });
        }
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
}
