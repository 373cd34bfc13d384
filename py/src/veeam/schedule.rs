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
        /// Whether a periodic job runs only in certain hours; v7.
        periodically_window_enabled,
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
    } {
        #[new]
        #[pyo3(signature = (kind=None, *, schedule_enabled=None, daily_type=None, daily_time=None,
            periodically_every=None, periodically_offset_minutes=None, periodically_window_enabled=None,
            periodically_window_settings=None, backup_window_enabled=None, backup_window_settings=None,
            retry_enabled=None, retry_number=None, retry_wait_interval=None, extra=None))]
        #[allow(clippy::too_many_arguments, reason = "one for each member, all but the first with names")]
        fn new(
            kind: Option<&str>,
            schedule_enabled: Option<bool>,
            daily_type: Option<&str>,
            daily_time: Option<String>,
            periodically_every: Option<&str>,
            periodically_offset_minutes: Option<i64>,
            periodically_window_enabled: Option<bool>,
            periodically_window_settings: Option<&Bound<'_, BackupWindow>>,
            backup_window_enabled: Option<bool>,
            backup_window_settings: Option<&Bound<'_, BackupWindow>>,
            retry_enabled: Option<bool>,
            retry_number: Option<i64>,
            retry_wait_interval: Option<i64>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut schedule = veeam::JobSchedule::default();
            schedule.kind = kind.map(Into::into);
            schedule.schedule_enabled = schedule_enabled;
            schedule.daily_type = daily_type.map(Into::into);
            schedule.daily_time = daily_time;
            schedule.periodically_every = periodically_every.map(Into::into);
            schedule.periodically_offset_minutes = periodically_offset_minutes;
            schedule.periodically_window_enabled = periodically_window_enabled;
            schedule.periodically_window_settings = periodically_window_settings.map(|value| (*value.get().0).clone());
            schedule.backup_window_enabled = backup_window_enabled;
            schedule.backup_window_settings = backup_window_settings.map(|value| (*value.get().0).clone());
            schedule.retry_enabled = retry_enabled;
            schedule.retry_number = retry_number;
            schedule.retry_wait_interval = retry_wait_interval;
            schedule.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(schedule.into()))
        }

        /// Runs only by hand.
        #[staticmethod]
        fn manual() -> Self {
            Self(veeam::JobSchedule::manual().into())
        }

        /// Runs once a day. ``time`` is HH:mm:ss.
        #[staticmethod]
        fn daily(days: &str, time: String) -> Self {
            Self(veeam::JobSchedule::daily(days.into(), time).into())
        }

        /// Runs every so often.
        #[staticmethod]
        fn periodically(every: &str) -> Self {
            Self(veeam::JobSchedule::periodically(every.into()).into())
        }

        /// The same schedule, bound to a window: a run outside is ended.
        fn within(&self, window: &Bound<'_, BackupWindow>) -> Self {
            Self((*self.0).clone().within((*window.get().0).clone()).into())
        }

        /// The same schedule, with a failed run tried again so many times, with so many minutes between.
        fn retried(&self, times: i64, wait_minutes: i64) -> Self {
            Self((*self.0).clone().retried(times, wait_minutes).into())
        }
    }
}

crate::model::model! {
    /// The hours of the week in which a job may run: 168 flags from Sunday 00:00 on.
    BackupWindow shows veeam::BackupWindow, as "BackupWindow" in "backupjobs.veeam", lazily {
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
    CopySchedule shows veeam::CopySchedule, as "CopySchedule" in "backupjobs.veeam", lazily {
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

        /// Copies once a day. ``time`` is ``HH:mm:ss``.
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
