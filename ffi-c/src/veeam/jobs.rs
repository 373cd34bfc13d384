//! Backup jobs, as the server has them.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, at, boxed, code, fill, free, free_client, get, inside, len, maybe, next, place};
use crate::text::{Json, Text, maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::items::bkj_veeam_job_item;
use crate::veeam::job_schedule::bkj_veeam_job_schedule;
use crate::veeam::links::bkj_veeam_links;
use crate::words::{Word, from_word, word};
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// State of a job, a copy job or a job session: the state of its newest run. 0 stands for a word that this
/// version does not know, or for none.
pub const BKJ_VEEAM_JOB_STATUS_UNKNOWN: i32 = 0;
/// Stopped, or never run. The word is "Stopped".
pub const BKJ_VEEAM_JOB_STATUS_STOPPED: i32 = 1;
/// Running. The word is "Running".
pub const BKJ_VEEAM_JOB_STATUS_RUNNING: i32 = 2;
/// The last run succeeded. The word is "Success".
pub const BKJ_VEEAM_JOB_STATUS_SUCCESS: i32 = 3;
/// The last run ended with warnings. The word is "Warning".
pub const BKJ_VEEAM_JOB_STATUS_WARNING: i32 = 4;
/// The last run failed. The word is "Failed".
pub const BKJ_VEEAM_JOB_STATUS_FAILED: i32 = 5;
/// Not set up. The word is "NotConfigured".
pub const BKJ_VEEAM_JOB_STATUS_NOT_CONFIGURED: i32 = 6;
/// The backup proxy is gone. The word is "Disconnected".
pub const BKJ_VEEAM_JOB_STATUS_DISCONNECTED: i32 = 7;
/// Waiting to run. The word is "Queued".
pub const BKJ_VEEAM_JOB_STATUS_QUEUED: i32 = 8;

/// The vendor's word for a BKJ_VEEAM_JOB_STATUS_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_status_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::JobStatus, code)
}

/// The BKJ_VEEAM_JOB_STATUS_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_status_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::JobStatus, word)
}

/// What a job backs up. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_BACKUP_TYPE_UNKNOWN: i32 = 0;
/// The whole organization. The word is "EntireOrganization".
pub const BKJ_VEEAM_BACKUP_TYPE_ENTIRE_ORGANIZATION: i32 = 1;
/// Chosen items. The word is "SelectedItems".
pub const BKJ_VEEAM_BACKUP_TYPE_SELECTED_ITEMS: i32 = 2;

/// The vendor's word for a BKJ_VEEAM_BACKUP_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_type_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::BackupType, code)
}

/// The BKJ_VEEAM_BACKUP_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_backup_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::BackupType, word)
}

/// A backup job.
pub struct bkj_veeam_job {
    id: Text,
    name: Option<Text>,
    description: Option<Text>,
    organization_id: Option<Text>,
    repository_id: Option<Text>,
    backup_type: Option<Word>,
    schedule_policy: Option<bkj_veeam_job_schedule>,
    last_run: Option<Text>,
    next_run: Option<Text>,
    last_backup: Option<Text>,
    is_enabled: Option<bool>,
    last_status: Option<Word>,
    is_run: Option<bool>,
    run_now: Option<bool>,
    selected_items: Vec<bkj_veeam_job_item>,
    excluded_items: Vec<bkj_veeam_job_item>,
    e_tag: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::Job> for bkj_veeam_job {
    fn from(from: veeam::Job) -> Self {
        Self {
            id: from.id.into(),
            name: from.name.map(Text::from),
            description: from.description.map(Text::from),
            organization_id: from.organization_id.map(Text::from),
            repository_id: from.repository_id.map(Text::from),
            backup_type: from.backup_type.map(Word::from),
            schedule_policy: from.schedule_policy.map(Into::into),
            last_run: from.last_run.map(Text::from),
            next_run: from.next_run.map(Text::from),
            last_backup: from.last_backup.map(Text::from),
            is_enabled: from.is_enabled,
            last_status: from.last_status.map(Word::from),
            is_run: from.is_run,
            run_now: from.run_now,
            selected_items: from.selected_items.into_iter().map(Into::into).collect(),
            excluded_items: from.excluded_items.into_iter().map(Into::into).collect(),
            e_tag: from.e_tag,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_id(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.id)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_name(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.name)
}

/// Description; "" when empty. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_description(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.description)
}

/// Organization it backs up; before v8 told by the `organization` link. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_organization_id(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.organization_id)
}

/// Repository it writes to; v6 (before, the `backupRepository` link). NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_repository_id(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.repository_id)
}

/// What it backs up. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_backup_type(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.backup_type)
}

/// The same as a BKJ_VEEAM_BACKUP_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_backup_type_code(job: *const bkj_veeam_job) -> i32 {
    code!(job.backup_type)
}

/// When it runs by itself. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_schedule_policy(job: *const bkj_veeam_job) -> *const bkj_veeam_job_schedule {
    inside!(job.schedule_policy)
}

