//! What every vendor client is made of: a base URL, a transport, a login, and one way to make a call.

use crate::auth::{Auth, Token, Wire};
use crate::base_url::base_url;
use crate::cancel::CancelToken;
use crate::decode::{decode, decode_object, kind_of_status, web_page};
use crate::error::{Error, ErrorKind, Result};
use crate::gate::{Gate, Slot, Slots};
use crate::log::{self, Log, LogEvent, LogLevel};
pub(crate) use crate::options::ClientOptions;
use crate::redact::{self, Scrubber};
use crate::request::Request;
use crate::retry::{self, Budget, RetryPolicy};
use crate::said;
use crate::table::{self, Answer, Tabular};
use crate::tls::Trust;
use crate::transport::{self, Outgoing, Reply, Transport};
use reqwest::Url;
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, DATE, HeaderMap, HeaderValue};
use serde::de::DeserializeOwned;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The shared inside of a vendor client.
pub(crate) struct Core {
    base: Url,
    newest_url: Mutex<Option<(Vec<String>, Url)>>,
    origin: String,
    transport: Transport,
    auth: Box<dyn Auth>,
    /// The server's certificate is not checked, or there is none.
    insecure: bool,
    retry: RetryPolicy,
    budget: Budget,
    slots: Slots,
    log: Option<Log>,
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
        options.check()?;
        let core = Self {
            origin: redact::origin(&base),
            transport: Transport::new(options, &base)?,
            base,
            newest_url: Mutex::default(),
            auth,
            insecure: options.trust == Trust::Insecure,
            retry: options.retry,
            budget: Budget::new(options.retry_budget),
            slots: Slots::new(options.max_concurrency),
            log: options.log.clone(),
            token: Mutex::default(),
            login_gate: Gate::default(),
            login_pid: Mutex::new(0),
            date: Mutex::default(),
            closed: AtomicBool::new(false),
        };
        if core.insecure {
            core.warn("the server's certificate is not checked");
        }
        Ok(core)
    }

    /// Tells of something to put right.
    pub(crate) fn warn(&self, what: &str) {
        if log::wanted(self.log.as_ref(), LogLevel::Warning) {
            self.tell(LogLevel::Warning, format!("{}: {what}", self.origin), |_| {});
        }
    }

    /// True when the server's certificate is not checked: whoever answers gets the credentials.
    pub(crate) fn insecure(&self) -> bool {
        self.insecure
    }

    /// Scheme, host and port, for messages.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// Makes a call: with a token, with retries if it is a read, with one new login if the token is refused.
    #[inline(never)]
    pub(crate) fn call(&self, cancel: &CancelToken, request: &Request) -> Result<Reply> {
        self.attempt(cancel, request).map_err(|error| self.dress_answer(error, request))
    }

    /// [`Core::call`] whose answer is JSON.
    pub(crate) fn read<T: DeserializeOwned>(&self, cancel: &CancelToken, request: &Request) -> Result<T> {
        self.read_with(cancel, request, decode)
    }

    /// [`Core::read`] of an envelope.
    pub(crate) fn read_object<T: DeserializeOwned>(&self, cancel: &CancelToken, request: &Request) -> Result<T> {
        self.read_with(cancel, request, decode_object)
    }

    /// [`Core::read`] of a list, whose rows stay where they are; `Err` holds what serde makes of it when it is odd.
    pub(crate) fn read_rows<T, L, P>(
        &self,
        cancel: &CancelToken,
        request: &Request,
        enveloped: bool,
    ) -> Result<std::result::Result<Answer<T, L>, P>>
    where
        T: Tabular + DeserializeOwned,
        L: DeserializeOwned,
        P: DeserializeOwned,
    {
        let mut reply = self.call(cancel, request)?;
        let body = std::mem::take(&mut reply.body);
        match said::without(self.scrubber(None, Some(request)), || table::read(body, enveloped)) {
            Ok(answer) => Ok(Ok(answer)),
            Err(body) => {
                reply.body = body;
                self.decode_with(request, &reply, decode).map(Err)
            }
        }
    }

    fn read_with<T>(&self, cancel: &CancelToken, request: &Request, decode: fn(&Reply) -> Result<T>) -> Result<T> {
        let reply = self.call(cancel, request)?;
        self.decode_with(request, &reply, decode)
    }

    /// Reads the answer to a request; what the server says in it shows no secret that was sent.
    pub(crate) fn decode_with<T>(
        &self,
        request: &Request,
        reply: &Reply,
        decode: impl FnOnce(&Reply) -> Result<T>,
    ) -> Result<T> {
        said::without(self.scrubber(None, Some(request)), || decode(reply))
            .map_err(|error| self.dress_unread(error, request))
    }

    /// Logs in now instead of at the first call.
    pub(crate) fn login(&self, cancel: &CancelToken, operation: &'static str) -> Result<()> {
        self.open().and_then(|()| self.current_token(cancel).map(drop)).map_err(|error| self.dress(error, operation))
    }

    /// The time by the server's clock, from its last answer: ages of runs are measured by the clock that dated them.
    pub(crate) fn server_time(&self) -> Option<jiff::Timestamp> {
        let (date, at) = lock(&self.date).clone()?;
        http_date(&date)?.checked_add(at.elapsed()).ok()
    }

    /// Ends the session on the server; every later call answers `Closed`. Never fails.
    pub(crate) fn close(&self) {
        self.close_unless(&CancelToken::new());
    }

    /// [`Core::close`]; once `cancel` is cancelled, the session is left to the server's own time limit.
    pub(crate) fn close_unless(&self, cancel: &CancelToken) {
        self.closed.store(true, Ordering::Release);
        let token = lock(&self.token).take();
        let ours = *lock(&self.login_pid) == std::process::id();
        if let Some(token) = token.filter(|_| ours) {
            let cancel = cancel.with_deadline(Instant::now() + Duration::from_secs(5));
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
        // Before the login that it may take.
        request.check()?;
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
        if token.is_none() {
            request.check()?;
        }
        self.budget.request();
        let began = Instant::now();
        let mut attempt = 1;
        loop {
            let error = match self.send_once(cancel, request, token, attempt)? {
                Ok(reply) => return Ok(reply),
                Err(error) => error,
            };
            let pause = match error.is_retryable() && !request.changes {
                true => self.retry.pause(attempt, began.elapsed(), error.retry_after()),
                false => None,
            };
            let Some(pause) = pause else { return Err(error) };
            let granted = self.budget.retry();
            if log::wanted(self.log.as_ref(), LogLevel::Info) {
                let next = match granted {
                    true => format!("trying again in {} ms", pause.as_millis()),
                    false => "not tried again, the client's retries are used up".into(),
                };
                self.tell(LogLevel::Info, format!("{}: {}; {next}", request.operation, error.kind()), |event| {
                    event.operation = request.operation;
                    event.method = Some(request.method.to_string());
                    event.status = error.http_status();
                    event.error = Some(error.kind());
                    event.elapsed = granted.then_some(pause);
                    event.attempt = Some(attempt);
                });
            }
            if !granted {
                return Err(error);
            }
            cancel.sleep(pause).map_err(transport::stopped)?;
            attempt += 1;
        }
    }

    /// One try: the outer error is ours alone, the inner one is the server's or the network's.
    fn send_once(
        &self,
        cancel: &CancelToken,
        request: &Request,
        token: Option<&Token>,
        attempt: u32,
    ) -> Result<Result<Reply>> {
        let outgoing = self.outgoing(request, token)?;
        let shown = log::wanted(self.log.as_ref(), LogLevel::Debug).then(|| redact::place(&outgoing.url));
        let slot = self.slot(cancel)?;
        let sent = Instant::now();
        let answer = self.transport.send(cancel, slot.pid(), outgoing);
        drop(slot);
        if let Ok(reply) = &answer {
            self.note_date(reply);
        }
        if let Some(url) = shown {
            let (elapsed, operation, method) = (sent.elapsed(), request.operation, &request.method);
            let (status, error) = match &answer {
                Ok(reply) => (Some(reply.status), None),
                Err(failure) => (failure.error.http_status(), Some(failure.error.kind())),
            };
            let end = match (status, error) {
                (Some(status), None) => format!("HTTP {status}"),
                (_, Some(error)) => error.to_string(),
                (None, None) => String::new(),
            };
            let time = elapsed.as_millis();
            let message = format!("{operation}: {method} {url}: {end} in {time} ms (attempt {attempt})");
            self.tell(LogLevel::Debug, message, |event| {
                event.operation = operation;
                event.method = Some(method.to_string());
                event.url = Some(url);
                event.status = status;
                event.error = error;
                event.elapsed = Some(elapsed);
                event.attempt = Some(attempt);
            });
        }
        Ok(match answer {
            Ok(reply) if (200..300).contains(&reply.status) => Ok(reply),
            Ok(reply) => Err(self.refused(request, token, &reply)),
            Err(failure) => Err(failure.error.with_effect(failure.sent && request.changes)),
        })
    }

    fn note_date(&self, reply: &Reply) {
        let mut date = lock(&self.date);
        match (reply.header(DATE), &mut *date) {
            (Some(new), Some((text, at))) => {
                text.clear();
                text.push_str(new);
                *at = Instant::now();
            }
            (new, date) => *date = new.map(|new| (new.to_owned(), Instant::now())),
        }
    }

    /// Waits for its turn.
    fn slot(&self, cancel: &CancelToken) -> Result<Slot<'_>> {
        log::outside()?;
        loop {
            match self.slots.try_enter() {
                Some(slot) => return Ok(slot),
                None => cancel.sleep(Duration::from_millis(2)).map_err(transport::stopped)?,
            }
        }
    }

    fn tell(&self, level: LogLevel, message: String, fill: impl FnOnce(&mut LogEvent)) {
        let mut event = LogEvent::new(level, &self.origin, message);
        fill(&mut event);
        log::tell(self.log.as_ref(), &event);
    }

    /// The URL of a path. The newest is kept: whoever watches a run asks for the same again and again.
    fn url_of(&self, path: &[String]) -> Result<Url> {
        // Never waited for: other threads build their own meanwhile.
        let mut newest = self.newest_url.try_lock().ok();
        if let Some(Some((known, url))) = newest.as_deref()
            && known == path
        {
            return Ok(url.clone());
        }
        let mut url = self.base.clone();
        // Without a path the base is meant as it is, down to a slash at its end.
        if !path.is_empty() {
            let mut segments =
                url.path_segments_mut().map_err(|()| Error::new(ErrorKind::Internal, "the base URL has no path"))?;
            segments.pop_if_empty().extend(path);
        }
        if let Some(newest) = &mut newest {
            **newest = Some((path.to_vec(), url.clone()));
        }
        Ok(url)
    }

    fn outgoing<'a>(&self, request: &'a Request, token: Option<&Token>) -> Result<Outgoing<'a>> {
        let mut url = self.url_of(&request.path)?;
        if !request.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&request.query);
        }
        for (name, value) in &request.hidden {
            url.query_pairs_mut().append_pair(name, value.expose());
        }
        let mut headers = HeaderMap::with_capacity(5);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        // A few bytes that blow up to gigabytes are nothing for a client that unpacks nothing.
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        if let Some((content_type, _)) = &request.body {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        for (name, value) in &request.headers {
            headers.append(name.clone(), value.clone());
        }
        if let Some((name, value)) = token.and_then(|token| token.header.clone()) {
            headers.insert(name, value);
        }
        Ok(Outgoing {
            method: request.method.clone(),
            url,
            headers,
            body: request.body.as_ref().map(|(_, bytes)| bytes.as_slice()),
        })
    }

    fn refused(&self, request: &Request, token: Option<&Token>, reply: &Reply) -> Error {
        let fault = self.auth.fault(reply);
        let scrubber = self.scrubber(token, Some(request));
        let clean = |text: &str| redact::one_line(&scrubber.clean(text));
        let status = reply.status;
        let kind = fault.kind.unwrap_or_else(|| kind_of_status(status));
        let said = fault.message.as_deref().map(clean).filter(|m| !m.is_empty());
        let message = said.clone().unwrap_or_else(|| match (status, web_page(&reply.body)) {
            (300..=399, _) => match self.redirect(reply).as_deref().map(clean) {
                Some(target) => format!("the server answered with a redirect to {target}, which is not followed"),
                None => "the server answered with a redirect, which is not followed".into(),
            },
            (_, Some(page)) => clean(&format!("the answer is {page}")),
            (401, None) => "the server refused the credentials or the token, without a word".into(),
            _ => "the server gave no reason".into(),
        });
        // A date is by the server's clock, so it is held against the server's clock.
        let date = reply.header("date").and_then(http_date).unwrap_or_else(jiff::Timestamp::now);
        let after = reply.header("retry-after").and_then(|value| retry::retry_after(value, date));
        // A server that says why it did nothing has done nothing, whatever the status.
        let refused = matches!(kind, ErrorKind::AlreadyRunning | ErrorKind::Conflict);
        let code = fault.code.as_deref().map(clean).filter(|code| !code.is_empty());
        let error = Error::new(kind, message)
            .with_http(status, code, said)
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

    /// Where a redirect points: scheme, host, port and path.
    fn redirect(&self, reply: &Reply) -> Option<String> {
        let target = self.base.join(reply.header("location")?).ok()?;
        target.has_host().then(|| redact::whole_place(&target))
    }

    /// Adds where it happened, and takes out every secret that a server may have echoed.
    pub(crate) fn dress(&self, error: Error, operation: &'static str) -> Error {
        self.dress_with(error, operation, &self.scrubber(None, None))
    }

    /// What was asked for has been done, only the answer cannot be read.
    #[inline(never)]
    fn dress_unread(&self, error: Error, request: &Request) -> Error {
        self.dress_answer(error.with_effect(request.changes), request)
    }

    /// [`Core::dress`] for the answer to a request that carried secrets of its own.
    #[inline(never)]
    fn dress_answer(&self, error: Error, request: &Request) -> Error {
        self.dress_with(error, request.operation, &self.scrubber(None, Some(request)))
    }

    fn dress_with(&self, error: Error, operation: &'static str, scrubber: &Scrubber) -> Error {
        // Cut only when it is clean: see `redact::one_line`.
        error.during(operation).on(&self.origin).scrubbed(|text| redact::clipped(&scrubber.clean(text), LONGEST))
    }

    /// A sentence of the server's without what it may have echoed.
    pub(crate) fn clean(&self, text: &str) -> String {
        self.scrubber(None, None).clean(text)
    }

    /// Knows the client's own secrets, the live token, and those that travelled with this one request.
    #[inline(never)]
    fn scrubber(&self, token: Option<&Token>, request: Option<&Request>) -> Scrubber {
        let live = lock(&self.token).clone();
        let tokens = live.as_deref().into_iter().chain(token);
        let tokens = tokens.flat_map(|token| [Some(&token.value), token.refresh.as_ref()]).flatten();
        let own = request.into_iter().flat_map(|r| r.secrets.iter().chain(r.hidden.iter().map(|(_, secret)| secret)));
        Scrubber::new(self.auth.secrets().into_iter().chain(tokens).chain(own))
    }
}

/// Characters of the longest sentence about an error.
const LONGEST: usize = 1_000;

impl Drop for Core {
    fn drop(&mut self) {
        if !self.closed.load(Ordering::Acquire) {
            self.close();
        }
    }
}

impl std::fmt::Debug for Core {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = f.debug_struct("Client");
        text.field("server", &self.origin);
        if self.insecure {
            text.field("insecure", &true);
        }
        text.finish_non_exhaustive()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

fn http_date(text: &str) -> Option<jiff::Timestamp> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text).ok()
}
