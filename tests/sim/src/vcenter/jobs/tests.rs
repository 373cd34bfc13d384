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
