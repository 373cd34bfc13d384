//! Values as JSON-RPC marks them: `{"STRUCTURE":{name:{…}}}`, `{"OPTIONAL":x}`, `{"SECRET":"…"}`, `{"ERROR":{name:{…}}}`,
//! maps as lists of `map-entry` structures. Sources: the vendor's own runtime, and what its client sends and accepts.

use super::error::{Refusal, STD_ERRORS};
use super::structures::STD_MESSAGE;
use super::types::{INPUT, Kind, Member, Structure, member, since};
use super::version::Version;
use serde_json::{Map, Value, json};

/// Why an input cannot be read.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// It is no value at all: marks that do not exist, or several of them.
    Malformed,
    /// It is a value, but not one for this operation.
    Refused(Refusal),
}

impl From<Refusal> for Unreadable {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The parameters of an operation as plain values. Whether they are complete and right is checked elsewhere.
pub(super) fn input(members: &[Member], wire: &Value, version: Version) -> Result<Map<String, Value>, Unreadable> {
    structure(INPUT, members, INPUT, wire, version)
}

fn structure(
    name: &str,
    members: &[Member],
    field: &str,
    wire: &Value,
    version: Version,
) -> Result<Map<String, Value>, Unreadable> {
    let ("STRUCTURE", inner) = marked(wire)? else {
        return Err(mismatch(name, field));
    };
    let (given, fields) = single(inner)?;
    let Value::Object(fields) = fields else {
        return Err(Unreadable::Malformed);
    };
    if given != name {
        let text = format!("Name mismatch for structure. Expected {name}, but got {given}");
        return Err(Refusal::invalid_field(name, field, &text).into());
    }
    let mut plain = Map::new();
    for (key, wire) in fields {
        let known = members.iter().find(|member| member.name == key && member.since <= version);
        match known {
            Some(member) => {
                if let Some(value) = value(name, member.name, member.kind, wire, version)? {
                    plain.insert(key.clone(), value);
                }
            }
            // A newer client shows what it knows and leaves it unset.
            None if *wire == json!({"OPTIONAL": null}) => {}
            None => return Err(Refusal::unexpected_field(name, key).into()),
        }
    }
    Ok(plain)
}

fn value(name: &str, field: &str, kind: &Kind, wire: &Value, version: Version) -> Result<Option<Value>, Unreadable> {
    let plain = match kind {
        Kind::Optional(inner) => match marked(wire)? {
            ("OPTIONAL", Value::Null) => return Ok(None),
            ("OPTIONAL", set) => return value(name, field, inner, set, version),
            _ => return Err(mismatch(name, field)),
        },
        Kind::Secret => match marked(wire)? {
            ("SECRET", text) => text.clone(),
            _ => return Err(mismatch(name, field)),
        },
        Kind::List(inner) => {
            let items = wire.as_array().ok_or_else(|| mismatch(name, field))?;
            let mut plain = Vec::new();
            for item in items {
                plain.extend(value(name, field, inner, item, version)?);
            }
            Value::Array(plain)
        }
        Kind::Struct(Structure { name, members }) => Value::Object(structure(name, members, field, wire, version)?),
        _ if wire.is_object() || wire.is_array() => return Err(mismatch(name, field)),
        _ => wire.clone(),
    };
    Ok(Some(plain))
}

fn mismatch(structure: &str, field: &str) -> Unreadable {
    let text = format!("Found invalid field \"{field}\" in structure \"{structure}\".");
    Refusal::invalid_field(structure, field, &text).into()
}

/// The mark of a value and what is inside; no mark for bare ones.
fn marked(wire: &Value) -> Result<(&str, &Value), Unreadable> {
    if !wire.is_object() {
        return Ok(("", wire));
    }
    let (mark, inner) = single(wire)?;
    let known = ["STRUCTURE", "OPTIONAL", "SECRET", "ERROR", "BINARY"].contains(&mark);
    if known { Ok((mark, inner)) } else { Err(Unreadable::Malformed) }
}

fn single(wire: &Value) -> Result<(&str, &Value), Unreadable> {
    let members = wire.as_object().filter(|members| members.len() == 1);
    members.and_then(|m| m.iter().next()).map(|(name, inner)| (name.as_str(), inner)).ok_or(Unreadable::Malformed)
}

/// A plain value with its marks.
pub(super) fn output(kind: &Kind, value: Option<&Value>, version: Version) -> Value {
    let value = value.unwrap_or(&Value::Null);
    match kind {
        Kind::Nothing => Value::Null,
        Kind::Optional(_) if value.is_null() => json!({"OPTIONAL": null}),
        Kind::Optional(inner) => json!({"OPTIONAL": output(inner, Some(value), version)}),
        Kind::Secret => json!({ "SECRET": value }),
        Kind::List(inner) => value.as_array().into_iter().flatten().map(|v| output(inner, Some(v), version)).collect(),
        Kind::Map(inner) => value
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| {
                let value = output(inner, entry.get("value"), version);
                json!({"STRUCTURE": {"map-entry": {"key": entry["key"], "value": value}}})
            })
            .collect(),
        Kind::Struct(structure) => {
            json!({"STRUCTURE": {structure.name: fields(structure.members, value, version)}})
        }
        Kind::Error => error(&format!("{STD_ERRORS}{}", value["name"].as_str().unwrap_or_default()), value, version),
        Kind::Text | Kind::Whole | Kind::Flag | Kind::Time | Kind::Word(_) => value.clone(),
    }
}