/// When the newest run began; none before the first. As the server wrote it (bkj_time_unix_ms() reads it); NULL
/// when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_last_run(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.last_run)
}

/// When it runs next; none while unscheduled or disabled. As the server wrote it (bkj_time_unix_ms() reads it);
/// NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_next_run(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.next_run)
}

/// When it last succeeded; v7. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_last_backup(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.last_backup)
}

/// Whether the schedule is on. A disabled job can still be started by hand. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_is_enabled(job: *const bkj_veeam_job) -> i32 {
    get!(job.is_enabled)
}

/// State of the newest run. Right after a start it may still be that of the run before. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_last_status(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.last_status)
}

/// The same as a BKJ_VEEAM_JOB_STATUS_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_last_status_code(job: *const bkj_veeam_job) -> i32 {
    code!(job.last_status)
}

/// v2: whether it is running. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_is_run(job: *const bkj_veeam_job) -> i32 {
    get!(job.is_run)
}

/// v6, v7: whether it was to run right after it was created. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_run_now(job: *const bkj_veeam_job) -> i32 {
    get!(job.run_now)
}

/// v6, v7: what it backs up, where the answer says so. See bkj_veeam_selected_items(): how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_selected_items_len(job: *const bkj_veeam_job) -> usize {
    len!(job.selected_items)
}

/// v6, v7: what it backs up, where the answer says so. See bkj_veeam_selected_items(): one of them, from 0; NULL beyond
/// the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_selected_items_at(
    job: *const bkj_veeam_job,
    index: usize,
) -> *const bkj_veeam_job_item {
    at!(job.selected_items, index)
}

/// v6, v7: what it leaves out, where the answer says so. See bkj_veeam_excluded_items(): how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_excluded_items_len(job: *const bkj_veeam_job) -> usize {
    len!(job.excluded_items)
}

/// v6, v7: what it leaves out, where the answer says so. See bkj_veeam_excluded_items(): one of them, from 0; NULL beyond
/// the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_excluded_items_at(
    job: *const bkj_veeam_job,
    index: usize,
) -> *const bkj_veeam_job_item {
    at!(job.excluded_items, index)
}

/// Version of the object: counts up with every change; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_e_tag(job: *const bkj_veeam_job, out: *mut i64) -> bool {
    fill!(job.e_tag, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_links(job: *const bkj_veeam_job) -> *const bkj_veeam_links {
    inside!(job.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_links_json(job: *const bkj_veeam_job) -> *const c_char {
    bkj_veeam_links::json(inside!(job.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_extra_json(job: *const bkj_veeam_job) -> *const c_char {
    get!(job.extra)
}

/// Frees a job that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_free(job: *mut bkj_veeam_job) {
    free!(job);
}

/// A list of jobs.
pub struct bkj_veeam_job_list {
    rows: Vec<bkj_veeam_job>,
}

impl From<Vec<veeam::Job>> for bkj_veeam_job_list {
    fn from(rows: Vec<veeam::Job>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of jobs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_list_len(list: *const bkj_veeam_job_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_list_at(list: *const bkj_veeam_job_list, index: usize) -> *const bkj_veeam_job {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_list_free(list: *mut bkj_veeam_job_list) {
    free!(list);
}

/// The backup jobs asked for, one page at a time. Before v8 the server does not filter by repository: we do, and a job
/// that does not tell its repository is left out. `query` may be NULL: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_jobs(
    client: *const bkj_veeam,
    query: *const bkj_veeam_job_query,
    out: *mut *mut bkj_veeam_job_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_jobs", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        let rows = client.inner.iter_jobs(&query)?;
        out.give(bkj_veeam_job_iter { rows });
    })
}

/// Deletes a job; its backups stay. A job that has a copy job cannot be deleted before that is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_delete_job(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.delete_job", {
        let client = arg!(client);
        client.inner.delete_job(text!(id))?;
    })
}

/// Jobs, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_job_iter {
    pub(crate) rows: Rows<veeam::Job>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_iter_next(
    iter: *mut bkj_veeam_job_iter,
    out: *mut *mut bkj_veeam_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_iter_free(iter: *mut bkj_veeam_job_iter) {
    free_client!(iter);
}

/// Which jobs to list. Unset: all.
#[derive(Default)]
pub struct bkj_veeam_job_query {
    pub(crate) inner: veeam::JobQuery,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_query_new() -> *mut bkj_veeam_job_query {
    boxed(|| bkj_veeam_job_query { inner: veeam::JobQuery::default() })
}

/// Only jobs of this organization; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_query_set_organization_id(
    query: *mut bkj_veeam_job_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.organization_id = maybe_text!(text).map(str::to_owned);
    })
}

/// Only jobs that write to this repository; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_query_set_repository_id(
    query: *mut bkj_veeam_job_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.repository_id = maybe_text!(text).map(str::to_owned);
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_query_free(spec: *mut bkj_veeam_job_query) {
    free!(spec);
}
