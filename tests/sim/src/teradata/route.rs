//! From a path to an operation: a table of both products, which the table of operations is checked against.

use super::error::Refusal;
use super::product::Product::{self, Enterprise, Lake};
use super::shape::finish;
use super::{State, databases, execute, executions, jobs, oauth, objects, permissions, restores, seed};
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::Ctx;

const JSON: &str = "application/json";

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Call {
    Jobs,
    Job,
    Execute,
    SiteExecutions,
    JobExecutions,
    PrepareObjects,
    PreparationStatus,
    Objects,
    Restore,
    SiteRestores,
    RestorePermissions,
    Databases,
    ExecutionRestores,
    CreateRestore,
}

/// One operation below the site or the account; `*` stands for an id.
pub(super) struct Route {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) products: &'static [Product],
    /// Known from Enterprise only: not on Lake unless the knob says so.
    unverified_on_lake: bool,
    call: Call,
}

const fn route(method: &'static str, path: &'static str, call: Call) -> Route {
    Route { method, path, products: &[Enterprise], unverified_on_lake: false, call }
}

const fn both(route: Route) -> Route {
    Route { products: &[Enterprise, Lake], ..route }
}

const fn guessed_on_lake(route: Route) -> Route {
    Route { products: &[Enterprise, Lake], unverified_on_lake: true, ..route }
}

/// All of them.
pub(super) const ROUTES: &[Route] = &[
    both(route("GET", "jobs", Call::Jobs)),
    both(route("GET", "jobs/*", Call::Job)),
    guessed_on_lake(route("POST", "jobs/*/execute", Call::Execute)),
    guessed_on_lake(route("GET", "executions", Call::SiteExecutions)),
    guessed_on_lake(route("GET", "jobs/*/executions", Call::JobExecutions)),
    route("POST", "jobs/*/executions/*/prepare-objects", Call::PrepareObjects),
    route("GET", "objects-preparation-status", Call::PreparationStatus),
    route("GET", "jobs/*/executions/*/objects", Call::Objects),
    route("GET", "jobs/*/executions/*/restores/*", Call::Restore),
    route("GET", "restores", Call::SiteRestores),
    route("POST", "restore-permissions", Call::RestorePermissions),
    route("GET", "databases", Call::Databases),
    route("GET", "jobs/*/executions/*/restores", Call::ExecutionRestores),
    route("POST", "jobs/*/executions/*/restores", Call::CreateRestore),
];

/// Answers one request.
pub(super) fn handle(state: &mut State, ctx: &Ctx<'_>, req: &Request) -> Result<Response, Refusal> {
    if req.path == oauth::PATH {
        if req.method != "POST" {
            return Err(Refusal::method("POST"));
        }
        return oauth::post(state, ctx, req);
    }
    let path = match req.path.strip_suffix('/') {
        Some(shorter) if !shorter.is_empty() => match ctx.knobs.text("teradata.trailing_slash").as_str() {
            "redirect" => return Ok(redirect(ctx, shorter, req)),
            "not_found" => return Err(nowhere()),
            _ => shorter,
        },
        _ => req.path.as_str(),
    };
    let segments: Vec<String> = path.split('/').map(decode).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let (product, owner, below) = match segments.as_slice() {
        ["", "data-protection", "v2", "sites", site, below @ ..] => (Enterprise, *site, below),
        ["", "api", "accounts", account, "baas", below @ ..] => (Lake, *account, below),
        _ => return Err(nowhere()),
    };
    state.tokens.check(req, product, ctx)?;
    let (known, what) = match product {
        Enterprise => (seed::SITE, "Site"),
        Lake => (seed::ACCOUNT, "Account"),
    };
    if owner != known {
        return Err(Refusal::unknown_owner(ctx.knobs, what, owner));
    }
    let guesses = product == Enterprise || ctx.knobs.on("teradata.lake_unverified");
    let there = ROUTES.iter().filter(|route| {
        route.products.contains(&product) && (guesses || !route.unverified_on_lake) && fits(route.path, below)
    });
    let there: Vec<&Route> = there.collect();
    match there.iter().find(|route| route.method == req.method) {
        Some(route) => {
            let ids: Vec<&str> =
                route.path.split('/').zip(below).filter(|(part, _)| *part == "*").map(|(_, id)| *id).collect();
            answer(route.call, state, ctx, req, product, &ids)
        }
        None if there.is_empty() => Err(nowhere()),
        None => {
            let allowed: Vec<&str> = there.iter().map(|route| route.method).collect();
            Err(Refusal::method(&allowed.join(", ")))
        }
    }
}

