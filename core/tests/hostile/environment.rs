//! What the environment says counts, and what is set explicitly counts more. Each case is a process of its own.

use crate::proxy::{Connect, server};
use crate::server::{Server, client};
use backupjobs::{ClientOptions, Proxy, RetryPolicy, Secret, Trust};
use std::path::PathBuf;
use std::process::Command;

const VARIABLES: [&str; 9] = [
    "HTTPS_PROXY",
    "https_proxy",
    "HTTP_PROXY",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
];

/// Not a test: the other process of the tests below.
#[test]
#[ignore = "run by the other tests of this file"]
fn child() {
    let given = |name: &str| std::env::var(format!("CHILD_{name}")).ok();
    let mut options = ClientOptions::default();
    options.retry = RetryPolicy::none();
    if let Some(pem) = given("CA") {
        options.trust = Trust::CaPem(pem.into_bytes());
    }
    options.proxy = match given("PROXY").as_deref() {
        Some("none") => Proxy::None,
        Some(url) => Proxy::url(url).unwrap(),
        None => Proxy::Environment,
    };
    let told = match client(&given("URL").unwrap(), options).job("71") {
        Ok(_) => "fine".to_owned(),
        Err(error) => format!("{error} {error:?}"),
    };
    let secret = Secret::from_env("CHILD_SECRET").map_or_else(|e| e.to_string(), |s| format!("{s:?}"));
    std::fs::write(given("OUT").unwrap(), format!("{told}\n{secret}")).unwrap();
}

fn file(name: &str, text: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("backupjobs-environment-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// What the other process saw with these variables.
fn told(server: &Server, name: &str, set: &[(&str, &str)]) -> String {
    let out = file(name, "");
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "environment::child", "--ignored", "--quiet"]);
    for variable in VARIABLES {
        child.env_remove(variable);
    }
    child.env("CHILD_URL", server.url()).env("CHILD_OUT", &out).envs(set.iter().copied());
    let ended = child.output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stdout));
    std::fs::read_to_string(out).unwrap()
}

#[test]
fn the_environments_proxy_is_used_unless_told_otherwise() {
    let (server, other) = (server(), Connect::new(None));
    let ca = ("CHILD_CA", server.identity.ca_pem.as_str());
    let other_url = other.url();
    for (name, variable, beside, used) in [
        ("upper", "HTTPS_PROXY", ("X", ""), true),
        ("lower", "https_proxy", ("X", ""), true),
        ("all", "ALL_PROXY", ("X", ""), true),
        ("http", "HTTP_PROXY", ("X", ""), false),
        ("no", "HTTPS_PROXY", ("NO_PROXY", "example.com, 127.0.0.0/8"), false),
        ("star", "HTTPS_PROXY", ("no_proxy", "*"), false),
        ("else", "HTTPS_PROXY", ("NO_PROXY", "example.com"), true),
        ("none", "HTTPS_PROXY", ("CHILD_PROXY", "none"), false),
        ("given", "HTTPS_PROXY", ("CHILD_PROXY", other_url.as_str()), false),
    ] {
        let proxy = Connect::new(None);
        let said = told(&server, name, &[(variable, &proxy.url()), ca, beside]);
        assert!(said.starts_with("fine"), "{name}: {said}");
        assert_eq!(proxy.asked(), usize::from(used), "{name}");
    }
    assert_eq!(other.asked(), 1, "the one given was used");
}

#[test]
fn trouble_with_the_environments_proxy_is_called_that() {
    let server = server();
    let ca = ("CHILD_CA", server.identity.ca_pem.as_str());
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let said = told(&server, "gone", &[("HTTPS_PROXY", &format!("http://me:canary-pw@{nobody}")), ca]);
    assert!(said.contains(&format!("the proxy http://{nobody} cannot be reached")), "{said}");
    assert!(said.contains("NO_PROXY") && !said.contains("canary"), "{said}");
}

#[test]
fn the_environments_store_is_used_unless_told_otherwise() {
    let server = server();
    let pem = file("ca.pem", &server.identity.ca_pem);
    let pem = pem.to_str().unwrap();
    assert!(told(&server, "file", &[("SSL_CERT_FILE", pem)]).starts_with("fine"));
    let said =
        told(&server, "other", &[("SSL_CERT_FILE", pem), ("CHILD_CA", &crate::identity::Identity::good().ca_pem)]);
    assert!(said.contains("not signed by a trusted authority"), "what is given counts more: {said}");
    let bad = file("empty.pem", "nothing");
    let out = told_error(&server, "bad", &[("SSL_CERT_FILE", bad.to_str().unwrap())]);
    assert!(out.contains("SSL_CERT_FILE is set, but no certificate is found there"), "{out}");
}

/// As [`told`], where the client cannot even be made.
fn told_error(server: &Server, name: &str, set: &[(&str, &str)]) -> String {
    let out = file(name, "");
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "environment::child", "--ignored", "--nocapture"]);
    for variable in VARIABLES {
        child.env_remove(variable);
    }
    child.env("CHILD_URL", server.url()).env("CHILD_OUT", &out).envs(set.iter().copied());
    let ended = child.output().unwrap();
    assert!(!ended.status.success());
    format!("{}{}", String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr))
}

#[test]
fn a_secret_of_the_environment_is_taken_and_not_shown() {
    let server = server();
    let ca = ("CHILD_CA", server.identity.ca_pem.as_str());
    assert!(told(&server, "secret", &[ca, ("CHILD_SECRET", "canary")]).ends_with("\nSecret(***)"));
    for (value, says) in [("", "is empty"), (&"canary".repeat(20_000), "more than 64 KiB")] {
        let said = told(&server, "no-secret", &[ca, ("CHILD_SECRET", value)]);
        assert!(said.contains("the environment variable CHILD_SECRET") && said.contains(says), "{said}");
        assert!(!said.contains("canary"));
    }
}
