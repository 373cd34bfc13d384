//! The native module of the Python package `backupjobs`. It converts, and decides nothing about backup jobs.
//!
//! | file | what |
//! |---|---|
//! | `call` | the one way into the core: detached from the interpreter, interruptible, panics caught |
//! | `ending` | what daemon threads may not touch when the interpreter ends |
//! | `errors`, `convert`, `options` | errors to exceptions, values to values, keyword arguments to settings |
//! | `secret`, `trust`, `log`, `warn` | secrets and their sources, certificates, what is told while a call goes on, warnings |
//! | `model`, `value`, `html` | how an object of the core appears in Python, and in a notebook |
//! | `row`, `rows`, `columns`, `arrow`, `frame` | how a list of them does: as a sequence, as columns, for other libraries |
//! | `server`, `job`, `run`, `start`, `ticket`, `wait`, `wait_all`, `wait_group`, `cancel` | the common model |
//! | `verdict`, `check`, `explain` | what it says about runs and jobs |
//! | `veeam`, `teradata`, `vcenter` | the vendors' own models |
//! | `planted` | panics, for the tests; only with the feature `planted-panic` |
//! | `words` | words as members of their Python classes |

#![deny(unsafe_code)]

#[allow(unsafe_code, reason = "the Arrow C data interface: raw structs that other libraries own")]
mod arrow;
mod call;
mod cancel;
mod check;
mod columns;
mod convert;
#[allow(unsafe_code, reason = "pyo3 has no safe way to ask whether the interpreter is there without attaching to it")]
mod ending;
mod errors;
mod explain;
mod frame;
mod html;
mod job;
mod log;
mod model;
mod options;
mod pages;
#[cfg(feature = "planted-panic")]
mod planted;
mod row;
mod rows;
mod run;
mod secret;
mod server;
mod start;
mod teradata;
mod ticket;
mod trust;
mod value;
mod vcenter;
mod veeam;
mod verdict;
mod wait;
mod wait_all;
mod wait_group;
mod warn;
mod words;

use pyo3::exceptions::PyAttributeError;
use pyo3::prelude::*;

/// The native part of `backupjobs`. Import from `backupjobs` and its modules instead: names here may move.
#[pymodule(gil_used = false)]
mod _native {
    use super::*;

    #[pymodule_export]
    use crate::cancel::CancelToken;
    #[pymodule_export]
    use crate::check::Report;
    #[pymodule_export]
    use crate::explain::{Account, Line};
    #[pymodule_export]
    use crate::job::Job;
    #[pymodule_export]
    use crate::log::LogEvent;
    #[pymodule_export]
    use crate::options::RetryPolicy;
    #[pymodule_export]
    use crate::pages::RowIterator;
    #[pymodule_export]
    use crate::rows::Rows;
    #[pymodule_export]
    use crate::run::Run;
    #[pymodule_export]
    use crate::secret::Secret;
    #[pymodule_export]
    use crate::server::Server;
    #[pymodule_export]
    use crate::start::Started;
    #[pymodule_export]
    use crate::ticket::Ticket;
    #[pymodule_export]
    use crate::trust::{Certificate, KnownHosts, fetch};
    #[pymodule_export]
    use crate::verdict::{Verdict, verdict};
    #[pymodule_export]
    use crate::wait::Progress;
    #[pymodule_export]
    use crate::wait_group::WaitGroup;

    /// What is added when somebody asks for it: a program seldom uses more than one system, and no class comes for nothing.
    /// The vendors' classes share their names, so each gets its vendor's name in front here.
    #[pyfunction]
    fn __getattr__<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let module = py.import("backupjobs._native")?;
        match name.to_ascii_lowercase() {
            veeam if veeam.starts_with("veeam") => crate::veeam::add_to(&module)?,
            teradata if teradata.starts_with("teradata") => crate::teradata::add_to(&module)?,
            vcenter if vcenter.starts_with("vcenter") => crate::vcenter::add_to(&module)?,
            words if words == "words" || words == "error_kinds" => crate::words::add_to(&module)?,
            _ => {}
        }
        without_all(&module)?;
        let missing = || PyAttributeError::new_err(format!("module 'backupjobs._native' has no attribute '{name}'"));
        module.dict().get_item(name)?.ok_or_else(missing)
    }

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", backupjobs::VERSION)?;
        crate::ending::watch(module)?;
        #[cfg(feature = "planted-panic")]
        crate::planted::add_to(module)?;
        without_all(module)
    }

    /// What pyo3 keeps there would be those names only that somebody has asked for.
    fn without_all(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let all = module.dict().get_item("__all__")?;
        all.map_or(Ok(()), |_| module.dict().del_item("__all__"))
    }
}
