//! Restores: executions whose type is `RESTORE`. Rows and the id in the answer are inferred; the page is cut off there.
//!
//! <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Restore-APIs>

use super::auth::database_user;
use super::error::Refusal;
use super::executions;
use super::product::Product;
use super::runs::{Execution, Restore};
use super::shape::later;
use super::{State, body, objects, query, seed};
use crate::http::{Request, Response};
use crate::vendor::Ctx;
use serde_json::{Map, Value};

/// `POST …/executions/{id}/restores`.
pub(super) fn create(
    state: &mut State,
    ctx: &Ctx<'_>,
    req: &Request,
    job: i64,
    execution: i64,
) -> Result<Response, Refusal> {
    let knobs = ctx.knobs;
    query::known(req, &[], knobs)?;
    // A status of its own: the token is good.
    if database_user(req, knobs) != Some(true) {
        return Err(Refusal::database_user(knobs));
    }
    let members = body::object(req, &["name", "target_site", "job_settings"])?
        .ok_or_else(|| Refusal::bad_request("A body is required."))?;
    let (of, backup) = state.backup(job, execution)?;
    if !state.prepared.contains(&execution) && knobs.text("teradata.restore_unprepared") == "conflict" {
        return Err(Refusal::conflict("The objects are not prepared."));
    }
    let name = text(&members, "name", "")?.to_owned();
    let target_site = text(&members, "target_site", "")?.to_owned();
    if !seed::SITES.contains(&target_site.as_str()) {
        return Err(Refusal::bad_request(format!("Site {target_site} does not exist.")));
    }
    let known: Vec<Value> = objects::in_backup(of, backup);
    let names = settings(&members, &known)?;
    let run_type = backup.run_type.clone();
    let plan = state.restore_scripts.pop_front().unwrap_or_default();
    let id = state.next_execution;
    state.next_execution += 1;
    state.executions.push(Execution {
        id,
        job,
        origin: "api",
        seeded: false,
        restore: Some(Restore { name, target_site, objects: names }),
        parent: Some(execution),
        run_type,
        accepted: ctx.now,
        begins: Some(later(ctx.now, plan.queued_s)),
        behind: None,
        plan,
        hidden_polls: knobs.number("teradata.list_lag_polls").max(0),
        end: None,
        saveset_deleted: false,
    });
    state.settle(ctx);
    let answer = Response::empty(202);
    Ok(match knobs.text("teradata.restore_id_header").as_str() {
        "absent" => answer,
        _ => answer.with_header("x-resource-id", &id.to_string()),
    })
}

/// Checks `job_settings`; the names of the objects.
fn settings(members: &Map<String, Value>, known: &[Value]) -> Result<Vec<String>, Refusal> {
    let Some(Value::Object(settings)) = members.get("job_settings") else {
        return Err(Refusal::bad_request("job_settings must be an object."));
    };
    const FLAGS: [&str; 4] =
        ["continue_job_on_access_right_violation", "run_as_a_copy_job", "skip_statstics", "skip_join_or_hash_indexes"];
    let names: Vec<&str> = FLAGS.into_iter().chain(["objects"]).collect();
    body::only(settings, &names, "job_settings.")?;
    for flag in FLAGS {
        if settings.get(flag).is_some_and(|value| !value.is_boolean()) {
            return Err(Refusal::bad_request(format!("job_settings.{flag} must be true or false.")));
        }
    }
    let Some(Value::Array(objects)) = settings.get("objects").filter(|o| o.as_array().is_some_and(|o| !o.is_empty()))
    else {
        return Err(Refusal::bad_request("job_settings.objects must be a list of objects."));
    };
    objects.iter().map(|one| object(one, known)).collect()
}

