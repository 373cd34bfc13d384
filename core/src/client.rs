//! What every vendor client is made of: a base URL, a transport, a login, and one way to make a call.

use crate::auth::{Auth, Token, Wire};
use crate::cancel::CancelToken;
use crate::decode::{decode, decode_object, kind_of_status};
use crate::error::{Error, ErrorKind, Result};
use crate::gate::Gate;
use crate::redact;
use crate::request::{Request, check_segment};
use crate::retry::{self, RetryPolicy};
use crate::tls::Trust;
use crate::transport::{self, Outgoing, Reply, Transport};
use reqwest::Url;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use serde::de::DeserializeOwned;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Settings that all three systems share.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ClientOptions {
    /// How the server's certificate is checked.
    pub trust: Trust,
    /// Longest time to open a connection, TLS included.
    pub connect_timeout: Duration,
    /// Longest time for one request, from sending to the last byte. Not the time a wait may take.
    pub request_timeout: Duration,
    /// Retries of reads.
    pub retry: RetryPolicy,
}

impl Default for ClientOptions {
    /// System trust, 10 s to connect, 60 s for a request, 4 tries for a read.
    fn default() -> Self {
        Self {
            trust: Trust::System,
            connect_timeout: Duration::from_secs(10),
            request_timeout: Duration::from_secs(60),
            retry: RetryPolicy::default(),
        }
    }
}

/// The shared inside of a vendor client.
pub(crate) struct Core {
    base: Url,
    origin: String,
    transport: Transport,
    auth: Box<dyn Auth>,
    retry: RetryPolicy,
    token: Mutex<Option<Arc<Token>>>,
    /// Held by the one thread that logs in.
    login_gate: Gate,
    login_pid: Mutex<u32>,
    /// The newest `Date` of the server, and when it came.
    date: Mutex<Option<(String, Instant)>>,
    closed: AtomicBool,
}

impl Core {
    pub(crate) fn new(url: &str, options: &ClientOptions, auth: Box<dyn Auth>) -> Result<Self> {
        let base = base_url(url, &options.trust)?;
        Ok(Self {
            origin: redact::origin(&base),
            base,
            transport: Transport::new(&options.trust, options.connect_timeout, options.request_timeout)?,
            auth,
            retry: options.retry,
            token: Mutex::default(),
            login_gate: Gate::default(),
            login_pid: Mutex::new(0),
            date: Mutex::default(),
            closed: AtomicBool::new(false),
        })
    }

    /// Scheme, host and port, for messages.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// Makes a call: with a token, with retries if it is a read, with one new login if the token is refused.
    pub(crate) fn call(&self, cancel: &CancelToken, request: &Request) -> Result<Reply> {
        self.attempt(cancel, request).map_err(|error| self.dress(error, request.operation))
    }

    /// [`Core::call`] whose answer is JSON.
    pub(crate) fn read<T: DeserializeOwned>(&self, cancel: &CancelToken, request: &Request) -> Result<T> {
        self.read_with(cancel, request, decode)
    }

    /// [`Core::read`] of an envelope.
    pub(crate) fn read_object<T: DeserializeOwned>(&self, cancel: &CancelToken, request: &Request) -> Result<T> {
        self.read_with(cancel, request, decode_object)
    }

    fn read_with<T>(&self, cancel: &CancelToken, request: &Request, decode: fn(&Reply) -> Result<T>) -> Result<T> {
        let reply = self.call(cancel, request)?;
        decode(&reply).map_err(|error| {
            // What was asked for has been done, only the answer cannot be read.
            self.dress(error.with_effect(request.changes), request.operation)
        })
    }

    /// Logs in now instead of at the first call.
    pub(crate) fn login(&self, cancel: &CancelToken, operation: &'static str) -> Result<()> {
        self.open().and_then(|()| self.current_token(cancel).map(drop)).map_err(|error| self.dress(error, operation))
    }

    /// The time by the server's clock, from its last answer: ages of runs are measured by the clock that dated them.
    pub(crate) fn server_time(&self) -> Option<jiff::Timestamp> {
        let (date, at) = lock(&self.date).clone()?;
        let then = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(&date).ok()?;
        then.checked_add(at.elapsed()).ok()
    }

