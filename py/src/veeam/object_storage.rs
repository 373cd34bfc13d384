//! The object storage behind a repository.

use backupjobs::veeam;

crate::model::model! {
    /// The object storage behind a repository, v8.
    ObjectStorage shows veeam::ObjectStorage, as "ObjectStorage" in "backupjobs.veeam" {
        /// UUID.
        id,
        /// AzureBlob, AzureBlobArchive, AmazonS3, AmazonS3Compatible, AmazonS3Glacier, WasabiCloud or IBMCloud.
        kind,
        /// Account it is reached with.
        account_id,
        /// Whether its size is limited.
        size_limit_enabled,
        /// The limit, in GB.
        size_limit_gb,
        /// Bytes used.
        used_space_bytes,
        /// Bytes free.
        free_space_bytes,
        /// Whether backups cannot be changed for a time.
        enable_immutability,
        /// Whether some accounts can change them all the same.
        enable_immutability_governance_mode,
        /// That time, in days.
        immutability_period_days,
        /// Whether an archiver appliance is used.
        use_archiver_appliance,
        /// Amazon and compatible: folder.
        s3_folder,
        /// Azure: folder.
        azure_folder,
        /// Links.
        links,
        /// Members this version does not know, and what only one kind of storage has: bucket, container, appliance.
        extra,
    } with links
}
