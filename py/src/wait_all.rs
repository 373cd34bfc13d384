//! Waiting for several runs at once: which ones in, runs and errors out.

use crate::call::Scope;
use crate::errors::exception;
use crate::job::JobId;
use crate::run::{Run, RunId};
use backupjobs::{Result, RunRef};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyList;

/// A run, or the pair of its job and itself.
#[derive(FromPyObject)]
enum Which<'py> {
    #[pyo3(transparent, annotation = "Run")]
    Run(Bound<'py, Run>),
    #[pyo3(transparent, annotation = "tuple[str | Job, str | Run]")]
    Pair((JobId<'py>, RunId<'py>)),
}

/// Each run, and what a reader calls its job.
pub(crate) fn refs(runs: &Bound<'_, PyAny>) -> PyResult<Vec<(RunRef, String)>> {
    let which = |run: PyResult<Bound<'_, PyAny>>| match run?.extract::<Which<'_>>()? {
        Which::Run(run) => Ok((RunRef::from(&*run.get().0), run.get().0.job_id.clone())),
        Which::Pair((job, run)) => {
            let title = job.title();
            Ok((RunRef::new(job.into_id(), run.into_id()), title))
        }
    };
    runs.try_iter()?.map(which).collect()
}

/// Every run has its own result; but what was raised meanwhile ends the whole call, with one of the errors as context.
pub(crate) fn unless_aborted(
    results: Vec<Result<backupjobs::Run>>,
    scope: &Scope,
) -> Result<Vec<Result<backupjobs::Run>>> {
    match results.iter().find_map(|result| result.as_ref().err()) {
        Some(error) if scope.is_aborted() => Err(error.clone()),
        _ => Ok(results),
    }
}

pub(crate) fn list(py: Python<'_>, results: Vec<Result<backupjobs::Run>>) -> PyResult<Bound<'_, PyList>> {
    let shown = results.into_iter().map(|result| match result {
        Ok(run) => Run::from(run).into_bound_py_any(py),
        Err(error) => exception(py, &error).into_value(py).into_bound_py_any(py),
    });
    PyList::new(py, shown.collect::<PyResult<Vec<_>>>()?)
}
