//! Every fault over real sockets: what the vendor has done, and what arrives.

use super::tests::{Stage, Tcp, wait_for};
use crate::world::System;
use serde_json::{Value, json};
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const START: &str = "POST /start HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n";

/// Sends the start and reads until the end: head, body, and how it ended.
fn start(stage: &Stage) -> (String, Vec<u8>, Option<ErrorKind>) {
    let mut tcp = stage.connect(System::Veeam);
    tcp.send(START);
    let mut all = Vec::new();
    let end = tcp.0.read_to_end(&mut all).err().map(|e| e.kind());
    let head = all.windows(4).position(|w| w == b"\r\n\r\n").map_or(0, |at| at + 4);
    let body = all.split_off(head);
    (String::from_utf8(all).unwrap(), body, end)
}

/// A bare connection that has sent something like a greeting.
fn greeting(stage: &Stage) -> TcpStream {
    let mut socket = TcpStream::connect(stage.vendors[System::Veeam as usize]).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let _ = socket.write_all(b"\x16\x03\x01\x00\x01\x01");
    socket
}

fn everything(mut socket: TcpStream) -> Result<Vec<u8>, ErrorKind> {
    let mut all = Vec::new();
    socket.read_to_end(&mut all).map(|_| all).map_err(|e| e.kind())
}

#[test]
fn connections_die_before_tls() {
    let stage = Stage::new();
    stage.fault(json!({"kind": "connect_reset"}));
    assert_eq!(everything(greeting(&stage)), Err(ErrorKind::ConnectionReset));
    for (action, bytes) in [
        (json!({"kind": "tls_close"}), &b""[..]),
        (json!({"kind": "tls_alert"}), b"\x15\x03\x03\x00\x02\x02\x28"),
        (json!({"kind": "tls_alert", "alert": 70}), b"\x15\x03\x03\x00\x02\x02\x46"),
        (json!({"kind": "not_tls", "body": "SSH-2.0-x\r\n"}), b"SSH-2.0-x\r\n"),
    ] {
        stage.fault(action.clone());
        assert_eq!(everything(greeting(&stage)).as_deref(), Ok(bytes), "{action}");
    }
    stage.fault(json!({"kind": "tls_stall"}));
    let stalled = greeting(&stage);
    stalled.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    assert_eq!(everything(stalled), Err(ErrorKind::WouldBlock));
    // Only one connection was hit by each, and none of them was a request.
    assert_eq!(stage.connect(System::Veeam).ask("GET", "/").unwrap().0, 200);
    assert_eq!(stage.journal().as_array().unwrap().len(), 1);
}

#[test]
fn a_client_of_today_refuses_tls_1_1_and_reads_alerts() {
    let stage = Stage::new();
    for (action, says) in [
        (json!({"kind": "tls_old"}), "PeerIncompatible"),
        (json!({"kind": "tls_alert", "alert": 70}), "ProtocolVersion"),
        (json!({"kind": "not_tls", "body": "HTTP/1.1 400 Bad Request\r\n\r\n"}), "InvalidMessage"),
    ] {
        stage.fault(action.clone());
        let error = stage.connect_as(System::Veeam, "localhost", rustls::ALL_VERSIONS).err().unwrap();
        let error = format!("{:?}", error.get_ref());
        assert!(error.contains(says), "{action}: {error}");
    }
}

#[test]
fn a_closed_port_refuses_and_opens_again() {
    let stage = Stage::new();
    let at = stage.vendors[System::Teradata as usize];
    let mut before = stage.connect(System::Teradata);
    for _ in 0..3 {
        stage.shared.ports().set(System::Teradata, false);
        stage.shared.ports().settle();
        assert_eq!(TcpStream::connect(at).unwrap_err().kind(), ErrorKind::ConnectionRefused);
        assert_eq!(stage.connect(System::Veeam).ask("GET", "/").unwrap().0, 200);
        stage.shared.ports().set(System::Teradata, true);
        stage.shared.ports().settle();
        assert_eq!(stage.connect(System::Teradata).ask("GET", "/").unwrap().0, 200);
    }
    assert_eq!(before.ask("GET", "/").unwrap().0, 200, "a connection that was there stays");
}

#[test]
fn an_answer_is_reset_on_its_way() {
    let stage = Stage::new();
    stage.fault(json!({"kind": "reset_during", "bytes": 7}));
    let (head, body, end) = start(&stage);
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.contains("x-stub: yes"), "{head}");
    assert_eq!((body.len(), end, stage.starts()), (7, Some(ErrorKind::ConnectionReset), 1));
}

#[test]
fn silence_lasts_until_the_client_hangs_up() {
    for (action, bytes, starts) in [
        (json!({"kind": "stall_before"}), None, 0),
        (json!({"kind": "stall_after"}), None, 1),
        (json!({"kind": "stall_after", "bytes": 5}), Some(5), 1),
    ] {
        let stage = Stage::new();
        stage.fault(action.clone());
        let mut tcp = stage.connect(System::Veeam);
        tcp.send(START);
        if let Some(bytes) = bytes {
            tcp.head().unwrap();
            tcp.0.read_exact(&mut vec![0; bytes]).unwrap();
        }
        tcp.0.sock.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
        assert_eq!(tcp.0.read(&mut [0]).unwrap_err().kind(), ErrorKind::WouldBlock, "{action}");
        assert_eq!(stage.starts(), starts, "{action}");
        tcp.0.sock.shutdown(std::net::Shutdown::Write).unwrap();
        tcp.0.sock.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        assert_eq!(tcp.0.sock.read(&mut [0]).unwrap(), 0, "{action}");
    }
}

