//! Answers: plain successes and the `{"message"}` every version uses for failures.

use crate::http::Response;
use serde_json::{Value, json};

/// The content type of every JSON answer, and (so the documentation says) of the empty ones too.
pub(super) const JSON: &str = "application/json; charset=utf-8";

/// What a handler returns: the error side is an answer as well.
pub(super) type Answer = Result<Response, Response>;

/// 200 with a JSON body.
pub(super) fn ok(body: &Value) -> Response {
    Response::json(200, JSON, body)
}

/// The empty 200 of the old action endpoints.
pub(super) fn empty_ok() -> Response {
    Response::empty(200).with_header("content-type", JSON)
}

/// A failure; real sentences end with a period.
pub(super) fn refuse(status: u16, message: &str) -> Response {
    Response::json(status, JSON, &json!({ "message": message }))
}

/// A failure whose status is a knob.
pub(super) fn refuse_as(status: i64, message: &str) -> Response {
    refuse(u16::try_from(status).unwrap_or(500), message)
}

/// 400: the request itself is wrong (the status is inferred; no version publishes one).
pub(super) fn bad(message: &str) -> Response {
    refuse(400, message)
}

/// 404: no such thing (the status is inferred).
pub(super) fn not_found(what: &str) -> Response {
    refuse(404, &format!("{what} with the specified ID was not found."))
}