    /// Ends the session on the server; every later call answers `Closed`. Never fails.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        let token = lock(&self.token).take();
        let ours = *lock(&self.login_pid) == std::process::id();
        if let Some(token) = token.filter(|_| ours) {
            let cancel = CancelToken::new().with_deadline(Instant::now() + Duration::from_secs(5));
            self.auth.logout(&Wire { core: self, cancel: &cancel }, &token);
        }
    }

    fn open(&self) -> Result<()> {
        match self.closed.load(Ordering::Acquire) {
            true => Err(Error::new(ErrorKind::Closed, "the client was closed")),
            false => Ok(()),
        }
    }

    fn attempt(&self, cancel: &CancelToken, request: &Request) -> Result<Reply> {
        self.open()?;
        let token = self.current_token(cancel)?;
        match self.send(cancel, request, Some(&token)) {
            // Refused before it was looked at: the one case in which any request may be sent again.
            Err(error) if error.http_status() == Some(401) => match self.renew(cancel, Some(&token)) {
                // What else it carries is wrong, then; one more wrong password may lock an account.
                Ok(same) if request.credentials && same.value.expose() == token.value.expose() => Err(error),
                Ok(token) => self.send(cancel, request, Some(&token)),
                Err(refused) if request.credentials && refused.http_status() == Some(401) => Err(error),
                Err(trouble) => Err(trouble),
            },
            other => other,
        }
    }

    fn current_token(&self, cancel: &CancelToken) -> Result<Arc<Token>> {
        let token = lock(&self.token).clone();
        match token {
            Some(token) if !token.is_stale() => Ok(token),
            old => self.renew(cancel, old.as_ref()),
        }
    }

    fn renew(&self, cancel: &CancelToken, old: Option<&Arc<Token>>) -> Result<Arc<Token>> {
        let _gate = loop {
            match self.login_gate.try_enter() {
                Some(inside) => break inside,
                None => cancel.sleep(Duration::from_millis(2)).map_err(transport::stopped)?,
            }
        };
        let current = lock(&self.token).clone();
        if let Some(newer) = current.filter(|now| !old.is_some_and(|old| Arc::ptr_eq(old, now)) && !now.is_stale()) {
            return Ok(newer);
        }
        let wire = Wire { core: self, cancel };
        let token = Arc::new(self.auth.login(&wire, old.map(Arc::as_ref))?);
        *lock(&self.login_pid) = std::process::id();
        *lock(&self.token) = Some(Arc::clone(&token));
        Ok(token)
    }

    pub(crate) fn send(&self, cancel: &CancelToken, request: &Request, token: Option<&Token>) -> Result<Reply> {
        let began = Instant::now();
        let mut attempt = 1;
        loop {
            let outgoing = self.outgoing(request, token)?;
            let answer = self.transport.send(cancel, outgoing);
            if let Ok(date) = answer.as_ref().map(|reply| reply.header("date")) {
                *lock(&self.date) = date.map(|date| (date.to_owned(), Instant::now()));
            }
            let error = match answer {
                Ok(reply) if (200..300).contains(&reply.status) => return Ok(reply),
                Ok(reply) => self.refused(request, &reply),
                Err(failure) => failure.error.with_effect(failure.sent && request.changes),
            };
            let pause = match error.is_retryable() && !request.changes {
                true => self.retry.pause(attempt, began.elapsed(), error.retry_after()),
                false => None,
            };
            let Some(pause) = pause else { return Err(error) };
            cancel.sleep(pause).map_err(transport::stopped)?;
            attempt += 1;
        }
    }

    fn outgoing(&self, request: &Request, token: Option<&Token>) -> Result<Outgoing> {
        let mut url = self.base.clone();
        // Without a path the base is meant as it is, down to a slash at its end.
        if !request.path.is_empty() {
            let mut path =
                url.path_segments_mut().map_err(|()| Error::new(ErrorKind::Internal, "the base URL has no path"))?;
            path.pop_if_empty();
            for segment in &request.path {
                check_segment(segment)?;
                path.push(segment);
            }
        }
        if !request.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&request.query);
        }
        for (name, value) in &request.hidden {
            url.query_pairs_mut().append_pair(name, value.expose());
        }
        let mut headers = HeaderMap::with_capacity(4);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Some((content_type, _)) = &request.body {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        for (name, value) in &request.headers {
            headers.append(name.clone(), value.clone());
        }
        if let Some(token) = token {
            self.auth.attach(token, &mut headers)?;
        }
        Ok(Outgoing {
            method: request.method.clone(),
            url,
            headers,
            body: request.body.as_ref().map(|(_, bytes)| bytes.clone()),
        })
    }

    fn refused(&self, request: &Request, reply: &Reply) -> Error {
        let fault = self.auth.fault(reply);
        let status = reply.status;
        let kind = fault.kind.unwrap_or_else(|| kind_of_status(status));
        let said = fault.message.as_deref().map(redact::one_line).filter(|m| !m.is_empty());
        let message = said.clone().unwrap_or_else(|| match status {
            401 => "the server refused the credentials or the token, without a word".into(),
            300..=399 => "the server answered with a redirect, which is not followed".into(),
            _ => "the server gave no reason".into(),
        });
        let after = reply.header("retry-after").and_then(|value| retry::retry_after(value, jiff::Timestamp::now()));
        // A server that says why it did nothing has done nothing, whatever the status.
        let refused = matches!(kind, ErrorKind::AlreadyRunning | ErrorKind::Conflict);
        let error = Error::new(kind, message)
            .with_http(status, fault.code, said)
            .with_retry(matches!(status, 408 | 429 | 502 | 503 | 504), after)
            .with_effect(request.changes && (status >= 500 || status == 408) && !refused);
        match status {
            300..=399 => error.remedied("give the final URL of the API itself"),
            401 => match self.auth.remedy() {
                Some(remedy) => error.remedied(remedy),
                None => error,
            },
            _ => error,
        }
    }

    /// Adds where it happened, and takes out every secret that a server may have echoed.
    pub(crate) fn dress(&self, error: Error, operation: &'static str) -> Error {
        let token = lock(&self.token).clone();
        let clean = |text: &str| {
            let known = self.auth.secrets().into_iter();
            let live = token.iter().flat_map(|token| [Some(&token.value), token.refresh.as_ref()]).flatten();
            redact::scrub(text, known.chain(live))
        };
        error.during(operation).on(&self.origin).scrubbed(clean)
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        if !self.closed.load(Ordering::Acquire) {
            self.close();
        }
    }
}

