//! The request of a backup, after its types have been checked: what the service itself finds wrong with it.

use super::error::Refusal;
use super::parts;
use super::structures::LOCATION_TYPES;
use super::version::Version;
use crate::knobs::Knobs;
use serde_json::Value;

/// What to back up, and where to.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) parts: Vec<String>,
    pub(super) backup_password: Option<String>,
    pub(super) location_type: String,
    pub(super) location: String,
    pub(super) location_user: String,
    pub(super) comment: String,
    pub(super) fast_backup: Option<bool>,
}

impl Piece {
    /// Reads a request of that structure.
    pub(super) fn read(request: &Value, structure: &str, knobs: &Knobs) -> Result<Self, Refusal> {
        let location_type = text(request, "location_type");
        let location = text(request, "location");
        check_location(&location_type, &location, structure, knobs)?;
        Ok(Self {
            parts: part_ids(&request["parts"], knobs)?,
            backup_password: request["backup_password"].as_str().map(str::to_owned),
            location_type,
            location,
            location_user: text(request, "location_user"),
            comment: text(request, "comment"),
            fast_backup: request["fast_backup"].as_bool(),
        })
    }

    /// The address of the location, with the scheme even where the request left it to the type.
    pub(super) fn place(&self) -> String {
        place(&self.location_type, &self.location)
    }
}

/// A text member; nothing, if it is not set.
pub(super) fn text(request: &Value, name: &str) -> String {
    request[name].as_str().unwrap_or_default().to_owned()
}

/// A location as an address without a slash at the end.
pub(super) fn place(location_type: &str, location: &str) -> String {
    let location = location.trim_end_matches('/');
    match location.split_once("://") {
        Some((scheme, rest)) => format!("{}://{rest}", scheme.to_lowercase()),
        None => format!("{}://{location}", location_type.to_lowercase()),
    }
}

/// The location type that an address stands for, if the version has it; schedules and archives have no other word for it.
pub(super) fn type_of(location: &str, knobs: &Knobs) -> Option<&'static str> {
    let (scheme, rest) = location.split_once("://")?;
    let version = Version::of(knobs);
    let known = LOCATION_TYPES.iter().find(|(word, since)| word.eq_ignore_ascii_case(scheme) && *since <= version);
    known.map(|(word, _)| *word).filter(|word| !rest.is_empty() && !scp_gone(word, knobs))
}

/// SCP is still in the enumeration, but no longer offered from 7.0 on.
fn scp_gone(location_type: &str, knobs: &Knobs) -> bool {
    location_type == "SCP" && Version::of(knobs) >= Version::V700 && knobs.on("vcenter.reject_scp_from_7_0")
}

/// What is wrong with a location, whatever is to be done there.
pub(super) fn check_location(
    location_type: &str,
    location: &str,
    structure: &str,
    knobs: &Knobs,
) -> Result<(), Refusal> {
    if scp_gone(location_type, knobs) {
        let text = "'SCP' is not a location type of this appliance";
        return Err(Refusal::invalid_field(structure, "location_type", text));
    }
    if location.trim().is_empty() {
        return Err(Refusal::invalid_field(structure, "location", "Field \"location\" is empty"));
    }
    Ok(())
}

