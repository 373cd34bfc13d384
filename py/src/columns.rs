//! Rows as columns, in the memory layout of Apache Arrow: what `arrow.rs` hands out. Straight from the core's objects, no
//! Python object is made.
//!
//! | in the core | column |
//! |---|---|
//! | text, word of an enumeration | large UTF-8 |
//! | whole number | 64 bits, signed |
//! | flag | one bit |
//! | time | microseconds, UTC; null where the server wrote something that is no time |
//! | duration | microseconds |
//! | object | struct |
//! | list | large list |
//! | links, unknown members | large UTF-8: a JSON object |
//!
//! What is absent is null. Words are no dictionaries: a run history is thousands of rows, not billions, and texts compare and
//! join everywhere without a second thought. Offsets have 64 bits, so that no amount of text overflows them.

use backupjobs::table::{Cell, Field, Item, Member as _};
use backupjobs::veeam::Links;
use backupjobs::{Extra, Time, Timestamp};
use std::ffi::CStr;
use std::time::Duration;

/// One column, named by whoever has it.
pub(crate) struct Column {
    /// Arrow's word for the type.
    pub(crate) format: &'static CStr,
    pub(crate) len: usize,
    pub(crate) nulls: usize,
    /// One bit a cell, least significant first; 1 where there is something.
    pub(crate) validity: Vec<u8>,
    pub(crate) buffers: Vec<Buffer>,
    pub(crate) children: Vec<Named>,
}

