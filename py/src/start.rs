//! Starting a job: options in, the started run out.

use crate::convert::{Named, Span, ToPython};
use crate::options::or;
use crate::run::Run;
use backupjobs::{IfRunning, Origin, StartOptions};
use pyo3::prelude::*;

pub(crate) fn options(
    py: Python<'_>,
    if_running: Option<&str>,
    full: Option<bool>,
    settle: Option<Span>,
    look_every: Option<Span>,
) -> PyResult<StartOptions> {
    let mut options = StartOptions::default();
    if let Some(word) = if_running {
        options.if_running = IfRunning::from_word(py, word)?;
    }
    options.full = full;
    options.settle = or(settle, options.settle);
    options.look_every = or(look_every, options.look_every);
    Ok(options)
}

/// A started (or adopted) run. Can be pickled, compared and hashed.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Started")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Started {
    run: Run,
    origin: Origin,
}

impl From<backupjobs::Started> for Started {
    fn from(started: backupjobs::Started) -> Self {
        Self { run: started.run.into(), origin: started.origin }
    }
}

#[pymethods]
impl Started {
    #[new]
    fn new(py: Python<'_>, run: &Bound<'_, Run>, origin: &str) -> PyResult<Self> {
        Ok(Self { run: run.get().clone(), origin: Origin::from_word(py, origin)? })
    }

    /// The run, as it stood when it was found.
    #[getter]
    fn run(&self) -> Run {
        self.run.clone()
    }

    /// Whose run it is.
    #[getter]
    fn origin<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.origin.to_python(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let run = Bound::new(py, self.run())?.into_any();
        crate::value::repr("Started", &[("run", run), ("origin", self.origin(py)?)])
    }

    /// For pickling and copying.
    fn __getnewargs__(&self) -> (Run, &'static str) {
        (self.run(), self.origin.name())
    }
}

crate::value::value!(Started: run, origin);
