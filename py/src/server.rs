//! One server of any of the three systems, and the verbs that are the same on all.

use crate::call::{self, Held};
use crate::cancel::CancelToken;
use crate::convert::{Named, Span, ToPython};
use crate::job::{Job, JobId};
use crate::model::no_pickle;
use crate::rows::{Row, Rows, Shows};
use crate::run::{Run, RunId};
use crate::start::{self, Started};
use crate::wait::{self, Progress};
use backupjobs::Verb;
use pyo3::prelude::*;

/// One server of any of the three systems. `Client.server()` makes one; both share the connection and the login.
#[pyclass(frozen, module = "backupjobs", name = "Server")]
pub(crate) struct Server(Held<backupjobs::Server>);

impl Server {
    pub(crate) fn new(server: backupjobs::Server, cancel: backupjobs::CancelToken) -> Self {
        Self(Held::new(server, cancel))
    }
}

#[pymethods]
impl Server {
    /// Which of the three systems it is.
    #[getter]
    fn system<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.get(py)?.system().to_python(py)
    }

    /// Scheme, host and port.
    #[getter]
    fn url(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.0.get(py)?.url().to_owned())
    }

    /// Whether this system, in this version, has the verb. A verb it lacks raises UnsupportedError without any request.
    fn supports(&self, py: Python<'_>, verb: &str) -> PyResult<bool> {
        Ok(self.0.get(py)?.supports(Verb::from_word(py, verb)?))
    }

    /// The same server whose calls end early when `cancel` is cancelled.
    fn with_cancel(&self, py: Python<'_>, cancel: &Bound<'_, CancelToken>) -> PyResult<Self> {
        Ok(Self::new(self.0.get(py)?.clone(), cancel.get().0.clone()))
    }

    /// All jobs, however many pages the server needs for them.
    fn jobs(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |server, _| server.jobs()).map(Rows::of::<Job>)
    }

    /// One job.
    fn job(&self, py: Python<'_>, job: JobId<'_>) -> PyResult<Job> {
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.job(&job)).map(|job| Job::of(Row::from(job)))
    }

    /// The newest runs of a job, newest first, at most `limit` (0: 100).
    #[pyo3(signature = (job, *, limit=0))]
    fn runs(&self, py: Python<'_>, job: JobId<'_>, limit: usize) -> PyResult<Rows> {
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.runs(&job, limit)).map(Rows::of::<Run>)
    }

    /// One run of a job, as it stands now.
    fn run(&self, py: Python<'_>, job: JobId<'_>, run: RunId<'_>) -> PyResult<Run> {
        let (job, run) = (job.into_id(), run.into_id());
        call::on(py, &self.0, |server, _| server.run(&job, &run)).map(Run::from)
    }

    /// Starts a job, once.
    #[pyo3(signature = (job, *, if_running=None, full=None, settle=None, look_every=None))]
    fn start(
        &self,
        py: Python<'_>,
        job: JobId<'_>,
        if_running: Option<&str>,
        full: Option<bool>,
        settle: Option<Span>,
        look_every: Option<Span>,
    ) -> PyResult<Started> {
        let options = start::options(py, if_running, full, settle, look_every)?;
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.start(&job, &options)).map(Started::from)
    }

    /// Waits until a run is over, and returns it as it ended; calls `progress` after every look.
    #[pyo3(signature = (job, run, *, deadline=None, poll_min=None, poll_max=None, unreachable=None, progress=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each option, all of them with names")]
    fn wait(
        &self,
        py: Python<'_>,
        job: JobId<'_>,
        run: RunId<'_>,
        deadline: Option<Span>,
        poll_min: Option<Span>,
        poll_max: Option<Span>,
        unreachable: Option<Span>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Run> {
        let options = wait::options(deadline, poll_min, poll_max, unreachable);
        let (job, run) = (job.into_id(), run.into_id());
        call::on(py, &self.0, |server, scope| {
            let mut tell = |seen: &backupjobs::Progress| {
                let Some(progress) = &progress else { return };
                let told = Python::attach(|py| progress.call1(py, (Progress(seen.clone()),)).map(drop));
                if let Err(raised) = told {
                    scope.abort(raised);
                }
            };
            server.wait(&job, &run, &options, &mut tell)
        })
        .map(Run::from)
    }

    /// Stops the running run of a job. The answer may come before the run has wound down.
    fn stop(&self, py: Python<'_>, job: JobId<'_>) -> PyResult<()> {
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.stop(&job))
    }

    /// Switches the job's schedule on.
    fn enable(&self, py: Python<'_>, job: JobId<'_>) -> PyResult<()> {
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.enable(&job))
    }

    /// Switches the job's schedule off. A disabled Veeam job can still be started by hand.
    fn disable(&self, py: Python<'_>, job: JobId<'_>) -> PyResult<()> {
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.disable(&job))
    }

    /// Ends the session on the server; later calls raise ClosedError.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        call::close(py, &self.0, backupjobs::Server::close)
    }

    fn __enter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    #[pyo3(signature = (*_exception))]
    fn __exit__(&self, py: Python<'_>, _exception: &Bound<'_, pyo3::types::PyTuple>) -> PyResult<()> {
        self.close(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let server = self.0.get(py)?;
        Ok(format!("<backupjobs.Server {} {}>", server.system(), server.url()))
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!(
            "a server holds a connection and secrets: it cannot be pickled or copied; open one where it is needed"
        )
    }
}
