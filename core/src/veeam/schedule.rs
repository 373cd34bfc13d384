//! When jobs and copy jobs run by themselves.
//!
//! The type of a daily schedule is `Daily` on a backup job but `DailyAtTime` on a copy job.

use crate::Extra;
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use serde::{Deserialize, Serialize};

/// Hours in a week, and elements in a backup window.
const WEEK: usize = 168;

open_enum! {
    /// Type of a backup job's schedule.
    pub enum JobScheduleType {
        /// Every few minutes or hours.
        Periodically = 1 => "Periodically",
        /// Once a day.
        Daily = 2 => "Daily",
        /// Only by hand.
        ManualOnly = 3 => "ManualOnly",
    }
}

open_enum! {
    /// Type of a copy job's schedule.
    pub enum CopyScheduleType {
        /// Right after a new restore point appears in the source repository.
        Immediate = 1 => "Immediate",
        /// Every few minutes or hours.
        Periodically = 2 => "Periodically",
        /// Once a day.
        DailyAtTime = 3 => "DailyAtTime",
    }
}

open_enum! {
    /// Days of a daily schedule.
    pub enum DailyType {
        /// Every day.
        Everyday = 1 => "Everyday",
        /// Monday to Friday.
        Workdays = 2 => "Workdays",
        /// Saturday and Sunday.
        Weekends = 3 => "Weekends",
        /// Mondays.
        Monday = 4 => "Monday",
        /// Tuesdays.
        Tuesday = 5 => "Tuesday",
        /// Wednesdays.
        Wednesday = 6 => "Wednesday",
        /// Thursdays.
        Thursday = 7 => "Thursday",
        /// Fridays.
        Friday = 8 => "Friday",
        /// Saturdays.
        Saturday = 9 => "Saturday",
        /// Sundays.
        Sunday = 10 => "Sunday",
    }
}

open_enum! {
    /// Interval of a periodic schedule.
    pub enum PeriodicallyEvery {
        /// 5 minutes.
        Minutes5 = 1 => "Minutes5",
        /// 10 minutes.
        Minutes10 = 2 => "Minutes10",
        /// 15 minutes.
        Minutes15 = 3 => "Minutes15",
        /// 30 minutes.
        Minutes30 = 4 => "Minutes30",
        /// 1 hour.
        Hours1 = 5 => "Hours1",
        /// 2 hours.
        Hours2 = 6 => "Hours2",
        /// 4 hours.
        Hours4 = 7 => "Hours4",
        /// 8 hours.
        Hours8 = 8 => "Hours8",
    }
}

/// The hours of the week in which a job may run: 168 flags from Sunday 00:00 on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BackupWindow {
    /// One flag an hour; true: allowed. A server's answer may have any length, a request must have 168.
    #[serde(default, deserialize_with = "crate::lenient::list")]
    pub backup_window: Vec<bool>,
    /// Minutes from UTC. Which sign means east is not documented; read plainly, +60 is UTC+1.
    #[serde(default, deserialize_with = "crate::lenient::int", skip_serializing_if = "Option::is_none")]
    pub minute_offset: Option<i64>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl BackupWindow {
    /// A window of exactly 168 hours.
    ///
    /// # Errors
    /// `InvalidArgument` for any other length.
    pub fn new(hours: Vec<bool>, minute_offset: i64) -> Result<Self> {
        let window = Self { backup_window: hours, minute_offset: Some(minute_offset), extra: Extra::new() };
        window.check().map(|()| window).map_err(|e| e.during("veeam.create_copy_job"))
    }

    /// Every hour of the week.
    #[must_use]
    pub fn always() -> Self {
        Self { backup_window: vec![true; WEEK], minute_offset: Some(0), extra: Extra::new() }
    }

    fn check(&self) -> Result<()> {
        let hours = self.backup_window.len();
        if hours == WEEK {
            return Ok(());
        }
        Err(Error::invalid(format!("a backup window has 168 hours, not {hours}"))
            .remedied("give 7 × 24 flags, Sunday 00:00 first"))
    }
}

