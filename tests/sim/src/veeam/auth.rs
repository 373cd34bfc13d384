//! Tokens: `POST /vN/token`, and what a request must carry afterwards
//! (<https://helpcenter.veeam.com/docs/vbo365/rest/authorization.html>).

use super::body::{Members, form, media_type};
use super::error::{Answer, JSON, bad, refuse};
use super::seed;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use crate::vendor::Ctx;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Value, json};

/// One issued pair.
#[derive(Debug)]
struct Pair {
    access: String,
    expires: Timestamp,
    refresh: String,
    /// `None` once it is used up; otherwise when it grows old.
    refresh_until: Option<Timestamp>,
}

/// All pairs given out. A pair is valid in every version, whichever issued it (seen in clients).
#[derive(Debug, Default)]
pub(super) struct Tokens {
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
}

impl Tokens {
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

    /// Whether the request carries a living access token.
    pub(super) fn admit(&self, now: Timestamp, req: &Request) -> bool {
        let header = req.header("authorization").unwrap_or_default().trim();
        let Some((scheme, token)) = header.split_once(char::is_whitespace) else {
            return false;
        };
        scheme.eq_ignore_ascii_case("bearer") && self.pairs.iter().any(|p| p.access == token.trim() && now < p.expires)
    }

    /// Answers `POST /vN/token`.
    pub(super) fn answer(&mut self, view: &View<'_>, req: &Request) -> Answer {
        let fields = read(view, req)?;
        let done = match fields.grant_type.as_deref() {
            Some("password") => self.login(view, &fields),
            Some("refresh_token") => self.refresh(view, &fields),
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
        Ok(self.issue(view))
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
        if single_use {
            pair.refresh_until = None;
        }
        self.refreshes += 1;
        Ok(self.issue(view))
    }

    fn issue(&mut self, view: &View<'_>) -> Response {
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
        self.pairs.push(Pair { access, expires, refresh, refresh_until: Some(refresh_until) });
        Response::json(200, JSON, &body)
    }

    fn opaque(&self, kind: &str, now: Timestamp) -> String {
        URL_SAFE_NO_PAD.encode(format!("{kind} {:08} {}", self.issued, now.as_second()))
    }

    fn jwt(&self, now: Timestamp, expires: Timestamp) -> String {
        let part = |v: &Value| URL_SAFE_NO_PAD.encode(v.to_string());
        let head = part(&json!({ "alg": "HS256", "typ": "JWT" }));
        let claims = part(&json!({
            "sub": seed::USERNAME, "iat": now.as_second(), "exp": expires.as_second(), "jti": self.issued,
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
        bad(description)
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
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::veeam::bench::{Bench, FORM};
    use serde_json::json;

    const GOOD: &str =
        "grant_type=password&username=lab%5CSVC-backup&password=Sim-Passw0rd%21&client_id=x&refresh_token=%27%27";

    #[test]
    fn a_login_answers_all_fields_in_every_version() {
        for version in ["v2", "v5", "v6"] {
            let mut bench = Bench::new();
            let got = bench.send("POST", &format!("/{version}/Token/"), FORM, GOOD, None);
            assert_eq!(got.status, 200, "{version}");
            let body = bench.json(&got);
            assert_eq!(body["token_type"], "bearer");
            assert_eq!(body["expires_in"], 3600);
            assert_eq!(body["userName"], "LAB\\svc-backup");
            let issued = if version == "v6" { "2026-01-15T08:00:00Z" } else { "Thu, 15 Jan 2026 08:00:00 GMT" };
            assert_eq!(body[".issued"], issued);
            assert!(body[".expires"].as_str().unwrap().contains("09:00:00"));
        }
    }

    #[test]
    fn v6_takes_json_and_the_older_ones_do_not() {
        let mut bench = Bench::new();
        let body = json!({"grant_type": "password", "username": "LAB\\svc-backup", "password": "Sim-Passw0rd!", "disable_antiforgery_token": true});
        let text = body.to_string();
        assert_eq!(bench.send("POST", "/v6/token", "application/json", &text, None).status, 200);
        let old = bench.send("POST", "/v5/token", "application/json", &text, None);
        assert_eq!((old.status, bench.json(&old)["error"].clone()), (400, json!("unsupported_grant_type")));
        assert_eq!(bench.send("POST", "/v6/token", "text/plain", &text, None).status, 415);
        assert_eq!(bench.send("POST", "/v6/token", "application/json", "{", None).status, 400);
    }

    #[test]
    fn bad_credentials_have_the_shape_of_their_version() {
        let mut bench = Bench::new();
        let wrong = "grant_type=password&username=LAB%5Csvc-backup&password=sim-passw0rd!";
        let old = bench.send("POST", "/v5/token", FORM, wrong, None);
        assert_eq!(old.status, 400);
        assert_eq!(bench.json(&old), json!({"error": "invalid_grant", "error_description": "Invalid credential."}));
        let new = bench.send("POST", "/v6/token", FORM, wrong, None);
        assert_eq!((new.status, bench.json(&new)), (400, json!({"message": "Invalid credential."})));
        bench.knob("veeam.token_error_v6", json!("oauth"));
        let new = bench.send("POST", "/v6/token", FORM, wrong, None);
        assert_eq!(bench.json(&new)["error"], "invalid_grant");
        assert_eq!(bench.truth()["tokens"], json!({"logins": 0, "refreshes": 0, "refused": 3}));
        for odd in ["", "grant_type=operator&assertion=x", "username=LAB%5Csvc-backup&password=Sim-Passw0rd!"] {
            assert_eq!(bench.send("POST", "/v6/token", FORM, odd, None).status, 400, "{odd}");
        }
    }

    #[test]
    fn a_refresh_rotates_the_pair() {
        let mut bench = Bench::new();
        let got = bench.send("POST", "/v5/token", FORM, GOOD, None);
        let first = bench.json(&got);
        let body = format!("grant_type=refresh_token&refresh_token={}", first["refresh_token"].as_str().unwrap());
        bench.advance(3600);
        let token = first["access_token"].as_str().unwrap().to_owned();
        assert_eq!(bench.send("GET", "/v5/Jobs", "", "", Some(&token)).status, 401);
        let got = bench.send("POST", "/v6/token", FORM, &body, None);
        let second = bench.json(&got);
        assert_ne!(first["access_token"], second["access_token"]);
        assert_ne!(first["refresh_token"], second["refresh_token"]);
        let token = second["access_token"].as_str().unwrap().to_owned();
        assert_eq!(bench.send("GET", "/v2/Jobs", "", "", Some(&token)).status, 200);
        assert_eq!(bench.send("POST", "/v6/token", FORM, &body, None).status, 400);
        bench.revoke();
        assert_eq!(bench.send("GET", "/v2/Jobs", "", "", Some(&token)).status, 401);
    }

    #[test]
    fn refresh_tokens_follow_their_knobs() {
        let mut bench = Bench::new();
        bench.knob("veeam.refresh_single_use", json!(false));
        bench.knob("veeam.refresh_lifetime_s", json!(10));
        bench.knob("veeam.token_lifetime_s", json!(5));
        let got = bench.send("POST", "/v6/token", FORM, GOOD, None);
        let first = bench.json(&got);
        assert_eq!(first["expires_in"], 5);
        let body = format!("grant_type=refresh_token&refresh_token={}", first["refresh_token"].as_str().unwrap());
        assert_eq!(bench.send("POST", "/v6/token", FORM, &body, None).status, 200);
        bench.advance(9);
        assert_eq!(bench.send("POST", "/v6/token", FORM, &body, None).status, 200);
        bench.advance(1);
        assert_eq!(bench.send("POST", "/v6/token", FORM, &body, None).status, 400);
    }

    #[test]
    fn missing_and_unknown_tokens_get_an_empty_401() {
        let mut bench = Bench::new();
        for token in [None, Some("nonsense")] {
            let got = bench.send("GET", "/v5/Jobs", "", "", token);
            assert_eq!((got.status, got.body.len()), (401, 0));
        }
        bench.knob("veeam.unauthorized_body", json!("message"));
        let got = bench.send("GET", "/v5/Jobs", "", "", None);
        assert_eq!(bench.json(&got)["message"], "Authorization has been denied for this request.");
        assert!(bench.send("GET", "/v6/Jobs", "", "", None).body.is_empty());
    }
}
