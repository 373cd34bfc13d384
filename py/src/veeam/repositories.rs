//! Backup repositories.

crate::model::model! {
    /// A backup repository.
    Repository shows backupjobs::veeam::Repository, as "Repository" in "backupjobs.veeam" {
        /// UUID.
        id,
        /// Name.
        name,
        /// Description.
        description,
        /// Backup proxy that serves it.
        proxy_id,
        /// Path on the proxy.
        path,
        /// Object storage behind it; none for a local one.
        object_storage_id,
        /// Whether it is an archive.
        is_long_term,
        /// Bytes in all.
        capacity_bytes,
        /// Bytes free.
        free_space_bytes,
        /// "ItemLevel" or "SnapshotBased".
        retention_type,
        /// Whether it needs to be synchronized.
        is_out_of_sync,
        /// Links, by name.
        links,
        /// Members this version does not know.
        extra,
    } with links
}
