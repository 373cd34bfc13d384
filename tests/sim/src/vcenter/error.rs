//! Errors of the `/rest` dialect: `{"type":"com.vmware.vapi.std.errors.…","value":{"messages":[…]}}`, with `error_type`
//! inside from 7.0 on. Names map to status codes as in the vendor's runtime.

use super::shape::{answer, message};
use super::version::Version;
use crate::http::Response;
use crate::knobs::Knobs;
use serde_json::{Value, json};

/// Why a request is not answered with success.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    /// Snake-case name of the error; empty for the router's own 404.
    name: &'static str,
    messages: Vec<Value>,
    allow: Option<&'static str>,
}

impl Refusal {
    fn new(status: u16, name: &'static str, id: &str, text: &str, args: &[&str]) -> Self {
        Self { status, name, messages: vec![message(id, text, args)], allow: None }
    }

    /// 401: the same for a wrong password, an unknown and an expired session.
    pub(super) fn unauthenticated() -> Self {
        Self::new(
            401,
            "unauthenticated",
            "com.vmware.vapi.endpoint.method.authentication.required",
            "Authentication required.",
            &[],
        )
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

    /// 404 of the router; it has member names of its own.
    pub(super) fn unknown_path() -> Self {
        Self { status: 404, name: "", messages: Vec::new(), allow: None }
    }

    /// 404 for an operation (`~action`) that the service does not have.
    pub(super) fn unknown_operation(action: &str) -> Self {
        Self::new(
            404,
            "operation_not_found",
            "vapi.method.input.invalid.definition",
            &format!("Operation '{action}' not found."),
            &[action],
        )
    }

    /// 405 with the methods that are allowed.
    pub(super) fn method(allow: &'static str) -> Self {
        let mut refusal = Self::new(
            405,
            "operation_not_found",
            "com.vmware.vapi.rest.httpMethodNotAllowed",
            "Method not allowed.",
            &[],
        );
        refusal.allow = Some(allow);
        refusal
    }

    /// The same with other methods, if it is a 405.
    pub(super) fn allowing(mut self, allow: &'static str) -> Self {
        self.allow = self.allow.map(|_| allow);
        self
    }

    /// 415: a body that is not declared to be JSON.
    pub(super) fn media_type() -> Self {
        Self::new(415, "invalid_request", "com.vmware.vapi.rest.unsupported_media_type", "Unsupported media type.", &[])
    }

    /// 400 `invalid_request`: no JSON, or members that do not belong there.
    pub(super) fn invalid_request(text: &str) -> Self {
        Self::new(400, "invalid_request", "vapi.method.invoke.exception", text, &[])
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

    /// The generic error, for everything that the operations do not declare.
    pub(super) fn generic(knobs: &Knobs, id: &str, text: &str) -> Self {
        let status = if knobs.number("vcenter.generic_error_status") == 400 { 400 } else { 500 };
        Self::new(status, "error", id, text, &[])
    }

    /// The answer on the wire.
    pub(super) fn into_response(self, knobs: &Knobs) -> Response {
        if self.name.is_empty() {
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
        let mut value = json!({"messages": self.messages});
        if Version::of(knobs).has_error_type() {
            value["error_type"] = self.name.to_uppercase().into();
        }
        let kind = format!("com.vmware.vapi.std.errors.{}", self.name);
        let response = answer(self.status, &json!({"type": kind, "value": value}));
        match self.allow {
            Some(methods) => response.with_header("allow", methods),
            None => response,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::*;

    fn text(refusal: Refusal, knobs: &Knobs) -> (u16, String) {
        let r = refusal.into_response(knobs);
        (r.status, String::from_utf8(r.body).unwrap())
    }

    #[test]
    fn the_401_body_as_seen() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let seen = r#"{"type":"com.vmware.vapi.std.errors.unauthenticated","value":{"messages":[{"args":[],"default_message":"Authentication required.","id":"com.vmware.vapi.endpoint.method.authentication.required"}]}}"#;
        assert_eq!(text(Refusal::unauthenticated(), &knobs), (401, seen.into()));
        knobs.set("vcenter.version", json!("7.0.0")).unwrap();
        let (_, body) = text(Refusal::unauthenticated(), &knobs);
        assert!(body.contains(r#""value":{"error_type":"UNAUTHENTICATED","messages":"#));
    }

    #[test]
    fn the_routers_404_has_other_members() {
        let knobs = Knobs::new(&[KNOBS]);
        let seen = r#"{"localizableMessages":[{"defaultMessage":"Not found.","id":"com.vmware.vapi.rest.httpNotFound"}],"majorErrorCode":404,"name":"com.vmware.vapi.rest.httpNotFound"}"#;
        assert_eq!(text(Refusal::unknown_path(), &knobs), (404, seen.into()));
    }

    #[test]
    fn the_generic_error_has_two_codes() {
        let mut knobs = Knobs::new(&[KNOBS]);
        assert_eq!(text(Refusal::generic(&knobs, "x", "y"), &knobs).0, 500);
        knobs.set("vcenter.generic_error_status", json!(400)).unwrap();
        let (status, body) = text(Refusal::generic(&knobs, "x", "y"), &knobs);
        assert_eq!(status, 400);
        assert!(body.starts_with(r#"{"type":"com.vmware.vapi.std.errors.error","#));
        assert_eq!(text(Refusal::in_use(), &knobs).0, 400);
    }
}
