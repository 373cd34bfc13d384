//! Making and changing backup jobs, v6 and later.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, flag, free, handles, maybe, place};
use crate::text::{maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::items::bkj_veeam_job_item;
use crate::veeam::job_schedule::bkj_veeam_job_schedule;
use crate::veeam::jobs::bkj_veeam_job;
use backupjobs::veeam;
use std::ffi::c_char;

/// Creates a backup job.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job(
    client: *const bkj_veeam,
    spec: *const bkj_veeam_create_job,
    out: *mut *mut bkj_veeam_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.create_job", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.create_job(&arg!(spec).inner)?);
    })
}

/// Changes a backup job.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job(
    client: *const bkj_veeam,
    id: *const c_char,
    edit: *const bkj_veeam_edit_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.edit_job", {
        let client = arg!(client);
        client.inner.edit_job(text!(id), &arg!(edit).inner)?;
    })
}

/// What a new backup job needs. Unset members are not sent.
pub struct bkj_veeam_create_job {
    pub(crate) inner: veeam::CreateJob,
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_new(
    organization_id: *const c_char,
    repository_id: *const c_char,
    out: *mut *mut bkj_veeam_create_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(bkj_veeam_create_job { inner: veeam::CreateJob::new(text!(organization_id), text!(repository_id)) });
    })
}

/// The organization to back up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_organization_id(
    spec: *mut bkj_veeam_create_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.organization_id = text!(text).to_owned();
    })
}

/// The repository written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_repository_id(
    spec: *mut bkj_veeam_create_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.repository_id = text!(text).to_owned();
    })
}

/// What it backs up, as a word.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_backup_type(
    spec: *mut bkj_veeam_create_job,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.backup_type = text!(word).into();
    })
}

/// Name; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_name(
    spec: *mut bkj_veeam_create_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.name = maybe_text!(text).map(str::to_owned);
    })
}

/// Description; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_description(
    spec: *mut bkj_veeam_create_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.description = maybe_text!(text).map(str::to_owned);
    })
}

/// What it backs up, with BKJ_VEEAM_BACKUP_TYPE_SELECTED_ITEMS: `count` handles, which are copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_selected_items(
    spec: *mut bkj_veeam_create_job,
    objects: *const *const bkj_veeam_job_item,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.selected_items = handles!(objects, count).into_iter().map(|one| one.inner.clone()).collect();
    })
}

/// What it leaves out: `count` handles, which are copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_excluded_items(
    spec: *mut bkj_veeam_create_job,
    objects: *const *const bkj_veeam_job_item,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.excluded_items = handles!(objects, count).into_iter().map(|one| one.inner.clone()).collect();
    })
}

/// When it runs by itself, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_schedule_policy(
    spec: *mut bkj_veeam_create_job,
    value: *const bkj_veeam_job_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.schedule_policy = maybe!(value).map(|value| value.inner.clone());
    })
}

/// Whether its schedule is on: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_is_enabled(
    spec: *mut bkj_veeam_create_job,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.is_enabled = flag(yes, "yes")?;
    })
}

/// Whether it runs right after it was created: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_run_now(
    spec: *mut bkj_veeam_create_job,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.run_now = flag(yes, "yes")?;
    })
}

/// Whether the properties of the items are left as they are known to the server; v8: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_set_skip_item_update(
    spec: *mut bkj_veeam_create_job,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.skip_item_update = flag(yes, "yes")?;
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_job_free(spec: *mut bkj_veeam_create_job) {
    free!(spec);
}

/// What to change about a backup job. Unset members are not sent, and stay as they are (inferred from the v8 document,
/// where every member may be null).
#[derive(Default)]
pub struct bkj_veeam_edit_job {
    pub(crate) inner: veeam::EditJob,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_new() -> *mut bkj_veeam_edit_job {
    boxed(|| bkj_veeam_edit_job { inner: veeam::EditJob::default() })
}

/// The repository written to; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_repository_id(
    spec: *mut bkj_veeam_edit_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.repository_id = maybe_text!(text).map(str::to_owned);
    })
}

/// What it backs up, as a word; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_backup_type(
    spec: *mut bkj_veeam_edit_job,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.backup_type = maybe_text!(word).map(Into::into);
    })
}

/// Name; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_name(
    spec: *mut bkj_veeam_edit_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.name = maybe_text!(text).map(str::to_owned);
    })
}

/// Description; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_description(
    spec: *mut bkj_veeam_edit_job,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.description = maybe_text!(text).map(str::to_owned);
    })
}

/// What it backs up, all of it: `count` handles, which are copied. Not called: unchanged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_selected_items(
    spec: *mut bkj_veeam_edit_job,
    objects: *const *const bkj_veeam_job_item,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.selected_items = Some(handles!(objects, count).into_iter().map(|one| one.inner.clone()).collect());
    })
}

/// What it leaves out, all of it; an empty list leaves out nothing: `count` handles, which are copied. Not called:
/// unchanged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_excluded_items(
    spec: *mut bkj_veeam_edit_job,
    objects: *const *const bkj_veeam_job_item,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.excluded_items = Some(handles!(objects, count).into_iter().map(|one| one.inner.clone()).collect());
    })
}

/// When it runs by itself, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_schedule_policy(
    spec: *mut bkj_veeam_edit_job,
    value: *const bkj_veeam_job_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.schedule_policy = maybe!(value).map(|value| value.inner.clone());
    })
}

/// Whether its schedule is on: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_is_enabled(
    spec: *mut bkj_veeam_edit_job,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.is_enabled = flag(yes, "yes")?;
    })
}

/// Whether it runs right now: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_run_now(
    spec: *mut bkj_veeam_edit_job,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.run_now = flag(yes, "yes")?;
    })
}

/// Whether the properties of the items are left as they are known to the server; v8: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_set_skip_item_update(
    spec: *mut bkj_veeam_edit_job,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.skip_item_update = flag(yes, "yes")?;
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_edit_job_free(spec: *mut bkj_veeam_edit_job) {
    free!(spec);
}
