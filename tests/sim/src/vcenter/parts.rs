//! The parts of a backup: `GET /rest/appliance/recovery/backup/parts` and `…/parts/{id}` (a size in MB).

use super::error::Refusal;
use super::shape::message;
use serde_json::{Value, json};

struct Part {
    id: &'static str,
    name: &'static str,
    description: &'static str,
    optional: bool,
    size_mb: u32,
}

/// Ids as published clients use them; texts and sizes are ours.
const PARTS: [Part; 2] = [
    Part {
        id: "common",
        name: "Inventory and configuration",
        description: "Inventory and configuration of the appliance.",
        optional: false,
        size_mb: 163,
    },
    Part {
        id: "seat",
        name: "Stats, Events, and Tasks",
        description: "Historical statistics, events and tasks.",
        optional: true,
        size_mb: 412,
    },
];

/// Whether the appliance has that part.
pub(super) fn known(id: &str) -> bool {
    PARTS.iter().any(|part| part.id == id)
}

/// All parts.
pub(super) fn list() -> Value {
    PARTS
        .iter()
        .map(|part| {
            let text = |kind: &str, text: &str| {
                message(&format!("com.vmware.applmgmt.backup.parts.{}.{kind}", part.id), text, &[])
            };
            json!({
                "description": text("description", part.description),
                "id": part.id,
                "name": text("name", part.name),
                "optional": part.optional,
                "selected_by_default": true,
            })
        })
        .collect()
}

/// The size of one part.
pub(super) fn get(id: &str) -> Result<Value, Refusal> {
    PARTS.iter().find(|part| part.id == id).map(|part| part.size_mb.into()).ok_or_else(|| Refusal::not_found(id))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{ADMIN, Bench};

    #[test]
    fn parts_and_their_sizes() {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        let parts = bench.get_json("/rest/appliance/recovery/backup/parts");
        assert_eq!(parts["value"][0]["id"], "common");
        assert_eq!(parts["value"][0]["optional"], false);
        assert_eq!(parts["value"][1]["id"], "seat");
        assert_eq!(parts["value"][1]["name"]["default_message"], "Stats, Events, and Tasks");
        let size = bench.get("/rest/appliance/recovery/backup/parts/common");
        assert_eq!(String::from_utf8(size.body).unwrap(), r#"{"value":163}"#);
        assert_eq!(bench.get("/rest/appliance/recovery/backup/parts/x").status, 404);
    }
}
