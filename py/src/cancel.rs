//! Stopping calls early.

use crate::model::no_pickle;
use pyo3::prelude::*;

/// Cancels the calls of every client or server that was made with it, from any thread. The backup itself goes on.
#[pyclass(frozen, module = "backupjobs", name = "CancelToken")]
#[derive(Default)]
pub(crate) struct CancelToken(pub(crate) backupjobs::CancelToken);

#[pymethods]
impl CancelToken {
    #[new]
    fn new() -> Self {
        Self::default()
    }

    /// Cancels. Calls under way end within about 100 ms, later ones before they begin.
    fn cancel(&self) {
        self.0.cancel();
    }

    /// True once cancelled.
    #[getter]
    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }

    /// A token that is cancelled with this one, or by ``other``.
    fn _too(&self, other: &Bound<'_, CancelToken>) -> Self {
        let other = other.get().0.clone();
        Self(self.0.with_probe(move || other.is_cancelled()))
    }

    fn __repr__(&self) -> String {
        format!("<CancelToken {}>", if self.0.is_cancelled() { "cancelled" } else { "not cancelled" })
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!("a CancelToken belongs to this process: it cannot be pickled or copied")
    }
}
