//! The server over real sockets and TLS, in front of three stub rooms.

#![allow(clippy::unwrap_used)]
use super::*;
use crate::tls::Tls;
use crate::world::tests::stub_world;
use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
use serde_json::{Value, json};
use std::io::{ErrorKind, Read, Write};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// A running server of stubs.
pub(super) struct Stage {
    pub(super) shared: Arc<Shared>,
    pub(super) vendors: [SocketAddr; 3],
    control: SocketAddr,
    ca_pem: String,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Stage {
    pub(super) fn new() -> Self {
        let tls = Tls::new().unwrap();
        let listen = || {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            listener.set_nonblocking(true).unwrap();
            listener
        };
        let listeners = Listeners { vendors: [listen(), listen(), listen()], control: listen() };
        let at = |l: &std::net::TcpListener| l.local_addr().unwrap();
        let vendors = listeners.vendors.each_ref().map(at);
        let control = at(&listeners.control);
        let shared = Arc::new(Shared::new(stub_world()));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let serving = serve(shared.clone(), listeners, tls.acceptor);
        let thread = std::thread::spawn(move || runtime.block_on(serving));
        Self { shared, vendors, control, ca_pem: tls.ca_pem, thread: Some(thread) }
    }

    pub(super) fn connect(&self, system: System) -> Tcp {
        self.connect_as(system, "localhost", rustls::ALL_VERSIONS).unwrap()
    }

    pub(super) fn connect_as(
        &self,
        system: System,
        name: &str,
        versions: &[&'static rustls::SupportedProtocolVersion],
    ) -> std::io::Result<Tcp> {
        let mut roots = rustls::RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(self.ca_pem.as_bytes()).unwrap()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(versions)
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let session = rustls::ClientConnection::new(Arc::new(config), name).unwrap();
        let socket = std::net::TcpStream::connect(self.vendors[system as usize]).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut stream = rustls::StreamOwned::new(session, socket);
        while stream.conn.is_handshaking() {
            stream.conn.complete_io(&mut stream.sock)?;
        }
        Ok(Tcp(stream))
    }

    pub(super) fn fault(&self, action: Value) {
        let rule = serde_json::from_value(json!({"action": action})).unwrap();
        self.shared.world().faults.add(rule).unwrap();
    }

    pub(super) fn starts(&self) -> usize {
        let truth = self.shared.world().truth();
        truth["veeam"]["runs"].as_array().unwrap().len()
    }

    pub(super) fn journal(&self) -> Value {
        self.shared.world().journal.shown()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.shared.stop();
        self.thread.take().unwrap().join().unwrap();
    }
}

/// A client that sees every byte.
pub(super) struct Tcp(pub(super) rustls::StreamOwned<rustls::ClientConnection, std::net::TcpStream>);

/// Status, head and body.
pub(super) type Answer = (u16, String, Vec<u8>);

impl Tcp {
    pub(super) fn send(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).unwrap();
        self.0.flush().unwrap();
    }

    pub(super) fn ask(&mut self, method: &str, path: &str) -> std::io::Result<Answer> {
        self.send(&format!("{method} {path} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n"));
        let head = self.head()?;
        let length = head.lines().find_map(|l| l.strip_prefix("content-length: ")).map_or(0, |n| n.parse().unwrap());
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Ok((status, head, body))
    }

    pub(super) fn head(&mut self) -> std::io::Result<String> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            self.0.read_exact(&mut byte)?;
            head.push(byte[0]);
        }
        Ok(String::from_utf8(head).unwrap())
    }

    pub(super) fn json(&mut self, method: &str, path: &str) -> Value {
        serde_json::from_slice(&self.ask(method, path).unwrap().2).unwrap()
    }
}

#[test]
fn one_connection_carries_many_requests() {
    let stage = Stage::new();
    let mut tcp = stage.connect(System::Vcenter);
    for n in 1..=3 {
        let answer = tcp.json("GET", &format!("/a?n={n}&b=c+d"));
        assert_eq!(answer["base"], "https://c");
        assert_eq!(answer["query"], json!([["n", n.to_string()], ["b", "c d"]]));
    }
    let journal = stage.journal();
    assert_eq!(journal[2]["n"], 3);
    assert_eq!(journal[2]["system"], "vcenter");
    assert_eq!(journal[2]["path"], "/a");
    assert_eq!(journal[2]["status"], 200);
    assert_eq!(journal[2]["headers"]["host"], "x");
}

