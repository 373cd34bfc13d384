//! What a row is made of: its members, named once, and how each is read.

use super::Cell;
use crate::time::Time;

/// How a member stands in the text.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// As `lenient::text`.
    Text,
    /// A text that may repeat what was sent: `said::sentence`.
    Sentence,
    /// A text that older versions tell only by a link.
    Linked(Link),
    /// As `lenient::id`: the row is identified by it.
    Id,
    /// As `lenient::int`.
    Int,
    /// As `lenient::flag`.
    Flag,
    /// As `lenient::list`, of flags.
    Flags,
    /// As `time::optional`.
    Time,
    /// A word of an open enumeration, with the numbers of those we know.
    Word(&'static [(&'static str, i32)]),
    /// An object of its own.
    Object(&'static Layout),
    /// The links of an object.
    Links,
}

/// Where an id is told by a link.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Name of the link.
    pub(crate) name: &'static str,
    /// The place of the id in the link's target.
    pub(crate) id: fn(&str) -> Option<std::ops::Range<usize>>,
}

impl Kind {
    const fn width(self) -> usize {
        match self {
            Self::Object(layout) => layout.width,
            _ => 1,
        }
    }
}

/// A member of a row.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in the core.
    pub name: &'static str,
    /// Its name in the answer, in quotes.
    pub(crate) key: &'static str,
    pub(crate) kind: Kind,
    /// Its cell, counted from the first one of its object.
    pub(crate) place: usize,
}

/// The members of an object, and what is to be known of them together.
#[derive(Debug)]
pub struct Layout {
    pub(crate) fields: &'static [Field],
    /// Cells: one for the object itself, and those of its members.
    pub(crate) width: usize,
    /// The place of the member that is its identity.
    pub(crate) id: Option<usize>,
    /// Whether a member may be told by a link.
    pub(crate) linked: bool,
}

impl Layout {
    const fn of(fields: &'static [Field]) -> Self {
        let mut layout = Self { fields, width: 1, id: None, linked: false };
        let mut n = 0;
        while n < fields.len() {
            match fields[n].kind {
                Kind::Id => layout.id = Some(fields[n].place),
                Kind::Linked(_) => layout.linked = true,
                _ => {}
            }
            layout.width += fields[n].kind.width();
            n += 1;
        }
        layout
    }
}

/// The fields with their places.
pub(crate) const fn placed<const N: usize>(mut fields: [Field; N]) -> [Field; N] {
    let (mut place, mut n) = (1, 0);
    while n < N {
        fields[n].place = place;
        place += fields[n].kind.width();
        n += 1;
    }
    fields
}

/// The place of the field of that name. Members that no field is for are found at the object itself.
#[must_use]
pub const fn place(fields: &[Field], name: &str) -> Option<usize> {
    let mut n = 0;
    while n < fields.len() {
        if same(fields[n].name.as_bytes(), name.as_bytes()) {
            return Some(fields[n].place);
        }
        n += 1;
    }
    if !fields.is_empty() && same(b"extra", name.as_bytes()) { Some(0) } else { None }
}

/// [`place`] for an object that can stay in a table.
///
/// # Panics
/// When it has no such field: at compile time, then.
#[must_use]
#[allow(clippy::panic, reason = "only ever at compile time")]
pub const fn place_in<T: Tabular>(name: &str) -> usize {
    match place(T::FIELDS, name) {
        Some(place) => place,
        None => panic!("no field has this name"),
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut n = 0;
    while n < a.len() && n < b.len() && a[n] == b[n] {
        n += 1;
    }
    n == a.len() && n == b.len()
}

/// An object that can stay in its table.
pub trait Tabular: Sized {
    /// Its members, but for those that it does not know.
    const FIELDS: &'static [Field];

    /// The same with what is to be known of them together.
    const LAYOUT: &'static Layout = &Layout::of(Self::FIELDS);

    /// All of it.
    fn load(cell: Cell<'_>) -> Self;
}

/// What a member is when it is there.
pub trait Member: Sized {
    /// How it is read.
    const KIND: Kind;

    /// The member; `None` when the cell is empty.
    fn from_cell(cell: Cell<'_>) -> Option<Self>;
}

/// The type of a field.
pub trait FromCell {
    /// How it is read.
    const KIND: Kind;

    /// The field of a row.
    fn from_cell(cell: Cell<'_>) -> Self;
}

impl<T: Member> FromCell for Option<T> {
    const KIND: Kind = T::KIND;

    fn from_cell(cell: Cell<'_>) -> Self {
        T::from_cell(cell)
    }
}

/// The identity of a row, which is always there.
impl FromCell for String {
    const KIND: Kind = Kind::Id;

    fn from_cell(cell: Cell<'_>) -> Self {
        cell.text().unwrap_or_default().to_owned()
    }
}

impl FromCell for Vec<bool> {
    const KIND: Kind = Kind::Flags;

    fn from_cell(cell: Cell<'_>) -> Self {
        cell.flags().collect()
    }
}

impl Member for String {
    const KIND: Kind = Kind::Text;

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        cell.text().map(str::to_owned)
    }
}

impl Member for i64 {
    const KIND: Kind = Kind::Int;

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        cell.int()
    }
}

impl Member for bool {
    const KIND: Kind = Kind::Flag;

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        cell.flag()
    }
}

impl Member for Time {
    const KIND: Kind = Kind::Time;

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        cell.text().map(Self::new)
    }
}

/// How the field is read that this gives.
pub(crate) const fn kind_of<R, T: FromCell>(_field: fn(&R) -> &T) -> Kind {
    T::KIND
}

/// Names the members of an object, in the order in which they mostly come: the field, and after `=` the member's own name
/// where that is another. How a member is read follows from the field's type; what that does not tell stands after `as`.
macro_rules! table {
    ($object:ident { $($field:ident $(= $member:literal)? $(as $kind:expr)?),+ $(,)? }) => {
        impl $crate::table::Tabular for $object {
            const FIELDS: &'static [$crate::table::Field] = &$crate::table::placed([
                $($crate::table::Field {
                    name: stringify!($field),
                    key: $crate::table::table!(@key $field $(= $member)?),
                    kind: $crate::table::table!(@kind $object $field $(as $kind)?),
                    place: 0,
                }),+
            ]);

            fn load(cell: $crate::table::Cell<'_>) -> Self {
                let mut places = Self::FIELDS.iter().map(|field| cell.member(field.place));
                let mut next = || places.next().unwrap_or(cell);
                Self { $($field: $crate::table::FromCell::from_cell(next()),)+ extra: cell.extra() }
            }
        }

        impl $crate::table::Member for $object {
            const KIND: $crate::table::Kind = $crate::table::Kind::Object(<$object as $crate::table::Tabular>::LAYOUT);

            fn from_cell(cell: $crate::table::Cell<'_>) -> Option<Self> {
                (!cell.is_empty()).then(|| $crate::table::Tabular::load(cell))
            }
        }
    };
    (@key $field:ident) => { concat!("\"", stringify!($field), "\"") };
    (@key $field:ident = $member:literal) => { concat!("\"", $member, "\"") };
    (@kind $object:ident $field:ident) => { $crate::table::kind_of(|object: &$object| &object.$field) };
    (@kind $object:ident $field:ident as $kind:expr) => { $kind };
}
pub(crate) use table;
