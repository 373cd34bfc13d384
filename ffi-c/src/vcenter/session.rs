//! What the appliance knows of our session.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, free, get, place};
use crate::text::{Json, Text};
use crate::vcenter::bkj_vcenter;
use backupjobs::vcenter;
use std::ffi::c_char;

/// What the server knows of our session.
pub struct bkj_vcenter_session_info {
    user: Option<Text>,
    created_time: Option<Text>,
    last_accessed_time: Option<Text>,
    extra: Json,
}

impl From<vcenter::SessionInfo> for bkj_vcenter_session_info {
    fn from(from: vcenter::SessionInfo) -> Self {
        Self {
            user: from.user.map(Text::from),
            created_time: from.created_time.map(Text::from),
            last_accessed_time: from.last_accessed_time.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// User. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_session_info_user(session: *const bkj_vcenter_session_info) -> *const c_char {
    get!(session.user)
}

/// When it was made. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_session_info_created_time(
    session: *const bkj_vcenter_session_info,
) -> *const c_char {
    get!(session.created_time)
}

/// When it was last used. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_session_info_last_accessed_time(
    session: *const bkj_vcenter_session_info,
) -> *const c_char {
    get!(session.last_accessed_time)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_session_info_extra_json(
    session: *const bkj_vcenter_session_info,
) -> *const c_char {
    get!(session.extra)
}

/// Frees a session info that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_session_info_free(session: *mut bkj_vcenter_session_info) {
    free!(session);
}

/// What the server knows of our session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_session(
    client: *const bkj_vcenter,
    out: *mut *mut bkj_vcenter_session_info,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.session", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.session()?);
    })
}
