//! Making a schedule for a new copy job.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, flag, maybe, place};
use crate::text::{maybe_text, members, text};
use crate::veeam::backup_window::bkj_veeam_backup_window;
use crate::veeam::copy_schedule::bkj_veeam_copy_schedule;
use backupjobs::veeam;
use std::ffi::c_char;

/// A schedule without anything set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_new() -> *mut bkj_veeam_copy_schedule {
    boxed(|| veeam::CopySchedule::default().into())
}

/// Copies right after each new restore point.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_immediate() -> *mut bkj_veeam_copy_schedule {
    boxed(|| veeam::CopySchedule::immediate().into())
}

/// Copies once a day. `days` is a word such as "Everyday"; `time` is HH:mm:ss.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_daily(
    days: *const c_char,
    time: *const c_char,
    out: *mut *mut bkj_veeam_copy_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::CopySchedule::daily(text!(days).into(), text!(time)));
    })
}

/// Copies every so often. `every` is a word such as "Hours2".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_periodically(
    every: *const c_char,
    out: *mut *mut bkj_veeam_copy_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::CopySchedule::periodically(text!(every).into()));
    })
}

/// Binds a schedule to a window, of which it keeps a copy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_within(
    schedule: *mut bkj_veeam_copy_schedule,
    window: *const bkj_veeam_backup_window,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        *schedule = schedule.inner.clone().within(arg!(window).inner.clone()).into();
    })
}

/// The type, a word such as "DailyAtTime"; NULL: unset.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_set_kind(
    schedule: *mut bkj_veeam_copy_schedule,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        let mut inner = schedule.inner.clone();
        inner.kind = maybe_text!(word).map(Into::into);
        *schedule = inner.into();
    })
}

/// Days of a daily schedule, a word such as "Workdays"; NULL: unset.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_set_daily_type(
    schedule: *mut bkj_veeam_copy_schedule,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        let mut inner = schedule.inner.clone();
        inner.daily_type = maybe_text!(word).map(Into::into);
        *schedule = inner.into();
    })
}

/// Interval of a periodic schedule, a word such as "Hours2"; NULL: unset.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_set_periodically_every(
    schedule: *mut bkj_veeam_copy_schedule,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        let mut inner = schedule.inner.clone();
        inner.periodically_every = maybe_text!(word).map(Into::into);
        *schedule = inner.into();
    })
}

/// HH:mm:ss of a daily schedule; NULL: unset.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_set_daily_time(
    schedule: *mut bkj_veeam_copy_schedule,
    time: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        let mut inner = schedule.inner.clone();
        inner.daily_time = maybe_text!(time).map(str::to_owned);
        *schedule = inner.into();
    })
}

/// Whether copying is bound to a window: 1, 0, or BKJ_ABSENT for unset.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_set_backup_copy_window_enabled(
    schedule: *mut bkj_veeam_copy_schedule,
    enabled: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        let mut inner = schedule.inner.clone();
        inner.backup_copy_window_enabled = flag(enabled, "enabled")?;
        *schedule = inner.into();
    })
}

/// That window, of which the schedule keeps a copy; NULL: unset.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_set_backup_copy_window_settings(
    schedule: *mut bkj_veeam_copy_schedule,
    window: *const bkj_veeam_backup_window,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        let mut inner = schedule.inner.clone();
        inner.backup_copy_window_settings = maybe!(window).map(|window| window.inner.clone());
        *schedule = inner.into();
    })
}

/// Further members to send, as a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_set_extra_json(
    schedule: *mut bkj_veeam_copy_schedule,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let schedule = arg_mut!(schedule);
        let mut inner = schedule.inner.clone();
        inner.extra = members(text!(json), "json")?;
        *schedule = inner.into();
    })
}
