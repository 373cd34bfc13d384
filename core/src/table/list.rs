//! Lists of rows, however many answers they came in: what the bindings keep.

use super::{Cell, Page, Record};
use std::fmt;

/// A row that is taken out of its list.
#[derive(Debug)]
pub enum Entry<T> {
    /// It is made.
    Made(T),
    /// It is still in its table.
    Record(Record<T>),
}

/// A row of a list, or a field of one.
#[derive(Debug)]
pub enum Item<'a, T> {
    /// It is there.
    Made(&'a T),
    /// It is still in its table.
    Cell(Cell<'a>),
}

impl<T> Clone for Item<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Item<'_, T> {}

/// Rows of any number of answers.
pub struct List<T> {
    /// None is empty. With the number of rows before each.
    pages: Vec<(usize, Page<T>)>,
    len: usize,
}

impl<T> List<T> {
    pub(crate) fn push(&mut self, page: Page<T>) {
        if !page.is_empty() {
            let before = self.len;
            self.len += page.len();
            self.pages.push((before, page));
        }
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The row at that place.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<Item<'_, T>> {
        let (page, at) = self.page_of(at)?;
        page.get(at)
    }

    /// The row at that place, if it is still in its table.
    #[must_use]
    pub fn record(&self, at: usize) -> Option<Record<T>> {
        match self.page_of(at)? {
            (Page::Lazy(lazy), at) => match lazy.get(*lazy.rows.get(at)?) {
                Item::Cell(cell) => Some(cell.record_with(lazy.load)),
                Item::Made(_) => None,
            },
            _ => None,
        }
    }

    /// The same list with every row made.
    #[must_use]
    pub fn whole(self) -> Self {
        let pages = self.pages.into_iter().map(|(before, mut page)| match page {
            Page::Made(_) => (before, page),
            Page::Lazy(_) => (before, Page::Made(std::iter::from_fn(|| page.next()).collect())),
        });
        Self { pages: pages.collect(), len: self.len }
    }

    /// All rows; behind every text of those that are still in their table stands a NUL, as C needs it.
    pub fn terminated(self) -> impl Iterator<Item = Entry<T>> {
        self.pages.into_iter().flat_map(|(_, mut page)| {
            if let Page::Lazy(lazy) = &mut page {
                lazy.terminate();
            }
            std::iter::from_fn(move || page.next_entry())
        })
    }

    fn page_of(&self, at: usize) -> Option<(&Page<T>, usize)> {
        let after = self.pages.partition_point(|(before, _)| *before <= at);
        let (before, page) = self.pages.get(after.checked_sub(1)?)?;
        Some((page, at - before))
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { pages: Vec::new(), len: 0 }
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(rows: Vec<T>) -> Self {
        let mut list = Self::default();
        list.push(rows.into());
        list
    }
}

impl<T> From<Page<T>> for List<T> {
    fn from(page: Page<T>) -> Self {
        let mut list = Self::default();
        list.push(page);
        list
    }
}

impl<T> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("List").field("len", &self.len).finish_non_exhaustive()
    }
}
