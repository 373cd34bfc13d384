//! Judging a run, and what a check of a job says.

use crate::convert::{Named, Span, ToPython};
use crate::run::Run;
use backupjobs::{Level, Policy};
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict};
use std::time::Duration;

/// A judgement with its reason, which names the run and the vendor's word, and its evidence.
///
/// Can be pickled, compared and hashed.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Verdict")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Verdict {
    level: Level,
    reason: String,
    job_id: Option<String>,
    job_name: Option<String>,
    run: Option<Run>,
    age: Option<Duration>,
}

impl From<backupjobs::Verdict> for Verdict {
    fn from(verdict: backupjobs::Verdict) -> Self {
        Self {
            level: verdict.level,
            reason: verdict.reason,
            job_id: verdict.job_id,
            job_name: verdict.job_name,
            run: verdict.run.map(Run::from),
            age: verdict.age,
        }
    }
}

impl Verdict {
    pub(crate) fn of(run: &backupjobs::Run, warnings_ok: bool) -> Self {
        backupjobs::Verdict::of(run, &Policy::new().warnings_ok(warnings_ok)).into()
    }
}

#[pymethods]
impl Verdict {
    #[new]
    #[pyo3(signature = (level, reason, *, job_id=None, job_name=None, run=None, age=None))]
    fn new(
        py: Python<'_>,
        level: &str,
        reason: String,
        job_id: Option<String>,
        job_name: Option<String>,
        run: Option<&Bound<'_, Run>>,
        age: Option<Span>,
    ) -> PyResult<Self> {
        let (run, age) = (run.map(|run| run.get().clone()), age.map(|age| age.0));
        Ok(Self { level: Level::from_word(py, level)?, reason, job_id, job_name, run, age })
    }

    /// How bad it is.
    #[getter]
    fn level<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.level.to_python(py)
    }

    /// The exit code that Nagios, Icinga and their kin expect for it: 0, 1, 2 or 3.
    #[getter]
    fn exit_code(&self) -> i32 {
        self.level.code()
    }

    /// Why, in one line.
    #[getter]
    fn reason(&self) -> &str {
        &self.reason
    }

    /// The job judged, where one was.
    #[getter]
    fn job_id(&self) -> Option<&str> {
        self.job_id.as_deref()
    }

    /// Its name, where it is known.
    #[getter]
    fn job_name(&self) -> Option<&str> {
        self.job_name.as_deref()
    }

    /// The run it rests on.
    #[getter]
    fn run(&self) -> Option<Run> {
        self.run.clone()
    }

    /// Age of the last good run, where a check found one.
    #[getter]
    fn age<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.age.to_python(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut fields = vec![("level", self.level(py)?), ("reason", self.reason.to_python(py)?)];
        fields.extend(self.evidence(py)?);
        crate::value::repr("Verdict", &fields)
    }

    /// For pickling and copying.
    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((&str, &str), Bound<'py, PyDict>)> {
        Ok(((self.level.name(), &self.reason), self.evidence(py)?.into_py_dict(py)?))
    }
}

impl Verdict {
    /// What has names in the constructor.
    fn evidence<'py>(&self, py: Python<'py>) -> PyResult<[(&'static str, Bound<'py, PyAny>); 4]> {
        let run = match self.run() {
            Some(run) => Bound::new(py, run)?.into_any(),
            None => py.None().into_bound(py),
        };
        Ok([
            ("job_id", self.job_id.to_python(py)?),
            ("job_name", self.job_name.to_python(py)?),
            ("run", run),
            ("age", self.age(py)?),
        ])
    }
}

crate::value::value!(Verdict: level, reason, job_id, job_name, run, age);

/// Judges a run.
///
/// Only positive evidence is "ok": a run that is not over, or whose end nobody understands, is "unknown".
///
/// :param warnings_ok: a run that ended with a warning is as good as one without
#[pyfunction]
#[pyo3(signature = (run, *, warnings_ok=false))]
pub(crate) fn verdict(run: &Bound<'_, Run>, warnings_ok: bool) -> Verdict {
    Verdict::of(&run.get().0, warnings_ok)
}
