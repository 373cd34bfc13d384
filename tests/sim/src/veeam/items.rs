//! What a job backs up and what it leaves out: users, groups, sites, teams.

use super::State;
use super::body::Members;
use super::error::{Answer, bad};
use super::jobs::Job;
use super::page;
use super::route::Items;
use super::version::{Version, View};
use crate::http::{Request, Response};
use serde_json::{Value, json};

const TYPES: &[&str] = &["Group", "User", "Site", "PartialOrganization", "PersonalSites", "OneDriveFolders", "Team"];
const FLAGS: &[&str] = &[
    "mailbox",
    "oneDrive",
    "archiveMailbox",
    "sites",
    "teams",
    "teamsChats",
    "personalSite",
    "members",
    "memberMailbox",
    "memberArchiveMailbox",
    "memberOnedrive",
    "memberSite",
    "groupSite",
];

/// Reads a list of items and returns it in the product's spelling.
pub(super) fn read(view: &View<'_>, what: &str, items: Vec<Value>) -> Result<Vec<Value>, Response> {
    items.into_iter().map(|item| one(view, what, item)).collect()
}

fn one(view: &View<'_>, what: &str, item: Value) -> Result<Value, Response> {
    let mut members = Members::of(item, &format!("Each of {what}"))?;
    let kind = members.word("type", TYPES)?.ok_or_else(|| bad(&format!("{what}.type is required.")))?;
    let mut out = json!({ "type": kind });
    // v6 has two words for the chats of a team.
    let chats = if view.version == Version::V6 { members.flag("chats", false)? } else { None };
    if let Some(on) = chats {
        out["teamsChats"] = json!(on);
    }
    for name in FLAGS {
        if let Some(on) = members.flag(name, false)? {
            out[*name] = json!(on);
        }
    }
    if let Some(folders) = members.list("folders")? {
        if !folders.iter().all(Value::is_string) {
            return Err(bad(&format!("{what}.folders must be an array of strings.")));
        }
        out["folders"] = json!(folders);
    }
    let needs = match kind {
        "Group" => Some("group"),
        "User" => Some("user"),
        "Site" => Some("site"),
        "Team" => Some("team"),
        _ => None,
    };
    for name in ["group", "user", "site", "team"] {
        match members.take(name) {
            Some(thing) if thing["id"].is_string() => out[name] = thing,
            Some(_) => return Err(bad(&format!("{what}.{name}.id is required."))),
            None if needs == Some(name) => return Err(bad(&format!("{what}.{name} is required for the type {kind}."))),
            None => {}
        }
    }
    if let Some(id) = members.text("id")? {
        out["id"] = json!(id);
    }
    members.take("_links");
    members.finish(&view.ctx)?;
    Ok(out)
}

impl Job {
    /// Gives ids to the items that have none yet.
    pub(super) fn take_items(&mut self, seed: u64) {
        let mut number = 0;
        for item in self.selected.iter_mut().chain(&mut self.excluded) {
            number += 1;
            if item.get("id").is_none() {
                item["id"] = json!(format!("17e35000-0000-4000-8000-{seed:06x}{:06x}", self.etag * 256 + number));
            }
        }
    }
}

impl State {
    /// `GET /Jobs/{id}/SelectedItems` and `/ExcludedItems`: an array, a page from v8 on (a public client reads
    /// them so). The items have the form in which they are sent (inferred before v6).
    pub(super) fn list_items(&self, view: &View<'_>, req: &Request, id: &str, which: Items) -> Answer {
        let at = self.find_job(id)?;
        let (name, items) = match (which, self.jobs.get(at)) {
            (Items::Selected, job) => ("selectedItems", job.map(|j| j.selected.clone())),
            (Items::Excluded, job) => ("excludedItems", job.map(|j| j.excluded.clone())),
        };
        page::since_v8(view, req, &format!("Jobs/{id}/{name}"), items.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use crate::veeam::bench::{Bench, MAIL};
    use serde_json::json;

    #[test]
    fn the_items_of_a_job_can_be_listed() {
        let mut bench = Bench::new();
        let old = bench.get(&format!("/v5/Jobs/{MAIL}/SelectedItems"));
        assert_eq!((&old[0]["type"], &old[0]["user"]["displayName"]), (&json!("User"), &json!("Alex Wilber")));
        assert_eq!(bench.get(&format!("/v7/Jobs/{MAIL}/ExcludedItems")), json!([]));
        let page = bench.get(&format!("/v8/Jobs/{MAIL}/SelectedItems?limit=1"));
        assert_eq!(page["results"], json!([old[0]]));
    }
}
