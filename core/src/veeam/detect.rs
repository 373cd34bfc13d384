//! Which versions of the API a server serves.

use super::{Dialect, error};
use crate::auth::{Auth, Fault, Token, Wire};
use crate::cancel::CancelToken;
use crate::client::{ClientOptions, Core};
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::transport::Reply;

const OPERATION: &str = "veeam.detect";

/// Which versions of the API the server at that URL serves, oldest first. Needs no credentials and sends none: a request
/// without a token is refused with 401 where the version is served, and answered with 404 where it is not.
///
/// For `ServiceInstance`, from v6 on, a public client relies on that. That `Jobs`, which every version has and which is asked for
/// here, answers in the same way, and older versions, too, is inferred. One version that cannot exist is asked for as well: a
/// server, or a proxy before it, that refuses even that one tells nothing.
///
/// # Errors
/// `Unsupported` when it serves none of the versions this library speaks; `Protocol` when its answers tell nothing; `Config`; any
/// kind that a request can fail with.
pub fn detect(url: &str, options: &ClientOptions) -> Result<Vec<Dialect>> {
    detect_unless(url, options, &CancelToken::new())
}

/// [`detect`] that ends early when `cancel` is cancelled.
///
/// # Errors
/// As [`detect`]; `Cancelled`.
pub fn detect_unless(url: &str, options: &ClientOptions, cancel: &CancelToken) -> Result<Vec<Dialect>> {
    let core = Core::new(url, options, Box::new(Nobody)).map_err(|e| e.during(OPERATION))?;
    if serves(&core, cancel, "v0")? {
        let error = Error::protocol("the server refuses every path without credentials, also those that cannot exist")
            .remedied("check that the URL is the REST service (port 4443) and no proxy, or give the version by hand");
        return Err(core.dress(error, OPERATION));
    }
    let mut served = Vec::new();
    for dialect in Dialect::ALL {
        if serves(&core, cancel, dialect.prefix())? {
            served.push(*dialect);
        }
    }
    if served.is_empty() {
        let error = Error::unsupported("the server serves no version of the API that this library speaks")
            .remedied("check that the URL is the REST service (port 4443), without the version");
        return Err(core.dress(error, OPERATION));
    }
    Ok(served)
}

fn serves(core: &Core, cancel: &CancelToken, version: &str) -> Result<bool> {
    let request = Request::get(OPERATION, &[version, "Jobs"]);
    let answer = core.send(cancel, &request, None);
    match answer.as_ref().map_or_else(Error::http_status, |reply| Some(reply.status)) {
        // Whoever may not, or need not, log in still found the version.
        Some(200..=299 | 401 | 403) => Ok(true),
        Some(404 | 410) => Ok(false),
        _ => answer.map(|_| false).map_err(|error| core.dress(error, OPERATION)),
    }
}

/// Nobody logs in.
struct Nobody;

impl Auth for Nobody {
    fn login(&self, _: &Wire<'_>, _: Option<&Token>) -> Result<Token> {
        Err(Error::new(ErrorKind::Internal, "a request without credentials wanted some"))
    }

    fn secrets(&self) -> Vec<&Secret> {
        Vec::new()
    }

    fn fault(&self, reply: &Reply) -> Fault {
        error::fault(reply)
    }
}
