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
    /// What is wrong with a form, told when the request is to be sent.
    pub(crate) flaw: Option<String>,
    /// True when it carries credentials besides the token: a 401 may be about either.
    pub(crate) credentials: bool,
    /// What it carries that is secret and not the client's: nothing of the answer shows it.
    pub(crate) secrets: Vec<Secret>,
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
            secrets: Vec::new(),
            method,
            path: path.iter().map(|s| (*s).to_owned()).collect(),
            query: Vec::new(),
            hidden: Vec::new(),
            headers: Vec::new(),
            body: None,
            flaw: None,
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

    /// These secrets stand in its headers or in its body.
    pub(crate) fn carries<'a>(mut self, secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        self.secrets.extend(secrets.into_iter().cloned());
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
        let mut bytes = Wiped::default();
        serde_json::to_writer(&mut bytes, body)
            .map_err(|e| Error::new(ErrorKind::Internal, format!("the request cannot be written: {e}")))?;
        self.body = Some(("application/json", bytes.0));
        Ok(self)
    }

    pub(crate) fn form(mut self, fields: &[(&str, &str)]) -> Self {
        let mut bytes = Wiped::default();
        for (index, (name, value)) in fields.iter().enumerate() {
            if let Some(what) = redact::breaks(value) {
                self.flaw.get_or_insert_with(|| format!("the {name} holds {what}"));
            }
            bytes.add(if index == 0 { b"" } else { b"&" });
            bytes.add_encoded(name);
            bytes.add(b"=");
            bytes.add_encoded(value);
        }
        self.body = Some(("application/x-www-form-urlencoded", bytes.0));
        self
    }

    /// Refuses what must not be sent. Everything else in a request is either ours or escaped where it is written.
    pub(crate) fn check(&self) -> Result<()> {
        if let Some(flaw) = &self.flaw {
            return Err(
                Error::invalid(flaw).remedied("take it out; a file may end with a line break that is not meant")
            );
        }
        for (name, value) in &self.query {
            if redact::has_control(value) {
                return Err(Error::invalid(format!("'{}' cannot be a value for {name}", redact::one_line(value))));
            }
        }
        for (name, value) in &self.hidden {
            if redact::has_control(value.expose()) {
                return Err(Error::invalid(format!("the value for {name} holds a control character")));
            }
        }
        self.path.iter().try_for_each(|segment| check_segment(segment))
    }

    /// For a POST that changes nothing, like a login.
    pub(crate) fn repeatable(mut self) -> Self {
        self.changes = false;
        self
    }
}

/// Bytes that may hold a secret: wiped when dropped, and also where they move to grow.
#[derive(Default)]
struct Wiped(Zeroizing<Vec<u8>>);

impl Wiped {
    #[inline]
    fn add(&mut self, bytes: &[u8]) {
        let needed = self.0.len() + bytes.len();
        if needed > self.0.capacity() {
            let mut larger = Zeroizing::new(Vec::with_capacity(needed.max(128).saturating_mul(2)));
            larger.extend_from_slice(&self.0);
            self.0 = larger;
        }
        self.0.extend_from_slice(bytes);
    }

    /// As forms are written: <https://url.spec.whatwg.org/#urlencoded-serializing>.
    fn add_encoded(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b' ' => self.add(b"+"),
                b'*' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => self.add(&[byte]),
                _ => {
                    let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 };
                    self.add(&[b'%', digit(byte >> 4), digit(byte & 15)]);
                }
            }
        }
    }
}

impl std::io::Write for Wiped {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.add(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// No id may leave its place in the path. (`/` and the like are escaped when the segment is pushed.)
pub(crate) fn check_segment(segment: &str) -> Result<()> {
    if segment.is_empty() || segment == "." || segment == ".." || redact::has_control(segment) {
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

    #[test]
    fn forms_are_written_as_browsers_do() {
        let fields =
            [("grant_type", "password"), ("username", "LAB\\svc ü"), ("password", "a+b&c=d%*~".repeat(200).as_str())]
                .map(|(name, value)| (name, value.to_owned()));
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut url = reqwest::Url::parse("https://x").expect("url");
        url.query_pairs_mut().extend_pairs(&fields);
        let request = Request::post("x", &["a"]).form(&fields);
        let (_, body) = request.body.as_ref().expect("body");
        assert_eq!(std::str::from_utf8(body).ok(), url.query());
        assert!(request.check().is_ok());
    }

    #[test]
    fn line_breaks_are_refused_everywhere() {
        let form = |value: &str| Request::post("x", &["a"]).form(&[("username", "me"), ("password", value)]);
        for bad in ["canary\n", "canary\r\nX: y", "canary\0"] {
            let error = form(bad).check().expect_err(bad);
            assert!(
                error.message().starts_with("the password holds") && !error.to_string().contains("canary"),
                "{error}"
            );
            assert!(Request::get("x", &["a"]).query("q", bad).check().is_err());
            assert!(Request::get("x", &["a", bad]).check().is_err());
            assert!(crate::transport::basic(bad, "pw").is_err());
            assert!(
                crate::transport::header("x-a", bad).is_err()
                    && crate::transport::sensitive(Zeroizing::new(bad.into())).is_err()
            );
        }
    }
}
