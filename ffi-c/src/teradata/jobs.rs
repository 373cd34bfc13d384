//! Jobs, as the site has them.

use crate::handle::{at, code, fill, free, get, inside, len};
use crate::teradata::job_details::{bkj_teradata_last_execution, bkj_teradata_target_site};
use crate::teradata::job_settings::bkj_teradata_job_settings;
use crate::text::{Json, Text};
use crate::words::{Word, from_word, word};
use backupjobs::teradata;
use std::ffi::c_char;

/// What a job or an execution does. 0 stands for a word that this version does not know, or for none.
pub const BKJ_TERADATA_JOB_TYPE_UNKNOWN: i32 = 0;
/// Backs up. The word is "BACKUP".
pub const BKJ_TERADATA_JOB_TYPE_BACKUP: i32 = 1;
/// Restores. The word is "RESTORE".
pub const BKJ_TERADATA_JOB_TYPE_RESTORE: i32 = 2;

/// The vendor's word for a BKJ_TERADATA_JOB_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_type_word(code: i32) -> *const c_char {
    word!(backupjobs::teradata::JobType, code)
}

/// The BKJ_TERADATA_JOB_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::teradata::JobType, word)
}

/// How much a backup takes. (The word CUMULATIVE of the vendor's backup engine is not offered here.) 0 stands for a
/// word that this version does not know, or for none.
pub const BKJ_TERADATA_RUN_TYPE_UNKNOWN: i32 = 0;
/// Everything. The word is "FULL".
pub const BKJ_TERADATA_RUN_TYPE_FULL: i32 = 1;
/// What changed since the last backup. The word is "DELTA".
pub const BKJ_TERADATA_RUN_TYPE_DELTA: i32 = 2;

/// The vendor's word for a BKJ_TERADATA_RUN_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_run_type_word(code: i32) -> *const c_char {
    word!(backupjobs::teradata::RunType, code)
}

/// The BKJ_TERADATA_RUN_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_run_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::teradata::RunType, word)
}

/// A job. Lists leave out `job_settings`.
pub struct bkj_teradata_job {
    job_id: Text,
    site_id: Option<Text>,
    name: Option<Text>,
    description: Option<Text>,
    job_type: Option<Word>,
    backup_type: Option<Word>,
    backup_mechanism: Option<Text>,
    is_active: Option<bool>,
    is_auto_abort_active: Option<bool>,
    auto_abort_in_minutes: Option<i64>,
    priority: Option<i64>,
    no_of_retention_copies: Option<i64>,
    next_run_time: Option<Text>,
    site_target_type: Option<Text>,
    target_site_details: Option<bkj_teradata_target_site>,
    last_execution_details: Option<bkj_teradata_last_execution>,
    job_settings: Option<bkj_teradata_job_settings>,
    extra: Json,
}

impl From<teradata::Job> for bkj_teradata_job {
    fn from(from: teradata::Job) -> Self {
        Self {
            job_id: from.job_id.into(),
            site_id: from.site_id.map(Text::from),
            name: from.name.map(Text::from),
            description: from.description.map(Text::from),
            job_type: from.job_type.map(Word::from),
            backup_type: from.backup_type.map(Word::from),
            backup_mechanism: from.backup_mechanism.map(Text::from),
            is_active: from.is_active,
            is_auto_abort_active: from.is_auto_abort_active,
            auto_abort_in_minutes: from.auto_abort_in_minutes,
            priority: from.priority,
            no_of_retention_copies: from.no_of_retention_copies,
            next_run_time: from.next_run_time.map(Text::from),
            site_target_type: from.site_target_type.map(Text::from),
            target_site_details: from.target_site_details.map(Into::into),
            last_execution_details: from.last_execution_details.map(Into::into),
            job_settings: from.job_settings.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// A whole number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_job_id(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.job_id)
}

/// Site. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_site_id(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.site_id)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_name(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.name)
}

/// Description. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_description(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.description)
}

/// What it does. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_job_type(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.job_type)
}

/// The same as a BKJ_TERADATA_JOB_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_job_type_code(job: *const bkj_teradata_job) -> i32 {
    code!(job.job_type)
}

/// How much it takes when nothing else is asked for. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_backup_type(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.backup_type)
}

/// The same as a BKJ_TERADATA_RUN_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_backup_type_code(job: *const bkj_teradata_job) -> i32 {
    code!(job.backup_type)
}

/// Engine; `DSA` is the only word documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_backup_mechanism(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.backup_mechanism)
}

/// Whether its schedule is on. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_is_active(job: *const bkj_teradata_job) -> i32 {
    get!(job.is_active)
}

/// Whether a run is aborted after `auto_abort_in_minutes`. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_is_auto_abort_active(job: *const bkj_teradata_job) -> i32 {
    get!(job.is_auto_abort_active)
}

/// Minutes; 0 when off. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_auto_abort_in_minutes(job: *const bkj_teradata_job, out: *mut i64) -> bool {
    fill!(job.auto_abort_in_minutes, out)
}

/// Priority; which end is high is not documented. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_priority(job: *const bkj_teradata_job, out: *mut i64) -> bool {
    fill!(job.priority, out)
}

/// Backups kept. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_no_of_retention_copies(job: *const bkj_teradata_job, out: *mut i64) -> bool {
    fill!(job.no_of_retention_copies, out)
}

/// When it runs next. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_next_run_time(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.next_run_time)
}

/// Cloud of the target; `AWS` is the only word documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_site_target_type(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.site_target_type)
}

/// Where copies go. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_target_site_details(
    job: *const bkj_teradata_job,
) -> *const bkj_teradata_target_site {
    inside!(job.target_site_details)
}

/// The newest run. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_last_execution_details(
    job: *const bkj_teradata_job,
) -> *const bkj_teradata_last_execution {
    inside!(job.last_execution_details)
}

/// What is backed up and how; only when one job is asked for. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_job_settings(
    job: *const bkj_teradata_job,
) -> *const bkj_teradata_job_settings {
    inside!(job.job_settings)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_extra_json(job: *const bkj_teradata_job) -> *const c_char {
    get!(job.extra)
}

/// Frees a job that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_free(job: *mut bkj_teradata_job) {
    free!(job);
}

/// A list of jobs.
pub struct bkj_teradata_job_list {
    rows: Vec<bkj_teradata_job>,
}

impl From<Vec<teradata::Job>> for bkj_teradata_job_list {
    fn from(rows: Vec<teradata::Job>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of jobs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_list_len(list: *const bkj_teradata_job_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_list_at(
    list: *const bkj_teradata_job_list,
    index: usize,
) -> *const bkj_teradata_job {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_list_free(list: *mut bkj_teradata_job_list) {
    free!(list);
}
