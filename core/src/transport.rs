//! The only file that touches reqwest: one request in, one whole answer out, on the calling thread.
//!
//! reqwest's blocking client hands every call to a hidden thread and back; measured, that is the largest single cost
//! of a small call, it cannot be interrupted, and it does not survive a fork. So we drive reqwest's async client on a
//! current-thread runtime ourselves: a *lane* is one runtime with its connection pool, a call takes the most recently
//! used lane, drives it and puts it back. No thread is ever started.

use crate::cancel::{CancelToken, Stop, TICK};
use crate::error::{Error, ErrorKind, Result};
use crate::tls::{self, Trust};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use std::sync::Mutex;
use std::time::Duration;
use zeroize::Zeroizing;

/// Largest body we read; the largest real list measured is 7 MB.
const BODY_LIMIT: usize = 64 << 20;

/// A request ready for the wire.
pub(crate) struct Outgoing {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Zeroizing<Vec<u8>>>,
}

/// A whole answer of any status.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok()).map(str::trim)
    }
}

/// Why there is no answer.
pub(crate) struct Failure {
    pub(crate) error: Error,
    /// False only when the request certainly never reached the server.
    pub(crate) sent: bool,
}

struct Lane {
    /// The process that made the lane: after a fork its sockets belong to the parent.
    pid: u32,
    client: reqwest::Client,
    runtime: tokio::runtime::Runtime,
}

/// The lanes to one server.
pub(crate) struct Transport {
    tls: rustls::ClientConfig,
    connect_timeout: Duration,
    request_timeout: Duration,
    lanes: Mutex<Vec<Lane>>,
}

impl Transport {
    pub(crate) fn new(trust: &Trust, connect_timeout: Duration, request_timeout: Duration) -> Result<Self> {
        let mut tls = trust.client_config()?;
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { tls, connect_timeout, request_timeout, lanes: Mutex::default() })
    }

    /// Sends once. Blocks the calling thread until the answer is whole, the timeout passes or `cancel` stops it.
    pub(crate) fn send(&self, cancel: &CancelToken, outgoing: Outgoing) -> std::result::Result<Reply, Failure> {
        let not_sent = |error| Failure { error, sent: false };
        cancel.check().map_err(|stop| not_sent(stopped(stop)))?;
        if tokio::runtime::Handle::try_current().is_ok() {
            return Err(not_sent(
                Error::config("a blocking call was made on an async runtime's thread")
                    .remedied("call it inside spawn_blocking, or from a plain thread"),
            ));
        }
        let lane = self.take().map_err(not_sent)?;
        let answer = lane.runtime.block_on(async {
            // Lets the runtime notice connections that the server has closed since the last call.
            tokio::task::yield_now().await;
            let mut exchange = std::pin::pin!(exchange(&lane.client, outgoing, self.request_timeout));
            loop {
                match tokio::time::timeout(TICK, exchange.as_mut()).await {
                    Ok(answer) => return answer,
                    Err(_) => cancel.check().map_err(|stop| Failure { error: stopped(stop), sent: true })?,
                }
            }
        });
        self.put_back(lane);
        answer
    }

    fn take(&self) -> Result<Lane> {
        let pid = std::process::id();
        loop {
            let lane = self.lanes.lock().unwrap_or_else(|e| e.into_inner()).pop();
            match lane {
                Some(lane) if lane.pid == pid => return Ok(lane),
                // Dropping it would take the parent's sockets out of the parent's event queue.
                Some(foreign) => std::mem::forget(foreign),
                None => return self.open(pid),
            }
        }
    }

    fn put_back(&self, lane: Lane) {
        self.lanes.lock().unwrap_or_else(|e| e.into_inner()).push(lane);
    }

    fn open(&self, pid: u32) -> Result<Lane> {
        let internal = |what: &str, e: &dyn std::fmt::Display| Error::new(ErrorKind::Internal, format!("{what}: {e}"));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|e| internal("no event loop", &e))?;
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(self.tls.clone())
            .user_agent(concat!("backupjobs/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(self.connect_timeout)
            // Credentials must never follow a redirect to another place, and a POST must never be sent twice.
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .build()
            .map_err(|e| internal("no HTTP client", &e))?;
        Ok(Lane { pid, client, runtime })
    }
}

