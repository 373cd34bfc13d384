//! Asking an OAuth 2.0 token endpoint (RFC 6749, 4.4).

use super::error;
use super::token::ClientCredentials;
use crate::auth::{Auth, Fault, Token, Wire};
use crate::cancel::CancelToken;
use crate::client::{ClientOptions, Core};
use crate::decode::decode_object;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::transport::{Reply, basic, sensitive};
use reqwest::header::AUTHORIZATION;
use serde::Deserialize;
use zeroize::Zeroizing;

/// The endpoint; a server of its own, with the trust of the API.
pub(super) struct Endpoint {
    core: Core,
    /// The secret of the client, and id and secret as they travel. The header itself could not be wiped.
    secrets: [Secret; 2],
    scope: Option<String>,
}

#[derive(Deserialize)]
struct Answer {
    access_token: Secret,
    #[serde(default, deserialize_with = "crate::lenient::int")]
    expires_in: Option<i64>,
}

impl Endpoint {
    pub(super) fn new(given: ClientCredentials, options: &ClientOptions) -> Result<Self> {
        if given.client_id.is_empty() || given.client_secret.is_empty() {
            return Err(Error::config("the id or the secret of the OAuth client is empty").remedied("give both"));
        }
        let authorization = basic(&given.client_id, given.client_secret.expose())
            .map_err(|e| e.remedied("give the id and the secret as the identity provider shows them"))?;
        let coded = authorization.to_str().unwrap_or_default().trim_start_matches("Basic ").into();
        let core = Core::new(&given.token_url, options, Box::new(Nobody))
            .map_err(|e| e.remedied("write the token URL like https://login.example/oauth2/token"))?;
        Ok(Self { core, secrets: [given.client_secret, coded], scope: given.scope })
    }

    pub(super) fn secrets(&self) -> Vec<&Secret> {
        self.secrets.iter().collect()
    }

    /// A new token. There is nothing to refresh: the credentials are the refresh.
    pub(super) fn ask(&self, cancel: &CancelToken) -> Result<Token> {
        let mut fields = vec![("grant_type", "client_credentials")];
        fields.extend(self.scope.as_deref().map(|scope| ("scope", scope)));
        let [_, coded] = &self.secrets;
        let authorization = sensitive(Zeroizing::new(format!("Basic {}", coded.expose())))?;
        let request = Request::post("teradata.login", &[])
            .header(AUTHORIZATION, authorization)
            .form(&fields)
            .carries(&self.secrets)
            .repeatable();
        let reply = self.core.send(cancel, &request, None).map_err(|e| self.explained(e))?;
        let answer: Answer = decode_object(&reply).map_err(|e| self.explained(e))?;
        Ok(Token::new(answer.access_token).living(answer.expires_in))
    }

    /// The endpoint is another server than the one that the error will be said to come from.
    fn explained(&self, error: Error) -> Error {
        let message = format!("the token endpoint {}: {}", self.core.origin(), error.message());
        let status = error.http_status();
        let error = error.with_message(message);
        match status {
            Some(400 | 401 | 403) => {
                error.with_kind(ErrorKind::Unauthenticated).remedied("check id, secret and scope of the OAuth client")
            }
            Some(404) => error.remedied("check the token URL"),
            _ => error,
        }
    }
}

/// The endpoint is asked without a token.
struct Nobody;

impl Auth for Nobody {
    fn login(&self, _wire: &Wire<'_>, _old: Option<&Token>) -> Result<Token> {
        Ok(Token::new(Secret::default()))
    }

    fn secrets(&self) -> Vec<&Secret> {
        vec![]
    }

    fn fault(&self, reply: &Reply) -> Fault {
        error::fault(reply)
    }
}
