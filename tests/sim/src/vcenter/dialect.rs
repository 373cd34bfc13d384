//! The three ways to say the same: REST below `/rest`, REST below `/api` (7.0.2 and later), and JSON-RPC on `POST /api`.

use super::error;
use super::types::Kind;
use super::version::Version;
use serde_json::{Value, json};

/// One way to say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Results in `value`, maps as lists of pairs.
    Rest,
    /// Everything bare.
    Api,
    /// Envelopes and type marks (`encode.rs`).
    Rpc,
}

/// A result as one of the two REST dialects writes it; nothing, if the operation has none.
pub(super) fn result(dialect: Dialect, kind: &Kind, value: Value, version: Version) -> Option<Value> {
    match kind {
        Kind::Nothing => None,
        _ if dialect == Dialect::Rest => Some(json!({ "value": dressed(dialect, kind, value, version) })),
        _ => Some(dressed(dialect, kind, value, version)),
    }
}

/// Maps and errors look different in the two.
fn dressed(dialect: Dialect, kind: &Kind, value: Value, version: Version) -> Value {
    match (kind, value) {
        (Kind::Optional(inner), value) => dressed(dialect, inner, value, version),
        (Kind::List(inner), Value::Array(items)) => {
            items.into_iter().map(|item| dressed(dialect, inner, item, version)).collect()
        }
        (Kind::Map(inner), Value::Array(entries)) => {
            let entries = entries.into_iter().map(|mut entry| {
                let value = dressed(dialect, inner, entry["value"].take(), version);
                (entry["key"].as_str().unwrap_or_default().to_owned(), value)
            });
            match dialect {
                Dialect::Rest => entries.map(|(key, value)| json!({"key": key, "value": value})).collect(),
                _ => Value::Object(entries.collect()),
            }
        }
        (Kind::Struct(structure), Value::Object(members)) => members
            .into_iter()
            .map(|(name, value)| match structure.members.iter().find(|member| member.name == name) {
                Some(member) => (name, dressed(dialect, member.kind, value, version)),
                None => (name, value),
            })
            .collect(),
        (Kind::Error, value) => error::inside(dialect, &value, version),
        (_, value) => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_are_lists_of_pairs_in_one_of_them() {
        let kind = &Kind::Map(&Kind::Whole);
        let pairs = json!([{"key": "b", "value": 2}, {"key": "a", "value": 1}]);
        let wrapped = json!({ "value": pairs });
        assert_eq!(result(Dialect::Rest, kind, pairs.clone(), Version::V91), Some(wrapped));
        assert_eq!(result(Dialect::Api, kind, pairs, Version::V91), Some(json!({"a": 1, "b": 2})));
        assert_eq!(result(Dialect::Rest, &Kind::Nothing, Value::Null, Version::V91), None);
    }
}
