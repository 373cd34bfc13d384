//! From a path to an operation of the `/rest` dialect. Order matters: `job/details` comes before `job/{id}`.

use super::error::Refusal;
use super::shape::value;
use super::version::Version;
use super::{State, auth, details, jobs, parts};
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use serde_json::{Map, Value, json};

/// Answers one request.
pub(super) fn handle(state: &mut State, ctx: &Ctx<'_>, req: &Request) -> Result<Response, Refusal> {
    if req.path == "/rest/com/vmware/cis/session" {
        return auth::handle(state, ctx, req);
    }
    let Some(rest) = req.path.strip_prefix("/rest/appliance/recovery") else {
        return Err(Refusal::unknown_path());
    };
    let segments: Vec<&str> = rest.split('/').skip(1).collect();
    let has_details = Version::of(ctx.knobs).has_details();
    let mut enter = |method: &'static str| -> Result<&'static str, Refusal> {
        let user = state.sessions.appliance_user(ctx, req)?;
        if req.method != method {
            return Err(Refusal::method(method));
        }
        Ok(user)
    };
    let none = |knobs: &Knobs| query(req, &[], knobs);
    match segments.as_slice() {
        [] if rest.is_empty() && has_details => {
            enter("GET")?;
            none(ctx.knobs)?;
            Ok(value(&json!({"supported": true})))
        }
        ["backup", "job"] if req.method == "POST" => {
            let user = enter("POST")?;
            none(ctx.knobs)?;
            jobs::create(state, ctx, req, user).map(|v| value(&v))
        }
        ["backup", "job"] => {
            enter("GET").map_err(|e| e.allowing("GET, POST"))?;
            none(ctx.knobs)?;
            Ok(value(&jobs::list(state)))
        }
        ["backup", "job", "details"] if has_details => {
            enter("GET")?;
            if let Some((name, _)) = req.query.iter().find(|(n, _)| !details::is_filter(n)) {
                query(req, &[], ctx.knobs).map_err(|_| unexpected(name))?;
            }
            Ok(value(&details::list(state, ctx, req)))
        }
        ["backup", "job", id] if !id.is_empty() => {
            enter("GET")?;
            none(ctx.knobs)?;
            jobs::get(state, ctx, id).map(|v| value(&v))
        }
        ["backup", "job", id, "cancel"] if !id.is_empty() => {
            enter("POST")?;
            none(ctx.knobs)?;
            empty_body(req)?;
            jobs::cancel(state, ctx, id).map(|v| value(&v))
        }
        ["backup", "validate"] => {
            enter("POST")?;
            none(ctx.knobs)?;
            jobs::validate(state, ctx, req).map(|v| value(&v))
        }
        ["backup", "parts"] => {
            enter("GET")?;
            none(ctx.knobs)?;
            Ok(value(&parts::list()))
        }
        ["backup", "parts", id] if !id.is_empty() => {
            enter("GET")?;
            none(ctx.knobs)?;
            parts::get(id).map(|v| value(&v))
        }
        _ => Err(Refusal::unknown_path()),
    }
}

/// Refuses query parameters that are not among the known ones.
pub(super) fn query(req: &Request, known: &[&str], knobs: &Knobs) -> Result<(), Refusal> {
    if knobs.text("vcenter.unknown_query") == "ignore" {
        return Ok(());
    }
    match req.query.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        Some((name, _)) => Err(unexpected(name)),
        None => Ok(()),
    }
}

fn unexpected(name: &str) -> Refusal {
    Refusal::invalid_request(&format!("Unexpected parameter '{name}' in query"))
}

