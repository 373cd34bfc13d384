//! Restore sessions, and what to explore.

use crate::convert::{ToPython, instant};
use crate::errors::exception;
use backupjobs::veeam;
use pyo3::exceptions::PyTypeError;
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
        /// Version of the object: counts up with every change; v8.
        e_tag,
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
    repository_id: Option<String>,
) -> PyResult<veeam::ExploreOptions> {
    let mut options = match datetime {
        When::Instant(at) => veeam::ExploreOptions::at(instant(&at)?, explorer.into()),
        When::Text(text) => veeam::ExploreOptions::new(text, explorer.into()).map_err(|error| exception(py, &error))?,
    };
    options.show_deleted = show_deleted;
    options.show_all_versions = show_all_versions;
    options.repository_id = repository_id;
    Ok(options)
}

/// What `explore_…()` was given: options, or the same things by name.
#[allow(clippy::too_many_arguments, reason = "one for each option")]
pub(crate) fn chosen(
    py: Python<'_>,
    given: Option<&Bound<'_, ExploreOptions>>,
    datetime: Option<When<'_>>,
    explorer: Option<&str>,
    show_deleted: Option<bool>,
    show_all_versions: Option<bool>,
    repository_id: Option<String>,
) -> PyResult<veeam::ExploreOptions> {
    let others = show_deleted.or(show_all_versions).is_some() || repository_id.is_some();
    match (given, datetime, explorer, others) {
        (Some(given), None, None, false) => Ok(given.get().0.clone()),
        (None, Some(datetime), Some(explorer), _) => {
            options(py, datetime, explorer, show_deleted, show_all_versions, repository_id)
        }
        _ => Err(PyTypeError::new_err(
            "give either ExploreOptions, or datetime and explorer (and perhaps the other options)",
        )),
    }
}

/// What to explore.
///
/// An odd time is no error for the server: before the first backup the session is empty, after the last it shows the
/// latest restore point.
///
/// :param datetime: an aware ``datetime``, or a text in UTC: ``yyyy-MM-dd HH:mm:ss.SSS``, ``yyyy.MM.dd hh:mm:ss`` or
///     ISO 8601
/// :param explorer: "vex", "vesp", "veod" or "vet"
#[pyclass(frozen, eq, module = "backupjobs.veeam", name = "ExploreOptions")]
#[derive(Clone, PartialEq)]
pub(crate) struct ExploreOptions(pub(crate) veeam::ExploreOptions);

#[pymethods]
impl ExploreOptions {
    #[new]
    #[pyo3(signature = (datetime, explorer, *, show_deleted=None, show_all_versions=None, repository_id=None))]
    fn new(
        py: Python<'_>,
        datetime: When<'_>,
        explorer: &str,
        show_deleted: Option<bool>,
        show_all_versions: Option<bool>,
        repository_id: Option<String>,
    ) -> PyResult<Self> {
        options(py, datetime, explorer, show_deleted, show_all_versions, repository_id).map(Self)
    }

    /// The point in time, in UTC, as it is sent.
    #[getter]
    fn datetime(&self) -> &str {
        &self.0.datetime
    }

    /// The explorer.
    #[getter]
    fn explorer<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.explorer.to_python(py)
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

    /// Only the backups in this repository; v8, of an organization. None is not sent.
    #[getter]
    fn repository_id(&self) -> Option<&str> {
        self.0.repository_id.as_deref()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields = [
            ("datetime", self.0.datetime.to_python(py)?),
            ("explorer", self.0.explorer.to_python(py)?),
            ("show_deleted", self.0.show_deleted.to_python(py)?),
            ("show_all_versions", self.0.show_all_versions.to_python(py)?),
            ("repository_id", self.0.repository_id.to_python(py)?),
        ];
        crate::value::repr("ExploreOptions", &fields)
    }

    /// For pickling and copying.
    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((&str, &str), Bound<'py, pyo3::types::PyDict>)> {
        use pyo3::types::IntoPyDict;
        let flags = [("show_deleted", self.0.show_deleted), ("show_all_versions", self.0.show_all_versions)];
        let others = flags.into_py_dict(py)?;
        others.set_item("repository_id", self.repository_id())?;
        Ok(((self.datetime(), self.0.explorer.as_str()), others))
    }
}

crate::value::value!(ExploreOptions: datetime, explorer, show_deleted, show_all_versions, repository_id);
