//! The reconciliation that follows a restore (6.7 and later): one, without an id.

use super::State;
use super::error::Refusal;
use super::operations::Call;
use super::restore::Task;
use super::shape::{message, time};
use super::structures::name;
use crate::vendor::Ctx;
use serde_json::{Value, json};

/// Starts it. (Inferred: it needs a restore that went well.)
pub(super) fn create(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    if state.busy() {
        return Err(Refusal::in_use());
    }
    if !state.restore.as_ref().is_some_and(|restore| restore.succeeded(ctx.now)) {
        return Err(Refusal::not_allowed("Reconciliation is allowed only after a restore"));
    }
    if !call.value("spec")["sso_admin_user_name"].is_string() {
        let text = "The single sign-on administrator is required.";
        return Err(Refusal::invalid_field(name!("reconciliation.job.create_spec"), "sso_admin_user_name", text));
    }
    state.reconciliation = Some(Task::new(ctx.now));
    get(state, ctx, call)
}

/// How it is getting on.
pub(super) fn get(state: &mut State, ctx: &Ctx<'_>, _: &Call) -> Result<Value, Refusal> {
    let task = state.reconciliation.as_ref().ok_or_else(|| Refusal::not_found("reconciliation job"))?;
    let (over, progress) = task.progress(ctx.now);
    let mut info = json!({
        "cancelable": false,
        "description": message("com.vmware.applmgmt.reconciliation.description", "Reconciliation", &[]),
        "messages": [],
        "operation": name!("reconciliation.job.create"),
        "progress": progress,
        "service": name!("reconciliation.job"),
        "start_time": time(task.started),
        "status": if over { "SUCCEEDED" } else { "RUNNING" },
    });
    if over {
        info["end_time"] = time(task.end()).into();
    }
    Ok(info)
}
