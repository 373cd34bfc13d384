//! Job sessions: how each version shows and lists the runs.

use super::State;
use super::body::query;
use super::error::{Answer, bad, ok};
use super::page;
use super::runs::Run;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

impl Run {
    /// The word a version has for the status. v2 documents five, without `Queued`; a waiting run is shown as Running
    /// there (inferred).
    pub(super) fn word(&self, version: Version) -> &str {
        if version == Version::V2 && self.status == "Queued" { "Running" } else { &self.status }
    }

    /// The session as the version writes it.
    pub(super) fn json(&self, view: &View<'_>) -> Value {
        let now = view.ctx.now;
        let id = &self.id;
        let mut body = json!({
            "id": id,
            "creationTime": when::full(self.started),
            "progress": self.progress(now),
            "status": self.word(view.version),
            "statistics": self.statistics(view),
            "_links": {
                "self": view.link(&format!("jobsessions/{id}")),
                "log": view.link(&format!("jobsessions/{id}/logitems")),
                "job": view.link(&format!("jobs/{}", self.job)),
            },
        });
        if let Some(ended) = self.ended {
            body["endTime"] = json!(when::full(ended));
        }
        if view.version >= Version::V6 {
            body["details"] = json!(if self.finished() { self.message.as_str() } else { "" });
            body["retryCount"] = json!(0);
        }
        body
    }

    /// Numbers from v3 on; sentences for people before
    /// (<https://helpcenter.veeam.com/archive/vbo365/20/rest/job_sessions.html>).
    fn statistics(&self, view: &View<'_>) -> Value {
        let now = view.ctx.now;
        let objects = self.progress(now);
        let worked = self.worked_s(now).max(1);
        let transferred = objects * 4 * 1024 * 1024;
        let (rate, items) = (transferred / worked, objects / worked);
        let bottleneck = match self.status.as_str() {
            "Queued" => "NA",
            "Running" if worked < 10 => "Detecting",
            _ => "Source",
        };
        if view.version == Version::V2 {
            return json!({
                "processingRate": format!("{}/s ({items} items/s)", human(rate)),
                "readRate": format!("{}/s", human(rate * 2)),
                "writeRate": format!("{}/s", human(rate / 2)),
                "transferredData": human(transferred),
                "processedObjects": objects,
                "bottleneck": bottleneck,
            });
        }
        json!({
            "processingRateBytesPS": rate, "processingRateItemsPS": items, "readRateBytesPS": rate * 2,
            "writeRateBytesPS": rate / 2, "transferredDataBytes": transferred, "processedObjects": objects,
            "bottleneck": bottleneck,
        })
    }
}

fn human(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["B", "KB", "MB", "GB"];
    let mut unit = 0;
    let mut tenths = bytes.saturating_mul(10);
    while tenths >= 10_240 && unit + 1 < UNITS.len() {
        tenths /= 1024;
        unit += 1;
    }
    let name = UNITS.get(unit).copied().unwrap_or("B");
    match tenths % 10 {
        0 => format!("{} {name}", tenths / 10),
        tenth => format!("{}.{tenth} {name}", tenths / 10),
    }
}

impl State {
    /// `GET /JobSessions` and `GET /Jobs/{id}/JobSessions`: newest first; an array on v2, a page from v5 on.
    pub(super) fn list_runs(&mut self, view: &View<'_>, req: &Request, job: Option<&str>) -> Answer {
        let wanted = Filter::of(view, req, job)?;
        let mut shown: Vec<&mut Run> = self.runs.iter_mut().filter(|r| wanted.takes(r)).collect();
        shown.sort_by_key(|r| std::cmp::Reverse((r.started, r.sequence)));
        let mut items = Vec::new();
        for run in shown {
            if run.hidden_from_lists > 0 {
                run.hidden_from_lists -= 1;
            } else {
                items.push(run.json(view));
            }
        }
        if view.version == Version::V2 {
            return Ok(ok(&Value::Array(items)));
        }
        let resource = job.map_or_else(|| "JobSessions".to_owned(), |job| format!("Jobs/{job}/JobSessions"));
        page::answer(view, req, &resource, items)
    }

    /// `GET /JobSessions/{id}`.
    pub(super) fn get_run(&self, view: &View<'_>, id: &str) -> Answer {
        Ok(ok(&self.find_run(id)?.json(view)))
    }
}

/// Which runs a list shows. Only v6 knows filters, and there is no `jobId` among them.
struct Filter<'q> {
    job: Option<&'q str>,
    copies: bool,
    ended_from: Option<Timestamp>,
}

impl<'q> Filter<'q> {
    fn of(view: &View<'_>, req: &'q Request, job: Option<&'q str>) -> Result<Self, Response> {
        let mut filter = Self { job, copies: false, ended_from: None };
        if view.version < Version::V6 || job.is_some() {
            return Ok(filter);
        }
        filter.copies = match query(req, "jobType") {
            None => false,
            Some(kind) if kind.eq_ignore_ascii_case("backup") => false,
            Some(kind) if kind.eq_ignore_ascii_case("copy") => true,
            Some(_) => return Err(bad("jobType must be one of Backup, Copy.")),
        };
        filter.ended_from = match query(req, "endTimeLowerBound") {
            None => None,
            Some(text) => Some(when::parse(text).ok_or_else(|| bad("endTimeLowerBound must be a date and time."))?),
        };
        Ok(filter)
    }

