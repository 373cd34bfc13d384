//! Reading request bodies: JSON objects whose member names are case-insensitive, and form fields.

use super::error::{bad, refuse};
use super::when;
use crate::http::{Request, Response};
use crate::vendor::Ctx;
use jiff::Timestamp;
use serde_json::Value;
use std::ops::RangeInclusive;

/// The media type of the request without parameters, in lower case.
pub(super) fn media_type(req: &Request) -> String {
    let whole = req.header("content-type").unwrap_or_default();
    let kind = whole.split(';').next().unwrap_or_default();
    kind.trim().to_ascii_lowercase()
}

/// The members of a JSON object, taken out one by one.
pub(super) struct Members(Vec<(String, Value)>);

impl Members {
    /// The body of a request that must carry a JSON object: 415 for another media type, 400 for anything else wrong
    /// (inferred from the web framework).
    pub(super) fn of_request(req: &Request) -> Result<Self, Response> {
        if !matches!(media_type(req).as_str(), "application/json" | "text/json") {
            return Err(refuse(415, "The media type of the request is not supported."));
        }
        if req.body.iter().all(u8::is_ascii_whitespace) {
            return Err(bad("A non-empty request body is required."));
        }
        let value: Value =
            serde_json::from_slice(&req.body).map_err(|e| bad(&format!("The request body is not valid JSON: {e}.")))?;
        Self::of(value, "The request body")
    }

    /// The members of `value`, which the message calls `what`.
    pub(super) fn of(value: Value, what: &str) -> Result<Self, Response> {
        match value {
            Value::Object(map) => {
                Ok(Self(map.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value)).collect()))
            }
            _ => Err(bad(&format!("{what} must be a JSON object."))),
        }
    }

    /// The only member, its name in lower case; `None` when there is not exactly one.
    pub(super) fn only(mut self) -> Option<(String, Value)> {
        match self.0.len() {
            1 => self.0.pop(),
            _ => None,
        }
    }

    /// Takes a member out; `null` counts as absent.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        let name = name.to_ascii_lowercase();
        let at = self.0.iter().position(|(n, _)| *n == name)?;
        let (_, value) = self.0.remove(at);
        (!value.is_null()).then_some(value)
    }

    /// Takes out a string.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Response> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(bad(&format!("{name} must be a string."))),
        }
    }

    /// Takes out a flag; `lenient` also takes the texts `"true"` and `"false"`.
    pub(super) fn flag(&mut self, name: &str, lenient: bool) -> Result<Option<bool>, Response> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Bool(on)) => Ok(Some(on)),
            Some(Value::String(t)) if lenient && t.eq_ignore_ascii_case("true") => Ok(Some(true)),
            Some(Value::String(t)) if lenient && t.eq_ignore_ascii_case("false") => Ok(Some(false)),
            Some(_) => Err(bad(&format!("{name} must be true or false."))),
        }
    }

    /// Takes out an integer inside the range.
    pub(super) fn number(&mut self, name: &str, range: RangeInclusive<i64>) -> Result<Option<i64>, Response> {
        match self.take(name) {
            None => Ok(None),
            Some(value) => match value.as_i64() {
                Some(n) if range.contains(&n) => Ok(Some(n)),
                _ => Err(bad(&format!("{name} must be an integer from {} to {}.", range.start(), range.end()))),
            },
        }
    }

    /// Takes out a list.
    pub(super) fn list(&mut self, name: &str) -> Result<Option<Vec<Value>>, Response> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Array(items)) => Ok(Some(items)),
            Some(_) => Err(bad(&format!("{name} must be an array."))),
        }
    }

    /// Takes out one of the given words, whatever its case, and returns it as the list spells it.
    pub(super) fn word(&mut self, name: &str, words: &[&'static str]) -> Result<Option<&'static str>, Response> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        words
            .iter()
            .copied()
            .find(|w| w.eq_ignore_ascii_case(&text))
            .map(Some)
            .ok_or_else(|| bad(&format!("{name} must be one of {}.", words.join(", "))))
    }

    /// Takes out a UUID, in lower case.
    pub(super) fn uuid(&mut self, name: &str) -> Result<Option<String>, Response> {
        match self.text(name)? {
            None => Ok(None),
            Some(text) if is_uuid(&text) => Ok(Some(text.to_ascii_lowercase())),
            Some(_) => Err(bad(&format!("{name} must be a UUID."))),
        }
    }

    /// Refuses what is left over, unless the knob says to ignore it.
    pub(super) fn finish(self, ctx: &Ctx<'_>) -> Result<(), Response> {
        match self.0.first() {
            Some((name, _)) if refuses_unknown(ctx) => Err(bad(&format!("The member '{name}' is not known."))),
            _ => Ok(()),
        }
    }
}

