//! One connection: reads requests, writes the answers that are ready.

use crate::replies::Replies;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// More than any request has.
const LARGEST_REQUEST: usize = 64 << 10;
/// Hundreds of threads that do next to nothing.
const STACK: usize = 256 << 10;

/// What was asked so far: whether a client keeps its connection, and how many requests it takes for something.
#[derive(Default)]
pub(crate) struct Counters {
    pub(crate) connections: AtomicU64,
    pub(crate) requests: AtomicU64,
}

/// Starts a thread; where that fails, whoever waits for it sees a connection that nobody answers.
pub(crate) fn spawn(work: impl FnOnce() + Send + 'static) {
    drop(std::thread::Builder::new().stack_size(STACK).spawn(work));
}

/// Serves whoever connects.
pub(crate) fn accept(
    listener: &TcpListener,
    replies: &Arc<Replies>,
    counters: &Arc<Counters>,
    delay: Duration,
    tls: Option<Arc<rustls::ServerConfig>>,
) {
    for stream in listener.incoming().flatten() {
        let (replies, counters, tls) = (Arc::clone(replies), Arc::clone(counters), tls.clone());
        spawn(move || {
            counters.connections.fetch_add(1, Ordering::Relaxed);
            // A client that is gone is no trouble.
            drop(open(stream, &replies, &counters, delay, tls));
        });
    }
}

fn open(
    stream: TcpStream,
    replies: &Replies,
    counters: &Counters,
    delay: Duration,
    tls: Option<Arc<rustls::ServerConfig>>,
) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    match tls {
        None => serve(stream, replies, counters, delay),
        Some(config) => {
            let session = rustls::ServerConnection::new(config).map_err(std::io::Error::other)?;
            serve(rustls::StreamOwned::new(session, stream), replies, counters, delay)
        }
    }
}

fn serve(
    mut stream: impl Read + Write,
    replies: &Replies,
    counters: &Counters,
    delay: Duration,
) -> std::io::Result<()> {
    let mut buffer = vec![0; LARGEST_REQUEST];
    let mut filled = 0;
    loop {
        let Some(length) = whole_request(buffer.get(..filled).unwrap_or_default()) else {
            match stream.read(buffer.get_mut(filled..).unwrap_or_default())? {
                0 => return Ok(()),
                more => filled += more,
            }
            continue;
        };
        if !delay.is_zero() {
            std::thread::sleep(delay);
        }
        let request = buffer.get(..length).unwrap_or_default();
        match request.starts_with(b"GET /counters ") {
            true => {
                let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
                stream.write_all(&Replies::counters(count(&counters.connections), count(&counters.requests)))?;
            }
            false => {
                counters.requests.fetch_add(1, Ordering::Relaxed);
                stream.write_all(replies.to(request))?;
            }
        }
        stream.flush()?;
        buffer.copy_within(length..filled, 0);
        filled -= length;
    }
}

/// The length of the first request, once it is whole.
fn whole_request(bytes: &[u8]) -> Option<usize> {
    let head = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let body = content_length(bytes.get(..head)?);
    (bytes.len() >= head + body).then_some(head + body)
}

fn content_length(head: &[u8]) -> usize {
    if head.starts_with(b"GET ") {
        return 0;
    }
    let mut lines = head.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
    let value = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim())
    });
    value.and_then(|value| value.parse().ok()).unwrap_or(0)
}
