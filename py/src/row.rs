//! One object of the core in Python, and a list of them before Python has touched it.

use crate::columns::{Named, Record, Seen};
use crate::convert::ToPython;
use backupjobs::table::{self, Item, List};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// One object of the core: alone, a row of a list that it shares, or still in its table.
pub(crate) struct Row<T> {
    kept: Kept<T>,
    /// The whole of what is in a table, once somebody needs it.
    made: OnceLock<Box<T>>,
}

enum Kept<T> {
    Listed(Arc<List<T>>, usize),
    Lazy(table::Record<T>),
}

impl<T> Row<T> {
    pub(crate) fn lazy(record: table::Record<T>) -> Self {
        Self { kept: Kept::Lazy(record), made: OnceLock::new() }
    }

    /// The row where it is.
    pub(crate) fn seen(&self) -> Item<'_, T> {
        match &self.kept {
            Kept::Lazy(record) => Item::Cell(record.cell()),
            Kept::Listed(..) => Item::Made(self),
        }
    }
}

impl<T> Clone for Row<T> {
    fn clone(&self) -> Self {
        let kept = match &self.kept {
            Kept::Listed(list, at) => Kept::Listed(Arc::clone(list), *at),
            Kept::Lazy(record) => Kept::Lazy(record.clone()),
        };
        Self { kept, made: OnceLock::new() }
    }
}

impl<T> From<T> for Row<T> {
    fn from(one: T) -> Self {
        Self { kept: Kept::Listed(Arc::new(vec![one].into()), 0), made: OnceLock::new() }
    }
}

impl<T> Deref for Row<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match &self.kept {
            Kept::Lazy(record) => self.made.get_or_init(|| Box::new(record.load())),
            Kept::Listed(list, at) => match list.get(*at) {
                Some(Item::Made(row)) => row,
                _ => unreachable!("a row that is in its table"),
            },
        }
    }
}

impl<T: PartialEq> PartialEq for Row<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Hash> Hash for Row<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

/// A field of a row as Python sees it. `place` is its place in a table.
pub(crate) fn field<'py, T, F: ToPython>(
    row: Item<'_, T>,
    py: Python<'py>,
    place: usize,
    get: impl Fn(&T) -> &F,
) -> PyResult<Bound<'py, PyAny>> {
    match row {
        Item::Made(row) => get(row).to_python(py),
        Item::Cell(cell) => F::cell_to_python(cell.member(place), py),
    }
}

/// A field that is got without making the object.
pub(crate) struct Attribute<T> {
    pub(crate) name: &'static str,
    pub(crate) get: for<'py> fn(Item<'_, T>, Python<'py>) -> PyResult<Bound<'py, PyAny>>,
    /// Its place in a table, when it is a text.
    pub(crate) text: Option<usize>,
}

/// The place of a field if it is a text.
pub(crate) const fn text_at<T, F: ToPython>(place: usize, _get: fn(&T) -> &F) -> Option<usize> {
    if F::IS_TEXT { Some(place) } else { None }
}

/// What can stay in a table says `lazily`: its fields there.
macro_rules! fields {
    ($core:ty;) => {
        &[]
    };
    ($core:ty; lazily) => {
        <$core as backupjobs::table::Tabular>::FIELDS
    };
}
pub(crate) use fields;

/// The place of a field in a table. What never stays in one has no places.
#[allow(clippy::panic, reason = "only ever at compile time")]
pub(crate) const fn place<T: Record>(name: &str) -> usize {
    match table::place(T::FIELDS, name) {
        Some(place) => place,
        None if T::FIELDS.is_empty() => 0,
        None => panic!("the core has no field of this name"),
    }
}

/// The object in a cell.
macro_rules! in_cell {
    ($class:ident, $core:ty, $cell:ident, $py:ident;) => {
        crate::convert::no_cell($cell, $py)
    };
    ($class:ident, $core:ty, $cell:ident, $py:ident; lazily) => {
        match $cell.record::<$core>() {
            Some(record) => Ok(pyo3::Bound::new($py, $class(crate::rows::Row::lazy(record)))?.into_any()),
            None => Ok($py.None().into_bound($py)),
        }
    };
}
pub(crate) use in_cell;

