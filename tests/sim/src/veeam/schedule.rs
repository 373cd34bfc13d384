//! Schedules: what a job or a copy job may ask for, and when a schedule strikes next.

use super::body::Members;
use super::error::bad;
use super::version::{Version, View};
use crate::http::Response;
use crate::vendor::Ctx;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// The 7 × 24 hours of a week, Sunday first.
const WEEK_HOURS: usize = 168;

const COPY_TYPES: &[&str] = &["Immediate", "DailyAtTime", "Periodically"];
const JOB_TYPES: &[&str] = &["Periodically", "Daily", "ManualOnly"];
const DAY_TYPES: &[&str] =
    &["Everyday", "Weekends", "Workdays", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// The last one came with v8.
const INTERVALS: &[&str] =
    &["Minutes5", "Minutes10", "Minutes15", "Minutes30", "Hours1", "Hours2", "Hours4", "Hours8", "Hours12"];

fn intervals(version: Version) -> &'static [&'static str] {
    match INTERVALS.split_last() {
        Some((_, older)) if version < Version::V8 => older,
        _ => INTERVALS,
    }
}

/// Reads a copy job's `schedulePolicy` and returns it in the product's spelling
/// (<https://helpcenter.veeam.com/archive/vbo365/60/rest/post_copyjobs.html>). Which members a type needs is inferred.
pub(super) fn copy_policy(view: &View<'_>, policy: Option<Value>) -> Result<Value, Response> {
    let Some(policy) = policy else {
        return Ok(json!({ "type": "Immediate", "backupCopyWindowEnabled": false }));
    };
    let mut members = Members::of(policy, "schedulePolicy")?;
    let kind = members.word("type", COPY_TYPES)?.ok_or_else(|| bad("schedulePolicy.type is required."))?;
    let mut out = json!({ "type": kind });
    moments(view, &mut members, &mut out)?;
    let windowed = members.flag("backupCopyWindowEnabled", false)?.unwrap_or(false);
    out["backupCopyWindowEnabled"] = json!(windowed);
    if let Some(settings) = members.take("backupCopyWindowSettings") {
        out["backupCopyWindowSettings"] = window(&view.ctx, settings, "backupCopyWindowSettings")?;
    } else if windowed {
        return Err(bad("backupCopyWindowSettings is required when backupCopyWindowEnabled is true."));
    }
    members.finish(&view.ctx)?;
    complete(&out, kind).map(|()| out)
}

/// What a job without a `schedulePolicy` gets: the product's own defaults, as its PowerShell reference lists them.
fn job_default() -> Value {
    json!({
        "type": "Daily", "dailyType": "Everyday", "dailyTime": "15:00:00", "scheduleEnabled": true,
        "backupWindowEnabled": false, "periodicallyWindowEnabled": false,
        "retryEnabled": false, "retryNumber": 3, "retryWaitInterval": 10,
    })
}