    fn takes(&self, run: &Run) -> bool {
        // Copy jobs have no runs here.
        !self.copies
            && self.job.is_none_or(|job| run.job == job)
            && self.ended_from.is_none_or(|from| run.ended.is_some_and(|ended| ended >= from))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{BACKUP1, Bench, HOST, MAIL, names};
    use serde_json::json;

    const START: &str = "/v6/Jobs/3396ba22-21b1-4666-a631-0edfc12a59cd/start";

    #[test]
    fn lists_are_arrays_on_v2_and_pages_later() {
        let mut bench = Bench::new();
        let all = bench.get("/v2/JobSessions");
        assert_eq!(all.as_array().unwrap().len(), 41);
        let times: Vec<&str> = all.as_array().unwrap().iter().map(|r| r["creationTime"].as_str().unwrap()).collect();
        assert!(times.is_sorted_by(|a, b| a >= b), "newest first: {times:?}");
        assert_eq!(bench.get(&format!("/v2/Jobs/{BACKUP1}/JobSessions")).as_array().unwrap().len(), 11);
        let page = bench.get("/v5/JobSessions");
        assert_eq!(names(&page), ["_links", "limit", "offset", "results"]);
        assert_eq!(page["results"].as_array().unwrap().len(), 30);
        assert_eq!(
            page["_links"],
            json!({
                "self": {"href": format!("{HOST}/v5/JobSessions?offset=0&limit=30")},
                "next": {"href": format!("{HOST}/v5/JobSessions?offset=30&limit=30")},
            })
        );
        let page = bench.get("/v6/jobsessions?OFFSET=30");
        assert_eq!((page["results"].as_array().unwrap().len(), &page["totalCount"]), (11, &json!(41)));
        assert_eq!(names(&page["_links"]), ["first", "prev", "self"]);
        assert_eq!(page["_links"]["self"]["href"], "/v6/JobSessions?offset=30&limit=30");
        let page = bench.get(&format!("/v6/Jobs/{BACKUP1}/JobSessions?limit=1"));
        assert_eq!(page["results"][0]["status"], "Failed");
        assert_eq!(page["_links"]["next"]["href"], format!("/v6/Jobs/{BACKUP1}/JobSessions?offset=1&limit=1"));
        assert_eq!(bench.get("/v6/JobSessions?limit=1000000")["limit"], 10_000);
        let page = bench.get("/v6/JobSessions?limit=41");
        assert_eq!(names(&page["_links"]), ["self"]);
        let page = bench.get("/v6/JobSessions?limit=40");
        assert_eq!(names(&page["_links"]), ["next", "self"]);
        assert_eq!(bench.get("/v6/JobSessions?offset=41")["results"], json!([]));
        for bad in ["limit=0", "limit=-1", "offset=-1", "limit=ten", "jobType=All", "endTimeLowerBound=soon"] {
            assert_eq!(bench.ask("GET", &format!("/v6/JobSessions?{bad}"), "").status, 400, "{bad}");
        }
    }

    #[test]
    fn v6_filters_and_knows_no_job_filter() {
        let mut bench = Bench::new();
        assert_eq!(bench.get("/v6/JobSessions?jobType=copy")["totalCount"], 0);
        assert_eq!(bench.get("/v6/JobSessions?jobType=Backup")["totalCount"], 41);
        assert_eq!(bench.get(&format!("/v6/JobSessions?jobId={MAIL}"))["totalCount"], 41);
        let page = bench.get("/v6/JobSessions?endTimeLowerBound=2026-01-14T00:00:00Z&limit=1");
        assert_eq!(page["totalCount"], 4);
        assert_eq!(
            page["_links"]["next"]["href"],
            "/v6/JobSessions?offset=1&limit=1&endTimeLowerBound=2026-01-14T00%3A00%3A00Z"
        );
        // Older versions pass over what they do not know.
        assert_eq!(bench.get("/v5/JobSessions?jobType=copy")["results"].as_array().unwrap().len(), 30);
    }

    #[test]
    fn each_version_has_its_members() {
        let mut bench = Bench::new();
        let id = bench.newest()["id"].as_str().unwrap().to_owned();
        let old = bench.get(&format!("/v5/JobSessions/{id}"));
        assert_eq!(names(&old), ["_links", "creationTime", "endTime", "id", "progress", "statistics", "status"]);
        assert_eq!(names(&old["_links"]), ["job", "log", "self"]);
        let new = bench.get(&format!("/v6/JobSessions/{id}"));
        assert_eq!(
            names(&new),
            ["_links", "creationTime", "details", "endTime", "id", "progress", "retryCount", "statistics", "status"]
        );
        assert!(new["statistics"]["transferredDataBytes"].is_u64());
        let mail = bench.get(&format!("/v2/Jobs/{MAIL}/JobSessions"))[0]["statistics"].clone();
        assert_eq!(
            names(&mail),
            ["bottleneck", "processedObjects", "processingRate", "readRate", "transferredData", "writeRate"]
        );
        assert_eq!(
            (&mail["processingRate"], &mail["transferredData"]),
            (&json!("6.3 MB/s (1 items/s)"), &json!("4.6 GB"))
        );
        assert_eq!(bench.ask("GET", "/v6/JobSessions/00000000-0000-0000-0000-000000000000", "").status, 404);
        assert_eq!(bench.ask("POST", &format!("/v6/JobSessions/{id}/stop"), "").status, 404);
    }

    #[test]
    fn a_new_session_may_lag_behind() {
        let mut bench = Bench::new();
        bench.knob("veeam.session_lag", json!(2));
        bench.post(START, "{}");
        let id = bench.newest()["id"].clone();
        let list = format!("/v6/Jobs/{MAIL}/JobSessions?limit=1");
        // A list of another job does not count.
        bench.get(&format!("/v6/Jobs/{BACKUP1}/JobSessions"));
        for seen in [false, false, true, true] {
            assert_eq!(bench.get(&list)["results"][0]["id"] == id, seen);
        }
    }
}