/// Checks one object: it must be in the backup.
fn object(one: &Value, known: &[Value]) -> Result<String, Refusal> {
    let Value::Object(members) = one else {
        return Err(Refusal::bad_request("job_settings.objects must be a list of objects."));
    };
    const PLACE: &str = "job_settings.objects.";
    let names =
        ["object_name", "object_type", "parent_name", "parent_type", "exclude_objects", "include_all", "rename_to"];
    body::only(members, &names, PLACE)?;
    let name = text(members, "object_name", PLACE)?;
    let kind = text(members, "object_type", PLACE)?;
    for optional in ["parent_name", "parent_type", "rename_to"] {
        if members.contains_key(optional) {
            text(members, optional, PLACE)?;
        }
    }
    if members.get("include_all").is_some_and(|value| !value.is_boolean()) {
        return Err(Refusal::bad_request("include_all must be true or false."));
    }
    match members.get("exclude_objects") {
        None => {}
        Some(Value::Array(excluded)) => {
            for one in excluded {
                let Value::Object(one) = one else {
                    return Err(Refusal::bad_request("exclude_objects must be a list of objects."));
                };
                body::only(one, &["object_name", "object_type"], "exclude_objects.")?;
                text(one, "object_name", "exclude_objects.")?;
                text(one, "object_type", "exclude_objects.")?;
            }
        }
        Some(_) => return Err(Refusal::bad_request("exclude_objects must be a list of objects.")),
    }
    let listed = |o: &&Value| {
        let same = |member: &str| members.get(member).is_none_or(|wanted| *wanted == o[member]);
        o["object_name"] == name && o["object_type"] == kind && same("parent_name") && same("parent_type")
    };
    match known.iter().find(listed) {
        Some(_) => Ok(name.to_owned()),
        None => Err(Refusal::bad_request(format!("{kind} {name} is not in the backup."))),
    }
}

fn text<'m>(members: &'m Map<String, Value>, name: &str, place: &str) -> Result<&'m str, Refusal> {
    match members.get(name).and_then(Value::as_str) {
        Some(text) if !text.trim().is_empty() => Ok(text),
        _ => Err(Refusal::bad_request(format!("{place}{name} must be a text."))),
    }
}

/// `GET …/restores` of the site or of a backup.
pub(super) fn list(state: &mut State, ctx: &Ctx<'_>, req: &Request, of: Option<(i64, i64)>) -> Result<Value, Refusal> {
    if let Some((job, execution)) = of {
        state.execution(job, execution)?;
    }
    let wanted = |e: &Execution, is_restore: bool| is_restore && of.is_none_or(|(_, backup)| e.parent == Some(backup));
    executions::rows(state, ctx, req, Product::Enterprise, wanted)
}

