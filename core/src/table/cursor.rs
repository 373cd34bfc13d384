//! A place in a JSON text, and the ways on from it. `None` means that serde has to look at it, here and in all that is
//! built on it: [`strings`](super::strings), [`values`](super::values), [`skip`](super::skip).

use super::Span;

pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    /// See [`Table`](super::Table).
    pub(super) made: String,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0, made: String::new() }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
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

    pub(super) fn literal(&mut self, literal: &str, span: Span) -> Option<Span> {
        self.rest().starts_with(literal.as_bytes()).then(|| {
            self.at += literal.len();
            span
        })
    }

    pub(super) fn since(&self, begin: usize) -> Option<Span> {
        Span::of(begin, self.at - begin)
    }

    /// The text of a span, if it is one.
    pub(super) fn str(&self, span: Span) -> Option<&str> {
        if span.is_place() { span.within(self.text, &self.made) } else { None }
    }
}
