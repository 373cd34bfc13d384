#![allow(clippy::unwrap_used)]
use super::super::testing::{Bench, LIST, SESSION, encode};
use serde_json::json;

#[test]
fn login_gives_a_token_and_a_cookie() {
    let mut bench = Bench::new();
    let answer = bench.login("administrator@vsphere.local", "Sim-Passw0rd!");
    assert_eq!(answer.status, 200);
    let body = String::from_utf8(answer.body).unwrap();
    let token = body.strip_prefix(r#"{"value":""#).unwrap().strip_suffix(r#""}"#).unwrap();
    assert_eq!(token.len(), 32);
    assert!(token.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
    let cookie = format!("vmware-api-session-id={token};Path=/rest;Secure;HttpOnly");
    assert!(answer.headers.contains(&("set-cookie".into(), cookie)));
    let by_header = bench.send("GET", LIST, &[("vmware-api-session-id", token)], b"");
    assert_eq!(by_header.status, 200);
    let cookie = format!("a=b; vmware-api-session-id={token}");
    assert_eq!(bench.send("GET", LIST, &[("cookie", &cookie)], b"").status, 200);
    assert_eq!(bench.send("GET", LIST, &[("cookie", "a=b")], b"").status, 401);
}

#[test]
fn header_authentication_gives_no_cookie() {
    let mut bench = Bench::new();
    let basic = encode("Administrator@VSPHERE.LOCAL", "Sim-Passw0rd!");
    let headers = [("authorization", basic.as_str()), ("vmware-use-header-authn", "x")];
    let answer = bench.send("POST", SESSION, &headers, b"");
    assert_eq!(answer.status, 200);
    assert!(answer.headers.iter().all(|(name, _)| name != "set-cookie"));
}

#[test]
fn wrong_credentials_are_401() {
    let mut bench = Bench::new();
    assert_eq!(bench.login("administrator@vsphere.local", "wrong").status, 401);
    assert_eq!(bench.login("nobody@vsphere.local", "Sim-Passw0rd!").status, 401);
    assert_eq!(bench.send("POST", SESSION, &[], b"").status, 401);
    let bearer = [("authorization", "Bearer x")];
    assert_eq!(bench.send("POST", SESSION, &bearer, b"").status, 401);
    let garbage = [("authorization", "Basic ???")];
    assert_eq!(bench.send("POST", SESSION, &garbage, b"").status, 401);
    // Basic alone opens nothing but sessions.
    let basic = encode("administrator@vsphere.local", "Sim-Passw0rd!");
    assert_eq!(bench.send("GET", LIST, &[("authorization", &basic)], b"").status, 401);
}

#[test]
fn an_operator_logs_in_and_is_then_forbidden() {
    let mut bench = Bench::new();
    bench.enter("operator@vsphere.local");
    let answer = bench.get(LIST);
    assert_eq!(answer.status, 403);
    let body = String::from_utf8(answer.body).unwrap();
    assert!(body.starts_with(r#"{"type":"com.vmware.vapi.std.errors.unauthorized","#));
    let me = bench.post(&format!("{SESSION}?~action=get"), None);
    assert_eq!(me.status, 200);
}

#[test]
fn a_session_shows_itself_and_can_be_closed() {
    let mut bench = Bench::new();
    bench.enter("administrator@vsphere.local");
    bench.advance(60);
    let body = bench.post_json(&format!("{SESSION}?~action=get"), None);
    assert_eq!(
        body["value"],
        json!({
            "created_time": "2026-01-15T08:00:00.000Z",
            "last_accessed_time": "2026-01-15T08:01:00.000Z",
            "user": "administrator@vsphere.local"
        })
    );
    assert_eq!(bench.post(&format!("{SESSION}?~action=put"), None).status, 404);
    assert_eq!(bench.get(SESSION).status, 405);
    let answer = bench.delete(SESSION);
    assert_eq!((answer.status, answer.body.len()), (200, 0));
    assert_eq!(bench.get(LIST).status, 401);
    assert_eq!(bench.delete(SESSION).status, 401);
    bench.set("vcenter.logout_status", json!(204));
    bench.enter("administrator@vsphere.local");
    assert_eq!(bench.delete(SESSION).status, 204);
}

#[test]
fn sessions_end_by_idleness_and_by_age() {
    let mut bench = Bench::new();
    bench.enter("administrator@vsphere.local");
    for _ in 0..3 {
        bench.advance(1799);
        assert_eq!(bench.get(LIST).status, 200);
    }
    bench.advance(1800);
    assert_eq!(bench.get(LIST).status, 401);
    assert_eq!(bench.delete(SESSION).status, 401);
    bench.enter("administrator@vsphere.local");
    for _ in 0..86 {
        bench.advance(1000);
        assert_eq!(bench.get(LIST).status, 200);
    }
    bench.advance(400);
    assert_eq!(bench.get(LIST).status, 401);
}

#[test]
fn too_many_sessions_are_503() {
    let mut bench = Bench::new();
    bench.set("vcenter.max_sessions", json!(2));
    bench.enter("administrator@vsphere.local");
    bench.enter("administrator@vsphere.local");
    let login = |b: &mut Bench| b.login("administrator@vsphere.local", "Sim-Passw0rd!").status;
    assert_eq!(login(&mut bench), 503);
    bench.delete(SESSION);
    assert_eq!(login(&mut bench), 200);
}

#[test]
fn a_cookie_may_hide_the_header() {
    let mut bench = Bench::new();
    bench.enter("administrator@vsphere.local");
    let token = bench.token.clone();
    let headers = [("vmware-api-session-id", token.as_str()), ("cookie", "a=b")];
    assert_eq!(bench.send("GET", LIST, &headers, b"").status, 200);
    bench.set("vcenter.cookie_hides_header", json!(true));
    assert_eq!(bench.send("GET", LIST, &headers, b"").status, 401);
}

#[test]
fn the_bare_dialect_has_statuses_of_its_own() {
    let mut bench = Bench::new();
    bench.set("vcenter.version", json!("7.0.2"));
    let basic = encode("administrator@vsphere.local", "Sim-Passw0rd!");
    let answer = bench.send("POST", "/api/session", &[("authorization", &basic)], b"");
    assert_eq!(answer.status, 201);
    let token: String = serde_json::from_slice(&answer.body).unwrap();
    let cookie = format!("vmware-api-session-id={token};Path=/api;Secure;HttpOnly");
    assert!(answer.headers.contains(&("set-cookie".into(), cookie)));
    bench.token = token;
    let me = bench.get_json("/api/session");
    assert_eq!(me["user"], "administrator@vsphere.local");
    // One session for all dialects.
    assert_eq!(bench.get(LIST).status, 200);
    let answer = bench.delete("/api/session");
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    let refused = bench.get("/api/session");
    assert_eq!(refused.status, 401);
    assert!(refused.body.starts_with(br#"{"error_type":"UNAUTHENTICATED","messages":"#));
    assert_eq!(bench.send("POST", "/api/session", &[], b"").status, 401);
    bench.set("vcenter.max_sessions", json!(0));
    assert_eq!(bench.send("POST", "/api/session", &[("authorization", &basic)], b"").status, 503);
}

#[test]
fn port_5480_takes_basic_with_every_request() {
    let mut bench = Bench::new();
    let root = encode("root", "Sim-Passw0rd!");
    let list = |bench: &mut Bench, basic: &str| bench.send("GET", LIST, &[("authorization", basic)], b"");
    assert_eq!(list(&mut bench, &root).status, 401);
    bench.set("vcenter.port_mode", json!("5480"));
    assert_eq!(list(&mut bench, &root).status, 200);
    assert_eq!(list(&mut bench, &encode("administrator@vsphere.local", "Sim-Passw0rd!")).status, 200);
    assert_eq!(list(&mut bench, &encode("operator@vsphere.local", "Sim-Passw0rd!")).status, 403);
    let refused = list(&mut bench, &encode("root", "wrong"));
    assert_eq!(refused.status, 401);
    assert!(String::from_utf8(refused.body).unwrap().contains("vapi.method.authentication.required"));
    // Who shows a session is judged by it.
    let headers = [("authorization", root.as_str()), ("vmware-api-session-id", "x")];
    assert_eq!(bench.send("GET", LIST, &headers, b"").status, 401);
    assert_eq!(bench.whole_truth()["sessions"], 0);
    bench.set("vcenter.port_mode", json!("443"));
    bench.set("vcenter.basic_on_443", json!(true));
    assert_eq!(list(&mut bench, &root).status, 401);
    assert_eq!(list(&mut bench, &encode("administrator@vsphere.local", "Sim-Passw0rd!")).status, 200);
}

#[test]
fn another_simulators_get_shows_the_session() {
    let mut bench = Bench::new();
    bench.enter("administrator@vsphere.local");
    assert_eq!(bench.get(SESSION).status, 405);
    bench.set("vcenter.rest_session_by_get", json!(true));
    assert_eq!(bench.get_json(SESSION)["value"]["user"], "administrator@vsphere.local");
    bench.token.clear();
    assert_eq!(bench.get(SESSION).status, 401);
}

#[test]
fn no_token_comes_back() {
    let tokens: std::collections::BTreeSet<String> = (0..20)
        .map(|_| {
            // A new state is what a reset leaves behind.
            let mut bench = Bench::new();
            bench.enter("administrator@vsphere.local");
            bench.token
        })
        .collect();
    assert_eq!(tokens.len(), 20);
}
