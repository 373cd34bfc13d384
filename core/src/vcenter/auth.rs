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
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

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
    /// What follows `Basic` in the header: as secret as the password in it.
    coded: Secret,
    header: HeaderValue,
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
        Ok(Self { password, coded, header, mode, spoken })
    }

    /// Makes a session in that dialect; where it works, it is the one to speak.
    fn open(&self, wire: &Wire<'_>, dialect: Dialect) -> Result<Token> {
        let (name, value) = header("vmware-use-header-authn", "true")?;
        let request = Request::post("vcenter.login", dialect.session_path())
            .header(AUTHORIZATION, self.header.clone())
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
        Ok(Token::new(token))
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
                // Nothing to carry but what every request brings.
                Ok(Token::new(Secret::default()))
            }
        }
    }

    fn attach(&self, token: &Token, headers: &mut HeaderMap) -> Result<()> {
        match self.mode {
            LoginMode::Session => headers.insert(SESSION_ID, sensitive(token.value.expose().as_bytes())?),
            LoginMode::Basic => headers.insert(AUTHORIZATION, self.header.clone()),
        };
        Ok(())
    }

    fn logout(&self, wire: &Wire<'_>, token: &Token) {
        let (LoginMode::Session, Some(dialect)) = (self.mode, self.spoken.get()) else {
            return;
        };
        let Ok(id) = sensitive(token.value.expose().as_bytes()) else {
            return;
        };
        let request = Request::delete("vcenter.logout", dialect.session_path()).header(SESSION_ID, id);
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
mod tests {
    use super::*;
    use crate::vcenter::stub::{NO_PATH, PASSWORD, Stub, TOKEN, USER, WHO};
    use crate::vcenter::{Config, Dialect};

    const LIST: &str = "/appliance/recovery/backup/job";

    #[test]
    fn the_dialect_is_found_once_and_remembered() {
        let new = Stub::with_sessions(&["api", "rest"], (200, "[]"));
        let client = new.client();
        assert_eq!(client.dialect(), None);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| assert!(client.backup_jobs().expect("list").is_empty()));
            }
        });
        assert_eq!(client.dialect(), Some(Dialect::Api));
        assert_eq!(new.lines().iter().filter(|line| line.ends_with("/session")).count(), 1, "{:?}", new.lines());

        let old = Stub::with_sessions(&["rest"], (200, r#"{"value":[]}"#));
        let client = old.client();
        client.backup_jobs().expect("list");
        client.backup_jobs().expect("list");
        let list = format!("GET /rest{LIST}");
        assert_eq!(old.lines(), ["POST /api/session", "POST /rest/com/vmware/cis/session", &list, &list]);
        assert_eq!((client.dialect(), client.clone().dialect()), (Some(Dialect::Rest), Some(Dialect::Rest)));
        drop(client);
        assert_eq!(old.lines().last().expect("request"), "DELETE /rest/com/vmware/cis/session");
    }

    #[test]
    fn a_dialect_given_is_not_looked_for() {
        let new = Stub::with_sessions(&["api", "rest"], (200, r#"{"value":["a"]}"#));
        let mut config = new.config();
        config.dialect = Some(Dialect::Rest);
        let client = Client::new(config).expect("client");
        assert_eq!(client.dialect(), Some(Dialect::Rest));
        assert_eq!(client.backup_jobs().expect("list"), ["a"]);
        assert_eq!(new.lines().first().expect("request"), "POST /rest/com/vmware/cis/session");

        let old = Stub::with_sessions(&["rest"], (200, ""));
        let mut config = old.config();
        config.dialect = Some(Dialect::Api);
        let error = Client::new(config).expect("client").login().expect_err("not served");
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Unsupported, "vcenter.login"), "{error}");
        assert!(error.remedy().contains("unset"), "{error}");
    }

    #[test]
    fn refused_credentials_are_not_tried_in_the_other_dialect() {
        let stub = Stub::new(|_| (401, WHO.to_owned()));
        let client = stub.client();
        let error = client.backup_jobs().expect_err("refused");
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Unauthenticated, "vcenter.backup_jobs"), "{error}");
        assert_eq!((stub.lines(), client.dialect()), (vec!["POST /api/session".to_owned()], None));
    }

    #[test]
    fn trouble_decides_nothing() {
        for (status, body) in [(503, "{}"), (500, ""), (200, "<html>"), (200, "{}"), (201, r#""""#)] {
            let stub = Stub::new(move |_| (status, body.to_owned()));
            let client = stub.client();
            let outcome = client.login();
            assert!(outcome.is_err() || body == r#""""#, "{status} {body}");
            assert!(client.dialect().is_none() || outcome.is_ok(), "{status} {body}");
            assert_eq!(stub.lines(), ["POST /api/session"], "{status} {body}");
        }
    }

    #[test]
    fn port_5480_takes_credentials_with_every_request() {
        for (url, mode) in [
            ("https://vc:5480", LoginMode::Basic),
            (" https://vc:5480/ ", LoginMode::Basic),
            ("https://vc", LoginMode::Session),
            ("https://vc5480:443", LoginMode::Session),
        ] {
            assert_eq!(LoginMode::for_url(url), mode, "{url}");
            assert_eq!(Client::new(Config::new(url, USER, PASSWORD)).expect("client").mode, mode);
        }
    }

    #[test]
    fn basic_needs_no_session_and_finds_the_dialect_without_the_password() {
        let good = crate::transport::basic(USER, PASSWORD).expect("header");
        let good = good.to_str().expect("text").to_owned();
        let stub = Stub::new(move |seen| match seen.header("authorization") {
            _ if seen.line.contains(" /api/") => (404, NO_PATH.to_owned()),
            Some(sent) if sent == good => (200, r#"{"value":["a"]}"#.to_owned()),
            _ => (401, WHO.to_owned()),
        });
        let mut config = stub.config();
        config.login = Some(LoginMode::Basic);
        let client = Client::new(config.clone()).expect("client");
        client.login().expect("login");
        assert_eq!(client.backup_jobs().expect("list"), ["a"]);
        assert_eq!(client.dialect(), Some(Dialect::Rest));
        let session = client.session().expect_err("none");
        assert_eq!((session.kind(), session.operation()), (ErrorKind::Unsupported, "vcenter.session"));
        drop(client);
        let list = format!("GET /rest{LIST}");
        assert_eq!(stub.lines(), ["GET /api/session", &list, &list, &list], "no logout");
        let probes = stub.seen().into_iter().take(2);
        assert!(probes.into_iter().all(|seen| seen.header("authorization").is_none()));
        assert!(stub.seen().iter().all(|seen| seen.header("vmware-api-session-id").is_none()));

        config.password = "canary-wrong".into();
        let client = Client::new(config).expect("client");
        let before = stub.lines().len();
        let error = client.backup_jobs().expect_err("wrong");
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::Unauthenticated, Some(401)), "{error}");
        let sent = stub.seen().split_off(before).into_iter().filter(|seen| seen.header("authorization").is_some());
        assert_eq!(sent.count(), 1, "wrong credentials are sent once");
    }

    #[test]
    fn a_lost_session_is_made_again_in_the_same_dialect() {
        let lost = std::sync::atomic::AtomicBool::new(true);
        let stub = Stub::new(move |seen| match seen.line.as_str() {
            "POST /api/session" => (201, format!("\"{TOKEN}\"")),
            line if line.starts_with("GET") && lost.swap(false, std::sync::atomic::Ordering::SeqCst) => {
                (401, WHO.to_owned())
            }
            _ => (200, "[]".to_owned()),
        });
        stub.client().backup_jobs().expect("list");
        let list = format!("GET /api{LIST}");
        assert_eq!(stub.lines(), ["POST /api/session", &list, "POST /api/session", &list, "DELETE /api/session"]);
    }

    #[test]
    fn the_session_in_both_dialects() {
        let told = r#"{"user":"u","created_time":"2026-01-15T08:00:00.000Z","last_accessed_time":null,"x":1}"#;
        let new = Stub::with_sessions(&["api"], (200, told));
        assert_eq!(new.client().session().expect("session").user.as_deref(), Some("u"));
        assert!(new.lines().contains(&"GET /api/session".to_owned()));
        let wrapped: &'static str = r#"{"value":{"user":"u"}}"#;
        let old = Stub::with_sessions(&["rest"], (200, wrapped));
        assert_eq!(old.client().session().expect("session").user.as_deref(), Some("u"));
        let info: SessionInfo = crate::roundtrip::assert_open(&serde_json::json!({
            "user": "u", "created_time": "2026-01-15T08:00:00.000Z", "last_accessed_time": "2026-01-15T08:01:00Z"
        }));
        assert!(info.extra.is_empty());
    }
}
