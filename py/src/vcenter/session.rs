//! The session at the appliance.

crate::model::model! {
    /// What the server knows of our session.
    SessionInfo shows backupjobs::vcenter::SessionInfo, as "SessionInfo" in "backupjobs.vcenter" {
        /// User.
        user,
        /// When it was made.
        created_time(created_time_raw),
        /// When it was last used.
        last_accessed_time(last_accessed_time_raw),
        /// Members this version does not know.
        extra,
    }
}
