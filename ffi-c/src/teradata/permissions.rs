//! Whether a user may restore.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, free, get, maybe, place};
use crate::teradata::bkj_teradata;
use crate::text::{Json, Text, members, text};
use backupjobs::teradata;
use std::ffi::c_char;

/// What to ask. Nothing of it is documented.
#[derive(Default)]
pub struct bkj_teradata_restore_permissions_request {
    pub(crate) inner: teradata::RestorePermissionsRequest,
}

/// A request without credentials and members.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions_request_new() -> *mut bkj_teradata_restore_permissions_request
{
    boxed(bkj_teradata_restore_permissions_request::default)
}

/// The database user who is to restore, sent as in a restore.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions_request_set_credentials(
    request: *mut bkj_teradata_restore_permissions_request,
    username: *const c_char,
    password: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.credentials = Some(teradata::DatabaseCredentials::new(text!(username), text!(password)));
    })
}

/// The members of the body, as a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions_request_set_members_json(
    request: *mut bkj_teradata_restore_permissions_request,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.members = members(text!(json), "json")?;
    })
}

/// Frees a request.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions_request_free(
    request: *mut bkj_teradata_restore_permissions_request,
) {
    free!(request);
}

/// The answer. Its members are not documented: `permitted` and `details` are guesses, all others are in `extra`. An
/// answer that is no object is there, too, as `value`.
pub struct bkj_teradata_restore_permissions {
    permitted: Option<bool>,
    details: Option<Text>,
    extra: Json,
}

impl From<teradata::RestorePermissions> for bkj_teradata_restore_permissions {
    fn from(from: teradata::RestorePermissions) -> Self {
        Self { permitted: from.permitted, details: from.details.map(Text::from), extra: from.extra.into() }
    }
}

/// Whether the restore would be allowed (inferred). 1, 0, or BKJ_ABSENT: then look into
/// `extra`, and do not take it for a yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions_permitted(
    permissions: *const bkj_teradata_restore_permissions,
) -> i32 {
    get!(permissions.permitted)
}

/// What the vendor says about it (inferred). NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions_details(
    permissions: *const bkj_teradata_restore_permissions,
) -> *const c_char {
    get!(permissions.details)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions_extra_json(
    permissions: *const bkj_teradata_restore_permissions,
) -> *const c_char {
    get!(permissions.extra)
}

/// Frees permissions that belong to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions_free(permissions: *mut bkj_teradata_restore_permissions) {
    free!(permissions);
}

/// Whether a user may restore. `request` may be NULL: an empty one. Enterprise only; bodies are not documented.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_restore_permissions(
    client: *const bkj_teradata,
    request: *const bkj_teradata_restore_permissions_request,
    out: *mut *mut bkj_teradata_restore_permissions,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.restore_permissions", {
        let out = place!(out);
        let client = arg!(client);
        let request = maybe!(request).map(|request| request.inner.clone()).unwrap_or_default();
        out.give(client.inner.restore_permissions(&request)?);
    })
}
