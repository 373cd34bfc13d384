//! Which dialect an appliance speaks.

use crate::call;
use crate::convert::{Span, ToPython};
use crate::log::Listener;
use crate::options::{Given, Pem, Retries};
use crate::warn;
use backupjobs::{CancelToken, vcenter};
use pyo3::prelude::*;
use std::path::PathBuf;

/// Asks an appliance which dialect to speak with it, without credentials: the newer one, if it serves both.
#[pyfunction]
#[pyo3(name = "vcenter_detect", signature = (url, *, ca_file=None, ca_pem=None,
        pin=None, known_hosts=None, insecure=false, proxy=None, connect_timeout=None, request_timeout=None, retries=None,
        max_body=None, retry_budget=None, max_concurrency=None, log=None))]
#[allow(clippy::too_many_arguments, reason = "one for each setting, all of them with names")]
pub(crate) fn detect(
    py: Python<'_>,
    url: &str,
    ca_file: Option<PathBuf>,
    ca_pem: Option<Pem>,
    pin: Option<&str>,
    known_hosts: Option<PathBuf>,
    insecure: bool,
    proxy: Option<&str>,
    connect_timeout: Option<Span>,
    request_timeout: Option<Span>,
    retries: Option<Retries<'_>>,
    max_body: Option<usize>,
    retry_budget: Option<u32>,
    max_concurrency: Option<u32>,
    log: Option<Listener>,
) -> PyResult<Py<PyAny>> {
    let given = Given {
        ca_file,
        ca_pem,
        pin,
        known_hosts,
        insecure,
        proxy,
        connect_timeout,
        request_timeout,
        retries,
        max_body,
        retry_budget,
        max_concurrency,
        log,
    };
    let options = given.options(py)?;
    if insecure {
        warn::insecure(py)?;
    }
    call::probed(py, &CancelToken::new(), |cancel| vcenter::detect_unless(url, &options, cancel))?
        .to_python(py)
        .map(Bound::unbind)
}
