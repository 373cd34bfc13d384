//! The parts of an appliance that a backup can hold.

use backupjobs::vcenter;

crate::model::model! {
    /// A part of the appliance.
    Part shows vcenter::Part, as "Part" in "backupjobs.vcenter" {
        /// Such as common (always backed up) or seat (statistics, events and tasks).
        id,
        /// Name.
        name,
        /// Description.
        description,
        /// Whether the vendor's own console proposes it.
        selected_by_default,
        /// Whether it may be left out.
        optional,
        /// Whether it can be restored by itself (inferred from its use in restores); 8.0 U3 and later.
        standalone,
        /// Members this version does not know.
        extra,
    }
}
