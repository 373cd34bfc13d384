//! The vendors' possible manners that nobody documents, and which of them they have today.

use crate::common::Flavor;
use backupjobs::vcenter::Dialect;
use backupjobs_sim::System;
use fastrand::Rng;
use serde_json::{Value, json};

/// Whether the vendor tries again what has failed.
pub const RETRIES: &str = "veeam.retries";

/// What a knob may be set to, besides its default.
type Manner = (&'static str, Vec<Value>);

/// Each with some chance.
pub fn draw(flavor: Flavor, r: &mut Rng) -> Vec<(&'static str, Value)> {
    let drawn = menu(flavor).into_iter().filter_map(|(name, values)| {
        // These decide about starts and ends, and are the ones to look at.
        let chance = if name.ends_with("already_running") || name == RETRIES { 30 } else { 12 };
        (r.u8(..100) < chance).then(|| (name, values[r.usize(..values.len())].clone()))
    });
    drawn.collect()
}

fn menu(flavor: Flavor) -> Vec<Manner> {
    match flavor.system() {
        System::Veeam => veeam(),
        System::Teradata => teradata(),
        System::Vcenter => vcenter(flavor == Flavor::Vcenter(Dialect::Api)),
    }
}

fn veeam() -> Vec<Manner> {
    vec![
        ("veeam.already_running", vec![json!("silent")]),
        (RETRIES, vec![json!("always")]),
        ("veeam.session_lag", vec![json!(1), json!(2), json!(3)]),
        ("veeam.status_lag", vec![json!(1), json!(4)]),
        ("veeam.token_lifetime_s", vec![json!(30), json!(600)]),
        ("veeam.refresh_lifetime_s", vec![json!(40)]),
        ("veeam.refresh_single_use", vec![json!(false)]),
        ("veeam.unauthorized_body", vec![json!("message")]),
        ("veeam.stop_idle", vec![json!("silent")]),
        ("veeam.stop_delay_s", vec![json!(15)]),
        ("veeam.empty_members", vec![json!("null")]),
        ("veeam.conflict_status_v8", vec![json!(400), json!(500)]),
        ("veeam.log_items_paged_v2", vec![json!(true)]),
    ]
}

fn teradata() -> Vec<Manner> {
    vec![
        ("teradata.already_running", vec![json!("second_run"), json!("queue")]),
        ("teradata.list_lag_polls", vec![json!(1), json!(2), json!(3)]),
        ("teradata.resource_id_header", vec![json!("absent")]),
        ("teradata.token_lifetime_s", vec![json!(30)]),
        ("teradata.execution_id_type", vec![json!("integer")]),
        ("teradata.executions_order", vec![json!("oldest_first")]),
        ("teradata.executions_paging", vec![json!("paged")]),
        ("teradata.status_running", vec![json!("IN_PROGRESS"), json!("DIGGING")]),
        ("teradata.status_queued", vec![json!("PENDING"), json!("LURKING")]),
        ("teradata.queued_start_time", vec![json!("empty")]),
        ("teradata.empty_time", vec![json!("null"), json!("absent")]),
        ("teradata.last_execution", vec![json!("finished")]),
        ("teradata.accepted_body", vec![json!("{}"), json!("null")]),
        ("teradata.error_body", vec![json!("message"), json!("error"), json!("text"), json!("empty")]),
        ("teradata.unknown_keys", vec![json!(true)]),
    ]
}

fn vcenter(api: bool) -> Vec<Manner> {
    let versions: &[&str] = if api { &["7.0.2", "8.0.3", "9.1"] } else { &["6.7.1", "7.0.0", "7.0.2", "8.0.2"] };
    vec![
        ("vcenter.version", versions.iter().map(|version| json!(version)).collect()),
        ("vcenter.late_success_s", vec![json!(20)]),
        ("vcenter.queued_state", vec![json!("NONE")]),
        ("vcenter.cancel_wind_down_s", vec![json!(15)]),
        ("vcenter.cancel", vec![json!("WARNING"), json!("FAIL")]),
        ("vcenter.destination", vec![json!("job_failed"), json!("error")]),
        ("vcenter.session_idle_s", vec![json!(30)]),
        ("vcenter.generic_error_status", vec![json!(400)]),
        ("vcenter.progress_messages", vec![json!(false)]),
        ("vcenter.logout_status", vec![json!(204)]),
    ]
}
