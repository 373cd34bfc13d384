#![allow(clippy::unwrap_used)]
use super::super::testing::{ADMIN, Bench, LIST, request_body};
use super::*;

const REST: &str = "/rest/appliance/recovery/backup/schedules";
const API: &str = "/api/appliance/recovery/backup/schedules";

fn entered(version: &str) -> Bench {
    let mut bench = Bench::new();
    bench.set("vcenter.version", json!(version));
    bench.set("vcenter.session_idle_s", json!(10_000_000));
    bench.set("vcenter.session_max_s", json!(10_000_000));
    bench.enter(ADMIN);
    bench
}

/// Every day at 09:30; the bench begins on a Thursday at 08:00.
fn spec() -> Value {
    json!({
        "location": "sftp://backup.example.net/nightly", "location_user": "u", "location_password": "p",
        "backup_password": "Encrypt-1!", "parts": ["seat"], "recurrence_info": {"hour": 9, "minute": 30},
    })
}

fn scheduled(bench: &Bench) -> Vec<Value> {
    let truth = bench.whole_truth();
    let runs = truth["runs"].as_array().unwrap();
    runs.iter().filter(|run| run["seeded"] == false).cloned().collect()
}

#[test]
fn create_get_list_update_delete_below_rest() {
    let mut bench = entered("6.7.2");
    let one = format!("{REST}/mine");
    let answer = bench.post(&one, Some(&json!({ "spec": spec() })));
    assert_eq!((answer.status, answer.body.len()), (200, 0));
    let info = bench.get_json(&one)["value"].clone();
    assert_eq!(
        info,
        json!({
            "enable": true, "location": "sftp://backup.example.net/nightly", "location_user": "u", "parts": ["seat"],
            "recurrence_info": {"hour": 9, "minute": 30},
        })
    );
    let truth = bench.whole_truth()["schedules"].clone();
    assert_eq!(truth[1]["encrypted"], true);
    assert!(!truth.to_string().contains("Encrypt-1!"));
    let list = bench.get_json(REST)["value"].clone();
    assert_eq!((&list[0]["key"], &list[1]["key"]), (&json!("default"), &json!("mine")));
    assert_eq!(list[1]["value"], info);
    let again = bench.post(&one, Some(&json!({ "spec": spec() })));
    assert_eq!(again.status, 400);
    assert!(String::from_utf8(again.body).unwrap().contains("std.errors.already_exists"));
    let change = json!({"spec": {"enable": false, "retention_info": {"max_count": 3}}});
    assert_eq!(bench.put(&one, &change).status, 405);
    assert_eq!(bench.put(&format!("{REST}/update/mine"), &change).status, 200);
    let changed = bench.get_json(&one)["value"].clone();
    assert_eq!((&changed["enable"], &changed["parts"]), (&json!(false), &json!(["seat"])));
    assert_eq!(changed["retention_info"]["max_count"], 3);
    assert_eq!(bench.put(&format!("{REST}/update/x"), &change).status, 404);
    bench.set("vcenter.update_without_word", json!(true));
    assert_eq!(bench.put(&one, &change).status, 200);
    assert_eq!(bench.delete(&one).status, 200);
    assert_eq!(bench.delete(&one).status, 404);
    bench.set("vcenter.rest_delete_status", json!(204));
    assert_eq!(bench.delete(&format!("{REST}/default")).status, 204);
}

#[test]
fn the_bare_dialect_has_other_verbs() {
    let mut bench = entered("7.0.2");
    let answer = bench.post(API, Some(&json!({"schedule": "a b", "spec": spec()})));
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    let list = bench.get_json(API);
    assert_eq!(list["a b"]["parts"], json!(["seat"]));
    assert_eq!(list["default"]["retention_info"]["max_count"], 7);
    let one = format!("{API}/a%20b");
    assert_eq!(bench.patch(&one, &json!({"location_user": "v"})).status, 204);
    assert_eq!(bench.get_json(&one)["location_user"], "v");
    assert_eq!(bench.patch(&one, &json!({"spec": {}})).status, 400);
    assert_eq!(bench.patch(&one, &json!({"fast_backup": true})).status, 400);
    assert_eq!(bench.patch(&format!("{API}/x"), &json!({})).status, 404);
    assert_eq!(bench.put(&one, &json!({})).status, 405);
    let refused = bench.post(&one, Some(&json!({ "spec": spec() })));
    assert_eq!(refused.status, 404);
    assert_eq!(bench.delete(&one).status, 204);
    assert_eq!(bench.get(&one).status, 404);
}

#[test]
fn bad_specifications_are_invalid_arguments() {
    let mut bench = entered("6.7.2");
    for (name, value) in [
        ("location", json!("backup.example.net/nightly")),
        ("location", json!("pigeon://backup.example.net")),
        ("location", json!("")),
        ("backup_password", json!("simple")),
        ("parts", json!(["nothing"])),
        ("recurrence_info", json!({"hour": 24, "minute": 0})),
        ("recurrence_info", json!({"hour": 0, "minute": 60})),
        ("recurrence_info", json!({"hour": -1, "minute": 0})),
        ("recurrence_info", json!({"hour": 1, "minute": 0, "days": ["Monday"]})),
        ("retention_info", json!({"max_count": 0})),
    ] {
        let mut spec = spec();
        spec[name] = value.clone();
        let answer = bench.post(&format!("{REST}/mine"), Some(&json!({ "spec": spec })));
        assert_eq!(answer.status, 400, "{value}");
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains("std.errors.invalid_argument"), "{value}: {text}");
        assert!(!text.contains("simple"));
        let update = json!({"spec": {name: value.clone()}});
        assert_eq!(bench.put(&format!("{REST}/update/default"), &update).status, 400, "{value}");
    }
    assert_eq!(bench.post(&format!("{REST}/%20"), Some(&json!({ "spec": spec() }))).status, 400);
    bench.set("vcenter.max_schedules", json!(1));
    assert_eq!(bench.post(&format!("{REST}/mine"), Some(&json!({ "spec": spec() }))).status, 500);
    assert_eq!(bench.get_json(REST)["value"].as_array().unwrap().len(), 1);
    bench.set("vcenter.version", json!("6.5"));
    assert_eq!(bench.get(REST).status, 404);
}