pub(crate) type Named = (&'static str, Column);

pub(crate) enum Buffer {
    Bytes(Vec<u8>),
    Longs(Vec<i64>),
}

impl Column {
    fn new<T>(format: &'static CStr, cells: &[Option<T>], buffers: Vec<Buffer>, children: Vec<Named>) -> Self {
        let nulls = cells.iter().filter(|cell| cell.is_none()).count();
        let validity = bits(cells.iter().map(Option::is_some));
        Self { format, len: cells.len(), nulls, validity, buffers, children }
    }

    fn longs(format: &'static CStr, cells: &[Option<i64>]) -> Self {
        let longs = cells.iter().map(|cell| cell.unwrap_or_default()).collect();
        Self::new(format, cells, vec![Buffer::Longs(longs)], vec![])
    }

    fn texts<T: AsRef<str>>(cells: &[Option<T>]) -> Self {
        let all = || cells.iter().map(|cell| cell.as_ref().map_or("", AsRef::as_ref));
        let mut text = Vec::with_capacity(all().map(str::len).sum());
        let mut offsets = Vec::with_capacity(cells.len() + 1);
        offsets.push(0);
        for cell in all() {
            text.extend_from_slice(cell.as_bytes());
            offsets.push(text.len() as i64);
        }
        Self::new(c"U", cells, vec![Buffer::Longs(offsets), Buffer::Bytes(text)], vec![])
    }

    /// Rows of these columns. None of them is null.
    pub(crate) fn table(len: usize, children: Vec<Named>) -> Self {
        Self { format: c"+s", len, nulls: 0, validity: vec![], buffers: vec![], children }
    }

    /// Objects of several fields.
    pub(crate) fn record<T: Record>(cells: &[Seen<'_, T>]) -> Self {
        Self::new(c"+s", cells, vec![], T::fields(cells))
    }
}

fn bits(cells: impl ExactSizeIterator<Item = bool>) -> Vec<u8> {
    let mut bits = vec![0; cells.len().div_ceil(8)];
    for (at, cell) in cells.enumerate() {
        bits[at / 8] |= u8::from(cell) << (at % 8);
    }
    bits
}

/// A cell of a column: made, or still in its table.
pub(crate) type Seen<'a, T> = Option<Item<'a, T>>;

/// What can be the cells of a column.
pub(crate) trait Cells: Sized {
    fn column(cells: &[Seen<'_, Self>]) -> Column;

    /// The elements of a list in a table.
    fn listed(_cell: Cell<'_>) -> Vec<Self> {
        vec![]
    }
}

/// An object whose fields can be columns.
pub(crate) trait Record: Sized {
    /// Its fields in a table; none when it never stays in one.
    const FIELDS: &'static [Field];

    fn fields(rows: &[Seen<'_, Self>]) -> Vec<Named>;
}

/// The column of one field.
pub(crate) fn field<R, T: Cells>(rows: &[Seen<'_, R>], place: usize, get: impl Fn(&R) -> &T) -> Column {
    T::column(&each(rows, |row| Some(Item::Made(get(row))), |cell| Some(Item::Cell(cell.member(place)))))
}

/// Declares the fields of an object that are its columns.
macro_rules! record {
    ($core:ty $(, $lazily:ident)?: $($field:ident),+ $(,)?) => {
        impl crate::columns::Record for $core {
            const FIELDS: &'static [backupjobs::table::Field] = crate::row::fields!($core; $($lazily)?);

            fn fields(rows: &[crate::columns::Seen<'_, Self>]) -> Vec<crate::columns::Named> {
                vec![$((
                    stringify!($field),
                    crate::columns::field(
                        rows,
                        const { crate::row::place::<$core>(stringify!($field)) },
                        |row: &$core| &row.$field,
                    ),
                )),+]
            }
        }

        impl crate::columns::Cells for $core {
            fn column(cells: &[crate::columns::Seen<'_, Self>]) -> crate::columns::Column {
                crate::columns::Column::record(cells)
            }
        }
    };
}
pub(crate) use record;

/// Words appear as their texts. Those that can stay in a table name the ones that are known.
macro_rules! word_cells {
    ($($word:ty, $text:ident $(, $known:expr)?;)+) => {
        $(impl crate::columns::Cells for $word {
            fn column(cells: &[crate::columns::Seen<'_, Self>]) -> crate::columns::Column {
                crate::columns::words(cells, [$($known,)? &[]][0], |word| word.$text())
            }
        })+
    };
}
pub(crate) use word_cells;

pub(crate) fn words<T>(cells: &[Seen<'_, T>], known: &[(&'static str, i32)], text: impl Fn(&T) -> &str) -> Column {
    let word = |code| known.iter().find(|(_, known)| *known == code).map(|(word, _)| *word);
    Column::texts(&each(cells, |word| Some(text(word)), |cell| cell.code().map_or_else(|| cell.text(), word)))
}

/// A value of each cell: one that is made, or one in a table.
fn each<'a, T, V>(
    cells: &[Seen<'a, T>],
    made: impl Fn(&'a T) -> Option<V>,
    cell: impl Fn(Cell<'a>) -> Option<V>,
) -> Vec<Option<V>> {
    let value = |seen: &Seen<'a, T>| match *seen {
        Some(Item::Made(value)) => made(value),
        Some(Item::Cell(at)) => cell(at),
        None => None,
    };
    cells.iter().map(value).collect()
}

impl<T: Cells> Cells for Option<T> {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        let there = |cell: Cell<'_>| !cell.is_empty();
        T::column(&each(cells, |made| made.as_ref().map(Item::Made), |cell| there(cell).then_some(Item::Cell(cell))))
    }
}

impl<T: Cells> Cells for Vec<T> {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        let listed = each(cells, |_| None, |cell| Some(T::listed(cell)));
        let mut items = Vec::new();
        let mut offsets = vec![0];
        for (cell, listed) in cells.iter().zip(&listed) {
            let made = if let Some(Item::Made(list)) = cell { Some(*list) } else { listed.as_ref() };
            items.extend(made.into_iter().flatten().map(|item| Some(Item::Made(item))));
            offsets.push(items.len() as i64);
        }
        Column::new(c"+L", cells, vec![Buffer::Longs(offsets)], vec![("item", T::column(&items))])
    }
}

impl Cells for String {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        Column::texts(&each(cells, |text| Some(text.as_str()), Cell::text))
    }
}

impl Cells for bool {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        let cells = each(cells, |flag| Some(*flag), Cell::flag);
        let flags = bits(cells.iter().map(|cell| cell.unwrap_or_default()));
        Column::new(c"b", &cells, vec![Buffer::Bytes(flags)], vec![])
    }

    fn listed(cell: Cell<'_>) -> Vec<Self> {
        cell.flags().collect()
    }
}

impl Cells for i64 {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        Column::longs(c"l", &each(cells, |int| Some(*int), Cell::int))
    }
}

impl Cells for Timestamp {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        instants(&each(cells, |at| Some(*at), |_| None))
    }
}

impl Cells for Time {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        instants(&each(cells, Time::at, Cell::instant))
    }
}

fn instants(cells: &[Option<Timestamp>]) -> Column {
    Column::longs(c"tsu:UTC", &cells.iter().map(|cell| cell.map(|at| at.as_microsecond())).collect::<Vec<_>>())
}

impl Cells for Duration {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        let micros = |span: &Self| i64::try_from(span.as_micros()).unwrap_or(i64::MAX);
        Column::longs(c"tDu", &each(cells, |span| Some(micros(span)), |_| None))
    }
}

impl Cells for Extra {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        let json = |members: &Self| serde_json::to_string(members).ok().filter(|_| !members.is_empty());
        Column::texts(&each(cells, json, |cell| json(&cell.extra())))
    }
}

impl Cells for Links {
    fn column(cells: &[Seen<'_, Self>]) -> Column {
        let json = |links: &Self| serde_json::to_string(links).ok();
        Column::texts(&each(cells, json, |cell| json(&Self::from_cell(cell)?)))
    }
}
