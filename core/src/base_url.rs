//! The URL that a caller gives us.

use crate::error::{Error, Result};
use crate::redact;
use crate::tls::Trust;
use reqwest::Url;

/// A URL we can build on: https, a host, no user info, query or fragment; a path prefix is kept.
pub(crate) fn base_url(text: &str, trust: &Trust) -> Result<Url> {
    const REMEDY: &str = "write it like https://server.example:4443";
    let shown = redact::address(text);
    let bad = |why: &str| Error::config(format!("the URL '{shown}' {why}")).remedied(REMEDY);
    // The parser would drop them silently.
    if text.trim().chars().any(char::is_control) {
        return Err(bad("holds a control character"));
    }
    if !text.contains("://") {
        return Err(bad("has no scheme"));
    }
    let url = Url::parse(text.trim()).map_err(|e| bad(&format!("cannot be read: {e}")))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(bad("must not hold a user or password; give them separately"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(bad("must not hold a query or fragment"));
    }
    match url.scheme() {
        "https" => {}
        "http" if *trust == Trust::Insecure => {}
        "http" => return Err(bad("would send credentials unencrypted")),
        _ => return Err(bad("is not an https URL")),
    }
    match url.host_str() {
        Some(host) if !host.is_empty() => Ok(url),
        _ => Err(bad("has no host")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    fn kind(url: &str) -> ErrorKind {
        base_url(url, &Trust::System).expect_err(url).kind()
    }

    #[test]
    fn a_base_url_needs_https_and_nothing_else() {
        for url in ["https://a\r\nb", "https://a\tb", "https://x/\0"] {
            assert!(base_url(url, &Trust::System).expect_err(url).message().contains("control character"));
        }
        for url in [
            "vb365.example:4443",
            "",
            "ftp://x",
            "https://a\r\nb",
            "https://a\tb",
            "https://x/\0",
            "http://x",
            "https://u:p@x",
            "https://x/?a=b",
            "https://",
        ] {
            assert_eq!(kind(url), ErrorKind::Config, "{url}");
        }
        assert!(base_url("https://x:4443/prefix/", &Trust::System).is_ok());
        assert!(base_url("http://x", &Trust::Insecure).is_ok());
    }

    #[test]
    fn a_secret_in_a_url_is_not_repeated() {
        for url in [
            "https://admin:canary-secret@host",
            "https://admin:canary?secret@host",
            "https://host/?token=canary",
            "https://host/#canary",
            "https://host/?token=canary@x",
        ] {
            let error = base_url(url, &Trust::System).expect_err(url);
            assert!(!error.to_string().contains("canary"), "{error}");
        }
    }
}