/// A Python class that shows an object of the core.
pub(crate) trait Shows: for<'py> IntoPyObject<'py, Error = PyErr> + pyo3::PyTypeInfo {
    type Core: Record + Send + Sync + 'static;
    /// Attributes that are got without making the object.
    const FIELDS: &'static [Attribute<Self::Core>] = &[];

    fn of(row: Row<Self::Core>) -> Self;
}

/// A list of objects of one class.
pub(crate) trait Source: Send + Sync {
    fn len(&self) -> usize;
    fn row<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>>;
    /// An attribute of every row at these places.
    fn attribute<'py>(
        &self,
        name: &Bound<'py, PyString>,
        places: &mut dyn Iterator<Item = usize>,
    ) -> PyResult<Vec<Bound<'py, PyAny>>>;
    /// Which rows at these places have an attribute of this value.
    fn equal(
        &self,
        name: &Bound<'_, PyString>,
        value: &Bound<'_, PyAny>,
        places: &mut dyn Iterator<Item = usize>,
    ) -> PyResult<Vec<bool>>;
    fn class<'py>(&self, py: Python<'py>) -> Bound<'py, PyType>;
    /// The rows at these places as columns.
    fn columns(&self, places: &[usize]) -> Vec<Named>;
}

struct Of<S: Shows>(Arc<List<S::Core>>, PhantomData<fn() -> S>);

impl<S: Shows> Of<S> {
    fn attribute_of(name: &Bound<'_, PyString>) -> PyResult<Option<&'static Attribute<S::Core>>> {
        let name = name.to_cow()?;
        Ok(S::FIELDS.iter().find(|attribute| attribute.name == name))
    }

    fn value<'py>(
        &self,
        known: Option<&Attribute<S::Core>>,
        name: &Bound<'py, PyString>,
        at: usize,
    ) -> PyResult<Bound<'py, PyAny>> {
        match (known, self.0.get(at)) {
            (Some(known), Some(row)) => (known.get)(row, name.py()),
            _ => self.row(name.py(), at)?.getattr(name),
        }
    }
}

impl<S: Shows> Source for Of<S> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn row<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>> {
        let row = match self.0.record(at) {
            Some(record) => Row::lazy(record),
            None => Row { kept: Kept::Listed(Arc::clone(&self.0), at), made: OnceLock::new() },
        };
        S::of(row).into_bound_py_any(py)
    }

    fn attribute<'py>(
        &self,
        name: &Bound<'py, PyString>,
        places: &mut dyn Iterator<Item = usize>,
    ) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let known = Self::attribute_of(name)?;
        places.map(|at| self.value(known, name, at)).collect()
    }

    fn equal(
        &self,
        name: &Bound<'_, PyString>,
        value: &Bound<'_, PyAny>,
        places: &mut dyn Iterator<Item = usize>,
    ) -> PyResult<Vec<bool>> {
        let known = Self::attribute_of(name)?;
        let text = value.cast_exact::<PyString>().ok().map(|text| text.to_cow()).transpose()?;
        let text = known.and_then(|known| known.text).zip(text);
        let one = |at| match (&text, self.0.get(at)) {
            // A text in a table need not become one of Python's.
            (Some((place, text)), Some(Item::Cell(cell))) => Ok(cell.member(*place).text() == Some(text)),
            _ => self.value(known, name, at)?.eq(value),
        };
        places.map(one).collect()
    }

    fn class<'py>(&self, py: Python<'py>) -> Bound<'py, PyType> {
        py.get_type::<S>()
    }

    fn columns(&self, places: &[usize]) -> Vec<Named> {
        S::Core::fields(&places.iter().map(|at| self.0.get(*at)).collect::<Vec<Seen<'_, _>>>())
    }
}

/// Rows that are shown when touched.
pub(crate) fn shown<S: Shows + 'static>(rows: impl Into<List<S::Core>>) -> Arc<dyn Source> {
    let rows = rows.into();
    // What does not say `lazily` cannot be read in a table.
    let rows = if S::Core::FIELDS.is_empty() { rows.whole() } else { rows };
    Arc::new(Of::<S>(Arc::new(rows), PhantomData))
}
