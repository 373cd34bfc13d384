//! The file-based backup of the VMware vCenter appliance, REST API below `/rest` (6.5 and later) and `/api` (7.0 U2 and
//! later).
//!
//! Names, members and words are the vendor's. Reference:
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/appliance/recovery/backup/job/>.

mod archives;
mod auth;
mod details;
mod detect;
mod dialect;
mod error;
mod jobs;
mod keyed;
mod location;
mod messages;
mod parts;
mod password;
mod recurrence;
mod restore;
mod runs;
mod schedule_spec;
mod schedules;
mod server;
#[cfg(test)]
mod stub;

pub use archives::{ArchiveInfo, ArchiveQuery, ArchiveSummary};
pub use auth::{LoginMode, SessionInfo};
pub use details::{BackupDetails, BackupType, BuildInfo, DynamicId, TaskError, TaskProgress, TaskStatus};
pub use detect::{detect, detect_unless};
pub use dialect::Dialect;
pub use jobs::BackupRequest;
pub use location::{Location, LocationType};
pub use messages::{LocalizableMessage, ReturnResult, ReturnStatus};
pub use parts::Part;
pub use recurrence::{DayOfWeek, RecurrenceInfo, RetentionInfo};
pub use restore::{RestoreMetadata, RestoreRequest};
pub use runs::{BackupJobStatus, ProcessState};
pub use schedule_spec::{ScheduleSpec, ScheduleUpdate};
pub use schedules::Schedule;
pub use server::APPLIANCE_BACKUP;

use crate::cancel::CancelToken;
use crate::client::{ClientOptions, Core};
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::server::Server;
use once_cell::sync::OnceCell;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Where the appliance is and who we are.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// `https://vcenter.example`; port 5480 is that of the appliance's own management service.
    pub url: String,
    /// The dialect to speak. Unset: found at the first call, once, and remembered.
    pub dialect: Option<Dialect>,
    /// How requests prove who we are. Unset: [`LoginMode::Basic`] on port 5480, else [`LoginMode::Session`].
    pub login: Option<LoginMode>,
    /// Single-sign-on user such as `administrator@vsphere.local`, in the group `SystemConfiguration.Administrators`. On
    /// port 5480 `root` (seen in clients).
    pub username: String,
    /// Its password.
    pub password: Secret,
    /// TLS, timeouts, retries.
    pub options: ClientOptions,
}

impl Config {
    /// A configuration with default options.
    pub fn new(url: impl Into<String>, username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            url: url.into(),
            dialect: None,
            login: None,
            username: username.into(),
            password: password.into(),
            options: ClientOptions::default(),
        }
    }
}

/// A client of one appliance. Clones share connections, session and dialect. Logs in at the first call.
#[derive(Clone, Debug)]
pub struct Client {
    core: Arc<Core>,
    mode: LoginMode,
    /// Filled by the login.
    spoken: Arc<OnceCell<Dialect>>,
    cancel: CancelToken,
}

impl Client {
    /// Checks the configuration; sends nothing yet.
    ///
    /// # Errors
    /// `Config` when URL, user or TLS settings cannot work.
    pub fn new(config: Config) -> Result<Self> {
        Self::open(config).map_err(|e| e.during("vcenter.new"))
    }

    fn open(config: Config) -> Result<Self> {
        if config.username.is_empty() {
            return Err(Error::config("the user name is empty"));
        }
        let mode = config.login.unwrap_or_else(|| LoginMode::for_url(&config.url));
        let spoken = Arc::new(config.dialect.map_or_else(OnceCell::new, OnceCell::with_value));
        let auth = auth::Login::new(&config.username, config.password, mode, Arc::clone(&spoken))?;
        let core = Core::new(&config.url, &config.options, Box::new(auth))?;
        if let Some((dialect, why)) = config.dialect.and_then(|dialect| Some((dialect, dialect.deprecation()?))) {
            core.warn(&format!("{dialect}: {why}"));
        }
        Ok(Self { core: Arc::new(core), mode, spoken, cancel: CancelToken::new() })
    }

