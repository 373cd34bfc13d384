//! What the library holds of a secret is overwritten when it is dropped: looked up in the memory of this very process.

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use backupjobs::teradata::{self, DatabaseCredentials, TokenSource};
use backupjobs::vcenter::{self, BackupRequest, Location, ScheduleSpec};
use backupjobs::{Secret, Trust, veeam};
use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::FileExt;

/// Backwards, here and wherever it is compared: this program itself must not hold it.
const BACKWARDS: &[u8] = b"7e5d2c-yranac-a-fo-txet-eht";

/// How often the text stands in the writable memory of this process.
fn copies() -> usize {
    let memory = File::open("/proc/self/mem").unwrap();
    let mut maps = String::new();
    File::open("/proc/self/maps").unwrap().read_to_string(&mut maps).unwrap();
    let mut found = 0;
    for line in maps.lines().filter(|line| line.contains(" rw") && !line.contains("[v")) {
        let (start, end) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let (start, end) = (u64::from_str_radix(start, 16).unwrap(), u64::from_str_radix(end, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(end - start).unwrap()];
        if memory.read_exact_at(&mut bytes, start).is_err() {
            continue;
        }
        found += bytes.windows(BACKWARDS.len()).filter(|window| window.iter().rev().eq(BACKWARDS)).count();
        // What was read here is not to be found in the next part.
        bytes.fill(0);
        std::hint::black_box(&bytes);
    }
    found
}

#[test]
fn nothing_is_left_of_a_secret() {
    let path = std::env::temp_dir().join(format!("backupjobs-wiped-{}", std::process::id()));
    // Byte by byte: only the file holds it whole. At its end, because the allocator overwrites the first bytes of what is freed.
    let mut file = File::create(&path).unwrap();
    for byte in std::iter::repeat_n(&b'x', 64).chain(BACKWARDS.iter().rev()) {
        file.write_all(&[*byte]).unwrap();
    }
    assert_eq!(copies(), 0);
    {
        let secret = Secret::from_file(&path).unwrap();
        assert!(copies() >= 1, "the search finds what is there");
        let mut config = veeam::Config::new("https://127.0.0.1:1", veeam::Dialect::V6, "me", secret.clone());
        config.options.trust = Trust::Pin([0; 32]);
        let client = veeam::Client::new(config.clone()).unwrap();
        let sources: Vec<TokenSource> = vec![
            secret.clone().into(),
            TokenSource::basic("me", secret.clone()),
            teradata::ClientCredentials::new("https://127.0.0.1:1/token", "me", secret.clone()).into(),
        ];
        let teradata: Vec<_> = sources
            .into_iter()
            .map(|source| {
                let mut config = teradata::Config::new("https://127.0.0.1:1", "site", source);
                config.options.trust = Trust::Pin([0; 32]);
                teradata::Client::new(config).unwrap()
            })
            .collect();
        let mut config = vcenter::Config::new("https://127.0.0.1:1", "me", secret.clone());
        config.options.trust = Trust::Pin([0; 32]);
        let request = BackupRequest::at("sftp://h/d").encrypted(secret.clone()).credentials("me", secret.clone());
        let appliance = vcenter::Client::new(config).unwrap();
        let server = appliance.server(None).unwrap();
        let place = Location::new("sftp://h/d").credentials("me", secret.clone());
        let spec = ScheduleSpec::new("sftp://h/d").encrypted(secret.clone());
        let credentials = DatabaseCredentials::new("me", secret);
        // No request is made: what the HTTP layer copies for sending is its own.
        let held = (client, teradata, server, request, place, spec, credentials);
        // All of them share what `secret` held; only what was made of it is more.
        assert!(copies() >= 1, "no copy in {}", std::any::type_name_of_val(&held));
    }
    std::fs::remove_file(&path).unwrap();
    assert_eq!(copies(), 0, "nothing is left");
}
