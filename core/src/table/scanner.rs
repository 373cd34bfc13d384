//! Objects of known members: a cell for each.

use super::cursor::Cursor;
use super::layout::{Field, Kind, Layout, Link};
use super::strings::special;
use super::{Span, Unknown};

pub(super) struct Scanner<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) cells: Vec<Span>,
    pub(super) unknown: Vec<Unknown>,
    /// What stood between the values of an earlier row: most rows are alike to the last blank. One for each cell.
    steps: Vec<Step>,
}

/// The way to the next value of an object: from the end of the one before, or from the object's beginning.
#[derive(Clone, Copy, Default)]
struct Step {
    /// Where it stood; nowhere as long as there was none.
    at: usize,
    len: usize,
    /// Which of the fields the value is for.
    index: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, layout: &Layout) -> Self {
        let steps = vec![Step::default(); layout.width];
        Self { cursor: Cursor::new(text), cells: vec![], unknown: vec![], steps }
    }

    /// Room for the cells of one more row; gives the first of them.
    pub(super) fn row(&mut self, layout: &Layout) -> usize {
        let first = self.cells.len();
        self.cells.resize(first + layout.width, Span::ABSENT);
        first
    }

    /// An object with these members. Its cells begin at `row + place`, where there is room for them.
    pub(super) fn object(&mut self, layout: &'static Layout, row: usize, place: usize) -> Option<()> {
        let first = row + place;
        let mut header = Span::HERE;
        let (mut begun, mut expected) = (false, 0);
        loop {
            // Past the first value, or not: what stands there is another thing.
            let slot = match layout.fields.get(expected) {
                Some(field) if begun == (expected > 0) => Some(place + field.place),
                _ => None,
            };
            let index = match slot.and_then(|slot| self.stepped(slot)) {
                Some(index) => index,
                None => {
                    let begin = self.cursor.at;
                    if !(if begun { self.cursor.more(b'}')? } else { self.cursor.enter(b'{', b'}')? }) {
                        break;
                    }
                    (self.cursor.next()? == b'"').then_some(())?;
                    let name = self.cursor.at;
                    let index = self.field(layout.fields, expected)?;
                    self.cursor.eat(b':')?;
                    self.cursor.next()?;
                    let Some(index) = index else {
                        self.unknown(name, first)?;
                        header = Span::WITH_EXTRA;
                        begun = true;
                        continue;
                    };
                    if let Some(step) = slot.and_then(|slot| self.steps.get_mut(slot)) {
                        *step = Step { at: begin, len: self.cursor.at - begin, index };
                    }
                    index
                }
            };
            begun = true;
            expected = index + 1;
            let field = layout.fields.get(index)?;
            let cell = self.cells.get_mut(first + field.place)?;
            // What comes twice is an error.
            if *cell != Span::ABSENT {
                return None;
            }
            match field.kind {
                Kind::Object(layout) if self.cursor.peek()? == b'{' => self.object(layout, row, place + field.place)?,
                kind => *cell = self.cursor.value(kind)?,
            }
        }
        if let Some(id) = layout.id {
            (*self.cells.get(first + id)? != Span::ABSENT).then_some(())?;
        }
        if layout.linked {
            for field in layout.fields {
                if let Kind::Linked(link) = field.kind {
                    self.linked(layout.fields, first, field.place, &link)?;
                }
            }
        }
        *self.cells.get_mut(first)? = header;
        Some(())
    }

    /// Takes the step that was taken here in an earlier row, if it leads on.
    #[inline]
    fn stepped(&mut self, slot: usize) -> Option<usize> {
        let step = *self.steps.get(slot)?;
        let known = self.cursor.bytes.get(step.at..step.at + step.len)?;
        let next = self.cursor.bytes.get(self.cursor.at..self.cursor.at + step.len)?;
        (step.len > 0 && same(known, next)).then(|| {
            self.cursor.at += step.len;
            step.index
        })
    }

    /// The field of the member whose name is next; the inner `None` when there is none.
    fn field(&mut self, fields: &[Field], expected: usize) -> Option<Option<usize>> {
        let begin = self.cursor.at;
        self.cursor.plain_string()?;
        let key = self.cursor.bytes.get(begin..self.cursor.at)?;
        let is_it = |field: &Field| field.key.as_bytes() == key;
        match fields.get(expected).is_some_and(is_it) {
            true => Some(Some(expected)),
            false => Some(fields.iter().position(is_it)),
        }
    }

    /// A member that no field is for; its name, in quotes, begins at `name`.
    fn unknown(&mut self, name: usize, first: usize) -> Option<()> {
        let end = special(self.cursor.bytes, name + 1)?;
        let name = Span::of(name + 1, end - name - 1)?;
        let value = self.cursor.skipped()?;
        self.unknown.push(Unknown { of: u32::try_from(first).ok()?, name, value });
        Some(())
    }

    /// A text that is not there is looked for in the links.
    fn linked(&mut self, fields: &'static [Field], first: usize, place: usize, link: &Link) -> Option<()> {
        let member = *self.cells.get(first + place)?;
        if self.cursor.str(member).is_some_and(|text| !text.is_empty()) {
            return Some(());
        }
        let links = fields.iter().find(|field| matches!(field.kind, Kind::Links))?;
        let links = *self.cells.get(first + links.place)?;
        let told = match links.is_place() {
            true => self.id_of_link(links, link)?,
            false => None,
        };
        *self.cells.get_mut(first + place)? = told.unwrap_or(Span::NULL);
        Some(())
    }

    /// The id in the target of that link; the inner `None` when there is none.
    fn id_of_link(&mut self, links: Span, link: &Link) -> Option<Option<Span>> {
        let Some(found) = self.cursor.member_of(links, link.name)? else { return Some(None) };
        let Some(href) = self.cursor.member_of(found, "href")? else { return Some(None) };
        let quoted = self.cursor.text.get(href.range())?;
        let Some(target) = quoted.strip_prefix('"') else { return Some(None) };
        // What is escaped is serde's.
        if quoted.contains('\\') {
            return None;
        }
        let target = target.strip_suffix('"')?;
        match (link.id)(target).and_then(|id| target.get(id)) {
            // Not where it is: for C, a NUL follows every text, and the links are still to be read.
            Some(id) => self.cursor.make(id).map(Some),
            None => Some(None),
        }
    }
}

/// Whether two texts of one length are the same: eight bytes at a time, which is done before a call to compare so few of
/// them has begun.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    let words = a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0);
    match (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        (Some(last), Some(other)) => last == other && words.into_iter().all(|(word, other)| word == other),
        _ => a == b,
    }
}
