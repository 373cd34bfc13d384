#![allow(clippy::unwrap_used)]
use super::super::testing::{ADMIN, Bench, LIST, request_body};
use serde_json::json;

fn entered() -> Bench {
    let mut bench = Bench::new();
    bench.enter(ADMIN);
    bench
}

#[test]
fn unknown_paths_need_no_session() {
    let mut bench = Bench::new();
    for path in [
        "/",
        "/api",
        "/api/session",
        "/rest",
        "/rest/appliance/recoveryx",
        "/rest/appliance/recovery/",
        "/rest/appliance/recovery/backup",
        "/rest/appliance/recovery/backup/job/",
        "/rest/appliance/recovery/backup/job//cancel",
        "/rest/com/vmware/cis/session/x",
    ] {
        let answer = bench.send("GET", path, &[], b"");
        assert_eq!(answer.status, 404, "{path}");
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains("majorErrorCode"), "{path}: {text}");
    }
}

#[test]
fn known_paths_need_a_session() {
    let mut bench = Bench::new();
    for path in ["", "/backup/job", "/backup/job/x", "/backup/job/details", "/backup/parts"] {
        let path = format!("/rest/appliance/recovery{path}");
        assert_eq!(bench.send("GET", &path, &[], b"").status, 401, "{path}");
    }
    let body = request_body().to_string();
    let headers = [("content-type", "application/json")];
    assert_eq!(bench.send("POST", LIST, &headers, body.as_bytes()).status, 401);
}

