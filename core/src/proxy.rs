//! The proxy in between, if there is one.

use crate::error::{Error, Result};
use crate::redact;
use crate::secret::Secret;
use reqwest::Url;
use std::fmt;

/// Which proxy the connections go through. TLS goes on to the server itself, whose certificate is checked as ever; the
/// proxy only learns its name.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub enum Proxy {
    /// What the environment says: `HTTPS_PROXY` or `https_proxy`, else `ALL_PROXY` or `all_proxy`; not for the hosts,
    /// domains and networks in `NO_PROXY` or `no_proxy`. Read when the connections are opened. As with curl, all of them
    /// are ignored in a CGI program (where `REQUEST_METHOD` is set).
    #[default]
    Environment,
    /// None, whatever the environment says.
    None,
    /// This one, whatever the environment says (also `NO_PROXY`).
    Url(ProxyUrl),
}

/// The address of a proxy, perhaps with user and password. `Debug` shows scheme, host and port.
#[derive(Clone)]
pub struct ProxyUrl {
    whole: Secret,
    shown: String,
}

impl Proxy {
    /// A proxy by its URL: `http://proxy.example:3128`, or with a login `http://user:password@proxy.example:3128`
    /// (percent-encode what is special in a URL). Only proxies that are spoken to in plain HTTP; what goes through them is
    /// TLS.
    ///
    /// # Errors
    /// `Config` for anything else. The text of the error shows neither user nor password.
    pub fn url(text: &str) -> Result<Self> {
        const REMEDY: &str = "write it like http://proxy.example:3128";
        let bad = |why: &str| Error::config(format!("the proxy's URL {why}")).remedied(REMEDY).during("proxy.url");
        if text.chars().any(char::is_control) {
            return Err(bad("holds a control character"));
        }
        let url = Url::parse(text.trim()).map_err(|e| bad(&format!("cannot be read: {e}")))?;
        if url.scheme() != "http" {
            return Err(bad(&format!(
                "has the scheme '{}'; only http is spoken to proxies",
                redact::one_line(url.scheme())
            )));
        }
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return Err(bad("must not hold a path, query or fragment"));
        }
        Ok(Self::Url(ProxyUrl { shown: redact::origin(&url), whole: Secret::new(text.trim()) }))
    }

    /// True when there is none: asked for, because the environment names none, or because `NO_PROXY` is `*`. (The layer below
    /// holds the latter against names only; and without a proxy, it need not compare every request with it.)
    pub(crate) fn is_off(&self) -> bool {
        match self {
            Self::None => true,
            Self::Url(_) => false,
            Self::Environment => {
                const NAMES: [&str; 6] =
                    ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"];
                if NAMES.iter().all(|name| std::env::var_os(name).is_none()) {
                    return true;
                }
                let except = ["NO_PROXY", "no_proxy"].iter().find_map(|name| std::env::var(name).ok());
                except.is_some_and(|except| except.split(',').any(|entry| entry.trim() == "*"))
            }
        }
    }

    /// The proxy as it may be shown: the one given, or the one that the environment names for https.
    pub(crate) fn shown(&self) -> Option<String> {
        match self {
            _ if self.is_off() => None,
            Self::None => None,
            Self::Url(url) => Some(url.shown.clone()),
            Self::Environment => {
                let set = |name: &&str| std::env::var(name).ok();
                let first = |names: [&str; 2]| names.iter().find_map(set).filter(|text| !text.is_empty());
                let text = first(["HTTPS_PROXY", "https_proxy"]).or_else(|| first(["ALL_PROXY", "all_proxy"]))?;
                let text = if text.contains("://") { text } else { format!("http://{text}") };
                Url::parse(&text).ok().map(|url| redact::origin(&url))
            }
        }
    }
}

impl ProxyUrl {
    /// With user and password, for the transport only.
    pub(crate) fn expose(&self) -> &str {
        self.whole.expose()
    }
}

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn a_login_is_never_shown() {
        let proxy = Proxy::url("http://me:canary-pw@proxy.example:3128").expect("proxy");
        assert_eq!(format!("{proxy:?}"), "Url(http://proxy.example:3128)");
        for bad in [
            "https://me:canary-pw@p",
            "socks5://canary-pw@p",
            "me:canary-pw@p",
            "http://me:canary-pw@p/x",
            "http://a\nb",
            "",
        ] {
            let error = Proxy::url(bad).expect_err(bad);
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
        }
    }
}
