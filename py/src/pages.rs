//! Long lists, read page by page: an iterator that holds one page, in Rust.

use crate::call::{self, Cancellable, Held};
use crate::rows::{Shows, Source, shown};
use backupjobs::{CancelToken, Result};
use pyo3::prelude::*;
use pyo3::types::PyType;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};

trait Pages: Send {
    /// The next page, which is never empty; `None` after the last.
    fn turn(&mut self) -> Option<Result<Arc<dyn Source>>>;
}

struct Of<S: Shows>(backupjobs::Rows<S::Core>, PhantomData<fn() -> S>);

impl<S: Shows + 'static> Pages for Of<S> {
    fn turn(&mut self) -> Option<Result<Arc<dyn Source>>> {
        self.0.next_list().map(|page| page.map(shown::<S>))
    }
}

/// The cancel token of the `next()` under way: Ctrl-C ends that one.
#[derive(Clone, Default)]
struct Current(Arc<Mutex<Option<CancelToken>>>);

impl Current {
    fn set(&self, token: Option<CancelToken>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = token;
    }

    fn is_cancelled(&self) -> bool {
        // Not under the lock: the token may look for signals, and for that wait for the interpreter.
        let token = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        token.is_some_and(|token| token.is_cancelled())
    }
}

/// The page at hand, and the place in it.
type Place = Option<(Arc<dyn Source>, usize)>;

/// The rows of a list, however many pages the server needs for them.
///
/// Holds one page at a time, and asks for the next one when it is needed. A server that ignores paging gives the same
/// page again: the list ends there.
#[pyclass(frozen, module = "backupjobs", name = "RowIterator")]
pub(crate) struct RowIterator {
    pages: Held<Mutex<Box<dyn Pages>>>,
    current: Current,
    place: Mutex<Place>,
}

impl RowIterator {
    /// `begin` is given a client whose calls obey Ctrl-C and the user's token.
    pub(crate) fn begin<S: Shows + 'static, C: Cancellable>(
        py: Python<'_>,
        held: &Held<C>,
        begin: impl FnOnce(C) -> Result<backupjobs::Rows<S::Core>> + Send,
    ) -> PyResult<Self> {
        let current = Current::default();
        let (user, now) = (held.cancel.clone(), current.clone());
        let cancel = CancelToken::new().with_probe(move || user.is_cancelled() || now.is_cancelled());
        let client = held.get(py)?.with_cancel(&cancel);
        let rows = call::detached(py, || begin(client))?;
        let pages: Box<dyn Pages> = Box::new(Of::<S>(rows, PhantomData));
        Ok(Self { pages: Held::new(Mutex::new(pages), held.cancel.clone()), current, place: Mutex::default() })
    }

    fn at_hand<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let mut place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((page, at)) = place.as_mut().filter(|(page, at)| *at < page.len()) else { return Ok(None) };
        *at += 1;
        let (page, at) = (Arc::clone(page), *at - 1);
        drop(place);
        page.row(py, at).map(Some)
    }
}

#[pymethods]
impl RowIterator {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        loop {
            if let Some(row) = self.at_hand(py)? {
                return Ok(Some(row));
            }
            let pages = self.pages.get(py)?;
            let turned = call::probed(py, &self.pages.cancel, |token| {
                // Away from the interpreter, so another thread that turns the page is waited for.
                let mut pages = pages.lock().unwrap_or_else(PoisonError::into_inner);
                let mut place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
                if place.as_ref().is_some_and(|(page, at)| *at < page.len()) {
                    return Ok(true);
                }
                drop(place);
                self.current.set(Some(token.clone()));
                let page = pages.turn();
                self.current.set(None);
                place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
                *place = page.transpose()?.map(|page| (page, 0));
                Ok(place.is_some())
            })?;
            if !turned {
                return Ok(None);
            }
        }
    }

    /// The next row of the page at hand, without any request; None when the page is used up.
    fn _at_hand<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.at_hand(py)
    }

    /// `RowIterator[Job]`, for annotations.
    #[classmethod]
    #[pyo3(signature = (item, /))]
    fn __class_getitem__<'py>(cls: &Bound<'py, PyType>, item: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        cls.py().import("types")?.getattr("GenericAlias")?.call1((cls, item))
    }
}
