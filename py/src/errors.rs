//! Errors of the core as Python exceptions. The classes are written in Python, in `backupjobs/exceptions.py`.

use crate::convert::delta;
use backupjobs::{Error, ErrorKind};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;

/// The exception for an error, of the class that stands for its kind.
pub(crate) fn exception(py: Python<'_>, error: &Error) -> PyErr {
    // If even that fails, the failure is what the user must see.
    build(py, error).unwrap_or_else(|failure| failure)
}

fn build(py: Python<'_>, error: &Error) -> PyResult<PyErr> {
    let class = classes(py)?.as_any().get_item(error.kind().name())?;
    let members = PyDict::new(py);
    members.set_item("operation", error.operation())?;
    members.set_item("server", error.server())?;
    members.set_item("message", error.message())?;
    members.set_item("remedy", error.remedy())?;
    members.set_item("http_status", error.http_status())?;
    members.set_item("vendor_code", error.vendor_code())?;
    members.set_item("vendor_message", error.vendor_message())?;
    members.set_item("retryable", error.is_retryable())?;
    members.set_item("retry_after", error.retry_after().map(|after| delta(py, after)).transpose()?)?;
    members.set_item("may_have_taken_effect", error.may_have_taken_effect())?;
    Ok(PyErr::from_value(class.call((error.to_string(),), Some(&members))?))
}

fn classes(py: Python<'_>) -> PyResult<&Bound<'_, PyDict>> {
    static BY_KIND: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    BY_KIND.import(py, "backupjobs.exceptions", "BY_KIND")
}

/// An argument that cannot be converted to what the core takes.
pub(crate) fn invalid(py: Python<'_>, message: impl Into<String>, remedy: &str) -> PyErr {
    exception(py, &Error::new(ErrorKind::InvalidArgument, message).remedied(remedy))
}