/// `GET …/executions/{id}/restores/{id}`.
pub(super) fn get(
    state: &State,
    ctx: &Ctx<'_>,
    req: &Request,
    (job, execution): (i64, i64),
    restore: i64,
) -> Result<Value, Refusal> {
    query::known(req, &[], ctx.knobs)?;
    state.execution(job, execution)?;
    let found = state.executions.iter().find(|e| {
        e.id == restore && e.parent == Some(execution) && state.jobs.get(&e.job).is_some_and(|job| e.is_restore(job))
    });
    let row = found.and_then(|e| Some(executions::row(e, ctx, state.jobs.get(&e.job)?, Product::Enterprise)));
    row.ok_or_else(|| Refusal::not_found(format!("Restore {restore} does not exist.")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use crate::vendor::Script;
    use serde_json::{Value, json};

    const PATH: &str = "jobs/71/executions/905/restores";

    fn prepared() -> Bench {
        let mut bench = Bench::new();
        assert_eq!(bench.post("jobs/71/executions/905/prepare-objects", "").status, 202);
        bench.advance(30);
        bench
    }

    fn request() -> Value {
        json!({"name": "rollback", "target_site": "ACMEPRD1", "job_settings": {
            "objects": [{"object_name": "SALES_01", "object_type": "DATABASE", "parent_name": "SALES",
                "parent_type": "DATABASE", "exclude_objects": [], "include_all": true, "rename_to": "SALES_OLD"}],
            "continue_job_on_access_right_violation": false, "run_as_a_copy_job": false,
            "skip_statstics": false, "skip_join_or_hash_indexes": false}})
    }

    #[test]
    fn a_restore_is_an_execution() {
        let mut bench = prepared();
        let answer = bench.restore(PATH, &request());
        assert_eq!((answer.status, answer.body.as_slice()), (202, b"".as_slice()));
        assert_eq!(answer.headers, [("x-resource-id".to_owned(), "906".to_owned())]);
        let row = bench.get_json(&format!("{PATH}/906"));
        assert_eq!((&row["job_type"], &row["status"]), (&json!("RESTORE"), &json!("EXECUTING")));
        assert_eq!((&row["execution_name"], &row["parent_execution_id"]), (&json!("rollback"), &json!("905")));
        assert_eq!(bench.get_json(PATH), json!([row]));
        assert_eq!(bench.get_json("restores").as_array().unwrap().len(), 2, "with that of job 80");
        assert_eq!(bench.get_json("jobs/71/executions")[0], row);
        bench.set("teradata.restores_in_executions", json!(false));
        assert_eq!(bench.get_json("jobs/71/executions")[0]["execution_id"], "905");
        assert_eq!(bench.get_json("executions")[0]["execution_id"], "905");
        bench.advance(60);
        assert_eq!(bench.get_json(&format!("{PATH}/906"))["status"], "SUCCESSFUL");
        assert_eq!(bench.get_json(&format!("{PATH}/906"))["saveset_id"], 0);
        assert_eq!(bench.post("jobs/71/execute", "").status, 202);
        for missing in ["jobs/71/executions/905/restores/905", "jobs/71/executions/903/restores/906"] {
            assert_eq!(bench.get(missing).status, 404, "{missing}");
        }
    }

    #[test]
    fn it_is_not_the_last_execution_of_the_backup_job_unless_told() {
        let mut bench = prepared();
        bench.restore(PATH, &request());
        let last = |b: &mut Bench| b.get_json("jobs/71")["last_execution_details"].clone();
        assert_eq!(last(&mut bench)["backup_job_execution_id"], 905);
        bench.set("teradata.last_execution_restores", json!(true));
        let seen = last(&mut bench);
        assert_eq!((&seen["restore_execution_id"], &seen["backup_job_execution_id"]), (&json!(906), &json!(905)));
        assert_eq!(seen["status"], "EXECUTING");
    }

    #[test]
    fn a_script_for_restores_is_used_by_a_restore() {
        let mut bench = prepared();
        bench.script("restores", Script { outcome: "failed".into(), message: "no space".into(), ..Script::default() });
        bench.restore(PATH, &request());
        bench.advance(60);
        let row = bench.get_json(&format!("{PATH}/906"));
        assert_eq!((&row["status"], &row["status_detail"]), (&json!("FAILED"), &json!("no space")));
    }

    #[test]
    fn the_database_user_is_checked() {
        let mut bench = prepared();
        let body = request().to_string();
        for credentials in ["", "Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Basic YTpi", "Bearer sim-teradata-token"] {
            let headers = [("content-type", "application/json"), ("x-auth-credentials", credentials)];
            let headers = if credentials.is_empty() { &headers[..1] } else { &headers };
            assert_eq!(bench.send("POST", PATH, headers, body.as_bytes()).status, 401, "{credentials}");
        }
        bench.set("teradata.restore_credentials_status", json!(403));
        assert_eq!(bench.post(PATH, &body).status, 403);
        bench.set("teradata.restore_credentials", json!("any"));
        let headers = [("content-type", "application/json"), ("x-auth-credentials", "basic YTpi")];
        assert_eq!(bench.send("POST", PATH, &headers, body.as_bytes()).status, 202);
    }

    #[test]
    fn requests_are_checked() {
        let mut bench = prepared();
        for (pointer, value) in [
            ("/name", json!("")),
            ("/target_site", json!("ELSEWHERE")),
            ("/job_settings", json!([])),
            ("/job_settings/objects", json!([])),
            ("/job_settings/objects", json!(["SALES"])),
            ("/job_settings/skip_statstics", json!("no")),
            ("/job_settings/objects/0/object_name", json!("HR")),
            ("/job_settings/objects/0/object_type", json!("TABLE")),
            ("/job_settings/objects/0/parent_name", json!("HR")),
            ("/job_settings/objects/0/include_all", json!(1)),
            ("/job_settings/objects/0/exclude_objects", json!([{"name": "x"}])),
        ] {
            let mut bad = request();
            *bad.pointer_mut(pointer).unwrap() = value;
            assert_eq!(bench.restore(PATH, &bad).status, 400, "{pointer}");
        }
        for pointer in ["", "/job_settings", "/job_settings/objects/0"] {
            let mut bad = request();
            bad.pointer_mut(pointer).unwrap()["skip_statistics"] = json!(true);
            assert_eq!(bench.restore(PATH, &bad).status, 400, "{pointer}");
        }
        assert_eq!(bench.runs_of("71", "api"), 0);
    }

    #[test]
    fn knobs() {
        let mut bench = Bench::new();
        assert_eq!(bench.restore(PATH, &request()).status, 409);
        bench.set("teradata.restore_unprepared", json!("allow"));
        bench.set("teradata.restore_id_header", json!("absent"));
        let answer = bench.restore(PATH, &request());
        assert_eq!((answer.status, answer.headers.len()), (202, 0));
        assert_eq!(bench.restore("jobs/75/executions/897/restores", &request()).status, 409);
    }
}
