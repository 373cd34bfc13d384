//! Fetching, comparing and remembering certificates.

use crate::call;
use crate::cancel::CancelToken;
use crate::convert::{Instant, Span, ToPython};
use crate::options::{or, proxy};
use backupjobs::{ClientOptions, Timestamp, trust};
use pyo3::prelude::*;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// The first second of year 1: no datetime is earlier.
const EARLIEST: i64 = -62_135_596_800;

/// A server's certificate, as a person reads it before trusting it. ``str()`` is everything that is compared.
///
/// What cannot be read is None; the fingerprint is always there. Can be pickled, compared and hashed.
#[pyclass(frozen, eq, hash, module = "backupjobs.trust", name = "Certificate")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Certificate(trust::Certificate);

impl Hash for Certificate {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.sha256.hash(state);
    }
}

/// What makes an equal certificate: the times as texts, which may be finer than a datetime.
type Parts = (
    Option<String>,
    Option<String>,
    Vec<String>,
    Option<String>,
    Option<String>,
    String,
    String,
    String,
    bool,
    bool,
    Option<String>,
);

fn shown<'py>(py: Python<'py>, at: Option<Timestamp>) -> PyResult<Bound<'py, PyAny>> {
    let earliest = Timestamp::from_second(EARLIEST).unwrap_or_default();
    at.map(|at| at.max(earliest)).to_python(py)
}

#[pymethods]
impl Certificate {
    /// Whom it is for, as a distinguished name: ``CN=vb365.example, O=Example``.
    #[getter]
    fn subject(&self) -> Option<&str> {
        self.0.subject.as_deref()
    }

    /// Who signed it.
    #[getter]
    fn issuer(&self) -> Option<&str> {
        self.0.issuer.as_deref()
    }

    /// Host names and addresses it is good for. A name that stands in the subject alone does not count.
    #[getter]
    fn names(&self) -> Vec<String> {
        self.0.names.clone()
    }

    /// Good from then on.
    #[getter]
    fn not_before<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        shown(py, self.0.not_before)
    }

    /// Good until then.
    #[getter]
    fn not_after<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        shown(py, self.0.not_after)
    }

    /// SHA-256 of the whole certificate: 64 lower-case hex digits.
    #[getter]
    fn sha256(&self) -> &str {
        &self.0.sha256
    }

    /// The same as most tools show it: 32 pairs of upper-case hex digits with colons.
    #[getter]
    fn fingerprint(&self) -> &str {
        &self.0.fingerprint
    }

    /// The certificate itself, PEM.
    #[getter]
    fn pem(&self) -> &str {
        &self.0.pem
    }

    /// True when its issuer is its subject: nobody else vouches for it.
    #[getter]
    fn self_signed(&self) -> bool {
        self.0.self_signed
    }

    /// True when the system's store accepts it for the host that showed it: then nothing needs to be remembered.
    #[getter]
    fn trusted(&self) -> bool {
        self.0.trusted
    }

    /// Why the system's store does not accept it.
    #[getter]
    fn refusal(&self) -> Option<&str> {
        self.0.refusal.as_deref()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields = [
            ("subject", self.0.subject.to_python(py)?),
            ("fingerprint", self.0.fingerprint.to_python(py)?),
            ("trusted", self.0.trusted.to_python(py)?),
        ];
        crate::value::repr("Certificate", &fields)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Parts)> {
        let this = slf.get().0.clone();
        let [not_before, not_after] = [this.not_before, this.not_after].map(|at| at.map(|at| at.to_string()));
        let parts = (
            this.subject,
            this.issuer,
            this.names,
            not_before,
            not_after,
            this.sha256,
            this.fingerprint,
            this.pem,
            this.self_signed,
            this.trusted,
            this.refusal,
        );
        Ok((slf.get_type().getattr("_from_parts")?, parts))
    }

    /// For unpickling.
    #[staticmethod]
    #[allow(clippy::too_many_arguments, reason = "one for each attribute")]
    fn _from_parts(
        subject: Option<String>,
        issuer: Option<String>,
        names: Vec<String>,
        not_before: Option<Instant>,
        not_after: Option<Instant>,
        sha256: String,
        fingerprint: String,
        pem: String,
        self_signed: bool,
        trusted: bool,
        refusal: Option<String>,
    ) -> Self {
        let mut made = trust::Certificate::default();
        made.subject = subject;
        made.issuer = issuer;
        made.names = names;
        made.not_before = not_before.map(|at| at.0);
        made.not_after = not_after.map(|at| at.0);
        made.sha256 = sha256;
        made.fingerprint = fingerprint;
        made.pem = pem;
        made.self_signed = self_signed;
        made.trusted = trusted;
        made.refusal = refusal;
        Self(made)
    }
}

