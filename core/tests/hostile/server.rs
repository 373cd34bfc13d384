//! A server that does with a connection whatever a test wants.

use crate::identity::Identity;
use backupjobs::{ClientOptions, Error, Proxy, RetryPolicy, Trust, teradata};
use rustls::{ServerConnection, StreamOwned};
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// One connection after the handshake.
pub type Wire = StreamOwned<ServerConnection, TcpStream>;

/// A listening socket whose connections each get a thread; ends when dropped.
pub struct Server {
    pub at: SocketAddr,
    pub identity: Identity,
    /// The heads of all requests.
    pub heads: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
}

impl Server {
    /// Speaks HTTP over TLS: `answer` writes what it likes after each request (counted from 0 over all connections), and
    /// the connection ends when it fails.
    pub fn new(answer: impl Fn(usize, &mut Wire) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self::known_as(Identity::good(), answer)
    }

    pub fn known_as(
        identity: Identity,
        answer: impl Fn(usize, &mut Wire) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (config, seen) = (Arc::clone(&identity.config), Arc::clone(&heads));
        let behave = move |stream: TcpStream| {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut wire = StreamOwned::new(connection, stream);
            while let Ok(Some(head)) = request(&mut wire) {
                let number = {
                    let mut seen = seen.lock().unwrap();
                    seen.push(head);
                    seen.len() - 1
                };
                if answer(number, &mut wire).and_then(|()| wire.flush()).is_err() {
                    break;
                }
            }
            wire.conn.send_close_notify();
            let _ = wire.flush();
        };
        let (at, stop) = listen(behave);
        Self { at, identity, heads, stop }
    }

    /// Does with the bare connection what `behave` does; no TLS.
    pub fn bare(behave: impl Fn(TcpStream) + Send + Sync + 'static) -> Self {
        let (at, stop) = listen(behave);
        Self { at, identity: Identity::good(), heads: Arc::default(), stop }
    }

    /// Answers every request with the same bytes.
    pub fn saying(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self::new(move |_, wire| wire.write_all(&bytes))
    }

    pub fn url(&self) -> String {
        format!("https://{}", self.at)
    }

    pub fn requests(&self) -> usize {
        self.heads.lock().unwrap().len()
    }

    /// Options that trust this server, do not try again, and have no proxy.
    pub fn options(&self) -> ClientOptions {
        let mut options = ClientOptions::default();
        options.trust = Trust::CaPem(self.identity.ca_pem.clone().into_bytes());
        options.retry = RetryPolicy::none();
        options.proxy = Proxy::None;
        options
    }

    pub fn client(&self, options: ClientOptions) -> teradata::Client {
        client(&self.url(), options)
    }

    /// What one read comes to.
    pub fn job(&self) -> Result<teradata::Job, Error> {
        self.client(self.options()).job("71")
    }

    /// The same with a short timeout.
    pub fn job_soon(&self) -> Result<teradata::Job, Error> {
        let mut options = self.options();
        options.request_timeout = Duration::from_millis(1500);
        self.client(options).job("71")
    }
}

pub fn client(url: &str, options: ClientOptions) -> teradata::Client {
    let mut config = teradata::Config::new(url, "site", "canary-token");
    config.options = options;
    teradata::Client::new(config).unwrap()
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        let _ = TcpStream::connect(self.at);
    }
}

pub fn listen(behave: impl Fn(TcpStream) + Send + Sync + 'static) -> (SocketAddr, Arc<AtomicBool>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let (stopped, behave) = (Arc::clone(&stop), Arc::new(behave));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if stopped.load(Ordering::Acquire) {
                return;
            }
            let behave = Arc::clone(&behave);
            std::thread::spawn(move || behave(stream));
        }
    });
    (at, stop)
}

/// Reads a request with its body; `None` at the end of the connection.
pub fn request(wire: &mut impl Read) -> io::Result<Option<String>> {
    let Some(head) = head(wire)? else { return Ok(None) };
    let length = head
        .to_ascii_lowercase()
        .split("content-length: ")
        .nth(1)
        .and_then(|rest| rest.split("\r\n").next().and_then(|number| number.parse::<u64>().ok()));
    io::copy(&mut wire.take(length.unwrap_or(0)), &mut io::sink())?;
    Ok(Some(head))
}

pub fn head(wire: &mut impl Read) -> io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if wire.read(&mut byte)? == 0 {
            return Ok(None);
        }
        head.push(byte[0]);
    }
    Ok(Some(String::from_utf8_lossy(&head).into_owned()))
}

/// A whole answer with this status line, these headers and this body.
pub fn answer(status: &str, headers: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len()).into_bytes()
}

/// The job in JSON.
pub fn json(job: &str) -> Vec<u8> {
    answer("200 OK", "content-type: application/json\r\n", job)
}
