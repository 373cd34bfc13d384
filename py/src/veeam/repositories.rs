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
        /// Pool of proxies that serves it; v8.
        proxy_pool_id,
        /// Organization it belongs to; v8.
        organization_id,
        /// Path on the proxy.
        path,
        /// Object storage behind it; none for a local one.
        object_storage_id,
        /// Up to v7: path of the cache of the object storage.
        object_storage_cache_path,
        /// Whether the object storage is encrypted.
        object_storage_encryption_enabled,
        /// The key it is encrypted with.
        encryption_key_id,
        /// v8: object storage behind it; none for a local one.
        object_storage,
        /// Whether it is an archive.
        is_long_term,
        /// Bytes in all.
        capacity_bytes,
        /// Bytes free.
        free_space_bytes,
        /// "ItemLevel" or "SnapshotBased".
        retention_type,
        /// Daily, Monthly or Yearly.
        retention_period_type,
        /// Days kept.
        daily_retention_period,
        /// Months kept.
        monthly_retention_period,
        /// Year1, Years2 … Years25 or Keep.
        yearly_retention_period,
        /// When what is too old is removed: Daily or Monthly.
        retention_frequency_type,
        /// HH:mm:ss of a daily removal.
        daily_time,
        /// Days of a daily removal.
        daily_type,
        /// HH:mm:ss of a monthly removal.
        monthly_time,
        /// Which of those days of the month: First … Fourth, Last.
        monthly_daynumber,
        /// Day of the week of a monthly removal.
        monthly_dayofweek,
        /// Whether it needs to be synchronized.
        is_out_of_sync,
        /// Whether it needs to be upgraded; v8.
        is_outdated,
        /// Whether it is indexed; v8.
        is_indexed,
        /// Whether it is locked while its data are moved; v8.
        is_migration_locked,
        /// Whether it cannot be used; v8.
        is_out_of_order,
        /// Why not; v8.
        out_of_order_reason,
        /// Links, by name.
        links,
        /// Members this version does not know.
        extra,
    } with links
}
