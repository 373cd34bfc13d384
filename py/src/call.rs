//! The one way into the core.
//!
//! A call leaves the interpreter (other Python threads go on), looks for Ctrl-C at least every 100 ms while it waits, turns
//! errors into exceptions, and lets no panic through. Exceptions that are raised by Python code inside the call (signal
//! handlers, progress callbacks, token callbacks) come out of it.

use crate::{ending, errors};
use backupjobs::{CancelToken, Error, ErrorKind, Result};
use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Signals are looked for at most this often: each look needs the interpreter, which other threads may be using.
const LOOK_EVERY: Duration = Duration::from_millis(20);

thread_local! {
    /// What a token callback or a log listener raised during the current call of this thread.
    static CAUSE: RefCell<Option<PyErr>> = const { RefCell::new(None) };

    /// True when that is to end the call, whatever the core makes of it.
    static INTERRUPTED: Cell<bool> = const { Cell::new(false) };
}

/// What every client and server of the core can do.
pub(crate) trait Cancellable: Clone + Send + Sync {
    fn with_cancel(&self, cancel: &CancelToken) -> Self;
}

macro_rules! cancellable {
    ($($client:ty),+) => {
        $(impl Cancellable for $client {
            fn with_cancel(&self, cancel: &CancelToken) -> Self {
                <$client>::with_cancel(self, cancel)
            }
        })+
    };
}
cancellable!(backupjobs::veeam::Client, backupjobs::teradata::Client, backupjobs::vcenter::Client, backupjobs::Server);

/// A client together with the token its calls obey. Dropped away from the interpreter: the last one logs out.
pub(crate) struct Held<C: Send> {
    client: Option<C>,
    pub(crate) cancel: CancelToken,
}

impl<C: Send> Held<C> {
    pub(crate) fn new(client: C, cancel: CancelToken) -> Self {
        Self { client: Some(client), cancel }
    }

    /// The client, for what needs no request.
    pub(crate) fn get(&self, py: Python<'_>) -> PyResult<&C> {
        // Only empty while it is being dropped.
        self.client.as_ref().ok_or_else(|| errors::exception(py, &Error::new(ErrorKind::Closed, "the client is gone")))
    }
}

impl<C: Send + Clone> Held<C> {
    /// The same client whose calls obey one more token.
    pub(crate) fn with_cancel_too(&self, py: Python<'_>, cancel: &CancelToken) -> PyResult<Self> {
        let first = self.cancel.clone();
        Ok(Self::new(self.get(py)?.clone(), cancel.with_probe(move || first.is_cancelled())))
    }
}

impl<C: Send> Drop for Held<C> {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // An interpreter that is shutting down is not to be touched; the client is then dropped right here.
            let _ = Python::try_attach(move |py| {
                ending::detached(py, move || drop(client));
                // No call is there for it to come out of.
                if let Some(cause) = take_cause() {
                    cause.write_unraisable(py, None);
                }
            });
        }
    }
}

/// What a running call hands to its closure.
pub(crate) struct Scope {
    cancel: CancelToken,
    raised: Raised,
}

impl Scope {
    /// Ends the call with this exception.
    pub(crate) fn abort(&self, raised: PyErr) {
        self.raised.put(raised);
        self.cancel.cancel();
    }

