//! Reading an answer: what its status means, and the JSON in it.

use crate::error::{Error, ErrorKind, Result};
use crate::redact;
use crate::tracked;
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
    match is_list(reply) {
        true => Err(broken(reply, "the answer is a list where an object was expected".into())),
        false => decode(reply),
    }
}

/// Reads a JSON answer; what cannot be read is named by its path inside the body.
///
/// A member that we know and that comes twice is an error: nobody can tell which one is meant. Of others the last counts.
pub(crate) fn decode<T: DeserializeOwned>(reply: &Reply) -> Result<T> {
    // What does not depend on the type stands in functions of its own: there is a copy of this one for each.
    let mut deserializer = begun(reply)?;
    match tracked::read(&mut deserializer) {
        Ok(value) => ended(reply, deserializer).map(|()| value),
        Err((place, error)) => Err(unreadable(reply, &place, &error)),
    }
}

fn is_list(reply: &Reply) -> bool {
    reply.body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[')
}

type Reader<'a> = serde_json::Deserializer<serde_json::de::SliceRead<'a>>;

fn broken(reply: &Reply, message: String) -> Error {
    Error::protocol(message).with_http(reply.status, None, None)
}

#[inline(never)]
fn begun(reply: &Reply) -> Result<Reader<'_>> {
    match reply.body.iter().all(u8::is_ascii_whitespace) {
        true => Err(broken(reply, "the answer is empty where JSON was expected".into())),
        false => Ok(serde_json::Deserializer::from_slice(&reply.body)),
    }
}

#[inline(never)]
fn ended(reply: &Reply, mut deserializer: Reader<'_>) -> Result<()> {
    deserializer.end().map_err(|_| broken(reply, "the answer goes on after its JSON".into()))
}

#[cold]
#[inline(never)]
fn unreadable(reply: &Reply, place: &str, error: &serde_json::Error) -> Error {
    if !error.is_data() {
        return broken(reply, format!("the answer is not JSON{}", why(reply, error)));
    }
    let place = match place {
        "" => String::new(),
        place => format!(" at {}", redact::whole_line(place)),
    };
    let why = redact::whole_line(&without_value(&error.to_string()));
    broken(reply, format!("the answer cannot be read{place}: {why}"))
}

/// Why a text is not JSON. serde_json's sentences hold none of the text.
fn why(reply: &Reply, error: &serde_json::Error) -> String {
    let what = redact::whole_line(reply.header("content-type").unwrap_or("no content type"));
    if let Some(page) = web_page(&reply.body) {
        return format!(" ({what}): it is {page}");
    }
    if let Err(error) = std::str::from_utf8(&reply.body) {
        return format!(": it is not UTF-8 at byte {}", error.valid_up_to());
    }
    match error.to_string() {
        text if text.starts_with("recursion limit") => ": it is nested deeper than 128 levels".into(),
        text if text.starts_with("number out of range") => format!(": {text}"),
        _ if error.is_eof() => format!(" ({what}): it ends too early, at byte {}", reply.body.len()),
        _ => format!(" ({what})"),
    }
}

/// serde's sentence without the text that it found in the wrong place: at a login that could be the token.
fn without_value(sentence: &str) -> String {
    match (sentence.find("string \""), sentence.rfind("\", expected")) {
        (Some(start), Some(end)) if start < end => {
            let (before, after) = (sentence.get(..start), sentence.get(end + 1..));
            format!("{}a text{}", before.unwrap_or_default(), after.unwrap_or_default())
        }
        _ => sentence.to_owned(),
    }
}

/// What to call the body if it is a web page, with its title. Uncut, as all of the server's own words here: `Core::dress`
/// takes out what is secret, then cuts.
pub(crate) fn web_page(body: &[u8]) -> Option<String> {
    /// A title further down is none.
    const HEAD: usize = 16 << 10;
    let text = String::from_utf8_lossy(body.get(..HEAD).unwrap_or(body));
    let text = text.trim_start();
    let lower = text.to_ascii_lowercase();
    if !["<!doctype html", "<html", "<head", "<body"].iter().any(|start| lower.starts_with(start)) {
        return None;
    }
    let page = "an HTML page, probably from a proxy or portal in between";
    let title = || -> Option<String> {
        let start = lower.find("<title")?;
        let start = start + lower.get(start..)?.find('>')? + 1;
        let end = start + lower.get(start..)?.find('<')?;
        let words: Vec<&str> = text.get(start..end)?.split_whitespace().collect();
        Some(redact::whole_line(&words.join(" "))).filter(|title| !title.is_empty())
    };
    Some(title().map_or_else(|| page.to_owned(), |title| format!("{page}: '{title}'")))
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
        assert!(text("hello").contains("not JSON"));
        assert!(text(r#"{"results":[]} trailing"#).contains("goes on"));
        assert!(text(" ").contains("empty"));
        assert!(text(r#"{"results":"#).contains("not JSON"));
        assert!(text(r#"{"results":"#).contains("ends too early, at byte 11"));
        assert!(text(r#"{"results":[1],"results":[2]}"#).contains("duplicate field"));
    }

    #[test]
    fn a_name_in_the_path_breaks_no_line() {
        let body = r#"{"a\nb: all is well\u001b[2J":"x"}"#;
        let reply = Reply { status: 200, headers: HeaderMap::new(), body: body.into() };
        let error = decode::<std::collections::HashMap<String, u8>>(&reply).expect_err("no number");
        assert!(!error.message().chars().any(char::is_control), "{error:?}");
    }

    #[test]
    fn a_token_in_the_wrong_place_is_not_told() {
        #[derive(Debug, serde::Deserialize)]
        struct Answer {
            #[allow(dead_code)]
            token: u8,
        }
        for body in [r#""canary\", expected x""#, r#"{"token":"canary"}"#] {
            let reply = Reply { status: 200, headers: HeaderMap::new(), body: body.into() };
            let error = decode::<Answer>(&reply).expect_err(body);
            assert!(error.message().contains("a text, expected") && !error.to_string().contains("canary"), "{error}");
        }
    }

    #[test]
    fn a_web_page_is_named_by_its_title() {
        let titled =
            web_page(b"\n <!DOCTYPE HTML><html><head><title lang=en>502\r\n Bad\tGateway</title>").expect("page");
        assert!(titled.ends_with(": '502 Bad Gateway'"), "{titled}");
        for untitled in ["<html>", "<html><title", "<HTML><title></title>", "<html><title>\u{130}"] {
            assert!(web_page(untitled.as_bytes()).expect(untitled).ends_with("in between"));
        }
        assert_eq!(web_page(b"{\"html\":1}"), None);
    }
}
