//! Whether a user may restore.

crate::model::model! {
    /// The answer. Its members are not documented: permitted and details are guesses, all others are in extra. An answer that is no object is there, too, as value.
    RestorePermissions shows backupjobs::teradata::RestorePermissions, as "RestorePermissions" in "backupjobs.teradata" {
        /// Whether the restore would be allowed (inferred). None: look into extra, and do not take it for a yes.
        permitted,
        /// What the vendor says about it (inferred).
        details,
        /// All other members.
        extra,
    }
}
