//! When a backup job runs by itself.
//!
//! Ranges are those of the product's PowerShell reference, which has the same settings.

use super::schedule::{check_interval, check_time_of_day, check_words, word};
use super::{BackupWindow, DailyType, Dialect, PeriodicallyEvery, unsupported};
use crate::Extra;
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use serde::{Deserialize, Serialize};

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

/// `schedulePolicy` of a backup job. Unset members are not sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct JobSchedule {
    /// Type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<JobScheduleType>,
    /// Whether the schedule is on. To be set only with intervals of hours, by the v7 and v8 documents.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub schedule_enabled: Option<bool>,
    /// Days of a daily schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub daily_type: Option<DailyType>,
    /// `HH:mm:ss` of a daily schedule.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub daily_time: Option<String>,
    /// Interval of a periodic schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periodically_every: Option<PeriodicallyEvery>,
    /// Minutes past the hour, 0–59, for intervals of hours; v6.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub periodically_offset_minutes: Option<i64>,
    /// Whether a periodic job runs only in certain hours; v7.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub periodically_window_enabled: Option<bool>,
    /// Those hours; v6.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periodically_window_settings: Option<BackupWindow>,
    /// Whether a run outside the window is ended.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub backup_window_enabled: Option<bool>,
    /// That window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_window_settings: Option<BackupWindow>,
    /// Whether a failed run is tried again.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub retry_enabled: Option<bool>,
    /// How often, 1–777.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub retry_number: Option<i64>,
    /// Minutes between, 1–999.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub retry_wait_interval: Option<i64>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl JobSchedule {
    /// Runs only by hand.
    #[must_use]
    pub fn manual() -> Self {
        Self { kind: Some(JobScheduleType::ManualOnly), ..Self::default() }
    }

    /// Runs once a day. `time` is `HH:mm:ss`.
    #[must_use]
    pub fn daily(days: DailyType, time: impl Into<String>) -> Self {
        Self {
            kind: Some(JobScheduleType::Daily),
            daily_type: Some(days),
            daily_time: Some(time.into()),
            ..Self::default()
        }
    }

    /// Runs every so often.
    #[must_use]
    pub fn periodically(every: PeriodicallyEvery) -> Self {
        Self { kind: Some(JobScheduleType::Periodically), periodically_every: Some(every), ..Self::default() }
    }

    /// The same schedule; a run outside the window is ended.
    #[must_use]
    pub fn within(mut self, window: BackupWindow) -> Self {
        self.backup_window_enabled = Some(true);
        self.backup_window_settings = Some(window);
        self
    }

    /// The same schedule; a failed run is tried again so often (1–777), after so many minutes (1–999).
    #[must_use]
    pub fn retried(mut self, times: i64, wait_minutes: i64) -> Self {
        self.retry_enabled = Some(true);
        self.retry_number = Some(times);
        self.retry_wait_interval = Some(wait_minutes);
        self
    }

    /// Refuses before any request what the server could only refuse.
    pub(super) fn check(&self, dialect: Dialect) -> Result<()> {
        check_time_of_day(self.daily_time.as_deref())?;
        check_words(
            [word!(self.kind), word!(self.daily_type), word!(self.periodically_every)],
            "job schedule",
            "types: Daily, Periodically, ManualOnly; see the reference for days and intervals",
        )?;
        check_interval(self.periodically_every.as_ref(), dialect)?;
        if self.periodically_window_enabled.is_some() && !dialect.has_periodic_window_flag() {
            return Err(unsupported(dialect, "periodically_window_enabled"));
        }
        for (name, number, most) in
            [("retry_number", self.retry_number, 777), ("retry_wait_interval", self.retry_wait_interval, 999)]
        {
            check_range(name, number, 1, most)?;
        }
        check_range("periodically_offset_minutes", self.periodically_offset_minutes, 0, 59)?;
        let windows = [&self.backup_window_settings, &self.periodically_window_settings];
        windows.into_iter().flatten().try_for_each(BackupWindow::check)
    }

    /// Refuses what is missing from the schedule of a new job. (An edit may leave a window as it is.)
    pub(super) fn check_whole(&self) -> Result<()> {
        for (what, enabled, window) in [
            ("backup", self.backup_window_enabled, &self.backup_window_settings),
            ("periodic", self.periodically_window_enabled, &self.periodically_window_settings),
        ] {
            if enabled == Some(true) && window.is_none() {
                let message = format!("the {what} window is enabled but no window is given");
                return Err(Error::invalid(message).remedied("give 168 hours"));
            }
        }
        Ok(())
    }
}

