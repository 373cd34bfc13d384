//! When jobs and copy jobs run by themselves.

use crate::convert::to_extra;
use crate::errors::exception;
use backupjobs::veeam;
use pyo3::prelude::*;

crate::model::model! {
    /// The schedule of a backup job.
    JobSchedule shows veeam::JobSchedule, as "JobSchedule" in "backupjobs.veeam" {
        /// Type.
        kind,
        /// Whether the schedule is on.
        schedule_enabled,
        /// Days of a daily schedule.
        daily_type,
        /// HH:mm:ss of a daily schedule.
        daily_time,
        /// Interval of a periodic schedule.
        periodically_every,
        /// Minutes past the hour, 0–59, for intervals of hours; v6.
        periodically_offset_minutes,
        /// Hours in which a periodic job may run; v6.
        periodically_window_settings,
        /// Whether a run outside the window is ended.
        backup_window_enabled,
        /// That window.
        backup_window_settings,
        /// Whether a failed run is tried again.
        retry_enabled,
        /// How often.
        retry_number,
        /// Minutes between.
        retry_wait_interval,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// The hours of the week in which a job may run: 168 flags from Sunday 00:00 on.
    BackupWindow shows veeam::BackupWindow, as "BackupWindow" in "backupjobs.veeam" {
        /// One flag an hour; True: allowed. A server's answer may have any length, a request must have 168.
        backup_window,
        /// Minutes from UTC. Which sign means east is not documented; read plainly, +60 is UTC+1.
        minute_offset,
        /// Members this version does not know.
        extra,
    } {
        #[new]
        #[pyo3(signature = (backup_window, minute_offset=0, *, extra=None))]
        fn new(
            py: Python<'_>,
            backup_window: Vec<bool>,
            minute_offset: i64,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut window = veeam::BackupWindow::new(backup_window, minute_offset)
                .map_err(|error| exception(py, &error))?;
            window.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(window.into()))
        }

        /// Every hour of the week.
        #[staticmethod]
        fn always() -> Self {
            Self(veeam::BackupWindow::always().into())
        }
    }
}

crate::model::model! {
    /// The schedule of a copy job. What is None is not sent.
    CopySchedule shows veeam::CopySchedule, as "CopySchedule" in "backupjobs.veeam" {
        /// Type.
        kind,
        /// Days of a daily schedule.
        daily_type,
        /// HH:mm:ss of a daily schedule.
        daily_time,
        /// Interval of a periodic schedule.
        periodically_every,
        /// Whether copying is bound to a window.
        backup_copy_window_enabled,
        /// That window.
        backup_copy_window_settings,
        /// Members this version does not know.
        extra,
    } {
        #[new]
        #[pyo3(signature = (kind=None, *, daily_type=None, daily_time=None, periodically_every=None,
            backup_copy_window_enabled=None, backup_copy_window_settings=None, extra=None))]
        fn new(
            kind: Option<&str>,
            daily_type: Option<&str>,
            daily_time: Option<String>,
            periodically_every: Option<&str>,
            backup_copy_window_enabled: Option<bool>,
            backup_copy_window_settings: Option<&Bound<'_, BackupWindow>>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut schedule = veeam::CopySchedule::default();
            schedule.kind = kind.map(Into::into);
            schedule.daily_type = daily_type.map(Into::into);
            schedule.daily_time = daily_time;
            schedule.periodically_every = periodically_every.map(Into::into);
            schedule.backup_copy_window_enabled = backup_copy_window_enabled;
            schedule.backup_copy_window_settings = backup_copy_window_settings.map(|window| (*window.get().0).clone());
            schedule.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(schedule.into()))
        }

        /// Copies right after each new restore point.
        #[staticmethod]
        fn immediate() -> Self {
            Self(veeam::CopySchedule::immediate().into())
        }

        /// Copies once a day. `time` is HH:mm:ss.
        #[staticmethod]
        fn daily(days: &str, time: String) -> Self {
            Self(veeam::CopySchedule::daily(days.into(), time).into())
        }

        /// Copies every so often.
        #[staticmethod]
        fn periodically(every: &str) -> Self {
            Self(veeam::CopySchedule::periodically(every.into()).into())
        }

        /// The same schedule, bound to a window.
        fn within(&self, window: &Bound<'_, BackupWindow>) -> Self {
            Self((*self.0).clone().within((*window.get().0).clone()).into())
        }
    }
}
