//! JSON, taken only where it is surely understood: `None` means that serde has to look at it.

use super::layout::{Field, Kind, Layout, Link};
use super::{Span, Unknown};
use crate::said;

/// Objects and lists inside one another, in members that we do not know. serde has a limit of its own, so deeper ones are left to it.
const DEPTH: usize = 16;
/// Digits of a whole number that has 64 bits for sure.
const DIGITS: usize = 18;

pub(super) struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    pub(super) cells: Vec<Span>,
    pub(super) unknown: Vec<Unknown>,
    /// What will stand behind the text: texts without their escapes, flags.
    pub(super) made: String,
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
        Self { text, bytes: text.as_bytes(), at: 0, cells: vec![], unknown: vec![], made: String::new(), steps }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next byte that is no white space.
    pub(super) fn next(&mut self) -> Option<u8> {
        while matches!(self.peek()?, b' ' | b'\n' | b'\t' | b'\r') {
            self.at += 1;
        }
        self.peek()
    }

    pub(super) fn is_at_end(&mut self) -> bool {
        self.next().is_none()
    }

    pub(super) fn eat(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then(|| self.at += 1)
    }

    /// Goes on after an element: true when another follows, false after the closing `end`.
    pub(super) fn more(&mut self, end: u8) -> Option<bool> {
        let byte = self.next()?;
        self.at += 1;
        match byte {
            b',' => Some(true),
            _ if byte == end => Some(false),
            _ => None,
        }
    }

    /// Steps into a list or an object: true when it holds something.
    pub(super) fn enter(&mut self, begin: u8, end: u8) -> Option<bool> {
        self.eat(begin)?;
        let holds = self.next()? != end;
        self.at += usize::from(!holds);
        Some(holds)
    }

    /// The name of a member; its value is next.
    pub(super) fn name(&mut self) -> Option<&'a str> {
        (self.next()? == b'"').then_some(())?;
        let name = self.plain_string()?;
        self.eat(b':')?;
        self.next()?;
        self.text.get(name.range())
    }

    /// Any value, as it is written.
    pub(super) fn raw(&mut self) -> Option<&'a str> {
        let value = self.skipped()?;
        self.text.get(value.range())
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
                    let begin = self.at;
                    if !(if begun { self.more(b'}')? } else { self.enter(b'{', b'}')? }) {
                        break;
                    }
                    (self.next()? == b'"').then_some(())?;
                    let name = self.at;
                    let index = self.field(layout.fields, expected)?;
                    self.eat(b':')?;
                    self.next()?;
                    let Some(index) = index else {
                        self.unknown(name, first)?;
                        header = Span::WITH_EXTRA;
                        begun = true;
                        continue;
                    };
                    if let Some(step) = slot.and_then(|slot| self.steps.get_mut(slot)) {
                        *step = Step { at: begin, len: self.at - begin, index };
                    }
                    index
                }
            };
            begun = true;
            expected = index + 1;
            let field = layout.fields.get(index)?;
            // What comes twice is an error.
            if *self.cells.get(first + field.place)? != Span::ABSENT {
                return None;
            }
            let span = match field.kind {
                Kind::Object(layout) if self.peek()? == b'{' => {
                    self.object(layout, row, place + field.place)?;
                    continue;
                }
                kind => self.value(kind)?,
            };
            *self.cells.get_mut(first + field.place)? = span;
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
    fn stepped(&mut self, slot: usize) -> Option<usize> {
        let step = *self.steps.get(slot)?;
        let known = self.bytes.get(step.at..step.at + step.len)?;
        (step.len > 0 && self.rest().starts_with(known)).then(|| {
            self.at += step.len;
            step.index
        })
    }

    /// The field of the member whose name is next; the inner `None` when there is none.
    fn field(&mut self, fields: &[Field], expected: usize) -> Option<Option<usize>> {
        let begin = self.at;
        self.plain_string()?;
        let key = self.bytes.get(begin..self.at)?;
        let is_it = |field: &Field| field.key.as_bytes() == key;
        match fields.get(expected).is_some_and(is_it) {
            true => Some(Some(expected)),
            false => Some(fields.iter().position(is_it)),
        }
    }

    /// Room for the cells of one more row; gives the first of them.
    pub(super) fn row(&mut self, layout: &Layout) -> usize {
        let first = self.cells.len();
        self.cells.resize(first + layout.width, Span::ABSENT);
        first
    }

    fn value(&mut self, kind: Kind) -> Option<Span> {
        match kind {
            Kind::Text | Kind::Linked(_) => self.word(),
            Kind::Sentence => self.word().filter(|span| !self.str(*span).is_some_and(said::shows)),
            Kind::Time => self.word().map(|span| match self.bytes.get(span.at as usize) {
                // The usual time; only a text that may begin with a blank is worth a closer look.
                Some(b'!'..=b'~') if span.len > 0 => span,
                _ if self.str(span).is_some_and(|text| text.trim().is_empty()) => Span::NULL,
                _ => span,
            }),
            Kind::Word(known) => self.word().map(|span| {
                let Some(word) = self.str(span) else { return span };
                let same = |(known, _): &&(&str, i32)| *known == word;
                let alike = |(known, _): &&(&str, i32)| word.trim().eq_ignore_ascii_case(known);
                let code = known.iter().find(same).or_else(|| known.iter().find(alike));
                code.map_or(span, |(_, code)| Span::word(*code))
            }),
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

    /// The text of a span, if it is one.
    fn str(&self, span: Span) -> Option<&str> {
        let range = span.range();
        match range.start.checked_sub(self.text.len()) {
            _ if span.at <= Span::HERE.at => None,
            Some(start) => self.made.get(start..start + range.len()),
            None => self.text.get(range),
        }
    }

    /// A text, null, or a whole number or a flag as text.
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

    fn id(&mut self) -> Option<Span> {
        if self.peek()? != b'"' {
            return self.integer();
        }
        let span = self.plain_string()?;
        let text = self.text.get(span.range())?;
        let id = text.trim();
        let before = text.len() - text.trim_start().len();
        (!id.is_empty()).then(|| span_of(span.at as usize + before, id.len())).flatten()
    }

    fn literal(&mut self, literal: &str, span: Span) -> Option<Span> {
        self.rest().starts_with(literal.as_bytes()).then(|| {
            self.at += literal.len();
            span
        })
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

    /// A string without escapes.
    fn plain_string(&mut self) -> Option<Span> {
        let begin = self.at + 1;
        let end = special(self.bytes, begin)?;
        self.at = end + 1;
        if *self.bytes.get(end)? == b'"' { span_of(begin, end - begin) } else { None }
    }

    fn string(&mut self) -> Option<Span> {
        let quote = self.at;
        let mut end = special(self.bytes, quote + 1)?;
        if *self.bytes.get(end)? == b'"' {
            self.at = end + 1;
            return span_of(quote + 1, end - quote - 1);
        }
        while *self.bytes.get(end)? == b'\\' {
            end = special(self.bytes, end + 2)?;
        }
        self.at = end + 1;
        let text: String = serde_json::from_slice(self.bytes.get(quote..self.at)?).ok()?;
        // In C, a NUL would be the end.
        if text.contains('\0') {
            return None;
        }
        self.make(&text)
    }

    /// A text that does not stand in the answer like that.
    fn make(&mut self, text: &str) -> Option<Span> {
        let at = self.text.len() + self.made.len();
        self.made.push_str(text);
        self.made.push('\0');
        span_of(at, text.len())
    }

    /// A list of flags, kept as a text of 1 and 0.
    fn flags(&mut self) -> Option<Span> {
        if self.peek()? == b'n' {
            return self.literal("null", Span::NULL);
        }
        let begin = self.made.len();
        let mut more = self.enter(b'[', b']')?;
        while more {
            let (flag, length) = match self.rest() {
                [b't', b'r', b'u', b'e', b',', ..] => ('1', 5),
                [b'f', b'a', b'l', b's', b'e', b',', ..] => ('0', 6),
                _ => {
                    let flag = match self.next()? {
                        b't' => self.literal("true", Span::TRUE)?,
                        _ => self.literal("false", Span::FALSE)?,
                    };
                    more = self.more(b']')?;
                    (if flag == Span::TRUE { '1' } else { '0' }, 0)
                }
            };
            self.made.push(flag);
            self.at += length;
        }
        span_of(self.text.len() + begin, self.made.len() - begin)
    }

    /// Any value.
    fn skipped(&mut self) -> Option<Span> {
        let begin = self.at;
        self.any(DEPTH)?;
        self.since(begin)
    }

    fn any(&mut self, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        let begin = self.at;
        match self.next()? {
            b'{' => {
                let mut more = self.enter(b'{', b'}')?;
                while more {
                    (self.next()? == b'"').then_some(())?;
                    self.any(depth)?;
                    self.eat(b':')?;
                    self.next()?;
                    self.any(depth)?;
                    more = self.more(b'}')?;
                }
            }
            b'[' => {
                let mut more = self.enter(b'[', b']')?;
                while more {
                    self.next()?;
                    self.any(depth)?;
                    more = self.more(b']')?;
                }
            }
            b'"' => {
                let mut end = special(self.bytes, self.at + 1)?;
                let escaped = *self.bytes.get(end)? == b'\\';
                while *self.bytes.get(end)? == b'\\' {
                    end = special(self.bytes, end + 2)?;
                }
                self.at = end + 1;
                if escaped {
                    serde_json::from_slice::<String>(self.bytes.get(begin..self.at)?).ok()?;
                } else if *self.bytes.get(end)? != b'"' {
                    return None;
                }
            }
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

    /// A member that no field is for; its name, in quotes, begins at `name`.
    fn unknown(&mut self, name: usize, first: usize) -> Option<()> {
        let end = special(self.bytes, name + 1)?;
        let name = span_of(name + 1, end - name - 1)?;
        let value = self.skipped()?;
        self.unknown.push(Unknown { of: u32::try_from(first).ok()?, name, value });
        Some(())
    }

    /// A text that is not there is looked for in the links.
    fn linked(&mut self, fields: &'static [Field], first: usize, place: usize, link: &Link) -> Option<()> {
        let member = *self.cells.get(first + place)?;
        if self.str(member).is_some_and(|text| !text.is_empty()) {
            return Some(());
        }
        let links = fields.iter().find(|field| matches!(field.kind, Kind::Links))?;
        let links = *self.cells.get(first + links.place)?;
        let told = match links.at > Span::HERE.at {
            true => self.id_of_link(links, link)?,
            false => None,
        };
        *self.cells.get_mut(first + place)? = told.unwrap_or(Span::NULL);
        Some(())
    }

    /// The id in the target of that link; the inner `None` when there is none.
    fn id_of_link(&mut self, links: Span, link: &Link) -> Option<Option<Span>> {
        let Some(found) = self.member_of(links, link.name)? else { return Some(None) };
        let Some(href) = self.member_of(found, "href")? else { return Some(None) };
        let quoted = self.text.get(href.range())?;
        let Some(target) = quoted.strip_prefix('"') else { return Some(None) };
        // What is escaped is serde's.
        if quoted.contains('\\') {
            return None;
        }
        let target = target.strip_suffix('"')?;
        match (link.id)(target).and_then(|id| target.get(id)) {
            // Not where it is: for C, a NUL follows every text, and the links are still to be read.
            Some(id) => self.make(id).map(Some),
            None => Some(None),
        }
    }

    /// A member of an object that has been scanned; the last one of that name, if there are several.
    fn member_of(&mut self, object: Span, name: &str) -> Option<Option<Span>> {
        let back = std::mem::replace(&mut self.at, object.at as usize);
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

    fn since(&self, begin: usize) -> Option<Span> {
        span_of(begin, self.at - begin)
    }
}

pub(super) fn span_of(at: usize, len: usize) -> Option<Span> {
    Some(Span { at: u32::try_from(at).ok()?, len: u32::try_from(len).ok()? })
}

/// The next quote, backslash or control character: eight bytes at a time.
#[inline]
fn special(bytes: &[u8], mut at: usize) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    const QUOTES: u64 = ONES * b'"' as u64;
    const BACKSLASHES: u64 = ONES * b'\\' as u64;
    const BLANKS: u64 = ONES * b' ' as u64;
    let rest = bytes.get(at..)?;
    for chunk in rest.as_chunks::<8>().0 {
        let word = u64::from_le_bytes(*chunk);
        let (quote, backslash) = (word ^ QUOTES, word ^ BACKSLASHES);
        // The high bit of a byte that is found; a borrow can only spoil those behind the first one.
        let found = quote.wrapping_sub(ONES) & !quote
            | backslash.wrapping_sub(ONES) & !backslash
            | word.wrapping_sub(BLANKS) & !word;
        if found & HIGH != 0 {
            return Some(at + (found & HIGH).trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)).map(|found| at + found)
}
