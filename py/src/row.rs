//! One object of the core in Python, and a list of them before Python has touched it.

use crate::columns::{Named, Record};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyType;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

/// One object of the core: alone, or a row of a list that it shares.
pub(crate) struct Row<T> {
    list: Arc<Vec<T>>,
    at: usize,
}

impl<T> Clone for Row<T> {
    fn clone(&self) -> Self {
        Self { list: Arc::clone(&self.list), at: self.at }
    }
}

impl<T> From<T> for Row<T> {
    fn from(one: T) -> Self {
        Self { list: Arc::new(vec![one]), at: 0 }
    }
}

impl<T> Deref for Row<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.list[self.at]
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

/// A Python class that shows an object of the core.
pub(crate) trait Shows: for<'py> IntoPyObject<'py, Error = PyErr> + pyo3::PyTypeInfo {
    type Core: Record + Send + Sync + 'static;
    fn of(row: Row<Self::Core>) -> Self;
}

/// A list of objects of one class.
pub(crate) trait Source: Send + Sync {
    fn len(&self) -> usize;
    fn row<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>>;
    fn class<'py>(&self, py: Python<'py>) -> Bound<'py, PyType>;
    /// The rows at these places as columns.
    fn columns(&self, places: &[usize]) -> Vec<Named>;
}

struct Of<S: Shows>(Arc<Vec<S::Core>>, PhantomData<fn() -> S>);

impl<S: Shows> Source for Of<S> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn row<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>> {
        S::of(Row { list: Arc::clone(&self.0), at }).into_bound_py_any(py)
    }

    fn class<'py>(&self, py: Python<'py>) -> Bound<'py, PyType> {
        py.get_type::<S>()
    }

    fn columns(&self, places: &[usize]) -> Vec<Named> {
        S::Core::fields(&places.iter().map(|at| self.0.get(*at)).collect::<Vec<_>>())
    }
}

/// Rows that are shown when touched.
pub(crate) fn shown<S: Shows + 'static>(rows: Vec<S::Core>) -> Arc<dyn Source> {
    Arc::new(Of::<S>(Arc::new(rows), PhantomData))
}
