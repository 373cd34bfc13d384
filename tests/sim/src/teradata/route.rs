//! From a path to an operation. Five of the fourteen documented operations are served.

use super::error::Refusal;
use super::shape::finish;
use super::{SITE, State, execute, executions, jobs};
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::Ctx;

const JSON: &str = "application/json";

/// Answers one request.
pub(super) fn handle(state: &mut State, ctx: &Ctx<'_>, req: &Request) -> Result<Response, Refusal> {
    let path = match req.path.strip_suffix('/') {
        Some(shorter) if !shorter.is_empty() => match ctx.knobs.text("teradata.trailing_slash").as_str() {
            "redirect" => return Ok(redirect(ctx, shorter, req)),
            "not_found" => return Err(Refusal::not_found("No such resource.")),
            _ => shorter,
        },
        _ => req.path.as_str(),
    };
    let Some(rest) = path.strip_prefix("/data-protection/v2/sites/") else {
        return Err(Refusal::not_found("No such resource."));
    };
    state.tokens.check(req, ctx.knobs)?;
    let segments: Vec<String> = rest.split('/').map(decode).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let Some((site, below)) = segments.split_first() else {
        return Err(Refusal::not_found("No such resource."));
    };
    if *site != SITE {
        return Err(Refusal::unknown_site(ctx.knobs, site));
    }
    let ok = |body| Response::json(200, JSON, &finish(body, ctx.knobs));
    match below {
        ["jobs"] => {
            method(req, "GET")?;
            jobs::list(state, ctx, req).map(ok)
        }
        ["jobs", id] => {
            method(req, "GET")?;
            jobs::get(state, ctx, req, job_id(id, ctx.knobs)?).map(ok)
        }
        ["jobs", id, "execute"] => {
            method(req, "POST")?;
            execute::post(state, ctx, req, job_id(id, ctx.knobs)?)
        }
        ["executions"] => {
            method(req, "GET")?;
            executions::list(state, ctx, req, None).map(ok)
        }
        ["jobs", id, "executions"] => {
            method(req, "GET")?;
            executions::list(state, ctx, req, Some(job_id(id, ctx.knobs)?)).map(ok)
        }
        ["objects-preparation-status" | "restores" | "restore-permissions" | "databases"]
        | ["jobs", _, "executions", _, "prepare-objects" | "objects" | "restores"]
        | ["jobs", _, "executions", _, "restores", _] => Err(Refusal::not_simulated()),
        _ => Err(Refusal::not_found("No such resource.")),
    }
}

fn method(req: &Request, allowed: &str) -> Result<(), Refusal> {
    if req.method == allowed { Ok(()) } else { Err(Refusal::method(allowed)) }
}

fn job_id(text: &str, knobs: &Knobs) -> Result<i64, Refusal> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text.parse() {
        Ok(id) if digits => Ok(id),
        _ => Err(Refusal::bad_job_id(knobs, text)),
    }
}

fn redirect(ctx: &Ctx<'_>, path: &str, req: &Request) -> Response {
    let mut to = format!("{}{path}", ctx.base_url);
    for (index, (name, value)) in req.query.iter().enumerate() {
        to.push(if index == 0 { '?' } else { '&' });
        encode(name, &mut to);
        to.push('=');
        encode(value, &mut to);
    }
    Response::empty(301).with_header("location", &to)
}

fn encode(text: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// Percent-decodes one segment; what is not valid stays as it is.
fn decode(segment: &str) -> String {
    let bytes = segment.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(byte) = bytes.get(index) {
        let hex = (*byte == b'%')
            .then(|| bytes.get(index + 1..index + 3))
            .flatten()
            .filter(|pair| pair.iter().all(u8::is_ascii_hexdigit))
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        out.push(hex.unwrap_or(*byte));
        index += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use serde_json::json;

    #[test]
    fn unknown_paths_sites_and_methods() {
        let mut bench = Bench::new();
        assert_eq!(bench.raw("GET", "/").status, 404);
        assert_eq!(bench.raw("GET", "/data-protection/v2").status, 404);
        assert_eq!(bench.raw("GET", "/data-protection/v2/sites").status, 404);
        assert_eq!(bench.raw("GET", "/data-protection/v1/sites/ACMEPRD1/jobs").status, 404);
        assert_eq!(bench.raw("GET", "/data-protection/v2/sites/OTHER/jobs").status, 404);
        assert_eq!(bench.raw("GET", "/data-protection/v2/sites/ACME%50RD1/jobs").status, 200);
        assert_eq!(bench.raw("GET", "/data-protection/v2/sites/ACMEPRD1/jobs%").status, 404);
        assert_eq!(bench.get("jobs//executions").status, 400);
        assert_eq!(bench.get("jobs/71/executions/905").status, 404);
        assert_eq!(bench.get("jobs/+71").status, 400);
        assert_eq!(bench.get("jobs/99999999999999999999").status, 400);
        let refused = bench.get("jobs/71/execute");
        assert_eq!(refused.status, 405);
        assert!(refused.headers.contains(&("allow".into(), "POST".into())));
        assert_eq!(bench.post("jobs", "{}").status, 405);
        assert_eq!(bench.send("DELETE", "jobs/71", &[], b"").status, 405);
        assert_eq!(bench.get("restores").status, 501);
        assert_eq!(bench.post("jobs/71/executions/905/restores", "{}").status, 501);
        bench.set("teradata.unknown_site_status", json!(403));
        assert_eq!(bench.raw("GET", "/data-protection/v2/sites/OTHER/jobs").status, 403);
        bench.set("teradata.bad_job_id_status", json!(404));
        assert_eq!(bench.get("jobs/x").status, 404);
    }

    #[test]
    fn every_operation_wants_the_token() {
        let mut bench = Bench::new();
        bench.token = "other".into();
        for path in ["jobs", "jobs/71", "jobs/71/executions", "executions"] {
            let refused = bench.get(path);
            assert_eq!(refused.status, 401, "{path}");
            assert!(refused.headers.contains(&("www-authenticate".into(), "Bearer".into())));
        }
        assert_eq!(bench.post("jobs/71/execute", "").status, 401);
        assert_eq!(bench.runs_of("71", "api"), 0);
    }

    #[test]
    fn a_trailing_slash_has_three_fates() {
        let mut bench = Bench::new();
        assert_eq!(bench.get("jobs/71/").status, 200);
        bench.set("teradata.trailing_slash", json!("not_found"));
        assert_eq!(bench.get("jobs/71/").status, 404);
        assert_eq!(bench.get("jobs/71").status, 200);
        bench.set("teradata.trailing_slash", json!("redirect"));
        let answer = bench.get("jobs/?page=2&job-type=a b");
        assert_eq!(answer.status, 301);
        let to = "https://sim.test/data-protection/v2/sites/ACMEPRD1/jobs?page=2&job-type=a%20b";
        assert_eq!(answer.headers, [("location".to_owned(), to.to_owned())]);
    }

    #[test]
    fn unknown_members_appear_when_asked_for() {
        let mut bench = Bench::new();
        bench.set("teradata.unknown_keys", json!(true));
        let job = bench.get_json("jobs/71");
        assert!(job["x_new_member"].is_object());
        assert!(job["targetSiteDetails"]["x_new_member"].is_object());
        assert!(bench.get_json("executions")[0]["x_new_member"].is_object());
    }
}
