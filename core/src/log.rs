//! What the library has to say while it works: one event a request, for `tracing` and for one listener of the caller's.

use crate::error::{Error, ErrorKind};
use crate::run::named;
use std::cell::Cell;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The target of our `tracing` events.
const TARGET: &str = "backupjobs";

named! {
    /// How much an event matters. The numbers are those of Python's `logging`.
    pub enum LogLevel {
        /// A request and its end.
        Debug = 10 => "debug",
        /// A request is sent again.
        Info = 20 => "info",
        /// Something to put right: certificates are not checked, a version of the API is deprecated.
        Warning = 30 => "warning",
    }
}

/// One thing that happened. Never holds a secret: no header, no body, no query, no sentence of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LogEvent {
    /// How much it matters.
    pub level: LogLevel,
    /// Everything below in one line.
    pub message: String,
    /// Scheme, host and port of the server.
    pub server: String,
    /// The operation, such as `veeam.jobs`; empty where no request is meant.
    pub operation: &'static str,
    /// The method of the request.
    pub method: Option<String>,
    /// Scheme, host, port and path of the request.
    pub url: Option<String>,
    /// HTTP status of the answer, when there was one.
    pub status: Option<u16>,
    /// What went wrong, when there was no answer.
    pub error: Option<ErrorKind>,
    /// Time from sending to the last byte; for a retry, the pause before it.
    pub elapsed: Option<Duration>,
    /// Which try of the request, from 1.
    pub attempt: Option<u32>,
}

impl LogEvent {
    pub(crate) fn new(level: LogLevel, server: &str, message: String) -> Self {
        Self {
            level,
            message,
            server: server.to_owned(),
            operation: "",
            method: None,
            url: None,
            status: None,
            error: None,
            elapsed: None,
            attempt: None,
        }
    }
}

/// A listener for [`LogEvent`]s, for those who do not use `tracing`; set it in
/// [`ClientOptions::log`](crate::ClientOptions::log).
///
/// It is called on the thread that makes the call, while that call goes on, so a slow listener slows it; by several threads
/// at once when several make calls. No lock of ours is held that another thread waits for, except that during a login others
/// wait for the login to end. A call of this library made from inside a listener is refused with a `Config` error, so it
/// can neither recurse nor wait for itself.
#[derive(Clone)]
pub struct Log(Arc<dyn Fn(&LogEvent) + Send + Sync>);

impl Log {
    /// A listener.
    pub fn new(listener: impl Fn(&LogEvent) + Send + Sync + 'static) -> Self {
        Self(Arc::new(listener))
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Log")
    }
}

thread_local! {
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// Refuses a call made from inside a listener.
pub(crate) fn outside() -> crate::Result<()> {
    match INSIDE.get() {
        true => Err(Error::config("a call was made from inside a log listener")
            .remedied("only take note of the event there, and make calls elsewhere")),
        false => Ok(()),
    }
}

/// Whether anybody listens to events of that level. When nobody does, nothing is allocated.
pub(crate) fn wanted(log: Option<&Log>, level: LogLevel) -> bool {
    log.is_some()
        || match level {
            LogLevel::Debug => tracing::enabled!(target: TARGET, tracing::Level::DEBUG),
            LogLevel::Info => tracing::enabled!(target: TARGET, tracing::Level::INFO),
            LogLevel::Warning => tracing::enabled!(target: TARGET, tracing::Level::WARN),
        }
}

/// Tells `tracing` and the listener.
pub(crate) fn tell(log: Option<&Log>, event: &LogEvent) {
    macro_rules! trace {
        ($level:ident) => {
            tracing::event!(
                target: TARGET,
                tracing::Level::$level,
                server = event.server,
                operation = event.operation,
                method = event.method,
                url = event.url,
                status = event.status,
                error = event.error.map(ErrorKind::name),
                elapsed_ms = event.elapsed.map(|t| u64::try_from(t.as_millis()).unwrap_or(u64::MAX)),
                attempt = event.attempt,
                "{}",
                event.message
            )
        };
    }
    match event.level {
        LogLevel::Debug => trace!(DEBUG),
        LogLevel::Info => trace!(INFO),
        LogLevel::Warning => trace!(WARN),
    }
    if let Some(Log(listener)) = log {
        struct Outside(bool);
        impl Drop for Outside {
            fn drop(&mut self) {
                INSIDE.set(self.0);
            }
        }
        // Also put back when the listener panics.
        let _outside = Outside(INSIDE.replace(true));
        listener(event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_call_is_made_from_inside_a_listener() {
        let event = LogEvent::new(LogLevel::Info, "https://x", "something".into());
        let log = Log::new(|_| assert!(outside().is_err()));
        tell(Some(&log), &event);
        assert!(outside().is_ok());
        let angry = Log::new(|_| panic!("on purpose"));
        assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| tell(Some(&angry), &event))).is_err());
        assert!(outside().is_ok(), "also after a panic");
    }
}
