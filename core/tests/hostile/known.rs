//! Fetching, comparing, remembering.

use crate::identity::{Identity, Wish};
use crate::server::{Server, client, json};
use backupjobs::trust::{self, KnownHosts};
use backupjobs::{CancelToken, ErrorKind, Timestamp, Trust};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::time::Duration;

fn file(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("backupjobs-known-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let path = dir.join(name);
    let _ = std::fs::remove_file(&path);
    path
}

fn server(wish: Wish) -> Server {
    Server::known_as(Identity::new(wish), |_, wire| wire.write_all(&json(r#"{"job_id":71}"#)))
}

#[test]
fn a_certificate_is_fetched_and_nothing_is_sent() {
    let server = server(Wish { names: vec!["vb365.example"], until: 2031, ..Wish::default() });
    let seen = trust::fetch(&server.url(), &server.options(), &CancelToken::new()).unwrap();
    assert_eq!((seen.subject.as_deref(), seen.issuer.as_deref()), (Some("CN=Test server"), Some("CN=Test CA")));
    assert_eq!(seen.names, ["vb365.example"]);
    assert_eq!(seen.not_before, "2020-01-01T00:00:00Z".parse::<Timestamp>().ok());
    assert_eq!(seen.not_after, "2031-01-01T00:00:00Z".parse::<Timestamp>().ok());
    assert_eq!(seen.fingerprint, server.identity.fingerprint());
    assert_eq!(seen.sha256, seen.fingerprint.replace(':', "").to_lowercase());
    assert!(!seen.trusted && !seen.self_signed, "{seen}");
    assert!(seen.refusal.as_deref().unwrap().contains("not signed by a trusted authority"), "{seen}");
    let mut options = server.options();
    options.trust = Trust::pin(&seen.sha256).unwrap();
    assert!(server.client(options).job("71").is_ok());
    assert_eq!(server.requests(), 1, "only the job");
}

#[test]
fn what_cannot_be_fetched_says_why() {
    let options = server(Wish::default()).options();
    let fetch = |url: &str| trust::fetch(url, &options, &CancelToken::new()).unwrap_err();
    assert_eq!(fetch("http://x").kind(), ErrorKind::Config);
    assert_eq!(fetch("https://no-such-host.invalid").kind(), ErrorKind::Unreachable);
    let plain = Server::bare(|mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    let error = fetch(&plain.url());
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Tls, "trust.fetch"), "{error}");
    assert_eq!(error.server(), Some(plain.url().as_str()));
    let silent = Server::bare(|_stream| std::thread::park_timeout(Duration::from_secs(600)));
    let cancel = CancelToken::new();
    cancel.cancel();
    let error = trust::fetch(&silent.url(), &options, &cancel).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Cancelled, "{error}");
}

#[test]
fn known_hosts_are_trusted_and_no_others() {
    let path = file("hosts");
    let first = server(Wish { names: vec!["x"], until: 2021, self_signed: true, ..Wish::default() });
    let mut options = first.options();
    options.trust = Trust::KnownHosts(path.clone());
    let open = client(&first.url(), options.clone());

    let error = open.job("71").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
    let place = first.at.to_string();
    for says in [&place, "is not in the known-hosts file", &first.identity.fingerprint(), path.to_str().unwrap()] {
        assert!(error.message().contains(says), "{says}: {error}");
    }
    assert!(error.remedy().contains("fetch the certificate, compare"), "{error}");

    let hosts = KnownHosts::open(&path).unwrap();
    let seen = trust::fetch(&first.url(), &options, &CancelToken::new()).unwrap();
    assert!(seen.self_signed && !seen.trusted);
    hosts.remember(&first.url(), &seen).unwrap();
    assert_eq!(hosts.lookup(&first.url()).unwrap(), [first.identity.fingerprint()]);
    assert!(open.job("71").is_ok(), "a client that is open already sees it");

    // Somebody else answers now: what is remembered for the first is held against the second.
    let second = server(Wish::default());
    hosts.remember(&second.url(), &seen).unwrap();
    let error = client(&second.url(), options.clone()).job("71").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
    for says in ["HAS CHANGED", &second.identity.fingerprint(), &first.identity.fingerprint()] {
        assert!(error.message().contains(says), "{says}: {error}");
    }
    assert!(error.remedy().contains("forget the host"), "{error}");
    assert_eq!(second.requests(), 0, "no token was sent");

    // Several certificates at once, while one is being replaced.
    let renewed = trust::fetch(&second.url(), &options, &CancelToken::new()).unwrap();
    hosts.remember(&second.url(), &renewed).unwrap();
    assert!(client(&second.url(), options.clone()).job("71").is_ok());

    assert!(hosts.forget(&first.url()).unwrap() && hosts.forget(&second.url()).unwrap());
    let forgotten = client(&first.url(), options.clone()).job("71").unwrap_err();
    assert!(forgotten.message().contains("is not in the known-hosts file"), "{forgotten}");

    std::fs::write(&path, "garbage\n").unwrap();
    let mut config = backupjobs::teradata::Config::new(first.url(), "site", "t");
    config.options = options;
    let error = backupjobs::teradata::Client::new(config).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config, "{error}");
    assert!(error.message().contains("line 1 of"), "{error}");
}
