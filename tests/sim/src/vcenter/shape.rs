//! How values look on the wire: compact JSON with sorted keys (widely copied shell clients grep for `"id":"…"`), times
//! with milliseconds, and localizable messages.

use crate::http::Response;
use jiff::Timestamp;
use serde_json::{Value, json};

/// RFC 3339, UTC, three fraction digits.
pub(super) fn time(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// `at` moved on by whole seconds, staying inside the calendar.
pub(super) fn later(at: Timestamp, seconds: u64) -> Timestamp {
    let micros = i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1_000_000);
    Timestamp::from_microsecond(at.as_microsecond().saturating_add(micros)).unwrap_or(Timestamp::MAX)
}

/// A knob's number of seconds; negative ones are none.
pub(super) fn seconds(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// `{args, default_message, id}`.
pub(super) fn message(id: &str, text: &str, args: &[&str]) -> Value {
    json!({"args": args, "default_message": text, "id": id})
}

/// Any JSON answer.
pub(super) fn answer(status: u16, body: &Value) -> Response {
    let mut text = String::new();
    write(body, &mut text);
    Response { status, headers: vec![("content-type".into(), "application/json".into())], body: text.into_bytes() }
}

/// Sorts by itself: whether `serde_json` keeps keys sorted depends on a feature that any other crate can switch.
fn write(value: &Value, out: &mut String) {
    match value {
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(key, _)| *key);
            out.push('{');
            for (index, (key, item)) in members.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                write(item, out);
            }
            out.push('}');
        }
        scalar => out.push_str(&scalar.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn json_is_compact_and_sorted() {
        let body = json!({"b": [1, {"z": null, "a\"": "x"}], "a": true});
        let text = String::from_utf8(answer(200, &body).body).unwrap();
        assert_eq!(text, r#"{"a":true,"b":[1,{"a\"":"x","z":null}]}"#);
    }

    #[test]
    fn times_have_milliseconds() {
        let at: Timestamp = "2026-11-21T00:16:37.888Z".parse().unwrap();
        assert_eq!(time(at), "2026-11-21T00:16:37.888Z");
        assert_eq!(time(later(at, 60)), "2026-11-21T00:17:37.888Z");
    }
}
