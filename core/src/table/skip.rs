//! Values that are gone past: members that no field is for, and links.

use super::Span;
use super::cursor::Cursor;

/// Objects and lists inside one another. serde has a limit of its own, so deeper ones are left to it.
const DEPTH: usize = 16;

impl<'a> Cursor<'a> {
    /// Any value, as it is written.
    pub(super) fn raw(&mut self) -> Option<&'a str> {
        let value = self.skipped()?;
        self.text.get(value.range())
    }

    /// Any value.
    pub(super) fn skipped(&mut self) -> Option<Span> {
        let begin = self.at;
        self.skip(DEPTH)?;
        self.since(begin)
    }

    fn skip(&mut self, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        let begin = self.at;
        match self.next()? {
            b'{' => {
                let mut more = self.enter(b'{', b'}')?;
                while more {
                    (self.next()? == b'"').then_some(())?;
                    self.skip_string()?;
                    self.eat(b':')?;
                    self.next()?;
                    self.skip(depth)?;
                    more = self.more(b'}')?;
                }
            }
            b'[' => {
                let mut more = self.enter(b'[', b']')?;
                while more {
                    self.next()?;
                    self.skip(depth)?;
                    more = self.more(b']')?;
                }
            }
            b'"' => self.skip_string()?,
            b't' => drop(self.literal("true", Span::TRUE)?),
            b'f' => drop(self.literal("false", Span::FALSE)?),
            b'n' => drop(self.literal("null", Span::NULL)?),
            _ => {
                while matches!(self.peek()?, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') {
                    self.at += 1;
                }
                serde_json::from_slice::<serde_json::Number>(self.bytes.get(begin..self.at)?).ok()?;
            }
        }
        Some(())
    }

    /// A member of an object that has been gone past; the last one of that name, if there are several.
    pub(super) fn member_of(&mut self, object: Span, name: &str) -> Option<Option<Span>> {
        let back = std::mem::replace(&mut self.at, object.at() as usize);
        let mut found = None;
        let mut more = self.peek()? == b'{' && self.enter(b'{', b'}')?;
        while more {
            let same = self.name()? == name;
            let value = self.skipped()?;
            if same {
                found = Some(value);
            }
            more = self.more(b'}')?;
        }
        self.at = back;
        Some(found)
    }
}
