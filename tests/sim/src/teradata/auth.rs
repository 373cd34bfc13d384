//! Bearer tokens. How a token is obtained is documented nowhere, so the simulator just has a current one and shows it.

use super::error::Refusal;
use crate::http::Request;
use crate::knobs::Knobs;
use jiff::Timestamp;

/// The first token; its successors carry a number.
const FIRST: &str = "sim-teradata-token";

/// The one token that is valid now.
#[derive(Debug)]
pub(super) struct Tokens {
    serial: u64,
    since: Timestamp,
}

impl Tokens {
    /// The first token.
    pub(super) fn new(now: Timestamp) -> Self {
        Self { serial: 1, since: now }
    }

    /// The token that is valid now.
    pub(super) fn current(&self) -> String {
        match self.serial {
            1 => FIRST.to_owned(),
            n => format!("{FIRST}-{n}"),
        }
    }

    /// Makes the current token invalid and the next one valid.
    pub(super) fn renew(&mut self, now: Timestamp) {
        self.serial += 1;
        self.since = now;
    }

    /// Renews the token when its life is over. While the lifetime is 0, it does not age.
    pub(super) fn tick(&mut self, now: Timestamp, knobs: &Knobs) {
        let lifetime = knobs.number("teradata.token_lifetime_s");
        if lifetime <= 0 {
            self.since = now;
        } else if now.as_second().saturating_sub(self.since.as_second()) >= lifetime {
            self.renew(now);
        }
    }

    /// Lets the request through, or says why not.
    pub(super) fn check(&self, req: &Request, knobs: &Knobs) -> Result<(), Refusal> {
        let token = req.header("authorization").and_then(|value| {
            let (scheme, token) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
        });
        if token == Some(self.current().as_str()) { Ok(()) } else { Err(Refusal::unauthorized(knobs)) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::*;
    use serde_json::json;

    fn with(auth: &str) -> Request {
        Request { headers: vec![("authorization".into(), auth.into())], ..Request::default() }
    }

    #[test]
    fn only_the_current_token_passes() {
        let knobs = Knobs::new(&[KNOBS]);
        let mut tokens = Tokens::new(Timestamp::UNIX_EPOCH);
        let first = with("Bearer sim-teradata-token");
        assert!(tokens.check(&first, &knobs).is_ok());
        assert!(tokens.check(&with("bearer sim-teradata-token"), &knobs).is_ok());
        assert!(tokens.check(&with("Basic c2ltOnNpbQ=="), &knobs).is_err());
        assert!(tokens.check(&with("sim-teradata-token"), &knobs).is_err());
        assert!(tokens.check(&Request::default(), &knobs).is_err());
        tokens.renew(Timestamp::UNIX_EPOCH);
        assert!(tokens.check(&first, &knobs).is_err());
        let next = with(&format!("Bearer {}", tokens.current()));
        assert!(tokens.check(&next, &knobs).is_ok());
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