/// `schedulePolicy` of a backup job.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct JobSchedule {
    /// Type.
    #[serde(rename = "type")]
    pub kind: Option<JobScheduleType>,
    /// Whether the schedule is on.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub schedule_enabled: Option<bool>,
    /// Days of a daily schedule.
    pub daily_type: Option<DailyType>,
    /// `HH:mm:ss` of a daily schedule.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub daily_time: Option<String>,
    /// Interval of a periodic schedule.
    pub periodically_every: Option<PeriodicallyEvery>,
    /// Minutes past the hour, 0–59, for intervals of hours; v6.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub periodically_offset_minutes: Option<i64>,
    /// Hours in which a periodic job may run; v6.
    pub periodically_window_settings: Option<BackupWindow>,
    /// Whether a run outside the window is ended.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub backup_window_enabled: Option<bool>,
    /// That window.
    pub backup_window_settings: Option<BackupWindow>,
    /// Whether a failed run is tried again.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub retry_enabled: Option<bool>,
    /// How often.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub retry_number: Option<i64>,
    /// Minutes between.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub retry_wait_interval: Option<i64>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// `schedulePolicy` of a copy job. Unset members are not sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct CopySchedule {
    /// Type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<CopyScheduleType>,
    /// Days of a daily schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub daily_type: Option<DailyType>,
    /// `HH:mm:ss` of a daily schedule.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub daily_time: Option<String>,
    /// Interval of a periodic schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periodically_every: Option<PeriodicallyEvery>,
    /// Whether copying is bound to a window.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub backup_copy_window_enabled: Option<bool>,
    /// That window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_copy_window_settings: Option<BackupWindow>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CopySchedule {
    /// Copies right after each new restore point.
    #[must_use]
    pub fn immediate() -> Self {
        Self { kind: Some(CopyScheduleType::Immediate), ..Self::default() }
    }

    /// Copies once a day. `time` is `HH:mm:ss`.
    #[must_use]
    pub fn daily(days: DailyType, time: impl Into<String>) -> Self {
        Self {
            kind: Some(CopyScheduleType::DailyAtTime),
            daily_type: Some(days),
            daily_time: Some(time.into()),
            ..Self::default()
        }
    }

    /// Copies every so often.
    #[must_use]
    pub fn periodically(every: PeriodicallyEvery) -> Self {
        Self { kind: Some(CopyScheduleType::Periodically), periodically_every: Some(every), ..Self::default() }
    }

    /// The same schedule, bound to a window.
    #[must_use]
    pub fn within(mut self, window: BackupWindow) -> Self {
        self.backup_copy_window_enabled = Some(true);
        self.backup_copy_window_settings = Some(window);
        self
    }

    /// Refuses before any request what the server could only refuse.
    pub(super) fn check(&self) -> Result<()> {
        if let Some(time) = &self.daily_time {
            let parts: Vec<Option<u8>> = time.split(':').map(|p| p.parse().ok().filter(|_| p.len() == 2)).collect();
            if !matches!(parts[..], [Some(0..=23), Some(0..=59), Some(0..=59)]) {
                let shown = crate::redact::one_line(time);
                return Err(
                    Error::invalid(format!("'{shown}' is not a time of day")).remedied("write it HH:mm:ss, in UTC")
                );
            }
        }
        for (word, known) in [
            (
                self.kind.as_ref().map(CopyScheduleType::as_str),
                self.kind.as_ref().is_none_or(CopyScheduleType::is_known),
            ),
            (self.daily_type.as_ref().map(DailyType::as_str), self.daily_type.as_ref().is_none_or(DailyType::is_known)),
            (
                self.periodically_every.as_ref().map(PeriodicallyEvery::as_str),
                self.periodically_every.as_ref().is_none_or(PeriodicallyEvery::is_known),
            ),
        ] {
            if !known {
                let shown = crate::redact::one_line(word.unwrap_or_default());
                return Err(Error::invalid(format!("'{shown}' is not a word of a copy schedule")).remedied(
                    "types: Immediate, DailyAtTime, Periodically; see the reference for days and intervals",
                ));
            }
        }
        match &self.backup_copy_window_settings {
            Some(window) => window.check(),
            None if self.backup_copy_window_enabled == Some(true) => {
                Err(Error::invalid("the copy window is enabled but no window is given").remedied("give 168 hours"))
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_has_168_hours() {
        assert!(BackupWindow::new(vec![true; 168], 0).is_ok());
        for hours in [0, 167, 169] {
            let error = BackupWindow::new(vec![true; hours], 0).expect_err("length");
            assert!(error.to_string().contains("168"), "{error}");
        }
    }

    #[test]
    fn odd_schedules_are_refused() {
        let bad_time = CopySchedule::daily(DailyType::Everyday, "24:00:00");
        let short = CopySchedule::daily(DailyType::Everyday, "2:00");
        let word = CopySchedule::periodically(PeriodicallyEvery::from("Hours3"));
        let mut no_window = CopySchedule::immediate();
        no_window.backup_copy_window_enabled = Some(true);
        for schedule in [bad_time, short, word, no_window] {
            assert!(schedule.check().is_err(), "{schedule:?}");
        }
        assert!(CopySchedule::daily(DailyType::Workdays, "02:30:00").within(BackupWindow::always()).check().is_ok());
    }

    #[test]
    fn unset_members_are_not_sent() {
        let text = serde_json::to_string(&CopySchedule::immediate()).expect("json");
        assert_eq!(text, r#"{"type":"Immediate"}"#);
    }
}
