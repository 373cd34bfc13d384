//! Which versions of the API a server serves.

use crate::call;
use crate::convert::Span;
use crate::options::{Given, Pem, Retries};
use backupjobs::veeam;
use pyo3::prelude::*;
use std::path::PathBuf;

/// Which versions of the API the server at that URL serves, oldest first, without credentials.
#[pyfunction]
#[pyo3(name = "veeam_detect", signature = (url, *, ca_file=None, ca_pem=None, pin=None, insecure=false,
    connect_timeout=None, request_timeout=None, retries=None))]
#[allow(clippy::too_many_arguments, reason = "one for each setting, all of them with names")]
pub(crate) fn detect(
    py: Python<'_>,
    url: &str,
    ca_file: Option<PathBuf>,
    ca_pem: Option<Pem>,
    pin: Option<&str>,
    insecure: bool,
    connect_timeout: Option<Span>,
    request_timeout: Option<Span>,
    retries: Option<Retries<'_>>,
) -> PyResult<Vec<String>> {
    let given = Given { ca_file, ca_pem, pin, insecure, connect_timeout, request_timeout, retries };
    let options = given.options(py)?;
    let found = call::detached(py, || veeam::detect(url, &options))?;
    Ok(found.iter().map(ToString::to_string).collect())
}
