//! Making and changing backup copy jobs, v6 and later.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, flag, free, maybe};
use crate::text::{maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::copy_schedule::bkj_veeam_copy_schedule;
use crate::veeam::create_copy_job::bkj_veeam_create_copy_job;
use backupjobs::veeam;
use std::ffi::c_char;

/// Changes a copy job.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_copy_job(
    client: *const bkj_veeam,
    id: *const c_char,
    edit: *const bkj_veeam_edit_copy_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.edit_copy_job", {
        let client = arg!(client);
        client.inner.edit_copy_job(text!(id), &arg!(edit).inner)?;
    })
}

/// The organization; needed by v8, unknown before; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_copy_job_set_organization_id(
    spec: *mut bkj_veeam_create_copy_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.organization_id = maybe_text!(text).map(str::to_owned);
    })
}

/// What to change about a copy job. Unset members are not sent, and stay as they are (inferred).
#[derive(Default)]
pub struct bkj_veeam_edit_copy_job {
    pub(crate) inner: veeam::EditCopyJob,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_copy_job_new() -> *mut bkj_veeam_edit_copy_job {
    boxed(|| bkj_veeam_edit_copy_job { inner: veeam::EditCopyJob::default() })
}

/// The backup job whose restore points are copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_copy_job_set_backup_job_id(
    spec: *mut bkj_veeam_edit_copy_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.backup_job_id = maybe_text!(text).map(str::to_owned);
    })
}

/// The organization; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_copy_job_set_organization_id(
    spec: *mut bkj_veeam_edit_copy_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.organization_id = maybe_text!(text).map(str::to_owned);
    })
}

/// The repository copied to; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_copy_job_set_repository_id(
    spec: *mut bkj_veeam_edit_copy_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.repository_id = maybe_text!(text).map(str::to_owned);
    })
}

/// When it copies, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_copy_job_set_schedule_policy(
    spec: *mut bkj_veeam_edit_copy_job,
    value: *const bkj_veeam_copy_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.schedule_policy = maybe!(value).map(|value| value.inner.clone());
    })
}

/// Whether its schedule is on: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_copy_job_set_is_enabled(
    spec: *mut bkj_veeam_edit_copy_job,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.is_enabled = flag(yes, "yes")?;
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_copy_job_free(spec: *mut bkj_veeam_edit_copy_job) {
    free!(spec);
}