fn fields(members: &[Member], value: &Value, version: Version) -> Value {
    let known = members.iter().filter(|member| member.since <= version);
    known.map(|member| (member.name.to_owned(), output(member.kind, value.get(member.name), version))).collect()
}

/// An error of that full name, from its plain members.
pub(super) fn error(name: &str, members: &Value, version: Version) -> Value {
    const OPTIONAL_TEXT: &Kind = &Kind::Optional(&Kind::Text);
    const MEMBERS: [Member; 3] = [
        member("messages", &Kind::List(STD_MESSAGE)),
        member("data", &Kind::Optional(&Kind::Nothing)),
        since(Version::V700, "error_type", OPTIONAL_TEXT),
    ];
    let mut encoded = fields(&MEMBERS, members, version);
    if name.ends_with(".unauthenticated") && version.has_challenge() {
        encoded["challenge"] = output(OPTIONAL_TEXT, members.get("challenge"), version);
    }
    json!({"ERROR": {name: encoded}})
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::super::restore_structures::LOCATION_SPEC;
    use super::super::structures::{DETAILS_FILTER, JOB_STATUS};
    use super::*;

    const PARAMETERS: &[Member] =
        &[member("filter", &Kind::Optional(DETAILS_FILTER)), member("spec", &Kind::Optional(LOCATION_SPEC))];

    fn read(fields: Value) -> Result<Map<String, Value>, Unreadable> {
        input(PARAMETERS, &json!({"STRUCTURE": {"operation-input": fields}}), Version::V91)
    }

    fn spec(fields: Value) -> Value {
        json!({"spec": {"OPTIONAL": {"STRUCTURE": {"com.vmware.appliance.recovery.backup.location_spec": fields}}}})
    }

    #[test]
    fn marks_are_taken_off() {
        let jobs = json!({"OPTIONAL": ["a", "b"]});
        let filter =
            json!({"STRUCTURE": {"com.vmware.appliance.recovery.backup.job.details.filter_spec": {"jobs": jobs}}});
        let read_filter = read(json!({"filter": {"OPTIONAL": filter}, "spec": {"OPTIONAL": null}})).unwrap();
        assert_eq!(Value::Object(read_filter), json!({"filter": {"jobs": ["a", "b"]}}));
        let fields = json!({
            "location": "ftp://h", "location_user": {"OPTIONAL": null},
            "location_password": {"OPTIONAL": {"SECRET": "pw"}}, "later": {"OPTIONAL": null},
        });
        let plain = json!({"spec": {"location": "ftp://h", "location_password": "pw"}});
        assert_eq!(Value::Object(read(spec(fields)).unwrap()), plain);
    }

    #[test]
    fn wrong_marks_are_refused() {
        for fields in [
            json!({"filter": null}),
            json!({"filter": "x"}),
            json!({"filter": {"SECRET": "x"}}),
            spec(json!({"location": {"SECRET": "x"}})),
            spec(json!({"location": ["x"]})),
            spec(json!({"location": "x", "location_user": "bare"})),
            spec(json!({"location": "x", "location_password": {"OPTIONAL": "bare"}})),
            spec(json!({"location": "x", "later": {"OPTIONAL": "set"}})),
            json!({"spec": {"OPTIONAL": {"STRUCTURE": {"other.name": {"location": "x"}}}}}),
        ] {
            assert!(matches!(read(fields.clone()), Err(Unreadable::Refused(_))), "{fields}");
        }
        for fields in [
            json!({"filter": {"OPTIONAL": null, "SECRET": "x"}}),
            json!({"filter": {"jobs": []}}),
            json!({"spec": {"OPTIONAL": {"STRUCTURE": {}}}}),
            json!({"spec": {"OPTIONAL": {"STRUCTURE": {"a": 1}}}}),
        ] {
            assert!(matches!(read(fields.clone()), Err(Unreadable::Malformed)), "{fields}");
        }
    }

    #[test]
    fn marks_are_put_on() {
        let status = json!({
            "id": "a", "state": "INPROGRESS", "messages": [], "progress": 0, "start_time": "2026-01-15T08:00:00.000Z",
        });
        let mut fields = status.clone();
        fields["end_time"] = json!({"OPTIONAL": null});
        let name = "com.vmware.appliance.recovery.backup.job.backup_job_status";
        assert_eq!(output(JOB_STATUS, Some(&status), Version::V91), json!({"STRUCTURE": {name: fields}}));
        let map = json!([{"key": "a", "value": "x"}]);
        assert_eq!(
            output(&Kind::Map(&Kind::Secret), Some(&map), Version::V91),
            json!([{"STRUCTURE": {"map-entry": {"key": "a", "value": {"SECRET": "x"}}}}])
        );
        assert_eq!(output(&Kind::Nothing, None, Version::V91), Value::Null);
    }

    #[test]
    fn errors_have_members_by_version() {
        let members = json!({"messages": [], "error_type": "ERROR", "challenge": "x"});
        assert_eq!(
            error("com.vmware.vapi.std.errors.error", &members, Version::V672),
            json!({"ERROR": {"com.vmware.vapi.std.errors.error": {"messages": [], "data": {"OPTIONAL": null}}}})
        );
        let new = error("com.vmware.vapi.std.errors.unauthenticated", &members, Version::V700);
        let fields = &new["ERROR"]["com.vmware.vapi.std.errors.unauthenticated"];
        assert_eq!(fields["error_type"], json!({"OPTIONAL": "ERROR"}));
        assert_eq!(fields["challenge"], json!({"OPTIONAL": "x"}));
    }
}
