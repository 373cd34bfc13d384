//! The only file that drives reqwest: one request in, one whole answer out, on the calling thread.
//!
//! reqwest's blocking client hands every call to a hidden thread and back; measured, that is the largest single cost
//! of a small call, it cannot be interrupted, and it does not survive a fork. So we drive reqwest's async client on a
//! current-thread runtime ourselves: a *lane* is one runtime with its connection pool, a call takes the most recently
//! used lane, drives it and puts it back. One thing only is done on a thread of the runtime's: the system's look-up of a
//! host name, which nobody can interrupt. The thread ends with it, and nobody waits for it.

use crate::cancel::{CancelToken, Stop, TICK};
use crate::error::{Error, ErrorKind, Result};
use crate::failure::{Failure, Via};
use crate::log;
use crate::options::ClientOptions;
use crate::proxy::Proxy;
use crate::redact;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use reqwest::header::{AsHeaderName, CONTENT_ENCODING, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Mutex;
use std::task::{Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep};
use zeroize::Zeroizing;

/// Headers that an answer may have; real ones have about ten.
const HEADERS_LIMIT: usize = 100;
/// Bytes of all headers together; real ones have less than one KiB. (The HTTP layer stops reading a head at 408 KiB.)
const HEAD_LIMIT: usize = 64 << 10;
/// Answers up to this size are wiped when they have been read. No login answers more; for long lists it would take time.
const WIPED: usize = 64 << 10;

/// Room that is made for an answer of the announced length at once; making it later costs a copy, and leaves a hole.
const ROOM: usize = 16 << 20;

/// A request ready for the wire.
pub(crate) struct Outgoing<'a> {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<&'a [u8]>,
}

impl Outgoing<'_> {
    /// A request with nothing on it.
    pub(crate) fn get(url: Url) -> Self {
        Self { method: Method::GET, url, headers: HeaderMap::new(), body: None }
    }
}

/// A whole answer of any status. The body is never compressed, and has no byte order mark.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: impl AsHeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok()).map(str::trim)
    }
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The answer to a login holds the token.
        f.debug_struct("Reply").field("status", &self.status).field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        wipe(&mut self.body);
    }
}

/// What an answer leaves behind.
pub(crate) fn wipe(body: &mut [u8]) {
    if body.len() <= WIPED {
        // In one sweep: byte by byte, as `zeroize` goes, costs as much as reading the answer.
        body.fill(0);
        std::hint::black_box(body);
    }
}

struct Lane {
    /// The process that made the lane: after a fork its sockets belong to the parent.
    pid: u32,
    /// Rings within [`TICK`], in whichever call is under way then: to set a timer for each costs more than to look now and then.
    tick: Pin<Box<Sleep>>,
    client: reqwest::Client,
    runtime: tokio::runtime::Runtime,
}

/// The lanes to one server.
pub(crate) struct Transport {
    tls: rustls::ClientConfig,
    connect_timeout: Duration,
    request_timeout: Duration,
    max_body: usize,
    proxy: Proxy,
    via: Option<Via>,
    lanes: Mutex<Vec<Lane>>,
}

impl Transport {
    pub(crate) fn new(options: &ClientOptions, base: &Url) -> Result<Self> {
        Self::with_tls(options.trust.client_config(base)?, options)
    }

    /// With other TLS settings than those of the options.
    pub(crate) fn with_tls(tls: rustls::ClientConfig, options: &ClientOptions) -> Result<Self> {
        let given = matches!(options.proxy, Proxy::Url(_));
        Ok(Self {
            tls,
            connect_timeout: options.connect_timeout,
            request_timeout: options.request_timeout,
            max_body: options.max_body,
            via: options.proxy.shown().map(|proxy| Via { proxy, given }),
            proxy: options.proxy.clone(),
            lanes: Mutex::default(),
        })
    }

