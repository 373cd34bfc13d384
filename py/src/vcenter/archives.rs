//! What is kept at a destination: a directory for each appliance, and in it one archive for each backup; 6.7 and later.

use backupjobs::vcenter;

crate::model::model! {
    /// An archive in a list.
    ArchiveSummary shows vcenter::ArchiveSummary, as "ArchiveSummary" in "backupjobs.vcenter" {
        /// Its name, M_<version>_<YYYYMMDD-hhmmss>_<comment in base32>; S_… when a schedule made it (seen in clients).
        archive,
        /// When the backup began.
        timestamp(timestamp_raw),
        /// Version of the appliance.
        version,
        /// Comment.
        comment,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// An archive.
    ArchiveInfo shows vcenter::ArchiveInfo, as "ArchiveInfo" in "backupjobs.vcenter" {
        /// When the backup was completed.
        timestamp(timestamp_raw),
        /// URL of the archive.
        location,
        /// Parts in it.
        parts,
        /// Version of the appliance.
        version,
        /// Name of the appliance's directory.
        system_name,
        /// Comment.
        comment,
        /// Members this version does not know.
        extra,
    }
}
