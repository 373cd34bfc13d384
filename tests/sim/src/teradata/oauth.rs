//! A token endpoint (RFC 6749, 4.4). No page tells where a customer's is, so this one stands on a path that no vendor
//! has.

use super::auth::pair;
use super::error::Refusal;
use super::seed;
use super::shape::later;
use super::{State, body};
use crate::http::{Request, Response};
use crate::vendor::Ctx;
use serde_json::json;

/// Where it is.
pub(super) const PATH: &str = "/__sim__/oauth2/token";

/// Answers a request for a token.
pub(super) fn post(state: &mut State, ctx: &Ctx<'_>, req: &Request) -> Result<Response, Refusal> {
    let fields = body::form(req)?;
    let field = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    if field("grant_type") != Some("client_credentials") {
        return Ok(refused(400, "unsupported_grant_type", "Only client_credentials is granted."));
    }
    let in_header = req.header("authorization").and_then(|header| {
        let (scheme, coded) = header.split_once(' ')?;
        scheme.eq_ignore_ascii_case("basic").then(|| pair(coded)).flatten()
    });
    let in_body = || Some((field("client_id")?.to_owned(), field("client_secret")?.to_owned()));
    let client = match ctx.knobs.text("teradata.oauth_client").as_str() {
        "body" => in_body(),
        "either" => in_header.or_else(in_body),
        _ => in_header,
    };
    if client != Some((seed::CLIENT_ID.into(), seed::CLIENT_SECRET.into())) {
        let refusal = refused(401, "invalid_client", "The client is not known, or its secret is wrong.");
        return Ok(refusal.with_header("www-authenticate", "Basic"));
    }
    let lifetime = ctx.knobs.number("teradata.oauth_lifetime_s").max(0).unsigned_abs();
    let until = later(ctx.now, lifetime);
    let mut answer =
        json!({ "access_token": state.tokens.issue(until), "token_type": "Bearer", "expires_in": lifetime });
    if let Some(scope) = field("scope") {
        answer["scope"] = json!(scope);
    }
    if ctx.knobs.text("teradata.oauth_expires_in") == "absent"
        && let Some(members) = answer.as_object_mut()
    {
        members.remove("expires_in");
    }
    Ok(Response::json(200, "application/json", &answer).with_header("cache-control", "no-store"))
}

fn refused(status: u16, error: &str, description: &str) -> Response {
    Response::json(status, "application/json", &json!({ "error": error, "error_description": description }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use serde_json::Value;

    fn ask(bench: &mut Bench, client: Option<(&str, &str)>, form: &str) -> (u16, Value) {
        let auth = client.map(|(id, secret)| format!("Basic {}", STANDARD.encode(format!("{id}:{secret}"))));
        let mut headers = vec![("content-type", "application/x-www-form-urlencoded")];
        headers.extend(auth.as_deref().map(|auth| ("authorization", auth)));
        let answer = bench.bare("POST", PATH, &headers, form.as_bytes());
        (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
    }

    const CLIENT: Option<(&str, &str)> = Some((seed::CLIENT_ID, seed::CLIENT_SECRET));

    #[test]
    fn a_client_gets_a_token_that_lives_for_a_while() {
        let mut bench = Bench::new();
        let (status, answer) = ask(&mut bench, CLIENT, "grant_type=client_credentials&scope=a%20b");
        assert_eq!((status, &answer["expires_in"], &answer["scope"]), (200, &json!(3600), &json!("a b")));
        bench.token = answer["access_token"].as_str().unwrap().to_owned();
        assert_eq!(bench.get("jobs").status, 200);
        bench.advance(3600);
        assert_eq!(bench.get("jobs").status, 401);
        bench.set("teradata.oauth_expires_in", json!("absent"));
        let (_, next) = ask(&mut bench, CLIENT, "grant_type=client_credentials");
        assert_ne!(next["access_token"], answer["access_token"]);
        assert_eq!(next.get("expires_in"), None);
    }

    #[test]
    fn others_get_none() {
        let mut bench = Bench::new();
        for client in [None, Some((seed::CLIENT_ID, "wrong")), Some(("wrong", seed::CLIENT_SECRET))] {
            let (status, answer) = ask(&mut bench, client, "grant_type=client_credentials");
            assert_eq!((status, &answer["error"]), (401, &json!("invalid_client")), "{client:?}");
        }
        assert_eq!(ask(&mut bench, CLIENT, "grant_type=password").1["error"], "unsupported_grant_type");
        let json = [("content-type", "application/json")];
        assert_eq!(bench.bare("POST", PATH, &json, b"{}").status, 415);
        assert_eq!(bench.bare("GET", PATH, &[], b"").status, 405);
    }

    #[test]
    fn the_client_may_stand_in_the_body() {
        let mut bench = Bench::new();
        let form = format!(
            "grant_type=client_credentials&client_id={}&client_secret={}",
            seed::CLIENT_ID,
            seed::CLIENT_SECRET
        );
        for (value, header, body) in [("header", 200, 401), ("body", 401, 200), ("either", 200, 200)] {
            bench.set("teradata.oauth_client", json!(value));
            assert_eq!(ask(&mut bench, CLIENT, "grant_type=client_credentials").0, header, "{value}");
            assert_eq!(ask(&mut bench, None, &form).0, body, "{value}");
        }
    }
}
