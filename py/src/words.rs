//! The words of every enumeration of the core. The Python side writes them as constants; its tests compare.

use crate::convert::Named;
use backupjobs::{ErrorKind, teradata, vcenter, veeam};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

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
    for (name, known) in [
        ("veeam.JobStatus", veeam::JobStatus::KNOWN),
        ("veeam.BackupType", veeam::BackupType::KNOWN),
        ("veeam.ExplorerType", veeam::ExplorerType::KNOWN),
        ("veeam.JobScheduleType", veeam::JobScheduleType::KNOWN),
        ("veeam.CopyScheduleType", veeam::CopyScheduleType::KNOWN),
        ("veeam.DailyType", veeam::DailyType::KNOWN),
        ("veeam.PeriodicallyEvery", veeam::PeriodicallyEvery::KNOWN),
        ("teradata.JobType", teradata::JobType::KNOWN),
        ("teradata.RunType", teradata::RunType::KNOWN),
        ("vcenter.LocationType", vcenter::LocationType::KNOWN),
        ("vcenter.ProcessState", vcenter::ProcessState::KNOWN),
        ("vcenter.ReturnStatus", vcenter::ReturnStatus::KNOWN),
    ] {
        put(name, known.iter().map(|(word, _)| *word).collect())?;
    }
    let versions: Vec<String> = veeam::Dialect::ALL.iter().map(ToString::to_string).collect();
    put("veeam.Dialect", versions.iter().map(String::as_str).collect())?;
    module.add("WORDS", words)
}

fn names<T: Named>() -> Vec<&'static str> {
    T::VALUES.iter().map(|value| value.word()).collect()
}
