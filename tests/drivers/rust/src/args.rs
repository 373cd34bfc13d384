//! The `key=value` pairs of a command.

use crate::Trouble;
use std::collections::BTreeMap;
use std::str::FromStr;
use std::time::Duration;

/// The pairs, unescaped.
#[derive(Debug, Default)]
pub(crate) struct Args(BTreeMap<String, String>);

impl Args {
    pub(crate) fn read<'a>(parts: impl Iterator<Item = &'a str>) -> Result<Self, Trouble> {
        let mut pairs = BTreeMap::new();
        for part in parts {
            let Some((key, value)) = part.split_once('=') else {
                return Err(Trouble::Command(format!("'{part}' is no key=value")));
            };
            pairs.insert(key.to_owned(), unescape(value));
        }
        Ok(Self(pairs))
    }

    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    pub(crate) fn text(&self, key: &str) -> Option<String> {
        self.get(key).map(str::to_owned)
    }

    /// Whether a key begins so.
    pub(crate) fn any(&self, beginning: &str) -> bool {
        self.0.keys().any(|key| key.starts_with(beginning))
    }

    pub(crate) fn need(&self, key: &str) -> Result<&str, Trouble> {
        self.get(key).ok_or_else(|| Trouble::Command(format!("'{key}=' is missing")))
    }

    /// A number or flag, if it is given.
    pub(crate) fn parsed<T: FromStr>(&self, key: &str) -> Result<Option<T>, Trouble> {
        match self.get(key) {
            None => Ok(None),
            Some(text) => match text.parse() {
                Ok(value) => Ok(Some(value)),
                Err(_) => Err(Trouble::Command(format!("'{key}={text}' cannot be read"))),
            },
        }
    }

    /// Puts a number, if it is given, into its place.
    pub(crate) fn put<T: FromStr>(&self, key: &str, place: &mut T) -> Result<(), Trouble> {
        if let Some(value) = self.parsed(key)? {
            *place = value;
        }
        Ok(())
    }

    /// The texts between commas: none of them when the text is empty.
    pub(crate) fn texts(&self, key: &str) -> Option<Vec<&str>> {
        self.get(key).map(|texts| texts.split(',').filter(|text| !text.is_empty()).collect())
    }

    /// Puts a duration in milliseconds, if it is given, into its place.
    pub(crate) fn millis(&self, key: &str, place: &mut Duration) -> Result<(), Trouble> {
        if let Some(millis) = self.parsed(key)? {
            *place = Duration::from_millis(millis);
        }
        Ok(())
    }
}

/// `\\`, `\t`, `\n` and `\r`; any other backslash stands for itself.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        match chars.next() {
            Some('t') => plain.push('\t'),
            Some('n') => plain.push('\n'),
            Some('r') => plain.push('\r'),
            Some('\\') => plain.push('\\'),
            other => {
                plain.push('\\');
                plain.extend(other);
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_lead_back() {
        assert_eq!(unescape(r"a\tb\nc\\d\re"), "a\tb\nc\\d\re");
        assert_eq!(unescape(r"LAB\\svc"), "LAB\\svc");
    }
}
