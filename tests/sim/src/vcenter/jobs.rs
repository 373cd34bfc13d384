//! Backup jobs: create, list, get, cancel, and the check without a start (`validate`).

use super::State;
use super::error::Refusal;
use super::operations::Call;
use super::password;
use super::piece::Piece;
use super::runs::{Backup, Cancel, MANUAL};
use super::shape::{later, message, seconds};
use super::structures::name;
use super::version::Version;
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use jiff::Timestamp;
use serde_json::{Value, json};

/// A job that cannot work fails after at most this many seconds.
const EARLY_FAILURE_S: u64 = 5;

const BAD_PASSWORD: &str = "com.vmware.applmgmt.err_backup_password";
const UNREACHABLE: &str = "com.vmware.applmgmt.err_backup_location";

/// What is to be backed up, and on whose behalf.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) piece: Piece,
    /// Nobody, if the schedule does it by itself.
    pub(super) user: Option<&'static str>,
    /// The schedule that it belongs to.
    pub(super) schedule: Option<String>,
}

/// Whether this appliance can be backed up: it can.
pub(super) fn supported(_: &mut State, _: &Ctx<'_>, _: &Call) -> Result<Value, Refusal> {
    Ok(json!({"supported": true}))
}

/// A backup by hand: the status of the new job.
pub(super) fn create(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let piece = Piece::read(call.value("piece"), name!("backup.job.backup_request"), ctx.knobs)?;
    let mut trouble = None;
    if let Some(what) = broken_password(&piece) {
        let text = format!("The backup password {what}.");
        match ctx.knobs.text("vcenter.password_violation").as_str() {
            "invalid_argument" => {
                return Err(Refusal::invalid_field("backup_request", "backup_password", &text));
            }
            "job_failed" => trouble = Some(text),
            _ => return Err(Refusal::generic(BAD_PASSWORD, &text)),
        }
    }
    if state.busy() {
        return Err(Refusal::in_use());
    }
    reach(&piece.place(), ctx.knobs)?;
    let trouble = trouble.or_else(|| out_of_reach(&piece, ctx.knobs));
    let order = Order { piece, user: Some(call.caller.user), schedule: None };
    Ok(start(state, ctx, order, trouble).status(ctx))
}

fn broken_password(piece: &Piece) -> Option<&'static str> {
    piece.backup_password.as_deref().and_then(password::violation)
}

/// The generic error, if the destination is one that is looked at at once, and cannot be reached.
pub(super) fn reach(place: &str, knobs: &Knobs) -> Result<(), Refusal> {
    match knobs.text("vcenter.destination").as_str() {
        "error" => Err(Refusal::generic(UNREACHABLE, &unreachable(place))),
        _ => Ok(()),
    }
}

/// Why a backup will fail, if its destination cannot be reached.
pub(super) fn out_of_reach(piece: &Piece, knobs: &Knobs) -> Option<String> {
    (knobs.text("vcenter.destination") != "reachable").then(|| unreachable(&piece.location))
}

fn unreachable(place: &str) -> String {
    format!("The backup location {place} cannot be reached.")
}

/// Starts a backup; with `trouble` it will fail soon, and say so.
pub(super) fn start<'s>(state: &'s mut State, ctx: &Ctx<'_>, order: Order, trouble: Option<String>) -> &'s Backup {
    let mut plan = state.scripts.pop_front().unwrap_or_default();
    if let Some(text) = trouble {
        plan.outcome = "failed".into();
        plan.duration_s = plan.duration_s.min(EARLY_FAILURE_S);
        plan.message = text;
    }
    // Ids have a resolution of one second, so no two backups share one.
    state.last_stamp = ctx.now.as_second().max(state.last_stamp.saturating_add(1));
    let stamp = Timestamp::from_second(state.last_stamp).unwrap_or(ctx.now);
    let Order { piece, user, schedule } = order;
    let version = Version::of(ctx.knobs);
    let kind = match (user, &schedule) {
        (None, _) => match ctx.knobs.text("vcenter.scheduled_type").as_str() {
            "LOCAL_BACKUP" if version < Version::V90 => "SCHEDULED".to_owned(),
            word => word.to_owned(),
        },
        (Some(_), Some(_)) => ctx.knobs.text("vcenter.run_schedule_type"),
        (Some(_), None) => MANUAL.to_owned(),
    };
    let mut backup = Backup {
        id: format!("{}-{}", stamp.strftime("%Y%m%d-%H%M%S"), Version::build(ctx.knobs)),
        origin: if user.is_some() { "api" } else { "scheduler" },
        seeded: false,
        user,
        schedule,
        kind,
        version: version.appliance(),
        piece,
        started: ctx.now,
        plan,
        cancel: None,
        end: None,
        pruned: false,
    };
    backup.advance(ctx);
    state.backups.push_front(backup);
    &state.backups[0]
}

/// Ids, newest first.
pub(super) fn list(state: &mut State, ctx: &Ctx<'_>, _: &Call) -> Result<Value, Refusal> {
    Ok(state.history(ctx.knobs).map(|b| json!(b.id)).collect())
}

