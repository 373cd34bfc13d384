//! Strings: where they begin and end, and what stands in them.

use super::Span;
use super::cursor::Cursor;

impl Cursor<'_> {
    /// A string without escapes.
    #[inline]
    pub(super) fn plain_string(&mut self) -> Option<Span> {
        let begin = self.at + 1;
        let end = special(self.bytes, begin)?;
        self.at = end + 1;
        if *self.bytes.get(end)? == b'"' { Span::of(begin, end - begin) } else { None }
    }

    #[inline]
    pub(super) fn string(&mut self) -> Option<Span> {
        let begin = self.at + 1;
        let end = special(self.bytes, begin)?;
        if *self.bytes.get(end)? != b'"' {
            return self.escaped(end);
        }
        self.at = end + 1;
        Span::of(begin, end - begin)
    }

    /// The same with the first escape at `end`.
    #[cold]
    #[inline(never)]
    fn escaped(&mut self, end: usize) -> Option<Span> {
        let quote = self.at;
        self.at = self.end_of_string(end)?;
        let text: String = serde_json::from_slice(self.bytes.get(quote..self.at)?).ok()?;
        // In C, a NUL would be the end.
        if text.contains('\0') {
            return None;
        }
        self.make(&text)
    }

    /// Behind the string whose first escape is at `end`. That the escapes are sound is still to be seen.
    fn end_of_string(&self, mut end: usize) -> Option<usize> {
        while *self.bytes.get(end)? == b'\\' {
            end = special(self.bytes, end + 2)?;
        }
        Some(end + 1)
    }

    /// Goes past a string.
    #[inline]
    pub(super) fn skip_string(&mut self) -> Option<()> {
        let quote = self.at;
        let end = special(self.bytes, quote + 1)?;
        match *self.bytes.get(end)? {
            b'"' => self.at = end + 1,
            b'\\' => {
                self.at = self.end_of_string(end)?;
                serde_json::from_slice::<String>(self.bytes.get(quote..self.at)?).ok()?;
            }
            _ => return None,
        }
        Some(())
    }

    /// A text that does not stand in the answer like that.
    pub(super) fn make(&mut self, text: &str) -> Option<Span> {
        let at = self.text.len() + self.made.len();
        self.made.push_str(text);
        self.made.push('\0');
        Span::of(at, text.len())
    }
}

/// The next quote, backslash or control character: eight bytes at a time.
#[inline]
pub(super) fn special(bytes: &[u8], mut at: usize) -> Option<usize> {
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
