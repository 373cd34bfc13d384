//! Rows as the DataFrames of pandas and polars, for which these two need some help.

use crate::rows::Rows;
use crate::value::plain;
use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};

fn library<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyModule>> {
    py.import(name).map_err(|cause| {
        let error = PyImportError::new_err(format!("to_{name}() needs {name}: pip install {name}"));
        error.set_cause(py, Some(cause));
        error
    })
}

/// A table and nothing else. polars looks for a sequence first, and would make one column of objects of it.
#[pyclass(frozen, module = "backupjobs._native")]
struct Table(Rows);

#[pymethods]
impl Table {
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        self.0.__arrow_c_stream__(py, requested_schema)
    }
}

pub(crate) fn to_polars<'py>(rows: &Rows, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    library(py, "polars")?.call_method1("DataFrame", (Table(rows.clone()),))
}

/// Column by column, with types of pandas' own that know "absent": for Arrow it needs pyarrow.
pub(crate) fn to_pandas<'py>(rows: &Rows, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    let pandas = library(py, "pandas")?;
    let columns = PyDict::new(py);
    for (name, column) in rows.schema().children {
        let dtype = match column.format.to_bytes() {
            b"b" => "boolean",
            b"l" => "Int64",
            b"U" => "string",
            b"tsu:UTC" => "datetime64[us, UTC]",
            b"tDu" => "timedelta64[us]",
            _ => "object",
        };
        let cells = rows.column(py, name)?.iter().map(|cell| cell_of(&cell, dtype));
        let cells = PyList::new(py, cells.collect::<PyResult<Vec<_>>>()?)?;
        let settings = PyDict::new(py);
        settings.set_item("dtype", dtype)?;
        columns.set_item(name, pandas.call_method("Series", (cells,), Some(&settings))?)?;
    }
    pandas.call_method1("DataFrame", (columns,))
}

/// Words as texts, objects as dicts; links and unknown members as JSON, as in the Arrow columns.
fn cell_of<'py>(cell: &Bound<'py, PyAny>, dtype: &str) -> PyResult<Bound<'py, PyAny>> {
    let py = cell.py();
    match cell.cast::<PyDict>() {
        Ok(members) if dtype == "string" && members.is_empty() => Ok(py.None().into_bound(py)),
        Ok(members) if dtype == "string" => py.import("json")?.call_method1("dumps", (members,)),
        _ => plain(cell, false),
    }
}
