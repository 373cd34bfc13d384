//! The databases of a site.

crate::model::model! {
    /// A database. The vendor does not document the rows of this list: a name is taken for the name (inferred), also when a row is nothing but a text; everything else is in extra.
    Database shows backupjobs::teradata::Database, as "Database" in "backupjobs.teradata" {
        /// Name (inferred).
        name,
        /// All other members.
        extra,
    }
}
