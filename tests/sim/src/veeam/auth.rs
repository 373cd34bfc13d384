//! Tokens: `POST /vN/token` and what lies below it, and what a request must carry afterwards
//! (<https://helpcenter.veeam.com/docs/vbo365/rest/authorization.html>).

use super::body::{Members, form, media_type};
use super::error::{Answer, JSON, empty_ok, ok, refuse};
use super::seed;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use crate::vendor::Ctx;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

/// One issued pair.
#[derive(Debug)]
struct Pair {
    access: String,
    expires: Timestamp,
    refresh: String,
    /// `None` once it is used up; otherwise when it grows old.
    refresh_until: Option<Timestamp>,
    /// Whether antiforgery tokens must come along with it.
    antiforgery: bool,
}

/// All pairs given out. A pair is valid in every version, whichever issued it (seen in clients).
#[derive(Debug)]
pub(super) struct Tokens {
    /// Makes the texts differ from those of the worlds before a reset, which nobody may take for valid.
    generation: u64,
    pairs: Vec<Pair>,
    issued: u64,
    logins: u64,
    refreshes: u64,
    refused: u64,
}

/// The fields of a token request that matter here; all others are ignored, as clients send many.
#[derive(Default)]
struct Fields {
    grant_type: Option<String>,
    username: String,
    password: String,
    refresh_token: String,
    without_antiforgery: bool,
}

impl Tokens {
    /// None given out yet.
    pub(super) fn new() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let generation = LAST.fetch_add(1, Ordering::Relaxed);
        Self { generation, pairs: Vec::new(), issued: 0, logins: 0, refreshes: 0, refused: 0 }
    }

    /// Forgets pairs that are of no more use.
    pub(super) fn tick(&mut self, now: Timestamp) {
        self.pairs.retain(|p| now < p.expires || p.refresh_until.is_some_and(|until| now < until));
    }

    /// Forgets everything given out.
    pub(super) fn revoke(&mut self) {
        self.pairs.clear();
    }

    /// Counts for the truth.
    pub(super) fn truth(&self) -> Value {
        json!({ "logins": self.logins, "refreshes": self.refreshes, "refused": self.refused })
    }

    /// Whether the request carries a living access token, and whatever else must come with it. v7 and v8 say that
    /// antiforgery tokens are required unless switched off with the login, but not how they travel: where the knob is
    /// strict, nothing that changes something gets by without the switch.
    pub(super) fn admit(&self, ctx: &Ctx<'_>, req: &Request) -> bool {
        let Some(pair) = self.bearer(ctx.now, req) else {
            return false;
        };
        req.method == "GET" || !pair.antiforgery || ctx.knobs.text("veeam.antiforgery") != "strict"
    }

    /// The pair whose access token the request carries, while it lives.
    fn bearer(&self, now: Timestamp, req: &Request) -> Option<&Pair> {
        let header = req.header("authorization").unwrap_or_default().trim();
        let (scheme, token) = header.split_once(char::is_whitespace)?;
        let token = token.trim();
        self.pairs.iter().find(|p| scheme.eq_ignore_ascii_case("bearer") && p.access == token && now < p.expires)
    }

    /// `POST /vN/token/logout`, on v7 (200) and v8 (204): the pair dies.
    pub(super) fn logout(&mut self, view: &View<'_>, req: &Request) -> Answer {
        if let Some(access) = self.bearer(view.ctx.now, req).map(|p| p.access.clone()) {
            self.pairs.retain(|p| p.access != access);
        }
        Ok(if view.version >= Version::V8 { Response::empty(204) } else { empty_ok() })
    }

    /// `POST /vN/token/AuthCode`, on v7 and v8: a code for the restore portal, which is not simulated.
    pub(super) fn auth_code(&mut self, view: &View<'_>) -> Answer {
        self.issued += 1;
        Ok(ok(&json!({ "authCode": self.opaque("code", view.ctx.now) })))
    }

    /// Answers `POST /vN/token`.
    pub(super) fn answer(&mut self, view: &View<'_>, req: &Request) -> Answer {
        let fields = read(view, req)?;
        let done = match fields.grant_type.as_deref() {
            Some("password") => self.login(view, &fields),
            Some("refresh_token") => self.refresh(view, &fields),
            // Known, but nobody here has what they ask for.
            Some(grant) if grants(view.version).contains(&grant) => {
                Err(refusal(view, "invalid_grant", "Invalid assertion."))
            }
            _ => {
                return Err(refusal(view, "unsupported_grant_type", "The grant type is not supported."));
            }
        };
        if done.is_err() {
            self.refused += 1;
        }
        done
    }

    fn login(&mut self, view: &View<'_>, fields: &Fields) -> Answer {
        // Windows account names have no case; passwords do.
        if !fields.username.eq_ignore_ascii_case(seed::USERNAME) || fields.password != seed::PASSWORD {
            return Err(refusal(view, "invalid_grant", "Invalid credential."));
        }
        self.logins += 1;
        Ok(self.issue(view, fields))
    }

    fn refresh(&mut self, view: &View<'_>, fields: &Fields) -> Answer {
        let now = view.ctx.now;
        let single_use = view.ctx.knobs.on("veeam.refresh_single_use");
        let pair = self
            .pairs
            .iter_mut()
            .find(|p| p.refresh == fields.refresh_token && p.refresh_until.is_some_and(|until| now < until));
        let Some(pair) = pair else {
            return Err(refusal(view, "invalid_grant", "Invalid refresh token."));
        };
        let guarded = pair.antiforgery && view.ctx.knobs.text("veeam.antiforgery") == "strict";
        if guarded && !fields.without_antiforgery {
            return Err(unauthorized(view.version, &view.ctx));
        }
        if single_use {
            pair.refresh_until = None;
        }
        self.refreshes += 1;
        Ok(self.issue(view, fields))
    }

    fn issue(&mut self, view: &View<'_>, fields: &Fields) -> Response {
        let (now, knobs) = (view.ctx.now, view.ctx.knobs);
        self.issued += 1;
        let lifetime = knobs.number("veeam.token_lifetime_s").max(0);
        let expires = when::later(now, lifetime.unsigned_abs());
        let refresh_until = match knobs.number("veeam.refresh_lifetime_s") {
            ..=0 => Timestamp::MAX,
            seconds => when::later(now, seconds.unsigned_abs()),
        };
        let old = view.version < Version::V6;
        let access = if old {
            format!("AQAAANCMnd8BFdERjHoAwE_Cl-sB{}", self.opaque("access", now))
        } else {
            self.jwt(now, expires)
        };
        let refresh =
            format!("{}{}", if old { "AQAAANCMnd8BFdERjHoAwE_Cl-sC" } else { "" }, self.opaque("refresh", now));
        let date = |at| {
            if old && knobs.text("veeam.token_dates_old") == "rfc1123" { when::rfc1123(at) } else { when::whole(at) }
        };
        let body = json!({
            "access_token": access, "token_type": "bearer", "expires_in": lifetime, "refresh_token": refresh,
            "userName": seed::USERNAME, ".issued": date(now), ".expires": date(expires),
        });
        let antiforgery = view.version >= Version::V7 && !fields.without_antiforgery;
        self.pairs.push(Pair { access, expires, refresh, refresh_until: Some(refresh_until), antiforgery });
        Response::json(200, JSON, &body)
    }

    fn opaque(&self, kind: &str, now: Timestamp) -> String {
        URL_SAFE_NO_PAD.encode(format!("{kind} {:06} {:08} {}", self.generation, self.issued, now.as_second()))
    }

    fn jwt(&self, now: Timestamp, expires: Timestamp) -> String {
        let part = |v: &Value| URL_SAFE_NO_PAD.encode(v.to_string());
        let head = part(&json!({ "alg": "HS256", "typ": "JWT" }));
        let claims = part(&json!({
            "sub": seed::USERNAME, "iat": now.as_second(), "exp": expires.as_second(),
            "jti": format!("{}-{}", self.generation, self.issued),
        }));
        format!("{head}.{claims}.{}", self.opaque("signature", now))
    }
}

