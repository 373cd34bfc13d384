//! What the vendor has to say about a run.

use crate::convert::{Instant, ToPython};
use crate::run::Run;
use backupjobs::Timestamp;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// One sentence of the vendor. ``str()`` is one readable line. Can be pickled, compared and hashed.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Line")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Line {
    at: Option<Timestamp>,
    severity: Option<String>,
    text: String,
    /// As the core shows it.
    shown: String,
}

impl From<backupjobs::Line> for Line {
    fn from(line: backupjobs::Line) -> Self {
        Self { shown: line.to_string(), at: line.at, severity: line.severity, text: line.text }
    }
}

/// What makes an equal line: the time as a text, which may be finer than a datetime.
type LineParts<'a> = (Option<String>, Option<&'a str>, &'a str, &'a str);

#[pymethods]
impl Line {
    /// When, where it is dated.
    #[getter]
    fn at<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.at.to_python(py)
    }

    /// The vendor's word for how bad it is ("Success", "Warning", "Failed" ...), where it gives one.
    #[getter]
    fn severity(&self) -> Option<&str> {
        self.severity.as_deref()
    }

    /// The sentence.
    #[getter]
    fn text(&self) -> &str {
        &self.text
    }

    fn __str__(&self) -> &str {
        &self.shown
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields =
            [("at", self.at(py)?), ("severity", self.severity.to_python(py)?), ("text", self.text.to_python(py)?)];
        crate::value::repr("Line", &fields)
    }

    fn __reduce__<'a, 'py>(slf: &'a Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, LineParts<'a>)> {
        let Self { at, severity, text, shown } = slf.get();
        let parts = (at.map(|at| at.to_string()), severity.as_deref(), text.as_str(), shown.as_str());
        Ok((slf.get_type().getattr("_from_parts")?, parts))
    }

    /// For unpickling.
    #[staticmethod]
    fn _from_parts(at: Option<Instant>, severity: Option<String>, text: String, shown: String) -> Self {
        Self { at: at.map(|at| at.0), severity, text, shown }
    }
}

crate::value::value!(Line: at, severity, text);

/// What makes an equal account.
type AccountParts<'a, 'py> = (Run, Bound<'py, PyTuple>, &'a str);

/// A run and everything said about it. ``str()`` is a readable account of several lines.
///
/// Can be pickled, compared and hashed.
#[pyclass(frozen, eq, hash, module = "backupjobs", name = "Account")]
#[derive(Clone, PartialEq, Hash)]
pub(crate) struct Account {
    run: Run,
    lines: Vec<Line>,
    /// As the core shows it.
    shown: String,
}

impl From<backupjobs::Account> for Account {
    fn from(account: backupjobs::Account) -> Self {
        Self {
            shown: account.to_string(),
            run: account.run.into(),
            lines: account.lines.into_iter().map(Line::from).collect(),
        }
    }
}

#[pymethods]
impl Account {
    /// The run.
    #[getter]
    fn run(&self) -> Run {
        self.run.clone()
    }

    /// The vendor's sentences, oldest first.
    #[getter]
    fn lines<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.lines.clone())
    }

    fn __str__(&self) -> &str {
        &self.shown
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let run = Bound::new(py, self.run())?.into_any();
        crate::value::repr("Account", &[("run", run), ("lines", self.lines(py)?.into_any())])
    }

    fn __reduce__<'a, 'py>(slf: &'a Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, AccountParts<'a, 'py>)> {
        let this = slf.get();
        Ok((slf.get_type().getattr("_from_parts")?, (this.run(), this.lines(slf.py())?, &this.shown)))
    }

    /// For unpickling.
    #[staticmethod]
    fn _from_parts(run: &Bound<'_, Run>, lines: Vec<Bound<'_, Line>>, shown: String) -> Self {
        Self { run: run.get().clone(), lines: lines.iter().map(|line| line.get().clone()).collect(), shown }
    }
}

crate::value::value!(Account: run, lines);
