//! Job sessions: the runs of a job.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, code, fill, free, free_client, get, inside, len, next, place};
use crate::text::{Json, Text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::links::bkj_veeam_links;
use crate::veeam::statistics::bkj_veeam_statistics;
use crate::words::Word;
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// One run of a backup job or copy job.
pub struct bkj_veeam_job_session {
    job_id: Option<Text>,
    repository_id: Option<Text>,
    main_session_id: Option<Text>,
    id: Text,
    details: Option<Text>,
    creation_time: Option<Text>,
    end_time: Option<Text>,
    retry_count: Option<i64>,
    job_will_be_retried: Option<bool>,
    progress: Option<i64>,
    job_type: Option<Word>,
    job_session_config_type: Option<Text>,
    status: Option<Word>,
    statistics: Option<bkj_veeam_statistics>,
    proxy_id: Option<Text>,
    proxy_pool_id: Option<Text>,
    e_tag: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::JobSession> for bkj_veeam_job_session {
    fn from(from: veeam::JobSession) -> Self {
        Self {
            job_id: from.job_id.map(Text::from),
            repository_id: from.repository_id.map(Text::from),
            main_session_id: from.main_session_id.map(Text::from),
            id: from.id.into(),
            details: from.details.map(Text::from),
            creation_time: from.creation_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            retry_count: from.retry_count,
            job_will_be_retried: from.job_will_be_retried,
            progress: from.progress,
            job_type: from.job_type.map(Word::from),
            job_session_config_type: from.job_session_config_type.map(Text::from),
            status: from.status.map(Word::from),
            statistics: from.statistics.map(Into::into),
            proxy_id: from.proxy_id.map(Text::from),
            proxy_pool_id: from.proxy_pool_id.map(Text::from),
            e_tag: from.e_tag,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_id(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.id)
}

/// What the vendor says about it; v6. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_details(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.details)
}

/// When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_creation_time(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.creation_time)
}

/// When it ended; none while it runs. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_end_time(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.end_time)
}

/// 0 on the first try; v6. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_retry_count(
    session: *const bkj_veeam_job_session,
    out: *mut i64,
) -> bool {
    fill!(session.retry_count, out)
}

/// Whether the job will be tried again, as a new session; v7. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_job_will_be_retried(session: *const bkj_veeam_job_session) -> i32 {
    get!(session.job_will_be_retried)
}

/// Objects processed so far: a count, not a percentage. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_progress(session: *const bkj_veeam_job_session, out: *mut i64) -> bool {
    fill!(session.progress, out)
}

/// Of a backup job or of a copy job; v7. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_job_type(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.job_type)
}

/// The same as a BKJ_VEEAM_SESSION_JOB_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_job_type_code(session: *const bkj_veeam_job_session) -> i32 {
    code!(session.job_type)
}

/// `Full` or `Incremental`; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_job_session_config_type(
    session: *const bkj_veeam_job_session,
) -> *const c_char {
    get!(session.job_session_config_type)
}

/// State. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_status(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.status)
}

/// The same as a BKJ_VEEAM_JOB_STATUS_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_status_code(session: *const bkj_veeam_job_session) -> i32 {
    code!(session.status)
}

/// Rates and amounts. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_statistics(
    session: *const bkj_veeam_job_session,
) -> *const bkj_veeam_statistics {
    inside!(session.statistics)
}

/// Backup proxy; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_proxy_id(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.proxy_id)
}

/// Pool of backup proxies; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_proxy_pool_id(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.proxy_pool_id)
}

/// Version of the object: counts up with every change; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_e_tag(session: *const bkj_veeam_job_session, out: *mut i64) -> bool {
    fill!(session.e_tag, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_links(session: *const bkj_veeam_job_session) -> *const bkj_veeam_links {
    inside!(session.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_links_json(session: *const bkj_veeam_job_session) -> *const c_char {
    bkj_veeam_links::json(inside!(session.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_extra_json(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.extra)
}

/// Frees a job session that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_free(session: *mut bkj_veeam_job_session) {
    free!(session);
}

/// A list of job sessions.
pub struct bkj_veeam_job_session_list {
    rows: Vec<bkj_veeam_job_session>,
}

impl From<Vec<veeam::JobSession>> for bkj_veeam_job_session_list {
    fn from(rows: Vec<veeam::JobSession>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of job sessions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_list_len(list: *const bkj_veeam_job_session_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_list_at(
    list: *const bkj_veeam_job_session_list,
    index: usize,
) -> *const bkj_veeam_job_session {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_list_free(list: *mut bkj_veeam_job_session_list) {
    free!(list);
}

/// The id of its job, from the link named "job"; NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_job_id(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.job_id)
}

/// Repository it writes to; v7. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_repository_id(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.repository_id)
}

/// The first try, of which this session is a retry; v7. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_main_session_id(session: *const bkj_veeam_job_session) -> *const c_char {
    get!(session.main_session_id)
}

/// The newest sessions of a job, newest first, at most `limit` (0: 100).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_sessions(
    client: *const bkj_veeam,
    job_id: *const c_char,
    limit: usize,
    out: *mut *mut bkj_veeam_job_session_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.job_sessions", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.job_sessions(text!(job_id), limit)?);
    })
}

/// The newest sessions of all jobs, newest first, at most `limit` (0: 100).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_all_job_sessions(
    client: *const bkj_veeam,
    limit: usize,
    out: *mut *mut bkj_veeam_job_session_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.all_job_sessions", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.all_job_sessions(limit)?);
    })
}

/// One session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_job_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.job_session", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.job_session(text!(id))?);
    })
}

/// Job sessions, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_job_session_iter {
    pub(crate) rows: Rows<veeam::JobSession>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_iter_next(
    iter: *mut bkj_veeam_job_session_iter,
    out: *mut *mut bkj_veeam_job_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_session_iter_free(iter: *mut bkj_veeam_job_session_iter) {
    free_client!(iter);
}
