#![allow(clippy::unwrap_used)]
use super::super::testing::{ADMIN, Bench, request_body};
use super::*;

const API: &str = "/api/appliance/recovery/backup/system-name";
const REST: &str = "/rest/appliance/recovery/backup/system-name";
const PLACE: &str = "sftp://backup.example.net/vcsa";

/// An appliance of 7.0.2 with one backup more than in the beginning, by hand, with a comment.
fn backed_up() -> Bench {
    let mut bench = Bench::new();
    bench.set("vcenter.version", json!("7.0.2"));
    bench.set("vcenter.session_idle_s", json!(10_000_000));
    bench.set("vcenter.session_max_s", json!(10_000_000));
    bench.enter(ADMIN);
    bench.post_ok("/api/appliance/recovery/backup/job", &request_body()["piece"]);
    bench.advance(60);
    bench
}

fn listed(bench: &mut Bench, filter: Value) -> Vec<String> {
    let url = format!("{API}/{SYSTEM_NAME}/archives?action=list");
    let body = json!({"loc_spec": {"location": PLACE}, "filter_spec": filter});
    let list = bench.post_json(&url, Some(&body));
    list.as_array().unwrap().iter().map(|a| a["archive"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn base_32_as_published() {
    // The test vectors of RFC 4648, and the beginning of a comment that was seen in a directory.
    for (bytes, text) in [
        ("", ""),
        ("f", "MY======"),
        ("fo", "MZXQ===="),
        ("foo", "MZXW6==="),
        ("foob", "MZXW6YQ="),
        ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI======"),
    ] {
        assert_eq!(base32(bytes.as_bytes()), text);
    }
    assert!(base32(b"run_by_").starts_with("OJ2W4X3C"));
}

#[test]
fn good_backups_leave_archives() {
    let mut bench = backed_up();
    let names = bench.post_json(&format!("{API}?action=list"), Some(&json!({"location": format!("{PLACE}/")})));
    assert_eq!(names, json!([SYSTEM_NAME]));
    let newest = "M_7.0.2.00500_20260115-080000_NZUWO2DUNR4Q====";
    assert_eq!(
        listed(&mut bench, json!({})),
        [newest, "S_6.7.0.30000_20260114-230000_", "S_6.7.0.30000_20260113-230000_"]
    );
    assert_eq!(listed(&mut bench, json!({"comment_substring": "night"})), [newest]);
    assert_eq!(listed(&mut bench, json!({"max_results": 1})), [newest]);
    assert_eq!(
        listed(&mut bench, json!({"start_timestamp": "2026-01-14T00:00:00Z", "end_timestamp": "2026-01-15T00:00:00Z"})),
        ["S_6.7.0.30000_20260114-230000_"]
    );
    let one = format!("{API}/{SYSTEM_NAME}/archives/{}?action=get", newest.replace('=', "%3D"));
    assert_eq!(
        bench.post_json(&one, Some(&json!({"location": PLACE}))),
        json!({
            "comment": "nightly", "location": format!("{PLACE}/vCenter/{SYSTEM_NAME}/{newest}"),
            "parts": ["common", "seat"], "system_name": SYSTEM_NAME, "timestamp": "2026-01-15T08:01:00.000Z",
            "version": "7.0.2.00500",
        })
    );
}

#[test]
fn below_rest_all_is_in_the_query() {
    let mut bench = backed_up();
    let spec = |name: &str| format!("{name}.location={PLACE}&{name}.location_user=u&{name}.location_password=p");
    let names = bench.get_json(&format!("{REST}?{}", spec("loc_spec")));
    assert_eq!(names["value"], json!([SYSTEM_NAME]));
    let archives = format!("{REST}/{SYSTEM_NAME}/archives");
    let list = bench.get_json(&format!("{archives}?{}", spec("loc_spec")));
    assert_eq!(list["value"].as_array().unwrap().len(), 3);
    let filter = "filter_spec.max_results=2&filter_spec.comment_substring=";
    let list = bench.get_json(&format!("{archives}?{}&{filter}", spec("loc_spec")));
    let list = list["value"].as_array().unwrap();
    assert_eq!(list.len(), 2);
    assert_eq!(
        list[1],
        json!({
            "archive": "S_6.7.0.30000_20260114-230000_", "comment": "", "timestamp": "2026-01-14T23:00:00.412Z",
            "version": "6.7.0.30000",
        })
    );
    let one = bench.get_json(&format!("{archives}/S_6.7.0.30000_20260114-230000_?{}", spec("spec")));
    assert_eq!(one["value"]["system_name"], SYSTEM_NAME);
    assert_eq!(bench.get(REST).status, 400);
    assert_eq!(bench.get(&format!("{archives}?{}&filter_spec.max_results=x", spec("loc_spec"))).status, 400);
    assert_eq!(bench.get(&format!("{archives}?{}&filter_spec.colour=x", spec("loc_spec"))).status, 400);
    assert_eq!(bench.get(&format!("{archives}?{}", spec("spec"))).status, 400);
}

#[test]
fn what_is_not_there_is_not_found() {
    let mut bench = backed_up();
    let names = format!("{API}?action=list");
    let mut at = |url: &str, location: &str| bench.post(url, Some(&json!({"location": location}))).status;
    assert_eq!(at(&names, "sftp://backup.example.net/other"), 404);
    assert_eq!(at(&names, "ftp://backup.example.net/vcsa"), 404);
    assert_eq!(at(&names, "backup.example.net/vcsa"), 500);
    assert_eq!(at(&format!("{API}/{SYSTEM_NAME}/archives/M_x?action=get"), PLACE), 404);
    assert_eq!(at(&format!("{API}/sn_other/archives/S_6.7.0.30000_20260114-230000_?action=get"), PLACE), 404);
    bench.set("vcenter.destination", json!("error"));
    assert_eq!(bench.post(&names, Some(&json!({"location": PLACE}))).status, 500);
    bench.set("vcenter.version", json!("6.5"));
    assert_eq!(bench.get(&format!("{REST}?loc_spec.location={PLACE}")).status, 404);
}

#[test]
fn failed_backups_leave_nothing() {
    let mut bench = backed_up();
    let mut elsewhere = request_body()["piece"].clone();
    elsewhere["location"] = json!("smb://nas/backup");
    elsewhere["location_type"] = json!("SMB");
    bench.set("vcenter.destination", json!("job_failed"));
    bench.post_ok("/api/appliance/recovery/backup/job", &elsewhere);
    bench.advance(60);
    let names = bench.post_json(&format!("{API}?action=list"), Some(&json!({"location": "smb://nas/backup"})));
    assert_eq!(names, json!([]));
}

#[test]
fn a_schedule_keeps_as_many_as_it_is_told() {
    let mut bench = backed_up();
    let schedule = "/api/appliance/recovery/backup/schedules/default";
    assert_eq!(bench.patch(schedule, &json!({"enable": true, "retention_info": {"max_count": 2}})).status, 204);
    bench.advance(86400);
    // The one by hand is nobody's business, the oldest of the schedule's own is gone.
    assert_eq!(
        listed(&mut bench, json!({})),
        [
            "S_7.0.2.00500_20260115-230000_",
            "M_7.0.2.00500_20260115-080000_NZUWO2DUNR4Q====",
            "S_6.7.0.30000_20260114-230000_",
        ]
    );
    // One that failed leaves nothing, and takes nobody's place.
    bench.script(crate::vendor::Script { outcome: "failed".into(), ..crate::vendor::Script::default() });
    bench.advance(2 * 86400);
    assert_eq!(
        listed(&mut bench, json!({})),
        [
            "S_7.0.2.00500_20260117-230000_",
            "S_7.0.2.00500_20260115-230000_",
            "M_7.0.2.00500_20260115-080000_NZUWO2DUNR4Q====",
        ]
    );
    bench.advance(8 * 86400);
    assert_eq!(listed(&mut bench, json!({})).len(), 3);
    let jobs = bench.get_json("/api/appliance/recovery/backup/job");
    assert_eq!(jobs.as_array().unwrap().len(), 15);
}
