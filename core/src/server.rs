//! The model above the three systems: a server has jobs, a job has runs, and the verbs are the same everywhere.

use crate::cancel::CancelToken;
use crate::check::{self, Report};
use crate::error::{Error, Result};
use crate::explain::{self, Account, Line};
use crate::run::{Job, Run, System, named};
use crate::start::{self, StartOptions, Started};
use crate::ticket::Ticket;
use crate::verdict::{Policy, Verdict};
use crate::wait::{self, Progress, WaitOptions};
use jiff::Timestamp;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

named! {
    /// The verbs that not every system has.
    pub enum Verb {
        /// Start a job now.
        Start = 1 => "start",
        /// Stop the running run of a job.
        Stop = 2 => "stop",
        /// Switch a job's schedule on.
        Enable = 3 => "enable",
        /// Switch a job's schedule off.
        Disable = 4 => "disable",
        /// Ask for a full instead of an incremental backup.
        StartFull = 5 => "start_full",
    }
}

/// What a vendor's room gives to the common model. It converts; it decides nothing.
pub(crate) trait Adapter: Send + Sync {
    fn system(&self) -> System;
    fn origin(&self) -> &str;
    /// True when the server's certificate is not checked.
    fn insecure(&self) -> bool {
        false
    }
    /// What a ticket is good for: the server, and whatever of it has job ids of its own.
    fn place(&self) -> String {
        self.origin().to_owned()
    }
    /// Asked before any request.
    fn can(&self, verb: Verb) -> std::result::Result<(), Lacks>;
    fn with_cancel(&self, cancel: &CancelToken) -> Box<dyn Adapter>;
    fn jobs(&self) -> Result<Vec<Job>>;
    fn job(&self, job: &str) -> Result<Job>;
    /// The newest runs of a job, newest first, at most `limit`.
    fn runs(&self, job: &str, limit: usize) -> Result<Vec<Run>>;
    fn run(&self, job: &str, run: &str) -> Result<Run>;
    /// Several runs as they stand now, `None` for one that is not listed; in one request where the vendor has a list.
    fn look_at(&self, runs: &[RunRef]) -> Result<Vec<Option<Run>>> {
        runs.iter().map(|at| found(self.run(&at.job, &at.run))).collect()
    }
    /// Sends the one request that starts the job; `Some` when the answer names the run.
    fn begin(&self, job: &str, full: Option<bool>, marker: &str) -> Result<Option<Run>>;
    /// How long after a run's end the vendor begins the retry that it announced.
    fn retry_wait(&self, _job: &str) -> Result<Duration> {
        Ok(Duration::ZERO)
    }
    /// What the vendor has to say about a run, oldest first, besides the run itself.
    fn explain(&self, job: &str, run: &str) -> Result<Vec<Line>>;
    /// The time by the server's clock, if it has told.
    fn now(&self) -> Option<Timestamp>;
    /// Like the next two, only called where `can` allows it.
    fn stop(&self, _job: &str) -> Result<()> {
        Err(Error::unsupported("the system has no such call"))
    }
    fn enable(&self, _job: &str) -> Result<()> {
        Err(Error::unsupported("the system has no such call"))
    }
    fn disable(&self, _job: &str) -> Result<()> {
        Err(Error::unsupported("the system has no such call"))
    }
    fn close(&self, cancel: &CancelToken);
}

/// Why a server does not have a verb.
pub(crate) struct Lacks {
    why: &'static str,
    /// Where something better is known than the usual.
    remedy: Option<&'static str>,
}

impl Lacks {
    pub(crate) fn remedied(mut self, remedy: &'static str) -> Self {
        self.remedy = Some(remedy);
        self
    }
}

impl From<&'static str> for Lacks {
    fn from(why: &'static str) -> Self {
        Self { why, remedy: None }
    }
}

/// A run by its ids: which job, which run.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RunRef {
    /// The job.
    pub job: String,
    /// The run.
    pub run: String,
}

impl RunRef {
    /// A run of a job.
    pub fn new(job: impl Into<String>, run: impl Into<String>) -> Self {
        Self { job: job.into(), run: run.into() }
    }
}

impl From<&Run> for RunRef {
    fn from(run: &Run) -> Self {
        Self::new(&run.job_id, &run.id)
    }
}

