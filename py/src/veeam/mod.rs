//! Veeam Backup for Microsoft 365: the vendor's own names and members.

mod client;
mod copy_jobs;
mod jobs;
mod log_items;
mod organizations;
mod repositories;
mod restore;
mod runs;
mod schedule;

use backupjobs::veeam;
use pyo3::prelude::*;

crate::model::words_to_python!(
    veeam::JobStatus,
    veeam::BackupType,
    veeam::ExplorerType,
    veeam::JobScheduleType,
    veeam::CopyScheduleType,
    veeam::DailyType,
    veeam::PeriodicallyEvery,
);

pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("VeeamClient", py.get_type::<client::Client>())?;
    module.add("VeeamJob", py.get_type::<jobs::Job>())?;
    module.add("VeeamJobSchedule", py.get_type::<schedule::JobSchedule>())?;
    module.add("VeeamCopySchedule", py.get_type::<schedule::CopySchedule>())?;
    module.add("VeeamBackupWindow", py.get_type::<schedule::BackupWindow>())?;
    module.add("VeeamCopyJob", py.get_type::<copy_jobs::CopyJob>())?;
    module.add("VeeamJobSession", py.get_type::<runs::JobSession>())?;
    module.add("VeeamLogItem", py.get_type::<log_items::LogItem>())?;
    module.add("VeeamStatistics", py.get_type::<runs::Statistics>())?;
    module.add("VeeamRestoreSession", py.get_type::<restore::RestoreSession>())?;
    module.add("VeeamExploreOptions", py.get_type::<restore::ExploreOptions>())?;
    module.add("VeeamOrganization", py.get_type::<organizations::Organization>())?;
    module.add("VeeamRepository", py.get_type::<repositories::Repository>())
}
