//! The file-based backup of the VMware vCenter appliance: the vendor's own names and members.

mod archives;
pub(crate) mod client;
mod details;
mod detect;
mod location;
mod parts;
mod recurrence;
mod request;
mod restore;
mod runs;
mod schedules;
mod session;

use backupjobs::vcenter;
use pyo3::prelude::*;

pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("VCENTER_APPLIANCE_BACKUP", vcenter::APPLIANCE_BACKUP)?;
    module.add("VcenterClient", py.get_type::<client::Client>())?;
    module.add("VcenterBackupRequest", py.get_type::<request::BackupRequest>())?;
    module.add("VcenterBackupJobStatus", py.get_type::<runs::BackupJobStatus>())?;
    module.add("VcenterLocalizableMessage", py.get_type::<runs::LocalizableMessage>())?;
    module.add("VcenterReturnResult", py.get_type::<runs::ReturnResult>())?;
    module.add("VcenterSessionInfo", py.get_type::<session::SessionInfo>())?;
    module.add("VcenterArchiveSummary", py.get_type::<archives::ArchiveSummary>())?;
    module.add("VcenterArchiveInfo", py.get_type::<archives::ArchiveInfo>())?;
    module.add("VcenterBackupDetails", py.get_type::<details::BackupDetails>())?;
    module.add("VcenterTaskProgress", py.get_type::<details::TaskProgress>())?;
    module.add("VcenterBuildInfo", py.get_type::<details::BuildInfo>())?;
    module.add("VcenterDynamicId", py.get_type::<details::DynamicId>())?;
    module.add("VcenterTaskError", py.get_type::<details::TaskError>())?;
    module.add("VcenterPart", py.get_type::<parts::Part>())?;
    module.add("VcenterRecurrenceInfo", py.get_type::<recurrence::RecurrenceInfo>())?;
    module.add("VcenterRetentionInfo", py.get_type::<recurrence::RetentionInfo>())?;
    module.add("VcenterRestoreMetadata", py.get_type::<restore::RestoreMetadata>())?;
    module.add("VcenterLocation", py.get_type::<location::Location>())?;
    module.add_function(wrap_pyfunction!(detect::detect, module)?)?;
    module.add("VcenterSchedule", py.get_type::<schedules::Schedule>())?;
    Ok(())
}
