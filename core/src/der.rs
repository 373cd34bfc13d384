//! What of DER a certificate needs to be shown to people. Whether it is trusted is rustls' to say.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const OCTETS: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
#[cfg(test)]
const SET: u8 = 0x31;
const UTF8: u8 = 0x0c;
const TEXTS: std::ops::RangeInclusive<u8> = 0x12..=0x16;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
const OTHER_TEXTS: std::ops::RangeInclusive<u8> = 0x19..=0x1b;
const BMP: u8 = 0x1e;

/// Values one behind the other; ends before the first that is broken.
#[derive(Clone)]
pub(crate) struct Der<'a>(pub(crate) &'a [u8]);

impl<'a> Der<'a> {
    /// The content of the next value, if it has that tag; else it stays the next one.
    pub(crate) fn content(&mut self, tag: u8) -> Option<&'a [u8]> {
        let mut behind = self.clone();
        let (found, content) = behind.next()?;
        (found == tag).then(|| {
            *self = behind;
            content
        })
    }

    /// The values in the next value.
    pub(crate) fn inside(&mut self, tag: u8) -> Option<Self> {
        self.content(tag).map(Self)
    }
}

impl<'a> Iterator for Der<'a> {
    /// A tag and its content.
    type Item = (u8, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7f => (usize::from(first), rest),
            0x81..=0x84 => {
                let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
            }
            _ => return None,
        };
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((tag, content))
    }
}

/// A distinguished name: `CN=vb365.example, O=Example`.
pub(crate) fn distinguished_name(name: &[u8]) -> String {
    let parts = Der(name).map(|(_, set)| {
        let attributes = Der(set).filter_map(|(_, pair)| {
            let mut pair = Der(pair);
            let kind = attribute(pair.content(OID)?);
            let (tag, value) = pair.next()?;
            Some(format!("{kind}={}", text(tag, value)))
        });
        attributes.collect::<Vec<_>>().join(" + ")
    });
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn text(tag: u8, value: &[u8]) -> String {
    match tag {
        UTF8 => String::from_utf8_lossy(value).into_owned(),
        _ if TEXTS.contains(&tag) || OTHER_TEXTS.contains(&tag) => String::from_utf8_lossy(value).into_owned(),
        BMP => {
            let units: Vec<u16> =
                value.chunks_exact(2).map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1])).collect();
            String::from_utf16_lossy(&units)
        }
        _ => value.iter().map(|byte| format!("{byte:02X}")).collect(),
    }
}

/// The usual name of an attribute, or its number.
fn attribute(oid: &[u8]) -> String {
    let known = match oid {
        [0x55, 4, attribute] => match attribute {
            3 => "CN",
            4 => "surname",
            5 => "serialNumber",
            6 => "C",
            7 => "L",
            8 => "ST",
            9 => "streetAddress",
            10 => "O",
            11 => "OU",
            12 => "title",
            13 => "description",
            15 => "businessCategory",
            16 => "postalAddress",
            17 => "postalCode",
            41 => "name",
            42 => "givenName",
            43 => "initials",
            44 => "generationQualifier",
            45 => "uniqueIdentifier",
            46 => "dnQualifier",
            _ => "",
        },
        b"\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x01" => "uid",
        b"\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x19" => "DC",
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01" => "Email",
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x02" => "unstructuredName",
        b"\x2b\x06\x01\x04\x01\x82\x37\x3c\x02\x01\x01" => "msJurisdictionLocality",
        b"\x2b\x06\x01\x04\x01\x82\x37\x3c\x02\x01\x02" => "msJurisdictionStateOrProvince",
        b"\x2b\x06\x01\x04\x01\x82\x37\x3c\x02\x01\x03" => "msJurisdictionCountry",
        _ => "",
    };
    if known.is_empty() { format!("OID({})", dotted(oid)) } else { known.to_owned() }
}

fn dotted(oid: &[u8]) -> String {
    let mut numbers = Vec::new();
    let mut number = 0_u64;
    for byte in oid {
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            if numbers.is_empty() {
                let first = (number / 40).min(2);
                numbers.push(first.to_string());
                number -= first * 40;
            }
            numbers.push(number.to_string());
            number = 0;
        }
    }
    numbers.join(".")
}

