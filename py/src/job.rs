//! A job as all systems have it.

use crate::convert::{Instant, Named, ToPython};
use crate::rows::{Row, Shows};
use backupjobs::{System, Timestamp};
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict};

/// A job as all systems have it. Can be pickled, compared and hashed.
///
/// Times may also be given as texts in RFC 3339.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Job")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Job(Row<backupjobs::Job>);

impl Shows for Job {
    type Core = backupjobs::Job;

    fn of(row: Row<Self::Core>) -> Self {
        Self(row)
    }
}

#[pymethods]
impl Job {
    #[new]
    #[pyo3(signature = (system, id, *, name=String::new(), enabled=None, raw_status=None, last_run=None, next_run=None),
        text_signature = "(system, id, *, name='', enabled=None, raw_status=None, last_run=None, next_run=None)")]
    #[allow(clippy::too_many_arguments, reason = "one for each field, all but two with names")]
    fn new(
        py: Python<'_>,
        system: &str,
        id: &str,
        name: String,
        enabled: Option<bool>,
        raw_status: Option<String>,
        last_run: Option<Instant>,
        next_run: Option<Instant>,
    ) -> PyResult<Self> {
        let mut job = backupjobs::Job::new(System::from_word(py, system)?, id);
        job.name = name;
        job.enabled = enabled;
        job.raw_status = raw_status;
        job.last_run = last_run.map(|at| at.0);
        job.next_run = next_run.map(|at| at.0);
        Ok(Self(job.into()))
    }

    /// The system it lives on.
    #[getter]
    fn system<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.system.to_python(py)
    }

    /// The vendor's id.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// The vendor's name for it.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Whether its schedule is on; None where the system has no such thing.
    #[getter]
    fn enabled(&self) -> Option<bool> {
        self.0.enabled
    }

    /// The vendor's word for the state of the newest run.
    #[getter]
    fn raw_status(&self) -> Option<&str> {
        self.0.raw_status.as_deref()
    }

    /// When the newest run began.
    #[getter]
    fn last_run<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.last_run.to_python(py)
    }

    /// When the scheduler runs it next.
    #[getter]
    fn next_run<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.next_run.to_python(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields = [
            ("system", self.system(py)?),
            ("id", self.0.id.to_python(py)?),
            ("name", self.0.name.to_python(py)?),
            ("enabled", self.0.enabled.to_python(py)?),
            ("raw_status", self.0.raw_status.to_python(py)?),
            ("last_run", self.last_run(py)?),
            ("next_run", self.next_run(py)?),
        ];
        crate::value::repr("Job", &fields)
    }

    /// For pickling and copying. Times as texts: they may be finer than a datetime.
    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((&str, &str), Bound<'py, PyDict>)> {
        let text = |at: Option<Timestamp>| at.map(|at| at.to_string()).to_python(py);
        let members = [
            ("name", self.0.name.to_python(py)?),
            ("enabled", self.0.enabled.to_python(py)?),
            ("raw_status", self.0.raw_status.to_python(py)?),
            ("last_run", text(self.0.last_run)?),
            ("next_run", text(self.0.next_run)?),
        ];
        Ok(((self.0.system.name(), &self.0.id), members.into_py_dict(py)?))
    }
}

crate::value::value!(Job: system, id, name, enabled, raw_status, last_run, next_run);
crate::columns::record!(backupjobs::Job: system, id, name, enabled, raw_status, last_run, next_run);

/// A job or the id of one.
#[derive(FromPyObject)]
pub(crate) enum JobId<'py> {
    #[pyo3(transparent, annotation = "str")]
    Id(String),
    #[pyo3(transparent, annotation = "Job")]
    Job(Bound<'py, Job>),
}

impl JobId<'_> {
    /// What a reader calls it: the name, where there is one.
    pub(crate) fn title(&self) -> String {
        match self {
            Self::Job(job) if !job.get().0.name.is_empty() => job.get().0.name.clone(),
            Self::Job(job) => job.get().0.id.clone(),
            Self::Id(id) => id.clone(),
        }
    }

    pub(crate) fn into_id(self) -> String {
        match self {
            Self::Id(id) => id,
            Self::Job(job) => job.get().0.id.clone(),
        }
    }
}
