//! Schedules: what a copy job may ask for, and when a schedule strikes next.

use super::body::Members;
use super::error::bad;
use crate::http::Response;
use crate::vendor::Ctx;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// The 7 × 24 hours of a week, Sunday first.
const WEEK_HOURS: usize = 168;

const COPY_TYPES: &[&str] = &["Immediate", "DailyAtTime", "Periodically"];
const DAY_TYPES: &[&str] =
    &["Everyday", "Weekends", "Workdays", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const INTERVALS: &[&str] = &["Minutes5", "Minutes10", "Minutes15", "Minutes30", "Hours1", "Hours2", "Hours4", "Hours8"];

/// Reads a copy job's `schedulePolicy` and returns it in the product's spelling
/// (<https://helpcenter.veeam.com/archive/vbo365/60/rest/post_copyjobs.html>). Which members a type needs is inferred.
pub(super) fn copy_policy(ctx: &Ctx<'_>, policy: Option<Value>) -> Result<Value, Response> {
    let Some(policy) = policy else {
        return Ok(json!({ "type": "Immediate", "backupCopyWindowEnabled": false }));
    };
    let mut members = Members::of(policy, "schedulePolicy")?;
    let kind = members.word("type", COPY_TYPES)?.ok_or_else(|| bad("schedulePolicy.type is required."))?;
    let mut out = json!({ "type": kind });
    if let Some(every) = members.word("periodicallyEvery", INTERVALS)? {
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
    let windowed = members.flag("backupCopyWindowEnabled", false)?.unwrap_or(false);
    out["backupCopyWindowEnabled"] = json!(windowed);
    if let Some(settings) = members.take("backupCopyWindowSettings") {
        out["backupCopyWindowSettings"] = window(ctx, settings)?;
    } else if windowed {
        return Err(bad("backupCopyWindowSettings is required when backupCopyWindowEnabled is true."));
    }
    members.finish(ctx)?;
    let needs: &[&str] = match kind {
        "DailyAtTime" => &["dailyType", "dailyTime"],
        "Periodically" => &["periodicallyEvery"],
        _ => &[],
    };
    match needs.iter().find(|need| out[**need].is_null()) {
        Some(need) => Err(bad(&format!("schedulePolicy.{need} is required for the type {kind}."))),
        None => Ok(out),
    }
}

fn window(ctx: &Ctx<'_>, settings: Value) -> Result<Value, Response> {
    let mut members = Members::of(settings, "backupCopyWindowSettings")?;
    let hours = members.take("backupWindow").unwrap_or(Value::Null);
    let whole_week = hours.as_array().is_some_and(|h| h.len() == WEEK_HOURS && h.iter().all(Value::is_boolean));
    if !whole_week {
        return Err(bad("backupWindow must have exactly 168 elements, each true or false."));
    }
    let offset = match members.take("minuteOffset") {
        None => 0,
        Some(value) => {
            value.as_i64().and_then(|n| i32::try_from(n).ok()).ok_or_else(|| bad("minuteOffset must be an integer."))?
        }
    };
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
            Timestamp::from_second((now.as_second().div_euclid(step) + 1).checked_mul(step)?).ok()
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
            (json!({"type": "Immediate"}), None),
            (json!({"type": "ManualOnly"}), None),
        ] {
            assert_eq!(next_run(&policy, now), want.map(fixed), "{policy}");
        }
    }
}
