//! The two lists of executions.

use super::State;
use super::error::Refusal;
use super::jobs::Job;
use super::product::Product;
use super::query::{self, Page};
use super::runs::Execution;
use super::shape::put_time;
use crate::http::Request;
use crate::vendor::Ctx;
use serde_json::{Map, Value, json};

/// `GET /sites/{site}/executions` and `GET /sites/{site}/jobs/{id}/executions`. No query parameter is documented for
/// either; whether they page is unknown.
pub(super) fn list(
    state: &mut State,
    ctx: &Ctx<'_>,
    req: &Request,
    product: Product,
    of_job: Option<i64>,
) -> Result<Value, Refusal> {
    if let Some(id) = of_job {
        state.job(id)?;
    }
    let restores = ctx.knobs.on("teradata.restores_in_executions");
    rows(state, ctx, req, product, |e, _| of_job.is_none_or(|id| e.job == id) && (restores || e.restore.is_none()))
}

/// The executions that are wanted, told whether each is a restore.
pub(super) fn rows(
    state: &mut State,
    ctx: &Ctx<'_>,
    req: &Request,
    product: Product,
    wanted: impl Fn(&Execution, bool) -> bool,
) -> Result<Value, Refusal> {
    let knobs = ctx.knobs;
    query::known(req, &["page", "page-size"], knobs)?;
    let page = Page::unless_whole(req, knobs)?;
    let mut rows = Vec::new();
    for execution in &mut state.executions {
        let Some(job) = state.jobs.get(&execution.job) else {
            continue;
        };
        if !wanted(execution, execution.is_restore(job)) {
            continue;
        }
        if execution.hidden_polls > 0 {
            execution.hidden_polls -= 1;
            continue;
        }
        rows.push((job, &*execution));
    }
    if knobs.text("teradata.executions_order") == "newest_first" {
        rows.reverse();
    }
    if let Some(page) = page {
        rows = page.cut(rows, knobs)?;
    }
    Ok(rows.into_iter().map(|(job, execution)| row(execution, ctx, job, product)).collect())
}

