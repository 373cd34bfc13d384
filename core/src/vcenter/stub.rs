//! An appliance of a few fixed answers, for what is decided before and around the calls: dialects, logins, secrets.

use super::{Client, Config};
use crate::retry::RetryPolicy;
use crate::tls::Trust;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

pub(super) const USER: &str = "root";
pub(super) const PASSWORD: &str = "canary-appliance-pw";
pub(super) const TOKEN: &str = "canary-session-token";

/// What an unknown path answers, by the router of 6.x.
pub(super) const NO_PATH: &str = r#"{"localizableMessages":[{"defaultMessage":"Not found.","id":"com.vmware.vapi.rest.httpNotFound"}],"majorErrorCode":404,"name":"com.vmware.vapi.rest.httpNotFound"}"#;
/// What a request without credentials answers.
pub(super) const WHO: &str = r#"{"error_type":"UNAUTHENTICATED","messages":[{"args":[],"default_message":"Authentication required.","id":"com.vmware.vapi.endpoint.method.authentication.required"}]}"#;

/// A request as it came in.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// `GET /rest/…?…`
    pub(super) line: String,
    headers: String,
    pub(super) body: String,
}

impl Seen {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

type Answer = dyn Fn(&Seen) -> (u16, String) + Send + Sync;

pub(super) struct Stub {
    pub(super) url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Stub {
    /// Answers every request until the process ends.
    pub(super) fn new(answer: impl Fn(&Seen) -> (u16, String) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let seen = Arc::<Mutex<Vec<Seen>>>::default();
        let (journal, answer): (_, Arc<Answer>) = (Arc::clone(&seen), Arc::new(answer));
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (journal, answer) = (Arc::clone(&journal), Arc::clone(&answer));
                std::thread::spawn(move || serve(connection, &journal, &*answer));
            }
        });
        Self { url, seen }
    }

    /// An appliance that makes sessions below these roots and has one answer for everything else that carries one.
    pub(super) fn with_sessions(roots: &'static [&'static str], answer: (u16, &str)) -> Self {
        let answer = (answer.0, answer.1.to_owned());
        Self::new(move |seen| match seen.line.as_str() {
            "POST /api/session" if roots.contains(&"api") => (201, format!("\"{TOKEN}\"")),
            "POST /rest/com/vmware/cis/session" if roots.contains(&"rest") => {
                (200, format!(r#"{{"value":"{TOKEN}"}}"#))
            }
            line if line.ends_with("/session") && line.starts_with("DELETE") => (200, String::new()),
            line if !roots.iter().any(|root| line.contains(&format!(" /{root}/"))) => (404, NO_PATH.to_owned()),
            _ if seen.header("vmware-api-session-id") != Some(TOKEN) => (401, WHO.to_owned()),
            _ => answer.clone(),
        })
    }

    pub(super) fn config(&self) -> Config {
        let mut config = Config::new(&self.url, USER, PASSWORD);
        config.options.trust = Trust::Insecure;
        config.options.retry = RetryPolicy::none();
        config
    }

    pub(super) fn client(&self) -> Client {
        Client::new(self.config()).expect("client")
    }

    /// What came in so far.
    pub(super) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("journal").clone()
    }

    /// The request lines so far.
    pub(super) fn lines(&self) -> Vec<String> {
        self.seen().into_iter().map(|seen| seen.line).collect()
    }
}

/// One connection, with as many requests as come.
fn serve(connection: TcpStream, journal: &Mutex<Vec<Seen>>, answer: &Answer) {
    let Ok(mut out) = connection.try_clone() else { return };
    let mut from = BufReader::new(connection);
    while let Some(seen) = receive(&mut from) {
        journal.lock().expect("journal").push(seen.clone());
        let (status, body) = answer(&seen);
        let head =
            format!("HTTP/1.1 {status} x\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
        if out.write_all((head + &body).as_bytes()).is_err() {
            return;
        }
    }
}

fn receive(from: &mut BufReader<TcpStream>) -> Option<Seen> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if from.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let (line, headers) = head.split_once("\r\n")?;
    let mut seen =
        Seen { line: line.trim_end_matches(" HTTP/1.1").to_owned(), headers: headers.to_owned(), body: String::new() };
    let length = seen.header("content-length").and_then(|n| n.parse().ok()).unwrap_or(0);
    from.take(length).read_to_string(&mut seen.body).ok()?;
    Some(seen)
}
