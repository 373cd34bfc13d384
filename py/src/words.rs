//! Words as members of their Python classes, and the words of every enumeration for the tests that compare them.

use crate::columns::word_cells;
use crate::convert::{Named, ToPython};
use backupjobs::table::{Cell, Member as _};
use backupjobs::{ErrorKind, teradata, vcenter, veeam};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple};

/// The member of a Python class for a word. A class of a vendor makes one for a word that it does not know.
macro_rules! member {
    ($py:ident, $module:expr, $class:expr, $word:expr) => {{
        static CLASS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        CLASS.import($py, $module, $class)?.call1(($word,))
    }};
}
pub(crate) use member;

/// The members of an enumeration in Python, looked up once.
struct Words {
    module: &'static str,
    name: &'static str,
    known: &'static [(&'static str, i32)],
    members: PyOnceLock<Vec<(i32, Py<PyAny>)>>,
}

impl Words {
    const fn new(module: &'static str, name: &'static str, known: &'static [(&'static str, i32)]) -> Self {
        Self { module, name, known, members: PyOnceLock::new() }
    }

    /// The member for a word; the class makes one for a word that it does not know.
    fn member<'py>(&self, py: Python<'py>, code: i32, word: &str) -> PyResult<Bound<'py, PyAny>> {
        let class = || py.import(self.module)?.getattr(self.name);
        let members = self.members.get_or_try_init(py, || {
            let class = class()?;
            let member = |(word, code): &(&str, i32)| Ok((*code, class.call1((*word,))?.unbind()));
            self.known.iter().map(member).collect::<PyResult<_>>()
        })?;
        match members.iter().find(|(known, _)| *known == code) {
            Some((_, member)) => Ok(member.bind(py).clone()),
            None => class()?.call1((word,)),
        }
    }
}

/// The open enumerations of the vendors, under the names that they have in Python.
macro_rules! open_words {
    ($($vendor:ident::$name:ident),+ $(,)?) => {
        $(impl ToPython for $vendor::$name {
            fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                static CLASS: Words = Words::new(concat!("backupjobs.", stringify!($vendor)), stringify!($name), $vendor::$name::KNOWN);
                CLASS.member(py, self.code(), self.as_str())
            }

            fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Self::from_cell(cell).to_python(py)
            }
        })+

        word_cells! { $($vendor::$name, as_str, $vendor::$name::KNOWN;)+ }

        const OPEN: &[(&str, &[(&str, i32)])] =
            &[$((concat!(stringify!($vendor), ".", stringify!($name)), $vendor::$name::KNOWN)),+];
    };
}
open_words!(
    veeam::JobStatus,
    veeam::BackupType,
    veeam::ExplorerType,
    veeam::JobScheduleType,
    veeam::CopyScheduleType,
    veeam::DailyType,
    veeam::PeriodicallyEvery,
    veeam::JobItemType,
    veeam::LogItemType,
    veeam::RestoreSessionOrder,
    veeam::SessionJobType,
    teradata::JobType,
    teradata::RunType,
    vcenter::BackupType,
    vcenter::DayOfWeek,
    vcenter::LocationType,
    vcenter::ProcessState,
    vcenter::ReturnStatus,
    vcenter::TaskStatus,
);

/// No word of it is documented, so it stays a text.
impl ToPython for teradata::ExecutionStatus {
    const IS_TEXT: bool = true;

    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_str().to_owned().to_python(py)
    }

    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        String::cell_to_python(cell, py)
    }
}
word_cells! { teradata::ExecutionStatus, as_str; }

/// Versions have numbers in the core.
impl ToPython for veeam::Dialect {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member!(py, "backupjobs.veeam", "Dialect", self.to_string())
    }
}

pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    let kinds = ErrorKind::ALL.iter().map(|kind| kind.name());
    module.add("ERROR_KINDS", PyTuple::new(py, kinds.collect::<Vec<_>>())?)?;
    let words = PyDict::new(py);
    let put = |name: &str, all: Vec<&str>| words.set_item(name, PyTuple::new(py, all)?);
    put("System", names::<backupjobs::System>())?;
    put("Phase", names::<backupjobs::Phase>())?;
    put("Outcome", names::<backupjobs::Outcome>())?;
    put("Origin", names::<backupjobs::Origin>())?;
    put("Level", names::<backupjobs::Level>())?;
    put("IfRunning", names::<backupjobs::IfRunning>())?;
    put("Verb", names::<backupjobs::Verb>())?;
    put("Stage", names::<backupjobs::Stage>())?;
    put("LogLevel", names::<backupjobs::LogLevel>())?;
    put("teradata.Dialect", names::<teradata::Dialect>())?;
    put("teradata.OrganizationClaim", names::<teradata::OrganizationClaim>())?;
    put("vcenter.Dialect", names::<vcenter::Dialect>())?;
    put("vcenter.LoginMode", names::<vcenter::LoginMode>())?;
    for (name, known) in OPEN {
        put(name, known.iter().map(|(word, _)| *word).collect())?;
    }
    let versions: Vec<String> = veeam::Dialect::ALL.iter().map(ToString::to_string).collect();
    put("veeam.Dialect", versions.iter().map(String::as_str).collect())?;
    module.add("WORDS", words)
}

fn names<T: Named>() -> Vec<&'static str> {
    T::VALUES.iter().map(|value| value.word()).collect()
}
