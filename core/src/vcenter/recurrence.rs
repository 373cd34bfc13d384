//! When a schedule runs, and how much it keeps.

use crate::Extra;
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::redact::one_line;
use serde::{Deserialize, Serialize};

open_enum! {
    /// Day of a schedule.
    pub enum DayOfWeek {
        /// Monday.
        Monday = 1 => "MONDAY",
        /// Tuesday.
        Tuesday = 2 => "TUESDAY",
        /// Wednesday.
        Wednesday = 3 => "WEDNESDAY",
        /// Thursday.
        Thursday = 4 => "THURSDAY",
        /// Friday.
        Friday = 5 => "FRIDAY",
        /// Saturday.
        Saturday = 6 => "SATURDAY",
        /// Sunday.
        Sunday = 7 => "SUNDAY",
    }
}

/// When a schedule runs. The clock is the appliance's (which zone it means is not documented).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct RecurrenceInfo {
    /// Minute, 0–59. A request must have it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub minute: Option<i64>,
    /// Hour, 0–23. A request must have it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub hour: Option<i64>,
    /// Days. None of them: every day.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "crate::lenient::list")]
    pub days: Vec<DayOfWeek>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl RecurrenceInfo {
    /// Every day at this time.
    #[must_use]
    pub fn new(hour: i64, minute: i64) -> Self {
        Self { minute: Some(minute), hour: Some(hour), days: Vec::new(), extra: Extra::new() }
    }

    /// Only on these days.
    #[must_use]
    pub fn days(mut self, days: impl IntoIterator<Item = DayOfWeek>) -> Self {
        self.days = days.into_iter().collect();
        self
    }

    pub(super) fn check(&self) -> Result<()> {
        for (what, value, last) in [("hour", self.hour, 23), ("minute", self.minute, 59)] {
            if !value.is_some_and(|v| (0..=last).contains(&v)) {
                let shown = value.map_or_else(|| "nothing".to_owned(), |v| v.to_string());
                return Err(Error::invalid(format!("the {what} of a schedule is {shown}"))
                    .remedied(format!("give a whole number from 0 to {last}")));
            }
        }
        match self.days.iter().find(|day| !day.is_known()) {
            Some(day) => Err(Error::invalid(format!("'{}' is not a day", one_line(day.as_str())))
                .remedied("use MONDAY to SUNDAY; without days it runs every day")),
            None => Ok(()),
        }
    }
}

/// How many backups a schedule keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct RetentionInfo {
    /// Backups kept. A request must have it, and at least 1.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub max_count: Option<i64>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl RetentionInfo {
    /// Keeps so many.
    #[must_use]
    pub fn new(max_count: i64) -> Self {
        Self { max_count: Some(max_count), extra: Extra::new() }
    }

    pub(super) fn check(&self) -> Result<()> {
        match self.max_count {
            Some(1..) => Ok(()),
            other => {
                let shown = other.map_or_else(|| "nothing".to_owned(), |n| n.to_string());
                Err(Error::invalid(format!("the number of backups to keep is {shown}"))
                    .remedied("keep at least 1; without a retention all are kept"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_times_and_counts_are_refused() {
        for (hour, minute, what) in [(24, 0, "hour"), (-1, 0, "hour"), (0, 60, "minute"), (0, -1, "minute")] {
            let error = RecurrenceInfo::new(hour, minute).check().expect_err(what);
            assert!(error.message().contains(what) && error.remedy().contains("from 0"), "{error}");
        }
        assert!(RecurrenceInfo::default().check().expect_err("nothing").message().contains("hour"));
        assert!(RecurrenceInfo::new(0, 0).check().is_ok() && RecurrenceInfo::new(23, 59).check().is_ok());
        let error = RecurrenceInfo::new(1, 1).days([DayOfWeek::Monday, "FRYDAY".into()]).check().expect_err("day");
        assert!(error.message().contains("FRYDAY"), "{error}");
        for count in [Some(0), Some(-3), None] {
            let retention = RetentionInfo { max_count: count, ..RetentionInfo::default() };
            assert!(retention.check().is_err(), "{count:?}");
        }
        assert!(RetentionInfo::new(1).check().is_ok());
    }
}
