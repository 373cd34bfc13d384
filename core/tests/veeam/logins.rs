//! Logins, logouts, and which versions a server serves.

use crate::stub::{Seen, Stub, is_login, ok};
use backupjobs::{ClientOptions, ErrorKind, Trust, veeam};
use serde_json::json;
use std::sync::Mutex;
use veeam::Dialect::{self, V5, V7, V8};

fn insecure() -> ClientOptions {
    let mut options = ClientOptions::default();
    options.trust = Trust::Insecure;
    options.retry = backupjobs::RetryPolicy::none();
    options
}

#[test]
fn logins_decline_antiforgery_cookies_and_are_given_back_from_v7_on() {
    for dialect in Dialect::ALL {
        // The first token is refused, so that the refresh token is used.
        let refused = Mutex::new(false);
        let stub = Stub::new(move |seen| {
            let first = seen.target.contains("/Jobs") && !std::mem::replace(&mut *refused.lock().unwrap(), true);
            if first { (401, String::new()) } else { ok(&json!([])) }
        });
        let client = stub.client(*dialect);
        client.jobs().unwrap();
        client.clone().close();
        drop(client);
        let seen = stub.all();
        let logins: Vec<&Seen> = seen.iter().filter(|seen| is_login(seen)).collect();
        let declined = if *dialect >= V7 { "&disable_antiforgery_token=true" } else { "" };
        let expected = [
            format!("grant_type=password&username=LAB%5Csvc&password=canary-pw{declined}"),
            format!("grant_type=refresh_token&refresh_token=refresh-1{declined}"),
        ];
        assert_eq!(logins.iter().map(|seen| seen.body.as_str()).collect::<Vec<_>>(), expected, "{dialect}");
        let logouts: Vec<&Seen> = seen.iter().filter(|seen| seen.target.contains("logout")).collect();
        match *dialect >= V7 {
            true => {
                assert_eq!(logouts.len(), 1, "{dialect}");
                assert_eq!(logouts[0].line(), format!("POST /{dialect}/token/logout"));
                assert_eq!(logouts[0].authorization.as_deref(), Some("Bearer token-1"));
            }
            false => assert!(logouts.is_empty(), "{dialect}"),
        }
    }
}

#[test]
fn a_client_that_never_logged_in_does_not_log_out() {
    let stub = Stub::saying(200, "[]");
    drop(stub.client(V8));
    assert!(stub.all().is_empty());
}

#[test]
fn detect_asks_without_credentials() {
    let stub = Stub::new(|seen| {
        let served = ["/v5/", "/v7/", "/v8/"].iter().any(|version| seen.target.starts_with(version));
        (if served { 401 } else { 404 }, String::new())
    });
    assert_eq!(veeam::detect(&stub.url, &insecure()).unwrap(), [V5, V7, V8]);
    assert!(stub.all().iter().all(|seen| seen.authorization.is_none() && seen.method == "GET"));
    assert!(stub.all().iter().all(|seen| seen.target.ends_with("/Jobs")));
}

#[test]
fn detect_says_when_it_cannot_tell() {
    for (status, kind, says) in [
        (404, ErrorKind::Unsupported, "no version"),
        (401, ErrorKind::Protocol, "cannot exist"),
        (500, ErrorKind::Unavailable, "no reason"),
        (302, ErrorKind::Protocol, "redirect"),
    ] {
        let stub = Stub::saying(status, "");
        let error = veeam::detect(&stub.url, &insecure()).unwrap_err();
        assert_eq!((error.kind(), error.operation()), (kind, "veeam.detect"), "{error}");
        assert!(error.message().contains(says) && error.server() == Some(&stub.url), "{error}");
    }
    let error = veeam::detect("vb365.example", &insecure()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
}
