//! Signing tokens for Lake: RS256 over the documented claims.
//!
//! <https://docs.teradata.com/r/Lake-Manage-and-Move-Data/Using-Data-Protection-to-Backup-and-Restore-Data/Use-BaaS-APIs/Create-a-JWT-Token>

use super::token::{LakeJwt, OrganizationClaim};
use crate::auth::Token;
use crate::error::{Error, Result};
use crate::secret::Secret;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject;
use serde_json::json;
use zeroize::{Zeroize as _, Zeroizing};

/// The documented audience.
const AUDIENCE: &str = "td:service:authentication";
/// The documented issuer. The vendor's own clients write their own names, so it seems to be free.
const ISSUER: &str = "wiki";

/// Makes tokens.
pub(super) struct Signer {
    key: RsaKeyPair,
    header: String,
    personal_access_token: Secret,
    username: String,
    organization: String,
    claim: OrganizationClaim,
    lifetime: i64,
}

impl Signer {
    /// Reads the key, and refuses what can never give a good token.
    pub(super) fn new(given: &LakeJwt) -> Result<Self> {
        let key_name = given.key_name.trim();
        let key_name = key_name.strip_suffix(".pem").unwrap_or(key_name);
        for (text, what, remedy) in [
            (given.personal_access_token.expose(), "personal access token", "make one in the console"),
            (key_name, "name of the key", "take it from the console, under access tokens and keys"),
            (given.username.as_str(), "user of the token", "give the database user who made the access token"),
            (given.organization.as_str(), "organization", "take it from the home page of the console"),
        ] {
            if text.trim().is_empty() {
                return Err(Error::config(format!("the {what} is empty")).remedied(remedy));
            }
        }
        let lifetime = i64::try_from(given.lifetime.as_secs()).unwrap_or(i64::MAX);
        if !(1..=3_200_000_000).contains(&lifetime) {
            return Err(Error::config("the lifetime of tokens is less than a second, or more than a hundred years")
                .remedied("an hour is the documented lifetime"));
        }
        let header = json!({ "alg": "RS256", "typ": "JWT", "kid": key_name });
        Ok(Self {
            key: read_key(&given.private_key)?,
            header: URL_SAFE_NO_PAD.encode(header.to_string()),
            personal_access_token: given.personal_access_token.clone(),
            username: given.username.clone(),
            organization: given.organization.clone(),
            claim: given.organization_claim,
            lifetime,
        })
    }

    pub(super) fn personal_access_token(&self) -> &Secret {
        &self.personal_access_token
    }

    /// A token that is good from now on. `server_time` is better than our own clock: a token of the future or of the
    /// past is refused.
    pub(super) fn token(&self, server_time: Option<Timestamp>, old: Option<&Token>) -> Result<Token> {
        let now = server_time.unwrap_or_else(Timestamp::now).as_second();
        let mut value = self.sign(now, now.saturating_add(self.lifetime))?;
        if old.is_some_and(|old| old.value.expose() == value.expose()) {
            // Signed within the same second: the very text that is no longer good.
            value = self.sign(now, now.saturating_add(self.lifetime).saturating_add(1))?;
        }
        Ok(Token::new(value).living(Some(self.lifetime)))
    }

    fn sign(&self, issued: i64, expires: i64) -> Result<Secret> {
        let claims = json!({
            "aud": [AUDIENCE],
            "exp": expires,
            "iat": issued,
            "iss": ISSUER,
            "multi-use": true,
            self.claim.name(): self.organization,
            "pat": self.personal_access_token.expose(),
            "sub": self.username,
        });
        let claims = Zeroizing::new(claims.to_string());
        let mut token = Zeroizing::new(format!("{}.{}", self.header, URL_SAFE_NO_PAD.encode(claims.as_bytes())));
        let mut signature = vec![0; self.key.public().modulus_len()];
        self.key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), token.as_bytes(), &mut signature).map_err(|_| {
            Error::config("the private key cannot sign: its numbers do not belong together")
                .remedied("give the key as it was made; openssl rsa -check -in key.pem finds what is wrong")
        })?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(&signature, &mut token);
        Ok(Secret::new(token.as_str()))
    }
}

