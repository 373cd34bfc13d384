//! Backup copy jobs.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, at, boxed, free, free_client, len, maybe, next, place};
use crate::kept::{Kept, row, row_code, row_inside, row_number, row_word};
use crate::text::{Json, Text, maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::copy_schedule::bkj_veeam_copy_schedule;
use crate::veeam::create_copy_job::bkj_veeam_create_copy_job;
use crate::veeam::jobs::bkj_veeam_job;
use crate::veeam::links::bkj_veeam_links;
use crate::veeam::runs::bkj_veeam_job_session;
use crate::words::Word;
use backupjobs::table::{Entry, List};
use backupjobs::veeam::Lists as _;
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// A backup copy job.
pub struct bkj_veeam_copy_job {
    kept: Kept<veeam::CopyJob, Whole>,
}

struct Whole {
    id: Text,
    name: Option<Text>,
    backup_job_id: Option<Text>,
    organization_id: Option<Text>,
    repository_id: Option<Text>,
    schedule_policy: Option<bkj_veeam_copy_schedule>,
    is_enabled: Option<bool>,
    last_run: Option<Text>,
    next_run: Option<Text>,
    last_backup: Option<Text>,
    last_status: Option<Word>,
    e_tag: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::CopyJob> for bkj_veeam_copy_job {
    fn from(row: veeam::CopyJob) -> Self {
        Self { kept: row.into() }
    }
}

impl From<Entry<veeam::CopyJob>> for bkj_veeam_copy_job {
    fn from(row: Entry<veeam::CopyJob>) -> Self {
        Self { kept: row.into() }
    }
}

impl From<veeam::CopyJob> for Whole {
    fn from(from: veeam::CopyJob) -> Self {
        Self {
            id: from.id.into(),
            name: from.name.map(Text::from),
            backup_job_id: from.backup_job_id.map(Text::from),
            organization_id: from.organization_id.map(Text::from),
            repository_id: from.repository_id.map(Text::from),
            schedule_policy: from.schedule_policy.map(Into::into),
            is_enabled: from.is_enabled,
            last_run: from.last_run.map(Text::from),
            next_run: from.next_run.map(Text::from),
            last_backup: from.last_backup.map(Text::from),
            last_status: from.last_status.map(Word::from),
            e_tag: from.e_tag,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_id(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.id in veeam::CopyJob)
}

/// Name, made up by the server. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_name(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.name in veeam::CopyJob)
}

/// The backup job it copies. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_backup_job_id(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.backup_job_id in veeam::CopyJob)
}

/// Its organization; before v8 told by the `organization` link. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_organization_id(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.organization_id in veeam::CopyJob)
}

/// The repository it copies to. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_repository_id(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.repository_id in veeam::CopyJob)
}

/// When it copies. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_schedule_policy(
    job: *const bkj_veeam_copy_job,
) -> *const bkj_veeam_copy_schedule {
    row_inside!(job.schedule_policy)
}

/// Whether its schedule is on. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_is_enabled(job: *const bkj_veeam_copy_job) -> i32 {
    row!(job.is_enabled in veeam::CopyJob)
}

/// When the newest run began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_last_run(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.last_run in veeam::CopyJob)
}

/// When it runs next. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_next_run(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.next_run in veeam::CopyJob)
}

/// When it last succeeded; v7. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_last_backup(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.last_backup in veeam::CopyJob)
}

/// State of the newest run. The documented sample of a job just created says `Success`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_last_status(job: *const bkj_veeam_copy_job) -> *const c_char {
    row_word!(job.last_status in veeam::CopyJob as veeam::JobStatus)
}

/// The same as a BKJ_VEEAM_JOB_STATUS_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_last_status_code(job: *const bkj_veeam_copy_job) -> i32 {
    row_code!(job.last_status in veeam::CopyJob)
}

