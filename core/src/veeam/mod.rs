//! Veeam Backup for Microsoft 365, REST API v2, v5 and v6.
//!
//! Names, members and words are the vendor's. Reference:
//! <https://helpcenter.veeam.com/docs/vbo365/rest/overview.html>; older versions under
//! <https://helpcenter.veeam.com/archive/vbo365/>.

mod auth;
mod copy_jobs;
mod dialect;
mod error;
mod jobs;
mod links;
mod log_items;
mod organizations;
mod page;
mod repositories;
mod restore;
mod runs;
mod schedule;
mod server;

pub use copy_jobs::{CopyJob, CreateCopyJob};
pub use dialect::Dialect;
pub use jobs::{BackupType, Job, JobStatus};
pub use links::Links;
pub use log_items::LogItem;
pub use organizations::Organization;
pub use repositories::Repository;
pub use restore::{ExploreOptions, ExplorerType, RestoreSession};
pub use runs::{JobSession, Statistics};
pub use schedule::{
    BackupWindow, CopySchedule, CopyScheduleType, DailyType, JobSchedule, JobScheduleType, PeriodicallyEvery,
};

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

    /// Forgets the token; later calls answer `Closed`.
    pub fn close(&self) {
        self.core.close();
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

    fn path<'a>(&self, path: &[&'a str]) -> Vec<&'a str> {
        std::iter::once(self.dialect.prefix()).chain(path.iter().copied()).collect()
    }

    /// Refuses before any request what this version of the API does not have.
    fn need(&self, has_it: bool, operation: &'static str, what: &str) -> Result<()> {
        if has_it {
            return Ok(());
        }
        let message = format!("API {} does not offer {what}", self.dialect);
        Err(Error::unsupported(message)
            .remedied("choose another version of the API, if the server serves it")
            .during(operation)
            .on(self.url()))
    }
}

/// Refuses before any request an id that is not one: ids are UUIDs in every version.
fn check_id(id: &str, what: &str, operation: &'static str) -> Result<()> {
    let groups: Vec<usize> = id.split('-').map(str::len).collect();
    if groups == [8, 4, 4, 4, 12] && id.chars().all(|c| c == '-' || c.is_ascii_hexdigit()) {
        return Ok(());
    }
    let shown = crate::redact::one_line(id);
    Err(Error::invalid(format!("'{shown}' is not a {what} id"))
        .remedied("ids look like 3396ba22-21b1-4666-a631-0edfc12a59cd; list the jobs to find it")
        .during(operation))
}
