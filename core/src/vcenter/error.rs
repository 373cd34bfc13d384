//! Error bodies of every generation. Only the error's own name is trusted: `feature_in_use` is a 400, and a plain
//! `error` has been documented as both 400 and 500.

use crate::auth::Fault;
use crate::decode::kind_of_status;
use crate::error::ErrorKind;
use crate::transport::Reply;
use serde_json::Value;

/// The name we give to "no such path", which the vendor's routers word in several ways.
pub(super) const NO_OPERATION: &str = "OPERATION_NOT_FOUND";

pub(super) fn fault(reply: &Reply) -> Fault {
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    // The first message is about what was called, the following ones are its causes.
    let messages: Vec<&Value> = ["/value/messages", "/messages", "/localizableMessages"]
        .iter()
        .find_map(|path| body.pointer(path)?.as_array())
        .into_iter()
        .flatten()
        .collect();
    let said: Vec<&str> = messages
        .iter()
        .filter_map(|m| m.get("default_message").or_else(|| m.get("defaultMessage"))?.as_str())
        .collect();
    let ids = messages.iter().map(|message| message.get("id")).chain([body.get("name")]);
    let code = match reply.status == 404 && ids.flatten().any(is_of_the_router) {
        true => Some(NO_OPERATION.to_owned()),
        false => name(&body),
    };
    let known = code.as_deref().and_then(|code| WORDS.iter().find(|(word, _)| *word == code));
    let kind = match known {
        Some((_, kind)) => *kind,
        // The old router tells the status in its body, too.
        None => major_code(&body).map(kind_of_status),
    };
    Fault { kind, code, message: (!said.is_empty()).then(|| said.join(": ")) }
}

/// The vendor's names for its errors (`Error.Type`), and what they mean here; `None`: go by the status.
const WORDS: &[(&str, Option<ErrorKind>)] = &[
    ("ALREADY_EXISTS", Some(ErrorKind::Conflict)),
    ("ALREADY_IN_DESIRED_STATE", Some(ErrorKind::Conflict)),
    ("CANCELED", None),
    ("CONCURRENT_CHANGE", Some(ErrorKind::Conflict)),
    ("ERROR", Some(ErrorKind::Unavailable)),
    ("FEATURE_IN_USE", Some(ErrorKind::AlreadyRunning)),
    ("INTERNAL_SERVER_ERROR", Some(ErrorKind::Unavailable)),
    ("INVALID_ARGUMENT", Some(ErrorKind::InvalidArgument)),
    ("INVALID_ELEMENT_CONFIGURATION", Some(ErrorKind::InvalidArgument)),
    ("INVALID_ELEMENT_TYPE", Some(ErrorKind::InvalidArgument)),
    ("INVALID_REQUEST", Some(ErrorKind::InvalidArgument)),
    ("NOT_ALLOWED_IN_CURRENT_STATE", Some(ErrorKind::Conflict)),
    ("NOT_FOUND", Some(ErrorKind::NotFound)),
    (NO_OPERATION, Some(ErrorKind::NotFound)),
    ("RESOURCE_BUSY", Some(ErrorKind::Conflict)),
    ("RESOURCE_INACCESSIBLE", Some(ErrorKind::Unavailable)),
    ("RESOURCE_IN_USE", Some(ErrorKind::Conflict)),
    ("SERVICE_UNAVAILABLE", Some(ErrorKind::Unavailable)),
    ("TIMED_OUT", Some(ErrorKind::Timeout)),
    ("UNABLE_TO_ALLOCATE_RESOURCE", Some(ErrorKind::Unavailable)),
    ("UNAUTHENTICATED", Some(ErrorKind::Unauthenticated)),
    ("UNAUTHORIZED", Some(ErrorKind::Denied)),
    ("UNEXPECTED_INPUT", Some(ErrorKind::InvalidArgument)),
    ("UNSUPPORTED", Some(ErrorKind::Unsupported)),
    ("UNVERIFIED_PEER", None),
];