/// 401: with an empty body (seen), or with the sentence of the older web framework.
pub(super) fn unauthorized(version: Version, ctx: &Ctx<'_>) -> Response {
    let message = version < Version::V6 && ctx.knobs.text("veeam.unauthorized_body") == "message";
    let response =
        if message { refuse(401, "Authorization has been denied for this request.") } else { Response::empty(401) };
    response.with_header("www-authenticate", "Bearer")
}

fn refusal(view: &View<'_>, error: &str, description: &str) -> Response {
    let oauth = view.version < Version::V6 || view.ctx.knobs.text("veeam.token_error_v6") == "oauth";
    if oauth {
        let body = json!({ "error": error, "error_description": description });
        Response::json(400, JSON, &body)
    } else {
        Response::json(400, JSON, &json!({ "message": description }))
    }
}

/// What may be asked for besides a password and a refresh; the first came with v4, the others with v6.
fn grants(version: Version) -> &'static [&'static str] {
    const JWT: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    match version {
        Version::V2 | Version::V3 => &[],
        Version::V4 | Version::V5 => &[JWT],
        Version::V6 | Version::V7 => &[JWT, "operator", "integration"],
        Version::V8 => &[JWT, "operator"],
    }
}

fn read(view: &View<'_>, req: &Request) -> Result<Fields, Response> {
    let kind = media_type(req);
    if kind == "application/x-www-form-urlencoded" {
        let mut fields = Fields::default();
        for (name, value) in form(&req.body) {
            match name.to_ascii_lowercase().as_str() {
                "grant_type" => fields.grant_type = Some(value),
                "username" => fields.username = value,
                "password" => fields.password = value,
                "refresh_token" => fields.refresh_token = value,
                "disable_antiforgery_token" => fields.without_antiforgery = value.eq_ignore_ascii_case("true"),
                _ => {}
            }
        }
        return Ok(fields);
    }
    if view.version < Version::V6 {
        // The older authorization middleware reads forms only and then misses the grant type (inferred).
        return Err(refusal(view, "unsupported_grant_type", "The grant type is not supported."));
    }
    let mut members = Members::of_request(req)?;
    Ok(Fields {
        grant_type: members.text("grant_type")?,
        username: members.text("username")?.unwrap_or_default(),
        password: members.text("password")?.unwrap_or_default(),
        refresh_token: members.text("refresh_token")?.unwrap_or_default(),
        without_antiforgery: members.flag("disable_antiforgery_token", true)?.unwrap_or(false),
    })
}

#[cfg(test)]
mod tests;
