//! When copy jobs run by themselves.

use crate::handle::{code, free, get, inside};
use crate::text::{Json, Text};
use crate::veeam::backup_window::bkj_veeam_backup_window;
use crate::words::{Word, from_word, word};
use backupjobs::veeam;
use std::ffi::c_char;

/// Type of a copy job's schedule. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_COPY_SCHEDULE_TYPE_UNKNOWN: i32 = 0;
/// Right after a new restore point appears in the source repository. The word is "Immediate".
pub const BKJ_VEEAM_COPY_SCHEDULE_TYPE_IMMEDIATE: i32 = 1;
/// Every few minutes or hours. The word is "Periodically".
pub const BKJ_VEEAM_COPY_SCHEDULE_TYPE_PERIODICALLY: i32 = 2;
/// Once a day. The word is "DailyAtTime".
pub const BKJ_VEEAM_COPY_SCHEDULE_TYPE_DAILY_AT_TIME: i32 = 3;

/// The vendor's word for a BKJ_VEEAM_COPY_SCHEDULE_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_type_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::CopyScheduleType, code)
}

/// The BKJ_VEEAM_COPY_SCHEDULE_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::CopyScheduleType, word)
}

/// `schedulePolicy` of a copy job. Unset members are not sent. As part of a copy job it belongs to that; one that
/// the caller made is freed with bkj_veeam_copy_schedule_free(). Setting something ends the life of everything
/// got from the schedule before.
pub struct bkj_veeam_copy_schedule {
    pub(crate) inner: veeam::CopySchedule,
    kind: Option<Word>,
    daily_type: Option<Word>,
    daily_time: Option<Text>,
    periodically_every: Option<Word>,
    backup_copy_window_enabled: Option<bool>,
    backup_copy_window_settings: Option<bkj_veeam_backup_window>,
    extra: Json,
}

impl From<veeam::CopySchedule> for bkj_veeam_copy_schedule {
    fn from(from: veeam::CopySchedule) -> Self {
        Self {
            inner: from.clone(),
            kind: from.kind.map(Word::from),
            daily_type: from.daily_type.map(Word::from),
            daily_time: from.daily_time.map(Text::from),
            periodically_every: from.periodically_every.map(Word::from),
            backup_copy_window_enabled: from.backup_copy_window_enabled,
            backup_copy_window_settings: from.backup_copy_window_settings.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// Type. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_kind(schedule: *const bkj_veeam_copy_schedule) -> *const c_char {
    get!(schedule.kind)
}

/// The same as a BKJ_VEEAM_COPY_SCHEDULE_TYPE_… number; 0 for a word that this version does not know, or for
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_kind_code(schedule: *const bkj_veeam_copy_schedule) -> i32 {
    code!(schedule.kind)
}

/// Days of a daily schedule. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_daily_type(schedule: *const bkj_veeam_copy_schedule) -> *const c_char {
    get!(schedule.daily_type)
}

/// The same as a BKJ_VEEAM_DAILY_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_daily_type_code(schedule: *const bkj_veeam_copy_schedule) -> i32 {
    code!(schedule.daily_type)
}

/// `HH:mm:ss` of a daily schedule. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_daily_time(schedule: *const bkj_veeam_copy_schedule) -> *const c_char {
    get!(schedule.daily_time)
}

/// Interval of a periodic schedule. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_periodically_every(
    schedule: *const bkj_veeam_copy_schedule,
) -> *const c_char {
    get!(schedule.periodically_every)
}

/// The same as a BKJ_VEEAM_PERIODICALLY_EVERY_… number; 0 for a word that this version does not know, or for
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_periodically_every_code(
    schedule: *const bkj_veeam_copy_schedule,
) -> i32 {
    code!(schedule.periodically_every)
}

/// Whether copying is bound to a window. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_backup_copy_window_enabled(
    schedule: *const bkj_veeam_copy_schedule,
) -> i32 {
    get!(schedule.backup_copy_window_enabled)
}

/// That window. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_backup_copy_window_settings(
    schedule: *const bkj_veeam_copy_schedule,
) -> *const bkj_veeam_backup_window {
    inside!(schedule.backup_copy_window_settings)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_extra_json(schedule: *const bkj_veeam_copy_schedule) -> *const c_char {
    get!(schedule.extra)
}

/// Frees a copy schedule that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_schedule_free(schedule: *mut bkj_veeam_copy_schedule) {
    free!(schedule);
}
