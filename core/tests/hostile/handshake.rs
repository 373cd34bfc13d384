//! What can go wrong before the first request: each with its own words, and nothing sent.

use crate::identity::{Identity, Wish};
use crate::server::{Server, client, json};
use backupjobs::{Error, ErrorKind, Trust};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

fn known_as(wish: Wish) -> Server {
    Server::known_as(Identity::new(wish), |_, wire| wire.write_all(&json(r#"{"job_id":71}"#)))
}

#[track_caller]
fn refused(server: &Server, trust: Trust, says: &[&str], remedy: &str) -> Error {
    let mut options = server.options();
    options.trust = trust;
    let error = server.client(options).job("71").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
    for says in says {
        assert!(error.message().contains(says), "{says}: {error}");
    }
    assert!(error.remedy().contains(remedy), "{remedy}: {error}");
    assert!(!error.is_retryable() && !error.may_have_taken_effect());
    assert_eq!(server.requests(), 0, "nothing was sent");
    error
}

fn its_ca(server: &Server) -> Trust {
    server.options().trust
}

#[test]
fn a_certificate_for_another_host_names_whom_it_is_for() {
    let server = known_as(Wish { names: vec!["vb365.example", "10.9.8.7"], ..Wish::default() });
    let says = ["another host name: it is for 'vb365.example', '10.9.8.7', not '127.0.0.1'"];
    refused(&server, its_ca(&server), &says, "use the host name that stands in the certificate");
    let nameless = known_as(Wish { names: vec![], ..Wish::default() });
    refused(&nameless, its_ca(&nameless), &["another host name", "names no host"], "SHA-256");
    let many = known_as(Wish { names: vec!["a", "b", "c", "d", "e", "f", "g"], ..Wish::default() });
    refused(&many, its_ca(&many), &["'e' and 2 more"], "SHA-256");
}

#[test]
fn a_certificate_out_of_its_time_names_the_day() {
    let expired = known_as(Wish { until: 2021, ..Wish::default() });
    refused(&expired, its_ca(&expired), &["has expired: it was good until 2021-01-01"], "renew it on the server");
    let early = known_as(Wish { from: 2110, ..Wish::default() });
    refused(&early, its_ca(&early), &["not valid yet: it is good from 2110-01-01"], "clocks of both machines");
}

#[test]
fn nobody_vouches_in_three_ways() {
    let server = known_as(Wish::default());
    let other = |authority| {
        let identity = Identity::new(Wish { authority, ..Wish::default() });
        Trust::CaPem(identity.ca_pem.into_bytes())
    };
    for trust in [Trust::System, other("Other CA")] {
        refused(&server, trust, &["not signed by a trusted authority: its issuer is 'CN=Test CA'"], "give the CA file");
    }
    let says = ["not signed by a trusted authority", "has the name of one, 'CN=Test CA', but another key"];
    refused(&server, other("Test CA"), &says, "give the CA file");
    let alone = known_as(Wish { self_signed: true, ..Wish::default() });
    let says = ["self-signed", &alone.identity.fingerprint()];
    refused(&alone, Trust::System, &says, "compare the SHA-256");
    assert!(alone.job().is_ok(), "given as a CA file it is trusted");
}

#[test]
fn a_wrong_pin_shows_both() {
    let server = known_as(Wish::default());
    let pin = "AB:".repeat(31) + "AB";
    let says = ["not the pinned one", &server.identity.fingerprint(), &pin];
    refused(&server, Trust::pin(&pin).unwrap(), &says, "pin the new SHA-256");
    // A pin asks for nothing else: neither name nor dates.
    let odd = known_as(Wish { names: vec!["x"], until: 2021, self_signed: true, ..Wish::default() });
    let mut options = odd.options();
    options.trust = Trust::pin(&odd.identity.fingerprint()).unwrap();
    assert!(odd.client(options).job("71").is_ok());
}

/// Reads the greeting, answers with these bytes, and waits for the other side to go.
fn after_hello(bytes: &'static [u8]) -> Server {
    Server::bare(move |mut stream: TcpStream| {
        let mut hello = [0; 4096];
        let _ = stream.read(&mut hello);
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(Shutdown::Write);
        while stream.read(&mut hello).is_ok_and(|n| n > 0) {}
    })
}

#[test]
fn old_tls_is_called_old() {
    // Fatal alert 70: protocol_version.
    let alert = after_hello(b"\x15\x03\x01\x00\x02\x02\x46");
    refused(&alert, Trust::Insecure, &["too old"], "TLS 1.2");
    // A ServerHello of TLS 1.1, with a session id of no bytes and a cipher suite of its time.
    let hello = after_hello(
        b"\x16\x03\x02\x00\x2a\x02\x00\x00\x26\x03\x02\
          01234567890123456789012345678901\x00\xc0\x13\x00",
    );
    refused(&hello, Trust::Insecure, &["too old"], "TLS 1.2");
    // Fatal alert 40: handshake_failure.
    let suites = after_hello(b"\x15\x03\x03\x00\x02\x02\x28");
    refused(&suites, Trust::Insecure, &["cipher suites"], "modern cipher suites");
}

#[test]
fn plain_http_on_the_port_is_recognised() {
    for bytes in [&b"HTTP/1.1 400 Bad Request\r\n\r\n"[..], b"SSH-2.0-OpenSSH_9.6\r\n"] {
        refused(&after_hello(bytes), Trust::Insecure, &["does not speak TLS on this port"], "check the port");
    }
}

#[test]
fn a_handshake_that_is_cut_or_stalls() {
    let cut = after_hello(b"");
    let error = cut.job().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable, "{error}");
    assert!(error.message().contains("closed the connection during the TLS handshake"), "{error}");
    assert!(error.is_retryable() && !error.may_have_taken_effect());
    let stalls = Server::bare(|_stream| std::thread::park_timeout(Duration::from_secs(600)));
    let mut options = stalls.options();
    options.connect_timeout = Duration::from_millis(300);
    let error = stalls.client(options).job("71").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(error.message().contains("no connection within the timeout"), "{error}");
    assert!(error.remedy().contains("connect timeout"), "{error}");
}

#[test]
fn insecure_is_to_be_seen() {
    let server = known_as(Wish { until: 2021, ..Wish::default() });
    let mut options = server.options();
    options.trust = Trust::Insecure;
    assert!(format!("{options:?}").contains("Insecure"));
    let open = client(&server.url(), options);
    assert!(open.job("71").is_ok());
    assert!(open.server().insecure() && format!("{:?} {open:?}", open.server()).matches("insecure: true").count() == 2);
    let report = open.server().check_all(&backupjobs::Policy::default(), &[]).unwrap();
    assert!(report.insecure && report.verdicts[0].reason.contains("certificate is not checked"), "{report:?}");
    let verdict = open.server().check("71", &backupjobs::Policy::default()).unwrap();
    assert!(verdict.reason.contains("certificate is not checked"), "{verdict:?}");
    let closed = client(&server.url(), server.options());
    assert!(!closed.server().insecure() && !format!("{:?} {closed:?}", closed.server()).contains("insecure"));
    let report = closed.server().check_all(&backupjobs::Policy::default(), &[]).unwrap();
    assert!(!report.insecure && !report.verdicts[0].reason.contains("not checked"), "{report:?}");
}