/// One job.
pub(super) fn get(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let id = call.text("id");
    let backup = state.history(ctx.knobs).find(|b| b.id == id);
    backup.map(|b| b.status(ctx)).ok_or_else(|| Refusal::not_found(id))
}

/// A `ReturnResult` (the reference calls it a job status, by mistake).
pub(super) fn cancel(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let (id, knobs) = (call.text("id"), ctx.knobs);
    let backup = state.backups.iter_mut().find(|b| b.id == id).ok_or_else(|| Refusal::not_found(id))?;
    if backup.end.is_some() {
        let text = "The backup job has already ended.";
        return match knobs.text("vcenter.cancel_finished").as_str() {
            "OK" => Ok(result("OK", None)),
            "error" => Err(Refusal::generic("com.vmware.applmgmt.err_job_ended", text)),
            _ => Ok(result("FAIL", Some(text))),
        };
    }
    let answer = match knobs.text("vcenter.cancel").as_str() {
        "FAIL" => return Ok(result("FAIL", Some("The backup job cannot be cancelled."))),
        "WARNING" => result("WARNING", Some("Files may be left behind at the backup location.")),
        _ => result("OK", None),
    };
    if backup.cancel.is_none() {
        let wind_down = seconds(knobs.number("vcenter.cancel_wind_down_s"));
        backup.cancel = Some(Cancel { at: ctx.now, until: later(ctx.now, wind_down) });
        backup.advance(ctx);
    }
    Ok(answer)
}

/// What create would say, without a start.
pub(super) fn validate(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let piece = Piece::read(call.value("piece"), name!("backup.backup_request"), ctx.knobs)?;
    if state.busy() {
        return Err(Refusal::in_use());
    }
    if let Some(what) = broken_password(&piece) {
        return Ok(result("FAIL", Some(&format!("The backup password {what}."))));
    }
    Ok(match out_of_reach(&piece, ctx.knobs) {
        Some(text) => result("FAIL", Some(&text)),
        None => result("OK", None),
    })
}

