//! Job sessions: how each version shows and lists the runs.

use super::State;
use super::body::{query, query_time, query_uuid, query_word};
use super::error::{Answer, bad, ok};
use super::page;
use super::runs::Run;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

impl Run {
    /// The word a version has for the status. v2 to v4 document five, without `Queued`; a waiting run is shown as
    /// Running there (inferred).
    pub(super) fn word(&self, version: Version) -> &str {
        if version < Version::V5 && self.status == "Queued" { "Running" } else { &self.status }
    }

    /// The session as the version writes it.
    pub(super) fn json(&self, view: &View<'_>) -> Value {
        let id = &self.id;
        let owner = if self.owner.copy { "copyjobs" } else { "jobs" };
        let mut body = json!({
            "id": id,
            "creationTime": when::full(self.started),
            "progress": self.progress(view.ctx.now),
            "status": self.word(view.version),
            "statistics": self.statistics(view),
            "_links": {
                "self": view.link(&format!("jobsessions/{id}")),
                "log": view.link(&format!("jobsessions/{id}/logitems")),
                "job": view.link(&format!("{owner}/{}", self.owner.job)),
            },
        });
        // Only from v7 on it may be null.
        if self.finished() || view.version >= Version::V7 {
            view.put(&mut body, "endTime", self.ended.map(|at| json!(when::full(at))));
        }
        view.since(
            Version::V6,
            &mut body,
            json!({
                "details": if self.finished() { self.message.as_str() } else { "" }, "retryCount": self.retry,
            }),
        );
        view.since(
            Version::V7,
            &mut body,
            json!({
                "repositoryId": self.owner.repository, "jobWillBeRetried": self.will_be_retried,
                "jobType": if self.owner.copy { "Copy" } else { "Backup" },
            }),
        );
        if let (true, Some(main)) = (view.version >= Version::V7, &self.main) {
            body["mainSessionId"] = json!(main);
        }
        let kind = if self.full == Some(true) { "Full" } else { "Incremental" };
        view.since(
            Version::V8,
            &mut body,
            json!({ "jobId": self.owner.job, "jobSessionConfigType": kind, "eTag": self.etag }),
        );
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
    /// `GET /JobSessions` and `GET /Jobs/{id}/JobSessions`: newest first; an array up to v4, a page from v5 on
    /// (<https://helpcenter.veeam.com/archive/vbo365/50/rest/breaking_changes.html>).
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
        if view.version < Version::V5 {
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

/// The words of the `status` parameter with those of the sessions, which differ in one.
const STATUSES: [(&str, &str); 5] = [
    ("Stopped", "Stopped"),
    ("Running", "Running"),
    ("Succeeded", "Success"),
    ("Failed", "Failed"),
    ("Warning", "Warning"),
];

/// Which runs a list shows. Filters come with v6, by job with v7, by status with v8.
#[derive(Default)]
struct Filter {
    job: Option<String>,
    copies: Option<bool>,
    ended_from: Option<Timestamp>,
    ended_to: Option<Timestamp>,
    status: Option<&'static str>,
}

impl Filter {
    fn of(view: &View<'_>, req: &Request, job: Option<&str>) -> Result<Self, Response> {
        let mut filter = Self { job: job.map(Into::into), ..Self::default() };
        // Parameters of later versions are passed over, as the web framework does.
        if view.version < Version::V6 || job.is_some() {
            return Ok(filter);
        }
        filter.copies = query_word(req, "jobType", &["Backup", "Copy"])?.map(|word| word == "Copy");
        filter.ended_from = query_time(req, "endTimeLowerBound")?;
        if view.version >= Version::V7 {
            filter.ended_to = query_time(req, "endTimeUpperBound")?;
            filter.job = query_uuid(req, "jobId")?;
            if filter.job.is_some() && !view.ctx.knobs.on("veeam.job_id_finds_copies") {
                filter.copies = Some(filter.copies.unwrap_or(false));
            }
        }
        if view.version >= Version::V8 {
            filter.status = query(req, "status").map(|word| status(view, word)).transpose()?;
        }
        Ok(filter)
    }

    fn takes(&self, run: &Run) -> bool {
        let ended = |fits: &dyn Fn(Timestamp) -> bool| run.ended.is_some_and(fits);
        self.job.as_ref().is_none_or(|job| run.owner.job == *job)
            && self.copies.is_none_or(|copies| run.owner.copy == copies)
            && self.ended_from.is_none_or(|from| ended(&|at| at >= from))
            && self.ended_to.is_none_or(|to| ended(&|at| at <= to))
            && self.status.is_none_or(|status| run.status == status)
    }
}

/// The parameter says `Succeeded` where the sessions say `Success`; whether the latter is taken as well is a knob.
fn status(view: &View<'_>, word: &str) -> Result<&'static str, Response> {
    let also = view.ctx.knobs.text("veeam.status_filter_success") == "accept";
    STATUSES
        .iter()
        .find(|(asked, shown)| asked.eq_ignore_ascii_case(word) || also && shown.eq_ignore_ascii_case(word))
        .map(|(_, shown)| *shown)
        .ok_or_else(|| bad("status must be one of Stopped, Running, Succeeded, Failed, Warning."))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{BACKUP1, Bench, HOST, MAIL, names};
    use serde_json::{Value, json};

    const START: &str = "/v6/Jobs/3396ba22-21b1-4666-a631-0edfc12a59cd/start";

    #[test]
    fn lists_are_arrays_on_v2_and_pages_later() {
        let mut bench = Bench::new();
        let all = bench.get("/v2/JobSessions");
        assert_eq!(all.as_array().unwrap().len(), 41);
        let times: Vec<&str> = all.as_array().unwrap().iter().map(|r| r["creationTime"].as_str().unwrap()).collect();
        assert!(times.is_sorted_by(|a, b| a >= b), "newest first: {times:?}");
        assert_eq!(bench.get(&format!("/v2/Jobs/{BACKUP1}/JobSessions")).as_array().unwrap().len(), 11);
        assert!(["v3", "v4"].iter().all(|v| bench.get(&format!("/{v}/JobSessions")).is_array()));
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

    #[test]
    fn v7_and_v8_add_members() {
        let mut bench = Bench::new();
        let id = bench.newest()["id"].as_str().unwrap().to_owned();
        let mut session = |version: &str| bench.get(&format!("/{version}/JobSessions/{id}"));
        let (v6, v7, v8) = (session("v6"), session("v7"), session("v8"));
        let added = |old: &Value, new: &Value| -> Vec<String> {
            names(new).into_iter().filter(|name| old.get(name).is_none()).map(Into::into).collect()
        };
        assert_eq!(added(&v6, &v7), ["jobType", "jobWillBeRetried", "repositoryId"]);
        assert_eq!(added(&v7, &v8), ["eTag", "jobId", "jobSessionConfigType"]);
        assert_eq!((&v8["jobType"], &v8["jobSessionConfigType"]), (&json!("Backup"), &json!("Incremental")));
        assert!(session("v3")["statistics"]["transferredDataBytes"].is_u64());
        bench.knob("veeam.empty_members", json!("null"));
        let (_, running) = bench.post(&START.replace("v6", "v8"), "{}");
        assert_eq!(running.get("endTime"), Some(&json!(null)));
        let id = running["id"].as_str().unwrap();
        assert_eq!(bench.get(&format!("/v6/JobSessions/{id}")).get("endTime"), None);
    }

    #[test]
    fn v7_filters_by_job_and_v8_by_status_too() {
        let mut bench = Bench::new();
        let page = bench.get(&format!("/v7/JobSessions?jobId={}&limit=1", MAIL.to_uppercase()));
        assert_eq!(page["totalCount"], 24);
        let narrow = "endTimeLowerBound=2026-01-14T00:00:00Z&endTimeUpperBound=2026-01-14T22:00:00Z";
        let count = |bench: &mut Bench, query: &str| {
            bench.get(&format!("/v8/JobSessions?limit=100&{query}"))["results"].as_array().unwrap().len()
        };
        assert_eq!(bench.get(&format!("/v7/JobSessions?{narrow}"))["totalCount"], 2);
        assert_eq!(count(&mut bench, narrow), 2);
        assert_eq!(count(&mut bench, "status=succeeded"), 37);
        assert_eq!(count(&mut bench, &format!("status=Warning&jobId={MAIL}")), 1);
        let got = bench.ask("GET", "/v8/JobSessions?status=Success", "");
        assert_eq!((got.status, bench.json(&got)["errorCode"].clone()), (400, json!("ParameterValidationFailure")));
        bench.knob("veeam.status_filter_success", json!("accept"));
        assert_eq!(count(&mut bench, "status=Success"), 37);
        assert_eq!(bench.get("/v7/JobSessions?status=Nonsense")["totalCount"], 41);
        assert_eq!(bench.ask("GET", "/v7/JobSessions?jobId=1", "").status, 400);
        for version in ["v7", "v8"] {
            assert_eq!(bench.ask("GET", &format!("/{version}/Jobs/{MAIL}/JobSessions"), "").status, 404);
        }
    }
}
