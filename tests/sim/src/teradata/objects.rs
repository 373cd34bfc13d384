//! Objects in a backup: prepared first, then listed, then restored.
//!
//! <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Objects-APIs>

use super::error::Refusal;
use super::jobs::Job;
use super::query::{self, Page};
use super::runs::Execution;
use super::shape::later;
use super::{State, body};
use crate::http::{Request, Response};
use crate::vendor::Ctx;
use jiff::Timestamp;
use serde_json::{Value, json};

/// The newest preparation. The status call takes only the site, so there is one at a time (inferred).
#[derive(Debug)]
pub(super) struct Preparation {
    id: i64,
    execution: i64,
    ends: Timestamp,
    fails: bool,
}

impl Preparation {
    fn is_over(&self, now: Timestamp) -> bool {
        self.ends <= now
    }
}

/// Notes what has been prepared by now.
pub(super) fn advance(state: &mut State, now: Timestamp) {
    if let Some(done) = state.preparation.as_ref().filter(|p| p.is_over(now) && !p.fails) {
        state.prepared.insert(done.execution);
    }
}

/// `POST …/executions/{id}/prepare-objects`.
pub(super) fn prepare(
    state: &mut State,
    ctx: &Ctx<'_>,
    req: &Request,
    job: i64,
    execution: i64,
) -> Result<Response, Refusal> {
    let knobs = ctx.knobs;
    query::known(req, &[], knobs)?;
    body::object(req, &[])?;
    state.backup(job, execution)?;
    let underway = state.preparation.as_ref().is_some_and(|p| !p.is_over(ctx.now));
    if underway && knobs.text("teradata.prepare_twice") == "conflict" {
        return Err(Refusal::conflict("Objects are being prepared already."));
    }
    let id = state.next_preparation;
    state.next_preparation += 1;
    state.prepared.remove(&execution);
    let seconds = knobs.number("teradata.prepare_s").max(0).unsigned_abs();
    let fails = knobs.text("teradata.prepare_outcome") == "failed";
    state.preparation = Some(Preparation { id, execution, ends: later(ctx.now, seconds), fails });
    advance(state, ctx.now);
    let answer = Response::empty(if knobs.number("teradata.prepare_status") == 200 { 200 } else { 202 });
    Ok(match knobs.text("teradata.resource_id_header").as_str() {
        "absent" => answer,
        _ => answer.with_header("x-resource-id", &id.to_string()),
    })
}

/// `GET /sites/{site}/objects-preparation-status`.
pub(super) fn status(state: &State, ctx: &Ctx<'_>, req: &Request) -> Result<Value, Refusal> {
    let knobs = ctx.knobs;
    query::known(req, &[], knobs)?;
    let Some(preparation) = &state.preparation else {
        return match knobs.text("teradata.never_prepared").as_str() {
            "not_found" => Err(Refusal::not_found("No objects have been prepared.")),
            _ => Ok(json!({ "status": "", "details": "" })),
        };
    };
    let (knob, details) = match (preparation.is_over(ctx.now), preparation.fails) {
        (false, _) => ("teradata.status_running", "The objects are being prepared.".to_owned()),
        (true, true) => ("teradata.status_failed", "The objects cannot be read.".to_owned()),
        (true, false) => ("teradata.status_success", format!("Preparation {} is done.", preparation.id)),
    };
    Ok(json!({ "status": knobs.text(knob), "details": details }))
}

/// `GET …/executions/{id}/objects`.
pub(super) fn list(state: &State, ctx: &Ctx<'_>, req: &Request, job: i64, execution: i64) -> Result<Value, Refusal> {
    let knobs = ctx.knobs;
    query::known(req, &["page", "page-size"], knobs)?;
    let page = Page::unless_whole(req, knobs)?;
    let (job, backup) = state.backup(job, execution)?;
    let mut objects = in_backup(job, backup);
    if !state.prepared.contains(&execution) {
        match knobs.text("teradata.objects_unprepared").as_str() {
            "empty" => objects.clear(),
            "listed" => {}
            _ => return Err(Refusal::conflict("The objects are not prepared.")),
        }
    }
    if let Some(page) = page {
        objects = page.cut(objects, knobs)?;
    }
    Ok(objects.into_iter().collect())
}

