//! Errors in all generations: `{"type":"com.vmware.vapi.std.errors.…","value":{"messages":[…]}}` below `/rest`, with
//! `error_type` inside from 7.0 on; `{"error_type":…,"messages":[…]}` below `/api`; a value of the type in JSON-RPC. Names
//! map to status codes as in the vendor's runtime.

use super::dialect::Dialect;
use super::shape::{answer, message};
use super::version::Version;
use crate::http::Response;
use crate::knobs::Knobs;
use serde_json::{Value, json};

/// What a 401 asks for: the form in which a real one was seen.
const CHALLENGE: &str = "Basic realm=\"VAPI endpoint\",SIGN realm=0123456789abcdef0123456789abcdef01234567,\
    service=\"VAPI endpoint\",sts=\"https://vc01.example.net/sts/STSService/vsphere.local\"";

/// Where the names of the standard errors begin.
pub(super) const STD_ERRORS: &str = "com.vmware.vapi.std.errors.";

/// Why a request is not answered with success.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    /// Snake-case name of the error; empty for the router's own 404.
    name: &'static str,
    messages: Vec<Value>,
    allow: Option<String>,
}

impl Refusal {
    fn new(status: u16, name: &'static str, id: &str, text: &str, args: &[&str]) -> Self {
        Self { status, name, messages: vec![message(id, text, args)], allow: None }
    }

    /// 401: the same for a wrong password, an unknown and an expired session; other words on port 5480.
    pub(super) fn unauthenticated(knobs: &Knobs) -> Self {
        let (id, text) = if knobs.text("vcenter.port_mode") == "5480" {
            ("vapi.method.authentication.required", "This method requires authentication.")
        } else {
            ("com.vmware.vapi.endpoint.method.authentication.required", "Authentication required.")
        };
        Self::new(401, "unauthenticated", id, text, &[])
    }

    /// 403: logged in, but not in the group that may use appliance APIs.
    pub(super) fn unauthorized() -> Self {
        Self::new(403, "unauthorized", "vapi.security.authorization.invalid", "Unable to authorize user", &[])
    }

    /// 503: too many sessions.
    pub(super) fn too_many_sessions() -> Self {
        Self::new(
            503,
            "service_unavailable",
            "com.vmware.vapi.endpoint.session.limit",
            "The maximum number of sessions is reached.",
            &[],
        )
    }

    /// 404 of an operation.
    pub(super) fn not_found(what: &str) -> Self {
        Self::new(404, "not_found", "com.vmware.applmgmt.err_not_found", &format!("'{what}' not found."), &[what])
    }

    /// 404 of the router; below `/rest` it has member names of its own.
    pub(super) fn unknown_path() -> Self {
        Self::new(404, "", "com.vmware.vapi.rest.httpNotFound", "Not found.", &[])
    }

    /// 404 for an operation (`~action`) that the service does not have.
    pub(super) fn unknown_operation(action: &str) -> Self {
        Self::new(
            404,
            "operation_not_found",
            "vapi.method.input.invalid.method",
            &format!("Invalid method {action}"),
            &[action],
        )
    }

    /// 404 for a service that is not there.
    pub(super) fn unknown_service(service: &str) -> Self {
        Self::new(
            404,
            "operation_not_found",
            "vapi.method.input.invalid.interface",
            &format!("Invalid interface {service}"),
            &[service],
        )
    }

    /// 405 with the methods that are allowed.
    pub(super) fn method(allow: &str) -> Self {
        let mut refusal = Self::new(
            405,
            "operation_not_found",
            "com.vmware.vapi.rest.httpMethodNotAllowed",
            "Method not allowed.",
            &[],
        );
        refusal.allow = Some(allow.to_owned());
        refusal
    }

    /// 415: a body that is not declared to be JSON.
    pub(super) fn media_type() -> Self {
        Self::new(415, "invalid_request", "com.vmware.vapi.rest.unsupported_media_type", "Unsupported media type.", &[])
    }

    /// 400 `invalid_request`: no JSON, or members that do not belong there.
    pub(super) fn invalid_request(text: &str) -> Self {
        Self::new(400, "invalid_request", "vapi.method.invoke.exception", text, &[])
    }