impl std::fmt::Debug for Core {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").field("server", &self.origin).finish_non_exhaustive()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// A URL we can build on: https, a host, no user info, query or fragment; a path prefix is kept.
fn base_url(text: &str, trust: &Trust) -> Result<Url> {
    const REMEDY: &str = "write it like https://server.example:4443";
    let shown = redact::one_line(text.rsplit('@').next().unwrap_or_default());
    let bad = |why: &str| Error::config(format!("the URL '{shown}' {why}")).remedied(REMEDY);
    if !text.contains("://") {
        return Err(bad("has no scheme"));
    }
    let url = Url::parse(text.trim()).map_err(|e| bad(&format!("cannot be read: {e}")))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(bad("must not hold a user or password; give them separately"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(bad("must not hold a query or fragment"));
    }
    match url.scheme() {
        "https" => {}
        "http" if *trust == Trust::Insecure => {}
        "http" => return Err(bad("would send credentials unencrypted")),
        _ => return Err(bad("is not an https URL")),
    }
    match url.host_str() {
        Some(host) if !host.is_empty() => Ok(url),
        _ => Err(bad("has no host")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(url: &str) -> ErrorKind {
        base_url(url, &Trust::System).expect_err(url).kind()
    }

    #[test]
    fn a_base_url_needs_https_and_nothing_else() {
        for url in ["vb365.example:4443", "", "ftp://x", "http://x", "https://u:p@x", "https://x/?a=b", "https://"] {
            assert_eq!(kind(url), ErrorKind::Config, "{url}");
        }
        assert!(base_url("https://x:4443/prefix/", &Trust::System).is_ok());
        assert!(base_url("http://x", &Trust::Insecure).is_ok());
    }

    #[test]
    fn a_password_in_a_url_is_not_repeated() {
        let error = base_url("https://admin:canary-secret@host", &Trust::System).expect_err("user info");
        assert!(!error.to_string().contains("canary"), "{error}");
    }
}
