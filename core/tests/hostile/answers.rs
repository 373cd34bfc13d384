//! Answers that lie, never end, or are something else.

use crate::server::{Server, answer, json};
use backupjobs::{Error, ErrorKind};
use std::io::{self, Write};
use std::time::Duration;

const GOOD: &str = r#"{"job_id":71,"name":"nightly"}"#;

#[track_caller]
fn refused(server: &Server, kind: ErrorKind, says: &str) -> Error {
    // A short timeout only where it is what is looked at: a busy machine is slow.
    let error = if kind == ErrorKind::Timeout { server.job_soon() } else { server.job() }.unwrap_err();
    assert_eq!(error.kind(), kind, "{error}");
    assert!(error.message().contains(says), "{error}");
    assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
    error
}

fn forever(bytes: &[u8], wire: &mut impl Write) -> io::Result<()> {
    loop {
        wire.write_all(bytes)?;
    }
}

#[test]
fn a_good_answer_is_good() {
    let server = Server::saying(json(GOOD));
    assert_eq!(server.job().unwrap().name.as_deref(), Some("nightly"));
    assert!(server.heads.lock().unwrap()[0].contains("accept-encoding: identity\r\n"));
}

#[test]
fn heads_have_limits() {
    let many = "x-a: b\r\n".repeat(101);
    refused(&Server::saying(answer("200 OK", &many, GOOD)), ErrorKind::Protocol, "no proper HTTP");
    let long = format!("x-a: {}\r\n", "b".repeat(7_000)).repeat(10);
    refused(&Server::saying(answer("200 OK", &long, GOOD)), ErrorKind::Protocol, "headers are larger than 64 KiB");
    let fits = format!("x-a: {}\r\n", "b".repeat(600)).repeat(90);
    assert!(Server::saying(answer("200 OK", &fits, GOOD)).job().is_ok());
    let endless = Server::new(|_, wire| {
        wire.write_all(b"HTTP/1.1 200 OK\r\nx-a: ")?;
        forever(&[b'b'; 4096], wire)
    });
    let error = endless.job().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Protocol, "{error}");
}

#[test]
fn bodies_have_a_limit() {
    let announced = Server::saying(*b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n");
    refused(&announced, ErrorKind::Protocol, "larger than 67108864 bytes");
    let endless = Server::new(|_, wire| {
        wire.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")?;
        let chunk = [b"1000\r\n".as_slice(), &[b' '; 4096], b"\r\n"].concat();
        forever(&chunk, wire)
    });
    for limit in [1, 100_000] {
        let mut options = endless.options();
        options.max_body = limit;
        let error = endless.client(options).job("71").unwrap_err();
        assert_eq!(error.message(), format!("the answer is larger than {limit} bytes"));
        assert!(error.remedy().contains("raise the limit"), "{error}");
    }
    let mut options = endless.options();
    options.max_body = GOOD.len();
    let exact = Server::saying(json(GOOD));
    options.trust = exact.options().trust;
    assert!(exact.client(options).job("71").is_ok());
    let mut options = endless.options();
    options.max_body = 0;
    let mut config = backupjobs::teradata::Config::new(endless.url(), "site", "t");
    config.options = options;
    assert_eq!(backupjobs::teradata::Client::new(config).unwrap_err().kind(), ErrorKind::Config);
}

#[test]
fn nothing_is_unpacked() {
    for coding in ["gzip", "br", "identity\r\ncontent-encoding: x-mine"] {
        let headers = format!("content-encoding: {coding}\r\n");
        let error =
            refused(&Server::saying(answer("200 OK", &headers, "\u{1f}")), ErrorKind::Protocol, "is compressed (");
        assert_eq!(error.http_status(), Some(200));
        let error = Server::saying(answer("503 Busy", &headers, "\u{1f}")).job().unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::Unavailable, Some(503)), "{error}");
    }
    assert!(Server::saying(answer("200 OK", "content-encoding: Identity\r\n", GOOD)).job().is_ok());
}

