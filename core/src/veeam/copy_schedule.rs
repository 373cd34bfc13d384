//! When a copy job runs by itself. The type of a daily schedule is `Daily` on a backup job but `DailyAtTime` on a copy job.
//!
//! <https://helpcenter.veeam.com/archive/vbo365/60/rest/post_copyjobs.html>

use super::schedule::{check_interval, check_time_of_day, check_words, word};
use super::{BackupWindow, DailyType, Dialect, PeriodicallyEvery};
use crate::Extra;
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::table::table;
use serde::{Deserialize, Serialize};

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

table! {
    CopySchedule {
        kind = "type", daily_type = "dailyType", daily_time = "dailyTime", periodically_every = "periodicallyEvery",
        backup_copy_window_enabled = "backupCopyWindowEnabled",
        backup_copy_window_settings = "backupCopyWindowSettings",
    }
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
    pub(super) fn check(&self, dialect: Dialect) -> Result<()> {
        check_time_of_day(self.daily_time.as_deref())?;
        check_words(
            [word!(self.kind), word!(self.daily_type), word!(self.periodically_every)],
            "copy schedule",
            "types: Immediate, DailyAtTime, Periodically; see the reference for days and intervals",
        )?;
        check_interval(self.periodically_every.as_ref(), dialect)?;
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
    use crate::ErrorKind;

    #[test]
    fn odd_schedules_are_refused() {
        let bad_time = CopySchedule::daily(DailyType::Everyday, "24:00:00");
        let short = CopySchedule::daily(DailyType::Everyday, "2:00");
        let word = CopySchedule::periodically(PeriodicallyEvery::from("Hours3"));
        let mut no_window = CopySchedule::immediate();
        no_window.backup_copy_window_enabled = Some(true);
        for schedule in [bad_time, short, word, no_window] {
            let error = schedule.check(Dialect::V8).expect_err("odd");
            assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{schedule:?}");
        }
        let good = CopySchedule::daily(DailyType::Workdays, "02:30:00").within(BackupWindow::always());
        assert!(good.check(Dialect::V6).is_ok());
    }

    #[test]
    fn twelve_hours_came_with_v8() {
        let schedule = CopySchedule::periodically(PeriodicallyEvery::Hours12);
        assert!(schedule.check(Dialect::V8).is_ok());
        let error = schedule.check(Dialect::V7).expect_err("v7");
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert!(error.message().contains("API v7"), "{error}");
    }

    #[test]
    fn unset_members_are_not_sent() {
        let text = serde_json::to_string(&CopySchedule::immediate()).expect("json");
        assert_eq!(text, r#"{"type":"Immediate"}"#);
    }

    #[test]
    fn schedules_are_open() {
        let schedule: CopySchedule = crate::roundtrip::assert_open(&serde_json::json!({
            "type": "DailyAtTime", "dailyType": "Workdays", "dailyTime": "02:30:00", "periodicallyEvery": "Hours12",
            "backupCopyWindowEnabled": true, "backupCopyWindowSettings": {"backupWindow": [true], "minuteOffset": 0},
        }));
        assert!(schedule.extra.is_empty(), "{:?}", schedule.extra);
    }
}
