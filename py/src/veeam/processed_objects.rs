//! The objects that a job session has processed, v7 and later.

use backupjobs::veeam;

crate::model::model! {
    /// One object of a job session.
    ProcessedObject shows veeam::ProcessedObject, as "ProcessedObject" in "backupjobs.veeam" {
        /// Id of the object.
        id,
        /// Group, User, Site or Team.
        kind,
        /// Success, Warning or Failed.
        status,
        /// Links.
        links,
        /// Members this version does not know.
        extra,
    } with links
}
