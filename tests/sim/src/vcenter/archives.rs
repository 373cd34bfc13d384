//! What is at a backup location (6.7 and later): system names, and the archives below them.
//!
//! A good backup leaves `<location>/vCenter/sn_<name>/M_<version>_<stamp>_<comment>` behind: `S_` when a schedule made it,
//! the stamp is that of the job id, the comment is in base 32. Source: directories that administrators have shown.

use super::State;
use super::error::Refusal;
use super::jobs;
use super::operations::Call;
use super::parts;
use super::piece::{place, type_of};
use super::runs::{Backup, MANUAL};
use super::shape::time;
use super::version::Version;
use crate::vendor::Ctx;
use jiff::Timestamp;
use serde_json::{Value, json};

/// The appliance's name, which is the name of its archives.
pub(super) const BOXNAME: &str = "vc01.example.net";
const SYSTEM_NAME: &str = "sn_vc01.example.net";

/// How many archives are listed when the filter does not say.
const MAX_RESULTS: usize = 128;

impl Backup {
    /// The name of its archive.
    pub(super) fn archive(&self) -> String {
        let letter = if self.kind == MANUAL { 'M' } else { 'S' };
        let stamp = self.id.rsplit_once('-').map_or(self.id.as_str(), |(stamp, _)| stamp);
        format!("{letter}_{}_{stamp}_{}", self.version, base32(self.piece.comment.as_bytes()))
    }

    /// The address of its archive.
    pub(super) fn archive_place(&self) -> String {
        format!("{}/vCenter/{SYSTEM_NAME}/{}", self.piece.place(), self.archive())
    }

    fn has_archive(&self) -> bool {
        self.succeeded() && !self.pruned
    }
}

/// RFC 4648, with padding.
fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut text = String::new();
    for chunk in bytes.chunks(5) {
        let mut group = [0; 8];
        for (slot, byte) in group.iter_mut().skip(3).zip(chunk) {
            *slot = *byte;
        }
        let bits = u64::from_be_bytes(group);
        let letters = (chunk.len() * 8).div_ceil(5);
        for index in 0..8 {
            let letter = LETTERS.get(usize::try_from(bits >> (35 - 5 * index) & 31).unwrap_or_default());
            text.push(letter.filter(|_| index < letters).map_or('=', |letter| char::from(*letter)));
        }
    }
    text
}

/// The archive at an address, if there is one: the directory of one archive, or, on 6.5, the location itself.
pub(super) fn at<'s>(state: &'s State, ctx: &Ctx<'_>, location_type: &str, location: &str) -> Option<&'s Backup> {
    let wanted = place(location_type, location);
    let flat = Version::of(ctx.knobs) < Version::V67;
    let is_there = |b: &&Backup| if flat { b.piece.place() == wanted } else { b.archive_place() == wanted };
    state.backups.iter().filter(|b| b.has_archive()).find(is_there)
}

/// The place that a `LocationSpec` names; somebody must have backed up there.
fn known_place(state: &State, ctx: &Ctx<'_>, spec: &Value) -> Result<String, Refusal> {
    let location = spec["location"].as_str().unwrap_or_default();
    let Some(location_type) = type_of(location, ctx.knobs) else {
        let text = format!("'{location}' is not an address of a type that this appliance has.");
        return Err(Refusal::generic("com.vmware.applmgmt.err_backup_location", &text));
    };
    let wanted = place(location_type, location);
    jobs::reach(&wanted, ctx.knobs)?;
    if state.backups.iter().any(|b| b.piece.place() == wanted) { Ok(wanted) } else { Err(Refusal::not_found(location)) }
}

/// The archives of a system at a place, newest first.
fn of<'s>(
    state: &'s State,
    ctx: &Ctx<'_>,
    spec: &Value,
    system_name: &str,
) -> Result<impl Iterator<Item = &'s Backup>, Refusal> {
    let wanted = known_place(state, ctx, spec)?;
    let archives = state.backups.iter().filter(move |b| b.has_archive() && b.piece.place() == wanted);
    if system_name == SYSTEM_NAME { Ok(archives) } else { Err(Refusal::not_found(system_name)) }
}

/// Whose archives there are.
pub(super) fn system_names(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let mut archives = of(state, ctx, call.value("loc_spec"), SYSTEM_NAME)?;
    Ok(if archives.next().is_some() { json!([SYSTEM_NAME]) } else { json!([]) })
}

/// The archives that a filter lets through; those of them that are newest.
pub(super) fn list(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let filter = call.value("filter_spec");
    let bound = |name: &str| filter[name].as_str().and_then(|text| text.parse::<Timestamp>().ok());
    let (first, last) = (bound("start_timestamp"), bound("end_timestamp"));
    let words = filter["comment_substring"].as_str().unwrap_or_default();
    let count = filter["max_results"].as_i64().map_or(MAX_RESULTS, |count| usize::try_from(count).unwrap_or_default());
    Ok(of(state, ctx, call.value("loc_spec"), call.text("system_name"))?
        .filter(|b| first.is_none_or(|first| b.started >= first) && last.is_none_or(|last| b.started <= last))
        .filter(|b| b.piece.comment.contains(words))
        .take(count)
        .map(|b| {
            json!({
                "archive": b.archive(),
                "comment": b.piece.comment,
                "timestamp": time(b.started),
                "version": b.version,
            })
        })
        .collect())
}

/// One archive. The list has the time of its start, this one that of its end.
pub(super) fn get(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let archive = call.text("archive");
    let mut archives = of(state, ctx, call.value("spec"), call.text("system_name"))?;
    let backup = archives.find(|b| b.archive() == archive).ok_or_else(|| Refusal::not_found(archive))?;
    Ok(json!({
        "comment": backup.piece.comment,
        "location": backup.archive_place(),
        "parts": parts::included(&backup.piece.parts),
        "system_name": SYSTEM_NAME,
        "timestamp": time(backup.end.as_ref().map_or(backup.started, |end| end.at)),
        "version": backup.version,
    }))
}

/// Deletes the oldest archives of a schedule when there are more than it keeps. (Inferred: only its own are counted.)
pub(super) fn prune(state: &mut State, schedule: &str) {
    let Some(kept) = state.schedules.iter().find(|s| s.id == schedule).and_then(super::schedules::Schedule::kept)
    else {
        return;
    };
    let own = state.backups.iter_mut().filter(|b| b.succeeded() && b.schedule.as_deref() == Some(schedule));
    // The deleted ones are the oldest, so behind the first of them there are no others.
    for backup in own.skip(kept).take_while(|b| !b.pruned) {
        backup.pruned = true;
    }
}

#[cfg(test)]
mod tests;
