//! Who we are: a session, made with Basic credentials, carried in a header and deleted when we are done; or Basic
//! credentials with every request, as the management service on port 5480 takes them.
//!
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/cis/api/session/post/>

use super::detect::probe;
use super::{Client, Dialect, error};
use crate::Extra;
use crate::auth::{Auth, Fault, Token, Wire};
use crate::decode::{decode, decode_object};
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::run::named;
use crate::secret::Secret;
use crate::time::{Time, optional};
use crate::transport::{Reply, basic, header, sensitive};
use once_cell::sync::OnceCell;
use reqwest::Url;
use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use zeroize::Zeroizing;

const SESSION_ID: HeaderName = HeaderName::from_static("vmware-api-session-id");

named! {
    /// How requests prove who we are.
    pub enum LoginMode {
        /// A session, made at the first call and deleted at the end.
        Session = 1 => "session",
        /// User and password with every request; no session. What port 5480 takes (seen in clients); whether port 443
        /// does is not documented.
        Basic = 2 => "basic",
    }
}

impl LoginMode {
    /// The appliance's management service has a port of its own, and knows no sessions.
    pub(super) fn for_url(url: &str) -> Self {
        match Url::parse(url.trim()).ok().and_then(|url| url.port()) {
            Some(5480) => Self::Basic,
            _ => Self::Session,
        }
    }
}

pub(super) struct Login {
    password: Secret,
    /// What follows `Basic` in the header: as secret as the password in it. The header itself could not be wiped.
    coded: Secret,
    mode: LoginMode,
    spoken: Arc<OnceCell<Dialect>>,
}

#[derive(Deserialize)]
struct Answer {
    value: Secret,
}

impl Login {
    pub(super) fn new(user: &str, password: Secret, mode: LoginMode, spoken: Arc<OnceCell<Dialect>>) -> Result<Self> {
        let header = basic(user, password.expose())?;
        let coded = header.to_str().unwrap_or_default().trim_start_matches("Basic ").into();
        Ok(Self { password, coded, mode, spoken })
    }

    fn header(&self) -> Result<HeaderValue> {
        sensitive(Zeroizing::new(format!("Basic {}", self.coded.expose())))
    }

    /// Makes a session in that dialect; where it works, it is the one to speak.
    fn open(&self, wire: &Wire<'_>, dialect: Dialect) -> Result<Token> {
        let (name, value) = header("vmware-use-header-authn", "true")?;
        let request = Request::post("vcenter.login", dialect.session_path())
            .header(AUTHORIZATION, self.header()?)
            // No cookie: the header alone carries the session.
            .header(name, value)
            .repeatable();
        let reply = wire.send(&request).map_err(|error| match error.http_status() {
            Some(401) => error.with_kind(ErrorKind::Unauthenticated).remedied("check user (user@domain) and password"),
            Some(503) => error.remedied("the appliance may have too many open sessions; close clients when done"),
            Some(404 | 405) => error
                .with_kind(ErrorKind::Unsupported)
                .with_message(format!("the server makes no sessions below /{dialect}"))
                .remedied("leave the dialect unset, and check that the URL is that of a vCenter appliance"),
            _ => error,
        })?;
        let token = match dialect {
            Dialect::Rest => decode_object::<Answer>(&reply)?.value,
            Dialect::Api => decode(&reply)?,
        };
        let _ = self.spoken.set(dialect);
        Token::new(token).carried(SESSION_ID, "")
    }

    /// Whoever refuses the credentials in one dialect refuses them in the other: a second try would only bring the
    /// account nearer to its lock.
    fn open_any(&self, wire: &Wire<'_>) -> Result<Token> {
        match self.open(wire, Dialect::Api) {
            Err(error) if matches!(error.http_status(), Some(404 | 405)) => self.open(wire, Dialect::Rest),
            other => other,
        }
    }
}

impl Auth for Login {
    fn login(&self, wire: &Wire<'_>, old: Option<&Token>) -> Result<Token> {
        match (self.mode, self.spoken.get()) {
            (LoginMode::Session, Some(dialect)) => self.open(wire, *dialect),
            (LoginMode::Session, None) => self.open_any(wire),
            (LoginMode::Basic, _) if old.is_some() => {
                Err(Error::new(ErrorKind::Unauthenticated, "the appliance refuses the credentials")
                    .with_http(401, None, None)
                    .remedied("check user and password; port 5480 may want root, port 443 may want a session"))
            }
            (LoginMode::Basic, spoken) => {
                if spoken.is_none() {
                    let _ = self.spoken.set(probe(wire)?);
                }
                // Nothing but what every request brings.
                Ok(Token { header: Some((AUTHORIZATION, self.header()?)), ..Token::new(Secret::default()) })
            }
        }
    }

    fn logout(&self, wire: &Wire<'_>, token: &Token) {
        let (LoginMode::Session, Some(dialect)) = (self.mode, self.spoken.get()) else {
            return;
        };
        let mut request = Request::delete("vcenter.logout", dialect.session_path());
        request.headers.extend(token.header.clone());
        // The session ends by itself if this fails; there is nobody to tell.
        let _ = wire.send(&request);
    }

    fn secrets(&self) -> Vec<&Secret> {
        vec![&self.password, &self.coded]
    }

    fn fault(&self, reply: &Reply) -> Fault {
        error::fault(reply)
    }
}

/// What the server knows of our session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SessionInfo {
    /// User.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub user: Option<String>,
    /// When it was made.
    #[serde(default, deserialize_with = "optional")]
    pub created_time: Option<Time>,
    /// When it was last used.
    #[serde(default, deserialize_with = "optional")]
    pub last_accessed_time: Option<Time>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// What the server knows of our session.
    ///
    /// # Errors
    /// `Unsupported` with [`LoginMode::Basic`], which has none; any kind that a request can fail with.
    pub fn session(&self) -> Result<SessionInfo> {
        const OPERATION: &str = "vcenter.session";
        match self.mode {
            LoginMode::Session => self.ask(OPERATION, |api| Ok(api.session())),
            LoginMode::Basic => Err(Error::unsupported("there is no session: every request brings user and password")
                .remedied("use a session on port 443")
                .during(OPERATION)
                .on(self.url())),
        }
    }
}

#[cfg(test)]
mod tests;
