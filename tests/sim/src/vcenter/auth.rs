//! Sessions: `POST`/`DELETE /rest/com/vmware/cis/session` and `POST …?~action=get`.
//!
//! Login succeeds for every user of the directory; who is not in the administrators' group is told so (403) by the
//! appliance APIs only.

use super::State;
use super::error::Refusal;
use super::route;
use super::shape::{answer, seconds, time, value};
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::json;

/// The user who may do everything.
pub(super) const ADMIN: &str = "administrator@vsphere.local";
/// A user who can log in but may not use appliance APIs.
pub(super) const OPERATOR: &str = "operator@vsphere.local";
/// The password of both.
pub(super) const PASSWORD: &str = "Sim-Passw0rd!";

/// Header and cookie have this name.
const NAME: &str = "vmware-api-session-id";

/// One living session.
#[derive(Debug)]
pub(super) struct Session {
    token: String,
    user: &'static str,
    created: Timestamp,
    used: Timestamp,
}

/// All sessions.
#[derive(Debug, Default)]
pub(super) struct Sessions {
    living: Vec<Session>,
    given: u128,
}

impl Sessions {
    /// Ends what is idle for too long or too old. A running backup does not care.
    pub(super) fn tick(&mut self, now: Timestamp, knobs: &Knobs) {
        let idle = knobs.number("vcenter.session_idle_s");
        let life = knobs.number("vcenter.session_max_s");
        let age = |since: Timestamp| now.as_second().saturating_sub(since.as_second());
        self.living.retain(|s| age(s.used) < idle && age(s.created) < life);
    }

    /// Ends all.
    pub(super) fn clear(&mut self) {
        self.living.clear();
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.living.len()
    }

    fn open(&mut self, user: &'static str, now: Timestamp) -> String {
        self.given += 1;
        // An odd factor makes different counters different tokens.
        let bits = self.given.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let token = format!("{bits:032x}");
        self.living.push(Session { token: token.clone(), user, created: now, used: now });
        token
    }

    /// The session of the request, touched.
    pub(super) fn of(&mut self, ctx: &Ctx<'_>, req: &Request) -> Result<&mut Session, Refusal> {
        let token = token(req, ctx.knobs).ok_or_else(Refusal::unauthenticated)?;
        let session = self.living.iter_mut().find(|s| s.token == token).ok_or_else(Refusal::unauthenticated)?;
        session.used = ctx.now;
        Ok(session)
    }

    /// The user of the request, if the user may use appliance APIs.
    pub(super) fn appliance_user(&mut self, ctx: &Ctx<'_>, req: &Request) -> Result<&'static str, Refusal> {
        match self.of(ctx, req)?.user {
            ADMIN => Ok(ADMIN),
            _ => Err(Refusal::unauthorized()),
        }
    }
}

/// The session token that a request carries, in the header or in the cookie.
fn token<'r>(req: &'r Request, knobs: &Knobs) -> Option<&'r str> {
    let cookies = || req.headers.iter().filter(|(name, _)| name == "cookie");
    let cookie = cookies()
        .flat_map(|(_, line)| line.split(';'))
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| name.trim() == NAME)
        .map(|(_, value)| value.trim().trim_matches('"'));
    if knobs.on("vcenter.cookie_hides_header") && cookies().next().is_some() {
        return cookie;
    }
    req.header(NAME).or(cookie)
}

/// The user of a Basic header; the password begins after the first colon.
fn basic(req: &Request) -> Option<&'static str> {
    let (scheme, encoded) = req.header("authorization")?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = STANDARD.decode(encoded.trim()).ok()?;
    let (user, password) = std::str::from_utf8(&decoded).ok()?.split_once(':')?;
    if password != PASSWORD {
        return None;
    }
    [ADMIN, OPERATOR].into_iter().find(|known| known.eq_ignore_ascii_case(user))
}

