//! Exploring backups: opens a restore session.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, place};
use crate::text::{maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::explore_options::bkj_veeam_explore_options;
use crate::veeam::restore::bkj_veeam_restore_session;
use std::ffi::c_char;

/// Starts a restore session from all backups of an organization. NULL when the answer names none, as for
/// bkj_veeam_explore_job().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_organization(
    client: *const bkj_veeam,
    id: *const c_char,
    options: *const bkj_veeam_explore_options,
    out: *mut *mut bkj_veeam_restore_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.explore_organization", {
        let out = place!(out);
        let client = arg!(client);
        match client.inner.explore_organization(text!(id), &arg!(options).inner)? {
            Some(found) => out.give(found),
            None => out.give_nothing(),
        }
    })
}

/// Starts a restore session from the backup copies of an organization in an object storage repository. NULL when the
/// answer names none, as for bkj_veeam_explore_job().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_repository(
    client: *const bkj_veeam,
    repository_id: *const c_char,
    organization_id: *const c_char,
    options: *const bkj_veeam_explore_options,
    out: *mut *mut bkj_veeam_restore_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.explore_repository", {
        let out = place!(out);
        let client = arg!(client);
        match client.inner.explore_repository(text!(repository_id), text!(organization_id), &arg!(options).inner)? {
            Some(found) => out.give(found),
            None => out.give_nothing(),
        }
    })
}

/// Only backups in this repository: when an organization is explored, v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_options_set_repository_id(
    spec: *mut bkj_veeam_explore_options,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.repository_id = maybe_text!(text).map(str::to_owned);
    })
}