/// A `ReturnResult`.
pub(super) fn result(status: &str, text: Option<&str>) -> Value {
    let messages: Vec<Value> =
        text.map(|text| message("com.vmware.applmgmt.backup.result", text, &[])).into_iter().collect();
    json!({"messages": messages, "status": status})
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{ADMIN, Bench, LIST, request_body};
    use crate::vendor::Script;
    use serde_json::{Value, json};

    const SEEDED: [&str; 3] = ["20260114-230000-13010631", "20260113-230000-13010631", "20260112-230000-13010631"];

    fn entered() -> Bench {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        bench
    }

    fn cancel(bench: &mut Bench, id: &str) -> Value {
        bench.post_json(&format!("{LIST}/{id}/cancel"), None)["value"].clone()
    }

    #[test]
    fn create_answers_a_status() {
        let mut bench = entered();
        bench.set("vcenter.progress_messages", json!(false));
        let answer = bench.post(LIST, Some(&request_body()));
        assert_eq!(answer.status, 200);
        assert_eq!(
            String::from_utf8(answer.body).unwrap(),
            r#"{"value":{"id":"20260115-080000-13010631","messages":[],"progress":0,"start_time":"2026-01-15T08:00:00.000Z","state":"INPROGRESS"}}"#
        );
    }

    #[test]
    fn the_list_is_newest_first() {
        let mut bench = entered();
        assert_eq!(bench.get_json(LIST)["value"], json!(SEEDED));
        let id = bench.create();
        let list = bench.get_json(LIST)["value"].clone();
        assert_eq!(list[0], json!(id));
        assert_eq!(list.as_array().unwrap().len(), 4);
        assert_eq!(bench.get(&format!("{LIST}/20260115-080001-13010631")).status, 404);
    }

    #[test]
    fn the_appliance_may_forget() {
        let mut bench = entered();
        bench.set("vcenter.history", json!(2));
        let id = bench.create();
        assert_eq!(bench.get_json(LIST)["value"], json!([id, SEEDED[0]]));
        assert_eq!(bench.get(&format!("{LIST}/{}", SEEDED[1])).status, 404);
        assert_eq!(bench.get_json(&format!("{LIST}/details"))["value"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn ids_are_a_second_apart_even_when_the_clock_stands() {
        let mut bench = entered();
        for expected in ["080000", "080001", "080002"] {
            let id = bench.create();
            assert_eq!(id, format!("20260115-{expected}-13010631"));
            cancel(&mut bench, &id);
        }
        bench.set("vcenter.build", json!("15952498"));
        bench.advance(60);
        assert_eq!(bench.create(), "20260115-080100-15952498");
    }

    #[test]
    fn one_job_at_a_time() {
        let mut bench = entered();
        bench.create();
        let answer = bench.post(LIST, Some(&request_body()));
        assert_eq!(answer.status, 400);
        let body = String::from_utf8(answer.body).unwrap();
        assert!(body.starts_with(r#"{"type":"com.vmware.vapi.std.errors.feature_in_use","#));
        assert!(body.contains("A backup or restore is already in progress."));
        bench.advance(60);
        bench.create();
    }

    #[test]
    fn a_bad_password_has_three_answers() {
        let mut body = request_body();
        body["piece"]["backup_password"] = json!("simple");
        let mut bench = entered();
        let answer = bench.post(LIST, Some(&body));
        assert_eq!(answer.status, 500);
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains("com.vmware.vapi.std.errors.error"));
        assert!(!text.contains("simple"));
        bench.set("vcenter.generic_error_status", json!(400));
        assert_eq!(bench.post(LIST, Some(&body)).status, 400);
        bench.set("vcenter.password_violation", json!("invalid_argument"));
        let text = String::from_utf8(bench.post(LIST, Some(&body)).body).unwrap();
        assert!(text.contains("com.vmware.vapi.std.errors.invalid_argument"));
        assert_eq!(bench.get_json(LIST)["value"], json!(SEEDED));
        bench.set("vcenter.password_violation", json!("job_failed"));
        let id = bench.post_json(LIST, Some(&body))["value"]["id"].clone();
        bench.advance(5);
        let status = bench.status(id.as_str().unwrap());
        assert_eq!(status["state"], "FAILED");
    }

    #[test]
    fn an_unreachable_destination() {
        let mut bench = entered();
        bench.set("vcenter.destination", json!("error"));
        assert_eq!(bench.post(LIST, Some(&request_body())).status, 500);
        assert_eq!(bench.get_json(LIST)["value"], json!(SEEDED));
        bench.set("vcenter.destination", json!("job_failed"));
        let id = bench.create();
        assert_eq!(bench.status(&id)["state"], "INPROGRESS");
        bench.advance(5);
        let status = bench.status(&id);
        assert_eq!(status["state"], "FAILED");
        let why = status["messages"][1]["default_message"].as_str().unwrap();
        assert!(why.contains("sftp://backup.example.net/vcsa"));
    }

    #[test]
    fn a_cancelled_job_fails() {
        let mut bench = entered();
        bench.script(Script { duration_s: 100, ..Script::default() });
        let id = bench.create();
        bench.advance(40);
        let answer = bench.post(&format!("{LIST}/{id}/cancel"), None);
        assert_eq!(answer.body, br#"{"value":{"messages":[],"status":"OK"}}"#);
        let status = bench.status(&id);
        assert_eq!(status["state"], "FAILED");
        assert_eq!(status["progress"], 40);
        assert_eq!(status["end_time"], "2026-01-15T08:00:40.000Z");
        assert_eq!(bench.truth(&id)["outcome"], "stopped");
        assert_eq!(cancel(&mut bench, &id)["status"], "FAIL");
        bench.set("vcenter.cancel_finished", json!("OK"));
        assert_eq!(cancel(&mut bench, &id)["status"], "OK");
        bench.set("vcenter.cancel_finished", json!("error"));
        assert_eq!(bench.post(&format!("{LIST}/{id}/cancel"), None).status, 500);
        assert_eq!(bench.post(&format!("{LIST}/x/cancel"), None).status, 404);
        assert_eq!(bench.get(&format!("{LIST}/{id}/cancel")).status, 405);
    }

    #[test]
    fn cancel_outcomes_and_winding_down() {
        let mut bench = entered();
        bench.set("vcenter.cancel", json!("FAIL"));
        let id = bench.create();
        assert_eq!(cancel(&mut bench, &id)["status"], "FAIL");
        assert_eq!(bench.status(&id)["state"], "INPROGRESS");
        bench.set("vcenter.cancel", json!("WARNING"));
        bench.set("vcenter.cancel_wind_down_s", json!(90));
        bench.advance(30);
        let answer = cancel(&mut bench, &id);
        assert_eq!(answer["status"], "WARNING");
        assert_eq!(answer["messages"].as_array().unwrap().len(), 1);
        bench.advance(60);
        assert_eq!(cancel(&mut bench, &id)["status"], "WARNING");
        let status = bench.status(&id);
        assert_eq!((&status["state"], &status["progress"]), (&json!("INPROGRESS"), &json!(50)));
        assert_eq!(bench.post(LIST, Some(&request_body())).status, 400);
        bench.advance(30);
        assert_eq!(bench.status(&id)["state"], "FAILED");
        assert_eq!(bench.status(&id)["progress"], 50);
        assert_eq!(bench.truth(&id)["ended"], "2026-01-15T08:02:00.000Z");
    }

    #[test]
    fn validate_starts_nothing() {
        let mut bench = entered();
        let path = "/rest/appliance/recovery/backup/validate";
        let ask = |b: &mut Bench, body: &Value| b.post_json(path, Some(body))["value"]["status"].clone();
        assert_eq!(ask(&mut bench, &request_body()), "OK");
        let mut weak = request_body();
        weak["piece"]["backup_password"] = json!("simple");
        assert_eq!(ask(&mut bench, &weak), "FAIL");
        bench.set("vcenter.destination", json!("job_failed"));
        assert_eq!(ask(&mut bench, &request_body()), "FAIL");
        assert_eq!(bench.get_json(LIST)["value"], json!(SEEDED));
        bench.create();
        assert_eq!(bench.post(path, Some(&request_body())).status, 400);
    }
}
