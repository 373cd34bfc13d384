//! Schedules (6.7 and later): what is to be backed up by itself, when, and how many archives are kept.
//!
//! A schedule has no location type: the address decides. It is held as it was written, so an update is its members put
//! over the old ones.

use super::State;
use super::error::Refusal;
use super::jobs::{self, Order};
use super::operations::Call;
use super::parts;
use super::password;
use super::piece::{Piece, text, type_of};
use super::structures::name;
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

const STRUCTURE: &str = name!("backup.schedules.create_spec");

/// One schedule.
#[derive(Debug)]
pub(super) struct Schedule {
    pub(super) id: String,
    /// The members of its specification that are set.
    pub(super) spec: Map<String, Value>,
    /// How often it could not run, because something else did.
    pub(super) missed: u64,
}

impl Schedule {
    /// What anybody may read: no passwords.
    fn info(&self) -> Value {
        let mut info = self.spec.clone();
        info.retain(|name, _| !name.ends_with("_password"));
        info.entry("enable").or_insert_with(|| true.into());
        info.entry("parts").or_insert_with(|| json!([]));
        Value::Object(info)
    }

    fn member(&self, name: &str) -> &Value {
        self.spec.get(name).unwrap_or(&Value::Null)
    }

    /// How many archives are kept, if not all.
    pub(super) fn kept(&self) -> Option<usize> {
        usize::try_from(self.member("retention_info")["max_count"].as_u64()?).ok()
    }

