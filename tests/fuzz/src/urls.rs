//! Addresses and ids that callers give. The first byte chooses; the rest is a text, or several with NUL between.
//!
//! An address is refused, or is one of https with a host and nothing hidden in it. What stands before the `@` is never shown.
//! An id is refused, or stands in the path of the request as one segment, as it was given.

use crate::rules;
use crate::script::{self, IN_URL, Script};
use backupjobs::fuzzing::{self, Url};
use backupjobs::vcenter::Location;
use backupjobs::{Error, ErrorKind, Proxy, Trust, teradata, vcenter, veeam};

pub(crate) fn run(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match kind % 8 {
        0 => base(&text),
        1 => proxy(&text),
        2 => token(&text),
        3 => teradata_ids(&text),
        4 => vcenter_ids(&text),
        5 => veeam_ids(&text),
        6 => location(&text),
        _ => hidden(&text),
    }
}

fn base(text: &str) {
    for trust in [Trust::System, Trust::Insecure] {
        match fuzzing::base_url(text, &trust) {
            Ok((url, shown, place)) => {
                assert!(url.scheme() == "https" || (url.scheme() == "http" && trust == Trust::Insecure), "{text}");
                assert!(url.username().is_empty() && url.password().is_none(), "{text}");
                assert!(url.query().is_none() && url.fragment().is_none(), "{text}");
                assert!(url.host_str().is_some_and(|host| !host.is_empty()), "{text}");
                assert!(place.contains(':') && !place.contains(char::is_whitespace), "{place}");
                assert!(!shown.contains(['\n', '\r', '@']) || url.path().contains('@'), "{shown}");
                // Read again, it is the same.
                let again = fuzzing::base_url(url.as_str(), &trust).expect("the same again");
                assert_eq!((again.0, again.2), (url, place));
            }
            Err(error) => config(&error),
        }
    }
}

fn proxy(text: &str) {
    match Proxy::url(text) {
        Ok(proxy) => {
            let shown = format!("{proxy:?}");
            let url = Url::parse(text.trim()).expect("what was accepted is a URL");
            assert_eq!(url.scheme(), "http", "{text}");
            for secret in [url.username(), url.password().unwrap_or_default()] {
                let host = url.host_str().unwrap_or_default();
                assert!(secret.len() < 8 || host.contains(secret) || !shown.contains(secret), "{shown}");
            }
        }
        Err(error) => config(&error),
    }
}

/// The endpoint that gives tokens, and a client without any network.
fn token(text: &str) {
    let given = teradata::ClientCredentials::new(text, "id", script::PASSWORD);
    rules::hides(&format!("{given:?}"), script::PASSWORD);
    let mut settings = teradata::Config::new(script::URL, "site", given);
    settings.options = script::options();
    match teradata::Client::new(settings) {
        Ok(client) => rules::hides(&format!("{client:?}"), script::PASSWORD),
        Err(error) => config(&error),
    }
}

fn teradata_ids(text: &str) {
    let mut ids = text.split('\0');
    let mut next = || ids.next().unwrap_or("1").to_owned();
    let (site, job, execution, restore) = (next(), next(), next(), next());
    let script = Script::play(b"");
    let mut settings = teradata::Config::new(script::URL, site.clone(), script::TOKEN);
    settings.options = script::options();
    let Ok(client) = teradata::Client::new(settings) else { return };
    rules::done(client.restore(&job, &execution, &restore).map(drop));
    let wanted = ["base", "data-protection", "v2", "sites", &site, "jobs", &job];
    stands(&script, &wanted, &[&execution, &restore]);
}

