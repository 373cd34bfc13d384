//! Logins against an appliance of fixed answers.

use super::*;
use crate::vcenter::stub::{NO_PATH, PASSWORD, Stub, TOKEN, USER, WHO};
use crate::vcenter::{Config, Dialect};

const LIST: &str = "/appliance/recovery/backup/job";

#[test]
fn the_dialect_is_found_once_and_remembered() {
    let new = Stub::with_sessions(&["api", "rest"], (200, "[]"));
    let client = new.client();
    assert_eq!(client.dialect(), None);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert!(client.backup_jobs().expect("list").is_empty()));
        }
    });
    assert_eq!(client.dialect(), Some(Dialect::Api));
    assert_eq!(new.lines().iter().filter(|line| line.ends_with("/session")).count(), 1, "{:?}", new.lines());

    let old = Stub::with_sessions(&["rest"], (200, r#"{"value":[]}"#));
    let client = old.client();
    client.backup_jobs().expect("list");
    client.backup_jobs().expect("list");
    let list = format!("GET /rest{LIST}");
    assert_eq!(old.lines(), ["POST /api/session", "POST /rest/com/vmware/cis/session", &list, &list]);
    assert_eq!((client.dialect(), client.clone().dialect()), (Some(Dialect::Rest), Some(Dialect::Rest)));
    drop(client);
    assert_eq!(old.lines().last().expect("request"), "DELETE /rest/com/vmware/cis/session");
}

#[test]
fn a_dialect_given_is_not_looked_for() {
    let new = Stub::with_sessions(&["api", "rest"], (200, r#"{"value":["a"]}"#));
    let mut config = new.config();
    config.dialect = Some(Dialect::Rest);
    let client = Client::new(config).expect("client");
    assert_eq!(client.dialect(), Some(Dialect::Rest));
    assert_eq!(client.backup_jobs().expect("list"), ["a"]);
    assert_eq!(new.lines().first().expect("request"), "POST /rest/com/vmware/cis/session");

    let old = Stub::with_sessions(&["rest"], (200, ""));
    let mut config = old.config();
    config.dialect = Some(Dialect::Api);
    let error = Client::new(config).expect("client").login().expect_err("not served");
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Unsupported, "vcenter.login"), "{error}");
    assert!(error.remedy().contains("unset"), "{error}");
}

#[test]
fn refused_credentials_are_not_tried_in_the_other_dialect() {
    let stub = Stub::new(|_| (401, WHO.to_owned()));
    let client = stub.client();
    let error = client.backup_jobs().expect_err("refused");
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Unauthenticated, "vcenter.backup_jobs"), "{error}");
    assert_eq!((stub.lines(), client.dialect()), (vec!["POST /api/session".to_owned()], None));
}

#[test]
fn trouble_decides_nothing() {
    for (status, body) in [(503, "{}"), (500, ""), (200, "<html>"), (200, "{}"), (201, r#""""#)] {
        let stub = Stub::new(move |_| (status, body.to_owned()));
        let client = stub.client();
        let outcome = client.login();
        assert!(outcome.is_err() || body == r#""""#, "{status} {body}");
        assert!(client.dialect().is_none() || outcome.is_ok(), "{status} {body}");
        assert_eq!(stub.lines(), ["POST /api/session"], "{status} {body}");
    }
}

#[test]
fn port_5480_takes_credentials_with_every_request() {
    for (url, mode) in [
        ("https://vc:5480", LoginMode::Basic),
        (" https://vc:5480/ ", LoginMode::Basic),
        ("https://vc", LoginMode::Session),
        ("https://vc5480:443", LoginMode::Session),
    ] {
        assert_eq!(LoginMode::for_url(url), mode, "{url}");
        assert_eq!(Client::new(Config::new(url, USER, PASSWORD)).expect("client").mode, mode);
    }
}

#[test]
fn basic_needs_no_session_and_finds_the_dialect_without_the_password() {
    let good = crate::transport::basic(USER, PASSWORD).expect("header");
    let good = good.to_str().expect("text").to_owned();
    let stub = Stub::new(move |seen| match seen.header("authorization") {
        _ if seen.line.contains(" /api/") => (404, NO_PATH.to_owned()),
        Some(sent) if sent == good => (200, r#"{"value":["a"]}"#.to_owned()),
        _ => (401, WHO.to_owned()),
    });
    let mut config = stub.config();
    config.login = Some(LoginMode::Basic);
    let client = Client::new(config.clone()).expect("client");
    client.login().expect("login");
    assert_eq!(client.backup_jobs().expect("list"), ["a"]);
    assert_eq!(client.dialect(), Some(Dialect::Rest));
    let session = client.session().expect_err("none");
    assert_eq!((session.kind(), session.operation()), (ErrorKind::Unsupported, "vcenter.session"));
    drop(client);
    let list = format!("GET /rest{LIST}");
    assert_eq!(stub.lines(), ["GET /api/session", &list, &list, &list], "no logout");
    let probes = stub.seen().into_iter().take(2);
    assert!(probes.into_iter().all(|seen| seen.header("authorization").is_none()));
    assert!(stub.seen().iter().all(|seen| seen.header("vmware-api-session-id").is_none()));

    config.password = "canary-wrong".into();
    let client = Client::new(config).expect("client");
    let before = stub.lines().len();
    let error = client.backup_jobs().expect_err("wrong");
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Unauthenticated, Some(401)), "{error}");
    let sent = stub.seen().split_off(before).into_iter().filter(|seen| seen.header("authorization").is_some());
    assert_eq!(sent.count(), 1, "wrong credentials are sent once");
}

#[test]
fn a_lost_session_is_made_again_in_the_same_dialect() {
    let lost = std::sync::atomic::AtomicBool::new(true);
    let stub = Stub::new(move |seen| match seen.line.as_str() {
        "POST /api/session" => (201, format!("\"{TOKEN}\"")),
        line if line.starts_with("GET") && lost.swap(false, std::sync::atomic::Ordering::SeqCst) => {
            (401, WHO.to_owned())
        }
        _ => (200, "[]".to_owned()),
    });
    stub.client().backup_jobs().expect("list");
    let list = format!("GET /api{LIST}");
    assert_eq!(stub.lines(), ["POST /api/session", &list, "POST /api/session", &list, "DELETE /api/session"]);
}

#[test]
fn the_session_in_both_dialects() {
    let told = r#"{"user":"u","created_time":"2026-01-15T08:00:00.000Z","last_accessed_time":null,"x":1}"#;
    let new = Stub::with_sessions(&["api"], (200, told));
    assert_eq!(new.client().session().expect("session").user.as_deref(), Some("u"));
    assert!(new.lines().contains(&"GET /api/session".to_owned()));
    let wrapped: &'static str = r#"{"value":{"user":"u"}}"#;
    let old = Stub::with_sessions(&["rest"], (200, wrapped));
    assert_eq!(old.client().session().expect("session").user.as_deref(), Some("u"));
    let info: SessionInfo = crate::roundtrip::assert_open(&serde_json::json!({
        "user": "u", "created_time": "2026-01-15T08:00:00.000Z", "last_accessed_time": "2026-01-15T08:01:00Z"
    }));
    assert!(info.extra.is_empty());
}
