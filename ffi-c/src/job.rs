//! Jobs, as all systems have them.

use crate::handle::{at, fill, free, get, len};
use crate::text::Text;
use crate::time::millis;
use std::ffi::c_char;

/// A job as all systems have it.
pub struct bkj_job {
    system: backupjobs::System,
    id: Text,
    name: Text,
    enabled: Option<bool>,
    raw_status: Option<Text>,
    last_run: Option<i64>,
    next_run: Option<i64>,
}

impl From<backupjobs::Job> for bkj_job {
    fn from(from: backupjobs::Job) -> Self {
        Self {
            system: from.system,
            id: from.id.into(),
            name: from.name.into(),
            enabled: from.enabled,
            raw_status: from.raw_status.map(Text::from),
            last_run: from.last_run.map(millis),
            next_run: from.next_run.map(millis),
        }
    }
}

/// The system it lives on: a BKJ_SYSTEM_… number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_system(job: *const bkj_job) -> i32 {
    get!(job.system)
}

/// The vendor's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_id(job: *const bkj_job) -> *const c_char {
    get!(job.id)
}

/// The vendor's name for it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_name(job: *const bkj_job) -> *const c_char {
    get!(job.name)
}

/// Whether its schedule is on: 1 or 0; BKJ_ABSENT where the system has no such thing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_enabled(job: *const bkj_job) -> i32 {
    get!(job.enabled)
}

/// The vendor's word for the state of the newest run, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_raw_status(job: *const bkj_job) -> *const c_char {
    get!(job.raw_status)
}

/// When the newest run began, in milliseconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_last_run(job: *const bkj_job, out: *mut i64) -> bool {
    fill!(job.last_run, out)
}

/// When the scheduler runs it next, in milliseconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_next_run(job: *const bkj_job, out: *mut i64) -> bool {
    fill!(job.next_run, out)
}

/// Frees a job that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_free(job: *mut bkj_job) {
    free!(job);
}

/// A list of jobs.
pub struct bkj_job_list {
    rows: Vec<bkj_job>,
}

impl From<Vec<backupjobs::Job>> for bkj_job_list {
    fn from(rows: Vec<backupjobs::Job>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of jobs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_list_len(list: *const bkj_job_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_list_at(list: *const bkj_job_list, index: usize) -> *const bkj_job {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_job_list_free(list: *mut bkj_job_list) {
    free!(list);
}
