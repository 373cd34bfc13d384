//! Backup copy jobs.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, code, free, get, inside, len, place};
use crate::text::{Json, Text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::copy_schedule::bkj_veeam_copy_schedule;
use crate::veeam::create_copy_job::bkj_veeam_create_copy_job;
use crate::veeam::links::bkj_veeam_links;
use crate::words::Word;
use backupjobs::veeam;
use std::ffi::c_char;

/// A backup copy job.
pub struct bkj_veeam_copy_job {
    id: Text,
    name: Option<Text>,
    backup_job_id: Option<Text>,
    repository_id: Option<Text>,
    schedule_policy: Option<bkj_veeam_copy_schedule>,
    is_enabled: Option<bool>,
    last_run: Option<Text>,
    next_run: Option<Text>,
    last_status: Option<Word>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::CopyJob> for bkj_veeam_copy_job {
    fn from(from: veeam::CopyJob) -> Self {
        Self {
            id: from.id.into(),
            name: from.name.map(Text::from),
            backup_job_id: from.backup_job_id.map(Text::from),
            repository_id: from.repository_id.map(Text::from),
            schedule_policy: from.schedule_policy.map(Into::into),
            is_enabled: from.is_enabled,
            last_run: from.last_run.map(Text::from),
            next_run: from.next_run.map(Text::from),
            last_status: from.last_status.map(Word::from),
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_id(job: *const bkj_veeam_copy_job) -> *const c_char {
    get!(job.id)
}

/// Name, made up by the server. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_name(job: *const bkj_veeam_copy_job) -> *const c_char {
    get!(job.name)
}

/// The backup job it copies. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_backup_job_id(job: *const bkj_veeam_copy_job) -> *const c_char {
    get!(job.backup_job_id)
}

/// The repository it copies to. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_repository_id(job: *const bkj_veeam_copy_job) -> *const c_char {
    get!(job.repository_id)
}

/// When it copies. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_schedule_policy(
    job: *const bkj_veeam_copy_job,
) -> *const bkj_veeam_copy_schedule {
    inside!(job.schedule_policy)
}

/// Whether its schedule is on. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_is_enabled(job: *const bkj_veeam_copy_job) -> i32 {
    get!(job.is_enabled)
}

/// When the newest run began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_last_run(job: *const bkj_veeam_copy_job) -> *const c_char {
    get!(job.last_run)
}

/// When it runs next. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_next_run(job: *const bkj_veeam_copy_job) -> *const c_char {
    get!(job.next_run)
}

/// State of the newest run. The documented sample of a job just created says `Success`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_last_status(job: *const bkj_veeam_copy_job) -> *const c_char {
    get!(job.last_status)
}

/// The same as a BKJ_VEEAM_JOB_STATUS_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_last_status_code(job: *const bkj_veeam_copy_job) -> i32 {
    code!(job.last_status)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_links(job: *const bkj_veeam_copy_job) -> *const bkj_veeam_links {
    inside!(job.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_links_json(job: *const bkj_veeam_copy_job) -> *const c_char {
    bkj_veeam_links::json(inside!(job.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_copy_job_extra_json(job: *const bkj_veeam_copy_job) -> *const c_char {
    get!(job.extra)
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

impl From<Vec<veeam::CopyJob>> for bkj_veeam_copy_job_list {
    fn from(rows: Vec<veeam::CopyJob>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
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
        out.give(client.inner.copy_jobs()?);
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
