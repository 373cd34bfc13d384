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
        let mut text = Vec::new();
        let mut offsets = vec![0];
        for cell in cells {
            text.extend_from_slice(cell.as_ref().map_or("", AsRef::as_ref).as_bytes());
            offsets.push(text.len() as i64);
        }
        Self::new(c"U", cells, vec![Buffer::Longs(offsets), Buffer::Bytes(text)], vec![])
    }

    /// Rows of these columns. None of them is null.
    pub(crate) fn table(len: usize, children: Vec<Named>) -> Self {
        Self { format: c"+s", len, nulls: 0, validity: vec![], buffers: vec![], children }
    }

    /// Objects of several fields.
    pub(crate) fn record<T: Record>(cells: &[Option<&T>]) -> Self {
        Self::new(c"+s", cells, vec![], T::fields(cells))
    }
}

fn bits(cells: impl Iterator<Item = bool>) -> Vec<u8> {
    let mut bits = Vec::new();
    for (at, cell) in cells.enumerate() {
        if at % 8 == 0 {
            bits.push(0);
        }
        bits[at / 8] |= u8::from(cell) << (at % 8);
    }
    bits
}

/// What can be the cells of a column.
pub(crate) trait Cells: Sized {
    fn column(cells: &[Option<&Self>]) -> Column;
}

/// An object whose fields can be columns.
pub(crate) trait Record: Sized {
    fn fields(rows: &[Option<&Self>]) -> Vec<Named>;
}

/// The column of one field.
pub(crate) fn field<R, T: Cells>(rows: &[Option<&R>], get: impl Fn(&R) -> &T) -> Column {
    T::column(&rows.iter().map(|row| row.map(&get)).collect::<Vec<_>>())
}

/// Declares the fields of an object that are its columns.
macro_rules! record {
    ($core:ty: $($field:ident),+ $(,)?) => {
        impl crate::columns::Record for $core {
            fn fields(rows: &[Option<&Self>]) -> Vec<crate::columns::Named> {
                vec![$((stringify!($field), crate::columns::field(rows, |row: &$core| &row.$field))),+]
            }
        }

        impl crate::columns::Cells for $core {
            fn column(cells: &[Option<&Self>]) -> crate::columns::Column {
                crate::columns::Column::record(cells)
            }
        }
    };
}
pub(crate) use record;

/// Words appear as their texts.
macro_rules! word_cells {
    ($($word:ty, $text:ident;)+) => {
        $(impl crate::columns::Cells for $word {
            fn column(cells: &[Option<&Self>]) -> crate::columns::Column {
                crate::columns::words(cells, |word| word.$text())
            }
        })+
    };
}
pub(crate) use word_cells;

pub(crate) fn words<T>(cells: &[Option<&T>], text: impl Fn(&T) -> &str) -> Column {
    Column::texts(&cells.iter().map(|cell| cell.map(&text)).collect::<Vec<_>>())
}

impl<T: Cells> Cells for Option<T> {
    fn column(cells: &[Option<&Self>]) -> Column {
        T::column(&cells.iter().map(|cell| cell.and_then(Option::as_ref)).collect::<Vec<_>>())
    }
}

impl<T: Cells> Cells for Vec<T> {
    fn column(cells: &[Option<&Self>]) -> Column {
        let mut items = Vec::new();
        let mut offsets = vec![0];
        for cell in cells {
            items.extend(cell.iter().flat_map(|list| list.iter()).map(Some));
            offsets.push(items.len() as i64);
        }
        Column::new(c"+L", cells, vec![Buffer::Longs(offsets)], vec![("item", T::column(&items))])
    }
}

impl Cells for String {
    fn column(cells: &[Option<&Self>]) -> Column {
        Column::texts(cells)
    }
}

impl Cells for bool {
    fn column(cells: &[Option<&Self>]) -> Column {
        let flags = bits(cells.iter().map(|cell| cell.copied().unwrap_or_default()));
        Column::new(c"b", cells, vec![Buffer::Bytes(flags)], vec![])
    }
}

impl Cells for i64 {
    fn column(cells: &[Option<&Self>]) -> Column {
        Column::longs(c"l", &cells.iter().map(|cell| cell.copied()).collect::<Vec<_>>())
    }
}

impl Cells for Timestamp {
    fn column(cells: &[Option<&Self>]) -> Column {
        Column::longs(c"tsu:UTC", &cells.iter().map(|cell| cell.map(|at| at.as_microsecond())).collect::<Vec<_>>())
    }
}

impl Cells for Time {
    fn column(cells: &[Option<&Self>]) -> Column {
        let cells: Vec<_> = cells.iter().map(|cell| cell.and_then(Time::at)).collect();
        Timestamp::column(&cells.iter().map(Option::as_ref).collect::<Vec<_>>())
    }
}

impl Cells for Duration {
    fn column(cells: &[Option<&Self>]) -> Column {
        let micros = |span: &Self| i64::try_from(span.as_micros()).unwrap_or(i64::MAX);
        Column::longs(c"tDu", &cells.iter().map(|cell| cell.map(micros)).collect::<Vec<_>>())
    }
}

impl Cells for Extra {
    fn column(cells: &[Option<&Self>]) -> Column {
        let json = |members: &Self| serde_json::to_string(members).ok().filter(|_| !members.is_empty());
        Column::texts(&cells.iter().map(|cell| cell.and_then(json)).collect::<Vec<_>>())
    }
}

impl Cells for Links {
    fn column(cells: &[Option<&Self>]) -> Column {
        let json = |links: &Self| serde_json::to_string(links).ok();
        Column::texts(&cells.iter().map(|cell| cell.and_then(json)).collect::<Vec<_>>())
    }
}
