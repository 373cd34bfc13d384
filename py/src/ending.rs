//! The end of the interpreter, for threads that it does not wait for.

use pyo3::prelude::*;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, ThreadId};

/// The thread that ends the interpreter: it may come back as long as it likes.
static ENDS: Mutex<Option<ThreadId>> = Mutex::new(None);

#[pyfunction]
fn note_who_ends() {
    *ENDS.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread::current().id());
}

/// Has Python tell which thread ends it.
pub(crate) fn watch(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let noted = wrap_pyfunction!(note_who_ends, module)?;
    module.py().import("atexit")?.call_method1("register", (noted,)).map(drop)
}

/// Work without the interpreter.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    py.detach(|| {
        let done = work();
        stay_away();
        done
    })
}

/// Keeps a daemon thread that comes back when the interpreter is no more. Python keeps those that come while it ends; behind
/// that, until the process is gone, versions before 3.14 read what they have freed.
pub(crate) fn stay_away() {
    // SAFETY: may be called at any time, from any thread.
    let over = unsafe { pyo3::ffi::Py_IsInitialized() } == 0;
    let another = |ends: ThreadId| ends != thread::current().id();
    if over && ENDS.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(another) {
        loop {
            thread::park();
        }
    }
}