impl Drop for Transport {
    fn drop(&mut self) {
        let pid = std::process::id();
        let lanes = self.lanes.get_mut().unwrap_or_else(|e| e.into_inner());
        for lane in lanes.drain(..) {
            if lane.pid != pid {
                std::mem::forget(lane);
            }
        }
    }
}

async fn exchange(
    client: &reqwest::Client,
    outgoing: Outgoing,
    timeout: Duration,
) -> std::result::Result<Reply, Failure> {
    let mut request = client.request(outgoing.method, outgoing.url).headers(outgoing.headers).timeout(timeout);
    if let Some(body) = outgoing.body {
        request = request.body(body.to_vec());
    }
    let mut response = request.send().await.map_err(failure)?;
    let status = response.status().as_u16();
    let headers = response.headers().clone();
    let too_large = || Failure {
        error: Error::protocol(format!("the answer is larger than {} MiB", BODY_LIMIT >> 20)),
        sent: true,
    };
    let announced = response.content_length().unwrap_or(0);
    if announced > BODY_LIMIT as u64 {
        return Err(too_large());
    }
    let mut body = Vec::with_capacity(announced as usize);
    while let Some(chunk) = response.chunk().await.map_err(failure)? {
        if body.len() + chunk.len() > BODY_LIMIT {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Reply { status, headers, body })
}

pub(crate) fn stopped(stop: Stop) -> Error {
    match stop {
        Stop::Cancelled => Error::new(ErrorKind::Cancelled, "cancelled by the caller"),
        Stop::Deadline => Error::new(ErrorKind::Deadline, "the deadline passed"),
    }
}

/// Turns reqwest's error into ours. Its own text repeats the URL, so only the causes below it are shown.
fn failure(error: reqwest::Error) -> Failure {
    let sent = !(error.is_connect() || error.is_builder());
    let error = error.without_url();
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    let mut innermost = String::new();
    let mut tls_trouble = None;
    while let Some(current) = cause {
        tls_trouble = tls_trouble.or_else(|| as_tls(current).map(tls::explain));
        innermost = current.to_string();
        cause = current.source();
    }
    let ours = if let Some((message, remedy)) = tls_trouble {
        Error::new(ErrorKind::Tls, message).remedied(remedy)
    } else if error.is_timeout() {
        let step = if sent { "no answer" } else { "no connection" };
        Error::new(ErrorKind::Timeout, format!("{step} within the timeout")).with_retry(true, None)
    } else if sent {
        Error::new(ErrorKind::Unreachable, format!("the connection broke: {innermost}"))
            .remedied("check the network and whether the service was restarted")
            .with_retry(true, None)
    } else {
        Error::new(ErrorKind::Unreachable, format!("no connection: {innermost}")).with_retry(true, None)
    };
    Failure { error: ours.caused_by(error), sent }
}

fn as_tls<'a>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a rustls::Error> {
    if let Some(found) = error.downcast_ref::<rustls::Error>() {
        return Some(found);
    }
    // The TLS layer hands its error on inside an io::Error, which hides it from `source()`.
    let inner = error.downcast_ref::<std::io::Error>()?.get_ref()?;
    as_tls(inner)
}

/// `Basic` credentials. The user name ends at the first colon, so it cannot hold one.
pub(crate) fn basic(user: &str, password: &str) -> Result<HeaderValue> {
    if user.contains(':') {
        return Err(Error::config("a user name cannot contain ':' here").remedied("use the form user@domain"));
    }
    let plain = Zeroizing::new(format!("{user}:{password}"));
    let coded = Zeroizing::new(STANDARD.encode(plain.as_bytes()));
    sensitive(Zeroizing::new(format!("Basic {}", coded.as_str())).as_bytes())
}

/// A header value that reqwest never prints.
pub(crate) fn sensitive(value: &[u8]) -> Result<HeaderValue> {
    let mut header = HeaderValue::from_bytes(value)
        .map_err(|_| Error::config("a credential holds characters that a header cannot carry"))?;
    header.set_sensitive(true);
    Ok(header)
}

/// A header of ours or of a caller; refuses line breaks and the like.
pub(crate) fn header(name: &'static str, value: &str) -> Result<(HeaderName, HeaderValue)> {
    let value = HeaderValue::from_str(value)
        .map_err(|_| Error::invalid(format!("the value for header '{name}' holds characters a header cannot carry")))?;
    Ok((HeaderName::from_static(name), value))
}
