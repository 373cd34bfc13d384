//! The one error type: what kind, during which operation, on which server, what the vendor said, and what to do.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Shorthand used throughout the crate.
pub type Result<T> = std::result::Result<T, Error>;

/// Kinds of error, in business words. The numbers are the C status codes; they only ever grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[repr(i32)]
pub enum ErrorKind {
    /// The configuration cannot work: bad URL, unreadable CA file, missing setting.
    Config = 1,
    /// No connection: name not found, refused, reset before anything was sent.
    Unreachable = 2,
    /// The secure connection failed: unknown authority, wrong name, expired, wrong pin.
    Tls = 3,
    /// The server did not answer in time.
    Timeout = 4,
    /// Wrong, missing or expired credentials.
    Unauthenticated = 5,
    /// The credentials are good but may not do this.
    Denied = 6,
    /// No such job, run, site or path.
    NotFound = 7,
    /// The job (or, on vCenter, any backup) is running already.
    AlreadyRunning = 8,
    /// The server refuses in its present state.
    Conflict = 9,
    /// An argument was refused, by us before any request or by the server.
    InvalidArgument = 10,
    /// Too many requests.
    RateLimited = 11,
    /// The server answered that it could not do it (HTTP 5xx).
    Unavailable = 12,
    /// The answer does not make sense: not JSON, wrong shape, a redirect.
    Protocol = 13,
    /// A start that may or may not have happened. Look before you start again.
    OutcomeUnknown = 14,
    /// This system, or this version of its API, cannot do that. No request was sent.
    Unsupported = 15,
    /// Cancelled by the caller.
    Cancelled = 16,
    /// The deadline of a wait passed. The backup itself goes on.
    Deadline = 17,
    /// The client was closed.
    Closed = 18,
    /// A defect of this library.
    Internal = 19,
}

impl ErrorKind {
    /// Every kind, in the order of the codes. C codes and Python classes are checked against it.
    pub const ALL: &'static [Self] = &[
        Self::Config,
        Self::Unreachable,
        Self::Tls,
        Self::Timeout,
        Self::Unauthenticated,
        Self::Denied,
        Self::NotFound,
        Self::AlreadyRunning,
        Self::Conflict,
        Self::InvalidArgument,
        Self::RateLimited,
        Self::Unavailable,
        Self::Protocol,
        Self::OutcomeUnknown,
        Self::Unsupported,
        Self::Cancelled,
        Self::Deadline,
        Self::Closed,
        Self::Internal,
    ];

    /// The stable number, also the C status code.
    #[must_use]
    pub const fn code(self) -> i32 {
        self as i32
    }

    /// The stable name: `already_running`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Unreachable => "unreachable",
            Self::Tls => "tls",
            Self::Timeout => "timeout",
            Self::Unauthenticated => "unauthenticated",
            Self::Denied => "denied",
            Self::NotFound => "not_found",
            Self::AlreadyRunning => "already_running",
            Self::Conflict => "conflict",
            Self::InvalidArgument => "invalid_argument",
            Self::RateLimited => "rate_limited",
            Self::Unavailable => "unavailable",
            Self::Protocol => "protocol",
            Self::OutcomeUnknown => "outcome_unknown",
            Self::Unsupported => "unsupported",
            Self::Cancelled => "cancelled",
            Self::Deadline => "deadline",
            Self::Closed => "closed",
            Self::Internal => "internal",
        }
    }

    /// What usually helps; used when the place that failed knows nothing better.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Config => "correct the configuration",
            Self::Unreachable => "check host, port, network and that the service runs",
            Self::Tls => "give the CA file of the server, or pin its certificate's SHA-256",
            Self::Timeout => "try again, or raise the request timeout",
            Self::Unauthenticated => "check user and password, or renew the token",
            Self::Denied => "give the account the rights for this operation",
            Self::NotFound => "list what exists and use an id from there",
            Self::AlreadyRunning => "wait for the running one, or adopt it",
            Self::Conflict => "look at the state of the job, then try again",
            Self::InvalidArgument => "correct the argument",
            Self::RateLimited => "wait before the next request",
            Self::Unavailable => "look at the server's own log, then try again",
            Self::Protocol => "check that the URL is the API of this product and not of a proxy or portal",
            Self::OutcomeUnknown => "look at the runs of the job before starting it again",
            Self::Unsupported => "use the vendor's console for this",
            Self::Cancelled => "the backup itself goes on; wait again with the same run id",
            Self::Deadline => "the backup itself goes on; wait again with the same run id",
            Self::Closed => "open a new client",
            Self::Internal => "please report this",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name().replace('_', " "))
    }
}

