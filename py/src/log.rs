//! What the library has to say while it works, for a Python callable or a logger of `logging`.

use crate::call;
use crate::convert::ToPython;
use backupjobs::{Log, LogLevel};
use pyo3::exceptions::{PyException, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::time::Duration;

/// One thing that happened: a request and its end, a retry, a client that checks no certificate.
///
/// Never holds a secret: no header, no body, no query, no sentence of the server. ``str()`` is all of it in one line.
/// Can be pickled, compared and hashed.
///
/// A listener (``log=`` of a client) is called on the thread that makes the call, while that call goes on; by several
/// threads at once when several make calls (``backupjobs.aio`` makes them on threads of its own). A call of this library
/// made from inside a listener raises ConfigError. What a listener raises does not decide about a backup: it goes to
/// ``sys.unraisablehook`` and the call goes on; only what is no ``Exception``, such as KeyboardInterrupt, ends the call.
/// A logger gets records with its own level, and the event as their attribute ``backupjobs_event``. The client keeps
/// its listener alive: a listener that holds the client keeps both.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "LogEvent")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct LogEvent {
    level: LogLevel,
    message: String,
    server: String,
    operation: String,
    method: Option<String>,
    url: Option<String>,
    status: Option<u16>,
    error: Option<String>,
    elapsed: Option<Duration>,
    attempt: Option<u32>,
}

impl From<&backupjobs::LogEvent> for LogEvent {
    fn from(event: &backupjobs::LogEvent) -> Self {
        Self {
            level: event.level,
            message: event.message.clone(),
            server: event.server.clone(),
            operation: event.operation.to_owned(),
            method: event.method.clone(),
            url: event.url.clone(),
            status: event.status,
            error: event.error.map(|kind| kind.name().to_owned()),
            elapsed: event.elapsed,
            attempt: event.attempt,
        }
    }
}

/// What makes an equal event: the time in nanoseconds, which are finer than a timedelta.
type Parts = (
    i32,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<u16>,
    Option<String>,
    Option<(u64, u32)>,
    Option<u32>,
);

#[pymethods]
impl LogEvent {
    /// How much it matters.
    #[getter]
    fn level<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.level.to_python(py)
    }

    /// The same as a number of the module ``logging``.
    #[getter]
    fn levelno(&self) -> i32 {
        self.level.code()
    }

    /// Everything below in one line.
    #[getter]
    fn message(&self) -> &str {
        &self.message
    }

    /// Scheme, host and port of the server.
    #[getter]
    fn server(&self) -> &str {
        &self.server
    }

    /// The operation, such as "veeam.jobs"; empty where no request is meant.
    #[getter]
    fn operation(&self) -> &str {
        &self.operation
    }

    /// The method of the request.
    #[getter]
    fn method(&self) -> Option<&str> {
        self.method.as_deref()
    }

    /// Scheme, host, port and path of the request.
    #[getter]
    fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// HTTP status of the answer, when there was one.
    #[getter]
    fn status(&self) -> Option<u16> {
        self.status
    }

    /// The kind of error, when there was no answer.
    #[getter]
    fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// Time from sending to the last byte; for a retry, the pause before it.
    #[getter]
    fn elapsed<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.elapsed.to_python(py)
    }

    /// Which try of the request, from 1.
    #[getter]
    fn attempt(&self) -> Option<u32> {
        self.attempt
    }

    fn __str__(&self) -> &str {
        &self.message
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields = [("level", self.level(py)?), ("message", self.message.to_python(py)?)];
        crate::value::repr("LogEvent", &fields)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Parts)> {
        let this = slf.get().clone();
        let elapsed = this.elapsed.map(|time| (time.as_secs(), time.subsec_nanos()));
        let level = this.level.code();
        let Self { message, server, operation, method, url, status, error, attempt, .. } = this;
        let parts = (level, message, server, operation, method, url, status, error, elapsed, attempt);
        Ok((slf.get_type().getattr("_from_parts")?, parts))
    }

    /// For unpickling.
    #[staticmethod]
    #[allow(clippy::too_many_arguments, reason = "one for each attribute")]
    fn _from_parts(
        level: i32,
        message: String,
        server: String,
        operation: String,
        method: Option<String>,
        url: Option<String>,
        status: Option<u16>,
        error: Option<String>,
        elapsed: Option<(u64, u32)>,
        attempt: Option<u32>,
    ) -> Self {
        let level = LogLevel::ALL.iter().copied().find(|known| known.code() == level).unwrap_or(LogLevel::Debug);
        let elapsed = elapsed.map(|(seconds, nanos)| Duration::from_secs(seconds) + Duration::from_nanos(nanos.into()));
        Self { level, message, server, operation, method, url, status, error, elapsed, attempt }
    }
}

crate::value::value!(LogEvent: level, message, server, operation, method, url, status, error, elapsed, attempt);

/// `log=` of a client: a callable that takes an event, or a logger.
pub(crate) struct Listener(pub(crate) Log);

impl<'py> FromPyObject<'_, 'py> for Listener {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        // Adapters are no loggers by their class, but have what is needed.
        let is_logger = value.hasattr("isEnabledFor")? && value.hasattr("log")?;
        if !is_logger && !value.is_callable() {
            return Err(PyTypeError::new_err("log must be a callable that takes a LogEvent, or a logging.Logger"));
        }
        let listener = value.to_owned().unbind();
        Ok(Self(Log::new(move |event| hear(&listener, is_logger, event))))
    }
}

/// Tells the listener. What it raises must not decide about a backup, so it goes to `sys.unraisablehook`; only what is no
/// `Exception`, such as Ctrl-C, ends the call.
fn hear(listener: &Py<PyAny>, is_logger: bool, event: &backupjobs::LogEvent) {
    // Nobody is left to listen while the interpreter shuts down.
    let _ = Python::try_attach(|py| {
        if call::is_interrupted() {
            return;
        }
        let listener = listener.bind(py);
        let told = if is_logger { write_down(listener, event) } else { tell(listener, event) };
        match told {
            Err(raised) if raised.is_instance_of::<PyException>(py) => raised.write_unraisable(py, Some(listener)),
            Err(raised) => call::interrupt(raised),
            Ok(()) => {}
        }
    });
}

fn tell(listener: &Bound<'_, PyAny>, event: &backupjobs::LogEvent) -> PyResult<()> {
    listener.call1((LogEvent::from(event),)).map(drop)
}

fn write_down(logger: &Bound<'_, PyAny>, event: &backupjobs::LogEvent) -> PyResult<()> {
    let level = event.level.code();
    if !logger.call_method1("isEnabledFor", (level,))?.is_truthy()? {
        return Ok(());
    }
    let extra = PyDict::new(logger.py());
    extra.set_item("backupjobs_event", Bound::new(logger.py(), LogEvent::from(event))?)?;
    let keywords = PyDict::new(logger.py());
    keywords.set_item("extra", extra)?;
    logger.call_method("log", (level, "%s", event.message.as_str()), Some(&keywords)).map(drop)
}
