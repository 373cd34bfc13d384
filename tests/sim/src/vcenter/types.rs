//! The types of the interface, as the three dialects share them: what a value may be, since when, and how it is checked.
//!
//! Inside this room every value is plain JSON, unset members are left out, a map is a list of `{"key", "value"}` (so that it
//! keeps its order). `/rest`, `/api` and JSON-RPC dress it differently (`dialect.rs`, `encode.rs`), by these types.

use super::error::Refusal;
use super::version::Version;
use serde_json::{Map, Value};

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind {
    /// Text: also ids and URIs.
    Text,
    /// Text that is nobody's business; JSON-RPC marks it.
    Secret,
    /// A 64-bit integer.
    Whole,
    Flag,
    /// RFC 3339.
    Time,
    /// One of some words, each since a version.
    Word(&'static [(&'static str, Version)]),
    List(&'static Kind),
    /// Keys are texts.
    Map(&'static Kind),
    /// May be left out.
    Optional(&'static Kind),
    Struct(&'static Structure),
    /// An error as a value: `{"name", "messages", "as_text"}`.
    Error,
    Nothing,
}

/// One member of a structure, or one parameter of an operation.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) kind: &'static Kind,
    pub(super) since: Version,
}

/// A structure with its full name.
#[derive(Debug)]
pub(super) struct Structure {
    pub(super) name: &'static str,
    pub(super) members: &'static [Member],
}

/// The name of the structure that holds the parameters of an operation.
pub(super) const INPUT: &str = "operation-input";

/// A member of the first version.
pub(super) const fn member(name: &'static str, kind: &'static Kind) -> Member {
    Member { name, kind, since: Version::V65 }
}

/// A member of a later version.
pub(super) const fn since(version: Version, name: &'static str, kind: &'static Kind) -> Member {
    Member { name, kind, since: version }
}

/// What a request may leave open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) version: Version,
    /// `null` stands for an optional member that is not set; otherwise it is refused.
    pub(super) null_is_unset: bool,
}

/// Checks the parameters of an operation; what comes back has only what is set.
pub(super) fn check_input(
    members: &[Member],
    given: Map<String, Value>,
    rules: Rules,
) -> Result<Map<String, Value>, Refusal> {
    check_members(INPUT, members, given, rules)
}

fn check_members(
    structure: &str,
    members: &[Member],
    mut given: Map<String, Value>,
    rules: Rules,
) -> Result<Map<String, Value>, Refusal> {
    let known = || members.iter().filter(|member| member.since <= rules.version);
    if let Some(other) = given.keys().find(|key| known().all(|member| member.name != *key)) {
        return Err(if structure == INPUT {
            Refusal::invalid_request(&format!("Unexpected parameter '{other}' in JSON body"))
        } else {
            Refusal::invalid_request(&format!("Unexpected field '{other}' in request"))
        });
    }
    let mut checked = Map::new();
    for member in known() {
        let value = match (given.remove(member.name), member.kind) {
            (None, Kind::Optional(_)) => continue,
            (Some(Value::Null), Kind::Optional(_)) if rules.null_is_unset => continue,
            (Some(value), Kind::Optional(inner)) => check(structure, member.name, inner, value, rules)?,
            (Some(value), kind) => check(structure, member.name, kind, value, rules)?,
            (None, _) => return Err(Refusal::missing_field(structure, member.name)),
        };
        checked.insert(member.name.to_owned(), value);
    }
    Ok(checked)
}

fn check(structure: &str, name: &str, kind: &Kind, value: Value, rules: Rules) -> Result<Value, Refusal> {
    let wrong = |what: &str| Refusal::invalid_field(structure, name, &format!("Field \"{name}\" must be {what}"));
    match (kind, value) {
        (Kind::Text | Kind::Secret, value @ Value::String(_)) => Ok(value),
        (Kind::Text | Kind::Secret, _) => Err(wrong("a string")),
        (Kind::Whole, value) if value.is_i64() => Ok(value),
        (Kind::Whole, _) => Err(wrong("an integer")),
        (Kind::Flag, value @ Value::Bool(_)) => Ok(value),
        (Kind::Flag, _) => Err(wrong("a boolean")),
        (Kind::Time, Value::String(text)) if text.parse::<jiff::Timestamp>().is_ok() => Ok(text.into()),
        (Kind::Time, _) => Err(wrong("a time such as 2026-01-15T08:00:00.000Z")),
        (Kind::Word(words), Value::String(word)) => {
            if words.iter().any(|(known, since)| *known == word && *since <= rules.version) {
                return Ok(word.into());
            }
            let offered: Vec<&str> =
                words.iter().filter(|(_, since)| *since <= rules.version).map(|(known, _)| *known).collect();
            Err(wrong(&format!("one of {}, not '{word}'", offered.join(", "))))
        }
        (Kind::Word(_), _) => Err(wrong("a string")),
        (Kind::List(inner), Value::Array(items)) => {
            items.into_iter().map(|item| check(structure, name, inner, item, rules)).collect()
        }
        (Kind::List(_), _) => Err(wrong("a list")),
        (Kind::Struct(inner), Value::Object(members)) => {
            check_members(inner.name, inner.members, members, rules).map(Value::Object)
        }
        (Kind::Struct(_), _) => Err(wrong("a structure")),
        // No operation takes one of these.
        (Kind::Map(_) | Kind::Optional(_) | Kind::Error | Kind::Nothing, _) => Err(wrong("something else")),
    }
}

/// Takes out what the version does not have yet.
pub(super) fn fit(kind: &Kind, value: Value, version: Version) -> Value {
    match (kind, value) {
        (Kind::Optional(inner), value) => fit(inner, value, version),
        (Kind::List(inner), Value::Array(items)) => items.into_iter().map(|item| fit(inner, item, version)).collect(),
        (Kind::Map(inner), Value::Array(entries)) => entries
            .into_iter()
            .map(|mut entry| {
                entry["value"] = fit(inner, entry["value"].take(), version);
                entry
            })
            .collect(),
        (Kind::Struct(structure), Value::Object(mut members)) => {
            let mut fitting = Map::new();
            for member in structure.members.iter().filter(|member| member.since <= version) {
                if let Some(value) = members.remove(member.name) {
                    fitting.insert(member.name.to_owned(), fit(member.kind, value, version));
                }
            }
            Value::Object(fitting)
        }
        (_, value) => value,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::super::restore_structures::LOCATION_SPEC;
    use super::super::structures::{CREATE_SPEC, DETAILS};
    use super::*;
    use crate::knobs::Knobs;
    use serde_json::json;

    const PARAMETERS: &[Member] = &[member("id", &Kind::Text), member("spec", CREATE_SPEC)];

    fn checked(given: Value, version: Version, null_is_unset: bool) -> Result<Value, String> {
        let Value::Object(given) = given else { unreachable!() };
        check_input(PARAMETERS, given, Rules { version, null_is_unset }).map(Value::Object).map_err(|refusal| {
            let response = refusal.into_response(&Knobs::new(&[KNOBS]), super::super::dialect::Dialect::Rest);
            String::from_utf8(response.body).unwrap()
        })
    }

    #[test]
    fn what_is_right_passes() {
        let given = json!({"id": "a", "spec": {
            "location": "ftp://h/d", "enable": false, "parts": ["seat"],
            "recurrence_info": {"minute": 0, "hour": 23, "days": ["MONDAY"]},
        }});
        assert_eq!(checked(given.clone(), Version::V67, false).unwrap(), given);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (spec, word) in [
            (json!({}), "is missing a field \\\"location\\\""),
            (json!({"location": 1}), "\\\"location\\\" must be a string"),
            (json!({"location": "x", "enable": "yes"}), "must be a boolean"),
            (json!({"location": "x", "parts": "seat"}), "must be a list"),
            (json!({"location": "x", "parts": [1]}), "must be a string"),
            (json!({"location": "x", "recurrence_info": 1}), "must be a structure"),
            (json!({"location": "x", "recurrence_info": {"minute": 1.5, "hour": 1}}), "must be an integer"),
            (json!({"location": "x", "recurrence_info": {"minute": 1}}), "is missing a field \\\"hour\\\""),
            (json!({"location": "x", "recurrence_info": {"minute": 1, "hour": 1, "days": ["monday"]}}), "not 'monday'"),
            (json!({"location": "x", "colour": "red"}), "Unexpected field 'colour' in request"),
            (json!({"location": "x", "location_user": null}), "must be a string"),
        ] {
            let error = checked(json!({"id": "a", "spec": spec}), Version::V67, false).unwrap_err();
            assert!(error.contains(word), "{error}");
        }
        let error = checked(json!({"id": "a", "spec": {"location": "x"}, "x": 1}), Version::V67, false).unwrap_err();
        assert!(error.contains("Unexpected parameter 'x' in JSON body"), "{error}");
    }

    #[test]
    fn null_may_stand_for_unset() {
        let given = json!({"id": "a", "spec": {"location": "x", "location_user": null}});
        assert_eq!(checked(given, Version::V67, true).unwrap(), json!({"id": "a", "spec": {"location": "x"}}));
        assert!(checked(json!({"id": null, "spec": {"location": "x"}}), Version::V67, true).is_err());
    }

    #[test]
    fn members_come_with_their_version() {
        let given = json!({"id": "a", "spec": {"location": "x", "fast_backup": true}});
        assert!(checked(given.clone(), Version::V802, false).is_err());
        assert!(checked(given, Version::V803, false).is_ok());
        let details = json!({"fast_backup": true, "build": {}, "status": "RUNNING"});
        assert_eq!(fit(DETAILS, details.clone(), Version::V67), json!({"status": "RUNNING"}));
        assert_eq!(fit(DETAILS, details.clone(), Version::V672), json!({"build": {}, "status": "RUNNING"}));
        assert_eq!(fit(DETAILS, details.clone(), Version::V803), details);
        assert_eq!(fit(LOCATION_SPEC, json!({"no such": 1}), Version::V91), json!({}));
    }
}