    /// Sends once. Blocks the calling thread until the answer is whole, the timeout passes or `cancel` stops it. `pid` is
    /// this process: asking for it costs a system call.
    pub(crate) fn send(
        &self,
        cancel: &CancelToken,
        pid: u32,
        outgoing: Outgoing<'_>,
    ) -> std::result::Result<Reply, Failure> {
        let not_sent = |error| Failure { error, sent: false };
        cancel.check().map_err(|stop| not_sent(stopped(stop)))?;
        log::outside().map_err(not_sent)?;
        if tokio::runtime::Handle::try_current().is_ok() {
            return Err(not_sent(
                Error::config("a blocking call was made on an async runtime's thread")
                    .remedied("call it inside spawn_blocking, or from a plain thread"),
            ));
        }
        #[cfg(fuzzing)]
        return crate::fuzzing::exchange(&outgoing, self.max_body);
        #[cfg(not(fuzzing))]
        self.drive(cancel, pid, outgoing)
    }

    #[cfg_attr(fuzzing, allow(dead_code))]
    fn drive(&self, cancel: &CancelToken, pid: u32, outgoing: Outgoing<'_>) -> std::result::Result<Reply, Failure> {
        let mut lane = self.take(pid).map_err(|error| Failure { error, sent: false })?;
        let Lane { tick, client, runtime, .. } = &mut lane;
        let answer = runtime.block_on(async {
            // Lets the runtime notice connections that the server has closed since the last call.
            tokio::task::yield_now().await;
            let end = Instant::now().checked_add(self.request_timeout);
            if let Some(end) = end.filter(|end| *end < tick.deadline()) {
                tick.as_mut().reset(end);
            }
            let mut exchange = pin!(self.exchange(client, outgoing));
            poll_fn(|context| {
                loop {
                    if let Poll::Ready(answer) = exchange.as_mut().poll(context) {
                        return Poll::Ready(answer);
                    }
                    ready!(tick.as_mut().poll(context));
                    if let Err(stop) = cancel.check() {
                        return Poll::Ready(Err(Failure { error: stopped(stop), sent: true }));
                    }
                    let now = Instant::now();
                    if end.is_some_and(|end| now >= end) {
                        return Poll::Ready(Err(Failure::timeout()));
                    }
                    let next = now + TICK;
                    tick.as_mut().reset(end.map_or(next, |end| end.min(next)));
                }
            })
            .await
        });
        self.put_back(lane);
        answer
    }

