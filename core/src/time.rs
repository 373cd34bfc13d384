//! Times as vendors write them: the raw text is always kept, the instant when it can be read.

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A point in time from a server. `raw` is what it wrote; `at` is `None` when that is no time we can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    raw: String,
    at: Option<Timestamp>,
}

impl Time {
    /// Reads a text: RFC 3339 with 0–9 fraction digits and `Z` or an offset; without either, UTC is meant.
    #[must_use]
    pub fn new(raw: impl Into<String>) -> Self {
        let raw = raw.into();
        let at = instant(&raw);
        Self { raw, at }
    }

    /// The text as the server wrote it.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The instant, if the text is one. Years before 1971 are what servers write for "never" and give `None`.
    #[must_use]
    pub fn at(&self) -> Option<Timestamp> {
        self.at
    }
}

/// The instant that [`Time::at`] gives for that text.
pub(crate) fn instant(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let at = utc(text)
        .or_else(|| text.parse::<Timestamp>().ok())
        .or_else(|| text.parse::<DateTime>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|z| z.timestamp()))?;
    (at.as_second() >= 31_536_000).then_some(at)
}

/// The usual spelling, `2026-01-15T08:00:00.123Z`, which long lists are full of; `None` for any other.
fn utc(text: &str) -> Option<Timestamp> {
    let [date @ .., b'Z'] = text.as_bytes() else { return None };
    let (date, fraction) = (date.get(..19)?, date.get(19..)?);
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, b'T', h0, h1, b':', i0, i1, b':', s0, s1] = *date else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0_i32, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i32::from(digit - b'0')))
    };
    let nanos = match fraction {
        [] => 0,
        [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => number(digits)? * 10_i32.pow(9 - digits.len() as u32),
        _ => return None,
    };
    let (year, month, day) = (number(&[y0, y1, y2, y3])?, number(&[m0, m1])?, number(&[d0, d1])?);
    let (hour, minute, second) = (number(&[h0, h1])?, number(&[i0, i1])?, number(&[s0, s1])?);
    // Beyond this, the calendar's own rules and exceptions are to be asked.
    if !(1971..=9998).contains(&year) || !(1..=12).contains(&month) || !(1..=28).contains(&day) {
        return None;
    }
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    // Days since 1970, by years that begin in March.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469;
    let seconds = i64::from(days) * 86_400 + i64::from(hour * 3_600 + minute * 60 + second);
    Timestamp::new(seconds, nanos).ok()
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.raw)
    }
}

/// For `#[serde(deserialize_with)]`: null, absent and "" are no time; anything else is kept.
#[inline(never)]
pub(crate) fn optional<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Time>, D::Error> {
    Ok(crate::lenient::text(from)?.filter(|text| !text.trim().is_empty()).map(Time::new))
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::lenient::word(from).map(Self::new)
    }
}

/// An instant as a person reads it, in UTC: `2026-01-15 08:00:00`.
pub(crate) fn plain(at: Timestamp) -> String {
    let at = jiff::tz::TimeZone::UTC.to_datetime(at);
    let (date, time) = (at.date(), at.time());
    format!("{date} {:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}

/// The instant inside an optional time.
pub(crate) fn at(time: &Option<Time>) -> Option<Timestamp> {
    time.as_ref().and_then(Time::at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_three_vendors_write() {
        for (text, second) in [
            ("2022-12-07T11:35:00.000000Z", 1_670_412_900),
            ("2025-03-01T22:00:00.1234567Z", 1_740_866_400),
            ("2015-01-01T22:13:05.651Z", 1_420_150_385),
            ("2018-02-01T02:00:00-07:00", 1_517_475_600),
            ("2025-03-01T22:00:00", 1_740_866_400),
            ("2025-03-01T22:00:00.123456789Z", 1_740_866_400),
        ] {
            assert_eq!(Time::new(text).at().map(Timestamp::as_second), Some(second), "{text}");
        }
    }

    #[test]
    fn the_short_way_gives_what_the_calendar_gives() {
        for year in 1960..2110 {
            for (month, day) in (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day))) {
                for rest in
                    ["T00:00:00Z", "T23:59:59.9Z", "T07:08:09.123456789Z", "T24:00:00Z", "T00:00:60Z", "T00:00:00.Z"]
                {
                    let text = format!("{year:04}-{month:02}-{day:02}{rest}");
                    if let Some(at) = utc(&text) {
                        assert_eq!(text.parse::<Timestamp>().ok(), Some(at), "{text}");
                    }
                }
            }
        }
        assert!(utc("2026-01-15T08:00:00Z").is_some() && utc("2026-01-15T08:00:00.104000Z").is_some());
    }

    #[test]
    fn keeps_what_is_no_time() {
        for text in ["string", "0001-01-01T00:00:00Z", "2025-13-45T99:00:00Z", "yesterday", "1e99"] {
            let time = Time::new(text);
            assert_eq!((time.raw(), time.at()), (text, None));
        }
    }
}
