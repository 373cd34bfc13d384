//! Lists of the core's objects. The rows stay in Rust; a Python object appears when a row is touched.

use crate::arrow::{Schema, Stream};
use crate::columns::Column;
pub(crate) use crate::row::{Row, Shows, Source, shown};
use backupjobs::table::List;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyAttributeError, PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList, PySlice, PyString, PyTuple, PyType};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A repr shows so many rows.
const SHOWN: usize = 20;

/// A sequence of objects that are made when touched, and a table of columns.
///
/// Behaves like a tuple; equal to any list or tuple of equal objects. Pickles as a list. A slice shares the rows.
///
/// Libraries that speak Arrow read it at once, without a Python object a row: ``pyarrow.table(rows)``,
/// ``duckdb.sql("select * from rows")``, and through ``to_polars``. There, texts and words are strings, whole numbers have 64
/// bits, times are microseconds in UTC, objects are structs, lists are lists, links and unknown members JSON, and what is
/// absent is null.
#[pyclass(frozen, sequence, module = "backupjobs", name = "Rows")]
#[derive(Clone)]
pub(crate) struct Rows {
    source: Arc<dyn Source>,
    /// The places of the rows in the source, when they are not all of them: a slice, or what a filter left.
    picked: Option<Arc<[usize]>>,
}

impl Rows {
    pub(crate) fn of<S: Shows + 'static>(rows: impl Into<List<S::Core>>) -> Self {
        Self { source: shown::<S>(rows), picked: None }
    }

    fn len(&self) -> usize {
        self.picked.as_ref().map_or_else(|| self.source.len(), |picked| picked.len())
    }

    fn place(&self, at: usize) -> usize {
        self.picked.as_ref().map_or(at, |picked| picked[at])
    }

    fn places(&self) -> Vec<usize> {
        (0..self.len()).map(|at| self.place(at)).collect()
    }

    fn pick(&self, rows: impl Iterator<Item = usize>) -> Self {
        Self { source: Arc::clone(&self.source), picked: Some(rows.map(|at| self.place(at)).collect()) }
    }

    fn row<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>> {
        self.source.row(py, self.place(at))
    }

    fn list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let rows = (0..self.len()).map(|at| self.row(py, at)).collect::<PyResult<Vec<_>>>()?;
        PyList::new(py, rows)
    }

    /// Fails on a slip of the pen, even where there are no rows.
    fn check_attribute(&self, py: Python<'_>, name: &str) -> PyResult<()> {
        let class = self.source.class(py);
        if !name.starts_with('_') && class.hasattr(name)? && !class.getattr(name)?.is_callable() {
            return Ok(());
        }
        let known = self.columns().join(", ");
        Err(PyAttributeError::new_err(format!("a {} has no attribute {name:?}; it has: {known}", class.name()?)))
    }

    /// No rows, with the names and types of all columns.
    pub(crate) fn schema(&self) -> Column {
        Column::table(0, self.source.columns(&[]))
    }
}

#[pymethods]
impl Rows {
    fn __len__(&self) -> usize {
        self.len()
    }

    fn __getitem__<'py>(&self, key: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, len) = (key.py(), self.len());
        if let Ok(slice) = key.cast::<PySlice>() {
            let picked = slice.indices(len as isize)?;
            let places = (0..picked.slicelength as isize).map(|n| (picked.start + n * picked.step) as usize);
            return self.pick(places).into_bound_py_any(py);
        }
        let index: isize = key.extract().map_err(|_| PyTypeError::new_err("an index is a whole number or a slice"))?;
        let index = if index < 0 { index + len as isize } else { index };
        match usize::try_from(index).ok().filter(|at| *at < len) {
            Some(at) => self.row(py, at),
            None => Err(PyIndexError::new_err("there are not so many rows")),
        }
    }

    fn __iter__(&self) -> RowsIterator {
        RowsIterator { rows: self.clone(), next: AtomicUsize::new(0) }
    }

    /// The rows for which ``predicate`` holds and whose attributes have these values: ``runs.filter(outcome="failed")``.
    ///
    /// :raises AttributeError: the rows have no attribute of that name
    #[pyo3(signature = (predicate=None, /, **attributes))]
    fn filter(
        &self,
        py: Python<'_>,
        predicate: Option<&Bound<'_, PyAny>>,
        attributes: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let mut left: Vec<usize> = (0..self.len()).collect();
        for (name, value) in attributes.into_iter().flatten() {
            let name = name.cast_into::<PyString>()?;
            self.check_attribute(py, &name.to_cow()?)?;
            let holds = self.source.equal(&name, &value, &mut left.iter().map(|at| self.place(*at)))?;
            left = left.into_iter().zip(holds).filter(|(_, holds)| *holds).map(|(at, _)| at).collect();
        }
        if let Some(predicate) = predicate {
            let mut held = Vec::new();
            for at in left {
                if predicate.call1((self.row(py, at)?,))?.is_truthy()? {
                    held.push(at);
                }
            }
            left = held;
        }
        Ok(self.pick(left.into_iter()))
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<&'static str> {
        self.source.columns(&[]).into_iter().map(|(name, _)| name).collect()
    }

    /// One attribute of every row: ``runs.column("started")``. Any attribute will do, not only the columns.
    ///
    /// :raises AttributeError: the rows have no attribute of that name
    pub(crate) fn column<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyList>> {
        self.check_attribute(py, name)?;
        let places = &mut (0..self.len()).map(|at| self.place(at));
        PyList::new(py, self.source.attribute(&PyString::new(py, name), places)?)
    }

    /// The rows as a ``pandas.DataFrame``, with types of pandas' own that know what is absent. Needs pandas, and no pyarrow.
    ///
    /// :raises ImportError: pandas is not installed
    fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        crate::frame::to_pandas(self, py)
    }

    /// The rows as a ``polars.DataFrame``, through Arrow. (``polars.DataFrame(rows)`` takes them for a list of objects.)
    ///
    /// :raises ImportError: polars is not installed
    fn to_polars<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        crate::frame::to_polars(self, py)
    }

    /// The names and types of the columns, for libraries that speak Arrow.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Schema::capsule(py, &self.schema())
    }

    /// The rows as an Arrow stream, for libraries that speak Arrow. ``requested_schema`` is not looked at.
    #[pyo3(signature = (requested_schema=None))]
    pub(crate) fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let rows = self.clone();
        let batch = move || {
            let places = rows.places();
            Column::table(places.len(), rows.source.columns(&places))
        };
        Stream::capsule(py, self.schema(), Box::new(batch))
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
        let rows = (0..self.len().min(SHOWN)).map(|at| Ok(self.row(py, at)?.repr()?.to_string_lossy().into_owned()));
        let mut shown = rows.collect::<PyResult<Vec<_>>>()?;
        if self.len() > SHOWN {
            shown.push(format!("… {} more", self.len() - SHOWN));
        }
        Ok(format!("Rows([{}])", shown.join(", ")))
    }

    /// A table, for notebooks.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        crate::html::table((0..self.len()).map(|at| self.row(py, at)))
    }

    /// Pickles as a list.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyList>,))> {
        Ok((py.get_type::<PyList>().into_any(), (self.list(py)?,)))
    }
}

#[pyclass(frozen, module = "backupjobs._native")]
struct RowsIterator {
    rows: Rows,
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
