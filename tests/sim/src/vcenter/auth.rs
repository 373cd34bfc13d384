//! Sessions, and who may call what: a token in header, cookie or JSON-RPC context; Basic credentials with every request on
//! port 5480.
//!
//! Login succeeds for every user of the directory; who is not in the administrators' group is told so (403) by the
//! appliance APIs only.

use super::State;
use super::error::Refusal;
use super::operations::Call;
use super::shape::{seconds, time};
use crate::http::Request;
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

/// The user who may do everything.
pub(super) const ADMIN: &str = "administrator@vsphere.local";
/// A user who can log in but may not use appliance APIs.
pub(super) const OPERATOR: &str = "operator@vsphere.local";
/// The appliance's own user, known on port 5480 only.
pub(super) const ROOT: &str = "root";
/// The password of all of them.
pub(super) const PASSWORD: &str = "Sim-Passw0rd!";

/// Header and cookie have this name.
pub(super) const NAME: &str = "vmware-api-session-id";

/// Who may call an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// Whoever shows a user's password.
    Password,
    /// Whoever has a session.
    Session,
    /// Who has a session (or shows the password, where that is enough) and is in the group.
    Appliance,
}

/// What a request shows of its sender.
#[derive(Debug, Default)]
pub(super) struct Credentials {
    token: Option<String>,
    login: Option<(String, String)>,
}

/// Who calls.
#[derive(Debug)]
pub(super) struct Caller {
    pub(super) user: &'static str,
    token: String,
}

/// One living session.
#[derive(Debug)]
struct Session {
    token: String,
    user: &'static str,
    created: Timestamp,
    used: Timestamp,
}

/// All sessions.
#[derive(Debug, Default)]
pub(super) struct Sessions {
    living: Vec<Session>,
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
        // Counted for the whole process, so that no token comes back after a reset.
        static GIVEN: AtomicU64 = AtomicU64::new(1);
        // An odd factor makes different counters different tokens.
        let bits =
            u128::from(GIVEN.fetch_add(1, Ordering::Relaxed)).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let token = format!("{bits:032x}");
        self.living.push(Session { token: token.clone(), user, created: now, used: now });
        token
    }

    /// Lets the sender of a request in, or not; a session is touched.
    pub(super) fn admit(&mut self, ctx: &Ctx<'_>, entry: Entry, shown: &Credentials) -> Result<Caller, Refusal> {
        let on_5480 = ctx.knobs.text("vcenter.port_mode") == "5480";
        let refused = || Refusal::unauthenticated(ctx.knobs);
        let login = || shown.login.as_ref().and_then(|(user, password)| known(user, password, on_5480));
        if entry == Entry::Password {
            return Ok(Caller { user: login().ok_or_else(refused)?, token: String::new() });
        }
        let caller = match &shown.token {
            Some(token) => {
                let session = self.living.iter_mut().find(|s| s.token == *token).ok_or_else(refused)?;
                session.used = ctx.now;
                Caller { user: session.user, token: token.clone() }
            }
            None if entry == Entry::Appliance && (on_5480 || ctx.knobs.on("vcenter.basic_on_443")) => {
                Caller { user: login().ok_or_else(refused)?, token: String::new() }
            }
            None => return Err(refused()),
        };
        if entry == Entry::Appliance && caller.user == OPERATOR {
            return Err(Refusal::unauthorized());
        }
        Ok(caller)
    }
}

/// The user of that name, if the password is right.
fn known(user: &str, password: &str, on_5480: bool) -> Option<&'static str> {
    let users: &[&'static str] = if on_5480 { &[ADMIN, OPERATOR, ROOT] } else { &[ADMIN, OPERATOR] };
    if password != PASSWORD {
        return None;
    }
    users.iter().find(|known| known.eq_ignore_ascii_case(user)).copied()
}

impl Credentials {
    /// What the headers of a REST request show.
    pub(super) fn of_headers(req: &Request, knobs: &Knobs) -> Self {
        Self { token: token(req, knobs).map(str::to_owned), login: basic(req) }
    }

