//! Keyword arguments of the clients as settings of the core.

use crate::convert::{Span, ToPython};
use crate::errors::exception;
use crate::log::Listener;
use backupjobs::{ClientOptions, Error, ErrorKind, Proxy, Trust};
use pyo3::prelude::*;
use std::path::PathBuf;
use std::time::Duration;

/// Retries of idempotent reads. Requests that start or change something are never repeated blindly.
///
/// By default 4 attempts within 60 s, with random pauses of up to 0.25 s at first and 8 s at last.
#[pyclass(frozen, eq, module = "backupjobs", name = "RetryPolicy")]
#[derive(Clone, PartialEq)]
pub(crate) struct RetryPolicy(backupjobs::RetryPolicy);

#[pymethods]
impl RetryPolicy {
    #[new]
    #[pyo3(signature = (attempts=None, *, total=None, base=None, cap=None))]
    fn new(attempts: Option<u32>, total: Option<Span>, base: Option<Span>, cap: Option<Span>) -> Self {
        let default = backupjobs::RetryPolicy::default();
        Self(backupjobs::RetryPolicy {
            attempts: attempts.unwrap_or(default.attempts),
            total: or(total, default.total),
            base: or(base, default.base),
            cap: or(cap, default.cap),
        })
    }

    /// No retries at all.
    #[staticmethod]
    fn none() -> Self {
        Self(backupjobs::RetryPolicy::none())
    }

    /// Tries in all, the first included; 1 switches retries off.
    #[getter]
    fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// No new try begins after this much time.
    #[getter]
    fn total<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.total.to_python(py)
    }

    /// The first pause is a random part of this; it doubles with each try.
    #[getter]
    fn base<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.base.to_python(py)
    }

    /// No pause is longer, except when the server asks for it with Retry-After.
    #[getter]
    fn cap<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.cap.to_python(py)
    }

    fn __repr__(&self) -> String {
        let seconds = |d: Duration| d.as_secs_f64();
        let backupjobs::RetryPolicy { attempts, total, base, cap } = self.0;
        format!(
            "RetryPolicy(attempts={attempts}, total={}, base={}, cap={})",
            seconds(total),
            seconds(base),
            seconds(cap)
        )
    }
}

/// `retries=2` (two more tries after the first), or a whole policy.
#[derive(FromPyObject)]
pub(crate) enum Retries<'py> {
    #[pyo3(transparent, annotation = "int")]
    Number(u32),
    #[pyo3(transparent, annotation = "RetryPolicy")]
    Policy(Bound<'py, RetryPolicy>),
}

/// PEM as text or bytes.
#[derive(FromPyObject)]
pub(crate) enum Pem {
    #[pyo3(transparent, annotation = "str")]
    Text(String),
    #[pyo3(transparent, annotation = "bytes")]
    Bytes(Vec<u8>),
}

/// The settings that all three systems share, as they were given.
pub(crate) struct Given<'py> {
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) ca_pem: Option<Pem>,
    pub(crate) pin: Option<&'py str>,
    pub(crate) known_hosts: Option<PathBuf>,
    pub(crate) insecure: bool,
    pub(crate) proxy: Option<&'py str>,
    pub(crate) connect_timeout: Option<Span>,
    pub(crate) request_timeout: Option<Span>,
    pub(crate) retries: Option<Retries<'py>>,
    pub(crate) max_body: Option<usize>,
    pub(crate) retry_budget: Option<u32>,
    pub(crate) max_concurrency: Option<u32>,
    pub(crate) log: Option<Listener>,
}

impl Given<'_> {
    pub(crate) fn options(self, py: Python<'_>) -> PyResult<ClientOptions> {
        let mut options = ClientOptions::default();
        options.connect_timeout = or(self.connect_timeout, options.connect_timeout);
        options.request_timeout = or(self.request_timeout, options.request_timeout);
        match self.retries {
            Some(Retries::Number(retries)) => options.retry.attempts = retries.saturating_add(1),
            Some(Retries::Policy(policy)) => options.retry = policy.get().0,
            None => {}
        }
        options.proxy = proxy(py, self.proxy)?;
        options.max_body = self.max_body.unwrap_or(options.max_body);
        options.retry_budget = self.retry_budget.unwrap_or(options.retry_budget);
        options.max_concurrency = self.max_concurrency.unwrap_or(options.max_concurrency);
        options.log = self.log.map(|listener| listener.0);
        let pin = self.pin.map(Trust::pin).transpose().map_err(|error| exception(py, &error))?;
        let pem = self.ca_pem.map(|pem| match pem {
            Pem::Text(text) => text.into_bytes(),
            Pem::Bytes(bytes) => bytes,
        });
        let ways = [
            self.ca_file.map(Trust::CaFile),
            pem.map(Trust::CaPem),
            pin,
            self.known_hosts.map(Trust::KnownHosts),
            self.insecure.then_some(Trust::Insecure),
        ];
        let mut ways = ways.into_iter().flatten();
        if let Some(trust) = ways.next() {
            options.trust = trust;
        }
        match ways.next() {
            None => Ok(options),
            Some(_) => Err(exception(
                py,
                &Error::new(ErrorKind::Config, "there is more than one way to check the server's certificate")
                    .remedied("give only one of ca_file, ca_pem, pin, known_hosts and insecure"),
            )),
        }
    }
}

/// `None`: the environment's; empty: none; else a URL.
pub(crate) fn proxy(py: Python<'_>, given: Option<&str>) -> PyResult<Proxy> {
    match given {
        None => Ok(Proxy::Environment),
        Some("") => Ok(Proxy::None),
        Some(url) => Proxy::url(url).map_err(|error| exception(py, &error)),
    }
}

/// What was given, or the core's default.
pub(crate) fn or(given: Option<Span>, default: Duration) -> Duration {
    given.map_or(default, |span| span.0)
}