/// A time as RFC 5280 has certificates write it. It writes "no end" as the last second of year 9999, which lies just beyond what
/// a `Timestamp` holds.
pub(crate) fn instant((tag, text): (u8, &[u8])) -> Option<Timestamp> {
    let digits = text.strip_suffix(b"Z")?;
    let two = |at: usize| -> Option<i16> {
        match digits.get(at..at + 2)? {
            [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some(i16::from(a - b'0') * 10 + i16::from(b - b'0')),
            _ => None,
        }
    };
    let (year, rest) = match tag {
        UTC_TIME if digits.len() == 12 => {
            let year = two(0)?;
            (if year < 50 { 2000 + year } else { 1900 + year }, 2)
        }
        GENERALIZED_TIME if digits.len() == 14 => (two(0)? * 100 + two(2)?, 4),
        _ => return None,
    };
    let part = |number: usize| i8::try_from(two(rest + 2 * number)?).ok();
    let time = DateTime::new(year, part(0)?, part(1)?, part(2)?, part(3)?, part(4)?, 0).ok()?;
    let beyond = if year < 1970 { Timestamp::MIN } else { Timestamp::MAX };
    Some(TimeZone::UTC.to_timestamp(time).unwrap_or(beyond))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_goes_beyond_the_end_is_none() {
        for broken in [&b"\x30"[..], b"\x30\x05abcd", b"\x30\x80ab", b"\x30\x82\x01", b"\x30\x85\0\0\0\0\x01a"] {
            assert_eq!(Der(broken).next(), None, "{broken:?}");
        }
        let long = [&[0x04, 0x81, 200][..], &[7; 200], b"\x02\x01\x05"].concat();
        let mut values = Der(&long);
        assert_eq!(values.content(INTEGER), None);
        assert_eq!(values.content(OCTETS).map(<[u8]>::len), Some(200));
        assert_eq!((values.content(INTEGER), values.next()), (Some(&[5][..]), None));
    }

    #[test]
    fn names_are_written_as_people_know_them() {
        let attribute = |oid: &[u8], tag: u8, value: &[u8]| {
            let pair = [&[OID, oid.len() as u8][..], oid, &[tag, value.len() as u8], value].concat();
            [&[SEQUENCE, pair.len() as u8][..], &pair].concat()
        };
        let set = |attributes: &[Vec<u8>]| {
            let all = attributes.concat();
            [&[SET, all.len() as u8][..], &all].concat()
        };
        let name = [
            set(&[attribute(&[0x55, 4, 6], 0x13, b"CH")]),
            set(&[attribute(&[0x55, 4, 10], BMP, b"\0Z\0\xfc"), attribute(&[0x55, 4, 11], 0x0c, "Büro".as_bytes())]),
            set(&[attribute(&[0x2a, 0x86, 0x48, 1], 0x02, &[0xab, 1]), attribute(&[0x88, 0x37, 3], 0x14, b"x")]),
        ]
        .concat();
        assert_eq!(distinguished_name(&name), "C=CH, O=Zü + OU=Büro, OID(1.2.840.1)=AB01 + OID(2.999.3)=x");
        assert_eq!(distinguished_name(b"\x31\x03\x30\x01\x06"), "");
    }

    #[test]
    fn times_are_of_either_kind() {
        let read = |tag, text: &str| instant((tag, text.as_bytes())).map(|at| at.to_string());
        assert_eq!(read(UTC_TIME, "491231235959Z").as_deref(), Some("2049-12-31T23:59:59Z"));
        assert_eq!(read(UTC_TIME, "500101000000Z").as_deref(), Some("1950-01-01T00:00:00Z"));
        assert_eq!(read(GENERALIZED_TIME, "20500101000000Z").as_deref(), Some("2050-01-01T00:00:00Z"));
        assert_eq!(instant((GENERALIZED_TIME, b"99991231235959Z")), Some(Timestamp::MAX));
        for text in ["", "Z", "5001010000Z", "501301000000Z", "50010100000xZ", "500101000000+0100"] {
            assert_eq!(read(UTC_TIME, text), None, "{text}");
        }
    }
}
