//! Why there is no answer: reqwest's errors in our words.

use crate::error::{Error, ErrorKind};
use crate::refusal;
use std::error::Error as StdError;
use std::io;

/// Why there is no answer.
pub(crate) struct Failure {
    pub(crate) error: Error,
    /// False only when the request certainly never reached the server.
    pub(crate) sent: bool,
}

/// The proxy that may have been in between, and whether it was given or only stands in the environment.
#[derive(Clone, Debug)]
pub(crate) struct Via {
    pub(crate) proxy: String,
    pub(crate) given: bool,
}

impl Failure {
    /// There was no whole answer when the time for the request was over.
    pub(crate) fn timeout() -> Self {
        Self {
            error: Error::new(ErrorKind::Timeout, "no answer within the timeout").with_retry(true, None),
            sent: true,
        }
    }

    /// Turns reqwest's error into ours. Its own text repeats the URL, so only the causes below it are shown.
    pub(crate) fn of(error: reqwest::Error, via: Option<&Via>) -> Self {
        let sent = !(error.is_connect() || error.is_builder());
        let error = error.without_url();
        let mut causes: Vec<&(dyn StdError + 'static)> = Vec::new();
        let mut next: Option<&(dyn StdError + 'static)> = Some(&error);
        while let Some(cause) = next {
            causes.push(cause);
            next = cause.source();
        }
        let innermost = causes.last().map(ToString::to_string).unwrap_or_default();
        let io = causes.iter().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
        let through = match via {
            Some(Via { proxy, given: true }) => format!(" (through the proxy {proxy})"),
            _ => String::new(),
        };
        let unreachable = |what: String| Error::new(ErrorKind::Unreachable, what);
        let ours = if let Some(refused) = causes.iter().find_map(|cause| as_tls(*cause)).map(refusal::explain) {
            Error::new(ErrorKind::Tls, format!("{}{through}", refused.message)).remedied(refused.remedy)
        } else if let Some(ours) = causes.iter().find_map(|cause| by_proxy(&cause.to_string(), &innermost, via)) {
            ours
        } else if error.is_timeout() && sent {
            Self::timeout().error
        } else if error.is_timeout() {
            let hint = match via {
                Some(Via { proxy, given: false }) => format!("; the environment names the proxy {proxy}"),
                _ => through,
            };
            Error::new(ErrorKind::Timeout, format!("no connection within the timeout{hint}"))
                .remedied("check host, port and network, or raise the connect timeout")
                .with_retry(true, None)
        } else if sent
            && (is_nonsense(&causes) || matches!(io, Some(io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput)))
        {
            Error::protocol(format!("the answer is no proper HTTP: {innermost}"))
        } else if sent && io == Some(io::ErrorKind::UnexpectedEof) {
            unreachable("the connection broke: the answer ended before its announced length".into())
                .remedied("check the network and whether the service was restarted")
                .with_retry(true, None)
        } else if sent {
            unreachable(format!("the connection broke: {innermost}"))
                .remedied("check the network and whether the service was restarted")
                .with_retry(true, None)
        } else if innermost.contains("handshake eof") || io == Some(io::ErrorKind::ConnectionReset) {
            unreachable(format!("the server closed the connection during the TLS handshake{through}"))
                .remedied("check that the port speaks HTTPS, and that nothing in between (a firewall, a load balancer) cuts it")
                .with_retry(true, None)
        } else {
            unreachable(format!("no connection: {innermost}{through}")).with_retry(true, None)
        };
        Self { error: ours.caused_by(error), sent }
    }
}

/// What the HTTP layer says of a head that it cannot read. It has no type for it that we can see.
fn is_nonsense(causes: &[&(dyn StdError + 'static)]) -> bool {
    causes.iter().map(ToString::to_string).any(|text| {
        ["invalid HTTP ", "invalid content-length", "unexpected transfer-encoding", "message head is too large"]
            .iter()
            .any(|known| text.starts_with(known))
    })
}

/// An error of the proxy itself, before the server was reached. The tunnel's error has no type that we can see.
fn by_proxy(text: &str, innermost: &str, via: Option<&Via>) -> Option<Error> {
    let what = text.strip_prefix("tunnel error: ")?;
    let proxy = via.map_or_else(|| "from the environment".to_owned(), |via| via.proxy.clone());
    let error = |what: String| Error::new(ErrorKind::Unreachable, what);
    Some(match what {
        "proxy authorization required" => error(format!("the proxy {proxy} wants a login (HTTP 407)"))
            .remedied("give user and password in the proxy's URL, or connect without the proxy (NO_PROXY)"),
        "failed to create underlying connection" => error(format!("the proxy {proxy} cannot be reached: {innermost}"))
            .remedied("check the proxy's address, or connect without it (NO_PROXY)")
            .with_retry(true, None),
        "unsuccessful" => error(format!("the proxy {proxy} refused to connect to the server"))
            .remedied("ask for the server to be allowed at the proxy, or connect without it (NO_PROXY)")
            .with_retry(true, None),
        other => error(format!("the proxy {proxy} broke off: {other}"))
            .remedied("check that it is a proxy for HTTPS (CONNECT), or connect without it (NO_PROXY)")
            .with_retry(true, None),
    })
}

fn as_tls<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a rustls::Error> {
    if let Some(found) = error.downcast_ref::<rustls::Error>() {
        return Some(found);
    }
    // The TLS layer hands its error on inside an io::Error, which hides it from `source()`.
    let inner = error.downcast_ref::<io::Error>()?.get_ref()?;
    as_tls(inner)
}
