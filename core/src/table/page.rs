//! The rows of one answer, made or not.

use super::layout::Layout;
use super::{Cell, Entry, Item, Span, Table};
use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

/// Rows of one answer.
pub(crate) enum Page<T> {
    Made(VecDeque<T>),
    Lazy(Lazy<T>),
}

/// Rows that stay in their table.
pub(crate) struct Lazy<T> {
    pub(super) table: Arc<Table>,
    /// The first cell of each.
    pub(super) rows: VecDeque<u32>,
    /// Those that serde has read, until they are taken out.
    pub(super) odd: Vec<Option<T>>,
    pub(super) load: fn(Cell<'_>) -> T,
    pub(super) layout: &'static Layout,
}

/// The identities of the rows of a page. Those in a table are only looked at when another page comes.
#[derive(Default)]
pub(crate) struct Keys {
    made: HashSet<String>,
    table: Option<(Arc<Table>, Vec<usize>)>,
}

impl Keys {
    /// These, looked at now.
    #[inline(never)]
    fn now(keys: &mut dyn Iterator<Item = String>) -> Self {
        Self { made: keys.collect(), table: None }
    }

    #[inline(never)]
    fn made(self) -> HashSet<String> {
        let Some((table, cells)) = self.table else { return self.made };
        let id = |at: &usize| Cell { table: &table, at: *at }.text().map(str::to_owned);
        cells.iter().filter_map(id).collect()
    }
}

/// One copy of a search in a set.
#[inline(never)]
fn is_among(keys: &HashSet<String>, key: &str) -> bool {
    keys.contains(key)
}

impl<T> Lazy<T> {
    /// Does something to the rows that serde has read.
    pub(crate) fn for_odd(&mut self, change: impl FnMut(&mut T)) {
        self.odd.iter_mut().flatten().for_each(change);
    }

    fn odd(&self, row: u32) -> Option<usize> {
        let span = self.table.cells.get(row as usize)?;
        (span.at() == Span::ODD).then_some(span.len() as usize)
    }

    pub(super) fn get(&self, row: u32) -> Item<'_, T> {
        match self.odd(row).and_then(|index| self.odd.get(index)?.as_ref()) {
            Some(odd) => Item::Made(odd),
            None => Item::Cell(Cell { table: &self.table, at: row as usize }),
        }
    }

    fn take(&mut self, row: u32) -> Entry<T> {
        match self.odd(row).and_then(|index| self.odd.get_mut(index)?.take()) {
            Some(odd) => Entry::Made(odd),
            None => Entry::Record(Cell { table: &self.table, at: row as usize }.record_with(self.load)),
        }
    }

    /// The identity of a row: the member that is one, or else what `key` makes of it.
    fn key(&self, row: u32, key: fn(&T) -> String) -> String {
        match self.get(row) {
            Item::Made(row) => key(row),
            Item::Cell(cell) => match self.layout.id.and_then(|place| cell.member(place).text()) {
                Some(id) => id.to_owned(),
                None => key(&(self.load)(cell)),
            },
        }
    }

    /// See [`List::terminated`].
    pub(super) fn terminate(&mut self) {
        let rows = self.rows.iter().map(|row| *row as usize).filter(|row| self.odd(*row as u32).is_none());
        let rows: Vec<usize> = rows.collect();
        if let Some(table) = Arc::get_mut(&mut self.table) {
            table.terminate(rows.into_iter(), self.layout);
        }
    }
}

impl<T> Page<T> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Made(rows) => rows.len(),
            Self::Lazy(lazy) => lazy.rows.len(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn get(&self, at: usize) -> Option<Item<'_, T>> {
        match self {
            Self::Made(rows) => rows.get(at).map(Item::Made),
            Self::Lazy(lazy) => lazy.rows.get(at).map(|row| lazy.get(*row)),
        }
    }

    pub(crate) fn truncate(&mut self, most: usize) {
        match self {
            Self::Made(rows) => rows.truncate(most),
            Self::Lazy(lazy) => lazy.rows.truncate(most),
        }
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        match self {
            Self::Made(rows) => rows.retain(keep),
            Self::Lazy(lazy) => {
                let mut rows = std::mem::take(&mut lazy.rows);
                rows.retain(|row| match lazy.get(*row) {
                    Item::Made(row) => keep(row),
                    Item::Cell(cell) => keep(&(lazy.load)(cell)),
                });
                lazy.rows = rows;
            }
        }
    }

    /// The identities of all rows.
    pub(crate) fn keys(&self, key: fn(&T) -> String) -> Keys {
        match self {
            Self::Made(rows) => Keys::now(&mut rows.iter().map(key)),
            Self::Lazy(lazy) => match lazy.layout.id {
                // Without the rows that serde has read, there is nothing to look at yet.
                Some(place) if lazy.odd.is_empty() => {
                    let cells = lazy.rows.iter().map(|row| *row as usize + place).collect();
                    Keys { made: HashSet::new(), table: Some((Arc::clone(&lazy.table), cells)) }
                }
                _ => Keys::now(&mut lazy.rows.iter().map(|row| lazy.key(*row, key))),
            },
        }
    }

    /// Leaves out the rows of these identities.
    pub(crate) fn leave_out(&mut self, keys: Keys, key: fn(&T) -> String) {
        if self.is_empty() {
            return;
        }
        let keys = keys.made();
        match self {
            _ if keys.is_empty() => {}
            Self::Made(rows) => rows.retain(|row| !is_among(&keys, &key(row))),
            Self::Lazy(lazy) => {
                let mut rows = std::mem::take(&mut lazy.rows);
                rows.retain(|row| !is_among(&keys, &lazy.key(*row, key)));
                lazy.rows = rows;
            }
        }
    }

    /// Takes the first row out, whole.
    pub(crate) fn next(&mut self) -> Option<T> {
        self.next_entry().map(|entry| match entry {
            Entry::Made(row) => row,
            Entry::Record(record) => record.load(),
        })
    }

    /// Takes the first row out.
    pub(super) fn next_entry(&mut self) -> Option<Entry<T>> {
        match self {
            Self::Made(rows) => rows.pop_front().map(Entry::Made),
            Self::Lazy(lazy) => {
                let row = lazy.rows.pop_front()?;
                Some(lazy.take(row))
            }
        }
    }
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self::Made(VecDeque::new())
    }
}

impl<T> From<Vec<T>> for Page<T> {
    fn from(rows: Vec<T>) -> Self {
        Self::Made(rows.into())
    }
}

impl<T> From<Lazy<T>> for Page<T> {
    fn from(lazy: Lazy<T>) -> Self {
        Self::Lazy(lazy)
    }
}