    /// When it runs for the first time after `now`, if it does. Hour and minute are those of UTC. (Inferred: the reference
    /// does not say whose.)
    pub(super) fn next(&self, now: Timestamp) -> Option<Timestamp> {
        if self.member("enable") == &Value::Bool(false) {
            return None;
        }
        let recurrence = self.member("recurrence_info");
        let part = |name: &str| recurrence[name].as_i64().and_then(|number| i8::try_from(number).ok());
        let time = Time::new(part("hour")?, part("minute")?, 0, 0).ok()?;
        let days = recurrence["days"].as_array().filter(|days| !days.is_empty());
        let mut day = now.to_zoned(TimeZone::UTC).date();
        // The same day of the next week is the eighth.
        for _ in 0..8 {
            let word = day.strftime("%A").to_string().to_uppercase();
            let at = day.to_datetime(time).to_zoned(TimeZone::UTC).ok()?.timestamp();
            if at > now && days.is_none_or(|days| days.iter().any(|wanted| *wanted == word.as_str())) {
                return Some(at);
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    fn piece(&self, comment: &str) -> Piece {
        let spec = Value::Object(self.spec.clone());
        let location = text(&spec, "location");
        let scheme = location.split_once("://").map(|(scheme, _)| scheme.to_uppercase());
        Piece {
            parts: parts::ids(&spec["parts"]),
            backup_password: spec["backup_password"].as_str().map(str::to_owned),
            location_type: scheme.unwrap_or_default(),
            location,
            location_user: text(&spec, "location_user"),
            comment: comment.to_owned(),
            fast_backup: spec["fast_backup"].as_bool(),
        }
    }

    /// What is really so.
    pub(super) fn truth(&self) -> Value {
        let mut truth = self.info();
        truth["id"] = self.id.clone().into();
        truth["missed"] = self.missed.into();
        truth["encrypted"] = self.spec.contains_key("backup_password").into();
        truth
    }
}

fn find<'s>(state: &'s State, id: &str) -> Result<&'s Schedule, Refusal> {
    state.schedules.iter().find(|s| s.id == id).ok_or_else(|| Refusal::not_found(id))
}

/// All schedules by their ids.
pub(super) fn list(state: &mut State, _: &Ctx<'_>, _: &Call) -> Result<Value, Refusal> {
    Ok(state.schedules.iter().map(|s| json!({"key": s.id, "value": s.info()})).collect())
}

/// One schedule.
pub(super) fn get(state: &mut State, _: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    find(state, call.text("schedule")).map(Schedule::info)
}

/// A new one.
pub(super) fn create(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let id = call.text("schedule");
    if id.trim().is_empty() {
        return Err(Refusal::invalid_field("operation-input", "schedule", "The id of the schedule is empty"));
    }
    if find(state, id).is_ok() {
        return Err(Refusal::already_exists(id));
    }
    let spec = call.value("spec").as_object().cloned().unwrap_or_default();
    check(&spec, ctx.knobs)?;
    let limit = usize::try_from(ctx.knobs.number("vcenter.max_schedules")).unwrap_or_default();
    if limit > 0 && state.schedules.len() >= limit {
        let text = format!("No more than {limit} schedules are supported.");
        return Err(Refusal::generic("com.vmware.applmgmt.err_schedule_limit", &text));
    }
    state.schedules.push(Schedule { id: id.to_owned(), spec, missed: 0 });
    Ok(Value::Null)
}

/// Other members for one; what is not set stays.
pub(super) fn update(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let id = call.text("schedule");
    let mut spec = find(state, id)?.spec.clone();
    spec.extend(call.value("spec").as_object().cloned().unwrap_or_default());
    check(&spec, ctx.knobs)?;
    if let Some(schedule) = state.schedules.iter_mut().find(|s| s.id == id) {
        schedule.spec = spec;
    }
    Ok(Value::Null)
}

/// One less. What it has started goes on.
pub(super) fn delete(state: &mut State, _: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let id = call.text("schedule");
    find(state, id)?;
    state.schedules.retain(|s| s.id != id);
    Ok(Value::Null)
}

/// Runs one now, whether it is enabled or not.
pub(super) fn run(state: &mut State, ctx: &Ctx<'_>, call: &Call) -> Result<Value, Refusal> {
    let id = call.text("schedule");
    let piece = find(state, id)?.piece(call.text("comment"));
    if state.busy() {
        return Err(Refusal::in_use());
    }
    jobs::reach(&piece.place(), ctx.knobs)?;
    let trouble = jobs::out_of_reach(&piece, ctx.knobs);
    let order = Order { piece, user: Some(call.caller.user), schedule: Some(id.to_owned()) };
    Ok(jobs::start(state, ctx, order, trouble).status(ctx))
}

/// The time of a schedule has come: it runs, or misses its turn.
pub(super) fn fire(state: &mut State, ctx: &Ctx<'_>, index: usize) {
    let busy = state.busy();
    let Some(schedule) = state.schedules.get_mut(index) else { return };
    if busy {
        schedule.missed += 1;
        return;
    }
    let order = Order { piece: schedule.piece(""), user: None, schedule: Some(schedule.id.clone()) };
    let trouble = jobs::out_of_reach(&order.piece, ctx.knobs);
    jobs::start(state, ctx, order, trouble);
}

/// `invalid_argument` is declared for what is wrong here, so a bad password is one, too.
fn check(spec: &Map<String, Value>, knobs: &Knobs) -> Result<(), Refusal> {
    let wrong = |field: &str, text: &str| Err(Refusal::invalid_field(STRUCTURE, field, text));
    let member = |name: &str| spec.get(name).unwrap_or(&Value::Null);
    if type_of(member("location").as_str().unwrap_or_default(), knobs).is_none() {
        return wrong("location", "Field \"location\" must be an address of a type that this appliance has");
    }
    if let Some(what) = member("backup_password").as_str().and_then(password::violation) {
        return wrong("backup_password", &format!("The backup password {what}."));
    }
    if let Some(part) = parts::unknown(member("parts"), knobs) {
        return wrong("parts", &format!("Part '{part}' is not known."));
    }
    let outside = |name: &str, last: i64| {
        let number = member("recurrence_info")[name].as_i64();
        number.is_some_and(|number| !(0..=last).contains(&number))
    };
    if outside("minute", 59) {
        return wrong("minute", "Field \"minute\" must be 0 to 59");
    }
    if outside("hour", 23) {
        return wrong("hour", "Field \"hour\" must be 0 to 23");
    }
    if member("retention_info")["max_count"].as_i64().is_some_and(|count| count < 1) {
        return wrong("max_count", "Field \"max_count\" must be 1 or more");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