#[test]
fn slow_is_as_good_as_silent() {
    let drip = Server::new(|_, wire| {
        wire.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")?;
        loop {
            wire.write_all(b" ")?;
            wire.flush()?;
            std::thread::park_timeout(Duration::from_millis(20));
        }
    });
    let error = refused(&drip, ErrorKind::Timeout, "no answer within the timeout");
    assert!(error.is_retryable());
    let silent = Server::new(|_, _| {
        std::thread::park_timeout(Duration::from_secs(600));
        Ok(())
    });
    refused(&silent, ErrorKind::Timeout, "no answer within the timeout");
    // A change may have been made by a server that stays silent.
    let mut options = silent.options();
    options.request_timeout = Duration::from_millis(1500);
    let error = silent.client(options).execute("71", None).unwrap_err();
    assert!(error.may_have_taken_effect() && !error.is_retryable(), "{error}");
    assert_eq!(silent.requests(), 2);
}

#[test]
fn connections_that_end_early() {
    let closed = Server::new(|_, _| Err(io::ErrorKind::Other.into()));
    let error = refused(&closed, ErrorKind::Unreachable, "the connection broke");
    assert!(error.is_retryable());
    let promised = Server::new(|_, wire| {
        wire.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"job_id\":71}")?;
        Err(io::ErrorKind::Other.into())
    });
    refused(&promised, ErrorKind::Unreachable, "ended before its announced length");
    let chunked = Server::new(|_, wire| {
        wire.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1000\r\n{\"job_id\":71}")?;
        Err(io::ErrorKind::Other.into())
    });
    refused(&chunked, ErrorKind::Unreachable, "the connection broke");
    let half = Server::new(|_, wire| {
        wire.conn.send_close_notify();
        wire.flush()?;
        wire.sock.shutdown(std::net::Shutdown::Write)?;
        std::thread::park_timeout(Duration::from_secs(600));
        Ok(())
    });
    refused(&half, ErrorKind::Unreachable, "the connection broke");
}