#[test]
fn the_certificate_is_good_for_its_names_and_no_other() {
    let stage = Stage::new();
    for name in ["localhost", "127.0.0.1", "::1"] {
        for version in rustls::ALL_VERSIONS {
            assert!(stage.connect_as(System::Veeam, name, &[version]).is_ok(), "{name}");
        }
    }
    let wrong = stage.connect_as(System::Veeam, "example.com", rustls::ALL_VERSIONS);
    assert!(wrong.is_err());
    // Another instance's authority does not vouch for this one.
    let mut other = Stage::new();
    other.ca_pem.clone_from(&stage.ca_pem);
    assert!(other.connect_as(System::Veeam, "localhost", rustls::ALL_VERSIONS).is_err());
}

#[test]
fn dates_are_virtual() {
    let stage = Stage::new();
    let (_, head, _) = stage.connect(System::Veeam).ask("GET", "/").unwrap();
    assert!(head.contains("\r\ndate: Thu, 15 Jan 2026 08:00:00 GMT\r\n"), "{head}");
    assert_eq!(head.matches("date:").count(), 1);
}

#[test]
fn time_passes_with_requests_when_told_to() {
    let stage = Stage::new();
    let change = serde_json::from_value(json!({"per_request_s": 10})).unwrap();
    stage.shared.world().change_clock(change).unwrap();
    let mut tcp = stage.connect(System::Veeam);
    assert_eq!(tcp.json("GET", "/")["at"], "2026-01-15T08:00:10Z");
    assert_eq!(tcp.json("GET", "/")["at"], "2026-01-15T08:00:20Z");
    assert_eq!(stage.journal()[1]["at"], "2026-01-15T08:00:20Z");
}

#[test]
fn a_status_fault_keeps_the_request_from_the_vendor() {
    let stage = Stage::new();
    stage.fault(json!({"kind": "status", "status": 503, "headers": {"Retry-After": "2"}, "body": "busy"}));
    let mut tcp = stage.connect(System::Veeam);
    let (status, head, body) = tcp.ask("POST", "/start").unwrap();
    assert_eq!((status, body.as_slice()), (503, &b"busy"[..]));
    assert!(head.contains("retry-after: 2\r\n"));
    assert_eq!(stage.starts(), 0);
    assert_eq!(tcp.ask("POST", "/start").unwrap().0, 200);
    assert_eq!(stage.starts(), 1);
    assert_eq!(stage.journal()[0]["fault"], "status");
    assert_eq!(stage.journal()[1]["fault"], Value::Null);
}

#[test]
fn a_status_after_fault_lets_it_through() {
    let stage = Stage::new();
    stage.fault(json!({"kind": "status_after", "status": 500}));
    let (status, _, body) = stage.connect(System::Veeam).ask("POST", "/start").unwrap();
    assert_eq!((status, body.len(), stage.starts()), (500, 0, 1));
}

#[test]
fn resets_are_resets() {
    for (kind, starts) in [("reset_before", 0), ("reset_after", 1)] {
        let stage = Stage::new();
        let mut tcp = stage.connect(System::Veeam);
        assert_eq!(tcp.ask("GET", "/").unwrap().0, 200);
        stage.fault(json!({"kind": kind}));
        let error = tcp.ask("POST", "/start").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{kind}");
        assert_eq!(stage.starts(), starts, "{kind}");
        assert_eq!(stage.journal()[1]["status"], Value::Null);
        assert_eq!(stage.connect(System::Veeam).ask("GET", "/").unwrap().0, 200);
    }
}

