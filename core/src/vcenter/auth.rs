//! Sessions: made with Basic credentials, carried in a header, deleted when we are done.
//!
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/cis/api/session/post/>

use super::{Client, error};
use crate::Extra;
use crate::auth::{Auth, Fault, Token, Wire};
use crate::decode::decode_object;
use crate::error::{ErrorKind, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::time::{Time, optional};
use crate::transport::{Reply, basic, header, sensitive};
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderName};
use serde::{Deserialize, Serialize};

const SESSION: &[&str] = &["rest", "com", "vmware", "cis", "session"];
const SESSION_ID: HeaderName = HeaderName::from_static("vmware-api-session-id");

pub(super) struct Login {
    pub(super) username: String,
    pub(super) password: Secret,
}

#[derive(Deserialize)]
struct Answer {
    value: Secret,
}

impl Auth for Login {
    fn login(&self, wire: &Wire<'_>, _old: Option<&Token>) -> Result<Token> {
        let (name, value) = header("vmware-use-header-authn", "true")?;
        let request = Request::post("vcenter.login", SESSION)
            .header(AUTHORIZATION, basic(&self.username, self.password.expose())?)
            // No cookie: the header alone carries the session.
            .header(name, value)
            .repeatable();
        let reply = wire.send(&request).map_err(|error| match error.http_status() {
            Some(401) => error.with_kind(ErrorKind::Unauthenticated).remedied("check user (user@domain) and password"),
            Some(503) => error.remedied("the appliance may have too many open sessions; close clients when done"),
            _ => error,
        })?;
        let answer: Answer = decode_object(&reply)?;
        Ok(Token::new(answer.value))
    }

    fn attach(&self, token: &Token, headers: &mut HeaderMap) -> Result<()> {
        headers.insert(SESSION_ID, sensitive(token.value.expose().as_bytes())?);
        Ok(())
    }

    fn logout(&self, wire: &Wire<'_>, token: &Token) {
        let Ok(id) = sensitive(token.value.expose().as_bytes()) else {
            return;
        };
        let request = Request::delete("vcenter.logout", SESSION).header(SESSION_ID, id);
        // The session ends by itself if this fails; there is nobody to tell.
        let _ = wire.send(&request);
    }

    fn secrets(&self) -> Vec<&Secret> {
        vec![&self.password]
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
    /// What the server knows of our session. (A POST with `~action=get`, by the documentation.)
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn session(&self) -> Result<SessionInfo> {
        let request = Request::post("vcenter.session", SESSION).query("~action", "get").repeatable();
        self.read(&request)
    }
}
