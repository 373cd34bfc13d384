//! Where secrets come from: files, variables, keys, and what is made of them. The first byte chooses; the rest is the file, the
//! name or the key.
//!
//! A source is refused with its name and nothing of what it holds, or gives what it holds. No `Debug` shows any of it.

use crate::rules;
use crate::script::{self, Script};
use backupjobs::teradata::{Client, Config, LakeJwt, TokenSource};
use backupjobs::{ErrorKind, Secret, vcenter, veeam};
use std::path::PathBuf;

pub(crate) fn run(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    match kind % 5 {
        0 => file(rest),
        1 => variable(&String::from_utf8_lossy(rest)),
        2 => key(&String::from_utf8_lossy(rest)),
        3 => credentials(&String::from_utf8_lossy(rest)),
        _ => token(&String::from_utf8_lossy(rest)),
    }
}

fn file(bytes: &[u8]) {
    let shm = PathBuf::from("/dev/shm");
    let dir = if shm.is_dir() { shm } else { std::env::temp_dir() };
    let path = dir.join(format!("backupjobs-fuzz-secret-{}", std::process::id()));
    std::fs::write(&path, bytes).expect("written");
    match Secret::from_file(&path) {
        Ok(secret) => {
            let held = secret.expose().as_bytes();
            assert!(bytes.starts_with(held) && matches!(&bytes[held.len()..], b"" | b"\n" | b"\r\n"), "{bytes:?}");
            assert!(!held.is_empty() && format!("{secret:?}") == "Secret(***)");
        }
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Config);
            rules::error(&error);
            let empty = bytes.is_empty() || bytes == b"\n" || bytes == b"\r\n";
            assert!(empty || bytes.len() > 64 << 10 || std::str::from_utf8(bytes).is_err(), "{error}");
        }
    }
}

fn variable(name: &str) {
    if let Err(error) = Secret::from_env(name) {
        assert_eq!(error.kind(), ErrorKind::Config);
        rules::error(&error);
    }
}

/// The private key of a token that is signed here, and the names that go into it.
fn key(text: &str) {
    let mut parts = text.split('\0');
    let key = parts.next().unwrap_or_default();
    let (name, user) = (parts.next().unwrap_or("key.pem"), parts.next().unwrap_or("user"));
    let jwt = LakeJwt::new(script::TOKEN, key, name, user, "org");
    rules::hides(&format!("{jwt:?}"), script::TOKEN);
    let mut config = Config::lake(script::URL, "acc", jwt);
    config.options = script::options();
    let _script = Script::play(b"");
    match Client::new(config) {
        Ok(client) => rules::done(client.login()),
        Err(error) => {
            rules::error(&error);
            let body: String = key.lines().filter(|line| !line.starts_with('-')).collect();
            assert!(body.len() < 16 || !format!("{error} {error:?}").contains(&body), "the key is told: {error}");
        }
    }
}

/// User and password of every login, sent or refused.
fn credentials(text: &str) {
    let (user, password) = text.split_once('\0').unwrap_or((text, script::PASSWORD));
    let script = Script::play(b"");
    let mut config = vcenter::Config::new(script::URL, user, password);
    config.options = script::options();
    if let Ok(client) = vcenter::Client::new(config) {
        rules::done(client.login());
    }
    let mut config = veeam::Config::new(script::URL, veeam::Dialect::V7, user, password);
    config.options = script::options();
    if let Ok(client) = veeam::Client::new(config) {
        rules::done(client.login());
    }
    let breaks = password.contains(['\r', '\n', '\0']) || user.contains(['\r', '\n', '\0']);
    let veeam = script.exchanges().iter().any(|exchange| exchange.sent.url.path().contains("/v7/Token"));
    assert!(!(breaks && veeam), "a line break was sent");
}

/// A bearer token, as a header carries it or not at all.
fn token(text: &str) {
    let script = Script::play(b"");
    let mut config = Config::new(script::URL, "site", TokenSource::from(text));
    config.options = script::options();
    let Ok(client) = Client::new(config) else { return };
    let answer = client.jobs(&Default::default());
    for exchange in script.exchanges() {
        let carried = exchange.sent.headers.iter().find(|(name, _)| name == "authorization").map(|(_, value)| value);
        assert_eq!(carried.map(Vec::as_slice), Some(format!("Bearer {text}").as_bytes()), "another token");
    }
    if let Err(error) = answer {
        assert!(text.len() < 12 || !format!("{error} {error:?}").contains(text), "the token is told: {error}");
    }
}
