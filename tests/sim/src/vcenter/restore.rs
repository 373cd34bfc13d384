//! The restore of an appliance from an archive: the check of a request, and the one restore that there can be. It is
//! allowed only between deployment and first boot, which a knob decides.

use super::State;
use super::archives::{self, BOXNAME};
use super::error::Refusal;
use super::jobs::result;
use super::operations::Call;
use super::parts;
use super::piece::{check_location, text};
use super::runs::Backup;
use super::shape::{later, message, time};
use super::structures::name;
use super::version::Version;
use crate::vendor::Ctx;
use jiff::Timestamp;
use serde_json::{Value, json};

/// Virtual seconds that a restore, and the reconciliation after it, take.
pub(super) const DURATION_S: u64 = 60;

/// A long task of the appliance that is no backup.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) started: Timestamp,
    pub(super) cancelled: Option<Timestamp>,
    parts: Vec<String>,
}

impl Task {
    pub(super) fn new(now: Timestamp) -> Self {
        Self { started: now, cancelled: None, parts: Vec::new() }
    }

    /// When it ends or ended.
    pub(super) fn end(&self) -> Timestamp {
        self.cancelled.unwrap_or_else(|| later(self.started, DURATION_S))
    }

    /// Whether it is over, and how far it has come, in per cent.
    pub(super) fn progress(&self, now: Timestamp) -> (bool, i64) {
        let passed = now.min(self.end()).as_second().saturating_sub(self.started.as_second()).max(0);
        let whole = i64::try_from(DURATION_S).unwrap_or(i64::MAX);
        (self.end() <= now, passed.saturating_mul(100) / whole)
    }

    /// It has come to its own end.
    pub(super) fn succeeded(&self, now: Timestamp) -> bool {
        self.cancelled.is_none() && self.progress(now).0
    }
}

/// The archive of a request, if the request is right about it. Before 8.0.3 all is told with the generic error.
fn archive<'s>(state: &'s State, ctx: &Ctx<'_>, request: &Value, structure: &str) -> Result<&'s Backup, Refusal> {
    let says_why = Version::of(ctx.knobs).restore_says_why();
    let (location_type, location) = (text(request, "location_type"), text(request, "location"));
    check_location(&location_type, &location, structure, ctx.knobs)?;
    super::jobs::reach(&location, ctx.knobs)?;
    let found = archives::at(state, ctx, &location_type, &location);
    let backup = found.ok_or_else(|| match says_why {
        true => Refusal::not_found(&location),
        false => Refusal::generic("com.vmware.applmgmt.err_no_backup", &format!("No backup at {location}.")),
    })?;
    let password = request["backup_password"].as_str();
    if backup.piece.backup_password.is_some() && backup.piece.backup_password.as_deref() != password {
        let text = "The backup cannot be opened with this password.";
        return Err(match says_why {
            true => Refusal::invalid_field(structure, "backup_password", text),
            false => Refusal::generic("com.vmware.applmgmt.err_backup_password", text),
        });
    }
    Ok(backup)
}

fn applicable(backup: &Backup, ctx: &Ctx<'_>) -> bool {
    backup.version == Version::of(ctx.knobs).appliance()
}

/// What the archive says of itself; nothing is started.
pub(super) fn validate(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let backup = archive(state, ctx, call.value("piece"), name!("restore.restore_request"))?;
    let applicable = applicable(backup, ctx);
    let text = format!("The backup is of version {}.", backup.version);
    let why = message("com.vmware.applmgmt.restore.version", &text, &[backup.version]);
    Ok(json!({
        "applicable": applicable,
        "boxname": BOXNAME,
        "comment": backup.piece.comment,
        "messages": if applicable { vec![] } else { vec![why] },
        "parts": parts::included(&backup.piece.parts),
        "sso_login_required": true,
        "timestamp": time(backup.end.as_ref().map_or(backup.started, |end| end.at)),
        "version": backup.version,
    }))
}

/// Starts the restore.
pub(super) fn create(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    if !ctx.knobs.on("vcenter.before_firstboot") {
        return Err(Refusal::not_allowed("Restore is allowed only after deployment and before firstboot"));
    }
    if state.busy() {
        return Err(Refusal::in_use());
    }
    let request = call.value("piece");
    let backup = archive(state, ctx, request, name!("restore.job.restore_request"))?;
    let refused = |text: &str| Err(Refusal::generic("com.vmware.applmgmt.err_restore", text));
    if !applicable(backup, ctx) {
        return refused(&format!("The backup is of version {}.", backup.version));
    }
    if Version::of(ctx.knobs) >= Version::V67 && !request["sso_admin_user_name"].is_string() {
        return refused("The single sign-on administrator is required.");
    }
    let mut task = Task::new(ctx.now);
    task.parts = parts::ids(&request["parts"]);
    state.restore = Some(task);
    get(state, ctx, call)
}

/// The restore, or that there was none: it has neither id nor times.
pub(super) fn get(state: &mut State, ctx: &Ctx<'_>, _: &Call) -> Result<Value, Refusal> {
    let Some(task) = &state.restore else {
        return Ok(json!({"messages": [], "progress": 0, "state": "NONE"}));
    };
    let (over, progress) = task.progress(ctx.now);
    let state = match (over, task.cancelled) {
        (false, _) => "INPROGRESS",
        (true, None) => "SUCCEEDED",
        (true, Some(_)) => "FAILED",
    };
    let mut status = json!({"messages": [], "progress": progress, "state": state});
    if !task.parts.is_empty() {
        status["parts"] = json!(task.parts);
    }
    Ok(status)
}