#[test]
fn methods_queries_and_bodies() {
    let mut bench = entered();
    assert_eq!(bench.get_json("/rest/appliance/recovery")["value"]["supported"], true);
    let refused = bench.delete(LIST);
    assert_eq!(refused.status, 405);
    assert!(refused.headers.contains(&("allow".into(), "GET, POST".into())));
    assert_eq!(bench.get(&format!("{LIST}?page=1")).status, 400);
    bench.set("vcenter.unknown_query", json!("ignore"));
    assert_eq!(bench.get(&format!("{LIST}?page=1")).status, 200);
    assert_eq!(bench.get(&format!("{LIST}/details?page=1")).status, 200);
    let token = bench.token.clone();
    let form = [("vmware-api-session-id", token.as_str()), ("content-type", "text/plain")];
    let body = request_body().to_string();
    assert_eq!(bench.send("POST", LIST, &form, body.as_bytes()).status, 415);
    assert_eq!(bench.send("POST", LIST, &form[..1], body.as_bytes()).status, 415);
    let typed = [("vmware-api-session-id", token.as_str()), ("content-type", "application/json")];
    assert_eq!(bench.send("POST", LIST, &typed, b"{").status, 400);
    assert_eq!(bench.send("POST", LIST, &typed, b"").status, 400);
    // A GET with a body is what the vendor's own client sends.
    assert_eq!(bench.send("GET", LIST, &typed, b"{}").status, 200);
    assert_eq!(bench.send("GET", LIST, &form, b"{").status, 200);
    let cancel = format!("{LIST}/20260114-230000-13010631/cancel");
    assert_eq!(bench.send("POST", &cancel, &typed, b"{}").status, 200);
    assert_eq!(bench.send("POST", &cancel, &typed, br#"{"a":1}"#).status, 400);
}

const API: &str = "/api/appliance/recovery";

fn newer(version: &str) -> Bench {
    let mut bench = Bench::new();
    bench.set("vcenter.version", json!(version));
    bench.enter(ADMIN);
    bench
}

#[test]
fn the_bare_dialect_comes_with_7_0_2() {
    for version in ["6.5", "6.7.2", "7.0.0"] {
        let mut bench = newer(version);
        let answer = bench.get(&format!("{API}/backup/job"));
        assert_eq!(answer.status, 404, "{version}");
        assert!(String::from_utf8(answer.body).unwrap().contains("majorErrorCode"), "{version}");
    }
    for version in ["7.0.2", "8.0.2", "8.0.3", "9.0", "9.1"] {
        let mut bench = newer(version);
        assert_eq!(bench.get_json(&format!("{API}/backup/job")).as_array().unwrap().len(), 3, "{version}");
        assert_eq!(bench.get_json(API)["supported"], true);
        for unknown in ["/api", "/api/x", "/", "/apix", "/api/appliance/recovery/backup/job/"] {
            let answer = bench.get(unknown);
            assert_eq!(answer.status, 404, "{unknown}");
            assert!(answer.body.starts_with(br#"{"error_type":"NOT_FOUND","#), "{unknown}");
        }
        let old = bench.get("/rest/x");
        assert!(String::from_utf8(old.body).unwrap().contains("majorErrorCode"), "{version}");
        assert_eq!(bench.get(LIST).status, 200);
    }
    let mut bench = newer("9.0");
    bench.set("vcenter.rest_from_9", json!(false));
    assert_eq!(bench.get(LIST).status, 404);
    assert_eq!(bench.get(&format!("{API}/backup/job")).status, 200);
}

#[test]
fn nothing_is_wrapped_in_the_bare_dialect() {
    let mut bench = newer("8.0.3");
    let jobs = format!("{API}/backup/job");
    let wrapped = bench.post(&jobs, Some(&request_body()));
    assert_eq!(wrapped.status, 400);
    let text = String::from_utf8(wrapped.body).unwrap();
    assert!(text.contains("INVALID_REQUEST") && text.contains("Unexpected field 'piece' in request"), "{text}");
    let created = bench.post(&jobs, Some(&request_body()["piece"]));
    assert_eq!(created.status, 201);
    let text = String::from_utf8(created.body).unwrap();
    assert!(text.starts_with(r#"{"id":"20260115-080000-24322831","messages":["#), "{text}");
    let busy = bench.post(&jobs, Some(&request_body()["piece"]));
    assert_eq!(busy.status, 400);
    assert!(busy.body.starts_with(br#"{"error_type":"FEATURE_IN_USE","messages":[{"args":[],"default_message":"#));
    let job = format!("{jobs}/20260115-080000-24322831");
    assert_eq!(bench.post(&format!("{job}/cancel"), None).status, 404);
    assert_eq!(bench.post(&job, None).status, 404);
    assert_eq!(bench.post(&format!("{job}?action=stop"), None).status, 404);
    let cancelled = bench.post(&format!("{job}?action=cancel"), None);
    assert_eq!((cancelled.status, cancelled.body), (200, br#"{"messages":[],"status":"OK"}"#.to_vec()));
    assert_eq!(bench.get_json(&job)["state"], "FAILED");
    let check = format!("{API}/backup?action=validate");
    assert_eq!(bench.post_json(&check, Some(&request_body()["piece"]))["status"], "OK");
    assert_eq!(bench.post(&format!("{API}/backup/validate"), Some(&request_body())).status, 404);
    assert_eq!(bench.delete(&job).status, 405);
}

#[test]
fn bodies_of_the_bare_dialect() {
    let mut bench = newer("8.0.3");
    let (jobs, token) = (format!("{API}/backup/job"), bench.token.clone());
    let body = request_body()["piece"].to_string();
    let session = ("vmware-api-session-id", token.as_str());
    let plain = [session, ("content-type", "text/plain")];
    assert_eq!(bench.send("POST", &jobs, &plain, body.as_bytes()).status, 415);
    let typed = [session, ("content-type", "application/json; charset=utf-8")];
    assert_eq!(bench.send("POST", &jobs, &typed, b"[]").status, 400);
    assert_eq!(bench.send("POST", &jobs, &typed, b"").status, 400);
    let cookie = format!("vmware-api-session-id={token}");
    let by_cookie = [("cookie", cookie.as_str()), ("content-type", "application/json")];
    assert_eq!(bench.send("POST", &jobs, &by_cookie, body.as_bytes()).status, 201);
    assert_eq!(bench.send("GET", &jobs, &[], b"").status, 401);
    bench.enter("operator@vsphere.local");
    let forbidden = bench.get(&jobs);
    assert_eq!(forbidden.status, 403);
    assert!(forbidden.body.starts_with(br#"{"error_type":"UNAUTHORIZED","#));
    assert_eq!(bench.delete(&jobs).status, 403);
}

#[test]
fn ids_in_paths_are_decoded() {
    assert_eq!(super::decoded("a%20b%3D%zz%"), "a b=%zz%");
    assert_eq!(super::ids("/a/{x}/b", "/a/%41+/b").unwrap()["x"], "A+");
    assert!(super::ids("/a/{x}/b", "/a//b").is_none());
    assert!(super::ids("/a/{x}", "/a/b/c").is_none());
}
