//! Which job sessions to list: what the version filters goes on the wire, the rest we do.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, free, instant, maybe, place};
use crate::text::maybe_text;
use crate::veeam::bkj_veeam;
use crate::veeam::runs::bkj_veeam_job_session_iter;
use crate::words::{from_word, word};
use backupjobs::veeam;
use std::ffi::c_char;

/// Whose session it is. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_SESSION_JOB_TYPE_UNKNOWN: i32 = 0;
/// Of a backup job. The word is "Backup".
pub const BKJ_VEEAM_SESSION_JOB_TYPE_BACKUP: i32 = 1;
/// Of a copy job. The word is "Copy".
pub const BKJ_VEEAM_SESSION_JOB_TYPE_COPY: i32 = 2;

/// The vendor's word for a BKJ_VEEAM_SESSION_JOB_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_job_type_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::SessionJobType, code)
}

/// The BKJ_VEEAM_SESSION_JOB_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that this
/// version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_job_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::SessionJobType, word)
}

/// The job sessions asked for, one page at a time, in the server's order: newest first, as clients see it. `query` may
/// be NULL: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_job_sessions(
    client: *const bkj_veeam,
    query: *const bkj_veeam_session_query,
    out: *mut *mut bkj_veeam_job_session_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_job_sessions", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        let rows = client.inner.iter_job_sessions(&query)?;
        out.give(bkj_veeam_job_session_iter { rows });
    })
}

/// Which job sessions to list. Unset: all.
#[derive(Default)]
pub struct bkj_veeam_session_query {
    pub(crate) inner: veeam::SessionQuery,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_query_new() -> *mut bkj_veeam_session_query {
    boxed(|| bkj_veeam_session_query { inner: veeam::SessionQuery::default() })
}

/// Only sessions of this job. Whether the id of a copy job works is not documented; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_query_set_job_id(
    query: *mut bkj_veeam_session_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.job_id = maybe_text!(text).map(str::to_owned);
    })
}

/// Only sessions of backup jobs, or of copy jobs; v6, as a word; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_query_set_job_type(
    query: *mut bkj_veeam_session_query,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.job_type = maybe_text!(word).map(Into::into);
    })
}

/// Only sessions that stand so, as a word; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_query_set_status(
    query: *mut bkj_veeam_session_query,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.status = maybe_text!(word).map(Into::into);
    })
}

/// Only sessions that ended then or later. A session that has not ended is left out where we filter: up to v5, and in
/// v6 beside `job_id`, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_query_set_end_time_lower_bound(
    query: *mut bkj_veeam_session_query,
    unix_ms: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.end_time_lower_bound = instant(unix_ms, "unix_ms")?;
    })
}

/// Only sessions that ended then or earlier. A session that has not ended is left out where we filter: up to v6, in
/// milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_query_set_end_time_upper_bound(
    query: *mut bkj_veeam_session_query,
    unix_ms: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.end_time_upper_bound = instant(unix_ms, "unix_ms")?;
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_session_query_free(spec: *mut bkj_veeam_session_query) {
    free!(spec);
}
