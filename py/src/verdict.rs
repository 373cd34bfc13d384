//! Judging a run.

use crate::convert::{Named, ToPython};
use crate::run::Run;
use backupjobs::{Level, Policy};
use pyo3::prelude::*;

/// A judgement and its reason, which names the run and the vendor's word.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Verdict")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Verdict {
    level: Level,
    reason: String,
}

impl Verdict {
    pub(crate) fn of(run: &backupjobs::Run, warnings_ok: bool) -> Self {
        let verdict = backupjobs::Verdict::of(run, &Policy::new().warnings_ok(warnings_ok));
        Self { level: verdict.level, reason: verdict.reason }
    }
}

#[pymethods]
impl Verdict {
    #[new]
    fn new(py: Python<'_>, level: &str, reason: String) -> PyResult<Self> {
        Ok(Self { level: Level::from_word(py, level)?, reason })
    }

    /// How bad it is: "ok", "warning", "critical" or "unknown".
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

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        crate::model::repr("Verdict", &[("level", self.level(py)?), ("reason", self.reason.to_python(py)?)])
    }

    /// For pickling and copying.
    fn __getnewargs__(&self) -> (&'static str, &str) {
        (self.level.name(), &self.reason)
    }
}

/// Judges a run. Only positive evidence is "ok": a run that is not over, or whose end nobody understands, is "unknown".
#[pyfunction]
#[pyo3(signature = (run, *, warnings_ok=false))]
pub(crate) fn verdict(run: &Bound<'_, Run>, warnings_ok: bool) -> Verdict {
    Verdict::of(&run.get().0, warnings_ok)
}
