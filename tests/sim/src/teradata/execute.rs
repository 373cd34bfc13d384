//! `POST /sites/{site}/jobs/{id}/execute`: 202 with the execution's id in `x-resource-id`.

use super::error::Refusal;
use super::jobs::Kind;
use super::query;
use super::runs::Execution;
use super::shape::later;
use super::{State, body};
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use serde_json::Value;

/// Answers the request.
pub(super) fn post(state: &mut State, ctx: &Ctx<'_>, req: &Request, id: i64) -> Result<Response, Refusal> {
    let knobs = ctx.knobs;
    query::known(req, &[], knobs)?;
    let job = state.job(id)?;
    let wanted = run_type(req, knobs)?;
    if job.kind != Kind::Backup && knobs.text("teradata.execute_restore_job") == "bad_request" {
        return Err(Refusal::bad_request(format!("Job {id} is no backup job.")));
    }
    if !job.active && knobs.text("teradata.execute_inactive") == "conflict" {
        return Err(Refusal::conflict(format!("Job {id} is not active.")));
    }
    let execution = start(state, ctx, id, wanted, "api")?;
    let response = match knobs.text("teradata.accepted_body").as_str() {
        "" => Response::empty(202),
        text => Response {
            status: 202,
            headers: vec![("content-type".into(), "application/json".into())],
            body: text.as_bytes().to_vec(),
        },
    };
    Ok(if knobs.text("teradata.resource_id_header") == "absent" {
        response
    } else {
        response.with_header("x-resource-id", &execution.to_string())
    })
}

/// `run_type` of the optional body.
fn run_type(req: &Request, knobs: &Knobs) -> Result<Option<String>, Refusal> {
    let default = || {
        if knobs.text("teradata.execute_without_run_type") == "reject" {
            Err(Refusal::bad_request("run_type is required."))
        } else {
            Ok(None)
        }
    };
    let Some(members) = body::object(req, &["run_type"])? else {
        return default();
    };
    match members.get("run_type") {
        None => default(),
        Some(Value::String(word)) if word == "FULL" || word == "DELTA" => Ok(Some(word.clone())),
        Some(Value::String(word)) if knobs.text("teradata.bad_run_type") == "accept" => Ok(Some(word.clone())),
        Some(other) => Err(Refusal::bad_request(format!("run_type must be FULL or DELTA, not {other}."))),
    }
}

/// Starts an execution and returns its id.
pub(super) fn start(
    state: &mut State,
    ctx: &Ctx<'_>,
    id: i64,
    wanted: Option<String>,
    origin: &'static str,
) -> Result<i64, Refusal> {
    let knobs = ctx.knobs;
    let job = state.job(id)?;
    let kind = job.kind;
    let mut run_type = wanted.unwrap_or_else(|| job.backup_type.to_owned());

    let running =
        state.executions.iter().rev().find(|e| e.job == id && e.end.is_none() && e.restore.is_none()).map(|e| e.id);
    let behind = match knobs.text("teradata.already_running").as_str() {
        "queue" => running,
        "second_run" => None,
        _ if running.is_some() => {
            return Err(Refusal::conflict(format!("Job {id} is already running.")));
        }
        _ => None,
    };

    let parent = match kind {
        Kind::Restore { from } => newest_backup(state, from, false),
        Kind::Backup => newest_backup(state, id, true),
    };
    let mut fails = false;
    if kind == Kind::Backup && run_type == "DELTA" && parent.is_none() {
        let message = format!("Job {id} has no full backup yet.");
        match knobs.text("teradata.delta_without_full").as_str() {
            "bad_request" => return Err(Refusal::bad_request(message)),
            "conflict" => return Err(Refusal::conflict(message)),
            "run_and_fail" => fails = true,
            _ => run_type = "FULL".into(),
        }
    }

    let mut plan = state.job_mut(id)?.next_script();
    if fails {
        plan.outcome = "failed".into();
        plan.message = "No full backup to build on.".into();
    }
    let execution = state.next_execution;
    state.next_execution += 1;
    state.executions.push(Execution {
        id: execution,
        job: id,
        origin,
        seeded: false,
        restore: None,
        parent: parent.filter(|_| run_type == "DELTA" || kind != Kind::Backup),
        run_type,
        accepted: ctx.now,
        begins: behind.is_none().then(|| later(ctx.now, plan.queued_s)),
        behind,
        plan,
        hidden_polls: knobs.number("teradata.list_lag_polls").max(0),
        end: None,
        saveset_deleted: false,
    });
    state.settle(ctx);
    Ok(execution)
}

