//! Jobs ("data protection plans"): what they are, and the two reads of them.
//!
//! Member names and types: docs.teradata.com, "BaaS Backup Jobs APIs" of VantageCloud Enterprise. Two names are camelCase
//! and one is misspelt (`skip_statstics`); that is how the vendor has them.

use super::State;
use super::error::Refusal;
use super::product::Product;
use super::query::{self, Page};
use super::runs::Execution;
use super::shape::{later, put_time};
use crate::http::Request;
use crate::vendor::{Ctx, Script};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::collections::VecDeque;

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Backup,
    /// Restores what the job of that id has backed up.
    Restore {
        from: i64,
    },
}

impl Kind {
    /// The vendor's word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Backup => "BACKUP",
            Self::Restore { .. } => "RESTORE",
        }
    }
}

/// One job.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) id: i64,
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    pub(super) kind: Kind,
    pub(super) backup_type: &'static str,
    pub(super) active: bool,
    pub(super) auto_abort_active: bool,
    pub(super) auto_abort_minutes: u32,
    pub(super) priority: i64,
    pub(super) retention: usize,
    /// A known planned start and the seconds between two of them.
    pub(super) schedule: Option<(Timestamp, u64)>,
    /// Site that gets a copy, and how many copies it keeps.
    pub(super) target: Option<(&'static str, i64)>,
    pub(super) database: &'static str,
    /// Databases left out.
    pub(super) excluded: &'static [&'static str],
    /// Databases below it.
    pub(super) parts: i64,
    /// Bytes of a full backup.
    pub(super) size: i64,
    /// How the next runs go.
    pub(super) scripts: VecDeque<Script>,
}

impl Job {
    /// How the next run goes; uses up a script.
    pub(super) fn next_script(&mut self) -> Script {
        self.scripts.pop_front().unwrap_or_default()
    }

    /// The first planned start after `now`.
    fn next_run(&self, now: Timestamp) -> Option<Timestamp> {
        let (first, every) = self.schedule?;
        if !self.active {
            return None;
        }
        let passed = u64::try_from(now.as_second().saturating_sub(first.as_second()));
        match passed {
            Ok(passed) if first <= now => Some(later(first, (passed / every.max(1) + 1).saturating_mul(every))),
            _ => Some(first),
        }
    }

    fn settings(&self) -> Value {
        let excluded: Vec<Value> =
            self.excluded.iter().map(|name| json!({"object_name": name, "object_type": "DATABASE"})).collect();
        json!({
            "online": true,
            "objects": [{
                "exclude_objects": excluded,
                "include_all": true,
                "object_name": self.database,
                "object_type": "DATABASE",
                "parent_name": "DBC",
                "parent_type": "DATABASE",
                "rename_to": "",
            }],
            "continue_job_on_access_right_violation": false,
            "run_as_a_copy_job": false,
            "restore_to_a_different_database_on_target_site": "",
            "skip_statstics": false,
            "retained_copy": "",
        })
    }
}

/// `GET /sites/{site}/jobs`: ascending ids (the order is a guess), one page.
///
/// On Lake only three parameters stand in the vendor's sample.
pub(super) fn list(state: &State, ctx: &Ctx<'_>, req: &Request, product: Product) -> Result<Value, Refusal> {
    let knobs = ctx.knobs;
    let type_filter = product.type_filter();
    let mut known = vec!["page", "page-size", type_filter];
    if product == Product::Enterprise || knobs.on("teradata.lake_unverified") {
        known.push("is-active");
    }
    query::known(req, &known, knobs)?;
    let active = match query::flag(req, "is-active")? {
        Some(false) if knobs.text("teradata.is_active_false") == "all" => None,
        other => other,
    };
    let kind = match query::value(req, type_filter) {
        Some(word) if word.eq_ignore_ascii_case("backup") => Some("BACKUP"),
        Some(word) if word.eq_ignore_ascii_case("restore") => Some("RESTORE"),
        Some(word) if knobs.text("teradata.bad_job_type") == "reject" => {
            return Err(Refusal::bad_request(format!("{type_filter} must be BACKUP or RESTORE, not '{word}'.")));
        }
        _ => None,
    };
    let mut page = Page::of(req, knobs)?;
    if knobs.on("teradata.jobs_ignore_page") {
        page.number = 1;
    }
    let jobs = state
        .jobs
        .values()
        .filter(|job| active.is_none_or(|wanted| job.active == wanted))
        .filter(|job| kind.is_none_or(|wanted| job.kind.word() == wanted))
        .collect();
    Ok(page.cut(jobs, knobs)?.into_iter().map(|job| Value::Object(summary(state, ctx, job, product))).collect())
}

