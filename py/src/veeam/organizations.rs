//! Organizations.

crate::model::model! {
    /// An organization.
    Organization shows backupjobs::veeam::Organization, as "Organization" in "backupjobs.veeam" {
        /// UUID.
        id,
        /// Name.
        name,
        /// Name at Microsoft.
        office_name,
        /// Description; v7.
        description,
        /// "Office365", "OnPremises" or "Hybrid".
        kind,
        /// Region of the cloud.
        region,
        /// Whether Exchange Online is covered.
        is_exchange_online,
        /// Whether SharePoint Online is covered.
        is_share_point_online,
        /// Whether Teams is covered; v5 and later.
        is_teams_online,
        /// Whether chats of Teams are covered; v6.
        is_teams_chats_online,
        /// Whether Exchange on premises is covered.
        is_exchange,
        /// Whether SharePoint on premises is covered.
        is_sharepoint,
        /// Id at Microsoft; v8.
        msid,
        /// Id of its data in the backup; v8.
        backed_up_organization_id,
        /// Whether anything was ever backed up.
        is_backedup,
        /// When its data was first backed up. (The odd spelling is the vendor's.)
        first_backuptime(first_backuptime_raw),
        /// When its data was last backed up.
        last_backuptime(last_backuptime_raw),
        /// Links, by name.
        links,
        /// Members this version does not know.
        extra,
    } with links
}

crate::model::model! {
    /// A repository with data of an organization.
    UsedRepository shows backupjobs::veeam::UsedRepository, as "UsedRepository" in "backupjobs.veeam" {
        /// The repository; before v8 told by the backupRepository link.
        repository_id,
        /// Bytes used.
        used_space_bytes,
        /// Bytes of the local cache.
        local_cache_used_space_bytes,
        /// Bytes in object storage.
        object_storage_used_space_bytes,
        /// Whether it can be reached.
        is_available,
        /// What the vendor says about it.
        details,
        /// Objects protected; v8.
        protected_objects_count,
        /// Links.
        links,
        /// Members this version does not know.
        extra,
    } with links
}
