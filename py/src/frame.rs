//! Rows as a pandas DataFrame. Column by column, with types of pandas' own that know "absent": not through Arrow, for which
//! pandas needs pyarrow.

use crate::rows::Rows;
use crate::value::plain;
use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

pub(crate) fn to_pandas<'py>(rows: &Rows, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    let pandas = py.import("pandas").map_err(|cause| {
        let error = PyImportError::new_err("to_pandas() needs pandas: pip install pandas");
        error.set_cause(py, Some(cause));
        error
    })?;
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
