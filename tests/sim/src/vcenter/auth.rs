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
mod tests;
