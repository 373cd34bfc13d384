//! Between hyper's requests and responses and our own.

use crate::http::{Request, Response};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{HeaderName, HeaderValue};
use jiff::Timestamp;

/// Largest request body that is read.
const MAX_BODY: usize = 8 * 1024 * 1024;

/// Reads a request to its end, or says what to answer instead.
pub(crate) async fn whole(request: hyper::Request<Incoming>) -> Result<Request, Response> {
    let (head, body) = request.into_parts();
    let refusal = |status| Response::empty(status).with_header("connection", "close");
    let body = match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => body.to_bytes(),
        Err(e) if e.is::<LengthLimitError>() => return Err(refusal(413)),
        Err(_) => return Err(refusal(400)),
    };
    Ok(Request {
        method: head.method.as_str().to_ascii_uppercase(),
        path: head.uri.path().to_owned(),
        query: pairs(head.uri.query().unwrap_or("")),
        headers: head
            .headers
            .iter()
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                (name.as_str().to_owned(), value)
            })
            .collect(),
        body: body.to_vec(),
    })
}

/// The pairs of a query string, decoded as forms are: `+` is a space.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

/// Percent-decoded text; what is no proper escape stays as it is.
fn decoded(text: &str) -> String {
    let hex = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16));
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(&byte) = bytes.get(i) {
        i += 1;
        match byte {
            b'+' => out.push(b' '),
            b'%' => match (hex(bytes.get(i)), hex(bytes.get(i + 1))) {
                (Some(high), Some(low)) => {
                    out.push((high * 16 + low) as u8);
                    i += 2;
                }
                _ => out.push(b'%'),
            },
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

pub(crate) fn hyper_response(response: Response, now: Timestamp) -> hyper::Response<Full<Bytes>> {
    let mut out = hyper::Response::new(Full::new(Bytes::from(response.body)));
    match hyper::StatusCode::from_u16(response.status) {
        Ok(status) => *out.status_mut() = status,
        Err(_) => *out.status_mut() = hyper::StatusCode::INTERNAL_SERVER_ERROR,
    }
    for (name, value) in &response.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            out.headers_mut().append(name, value);
        }
    }
    if let (false, Ok(date)) = (out.headers().contains_key("date"), HeaderValue::try_from(http_date(now))) {
        out.headers_mut().insert("date", date);
    }
    out
}

/// `Thu, 15 Jan 2026 08:00:00 GMT`.
pub(crate) fn http_date(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// The head of a response, announcing a body of that length and the end of the connection.
pub(crate) fn on_the_wire(response: &Response, length: usize) -> Vec<u8> {
    let reason = hyper::StatusCode::from_u16(response.status).ok().and_then(|s| s.canonical_reason()).unwrap_or("");
    let mut head = format!("HTTP/1.1 {} {reason}\r\n", response.status).into_bytes();
    for (name, value) in &response.headers {
        head.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    head.extend_from_slice(format!("content-length: {length}\r\nconnection: close\r\n\r\n").as_bytes());
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_decoded_as_forms() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(pairs(""), []);
        assert_eq!(
            pairs("limit=30&offset=0&&q=a+b%20c%2B%C3%A4&flag&e=1=2"),
            [pair("limit", "30"), pair("offset", "0"), pair("q", "a b c+ä"), pair("flag", ""), pair("e", "1=2"),]
        );
        assert_eq!(
            pairs("a=%&b=%4&c=%zz&d=%ff"),
            [pair("a", "%"), pair("b", "%4"), pair("c", "%zz"), pair("d", "\u{fffd}"),]
        );
    }

    #[test]
    fn a_head_announces_whatever_it_is_told() {
        let response = Response { status: 200, headers: vec![("x-a".into(), "b".into())], body: Vec::new() };
        let head = String::from_utf8_lossy(&on_the_wire(&response, 10)).into_owned();
        assert_eq!(head, "HTTP/1.1 200 OK\r\nx-a: b\r\ncontent-length: 10\r\nconnection: close\r\n\r\n");
    }

    #[test]
    fn dates_are_written_as_http_wants_them() {
        let at = Timestamp::constant(784_111_777, 0);
        assert_eq!(http_date(at), "Sun, 06 Nov 1994 08:49:37 GMT");
    }

    #[test]
    fn an_impossible_answer_is_still_an_answer() {
        let broken = Response {
            status: 7,
            headers: vec![("a b".into(), "c".into()), ("d".into(), "e".into())],
            body: Vec::new(),
        };
        let out = hyper_response(broken, Timestamp::UNIX_EPOCH);
        assert_eq!(out.status(), 500);
        assert_eq!(out.headers().len(), 2);
    }
}