/// What a server sends beyond its answer is never taken for the answer to the next request.
#[test]
fn no_answer_is_taken_for_another() {
    let forged = json(r#"{"job_id":666}"#);
    let server = Server::new(move |number, wire| {
        let mut bytes = json(&format!(r#"{{"job_id":{number}}}"#));
        bytes.extend_from_slice(&forged);
        wire.write_all(&bytes)
    });
    let client = server.client(server.options());
    for _ in 0..20 {
        match client.job("71") {
            Ok(job) => assert_ne!(job.job_id, "666"),
            Err(error) => assert_eq!(error.kind(), ErrorKind::Unreachable, "{error}"),
        }
    }
    let short = Server::saying(*b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"job_id\":71}");
    refused(&short, ErrorKind::Protocol, "ends too early, at byte 9");
    let two = Server::saying(*b"HTTP/1.1 200 OK\r\ncontent-length: 13\r\ncontent-length: 5\r\n\r\n{\"job_id\":71}");
    refused(&two, ErrorKind::Protocol, "no proper HTTP");
}

#[test]
fn redirects_are_told_and_not_followed() {
    let elsewhere = Server::saying(json(GOOD));
    let to = format!("https://me:canary-pw@{}/login/page?canary-query=1#x", elsewhere.at);
    let target = format!("{}/login/page", elsewhere.url());
    for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let server = Server::saying(answer(status, &format!("location: {to}\r\n"), ""));
        for error in [server.job().unwrap_err(), server.client(server.options()).execute("71", None).unwrap_err()] {
            assert_eq!(error.kind(), ErrorKind::Protocol, "{error}");
            assert!(error.message().contains(&format!("a redirect to {target},")), "{error}");
            assert!(error.remedy().contains("final URL") && !format!("{error:?}").contains("canary"), "{error}");
        }
        assert_eq!(server.requests(), 2);
    }
    assert_eq!(elsewhere.requests(), 0);
    for (location, says) in [
        ("location: /portal?x=canary\r\n", "/portal,"),
        ("location: javascript:canary\r\n", "with a redirect, which"),
        ("", "with a redirect, which"),
    ] {
        refused(&Server::saying(answer("302 Found", location, "")), ErrorKind::Protocol, says);
    }
}

#[test]
fn early_hints_do_not_count() {
    let many = Server::new(|_, wire| {
        wire.write_all("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n".repeat(1000).as_bytes())?;
        wire.write_all(&json(GOOD))
    });
    assert!(many.job().is_ok());
    let flood = Server::new(|_, wire| forever("HTTP/1.1 100 Continue\r\n\r\n".repeat(100).as_bytes(), wire));
    let error = flood.job_soon().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    let switched = Server::saying(*b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n");
    assert_eq!(switched.job_soon().unwrap_err().kind(), ErrorKind::Protocol);
}

#[test]
fn odd_json_is_named_and_never_guessed() {
    let said = |body: &[u8]| {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        Server::saying([head.as_bytes(), body].concat())
    };
    for (body, says) in [
        (&b"{\"job_id\":71,\"name\":\"a\xffb\"}"[..], "not UTF-8 at byte 22"),
        (b"{\"job_id\":71,\"job_id\":72}", "duplicate field `job_id`"),
        (b"{\"job_id\":71,\"priority\":1e999}", "number out of range"),
        (b"{\"job_id\":71} {}", "goes on after"),
        (b"", "empty"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "not JSON (no content type)"),
        (
            b"<!DOCTYPE html><title>Log in\r\n to   Proxy</title>",
            "an HTML page, probably from a proxy or portal in between: 'Log in to Proxy'",
        ),
    ] {
        refused(&said(body), ErrorKind::Protocol, says);
    }
    let deep = |n: usize| format!(r#"{{"job_id":71,"x":{}{}}}"#, "[".repeat(n), "]".repeat(n));
    refused(&said(deep(10_000).as_bytes()), ErrorKind::Protocol, "nested deeper than 128 levels");
    assert!(said(deep(100).as_bytes()).job().is_ok());

    let job = said(b"\xef\xbb\xbf{\"job_id\":71,\"priority\":99999999999999999999,\"x\":1,\"x\":2}").job().unwrap();
    assert_eq!(
        (job.priority, job.extra["x"].as_i64()),
        (Some(i64::MAX), Some(2)),
        "of unknown members the last counts"
    );
    assert!(Server::saying(answer("200 OK", "content-type: text/html\r\n", GOOD)).job().is_ok());
}

#[test]
fn error_answers_may_be_anything() {
    for (body, says) in [
        ("<html><head><title>502 Bad Gateway</title>", "from a proxy or portal in between: '502 Bad Gateway'"),
        (&"[".repeat(10_000), "gave no reason"),
        ("\u{feff}{\"message\":\"out of tapes\"}", "out of tapes"),
        ("{\"message\":\"line\\r\\nbreak\"}", "line  break"),
        ("{\"message\":\"", "gave no reason"),
    ] {
        let server = Server::saying(answer("502 Bad Gateway", "", body));
        let error = refused(&server, ErrorKind::Unavailable, says);
        assert_eq!(error.http_status(), Some(502));
    }
}

/// What stands in a vendor's code is the server's, too.
#[test]
fn a_code_is_one_line_without_secrets() {
    let code = format!("{} canary-token", "x".repeat(290));
    for (code, told) in [("no\\r\\nroom", "no  room".to_owned()), (&code, format!("{} ***", "x".repeat(290)))] {
        let body = format!(r#"{{"code":"{code}","message":"it is full"}}"#);
        let error = refused(&Server::saying(answer("409 Conflict", "", &body)), ErrorKind::Conflict, "it is full");
        assert_eq!(error.vendor_code(), Some(told.as_str()));
    }
}

#[test]
fn what_is_no_http_is_said_to_be_none() {
    for bytes in ["SSH-2.0-OpenSSH_9.6\r\n\r\n", "HTTP/1.1 999999 x\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"] {
        let error = refused(&Server::saying(bytes), ErrorKind::Protocol, "no proper HTTP");
        assert!(!error.is_retryable());
    }
    let chunks = Server::saying(*b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n");
    refused(&chunks, ErrorKind::Protocol, "no proper HTTP");
}