    /// What the context of a JSON-RPC request shows, or its header, which counts more.
    pub(super) fn of_context(req: &Request, context: &Value) -> Self {
        let text = |name: &str| context[name].as_str().map(str::to_owned);
        let (mut token, mut login) = (None, None);
        match context["schemeId"].as_str() {
            Some("com.vmware.vapi.std.security.session_id") => token = text("sessionId"),
            Some("com.vmware.vapi.std.security.user_pass") => login = text("userName").zip(text("password")),
            _ => {}
        }
        Self { token: req.header(NAME).map(str::to_owned).or(token), login }
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

/// User and password of a Basic header; the password begins after the first colon.
fn basic(req: &Request) -> Option<(String, String)> {
    let (scheme, encoded) = req.header("authorization")?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = STANDARD.decode(encoded.trim()).ok()?;
    let (user, password) = std::str::from_utf8(&decoded).ok()?.split_once(':')?;
    Some((user.to_owned(), password.to_owned()))
}

/// Makes a session: its token.
pub(super) fn create(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let limit = seconds(ctx.knobs.number("vcenter.max_sessions"));
    if u64::try_from(state.sessions.count()).unwrap_or(u64::MAX) >= limit {
        return Err(Refusal::too_many_sessions());
    }
    Ok(state.sessions.open(call.caller.user, ctx.now).into())
}

/// What the session says of itself.
pub(super) fn get(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let session = state.sessions.living.iter().find(|s| s.token == call.caller.token);
    let session = session.ok_or_else(|| Refusal::unauthenticated(ctx.knobs))?;
    Ok(json!({
        "created_time": time(session.created),
        "last_accessed_time": time(session.used),
        "user": session.user,
    }))
}

/// Ends the session.
pub(super) fn delete(state: &mut State, _: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    state.sessions.living.retain(|s| s.token != call.caller.token);
    Ok(Value::Null)
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

    #[test]
    fn the_bare_dialect_has_statuses_of_its_own() {
        let mut bench = Bench::new();
        bench.set("vcenter.version", json!("7.0.2"));
        let basic = encode("administrator@vsphere.local", "Sim-Passw0rd!");
        let answer = bench.send("POST", "/api/session", &[("authorization", &basic)], b"");
        assert_eq!(answer.status, 201);
        let token: String = serde_json::from_slice(&answer.body).unwrap();
        let cookie = format!("vmware-api-session-id={token};Path=/api;Secure;HttpOnly");
        assert!(answer.headers.contains(&("set-cookie".into(), cookie)));
        bench.token = token;
        let me = bench.get_json("/api/session");
        assert_eq!(me["user"], "administrator@vsphere.local");
        // One session for all dialects.
        assert_eq!(bench.get(LIST).status, 200);
        let answer = bench.delete("/api/session");
        assert_eq!((answer.status, answer.body.len()), (204, 0));
        let refused = bench.get("/api/session");
        assert_eq!(refused.status, 401);
        assert!(refused.body.starts_with(br#"{"error_type":"UNAUTHENTICATED","messages":"#));
        assert_eq!(bench.send("POST", "/api/session", &[], b"").status, 401);
        bench.set("vcenter.max_sessions", json!(0));
        assert_eq!(bench.send("POST", "/api/session", &[("authorization", &basic)], b"").status, 503);
    }

    #[test]
    fn port_5480_takes_basic_with_every_request() {
        let mut bench = Bench::new();
        let root = encode("root", "Sim-Passw0rd!");
        let list = |bench: &mut Bench, basic: &str| bench.send("GET", LIST, &[("authorization", basic)], b"");
        assert_eq!(list(&mut bench, &root).status, 401);
        bench.set("vcenter.port_mode", json!("5480"));
        assert_eq!(list(&mut bench, &root).status, 200);
        assert_eq!(list(&mut bench, &encode("administrator@vsphere.local", "Sim-Passw0rd!")).status, 200);
        assert_eq!(list(&mut bench, &encode("operator@vsphere.local", "Sim-Passw0rd!")).status, 403);
        let refused = list(&mut bench, &encode("root", "wrong"));
        assert_eq!(refused.status, 401);
        assert!(String::from_utf8(refused.body).unwrap().contains("vapi.method.authentication.required"));
        // Who shows a session is judged by it.
        let headers = [("authorization", root.as_str()), ("vmware-api-session-id", "x")];
        assert_eq!(bench.send("GET", LIST, &headers, b"").status, 401);
        assert_eq!(bench.whole_truth()["sessions"], 0);
        bench.set("vcenter.port_mode", json!("443"));
        bench.set("vcenter.basic_on_443", json!(true));
        assert_eq!(list(&mut bench, &root).status, 401);
        assert_eq!(list(&mut bench, &encode("administrator@vsphere.local", "Sim-Passw0rd!")).status, 200);
    }

    #[test]
    fn another_simulators_get_shows_the_session() {
        let mut bench = Bench::new();
        bench.enter("administrator@vsphere.local");
        assert_eq!(bench.get(SESSION).status, 405);
        bench.set("vcenter.rest_session_by_get", json!(true));
        assert_eq!(bench.get_json(SESSION)["value"]["user"], "administrator@vsphere.local");
        bench.token.clear();
        assert_eq!(bench.get(SESSION).status, 401);
    }

    #[test]
    fn no_token_comes_back() {
        let tokens: std::collections::BTreeSet<String> = (0..20)
            .map(|_| {
                // A new state is what a reset leaves behind.
                let mut bench = Bench::new();
                bench.enter("administrator@vsphere.local");
                bench.token
            })
            .collect();
        assert_eq!(tokens.len(), 20);
    }
}
