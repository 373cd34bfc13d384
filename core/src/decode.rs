//! Reading an answer: what its status means, and the JSON in it.

use crate::error::{Error, ErrorKind, Result};
use crate::redact;
use crate::transport::Reply;
use serde::de::DeserializeOwned;

/// What a status means when the vendor's body says nothing better.
pub(crate) fn kind_of_status(status: u16) -> ErrorKind {
    match status {
        401 => ErrorKind::Unauthenticated,
        403 => ErrorKind::Denied,
        404 | 410 => ErrorKind::NotFound,
        409 | 412 => ErrorKind::Conflict,
        429 => ErrorKind::RateLimited,
        408 | 504 => ErrorKind::Timeout,
        400..=499 => ErrorKind::InvalidArgument,
        500..=599 => ErrorKind::Unavailable,
        _ => ErrorKind::Protocol,
    }
}

/// [`decode`] for our own envelopes. serde would also fill a struct from a list, member by member; a list is not one.
pub(crate) fn decode_object<T: DeserializeOwned>(reply: &Reply) -> Result<T> {
    match reply.body.iter().find(|b| !b.is_ascii_whitespace()) {
        Some(b'[') => Err(Error::protocol("the answer is a list where an object was expected").with_http(
            reply.status,
            None,
            None,
        )),
        _ => decode(reply),
    }
}

/// Reads a JSON answer; what cannot be read is named by its path inside the body.
pub(crate) fn decode<T: DeserializeOwned>(reply: &Reply) -> Result<T> {
    let broken = |message: String| Error::protocol(message).with_http(reply.status, None, None);
    if reply.body.iter().all(u8::is_ascii_whitespace) {
        return Err(broken("the answer is empty where JSON was expected".into()));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(&reply.body);
    match serde_path_to_error::deserialize(&mut deserializer) {
        Ok(value) => match deserializer.end() {
            Ok(()) => Ok(value),
            Err(_) => Err(broken("the answer goes on after its JSON".into())),
        },
        Err(error) if error.inner().is_data() => Err(broken(format!(
            "the answer cannot be read at {}: {}",
            error.path(),
            redact::one_line(&error.inner().to_string())
        ))),
        Err(_) => {
            let what = reply.header("content-type").unwrap_or("no content type");
            Err(broken(format!("the answer is not JSON ({})", redact::one_line(what))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderMap;

    #[test]
    fn unreadable_answers_are_named_by_path() {
        #[derive(Debug, serde::Deserialize)]
        struct Page {
            #[allow(dead_code)]
            results: Vec<u8>,
        }
        let reply = |body: &str| Reply { status: 200, headers: HeaderMap::new(), body: body.into() };
        let text = |body| decode::<Page>(&reply(body)).expect_err(body).to_string();
        assert!(text(r#"{"results":[1,2,"x"]}"#).contains("results[2]"));
        assert!(text("<html>").contains("not JSON"));
        assert!(text(r#"{"results":[]} trailing"#).contains("goes on"));
        assert!(text(" ").contains("empty"));
        assert!(text(r#"{"results":"#).contains("not JSON"));
    }
}