#[test]
fn a_truncated_answer_stops_within_the_promised_length() {
    let stage = Stage::new();
    let mut tcp = stage.connect(System::Veeam);
    let whole = tcp.ask("POST", "/x").unwrap();
    stage.fault(json!({"kind": "truncate", "bytes": 7}));
    tcp.send("POST /start HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
    let mut all = Vec::new();
    tcp.0.read_to_end(&mut all).unwrap();
    let all = String::from_utf8(all).unwrap();
    let (head, body) = all.split_once("\r\n\r\n").unwrap();
    assert!(head.contains(&format!("content-length: {}", whole.2.len())), "{head}");
    assert!(head.contains("x-stub: yes"));
    assert_eq!(body.as_bytes(), &whole.2[..7]);
    assert_eq!(stage.starts(), 1);
}

#[test]
fn delays_are_real_and_the_vendor_gets_the_request_all_the_same() {
    let stage = Stage::new();
    stage.fault(json!({"kind": "delay", "ms": 600}));
    stage.fault(json!({"kind": "delay_after", "ms": 600}));
    let start = "POST /start HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n";
    let began = Instant::now();
    let mut late = stage.connect(System::Veeam);
    late.send(start);
    wait_for(|| stage.journal()[0]["n"] == 1);
    drop(late);
    // The first rule is used up, so this one is processed at once and answered late.
    let mut prompt = stage.connect(System::Veeam);
    prompt.send(start);
    wait_for(|| stage.starts() == 1);
    assert!(began.elapsed() < Duration::from_millis(550), "the machine is too slow for this test");
    assert_eq!(stage.journal()[1]["status"], Value::Null);
    prompt.head().unwrap();
    assert!(began.elapsed() >= Duration::from_millis(600));
    wait_for(|| stage.starts() == 2);
}

pub(super) fn wait_for(condition: impl Fn() -> bool) {
    let began = Instant::now();
    while !condition() {
        assert!(began.elapsed() < Duration::from_secs(5));
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn bodies_and_headers_are_replaced() {
    let stage = Stage::new();
    stage.fault(json!({"kind": "body", "body": "<html>", "content_type": "text/html"}));
    stage.fault(json!({"kind": "body", "body": "{"}));
    stage.fault(json!({"kind": "strip_header", "name": "X-Stub"}));
    let mut tcp = stage.connect(System::Veeam);
    let (status, head, body) = tcp.ask("POST", "/start").unwrap();
    assert_eq!((status, body.as_slice()), (200, &b"<html>"[..]));
    assert!(head.contains("content-type: text/html\r\n") && !head.contains("json"));
    let (_, head, body) = tcp.ask("GET", "/").unwrap();
    assert_eq!(body, b"{");
    assert!(head.contains("content-type: application/json\r\n") && head.contains("x-stub"));
    assert!(!tcp.ask("GET", "/").unwrap().1.contains("x-stub"));
    assert!(tcp.ask("GET", "/").unwrap().1.contains("x-stub"));
    assert_eq!(stage.starts(), 1);
}

#[test]
fn tokens_die_just_before_the_request() {
    let stage = Stage::new();
    stage.fault(json!({"kind": "revoke_before"}));
    assert_eq!(stage.connect(System::Veeam).ask("POST", "/start").unwrap().0, 200);
    let truth = stage.shared.world().truth();
    assert_eq!((&truth["veeam"]["revoked"], stage.starts()), (&json!(1), 1));
}

#[test]
fn a_body_beyond_the_limit_is_refused() {
    let stage = Stage::new();
    let mut tcp = stage.connect(System::Veeam);
    tcp.send("POST /start HTTP/1.1\r\nhost: x\r\ncontent-length: 9000000\r\n\r\n");
    // The refusal may come while we still write; the server does not read the rest.
    let chunk = vec![b'x'; 100_000];
    for _ in 0..90 {
        if tcp.0.write_all(&chunk).is_err() {
            break;
        }
    }
    assert_eq!(stage.starts(), 0);
    let mut tcp = stage.connect(System::Veeam);
    let body = "y".repeat(1_000_000);
    tcp.send(&format!("POST /a HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n{body}"));
    assert!(tcp.head().unwrap().starts_with("HTTP/1.1 200"));
}

#[test]
fn the_control_port_speaks_plain_http() {
    let stage = Stage::new();
    let ask = |text: &str| {
        let mut tcp = std::net::TcpStream::connect(stage.control).unwrap();
        tcp.write_all(text.as_bytes()).unwrap();
        let mut all = String::new();
        tcp.read_to_string(&mut all).unwrap();
        all
    };
    let post = |path: &str, body: &str| {
        let length = body.len();
        ask(&format!("POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"))
    };
    let moved = post("/clock", r#"{"advance_s": 60}"#);
    assert!(moved.starts_with("HTTP/1.1 200 OK\r\n") && moved.contains("08:01:00Z"), "{moved}");
    let refused = post("/clock", r#"{"advance": 60}"#);
    assert!(refused.starts_with("HTTP/1.1 400 ") && refused.contains(r#"{"error":"#), "{refused}");
    assert!(stage.journal().as_array().unwrap().is_empty());
    let ended = post("/shutdown", "");
    assert!(ended.starts_with("HTTP/1.1 200 OK\r\n"), "{ended}");
    wait_for(|| stage.thread.as_ref().unwrap().is_finished());
}