/// A run that is not listed is none; every other error stays one.
pub(crate) fn found(run: Result<Run>) -> Result<Option<Run>> {
    match run {
        Ok(run) => Ok(Some(run)),
        Err(error) if error.kind() == crate::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// One server of any of the three systems. Cheap to clone; clones share the connection and the login.
#[derive(Clone)]
pub struct Server {
    adapter: Arc<dyn Adapter>,
    cancel: CancelToken,
}

impl Server {
    pub(crate) fn new(adapter: impl Adapter + 'static, cancel: CancelToken) -> Self {
        Self { adapter: Arc::new(adapter), cancel }
    }

    pub(crate) fn adapter(&self) -> &dyn Adapter {
        &*self.adapter
    }

    /// Which of the three systems it is.
    #[must_use]
    pub fn system(&self) -> System {
        self.adapter.system()
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn url(&self) -> &str {
        self.adapter.origin()
    }

    /// True when the server's certificate is not checked ([`Trust::Insecure`](crate::Trust::Insecure)): whoever answers for
    /// the host name gets the credentials, and what it answers proves nothing. Also in `Debug` and in every [`Report`].
    #[must_use]
    pub fn insecure(&self) -> bool {
        self.adapter.insecure()
    }

    /// Whether this system, in this version, has the verb. A verb it lacks answers `Unsupported` without any request.
    #[must_use]
    pub fn supports(&self, verb: Verb) -> bool {
        self.adapter.can(verb).is_ok()
    }

    /// The same server whose calls end early when `cancel` is cancelled.
    #[must_use]
    pub fn with_cancel(&self, cancel: &CancelToken) -> Self {
        Self { adapter: Arc::from(self.adapter.with_cancel(cancel)), cancel: cancel.clone() }
    }

    /// All jobs, however many pages the server needs for them. vCenter has one, `appliance-backup`.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn jobs(&self) -> Result<Vec<Job>> {
        self.adapter.jobs().map_err(|e| e.during("server.jobs"))
    }

    /// One job.
    ///
    /// # Errors
    /// `InvalidArgument` when the id cannot be one of this system; `NotFound`; any kind that a request can fail with.
    pub fn job(&self, job: &str) -> Result<Job> {
        self.adapter.job(job).map_err(|e| self.at(e, "server.job"))
    }

    /// The newest runs of a job, newest first, at most `limit` (0: 100).
    ///
    /// # Errors
    /// As [`Server::job`].
    pub fn runs(&self, job: &str, limit: usize) -> Result<Vec<Run>> {
        let limit = if limit == 0 { 100 } else { limit };
        self.adapter.runs(job, limit).map_err(|e| self.at(e, "server.runs"))
    }

    /// One run of a job, as it stands now.
    ///
    /// # Errors
    /// As [`Server::job`].
    pub fn run(&self, job: &str, run: &str) -> Result<Run> {
        self.adapter.run(job, run).map_err(|e| self.at(e, "server.run"))
    }

    /// Starts a job, once. See [`StartOptions`] for what happens when it runs already.
    ///
    /// # Errors
    /// `AlreadyRunning` (only with `IfRunning::Fail`); `OutcomeUnknown` when the start may have happened but no run of it
    /// could be found; `Unsupported`; as [`Server::job`].
    pub fn start(&self, job: &str, options: &StartOptions) -> Result<Started> {
        self.need_start(options.full, "server.start")?;
        start::start(&*self.adapter, &self.cancel, job, options).map_err(|e| self.at(e, "server.start"))
    }

    /// Reads the watermark for a start and writes it on a ticket; sends nothing that starts anything. When the job runs
    /// already, [`Server::carry_out`] does what `if_running` says.
    ///
    /// # Errors
    /// `Unsupported`; as [`Server::job`].
    pub fn prepare(&self, job: &str, options: &StartOptions) -> Result<Ticket> {
        self.need_start(options.full, "server.prepare")?;
        let prepared = start::prepare(&*self.adapter, job, options);
        prepared.map(|(ticket, _)| ticket).map_err(|e| self.at(e, "server.prepare"))
    }

    /// Carries out a prepared start, or takes it up again. At most one request that starts something is ever sent for a
    /// ticket: `save` is called with the ticket before the request and after every change, on the calling thread; write
    /// [`Ticket::to_text`] to a safe place there. When it fails before the request, nothing is sent.
    ///
    /// A ticket read back as `prepared` (perhaps it was never saved again) is looked up first, for as long as `settle`: a
    /// run that began since, or that is running, is taken, and only when there is none is the request sent. One read back
    /// as `sending` is only looked up. So a caller who never saves is safe as long as the vendor's history lags by no more
    /// than `settle`; one who saves is always safe.
    ///
    /// # Errors
    /// As [`Server::start`]; `Config` when `save` fails; `InvalidArgument` when the ticket is for another server.
    pub fn carry_out(
        &self,
        ticket: &mut Ticket,
        save: &mut dyn FnMut(&Ticket) -> std::result::Result<(), String>,
    ) -> Result<Started> {
        self.need(Verb::Start, "server.carry_out")?;
        start::carry_out(&*self.adapter, &self.cancel, ticket, save).map_err(|e| self.at(e, "server.carry_out"))
    }

    /// Waits until a run is over, and returns it as it ended; calls `progress` after every look.
    ///
    /// # Errors
    /// `Deadline`, `Cancelled` (the backup goes on in both cases); `Unreachable` and its kin when the server stays away
    /// for longer than `WaitOptions::unreachable`; `NotFound` when the run vanished; `Unauthenticated`, `Denied`.
    pub fn wait(
        &self,
        job: &str,
        run: &str,
        options: &WaitOptions,
        progress: &mut dyn FnMut(&Progress),
    ) -> Result<Run> {
        wait::wait(&*self.adapter, &self.cancel, job, run, options, progress).map_err(|e| self.at(e, "server.wait"))
    }

    /// Waits for several runs at once, with one list request for all of them where the vendor has one (Veeam, Teradata).
    /// The results are in the order of `runs`. `progress` is told of every run after every look.
    ///
    /// # Errors
    /// Each run has its own result; see [`Server::wait`].
    pub fn wait_all(
        &self,
        runs: &[RunRef],
        options: &WaitOptions,
        progress: &mut dyn FnMut(usize, &Progress),
    ) -> Vec<Result<Run>> {
        wait::wait_all(&*self.adapter, &self.cancel, runs, options, progress)
            .into_iter()
            .map(|result| result.map_err(|e| self.at(e, "server.wait_all")))
            .collect()
    }

    /// Judges a job by its history. Green needs a dated success that is young enough: a job that never ran, is disabled,
    /// has vanished or whose history cannot be read is never `Ok`. The reason and the evidence are in the verdict, also
    /// when the server could not be asked.
    ///
    /// # Errors
    /// Only what is the caller's own: `InvalidArgument`, `Config`, `Cancelled`, `Closed`.
    pub fn check(&self, job: &str, policy: &Policy) -> Result<Verdict> {
        check::check(&*self.adapter, job, policy).map_err(|e| self.at(e, "server.check"))
    }

    /// Judges every job of the server, and says which of the jobs that must be there (ids or names) are missing. A server
    /// without jobs, or that cannot be asked, is not `Ok`.
    ///
    /// # Errors
    /// As [`Server::check`].
    pub fn check_all(&self, policy: &Policy, expect_jobs: &[&str]) -> Result<Report> {
        check::check_all(&*self.adapter, policy, expect_jobs).map_err(|e| self.at(e, "server.check_all"))
    }

    /// Everything the vendor has to say about a run, in one readable account.
    ///
    /// # Errors
    /// As [`Server::run`]. When only the details cannot be read, the account says so.
    pub fn explain(&self, job: &str, run: &str) -> Result<Account> {
        explain::explain(&*self.adapter, job, run).map_err(|e| self.at(e, "server.explain"))
    }

    /// Stops the running run of a job. The answer may come before the run has wound down.
    ///
    /// # Errors
    /// `Unsupported` (Teradata publishes no abort); `Conflict` when nothing runs; as [`Server::job`].
    pub fn stop(&self, job: &str) -> Result<()> {
        self.need(Verb::Stop, "server.stop")?;
        self.adapter.stop(job).map_err(|e| self.at(e, "server.stop"))
    }

    /// Switches the job's schedule on.
    ///
    /// # Errors
    /// `Unsupported` (only Veeam has it); as [`Server::job`].
    pub fn enable(&self, job: &str) -> Result<()> {
        self.need(Verb::Enable, "server.enable")?;
        self.adapter.enable(job).map_err(|e| self.at(e, "server.enable"))
    }

    /// Switches the job's schedule off. A disabled Veeam job can still be started by hand.
    ///
    /// # Errors
    /// `Unsupported` (only Veeam has it); as [`Server::job`].
    pub fn disable(&self, job: &str) -> Result<()> {
        self.need(Verb::Disable, "server.disable")?;
        self.adapter.disable(job).map_err(|e| self.at(e, "server.disable"))
    }

    /// Ends the session on the server; later calls answer `Closed`. Happens by itself when the last clone is dropped.
    pub fn close(&self) {
        self.close_unless(&CancelToken::new());
    }

    /// The same, for a binding that has to let Ctrl-C through: once `cancel` is cancelled, the session is left to the server.
    pub fn close_unless(&self, cancel: &CancelToken) {
        self.adapter.close(cancel);
    }

    fn need(&self, verb: Verb, operation: &'static str) -> Result<()> {
        self.adapter.can(verb).map_err(|lacks| {
            let error = Error::unsupported(format!("{}: {}", self.system(), lacks.why));
            let error = match lacks.remedy {
                Some(remedy) => error.remedied(remedy),
                None => error,
            };
            self.at(error, operation)
        })
    }

    /// What a start needs.
    fn need_start(&self, full: Option<bool>, operation: &'static str) -> Result<()> {
        self.need(Verb::Start, operation)?;
        match full {
            Some(true) => self.need(Verb::StartFull, operation),
            _ => Ok(()),
        }
    }

    fn at(&self, error: Error, operation: &'static str) -> Error {
        error.during(operation).on(self.url())
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Server");
        text.field("system", &self.system()).field("url", &self.url());
        if self.insecure() {
            text.field("insecure", &true);
        }
        text.finish()
    }
}