/// The newest good backup of a job; only full ones, if asked for.
fn newest_backup(state: &State, job: i64, full: bool) -> Option<i64> {
    state
        .executions
        .iter()
        .rev()
        .find(|e| e.job == job && e.is_good_backup() && (!full || e.run_type == "FULL"))
        .map(|e| e.id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use crate::vendor::Script;
    use serde_json::json;

    #[test]
    fn accepted_means_202_with_an_id_and_nothing_else() {
        let mut bench = Bench::new();
        let answer = bench.post("jobs/71/execute", r#"{"run_type":"FULL"}"#);
        assert_eq!(answer.status, 202);
        assert_eq!(answer.body, b"");
        assert_eq!(answer.headers, [("x-resource-id".to_owned(), "906".to_owned())]);
        assert_eq!(bench.get_json("jobs/71/executions")[0]["run_type"], "FULL");
        assert_eq!(bench.execute(72), "907");
        assert_eq!(bench.get_json("jobs/72/executions")[0]["run_type"], "FULL");
    }

    #[test]
    fn answer_knobs() {
        let mut bench = Bench::new();
        bench.set("teradata.accepted_body", json!("{}"));
        bench.set("teradata.resource_id_header", json!("absent"));
        let answer = bench.post("jobs/71/execute", "");
        assert_eq!((answer.status, answer.body.as_slice()), (202, b"{}".as_slice()));
        let expected = [("content-type".to_owned(), "application/json".to_owned())];
        assert_eq!(answer.headers, expected);
        assert_eq!(bench.get_json("jobs/71/executions")[0]["execution_id"], "906");
    }

    #[test]
    fn bodies_are_checked() {
        let mut bench = Bench::new();
        for bad in [
            "{",
            "[]",
            "null",
            r#""FULL""#,
            r#"{"run_type":"Full"}"#,
            r#"{"run_type":"CUMULATIVE"}"#,
            r#"{"run_type":null}"#,
            r#"{"run_type":1}"#,
            r#"{"runType":"FULL"}"#,
            r#"{"run_type":"FULL","x":1}"#,
        ] {
            assert_eq!(bench.post("jobs/71/execute", bad).status, 400, "{bad}");
        }
        assert_eq!(bench.post("jobs/35/execute", "").status, 404);
        assert_eq!(bench.post("jobs/71/execute?run_type=FULL", "").status, 400);
        let untyped = bench.send("POST", "jobs/71/execute", &[], br#"{"run_type":"FULL"}"#);
        assert_eq!(untyped.status, 415);
        let form = [("content-type", "application/x-www-form-urlencoded")];
        assert_eq!(bench.send("POST", "jobs/71/execute", &form, b"run_type=FULL").status, 415);
        assert_eq!(bench.runs_of("71", "api"), 0);
        let utf8 = [("content-type", "application/json; charset=utf-8")];
        assert_eq!(bench.send("POST", "jobs/71/execute", &utf8, b"{}").status, 202);
        assert_eq!(bench.runs_of("71", "api"), 1);
    }

    #[test]
    fn run_type_knobs() {
        let mut bench = Bench::new();
        bench.set("teradata.execute_without_run_type", json!("reject"));
        assert_eq!(bench.post("jobs/71/execute", "").status, 400);
        assert_eq!(bench.post("jobs/71/execute", "{}").status, 400);
        bench.set("teradata.bad_run_type", json!("accept"));
        let answer = bench.post("jobs/71/execute", r#"{"run_type":"CUMULATIVE"}"#);
        assert_eq!(answer.status, 202);
        assert_eq!(bench.get_json("jobs/71/executions")[0]["run_type"], "CUMULATIVE");
    }

    #[test]
    fn a_running_job_conflicts_runs_twice_or_queues() {
        let mut bench = Bench::new();
        assert_eq!(bench.execute(71), "906");
        assert_eq!(bench.post("jobs/71/execute", "").status, 409);
        assert_eq!(bench.runs_of("71", "api"), 1);
        bench.set("teradata.already_running", json!("second_run"));
        assert_eq!(bench.execute(71), "907");
        assert_eq!(bench.get_json("jobs/71/executions")[0]["status"], "EXECUTING");
        bench.advance(60);
        bench.set("teradata.already_running", json!("queue"));
        for id in ["908", "909", "910"] {
            assert_eq!(bench.execute(71), id);
        }
        let words = |b: &mut Bench| {
            let rows = b.get_json("jobs/71/executions");
            [0, 1, 2].map(|i| rows[i]["status"].as_str().unwrap().to_owned())
        };
        assert_eq!(words(&mut bench), ["QUEUED", "QUEUED", "EXECUTING"]);
        bench.advance(60);
        assert_eq!(words(&mut bench), ["QUEUED", "EXECUTING", "SUCCESSFUL"]);
        bench.advance(600);
        assert_eq!(words(&mut bench), ["SUCCESSFUL"; 3]);
        assert_eq!(bench.get_json("jobs/71/executions")[0]["end_time"], "2026-01-15T08:04:00.000000Z");
        bench.set("teradata.already_running", json!("conflict"));
        assert_eq!(bench.execute(71), "911");
    }

    #[test]
    fn inactive_and_restore_jobs() {
        let mut bench = Bench::new();
        assert_eq!(bench.post("jobs/81/execute", "").status, 409);
        assert_eq!(bench.post("jobs/80/execute", "").status, 400);
        bench.set("teradata.execute_inactive", json!("allow"));
        bench.set("teradata.execute_restore_job", json!("allow"));
        assert_eq!(bench.execute(81), "906");
        assert_eq!(bench.execute(80), "907");
        let row = bench.get_json("jobs/80/executions")[0].clone();
        assert_eq!(row["job_type"], "RESTORE");
        assert_eq!(row["parent_execution_id"], "905");
    }

    #[test]
    fn delta_needs_a_full_backup() {
        let newest = |b: &mut Bench| b.get_json("jobs/76/executions")[0].clone();
        let mut bench = Bench::new();
        bench.execute(76);
        assert_eq!(newest(&mut bench)["run_type"], "FULL");
        bench.advance(60);
        bench.execute(76);
        assert_eq!(newest(&mut bench)["run_type"], "DELTA");
        assert_eq!(newest(&mut bench)["parent_execution_id"], "906");

        for (value, status) in [("bad_request", 400), ("conflict", 409)] {
            let mut bench = Bench::new();
            bench.set("teradata.delta_without_full", json!(value));
            assert_eq!(bench.post("jobs/76/execute", "").status, status);
            assert_eq!(bench.runs_of("76", "api"), 0);
        }
        let mut bench = Bench::new();
        bench.set("teradata.delta_without_full", json!("run_and_fail"));
        bench.execute(76);
        bench.advance(60);
        assert_eq!(newest(&mut bench)["status"], "FAILED");
    }

    #[test]
    fn scripts_queue_up_and_zero_seconds_end_at_once() {
        let mut bench = Bench::new();
        let script = |outcome: &str| Script { outcome: outcome.into(), duration_s: 0, ..Script::default() };
        bench.script("71", script("failed"));
        bench.script("71", script("warning"));
        bench.execute(71);
        assert_eq!(bench.get_json("jobs/71/executions")[0]["status"], "FAILED");
        bench.execute(71);
        assert_eq!(bench.get_json("jobs/71/executions")[0]["status"], "WARNING");
        bench.execute(71);
        assert_eq!(bench.get_json("jobs/71/executions")[0]["status"], "EXECUTING");
    }
}
