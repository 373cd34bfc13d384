//! Restore sessions. They are opened by exploring; the server ends those that nobody uses.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, at, boxed, flag, free, free_client, instant, len, maybe, next, place};
use crate::text::{maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::restore::bkj_veeam_restore_session;
use crate::words::{from_word, word};
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// What restore sessions are ordered by; v8. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_RESTORE_SESSION_ORDER_UNKNOWN: i32 = 0;
/// When they were opened. The word is "CreationTime".
pub const BKJ_VEEAM_RESTORE_SESSION_ORDER_CREATION_TIME: i32 = 1;
/// When they were closed. The word is "EndTime".
pub const BKJ_VEEAM_RESTORE_SESSION_ORDER_END_TIME: i32 = 2;

/// The vendor's word for a BKJ_VEEAM_RESTORE_SESSION_ORDER_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_order_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::RestoreSessionOrder, code)
}

/// The BKJ_VEEAM_RESTORE_SESSION_ORDER_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_order_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::RestoreSessionOrder, word)
}

/// All restore sessions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_sessions(
    client: *const bkj_veeam,
    out: *mut *mut bkj_veeam_restore_session_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.restore_sessions", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.restore_sessions()?);
    })
}

/// The restore sessions asked for, one page at a time. `query` may be NULL: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_restore_sessions(
    client: *const bkj_veeam,
    query: *const bkj_veeam_restore_session_query,
    out: *mut *mut bkj_veeam_restore_session_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_restore_sessions", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        let rows = client.inner.iter_restore_sessions(&query)?;
        out.give(bkj_veeam_restore_session_iter { rows });
    })
}

/// One restore session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_restore_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.restore_session", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.restore_session(text!(id))?);
    })
}

/// Closes a restore session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_stop_restore_session(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.stop_restore_session", {
        let client = arg!(client);
        client.inner.stop_restore_session(text!(id))?;
    })
}

/// Restore sessions, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_restore_session_iter {
    pub(crate) rows: Rows<veeam::RestoreSession>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_iter_next(
    iter: *mut bkj_veeam_restore_session_iter,
    out: *mut *mut bkj_veeam_restore_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_iter_free(iter: *mut bkj_veeam_restore_session_iter) {
    free_client!(iter);
}

/// A list of restore sessions.
pub struct bkj_veeam_restore_session_list {
    rows: Vec<bkj_veeam_restore_session>,
}

impl From<Vec<veeam::RestoreSession>> for bkj_veeam_restore_session_list {
    fn from(rows: Vec<veeam::RestoreSession>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of restore sessions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_list_len(list: *const bkj_veeam_restore_session_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_list_at(
    list: *const bkj_veeam_restore_session_list,
    index: usize,
) -> *const bkj_veeam_restore_session {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_list_free(list: *mut bkj_veeam_restore_session_list) {
    free!(list);
}

/// Which restore sessions to list. Unset: all, in the server's order. Where a version does not filter, we do, and leave
/// out sessions that do not tell the time.
#[derive(Default)]
pub struct bkj_veeam_restore_session_query {
    pub(crate) inner: veeam::RestoreSessionQuery,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_query_new() -> *mut bkj_veeam_restore_session_query {
    boxed(|| bkj_veeam_restore_session_query { inner: veeam::RestoreSessionQuery::default() })
}

/// Only sessions opened then or later, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_query_set_start_time_from(
    query: *mut bkj_veeam_restore_session_query,
    unix_ms: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.start_time_from = instant(unix_ms, "unix_ms")?;
    })
}

/// Only sessions opened then or earlier, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_query_set_start_time_to(
    query: *mut bkj_veeam_restore_session_query,
    unix_ms: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.start_time_to = instant(unix_ms, "unix_ms")?;
    })
}

/// Only sessions closed then or later, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_query_set_end_time_from(
    query: *mut bkj_veeam_restore_session_query,
    unix_ms: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.end_time_from = instant(unix_ms, "unix_ms")?;
    })
}

/// Only sessions closed then or earlier, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_query_set_end_time_to(
    query: *mut bkj_veeam_restore_session_query,
    unix_ms: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.end_time_to = instant(unix_ms, "unix_ms")?;
    })
}

/// v8: oldest first, or newest first: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_query_set_ascending(
    query: *mut bkj_veeam_restore_session_query,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.ascending = flag(yes, "yes")?;
    })
}

/// v8: ordered by what; when they were opened, if unset, as a word; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_query_set_order_by(
    query: *mut bkj_veeam_restore_session_query,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.order_by = maybe_text!(word).map(Into::into);
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_query_free(spec: *mut bkj_veeam_restore_session_query) {
    free!(spec);
}
