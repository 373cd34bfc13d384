//! Models against what a server might send instead: the test helper of all rooms.

use crate::decode::decode;
use crate::error::Result;
use crate::transport::Reply;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use reqwest::header::HeaderMap;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;

/// The beginning of the names of members that no version of any API has.
const UNKNOWN: &str = "unknownMember";

/// What may be different from the sample, at one place in it.
#[derive(Clone, Copy, Debug)]
enum Change {
    Drop,
    Null,
    Empty,
    Text,
    Float,
    Huge,
    Flag,
    Word,
    Unknown,
    Nested,
    Listed,
}

const CHANGES: &[Change] = &[
    Change::Drop,
    Change::Null,
    Change::Empty,
    Change::Text,
    Change::Float,
    Change::Huge,
    Change::Flag,
    Change::Word,
    Change::Unknown,
    Change::Nested,
    Change::Listed,
];

/// Takes a valid sample of the object, with every member it can have, and asserts for hundreds of variants of it (every single
/// change, and random sets of up to six): the variant is decoded, or refused with an error that names the place; never a panic.
/// What was decoded is equal after it was written and decoded again, and has kept every unknown member. Returns the sample
/// decoded, so that the caller can look whether every member of it found its field (`extra` is empty).
pub(crate) fn assert_open<T: DeserializeOwned + Serialize + PartialEq + Debug>(sample: &Value) -> T {
    variants(sample, |variant| judge::<T>(variant).map_err(|why| TestCaseError::fail(format!("{why}\n{variant}"))));
    match read(sample) {
        Ok(value) => value,
        Err(error) => panic!("the sample itself cannot be read: {error}"),
    }
}

/// Puts every single change of the sample, and random sets of up to six, to a test.
pub(crate) fn variants(sample: &Value, test: impl Fn(&Value) -> std::result::Result<(), TestCaseError>) {
    for (index, change) in (0..places(sample).len()).flat_map(|index| CHANGES.iter().map(move |c| (index, *c))) {
        if let Err(why) = test(&changed(sample, &[(index, change)])) {
            panic!("{change:?} at {}: {why}", places(sample)[index]);
        }
    }
    let config = Config { cases: 200, failure_persistence: None, ..Config::default() };
    let changes = prop::collection::vec((any::<u16>().prop_map(usize::from), prop::sample::select(CHANGES)), 2..=6);
    if let Err(error) = TestRunner::new(config).run(&changes, |changes| test(&changed(sample, &changes))) {
        panic!("{error}");
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Result<T> {
    decode(&Reply { status: 200, headers: HeaderMap::new(), body: value.to_string().into_bytes() })
}

fn judge<T: DeserializeOwned + Serialize + PartialEq + Debug>(variant: &Value) -> std::result::Result<(), String> {
    let value = match read::<T>(variant) {
        Ok(value) => value,
        Err(error) => {
            let text = error.to_string();
            // The place is the whole answer only when its identity is gone, or when it is no object.
            let root = text.contains("cannot be read: ") && variant.is_object() && !text.contains("missing field");
            return match text.contains("cannot be read") && !root {
                true => Ok(()),
                false => Err(format!("the error names no place: {text}")),
            };
        }
    };
    let written = serde_json::to_value(&value).map_err(|error| format!("cannot be written: {error}"))?;
    let again = read::<T>(&written).map_err(|error| format!("cannot be read again: {error}\n{written}"))?;
    if value != again {
        return Err(format!("is not the same again:\n{value:?}\n{again:?}"));
    }
    match (unknown(variant), unknown(&written)) {
        (given, kept) if given == kept => Ok(()),
        (given, kept) => Err(format!("unknown members given {given:?}, kept {kept:?}")),
    }
}

fn changed(sample: &Value, changes: &[(usize, Change)]) -> Value {
    let mut variant = sample.clone();
    for (number, (pick, change)) in changes.iter().enumerate() {
        let places = places(&variant);
        apply(&mut variant, &places[pick % places.len()], *change, number);
    }
    variant
}

/// JSON pointers to everything in the value, itself included.
fn places(value: &Value) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            members.iter().map(|(name, v)| (name.replace('~', "~0").replace('/', "~1"), v)).collect()
        }
        Value::Array(rows) => rows.iter().enumerate().map(|(index, v)| (index.to_string(), v)).collect(),
        _ => vec![],
    };
    let below = below.into_iter().flat_map(|(name, v)| places(v).into_iter().map(move |p| format!("/{name}{p}")));
    std::iter::once(String::new()).chain(below).collect()
}

