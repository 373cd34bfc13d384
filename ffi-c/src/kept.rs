//! A row of a long list: it stays in its table until somebody needs more of it than a text, a number or a flag.

use crate::guard::quiet;
use crate::handle::Field;
use crate::text::{Json, Text};
use crate::words::Word;
use backupjobs::table::{Cell, Entry, Record};
use std::ffi::c_char;
use std::ptr::null;
use std::sync::OnceLock;

/// A row, and the whole of it as C sees objects.
pub(crate) enum Kept<T, W> {
    Made(Box<W>),
    Lazy(Record<T>, OnceLock<Box<W>>),
}

impl<T, W: From<T>> Kept<T, W> {
    pub(crate) fn whole(&self) -> &W {
        match self {
            Self::Made(whole) => whole,
            Self::Lazy(record, whole) => whole.get_or_init(|| Box::new(record.load().into())),
        }
    }

    fn cell(&self, place: usize) -> Option<Cell<'_>> {
        match self {
            Self::Made(_) => None,
            Self::Lazy(record, _) => Some(record.cell().member(place)),
        }
    }
}

impl<T, W: From<T>> From<T> for Kept<T, W> {
    fn from(row: T) -> Self {
        Self::Made(Box::new(row.into()))
    }
}

impl<T, W: From<T>> From<Entry<T>> for Kept<T, W> {
    fn from(row: Entry<T>) -> Self {
        match row {
            Entry::Made(row) => row.into(),
            Entry::Record(record) => Self::Lazy(record, OnceLock::new()),
        }
    }
}

