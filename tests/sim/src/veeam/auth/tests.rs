//! Logins, refreshes and logouts.
#![allow(clippy::unwrap_used)]

use crate::veeam::bench::{Bench, FORM, MAIL};
use serde_json::json;

const GOOD: &str =
    "grant_type=password&username=lab%5CSVC-backup&password=Sim-Passw0rd%21&client_id=x&refresh_token=%27%27";

#[test]
fn a_login_answers_all_fields_in_every_version() {
    for version in ["v2", "v3", "v4", "v5", "v6", "v7", "v8"] {
        let mut bench = Bench::new();
        let got = bench.send("POST", &format!("/{version}/Token/"), FORM, GOOD, None);
        assert_eq!(got.status, 200, "{version}");
        let body = bench.json(&got);
        assert_eq!(body["token_type"], "bearer");
        assert_eq!(body["expires_in"], 3600);
        assert_eq!(body["userName"], "LAB\\svc-backup");
        let issued = if version >= "v6" { "2026-01-15T08:00:00Z" } else { "Thu, 15 Jan 2026 08:00:00 GMT" };
        assert_eq!(body[".issued"], issued);
        assert!(body[".expires"].as_str().unwrap().contains("09:00:00"));
    }
}

#[test]
fn v6_takes_json_and_the_older_ones_do_not() {
    let mut bench = Bench::new();
    let body = json!({"grant_type": "password", "username": "LAB\\svc-backup", "password": "Sim-Passw0rd!", "disable_antiforgery_token": true});
    let text = body.to_string();
    assert_eq!(bench.send("POST", "/v6/token", "application/json", &text, None).status, 200);
    let old = bench.send("POST", "/v5/token", "application/json", &text, None);
    assert_eq!((old.status, bench.json(&old)["error"].clone()), (400, json!("unsupported_grant_type")));
    assert_eq!(bench.send("POST", "/v6/token", "text/plain", &text, None).status, 415);
    assert_eq!(bench.send("POST", "/v6/token", "application/json", "{", None).status, 400);
}

#[test]
fn bad_credentials_have_the_shape_of_their_version() {
    let mut bench = Bench::new();
    let wrong = "grant_type=password&username=LAB%5Csvc-backup&password=sim-passw0rd!";
    let old = bench.send("POST", "/v5/token", FORM, wrong, None);
    assert_eq!(old.status, 400);
    assert_eq!(bench.json(&old), json!({"error": "invalid_grant", "error_description": "Invalid credential."}));
    let new = bench.send("POST", "/v6/token", FORM, wrong, None);
    assert_eq!((new.status, bench.json(&new)), (400, json!({"message": "Invalid credential."})));
    bench.knob("veeam.token_error_v6", json!("oauth"));
    let new = bench.send("POST", "/v6/token", FORM, wrong, None);
    assert_eq!(bench.json(&new)["error"], "invalid_grant");
    assert_eq!(bench.truth()["tokens"], json!({"logins": 0, "refreshes": 0, "refused": 3}));
    for odd in ["", "grant_type=operator&assertion=x", "username=LAB%5Csvc-backup&password=Sim-Passw0rd!"] {
        assert_eq!(bench.send("POST", "/v6/token", FORM, odd, None).status, 400, "{odd}");
    }
}

#[test]
fn a_refresh_rotates_the_pair() {
    let mut bench = Bench::new();
    let got = bench.send("POST", "/v5/token", FORM, GOOD, None);
    let first = bench.json(&got);
    let body = format!("grant_type=refresh_token&refresh_token={}", first["refresh_token"].as_str().unwrap());
    bench.advance(3600);
    let token = first["access_token"].as_str().unwrap().to_owned();
    assert_eq!(bench.send("GET", "/v5/Jobs", "", "", Some(&token)).status, 401);
    let got = bench.send("POST", "/v6/token", FORM, &body, None);
    let second = bench.json(&got);
    assert_ne!(first["access_token"], second["access_token"]);
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    let token = second["access_token"].as_str().unwrap().to_owned();
    assert_eq!(bench.send("GET", "/v2/Jobs", "", "", Some(&token)).status, 200);
    assert_eq!(bench.send("POST", "/v6/token", FORM, &body, None).status, 400);
    bench.revoke();
    assert_eq!(bench.send("GET", "/v2/Jobs", "", "", Some(&token)).status, 401);
}

