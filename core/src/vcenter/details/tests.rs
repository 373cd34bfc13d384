//! Details in both dialects, and the odd shapes of their errors.

use super::*;
use crate::roundtrip::assert_open;
use crate::vcenter::stub::Stub;
use serde_json::{Value, json};

const OLD: &str = "20260114-080000-13010631";
const NEW: &str = "20260115-080000-13010631";

fn info() -> Value {
    json!({
        "location": "sftp://h/d", "location_user": "u", "type": "SCHEDULED", "status": "FAILED", "messages": [],
        "progress": {"total": 100, "completed": 40, "message": {"id": "m"}}, "duration": 7, "size": 123,
        "start_time": "2026-01-15T08:00:00Z", "end_time": "2026-01-15T08:00:07Z",
        "build": {"version_name": "8.0.3", "version": "8.0.3.00400", "build_number": "24322831"},
        "fast_backup": true, "error": {"error_type": "ERROR", "messages": [{"default_message": "full"}]},
        "cancelable": false, "description": {"id": "d"}, "service": "s", "operation": "o", "parent": "p",
        "target": {"type": "t", "id": "i"}, "user": "administrator@vsphere.local"
    })
}

#[test]
fn details_are_open() {
    let mut sample = info();
    sample["id"] = json!(NEW);
    let details: BackupDetails = assert_open(&sample);
    assert!(details.extra.is_empty(), "{details:?}");
    assert!(details.build.expect("build").extra.is_empty() && details.target.expect("target").extra.is_empty());
    assert!(details.progress.expect("progress").extra.is_empty());
}

#[test]
fn errors_of_every_shape_are_kept() {
    let said = |text: &str| LocalizableMessage { default_message: Some(text.to_owned()), ..Default::default() };
    let bare: TaskError = assert_open(&json!({"error_type": "ERROR", "messages": [{"default_message": "full"}]}));
    assert_eq!((bare.error_type.as_deref(), bare.messages), (Some("ERROR"), vec![said("full")]));
    let below: TaskError = assert_open(&json!({
        "type": "com.vmware.vapi.std.errors.internal_server_error", "value": {"messages": [{"default_message": "full"}]}
    }));
    assert_eq!((below.error_type.as_deref(), below.messages), (Some("INTERNAL_SERVER_ERROR"), vec![said("full")]));
    let text: TaskError = serde_json::from_value(json!("full")).expect("text");
    assert_eq!((text.error_type, text.messages), (None, vec![said("full")]));
    let odd: TaskError = serde_json::from_value(json!([7])).expect("list");
    assert_eq!(odd.extra["error"], json!([7]));
}

#[test]
fn the_newest_comes_first_in_both_dialects() {
    let list = json!({"value": [{"key": OLD, "value": info()}, {"key": NEW, "value": {"status": "PENDING"}}]});
    let map = json!({OLD: info(), NEW: {"status": "PENDING"}});
    for (roots, body) in [(&["rest"], list.to_string()), (&["api"], map.to_string())] {
        let stub = Stub::with_sessions(roots, (200, &body));
        let details = stub.client().backup_details(&[OLD, NEW]).expect("details");
        assert_eq!(details.iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), [NEW, OLD]);
        assert_eq!(details[0].status, Some(TaskStatus::Pending));
        assert_eq!((details[1].kind.as_ref(), details[1].size), (Some(&BackupType::Scheduled), Some(123)));
    }
}

#[test]
fn an_appliance_without_details_says_so() {
    // 6.5 looks for a backup called `details`.
    let none = r#"{"type":"com.vmware.vapi.std.errors.not_found","value":{"messages":[]}}"#;
    let error = Stub::with_sessions(&["rest"], (404, none)).client().backup_details(&[]).expect_err("6.5");
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Unsupported, "vcenter.backup_details"), "{error}");
    assert!(error.remedy().contains("6.7"), "{error}");
    let error = Stub::with_sessions(&["api"], (404, r#"{"error_type":"NOT_FOUND"}"#)).client().backup_details(&[OLD]);
    assert_eq!(error.expect_err("no such backup").kind(), ErrorKind::NotFound);
}
