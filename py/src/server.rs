//! One server of any of the three systems, and the verbs that are the same on all.

use crate::call::{self, Held};
use crate::cancel::CancelToken;
use crate::check::{self, Report};
use crate::convert::{Instant, Named, Span, ToPython};
use crate::explain::Account;
use crate::job::{Job, JobId};
use crate::model::no_pickle;
use crate::rows::{Row, Rows, Shows};
use crate::run::{Run, RunId};
use crate::start::{self, Started};
use crate::ticket::{Taken, Ticket};
use crate::verdict::Verdict;
use crate::wait::{self, Progress};
use crate::wait_all;
use backupjobs::Verb;
use pyo3::prelude::*;
use pyo3::types::PyList;

/// One server of any of the three systems. `Client.server()` makes one; both share the connection and the login.
#[pyclass(frozen, module = "backupjobs", name = "Server")]
pub(crate) struct Server(Held<backupjobs::Server>);

impl Server {
    pub(crate) fn new(server: backupjobs::Server, cancel: backupjobs::CancelToken) -> Self {
        Self(Held::new(server, cancel))
    }
}

/// What a repr adds when nobody checks the server's certificate.
pub(crate) fn warning(server: &backupjobs::Server) -> &'static str {
    if server.insecure() { " insecure" } else { "" }
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

    /// True when the server's certificate is not checked: what it answers proves nothing.
    #[getter]
    fn insecure(&self, py: Python<'_>) -> PyResult<bool> {
        Ok(self.0.get(py)?.insecure())
    }

    /// Whether this system, in this version, has the verb. A verb it lacks raises UnsupportedError without any request.
    fn supports(&self, py: Python<'_>, verb: &str) -> PyResult<bool> {
        Ok(self.0.get(py)?.supports(Verb::from_word(py, verb)?))
    }

    /// The same server whose calls end early when `cancel` is cancelled.
    fn with_cancel(&self, py: Python<'_>, cancel: &Bound<'_, CancelToken>) -> PyResult<Self> {
        Ok(Self::new(self.0.get(py)?.clone(), cancel.get().0.clone()))
    }

    /// The same server whose calls end early when `cancel` is cancelled, or what cancels this one.
    fn _with_cancel_too(&self, py: Python<'_>, cancel: &Bound<'_, CancelToken>) -> PyResult<Self> {
        let first = self.0.cancel.clone();
        Ok(Self::new(self.0.get(py)?.clone(), cancel.get().0.with_probe(move || first.is_cancelled())))
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

    /// Reads the watermark for a start and writes it on a ticket; sends nothing that starts anything.
    #[pyo3(signature = (job, *, if_running=None, full=None, settle=None, look_every=None))]
    fn prepare(
        &self,
        py: Python<'_>,
        job: JobId<'_>,
        if_running: Option<&str>,
        full: Option<bool>,
        settle: Option<Span>,
        look_every: Option<Span>,
    ) -> PyResult<Ticket> {
        let options = start::options(py, if_running, full, settle, look_every)?;
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.prepare(&job, &options)).map(Ticket::from)
    }

    /// Carries out a prepared start, or takes it up again; calls `save` before the request and after every change.
    #[pyo3(signature = (ticket, save=None))]
    fn carry_out(&self, py: Python<'_>, ticket: &Bound<'_, Ticket>, save: Option<Py<PyAny>>) -> PyResult<Started> {
        let mut taken = Taken::new(ticket)?;
        let Taken { ticket, from } = &mut taken;
        call::on(py, &self.0, |server, scope| {
            server.carry_out(ticket, &mut |now| Taken::save(from, now, save.as_ref(), scope))
        })
        .map(Started::from)
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
            server.wait(&job, &run, &options, &mut |seen| {
                wait::tell(scope, progress.as_ref(), || (Progress::from(seen.clone()),));
            })
        })
        .map(Run::from)
    }

    /// Waits for several runs at once. The results, runs and errors, are in the order of `runs`.
    #[pyo3(signature = (runs, *, deadline=None, poll_min=None, poll_max=None, unreachable=None, progress=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each option, all of them with names")]
    fn wait_all<'py>(
        &self,
        py: Python<'py>,
        runs: &Bound<'py, PyAny>,
        deadline: Option<Span>,
        poll_min: Option<Span>,
        poll_max: Option<Span>,
        unreachable: Option<Span>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyList>> {
        let options = wait::options(deadline, poll_min, poll_max, unreachable);
        let refs = wait_all::refs(runs)?;
        let results = call::on(py, &self.0, |server, scope| {
            let results = server.wait_all(&refs, &options, &mut |index, seen| {
                wait::tell(scope, progress.as_ref(), || (index, Progress::from(seen.clone())));
            });
            wait_all::unless_aborted(results, scope)
        })?;
        wait_all::list(py, results)
    }

    /// Judges a job by its history.
    #[pyo3(signature = (job, *, warnings_ok=false, disabled_ok=false, max_age=check::default_age(), max_running=None,
        now=None), text_signature = "($self, job, *, warnings_ok=False, disabled_ok=False, max_age=93600, \
        max_running=None, now=None)")]
    #[allow(clippy::too_many_arguments, reason = "one for each member of the policy, all of them with names")]
    fn check(
        &self,
        py: Python<'_>,
        job: JobId<'_>,
        warnings_ok: bool,
        disabled_ok: bool,
        max_age: Option<Span>,
        max_running: Option<Span>,
        now: Option<Instant>,
    ) -> PyResult<Verdict> {
        let policy = check::policy(warnings_ok, disabled_ok, max_age, max_running, now);
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.check(&job, &policy)).map(Verdict::from)
    }

    /// Judges every job of the server, and says which of the jobs that must be there are missing.
    #[pyo3(signature = (*, expect_jobs=None, warnings_ok=false, disabled_ok=false, max_age=check::default_age(),
        max_running=None, now=None), text_signature = "($self, *, expect_jobs=(), warnings_ok=False, \
        disabled_ok=False, max_age=93600, max_running=None, now=None)")]
    #[allow(clippy::too_many_arguments, reason = "one for each member of the policy, all of them with names")]
    fn check_all(
        &self,
        py: Python<'_>,
        expect_jobs: Option<&Bound<'_, PyAny>>,
        warnings_ok: bool,
        disabled_ok: bool,
        max_age: Option<Span>,
        max_running: Option<Span>,
        now: Option<Instant>,
    ) -> PyResult<Report> {
        let policy = check::policy(warnings_ok, disabled_ok, max_age, max_running, now);
        let expected = check::expected(expect_jobs)?;
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        call::on(py, &self.0, |server, _| server.check_all(&policy, &expected)).map(Report::from)
    }

    /// Everything the vendor has to say about a run, in one readable account.
    fn explain(&self, py: Python<'_>, job: JobId<'_>, run: RunId<'_>) -> PyResult<Account> {
        let (job, run) = (job.into_id(), run.into_id());
        call::on(py, &self.0, |server, _| server.explain(&job, &run)).map(Account::from)
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
        Ok(format!("<backupjobs.Server {} {}{}>", server.system(), server.url(), warning(server)))
    }

    /// A table, for notebooks.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let server = self.0.get(py)?;
        let mut lines = vec![("system", server.system().to_string()), ("url", server.url().to_owned())];
        if server.insecure() {
            lines.push(("insecure", "the server's certificate is not checked".to_owned()));
        }
        let escaped = lines.iter().map(|(name, text)| ((*name).to_owned(), crate::html::escape(text)));
        Ok(crate::html::lined("Server", &escaped.collect::<Vec<_>>()))
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!(
            "a server holds a connection and secrets: it cannot be pickled or copied; open one where it is needed"
        )
    }
}