fn vcenter_ids(text: &str) {
    let mut ids = text.split('\0');
    let mut next = || ids.next().unwrap_or("1").to_owned();
    let (system, archive) = (next(), next());
    let place = Location::new("sftp://backup.example.net/vcsa");
    for (dialect, name) in [(vcenter::Dialect::Api, "api"), (vcenter::Dialect::Rest, "rest")] {
        let script = Script::play(b"");
        let mut settings = vcenter::Config::new(script::URL, "root", script::PASSWORD);
        settings.dialect = Some(dialect);
        settings.options = script::options();
        let client = vcenter::Client::new(settings).expect("a client");
        rules::done(client.archive(&system, &archive, &place).map(drop));
        rules::done(client.schedule(&system).map(drop));
        rules::done(client.part_size(&archive).map(drop));
        rules::done(client.backup_job(&archive).map(drop));
        stands(&script, &["base", name], &[]);
        for exchange in script.exchanges().iter().filter(|e| !e.sent.url.path().ends_with("/session")) {
            let known =
                ["base", "api", "rest", "appliance", "recovery", "backup", "system-name", "archives", "schedules"];
            let known = known.into_iter().chain(["parts", "job", "jobs", "details", "com", "vmware", "cis"]);
            let known: Vec<&str> = known.chain([system.as_str(), archive.as_str()]).collect();
            for segment in segments(&exchange.sent.url) {
                assert!(known.contains(&segment.as_str()), "'{segment}' in {}", exchange.sent.url);
            }
        }
    }
}

fn veeam_ids(text: &str) {
    let script = Script::play(b"");
    let mut settings = veeam::Config::new(script::URL, veeam::Dialect::V8, "u", script::PASSWORD);
    settings.options = script::options();
    let client = veeam::Client::new(settings).expect("a client");
    rules::done(client.job(text).map(drop));
    rules::done(client.log_item(text, text).map(drop));
    // No request without a good id.
    let good = text.len() == 36 && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit());
    assert!(good || script.exchanges().is_empty(), "'{text}' was sent");
}

/// All paths begin with these segments, and the others follow.
fn stands(script: &Script<'_>, wanted: &[&str], others: &[&str]) {
    for exchange in script.exchanges() {
        let found = segments(&exchange.sent.url);
        assert!(found.iter().map(String::as_str).take(wanted.len()).eq(wanted.iter().copied()), "{found:?} {wanted:?}");
        assert!(others.iter().all(|other| found.iter().any(|segment| segment == other)), "{found:?}");
    }
}

/// The segments of a path, decoded.
fn segments(url: &Url) -> Vec<String> {
    let decoded = |segment: &str| {
        let (mut bytes, mut from) = (Vec::new(), segment.bytes());
        while let Some(byte) = from.next() {
            let mut digit = || from.next().and_then(|b| char::from(b).to_digit(16)).expect("two digits") as u8;
            bytes.push(if byte == b'%' { digit() << 4 | digit() } else { byte });
        }
        String::from_utf8(bytes).expect("UTF-8")
    };
    url.path().trim_start_matches('/').split('/').map(decoded).collect()
}

fn location(text: &str) {
    let _ = vcenter::LocationType::of_url(text);
    let script = Script::play(b"");
    let mut settings = vcenter::Config::new(script::URL, "root", script::PASSWORD);
    settings.options = script::options();
    let client = vcenter::Client::new(settings).expect("a client");
    rules::done(client.system_names(&Location::new(text)).map(drop));
    rules::done(client.validate_backup(&vcenter::BackupRequest::at(text)).map(drop));
    drop(script);
}

/// A password in an address is not repeated, whatever stands around it.
fn hidden(text: &str) {
    let (before, after) = text.split_once('\0').unwrap_or((text, "host.example"));
    for scheme in ["https", "http"] {
        let url = format!("{scheme}://{before}:{IN_URL}@{after}");
        let told = [
            fuzzing::base_url(&url, &Trust::System).map(|(_, shown, _)| shown).unwrap_or_else(|e| format!("{e} {e:?}")),
            Proxy::url(&url).map_or_else(|e| format!("{e} {e:?}"), |proxy| format!("{proxy:?}")),
            fuzzing::address(&url),
        ];
        // Behind a slash, a question mark or a hash it is no password any more, but a part of an address.
        let password = Url::parse(&url).is_ok_and(|url| url.password().is_some_and(|pw| pw.contains(IN_URL)));
        for text in told.iter().filter(|_| password) {
            assert!(!text.contains(IN_URL), "{text}");
        }
    }
}

fn config(error: &Error) {
    assert_eq!(error.kind(), ErrorKind::Config, "{error}");
    rules::error(error);
}
