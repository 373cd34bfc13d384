//! Tokens that a client of Lake signs itself.
//!
//! <https://docs.teradata.com/r/Lake-Manage-and-Move-Data/Using-Data-Protection-to-Backup-and-Restore-Data/Use-BaaS-APIs/Create-a-JWT-Token>

use super::keys::TEST_KEY;
use super::seed;
use crate::vendor::Ctx;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::signature::{KeyPair as _, RSA_PKCS1_2048_8192_SHA256, RsaKeyPair, UnparsedPublicKey};
use serde_json::Value;
use std::sync::OnceLock;

/// The only audience that is documented.
const AUDIENCE: &str = "td:service:authentication";

/// Whether the token is good now; else why not, for the tests: the server itself does not say.
pub(super) fn check(token: &str, ctx: &Ctx<'_>) -> Result<(), &'static str> {
    let mut parts = token.split('.');
    let (Some(head), Some(claims), Some(signature), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err("three parts");
    };
    let signed = format!("{head}.{claims}");
    let (head, claims) = (read(head).ok_or("header")?, read(claims).ok_or("claims")?);
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| "signature")?;
    // Before anything else: an algorithm that the token itself chooses would let everybody in.
    if head["alg"] != "RS256" {
        return Err("alg");
    }
    if head.get("typ").is_some_and(|typ| typ != "JWT") {
        return Err("typ");
    }
    if head["kid"] != seed::KEY_NAME {
        return Err("kid");
    }
    let key = public_key().ok_or("no key")?;
    UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key)
        .verify(signed.as_bytes(), &signature)
        .map_err(|_| "signature")?;

    let now = ctx.now.as_second();
    let audience = match &claims["aud"] {
        Value::Array(all) => all.iter().any(|one| one == AUDIENCE),
        one => one == AUDIENCE,
    };
    if !audience {
        return Err("aud");
    }
    let second = |name: &str| claims[name].as_f64();
    if second("exp").is_none_or(|exp| exp <= now as f64) {
        return Err("exp");
    }
    if ctx.knobs.on("teradata.jwt_checks_iat") && second("iat").is_some_and(|iat| iat > now as f64) {
        return Err("iat");
    }
    if claims["pat"] != seed::ACCESS_TOKEN {
        return Err("pat");
    }
    if claims["sub"] != seed::USERNAME {
        return Err("sub");
    }
    if claims["multi-use"] != true {
        return Err("multi-use");
    }
    let accepted = ctx.knobs.text("teradata.jwt_organization");
    let named = |claim: &str| (accepted == "either" || accepted == claim) && claims[claim] == seed::ORGANIZATION;
    if !named("org_key") && !named("org_id") {
        return Err("organization");
    }
    Ok(())
}

fn read(part: &str) -> Option<Value> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