/// The error's own name: since 7.0 in `error_type`, before in the last word of `type`, from the old router in `name`.
fn name(body: &Value) -> Option<String> {
    let word = |path: &str| body.pointer(path)?.as_str();
    let last = |path: &str| {
        let word = word(path)?.rsplit('.').next()?;
        // Only what we know is rewritten: a secret that is echoed here must stay as it is to be found.
        let known = WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
        Some(known.map_or(word, |(known, _)| known).to_owned())
    };
    word("/error_type")
        .or_else(|| word("/value/error_type"))
        .map(str::to_owned)
        .or_else(|| last("/type"))
        .or_else(|| last("/name"))
        .or_else(|| major_code(body).map(|code| code.to_string()))
}

fn major_code(body: &Value) -> Option<u16> {
    let code = u16::try_from(body.get("majorErrorCode")?.as_u64()?).ok()?;
    (400..600).contains(&code).then_some(code)
}

/// `httpNotFound` (both routers) and `operationsForUrlNotFound` (seen on 7.0) are the routers' own; what a service
/// cannot find is worded by the service.
fn is_of_the_router(id: &Value) -> bool {
    id.as_str().is_some_and(|id| id.starts_with("com.vmware.vapi.rest."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderMap;
    use serde_json::json;

    fn read(status: u16, body: &str) -> Fault {
        fault(&Reply { status, headers: HeaderMap::new(), body: body.into() })
    }

    #[test]
    fn every_generation() {
        let old = read(
            400,
            r#"{"type":"com.vmware.vapi.std.errors.feature_in_use","value":{"messages":[{"args":[],"default_message":"busy","id":"x"}]}}"#,
        );
        assert_eq!((old.kind, old.message.as_deref()), (Some(ErrorKind::AlreadyRunning), Some("busy")));
        let seven = read(401, r#"{"type":"x.unauthenticated","value":{"error_type":"UNAUTHENTICATED","messages":[]}}"#);
        assert_eq!((seven.kind, seven.message), (Some(ErrorKind::Unauthenticated), None));
        let new =
            read(404, r#"{"error_type":"NOT_FOUND","messages":[{"default_message":"a"},{"default_message":"b"}]}"#);
        assert_eq!((new.kind, new.message.as_deref()), (Some(ErrorKind::NotFound), Some("a: b")));
        let router = read(
            404,
            r#"{"localizableMessages":[{"defaultMessage":"Not found."}],"majorErrorCode":404,"name":"com.vmware.vapi.rest.httpNotFound"}"#,
        );
        assert_eq!((router.kind, router.message.as_deref()), (Some(ErrorKind::NotFound), Some("Not found.")));
        assert_eq!(read(503, "<html>"), Fault::default());
    }

    #[test]
    fn the_name_is_found_in_the_order_of_trust() {
        for (body, code) in [
            (r#"{"error_type":"A","value":{"error_type":"B"},"type":"x.c","name":"x.d","majorErrorCode":404}"#, "A"),
            (r#"{"value":{"error_type":"B"},"type":"x.c","name":"x.d","majorErrorCode":404}"#, "B"),
            (r#"{"type":"x.c","name":"x.d","majorErrorCode":404}"#, "c"),
            (r#"{"name":"x.not_found","majorErrorCode":404}"#, "NOT_FOUND"),
            (r#"{"majorErrorCode":404}"#, "404"),
        ] {
            assert_eq!(read(400, body).code.as_deref(), Some(code), "{body}");
        }
        assert_eq!(read(400, r#"{"majorErrorCode":503}"#).kind, Some(ErrorKind::Unavailable));
        assert_eq!(read(400, r#"{"majorErrorCode":99999}"#), Fault::default());
    }

    #[test]
    fn no_such_path_is_told_from_no_such_thing() {
        for body in [
            r#"{"localizableMessages":[{"defaultMessage":"Not found.","id":"com.vmware.vapi.rest.httpNotFound"}],"name":"com.vmware.vapi.rest.httpNotFound"}"#,
            r#"{"error_type":"NOT_FOUND","messages":[{"default_message":"Not found.","id":"com.vmware.vapi.rest.httpNotFound"}]}"#,
            r#"{"type":"x.not_found","value":{"error_type":"NOT_FOUND","messages":[{"id":"com.vmware.vapi.rest.operationsForUrlNotFound"}]}}"#,
            r#"{"type":"com.vmware.vapi.std.errors.operation_not_found","value":{"messages":[]}}"#,
            r#"{"error_type":"OPERATION_NOT_FOUND","messages":[]}"#,
            r#"{"name":"com.vmware.vapi.rest.httpNotFound"}"#,
        ] {
            let fault = read(404, body);
            assert_eq!((fault.code.as_deref(), fault.kind), (Some(NO_OPERATION), Some(ErrorKind::NotFound)), "{body}");
        }
        let thing = r#"{"error_type":"NOT_FOUND","messages":[{"id":"com.vmware.applmgmt.err_no_job"}]}"#;
        assert_eq!(read(404, thing).code.as_deref(), Some("NOT_FOUND"));
        // The router also words what is wrong with a request.
        let wrong = r#"{"error_type":"INVALID_ARGUMENT","messages":[{"id":"com.vmware.vapi.rest.invalidArgument"}]}"#;
        assert_eq!(read(400, wrong).kind, Some(ErrorKind::InvalidArgument));
    }

    #[test]
    fn every_word_of_the_vendor_counts_more_than_the_status() {
        for (word, kind) in [
            ("ALREADY_EXISTS", ErrorKind::Conflict),
            ("ALREADY_IN_DESIRED_STATE", ErrorKind::Conflict),
            ("CONCURRENT_CHANGE", ErrorKind::Conflict),
            ("FEATURE_IN_USE", ErrorKind::AlreadyRunning),
            ("INTERNAL_SERVER_ERROR", ErrorKind::Unavailable),
            ("INVALID_ARGUMENT", ErrorKind::InvalidArgument),
            ("INVALID_ELEMENT_CONFIGURATION", ErrorKind::InvalidArgument),
            ("INVALID_ELEMENT_TYPE", ErrorKind::InvalidArgument),
            ("INVALID_REQUEST", ErrorKind::InvalidArgument),
            ("NOT_ALLOWED_IN_CURRENT_STATE", ErrorKind::Conflict),
            ("NOT_FOUND", ErrorKind::NotFound),
            ("RESOURCE_BUSY", ErrorKind::Conflict),
            ("RESOURCE_IN_USE", ErrorKind::Conflict),
            ("RESOURCE_INACCESSIBLE", ErrorKind::Unavailable),
            ("SERVICE_UNAVAILABLE", ErrorKind::Unavailable),
            ("TIMED_OUT", ErrorKind::Timeout),
            ("UNABLE_TO_ALLOCATE_RESOURCE", ErrorKind::Unavailable),
            ("UNAUTHENTICATED", ErrorKind::Unauthenticated),
            ("UNAUTHORIZED", ErrorKind::Denied),
            ("UNEXPECTED_INPUT", ErrorKind::InvalidArgument),
            ("UNSUPPORTED", ErrorKind::Unsupported),
            ("ERROR", ErrorKind::Unavailable),
        ] {
            let snake = word.to_ascii_lowercase();
            for body in [
                format!(r#"{{"error_type":"{word}","messages":[]}}"#),
                format!(r#"{{"type":"com.vmware.vapi.std.errors.{snake}","value":{{"messages":[]}}}}"#),
                format!(r#"{{"type":"com.vmware.vapi.std.errors.{snake}","value":{{"error_type":"{word}"}}}}"#),
            ] {
                let fault = read(418, &body);
                assert_eq!((fault.kind, fault.code.as_deref()), (Some(kind), Some(word)), "{body}");
            }
        }
        assert_eq!(WORDS.len(), 25, "each of them has its meaning above, but for two that go by the status");
        // What is new keeps its name and goes by the status.
        for word in ["UNVERIFIED_PEER", "CANCELED", "BRAND_NEW"] {
            let new = read(409, &json!({ "error_type": word }).to_string());
            assert_eq!((new.kind, new.code.as_deref()), (None, Some(word)));
        }
    }
}
