//! The hours of the week in which a job may run.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, boxed, fill, free, get, invalid, len, maybe, place};
use crate::text::{Json, members, text};
use backupjobs::veeam;
use std::ffi::c_char;

/// The hours of the week in which a job may run: 168 flags from Sunday 00:00 on. As part of another object it
/// belongs to that; one that the caller made is freed with bkj_veeam_backup_window_free().
pub struct bkj_veeam_backup_window {
    pub(crate) inner: veeam::BackupWindow,
    backup_window: Vec<bool>,
    minute_offset: Option<i64>,
    extra: Json,
}

impl From<veeam::BackupWindow> for bkj_veeam_backup_window {
    fn from(from: veeam::BackupWindow) -> Self {
        Self {
            inner: from.clone(),
            backup_window: from.backup_window,
            minute_offset: from.minute_offset,
            extra: from.extra.into(),
        }
    }
}

/// Number of flags in the window, 168 in any that is sound.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_window_backup_window_len(window: *const bkj_veeam_backup_window) -> usize {
    len!(window.backup_window)
}

/// One flag of the window, from 0: Sunday 00:00. True: allowed. False beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_window_backup_window_at(
    window: *const bkj_veeam_backup_window,
    index: usize,
) -> bool {
    maybe!(window).is_some_and(|window| window.backup_window.get(index) == Some(&true))
}

/// Minutes from UTC. Which sign means east is not documented; read plainly, +60 is UTC+1. False when there is
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_window_minute_offset(
    window: *const bkj_veeam_backup_window,
    out: *mut i64,
) -> bool {
    fill!(window.minute_offset, out)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_window_extra_json(window: *const bkj_veeam_backup_window) -> *const c_char {
    get!(window.extra)
}

/// A window of `length` hours, which must be 168: one byte an hour, 0 for closed, anything else for allowed; from
/// Sunday 00:00 on. `minute_offset` is in minutes from UTC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_window_new(
    hours: *const u8,
    length: usize,
    minute_offset: i64,
    out: *mut *mut bkj_veeam_backup_window,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        if hours.is_null() {
            return Err(invalid("'hours' is NULL".into()));
        }
        // SAFETY: by the rules of the header, `hours` has `length` readable bytes.
        let hours = unsafe { std::slice::from_raw_parts(hours, length) };
        let hours = hours.iter().map(|hour| *hour != 0).collect();
        out.give(veeam::BackupWindow::new(hours, minute_offset)?);
    })
}

/// Every hour of the week.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_window_always() -> *mut bkj_veeam_backup_window {
    boxed(|| veeam::BackupWindow::always().into())
}

/// Further members to send, as a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_window_set_extra_json(
    window: *mut bkj_veeam_backup_window,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let window = arg_mut!(window);
        let mut inner = window.inner.clone();
        inner.extra = members(text!(json), "json")?;
        *window = inner.into();
    })
}

/// Frees a backup window that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_window_free(window: *mut bkj_veeam_backup_window) {
    free!(window);
}