    fn take(&self, pid: u32) -> Result<Lane> {
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
            // For look-ups of host names.
            .thread_name("backupjobs-dns")
            .thread_keep_alive(Duration::ZERO)
            // A lane has one connection; the usual room is 12 KiB.
            .max_io_events_per_tick(8)
            .build()
            .map_err(|e| internal("no event loop", &e))?;
        let builder = reqwest::Client::builder();
        let builder = match &self.proxy {
            proxy if proxy.is_off() => builder.no_proxy(),
            Proxy::Environment | Proxy::None => builder,
            Proxy::Url(url) => {
                let unusable = |_| Error::config("the proxy's URL cannot be used");
                builder.proxy(reqwest::Proxy::all(url.expose()).map_err(unusable)?)
            }
        };
        let client = builder
            .tls_backend_preconfigured(self.tls.clone())
            .user_agent(concat!("backupjobs/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(self.connect_timeout)
            // Credentials must never follow a redirect to another place, and a POST must never be sent twice.
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .http1_max_headers(HEADERS_LIMIT)
            .build()
            .map_err(|e| internal("no HTTP client", &e))?;
        let tick = {
            let _inside = runtime.enter();
            Box::pin(tokio::time::sleep(TICK))
        };
        Ok(Lane { pid, tick, client, runtime })
    }

    async fn exchange(&self, client: &reqwest::Client, outgoing: Outgoing<'_>) -> std::result::Result<Reply, Failure> {
        let failure = |error| Failure::of(error, self.via.as_ref());
        let mut request = reqwest::Request::new(outgoing.method, outgoing.url);
        *request.headers_mut() = outgoing.headers;
        // The copy is reqwest's; ours is wiped.
        *request.body_mut() = outgoing.body.map(|body| body.to_vec().into());
        let mut response = client.execute(request).await.map_err(failure)?;
        let status = response.status().as_u16();
        let broken = |message: String, remedy: &'static str| Failure {
            error: Error::protocol(message).with_http(status, None, None).remedied(remedy),
            sent: true,
        };
        let headers = std::mem::take(response.headers_mut());
        if headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum::<usize>() > HEAD_LIMIT {
            let message = format!("the answer's headers are larger than {} KiB", HEAD_LIMIT >> 10);
            return Err(broken(message, "find out what in between adds them"));
        }
        if let Some(coding) = coding(&headers) {
            if response.status().is_success() {
                let message = format!("the answer is compressed ({coding}), which was not asked for");
                return Err(broken(message, "switch compression off at the server, or at the proxy in between"));
            }
            // The status alone says enough.
            return Ok(Reply { status, headers, body: Vec::new() });
        }
        let too_large = || {
            let message = format!("the answer is larger than {} bytes", self.max_body);
            broken(message, "ask for less at once, or raise the limit on bodies")
        };
        let announced = response.content_length().unwrap_or(0);
        if announced > self.max_body as u64 {
            return Err(too_large());
        }
        // The server's word is worth no more than addresses: memory is what it fills. (And no less room than it asks for: up to
        // 1 KiB is at hand in glibc's allocator.)
        let mut body = Vec::with_capacity((announced as usize).min(ROOM));
        while let Some(chunk) = response.chunk().await.map_err(failure)? {
            if body.len() + chunk.len() > self.max_body {
                return Err(too_large());
            }
            if body.len() + chunk.len() > body.capacity() {
                // Up to eight times what it has filled: a long answer is copied once, not at every doubling.
                let all = (announced as usize).clamp(body.len() * 2, body.len() * 8);
                body.reserve_exact((all - body.len()).max(chunk.len()));
            }
            body.extend_from_slice(&chunk);
        }
        if body.starts_with(BYTE_ORDER_MARK) {
            body.drain(..BYTE_ORDER_MARK.len());
        }
        Ok(Reply { status, headers, body })
    }
}

/// What some Windows servers put before a text in UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The compression of a body, if it has one.
fn coding(headers: &HeaderMap) -> Option<String> {
    let codings = headers.get_all(CONTENT_ENCODING).iter().map(|v| String::from_utf8_lossy(v.as_bytes()));
    let codings: Vec<_> =
        codings.filter(|c| !c.trim().is_empty() && !c.trim().eq_ignore_ascii_case("identity")).collect();
    (!codings.is_empty()).then(|| redact::whole_line(&codings.join(", ")))
}

impl Drop for Transport {
    fn drop(&mut self) {
        let pid = std::process::id();
        let lanes = self.lanes.get_mut().unwrap_or_else(|e| e.into_inner());
        for lane in lanes.drain(..) {
            if lane.pid != pid {
                std::mem::forget(lane);
                continue;
            }
            let Lane { client, runtime, .. } = lane;
            drop(client);
            // Does not wait for a look-up that an interrupted call has left behind.
            runtime.shutdown_background();
        }
    }
}

pub(crate) fn stopped(stop: Stop) -> Error {
    match stop {
        Stop::Cancelled => Error::new(ErrorKind::Cancelled, "cancelled by the caller"),
        Stop::Deadline => Error::new(ErrorKind::Deadline, "the deadline passed"),
    }
}

/// `Basic` credentials. The user name ends at the first colon, so it cannot hold one.
pub(crate) fn basic(user: &str, password: &str) -> Result<HeaderValue> {
    if let Some(what) = redact::breaks(user) {
        return Err(Error::config(format!("the user name holds {what}")).remedied("use the form user@domain"));
    }
    if user.contains(':') {
        return Err(Error::config("a user name cannot contain ':' here").remedied("use the form user@domain"));
    }
    let plain = Zeroizing::new(format!("{user}:{password}"));
    let coded = Zeroizing::new(STANDARD.encode(plain.as_bytes()));
    sensitive(Zeroizing::new(format!("Basic {}", coded.as_str())))
}

/// A header value that reqwest never prints, and that is wiped when the last request that carries it is gone.
pub(crate) fn sensitive(value: Zeroizing<String>) -> Result<HeaderValue> {
    let mut header = HeaderValue::from_maybe_shared(Bytes::from_owner(value))
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
