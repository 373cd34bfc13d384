//! When backup jobs run by themselves.

use crate::handle::{code, fill, free, get, inside};
use crate::text::{Json, Text};
use crate::veeam::backup_window::bkj_veeam_backup_window;
use crate::words::{Word, from_word, word};
use backupjobs::veeam;
use std::ffi::c_char;

/// Type of a backup job's schedule. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_JOB_SCHEDULE_TYPE_UNKNOWN: i32 = 0;
/// Every few minutes or hours. The word is "Periodically".
pub const BKJ_VEEAM_JOB_SCHEDULE_TYPE_PERIODICALLY: i32 = 1;
/// Once a day. The word is "Daily".
pub const BKJ_VEEAM_JOB_SCHEDULE_TYPE_DAILY: i32 = 2;
/// Only by hand. The word is "ManualOnly".
pub const BKJ_VEEAM_JOB_SCHEDULE_TYPE_MANUAL_ONLY: i32 = 3;

/// The vendor's word for a BKJ_VEEAM_JOB_SCHEDULE_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_type_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::JobScheduleType, code)
}

/// The BKJ_VEEAM_JOB_SCHEDULE_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::JobScheduleType, word)
}

/// `schedulePolicy` of a backup job. As part of a job it belongs to that; one that the caller made is freed with
/// bkj_veeam_job_schedule_free().
pub struct bkj_veeam_job_schedule {
    pub(crate) inner: veeam::JobSchedule,
    kind: Option<Word>,
    schedule_enabled: Option<bool>,
    daily_type: Option<Word>,
    daily_time: Option<Text>,
    periodically_every: Option<Word>,
    periodically_offset_minutes: Option<i64>,
    periodically_window_enabled: Option<bool>,
    periodically_window_settings: Option<bkj_veeam_backup_window>,
    backup_window_enabled: Option<bool>,
    backup_window_settings: Option<bkj_veeam_backup_window>,
    retry_enabled: Option<bool>,
    retry_number: Option<i64>,
    retry_wait_interval: Option<i64>,
    extra: Json,
}

impl From<veeam::JobSchedule> for bkj_veeam_job_schedule {
    fn from(from: veeam::JobSchedule) -> Self {
        Self {
            inner: from.clone(),
            kind: from.kind.map(Word::from),
            schedule_enabled: from.schedule_enabled,
            daily_type: from.daily_type.map(Word::from),
            daily_time: from.daily_time.map(Text::from),
            periodically_every: from.periodically_every.map(Word::from),
            periodically_offset_minutes: from.periodically_offset_minutes,
            periodically_window_enabled: from.periodically_window_enabled,
            periodically_window_settings: from.periodically_window_settings.map(Into::into),
            backup_window_enabled: from.backup_window_enabled,
            backup_window_settings: from.backup_window_settings.map(Into::into),
            retry_enabled: from.retry_enabled,
            retry_number: from.retry_number,
            retry_wait_interval: from.retry_wait_interval,
            extra: from.extra.into(),
        }
    }
}

/// Type. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_kind(schedule: *const bkj_veeam_job_schedule) -> *const c_char {
    get!(schedule.kind)
}

/// The same as a BKJ_VEEAM_JOB_SCHEDULE_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_kind_code(schedule: *const bkj_veeam_job_schedule) -> i32 {
    code!(schedule.kind)
}

/// Whether the schedule is on. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_schedule_enabled(schedule: *const bkj_veeam_job_schedule) -> i32 {
    get!(schedule.schedule_enabled)
}

/// Days of a daily schedule. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_daily_type(schedule: *const bkj_veeam_job_schedule) -> *const c_char {
    get!(schedule.daily_type)
}

/// The same as a BKJ_VEEAM_DAILY_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_daily_type_code(schedule: *const bkj_veeam_job_schedule) -> i32 {
    code!(schedule.daily_type)
}

/// `HH:mm:ss` of a daily schedule. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_daily_time(schedule: *const bkj_veeam_job_schedule) -> *const c_char {
    get!(schedule.daily_time)
}

/// Interval of a periodic schedule. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_periodically_every(
    schedule: *const bkj_veeam_job_schedule,
) -> *const c_char {
    get!(schedule.periodically_every)
}

/// The same as a BKJ_VEEAM_PERIODICALLY_EVERY_… number; 0 for a word that this version does not know, or for
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_periodically_every_code(
    schedule: *const bkj_veeam_job_schedule,
) -> i32 {
    code!(schedule.periodically_every)
}

/// Minutes past the hour, 0–59, for intervals of hours; v6. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_periodically_offset_minutes(
    schedule: *const bkj_veeam_job_schedule,
    out: *mut i64,
) -> bool {
    fill!(schedule.periodically_offset_minutes, out)
}

/// Whether a periodic job runs only in certain hours; v7. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_periodically_window_enabled(
    schedule: *const bkj_veeam_job_schedule,
) -> i32 {
    get!(schedule.periodically_window_enabled)
}

/// Hours in which a periodic job may run; v6. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_periodically_window_settings(
    schedule: *const bkj_veeam_job_schedule,
) -> *const bkj_veeam_backup_window {
    inside!(schedule.periodically_window_settings)
}

/// Whether a run outside the window is ended. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_backup_window_enabled(schedule: *const bkj_veeam_job_schedule) -> i32 {
    get!(schedule.backup_window_enabled)
}

/// That window. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_backup_window_settings(
    schedule: *const bkj_veeam_job_schedule,
) -> *const bkj_veeam_backup_window {
    inside!(schedule.backup_window_settings)
}

/// Whether a failed run is tried again. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_retry_enabled(schedule: *const bkj_veeam_job_schedule) -> i32 {
    get!(schedule.retry_enabled)
}

/// How often. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_retry_number(
    schedule: *const bkj_veeam_job_schedule,
    out: *mut i64,
) -> bool {
    fill!(schedule.retry_number, out)
}

/// Minutes between. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_retry_wait_interval(
    schedule: *const bkj_veeam_job_schedule,
    out: *mut i64,
) -> bool {
    fill!(schedule.retry_wait_interval, out)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_extra_json(schedule: *const bkj_veeam_job_schedule) -> *const c_char {
    get!(schedule.extra)
}

/// Frees a job schedule that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_free(schedule: *mut bkj_veeam_job_schedule) {
    free!(schedule);
}