/// Reads a backup job's `schedulePolicy` and returns it in the product's spelling. `old` is the one it changes: members
/// that are not sent stay, but a time or an interval counts only beside a `type`
/// (<https://helpcenter.veeam.com/archive/vbo365/50/rest/put_jobs_id.html>). The ranges are those of the product's
/// PowerShell reference.
pub(super) fn job_policy(view: &View<'_>, policy: Option<Value>, old: Option<&Value>) -> Result<Value, Response> {
    let Some(policy) = policy else {
        return Ok(old.cloned().unwrap_or_else(job_default));
    };
    let mut members = Members::of(policy, "schedulePolicy")?;
    let sent = members.word("type", JOB_TYPES)?;
    let mut given = json!({});
    moments(view, &mut members, &mut given)?;
    if let Some(offset) = members.number("periodicallyOffsetMinutes", 0..=59)? {
        given["periodicallyOffsetMinutes"] = json!(offset);
    }
    let Some(kind) = sent.or_else(|| old.and_then(|o| JOB_TYPES.iter().copied().find(|k| o["type"] == *k))) else {
        return Err(bad("schedulePolicy.type is required."));
    };
    if sent.is_none() && given.as_object().is_some_and(|given| !given.is_empty()) {
        return Err(bad("schedulePolicy.type is required to change the time or the interval."));
    }
    let mut out = old.cloned().unwrap_or_else(|| {
        let mut fresh = job_default();
        forget(&mut fresh, &["dailyType", "dailyTime"]);
        fresh
    });
    out["type"] = json!(kind);
    merge(&mut out, given);
    forget(
        &mut out,
        match kind {
            "Daily" => &["periodicallyEvery", "periodicallyOffsetMinutes"],
            "Periodically" => &["dailyType", "dailyTime"],
            _ => &["periodicallyEvery", "periodicallyOffsetMinutes", "dailyType", "dailyTime"],
        },
    );
    for name in ["scheduleEnabled", "retryEnabled"] {
        if let Some(on) = members.flag(name, false)? {
            out[name] = json!(on);
        }
    }
    for (name, range) in [("retryNumber", 1..=777), ("retryWaitInterval", 1..=999)] {
        if let Some(n) = members.number(name, range)? {
            out[name] = json!(n);
        }
    }
    // v6 has the settings of the second window without its switch.
    let windows = [("backupWindow", Version::V6), ("periodicallyWindow", Version::V7)];
    for (name, switch_since) in windows {
        let (enabled, settings) = (format!("{name}Enabled"), format!("{name}Settings"));
        if view.version >= switch_since
            && let Some(on) = members.flag(&enabled, false)?
        {
            out[&enabled] = json!(on);
        }
        if let Some(value) = members.take(&settings) {
            out[&settings] = window(&view.ctx, value, &settings)?;
        }
        if out[&enabled] == true && out.get(&settings).is_none() {
            return Err(bad(&format!("{settings} is required when {enabled} is true.")));
        }
    }
    members.finish(&view.ctx)?;
    let hourly = out["periodicallyEvery"].as_str().is_some_and(|every| every.starts_with("Hours"));
    if out["periodicallyOffsetMinutes"].as_i64().unwrap_or(0) != 0 && !hourly {
        return Err(bad("periodicallyOffsetMinutes goes with hourly intervals only."));
    }
    complete(&out, kind).map(|()| out)
}

/// A backup job's policy as the version shows it.
pub(super) fn shown(version: Version, policy: &Value) -> Value {
    let mut policy = policy.clone();
    if version < Version::V6 {
        forget(&mut policy, &["periodicallyOffsetMinutes", "periodicallyWindowSettings"]);
    }
    if version < Version::V7 {
        forget(&mut policy, &["periodicallyWindowEnabled"]);
    }
    policy
}

fn forget(policy: &mut Value, names: &[&str]) {
    if let Some(policy) = policy.as_object_mut() {
        policy.retain(|name, _| !names.contains(&name.as_str()));
    }
}

fn merge(policy: &mut Value, with: Value) {
    if let (Some(policy), Value::Object(with)) = (policy.as_object_mut(), with) {
        policy.extend(with);
    }
}

/// Reads when a policy strikes: the interval, or the days and the time.
fn moments(view: &View<'_>, members: &mut Members, out: &mut Value) -> Result<(), Response> {
    if let Some(every) = members.word("periodicallyEvery", intervals(view.version))? {
        out["periodicallyEvery"] = json!(every);
    }
    if let Some(days) = members.word("dailyType", DAY_TYPES)? {
        out["dailyType"] = json!(days);
    }
    if let Some(time) = members.text("dailyTime")? {
        if !is_time(&time) {
            return Err(bad("dailyTime must have the form HH:mm:ss."));
        }
        out["dailyTime"] = json!(time);
    }
    Ok(())
}

