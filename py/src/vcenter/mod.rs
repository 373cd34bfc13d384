//! The file-based backup of the VMware vCenter appliance: the vendor's own names and members.

mod client;
mod request;
mod runs;
mod session;

use backupjobs::vcenter;
use pyo3::prelude::*;

crate::model::words_to_python!(vcenter::LocationType, vcenter::ProcessState, vcenter::ReturnStatus);

pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("VCENTER_APPLIANCE_BACKUP", vcenter::APPLIANCE_BACKUP)?;
    module.add("VcenterClient", py.get_type::<client::Client>())?;
    module.add("VcenterBackupRequest", py.get_type::<request::BackupRequest>())?;
    module.add("VcenterBackupJobStatus", py.get_type::<runs::BackupJobStatus>())?;
    module.add("VcenterLocalizableMessage", py.get_type::<runs::LocalizableMessage>())?;
    module.add("VcenterReturnResult", py.get_type::<runs::ReturnResult>())?;
    module.add("VcenterSessionInfo", py.get_type::<session::SessionInfo>())
}