    /// True once something was raised: no more Python code is to be called.
    pub(crate) fn is_aborted(&self) -> bool {
        self.raised.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

/// The exception that ended the call, shared between the call and its probe.
#[derive(Clone, Default)]
struct Raised(Arc<Mutex<Option<PyErr>>>);

impl Raised {
    fn put(&self, raised: PyErr) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(raised);
    }

    fn take(&self) -> Option<PyErr> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Makes one call on a client.
pub(crate) fn on<C: Cancellable, T: Send>(
    py: Python<'_>,
    held: &Held<C>,
    work: impl FnOnce(C, &Scope) -> Result<T> + Send,
) -> PyResult<T> {
    let raised = Raised::default();
    let cancel = probing(py, held.cancel.clone(), raised.clone())?;
    let client = held.get(py)?.with_cancel(&cancel);
    let scope = Scope { cancel, raised };
    let result = detached(py, || work(client, &scope));
    interrupted(py, scope.raised.take(), result)
}

/// Does work that obeys the token it is given: that of the user, and Ctrl-C.
pub(crate) fn probed<T: Send>(
    py: Python<'_>,
    user: &CancelToken,
    work: impl FnOnce(&CancelToken) -> Result<T> + Send,
) -> PyResult<T> {
    let raised = Raised::default();
    let cancel = probing(py, user.clone(), raised.clone())?;
    let result = detached(py, || work(&cancel));
    interrupted(py, raised.take(), result)
}

/// What was raised inside a call comes out of it.
fn interrupted<T>(py: Python<'_>, raised: Option<PyErr>, result: PyResult<T>) -> PyResult<T> {
    match (raised, result) {
        (None, result) => result,
        (Some(raised), Ok(_)) => Err(raised),
        (Some(raised), Err(error)) => Err(in_context(py, raised, &error)),
    }
}

/// Adds what the call knew when it was interrupted: which run, and whether something may have begun.
fn in_context(py: Python<'_>, raised: PyErr, error: &PyErr) -> PyErr {
    let value = raised.value(py);
    let added = value.getattr("__context__").and_then(|context| match context.is_none() {
        true => value.setattr("__context__", error.value(py)),
        false => Ok(()),
    });
    added.err().unwrap_or(raised)
}

/// Closes a client. Takes 5 s at most. The user's token does not cut it short: a session that is left open would be a leak.
pub(crate) fn close<C: Cancellable>(py: Python<'_>, held: &Held<C>, close: fn(&C, &CancelToken)) -> PyResult<()> {
    let client = held.get(py)?;
    probed(py, &CancelToken::new(), |cancel| {
        close(client, cancel);
        Ok(())
    })
}

/// Does work that cannot be cancelled, away from the interpreter.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T> + Send) -> PyResult<T> {
    let work = || catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(panicked(&*panic)));
    let result = ending::detached(py, work);
    match (take_cause(), result) {
        (None, Ok(done)) => Ok(done),
        (Some(cause), Ok(done)) => match ends_the_call(py, &cause) {
            true => Err(cause),
            false => Ok(done),
        },
        (cause, Err(error)) => Err(raised(py, cause, &error)),
    }
}

/// Ctrl-C and the like are not errors of the callback, and no call may take them for one that it survived.
fn ends_the_call(py: Python<'_>, cause: &PyErr) -> bool {
    !cause.is_instance_of::<PyException>(py)
}

/// The exception for an error, with what a callback raised before.
fn raised(py: Python<'_>, cause: Option<PyErr>, error: &Error) -> PyErr {
    let exception = errors::exception(py, error);
    match cause {
        Some(cause) if ends_the_call(py, &cause) => in_context(py, cause, &exception),
        Some(cause) => {
            exception.set_cause(py, Some(cause));
            exception
        }
        None => exception,
    }
}

/// Keeps what a token callback raised, for the call that it was asked by.
pub(crate) fn keep_cause(cause: PyErr) {
    CAUSE.set(Some(cause));
}

/// Ends the current call with this exception, soon.
pub(crate) fn interrupt(raised: PyErr) {
    CAUSE.set(Some(raised));
    INTERRUPTED.set(true);
}

/// True once the current call is to end: no more Python code is to be called.
pub(crate) fn is_interrupted() -> bool {
    INTERRUPTED.get()
}

fn take_cause() -> Option<PyErr> {
    INTERRUPTED.set(false);
    CAUSE.take()
}

/// A token of its own for one call: Ctrl-C ends this call, and leaves the client and the user's token as they are.
fn probing(py: Python<'_>, user: CancelToken, raised: Raised) -> PyResult<CancelToken> {
    if !on_main_thread(py)? {
        // Python handles signals on its main thread only.
        return Ok(CancelToken::new().with_probe(move || is_interrupted() || user.is_cancelled()));
    }
    let looked = Mutex::new(Instant::now());
    Ok(CancelToken::new().with_probe(move || {
        if is_interrupted() || user.is_cancelled() {
            return true;
        }
        let mut looked = looked.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.elapsed() < LOOK_EVERY {
            return false;
        }
        let signal = Python::try_attach(|py| py.check_signals()).and_then(PyResult::err);
        *looked = Instant::now();
        signal.map(|signal| raised.put(signal)).is_some()
    }))
}

/// Asks Python once for each thread, and again after a fork: then another one may be the main thread.
fn on_main_thread(py: Python<'_>) -> PyResult<bool> {
    thread_local! {
        static KNOWN: Cell<Option<(u32, bool)>> = const { Cell::new(None) };
    }
    let pid = std::process::id();
    match KNOWN.get() {
        Some((of, main)) if of == pid => Ok(main),
        _ => {
            let main = is_main_thread(py)?;
            KNOWN.set(Some((pid, main)));
            Ok(main)
        }
    }
}

/// By the system's numbers: Python's own may be those of greenlets.
fn is_main_thread(py: Python<'_>) -> PyResult<bool> {
    static THIS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static MAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let this = THIS.import(py, "threading", "get_native_id")?.call0()?;
    let main = MAIN.import(py, "threading", "main_thread")?.call0()?.getattr("native_id")?;
    this.eq(main)
}

fn panicked(panic: &(dyn std::any::Any + Send)) -> Error {
    let said = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    Error::new(ErrorKind::Internal, format!("a panic was caught: {}", said.unwrap_or("without a text")))
}