/// Ends the restore early.
pub(super) fn cancel(state: &mut State, ctx: &Ctx<'_>, _: &Call) -> Result<Value, Refusal> {
    match &mut state.restore {
        Some(task) if !task.progress(ctx.now).0 => {
            task.cancelled = Some(ctx.now);
            Ok(result("OK", None))
        }
        _ => Ok(result("FAIL", Some("No restore is in progress."))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{ADMIN, Bench, LIST, request_body};
    use serde_json::{Value, json};

    const VALIDATE: &str = "/api/appliance/recovery/restore?action=validate";
    const RESTORE: &str = "/api/appliance/recovery/restore/job";
    const RECONCILIATION: &str = "/api/appliance/recovery/reconciliation/job";

    /// An appliance of 8.0.3 with one good backup, encrypted, and a request to restore it.
    fn backed_up() -> (Bench, Value) {
        let mut bench = Bench::new();
        bench.set("vcenter.version", json!("8.0.3"));
        bench.enter(ADMIN);
        bench.post_ok("/api/appliance/recovery/backup/job", &request_body()["piece"]);
        bench.advance(60);
        let location = "sftp://backup.example.net/vcsa/vCenter/sn_vc01.example.net/\
                        M_8.0.3.00400_20260115-080000_NZUWO2DUNR4Q====";
        let request = json!({
            "location_type": "SFTP", "location": location, "backup_password": "Encrypt-1!",
            "sso_admin_user_name": "administrator@vsphere.local", "sso_admin_user_password": "x",
        });
        (bench, request)
    }

    #[test]
    fn an_archive_speaks_before_it_is_restored() {
        let (mut bench, mut request) = backed_up();
        assert_eq!(
            bench.post_json(VALIDATE, Some(&request)),
            json!({
                "applicable": true, "boxname": "vc01.example.net", "comment": "nightly", "messages": [],
                "parts": ["common", "seat"], "sso_login_required": true, "timestamp": "2026-01-15T08:01:00.000Z",
                "version": "8.0.3.00400",
            })
        );
        bench.set("vcenter.version", json!("9.0"));
        let other = bench.post_json(VALIDATE, Some(&request));
        assert_eq!(other["applicable"], false);
        assert_eq!(other["messages"].as_array().unwrap().len(), 1);
        let rest = "/rest/appliance/recovery/restore/validate";
        assert_eq!(bench.post_json(rest, Some(&json!({ "piece": request })))["value"]["applicable"], false);
        request["backup_password"] = json!("Encrypt-2!");
        assert_eq!(bench.post(VALIDATE, Some(&request)).status, 400);
        request["location"] = json!("sftp://backup.example.net/vcsa");
        assert_eq!(bench.post(VALIDATE, Some(&request)).status, 404);
        bench.set("vcenter.version", json!("8.0.2"));
        assert_eq!(bench.post(VALIDATE, Some(&request)).status, 500);
        request["ignore_warnings"] = json!(true);
        assert_eq!(bench.post(VALIDATE, Some(&request)).status, 400);
    }

    #[test]
    fn a_restore_needs_an_appliance_before_first_boot() {
        let (mut bench, mut request) = backed_up();
        let refused = bench.post(RESTORE, Some(&request));
        assert_eq!(refused.status, 400);
        assert!(String::from_utf8(refused.body).unwrap().contains("NOT_ALLOWED_IN_CURRENT_STATE"));
        assert_eq!(bench.get_json(RESTORE), json!({"messages": [], "progress": 0, "state": "NONE"}));
        bench.set("vcenter.before_firstboot", json!(true));
        request["parts"] = json!(["supervisors"]);
        request["ignore_warnings"] = json!(true);
        let started = bench.post(RESTORE, Some(&request));
        assert_eq!(started.status, 201);
        bench.advance(30);
        assert_eq!(
            bench.get_json(RESTORE),
            json!({"messages": [], "parts": ["supervisors"], "progress": 50, "state": "INPROGRESS"})
        );
        // It is what the one job at a time means, too.
        assert_eq!(bench.post(RESTORE, Some(&request)).status, 400);
        assert_eq!(bench.post(LIST, Some(&request_body())).status, 400);
        assert_eq!(bench.post(RECONCILIATION, Some(&json!({}))).status, 400);
        bench.advance(30);
        assert_eq!(bench.get_json(RESTORE)["state"], "SUCCEEDED");
        assert_eq!(bench.post_json(&format!("{RESTORE}?action=cancel"), None)["status"], "FAIL");
    }

    #[test]
    fn a_restore_can_be_cancelled() {
        let (mut bench, request) = backed_up();
        bench.set("vcenter.before_firstboot", json!(true));
        bench.post(RESTORE, Some(&request));
        bench.advance(15);
        assert_eq!(bench.post_json(&format!("{RESTORE}?action=cancel"), None)["status"], "OK");
        assert_eq!(bench.get_json(RESTORE)["state"], "FAILED");
        assert_eq!(bench.get_json(RESTORE)["progress"], 25);
        let (rest, spec) = ("/rest/appliance/recovery/reconciliation/job", json!({"sso_admin_user_name": "a"}));
        assert_eq!(bench.post(rest, Some(&json!({ "spec": spec }))).status, 400);
        assert_eq!(bench.get(rest).status, 404);
        bench.post(RESTORE, Some(&request));
        bench.advance(60);
        assert_eq!(bench.post(RECONCILIATION, Some(&json!({}))).status, 400);
        assert_eq!(bench.post(RECONCILIATION, Some(&spec)).status, 201);
        assert_eq!(bench.get_json(rest)["value"]["status"], "RUNNING");
        assert_eq!(bench.post(LIST, Some(&request_body())).status, 400);
        bench.advance(60);
        let done = bench.get_json(RECONCILIATION);
        assert_eq!((&done["status"], &done["end_time"]), (&json!("SUCCEEDED"), &json!("2026-01-15T08:03:15.000Z")));
    }
}
