//! Error bodies. None is documented for BaaS; these are the shapes of Teradata's other REST services.

use crate::auth::Fault;
use crate::error::ErrorKind;
use crate::transport::Reply;
use serde_json::Value;

pub(super) fn fault(reply: &Reply) -> Fault {
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let text = |name: &str| body.get(name).and_then(Value::as_str).filter(|t| !t.is_empty());
    let nested = body.pointer("/errors/0/message").or_else(|| body.pointer("/error/message")).and_then(Value::as_str);
    let message = ["message", "error_description", "detail", "details"]
        .iter()
        .find_map(|name| text(name))
        .or(nested)
        .or_else(|| text("error"));
    let running = message.is_some_and(|m| {
        let m = m.to_ascii_lowercase();
        m.contains("already") && (m.contains("running") || m.contains("executing") || m.contains("progress"))
    });
    Fault {
        kind: (reply.status >= 400 && running).then_some(ErrorKind::AlreadyRunning),
        code: text("error").or_else(|| text("code")).map(str::to_owned),
        message: message.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderMap;

    #[test]
    fn every_shape_of_the_sibling_services() {
        for (body, message) in [
            (r#"{"error":"3802","message":"no such database"}"#, Some("no such database")),
            (r#"{"error":"went wrong"}"#, Some("went wrong")),
            (r#"{"error":{"message":"nested"}}"#, Some("nested")),
            (r#"{"errors":[{"message":"first"}]}"#, Some("first")),
            ("<html>", None),
            ("", None),
            ("[1]", None),
        ] {
            let fault = fault(&Reply { status: 409, headers: HeaderMap::new(), body: body.into() });
            assert_eq!(fault.message.as_deref(), message, "{body}");
            assert_eq!(fault.kind, None);
        }
    }
}