/// Answers `/rest/com/vmware/cis/session`.
pub(super) fn handle(state: &mut State, ctx: &Ctx<'_>, req: &Request) -> Result<Response, Refusal> {
    let action = req.query.iter().find(|(name, _)| name == "~action");
    match (req.method.as_str(), action.map(|(_, value)| value.as_str())) {
        ("POST", None) => {
            route::query(req, &[], ctx.knobs)?;
            login(state, ctx, req)
        }
        ("POST", Some("get")) => {
            route::query(req, &["~action"], ctx.knobs)?;
            let session = state.sessions.of(ctx, req)?;
            Ok(value(&json!({
                "created_time": time(session.created),
                "last_accessed_time": time(session.used),
                "user": session.user,
            })))
        }
        ("POST", Some(other)) => Err(Refusal::unknown_operation(other)),
        ("DELETE", _) => {
            route::query(req, &[], ctx.knobs)?;
            let token = state.sessions.of(ctx, req)?.token.clone();
            state.sessions.living.retain(|s| s.token != token);
            let status = u16::try_from(ctx.knobs.number("vcenter.logout_status"));
            Ok(Response::empty(status.unwrap_or(200)))
        }
        _ => Err(Refusal::method("POST, DELETE")),
    }
}

fn login(state: &mut State, ctx: &Ctx<'_>, req: &Request) -> Result<Response, Refusal> {
    route::empty_body(req)?;
    let user = basic(req).ok_or_else(Refusal::unauthenticated)?;
    let limit = seconds(ctx.knobs.number("vcenter.max_sessions"));
    if u64::try_from(state.sessions.count()).unwrap_or(u64::MAX) >= limit {
        return Err(Refusal::too_many_sessions());
    }
    let token = state.sessions.open(user, ctx.now);
    let response = answer(200, &json!({"value": token}));
    // The vendor's runtime looks for the presence of this header, not for its value.
    if req.header("vmware-use-header-authn").is_some() {
        return Ok(response);
    }
    Ok(response.with_header("set-cookie", &format!("{NAME}={token};Path=/rest;Secure;HttpOnly")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{Bench, LIST, SESSION, encode};
    use serde_json::json;

    #[test]
    fn login_gives_a_token_and_a_cookie() {
        let mut bench = Bench::new();
        let answer = bench.login("administrator@vsphere.local", "Sim-Passw0rd!");
        assert_eq!(answer.status, 200);
        let body = String::from_utf8(answer.body).unwrap();
        let token = body.strip_prefix(r#"{"value":""#).unwrap().strip_suffix(r#""}"#).unwrap();
        assert_eq!(token.len(), 32);
        assert!(token.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
        let cookie = format!("vmware-api-session-id={token};Path=/rest;Secure;HttpOnly");
        assert!(answer.headers.contains(&("set-cookie".into(), cookie)));
        let by_header = bench.send("GET", LIST, &[("vmware-api-session-id", token)], b"");
        assert_eq!(by_header.status, 200);
        let cookie = format!("a=b; vmware-api-session-id={token}");
        assert_eq!(bench.send("GET", LIST, &[("cookie", &cookie)], b"").status, 200);
        assert_eq!(bench.send("GET", LIST, &[("cookie", "a=b")], b"").status, 401);
    }

    #[test]
    fn header_authentication_gives_no_cookie() {
        let mut bench = Bench::new();
        let basic = encode("Administrator@VSPHERE.LOCAL", "Sim-Passw0rd!");
        let headers = [("authorization", basic.as_str()), ("vmware-use-header-authn", "x")];
        let answer = bench.send("POST", SESSION, &headers, b"");
        assert_eq!(answer.status, 200);
        assert!(answer.headers.iter().all(|(name, _)| name != "set-cookie"));
    }

    #[test]
    fn wrong_credentials_are_401() {
        let mut bench = Bench::new();
        assert_eq!(bench.login("administrator@vsphere.local", "wrong").status, 401);
        assert_eq!(bench.login("nobody@vsphere.local", "Sim-Passw0rd!").status, 401);
        assert_eq!(bench.send("POST", SESSION, &[], b"").status, 401);
        let bearer = [("authorization", "Bearer x")];
        assert_eq!(bench.send("POST", SESSION, &bearer, b"").status, 401);
        let garbage = [("authorization", "Basic ???")];
        assert_eq!(bench.send("POST", SESSION, &garbage, b"").status, 401);
        // Basic alone opens nothing but sessions.
        let basic = encode("administrator@vsphere.local", "Sim-Passw0rd!");
        assert_eq!(bench.send("GET", LIST, &[("authorization", &basic)], b"").status, 401);
    }

    #[test]
    fn an_operator_logs_in_and_is_then_forbidden() {
        let mut bench = Bench::new();
        bench.enter("operator@vsphere.local");
        let answer = bench.get(LIST);
        assert_eq!(answer.status, 403);
        let body = String::from_utf8(answer.body).unwrap();
        assert!(body.starts_with(r#"{"type":"com.vmware.vapi.std.errors.unauthorized","#));
        let me = bench.post(&format!("{SESSION}?~action=get"), None);
        assert_eq!(me.status, 200);
    }

    #[test]
    fn a_session_shows_itself_and_can_be_closed() {
        let mut bench = Bench::new();
        bench.enter("administrator@vsphere.local");
        bench.advance(60);
        let body = bench.post_json(&format!("{SESSION}?~action=get"), None);
        assert_eq!(
            body["value"],
            json!({
                "created_time": "2026-01-15T08:00:00.000Z",
                "last_accessed_time": "2026-01-15T08:01:00.000Z",
                "user": "administrator@vsphere.local"
            })
        );
        assert_eq!(bench.post(&format!("{SESSION}?~action=put"), None).status, 404);
        assert_eq!(bench.get(SESSION).status, 405);
        let answer = bench.delete(SESSION);
        assert_eq!((answer.status, answer.body.len()), (200, 0));
        assert_eq!(bench.get(LIST).status, 401);
        assert_eq!(bench.delete(SESSION).status, 401);
        bench.set("vcenter.logout_status", json!(204));
        bench.enter("administrator@vsphere.local");
        assert_eq!(bench.delete(SESSION).status, 204);
    }

    #[test]
    fn sessions_end_by_idleness_and_by_age() {
        let mut bench = Bench::new();
        bench.enter("administrator@vsphere.local");
        for _ in 0..3 {
            bench.advance(1799);
            assert_eq!(bench.get(LIST).status, 200);
        }
        bench.advance(1800);
        assert_eq!(bench.get(LIST).status, 401);
        assert_eq!(bench.delete(SESSION).status, 401);
        bench.enter("administrator@vsphere.local");
        for _ in 0..86 {
            bench.advance(1000);
            assert_eq!(bench.get(LIST).status, 200);
        }
        bench.advance(400);
        assert_eq!(bench.get(LIST).status, 401);
    }

    #[test]
    fn too_many_sessions_are_503() {
        let mut bench = Bench::new();
        bench.set("vcenter.max_sessions", json!(2));
        bench.enter("administrator@vsphere.local");
        bench.enter("administrator@vsphere.local");
        let login = |b: &mut Bench| b.login("administrator@vsphere.local", "Sim-Passw0rd!").status;
        assert_eq!(login(&mut bench), 503);
        bench.delete(SESSION);
        assert_eq!(login(&mut bench), 200);
    }

    #[test]
    fn a_cookie_may_hide_the_header() {
        let mut bench = Bench::new();
        bench.enter("administrator@vsphere.local");
        let token = bench.token.clone();
        let headers = [("vmware-api-session-id", token.as_str()), ("cookie", "a=b")];
        assert_eq!(bench.send("GET", LIST, &headers, b"").status, 200);
        bench.set("vcenter.cookie_hides_header", json!(true));
        assert_eq!(bench.send("GET", LIST, &headers, b"").status, 401);
    }
}