fn answer(
    call: Call,
    state: &mut State,
    ctx: &Ctx<'_>,
    req: &Request,
    product: Product,
    ids: &[&str],
) -> Result<Response, Refusal> {
    let ok = |body| Response::json(200, JSON, &finish(body, ctx.knobs));
    let job = || job_id(ids.first().copied().unwrap_or_default(), ctx.knobs);
    let number = |place: usize, what: &str| {
        let text = ids.get(place).copied().unwrap_or_default();
        text.parse().map_err(|_| Refusal::not_found(format!("{what} {text} does not exist.")))
    };
    let execution = || number(1, "Execution");
    match call {
        Call::Jobs => jobs::list(state, ctx, req, product).map(ok),
        Call::Job => jobs::get(state, ctx, req, product, job()?).map(ok),
        Call::Execute => execute::post(state, ctx, req, job()?),
        Call::SiteExecutions => executions::list(state, ctx, req, product, None).map(ok),
        Call::JobExecutions => executions::list(state, ctx, req, product, Some(job()?)).map(ok),
        Call::PrepareObjects => objects::prepare(state, ctx, req, job()?, execution()?),
        Call::PreparationStatus => objects::status(state, ctx, req).map(ok),
        Call::Objects => objects::list(state, ctx, req, job()?, execution()?).map(ok),
        Call::Restore => restores::get(state, ctx, req, (job()?, execution()?), number(2, "Restore")?).map(ok),
        Call::SiteRestores => restores::list(state, ctx, req, None).map(ok),
        Call::RestorePermissions => permissions::post(ctx, req),
        Call::Databases => databases::list(state, ctx, req).map(ok),
        Call::ExecutionRestores => restores::list(state, ctx, req, Some((job()?, execution()?))).map(ok),
        Call::CreateRestore => restores::create(state, ctx, req, job()?, execution()?),
    }
}

/// Whether the segments fit the pattern.
fn fits(pattern: &str, segments: &[&str]) -> bool {
    let parts: Vec<&str> = pattern.split('/').collect();
    parts.len() == segments.len() && parts.iter().zip(segments).all(|(part, segment)| *part == "*" || part == segment)
}

fn nowhere() -> Refusal {
    Refusal::not_found("No such resource.")
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
        let refused = bench.send("PUT", "jobs/71/executions/905/restores", &[], b"");
        assert!(refused.headers.contains(&("allow".into(), "GET, POST".into())));
        bench.set("teradata.unknown_site_status", json!(403));
        assert_eq!(bench.raw("GET", "/data-protection/v2/sites/OTHER/jobs").status, 403);
        bench.set("teradata.bad_job_id_status", json!(404));
        assert_eq!(bench.get("jobs/x").status, 404);
    }

    #[test]
    fn every_operation_wants_the_token() {
        let mut bench = Bench::new();
        bench.token = "other".into();
        for path in ["jobs", "jobs/71", "jobs/71/executions", "executions", "restores", "databases", "nothing"] {
            let refused = bench.get(path);
            assert_eq!(refused.status, 401, "{path}");
            assert!(refused.headers.contains(&("www-authenticate".into(), "Bearer".into())));
        }
        assert_eq!(bench.post("jobs/71/execute", "").status, 401);
        assert_eq!(bench.runs_of("71", "api"), 0);
    }

    #[test]
    fn lake_has_two_documented_reads_and_some_guesses() {
        let mut bench = Bench::new();
        let lake = |bench: &mut Bench, method: &str, below: &str| bench.lake(method, below).status;
        assert_eq!(lake(&mut bench, "GET", "jobs?page=1&page-size=10&backup-type=BACKUP"), 200);
        assert_eq!(lake(&mut bench, "GET", "jobs/71/"), 200);
        assert_eq!(lake(&mut bench, "GET", "jobs?job-type=BACKUP"), 400);
        assert_eq!(bench.get("jobs?backup-type=BACKUP").status, 400);
        for (method, below, status) in [
            ("POST", "jobs/71/execute", 202),
            ("GET", "jobs/71/executions", 200),
            ("GET", "executions", 200),
            ("GET", "jobs?is-active=true", 200),
        ] {
            assert_eq!(lake(&mut bench, method, below), status, "{below}");
        }
        for below in ["restores", "databases", "jobs/71/executions/905/objects", "objects-preparation-status"] {
            assert_eq!(lake(&mut bench, "GET", below), 404, "{below}");
        }
        bench.set("teradata.lake_unverified", json!(false));
        assert_eq!(lake(&mut bench, "POST", "jobs/71/execute"), 404);
        assert_eq!(lake(&mut bench, "GET", "jobs/71/executions"), 404);
        assert_eq!(lake(&mut bench, "GET", "jobs?is-active=true"), 400);
        let row: serde_json::Value = serde_json::from_slice(&bench.lake("GET", "jobs/71").body).unwrap();
        assert_eq!(row["site_id"], "acc-51c07be2");
        assert_eq!(bench.raw("GET", "/api/accounts/other/baas/jobs").status, 401, "without a signed token");
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
