//! The values of members, each read as its field wants it.

use super::Span;
use super::cursor::Cursor;
use super::layout::Kind;
use crate::said;

/// Digits of a whole number that has 64 bits for sure.
const DIGITS: usize = 18;

impl Cursor<'_> {
    /// A value; an object only when it is null.
    #[inline]
    pub(super) fn value(&mut self, kind: Kind) -> Option<Span> {
        match kind {
            Kind::Text | Kind::Linked(_) | Kind::Sentence | Kind::Time | Kind::Word(_) => {
                let word = self.word()?;
                self.understood(word, kind)
            }
            Kind::Id => self.id(),
            Kind::Int => match self.peek()? {
                b'n' => self.literal("null", Span::NULL),
                _ => self.integer(),
            },
            Kind::Flag => match self.peek()? {
                b'n' => self.literal("null", Span::NULL),
                b't' => self.literal("true", Span::TRUE),
                _ => self.literal("false", Span::FALSE),
            },
            Kind::Flags => self.flags(),
            Kind::Links => match self.peek()? {
                b'{' => self.skipped(),
                _ => self.literal("null", Span::NULL),
            },
            Kind::Object(_) => self.literal("null", Span::NULL),
        }
    }

    /// A text, null, or a whole number or a flag as text.
    #[inline]
    fn word(&mut self) -> Option<Span> {
        match self.peek()? {
            b'"' => self.string(),
            b'n' => self.literal("null", Span::NULL),
            b't' | b'f' => {
                let begin = self.at;
                self.literal(if self.peek()? == b't' { "true" } else { "false" }, Span::NULL)?;
                self.since(begin)
            }
            _ => self.integer(),
        }
    }

    /// What a word is to its field.
    #[inline]
    fn understood(&self, word: Span, kind: Kind) -> Option<Span> {
        match kind {
            Kind::Sentence if self.str(word).is_some_and(said::shows) => None,
            // The usual time; only a text that may begin with a blank is worth a closer look.
            Kind::Time if word.len() > 0 && matches!(self.bytes.get(word.at() as usize), Some(b'!'..=b'~')) => {
                Some(word)
            }
            Kind::Time if self.str(word).is_some_and(|text| text.trim().is_empty()) => Some(Span::NULL),
            Kind::Word(known) => Some(self.known(word, known)),
            _ => Some(word),
        }
    }

    /// A word, by its number if we know it.
    fn known(&self, span: Span, known: &[(&str, i32)]) -> Span {
        let Some(word) = self.str(span) else { return span };
        let same = |(known, _): &&(&str, i32)| *known == word;
        let alike = |(known, _): &&(&str, i32)| word.trim().eq_ignore_ascii_case(known);
        let code = known.iter().find(same).or_else(|| known.iter().find(alike));
        code.map_or(span, |(_, code)| Span::word(*code))
    }

    fn id(&mut self) -> Option<Span> {
        if self.peek()? != b'"' {
            return self.integer();
        }
        let span = self.plain_string()?;
        let text = self.text.get(span.range())?;
        let id = text.trim();
        let before = text.len() - text.trim_start().len();
        (!id.is_empty()).then(|| Span::of(span.at() as usize + before, id.len())).flatten()
    }

    /// A whole number as everybody writes it, which is also how it looks as a text.
    fn integer(&mut self) -> Option<Span> {
        let begin = self.at;
        let digits = begin + usize::from(self.peek()? == b'-');
        let rest = self.bytes.get(digits..)?;
        let length = rest.iter().position(|byte| !byte.is_ascii_digit())?;
        self.at = digits + length;
        let sound = match *rest.first()? {
            b'0' => length == 1 && digits == begin,
            _ => (1..=DIGITS).contains(&length),
        };
        // A point or an exponent follows no member that ends here.
        (sound && matches!(self.peek()?, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t'))
            .then(|| self.since(begin))?
    }

    /// A list of flags, kept as a text of 1 and 0.
    fn flags(&mut self) -> Option<Span> {
        if self.peek()? == b'n' {
            return self.literal("null", Span::NULL);
        }
        let begin = self.made.len();
        let mut more = self.enter(b'[', b']')?;
        while more {
            // The hours of a week are long runs, and mostly written without blanks.
            let rest = self.rest();
            if rest.starts_with(b"true,true,true,true,") {
                self.made.push_str("1111");
                self.at += 20;
            } else if rest.starts_with(b"false,false,false,false,") {
                self.made.push_str("0000");
                self.at += 24;
            } else {
                let flag = match self.next()? {
                    b't' => self.literal("true", Span::TRUE)?,
                    _ => self.literal("false", Span::FALSE)?,
                };
                self.made.push(if flag == Span::TRUE { '1' } else { '0' });
                more = self.more(b']')?;
            }
        }
        Span::of(self.text.len() + begin, self.made.len() - begin)
    }
}