    /// `unexpected_input`: JSON-RPC's word for a member that is set and that the server does not know. It has no status
    /// code of its own.
    pub(super) fn unexpected_field(structure: &str, field: &str) -> Self {
        Self::new(
            500,
            "unexpected_input",
            "vapi.data.structure.field.unexpected",
            &format!("Found unexpected field \"{field}\" in structure \"{structure}\""),
            &[field, structure],
        )
    }

    /// 400 `invalid_argument` for a member that is missing.
    pub(super) fn missing_field(structure: &str, field: &str) -> Self {
        Self::invalid_input(
            "vapi.data.structure.field.missing",
            &format!("Structure {structure} is missing a field \"{field}\""),
            &[structure, field],
        )
    }

    /// 400 `invalid_argument` for a member with a wrong value.
    pub(super) fn invalid_field(structure: &str, field: &str, text: &str) -> Self {
        Self::invalid_input("vapi.data.structure.field.invalid", text, &[structure, field])
    }

    fn invalid_input(id: &str, text: &str, args: &[&str]) -> Self {
        let mut refusal =
            Self::new(400, "invalid_argument", "vapi.method.input.invalid", "Invalid input to method", &[]);
        refusal.messages.push(message(id, text, args));
        refusal
    }

    /// 400 `feature_in_use` (not 409): one job at a time, whoever started it.
    pub(super) fn in_use() -> Self {
        Self::new(
            400,
            "feature_in_use",
            "com.vmware.applmgmt.err_operation_in_progress",
            "A backup or restore is already in progress.",
            &[],
        )
    }

    /// 400 `already_exists`.
    pub(super) fn already_exists(what: &str) -> Self {
        let text = format!("'{what}' already exists.");
        Self::new(400, "already_exists", "com.vmware.applmgmt.err_already_exists", &text, &[what])
    }

    /// 400 `not_allowed_in_current_state`.
    pub(super) fn not_allowed(text: &str) -> Self {
        Self::new(400, "not_allowed_in_current_state", "com.vmware.applmgmt.err_not_allowed", text, &[])
    }

    /// The generic error, for everything that the operations do not declare.
    pub(super) fn generic(id: &str, text: &str) -> Self {
        Self::new(500, "error", id, text, &[])
    }

    /// The name of the error, complete; for JSON-RPC.
    pub(super) fn type_name(&self) -> String {
        format!("{STD_ERRORS}{}", if self.name.is_empty() { "operation_not_found" } else { self.name })
    }

    /// `error_type`, `messages` and, on a 401, `challenge`.
    pub(super) fn members(&self, dialect: Dialect, knobs: &Knobs) -> Value {
        let name = if self.name.is_empty() { "not_found" } else { self.name };
        let version = Version::of(knobs);
        let mut members = error(dialect, name, &json!(self.messages), version);
        let challenged = match knobs.text("vcenter.challenge").as_str() {
            "everywhere" => true,
            "rpc" => dialect == Dialect::Rpc,
            _ => false,
        };
        if self.status == 401 && challenged && version.has_challenge() {
            members["challenge"] = CHALLENGE.into();
        }
        members
    }

    /// The answer on the wire of the two REST dialects.
    pub(super) fn into_response(self, knobs: &Knobs, dialect: Dialect) -> Response {
        if self.name.is_empty() && dialect == Dialect::Rest {
            let name = "com.vmware.vapi.rest.httpNotFound";
            return answer(
                404,
                &json!({
                    "localizableMessages": [{"defaultMessage": "Not found.", "id": name}],
                    "majorErrorCode": 404,
                    "name": name,
                }),
            );
        }
        let members = self.members(dialect, knobs);
        let response = if dialect == Dialect::Rest {
            // Only here are there two opinions about the status of the generic error.
            let generic_400 = self.name == "error" && knobs.number("vcenter.generic_error_status") == 400;
            let status = if generic_400 { 400 } else { self.status };
            answer(status, &json!({"type": self.type_name(), "value": members}))
        } else {
            answer(self.status, &members)
        };
        match &self.allow {
            Some(methods) => response.with_header("allow", methods),
            None => response,
        }
    }
}

