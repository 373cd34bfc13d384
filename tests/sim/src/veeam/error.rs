//! Answers: plain successes and the `{"message"}` every version uses for failures, with v8's `errorCode` beside it.

use super::version::{Version, View};
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

/// A new thing: 201 from v8 on, 200 before
/// (<https://helpcenter.veeam.com/docs/vbo365/rest/breaking_changes.html>).
pub(super) fn created(view: &View<'_>, body: &Value) -> Response {
    Response::json(if view.version >= Version::V8 { 201 } else { 200 }, JSON, body)
}

/// The empty 200 of the old action endpoints.
pub(super) fn empty_ok() -> Response {
    Response::empty(200).with_header("content-type", JSON)
}

/// A failure with its `errorCode`, which [`as_of`] takes out again for the versions without it. Real sentences end with
/// a period. Which code goes with which status is inferred: no version publishes either.
pub(super) fn refuse(status: u16, message: &str) -> Response {
    let code = match status {
        400 => "ParameterValidationFailure",
        403 => "ResourceAccessDenied",
        404 => "ResourceNotFound",
        409 => "OperationConflict",
        _ => "HttpError",
    };
    coded(status, code, message)
}

/// A failure with a code of its own.
pub(super) fn coded(status: u16, code: &str, message: &str) -> Response {
    Response::json(status, JSON, &json!({ "message": message, "errorCode": code }))
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

/// What cannot be done as things stand: `OperationConflict` on v8, 500 before (inferred).
pub(super) fn conflict(view: &View<'_>, message: &str) -> Response {
    if view.version < Version::V8 {
        return refuse(500, message);
    }
    let status = view.ctx.knobs.number("veeam.conflict_status_v8");
    coded(u16::try_from(status).unwrap_or(409), "OperationConflict", message)
}

/// The only code that v7 knows.
pub(super) const PROXY_OFFLINE: &str = "ProxyOffline";

/// A failure as the version writes it: v8 has all codes, v7 one, the older ones none.
pub(super) fn as_of(version: Version, mut failure: Response) -> Response {
    if version >= Version::V8 {
        return failure;
    }
    if let Ok(Value::Object(mut body)) = serde_json::from_slice(&failure.body) {
        let known = version == Version::V7 && body.get("errorCode").is_some_and(|code| code == PROXY_OFFLINE);
        if !known && body.remove("errorCode").is_some() {
            failure.body = Value::Object(body).to_string().into_bytes();
        }
    }
    failure
}

#[cfg(test)]
mod tests {
    use crate::veeam::bench::{Bench, MAIL};
    use serde_json::json;

    #[test]
    fn only_v8_has_all_codes() {
        let mut bench = Bench::new();
        let nobody = "Jobs/00000000-0000-0000-0000-000000000000";
        let message = "Backup job with the specified ID was not found.";
        for version in ["v2", "v5", "v6", "v7"] {
            let got = bench.ask("GET", &format!("/{version}/{nobody}"), "");
            assert_eq!((got.status, bench.json(&got)), (404, json!({"message": message})), "{version}");
        }
        let got = bench.ask("GET", &format!("/v8/{nobody}"), "");
        assert_eq!((got.status, bench.json(&got)), (404, json!({"message": message, "errorCode": "ResourceNotFound"})));
        assert_eq!(bench.post(&format!("/v8/Jobs/{MAIL}/start"), "[]").1["errorCode"], "ParameterValidationFailure");
        assert_eq!(bench.post(&format!("/v8/Jobs/{MAIL}/start"), "").1["errorCode"], "HttpError");
        let conflict = bench.post(&format!("/v8/Jobs/{MAIL}/stop"), "");
        assert_eq!(conflict, (409, json!({"message": "Job is not running.", "errorCode": "OperationConflict"})));
        bench.knob("veeam.conflict_status_v8", json!(500));
        assert_eq!(bench.post(&format!("/v8/Jobs/{MAIL}/stop"), "").0, 500);
    }
}