crate::value::value!(Certificate: subject, issuer, names, not_before, not_after, sha256, fingerprint, pem, self_signed,
    trusted, refusal);

/// A file of hosts and the certificates that were compared by a person, as ssh keeps one for keys.
///
/// One host with its port and one SHA-256 a line; what follows a blank and ``#`` is a comment. A host may have several
/// lines: any of its certificates is accepted. A file that the library creates is its owner's only; it is replaced as a
/// whole, and several processes may change it at once. A file that everybody may write is refused. Can be pickled (by
/// its path) and compared.
#[pyclass(frozen, eq, module = "backupjobs.trust", name = "KnownHosts")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct KnownHosts(trust::KnownHosts);

#[pymethods]
impl KnownHosts {
    /// Checks that every line of the file can be read. A file that does not exist is one without hosts.
    ///
    /// :raises ConfigError: when the file or a line of it cannot be read, or when everybody may write it
    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        call::detached(py, || trust::KnownHosts::open(&path)).map(Self)
    }

    /// Where the file is.
    #[getter]
    fn path(&self) -> &Path {
        self.0.path()
    }

    /// The SHA-256s remembered for the host and port of that URL, with colons; empty for an unknown host.
    fn lookup(&self, py: Python<'_>, url: &str) -> PyResult<Vec<String>> {
        call::detached(py, || self.0.lookup(url))
    }

    /// Adds a certificate for the host and port of that URL; what was remembered before stays.
    ///
    /// For a certificate that replaces another, ``forget`` the host first.
    ///
    /// :raises ConfigError: when the file cannot be written, or when another process keeps it locked
    fn remember(&self, py: Python<'_>, url: &str, certificate: &Bound<'_, Certificate>) -> PyResult<()> {
        let certificate = &certificate.get().0;
        call::detached(py, || self.0.remember(url, certificate))
    }

    /// Removes every certificate of the host and port of that URL; other lines stay. True when there was one.
    fn forget(&self, py: Python<'_>, url: &str) -> PyResult<bool> {
        call::detached(py, || self.0.forget(url))
    }

    fn __repr__(&self) -> String {
        format!("KnownHosts({:?})", self.0.path())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (PathBuf,))> {
        Ok((slf.get_type().getattr("open")?, (slf.get().0.path().to_owned(),)))
    }
}

/// The certificate that the server at that URL shows, trusted or not.
///
/// Sends no credentials, in fact no request at all: the handshake ends once the server has proved that it owns the
/// certificate's key.
///
/// :raises ConfigError: for a bad URL or proxy
/// :raises TlsError: when the server speaks no TLS that we do
#[pyfunction]
#[pyo3(name = "trust_fetch", signature = (url, *, proxy=None, connect_timeout=None, request_timeout=None, cancel=None))]
pub(crate) fn fetch(
    py: Python<'_>,
    url: &str,
    proxy: Option<&str>,
    connect_timeout: Option<Span>,
    request_timeout: Option<Span>,
    cancel: Option<&Bound<'_, CancelToken>>,
) -> PyResult<Certificate> {
    let mut options = ClientOptions::default();
    options.proxy = self::proxy(py, proxy)?;
    options.connect_timeout = or(connect_timeout, options.connect_timeout);
    options.request_timeout = or(request_timeout, options.request_timeout);
    let user = cancel.map(|token| token.get().0.clone()).unwrap_or_default();
    call::probed(py, &user, |cancel| trust::fetch(url, &options, cancel)).map(Certificate)
}
