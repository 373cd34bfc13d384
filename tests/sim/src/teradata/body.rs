//! Request bodies.

use super::error::Refusal;
use crate::http::Request;
use serde_json::{Map, Value};

/// The members of a JSON object; none without a body. Other names than these are refused.
pub(super) fn object(req: &Request, known: &[&str]) -> Result<Option<Map<String, Value>>, Refusal> {
    let members = any_object(req)?;
    if let Some(members) = &members {
        only(members, known, "")?;
    }
    Ok(members)
}

/// The members of a JSON object, whatever their names; none without a body.
pub(super) fn any_object(req: &Request) -> Result<Option<Map<String, Value>>, Refusal> {
    if req.body.is_empty() {
        return Ok(None);
    }
    if !has_type(req, "application/json") {
        return Err(Refusal::media_type("application/json"));
    }
    let body: Value =
        serde_json::from_slice(&req.body).map_err(|e| Refusal::bad_request(format!("The body is no JSON: {e}.")))?;
    match body {
        Value::Object(members) => Ok(Some(members)),
        _ => Err(Refusal::bad_request("The body must be a JSON object.")),
    }
}

/// Refuses members that nobody documents.
pub(super) fn only(members: &Map<String, Value>, known: &[&str], place: &str) -> Result<(), Refusal> {
    match members.keys().find(|key| !known.contains(&key.as_str())) {
        Some(unknown) => Err(Refusal::bad_request(format!("Unknown member '{place}{unknown}'."))),
        None => Ok(()),
    }
}

/// The pairs of a form.
pub(super) fn form(req: &Request) -> Result<Vec<(String, String)>, Refusal> {
    const FORM: &str = "application/x-www-form-urlencoded";
    if !has_type(req, FORM) {
        return Err(Refusal::media_type(FORM));
    }
    Ok(crate::wire::pairs(&String::from_utf8_lossy(&req.body)))
}

fn has_type(req: &Request, wanted: &str) -> bool {
    let given = req.header("content-type").and_then(|value| value.split(';').next()).unwrap_or_default();
    given.trim().eq_ignore_ascii_case(wanted)
}