/// `GET /sites/{site}/jobs/{id}`: the same and `job_settings`.
pub(super) fn get(state: &State, ctx: &Ctx<'_>, req: &Request, product: Product, id: i64) -> Result<Value, Refusal> {
    query::known(req, &[], ctx.knobs)?;
    let job = state.job(id)?;
    let mut body = summary(state, ctx, job, product);
    body.insert("job_settings".into(), job.settings());
    Ok(Value::Object(body))
}

fn summary(state: &State, ctx: &Ctx<'_>, job: &Job, product: Product) -> Map<String, Value> {
    let (target_site, target_copies) = job.target.unwrap_or(("", 0));
    let mut body = Map::new();
    let mut put = |key: &str, value: Value| {
        body.insert(key.to_owned(), value);
    };
    put("site_id", json!(product.site_id()));
    put("auto_abort_in_minutes", json!(job.auto_abort_minutes));
    put("backup_type", json!(job.backup_type));
    put("description", json!(job.description));
    put("is_active", json!(job.active));
    put("is_auto_abort_active", json!(job.auto_abort_active));
    put("job_id", json!(job.id));
    put("job_type", json!(job.kind.word()));
    put("name", json!(job.name));
    put("no_of_retention_copies", json!(job.retention));
    put("priority", json!(job.priority));
    put("siteTargetType", json!("AWS"));
    put("backup_mechanism", json!("DSA"));
    put(
        "targetSiteDetails",
        json!({
            "target_site_id": target_site,
            "target_retention_copies_count": target_copies,
            "target_retention_source": "",
        }),
    );
    if let Some(details) = last_execution(state, ctx, job) {
        put("last_execution_details", details);
    }
    put_time(&mut body, "next_run_time", job.next_run(ctx.now), ctx.knobs);
    body
}

/// The ids in here are integers, although the execution lists have them as strings.
fn last_execution(state: &State, ctx: &Ctx<'_>, job: &Job) -> Option<Value> {
    let finished_only = ctx.knobs.text("teradata.last_execution") == "finished";
    let restores = ctx.knobs.on("teradata.last_execution_restores");
    let shown = |e: &&Execution| e.job == job.id && (restores || e.restore.is_none());
    let newest = state.executions.iter().rev().filter(shown).find(|e| !finished_only || e.end.is_some());
    match newest {
        Some(execution) => Some(details(ctx, job, execution)),
        None => match ctx.knobs.text("teradata.never_run").as_str() {
            "absent" => None,
            "{}" => Some(json!({})),
            "zeroed" => Some(json!({
                "end_time": "", "start_time": "", "status": "", "backup_set_size": 0,
                "backup_job_id": 0, "backup_job_execution_id": 0, "restore_execution_id": 0,
            })),
            _ => Some(Value::Null),
        },
    }
}