/// Whether everything is there that the type needs.
fn complete(policy: &Value, kind: &str) -> Result<(), Response> {
    let needs: &[&str] = match kind {
        "Daily" | "DailyAtTime" => &["dailyType", "dailyTime"],
        "Periodically" => &["periodicallyEvery"],
        _ => &[],
    };
    match needs.iter().find(|need| policy[**need].is_null()) {
        Some(need) => Err(bad(&format!("schedulePolicy.{need} is required for the type {kind}."))),
        None => Ok(()),
    }
}

fn window(ctx: &Ctx<'_>, settings: Value, name: &str) -> Result<Value, Response> {
    let mut members = Members::of(settings, name)?;
    let hours = members.take("backupWindow").unwrap_or(Value::Null);
    let whole_week = hours.as_array().is_some_and(|h| h.len() == WEEK_HOURS && h.iter().all(Value::is_boolean));
    if !whole_week {
        return Err(bad("backupWindow must have exactly 168 elements, each true or false."));
    }
    let offset = members.number("minuteOffset", i64::from(i32::MIN)..=i64::from(i32::MAX))?.unwrap_or(0);
    members.finish(ctx)?;
    Ok(json!({ "backupWindow": hours, "minuteOffset": offset }))
}

fn is_time(text: &str) -> bool {
    text.len() == 8 && text.parse::<Time>().is_ok()
}

/// When a policy (of a backup job or a copy job) strikes next after `now`, if it strikes at all.
pub(super) fn next_run(policy: &Value, now: Timestamp) -> Option<Timestamp> {
    match policy["type"].as_str()? {
        "Daily" | "DailyAtTime" => next_day(policy, now),
        "Periodically" => {
            let word = policy["periodicallyEvery"].as_str()?;
            let minutes = match word.strip_prefix("Hours") {
                Some(hours) => hours.parse::<i64>().ok()?.checked_mul(60)?,
                None => word.strip_prefix("Minutes")?.parse().ok()?,
            };
            let step = minutes.checked_mul(60).filter(|s| *s > 0)?;
            let shift = policy["periodicallyOffsetMinutes"].as_i64().unwrap_or(0) * 60;
            let struck = now.as_second().checked_sub(shift)?.div_euclid(step);
            Timestamp::from_second((struck + 1).checked_mul(step)?.checked_add(shift)?).ok()
        }
        _ => None,
    }
}

fn next_day(policy: &Value, now: Timestamp) -> Option<Timestamp> {
    let time: Time = policy["dailyTime"].as_str()?.parse().ok()?;
    let days = policy["dailyType"].as_str()?;
    let today = now.to_zoned(TimeZone::UTC).date();
    (0..8).find_map(|ahead: i64| {
        let day = today.checked_add(SignedDuration::from_hours(24 * ahead)).ok()?;
        let at = day.to_datetime(time).to_zoned(TimeZone::UTC).ok()?.timestamp();
        (at > now && strikes(days, day.weekday())).then_some(at)
    })
}

