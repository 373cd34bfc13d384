//! Veeam Backup for Microsoft 365, REST API v2 to v8.
//!
//! Names, members and words are the vendor's. Reference:
//! <https://helpcenter.veeam.com/docs/vbo365/rest/overview.html>; older versions under
//! <https://helpcenter.veeam.com/archive/vbo365/>.

mod auth;
mod copy_job_setup;
mod copy_jobs;
mod copy_schedule;
mod detect;
mod dialect;
mod error;
mod explore;
mod item_objects;
mod items;
mod job_edit;
mod job_schedule;
mod job_setup;
mod jobs;
mod links;
mod lists;
mod log_items;
mod object_storage;
mod organizations;
mod page;
mod processed_objects;
mod repositories;
mod restore_events;
mod restore_sessions;
mod runs;
mod schedule;
mod server;
mod service;
mod session_query;

pub use copy_job_setup::{CreateCopyJob, EditCopyJob};
pub use copy_jobs::{CopyJob, CopyJobQuery};
pub use copy_schedule::{CopySchedule, CopyScheduleType};
pub use detect::{detect, detect_unless};
pub use dialect::Dialect;
pub use explore::{ExploreOptions, ExplorerType};
pub use item_objects::{Group, JobSite, Team, User};
pub use items::{JobItem, JobItemType};
pub use job_edit::EditJob;
pub use job_schedule::{JobSchedule, JobScheduleType};
pub use job_setup::CreateJob;
pub use jobs::{BackupType, Job, JobQuery, JobStatus};
pub use links::Links;
#[doc(hidden)]
pub use lists::Lists;
pub use log_items::{LogItem, LogItemQuery, LogItemType};
pub use object_storage::ObjectStorage;
pub use organizations::{Organization, OrganizationQuery, UsedRepository};
pub use processed_objects::ProcessedObject;
pub use repositories::{Repository, RepositoryQuery};
pub use restore_events::{RestoreSessionEvent, RestoreSessionStatistics, RestoredItem};
pub use restore_sessions::{RestoreSession, RestoreSessionOrder, RestoreSessionQuery};
pub use runs::{JobSession, Statistics};
pub use schedule::{BackupWindow, DailyType, PeriodicallyEvery};
pub use service::{Health, HealthEntry, ServiceInstance};
pub use session_query::{SessionJobType, SessionQuery};

use crate::cancel::CancelToken;
use crate::client::{ClientOptions, Core};
use crate::error::{Error, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::server::Server;
use std::sync::Arc;

/// Where the server is and who we are.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// `https://host:4443`; 4443 is the product's default port. Without the version.
    pub url: String,
    /// The version of the API to speak. A server serves several at once.
    pub dialect: Dialect,
    /// Local user or `DOMAIN\user`; an account with multi-factor authentication cannot use the REST API.
    pub username: String,
    /// Its password.
    pub password: Secret,
    /// TLS, timeouts, retries.
    pub options: ClientOptions,
}

impl Config {
    /// A configuration with default options.
    pub fn new(
        url: impl Into<String>,
        dialect: Dialect,
        username: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        Self {
            url: url.into(),
            dialect,
            username: username.into(),
            password: password.into(),
            options: ClientOptions::default(),
        }
    }
}

/// A client of one server. Clones share connections and login. Logs in at the first call.
#[derive(Clone, Debug)]
pub struct Client {
    core: Arc<Core>,
    dialect: Dialect,
    cancel: CancelToken,
}

impl Client {
    /// Checks the configuration; sends nothing yet.
    ///
    /// # Errors
    /// `Config` when URL, user or TLS settings cannot work.
    pub fn new(config: Config) -> Result<Self> {
        if config.username.is_empty() {
            return Err(Error::config("the user name is empty").during("veeam.new"));
        }
        let auth = auth::Login { dialect: config.dialect, username: config.username, password: config.password };
        let core = Core::new(&config.url, &config.options, Box::new(auth)).map_err(|e| e.during("veeam.new"))?;
        if let Some(why) = config.dialect.deprecation() {
            core.warn(&format!("{}: {why}", config.dialect));
        }
        Ok(Self { core: Arc::new(core), dialect: config.dialect, cancel: CancelToken::new() })
    }

    /// The version of the API it speaks.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.dialect
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

    /// Logs in now, to find out early whether the credentials are good.
    ///
    /// # Errors
    /// `Unauthenticated`; any kind that a request can fail with.
    pub fn login(&self) -> Result<()> {
        self.core.login(&self.cancel, "veeam.login")
    }

    /// Forgets the token, and gives it back to the server from v7 on; later calls answer `Closed`.
    pub fn close(&self) {
        self.core.close();
    }

    /// The same, for a binding that has to let Ctrl-C through: once `cancel` is cancelled, the session is left to the server.
    pub fn close_unless(&self, cancel: &CancelToken) {
        self.core.close_unless(cancel);
    }

    /// This server in the common model.
    #[must_use]
    pub fn server(&self) -> Server {
        Server::new(self.clone(), self.cancel.clone())
    }

    fn get(&self, operation: &'static str, path: &[&str]) -> Request {
        Request::get(operation, &self.path(path))
    }

    fn post(&self, operation: &'static str, path: &[&str]) -> Request {
        Request::post(operation, &self.path(path))
    }

    fn put(&self, operation: &'static str, path: &[&str]) -> Request {
        Request::put(operation, &self.path(path))
    }

    fn delete(&self, operation: &'static str, path: &[&str]) -> Request {
        Request::delete(operation, &self.path(path))
    }

    fn path<'a>(&self, path: &[&'a str]) -> Vec<&'a str> {
        std::iter::once(self.dialect.prefix()).chain(path.iter().copied()).collect()
    }

    /// Refuses before any request what this version of the API does not have.
    fn need(&self, has_it: bool, operation: &'static str, what: &str) -> Result<()> {
        if has_it {
            return Ok(());
        }
        Err(unsupported(self.dialect, what).during(operation).on(self.url()))
    }
}

/// What this version of the API does not have.
fn unsupported(dialect: Dialect, what: &str) -> Error {
    Error::unsupported(format!("API {dialect} does not offer {what}"))
        .remedied("choose another version of the API, if the server serves it")
}

/// Ids are UUIDs in every version.
fn is_id(id: &str) -> bool {
    let groups: Vec<usize> = id.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && id.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

/// UUIDs are the same in any case.
fn same_id(id: Option<&str>, wanted: &str) -> bool {
    id.is_some_and(|id| id.eq_ignore_ascii_case(wanted))
}

/// Refuses before any request an id that is not one.
fn check_id(id: &str, what: &str, operation: &'static str) -> Result<()> {
    if is_id(id) {
        return Ok(());
    }
    let shown = crate::redact::one_line(id);
    Err(Error::invalid(format!("'{shown}' is no {what} id"))
        .remedied("ids look like 3396ba22-21b1-4666-a631-0edfc12a59cd; list them to find it")
        .during(operation))
}

/// [`check_id`] of one that may be unset.
fn check_id_if(id: Option<&str>, what: &str, operation: &'static str) -> Result<()> {
    id.map_or(Ok(()), |id| check_id(id, what, operation))
}