/// A field that can be read from a table; `None` when that takes the whole row.
pub(crate) trait InTable: Field {
    fn in_table(cell: Cell<'_>) -> Option<Self::C>;
}

impl InTable for Text {
    fn in_table(cell: Cell<'_>) -> Option<*const c_char> {
        // `List::terminated` has put a NUL behind every text.
        Some(cell.text().map_or(null(), |text| text.as_ptr().cast()))
    }
}

impl InTable for Option<Text> {
    fn in_table(cell: Cell<'_>) -> Option<*const c_char> {
        Text::in_table(cell)
    }
}

impl InTable for Option<bool> {
    fn in_table(cell: Cell<'_>) -> Option<i32> {
        Some(cell.flag().get())
    }
}

impl InTable for Json {
    fn in_table(cell: Cell<'_>) -> Option<*const c_char> {
        (!cell.has_extra()).then_some(Self::NONE)
    }
}

/// # Safety
/// `object` is NULL or points to a living object of this library.
pub(crate) unsafe fn read<R, T, W: From<T>, F: InTable>(
    object: *const R,
    kept: impl FnOnce(&R) -> &Kept<T, W>,
    place: usize,
    field: impl FnOnce(&W) -> &F,
) -> F::C {
    // SAFETY: as promised by the caller.
    let Some(object) = (unsafe { object.as_ref() }) else { return F::NONE };
    quiet(F::NONE, || {
        let kept = kept(object);
        kept.cell(place).and_then(F::in_table).unwrap_or_else(|| field(kept.whole()).get())
    })
}

/// # Safety
/// As [`read`]; `out` is NULL or writable.
pub(crate) unsafe fn read_number<R, T, W: From<T>>(
    object: *const R,
    kept: impl FnOnce(&R) -> &Kept<T, W>,
    place: usize,
    field: impl FnOnce(&W) -> Option<i64>,
    out: *mut i64,
) -> bool {
    // SAFETY: as promised by the caller.
    let Some(object) = (unsafe { object.as_ref() }) else { return false };
    let number = quiet(None, || {
        let kept = kept(object);
        kept.cell(place).map_or_else(|| field(kept.whole()), Cell::int)
    });
    if let (Some(number), false) = (number, out.is_null()) {
        // SAFETY: as promised by the caller.
        unsafe { out.write(number) };
    }
    number.is_some()
}

/// The number of a word; 0 for one that is not known, or for none.
///
/// # Safety
/// As [`read`].
pub(crate) unsafe fn read_code<R, T, W: From<T>>(
    object: *const R,
    kept: impl FnOnce(&R) -> &Kept<T, W>,
    place: usize,
    field: impl FnOnce(&W) -> Option<i32>,
) -> i32 {
    // SAFETY: as promised by the caller.
    let Some(object) = (unsafe { object.as_ref() }) else { return 0 };
    quiet(0, || {
        let kept = kept(object);
        kept.cell(place).map_or_else(|| field(kept.whole()), Cell::code).unwrap_or(0)
    })
}

/// A word; `name` knows those that we know.
///
/// # Safety
/// As [`read`].
pub(crate) unsafe fn read_word<R, T, W: From<T>>(
    object: *const R,
    kept: impl FnOnce(&R) -> &Kept<T, W>,
    place: usize,
    field: impl FnOnce(&W) -> &Option<Word>,
    name: fn(i32) -> *const c_char,
) -> *const c_char {
    // SAFETY: as promised by the caller.
    let Some(object) = (unsafe { object.as_ref() }) else { return null() };
    quiet(null(), || {
        let kept = kept(object);
        match kept.cell(place) {
            Some(cell) => cell.code().map_or_else(|| Text::in_table(cell).unwrap_or(null()), name),
            None => field(kept.whole()).get(),
        }
    })
}

/// A field of a row: `row!(job.name in veeam::CopyJob)`.
macro_rules! row {
    ($object:ident . $field:ident in $core:ty) => {{
        const PLACE: usize = backupjobs::table::place_in::<$core>(stringify!($field));
        // SAFETY: by the rules of the header, the object is NULL or alive.
        unsafe { $crate::kept::read($object, |object| &object.kept, PLACE, |whole| &whole.$field) }
    }};
}

/// A number of a row.
macro_rules! row_number {
    ($object:ident . $field:ident in $core:ty, $out:ident) => {{
        const PLACE: usize = backupjobs::table::place_in::<$core>(stringify!($field));
        // SAFETY: by the rules of the header, both are NULL or good.
        unsafe { $crate::kept::read_number($object, |object| &object.kept, PLACE, |whole| whole.$field, $out) }
    }};
}

/// The number of a word of a row.
macro_rules! row_code {
    ($object:ident . $field:ident in $core:ty) => {{
        const PLACE: usize = backupjobs::table::place_in::<$core>(stringify!($field));
        // SAFETY: by the rules of the header, the object is NULL or alive.
        unsafe {
            $crate::kept::read_code(
                $object,
                |object| &object.kept,
                PLACE,
                |whole| whole.$field.as_ref().map(|word| word.code),
            )
        }
    }};
}

/// The word itself.
macro_rules! row_word {
    ($object:ident . $field:ident in $core:ty as $word:ty) => {{
        const PLACE: usize = backupjobs::table::place_in::<$core>(stringify!($field));
        let name = |code: i32| $crate::words::word!($word, code);
        // SAFETY: by the rules of the header, the object is NULL or alive.
        unsafe { $crate::kept::read_word($object, |object| &object.kept, PLACE, |whole| &whole.$field, name) }
    }};
}

/// A field that takes the whole row.
macro_rules! row_whole {
    ($object:ident . $field:ident) => {{
        // SAFETY: by the rules of the header, the object is NULL or alive.
        unsafe { $crate::handle::read($object, |object| &object.kept.whole().$field) }
    }};
}

/// An object inside a row.
macro_rules! row_inside {
    ($object:ident . $field:ident) => {{
        // SAFETY: by the rules of the header, the object is NULL or alive.
        unsafe { $crate::handle::read_inside($object, |object| object.kept.whole().$field.as_ref()) }
    }};
}

pub(crate) use {row, row_code, row_inside, row_number, row_whole, row_word};
