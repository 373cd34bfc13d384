//! The token on its way: asked from its source, carried by every request.

use super::command;
use super::error;
use super::jwt::Signer;
use super::oauth::Endpoint;
use super::token::{TokenCommand, TokenSource};
use crate::auth::{Auth, Fault, Token, Wire};
use crate::client::ClientOptions;
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Secret;
use crate::transport::{Reply, basic};
use reqwest::header::AUTHORIZATION;
use std::sync::Arc;

type Callback = Arc<dyn Fn() -> std::result::Result<Secret, String> + Send + Sync>;

/// A [`TokenSource`] made ready.
enum Source {
    Static(Secret),
    Callback(Callback),
    Command(TokenCommand),
    ClientCredentials(Box<Endpoint>),
    LakeJwt(Box<Signer>),
    /// The password, and user and password as they travel.
    Basic(Secret, Secret),
}

pub(super) struct Login {
    source: Source,
}

impl Login {
    /// Refuses what can never give a token.
    pub(super) fn new(source: TokenSource, options: &ClientOptions) -> Result<Self> {
        let source = match source {
            TokenSource::Static(token) => Source::Static(token),
            TokenSource::Callback(ask) => Source::Callback(ask),
            TokenSource::Command(command) => {
                command::check(&command)?;
                Source::Command(command)
            }
            TokenSource::ClientCredentials(given) => {
                Source::ClientCredentials(Box::new(Endpoint::new(given, options)?))
            }
            TokenSource::LakeJwt(given) => Source::LakeJwt(Box::new(Signer::new(&given)?)),
            TokenSource::Basic { username, password } => {
                if username.is_empty() {
                    return Err(Error::config("the user name is empty"));
                }
                let header = basic(&username, password.expose())?;
                let coded = header.to_str().unwrap_or_default().trim_start_matches("Basic ").into();
                Source::Basic(password, coded)
            }
        };
        Ok(Self { source })
    }
}

impl Auth for Login {
    fn login(&self, wire: &Wire<'_>, old: Option<&Token>) -> Result<Token> {
        let refused = |what: &str, remedy: &str| {
            let error = Error::new(ErrorKind::Unauthenticated, format!("the server refuses {what}"));
            Err(error.with_http(401, None, None).remedied(remedy))
        };
        let token = match &self.source {
            Source::Static(_) if old.is_some() => {
                return refused("the token", "get a new token, or give a token callback that can");
            }
            Source::Basic(..) if old.is_some() => {
                return refused("user and password", "check them, and whether this server takes them");
            }
            Source::Static(token) => Token::new(token.clone()),
            Source::Basic(_, coded) => Token::new(coded.clone()),
            Source::Callback(ask) => Token::new(ask().map_err(|why| {
                let why = crate::redact::one_line(&why);
                Error::new(ErrorKind::Unauthenticated, format!("the token callback failed: {why}"))
            })?),
            Source::Command(command) => Token::new(command::run(command, wire.cancel)?),
            Source::ClientCredentials(endpoint) => endpoint.ask(wire.cancel)?,
            Source::LakeJwt(signer) => signer.token(wire.core.server_time(), old)?,
        };
        if token.value.is_empty() {
            return Err(Error::config("the token is empty"));
        }
        let scheme = match &self.source {
            Source::Basic(..) => "Basic ",
            _ => "Bearer ",
        };
        token.carried(AUTHORIZATION, scheme)
    }

    fn secrets(&self) -> Vec<&Secret> {
        match &self.source {
            Source::Static(token) => vec![token],
            Source::Callback(_) | Source::Command(_) => vec![],
            Source::ClientCredentials(endpoint) => endpoint.secrets(),
            Source::LakeJwt(signer) => vec![signer.personal_access_token()],
            Source::Basic(password, _) => vec![password],
        }
    }

    fn fault(&self, reply: &Reply) -> Fault {
        error::fault(reply)
    }

    fn remedy(&self) -> Option<&'static str> {
        match &self.source {
            Source::LakeJwt(_) => Some(
                "check the personal access token, the key and its name, user and organization; if they are right, \
                 name the organization in the other claim (org_key, org_id)",
            ),
            _ => None,
        }
    }
}
