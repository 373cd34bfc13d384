//! Times, and the other members that vendors spell in many ways; `Retry-After`, and the pauses before retries. The first byte
//! chooses.
//!
//! A time keeps its text, and its instant written out is the same instant. What a lenient reader has read is the same when it
//! is read again. Nobody is told to wait for more than a day.

use crate::rules;
use backupjobs::fuzzing::{self, Lenient, Url};
use backupjobs::{RetryPolicy, Time, Timestamp};
use std::time::Duration;

pub(crate) fn run(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    match kind % 4 {
        0 => lenient(rest),
        1 => time(&String::from_utf8_lossy(rest)),
        2 => retry(&String::from_utf8_lossy(rest)),
        _ => pause(rest),
    }
}

fn lenient(body: &[u8]) {
    rules::answer(fuzzing::decode::<Lenient>(body));
    if let Ok(Lenient { below: Some(below), .. }) = fuzzing::decode::<Lenient>(body) {
        assert!(!below.id.trim().is_empty(), "an empty id");
    }
}

fn time(text: &str) {
    let time = Time::new(text);
    assert_eq!(time.raw(), text);
    if let Some(at) = time.at() {
        assert!(at.as_second() >= 31_536_000, "before anything was backed up: {text}");
        assert_eq!(Time::new(at.to_string()).at(), Some(at), "{text}");
        assert_eq!(Time::new(format!(" {text}\n")).at(), Some(at), "{text}");
    }
}

fn retry(text: &str) {
    for now in [Timestamp::UNIX_EPOCH, Timestamp::MIN, Timestamp::MAX] {
        if let Some(after) = fuzzing::retry_after(text, now) {
            assert!(after <= Duration::from_secs(86_400), "{text}: {after:?}");
        }
    }
    // A page's title, if this is one; and an address.
    if let Some(page) = fuzzing::web_page(text.as_bytes()) {
        assert!(!page.contains(['\n', '\r']) && page.chars().count() < 500, "{page}");
    }
    let _ = Url::parse(text).map(|url| url.origin());
}

fn pause(bytes: &[u8]) {
    let mut numbers = bytes.chunks(8).map(|chunk| {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        u64::from_le_bytes(eight)
    });
    let mut next = || numbers.next().unwrap_or(0);
    let mut duration = || Duration::new(next(), 999_999_999);
    let (total, base, cap, spent) = (duration(), duration(), duration(), duration());
    let asked = (next() % 2 == 0).then(|| Duration::from_secs(next() % 86_401));
    let policy = RetryPolicy { attempts: next() as u32, total, base, cap };
    if let Some(pause) = fuzzing::pause(&policy, (next() as u32).max(1), spent, asked) {
        assert!(pause < total, "{policy:?}: {pause:?}");
        assert!(asked.is_none_or(|asked| pause >= asked), "{policy:?}: {pause:?}");
    }
}
