//! Teradata VantageCloud Enterprise, Backup as a Service (BaaS).
//!
//! Names, members and words are the vendor's, slips included (`skip_statstics`). Reference:
//! <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Backup-Jobs-APIs>.

mod auth;
mod error;
mod jobs;
mod runs;
mod server;

pub use auth::TokenSource;
pub use jobs::{
    ExcludedObject, Job, JobQuery, JobSettings, JobType, LastExecution, ObjectSelection, RunType, TargetSite,
};
pub use runs::{Execution, ExecutionStatus};

use crate::cancel::CancelToken;
use crate::client::{ClientOptions, Core};
use crate::error::{Error, Result};
use crate::request::Request;
use crate::server::Server;
use std::sync::Arc;

/// Where the API is, which site, and how to get a token.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// `https://<api-path>`, with a path prefix if there is one; `data-protection/v2` is added.
    pub url: String,
    /// The site. It must be known: no documented call lists sites.
    pub site_id: String,
    /// Where the bearer token comes from.
    pub token: TokenSource,
    /// TLS, timeouts, retries.
    pub options: ClientOptions,
}

impl Config {
    /// A configuration with default options.
    pub fn new(url: impl Into<String>, site_id: impl Into<String>, token: impl Into<TokenSource>) -> Self {
        Self { url: url.into(), site_id: site_id.into(), token: token.into(), options: ClientOptions::default() }
    }
}

/// A client of one site. Clones share connections and token.
#[derive(Clone, Debug)]
pub struct Client {
    core: Arc<Core>,
    site_id: String,
    cancel: CancelToken,
}

impl Client {
    /// Checks the configuration; sends nothing yet.
    ///
    /// # Errors
    /// `Config` when URL, site or TLS settings cannot work.
    pub fn new(config: Config) -> Result<Self> {
        if config.site_id.is_empty() {
            let error = Error::config("the site id is empty").remedied("take it from the console; no call lists sites");
            return Err(error.during("teradata.new"));
        }
        let auth = auth::Login { source: config.token };
        let core = Core::new(&config.url, &config.options, Box::new(auth)).map_err(|e| e.during("teradata.new"))?;
        Ok(Self { core: Arc::new(core), site_id: config.site_id, cancel: CancelToken::new() })
    }

    /// The site.
    #[must_use]
    pub fn site_id(&self) -> &str {
        &self.site_id
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

    /// Asks the token source now. Whether the server accepts the token shows at the first call.
    ///
    /// # Errors
    /// Whatever the token source answers.
    pub fn login(&self) -> Result<()> {
        self.core.login(&self.cancel, "teradata.login")
    }

    /// Forgets the token; later calls answer `Closed`.
    pub fn close(&self) {
        self.core.close();
    }

    /// This site in the common model.
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

    fn path<'a>(&'a self, path: &[&'a str]) -> Vec<&'a str> {
        let site = ["data-protection", "v2", "sites", &self.site_id];
        site.into_iter().chain(path.iter().copied()).collect()
    }
}

/// Refuses before any request a job id that is not one: they are positive integers.
fn check_job_id(id: &str, operation: &'static str) -> Result<()> {
    if !id.is_empty() && id.len() <= 19 && id.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(());
    }
    let shown = crate::redact::one_line(id);
    Err(Error::invalid(format!("'{shown}' is not a job id"))
        .remedied("job ids are whole numbers; list the jobs to find it")
        .during(operation))
}
