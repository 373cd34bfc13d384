//! Which dialect an appliance speaks, without credentials.

use super::{Dialect, error};
use crate::auth::{Auth, Fault, Token, Wire};
use crate::cancel::CancelToken;
use crate::client::{ClientOptions, Core};
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::transport::Reply;

const OPERATION: &str = "vcenter.detect";

/// Asks an appliance which dialect to speak with it, without credentials: the newer one, if it serves both.
///
/// Inferred: a session asked for below `/api` is refused (401, with an error in the body) where sessions are made
/// there, and is no path (404) on an older appliance, which refuses the list of backups below `/rest` in the same way.
///
/// # Errors
/// `Config` when URL or TLS settings cannot work; `Unsupported` when the server answers like neither; any kind that a
/// request can fail with.
pub fn detect(url: &str, options: &ClientOptions) -> Result<Dialect> {
    detect_unless(url, options, &CancelToken::new())
}

/// [`detect`] that ends early when `cancel` is cancelled.
///
/// # Errors
/// As [`detect`]; `Cancelled`.
pub fn detect_unless(url: &str, options: &ClientOptions, cancel: &CancelToken) -> Result<Dialect> {
    let core = Core::new(url, options, Box::new(Nobody)).map_err(|e| e.during(OPERATION))?;
    probe(&Wire { core: &core, cancel }).map_err(|error| core.dress(error, OPERATION))
}

/// [`detect`] on an open connection.
pub(super) fn probe(wire: &Wire<'_>) -> Result<Dialect> {
    if guarded(wire, &Request::get(OPERATION, Dialect::Api.session_path()))? {
        return Ok(Dialect::Api);
    }
    let list = Dialect::Rest.get(&["backup", "job"]);
    if guarded(wire, &Request { operation: OPERATION, ..list })? {
        return Ok(Dialect::Rest);
    }
    Err(Error::unsupported("the server has neither of the two dialects of a vCenter appliance")
        .remedied("check that the URL is that of a vCenter appliance, without any path"))
}

/// Whether something is there that wants credentials. False: no such path.
fn guarded(wire: &Wire<'_>, request: &Request) -> Result<bool> {
    match wire.send(request) {
        Ok(_) => Err(Error::protocol("the server answers without credentials what it must not")),
        Err(error) => match error.http_status() {
            Some(401) if error.vendor_code().is_some() => Ok(true),
            Some(404 | 405) => Ok(false),
            Some(401) => Err(error
                .with_kind(ErrorKind::Protocol)
                .with_message("something before the appliance wants credentials")),
            _ => Err(error),
        },
    }
}

/// Nobody, who cannot log in.
struct Nobody;

impl Auth for Nobody {
    fn login(&self, _wire: &Wire<'_>, _old: Option<&Token>) -> Result<Token> {
        Err(Error::new(ErrorKind::Internal, "there are no credentials to log in with"))
    }

    fn secrets(&self) -> Vec<&Secret> {
        Vec::new()
    }

    fn fault(&self, reply: &Reply) -> Fault {
        error::fault(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tls::Trust;
    use crate::vcenter::stub::{NO_PATH, Stub, WHO};

    fn options() -> ClientOptions {
        ClientOptions { trust: Trust::Insecure, retry: crate::RetryPolicy::none(), ..ClientOptions::default() }
    }

    #[test]
    fn both_dialects_are_found_without_credentials() {
        let new = Stub::with_sessions(&["api", "rest"], (200, ""));
        assert_eq!(detect(&new.url, &options()).expect("dialect"), Dialect::Api);
        assert_eq!(new.lines(), ["GET /api/session"]);
        let old = Stub::with_sessions(&["rest"], (200, ""));
        assert_eq!(detect(&old.url, &options()).expect("dialect"), Dialect::Rest);
        assert!(old.seen().iter().chain(&new.seen()).all(|seen| seen.header("authorization").is_none()));
    }

    #[test]
    fn anything_else_is_not_taken_for_an_appliance() {
        for (status, body, kind) in [
            (404, NO_PATH, ErrorKind::Unsupported),
            (404, "<html>", ErrorKind::Unsupported),
            (401, "<html>log in to the proxy", ErrorKind::Protocol),
            (200, "\"hello\"", ErrorKind::Protocol),
            (302, "", ErrorKind::Protocol),
            (503, "", ErrorKind::Unavailable),
            (403, WHO, ErrorKind::Unauthenticated),
        ] {
            let stub = Stub::new(move |_| (status, body.to_owned()));
            let error = detect(&stub.url, &options()).expect_err(body);
            assert_eq!((error.kind(), error.operation()), (kind, OPERATION), "{status} {body}: {error}");
            assert_eq!(error.server(), Some(stub.url.as_str()));
        }
        let error = detect("vcenter.example", &options()).expect_err("no URL");
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Config, OPERATION));
    }
}
