//! `POST /sites/{site}/restore-permissions`. The path is documented, both bodies are guesses.

use super::auth::database_user;
use super::error::Refusal;
use super::shape::finish;
use super::{body, query};
use crate::http::{Request, Response};
use crate::vendor::Ctx;
use serde_json::{Value, json};

/// Answers whether a caller may restore.
pub(super) fn post(ctx: &Ctx<'_>, req: &Request) -> Result<Response, Refusal> {
    let knobs = ctx.knobs;
    query::known(req, &[], knobs)?;
    body::any_object(req)?;
    let user = database_user(req, knobs);
    if user.is_none() && knobs.text("teradata.permissions_credentials") == "required" {
        return Err(Refusal::database_user(knobs));
    }
    let permitted = user.unwrap_or(true);
    let details = if permitted { "" } else { "The database user may not restore." };
    let answer = |body: &Value| Response::json(200, "application/json", &finish(body.clone(), knobs));
    Ok(match knobs.text("teradata.permissions_body").as_str() {
        "flag" => answer(&json!(permitted)),
        "list" => answer(&json!([{ "permitted": permitted, "details": details }])),
        "empty" => Response::empty(200),
        _ => answer(&json!({ "permitted": permitted, "details": details })),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::seed;
    use super::super::testing::{Bench, basic};
    use super::*;

    fn ask(bench: &mut Bench, credentials: Option<String>) -> (u16, Value) {
        let mut headers = vec![("content-type", "application/json")];
        headers.extend(credentials.as_deref().map(|value| ("x-auth-credentials", value)));
        let answer = bench.send("POST", "restore-permissions", &headers, br#"{"anything": 1}"#);
        (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
    }

    #[test]
    fn a_known_user_may() {
        let mut bench = Bench::new();
        assert_eq!(ask(&mut bench, None), (200, json!({"permitted": true, "details": ""})));
        assert_eq!(ask(&mut bench, Some(basic(seed::USERNAME, seed::PASSWORD))).1["permitted"], true);
        assert_eq!(ask(&mut bench, Some(basic(seed::USERNAME, "wrong"))).1["permitted"], false);
        assert_eq!(bench.post("restore-permissions", "").status, 200);
        assert_eq!(bench.post("restore-permissions", "[]").status, 400);
        assert_eq!(bench.get("restore-permissions").status, 405);
    }

    #[test]
    fn knobs() {
        let mut bench = Bench::new();
        for (value, body) in
            [("flag", json!(true)), ("list", json!([{"permitted": true, "details": ""}])), ("empty", Value::Null)]
        {
            bench.set("teradata.permissions_body", json!(value));
            assert_eq!(ask(&mut bench, None), (200, body));
        }
        bench.set("teradata.permissions_credentials", json!("required"));
        assert_eq!(ask(&mut bench, None).0, 401);
    }
}