/// The members of an error.
fn error(dialect: Dialect, name: &str, messages: &Value, version: Version) -> Value {
    let mut members = json!({ "messages": messages });
    if dialect == Dialect::Api || version.has_error_type() {
        members["error_type"] = name.to_uppercase().into();
    }
    members
}

/// An error that is part of a good answer: `{"name", "messages", "as_text"}` as the dialect writes it. (Inferred: no such
/// answer is published. The specification has a text, where the bindings have an error.)
pub(super) fn inside(dialect: Dialect, value: &Value, version: Version) -> Value {
    if value["as_text"] == true {
        return value["messages"][0]["default_message"].clone();
    }
    let name = value["name"].as_str().unwrap_or_default();
    let members = error(dialect, name, &value["messages"], version);
    match dialect {
        Dialect::Rest => json!({"type": format!("{STD_ERRORS}{name}"), "value": members}),
        _ => members,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::*;

    fn text(refusal: Refusal, dialect: Dialect, knobs: &Knobs) -> (u16, String) {
        let r = refusal.into_response(knobs, dialect);
        (r.status, String::from_utf8(r.body).unwrap())
    }

    #[test]
    fn the_401_body_as_seen() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let mut seen = |knob: &str, value: &str, dialect| {
            knobs.set(knob, value.into()).unwrap();
            text(Refusal::unauthenticated(&knobs), dialect, &knobs)
        };
        let old = r#"{"type":"com.vmware.vapi.std.errors.unauthenticated","value":{"messages":[{"args":[],"default_message":"Authentication required.","id":"com.vmware.vapi.endpoint.method.authentication.required"}]}}"#;
        assert_eq!(seen("vcenter.version", "6.7.2", Dialect::Rest), (401, old.into()));
        let body = seen("vcenter.version", "7.0.0", Dialect::Rest).1;
        assert!(body.contains(r#""value":{"error_type":"UNAUTHENTICATED","messages":"#), "{body}");
        let new = r#"{"error_type":"UNAUTHENTICATED","messages":[{"args":[],"default_message":"Authentication required.","id":"com.vmware.vapi.endpoint.method.authentication.required"}]}"#;
        assert_eq!(seen("vcenter.version", "9.1", Dialect::Api), (401, new.into()));
        let body = seen("vcenter.challenge", "everywhere", Dialect::Api).1;
        assert!(body.starts_with(r#"{"challenge":"Basic realm="#), "{body}");
        let body = seen("vcenter.port_mode", "5480", Dialect::Rest).1;
        assert!(body.contains(r#""This method requires authentication.","id":"vapi.method.authentication.required""#));
    }

    #[test]
    fn the_routers_404_has_other_members() {
        let knobs = Knobs::new(&[KNOBS]);
        let old = r#"{"localizableMessages":[{"defaultMessage":"Not found.","id":"com.vmware.vapi.rest.httpNotFound"}],"majorErrorCode":404,"name":"com.vmware.vapi.rest.httpNotFound"}"#;
        assert_eq!(text(Refusal::unknown_path(), Dialect::Rest, &knobs), (404, old.into()));
        let new = r#"{"error_type":"NOT_FOUND","messages":[{"args":[],"default_message":"Not found.","id":"com.vmware.vapi.rest.httpNotFound"}]}"#;
        assert_eq!(text(Refusal::unknown_path(), Dialect::Api, &knobs), (404, new.into()));
    }

    #[test]
    fn the_generic_error_has_two_codes() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let generic = || Refusal::generic("x", "y");
        assert_eq!(text(generic(), Dialect::Rest, &knobs).0, 500);
        knobs.set("vcenter.generic_error_status", json!(400)).unwrap();
        let (status, body) = text(generic(), Dialect::Rest, &knobs);
        assert_eq!(status, 400);
        assert!(body.starts_with(r#"{"type":"com.vmware.vapi.std.errors.error","#));
        let new = r#"{"error_type":"ERROR","messages":[{"args":[],"default_message":"y","id":"x"}]}"#;
        assert_eq!(text(generic(), Dialect::Api, &knobs), (500, new.into()));
        assert_eq!(text(Refusal::in_use(), Dialect::Rest, &knobs).0, 400);
    }
}
