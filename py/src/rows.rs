//! Lists of the core's objects. The rows stay in Rust; a Python object appears when a row is touched.

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyList, PySlice, PyTuple, PyType};
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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
pub(crate) trait Shows: for<'py> IntoPyObject<'py, Error = PyErr> {
    type Core: Send + Sync + 'static;
    fn of(row: Row<Self::Core>) -> Self;
}

pub(crate) trait Source: Send + Sync {
    fn len(&self) -> usize;
    fn row<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>>;
}

struct Of<S: Shows>(Arc<Vec<S::Core>>, PhantomData<fn() -> S>);

impl<S: Shows> Source for Of<S> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn row<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>> {
        S::of(Row { list: Arc::clone(&self.0), at }).into_bound_py_any(py)
    }
}

/// Rows that are shown when touched.
pub(crate) fn shown<S: Shows + 'static>(rows: Vec<S::Core>) -> Arc<dyn Source> {
    Arc::new(Of::<S>(Arc::new(rows), PhantomData))
}

/// A sequence of objects that are made when touched.
///
/// Behaves like a tuple; equal to any list or tuple of equal objects. Pickles as a list.
#[pyclass(frozen, sequence, module = "backupjobs", name = "Rows")]
pub(crate) struct Rows(Arc<dyn Source>);

impl Rows {
    pub(crate) fn of<S: Shows + 'static>(rows: Vec<S::Core>) -> Self {
        Self(shown::<S>(rows))
    }

    fn list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let rows = (0..self.0.len()).map(|at| self.0.row(py, at)).collect::<PyResult<Vec<_>>>()?;
        PyList::new(py, rows)
    }
}

#[pymethods]
impl Rows {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__<'py>(&self, key: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, len) = (key.py(), self.0.len());
        if let Ok(slice) = key.cast::<PySlice>() {
            let picked = slice.indices(len as isize)?;
            let mut rows = Vec::with_capacity(picked.slicelength);
            for n in 0..picked.slicelength as isize {
                rows.push(self.0.row(py, (picked.start + n * picked.step) as usize)?);
            }
            return Ok(PyList::new(py, rows)?.into_any());
        }
        let index: isize = key.extract().map_err(|_| PyTypeError::new_err("an index is a whole number or a slice"))?;
        let index = if index < 0 { index + len as isize } else { index };
        match usize::try_from(index).ok().filter(|at| *at < len) {
            Some(at) => self.0.row(py, at),
            None => Err(PyIndexError::new_err("there are not so many rows")),
        }
    }

    fn __iter__(&self) -> RowsIterator {
        RowsIterator { rows: Arc::clone(&self.0), next: AtomicUsize::new(0) }
    }

    fn __reversed__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.list(py)?.call_method0("__reversed__")
    }

    fn __contains__(&self, item: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.list(item.py())?.contains(item)
    }

    /// `Rows[Run]`, for annotations.
    #[classmethod]
    #[pyo3(signature = (item, /))]
    fn __class_getitem__<'py>(cls: &Bound<'py, PyType>, item: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        cls.py().import("types")?.getattr("GenericAlias")?.call1((cls, item))
    }

    /// The number of rows equal to ``value``.
    fn count<'py>(&self, value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        self.list(value.py())?.call_method1("count", (value,))
    }

    /// The index of the first row equal to ``value``.
    #[pyo3(signature = (value, start=0, stop=isize::MAX), text_signature = "($self, value, start=0, stop=sys.maxsize)")]
    fn index<'py>(&self, value: &Bound<'py, PyAny>, start: isize, stop: isize) -> PyResult<Bound<'py, PyAny>> {
        self.list(value.py())?.call_method1("index", (value, start, stop))
    }

    fn __eq__<'py>(&self, other: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        let theirs = match other.cast::<Self>() {
            Ok(rows) => rows.get().list(py)?,
            Err(_) if other.is_instance_of::<PyList>() || other.is_instance_of::<PyTuple>() => {
                PyList::new(py, other.try_iter()?.collect::<PyResult<Vec<_>>>()?)?
            }
            Err(_) => return Ok(py.NotImplemented().into_bound(py)),
        };
        self.list(py)?.eq(theirs)?.into_bound_py_any(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Rows({})", self.list(py)?.repr()?))
    }

    /// Pickles as a list.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyList>,))> {
        Ok((py.get_type::<PyList>().into_any(), (self.list(py)?,)))
    }
}

#[pyclass(frozen, module = "backupjobs._native")]
struct RowsIterator {
    rows: Arc<dyn Source>,
    next: AtomicUsize,
}

#[pymethods]
impl RowsIterator {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let at = self.next.fetch_add(1, Ordering::Relaxed);
        if at >= self.rows.len() {
            // Stays at the end, however often it is asked.
            self.next.store(self.rows.len(), Ordering::Relaxed);
            return Ok(None);
        }
        self.rows.row(py, at).map(Some)
    }

    fn __length_hint__(&self) -> usize {
        self.rows.len().saturating_sub(self.next.load(Ordering::Relaxed))
    }
}
