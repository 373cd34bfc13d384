//! One run of a job, as all systems have it.

use crate::convert::{Instant, Named, ToPython};
use crate::rows::{Row, Shows};
use crate::verdict::Verdict;
use backupjobs::{Outcome, Phase, System, Timestamp};
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict};

/// Positional and named arguments that make an equal run.
type NewArgs<'a, 'py> = ((&'a str, &'a str, &'a str), Bound<'py, PyDict>);

/// One run of a job: a Veeam job session, a Teradata execution, a vCenter backup job.
///
/// Can be pickled, compared and hashed. Times may also be given as texts in RFC 3339.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Run")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Run(pub(crate) Row<backupjobs::Run>);

impl Shows for Run {
    type Core = backupjobs::Run;

    fn of(row: Row<Self::Core>) -> Self {
        Self(row)
    }
}

impl From<backupjobs::Run> for Run {
    fn from(run: backupjobs::Run) -> Self {
        Self(run.into())
    }
}

#[pymethods]
impl Run {
    #[new]
    #[pyo3(signature = (system, job_id, id, *, phase="unknown", outcome=None, raw_status="", started=None, ended=None,
        percent=None, objects=None, bytes=None, message=None, will_be_retried=false, retry_of=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each field, all but three with names")]
    fn new(
        py: Python<'_>,
        system: &str,
        job_id: &str,
        id: &str,
        phase: &str,
        outcome: Option<&str>,
        raw_status: &str,
        started: Option<Instant>,
        ended: Option<Instant>,
        percent: Option<i64>,
        objects: Option<i64>,
        bytes: Option<i64>,
        message: Option<String>,
        will_be_retried: bool,
        retry_of: Option<String>,
    ) -> PyResult<Self> {
        let mut run = backupjobs::Run::new(System::from_word(py, system)?, job_id, id, raw_status);
        run.phase = Phase::from_word(py, phase)?;
        run.outcome = outcome.map(|word| Outcome::from_word(py, word)).transpose()?;
        run.started = started.map(|at| at.0);
        run.ended = ended.map(|at| at.0);
        (run.percent, run.objects, run.bytes) = (percent, objects, bytes);
        run.message = message;
        (run.will_be_retried, run.retry_of) = (will_be_retried, retry_of);
        Ok(run.into())
    }

    /// The system it runs on.
    #[getter]
    fn system<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.system.to_python(py)
    }

    /// The job it belongs to.
    #[getter]
    fn job_id(&self) -> &str {
        &self.0.job_id
    }

    /// The vendor's id of the run.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// Where it stands.
    #[getter]
    fn phase<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.phase.to_python(py)
    }

    /// How it ended; None while it is not finished.
    #[getter]
    fn outcome<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.outcome.to_python(py)
    }

    /// The vendor's own word for all this.
    #[getter]
    fn raw_status(&self) -> &str {
        &self.0.raw_status
    }

    /// When it began.
    #[getter]
    fn started<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.started.to_python(py)
    }

    /// When it ended.
    #[getter]
    fn ended<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.ended.to_python(py)
    }

    /// Progress in per cent, where the vendor has one (vCenter). 100 is not yet success.
    #[getter]
    fn percent(&self) -> Option<i64> {
        self.0.percent
    }

    /// Objects processed so far, where the vendor counts them (Veeam).
    #[getter]
    fn objects(&self) -> Option<i64> {
        self.0.objects
    }

    /// Bytes of the backup or the transfer so far, where the vendor tells.
    #[getter]
    fn bytes(&self) -> Option<i64> {
        self.0.bytes
    }

    /// The vendor's sentence about it.
    #[getter]
    fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// The vendor says that it will try again, as a new run (Veeam v7 and later).
    #[getter]
    fn will_be_retried(&self) -> bool {
        self.0.will_be_retried
    }

    /// The first run of which this one is a retry (Veeam v7 and later).
    #[getter]
    fn retry_of(&self) -> Option<&str> {
        self.0.retry_of.as_deref()
    }

    /// True while the run is queued or running, and when we cannot tell: it may still be working.
    #[getter]
    fn is_active(&self) -> bool {
        self.0.is_active()
    }

    /// Judges this run; see the function ``verdict``.
    #[pyo3(signature = (*, warnings_ok=false))]
    fn verdict(&self, warnings_ok: bool) -> Verdict {
        Verdict::of(&self.0, warnings_ok)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields = [
            ("system", self.system(py)?),
            ("job_id", self.0.job_id.to_python(py)?),
            ("id", self.0.id.to_python(py)?),
            ("phase", self.phase(py)?),
            ("outcome", self.outcome(py)?),
            ("raw_status", self.0.raw_status.to_python(py)?),
            ("started", self.started(py)?),
            ("ended", self.ended(py)?),
            ("percent", self.0.percent.to_python(py)?),
            ("objects", self.0.objects.to_python(py)?),
            ("bytes", self.0.bytes.to_python(py)?),
            ("message", self.0.message.to_python(py)?),
            // Shown when it says something, like the others.
            ("will_be_retried", self.0.will_be_retried.then_some(true).to_python(py)?),
            ("retry_of", self.0.retry_of.to_python(py)?),
        ];
        crate::value::repr("Run", &fields)
    }

    /// For pickling and copying. Times as texts: they may be finer than a datetime.
    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<NewArgs<'_, 'py>> {
        let text = |at: Option<Timestamp>| at.map(|at| at.to_string()).to_python(py);
        let members = [
            ("phase", self.0.phase.name().to_owned().to_python(py)?),
            ("outcome", self.0.outcome.map(|outcome| outcome.name().to_owned()).to_python(py)?),
            ("raw_status", self.0.raw_status.to_python(py)?),
            ("started", text(self.0.started)?),
            ("ended", text(self.0.ended)?),
            ("percent", self.0.percent.to_python(py)?),
            ("objects", self.0.objects.to_python(py)?),
            ("bytes", self.0.bytes.to_python(py)?),
            ("message", self.0.message.to_python(py)?),
            ("will_be_retried", self.0.will_be_retried.to_python(py)?),
            ("retry_of", self.0.retry_of.to_python(py)?),
        ];
        Ok(((self.0.system.name(), &self.0.job_id, &self.0.id), members.into_py_dict(py)?))
    }
}

crate::value::value!(Run: system, job_id, id, phase, outcome, raw_status, started, ended, percent, objects, bytes, message,
    will_be_retried, retry_of);
crate::columns::record!(backupjobs::Run: system, job_id, id, phase, outcome, raw_status, started, ended, percent, objects,
    bytes, message, will_be_retried, retry_of);

/// A run or the id of one.
#[derive(FromPyObject)]
pub(crate) enum RunId<'py> {
    #[pyo3(transparent, annotation = "str")]
    Id(String),
    #[pyo3(transparent, annotation = "Run")]
    Run(Bound<'py, Run>),
}

impl RunId<'_> {
    pub(crate) fn into_id(self) -> String {
        match self {
            Self::Id(id) => id,
            Self::Run(run) => run.get().0.id.clone(),
        }
    }
}