/// The database of the job, and what is below it. `DATABASE` is the only documented type.
pub(super) fn in_backup(job: &Job, backup: &Execution) -> Vec<Value> {
    let size = backup.size();
    let object = |name: String, parent: &str, bytes: i64| {
        json!({
            "object_name": name, "object_type": "DATABASE", "parent_name": parent, "parent_type": "DATABASE",
            "byte_count": bytes,
        })
    };
    let share = size / (job.parts + 1).max(1);
    let below = (1..=job.parts).map(|n| object(format!("{}_{n:02}", job.database), job.database, share));
    std::iter::once(object(job.database.to_owned(), "DBC", size - share * job.parts)).chain(below).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use super::*;

    const PREPARE: &str = "jobs/71/executions/905/prepare-objects";
    const OBJECTS: &str = "jobs/71/executions/905/objects";

    #[test]
    fn objects_are_there_once_they_are_prepared() {
        let mut bench = Bench::new();
        assert_eq!(bench.get_json("objects-preparation-status"), json!({"status": "", "details": ""}));
        assert_eq!(bench.get(OBJECTS).status, 409);
        let answer = bench.post(PREPARE, "");
        assert_eq!((answer.status, answer.body.as_slice()), (202, b"".as_slice()));
        assert_eq!(answer.headers, [("x-resource-id".to_owned(), "301".to_owned())]);
        assert_eq!(bench.get_json("objects-preparation-status")["status"], "EXECUTING");
        assert_eq!(bench.get(OBJECTS).status, 409);
        bench.advance(30);
        assert_eq!(bench.get_json("objects-preparation-status")["status"], "SUCCESSFUL");
        let objects = bench.get_json(OBJECTS);
        assert_eq!(objects.as_array().unwrap().len(), 12);
        let bytes: i64 = objects.as_array().unwrap().iter().map(|o| o["byte_count"].as_i64().unwrap()).sum();
        assert_eq!(bytes, bench.get_json("jobs/71/executions")[0]["backup_set_size"]);
        assert_eq!(objects[0]["object_name"], "SALES");
        assert_eq!(objects[0].as_object().unwrap().len(), 5);
        assert_eq!(objects[11]["parent_name"], "SALES");
        assert_eq!(bench.get("jobs/71/executions/904/objects").status, 404, "of another job");
    }

    #[test]
    fn only_a_backup_that_is_there_can_be_prepared() {
        let mut bench = Bench::new();
        for (path, status) in [
            ("jobs/71/executions/4711/prepare-objects", 404),
            ("jobs/72/executions/905/prepare-objects", 404),
            ("jobs/35/executions/905/prepare-objects", 404),
            ("jobs/71/executions/x/prepare-objects", 404),
            ("jobs/75/executions/897/prepare-objects", 409),
        ] {
            assert_eq!(bench.post(path, "").status, status, "{path}");
        }
        assert_eq!(bench.post(PREPARE, "{}").status, 202);
        assert_eq!(bench.post(PREPARE, r#"{"x":1}"#).status, 400);
    }

    #[test]
    fn preparation_knobs() {
        let mut bench = Bench::new();
        bench.set("teradata.never_prepared", json!("not_found"));
        assert_eq!(bench.get("objects-preparation-status").status, 404);
        bench.set("teradata.prepare_status", json!(200));
        bench.set("teradata.resource_id_header", json!("absent"));
        let answer = bench.post(PREPARE, "");
        assert_eq!((answer.status, answer.headers.len()), (200, 0));
        assert_eq!(bench.post(PREPARE, "").status, 409);
        bench.set("teradata.prepare_twice", json!("replace"));
        bench.set("teradata.prepare_outcome", json!("failed"));
        assert_eq!(bench.post(PREPARE, "").status, 200);
        bench.advance(30);
        assert_eq!(bench.get_json("objects-preparation-status")["status"], "FAILED");
        bench.set("teradata.objects_unprepared", json!("empty"));
        assert_eq!(bench.get_json(OBJECTS), json!([]));
        bench.set("teradata.objects_unprepared", json!("listed"));
        assert_eq!(bench.get_json(OBJECTS).as_array().unwrap().len(), 12);
        bench.set("teradata.executions_paging", json!("paged"));
        assert_eq!(bench.get_json(OBJECTS).as_array().unwrap().len(), 10);
        assert_eq!(bench.get_json(&format!("{OBJECTS}?page=2")).as_array().unwrap().len(), 2);
    }
}
