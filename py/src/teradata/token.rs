//! Where the bearer token comes from: a text, or a Python callable.

use crate::call;
use backupjobs::Secret;
use backupjobs::teradata::TokenSource;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

/// `token=` of a client.
pub(crate) struct Token(pub(crate) TokenSource);

impl<'py> FromPyObject<'_, 'py> for Token {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if value.is_instance_of::<PyString>() {
            return Ok(Self(TokenSource::Static(value.extract::<String>()?.into())));
        }
        if !value.is_callable() {
            return Err(PyTypeError::new_err("token must be a str, or a callable without arguments that returns one"));
        }
        let callable = value.to_owned().unbind();
        Ok(Self(TokenSource::callback(move || Python::attach(|py| ask(callable.bind(py))))))
    }
}

/// Asks the callable. What it raises comes out of the call that needed the token.
fn ask(callable: &Bound<'_, PyAny>) -> Result<Secret, String> {
    let token = callable.call0().and_then(|token| {
        let text = token.cast_into::<PyString>().map_err(|_| PyTypeError::new_err("it did not return a str"))?;
        Ok(Secret::new(text.extract::<String>()?))
    });
    token.map_err(|raised| {
        let why = raised.to_string();
        call::keep_cause(raised);
        why
    })
}
