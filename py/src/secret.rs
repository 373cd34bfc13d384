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

/// A password or token that cannot be read back, only given to what needs it: ``password=Secret.from_env("VB365_PW")``.
///
/// Its repr is ``Secret(***)``; it can be neither pickled nor copied. The library wipes its own buffers; a ``str`` that
/// it is made from stays in Python's memory until Python reuses it, which is why the other ways are better.
#[pyclass(frozen, module = "backupjobs", name = "Secret")]
pub(crate) struct Secret(pub(crate) backupjobs::Secret);

#[pymethods]
impl Secret {
    #[new]
    fn new(text: String) -> Self {
        Self(text.into())
    }

    /// The value of an environment variable, as it is. A file is better: other processes can read variables.
    ///
    /// :raises ConfigError: when it is not set, empty, larger than 64 KiB or not UTF-8
    #[staticmethod]
    fn from_env(py: Python<'_>, name: &str) -> PyResult<Self> {
        call::detached(py, || backupjobs::Secret::from_env(name)).map(Self)
    }

    /// The content of a file without the line break at its end, if there is one.
    ///
    /// :raises ConfigError: when it cannot be read, is empty, larger than 64 KiB, not UTF-8, or writable for everybody
    #[staticmethod]
    fn from_file(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        call::detached(py, || backupjobs::Secret::from_file(&path)).map(Self)
    }

    /// What a command writes to its standard output, without the white space around it: for password managers.
    ///
    /// ``argv`` is the program and its arguments; no shell is involved. Its standard input is empty, its standard error
    /// that of this process. It is killed when it takes longer than ``timeout``, and by Ctrl-C.
    ///
    /// :raises ConfigError: when it cannot be run, fails, takes too long, or writes nothing, too much or no UTF-8; the
    ///     error names the program and the exit code, never an argument or the output
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