fn details(ctx: &Ctx<'_>, job: &Job, execution: &Execution) -> Value {
    let (backup_job, backup, restore) = match job.kind {
        Kind::Backup if execution.restore.is_some() => (job.id, execution.parent.unwrap_or_default(), execution.id),
        Kind::Backup => (job.id, execution.id, 0),
        Kind::Restore { from } => (from, execution.parent.unwrap_or_default(), execution.id),
    };
    let mut body = Map::new();
    put_time(&mut body, "end_time", execution.end_time(), ctx.knobs);
    put_time(&mut body, "start_time", execution.start_time(ctx), ctx.knobs);
    body.insert("status".into(), execution.word(ctx).into());
    body.insert("backup_set_size".into(), execution.size().into());
    body.insert("backup_job_id".into(), backup_job.into());
    body.insert("backup_job_execution_id".into(), backup.into());
    body.insert("restore_execution_id".into(), restore.into());
    Value::Object(body)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use serde_json::{Value, json};

    fn ids(body: &Value) -> Vec<i64> {
        let items = body.as_array().unwrap();
        items.iter().map(|j| j["job_id"].as_i64().unwrap()).collect()
    }

    #[test]
    fn fourteen_jobs_need_two_pages() {
        let mut bench = Bench::new();
        let first = ids(&bench.get_json("jobs"));
        assert_eq!(first, [34, 71, 72, 73, 74, 75, 76, 77, 78, 79]);
        assert_eq!(ids(&bench.get_json("jobs?page=2")), [80, 81, 82, 83]);
        assert_eq!(ids(&bench.get_json("jobs?page=3")), [0_i64; 0]);
        assert_eq!(ids(&bench.get_json("jobs?page-size=14")).len(), 14);
        assert_eq!(ids(&bench.get_json("jobs?page=2&page-size=13")), [83]);
        assert_eq!(bench.get("jobs?page=0").status, 400);
        assert_eq!(bench.get("jobs?page_size=5").status, 400);
        bench.set("teradata.jobs_ignore_page", json!(true));
        assert_eq!(ids(&bench.get_json("jobs?page=2")), first);
    }

    #[test]
    fn filters() {
        let mut bench = Bench::new();
        assert_eq!(ids(&bench.get_json("jobs?job-type=restore")), [80]);
        assert_eq!(ids(&bench.get_json("jobs?job-type=RESTORE")), [80]);
        let backups = ids(&bench.get_json("jobs?job-type=Backup&page-size=50"));
        assert_eq!(backups.len(), 13);
        assert!(!backups.contains(&80));
        let active = ids(&bench.get_json("jobs?is-active=true&page-size=50"));
        assert_eq!(active.len(), 13);
        assert!(!active.contains(&81));
        assert_eq!(ids(&bench.get_json("jobs?is-active=false&page-size=50")).len(), 14);
        bench.set("teradata.is_active_false", json!("inactive"));
        assert_eq!(ids(&bench.get_json("jobs?is-active=false")), [81]);
        assert_eq!(bench.get("jobs?is-active=1").status, 400);
        assert_eq!(bench.get("jobs?job-type=COPY").status, 400);
        bench.set("teradata.bad_job_type", json!("ignore"));
        assert_eq!(ids(&bench.get_json("jobs?job-type=COPY")).len(), 10);
    }

    #[test]
    fn a_job_has_the_documented_members() {
        let mut bench = Bench::new();
        let job = bench.get_json("jobs/34");
        let expected = json!({
            "site_id": "ACMEPRD1", "auto_abort_in_minutes": 0, "backup_type": "FULL",
            "description": "test backup plan for employee database",
            "job_settings": {
                "online": true,
                "objects": [{
                    "exclude_objects": [{"object_name": "DEPARTMENT", "object_type": "DATABASE"}],
                    "include_all": true, "object_name": "EMPLOYEE", "object_type": "DATABASE",
                    "parent_name": "DBC", "parent_type": "DATABASE", "rename_to": ""
                }],
                "continue_job_on_access_right_violation": false, "run_as_a_copy_job": false,
                "restore_to_a_different_database_on_target_site": "",
                "skip_statstics": false, "retained_copy": ""
            },
            "is_active": true, "is_auto_abort_active": false, "job_id": 34, "job_type": "BACKUP",
            "last_execution_details": {
                "end_time": "2022-12-07T11:35:00.000000Z", "start_time": "2022-12-07T11:31:00.000000Z",
                "status": "SUCCESSFUL", "backup_set_size": 1_000_000, "backup_job_id": 34,
                "backup_job_execution_id": 121, "restore_execution_id": 0
            },
            "name": "test_backup_plan", "next_run_time": "2026-01-15T11:31:02.282298Z",
            "no_of_retention_copies": 2, "siteTargetType": "AWS",
            "targetSiteDetails": {
                "target_site_id": "", "target_retention_copies_count": 0, "target_retention_source": ""
            },
            "priority": 1, "backup_mechanism": "DSA"
        });
        assert_eq!(job, expected);
        let mut listed = expected;
        listed.as_object_mut().unwrap().remove("job_settings");
        assert_eq!(bench.get_json("jobs")[0], listed);
        assert_eq!(bench.get("jobs/35").status, 404);
        assert_eq!(bench.get("jobs/x").status, 400);
        assert_eq!(bench.get("jobs/71?page=1").status, 400);
    }

    #[test]
    fn next_run_time_moves_on_and_is_empty_when_inactive() {
        let mut bench = Bench::new();
        let next = |b: &mut Bench, id: i64| b.get_json(&format!("jobs/{id}"))["next_run_time"].clone();
        assert_eq!(next(&mut bench, 71), "2026-01-16T02:00:00.000000Z");
        bench.advance(18 * 3600);
        assert_eq!(next(&mut bench, 71), "2026-01-17T02:00:00.000000Z");
        assert_eq!(next(&mut bench, 81), "");
        bench.set("teradata.empty_time", json!("absent"));
        assert_eq!(bench.get_json("jobs/81").get("next_run_time"), None);
    }

    #[test]
    fn a_job_that_never_ran_has_four_faces() {
        let mut bench = Bench::new();
        assert_eq!(bench.get_json("jobs/81")["last_execution_details"], Value::Null);
        bench.set("teradata.never_run", json!("{}"));
        assert_eq!(bench.get_json("jobs/81")["last_execution_details"], json!({}));
        bench.set("teradata.never_run", json!("zeroed"));
        assert_eq!(bench.get_json("jobs/81")["last_execution_details"]["backup_job_execution_id"], 0);
        bench.set("teradata.never_run", json!("absent"));
        assert_eq!(bench.get_json("jobs/81").get("last_execution_details"), None);
    }

    #[test]
    fn last_execution_shows_the_run_under_way_or_the_last_finished() {
        let mut bench = Bench::new();
        assert_eq!(bench.execute(71), "906");
        let last = |b: &mut Bench| b.get_json("jobs/71")["last_execution_details"].clone();
        let seen = last(&mut bench);
        assert_eq!(seen["backup_job_execution_id"], 906);
        assert_eq!(seen["status"], "EXECUTING");
        assert_eq!(seen["end_time"], "");
        bench.set("teradata.last_execution", json!("finished"));
        assert_eq!(last(&mut bench)["backup_job_execution_id"], 905);
        bench.advance(60);
        let seen = last(&mut bench);
        assert_eq!(seen["backup_job_execution_id"], 906);
        assert_eq!(seen["status"], "SUCCESSFUL");
        assert_eq!(seen["end_time"], "2026-01-15T08:01:00.000000Z");
    }

    #[test]
    fn a_restore_points_at_the_backup() {
        let mut bench = Bench::new();
        let last = bench.get_json("jobs/80")["last_execution_details"].clone();
        assert_eq!(last["backup_job_id"], 71);
        assert!(last["backup_job_execution_id"].as_i64().unwrap() > 0);
        assert!(last["restore_execution_id"].as_i64() > last["backup_job_execution_id"].as_i64());
    }
}
