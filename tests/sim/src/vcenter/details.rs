//! Job details (6.7 and later), with the other vocabulary of states.
//!
//! Which members a state has, may have and must not have is enforced by the vendor's own clients.

use super::State;
use super::error::Refusal;
use super::operations::Call;
use super::runs::Backup;
use super::shape::{message, time};
use super::structures::name;
use crate::vendor::Ctx;
use serde_json::{Value, json};

/// Bytes of a whole backup.
const SIZE: u64 = 4_815_162_342;

/// All details, or those of the jobs that the filter names.
pub(super) fn list(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let wanted = call.value("filter")["jobs"].as_array().filter(|ids| !ids.is_empty());
    Ok(state
        .history(ctx.knobs)
        .filter(|b| wanted.is_none_or(|ids| ids.iter().any(|id| *id == b.id.as_str())))
        .map(|b| json!({"key": b.id, "value": info(b, ctx)}))
        .collect())
}

fn info(backup: &Backup, ctx: &Ctx<'_>) -> Value {
    let status = match (backup.end.is_some(), backup.phase(ctx.now)) {
        (true, _) if backup.succeeded() => "SUCCEEDED",
        (true, _) => "FAILED",
        (false, "queued") => "PENDING",
        (false, _) => "RUNNING",
    };
    let mut body = json!({
        "cancelable": backup.end.is_none(),
        "description": message("com.vmware.applmgmt.backup.job.description", "Backup job", &[]),
        "location": backup.piece.place(),
        "location_user": backup.piece.location_user,
        "messages": backup.messages(ctx),
        "operation": name!("backup.job.create"),
        "service": name!("backup.job"),
        "status": status,
        "type": backup.kind,
        "build": {
            "build_number": backup.id.rsplit('-').next().unwrap_or_default(),
            "version": backup.version,
            "version_name": backup.version,
        },
    });
    if let Some(user) = backup.user {
        body["user"] = user.into();
    }
    if let Some(fast) = backup.piece.fast_backup {
        body["fast_backup"] = fast.into();
    }
    if status == "PENDING" {
        return body;
    }
    let until = backup.end.as_ref().map_or(ctx.now, |end| end.at);
    let lasted = until.as_second().saturating_sub(backup.started.as_second()).max(0);
    let percent = backup.progress(ctx.now);
    body["duration"] = lasted.into();
    body["size"] = (SIZE * u64::from(percent) / 100).into();
    body["progress"] = json!({
        "completed": percent,
        "message": message("com.vmware.applmgmt.backup.job.progress", "Backup job", &[]),
        "total": 100,
    });
    body["start_time"] = time(backup.started).into();
    if let Some(end) = &backup.end {
        body["end_time"] = time(end.at).into();
    }
    let error = ctx.knobs.text("vcenter.details_error");
    if status == "FAILED" && error != "absent" {
        body["error"] = json!({"name": "error", "messages": backup.messages(ctx), "as_text": error == "text"});
    }
    body
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{ADMIN, Bench};
    use crate::vendor::Script;
    use serde_json::{Value, json};

    const PATH: &str = "/rest/appliance/recovery/backup/job/details";

    fn keys(body: &Value) -> Vec<String> {
        let list = body["value"].as_array().unwrap();
        list.iter().map(|e| e["key"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn details_by_both_forms_of_the_filter() {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        let (new, old) = ("20260114-230000-13010631", "20260112-230000-13010631");
        assert_eq!(keys(&bench.get_json(PATH)).len(), 3);
        let one = bench.get_json(&format!("{PATH}?filter.jobs={old}"));
        assert_eq!(keys(&one), [old]);
        assert_eq!(one["value"][0]["value"]["status"], "FAILED");
        let both = format!("{PATH}?filter.jobs.1={old}&filter.jobs.2={new}");
        assert_eq!(keys(&bench.get_json(&both)), [new, old]);
        let both = format!("{PATH}?filter.jobs={old}&filter.jobs={new}");
        assert_eq!(keys(&bench.get_json(&both)), [new, old]);
        assert_eq!(keys(&bench.get_json(&format!("{PATH}?filter.jobs=x"))), [""; 0]);
        assert_eq!(bench.get(&format!("{PATH}?jobs={old}")).status, 400);
    }

    #[test]
    fn members_follow_the_status() {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        bench.script(Script { queued_s: 10, ..Script::default() });
        let id = bench.create();
        let info = |b: &mut Bench| b.get_json(&format!("{PATH}?filter.jobs={id}"))["value"][0]["value"].clone();
        let timed = ["duration", "size", "progress", "start_time"];
        let seen = info(&mut bench);
        assert_eq!(seen["status"], "PENDING");
        assert!(timed.iter().all(|key| seen.get(*key).is_none()));
        bench.advance(40);
        let seen = info(&mut bench);
        assert_eq!(seen["status"], "RUNNING");
        assert!(timed.iter().all(|key| seen.get(*key).is_some()));
        assert_eq!(seen.get("end_time"), None);
        assert_eq!(seen["progress"]["completed"], 50);
        assert_eq!(seen["type"], "MANUAL");
        assert_eq!(seen["build"]["build_number"], "13010631");
        bench.advance(30);
        let seen = info(&mut bench);
        assert_eq!(seen["status"], "SUCCEEDED");
        assert_eq!(seen["end_time"], "2026-01-15T08:01:10.000Z");
        assert_eq!(seen["duration"], 70);
    }

    #[test]
    fn versions_before_6_7_have_no_details() {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        bench.set("vcenter.version", json!("6.5"));
        assert_eq!(bench.get(PATH).status, 404);
        bench.set("vcenter.version", json!("6.7"));
        let info = bench.get_json(PATH)["value"][0]["value"].clone();
        assert_eq!(info.get("build"), None);
    }

    #[test]
    fn the_bare_dialect_has_a_map_and_other_names_in_the_query() {
        let mut bench = Bench::new();
        bench.set("vcenter.version", json!("8.0.3"));
        bench.enter(ADMIN);
        let path = "/api/appliance/recovery/backup/job/details";
        let (new, old) = ("20260114-230000-13010631", "20260112-230000-13010631");
        assert_eq!(bench.get_json(path).as_object().unwrap().len(), 3);
        let both = bench.get_json(&format!("{path}?jobs={old}&jobs={new}"));
        assert_eq!(both.as_object().unwrap().len(), 2);
        assert_eq!(both[old]["status"], "FAILED");
        assert_eq!(both[old].get("error"), None);
        assert_eq!(bench.get(&format!("{path}?filter.jobs={old}")).status, 400);
        bench.set("vcenter.details_error", json!("structure"));
        let one = bench.get_json(&format!("{path}?jobs={old}"));
        assert_eq!(one[old]["error"]["error_type"], "ERROR");
        let one = bench.get_json(&format!("{PATH}?filter.jobs={old}"));
        assert_eq!(one["value"][0]["value"]["error"]["type"], "com.vmware.vapi.std.errors.error");
        bench.set("vcenter.details_error", json!("text"));
        let one = bench.get_json(&format!("{path}?jobs={old}"));
        assert!(one[old]["error"].as_str().unwrap().starts_with("BackupManager encountered an exception."));
    }
}
