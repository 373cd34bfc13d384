//! The server itself: its version, and how it is.

use super::Client;
use crate::Extra;
use crate::error::Result;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// The installed product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct ServiceInstance {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub installation_id: Option<String>,
    /// Version of the product, like `8.1.0.305`.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub version: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How the product is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Health {
    /// `Healthy` or `Unhealthy`.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub status: Option<String>,
    /// Its parts. On the wire they are the members of an object, here a list.
    #[serde(deserialize_with = "entries", serialize_with = "members")]
    pub entries: Vec<HealthEntry>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How a part of the product is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HealthEntry {
    /// Name of the part, like `nats`.
    #[serde(skip)]
    pub name: String,
    /// `Healthy` or `Unhealthy`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub status: Option<String>,
    /// What the vendor says about it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub description: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The members of an object as a list. Null is none.
fn entries<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Vec<HealthEntry>, D::Error> {
    struct Entries(Vec<HealthEntry>);

    impl<'de> Deserialize<'de> for Entries {
        fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
            from.deserialize_map(Members)
        }
    }

    struct Members;

    impl<'de> Visitor<'de> for Members {
        type Value = Entries;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of entries")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Entries, A::Error> {
            let mut entries = Vec::new();
            while let Some((name, entry)) = map.next_entry::<String, HealthEntry>()? {
                entries.push(HealthEntry { name, ..entry });
            }
            Ok(Entries(entries))
        }
    }

    Ok(Option::<Entries>::deserialize(from)?.map_or_else(Vec::new, |entries| entries.0))
}

fn members<S: Serializer>(entries: &[HealthEntry], to: S) -> std::result::Result<S::Ok, S::Error> {
    to.collect_map(entries.iter().map(|entry| (&entry.name, entry)))
}

impl Client {
    /// The installed product. <https://helpcenter.veeam.com/docs/vbo365/rest/versioning.html>
    ///
    /// # Errors
    /// `Unsupported` before v6; any kind that a request can fail with.
    pub fn service_instance(&self) -> Result<ServiceInstance> {
        const OPERATION: &str = "veeam.service_instance";
        self.need(self.dialect.has_service_instance(), OPERATION, "the version of the product")?;
        self.core.read(&self.cancel, &self.get(OPERATION, &["ServiceInstance"]))
    }

    /// How the product is. Which HTTP status an unhealthy one answers with is not documented.
    ///
    /// # Errors
    /// `Unsupported` before v8; any kind that a request can fail with.
    pub fn health(&self) -> Result<Health> {
        const OPERATION: &str = "veeam.health";
        self.need(self.dialect.has_health(), OPERATION, "the health of the product")?;
        self.core.read(&self.cancel, &self.get(OPERATION, &["Health"]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roundtrip::assert_open;
    use serde_json::json;

    #[test]
    fn instances_and_health_are_open() {
        let instance: ServiceInstance =
            assert_open(&json!({"installationId": "0c6a4f0e-7d2b-4d4e-8a35-6a1f8b8f9b22", "version": "8.1.0.305"}));
        assert!(instance.extra.is_empty());
        let health: Health = assert_open(&json!({"status": "Unhealthy", "entries": {
            "nats": {"status": "Healthy", "description": null}, "postgres": {"status": "Unhealthy", "description": "gone"},
        }}));
        let parts: Vec<_> = health.entries.iter().map(|e| (e.name.as_str(), e.status.as_deref())).collect();
        assert_eq!(parts, [("nats", Some("Healthy")), ("postgres", Some("Unhealthy"))]);
        assert!(health.extra.is_empty() && health.entries.iter().all(|entry| entry.extra.is_empty()));
    }
}