#[test]
fn it_runs_by_itself_at_its_time() {
    let mut bench = entered("6.7.2");
    bench.post_ok(&format!("{REST}/mine"), &json!({ "spec": spec() }));
    bench.advance(5399);
    assert_eq!(scheduled(&bench).len(), 0);
    bench.advance(1);
    let run = scheduled(&bench)[0].clone();
    assert_eq!(run["id"], "20260115-093000-13010631");
    assert_eq!((&run["origin"], &run["type"], &run["user"]), (&json!("scheduler"), &json!("SCHEDULED"), &Value::Null));
    assert_eq!((&run["schedule"], &run["encrypted"]), (&json!("mine"), &json!(true)));
    // It holds the place of the one job.
    assert_eq!(bench.post(LIST, Some(&request_body())).status, 400);
    bench.advance(60);
    assert_eq!(scheduled(&bench)[0]["outcome"], "success");
    // However far the clock jumps, each run begins and ends at its own time.
    bench.advance(3 * 86400);
    let starts: Vec<Value> = scheduled(&bench).into_iter().map(|run| run["ended"].clone()).collect();
    let expected = ["15T09:31", "16T09:31", "17T09:31", "18T09:31"];
    assert_eq!(starts, expected.map(|at| json!(format!("2026-01-{at}:00.000Z"))));
}

#[test]
fn days_and_enable_decide() {
    let mut bench = entered("6.7.2");
    let mut spec = spec();
    spec["recurrence_info"]["days"] = json!(["SATURDAY", "WEDNESDAY"]);
    bench.post_ok(&format!("{REST}/mine"), &json!({ "spec": spec }));
    bench.advance(14 * 86400);
    let days: Vec<String> = scheduled(&bench).iter().map(|run| run["id"].as_str().unwrap()[..8].to_owned()).collect();
    assert_eq!(days, ["20260117", "20260121", "20260124", "20260128"]);
    bench.put(&format!("{REST}/update/mine"), &json!({"spec": {"enable": false}}));
    bench.advance(7 * 86400);
    assert_eq!(scheduled(&bench).len(), 4);
    let never = json!({"spec": {"location": "ftp://h/d"}});
    bench.post_ok(&format!("{REST}/never"), &never);
    bench.advance(7 * 86400);
    assert_eq!(scheduled(&bench).len(), 4);
}

#[test]
fn a_turn_is_missed_when_something_else_runs() {
    let mut bench = entered("6.7.2");
    bench.post_ok(&format!("{REST}/mine"), &json!({ "spec": spec() }));
    bench.post_ok(&format!("{REST}/other"), &json!({ "spec": spec() }));
    bench.advance(5390);
    bench.create();
    bench.advance(10);
    let missed = |bench: &Bench, index: usize| bench.whole_truth()["schedules"][index]["missed"].clone();
    assert_eq!((missed(&bench, 1), missed(&bench, 2)), (json!(1), json!(1)));
    // Two at the same time: the first one runs.
    bench.advance(86400);
    assert_eq!((missed(&bench, 1), missed(&bench, 2)), (json!(1), json!(2)));
    assert_eq!(scheduled(&bench).len(), 2);
}

#[test]
fn a_schedule_runs_on_request() {
    let mut bench = entered("8.0.3");
    let status = bench.post_json(&format!("{API}/default?action=run"), Some(&json!({"comment": "by hand"})));
    assert_eq!(status["state"], "INPROGRESS");
    let run = scheduled(&bench)[0].clone();
    assert_eq!((&run["comment"], &run["type"], &run["user"]), (&json!("by hand"), &json!("MANUAL"), &json!(ADMIN)));
    assert_eq!(bench.post(&format!("{REST}/default?action=run"), None).status, 400);
    assert_eq!(bench.post(&format!("{REST}/nothing?action=run"), None).status, 404);
    bench.advance(60);
    bench.set("vcenter.run_schedule_type", json!("SCHEDULED"));
    let wrapped = bench.post_json(&format!("{REST}/default?action=run"), None);
    assert_eq!(wrapped["value"]["progress"], 0);
    assert_eq!(scheduled(&bench)[1]["type"], "SCHEDULED");
}

#[test]
fn the_destination_can_be_out_of_reach() {
    let mut bench = entered("9.0");
    bench.post_ok(API, &json!({"schedule": "mine", "spec": spec()}));
    bench.set("vcenter.destination", json!("error"));
    bench.set("vcenter.scheduled_type", json!("LOCAL_BACKUP"));
    assert_eq!(bench.post(&format!("{API}/mine?action=run"), None).status, 500);
    bench.advance(5500);
    let run = scheduled(&bench)[0].clone();
    assert_eq!((&run["outcome"], &run["type"]), (&json!("failed"), &json!("LOCAL_BACKUP")));
}
