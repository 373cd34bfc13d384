//! Maps as the two dialects write them: `[{"key": …, "value": …}]` below `/rest`, a JSON object below `/api`. Either is
//! read from either.

use crate::Extra;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

/// The entries of a map, in the order of the answer. No key is empty.
pub(super) struct Keyed<T>(pub(super) Vec<(String, T)>);

#[derive(Deserialize)]
struct Entry<T> {
    #[serde(deserialize_with = "crate::lenient::id")]
    key: String,
    value: T,
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Keyed<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, or a list of keys and values")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Keyed(Vec::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(Entry { key, value }) = from.next_element::<Entry<T>>()? {
            entries.push((key, value));
        }
        Ok(Keyed(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = from.next_entry::<String, T>()? {
            if key.trim().is_empty() {
                return Err(A::Error::custom("expected an id, found an empty text"));
            }
            entries.push((key, value));
        }
        Ok(Keyed(entries))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Entries(PhantomData))
    }
}

/// For `#[serde(deserialize_with)]`: a map of anything that belongs to a sentence.
pub(super) fn said<'de, D: Deserializer<'de>>(from: D) -> Result<Extra, D::Error> {
    members(from).map(crate::said::parts)
}

/// For `#[serde(deserialize_with)]`: a map of anything, kept as it is.
pub(super) fn members<'de, D: Deserializer<'de>>(from: D) -> Result<Extra, D::Error> {
    Keyed::<Value>::deserialize(from).map(|map| map.0.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::decode;
    use crate::transport::Reply;
    use reqwest::header::HeaderMap;

    fn read(body: &str) -> Result<Vec<(String, u8)>, String> {
        let reply = Reply { status: 200, headers: HeaderMap::new(), body: body.into() };
        decode::<Keyed<u8>>(&reply).map(|map| map.0).map_err(|error| error.to_string())
    }

    #[test]
    fn both_forms_of_a_map() {
        let expected = Ok(vec![("b".to_owned(), 1), ("a".to_owned(), 2)]);
        assert_eq!(read(r#"[{"key":"b","value":1},{"value":2,"key":"a","more":0}]"#), expected);
        assert_eq!(read(r#"{"b":1,"a":2}"#), expected);
        for empty in ["[]", "{}", "null"] {
            assert_eq!(read(empty), Ok(vec![]), "{empty}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_place() {
        for (body, place) in [
            (r#"[{"key":"b","value":1},{"key":"a","value":"x"}]"#, "[1].value"),
            (r#"[{"value":1}]"#, "[0]"),
            (r#"[{"key":"","value":1}]"#, "[0].key"),
            (r#"{"b":1,"a":"x"}"#, "at a:"),
            (r#"{"":1}"#, "empty text"),
            ("7", "an object, or a list"),
        ] {
            let error = read(body).expect_err(body);
            assert!(error.contains(place), "{body}: {error}");
        }
    }
}
