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
use crate::wait::{self, Progress, Telling};
use crate::wait_all;
use backupjobs::Verb;
use pyo3::prelude::*;
use pyo3::types::PyList;

/// One server of any of the three systems. ``Client.server()`` makes one; both share the connection and the login.
///
/// May be used from any number of threads at once, and as a context manager that closes it.
#[pyclass(frozen, module = "backupjobs", name = "Server")]
pub(crate) struct Server(pub(crate) Held<backupjobs::Server>);

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

    /// True when the server's certificate is not checked (``insecure=True``): what it answers proves nothing.
    ///
    /// Also in ``repr()`` and in every Report.
    #[getter]
    fn insecure(&self, py: Python<'_>) -> PyResult<bool> {
        Ok(self.0.get(py)?.insecure())
    }

    /// Whether this system, in this version, has the verb. One it lacks raises UnsupportedError; nothing is sent.
    fn supports(&self, py: Python<'_>, verb: &str) -> PyResult<bool> {
        Ok(self.0.get(py)?.supports(Verb::from_word(py, verb)?))
    }

    /// The same server whose calls end early when ``cancel`` is cancelled.
    fn with_cancel(&self, py: Python<'_>, cancel: &Bound<'_, CancelToken>) -> PyResult<Self> {
        Ok(Self::new(self.0.get(py)?.clone(), cancel.get().0.clone()))
    }

    /// The same server whose calls end early when ``cancel`` is cancelled, or what cancels this one.
    fn _with_cancel_too(&self, py: Python<'_>, cancel: &Bound<'_, CancelToken>) -> PyResult<Self> {
        Ok(Self(self.0.with_cancel_too(py, &cancel.get().0)?))
    }

    /// All jobs, however many pages the server needs for them. vCenter has one, ``appliance-backup``.
    fn jobs(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |server, _| server.jobs()).map(Rows::of::<Job>)
    }

    /// One job.
    ///
    /// :raises InvalidArgumentError: when the id cannot be one of this system
    /// :raises NotFoundError: when there is no such job
    fn job(&self, py: Python<'_>, job: JobId<'_>) -> PyResult<Job> {
        let job = job.into_id();
        call::on(py, &self.0, |server, _| server.job(&job)).map(|job| Job::of(Row::from(job)))
    }

    /// The newest runs of a job, newest first, at most ``limit`` (0: 100).
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
    ///
    /// :param if_running: what to do when the job runs already: "adopt" (the default), "fail" or "skip"
    /// :param full: True: a full backup; False: an incremental one; None: as the job is set up
    /// :param settle: how long to look for the new run when the answer did not name it (default 30 s)
    /// :param look_every: the pause between two looks (default 1 s)
    /// :raises AlreadyRunningError: only with "fail"
    /// :raises OutcomeUnknownError: the start may have happened but no run of it could be found
    /// :raises UnsupportedError: the system cannot do that
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

    /// Reads the newest runs of a job and writes them on a ticket; sends nothing that starts anything.
    ///
    /// The parameters are those of ``start``. When the job runs already, ``carry_out`` does what ``if_running`` says.
    ///
    /// :raises UnsupportedError: the system cannot do that
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

    /// Carries out a prepared start, or takes it up again. At most one request is ever sent for a ticket.
    ///
    /// A ticket read back as "prepared" is looked up first, for as long as ``settle``: a run that began since, or that
    /// is running, is taken, and only when there is none is the request sent. One read back as "sending" is only looked
    /// up. So a program that never saves is safe as long as the vendor's history lags by no more than ``settle``; one that
    /// saves is always safe. Whatever comes out of this call, the ticket says how far it got.
    ///
    /// :param save: called with the ticket before the request and after every change; write ``ticket.to_text()`` to a
    ///     safe place there. What it raises comes out of this call. Before the request it keeps the request from being
    ///     sent; later the run goes on, and ``ticket.run`` names it.
    /// :raises OutcomeUnknownError: the request may have been sent but no run of it could be found
    /// :raises AlreadyRunningError: only with "fail"
    /// :raises InvalidArgumentError: the ticket is for another server, or another call is carrying it out
    #[pyo3(signature = (ticket, save=None))]
    fn carry_out(&self, py: Python<'_>, ticket: &Bound<'_, Ticket>, save: Option<Py<PyAny>>) -> PyResult<Started> {
        let mut taken = Taken::new(ticket)?;
        let Taken { ticket, from } = &mut taken;
        call::on(py, &self.0, |server, scope| {
            server.carry_out(ticket, &mut |now| Taken::save(from, now, save.as_ref(), scope))
        })
        .map(Started::from)
    }

    /// Waits until a run is over, and returns it as it ended.
    ///
    /// Ctrl-C ends the wait within 100 ms with KeyboardInterrupt; the backup goes on, and so can a new wait.
    ///
    /// :param deadline: longest time to wait in all (default a day)
    /// :param poll_min: pause between two looks at a young run (default 2 s)
    /// :param poll_max: pause between two looks at an old run (default 60 s)
    /// :param unreachable: how long the server may be unreachable, or not list the run (default 5 minutes)
    /// :param progress: called after every look; what it raises ends the wait and comes out of it. True shows it on the
    ///     standard error instead: with rich or tqdm, if installed, in a terminal or a notebook, else in plain lines
    /// :raises DeadlineError: the deadline passed; the backup goes on
    /// :raises OperationCancelledError: a CancelToken was cancelled; the backup goes on
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
        progress: Option<Bound<'_, PyAny>>,
    ) -> PyResult<Run> {
        let options = wait::options(deadline, poll_min, poll_max, unreachable);
        let telling = Telling::of(py, progress, vec![job.title()], "one")?;
        let (job, run) = (job.into_id(), run.into_id());
        let callback = telling.callback.as_ref();
        let ended = call::on(py, &self.0, |server, scope| {
            server.wait(&job, &run, &options, &mut |seen| {
                wait::tell(scope, callback, || (Progress::from(seen.clone()),));
            })
        });
        telling.close()?;
        ended.map(Run::from)
    }

    /// Waits for several runs at once, with one list request for all of them where the vendor has one.
    ///
    /// The results are in the order of ``runs``: each is the run as it ended, or the error that ended the wait for it
    /// (returned, not raised: a deadline, a cancelled token, a vanished run). Other parameters are those of ``wait``.
    ///
    /// :param runs: runs, or pairs of a job and a run
    /// :param progress: called with the index of a run and its progress, for every run after every look; what it
    ///     raises ends the wait for all and comes out of it. True shows it
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
        progress: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyList>> {
        let options = wait::options(deadline, poll_min, poll_max, unreachable);
        let (refs, titles) = wait_all::refs(runs)?.into_iter().unzip::<_, _, Vec<_>, Vec<_>>();
        let telling = Telling::of(py, progress, titles, "many")?;
        let callback = telling.callback.as_ref();
        let results = call::on(py, &self.0, |server, scope| {
            let results = server.wait_all(&refs, &options, &mut |index, seen| {
                wait::tell(scope, callback, || (index, Progress::from(seen.clone())));
            });
            wait_all::unless_aborted(results, scope)
        });
        telling.close()?;
        wait_all::list(py, results?)
    }

    /// Judges a job by its history. Green needs a dated success that is young enough.
    ///
    /// A job that never ran, is disabled, has vanished or whose history cannot be read is never "ok"; the verdict says
    /// why, also when the server could not be asked.
    ///
    /// :param warnings_ok: a run that ended with a warning is as good as one without
    /// :param disabled_ok: a job whose schedule is off may be "ok"
    /// :param max_age: how old the last good run may be (default 26 hours); None: any age, only for jobs that never run
    ///     by themselves
    /// :param max_running: how long a run may take (default any time)
    /// :param now: the time to judge by, instead of the server's clock
    /// :raises InvalidArgumentError: the id cannot be one of this system
    /// :raises OperationCancelledError: a CancelToken was cancelled
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

    /// Judges every job of the server. A server without jobs, or that cannot be asked, is not "ok".
    ///
    /// The other parameters are those of ``check``.
    ///
    /// :param expect_jobs: ids or names of jobs that must be there; one that is missing is "critical"
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

    /// Everything the vendor has to say about a run, in one readable account: ``print(server.explain(job, run))``.
    ///
    /// When only the details cannot be read, the account says so.
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

    /// Ends the session on the server; later calls raise ClosedError. Happens by itself when nothing uses it.
    ///
    /// Takes 5 s at most, also when cancelled; Ctrl-C leaves the session to the server's own time limit.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        call::close(py, &self.0, backupjobs::Server::close_unless)
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
