//! A server of one line of wit: it keeps every request and answers what the test says. For what the simulator does not speak,
//! and for what it would be too polite to send.

use backupjobs::{RetryPolicy, Trust, veeam};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A request as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub method: String,
    /// Path and query.
    pub target: String,
    pub authorization: Option<String>,
    pub content_type: Option<String>,
    pub body: String,
}

impl Seen {
    /// `POST /v8/Jobs {"a":1}`.
    pub fn line(&self) -> String {
        format!("{} {} {}", self.method, self.target, self.body).trim_end().to_owned()
    }
}

type Answer = dyn Fn(&Seen) -> (u16, String) + Send + Sync;

/// Listens until the process ends.
pub struct Stub {
    pub url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Stub {
    /// Logins are answered by the stub itself, all else by `answer`.
    pub fn new(answer: impl Fn(&Seen) -> (u16, String) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
        let (kept, answer): (_, Arc<Answer>) = (Arc::clone(&seen), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (kept, answer) = (Arc::clone(&kept), Arc::clone(&answer));
                std::thread::spawn(move || serve(stream, &kept, &*answer));
            }
        });
        Self { url, seen }
    }

    /// Always the same answer.
    pub fn saying(status: u16, body: &str) -> Self {
        let body = body.to_owned();
        Self::new(move |_| (status, body.clone()))
    }

    pub fn client(&self, dialect: veeam::Dialect) -> veeam::Client {
        let mut config = veeam::Config::new(&self.url, dialect, "LAB\\svc", "canary-pw");
        config.options.trust = Trust::Insecure;
        config.options.retry = RetryPolicy::none();
        veeam::Client::new(config).unwrap()
    }

    /// Every request so far, logins and logouts included.
    pub fn all(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// Every request so far but logins and logouts.
    pub fn lines(&self) -> Vec<String> {
        let calls = |seen: &&Seen| !is_login(seen) && !seen.target.ends_with("/token/logout");
        self.all().iter().filter(calls).map(Seen::line).collect()
    }

    /// Forgets the requests so far, and tells those that were neither.
    pub fn take(&self) -> Vec<String> {
        let lines = self.lines();
        self.seen.lock().unwrap().clear();
        lines
    }
}

pub fn is_login(seen: &Seen) -> bool {
    seen.target.ends_with("/Token")
}

/// 200 with that body.
pub fn ok(body: &Value) -> (u16, String) {
    (200, body.to_string())
}

fn serve(stream: TcpStream, kept: &Mutex<Vec<Seen>>, answer: &Answer) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut stream = stream;
    loop {
        let seen = read(&mut reader)?;
        kept.lock().unwrap().push(seen.clone());
        let (status, body) = match is_login(&seen) {
            true => (200, r#"{"access_token":"token-1","refresh_token":"refresh-1","expires_in":3600}"#.to_owned()),
            false => answer(&seen),
        };
        let head =
            format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
        // In one piece, so that no half of it waits for an acknowledgement.
        stream.write_all(format!("{head}{body}").as_bytes()).ok()?;
    }
}

fn read(reader: &mut impl BufRead) -> Option<Seen> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|length| *length > 0)?;
    let mut words = line.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let (mut length, mut authorization, mut content_type) = (0, None, None);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().ok()?,
            "authorization" => authorization = Some(value.trim().to_owned()),
            "content-type" => content_type = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Seen { method, target, authorization, content_type, body: String::from_utf8(body).ok()? })
}
