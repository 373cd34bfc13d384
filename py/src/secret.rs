//! A text that must not be seen, and where it comes from.

use crate::call;
use crate::convert::Span;
use crate::model::no_pickle;
use backupjobs::CancelToken;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use std::path::PathBuf;
use std::time::Duration;

/// How long a command may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A password or token that cannot be read back, only given to what needs it.
#[pyclass(frozen, module = "backupjobs", name = "Secret")]
pub(crate) struct Secret(pub(crate) backupjobs::Secret);

#[pymethods]
impl Secret {
    #[new]
    fn new(text: String) -> Self {
        Self(text.into())
    }

    /// The value of an environment variable, as it is.
    #[staticmethod]
    fn from_env(py: Python<'_>, name: &str) -> PyResult<Self> {
        call::detached(py, || backupjobs::Secret::from_env(name)).map(Self)
    }

    /// The content of a file without the line break at its end.
    #[staticmethod]
    fn from_file(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        call::detached(py, || backupjobs::Secret::from_file(&path)).map(Self)
    }

    /// What a command writes to its standard output, without the white space around it. No shell is involved.
    #[staticmethod]
    #[pyo3(signature = (argv, *, timeout=None), text_signature = "(argv, *, timeout=30)")]
    fn from_command(py: Python<'_>, argv: Vec<String>, timeout: Option<Span>) -> PyResult<Self> {
        let limit = timeout.map_or(PATIENCE, |span| span.0);
        let argv: Vec<&str> = argv.iter().map(String::as_str).collect();
        call::probed(py, &CancelToken::new(), |cancel| backupjobs::Secret::from_command_unless(&argv, limit, cancel))
            .map(Self)
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.0)
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!("a secret cannot be pickled or copied; make one where it is needed")
    }
}

/// A secret as it may be given: as a text, or as one that cannot be read back.
pub(crate) struct GivenSecret(pub(crate) backupjobs::Secret);

impl<'py> FromPyObject<'_, 'py> for GivenSecret {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(secret) = value.cast::<Secret>() {
            return Ok(Self(secret.get().0.clone()));
        }
        if value.is_instance_of::<PyString>() {
            return Ok(Self(value.extract::<String>()?.into()));
        }
        Err(PyTypeError::new_err("it must be a str or a backupjobs.Secret"))
    }
}
