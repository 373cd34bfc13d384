//! The parts of an appliance that a backup can hold.
//!
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/appliance/recovery/backup/parts/>

use super::location::check_name;
use super::{Client, LocalizableMessage};
use crate::Extra;
use crate::error::Result;
use serde::{Deserialize, Serialize};

/// A part of the appliance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Part {
    /// Such as `common` (always backed up) or `seat` (statistics, events and tasks).
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// Name.
    #[serde(default)]
    pub name: Option<LocalizableMessage>,
    /// Description.
    #[serde(default)]
    pub description: Option<LocalizableMessage>,
    /// Whether the vendor's own console proposes it.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub selected_by_default: Option<bool>,
    /// Whether it may be left out.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub optional: Option<bool>,
    /// Whether it can be restored by itself (inferred from its use in restores); 8.0 U3 and later.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub standalone: Option<bool>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// The parts of this appliance.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn parts(&self) -> Result<Vec<Part>> {
        self.ask("vcenter.parts", |api| Ok(api.get(&["backup", "parts"])))
    }

    /// The size of a part in MB.
    ///
    /// # Errors
    /// `InvalidArgument` for an id that cannot be one; what an unknown one answers is not documented.
    pub fn part_size(&self, id: &str) -> Result<i64> {
        const OPERATION: &str = "vcenter.part_size";
        check_name("part", id).map_err(|e| e.during(OPERATION))?;
        self.ask(OPERATION, |api| Ok(api.get(&["backup", "parts", id]))).map(|Megabytes(size)| size)
    }
}

#[derive(Deserialize)]
struct Megabytes(#[serde(deserialize_with = "megabytes")] i64);

fn megabytes<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<i64, D::Error> {
    crate::lenient::int(from)?.ok_or_else(|| serde::de::Error::custom("expected a whole number, found nothing"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use crate::vcenter::stub::Stub;
    use serde_json::json;

    #[test]
    fn parts_are_open() {
        let part: Part = crate::roundtrip::assert_open(&json!({
            "id": "seat", "name": {"id": "n", "default_message": "Stats", "args": []},
            "description": {"id": "d", "default_message": "Statistics", "args": []},
            "selected_by_default": true, "optional": true, "standalone": false
        }));
        assert!(part.extra.is_empty(), "{part:?}");
    }

    #[test]
    fn a_size_is_a_bare_number() {
        for (root, body) in [("api", "163"), ("rest", r#"{"value":163}"#), ("rest", r#"{"value":"163"}"#)] {
            let roots: &'static [&'static str] = if root == "api" { &["api"] } else { &["rest"] };
            let stub = Stub::with_sessions(roots, (200, body));
            assert_eq!(stub.client().part_size("seat").expect(body), 163);
            assert!(stub.lines().contains(&format!("GET /{root}/appliance/recovery/backup/parts/seat")));
        }
        let none = Stub::with_sessions(&["rest"], (200, r#"{"value":null}"#));
        let error = none.client().part_size("seat").expect_err("no number");
        assert!(error.kind() == ErrorKind::Protocol && error.message().contains("at value"), "{error}");
        let error = none.client().part_size("../job").expect_err("no id");
        assert_eq!((error.kind(), error.operation()), (ErrorKind::InvalidArgument, "vcenter.part_size"));
    }
}
