//! Veeam Backup for Microsoft 365: the vendor's own names and members.

mod client;
mod copy_jobs;
mod detect;
mod item_objects;
mod items;
mod jobs;
mod log_items;
mod object_storage;
mod organizations;
mod processed_objects;
mod repositories;
mod restore;
mod restore_events;
mod runs;
mod schedule;
mod service;

use pyo3::prelude::*;

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
    module.add("VeeamRepository", py.get_type::<repositories::Repository>())?;
    module.add("VeeamUser", py.get_type::<item_objects::User>())?;
    module.add("VeeamGroup", py.get_type::<item_objects::Group>())?;
    module.add("VeeamJobSite", py.get_type::<item_objects::JobSite>())?;
    module.add("VeeamTeam", py.get_type::<item_objects::Team>())?;
    module.add("VeeamJobItem", py.get_type::<items::JobItem>())?;
    module.add("VeeamObjectStorage", py.get_type::<object_storage::ObjectStorage>())?;
    module.add("VeeamUsedRepository", py.get_type::<organizations::UsedRepository>())?;
    module.add("VeeamProcessedObject", py.get_type::<processed_objects::ProcessedObject>())?;
    module.add("VeeamRestoreSessionEvent", py.get_type::<restore_events::RestoreSessionEvent>())?;
    module.add("VeeamRestoreSessionStatistics", py.get_type::<restore_events::RestoreSessionStatistics>())?;
    module.add("VeeamRestoredItem", py.get_type::<restore_events::RestoredItem>())?;
    module.add("VeeamServiceInstance", py.get_type::<service::ServiceInstance>())?;
    module.add("VeeamHealth", py.get_type::<service::Health>())?;
    module.add("VeeamHealthEntry", py.get_type::<service::HealthEntry>())?;
    module.add_function(wrap_pyfunction!(detect::detect, module)?)?;
    Ok(())
}