/// All 21 documented members.
pub(super) fn row(execution: &Execution, ctx: &Ctx<'_>, job: &Job, product: Product) -> Value {
    let saveset = execution.end.as_ref().map_or(0, |end| end.saveset);
    let restore = execution.restore.as_ref();
    let target = restore.map_or(job.target.map_or("", |(site, _)| site), |restore| restore.target_site.as_str());
    let name = restore.map_or_else(|| format!("{}_{}", job.name, execution.id), |restore| restore.name.clone());
    let replication = if saveset > 0 && !target.is_empty() { "SUCCESSFUL" } else { "" };
    let server_id = if execution.begun(ctx.now) { format!("DSA-{}", execution.id) } else { String::new() };
    let id = if ctx.knobs.text("teradata.execution_id_type") == "integer" {
        json!(execution.id)
    } else {
        json!(execution.id.to_string())
    };
    let mut body = Map::new();
    put_time(&mut body, "start_time", execution.start_time(ctx), ctx.knobs);
    put_time(&mut body, "end_time", execution.end_time(), ctx.knobs);
    let mut put = |key: &str, value: Value| {
        body.insert(key.to_owned(), value);
    };
    put("site_id", json!(product.site_id()));
    put("target_site", json!(target));
    put("job_id", json!(execution.job));
    put("job_name", json!(job.name));
    put("backup_mechanism", json!("DSA"));
    put("job_type", json!(execution.job_type(job)));
    put("execution_id", id);
    put("execution_name", json!(name));
    put("backup_set_size", json!(execution.size()));
    put("server_execution_id", json!(server_id));
    put("parent_execution_id", json!(execution.parent.map_or(String::new(), |id| id.to_string())));
    put("status", json!(execution.word(ctx)));
    put("saveset_replication_status", json!(replication));
    put("is_saveset_retained", json!(saveset > 0 && !execution.saveset_deleted));
    put("is_saveset_deleted", json!(execution.saveset_deleted));
    put("saveset_id", json!(saveset));
    put("run_type", json!(execution.run_type));
    put("site_type", json!(""));
    put("status_detail", json!(execution.end.as_ref().map_or("", |end| end.detail.as_str())));
    Value::Object(body)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use serde_json::{Value, json};

    fn ids(body: &Value) -> Vec<String> {
        let items = body.as_array().unwrap();
        items.iter().map(|e| e["execution_id"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn an_execution_has_the_21_documented_members() {
        let mut bench = Bench::new();
        bench.execute(71);
        let row = bench.get_json("jobs/71/executions")[0].clone();
        let expected = json!({
            "site_id": "ACMEPRD1", "target_site": "ACMEDR01", "job_id": 71, "job_name": "sales_nightly",
            "backup_mechanism": "DSA", "job_type": "BACKUP", "execution_id": "906",
            "execution_name": "sales_nightly_906", "start_time": "2026-01-15T08:00:00.000000Z",
            "end_time": "", "backup_set_size": 0, "server_execution_id": "DSA-906",
            "parent_execution_id": row["parent_execution_id"], "status": "EXECUTING",
            "saveset_replication_status": "", "is_saveset_retained": false,
            "is_saveset_deleted": false, "saveset_id": 0, "run_type": "DELTA", "site_type": "",
            "status_detail": ""
        });
        assert_eq!(row, expected);
        assert_eq!(row.as_object().unwrap().len(), 21);
        assert!(!row["parent_execution_id"].as_str().unwrap().is_empty());
        bench.advance(60);
        let row = bench.get_json("jobs/71/executions")[0].clone();
        assert_eq!(row["status"], "SUCCESSFUL");
        assert_eq!(row["end_time"], "2026-01-15T08:01:00.000000Z");
        assert_eq!(row["saveset_id"], 5906);
        assert_eq!(row["is_saveset_retained"], true);
        assert_eq!(row["saveset_replication_status"], "SUCCESSFUL");
        assert!(row["backup_set_size"].as_i64().unwrap() > i64::from(i32::MAX));
    }

    #[test]
    fn lists_are_newest_first_and_whole() {
        let mut bench = Bench::new();
        let of_job = ids(&bench.get_json("jobs/71/executions"));
        assert_eq!(of_job.len(), 12);
        assert_eq!(of_job[0], "905");
        let mut sorted = of_job.clone();
        sorted.sort_by(|a, b| b.cmp(a));
        assert_eq!(of_job, sorted);
        assert_eq!(ids(&bench.get_json("jobs/71/executions?page=2")), of_job);
        let of_site = ids(&bench.get_json("executions"));
        assert_eq!(of_site[0], "905");
        assert_eq!(of_site.last().unwrap(), "121");
        assert!(of_site.len() > of_job.len());
        assert_eq!(bench.get("jobs/35/executions").status, 404);
        assert_eq!(bench.get("jobs/71/executions?status=FAILED").status, 400);
        assert_eq!(ids(&bench.get_json("jobs/81/executions")), [""; 0]);
        bench.set("teradata.executions_order", json!("oldest_first"));
        assert_eq!(ids(&bench.get_json("executions"))[0], "121");
    }

    #[test]
    fn paging_of_executions_is_a_knob() {
        let mut bench = Bench::new();
        bench.set("teradata.executions_paging", json!("paged"));
        assert_eq!(ids(&bench.get_json("jobs/71/executions")).len(), 10);
        assert_eq!(ids(&bench.get_json("jobs/71/executions?page=2")).len(), 2);
        assert_eq!(ids(&bench.get_json("jobs/71/executions?page-size=12")).len(), 12);
        bench.set("teradata.executions_paging", json!("capped"));
        let first = ids(&bench.get_json("jobs/71/executions"));
        assert_eq!(first.len(), 10);
        assert_eq!(ids(&bench.get_json("jobs/71/executions?page=2")), first);
    }

    #[test]
    fn a_new_execution_may_be_late_in_the_lists() {
        let mut bench = Bench::new();
        bench.set("teradata.list_lag_polls", json!(2));
        bench.execute(71);
        let newest = |b: &mut Bench, path: &str| ids(&b.get_json(path))[0].clone();
        assert_eq!(newest(&mut bench, "jobs/71/executions"), "905");
        assert_ne!(newest(&mut bench, "jobs/72/executions"), "906");
        assert_eq!(newest(&mut bench, "executions"), "905");
        assert_eq!(newest(&mut bench, "executions"), "906");
        assert_eq!(newest(&mut bench, "jobs/71/executions"), "906");
    }

    #[test]
    fn ids_may_turn_into_integers() {
        let mut bench = Bench::new();
        bench.set("teradata.execution_id_type", json!("integer"));
        assert_eq!(bench.get_json("executions")[0]["execution_id"], 905);
    }
}