#[test]
fn a_body_drips() {
    let stage = Stage::new();
    let whole = stage.connect(System::Veeam).ask("POST", "/x").unwrap().2.len();
    stage.fault(json!({"kind": "drip", "bytes": 10, "ms": 20}));
    let began = Instant::now();
    let body = stage.connect(System::Veeam).json("POST", "/x");
    assert_eq!(body["at"], "2026-01-15T08:00:00Z");
    assert!(began.elapsed() >= Duration::from_millis(20 * (whole as u64 / 10)), "{:?}", began.elapsed());
}

#[test]
fn a_request_comes_twice() {
    for (which, at) in [("first", "08:00:01Z"), ("second", "08:00:02Z")] {
        let stage = Stage::new();
        let change = serde_json::from_value(json!({"per_request_s": 1})).unwrap();
        stage.shared.world().change_clock(change).unwrap();
        stage.fault(json!({"kind": "duplicate", "answer": which}));
        let answer = stage.connect(System::Veeam).json("POST", "/start");
        assert!(answer["at"].as_str().unwrap().ends_with(at), "{answer}");
        assert_eq!(stage.starts(), 2);
        let journal = stage.journal();
        let entries: Vec<_> = journal.as_array().unwrap().iter().map(|e| (&e["path"], &e["fault"])).collect();
        assert_eq!(entries, [(&json!("/start"), &json!("duplicate")); 2]);
        assert_eq!((&journal[1]["vendor_status"], &journal[1]["status"]), (&json!(200), &Value::Null));
    }
}

#[test]
fn bytes_that_are_no_http() {
    let stage = Stage::new();
    stage.fault(json!({"kind": "garbage", "body": "\u{1}\u{2}no HTTP"}));
    let (head, body, end) = start(&stage);
    assert_eq!((head.as_str(), body.as_slice(), end, stage.starts()), ("", &b"\x01\x02no HTTP"[..], None, 1));
}

#[test]
fn lengths_lie_in_both_directions() {
    let stage = Stage::new();
    let whole = stage.connect(System::Veeam).ask("POST", "/x").unwrap().2.len();
    for by in [10, -10, -1_000_000] {
        stage.fault(json!({"kind": "wrong_length", "by": by}));
        let (head, body, end) = start(&stage);
        let said = (whole as i64 + by).max(0);
        assert!(head.contains(&format!("content-length: {said}\r\n")), "{head}");
        assert_eq!((body.len(), end), (whole, None));
    }
    assert_eq!(stage.starts(), 3);
}

#[test]
fn compressed_or_only_called_so() {
    let stage = Stage::new();
    let plain = stage.connect(System::Veeam).ask("POST", "/start").unwrap().2;
    let answer = |action: Value| {
        stage.fault(action);
        let (status, head, body) = stage.connect(System::Veeam).ask("POST", "/start").unwrap();
        assert!(status == 200 && head.contains("content-encoding: gzip\r\n"), "{head}");
        body
    };
    assert_eq!(answer(json!({"kind": "bad_gzip"})), plain);
    let packed = answer(json!({"kind": "gzip", "size": 1_000_000}));
    assert!(packed.starts_with(b"\x1f\x8b\x08") && packed.len() < 10_000, "{}", packed.len());
    assert!(answer(json!({"kind": "gzip"})).len() > plain.len());
    assert_eq!(stage.starts(), 4);
}

#[test]
fn a_date_is_off() {
    let stage = Stage::new();
    for (seconds, date) in [(3600, "Thu, 15 Jan 2026 09:00:00 GMT"), (-86_400, "Wed, 14 Jan 2026 08:00:00 GMT")] {
        stage.fault(json!({"kind": "skew", "seconds": seconds}));
        let head = stage.connect(System::Veeam).ask("GET", "/").unwrap().1;
        assert!(head.contains(&format!("date: {date}\r\n")) && head.matches("date:").count() == 1, "{head}");
    }
}

/// Answers of a vendor, a proxy or a portal that need no action of their own.
#[test]
fn an_answer_of_somebody_else_is_a_status() {
    let stage = Stage::new();
    let elsewhere = "https://elsewhere.example/login";
    let later = "Thu, 15 Jan 2026 08:00:30 GMT";
    for (status, headers, body) in [
        (302, json!({"location": elsewhere}), ""),
        (502, json!({"content-type": "text/html"}), "<html><head><title>502 Bad Gateway</title></head></html>"),
        (401, json!({}), ""),
        (429, json!({"retry-after": "30"}), ""),
        (429, json!({"retry-after": later}), ""),
    ] {
        stage.fault(json!({"kind": "status", "status": status, "headers": headers, "body": body}));
        let mut tcp: Tcp = stage.connect(System::Veeam);
        let answer = tcp.ask("POST", "/start").unwrap();
        assert_eq!((answer.0, answer.2.as_slice()), (status, body.as_bytes()));
        for (name, value) in headers.as_object().unwrap() {
            assert!(answer.1.contains(&format!("{name}: {}\r\n", value.as_str().unwrap())), "{}", answer.1);
        }
        assert_eq!(tcp.ask("GET", "/").unwrap().0, 200, "once");
    }
    assert_eq!(stage.starts(), 0);
    let burst = json!({"times": 3, "action": {"kind": "status", "status": 503}});
    stage.shared.world().faults.add(serde_json::from_value(burst).unwrap()).unwrap();
    let mut tcp = stage.connect(System::Veeam);
    let said: Vec<_> = (0..4).map(|_| tcp.ask("GET", "/").unwrap().0).collect();
    assert_eq!(said, [503, 503, 503, 200]);
    wait_for(|| stage.journal().as_array().unwrap().len() == 14);
}