/// An error. One line of `Display` says everything a log needs; `Debug` spreads it over several.
#[derive(Clone, thiserror::Error)]
#[error("{context}")]
pub struct Error {
    context: Box<Context>,
    #[source]
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

#[derive(Clone, Default)]
struct Context {
    kind: Option<ErrorKind>,
    operation: &'static str,
    server: Option<String>,
    message: String,
    remedy: Option<String>,
    http_status: Option<u16>,
    vendor_code: Option<String>,
    vendor_message: Option<String>,
    retry_after: Option<Duration>,
    retryable: bool,
    may_have_taken_effect: bool,
}

impl Error {
    /// A new error of that kind; the rest is added with the `with_…` methods.
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            context: Box::new(Context {
                kind: Some(kind),
                message: message.into(),
                may_have_taken_effect: kind == ErrorKind::OutcomeUnknown,
                ..Context::default()
            }),
            source: None,
        }
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidArgument, message)
    }

    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    pub(crate) fn unsupported(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Unsupported, message)
    }

    pub(crate) fn protocol(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Protocol, message)
    }

    /// Sets the operation, unless one nearer to the cause has set it.
    #[must_use]
    pub fn during(mut self, operation: &'static str) -> Self {
        if self.context.operation.is_empty() {
            self.context.operation = operation;
        }
        self
    }

    #[must_use]
    pub(crate) fn on(mut self, server: &str) -> Self {
        self.context.server = Some(server.to_owned());
        self
    }

    /// Sets what to do about it, where something better is known than the remedy of the kind.
    #[must_use]
    pub fn remedied(mut self, remedy: impl Into<String>) -> Self {
        self.context.remedy = Some(remedy.into());
        self
    }

    #[must_use]
    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.context.kind = Some(kind);
        self
    }

    #[must_use]
    pub(crate) fn with_message(mut self, message: impl Into<String>) -> Self {
        self.context.message = message.into();
        self
    }

    #[must_use]
    pub(crate) fn with_http(mut self, status: u16, code: Option<String>, said: Option<String>) -> Self {
        self.context.http_status = Some(status);
        self.context.vendor_code = code;
        self.context.vendor_message = said;
        self
    }

    #[must_use]
    pub(crate) fn with_retry(mut self, retryable: bool, after: Option<Duration>) -> Self {
        self.context.retryable = retryable;
        self.context.retry_after = after;
        self
    }

    #[must_use]
    pub(crate) fn with_effect(mut self, may_have_taken_effect: bool) -> Self {
        self.context.may_have_taken_effect = may_have_taken_effect;
        self
    }

    #[must_use]
    pub(crate) fn caused_by(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(source));
        self
    }

    /// Applies `clean` to every text that may carry a server's words.
    #[must_use]
    pub(crate) fn scrubbed(mut self, clean: impl Fn(&str) -> String) -> Self {
        self.context.message = clean(&self.context.message);
        self.context.vendor_code = self.context.vendor_code.map(|t| clean(&t));
        self.context.vendor_message = self.context.vendor_message.map(|t| clean(&t));
        self
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.context.kind.unwrap_or(ErrorKind::Internal)
    }

    /// The operation, for example `veeam.start_job`; empty when it failed before one began.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.context.operation
    }

    /// Scheme, host and port of the server; never user info, never a query.
    #[must_use]
    pub fn server(&self) -> Option<&str> {
        self.context.server.as_deref()
    }

    /// What happened, without the operation, the server and the remedy.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.context.message
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &str {
        self.context.remedy.as_deref().unwrap_or_else(|| self.kind().remedy())
    }

    /// HTTP status of the answer, when there was one.
    #[must_use]
    pub fn http_status(&self) -> Option<u16> {
        self.context.http_status
    }

    /// The vendor's code for the error, when it gave one.
    #[must_use]
    pub fn vendor_code(&self) -> Option<&str> {
        self.context.vendor_code.as_deref()
    }

    /// The vendor's own sentence, when it gave one.
    #[must_use]
    pub fn vendor_message(&self) -> Option<&str> {
        self.context.vendor_message.as_deref()
    }

    /// True when the same call may succeed later without any change, and repeating it does nothing twice.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.context.retryable && !self.context.may_have_taken_effect
    }

    /// How long the server asked to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.context.retry_after
    }

    /// True when a request that changes something was sent and its fate is not known.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        self.context.may_have_taken_effect
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.unwrap_or(ErrorKind::Internal);
        if !self.operation.is_empty() {
            write!(f, "{}", self.operation)?;
            if let Some(server) = &self.server {
                write!(f, " on {server}")?;
            }
            f.write_str(": ")?;
        }
        write!(f, "{kind}: {}", self.message)?;
        if let Some(status) = self.http_status {
            write!(f, " (HTTP {status})")?;
        }
        write!(f, "; {}", self.remedy.as_deref().unwrap_or_else(|| kind.remedy()))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &self.context.operation)
            .field("server", &self.context.server)
            .field("message", &self.context.message)
            .field("remedy", &self.remedy())
            .field("http_status", &self.context.http_status)
            .field("vendor_code", &self.context.vendor_code)
            .field("vendor_message", &self.context.vendor_message)
            .field("may_have_taken_effect", &self.context.may_have_taken_effect)
            .field("source", &self.source.as_ref().map(ToString::to_string))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_listed_once_with_the_next_code() {
        for (index, kind) in ErrorKind::ALL.iter().enumerate() {
            assert_eq!(kind.code() as usize, index + 1, "{kind}");
        }
        let names: std::collections::BTreeSet<_> = ErrorKind::ALL.iter().map(|k| k.name()).collect();
        assert_eq!(names.len(), ErrorKind::ALL.len());
    }

    #[test]
    fn one_line_names_operation_server_cause_status_and_remedy() {
        let error = Error::new(ErrorKind::AlreadyRunning, "Job is already running.")
            .with_http(500, None, Some("Job is already running.".into()))
            .during("veeam.start_job")
            .during("server.start")
            .on("https://vb365:4443");
        assert_eq!(
            error.to_string(),
            "veeam.start_job on https://vb365:4443: already running: Job is already running. (HTTP 500); \
             wait for the running one, or adopt it"
        );
    }
}
