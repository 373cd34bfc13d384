//! Who may ask. How a caller of Enterprise gets a token is documented nowhere, so the simulator takes every way that
//! the vendor's other services and clients know; Lake's own way, tokens that the client signs, is documented.

use super::error::Refusal;
use super::jwt;
use super::product::Product;
use super::seed;
use crate::http::Request;
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use ring::rand::{SecureRandom as _, SystemRandom};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The first bearer token; its successors carry a number, so that a test knows them beforehand.
const FIRST: &str = "sim-teradata-token";

/// All tokens that are valid, and some that are not any more.
#[derive(Debug)]
pub(super) struct Tokens {
    /// In every token of the endpoint, so that none is given out again after a reset.
    nonce: String,
    serial: u64,
    since: Timestamp,
    /// Given out by the token endpoint, with their ends.
    issued: Vec<(String, Timestamp)>,
    issues: u64,
    /// Signed by clients, and seen here.
    signed: BTreeSet<String>,
    /// Those of them that were revoked.
    revoked: BTreeSet<String>,
}

impl Tokens {
    /// The first token.
    pub(super) fn new(now: Timestamp) -> Self {
        let mut random = [0; 6];
        // Without it tokens would only be less new.
        let _ = SystemRandom::new().fill(&mut random);
        Self {
            nonce: random.iter().map(|b| format!("{b:02x}")).collect(),
            serial: 1,
            since: now,
            issued: Vec::new(),
            issues: 0,
            signed: BTreeSet::new(),
            revoked: BTreeSet::new(),
        }
    }

    /// The bearer token that is valid now.
    pub(super) fn current(&self) -> String {
        match self.serial {
            1 => FIRST.to_owned(),
            n => format!("{FIRST}-{n}"),
        }
    }

    /// A new token of the token endpoint.
    pub(super) fn issue(&mut self, until: Timestamp) -> String {
        self.issues += 1;
        let token = format!("sim-teradata-oauth-{}-{}", self.issues, self.nonce);
        self.issued.push((token.clone(), until));
        token
    }

    /// Counts for the truth.
    pub(super) fn truth(&self) -> Value {
        json!({ "issued": self.issues, "signed": self.signed.len() })
    }

    /// Lets every token die that was ever seen or given out, and makes the next bearer token valid.
    pub(super) fn revoke(&mut self, now: Timestamp) {
        self.serial += 1;
        self.since = now;
        self.issued.clear();
        self.revoked = self.signed.clone();
    }

    /// Renews the bearer token when its life is over. While the lifetime is 0, it does not age.
    pub(super) fn tick(&mut self, now: Timestamp, knobs: &Knobs) {
        self.issued.retain(|(_, until)| now < *until);
        let lifetime = knobs.number("teradata.token_lifetime_s");
        if lifetime <= 0 {
            self.since = now;
        } else if now.as_second().saturating_sub(self.since.as_second()) >= lifetime {
            self.serial += 1;
            self.since = now;
        }
    }

    /// Lets the request through, or says why not.
    pub(super) fn check(&mut self, req: &Request, product: Product, ctx: &Ctx<'_>) -> Result<(), Refusal> {
        let ways = ctx.knobs.get(product.auth_knob());
        let takes = |way: &str| ways.as_array().is_some_and(|ways| ways.iter().any(|w| w == way));
        let header = req.header("authorization").unwrap_or_default();
        let (scheme, value) = header.split_once(' ').unwrap_or_default();
        let value = value.trim();
        let good = if scheme.eq_ignore_ascii_case("basic") {
            takes("basic") && is_user(value)
        } else if !scheme.eq_ignore_ascii_case("bearer") {
            false
        } else if value == self.current() {
            takes("bearer")
        } else if self.issued.iter().any(|(token, _)| token == value) {
            takes("oauth")
        } else {
            takes("jwt") && self.signed_and_good(value, ctx)
        };
        if good { Ok(()) } else { Err(Refusal::unauthorized(ctx.knobs)) }
    }

    fn signed_and_good(&mut self, token: &str, ctx: &Ctx<'_>) -> bool {
        if self.revoked.contains(token) || jwt::check(token, ctx).is_err() {
            return false;
        }
        self.signed.insert(token.to_owned());
        true
    }
}

/// Whether these are the credentials of the database user, base64 as in `Basic`.
pub(super) fn is_user(coded: &str) -> bool {
    pair(coded).is_some_and(|(user, password)| user == seed::USERNAME && password == seed::PASSWORD)
}

