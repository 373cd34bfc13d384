//! Making a schedule for a backup job.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, flag, maybe, place};
use crate::text::{maybe_text, members, text};
use crate::veeam::backup_window::bkj_veeam_backup_window;
use crate::veeam::job_schedule::bkj_veeam_job_schedule;
use backupjobs::veeam;
use std::ffi::c_char;

impl bkj_veeam_job_schedule {
    fn change(&mut self, change: impl FnOnce(&mut veeam::JobSchedule)) {
        let mut inner = self.inner.clone();
        change(&mut inner);
        *self = inner.into();
    }
}

/// A schedule without anything set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_new() -> *mut bkj_veeam_job_schedule {
    boxed(|| veeam::JobSchedule::default().into())
}

/// Runs only by hand.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_manual() -> *mut bkj_veeam_job_schedule {
    boxed(|| veeam::JobSchedule::manual().into())
}

/// Runs once a day. `days` is a word such as "Everyday"; `time` is HH:mm:ss.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_daily(
    days: *const c_char,
    time: *const c_char,
    out: *mut *mut bkj_veeam_job_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::JobSchedule::daily(text!(days).into(), text!(time)));
    })
}

/// Runs every so often. `every` is a word such as "Hours2".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_periodically(
    every: *const c_char,
    out: *mut *mut bkj_veeam_job_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::JobSchedule::periodically(text!(every).into()));
    })
}

/// Binds a schedule to a window, of which it keeps a copy: a run outside is ended.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_within(
    schedule: *mut bkj_veeam_job_schedule,
    window: *const bkj_veeam_backup_window,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        *schedule = schedule.inner.clone().within(arg!(window).inner.clone()).into();
    })
}

/// Tries a failed run again, so many times, with so many minutes between.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_retried(
    schedule: *mut bkj_veeam_job_schedule,
    times: i64,
    wait_minutes: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        *schedule = schedule.inner.clone().retried(times, wait_minutes).into();
    })
}

/// Type, as a word; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_kind(
    object: *mut bkj_veeam_job_schedule,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(word).map(Into::into);
        object.change(|inner| inner.kind = value);
    })
}

/// Whether the schedule is on. To be set only with intervals of hours, by the v7 and v8 documents: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_schedule_enabled(
    object: *mut bkj_veeam_job_schedule,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.schedule_enabled = value);
    })
}

/// Days of a daily schedule, as a word; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_daily_type(
    object: *mut bkj_veeam_job_schedule,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(word).map(Into::into);
        object.change(|inner| inner.daily_type = value);
    })
}

/// `HH:mm:ss` of a daily schedule; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_daily_time(
    object: *mut bkj_veeam_job_schedule,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.daily_time = value);
    })
}

/// Interval of a periodic schedule, as a word; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_periodically_every(
    object: *mut bkj_veeam_job_schedule,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(word).map(Into::into);
        object.change(|inner| inner.periodically_every = value);
    })
}

/// Minutes past the hour, 0–59, for intervals of hours; v6; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_periodically_offset_minutes(
    object: *mut bkj_veeam_job_schedule,
    number: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = (number != i64::from(crate::BKJ_ABSENT)).then_some(number);
        object.change(|inner| inner.periodically_offset_minutes = value);
    })
}

/// Whether a periodic job runs only in certain hours; v7: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_periodically_window_enabled(
    object: *mut bkj_veeam_job_schedule,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.periodically_window_enabled = value);
    })
}

/// Those hours; v6, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_periodically_window_settings(
    object: *mut bkj_veeam_job_schedule,
    value: *const bkj_veeam_backup_window,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe!(value).map(|value| value.inner.clone());
        object.change(|inner| inner.periodically_window_settings = value);
    })
}

/// Whether a run outside the window is ended: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_backup_window_enabled(
    object: *mut bkj_veeam_job_schedule,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.backup_window_enabled = value);
    })
}

/// That window, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_backup_window_settings(
    object: *mut bkj_veeam_job_schedule,
    value: *const bkj_veeam_backup_window,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe!(value).map(|value| value.inner.clone());
        object.change(|inner| inner.backup_window_settings = value);
    })
}

/// Whether a failed run is tried again: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_retry_enabled(
    object: *mut bkj_veeam_job_schedule,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.retry_enabled = value);
    })
}

/// How often, 1–777; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_retry_number(
    object: *mut bkj_veeam_job_schedule,
    number: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = (number != i64::from(crate::BKJ_ABSENT)).then_some(number);
        object.change(|inner| inner.retry_number = value);
    })
}

/// Minutes between, 1–999; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_retry_wait_interval(
    object: *mut bkj_veeam_job_schedule,
    number: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = (number != i64::from(crate::BKJ_ABSENT)).then_some(number);
        object.change(|inner| inner.retry_wait_interval = value);
    })
}

/// Members to be sent besides, as a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_set_extra_json(
    object: *mut bkj_veeam_job_schedule,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = members(text!(json), "json")?;
        object.change(|inner| inner.extra = value);
    })
}
