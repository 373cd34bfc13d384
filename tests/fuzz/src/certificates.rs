//! Certificates that a server may show, authorities and pins that a caller may give. The first byte chooses; the rest is DER,
//! PEM or text.
//!
//! Anything is read: a fingerprint is always there, and what is shown is one thing a line. Authorities are refused or used. A
//! pin is refused, or is 64 hex digits.

use crate::rules;
use crate::script;
use backupjobs::fuzzing;
use backupjobs::{ErrorKind, Trust, veeam};

pub(crate) fn run(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    match kind % 4 {
        // Seeds are text.
        0 => der(&unhex(rest)),
        1 => der(rest),
        2 => pem(rest),
        _ => pin(&String::from_utf8_lossy(rest)),
    }
}

fn der(der: &[u8]) {
    let read = fuzzing::certificate(der);
    assert_eq!(fuzzing::sha256(&read.sha256), fuzzing::sha256(&read.fingerprint));
    assert_eq!((read.sha256.len(), read.fingerprint.len()), (64, 95));
    for text in [&read.subject, &read.issuer].into_iter().flatten().chain(&read.names) {
        assert!(!text.contains(['\n', '\r', '\0']), "{text:?}");
    }
    assert_eq!(read.to_string().lines().count(), 7, "{read}");
    assert!(!fuzzing::good_for(&read).contains('\n'));
    assert!(read.pem.starts_with("-----BEGIN CERTIFICATE-----\n"), "{}", read.pem);
    if read.subject.is_some() {
        // The same again, out of the PEM text as a CA file.
        pem(read.pem.as_bytes());
    }
}

fn pem(pem: &[u8]) {
    let mut config = veeam::Config::new(script::URL, veeam::Dialect::V8, "u", script::PASSWORD);
    config.options = script::options();
    config.options.trust = Trust::CaPem(pem.to_vec());
    match veeam::Client::new(config) {
        Ok(client) => drop(client),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Config);
            rules::error(&error);
        }
    }
}

fn pin(text: &str) {
    let digits: String = text.chars().filter(|c| !matches!(c, ':' | ' ')).collect();
    let good = digits.len() == 64 && digits.chars().all(|c| c.is_ascii_hexdigit());
    match Trust::pin(text) {
        Ok(Trust::Pin(sha)) => {
            let again: String = sha.iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(good && again.eq_ignore_ascii_case(&digits), "{text}");
        }
        Ok(other) => panic!("{other:?} is no pin"),
        Err(error) => {
            assert!(!good, "{text}");
            rules::error(&error);
        }
    }
}

fn unhex(text: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = text.iter().filter_map(|b| char::from(*b).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}
