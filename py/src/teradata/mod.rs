//! Teradata VantageCloud, Backup as a Service: the vendor's own names and members.

mod client;
mod databases;
mod jobs;
mod objects;
mod permissions;
mod runs;
mod token;

use pyo3::prelude::*;

pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("TeradataClient", py.get_type::<client::Client>())?;
    module.add("TeradataJob", py.get_type::<jobs::Job>())?;
    module.add("TeradataTargetSite", py.get_type::<jobs::TargetSite>())?;
    module.add("TeradataLastExecution", py.get_type::<jobs::LastExecution>())?;
    module.add("TeradataJobSettings", py.get_type::<jobs::JobSettings>())?;
    module.add("TeradataObjectSelection", py.get_type::<jobs::ObjectSelection>())?;
    module.add("TeradataExcludedObject", py.get_type::<jobs::ExcludedObject>())?;
    module.add("TeradataExecution", py.get_type::<runs::Execution>())?;
    module.add("TeradataObjectsPreparation", py.get_type::<objects::ObjectsPreparation>())?;
    module.add("TeradataBackupObject", py.get_type::<objects::BackupObject>())?;
    module.add("TeradataDatabase", py.get_type::<databases::Database>())?;
    module.add("TeradataRestorePermissions", py.get_type::<permissions::RestorePermissions>())?;
    module.add("TeradataTokenCommand", py.get_type::<token::TokenCommand>())?;
    module.add("TeradataClientCredentials", py.get_type::<token::ClientCredentials>())?;
    module.add("TeradataLakeJwt", py.get_type::<token::LakeJwt>())?;
    module.add("TeradataBasic", py.get_type::<token::Basic>())
}
