//! One request to one vendor, before it has a token.

use crate::error::{Error, ErrorKind, Result};
use crate::redact;
use crate::secret::Secret;
use reqwest::Method;
use reqwest::header::{HeaderName, HeaderValue};
use serde::Serialize;
use zeroize::Zeroizing;

/// One request to one vendor, before it has a token.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) path: Vec<String>,
    pub(crate) query: Vec<(&'static str, String)>,
    /// What a vendor wants in the query although it is secret; goes behind the rest.
    pub(crate) hidden: Vec<(&'static str, Secret)>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Option<(&'static str, Zeroizing<Vec<u8>>)>,
    /// True when sending it twice could do something twice.
    pub(crate) changes: bool,
    /// True when it carries credentials besides the token: a 401 may be about either.
    pub(crate) credentials: bool,
}

impl Request {
    pub(crate) fn get(operation: &'static str, path: &[&str]) -> Self {
        Self::new(operation, Method::GET, path)
    }

    pub(crate) fn post(operation: &'static str, path: &[&str]) -> Self {
        Self::new(operation, Method::POST, path)
    }

    pub(crate) fn put(operation: &'static str, path: &[&str]) -> Self {
        Self::new(operation, Method::PUT, path)
    }

    pub(crate) fn patch(operation: &'static str, path: &[&str]) -> Self {
        Self::new(operation, Method::PATCH, path)
    }

    pub(crate) fn delete(operation: &'static str, path: &[&str]) -> Self {
        Self::new(operation, Method::DELETE, path)
    }

    fn new(operation: &'static str, method: Method, path: &[&str]) -> Self {
        Self {
            operation,
            changes: method != Method::GET,
            credentials: false,
            method,
            path: path.iter().map(|s| (*s).to_owned()).collect(),
            query: Vec::new(),
            hidden: Vec::new(),
            headers: Vec::new(),
            body: None,
        }
    }

    pub(crate) fn query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    /// The same when there is a value.
    pub(crate) fn query_if<V: Into<String>>(self, name: &'static str, value: Option<V>) -> Self {
        match value {
            Some(value) => self.query(name, value),
            None => self,
        }
    }

    /// A parameter that is secret, as some vendors want it.
    pub(crate) fn hidden(mut self, name: &'static str, value: &Secret) -> Self {
        self.hidden.push((name, value.clone()));
        self
    }

    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Credentials besides the token.
    pub(crate) fn credentials(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.credentials = true;
        self.header(name, value)
    }

    pub(crate) fn json(mut self, body: &impl Serialize) -> Result<Self> {
        let bytes = serde_json::to_vec(body)
            .map_err(|e| Error::new(ErrorKind::Internal, format!("the request cannot be written: {e}")))?;
        self.body = Some(("application/json", Zeroizing::new(bytes)));
        Ok(self)
    }

    pub(crate) fn form(mut self, fields: &[(&str, &str)]) -> Self {
        let text = reqwest::Url::parse("http://form/").map_or_else(
            |_| String::new(),
            |mut url| {
                url.query_pairs_mut().extend_pairs(fields);
                url.query().unwrap_or_default().to_owned()
            },
        );
        self.body = Some(("application/x-www-form-urlencoded", Zeroizing::new(text.into_bytes())));
        self
    }

    /// For a POST that changes nothing, like a login.
    pub(crate) fn repeatable(mut self) -> Self {
        self.changes = false;
        self
    }
}

/// No id may leave its place in the path. (`/` and the like are escaped when the segment is pushed.)
pub(crate) fn check_segment(segment: &str) -> Result<()> {
    if segment.is_empty() || segment == "." || segment == ".." || segment.chars().any(char::is_control) {
        return Err(Error::invalid(format!("'{}' cannot be an id", redact::one_line(segment))));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stay_in_their_place() {
        for id in ["", ".", "..", "a\r\nb", "\0"] {
            assert!(check_segment(id).is_err(), "{id:?}");
        }
        let mut url = reqwest::Url::parse("https://x/base").expect("url");
        url.path_segments_mut().expect("path").push("a/../b?c#d%2e");
        assert_eq!(url.as_str(), "https://x/base/a%2F..%2Fb%3Fc%23d%252e");
    }
}
