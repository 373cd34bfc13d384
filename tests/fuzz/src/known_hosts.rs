//! Files of known hosts that somebody may have written by hand. The input is the file, but for its first line, which is the
//! host.
//!
//! A file is refused with the number of a line, or read. What is remembered is found; what is forgotten is not; everything
//! else stays as it was, byte by byte.

use crate::rules;
use backupjobs::fuzzing;
use backupjobs::trust::KnownHosts;
use backupjobs::{ErrorKind, Trust};
use std::path::PathBuf;

pub(crate) fn run(data: &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let url = format!("https://{}", String::from_utf8_lossy(&data[..end]));
    let file = data.get(end + 1..).unwrap_or_default();
    let path = path();
    std::fs::write(&path, file).expect("written");
    let hosts = match KnownHosts::open(&path) {
        Ok(hosts) => hosts,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Config);
            return rules::error(&error);
        }
    };
    let good = fuzzing::base_url(&url, &Trust::System).is_ok();
    let before = match hosts.lookup(&url) {
        Ok(before) => before,
        Err(error) => {
            assert!(!good, "{error}");
            return rules::error(&error);
        }
    };
    let certificate = fuzzing::certificate(file);
    hosts.remember(&url, &certificate).expect("a readable file can be added to");
    let after = hosts.lookup(&url).expect("found");
    assert!(after.contains(&certificate.fingerprint) && before.iter().all(|old| after.contains(old)), "{after:?}");
    let text = std::fs::read(&path).expect("read");
    assert!(text.starts_with(file), "what was there before has changed");
    hosts.remember(&url, &certificate).expect("twice");
    assert_eq!(std::fs::read(&path).expect("read"), text, "twice is as once");
    assert!(hosts.forget(&url).expect("forgotten") && hosts.lookup(&url).expect("none").is_empty());
    let left = std::fs::read(&path).expect("read");
    let lines = |text: &[u8]| -> Vec<Vec<u8>> { text.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect() };
    assert!(lines(&left).iter().all(|line| line.is_empty() || lines(file).contains(line)), "a line that nobody wrote");
    if before.is_empty() {
        assert!(left.starts_with(file), "another host was touched");
    }
}

fn path() -> PathBuf {
    // In memory, where there is such a place.
    let shm = PathBuf::from("/dev/shm");
    let dir = if shm.is_dir() { shm } else { std::env::temp_dir() };
    dir.join(format!("backupjobs-fuzz-known-hosts-{}", std::process::id()))
}
