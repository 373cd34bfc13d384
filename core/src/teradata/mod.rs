//! Teradata VantageCloud, Backup as a Service (BaaS): Enterprise whole, Lake as far as it is documented.
//!
//! Names, members and words are the vendor's, slips included (`skip_statstics`). Reference:
//! <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Backup-Jobs-APIs>.

mod auth;
mod command;
mod databases;
mod dialect;
mod error;
mod jobs;
mod jwt;
mod lists;
mod oauth;
mod objects;
mod page;
mod permissions;
mod restore_request;
mod restores;
mod runs;
mod server;
mod settings;
mod token;

pub use databases::Database;
pub use dialect::Dialect;
pub use jobs::{Job, JobQuery, JobType, LastExecution, RunType, TargetSite};
#[doc(hidden)]
pub use lists::Lists;
pub use objects::{BackupObject, ObjectsPreparation};
pub use permissions::{RestorePermissions, RestorePermissionsRequest};
pub use restore_request::{DatabaseCredentials, RestoreRequest};
#[doc(hidden)]
pub use runs::standing;
pub use runs::{Execution, ExecutionStatus};
pub use settings::{ExcludedObject, JobSettings, ObjectSelection};
pub use token::{ClientCredentials, LakeJwt, OrganizationClaim, TokenCommand, TokenSource};

use crate::cancel::CancelToken;
use crate::client::{ClientOptions, Core};
use crate::error::{Error, ErrorKind, Result};
use crate::request::{Request, check_segment};
use crate::server::Server;
use crate::transport::Reply;
use dialect::Support;
use std::sync::Arc;

/// Where the API is, which site or account, and how to get a token.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// Enterprise: `https://<api-path>`, with a path prefix if there is one; `data-protection/v2` is added. Lake: the
    /// URL of the console; `api/accounts/…` is added.
    pub url: String,
    /// The product.
    pub dialect: Dialect,
    /// The site, on Enterprise. It must be known: no documented call lists sites.
    pub site_id: String,
    /// The account, on Lake, as it stands in the console's address: `/environments/<id>/dashboard`. (Answers name it by
    /// another, internal id.)
    pub account_id: String,
    /// Where the token comes from.
    pub token: TokenSource,
    /// Whether calls may be made that nobody documents for this product: on Lake, executing a job, the lists of
    /// executions and the filter for active jobs. Off by default.
    pub allow_unverified: bool,
    /// TLS, timeouts, retries.
    pub options: ClientOptions,
}

impl Config {
    /// A configuration for a site of VantageCloud Enterprise, with default options.
    pub fn new(url: impl Into<String>, site_id: impl Into<String>, token: impl Into<TokenSource>) -> Self {
        Self {
            url: url.into(),
            dialect: Dialect::Enterprise,
            site_id: site_id.into(),
            account_id: String::new(),
            token: token.into(),
            allow_unverified: false,
            options: ClientOptions::default(),
        }
    }

    /// A configuration for an account of VantageCloud Lake, with default options.
    pub fn lake(console_url: impl Into<String>, account_id: impl Into<String>, token: impl Into<TokenSource>) -> Self {
        Self { dialect: Dialect::Lake, account_id: account_id.into(), ..Self::new(console_url, "", token) }
    }
}

/// A client of one site or account. Clones share connections and token.
#[derive(Clone, Debug)]
pub struct Client {
    core: Arc<Core>,
    dialect: Dialect,
    site_id: String,
    account_id: String,
    allow_unverified: bool,
    cancel: CancelToken,
}

impl Client {
    /// Checks the configuration; sends nothing yet.
    ///
    /// # Errors
    /// `Config` when URL, site, account, token source or TLS settings cannot work.
    pub fn new(config: Config) -> Result<Self> {
        Self::checked(config).map_err(|e| e.during("teradata.new"))
    }

    fn checked(config: Config) -> Result<Self> {
        match config.dialect {
            Dialect::Enterprise if config.site_id.is_empty() => {
                return Err(
                    Error::config("the site id is empty").remedied("take it from the console; no call lists sites")
                );
            }
            Dialect::Lake if config.account_id.is_empty() => {
                return Err(Error::config("the account id is empty")
                    .remedied("take it from the console's address: /environments/<id>/dashboard"));
            }
            _ => {}
        }
        let auth = auth::Login::new(config.token, &config.options)?;
        let core = Core::new(&config.url, &config.options, Box::new(auth))?;
        Ok(Self {
            core: Arc::new(core),
            dialect: config.dialect,
            site_id: config.site_id,
            account_id: config.account_id,
            allow_unverified: config.allow_unverified,
            cancel: CancelToken::new(),
        })
    }

    /// The product.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The site; empty on Lake.
    #[must_use]
    pub fn site_id(&self) -> &str {
        &self.site_id
    }

    /// The account; empty on Enterprise.
    #[must_use]
    pub fn account_id(&self) -> &str {
        &self.account_id
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

    /// The same, for a binding that has to let Ctrl-C through: once `cancel` is cancelled, the session is left to the server.
    pub fn close_unless(&self, cancel: &CancelToken) {
        self.core.close_unless(cancel);
    }

    /// This site or account in the common model.
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
        let mut all = self.dialect.base(&self.site_id, &self.account_id);
        all.extend_from_slice(path);
        all
    }

    /// Whether calls of that support may be made.
    fn may(&self, support: Support) -> bool {
        support == Support::Documented || (support == Support::Unverified && self.allow_unverified)
    }

    /// Refuses before any request what this product does not have, or is not known to have.
    fn need(&self, support: Support, operation: &'static str, what: &str) -> Result<()> {
        if self.may(support) {
            return Ok(());
        }
        let error = match support {
            Support::Unverified => {
                Error::unsupported(format!("{what} is documented for Enterprise, and not for {}", self.dialect))
                    .remedied(server::TRY)
            }
            _ => Error::unsupported(format!("the API of {} does not offer {what}", self.dialect)),
        };
        Err(error.during(operation).on(self.url()))
    }

    /// The id that a request which was accepted names in its answer.
    fn resource_id(&self, reply: &Reply, operation: &'static str, what: &str) -> Result<String> {
        match reply.header("x-resource-id").filter(|id| !id.is_empty()) {
            Some(id) => Ok(id.to_owned()),
            None => {
                let message = format!("the server accepted the request but named no {what} (no x-resource-id)");
                let error = Error::new(ErrorKind::OutcomeUnknown, message).with_http(reply.status, None, None);
                Err(self.core.dress(error.with_effect(true), operation))
            }
        }
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

/// Refuses before any request an id that cannot be one. Ids of executions are numbers in all samples, but texts by
/// type.
fn check_execution_id(id: &str, what: &str, operation: &'static str) -> Result<()> {
    if check_segment(id).is_ok() && !id.contains(char::is_whitespace) {
        return Ok(());
    }
    let shown = crate::redact::one_line(id);
    Err(Error::invalid(format!("'{shown}' is not the id of {} {what}", if what == "execution" { "an" } else { "a" }))
        .remedied(format!("list the {what}s of the job to find it"))
        .during(operation))
}
