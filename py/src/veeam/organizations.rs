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
