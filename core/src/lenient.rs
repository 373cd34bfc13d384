//! Reading what vendors really send: numbers as texts, texts as numbers, "" for nothing.
//!
//! Hundreds of fields share one copy of each, instead of having it in line.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde_json::Value;

/// A word: a text, or a number or flag written as one.
#[inline(never)]
pub(crate) fn word<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    match Value::deserialize(from)? {
        Value::String(text) => Ok(text),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(flag) => Ok(flag.to_string()),
        other => Err(D::Error::custom(format!("expected a word, found {}", shape(&other)))),
    }
}

/// An id: never empty, text or number.
#[inline(never)]
pub(crate) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let id = word(from)?.trim().to_owned();
    if id.is_empty() {
        return Err(D::Error::custom("expected an id, found an empty text"));
    }
    Ok(id)
}

/// A text that may be null; numbers and flags are taken as text.
#[inline(never)]
pub(crate) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    match Value::deserialize(from)? {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        other @ (Value::Number(_) | Value::Bool(_)) => Ok(Some(other.to_string())),
        other => Err(D::Error::custom(format!("expected a text, found {}", shape(&other)))),
    }
}

/// An integer that may be null, "", a text of digits, or a number with `.0`.
#[inline(never)]
pub(crate) fn int<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    match Value::deserialize(from)? {
        Value::Null => Ok(None),
        Value::Number(number) => match number.as_i64() {
            Some(int) => Ok(Some(int)),
            // Beyond 64 bits, or with a fraction: the nearest integer is all we can say.
            None => Ok(number.as_f64().map(|float| float.round() as i64)),
        },
        Value::String(text) if text.trim().is_empty() => Ok(None),
        Value::String(text) => text.trim().parse().map(Some).map_err(|_| D::Error::custom("expected a whole number")),
        other => Err(D::Error::custom(format!("expected a whole number, found {}", shape(&other)))),
    }
}

/// A flag that may be null, "", or a text.
#[inline(never)]
pub(crate) fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<Option<bool>, D::Error> {
    match Value::deserialize(from)? {
        Value::Null => Ok(None),
        Value::Bool(flag) => Ok(Some(flag)),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "" => Ok(None),
            "true" => Ok(Some(true)),
            "false" => Ok(Some(false)),
            _ => Err(D::Error::custom("expected true or false")),
        },
        other => Err(D::Error::custom(format!("expected true or false, found {}", shape(&other)))),
    }
}

/// A list that may be null.
pub(crate) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(Option::<Vec<T>>::deserialize(from)?.unwrap_or_default())
}

fn shape(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a flag",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    #[derive(Deserialize, Default)]
    #[serde(default)]
    struct Row {
        #[serde(deserialize_with = "super::int")]
        n: Option<i64>,
        #[serde(deserialize_with = "super::flag")]
        f: Option<bool>,
        #[serde(deserialize_with = "super::text")]
        t: Option<String>,
        #[serde(deserialize_with = "super::list")]
        l: Vec<u8>,
    }

    fn row(json: &str) -> Row {
        serde_json::from_str(json).expect(json)
    }

    #[test]
    fn odd_spellings_of_the_same_thing() {
        assert_eq!(row(r#"{"n":"12","f":"True","t":5,"l":null}"#).n, Some(12));
        assert_eq!(row(r#"{"n":12.0}"#).n, Some(12));
        assert_eq!(row(r#"{"n":""}"#).n, None);
        assert_eq!(row(r#"{"n":null,"f":""}"#).f, None);
        assert_eq!(row(r#"{"t":5}"#).t.as_deref(), Some("5"));
        assert!(row("{}").l.is_empty());
        assert_eq!(row(r#"{"n":99999999999999999999}"#).n, Some(i64::MAX));
        assert!(serde_json::from_str::<Row>(r#"{"f":"perhaps"}"#).is_err());
    }
}
