//! The request of a backup: `{"piece":{…}}`, read strictly.

use super::error::Refusal;
use super::parts;
use super::route;
use super::version::Version;
use crate::http::Request;
use crate::knobs::Knobs;
use serde_json::{Map, Value};

const STRUCTURE: &str = "com.vmware.appliance.recovery.backup.job.backup_request";

/// Every member that the API versions served here have; `fast_backup` came later.
const MEMBERS: [&str; 7] =
    ["parts", "backup_password", "location_type", "location", "location_user", "location_password", "comment"];

/// What to back up, and where to.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) parts: Vec<String>,
    pub(super) backup_password: Option<String>,
    pub(super) location_type: String,
    pub(super) location: String,
    pub(super) location_user: String,
    pub(super) comment: String,
}

/// Reads the body.
pub(super) fn read(req: &Request, knobs: &Knobs) -> Result<Piece, Refusal> {
    let mut body = route::json_body(req)?.unwrap_or_default();
    if let Some(other) = body.keys().find(|key| *key != "piece") {
        return Err(Refusal::invalid_request(&format!("Unexpected parameter '{other}' in JSON body")));
    }
    let Some(piece) = body.remove("piece") else {
        return Err(Refusal::missing_field("operation-input", "piece"));
    };
    let Value::Object(piece) = piece else {
        return Err(Refusal::invalid_field("operation-input", "piece", "Field \"piece\" must be a structure"));
    };
    if let Some(other) = piece.keys().find(|key| !MEMBERS.contains(&key.as_str())) {
        return Err(Refusal::invalid_request(&format!("Unexpected field '{other}' in request")));
    }
    let parts = part_ids(&piece, knobs)?;
    let location_type =
        text(&piece, "location_type")?.ok_or_else(|| Refusal::missing_field(STRUCTURE, "location_type"))?;
    let version = Version::of(knobs);
    let scp_gone = version >= Version::V70 && knobs.on("vcenter.reject_scp_from_7_0");
    if !version.location_types().contains(&location_type.as_str()) || (scp_gone && location_type == "SCP") {
        return Err(invalid("location_type", &format!("'{location_type}' is not a location type of this appliance")));
    }
    let location = text(&piece, "location")?.ok_or_else(|| Refusal::missing_field(STRUCTURE, "location"))?;
    if location.trim().is_empty() {
        return Err(invalid("location", "Field \"location\" is empty"));
    }
    text(&piece, "location_password")?;
    Ok(Piece {
        parts,
        backup_password: text(&piece, "backup_password")?,
        location_type,
        location,
        location_user: text(&piece, "location_user")?.unwrap_or_default(),
        comment: text(&piece, "comment")?.unwrap_or_default(),
    })
}

fn invalid(field: &str, text: &str) -> Refusal {
    Refusal::invalid_field(STRUCTURE, field, text)
}

/// A text member. An unset one is left out; `null` is no text.
fn text(piece: &Map<String, Value>, field: &str) -> Result<Option<String>, Refusal> {
    match piece.get(field) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(invalid(field, &format!("Field \"{field}\" must be a string"))),
    }
}

