//! A whole answer, read into a table: a list of rows, bare or as a page.

use super::layout::Tabular;
use super::scanner::Scanner;
use super::{Lazy, Span, Table, Unknown};
use crate::tracked;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use std::collections::VecDeque;
use std::sync::Arc;

/// Openings of lists and objects in a row that serde may read alone. With more of them it might be nested deeper than serde
/// allows in a whole answer.
const OPENINGS: usize = 100;

/// The rows of an answer, and the links beside them.
pub(crate) struct Answer<T, L> {
    pub(crate) rows: Lazy<T>,
    pub(crate) links: Option<L>,
}

/// Reads the rows of an answer: a list, or with `enveloped` an object with `results` and `_links`, too. Gives the body back
/// when it is not surely understood.
pub(crate) fn read<T, L>(body: Vec<u8>, enveloped: bool) -> Result<Answer<T, L>, Vec<u8>>
where
    T: Tabular + DeserializeOwned,
    L: DeserializeOwned,
{
    let text = String::from_utf8(body).map_err(std::string::FromUtf8Error::into_bytes)?;
    let mut reader = Reader { scanner: Scanner::new(&text, T::LAYOUT), odd: Vec::new(), rows: VecDeque::new() };
    let Some(links) = reader.answer(enveloped) else { return Err(text.into_bytes()) };
    let Reader { scanner, odd, rows } = reader;
    let Scanner { cursor, cells, unknown, .. } = scanner;
    let made = cursor.made;
    let table = kept(text, made, cells, unknown)?;
    Ok(Answer { rows: Lazy { table, rows, odd, load: T::load, layout: T::LAYOUT }, links })
}

/// What the scanner has found, with the text in which it stands.
fn kept(
    mut text: String,
    mut made: String,
    mut cells: Vec<Span>,
    mut unknown: Vec<Unknown>,
) -> Result<Arc<Table>, Vec<u8>> {
    if u32::try_from(text.len() + made.len()).is_err() {
        return Err(text.into_bytes());
    }
    // What lies deeper was found first.
    unknown.sort_by_key(|unknown| unknown.of);
    text.shrink_to_fit();
    made.shrink_to_fit();
    cells.shrink_to_fit();
    Ok(Arc::new(Table { text, made, cells, unknown }))
}

/// What serde reads alone. It is read as [`decode`](crate::decode) reads the whole: the code for that is there already.
struct Alone<T>(T);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Alone<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        tracked::read(from).map(Self).map_err(|(_, error)| error)
    }
}

struct Reader<'a, T> {
    scanner: Scanner<'a>,
    rows: VecDeque<u32>,
    odd: Vec<Option<T>>,
}

impl<T: Tabular + DeserializeOwned> Reader<'_, T> {
    /// The links beside the rows.
    fn answer<L: DeserializeOwned>(&mut self, enveloped: bool) -> Option<Option<L>> {
        let links = match self.scanner.cursor.next()? {
            b'[' => self.list().map(|()| None)?,
            b'{' if enveloped => self.envelope()?,
            _ => return None,
        };
        self.scanner.cursor.is_at_end().then_some(links)
    }

    fn envelope<L: DeserializeOwned>(&mut self) -> Option<Option<L>> {
        let (mut results, mut links) = (false, None);
        let mut more = self.scanner.cursor.enter(b'{', b'}')?;
        while more {
            let name = self.scanner.cursor.name()?;
            match name {
                "results" if results => return None,
                "results" => {
                    self.list()?;
                    results = true;
                }
                "_links" => links = serde_json::from_slice::<Alone<_>>(self.scanner.cursor.raw()?.as_bytes()).ok()?.0,
                _ => drop(self.scanner.cursor.raw()?),
            }
            more = self.scanner.cursor.more(b'}')?;
        }
        results.then_some(links)
    }

    fn list(&mut self) -> Option<()> {
        let begin = self.scanner.cursor.at;
        let mut more = self.scanner.cursor.enter(b'[', b']')?;
        while more {
            self.scanner.cursor.next()?;
            self.row()?;
            if self.rows.len() == 1 {
                // As many as there will be, if all are like the first.
                let (one, all) = (self.scanner.cursor.at - begin, self.scanner.cursor.rest().len());
                let rows = all / one.max(1) + 2;
                self.scanner.cells.reserve(rows * T::LAYOUT.width);
                self.rows.reserve(rows);
            }
            more = self.scanner.cursor.more(b']')?;
        }
        Some(())
    }

    fn row(&mut self) -> Option<()> {
        let (begin, made, unknown) =
            (self.scanner.cursor.at, self.scanner.cursor.made.len(), self.scanner.unknown.len());
        let first = self.scanner.row(T::LAYOUT);
        if self.scanner.object(T::LAYOUT, first, 0).is_none() {
            self.scanner.cursor.at = begin;
            self.scanner.cursor.made.truncate(made);
            self.scanner.unknown.truncate(unknown);
            let mut row = serde_json::Deserializer::from_slice(self.scanner.cursor.rest()).into_iter::<Alone<T>>();
            self.odd.push(Some(row.next()?.ok()?.0));
            let read = self.scanner.cursor.rest().get(..row.byte_offset())?;
            if read.iter().filter(|byte| matches!(byte, b'[' | b'{')).count() > OPENINGS {
                return None;
            }
            self.scanner.cursor.at = begin + read.len();
            *self.scanner.cells.get_mut(first)? = Span::odd(u32::try_from(self.odd.len() - 1).ok()?);
        }
        self.rows.push_back(u32::try_from(first).ok()?);
        Some(())
    }
}