fn strikes(days: &str, weekday: Weekday) -> bool {
    let weekend = matches!(weekday, Weekday::Saturday | Weekday::Sunday);
    match days {
        "Everyday" => true,
        "Weekends" => weekend,
        "Workdays" => !weekend,
        _ => {
            let name = match weekday {
                Weekday::Monday => "Monday",
                Weekday::Tuesday => "Tuesday",
                Weekday::Wednesday => "Wednesday",
                Weekday::Thursday => "Thursday",
                Weekday::Friday => "Friday",
                Weekday::Saturday => "Saturday",
                Weekday::Sunday => "Sunday",
            };
            name == days
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::veeam::bench::{Bench, MAIL};
    use crate::veeam::when::fixed;

    #[test]
    fn strikes_on_the_right_day() {
        // A Thursday.
        let now = fixed("2026-01-15T08:00:00Z");
        for (policy, want) in [
            (json!({"type": "Daily", "dailyType": "Everyday", "dailyTime": "21:30:00"}), Some("2026-01-15T21:30:00Z")),
            (json!({"type": "Daily", "dailyType": "Everyday", "dailyTime": "08:00:00"}), Some("2026-01-16T08:00:00Z")),
            (
                json!({"type": "DailyAtTime", "dailyType": "Weekends", "dailyTime": "02:00:00"}),
                Some("2026-01-17T02:00:00Z"),
            ),
            (json!({"type": "Daily", "dailyType": "Thursday", "dailyTime": "07:00:00"}), Some("2026-01-22T07:00:00Z")),
            (json!({"type": "Periodically", "periodicallyEvery": "Minutes15"}), Some("2026-01-15T08:15:00Z")),
            (json!({"type": "Periodically", "periodicallyEvery": "Hours8"}), Some("2026-01-15T16:00:00Z")),
            (
                json!({"type": "Periodically", "periodicallyEvery": "Hours1", "periodicallyOffsetMinutes": 20}),
                Some("2026-01-15T08:20:00Z"),
            ),
            (json!({"type": "Immediate"}), None),
            (json!({"type": "ManualOnly"}), None),
        ] {
            assert_eq!(next_run(&policy, now), want.map(fixed), "{policy}");
        }
    }

    fn put(version: &str, policy: &Value) -> (u16, Value) {
        let mut bench = Bench::new();
        let path = format!("/{version}/Jobs/{MAIL}");
        let status = bench.ask("PUT", &path, &json!({"schedulePolicy": policy}).to_string()).status;
        (status, bench.get(&path)["schedulePolicy"].clone())
    }

    #[test]
    fn a_jobs_policy_is_checked_and_merged() {
        let window = json!({"backupWindow": vec![true; 168], "minuteOffset": 60});
        let (status, policy) = put(
            "v8",
            &json!({
                "type": "periodically", "periodicallyEvery": "hours12", "periodicallyOffsetMinutes": 59,
                "periodicallyWindowEnabled": true, "periodicallyWindowSettings": window, "retryNumber": 777,
            }),
        );
        assert_eq!(
            (status, &policy["periodicallyEvery"], &policy["retryNumber"]),
            (204, &json!("Hours12"), &json!(777))
        );
        assert_eq!((policy.get("dailyTime"), &policy["retryWaitInterval"]), (None, &json!(10)));
        assert_eq!(policy["periodicallyWindowSettings"], window);
        assert_eq!(put("v7", &json!({"retryWaitInterval": 999})).1["dailyTime"], "21:30:00");
        let short = json!({"backupWindow": vec![true; 167]});
        for (version, policy) in [
            ("v7", json!({"type": "Periodically", "periodicallyEvery": "Hours12"})),
            ("v6", json!({"periodicallyWindowEnabled": false})),
            ("v8", json!({"dailyTime": "22:00:00"})),
            ("v8", json!({"type": "Daily", "dailyTime": "22:00"})),
            ("v8", json!({"type": "DailyAtTime"})),
            ("v8", json!({"type": "Periodically"})),
            ("v8", json!({"type": "Periodically", "periodicallyEvery": "Minutes5", "periodicallyOffsetMinutes": 5})),
            ("v8", json!({"type": "Periodically", "periodicallyEvery": "Hours1", "periodicallyOffsetMinutes": 60})),
            ("v8", json!({"retryNumber": 0})),
            ("v8", json!({"retryNumber": 778})),
            ("v8", json!({"retryWaitInterval": 1000})),
            ("v8", json!({"retryEnabled": "true"})),
            ("v8", json!({"backupWindowEnabled": true})),
            ("v8", json!({"backupWindowEnabled": true, "backupWindowSettings": short})),
            ("v8", json!({"backupCopyWindowEnabled": true})),
        ] {
            let before = Bench::new().get(&format!("/{version}/Jobs/{MAIL}"))["schedulePolicy"].clone();
            assert_eq!(put(version, &policy), (400, before), "{version} {policy}");
        }
    }
}