fn check_range(name: &str, number: Option<i64>, least: i64, most: i64) -> Result<()> {
    match number {
        Some(number) if !(least..=most).contains(&number) => {
            Err(Error::invalid(format!("{name} is {number}")).remedied(format!("give {least} to {most}")))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;
    use serde_json::json;

    fn changed(change: impl FnOnce(&mut JobSchedule)) -> JobSchedule {
        let mut schedule = JobSchedule::periodically(PeriodicallyEvery::Hours4);
        change(&mut schedule);
        schedule
    }

    #[test]
    fn odd_schedules_are_refused() {
        for (schedule, why) in [
            (JobSchedule::daily(DailyType::Everyday, "25:00:00"), "25:00:00"),
            (JobSchedule::daily(DailyType::from("Someday"), "01:00:00"), "Someday"),
            (changed(|s| s.kind = Some(JobScheduleType::from("DailyAtTime"))), "DailyAtTime"),
            (JobSchedule::manual().retried(0, 10), "retry_number is 0"),
            (JobSchedule::manual().retried(778, 10), "retry_number is 778"),
            (JobSchedule::manual().retried(1, 0), "retry_wait_interval is 0"),
            (JobSchedule::manual().retried(1, 1000), "retry_wait_interval is 1000"),
            (changed(|s| s.periodically_offset_minutes = Some(60)), "periodically_offset_minutes is 60"),
            (changed(|s| s.periodically_offset_minutes = Some(-1)), "periodically_offset_minutes is -1"),
            (changed(|s| s.backup_window_settings = Some(short())), "not 3"),
            (changed(|s| s.periodically_window_settings = Some(short())), "not 3"),
        ] {
            let error = schedule.check(Dialect::V8).expect_err(why);
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
            assert!(error.message().contains(why), "{error}");
        }
        let good = JobSchedule::daily(DailyType::Workdays, "21:30:00").retried(777, 999).within(BackupWindow::always());
        assert!(good.check(Dialect::V6).is_ok() && good.check_whole().is_ok());
        assert!(changed(|s| s.periodically_offset_minutes = Some(59)).check(Dialect::V6).is_ok());
    }

    fn short() -> BackupWindow {
        serde_json::from_value(json!({"backupWindow": [true, true, true]})).expect("window")
    }

    #[test]
    fn an_enabled_window_needs_its_hours_in_a_new_job() {
        for schedule in
            [changed(|s| s.backup_window_enabled = Some(true)), changed(|s| s.periodically_window_enabled = Some(true))]
        {
            assert!(schedule.check(Dialect::V8).is_ok());
            assert!(schedule.check_whole().is_err(), "{schedule:?}");
        }
    }

    #[test]
    fn later_words_are_refused_on_earlier_versions() {
        for (schedule, first) in [
            (JobSchedule::periodically(PeriodicallyEvery::Hours12), Dialect::V8),
            (changed(|s| s.periodically_window_enabled = Some(false)), Dialect::V7),
        ] {
            for dialect in [Dialect::V6, Dialect::V7, Dialect::V8] {
                let kind = schedule.check(dialect).map_err(|error| error.kind());
                assert_eq!(kind, if dialect >= first { Ok(()) } else { Err(ErrorKind::Unsupported) }, "{dialect}");
            }
        }
    }

    #[test]
    fn schedules_are_open() {
        let schedule: JobSchedule = crate::roundtrip::assert_open(&json!({
            "type": "Periodically", "scheduleEnabled": true, "dailyType": "Everyday", "dailyTime": "15:00:00",
            "periodicallyEvery": "Hours12", "periodicallyOffsetMinutes": 5, "periodicallyWindowEnabled": true,
            "periodicallyWindowSettings": {"backupWindow": [true], "minuteOffset": 0},
            "backupWindowEnabled": true, "backupWindowSettings": {"backupWindow": [false], "minuteOffset": 60},
            "retryEnabled": true, "retryNumber": 3, "retryWaitInterval": 10,
        }));
        assert!(schedule.extra.is_empty(), "{:?}", schedule.extra);
    }
}
