//! Restore sessions, started from a job's backups.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, code, fill, free, get, inside, place};
use crate::text::{Json, Text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::explore_options::bkj_veeam_explore_options;
use crate::veeam::links::bkj_veeam_links;
use crate::words::Word;
use backupjobs::veeam;
use std::ffi::c_char;

/// A restore session.
pub struct bkj_veeam_restore_session {
    id: Text,
    name: Option<Text>,
    organization: Option<Text>,
    explorer: Option<Word>,
    creation_time: Option<Text>,
    end_time: Option<Text>,
    state: Option<Text>,
    result: Option<Text>,
    initiated_by: Option<Text>,
    details: Option<Text>,
    scope_name: Option<Text>,
    client_host: Option<Text>,
    reason: Option<Text>,
    e_tag: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::RestoreSession> for bkj_veeam_restore_session {
    fn from(from: veeam::RestoreSession) -> Self {
        Self {
            id: from.id.into(),
            name: from.name.map(Text::from),
            organization: from.organization.map(Text::from),
            explorer: from.explorer.map(Word::from),
            creation_time: from.creation_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            state: from.state.map(Text::from),
            result: from.result.map(Text::from),
            initiated_by: from.initiated_by.map(Text::from),
            details: from.details.map(Text::from),
            scope_name: from.scope_name.map(Text::from),
            client_host: from.client_host.map(Text::from),
            reason: from.reason.map(Text::from),
            e_tag: from.e_tag,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_id(session: *const bkj_veeam_restore_session) -> *const c_char {
    get!(session.id)
}

/// Name, made up by the server. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_name(session: *const bkj_veeam_restore_session) -> *const c_char {
    get!(session.name)
}

/// Organization whose data it shows. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_organization(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    get!(session.organization)
}

/// The explorer. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_explorer(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    get!(session.explorer)
}

/// The same as a BKJ_VEEAM_EXPLORER_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_explorer_code(session: *const bkj_veeam_restore_session) -> i32 {
    code!(session.explorer)
}

/// When it was opened. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_creation_time(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    get!(session.creation_time)
}

/// When it was closed. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_end_time(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    get!(session.end_time)
}

/// `Working` or `Stopped`; before v6 also `Starting`, `Stopping`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_state(session: *const bkj_veeam_restore_session) -> *const c_char {
    get!(session.state)
}

/// `Success`, `Warning`, `Failed`; present while it is open, too. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_result(session: *const bkj_veeam_restore_session) -> *const c_char {
    get!(session.result)
}

/// Account that opened it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_initiated_by(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    get!(session.initiated_by)
}

/// What the vendor says about it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_details(session: *const bkj_veeam_restore_session) -> *const c_char {
    get!(session.details)
}

/// What it covers. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_scope_name(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    get!(session.scope_name)
}

/// Host it was opened from. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_client_host(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    get!(session.client_host)
}

/// Why it ended. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_reason(session: *const bkj_veeam_restore_session) -> *const c_char {
    get!(session.reason)
}

/// Version of the object: counts up with every change; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_e_tag(
    session: *const bkj_veeam_restore_session,
    out: *mut i64,
) -> bool {
    fill!(session.e_tag, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_links(
    session: *const bkj_veeam_restore_session,
) -> *const bkj_veeam_links {
    inside!(session.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_links_json(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    bkj_veeam_links::json(inside!(session.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_extra_json(
    session: *const bkj_veeam_restore_session,
) -> *const c_char {
    get!(session.extra)
}

/// Frees a restore session that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_free(session: *mut bkj_veeam_restore_session) {
    free!(session);
}

/// Starts a restore session from a job's backups; v5 and later. Success with NULL in `out` means that the server did not
/// say which session it opened (v5 documents an answer without body).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_job(
    client: *const bkj_veeam,
    id: *const c_char,
    options: *const bkj_veeam_explore_options,
    out: *mut *mut bkj_veeam_restore_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.explore_job", {
        let out = place!(out);
        let client = arg!(client);
        match client.inner.explore_job(text!(id), &arg!(options).inner)? {
            Some(session) => out.give(session),
            None => out.give_nothing(),
        }
    })
}
