//! The model above the three systems: a server has jobs, a job has runs, and the verbs are the same everywhere.

use crate::cancel::CancelToken;
use crate::error::{Error, Result};
use crate::run::{Job, Run, System, named};
use crate::start::{StartOptions, Started, start};
use crate::wait::{Progress, WaitOptions, wait};
use std::fmt;
use std::sync::Arc;

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
    /// `Err` says why not; asked before any request.
    fn can(&self, verb: Verb) -> std::result::Result<(), &'static str>;
    fn with_cancel(&self, cancel: &CancelToken) -> Box<dyn Adapter>;
    fn jobs(&self) -> Result<Vec<Job>>;
    fn job(&self, job: &str) -> Result<Job>;
    /// The newest runs of a job, newest first, at most `limit`.
    fn runs(&self, job: &str, limit: usize) -> Result<Vec<Run>>;
    fn run(&self, job: &str, run: &str) -> Result<Run>;
    /// Sends the one request that starts the job; `Some` when the answer names the run.
    fn begin(&self, job: &str, full: Option<bool>) -> Result<Option<Run>>;
    fn stop(&self, job: &str) -> Result<()>;
    fn enable(&self, job: &str) -> Result<()>;
    fn disable(&self, job: &str) -> Result<()>;
    fn close(&self);
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
        self.need(Verb::Start)?;
        if options.full == Some(true) {
            self.need(Verb::StartFull)?;
        }
        start(&*self.adapter, &self.cancel, job, options).map_err(|e| self.at(e, "server.start"))
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
        wait(&*self.adapter, &self.cancel, job, run, options, progress).map_err(|e| self.at(e, "server.wait"))
    }

    /// Stops the running run of a job. The answer may come before the run has wound down.
    ///
    /// # Errors
    /// `Unsupported` (Teradata publishes no abort); `Conflict` when nothing runs; as [`Server::job`].
    pub fn stop(&self, job: &str) -> Result<()> {
        self.need(Verb::Stop)?;
        self.adapter.stop(job).map_err(|e| self.at(e, "server.stop"))
    }

    /// Switches the job's schedule on.
    ///
    /// # Errors
    /// `Unsupported` (only Veeam has it); as [`Server::job`].
    pub fn enable(&self, job: &str) -> Result<()> {
        self.need(Verb::Enable)?;
        self.adapter.enable(job).map_err(|e| self.at(e, "server.enable"))
    }

    /// Switches the job's schedule off. A disabled Veeam job can still be started by hand.
    ///
    /// # Errors
    /// `Unsupported` (only Veeam has it); as [`Server::job`].
    pub fn disable(&self, job: &str) -> Result<()> {
        self.need(Verb::Disable)?;
        self.adapter.disable(job).map_err(|e| self.at(e, "server.disable"))
    }

    /// Ends the session on the server; later calls answer `Closed`. Happens by itself when the last clone is dropped.
    pub fn close(&self) {
        self.adapter.close();
    }

    fn need(&self, verb: Verb) -> Result<()> {
        self.adapter.can(verb).map_err(|why| {
            let error = Error::unsupported(format!("{}: {why}", self.system()));
            self.at(
                error,
                match verb {
                    Verb::Start | Verb::StartFull => "server.start",
                    Verb::Stop => "server.stop",
                    Verb::Enable => "server.enable",
                    Verb::Disable => "server.disable",
                },
            )
        })
    }

    fn at(&self, error: Error, operation: &'static str) -> Error {
        error.during(operation).on(self.url())
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("system", &self.system()).field("url", &self.url()).finish()
    }
}