fn apply(variant: &mut Value, place: &str, change: Change, number: usize) {
    if let (Change::Drop, Some((parent, name))) = (change, place.rsplit_once('/')) {
        match variant.pointer_mut(parent) {
            Some(Value::Object(members)) => drop(members.remove(&name.replace("~1", "/").replace("~0", "~"))),
            Some(Value::Array(rows)) => drop(rows.pop()),
            _ => {}
        }
        return;
    }
    let Some(at) = variant.pointer_mut(place) else { return };
    *at = match (change, at.take()) {
        (Change::Drop, same) => same,
        (Change::Null, _) => Value::Null,
        (Change::Empty, _) => json!(""),
        (Change::Text, Value::Number(number)) => json!(number.to_string()),
        (Change::Text, Value::Bool(flag)) => json!(flag.to_string()),
        (Change::Text, Value::String(text)) => json!(format!(" {text}é\u{202e}\n")),
        (Change::Text, same) => same,
        (Change::Float, _) => json!(-12.5),
        (Change::Huge, _) => json!(1e20),
        (Change::Flag, _) => json!(true),
        (Change::Word, _) => json!("Splendid"),
        (Change::Unknown, Value::Object(mut members)) => {
            members.insert(format!("{UNKNOWN}{number}"), json!({"kept": [number, null, "text"]}));
            Value::Object(members)
        }
        (Change::Unknown, same) => same,
        (Change::Nested, value) => json!({ "nested": value }),
        (Change::Listed, value) => json!([value]),
    };
}

/// The unknown members anywhere in the value, in order.
fn unknown(value: &Value) -> Vec<String> {
    let mut found: Vec<String> = match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, v)| {
                let own = name.starts_with(UNKNOWN).then(|| format!("{name}: {v}"));
                own.into_iter().chain(unknown(v))
            })
            .collect(),
        Value::Array(rows) => rows.iter().flat_map(unknown).collect(),
        _ => vec![],
    };
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extra;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Open {
        #[serde(deserialize_with = "crate::lenient::id")]
        id: String,
        #[serde(default, deserialize_with = "crate::lenient::int")]
        count: Option<i64>,
        #[serde(default)]
        below: Option<Box<Open>>,
        #[serde(flatten)]
        extra: Extra,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Closed {
        id: String,
    }

    fn sample() -> Value {
        json!({"id": "a", "count": 3, "below": {"id": "b", "count": 4}})
    }

    #[test]
    fn an_open_model_passes_and_is_given_back() {
        let open: Open = assert_open(&sample());
        assert_eq!(open.below.map(|below| below.count), Some(Some(4)));
        assert!(open.extra.is_empty());
    }

    #[test]
    #[should_panic(expected = "unknown members given")]
    fn a_model_that_loses_members_does_not_pass() {
        assert_open::<Closed>(&json!({"id": "a"}));
    }

    #[test]
    fn variants_reach_every_place() {
        let variant = changed(&sample(), &[(0, Change::Unknown), (2, Change::Unknown), (2, Change::Huge)]);
        assert_eq!(places(&sample()), ["", "/below", "/below/count", "/below/id", "/count", "/id"]);
        assert_eq!(variant["below"]["count"], json!(1e20));
        assert_eq!(unknown(&variant).len(), 1);
    }
}
