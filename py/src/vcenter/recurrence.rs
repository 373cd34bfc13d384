//! When a schedule runs, and how much it keeps.

use crate::convert::to_extra;
use backupjobs::vcenter;
use pyo3::prelude::*;

crate::model::model! {
    /// When a schedule runs. The clock is the appliance's (which zone it means is not documented).
    ///
    /// :param hour: Hour, 0–23. A request must have it
    /// :param minute: Minute, 0–59. A request must have it
    /// :param days: Days. None of them: every day
    RecurrenceInfo shows vcenter::RecurrenceInfo, as "RecurrenceInfo" in "backupjobs.vcenter" {
        /// Minute, 0–59. A request must have it.
        minute,
        /// Hour, 0–23. A request must have it.
        hour,
        /// Days. None of them: every day.
        days,
        /// Members this version does not know.
        extra,
    } {
        #[new]
        #[pyo3(signature = (hour, minute, *, days=None, extra=None))]
        fn new(
            hour: i64,
            minute: i64,
            days: Option<Vec<String>>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut object = vcenter::RecurrenceInfo::new(hour, minute);
            object.days = days.unwrap_or_default().iter().map(|day| day.as_str().into()).collect();
            object.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(object.into()))
        }
    }
}

crate::model::model! {
    /// How many backups a schedule keeps.
    ///
    /// :param max_count: Backups kept. A request must have it, and at least 1
    RetentionInfo shows vcenter::RetentionInfo, as "RetentionInfo" in "backupjobs.vcenter" {
        /// Backups kept. A request must have it, and at least 1.
        max_count,
        /// Members this version does not know.
        extra,
    } {
        #[new]
        #[pyo3(signature = (max_count, *, extra=None))]
        fn new(
            max_count: i64,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut object = vcenter::RetentionInfo::new(max_count);
            object.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(object.into()))
        }
    }
}
