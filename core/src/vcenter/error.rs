//! Error bodies of every generation. Only the error's own name is trusted: `feature_in_use` is a 400, and a plain `error`
//! has been documented as both 400 and 500.

use crate::auth::Fault;
use crate::error::ErrorKind;
use crate::transport::Reply;
use serde_json::Value;

pub(super) fn fault(reply: &Reply) -> Fault {
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let code = ["/error_type", "/value/error_type"]
        .iter()
        .find_map(|path| body.pointer(path)?.as_str())
        .map(str::to_owned)
        .or_else(|| {
            let name = body.get("type").or_else(|| body.get("name"))?.as_str()?;
            name.rsplit('.').next().map(str::to_ascii_uppercase)
        });
    // The first message is about what was called, the following ones are its causes.
    let messages: Vec<&str> = ["/value/messages", "/messages", "/localizableMessages"]
        .iter()
        .find_map(|path| body.pointer(path)?.as_array())
        .into_iter()
        .flatten()
        .filter_map(|m| m.get("default_message").or_else(|| m.get("defaultMessage"))?.as_str())
        .collect();
    let kind = match code.as_deref() {
        Some("FEATURE_IN_USE") => Some(ErrorKind::AlreadyRunning),
        Some("UNAUTHENTICATED") => Some(ErrorKind::Unauthenticated),
        Some("UNAUTHORIZED") => Some(ErrorKind::Denied),
        Some("NOT_FOUND" | "OPERATION_NOT_FOUND" | "HTTPNOTFOUND") => Some(ErrorKind::NotFound),
        Some("INVALID_ARGUMENT" | "INVALID_REQUEST" | "UNEXPECTED_INPUT") => Some(ErrorKind::InvalidArgument),
        Some("NOT_ALLOWED_IN_CURRENT_STATE" | "RESOURCE_BUSY" | "RESOURCE_IN_USE" | "CONCURRENT_CHANGE") => {
            Some(ErrorKind::Conflict)
        }
        Some("UNSUPPORTED") => Some(ErrorKind::Unsupported),
        Some("SERVICE_UNAVAILABLE" | "INTERNAL_SERVER_ERROR" | "ERROR") => Some(ErrorKind::Unavailable),
        Some("TIMED_OUT") => Some(ErrorKind::Timeout),
        _ => None,
    };
    Fault { kind, code, message: (!messages.is_empty()).then(|| messages.join(": ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderMap;

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
}
