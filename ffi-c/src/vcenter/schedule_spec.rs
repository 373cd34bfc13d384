//! What a schedule is to be, or what is to change of it.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, boxed, flag, free, maybe, place};
use crate::text::{maybe_text, text, texts};
use crate::vcenter::recurrence::bkj_vcenter_recurrence_info;
use crate::vcenter::recurrence::bkj_vcenter_retention_info;
use backupjobs::{Secret, vcenter};
use std::ffi::c_char;

/// A schedule to be made (`CreateSpec` in the vendor's words). Unset members are not sent.
pub struct bkj_vcenter_schedule_spec {
    pub(crate) inner: vcenter::ScheduleSpec,
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_new(
    location: *const c_char,
    out: *mut *mut bkj_vcenter_schedule_spec,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(bkj_vcenter_schedule_spec { inner: vcenter::ScheduleSpec::new(text!(location)) });
    })
}

/// Optional parts to include, such as `seat`; not sent when empty: `count` texts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_parts(
    spec: *mut bkj_vcenter_schedule_spec,
    texts: *const *const c_char,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.parts = texts!(texts, count).into_iter().map(str::to_owned).collect();
    })
}

/// Encrypts the backups; policy as for bkj_vcenter_backup_request_set_backup_password(). Unset: not encrypted. It is copied,
/// and wiped with this object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_backup_password(
    spec: *mut bkj_vcenter_schedule_spec,
    secret: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.backup_password = maybe_text!(secret).map(Secret::from);
    })
}

/// URL of the destination; its scheme tells the type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_location(
    spec: *mut bkj_vcenter_schedule_spec,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location = text!(text).to_owned();
    })
}

/// User at the destination. Unset: no authentication there; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_location_user(
    spec: *mut bkj_vcenter_schedule_spec,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_user = maybe_text!(text).map(str::to_owned);
    })
}

/// Password at the destination. It is copied, and wiped with this object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_location_password(
    spec: *mut bkj_vcenter_schedule_spec,
    secret: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_password = maybe_text!(secret).map(Secret::from);
    })
}

/// Whether it is on. Unset: on: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_enable(
    spec: *mut bkj_vcenter_schedule_spec,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.enable = flag(yes, "yes")?;
    })
}

/// When it runs, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_recurrence_info(
    spec: *mut bkj_vcenter_schedule_spec,
    value: *const bkj_vcenter_recurrence_info,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.recurrence_info = maybe!(value).map(|value| value.inner.clone());
    })
}

/// How many backups it keeps. Unset: all, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_retention_info(
    spec: *mut bkj_vcenter_schedule_spec,
    value: *const bkj_vcenter_retention_info,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.retention_info = maybe!(value).map(|value| value.inner.clone());
    })
}

/// Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member). Unset: the slow way: 1, 0, or
/// BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_set_fast_backup(
    spec: *mut bkj_vcenter_schedule_spec,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.fast_backup = flag(yes, "yes")?;
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_spec_free(spec: *mut bkj_vcenter_schedule_spec) {
    free!(spec);
}

/// What is to change of a schedule (`UpdateSpec` in the vendor's words). Unset members stay as they are.
pub struct bkj_vcenter_schedule_update {
    pub(crate) inner: vcenter::ScheduleUpdate,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_new() -> *mut bkj_vcenter_schedule_update {
    boxed(|| bkj_vcenter_schedule_update { inner: vcenter::ScheduleUpdate::new() })
}

/// Optional parts to include; empty: none of them: `count` texts. Not called: unchanged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_parts(
    spec: *mut bkj_vcenter_schedule_update,
    texts: *const *const c_char,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.parts = Some(texts!(texts, count).into_iter().map(str::to_owned).collect());
    })
}

/// Encrypts the backups; policy as for bkj_vcenter_backup_request_set_backup_password(). It is copied, and wiped with this
/// object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_backup_password(
    spec: *mut bkj_vcenter_schedule_update,
    secret: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.backup_password = maybe_text!(secret).map(Secret::from);
    })
}

/// URL of the destination; its scheme tells the type; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_location(
    spec: *mut bkj_vcenter_schedule_update,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location = maybe_text!(text).map(str::to_owned);
    })
}

/// User at the destination; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_location_user(
    spec: *mut bkj_vcenter_schedule_update,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_user = maybe_text!(text).map(str::to_owned);
    })
}

/// Password at the destination. It is copied, and wiped with this object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_location_password(
    spec: *mut bkj_vcenter_schedule_update,
    secret: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_password = maybe_text!(secret).map(Secret::from);
    })
}

/// Whether it is on: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_enable(
    spec: *mut bkj_vcenter_schedule_update,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.enable = flag(yes, "yes")?;
    })
}

/// When it runs, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_recurrence_info(
    spec: *mut bkj_vcenter_schedule_update,
    value: *const bkj_vcenter_recurrence_info,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.recurrence_info = maybe!(value).map(|value| value.inner.clone());
    })
}

/// How many backups it keeps. (There is no word for "all again": make the schedule anew.), which is copied; NULL: not
/// set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_retention_info(
    spec: *mut bkj_vcenter_schedule_update,
    value: *const bkj_vcenter_retention_info,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.retention_info = maybe!(value).map(|value| value.inner.clone());
    })
}

/// Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member): 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_set_fast_backup(
    spec: *mut bkj_vcenter_schedule_update,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.fast_backup = flag(yes, "yes")?;
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_update_free(spec: *mut bkj_vcenter_schedule_update) {
    free!(spec);
}
