//! Schedules of an appliance's own backups; 6.7 and later. An appliance may allow only one; the one that its console makes

use backupjobs::vcenter;

crate::model::model! {
    /// A schedule. Its passwords are never told.
    Schedule shows vcenter::Schedule, as "Schedule" in "backupjobs.vcenter" {
        /// Its name, such as default; in a list it is the key, of a single one it is what was asked for.
        id,
        /// Optional parts that it includes.
        parts,
        /// URL of the destination.
        location,
        /// User there.
        location_user,
        /// Whether it is on.
        enable,
        /// When it runs.
        recurrence_info,
        /// How many backups it keeps; none: all.
        retention_info,
        /// Whether the database is backed up the fast way; 8.0 U3 and later.
        fast_backup,
        /// Members this version does not know.
        extra,
    }
}