fn part_ids(list: &Value, knobs: &Knobs) -> Result<Vec<String>, Refusal> {
    match parts::unknown(list, knobs) {
        Some(unknown) => {
            Err(Refusal::generic("com.vmware.applmgmt.err_unknown_part", &format!("Part '{unknown}' is not known.")))
        }
        None => Ok(parts::ids(list)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{ADMIN, Bench, LIST, request_body};
    use super::*;
    use serde_json::json;

    fn with(field: &str, value: Value) -> Value {
        let mut body = request_body();
        body["piece"][field] = value;
        body
    }

    /// Status and text of the answer to a create.
    fn create(bench: &mut Bench, body: &Value) -> (u16, String) {
        bench.enter(ADMIN);
        let answer = bench.post(LIST, Some(body));
        (answer.status, String::from_utf8(answer.body).unwrap())
    }

    #[test]
    fn the_documented_request_is_read() {
        let knobs = Knobs::new(&[super::super::knobs::KNOBS]);
        let piece = Piece::read(&request_body()["piece"], "x", &knobs).unwrap();
        assert_eq!(piece.parts, ["common", "seat"]);
        assert_eq!(piece.location_type, "SFTP");
        assert_eq!(piece.location, "sftp://backup.example.net/vcsa");
        assert_eq!(piece.location_user, "vcbackup");
        assert_eq!(piece.comment, "nightly");
        assert_eq!(piece.backup_password.as_deref(), Some("Encrypt-1!"));
        for body in [
            json!({"piece": {"parts": [], "location_type": "FTP", "location": "10.0.0.9/dir"}}),
            with("parts", json!(["seat"])),
        ] {
            assert_eq!(create(&mut Bench::new(), &body).0, 200);
        }
    }

    #[test]
    fn missing_members_are_named() {
        for field in ["parts", "location_type", "location"] {
            let mut body = request_body();
            body["piece"].as_object_mut().unwrap().remove(field);
            let (status, text) = create(&mut Bench::new(), &body);
            assert_eq!(status, 400);
            assert!(text.contains("std.errors.invalid_argument"), "{text}");
            let sentence = format!(
                "Structure com.vmware.appliance.recovery.backup.job.backup_request is missing a field \\\"{field}\\\""
            );
            assert!(text.contains(&sentence), "{text}");
        }
        let (status, text) = create(&mut Bench::new(), &json!({}));
        assert_eq!(status, 400);
        assert!(text.contains("missing a field \\\"piece\\\""), "{text}");
    }

    #[test]
    fn unknown_members_are_refused() {
        let (status, text) = create(&mut Bench::new(), &with("fast_backup", json!(true)));
        assert_eq!(status, 400);
        assert!(text.contains("std.errors.invalid_request"), "{text}");
        assert!(text.contains("Unexpected field 'fast_backup' in request"));
        let (status, text) = create(&mut Bench::new(), &request_body()["piece"]);
        assert_eq!(status, 400);
        assert!(text.contains("Unexpected parameter 'backup_password' in JSON body"));
        let mut bench = Bench::new();
        bench.set("vcenter.version", json!("7.0.2"));
        assert_eq!(create(&mut bench, &with("fast_backup", json!(true))).0, 200);
    }

    #[test]
    fn wrong_types_are_refused() {
        for (field, value) in [
            ("parts", json!("seat")),
            ("parts", json!([1])),
            ("parts", json!(null)),
            ("location", json!(1)),
            ("location", json!(" ")),
            ("location_type", json!("sftp")),
            ("location_type", json!(null)),
            ("location_user", json!(null)),
            ("location_password", json!(1)),
            ("backup_password", json!(null)),
            ("comment", json!([])),
        ] {
            let (status, text) = create(&mut Bench::new(), &with(field, value.clone()));
            assert_eq!(status, 400, "{field}={value}");
            assert!(text.contains("invalid_argument"), "{field}={value}: {text}");
        }
        assert_eq!(create(&mut Bench::new(), &json!({"piece": []})).0, 400);
        assert_eq!(create(&mut Bench::new(), &json!([])).0, 400);
        let mut bench = Bench::new();
        bench.set("vcenter.null_member", json!("unset"));
        assert_eq!(create(&mut bench, &with("comment", json!(null))).0, 200);
    }

    #[test]
    fn location_types_depend_on_the_version() {
        let mut bench = Bench::new();
        let mut status = |version: &str, location_type: &str| {
            bench.set("vcenter.version", json!(version));
            bench.advance(100);
            create(&mut bench, &with("location_type", json!(location_type))).0
        };
        assert_eq!(status("6.7", "SCP"), 200);
        assert_eq!(status("6.7", "SFTP"), 400);
        assert_eq!(status("6.7.1", "SFTP"), 200);
        assert_eq!(status("6.7.1", "SMB"), 400);
        assert_eq!(status("6.7.2", "SMB"), 200);
        assert_eq!(status("9.1", "SCP"), 200);
        bench.set("vcenter.reject_scp_from_7_0", json!(true));
        let mut status = |version: &str, location_type: &str| {
            bench.set("vcenter.version", json!(version));
            bench.advance(100);
            create(&mut bench, &with("location_type", json!(location_type))).0
        };
        assert_eq!(status("7.0.0", "SCP"), 400);
        assert_eq!(status("7.0.0", "SFTP"), 200);
        assert_eq!(status("6.7.2", "SCP"), 200);
    }

    #[test]
    fn unknown_parts_follow_their_knob() {
        let mut bench = Bench::new();
        let body = with("parts", json!(["supervisors"]));
        assert_eq!(create(&mut bench, &body).0, 500);
        bench.set("vcenter.unknown_part", json!("ignore"));
        assert_eq!(create(&mut bench, &body).0, 200);
    }

    #[test]
    fn places_are_addresses() {
        assert_eq!(place("FTP", "10.0.0.9/dir/"), "ftp://10.0.0.9/dir");
        assert_eq!(place("FTP", "SFTP://h/d"), "sftp://h/d");
        let mut knobs = Knobs::new(&[super::super::knobs::KNOBS]);
        assert_eq!(type_of("sftp://h/d", &knobs), Some("SFTP"));
        assert_eq!(type_of("sftp://", &knobs), None);
        assert_eq!(type_of("h/d", &knobs), None);
        knobs.set("vcenter.version", json!("6.5")).unwrap();
        assert_eq!(type_of("sftp://h/d", &knobs), None);
    }
}
