//! The server itself: its version, and how it is.

use backupjobs::veeam;

crate::model::model! {
    /// The installed product.
    ServiceInstance shows veeam::ServiceInstance, as "ServiceInstance" in "backupjobs.veeam" {
        /// UUID.
        installation_id,
        /// Version of the product, like 8.1.0.305.
        version,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// How the product is.
    Health shows veeam::Health, as "Health" in "backupjobs.veeam" {
        /// Healthy or Unhealthy.
        status,
        /// Its parts. On the wire they are the members of an object, here a list.
        entries,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// How a part of the product is.
    HealthEntry shows veeam::HealthEntry, as "HealthEntry" in "backupjobs.veeam" {
        /// Name of the part, like nats.
        name,
        /// Healthy or Unhealthy.
        status,
        /// What the vendor says about it.
        description,
        /// Members this version does not know.
        extra,
    }
}
