//! Whether a backup can be restored here. The restore itself is not offered: it works only on an appliance that was just

use backupjobs::vcenter;

crate::model::model! {
    /// What a backup is, and whether it fits this appliance (Metadata in the vendor's words).
    RestoreMetadata shows vcenter::RestoreMetadata, as "RestoreMetadata" in "backupjobs.vcenter" {
        /// When the backup was completed.
        timestamp(timestamp_raw),
        /// Parts in it.
        parts,
        /// Version of the appliance that was backed up.
        version,
        /// Its name in the network.
        boxname,
        /// Whether the single-sign-on administrator must be given; 6.7 and later.
        sso_login_required,
        /// Comment.
        comment,
        /// Whether it fits: deployment type, network and version. Nothing but true is a yes.
        applicable,
        /// Why it does not fit.
        messages,
        /// Members this version does not know.
        extra,
    }
}
