//! A member of a row, read when it is touched.

use super::{Span, Table, Tabular};
use crate::{Extra, Timestamp};
use std::fmt;
use std::sync::Arc;

/// A cell of a table: a member, or an object with its members behind it.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    pub(super) table: &'a Arc<Table>,
    pub(super) at: usize,
}

impl<'a> Cell<'a> {
    fn span(self) -> Span {
        self.table.cells.get(self.at).copied().unwrap_or(Span::ABSENT)
    }

    fn slice(self, span: Span) -> &'a str {
        span.within(&self.table.text, &self.table.made).unwrap_or_default()
    }

    /// A member of this object.
    #[must_use]
    pub fn member(self, place: usize) -> Self {
        Self { at: self.at + place, ..self }
    }

    /// True when there is nothing, or null.
    #[must_use]
    pub fn is_empty(self) -> bool {
        matches!(self.span(), Span::ABSENT | Span::NULL)
    }

    /// A text, a time as it was written, a word that we do not know; JSON, where it is that.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        match self.span() {
            span if span.is_place() => Some(self.slice(span)),
            _ => None,
        }
    }

    /// A whole number.
    #[must_use]
    pub fn int(self) -> Option<i64> {
        self.text()?.parse().ok()
    }

    /// A flag.
    #[must_use]
    pub fn flag(self) -> Option<bool> {
        match self.span() {
            Span::TRUE => Some(true),
            Span::FALSE => Some(false),
            _ => None,
        }
    }

    /// The instant of a time, if its text is one.
    #[must_use]
    pub fn instant(self) -> Option<Timestamp> {
        crate::time::instant(self.text()?)
    }

    /// The number of a word that we know.
    #[must_use]
    pub fn code(self) -> Option<i32> {
        match self.span() {
            span if span.at() == Span::WORD => Some(span.len().cast_signed()),
            _ => None,
        }
    }

    /// A list of flags.
    pub fn flags(self) -> impl ExactSizeIterator<Item = bool> + 'a {
        self.text().unwrap_or_default().as_bytes().iter().map(|flag| *flag == b'1')
    }

    /// An object.
    #[must_use]
    pub fn record<T: Tabular>(self) -> Option<Record<T>> {
        (!self.is_empty()).then(|| self.record_with(T::load))
    }

    pub(super) fn record_with<T>(self, load: fn(Cell<'_>) -> T) -> Record<T> {
        Record { table: Arc::clone(self.table), at: self.at, load }
    }

    /// Whether this object has members that no field is for.
    #[must_use]
    pub fn has_extra(self) -> bool {
        self.span() == Span::WITH_EXTRA
    }

    /// The members of this object that no field is for.
    #[must_use]
    #[inline(never)]
    pub fn extra(self) -> Extra {
        if !self.has_extra() {
            return Extra::new();
        }
        let of = self.at as u32;
        let first = self.table.unknown.partition_point(|unknown| unknown.of < of);
        let unknown = self.table.unknown.get(first..).unwrap_or_default().iter().take_while(|unknown| unknown.of == of);
        unknown
            .filter_map(|unknown| {
                Some((
                    self.slice(unknown.name).to_owned(),
                    serde_json::from_slice(self.slice(unknown.value).as_bytes()).ok()?,
                ))
            })
            .collect()
    }
}

/// An object of a table.
pub struct Record<T> {
    table: Arc<Table>,
    at: usize,
    load: fn(Cell<'_>) -> T,
}

impl<T> Record<T> {
    /// Its cell.
    #[must_use]
    pub fn cell(&self) -> Cell<'_> {
        Cell { table: &self.table, at: self.at }
    }

    /// All of it.
    #[must_use]
    pub fn load(&self) -> T {
        (self.load)(self.cell())
    }
}

impl<T> Clone for Record<T> {
    fn clone(&self) -> Self {
        Self { table: Arc::clone(&self.table), ..*self }
    }
}

impl<T> fmt::Debug for Record<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record").field("at", &self.at).finish_non_exhaustive()
    }
}
