//! Restore sessions, and what to explore.

use crate::convert::instant;
use crate::errors::exception;
use backupjobs::veeam;
use pyo3::prelude::*;
use pyo3::types::PyDateTime;

crate::model::model! {
    /// A restore session.
    RestoreSession shows veeam::RestoreSession, as "RestoreSession" in "backupjobs.veeam" {
        /// UUID.
        id,
        /// Name, made up by the server.
        name,
        /// Organization whose data it shows.
        organization,
        /// The explorer.
        explorer,
        /// When it was opened.
        creation_time(creation_time_raw),
        /// When it was closed.
        end_time(end_time_raw),
        /// "Working" or "Stopped"; before v6 also "Starting", "Stopping".
        state,
        /// "Success", "Warning", "Failed"; present while it is open, too.
        result,
        /// Account that opened it.
        initiated_by,
        /// What the vendor says about it.
        details,
        /// What it covers.
        scope_name,
        /// Host it was opened from.
        client_host,
        /// Why it ended.
        reason,
        /// Links, by name.
        links,
        /// Members this version does not know.
        extra,
    } with links
}

/// A point in time: an aware datetime, or a text in one of the vendor's formats.
#[derive(FromPyObject)]
pub(crate) enum When<'py> {
    #[pyo3(transparent, annotation = "datetime")]
    Instant(Bound<'py, PyDateTime>),
    #[pyo3(transparent, annotation = "str")]
    Text(String),
}

pub(crate) fn options(
    py: Python<'_>,
    datetime: When<'_>,
    explorer: &str,
    show_deleted: Option<bool>,
    show_all_versions: Option<bool>,
) -> PyResult<veeam::ExploreOptions> {
    let mut options = match datetime {
        When::Instant(at) => veeam::ExploreOptions::at(instant(&at)?, explorer.into()),
        When::Text(text) => veeam::ExploreOptions::new(text, explorer.into()).map_err(|error| exception(py, &error))?,
    };
    options.show_deleted = show_deleted;
    options.show_all_versions = show_all_versions;
    Ok(options)
}

/// What to explore. An odd time is no error for the server: before the first backup the session is empty, after the
/// last it shows the latest restore point.
#[pyclass(frozen, eq, module = "backupjobs.veeam", name = "ExploreOptions")]
#[derive(Clone, PartialEq)]
pub(crate) struct ExploreOptions(pub(crate) veeam::ExploreOptions);

#[pymethods]
impl ExploreOptions {
    #[new]
    #[pyo3(signature = (datetime, explorer, *, show_deleted=None, show_all_versions=None))]
    fn new(
        py: Python<'_>,
        datetime: When<'_>,
        explorer: &str,
        show_deleted: Option<bool>,
        show_all_versions: Option<bool>,
    ) -> PyResult<Self> {
        options(py, datetime, explorer, show_deleted, show_all_versions).map(Self)
    }

    /// The point in time, in UTC, as it is sent.
    #[getter]
    fn datetime(&self) -> &str {
        &self.0.datetime
    }

    /// The explorer.
    #[getter]
    fn explorer(&self) -> &str {
        self.0.explorer.as_str()
    }

    /// Whether deleted items are shown. None is not sent.
    #[getter]
    fn show_deleted(&self) -> Option<bool> {
        self.0.show_deleted
    }

    /// Whether all versions of items are shown. None is not sent.
    #[getter]
    fn show_all_versions(&self) -> Option<bool> {
        self.0.show_all_versions
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        use crate::convert::ToPython;
        let fields = [
            ("datetime", self.0.datetime.to_python(py)?),
            ("explorer", self.0.explorer.to_python(py)?),
            ("show_deleted", self.0.show_deleted.to_python(py)?),
            ("show_all_versions", self.0.show_all_versions.to_python(py)?),
        ];
        crate::model::repr("ExploreOptions", &fields)
    }

    /// For pickling and copying.
    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((&str, &str), Bound<'py, pyo3::types::PyDict>)> {
        use pyo3::types::IntoPyDict;
        let flags = [("show_deleted", self.0.show_deleted), ("show_all_versions", self.0.show_all_versions)];
        Ok(((self.datetime(), self.explorer()), flags.into_py_dict(py)?))
    }
}
