//! Waiting for a run: options in, progress out.

use crate::call::Scope;
use crate::convert::{Span, ToPython};
use crate::ending;
use crate::options::or;
use crate::run::Run;
use backupjobs::WaitOptions;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyBool;
use std::time::Duration;

pub(crate) fn options(
    deadline: Option<Span>,
    poll_min: Option<Span>,
    poll_max: Option<Span>,
    unreachable: Option<Span>,
) -> WaitOptions {
    let mut options = WaitOptions::default();
    options.deadline = or(deadline, options.deadline);
    options.poll_min = or(poll_min, options.poll_min);
    options.poll_max = or(poll_max, options.poll_max);
    options.unreachable = or(unreachable, options.unreachable);
    options
}

/// The parameter `progress` of a wait: who is told, and what is to be closed at the end.
pub(crate) struct Telling<'py> {
    pub(crate) callback: Option<Py<PyAny>>,
    display: Option<Bound<'py, PyAny>>,
}

impl<'py> Telling<'py> {
    /// `True` stands for a display of these titles, whose method is called.
    pub(crate) fn of(
        py: Python<'py>,
        progress: Option<Bound<'py, PyAny>>,
        titles: Vec<String>,
        method: &str,
    ) -> PyResult<Self> {
        let asked = progress.as_ref().and_then(|progress| progress.cast::<PyBool>().ok()).map(|shown| shown.is_true());
        if asked != Some(true) {
            let callback = progress.filter(|_| asked.is_none()).map(Bound::unbind);
            return Ok(Self { callback, display: None });
        }
        let display = py.import("backupjobs._progress")?.getattr("Display")?.call1((titles,))?;
        Ok(Self { callback: Some(display.getattr(method)?.unbind()), display: Some(display) })
    }

    /// Leaves the last state on the screen.
    pub(crate) fn close(&self) -> PyResult<()> {
        self.display.as_ref().map_or(Ok(()), |display| display.call_method0("close").map(drop))
    }
}

/// Calls `progress`, if there is one; what it raises ends the call, and nothing is told any more.
pub(crate) fn tell<A>(scope: &Scope, progress: Option<&Py<PyAny>>, arguments: impl FnOnce() -> A)
where
    A: for<'py> pyo3::call::PyCallArgs<'py>,
{
    let Some(progress) = progress.filter(|_| !scope.is_aborted()) else { return };
    ending::stay_away();
    if let Err(raised) = Python::attach(|py| progress.call1(py, arguments()).map(drop)) {
        scope.abort(raised);
    }
}

/// What a progress callback is told after every look. Can be pickled, compared and hashed.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Progress")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Progress {
    run: Option<Run>,
    elapsed: Duration,
    polls: u64,
    next_poll: Duration,
    trouble: Option<String>,
}

impl From<backupjobs::Progress> for Progress {
    fn from(progress: backupjobs::Progress) -> Self {
        let backupjobs::Progress { run, elapsed, polls, next_poll, trouble, .. } = progress;
        Self { run: run.map(Run::from), elapsed, polls, next_poll, trouble }
    }
}

#[pymethods]
impl Progress {
    #[new]
    #[pyo3(signature = (run, elapsed, polls, next_poll, trouble=None))]
    fn new(run: Option<&Bound<'_, Run>>, elapsed: Span, polls: u64, next_poll: Span, trouble: Option<String>) -> Self {
        Self { run: run.map(|run| run.get().clone()), elapsed: elapsed.0, polls, next_poll: next_poll.0, trouble }
    }

    /// The run as it stands; None as long as no look has succeeded.
    #[getter]
    fn run(&self) -> Option<Run> {
        self.run.clone()
    }

    /// Time waited so far.
    #[getter]
    fn elapsed<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.elapsed.to_python(py)
    }

    /// Looks so far, failed ones included.
    #[getter]
    fn polls(&self) -> u64 {
        self.polls
    }

    /// Pause before the next look; zero at the end.
    #[getter]
    fn next_poll<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.next_poll.to_python(py)
    }

    /// Why the last look failed, if it did and the wait goes on all the same.
    #[getter]
    fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields = [
            ("run", self.run().into_bound_py_any(py)?),
            ("elapsed", self.elapsed(py)?),
            ("polls", self.polls.to_python(py)?),
            ("next_poll", self.next_poll(py)?),
            ("trouble", self.trouble.to_python(py)?),
        ];
        crate::value::repr("Progress", &fields)
    }

    /// For pickling and copying. Durations as seconds: they may be finer than a timedelta.
    fn __getnewargs__(&self) -> (Option<Run>, f64, u64, f64, Option<&str>) {
        (self.run(), self.elapsed.as_secs_f64(), self.polls, self.next_poll.as_secs_f64(), self.trouble())
    }
}

crate::value::value!(Progress: run, elapsed, polls, next_poll, trouble);