/// The half of the pair that the console keeps.
fn public_key() -> Option<&'static [u8]> {
    static KEY: OnceLock<Option<Vec<u8>>> = OnceLock::new();
    let read = || {
        let base64: String = TEST_KEY.lines().filter(|line| !line.starts_with('-')).collect();
        let pair = RsaKeyPair::from_pkcs8(&STANDARD.decode(base64).ok()?).ok()?;
        Some(pair.public_key().as_ref().to_vec())
    };
    KEY.get_or_init(read).as_deref()
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::*;
    use crate::knobs::Knobs;
    use jiff::Timestamp;
    use ring::rand::SystemRandom;
    use ring::signature::RSA_PKCS1_SHA256;
    use serde_json::json;

    /// Good claims at the beginning of the world.
    pub(crate) fn claims() -> Value {
        let now = seed::beginning().as_second();
        json!({
            "aud": [AUDIENCE], "iat": now, "exp": now + 3600, "iss": "wiki", "multi-use": true,
            "org_key": seed::ORGANIZATION, "pat": seed::ACCESS_TOKEN, "sub": seed::USERNAME,
        })
    }

    fn head() -> Value {
        json!({"alg": "RS256", "typ": "JWT", "kid": seed::KEY_NAME})
    }

    pub(crate) fn signed(head: &Value, claims: &Value) -> String {
        let base64: String = TEST_KEY.lines().filter(|line| !line.starts_with('-')).collect();
        let pair = RsaKeyPair::from_pkcs8(&STANDARD.decode(base64).unwrap()).unwrap();
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", part(head), part(claims));
        let mut signature = vec![0; pair.public().modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature).unwrap();
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    pub(crate) fn good() -> String {
        signed(&head(), &claims())
    }

    fn judged(token: &str, set: &[(&str, Value)], now: Timestamp) -> Result<(), &'static str> {
        let mut knobs = Knobs::new(&[KNOBS]);
        for (name, value) in set {
            knobs.set(name, value.clone()).unwrap();
        }
        check(token, &Ctx { now, knobs: &knobs, base_url: "" })
    }

    #[test]
    fn a_token_as_documented_is_good_for_its_time() {
        let start = seed::beginning();
        assert_eq!(judged(&good(), &[], start), Ok(()));
        let at = |second| Timestamp::from_second(start.as_second() + second).unwrap();
        assert_eq!(judged(&good(), &[], at(3599)), Ok(()));
        assert_eq!(judged(&good(), &[], at(3600)), Err("exp"));
    }

    #[test]
    fn every_claim_counts() {
        let start = seed::beginning();
        for (claim, value) in [
            ("aud", json!(["td:service:other"])),
            ("aud", Value::Null),
            ("exp", Value::Null),
            ("exp", json!("tomorrow")),
            ("pat", json!("another")),
            ("sub", json!("another")),
            ("multi-use", json!("true")),
        ] {
            let mut claims = claims();
            claims[claim] = value;
            assert_eq!(judged(&signed(&head(), &claims), &[], start), Err(claim));
        }
        let mut other = claims();
        other["org_key"] = json!("another");
        assert_eq!(judged(&signed(&head(), &other), &[], start), Err("organization"));
        for (part, value) in
            [("alg", json!("HS256")), ("alg", json!("none")), ("kid", json!("x.pem")), ("typ", json!("JWE"))]
        {
            let mut head = head();
            head[part] = value;
            assert_eq!(judged(&signed(&head, &claims()), &[], start), Err(part));
        }
        let free = json!({"aud": AUDIENCE, "exp": start.as_second() + 1, "multi-use": true,
            "org_id": seed::ORGANIZATION, "pat": seed::ACCESS_TOKEN, "sub": seed::USERNAME});
        assert_eq!(judged(&signed(&head(), &free), &[], start), Ok(()), "iat and iss may be missing");
    }

    #[test]
    fn what_was_changed_after_signing_is_refused() {
        let token = good();
        let (rest, signature) = token.rsplit_once('.').unwrap();
        let (head, _) = rest.split_once('.').unwrap();
        let mut claims = claims();
        claims["exp"] = json!(9_999_999_999_i64);
        let forged = format!("{head}.{}.{signature}", URL_SAFE_NO_PAD.encode(claims.to_string()));
        let start = seed::beginning();
        assert_eq!(judged(&forged, &[], start), Err("signature"));
        assert_eq!(judged(&format!("{rest}."), &[], start), Err("signature"));
        for odd in ["", "a.b", "a.b.c", "a.b.c.d"] {
            assert!(judged(odd, &[], start).is_err(), "{odd}");
        }
    }

    #[test]
    fn knobs_choose_the_claim_and_the_look_at_iat() {
        let start = seed::beginning();
        let mut by_id = claims();
        by_id["org_id"] = by_id["org_key"].take();
        let by_id = signed(&head(), &by_id);
        for (value, key, id) in [("either", true, true), ("org_key", true, false), ("org_id", false, true)] {
            let knob = [("teradata.jwt_organization", json!(value))];
            assert_eq!(judged(&good(), &knob, start).is_ok(), key, "{value}");
            assert_eq!(judged(&by_id, &knob, start).is_ok(), id, "{value}");
        }
        let early = Timestamp::from_second(start.as_second() - 1).unwrap();
        assert_eq!(judged(&good(), &[], early), Ok(()));
        assert_eq!(judged(&good(), &[("teradata.jwt_checks_iat", json!(true))], early), Err("iat"));
    }
}