fn part_ids(piece: &Map<String, Value>, knobs: &Knobs) -> Result<Vec<String>, Refusal> {
    let list = piece.get("parts").ok_or_else(|| Refusal::missing_field(STRUCTURE, "parts"))?;
    let wrong = || invalid("parts", "Field \"parts\" must be a list of strings");
    let ids: Vec<String> = list
        .as_array()
        .ok_or_else(wrong)?
        .iter()
        .map(|id| id.as_str().map(str::to_owned).ok_or_else(wrong))
        .collect::<Result<_, _>>()?;
    if knobs.text("vcenter.unknown_part") == "error"
        && let Some(unknown) = ids.iter().find(|id| !parts::known(id))
    {
        return Err(Refusal::generic(
            knobs,
            "com.vmware.applmgmt.err_unknown_part",
            &format!("Part '{unknown}' is not known."),
        ));
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::super::testing::request_body;
    use super::*;
    use serde_json::json;

    fn reading(body: &Value, knobs: &Knobs) -> Result<Piece, (u16, String)> {
        let req = Request {
            method: "POST".into(),
            headers: vec![("content-type".into(), "application/json".into())],
            body: body.to_string().into_bytes(),
            ..Request::default()
        };
        read(&req, knobs).map_err(|refusal| {
            let r = refusal.into_response(knobs);
            (r.status, String::from_utf8(r.body).unwrap())
        })
    }

    fn with(field: &str, value: Value) -> Value {
        let mut body = request_body();
        body["piece"][field] = value;
        body
    }

    #[test]
    fn the_documented_request_is_read() {
        let knobs = Knobs::new(&[KNOBS]);
        let piece = reading(&request_body(), &knobs).unwrap();
        assert_eq!(piece.parts, ["common", "seat"]);
        assert_eq!(piece.location_type, "SFTP");
        assert_eq!(piece.location, "sftp://backup.example.net/vcsa");
        assert_eq!(piece.location_user, "vcbackup");
        assert_eq!(piece.comment, "nightly");
        assert_eq!(piece.backup_password.as_deref(), Some("Encrypt-1!"));
        let least = json!({"piece": {"parts": [], "location_type": "FTP", "location": "10.0.0.9/dir"}});
        assert_eq!(reading(&least, &knobs).unwrap().backup_password, None);
        assert!(reading(&with("parts", json!(["seat"])), &knobs).is_ok());
    }

    #[test]
    fn missing_members_are_named() {
        let knobs = Knobs::new(&[KNOBS]);
        for field in ["parts", "location_type", "location"] {
            let mut body = request_body();
            body["piece"].as_object_mut().unwrap().remove(field);
            let (status, text) = reading(&body, &knobs).unwrap_err();
            assert_eq!(status, 400);
            assert!(text.contains("std.errors.invalid_argument"), "{text}");
            let sentence = format!(
                "Structure com.vmware.appliance.recovery.backup.job.backup_request is missing a field \\\"{field}\\\""
            );
            assert!(text.contains(&sentence), "{text}");
        }
        let (status, text) = reading(&json!({}), &knobs).unwrap_err();
        assert_eq!(status, 400);
        assert!(text.contains("missing a field \\\"piece\\\""), "{text}");
    }

    #[test]
    fn unknown_members_are_refused() {
        let knobs = Knobs::new(&[KNOBS]);
        let (status, text) = reading(&with("fast_backup", json!(true)), &knobs).unwrap_err();
        assert_eq!(status, 400);
        assert!(text.contains("std.errors.invalid_request"), "{text}");
        assert!(text.contains("Unexpected field 'fast_backup' in request"));
        let bare = request_body()["piece"].clone();
        let (status, text) = reading(&bare, &knobs).unwrap_err();
        assert_eq!(status, 400);
        assert!(text.contains("Unexpected parameter 'backup_password' in JSON body"));
    }

    #[test]
    fn wrong_types_are_refused() {
        let knobs = Knobs::new(&[KNOBS]);
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
            let (status, text) = reading(&with(field, value.clone()), &knobs).unwrap_err();
            assert_eq!(status, 400, "{field}={value}");
            assert!(text.contains("invalid_argument"), "{field}={value}: {text}");
        }
        assert_eq!(reading(&json!({"piece": []}), &knobs).unwrap_err().0, 400);
        assert_eq!(reading(&json!([]), &knobs).unwrap_err().0, 400);
    }

    #[test]
    fn location_types_depend_on_the_version() {
        let mut knobs = Knobs::new(&[KNOBS]);
        knobs.set("vcenter.version", json!("6.7")).unwrap();
        assert_eq!(reading(&request_body(), &knobs).unwrap_err().0, 400);
        assert!(reading(&with("location_type", json!("SCP")), &knobs).is_ok());
        knobs.set("vcenter.version", json!("7.0.0")).unwrap();
        assert!(reading(&with("location_type", json!("SCP")), &knobs).is_ok());
        knobs.set("vcenter.reject_scp_from_7_0", json!(true)).unwrap();
        assert!(reading(&with("location_type", json!("SCP")), &knobs).is_err());
        assert!(reading(&request_body(), &knobs).is_ok());
        knobs.set("vcenter.version", json!("6.7.2")).unwrap();
        assert!(reading(&with("location_type", json!("SCP")), &knobs).is_ok());
    }

    #[test]
    fn unknown_parts_follow_their_knob() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let body = with("parts", json!(["supervisors"]));
        assert_eq!(reading(&body, &knobs).unwrap_err().0, 500);
        knobs.set("vcenter.unknown_part", json!("ignore")).unwrap();
        assert!(reading(&body, &knobs).is_ok());
    }
}
