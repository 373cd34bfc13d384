//! Where a token comes from. How Enterprise customers get one is not documented, so the caller says.

use crate::redact;
use crate::run::named;
use crate::secret::Secret;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Where the token comes from. Whatever it is, it is asked at the first call, by one thread at a time on the thread
/// that makes the call, and again when the token is about to expire or the server refuses it. No token is ever written
/// to disk.
#[derive(Clone)]
#[non_exhaustive]
pub enum TokenSource {
    /// This bearer token, for as long as it lives.
    Static(Secret),
    /// A function. The text of its error is shown to the user.
    Callback(Arc<dyn Fn() -> std::result::Result<Secret, String> + Send + Sync>),
    /// The output of a program.
    Command(TokenCommand),
    /// An OAuth 2.0 token endpoint.
    ClientCredentials(ClientCredentials),
    /// A token signed here, for Lake.
    LakeJwt(LakeJwt),
    /// No token: user and password with every request, `Authorization: Basic …`. The vendor's other REST services take
    /// them so; that this one does is inferred.
    Basic {
        /// User.
        username: String,
        /// Password.
        password: Secret,
    },
}

impl TokenSource {
    /// A source that asks `callback`.
    pub fn callback(callback: impl Fn() -> std::result::Result<Secret, String> + Send + Sync + 'static) -> Self {
        Self::Callback(Arc::new(callback))
    }

    /// A user and a password.
    pub fn basic(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self::Basic { username: username.into(), password: password.into() }
    }
}

impl From<&str> for TokenSource {
    fn from(token: &str) -> Self {
        Self::Static(token.into())
    }
}

impl From<Secret> for TokenSource {
    fn from(token: Secret) -> Self {
        Self::Static(token)
    }
}

impl From<TokenCommand> for TokenSource {
    fn from(command: TokenCommand) -> Self {
        Self::Command(command)
    }
}

impl From<ClientCredentials> for TokenSource {
    fn from(credentials: ClientCredentials) -> Self {
        Self::ClientCredentials(credentials)
    }
}

impl From<LakeJwt> for TokenSource {
    fn from(jwt: LakeJwt) -> Self {
        Self::LakeJwt(jwt)
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Static(_) => f.write_str("Static(***)"),
            Self::Callback(_) => f.write_str("Callback"),
            Self::Command(command) => command.fmt(f),
            Self::ClientCredentials(credentials) => credentials.fmt(f),
            Self::LakeJwt(jwt) => jwt.fmt(f),
            Self::Basic { username, .. } => f.debug_struct("Basic").field("username", username).finish_non_exhaustive(),
        }
    }
}

/// A program that prints a bearer token. It is run without a shell and without input; blanks around the token are cut
/// off. Neither its output nor its arguments are ever shown, and its error output is thrown away.
#[derive(Clone)]
#[non_exhaustive]
pub struct TokenCommand {
    /// The program, looked up in `PATH`, and its arguments.
    pub argv: Vec<String>,
    /// Longest time it may take; then it is killed. 30 s by default.
    pub timeout: Duration,
}

impl TokenCommand {
    /// This program with these arguments.
    pub fn new(argv: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { argv: argv.into_iter().map(Into::into).collect(), timeout: Duration::from_secs(30) }
    }

    /// With this time limit.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The program without its folder and arguments, for messages.
    pub(super) fn program(&self) -> String {
        let path = self.argv.first().map_or("", String::as_str);
        let name = Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or(path);
        crate::redact::one_line(name)
    }
}

impl fmt::Debug for TokenCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Arguments may hold secrets.
        f.debug_struct("TokenCommand")
            .field("program", &self.program())
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// An OAuth 2.0 token endpoint, asked with the client credentials grant (RFC 6749, 4.4): the id and the secret of the
/// client in `Authorization: Basic`, as one of the vendor's own clients sends them. Not documented for BaaS. The
/// endpoint's certificate is checked in the same way as that of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct ClientCredentials {
    /// The whole URL of the endpoint.
    pub token_url: String,
    /// Id of the client.
    pub client_id: String,
    /// Secret of the client.
    pub client_secret: Secret,
    /// Scope to ask for. Unset is not sent.
    pub scope: Option<String>,
}

impl ClientCredentials {
    /// A client at an endpoint.
    pub fn new(token_url: impl Into<String>, client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self {
            token_url: token_url.into(),
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            scope: None,
        }
    }

    /// For this scope.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A URL may hold a password.
        f.debug_struct("ClientCredentials")
            .field("token_url", &redact::address(&self.token_url))
            .field("client_id", &self.client_id)
            .field("client_secret", &self.client_secret)
            .field("scope", &self.scope)
            .finish()
    }
}

named! {
    /// The claim that names the organization. The page about BaaS has the one, the vendor's general page and clients
    /// have the other.
    pub enum OrganizationClaim {
        /// `org_key`: <https://docs.teradata.com/r/Lake-Manage-and-Move-Data/Using-Data-Protection-to-Backup-and-Restore-Data/Use-BaaS-APIs/Create-a-JWT-Token>.
        OrgKey = 1 => "org_key",
        /// `org_id`: <https://developers.teradata.com/quickstarts/vantagecloud-lake/create-jwt-token-for-api-calls/>.
        OrgId = 2 => "org_id",
    }
}

/// A token for VantageCloud Lake, made out of a personal access token and signed here (RS256) with a private key that
/// the console knows. There is no token endpoint. It is signed anew before it expires and when the server refuses it,
/// by the server's clock as soon as that is known.
///
/// <https://docs.teradata.com/r/Lake-Manage-and-Move-Data/Using-Data-Protection-to-Backup-and-Restore-Data/Use-BaaS-APIs/Create-a-JWT-Token>
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LakeJwt {
    /// The personal access token, made in the console by a database user.
    pub personal_access_token: Secret,
    /// The private key: PEM text, PKCS#8 (`PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`), not encrypted.
    pub private_key: Secret,
    /// Name of the key in the console. `.pem` at its end is left out.
    pub key_name: String,
    /// The database user.
    pub username: String,
    /// The organization, from the home page of the console.
    pub organization: String,
    /// The claim that names the organization; `org_key` by default.
    pub organization_claim: OrganizationClaim,
    /// How long each token is good for, in whole seconds; an hour by default.
    pub lifetime: Duration,
}

impl LakeJwt {
    /// With the default claim and lifetime.
    pub fn new(
        personal_access_token: impl Into<Secret>,
        private_key: impl Into<Secret>,
        key_name: impl Into<String>,
        username: impl Into<String>,
        organization: impl Into<String>,
    ) -> Self {
        Self {
            personal_access_token: personal_access_token.into(),
            private_key: private_key.into(),
            key_name: key_name.into(),
            username: username.into(),
            organization: organization.into(),
            organization_claim: OrganizationClaim::OrgKey,
            lifetime: Duration::from_secs(3600),
        }
    }

    /// With the organization in this claim.
    #[must_use]
    pub fn organization_claim(mut self, claim: OrganizationClaim) -> Self {
        self.organization_claim = claim;
        self
    }

    /// With tokens that live so long.
    #[must_use]
    pub fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = lifetime;
        self
    }
}