fn read_key(pem: &Secret) -> Result<RsaKeyPair> {
    let bad = |why: &str| {
        Error::config(format!("the private key cannot be used: {why}")).remedied(
            "give the text of an RSA key of 2048 bits or more, PEM, not encrypted; \
             openssl pkey -in key.pem -out plain.pem writes one",
        )
    };
    if pem.expose().contains("ENCRYPTED") {
        return Err(bad("it is encrypted"));
    }
    let mut der =
        PrivateKeyDer::from_pem_slice(pem.expose().as_bytes()).map_err(|_| bad("it is no private key in PEM"))?;
    let key = match &mut der {
        PrivateKeyDer::Pkcs8(der) => {
            let key = RsaKeyPair::from_pkcs8(der.secret_pkcs8_der());
            der.zeroize();
            key
        }
        PrivateKeyDer::Pkcs1(der) => {
            let key = RsaKeyPair::from_der(der.secret_pkcs1_der());
            der.zeroize();
            key
        }
        _ => return Err(bad("it is no RSA key")),
    };
    key.map_err(|rejected| bad(&rejected.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use backupjobs_sim::teradata::keys::{TEST_KEY, TEST_KEY_PKCS1};
    use ring::signature::{KeyPair as _, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
    use serde_json::Value;
    use std::time::Duration;

    fn given(key: &str) -> LakeJwt {
        LakeJwt::new("canary-pat", key, "laptop.pem", "dbuser", "acme")
    }

    fn part(text: &str) -> Value {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).expect("base64")).expect("json")
    }

    #[test]
    fn a_token_has_the_documented_parts_and_a_good_signature() {
        let at = Timestamp::from_second(1_740_000_000).ok();
        for key in [TEST_KEY, TEST_KEY_PKCS1] {
            let signer = Signer::new(&given(key)).expect("key");
            let token = signer.token(at, None).expect("token");
            let parts: Vec<&str> = token.value.expose().split('.').collect();
            assert_eq!(part(parts[0]), json!({"alg": "RS256", "typ": "JWT", "kid": "laptop"}));
            assert_eq!(
                part(parts[1]),
                json!({
                    "aud": ["td:service:authentication"], "iat": 1_740_000_000, "exp": 1_740_003_600, "iss": "wiki",
                    "multi-use": true, "org_key": "acme", "pat": "canary-pat", "sub": "dbuser",
                })
            );
            let signature = URL_SAFE_NO_PAD.decode(parts[2]).expect("base64");
            UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, signer.key.public_key().as_ref())
                .verify(format!("{}.{}", parts[0], parts[1]).as_bytes(), &signature)
                .expect("signature");
            assert!(token.renew_after.is_some());
        }
    }

    #[test]
    fn the_same_second_does_not_give_the_refused_token_again() {
        let signer = Signer::new(&given(TEST_KEY)).expect("key");
        let at = Timestamp::from_second(1_740_000_000).ok();
        let first = signer.token(at, None).expect("token");
        let second = signer.token(at, Some(&first)).expect("token");
        assert_ne!(first.value.expose(), second.value.expose());
    }

    #[test]
    fn claim_and_lifetime_are_settings() {
        let other = given(TEST_KEY).organization_claim(OrganizationClaim::OrgId).lifetime(Duration::from_secs(180));
        let token = Signer::new(&other).expect("key").token(Timestamp::from_second(1_740_000_000).ok(), None);
        let token = token.expect("token");
        let claims = part(token.value.expose().split('.').nth(1).expect("claims"));
        assert_eq!((&claims["org_id"], claims.get("org_key")), (&json!("acme"), None));
        assert_eq!(claims["exp"], 1_740_000_180);
    }

    #[test]
    fn a_key_that_is_damaged_inside_is_the_callers_affair() {
        use base64::engine::general_purpose::STANDARD;
        let lines: String = TEST_KEY.lines().filter(|line| !line.starts_with('-')).collect();
        let mut der = STANDARD.decode(lines).expect("base64");
        // One of the numbers that only signing uses.
        der[1043] ^= 1;
        let damaged = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
        let error = Signer::new(&given(&damaged)).and_then(|s| s.token(None, None)).err().expect("a damaged key");
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        assert!(error.message().contains("private key") && error.remedy().contains("openssl"), "{error}");
    }

    #[test]
    fn what_cannot_sign_is_refused_without_showing_it() {
        let ec = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcanarycanarycanar\n\
                  ycanarycanarycanary0000ihRANCAAT=\n-----END PRIVATE KEY-----\n";
        let locked = TEST_KEY.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
        let public = TEST_KEY.replace("PRIVATE KEY", "PUBLIC KEY");
        for (key, says) in [
            ("", "no private key"),
            ("canary", "no private key"),
            (ec, "cannot be used"),
            (&locked, "encrypted"),
            (&public, "no private key"),
        ] {
            let error = Signer::new(&given(key)).err().expect("a bad key");
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(error.message().contains(says) && error.remedy().contains("openssl"), "{error}");
            assert!(!format!("{error:?} {:?}", given(key)).contains("canary"), "{error:?}");
        }
        let no_user = LakeJwt { username: " ".into(), ..given(TEST_KEY) };
        for odd in
            [given(TEST_KEY).lifetime(Duration::ZERO), no_user, LakeJwt { key_name: ".pem".into(), ..given(TEST_KEY) }]
        {
            assert_eq!(Signer::new(&odd).err().map(|e| e.kind()), Some(ErrorKind::Config), "{odd:?}");
        }
    }
}
