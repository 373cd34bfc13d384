//! The vendor's error bodies: `{"message"}` everywhere, with `errorCode` from v7 on; OAuth's `error` and `error_description` at
//! the login, nothing at all on a 401. The codes are those of the OpenAPI documents of v7 (`ProxyOffline` alone) and v8.

use crate::auth::Fault;
use crate::error::ErrorKind;
use crate::transport::Reply;
use serde_json::Value;

pub(super) fn fault(reply: &Reply) -> Fault {
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let text = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
    let code = text("errorCode").or_else(|| text("error"));
    let message = text("message").or_else(|| text("error_description")).or_else(|| text("error"));
    let running = says_already_running(message.as_deref(), reply.status);
    let kind = match code.as_deref() {
        Some("ResourceNotFound") => Some(ErrorKind::NotFound),
        Some("ResourceAccessDenied") => Some(ErrorKind::Denied),
        Some("ParameterValidationFailure") => Some(ErrorKind::InvalidArgument),
        Some("ProxyOffline") => Some(ErrorKind::Unavailable),
        Some("Timeout") => Some(ErrorKind::Timeout),
        // Which sentence a running job gives is not documented; this is the plain reading of any that says so.
        _ if running => Some(ErrorKind::AlreadyRunning),
        // What the organization, the repository or the caller's change token is in the middle of (inferred from the names).
        Some(
            "OperationConflict" | "OrganizationTransfer" | "RepositoryOwnerChangeTooManyLinks" | "OutdatedChangeToken",
        ) => Some(ErrorKind::Conflict),
        // `HttpError` and whatever comes later: the status says more.
        _ => None,
    };
    Fault { kind, code, message }
}

fn says_already_running(message: Option<&str>, status: u16) -> bool {
    let text = message.unwrap_or_default().to_ascii_lowercase();
    status >= 400 && text.contains("already") && (text.contains("running") || text.contains("started"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderMap;

    fn read(status: u16, body: &str) -> Fault {
        fault(&Reply { status, headers: HeaderMap::new(), body: body.into() })
    }

    #[test]
    fn every_known_shape() {
        let oauth = read(400, r#"{"error":"invalid_grant","error_description":"Invalid credential."}"#);
        assert_eq!(
            (oauth.code.as_deref(), oauth.message.as_deref()),
            (Some("invalid_grant"), Some("Invalid credential."))
        );
        assert_eq!(read(500, r#"{"message":"Job is already running."}"#).kind, Some(ErrorKind::AlreadyRunning));
        assert_eq!(read(404, r#"{"message":"x","errorCode":"ResourceNotFound"}"#).kind, Some(ErrorKind::NotFound));
        assert_eq!(
            read(409, r#"{"message":"Job is already running.","errorCode":"OperationConflict"}"#).kind,
            Some(ErrorKind::AlreadyRunning)
        );
        assert_eq!(read(404, ""), Fault::default());
        assert_eq!(read(404, r#"{"errorCode":null,"message":null}"#), Fault::default());
        assert_eq!(read(401, ""), Fault::default());
        assert_eq!(read(502, "<html>Bad gateway</html>"), Fault::default());
        assert_eq!(read(500, r#"["odd"]"#), Fault::default());
    }

    #[test]
    fn every_code_of_v8_has_its_kind() {
        for (code, kind) in [
            ("ProxyOffline", Some(ErrorKind::Unavailable)),
            ("OutdatedChangeToken", Some(ErrorKind::Conflict)),
            ("ResourceAccessDenied", Some(ErrorKind::Denied)),
            ("ResourceNotFound", Some(ErrorKind::NotFound)),
            ("ParameterValidationFailure", Some(ErrorKind::InvalidArgument)),
            ("OrganizationTransfer", Some(ErrorKind::Conflict)),
            ("RepositoryOwnerChangeTooManyLinks", Some(ErrorKind::Conflict)),
            ("Timeout", Some(ErrorKind::Timeout)),
            ("OperationConflict", Some(ErrorKind::Conflict)),
            ("HttpError", None),
            ("SomethingNew", None),
        ] {
            let fault = read(500, &format!(r#"{{"message":"No.","errorCode":"{code}","stackTrace":"at x"}}"#));
            assert_eq!((fault.kind, fault.code.as_deref()), (kind, Some(code)));
        }
    }
}
