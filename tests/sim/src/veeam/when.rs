//! Times as the product reads and writes them.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// UTC with seven fraction digits, as in `2025-03-01T22:00:00.1234567Z`.
pub(super) fn full(at: Timestamp) -> String {
    format!("{}.{:07}Z", at.strftime("%Y-%m-%dT%H:%M:%S"), at.subsec_nanosecond().max(0) / 100)
}

/// UTC without a fraction: the form of planned times.
pub(super) fn whole(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The American form inside titles and names, `3/2/2025 10:00:00 AM`.
pub(super) fn american(at: Timestamp) -> String {
    at.strftime("%-m/%-d/%Y %-I:%M:%S %p").to_string()
}

/// The form of HTTP dates.
pub(super) fn rfc1123(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Reads ISO 8601 and the two documented forms `yyyy-MM-dd HH:mm:ss.SSS` and `yyyy.MM.dd hh:mm:ss`, seconds and
/// fraction optional (a client sends `2018.09.17 12:00`). Without an offset a time is UTC.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if text.len() < 16 {
        return None;
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    let civil = format!("{}{rest}", date.replace('.', "-"));
    let civil: DateTime = civil.parse().ok()?;
    civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// `at` moved by whole seconds, held inside what a timestamp can say.
pub(super) fn later(at: Timestamp, seconds: u64) -> Timestamp {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    at.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}

/// A timestamp the program itself writes down; the epoch if it is mistyped (a test reads the whole seed).
pub(super) fn fixed(text: &str) -> Timestamp {
    text.parse().unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn writes_seven_digits() {
        let at = fixed("2025-03-01T22:00:00.1234567Z");
        assert_eq!(full(at), "2025-03-01T22:00:00.1234567Z");
        assert_eq!(full(fixed("2025-03-01T22:00:00Z")), "2025-03-01T22:00:00.0000000Z");
        assert_eq!(whole(at), "2025-03-01T22:00:00Z");
        assert_eq!(american(at), "3/1/2025 10:00:00 PM");
        assert_eq!(rfc1123(at), "Sat, 01 Mar 2025 22:00:00 GMT");
    }

    #[test]
    fn reads_every_documented_form_as_utc() {
        for (text, want) in [
            ("2020-04-12T10:54:40.2794046Z", "2020-04-12T10:54:40.2794046Z"),
            ("2020-04-12T12:54:40+02:00", "2020-04-12T10:54:40Z"),
            ("2020-04-12T10:54:40", "2020-04-12T10:54:40Z"),
            ("2020-04-12 10:54:40.279", "2020-04-12T10:54:40.279Z"),
            ("2020.04.12 10:54:40", "2020-04-12T10:54:40Z"),
            ("2018.09.17 12:00", "2018-09-17T12:00:00Z"),
        ] {
            assert_eq!(parse(text), Some(want.parse().unwrap()), "{text}");
        }
        for text in ["", "yesterday", "2020-04-12", "12.04.2020 10:54:40", "2020-13-12 10:54:40", "é020-04-12 10:54:40"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