#[test]
fn refresh_tokens_follow_their_knobs() {
    let mut bench = Bench::new();
    bench.knob("veeam.refresh_single_use", json!(false));
    bench.knob("veeam.refresh_lifetime_s", json!(10));
    bench.knob("veeam.token_lifetime_s", json!(5));
    let got = bench.send("POST", "/v6/token", FORM, GOOD, None);
    let first = bench.json(&got);
    assert_eq!(first["expires_in"], 5);
    let body = format!("grant_type=refresh_token&refresh_token={}", first["refresh_token"].as_str().unwrap());
    assert_eq!(bench.send("POST", "/v6/token", FORM, &body, None).status, 200);
    bench.advance(9);
    assert_eq!(bench.send("POST", "/v6/token", FORM, &body, None).status, 200);
    bench.advance(1);
    assert_eq!(bench.send("POST", "/v6/token", FORM, &body, None).status, 400);
}

#[test]
fn missing_and_unknown_tokens_get_an_empty_401() {
    let mut bench = Bench::new();
    for token in [None, Some("nonsense")] {
        let got = bench.send("GET", "/v5/Jobs", "", "", token);
        assert_eq!((got.status, got.body.len()), (401, 0));
    }
    bench.knob("veeam.unauthorized_body", json!("message"));
    let got = bench.send("GET", "/v5/Jobs", "", "", None);
    assert_eq!(bench.json(&got)["message"], "Authorization has been denied for this request.");
    assert!(bench.send("GET", "/v6/Jobs", "", "", None).body.is_empty());
}

#[test]
fn each_version_has_its_grants() {
    for (version, grant, want) in [
        ("v3", "urn:ietf:params:oauth:grant-type:jwt-bearer", "unsupported_grant_type"),
        ("v4", "urn:ietf:params:oauth:grant-type:jwt-bearer", "invalid_grant"),
        ("v7", "integration", "invalid_grant"),
        ("v8", "integration", "unsupported_grant_type"),
        ("v8", "operator", "invalid_grant"),
    ] {
        let mut bench = Bench::new();
        bench.knob("veeam.token_error_v6", json!("oauth"));
        let got = bench.send("POST", &format!("/{version}/token"), FORM, &format!("grant_type={grant}"), None);
        assert_eq!((got.status, bench.json(&got)["error"].clone()), (400, json!(want)), "{version} {grant}");
    }
}

#[test]
fn a_logout_ends_the_pair() {
    for (version, want) in [("v7", 200), ("v8", 204)] {
        let mut bench = Bench::new();
        let got = bench.send("POST", "/v6/token", FORM, GOOD, None);
        let pair = bench.json(&got);
        let token = pair["access_token"].as_str().unwrap();
        let path = format!("/{version}/Token/Logout");
        assert_eq!(bench.send("POST", &path, "", "", None).status, 401);
        let code = bench.send("POST", &format!("/{version}/token/AuthCode"), "", "", Some(token));
        assert!(bench.json(&code)["authCode"].is_string());
        let got = bench.send("POST", &path, "", "", Some(token));
        assert_eq!((got.status, got.body.len()), (want, 0));
        assert_eq!(bench.send("GET", "/v8/Jobs", "", "", Some(token)).status, 401);
        let body = format!("grant_type=refresh_token&refresh_token={}", pair["refresh_token"].as_str().unwrap());
        assert_eq!(bench.send("POST", "/v8/token", FORM, &body, None).status, 400);
        assert_eq!(bench.send("POST", "/v6/token/logout", "", "", Some(token)).status, 404);
    }
}

#[test]
fn strict_antiforgery_lets_only_reading_by() {
    let mut bench = Bench::new();
    bench.knob("veeam.antiforgery", json!("strict"));
    for (version, flag, want) in
        [("v6", "", 204), ("v7", "", 401), ("v8", "", 401), ("v8", "&disable_antiforgery_token=true", 204)]
    {
        let got = bench.send("POST", &format!("/{version}/token"), FORM, &format!("{GOOD}{flag}"), None);
        let pair = bench.json(&got);
        let token = pair["access_token"].as_str();
        assert_eq!(bench.send("GET", "/v8/Jobs", "", "", token).status, 200);
        let path = format!("/v8/Jobs/{MAIL}/disable");
        assert_eq!(bench.send("POST", &path, "", "", token).status, want, "{version} {flag}");
        let body = format!("grant_type=refresh_token&refresh_token={}", pair["refresh_token"].as_str().unwrap());
        let renewed = bench.send("POST", &format!("/{version}/token"), FORM, &body, None).status;
        assert_eq!(renewed, if want == 401 { 401 } else { 200 });
    }
}

#[test]
fn no_world_repeats_the_tokens_of_another() {
    let text = |_| {
        let mut bench = Bench::new();
        let got = bench.send("POST", "/v8/token", FORM, GOOD, None);
        let pair = bench.json(&got);
        (pair["access_token"].clone(), pair["refresh_token"].clone())
    };
    let [(access, refresh), (other_access, other_refresh)] = [(); 2].map(text);
    assert_ne!(access, other_access);
    assert_ne!(refresh, other_refresh);
}