/// A body where the API takes none: nothing and `{}` are fine (clients send both).
pub(super) fn no_body(ctx: &Ctx<'_>, req: &Request) -> Result<(), Response> {
    let text: Vec<u8> = req.body.iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
    if text.is_empty() || text == b"{}" || !refuses_unknown(ctx) {
        Ok(())
    } else {
        Err(bad("This request takes no body."))
    }
}

fn refuses_unknown(ctx: &Ctx<'_>) -> bool {
    ctx.knobs.text("veeam.unknown_members") == "refuse"
}

/// Whether the text is a UUID with its hyphens.
pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The fields of an `application/x-www-form-urlencoded` body.
pub(super) fn form(body: &[u8]) -> Vec<(String, String)> {
    body.split(|b| *b == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let mut halves = pair.splitn(2, |b| *b == b'=');
            let name = decode(halves.next().unwrap_or_default());
            (name, decode(halves.next().unwrap_or_default()))
        })
        .collect()
}

fn decode(text: &[u8]) -> String {
    let digit = |at: usize| text.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        match (byte, digit(at), digit(at + 1)) {
            (b'+', _, _) => out.push(b' '),
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or_default());
                at += 2;
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// First query value of that name, whatever its case.
pub(super) fn query<'r>(req: &'r Request, name: &str) -> Option<&'r str> {
    req.query.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
}

/// A flag in the query.
pub(super) fn query_flag(req: &Request, name: &str) -> Result<Option<bool>, Response> {
    match query(req, name) {
        None => Ok(None),
        Some(v) if v.eq_ignore_ascii_case("true") => Ok(Some(true)),
        Some(v) if v.eq_ignore_ascii_case("false") => Ok(Some(false)),
        Some(_) => Err(bad(&format!("{name} must be true or false."))),
    }
}

/// One of the given words in the query, whatever its case, as the list spells it.
pub(super) fn query_word(req: &Request, name: &str, words: &[&'static str]) -> Result<Option<&'static str>, Response> {
    query(req, name)
        .map(|text| {
            words
                .iter()
                .copied()
                .find(|w| w.eq_ignore_ascii_case(text))
                .ok_or_else(|| bad(&format!("{name} must be one of {}.", words.join(", "))))
        })
        .transpose()
}

/// A UUID in the query, in lower case.
pub(super) fn query_uuid(req: &Request, name: &str) -> Result<Option<String>, Response> {
    match query(req, name) {
        None => Ok(None),
        Some(text) if is_uuid(text) => Ok(Some(text.to_ascii_lowercase())),
        Some(_) => Err(bad(&format!("{name} must be a UUID."))),
    }
}

/// A time in the query.
pub(super) fn query_time(req: &Request, name: &str) -> Result<Option<Timestamp>, Response> {
    query(req, name)
        .map(|text| when::parse(text).ok_or_else(|| bad(&format!("{name} must be a date and time."))))
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_fields_are_decoded() {
        let fields = form(b"grant_type=password&username=LAB%5Csvc+x&empty=&odd=%zz&noequals");
        let want =
            [("grant_type", "password"), ("username", "LAB\\svc x"), ("empty", ""), ("odd", "%zz"), ("noequals", "")];
        assert_eq!(fields, want.map(|(n, v)| (n.to_owned(), v.to_owned())));
    }

    #[test]
    fn uuids() {
        assert!(is_uuid("3396ba22-21b1-4666-a631-0edfc12a59cd"));
        assert!(!is_uuid("3396ba22-21b1-4666-a631-0edfc12a59c"));
        assert!(!is_uuid("3396ba22x21b1-4666-a631-0edfc12a59cd"));
        assert!(!is_uuid("3396ba22-21b1-4666-a631-0edfc12a59cg"));
    }
}
