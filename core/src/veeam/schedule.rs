//! What the schedules of jobs and copy jobs have in common: days, intervals, windows.

use super::{Dialect, unsupported};
use crate::Extra;
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::table::table;
use serde::{Deserialize, Serialize};

/// Hours in a week, and elements in a backup window.
const WEEK: usize = 168;

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
        /// 12 hours; v8.
        Hours12 = 9 => "Hours12",
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

table! { BackupWindow { backup_window = "backupWindow", minute_offset = "minuteOffset" } }

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

    pub(super) fn check(&self) -> Result<()> {
        let hours = self.backup_window.len();
        if hours == WEEK {
            return Ok(());
        }
        Err(Error::invalid(format!("a backup window has 168 hours, not {hours}"))
            .remedied("give 7 × 24 flags, Sunday 00:00 first"))
    }
}

/// Refuses a text that is no `HH:mm:ss`.
pub(super) fn check_time_of_day(time: Option<&str>) -> Result<()> {
    let Some(time) = time else { return Ok(()) };
    let digits = |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<Option<u8>> = time.split(':').map(|part| Some(part).filter(digits)?.parse().ok()).collect();
    if matches!(parts[..], [Some(0..=23), Some(0..=59), Some(0..=59)]) {
        return Ok(());
    }
    let shown = crate::redact::one_line(time);
    Err(Error::invalid(format!("'{shown}' is not a time of day")).remedied("write it HH:mm:ss, in UTC"))
}

/// Refuses an interval that only later versions have.
pub(super) fn check_interval(every: Option<&PeriodicallyEvery>, dialect: Dialect) -> Result<()> {
    match every {
        Some(PeriodicallyEvery::Hours12) if !dialect.has_hours_12() => {
            Err(unsupported(dialect, "an interval of 12 hours").remedied("use Hours8, or API v8"))
        }
        _ => Ok(()),
    }
}

/// A word of a schedule: what it is, and whether we know it.
macro_rules! word {
    ($word:expr) => {
        $word.as_ref().map(|word| (word.as_str(), word.is_known()))
    };
}
pub(super) use word;

/// Refuses the first word that is not known.
pub(super) fn check_words<const N: usize>(
    words: [Option<(&str, bool)>; N],
    what: &str,
    remedy: &'static str,
) -> Result<()> {
    match words.into_iter().flatten().find(|(_, known)| !known) {
        None => Ok(()),
        Some((word, _)) => {
            let shown = crate::redact::one_line(word);
            Err(Error::invalid(format!("'{shown}' is not a word of a {what}")).remedied(remedy))
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
    fn a_time_of_day_has_three_numbers_of_two_digits() {
        for good in ["00:00:00", "23:59:59", "02:30:00"] {
            assert!(check_time_of_day(Some(good)).is_ok(), "{good}");
        }
        for bad in ["24:00:00", "2:00", "02:00", "02:60:00", "02:00:60", "-2:00:00", "+2:00:00", "", "02:00:00:00"] {
            assert!(check_time_of_day(Some(bad)).is_err(), "{bad}");
        }
    }

    #[test]
    fn windows_are_open() {
        let window: BackupWindow =
            crate::roundtrip::assert_open(&serde_json::json!({"backupWindow": [true, false], "minuteOffset": -60}));
        assert!(window.extra.is_empty());
    }
}
