//! Judging jobs by their history: the policy in, a report out.

use crate::convert::{Instant, Named, Span, ToPython};
use crate::job::JobId;
use crate::verdict::Verdict;
use backupjobs::{Level, Policy};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

pub(crate) fn policy(
    warnings_ok: bool,
    disabled_ok: bool,
    max_age: Option<Span>,
    max_running: Option<Span>,
    now: Option<Instant>,
) -> Policy {
    let mut policy = Policy::new().warnings_ok(warnings_ok).disabled_ok(disabled_ok);
    policy.max_age = max_age.map(|span| span.0);
    policy.max_running = max_running.map(|span| span.0);
    policy.now = now.map(|at| at.0);
    policy
}

/// What `max_age` is when it is not given. (None means any age.)
pub(crate) fn default_age() -> Option<Span> {
    Policy::default().max_age.map(Span)
}

/// The ids or names of jobs, from any iterable but a text: that would be one of single letters.
pub(crate) fn expected(jobs: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<String>> {
    let Some(jobs) = jobs else { return Ok(Vec::new()) };
    if jobs.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("expect_jobs must be a list of ids or names, not a str"));
    }
    jobs.try_iter()?.map(|job| Ok(job?.extract::<JobId<'_>>()?.into_id())).collect()
}

/// The verdicts on all jobs of a server. Can be pickled, compared and hashed.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Report")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Report {
    level: Level,
    verdicts: Vec<Verdict>,
    insecure: bool,
}

impl From<backupjobs::Report> for Report {
    fn from(report: backupjobs::Report) -> Self {
        Self {
            level: report.level,
            verdicts: report.verdicts.into_iter().map(Verdict::from).collect(),
            insecure: report.insecure,
        }
    }
}

#[pymethods]
impl Report {
    #[new]
    #[pyo3(signature = (level, verdicts, insecure=false))]
    fn new(py: Python<'_>, level: &str, verdicts: Vec<Bound<'_, Verdict>>, insecure: bool) -> PyResult<Self> {
        let verdicts = verdicts.iter().map(|verdict| verdict.get().clone()).collect();
        Ok(Self { level: Level::from_word(py, level)?, verdicts, insecure })
    }

    /// The worst level.
    #[getter]
    fn level<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.level.to_python(py)
    }

    /// The exit code that Nagios, Icinga and their kin expect for it: 0, 1, 2 or 3.
    #[getter]
    fn exit_code(&self) -> i32 {
        self.level.code()
    }

    /// One verdict a job, in the server's order; then one for every expected job that is missing.
    #[getter]
    fn verdicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.verdicts.clone())
    }

    /// True when the server's certificate is not checked: anybody may have said all this. Every reason says so.
    #[getter]
    fn insecure(&self) -> bool {
        self.insecure
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let insecure = self.insecure.then_some(true);
        let fields = [
            ("level", self.level(py)?),
            ("verdicts", self.verdicts(py)?.into_any()),
            ("insecure", insecure.to_python(py)?),
        ];
        crate::value::repr("Report", &fields)
    }

    /// For pickling and copying.
    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<(&'static str, Bound<'py, PyTuple>, bool)> {
        Ok((self.level.name(), self.verdicts(py)?, self.insecure))
    }
}

crate::value::value!(Report: level, verdicts, insecure);
