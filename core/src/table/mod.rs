//! Long lists: the text of the answer, and where in it the members of every row stand.
//!
//! Of ten thousand rows somebody mostly wants three members each. So an answer is checked whole when it arrives, as always,
//! but its members stay where they are, and become texts, times and words when they are touched: no allocation for a
//! member, and nothing beside the text but eight bytes for each.
//!
//! What serde makes of an answer is the definition. The scanner takes only what it surely understands; a row that is odd in
//! any way is read by serde, and so is the whole answer when that fails, which
//! then names the place. The property tests hold the two against each other.

mod cell;
mod cursor;
mod layout;
mod list;
mod page;
mod read;
mod scanner;
mod skip;
mod strings;
#[cfg(test)]
pub(crate) mod tests;
mod values;

pub use cell::{Cell, Record};
pub use layout::{Field, FromCell, Kind, Layout, Link, Member, Tabular, place, place_in};
pub(crate) use layout::{kind_of, placed, table};
pub use list::{Entry, Item, List};
pub(crate) use page::{Keys, Lazy, Page};
pub(crate) use read::{Answer, read};

/// A member: where it stands in the text, or one of the constants below. No member stands at the first bytes of a text.
///
/// One number, place and length: in two, it would be written in halves and read whole, for which a processor waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span(u64);

impl Span {
    const ABSENT: Self = Self::new(0, 0);
    const NULL: Self = Self::new(0, 1);
    const FALSE: Self = Self::new(0, 2);
    const TRUE: Self = Self::new(0, 3);
    /// A word that we know: its number is the length.
    const WORD: u32 = 1;
    /// The first cell of an object; the second one has members that no field is for.
    const HERE: Self = Self::new(2, 0);
    const WITH_EXTRA: Self = Self::new(2, 1);
    /// The first cell of a row that serde has read: its index is the length.
    const ODD: u32 = 3;

    const fn new(at: u32, len: u32) -> Self {
        Self((at as u64) << 32 | len as u64)
    }

    const fn word(code: i32) -> Self {
        Self::new(Self::WORD, code.cast_unsigned())
    }

    const fn odd(index: u32) -> Self {
        Self::new(Self::ODD, index)
    }

    fn of(at: usize, len: usize) -> Option<Self> {
        Some(Self::new(u32::try_from(at).ok()?, u32::try_from(len).ok()?))
    }

    const fn at(self) -> u32 {
        (self.0 >> 32) as u32
    }

    const fn len(self) -> u32 {
        self.0 as u32
    }

    /// Whether it is a place in the text.
    const fn is_place(self) -> bool {
        self.at() > Self::HERE.at()
    }

    fn range(self) -> std::ops::Range<usize> {
        self.at() as usize..self.at() as usize + self.len() as usize
    }

    /// What is there in a text, or in what was made of it: its places come behind those of the text.
    fn within<'a>(self, text: &'a str, made: &'a str) -> Option<&'a str> {
        let range = self.range();
        match range.start.checked_sub(text.len()) {
            Some(start) => made.get(start..start + range.len()),
            None => text.get(range),
        }
    }
}

/// A member that no field is for.
#[derive(Debug)]
struct Unknown {
    /// The first cell of its object.
    of: u32,
    name: Span,
    value: Span,
}

/// The text of an answer, with a cell for every member of every row.
#[derive(Debug)]
pub struct Table {
    text: String,
    /// What the text does not hold like that: texts without their escapes, each with a NUL behind it, and flags.
    made: String,
    cells: Vec<Span>,
    /// In the order of the cells.
    unknown: Vec<Unknown>,
}

impl Table {
    /// Puts a NUL behind every text of these rows, where a quote or the like has been: C reads them where they are.
    fn terminate(&mut self, rows: impl Iterator<Item = usize>, layout: &Layout) {
        let mut text = std::mem::take(&mut self.text).into_bytes();
        for first in rows {
            self.terminate_object(&mut text, first, layout);
        }
        // A NUL in the place of a sign is sound; a lossy reading would show it if it were not.
        self.text = String::from_utf8(text).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned());
    }

    fn terminate_object(&self, text: &mut [u8], first: usize, layout: &Layout) {
        for field in layout.fields {
            let span = self.cells.get(first + field.place).copied().unwrap_or(Span::ABSENT);
            match field.kind {
                Kind::Object(layout) if span.at() == Span::HERE.at() => {
                    self.terminate_object(text, first + field.place, layout);
                }
                Kind::Object(_) | Kind::Int | Kind::Flag | Kind::Flags | Kind::Links => {}
                _ if !span.is_place() => {}
                _ => {
                    if let Some(behind) = text.get_mut(span.range().end) {
                        *behind = 0;
                    }
                }
            }
        }
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        for text in [&mut self.text, &mut self.made] {
            crate::transport::wipe(&mut std::mem::take(text).into_bytes());
        }
    }
}
