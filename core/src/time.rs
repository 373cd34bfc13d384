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
    let at = text
        .parse::<Timestamp>()
        .ok()
        .or_else(|| text.parse::<DateTime>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|z| z.timestamp()))?;
    (at.as_second() >= 31_536_000).then_some(at)
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.raw)
    }
}

/// For `#[serde(deserialize_with)]`: null, absent and "" are no time; anything else is kept.
pub(crate) fn optional<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Time>, D::Error> {
    Ok(crate::lenient::text(from)?.filter(|text| !text.trim().is_empty()).map(Time::new))
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::lenient::word(from).map(Self::new)
    }
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
    fn keeps_what_is_no_time() {
        for text in ["string", "0001-01-01T00:00:00Z", "2025-13-45T99:00:00Z", "yesterday", "1e99"] {
            let time = Time::new(text);
            assert_eq!((time.raw(), time.at()), (text, None));
        }
    }
}
