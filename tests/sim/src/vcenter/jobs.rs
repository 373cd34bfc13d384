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
mod tests;
