//! The bearer token. How Enterprise customers get one is not documented, so the caller says where it comes from.

use super::error;
use crate::auth::{Auth, Fault, Token, Wire};
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Secret;
use crate::transport::{Reply, sensitive};
use reqwest::header::{AUTHORIZATION, HeaderMap};
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Where the bearer token comes from.
#[derive(Clone)]
#[non_exhaustive]
pub enum TokenSource {
    /// This one, for as long as it lives.
    Static(Secret),
    /// Asked at the first call, and again when the server refuses the token. Called by one thread at a time, on the
    /// thread that makes the call. The text of its error is shown to the user.
    Callback(Arc<dyn Fn() -> std::result::Result<Secret, String> + Send + Sync>),
}

impl TokenSource {
    /// A source that asks `callback`.
    pub fn callback(callback: impl Fn() -> std::result::Result<Secret, String> + Send + Sync + 'static) -> Self {
        Self::Callback(Arc::new(callback))
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

impl fmt::Debug for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Static(_) => "Static(***)",
            Self::Callback(_) => "Callback",
        })
    }
}

pub(super) struct Login {
    pub(super) source: TokenSource,
}

impl Auth for Login {
    fn login(&self, _wire: &Wire<'_>, old: Option<&Token>) -> Result<Token> {
        let token = match &self.source {
            TokenSource::Static(_) if old.is_some() => {
                return Err(Error::new(ErrorKind::Unauthenticated, "the server refuses the token")
                    .with_http(401, None, None)
                    .remedied("get a new token, or give a token callback that can"));
            }
            TokenSource::Static(token) => token.clone(),
            TokenSource::Callback(ask) => ask().map_err(|why| {
                let why = crate::redact::one_line(&why);
                Error::new(ErrorKind::Unauthenticated, format!("the token callback failed: {why}"))
            })?,
        };
        if token.is_empty() {
            return Err(Error::config("the token is empty"));
        }
        Ok(Token::new(token))
    }

    fn attach(&self, token: &Token, headers: &mut HeaderMap) -> Result<()> {
        let bearer = Zeroizing::new(format!("Bearer {}", token.value.expose()));
        headers.insert(AUTHORIZATION, sensitive(bearer.as_bytes())?);
        Ok(())
    }

    fn secrets(&self) -> Vec<&Secret> {
        match &self.source {
            TokenSource::Static(token) => vec![token],
            TokenSource::Callback(_) => vec![],
        }
    }

    fn fault(&self, reply: &Reply) -> Fault {
        error::fault(reply)
    }
}
