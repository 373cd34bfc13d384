//! Restores: executions whose type is `RESTORE`.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, free, place};
use crate::string::bkj_string;
use crate::teradata::bkj_teradata;
use crate::teradata::job_settings::bkj_teradata_object_selection;
use crate::teradata::objects::bkj_teradata_backup_object;
use crate::teradata::runs::{bkj_teradata_execution, bkj_teradata_execution_iter, bkj_teradata_execution_list};
use crate::text::text;
use backupjobs::teradata::{self, Lists as _};
use std::ffi::c_char;

/// What to restore, and where to.
pub struct bkj_teradata_restore_request {
    pub(crate) inner: teradata::RestoreRequest,
}

/// A restore of nothing yet: add the objects. `target_site` is the site of the backup itself, or another one; the
/// database user is the one that restores.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_new(
    name: *const c_char,
    target_site: *const c_char,
    username: *const c_char,
    password: *const c_char,
    out: *mut *mut bkj_teradata_restore_request,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        let credentials = teradata::DatabaseCredentials::new(text!(username), text!(password));
        let inner = teradata::RestoreRequest::new(text!(name), text!(target_site), credentials);
        out.give(bkj_teradata_restore_request { inner });
    })
}

/// The name of the restore.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_set_name(
    request: *mut bkj_teradata_restore_request,
    name: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.name = text!(name).to_owned();
    })
}

/// The site to restore to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_set_target_site(
    request: *mut bkj_teradata_restore_request,
    target_site: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.target_site = text!(target_site).to_owned();
    })
}

/// The database user that restores.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_set_credentials(
    request: *mut bkj_teradata_restore_request,
    username: *const c_char,
    password: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.credentials = teradata::DatabaseCredentials::new(text!(username), text!(password));
    })
}

/// Restores this object, too; it is copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_add_object(
    request: *mut bkj_teradata_restore_request,
    object: *const bkj_teradata_object_selection,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.objects.push(arg!(object).inner.clone());
    })
}

/// Restores this object of a backup, too: all of it, under its own name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_add_backup_object(
    request: *mut bkj_teradata_restore_request,
    object: *const bkj_teradata_backup_object,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.objects.push((&arg!(object).inner).into());
    })
}

/// Whether to go on after a violation of access rights.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_set_continue_job_on_access_right_violation(
    request: *mut bkj_teradata_restore_request,
    yes: bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.continue_job_on_access_right_violation = yes;
    })
}

/// Whether to copy instead of restoring, in the sense of the vendor's backup engine (inferred).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_set_run_as_a_copy_job(
    request: *mut bkj_teradata_restore_request,
    yes: bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.run_as_a_copy_job = yes;
    })
}

/// Whether statistics are left out. Spelt so on the wire.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_set_skip_statstics(
    request: *mut bkj_teradata_restore_request,
    yes: bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.skip_statstics = yes;
    })
}

/// Whether join and hash indexes are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_set_skip_join_or_hash_indexes(
    request: *mut bkj_teradata_restore_request,
    yes: bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.skip_join_or_hash_indexes = yes;
    })
}

/// Frees a request.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_request_free(request: *mut bkj_teradata_restore_request) {
    free!(request);
}

/// Creates a restore out of a backup, and starts it; sent once. The result is the id of the restore, or NULL when the
/// answer does not name it: then it is among the restores of the execution. Enterprise only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_create_restore(
    client: *const bkj_teradata,
    job_id: *const c_char,
    execution_id: *const c_char,
    request: *const bkj_teradata_restore_request,
    out: *mut *mut bkj_string,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.create_restore", {
        let out = place!(out);
        let client = arg!(client);
        let request = &arg!(request).inner;
        match client.inner.create_restore(text!(job_id), text!(execution_id), request)? {
            Some(id) => out.give(id),
            None => out.give_nothing(),
        }
    })
}

/// One restore. Enterprise only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore(
    client: *const bkj_teradata,
    job_id: *const c_char,
    execution_id: *const c_char,
    restore_id: *const c_char,
    out: *mut *mut bkj_teradata_execution,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.restore", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.restore(text!(job_id), text!(execution_id), text!(restore_id))?);
    })
}

/// All restores of the site, in the server's order. Enterprise only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_site_restores(
    client: *const bkj_teradata,
    out: *mut *mut bkj_teradata_execution_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.site_restores", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.site_restores_list()?);
    })
}

/// The same, one page at a time if the server pages.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_iter_site_restores(
    client: *const bkj_teradata,
    out: *mut *mut bkj_teradata_execution_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.iter_site_restores", {
        let out = place!(out);
        let client = arg!(client);
        out.give(bkj_teradata_execution_iter { rows: client.inner.iter_site_restores()? });
    })
}

/// All restores of a backup. Enterprise only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_restores(
    client: *const bkj_teradata,
    job_id: *const c_char,
    execution_id: *const c_char,
    out: *mut *mut bkj_teradata_execution_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.execution_restores", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.execution_restores_list(text!(job_id), text!(execution_id))?);
    })
}

/// The same, one page at a time if the server pages.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_iter_execution_restores(
    client: *const bkj_teradata,
    job_id: *const c_char,
    execution_id: *const c_char,
    out: *mut *mut bkj_teradata_execution_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.iter_execution_restores", {
        let out = place!(out);
        let client = arg!(client);
        let rows = client.inner.iter_execution_restores(text!(job_id), text!(execution_id))?;
        out.give(bkj_teradata_execution_iter { rows });
    })
}
