//! The parts of a backup, with their sizes in MB.

use super::State;
use super::error::Refusal;
use super::operations::Call;
use super::shape::message;
use super::version::Version;
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use serde_json::{Value, json};

struct Part {
    id: &'static str,
    name: &'static str,
    description: &'static str,
    optional: bool,
    /// Can be restored by itself.
    standalone: bool,
    size_mb: u32,
    since: Version,
}

/// Ids as published clients use them; texts and sizes are ours. Since when there are supervisors is inferred.
const PARTS: [Part; 3] = [
    Part {
        id: "common",
        name: "Inventory and configuration",
        description: "Inventory and configuration of the appliance.",
        optional: false,
        standalone: false,
        size_mb: 163,
        since: Version::V65,
    },
    Part {
        id: "seat",
        name: "Stats, Events, and Tasks",
        description: "Historical statistics, events and tasks.",
        optional: true,
        standalone: false,
        size_mb: 412,
        since: Version::V65,
    },
    Part {
        id: "supervisors",
        name: "Supervisors Control Plane",
        description: "Control planes of the supervisors.",
        optional: true,
        standalone: true,
        size_mb: 38,
        since: Version::V803,
    },
];

fn of(knobs: &Knobs) -> impl Iterator<Item = &'static Part> + Clone {
    let version = Version::of(knobs);
    PARTS.iter().filter(move |part| part.since <= version)
}

/// The ids in a list.
pub(super) fn ids(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The first id in a list that the appliance does not have, if that matters.
pub(super) fn unknown(list: &Value, knobs: &Knobs) -> Option<String> {
    if knobs.text("vcenter.unknown_part") != "error" {
        return None;
    }
    ids(list).into_iter().find(|id| of(knobs).all(|part| part.id != id))
}

/// What an archive holds when these were asked for: some parts are always in it.
pub(super) fn included(asked: &[String]) -> Vec<&str> {
    PARTS.iter().filter(|part| asked.iter().any(|id| id == part.id) || !part.optional).map(|part| part.id).collect()
}

/// All parts.
pub(super) fn list(_: &mut State, ctx: &Ctx<'_>, _: &Call) -> Result<Value, Refusal> {
    Ok(of(ctx.knobs)
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
                "standalone": part.standalone,
            })
        })
        .collect())
}

/// The size of one part. The only error that is declared is the generic one.
pub(super) fn get(_: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let id = call.text("id");
    match of(ctx.knobs).find(|part| part.id == id) {
        Some(part) => Ok(part.size_mb.into()),
        None if ctx.knobs.text("vcenter.unknown_part_size") == "not_found" => Err(Refusal::not_found(id)),
        None => Err(Refusal::generic("com.vmware.applmgmt.err_unknown_part", &format!("Part '{id}' is not known."))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::{ADMIN, Bench};
    use serde_json::json;

    const PATH: &str = "/rest/appliance/recovery/backup/parts";

    #[test]
    fn parts_and_their_sizes() {
        let mut bench = Bench::new();
        bench.enter(ADMIN);
        let parts = bench.get_json(PATH);
        assert_eq!(parts["value"][0]["id"], "common");
        assert_eq!(parts["value"][0]["optional"], false);
        assert_eq!(parts["value"][0].get("standalone"), None);
        assert_eq!(parts["value"][1]["id"], "seat");
        assert_eq!(parts["value"][1]["name"]["default_message"], "Stats, Events, and Tasks");
        assert_eq!(parts["value"].as_array().unwrap().len(), 2);
        let size = bench.get(&format!("{PATH}/common"));
        assert_eq!(String::from_utf8(size.body).unwrap(), r#"{"value":163}"#);
        assert_eq!(bench.get(&format!("{PATH}/x")).status, 500);
        bench.set("vcenter.unknown_part_size", json!("not_found"));
        assert_eq!(bench.get(&format!("{PATH}/x")).status, 404);
    }

    #[test]
    fn newer_versions_have_more() {
        let mut bench = Bench::new();
        bench.set("vcenter.version", json!("8.0.3"));
        bench.enter(ADMIN);
        let parts = bench.get_json("/api/appliance/recovery/backup/parts");
        assert_eq!(parts[2]["id"], "supervisors");
        assert_eq!(parts[2]["standalone"], true);
        let size = bench.get("/api/appliance/recovery/backup/parts/common");
        assert_eq!(String::from_utf8(size.body).unwrap(), "163");
    }
}
