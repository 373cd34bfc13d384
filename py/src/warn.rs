//! Warnings of the module `warnings`, at the line of the caller.

use pyo3::prelude::*;

/// Whoever asked for it knows; who reads or runs the program may not.
pub(crate) fn insecure(py: Python<'_>) -> PyResult<()> {
    // Without the server's name: Python shows each text once for each line.
    let what = "the server's certificate is not checked; give ca_file, pin or known_hosts instead of insecure";
    warn(py, "InsecureTlsWarning", what)
}

/// A version of a vendor's API that is on its way out, if it is.
pub(crate) fn deprecated(py: Python<'_>, version: &str, why: Option<&str>) -> PyResult<()> {
    why.map_or(Ok(()), |why| warn(py, "DeprecatedVersionWarning", &format!("{version}: {why}")))
}

fn warn(py: Python<'_>, category: &str, message: &str) -> PyResult<()> {
    let module = py.import("backupjobs.warnings")?;
    module.getattr("_warn")?.call1((module.getattr(category)?, message)).map(drop)
}
