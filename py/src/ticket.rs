//! A start that can be taken up again.

use crate::convert::ToPython;
use crate::errors::{exception, invalid};
use pyo3::prelude::*;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One start of one job: at most one request is ever sent for it, by whoever holds it.
///
/// ``Server.prepare`` makes one, ``Server.carry_out`` moves it on. It keeps the runs known before the request, so that
/// a later look can tell what is new, and the stage. Save its text whenever ``carry_out`` says so, and a program that
/// crashes at any point can take it up again. The text form is versioned, the same in all languages, and holds no
/// secret. Pickled and copied by its text.
#[pyclass(frozen, eq, module = "backupjobs", name = "Ticket")]
pub(crate) struct Ticket(Mutex<State>);

struct State {
    ticket: backupjobs::Ticket,
    /// Whether a call carries it out right now: a second one could send a second request.
    taken: bool,
}

impl From<backupjobs::Ticket> for Ticket {
    fn from(ticket: backupjobs::Ticket) -> Self {
        Self(Mutex::new(State { ticket, taken: false }))
    }
}

impl PartialEq for Ticket {
    fn eq(&self, other: &Self) -> bool {
        // One after the other: both may be the same one.
        let text = self.to_text();
        text == other.to_text()
    }
}

impl Ticket {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A ticket in the hands of the one call that carries it out. Dropping it puts it back as it then is.
pub(crate) struct Taken {
    pub(crate) ticket: backupjobs::Ticket,
    pub(crate) from: Py<Ticket>,
}

impl Taken {
    pub(crate) fn new(from: &Bound<'_, Ticket>) -> PyResult<Self> {
        let mut state = from.get().state();
        if state.taken {
            return Err(invalid(
                from.py(),
                "the ticket is being carried out by another call",
                "wait for that call; a ticket is one start",
            ));
        }
        state.taken = true;
        Ok(Self { ticket: state.ticket.clone(), from: from.clone().unbind() })
    }

    /// Calls `save` with the ticket as it now is, and says why it failed if it did.
    pub(crate) fn save(
        from: &Py<Ticket>,
        now: &backupjobs::Ticket,
        save: Option<&Py<PyAny>>,
        scope: &crate::call::Scope,
    ) -> Result<(), String> {
        from.get().state().ticket = now.clone();
        let Some(save) = save else { return Ok(()) };
        crate::ending::stay_away();
        Python::attach(|py| {
            save.call1(py, (from.clone_ref(py),)).map(drop).map_err(|raised| {
                let why = raised.to_string();
                scope.abort(raised);
                why
            })
        })
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        let mut state = self.from.get().state();
        state.ticket = self.ticket.clone();
        state.taken = false;
    }
}

#[pymethods]
impl Ticket {
    /// The system it is for.
    #[getter]
    fn system<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.state().ticket.system().to_python(py)
    }

    /// The server it is for: scheme, host and port; for Teradata the site or account, too.
    #[getter]
    fn server(&self) -> String {
        self.state().ticket.server().to_owned()
    }

    /// The job it starts.
    #[getter]
    fn job(&self) -> String {
        self.state().ticket.job().to_owned()
    }

    /// How far it got.
    #[getter]
    fn stage<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let stage = self.state().ticket.stage();
        stage.to_python(py)
    }

    /// The run it became, once known.
    #[getter]
    fn run(&self) -> Option<String> {
        self.state().ticket.run().map(str::to_owned)
    }

    /// When it was prepared, by the clock here.
    #[getter]
    fn prepared<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let prepared = self.state().ticket.prepared();
        prepared.to_python(py)
    }

    /// A random word that is only in this ticket. vCenter keeps it in the comment of the backup.
    #[getter]
    fn marker(&self) -> String {
        self.state().ticket.marker().to_owned()
    }

    /// The text form: one line of JSON without secrets. ``str(ticket)`` is the same.
    fn to_text(&self) -> String {
        self.state().ticket.to_text()
    }

    /// Reads the text form.
    ///
    /// :raises InvalidArgumentError: the text is no ticket, is damaged, or is of a newer version
    #[staticmethod]
    fn from_text(py: Python<'_>, text: &str) -> PyResult<Self> {
        backupjobs::Ticket::from_text(text).map(Self::from).map_err(|error| exception(py, &error))
    }

    fn __str__(&self) -> String {
        self.to_text()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields = [
            ("system", self.system(py)?),
            ("server", self.server().to_python(py)?),
            ("job", self.job().to_python(py)?),
            ("stage", self.stage(py)?),
            ("run", self.run().to_python(py)?),
        ];
        crate::value::repr("Ticket", &fields)
    }

    /// Pickled and copied by its text: a copy is one that was read back, and looks before it sends.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("from_text")?, (slf.get().to_text(),)))
    }
}