/// User and password in base64.
pub(super) fn pair(coded: &str) -> Option<(String, String)> {
    let text = String::from_utf8(STANDARD.decode(coded.trim()).ok()?).ok()?;
    let (user, password) = text.split_once(':')?;
    Some((user.to_owned(), password.to_owned()))
}

/// `x-auth-credentials`, which some calls want besides the token. `None` without the header.
pub(super) fn database_user(req: &Request, knobs: &Knobs) -> Option<bool> {
    let value = req.header("x-auth-credentials")?;
    let (scheme, coded) = value.trim().split_once(' ').unwrap_or_default();
    let known = |coded| knobs.text("teradata.restore_credentials") == "any" || is_user(coded);
    Some(scheme.eq_ignore_ascii_case("basic") && pair(coded).is_some() && known(coded))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::jwt::tests::good;
    use super::super::knobs::KNOBS;
    use super::*;

    fn passes(tokens: &mut Tokens, auth: &str, product: Product, set: &[(&str, Value)]) -> bool {
        let mut knobs = Knobs::new(&[KNOBS]);
        for (name, value) in set {
            knobs.set(name, value.clone()).unwrap();
        }
        let ctx = Ctx { now: seed::beginning(), knobs: &knobs, base_url: "" };
        let headers = if auth.is_empty() { vec![] } else { vec![("authorization".into(), auth.into())] };
        tokens.check(&Request { headers, ..Request::default() }, product, &ctx).is_ok()
    }

    fn basic(user: &str, password: &str) -> String {
        format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
    }

    #[test]
    fn enterprise_takes_four_ways() {
        let mut tokens = Tokens::new(seed::beginning());
        let issued = tokens.issue(Timestamp::MAX);
        let jwt = good();
        let mut enterprise = |auth: &str| passes(&mut tokens, auth, Product::Enterprise, &[]);
        for good in ["Bearer sim-teradata-token", "bearer sim-teradata-token", &basic(seed::USERNAME, seed::PASSWORD)] {
            assert!(enterprise(good), "{good}");
        }
        assert!(enterprise(&format!("Bearer {issued}")) && enterprise(&format!("Bearer {jwt}")));
        for bad in ["", "sim-teradata-token", "Basic sim-teradata-token", "Bearer nobody", &basic(seed::USERNAME, "x")]
        {
            assert!(!enterprise(bad), "{bad}");
        }
    }

    #[test]
    fn lake_takes_signed_tokens_only_unless_told_otherwise() {
        let mut tokens = Tokens::new(seed::beginning());
        let jwt = format!("Bearer {}", good());
        assert!(passes(&mut tokens, &jwt, Product::Lake, &[]));
        assert!(!passes(&mut tokens, "Bearer sim-teradata-token", Product::Lake, &[]));
        let knob = [("teradata.lake_auth", json!(["bearer"]))];
        assert!(passes(&mut tokens, "Bearer sim-teradata-token", Product::Lake, &knob));
        assert!(!passes(&mut tokens, &jwt, Product::Lake, &knob));
    }

    #[test]
    fn revoking_ends_them_all() {
        let mut tokens = Tokens::new(seed::beginning());
        let all = [tokens.current(), tokens.issue(Timestamp::MAX), good()].map(|token| format!("Bearer {token}"));
        assert!(all.iter().all(|auth| passes(&mut tokens, auth, Product::Enterprise, &[])));
        tokens.revoke(seed::beginning());
        assert!(!all.iter().any(|auth| passes(&mut tokens, auth, Product::Enterprise, &[])));
        let next = format!("Bearer {}", tokens.current());
        assert!(passes(&mut tokens, &next, Product::Enterprise, &[]));
    }

    #[test]
    fn no_token_is_given_out_twice() {
        let (mut a, mut b) = (Tokens::new(seed::beginning()), Tokens::new(seed::beginning()));
        assert_ne!(a.issue(Timestamp::MAX), b.issue(Timestamp::MAX));
    }

    #[test]
    fn a_lifetime_counts_from_when_it_was_set() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let at = |s| Timestamp::from_second(s).unwrap();
        let mut tokens = Tokens::new(at(0));
        tokens.tick(at(1_000_000), &knobs);
        assert_eq!(tokens.current(), FIRST);
        knobs.set("teradata.token_lifetime_s", json!(100)).unwrap();
        tokens.tick(at(1_000_099), &knobs);
        assert_eq!(tokens.current(), FIRST);
        tokens.tick(at(1_000_100), &knobs);
        assert_eq!(tokens.current(), "sim-teradata-token-2");
    }
}