/// The members of a JSON body; nothing, if there is no body.
pub(super) fn json_body(req: &Request) -> Result<Option<Map<String, Value>>, Refusal> {
    if req.body.is_empty() {
        return Ok(None);
    }
    let media_type = req.header("content-type").and_then(|value| value.split(';').next()).unwrap_or_default();
    if !media_type.trim().eq_ignore_ascii_case("application/json") {
        return Err(Refusal::media_type());
    }
    match serde_json::from_slice(&req.body) {
        Ok(Value::Object(members)) => Ok(Some(members)),
        Ok(_) => Err(Refusal::invalid_request("Invalid JSON in request body: not an object")),
        Err(e) => Err(Refusal::invalid_request(&format!("Invalid JSON in request body: {e}"))),
    }
}

/// For operations without input: no body, or an empty object.
pub(super) fn empty_body(req: &Request) -> Result<(), Refusal> {
    match json_body(req)?.and_then(|members| members.keys().next().cloned()) {
        Some(name) => Err(Refusal::invalid_request(&format!("Unexpected parameter '{name}' in JSON body"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{ADMIN, Bench, LIST, request_body};
    use serde_json::json;

    fn entered() -> Bench {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        bench
    }

    #[test]
    fn unknown_paths_need_no_session() {
        let mut bench = Bench::new();
        for path in [
            "/",
            "/api",
            "/api/session",
            "/rest",
            "/rest/appliance/recoveryx",
            "/rest/appliance/recovery/",
            "/rest/appliance/recovery/backup",
            "/rest/appliance/recovery/backup/job/",
            "/rest/appliance/recovery/backup/job//cancel",
            "/rest/com/vmware/cis/session/x",
        ] {
            let answer = bench.send("GET", path, &[], b"");
            assert_eq!(answer.status, 404, "{path}");
            let text = String::from_utf8(answer.body).unwrap();
            assert!(text.contains("majorErrorCode"), "{path}: {text}");
        }
    }

    #[test]
    fn known_paths_need_a_session() {
        let mut bench = Bench::new();
        for path in ["", "/backup/job", "/backup/job/x", "/backup/job/details", "/backup/parts"] {
            let path = format!("/rest/appliance/recovery{path}");
            assert_eq!(bench.send("GET", &path, &[], b"").status, 401, "{path}");
        }
        let body = request_body().to_string();
        let headers = [("content-type", "application/json")];
        assert_eq!(bench.send("POST", LIST, &headers, body.as_bytes()).status, 401);
    }

    #[test]
    fn methods_queries_and_bodies() {
        let mut bench = entered();
        assert_eq!(bench.get_json("/rest/appliance/recovery")["value"]["supported"], true);
        let refused = bench.delete(LIST);
        assert_eq!(refused.status, 405);
        assert!(refused.headers.contains(&("allow".into(), "GET, POST".into())));
        assert_eq!(bench.get(&format!("{LIST}?page=1")).status, 400);
        bench.set("vcenter.unknown_query", json!("ignore"));
        assert_eq!(bench.get(&format!("{LIST}?page=1")).status, 200);
        assert_eq!(bench.get(&format!("{LIST}/details?page=1")).status, 200);
        let token = bench.token.clone();
        let form = [("vmware-api-session-id", token.as_str()), ("content-type", "text/plain")];
        let body = request_body().to_string();
        assert_eq!(bench.send("POST", LIST, &form, body.as_bytes()).status, 415);
        assert_eq!(bench.send("POST", LIST, &form[..1], body.as_bytes()).status, 415);
        let typed = [("vmware-api-session-id", token.as_str()), ("content-type", "application/json")];
        assert_eq!(bench.send("POST", LIST, &typed, b"{").status, 400);
        assert_eq!(bench.send("POST", LIST, &typed, b"").status, 400);
        // A GET with a body is what the vendor's own client sends.
        assert_eq!(bench.send("GET", LIST, &typed, b"{}").status, 200);
        assert_eq!(bench.send("GET", LIST, &form, b"{").status, 200);
        let cancel = format!("{LIST}/20260114-230000-13010631/cancel");
        assert_eq!(bench.send("POST", &cancel, &typed, b"{}").status, 200);
        assert_eq!(bench.send("POST", &cancel, &typed, br#"{"a":1}"#).status, 400);
    }
}
