//! How values look on the wire: times, missing times, and members nobody knows.

use crate::knobs::Knobs;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// ISO 8601, UTC, six fraction digits, `Z`, as in the vendor's samples.
pub(super) fn time(at: Timestamp) -> String {
    format!("{at:.6}")
}

/// Adds a time, or what stands for a missing one.
pub(super) fn put_time(into: &mut Map<String, Value>, key: &str, at: Option<Timestamp>, knobs: &Knobs) {
    let value = match at {
        Some(at) => Value::from(time(at)),
        None => match knobs.text("teradata.empty_time").as_str() {
            "absent" => return,
            "null" => Value::Null,
            _ => Value::from(""),
        },
    };
    into.insert(key.to_owned(), value);
}

/// `at` moved on by whole seconds, staying inside the calendar.
pub(super) fn later(at: Timestamp, seconds: u64) -> Timestamp {
    let micros = i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1_000_000);
    Timestamp::from_microsecond(at.as_microsecond().saturating_add(micros)).unwrap_or(Timestamp::MAX)
}

/// The body of a good answer: as it is, or with one unknown member per object.
pub(super) fn finish(mut body: Value, knobs: &Knobs) -> Value {
    if knobs.on("teradata.unknown_keys") {
        inject(&mut body);
    }
    body
}

fn inject(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(inject),
        Value::Object(members) => {
            members.values_mut().for_each(inject);
            members.insert("x_new_member".into(), json!({"since": "9.9"}));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::*;

    #[test]
    fn times_have_six_digits() {
        let at: Timestamp = "2025-03-04T02:41:17.51234Z".parse().unwrap();
        assert_eq!(time(at), "2025-03-04T02:41:17.512340Z");
        assert_eq!(time(later(at, 3)), "2025-03-04T02:41:20.512340Z");
        assert_eq!(later(at, u64::MAX), Timestamp::MAX);
    }

    #[test]
    fn a_missing_time_has_three_faces() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let face = |knobs: &Knobs| {
            let mut map = Map::new();
            put_time(&mut map, "end_time", None, knobs);
            Value::Object(map).to_string()
        };
        assert_eq!(face(&knobs), r#"{"end_time":""}"#);
        knobs.set("teradata.empty_time", json!("null")).unwrap();
        assert_eq!(face(&knobs), r#"{"end_time":null}"#);
        knobs.set("teradata.empty_time", json!("absent")).unwrap();
        assert_eq!(face(&knobs), "{}");
    }

    #[test]
    fn unknown_members_reach_every_object() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let body = json!([{"a": {"b": 1}}]);
        assert_eq!(finish(body.clone(), &knobs), body);
        knobs.set("teradata.unknown_keys", json!(true)).unwrap();
        let grown = finish(body, &knobs);
        assert_eq!(grown[0]["x_new_member"]["since"], "9.9");
        assert_eq!(grown[0]["a"]["x_new_member"]["since"], "9.9");
    }
}
