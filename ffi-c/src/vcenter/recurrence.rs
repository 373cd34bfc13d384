//! When a schedule runs, and how much it keeps.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, fill, free, get, len, place, text_at};
use crate::text::{Json, Text, members, text, texts};
use crate::words::{from_word, word};
use backupjobs::vcenter;
use std::ffi::c_char;

/// Day of a schedule. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VCENTER_DAY_OF_WEEK_UNKNOWN: i32 = 0;
/// Monday. The word is "MONDAY".
pub const BKJ_VCENTER_DAY_OF_WEEK_MONDAY: i32 = 1;
/// Tuesday. The word is "TUESDAY".
pub const BKJ_VCENTER_DAY_OF_WEEK_TUESDAY: i32 = 2;
/// Wednesday. The word is "WEDNESDAY".
pub const BKJ_VCENTER_DAY_OF_WEEK_WEDNESDAY: i32 = 3;
/// Thursday. The word is "THURSDAY".
pub const BKJ_VCENTER_DAY_OF_WEEK_THURSDAY: i32 = 4;
/// Friday. The word is "FRIDAY".
pub const BKJ_VCENTER_DAY_OF_WEEK_FRIDAY: i32 = 5;
/// Saturday. The word is "SATURDAY".
pub const BKJ_VCENTER_DAY_OF_WEEK_SATURDAY: i32 = 6;
/// Sunday. The word is "SUNDAY".
pub const BKJ_VCENTER_DAY_OF_WEEK_SUNDAY: i32 = 7;

/// The vendor's word for a BKJ_VCENTER_DAY_OF_WEEK_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_day_of_week_word(code: i32) -> *const c_char {
    word!(backupjobs::vcenter::DayOfWeek, code)
}

/// The BKJ_VCENTER_DAY_OF_WEEK_… number of a vendor's word, compared without regard to case; 0 for a word that this
/// version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_day_of_week_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::vcenter::DayOfWeek, word)
}

/// When a schedule runs. The clock is the appliance's (which zone it means is not documented).
pub struct bkj_vcenter_recurrence_info {
    pub(crate) inner: vcenter::RecurrenceInfo,
    minute: Option<i64>,
    hour: Option<i64>,
    days: Vec<Text>,
    extra: Json,
}

impl From<vcenter::RecurrenceInfo> for bkj_vcenter_recurrence_info {
    fn from(from: vcenter::RecurrenceInfo) -> Self {
        Self {
            inner: from.clone(),
            minute: from.minute,
            hour: from.hour,
            days: from.days.iter().map(|day| day.as_str().into()).collect(),
            extra: from.extra.into(),
        }
    }
}

/// Minute, 0–59. A request must have it. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_minute(
    info: *const bkj_vcenter_recurrence_info,
    out: *mut i64,
) -> bool {
    fill!(info.minute, out)
}

/// Hour, 0–23. A request must have it. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_hour(
    info: *const bkj_vcenter_recurrence_info,
    out: *mut i64,
) -> bool {
    fill!(info.hour, out)
}

/// Days, as words: how many. None: every day.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_days_len(info: *const bkj_vcenter_recurrence_info) -> usize {
    len!(info.days)
}

/// Days, as words: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_days_at(
    info: *const bkj_vcenter_recurrence_info,
    index: usize,
) -> *const c_char {
    text_at!(info.days, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_extra_json(
    info: *const bkj_vcenter_recurrence_info,
) -> *const c_char {
    get!(info.extra)
}

impl bkj_vcenter_recurrence_info {
    fn change(&mut self, change: impl FnOnce(&mut vcenter::RecurrenceInfo)) {
        let mut inner = self.inner.clone();
        change(&mut inner);
        *self = inner.into();
    }
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_new(
    hour: i64,
    minute: i64,
    out: *mut *mut bkj_vcenter_recurrence_info,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(vcenter::RecurrenceInfo::new(hour, minute));
    })
}

/// Minute, 0–59. A request must have it; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_set_minute(
    object: *mut bkj_vcenter_recurrence_info,
    number: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = (number != i64::from(crate::BKJ_ABSENT)).then_some(number);
        object.change(|inner| inner.minute = value);
    })
}

/// Hour, 0–23. A request must have it; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_set_hour(
    object: *mut bkj_vcenter_recurrence_info,
    number: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = (number != i64::from(crate::BKJ_ABSENT)).then_some(number);
        object.change(|inner| inner.hour = value);
    })
}

/// Days. None of them: every day: `count` words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_set_days(
    object: *mut bkj_vcenter_recurrence_info,
    words: *const *const c_char,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = texts!(words, count).into_iter().map(Into::into).collect();
        object.change(|inner| inner.days = value);
    })
}

/// Members to be sent besides, as a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_set_extra_json(
    object: *mut bkj_vcenter_recurrence_info,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = members(text!(json), "json")?;
        object.change(|inner| inner.extra = value);
    })
}

/// Frees a recurrence info that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recurrence_info_free(info: *mut bkj_vcenter_recurrence_info) {
    free!(info);
}

/// How many backups a schedule keeps.
pub struct bkj_vcenter_retention_info {
    pub(crate) inner: vcenter::RetentionInfo,
    max_count: Option<i64>,
    extra: Json,
}

impl From<vcenter::RetentionInfo> for bkj_vcenter_retention_info {
    fn from(from: vcenter::RetentionInfo) -> Self {
        Self { inner: from.clone(), max_count: from.max_count, extra: from.extra.into() }
    }
}

/// Backups kept. A request must have it, and at least 1. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_retention_info_max_count(
    info: *const bkj_vcenter_retention_info,
    out: *mut i64,
) -> bool {
    fill!(info.max_count, out)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_retention_info_extra_json(
    info: *const bkj_vcenter_retention_info,
) -> *const c_char {
    get!(info.extra)
}

impl bkj_vcenter_retention_info {
    fn change(&mut self, change: impl FnOnce(&mut vcenter::RetentionInfo)) {
        let mut inner = self.inner.clone();
        change(&mut inner);
        *self = inner.into();
    }
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_retention_info_new(
    max_count: i64,
    out: *mut *mut bkj_vcenter_retention_info,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(vcenter::RetentionInfo::new(max_count));
    })
}

/// Backups kept. A request must have it, and at least 1; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_retention_info_set_max_count(
    object: *mut bkj_vcenter_retention_info,
    number: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = (number != i64::from(crate::BKJ_ABSENT)).then_some(number);
        object.change(|inner| inner.max_count = value);
    })
}

/// Members to be sent besides, as a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_retention_info_set_extra_json(
    object: *mut bkj_vcenter_retention_info,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = members(text!(json), "json")?;
        object.change(|inner| inner.extra = value);
    })
}

/// Frees a retention info that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_retention_info_free(info: *mut bkj_vcenter_retention_info) {
    free!(info);
}
