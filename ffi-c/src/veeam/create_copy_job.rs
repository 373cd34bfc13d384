//! What a new copy job needs.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, free, place};
use crate::text::text;
use crate::veeam::copy_schedule::bkj_veeam_copy_schedule;
use backupjobs::veeam;
use std::ffi::c_char;

/// What a new copy job needs. The server makes up its name: that of the backup job, and "copy job".
pub struct bkj_veeam_create_copy_job {
    pub(crate) inner: veeam::CreateCopyJob,
}

/// An enabled copy job that copies the restore points of a backup job to a repository (one extended with archive object
/// storage). The schedule is copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_copy_job_new(
    backup_job_id: *const c_char,
    repository_id: *const c_char,
    schedule: *const bkj_veeam_copy_schedule,
    out: *mut *mut bkj_veeam_create_copy_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        let schedule = arg!(schedule).inner.clone();
        let inner = veeam::CreateCopyJob::new(text!(backup_job_id), text!(repository_id), schedule);
        out.give(bkj_veeam_create_copy_job { inner });
    })
}

/// The backup job whose restore points are copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_copy_job_set_backup_job_id(
    spec: *mut bkj_veeam_create_copy_job,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.backup_job_id = text!(id).to_owned();
    })
}

/// The repository copied to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_copy_job_set_repository_id(
    spec: *mut bkj_veeam_create_copy_job,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.repository_id = text!(id).to_owned();
    })
}

/// When it copies; the schedule is copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_copy_job_set_schedule_policy(
    spec: *mut bkj_veeam_create_copy_job,
    schedule: *const bkj_veeam_copy_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.schedule_policy = arg!(schedule).inner.clone();
    })
}

/// Whether its schedule is on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_copy_job_set_is_enabled(
    spec: *mut bkj_veeam_create_copy_job,
    enabled: bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.is_enabled = enabled;
    })
}

/// Frees what was made to create a copy job.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_copy_job_free(spec: *mut bkj_veeam_create_copy_job) {
    free!(spec);
}