/// Version of the object: counts up with every change; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_e_tag(job: *const bkj_veeam_copy_job, out: *mut i64) -> bool {
    row_number!(job.e_tag in veeam::CopyJob, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_links(job: *const bkj_veeam_copy_job) -> *const bkj_veeam_links {
    row_inside!(job.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_links_json(job: *const bkj_veeam_copy_job) -> *const c_char {
    bkj_veeam_links::json(row_inside!(job.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_extra_json(job: *const bkj_veeam_copy_job) -> *const c_char {
    row!(job.extra in veeam::CopyJob)
}

/// Frees a copy job that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_free(job: *mut bkj_veeam_copy_job) {
    free!(job);
}

/// A list of copy jobs.
pub struct bkj_veeam_copy_job_list {
    rows: Vec<bkj_veeam_copy_job>,
}

impl From<List<veeam::CopyJob>> for bkj_veeam_copy_job_list {
    fn from(rows: List<veeam::CopyJob>) -> Self {
        Self { rows: rows.terminated().map(Into::into).collect() }
    }
}

/// Number of copy jobs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_list_len(list: *const bkj_veeam_copy_job_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_list_at(
    list: *const bkj_veeam_copy_job_list,
    index: usize,
) -> *const bkj_veeam_copy_job {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_list_free(list: *mut bkj_veeam_copy_job_list) {
    free!(list);
}

/// Creates a copy job; v6. A backup job can have one. Ids that are none, a window that has not 168 hours and the
/// like are refused before any request.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_create_copy_job(
    client: *const bkj_veeam,
    spec: *const bkj_veeam_create_copy_job,
    out: *mut *mut bkj_veeam_copy_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.create_copy_job", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.create_copy_job(&arg!(spec).inner)?);
    })
}

/// All copy jobs; v6.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_jobs(
    client: *const bkj_veeam,
    out: *mut *mut bkj_veeam_copy_job_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.copy_jobs", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.copy_jobs_list()?);
    })
}

/// One copy job; v6.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_copy_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.copy_job", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.copy_job(text!(id))?);
    })
}

/// The copy jobs asked for, one page at a time. Before v8 the server does not filter by organization: we do, by the
/// link of the copy job. `query` may be NULL: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_copy_jobs(
    client: *const bkj_veeam,
    query: *const bkj_veeam_copy_job_query,
    out: *mut *mut bkj_veeam_copy_job_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_copy_jobs", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        let rows = client.inner.iter_copy_jobs(&query)?;
        out.give(bkj_veeam_copy_job_iter { rows });
    })
}

/// The copy job of a backup job.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_of(
    client: *const bkj_veeam,
    job_id: *const c_char,
    out: *mut *mut bkj_veeam_copy_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.copy_job_of", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.copy_job_of(text!(job_id))?);
    })
}

/// The backup job of a copy job.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_job_of(
    client: *const bkj_veeam,
    copy_job_id: *const c_char,
    out: *mut *mut bkj_veeam_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.backup_job_of", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.backup_job_of(text!(copy_job_id))?);
    })
}

/// Starts a copy job: it copies the latest restore point. v8 answers with the session of the new run; before, the
/// answer names none. NULL when the answer names none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_start_copy_job(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_job_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.start_copy_job", {
        let out = place!(out);
        let client = arg!(client);
        match client.inner.start_copy_job(text!(id))? {
            Some(found) => out.give(found),
            None => out.give_nothing(),
        }
    })
}

/// Stops the run of a copy job. The answer may come before the run has wound down.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_stop_copy_job(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.stop_copy_job", {
        let client = arg!(client);
        client.inner.stop_copy_job(text!(id))?;
    })
}

/// Switches the schedule of a copy job on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_enable_copy_job(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.enable_copy_job", {
        let client = arg!(client);
        client.inner.enable_copy_job(text!(id))?;
    })
}

/// Switches the schedule of a copy job off.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_disable_copy_job(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.disable_copy_job", {
        let client = arg!(client);
        client.inner.disable_copy_job(text!(id))?;
    })
}

/// Deletes a copy job.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_delete_copy_job(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.delete_copy_job", {
        let client = arg!(client);
        client.inner.delete_copy_job(text!(id))?;
    })
}

/// Copy jobs, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_copy_job_iter {
    pub(crate) rows: Rows<veeam::CopyJob>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_iter_next(
    iter: *mut bkj_veeam_copy_job_iter,
    out: *mut *mut bkj_veeam_copy_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_iter_free(iter: *mut bkj_veeam_copy_job_iter) {
    free_client!(iter);
}

/// Which copy jobs to list. Unset: all.
#[derive(Default)]
pub struct bkj_veeam_copy_job_query {
    pub(crate) inner: veeam::CopyJobQuery,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_query_new() -> *mut bkj_veeam_copy_job_query {
    boxed(|| bkj_veeam_copy_job_query { inner: veeam::CopyJobQuery::default() })
}

/// Only copy jobs that copy to this repository; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_query_set_repository_id(
    query: *mut bkj_veeam_copy_job_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.repository_id = maybe_text!(text).map(str::to_owned);
    })
}

/// Only copy jobs of this organization; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_query_set_organization_id(
    query: *mut bkj_veeam_copy_job_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.organization_id = maybe_text!(text).map(str::to_owned);
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_query_free(spec: *mut bkj_veeam_copy_job_query) {
    free!(spec);
}
