//! The file-based backup of the VMware vCenter appliance, REST API below `/rest`.
//!
//! Names, members and words are the vendor's. Reference:
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/appliance/recovery/backup/job/>.

mod auth;
mod error;
mod jobs;
mod password;
mod runs;
mod server;

pub use auth::SessionInfo;
pub use jobs::{BackupRequest, LocationType};
pub use runs::{BackupJobStatus, LocalizableMessage, ProcessState, ReturnResult, ReturnStatus};
pub use server::APPLIANCE_BACKUP;

use crate::cancel::CancelToken;
use crate::client::{ClientOptions, Core};
use crate::error::{Error, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::server::Server;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Where the appliance is and who we are.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// `https://vcenter.example`.
    pub url: String,
    /// Single-sign-on user such as `administrator@vsphere.local`, in the group `SystemConfiguration.Administrators`.
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
            username: username.into(),
            password: password.into(),
            options: ClientOptions::default(),
        }
    }
}

/// A client of one appliance. Clones share connections and session. Logs in at the first call.
#[derive(Clone, Debug)]
pub struct Client {
    core: Arc<Core>,
    cancel: CancelToken,
}

impl Client {
    /// Checks the configuration; sends nothing yet.
    ///
    /// # Errors
    /// `Config` when URL, user or TLS settings cannot work.
    pub fn new(config: Config) -> Result<Self> {
        if config.username.is_empty() {
            return Err(Error::config("the user name is empty").during("vcenter.new"));
        }
        let auth = auth::Login { username: config.username, password: config.password };
        let core = Core::new(&config.url, &config.options, Box::new(auth)).map_err(|e| e.during("vcenter.new"))?;
        Ok(Self { core: Arc::new(core), cancel: CancelToken::new() })
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

    /// Creates the session now, to find out early whether the credentials are good.
    ///
    /// # Errors
    /// `Unauthenticated`; any kind that a request can fail with.
    pub fn login(&self) -> Result<()> {
        self.core.login(&self.cancel, "vcenter.login")
    }

    /// Deletes the session on the server; later calls answer `Closed`. A running backup goes on.
    pub fn close(&self) {
        self.core.close();
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

    /// Every answer below `/rest` is wrapped in `value`.
    fn read<T: DeserializeOwned>(&self, request: &Request) -> Result<T> {
        #[derive(Deserialize)]
        struct Wrapped<T> {
            value: T,
        }
        self.core.read_object::<Wrapped<T>>(&self.cancel, request).map(|wrapped| wrapped.value)
    }
}

/// `/rest/appliance/recovery/backup/job` and what is below it.
fn job_path<'a>(below: &[&'a str]) -> Vec<&'a str> {
    let base = ["rest", "appliance", "recovery", "backup", "job"];
    base.into_iter().chain(below.iter().copied()).collect()
}
