//! The waits of `backupjobs.aio`: any number of them on one thread, with the requests of one.

use crate::call::{self, Held};
use crate::convert::Span;
use crate::ending;
use crate::errors::exception;
use crate::job::JobId;
use crate::run::{Run, RunId};
use crate::server::Server;
use crate::wait::{self, Progress};
use backupjobs::{News, RunRef};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use std::sync::Arc;

/// Waits for runs of one server, which begin and end at any time: the waits of ``backupjobs.aio``.
#[pyclass(frozen, module = "backupjobs", name = "_WaitGroup")]
pub(crate) struct WaitGroup(Held<Arc<backupjobs::WaitGroup>>);

#[pymethods]
impl WaitGroup {
    #[new]
    fn new(py: Python<'_>, server: &Bound<'_, Server>) -> PyResult<Self> {
        let held = &server.get().0;
        let group = Arc::new(backupjobs::WaitGroup::new(held.get(py)?));
        Ok(Self(Held::new(group, backupjobs::CancelToken::new())))
    }

    /// Adds a wait that obeys the token of ``server``. Its number, and whether a thread must call ``drive`` now.
    #[pyo3(signature = (server, job, run, *, deadline=None, poll_min=None, poll_max=None, unreachable=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each option, all of them with names")]
    fn add(
        &self,
        py: Python<'_>,
        server: &Bound<'_, Server>,
        job: JobId<'_>,
        run: RunId<'_>,
        deadline: Option<Span>,
        poll_min: Option<Span>,
        poll_max: Option<Span>,
        unreachable: Option<Span>,
    ) -> PyResult<(u64, bool)> {
        let options = wait::options(deadline, poll_min, poll_max, unreachable);
        let at = RunRef::new(job.into_id(), run.into_id());
        let cancel = server.get().0.cancel.clone();
        let group = self.0.get(py)?;
        Ok(ending::detached(py, || group.add(at, &options, &cancel)))
    }

    /// Takes a wait out. The error says what is known of its run; None when it is over.
    fn leave<'py>(&self, py: Python<'py>, number: u64) -> PyResult<Option<Bound<'py, PyAny>>> {
        let group = self.0.get(py)?;
        let left = ending::detached(py, || group.leave(number));
        left.map(|error| exception(py, &error).into_value(py).into_bound_py_any(py)).transpose()
    }

    /// Looks for all until no wait is left. ``tell`` gets the number of a wait, and either its progress or its end.
    fn drive(&self, py: Python<'_>, tell: Py<PyAny>) -> PyResult<()> {
        let group = self.0.get(py)?;
        call::detached(py, || {
            group.drive(&(Arc::new(move |number, news| report(&tell, number, news)) as backupjobs::Tell));
            Ok(())
        })
    }
}

fn report(tell: &Py<PyAny>, number: u64, news: News) {
    // Nobody is left to listen while the interpreter shuts down.
    let _ = Python::try_attach(|py| {
        let told = match news {
            News::Seen(progress) => tell.call1(py, (number, Progress::from(progress), py.None())),
            News::Ended(Ok(run)) => tell.call1(py, (number, py.None(), Run::from(run))),
            News::Ended(Err(error)) => tell.call1(py, (number, py.None(), exception(py, &error).into_value(py))),
        };
        if let Err(raised) = told {
            raised.write_unraisable(py, None);
        }
    });
}