    /// The dialect it speaks: the one configured, or the one found; `None` before the first call.
    #[must_use]
    pub fn dialect(&self) -> Option<Dialect> {
        self.spoken.get().copied()
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn url(&self) -> &str {
        self.core.origin()
    }

    /// The same client whose calls end early when `cancel` is cancelled.
    #[must_use]
    pub fn with_cancel(&self, cancel: &CancelToken) -> Self {
        Self { cancel: cancel.clone(), ..self.clone() }
    }

    /// Creates the session now, to find out early whether the credentials are good. With [`LoginMode::Basic`] there is
    /// no session, and the list of backups is asked for instead.
    ///
    /// # Errors
    /// `Unauthenticated`; `Unsupported` when the appliance does not serve the dialect; any kind that a request can fail
    /// with.
    pub fn login(&self) -> Result<()> {
        const OPERATION: &str = "vcenter.login";
        self.core.login(&self.cancel, OPERATION)?;
        match self.mode {
            LoginMode::Session => Ok(()),
            LoginMode::Basic => self.tell(OPERATION, |api| Ok(api.get(&["backup", "job"]))),
        }
    }

    /// Deletes the session on the server; later calls answer `Closed`. A running backup goes on.
    pub fn close(&self) {
        self.core.close();
    }

    /// The same, for a binding that has to let Ctrl-C through: once `cancel` is cancelled, the session is left to the server.
    pub fn close_unless(&self, cancel: &CancelToken) {
        self.core.close_unless(cancel);
    }

    /// This appliance in the common model. It has one job, [`APPLIANCE_BACKUP`]; starting it sends `plan`. Without a
    /// plan the job can be watched and stopped, but not started.
    ///
    /// # Errors
    /// `InvalidArgument` when the plan cannot work (see [`BackupRequest`]).
    pub fn server(&self, plan: Option<BackupRequest>) -> Result<Server> {
        if let Some(plan) = &plan {
            plan.check().map_err(|e| e.during("vcenter.server"))?;
        }
        Ok(Server::new(server::Appliance { client: self.clone(), plan }, self.cancel.clone()))
    }

    /// Makes the call that `build` describes, and reads its answer.
    fn ask<T: DeserializeOwned>(
        &self,
        operation: &'static str,
        build: impl FnOnce(Dialect) -> Result<Request>,
    ) -> Result<T> {
        let (dialect, request) = self.request(operation, build)?;
        dialect.read(&self.core, &self.cancel, &request).map_err(unknown_path)
    }

    /// Makes the call that `build` describes; its answer says nothing but that it was done.
    fn tell(&self, operation: &'static str, build: impl FnOnce(Dialect) -> Result<Request>) -> Result<()> {
        let (_, request) = self.request(operation, build)?;
        self.core.call(&self.cancel, &request).map(drop).map_err(unknown_path)
    }

    fn request(
        &self,
        operation: &'static str,
        build: impl FnOnce(Dialect) -> Result<Request>,
    ) -> Result<(Dialect, Request)> {
        if self.dialect().is_none() {
            // One thread logs in, and finds the dialect by that; the others wait for it.
            self.core.login(&self.cancel, operation)?;
        }
        let nothing_found = || Error::new(ErrorKind::Internal, "the login found no dialect").during(operation);
        let dialect = self.dialect().ok_or_else(nothing_found)?;
        let request = build(dialect).map_err(|e| e.during(operation))?;
        Ok((dialect, Request { operation, ..request }))
    }

    /// What [`Client::lacks`] says, if the answer was that there is no such path.
    fn lacks_path(&self, error: Error, what: &str, since: &str) -> Error {
        match error.vendor_code() {
            Some(error::NO_OPERATION) => self.lacks(error, what, since),
            _ => error,
        }
    }

    /// The error for something that this appliance is too old for.
    fn lacks(&self, error: Error, what: &str, since: &str) -> Error {
        let spoken = self.dialect().map_or("", Dialect::name);
        error
            .with_kind(ErrorKind::Unsupported)
            .with_message(format!("the appliance does not offer {what} below /{spoken}"))
            .remedied(format!("vCenter {since} and later offer it; check the version and the URL"))
    }
}

/// No such path, not no such backup: another remedy.
fn unknown_path(error: Error) -> Error {
    match error.vendor_code() {
        Some(error::NO_OPERATION) => {
            error.remedied("check that the URL is that of a vCenter appliance, and its version")
        }
        _ => error,
    }
}
