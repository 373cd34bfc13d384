//! Logging in: the password grant, and the refresh grant while it works; logging out from v7 on.
//!
//! <https://helpcenter.veeam.com/docs/vbo365/rest/authorization.html>

use super::dialect::Dialect;
use super::error;
use crate::auth::{Auth, Fault, Token, Wire};
use crate::decode::decode_object;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::transport::Reply;
use reqwest::header::AUTHORIZATION;
use serde::Deserialize;

pub(super) struct Login {
    pub(super) dialect: Dialect,
    pub(super) username: String,
    pub(super) password: Secret,
}

#[derive(Deserialize)]
struct Answer {
    access_token: Secret,
    refresh_token: Option<Secret>,
    #[serde(default, deserialize_with = "crate::lenient::int")]
    expires_in: Option<i64>,
}

impl Login {
    fn ask(&self, wire: &Wire<'_>, fields: &[(&str, &str)]) -> Result<Token> {
        let path = [self.dialect.prefix(), "Token"];
        let mut fields = fields.to_vec();
        if self.dialect.has_antiforgery() {
            // Else every request that changes something would need cookies, whose names are not documented.
            fields.push(("disable_antiforgery_token", "true"));
        }
        let request = Request::post("veeam.login", &path).form(&fields).repeatable();
        let reply = wire.send(&request).map_err(login_error)?;
        let answer: Answer = decode_object(&reply)?;
        let mut token = Token::new(answer.access_token).living(answer.expires_in).carried(AUTHORIZATION, "Bearer ")?;
        token.refresh = answer.refresh_token.filter(|t| !t.is_empty());
        Ok(token)
    }
}

/// Bad credentials come as 400 with an OAuth body up to v6; a 404 here means that the version is not served.
fn login_error(error: Error) -> Error {
    match error.http_status() {
        Some(400 | 401) => error
            .with_kind(ErrorKind::Unauthenticated)
            .remedied("check user and password; accounts with multi-factor authentication cannot use the REST API"),
        Some(404) => error
            .with_kind(ErrorKind::Unsupported)
            .with_message("the server does not serve this version of the API")
            .remedied("choose another version, and check that the URL is the REST service (port 4443)"),
        _ => error,
    }
}

impl Auth for Login {
    fn login(&self, wire: &Wire<'_>, old: Option<&Token>) -> Result<Token> {
        if let Some(refresh) = old.and_then(|token| token.refresh.as_ref()) {
            let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh.expose())];
            match self.ask(wire, &fields) {
                // How long a refresh token lives is not documented: when it is refused, the password still works.
                Err(error) if error.kind() == ErrorKind::Unauthenticated => {}
                other => return other,
            }
        }
        self.ask(
            wire,
            &[("grant_type", "password"), ("username", &self.username), ("password", self.password.expose())],
        )
    }

    fn logout(&self, wire: &Wire<'_>, token: &Token) {
        if !self.dialect.has_logout() {
            return;
        }
        let mut request = Request::post("veeam.logout", &[self.dialect.prefix(), "token", "logout"]);
        request.headers.extend(token.header.clone());
        // The token ends by itself if this fails; there is nobody to tell.
        let _ = wire.send(&request);
    }

    fn secrets(&self) -> Vec<&Secret> {
        vec![&self.password]
    }

    fn fault(&self, reply: &Reply) -> Fault {
        error::fault(reply)
    }
}
