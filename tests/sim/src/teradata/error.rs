//! Refusals. The vendor documents no error body at all; ours has the two members its sister products use.

use crate::http::Response;
use crate::knobs::Knobs;
use serde_json::json;

/// Why a request is not answered with success.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) status: u16,
    code: &'static str,
    message: String,
    header: Option<(&'static str, String)>,
}

impl Refusal {
    fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), header: None }
    }

    /// 400.
    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, "BAD_REQUEST", message)
    }

    /// 401 or 403, as the knob says.
    pub(super) fn unauthorized(knobs: &Knobs) -> Self {
        if knobs.number("teradata.unauthorized_status") == 403 {
            return Self::new(403, "FORBIDDEN", "Access denied.");
        }
        let mut refusal = Self::new(401, "UNAUTHORIZED", "The access token is missing, invalid or expired.");
        refusal.header = Some(("www-authenticate", "Bearer".into()));
        refusal
    }

    /// 404.
    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self::new(404, "NOT_FOUND", message)
    }

    /// 404 or 403 for a site or account that is not the caller's, as the knob says.
    pub(super) fn unknown_owner(knobs: &Knobs, what: &str, id: &str) -> Self {
        if knobs.number("teradata.unknown_site_status") == 403 {
            return Self::new(403, "FORBIDDEN", format!("No access to {} {id}.", what.to_lowercase()));
        }
        Self::not_found(format!("{what} {id} does not exist."))
    }

    /// 400 or 404 for a job id that is no number, as the knob says.
    pub(super) fn bad_job_id(knobs: &Knobs, id: &str) -> Self {
        if knobs.number("teradata.bad_job_id_status") == 404 {
            return Self::not_found(format!("Job {id} does not exist."));
        }
        Self::bad_request(format!("Job id '{id}' is not an integer."))
    }

    /// 405 with the methods that are allowed.
    pub(super) fn method(allowed: &str) -> Self {
        let mut refusal = Self::new(405, "METHOD_NOT_ALLOWED", "Method not allowed.");
        refusal.header = Some(("allow", allowed.to_owned()));
        refusal
    }

    /// 409.
    pub(super) fn conflict(message: impl Into<String>) -> Self {
        Self::new(409, "CONFLICT", message)
    }

    /// 401 or 403 for the database user of a restore, as the knob says.
    pub(super) fn database_user(knobs: &Knobs) -> Self {
        const TEXT: &str = "x-auth-credentials is missing, or the database user may not do this.";
        match knobs.number("teradata.restore_credentials_status") {
            403 => Self::new(403, "FORBIDDEN", TEXT),
            _ => Self::new(401, "UNAUTHORIZED", TEXT),
        }
    }

    /// 415.
    pub(super) fn media_type(wanted: &str) -> Self {
        Self::new(415, "UNSUPPORTED_MEDIA_TYPE", format!("The request body must be {wanted}."))
    }

    /// The sentence, for the simulator's own callers.
    pub(super) fn text(&self) -> &str {
        &self.message
    }

    /// The answer on the wire.
    pub(super) fn into_response(self, knobs: &Knobs) -> Response {
        let json_type = "application/json";
        let response = match knobs.text("teradata.error_body").as_str() {
            "message" => Response::json(self.status, json_type, &json!({"message": self.message})),
            "error" => Response::json(self.status, json_type, &json!({"error": self.message})),
            "empty" => Response::empty(self.status),
            "text" => Response {
                status: self.status,
                headers: vec![("content-type".into(), "text/plain".into())],
                body: self.message.into_bytes(),
            },
            _ => Response::json(self.status, json_type, &json!({"message": self.message, "error": self.code})),
        };
        match self.header {
            Some((name, value)) => response.with_header(name, &value),
            None => response,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::*;

    #[test]
    fn body_has_the_members_the_knob_says() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let body = |k: &Knobs| {
            let r = Refusal::not_found("gone").into_response(k);
            String::from_utf8(r.body).unwrap()
        };
        assert_eq!(body(&knobs), r#"{"error":"NOT_FOUND","message":"gone"}"#);
        for (value, text) in
            [("message", r#"{"message":"gone"}"#), ("error", r#"{"error":"gone"}"#), ("text", "gone"), ("empty", "")]
        {
            knobs.set("teradata.error_body", json!(value)).unwrap();
            assert_eq!(body(&knobs), text);
        }
    }

    #[test]
    fn unauthorized_follows_its_knob() {
        let mut knobs = Knobs::new(&[KNOBS]);
        assert_eq!(Refusal::unauthorized(&knobs).status, 401);
        knobs.set("teradata.unauthorized_status", json!(403)).unwrap();
        assert_eq!(Refusal::unauthorized(&knobs).status, 403);
    }
}
