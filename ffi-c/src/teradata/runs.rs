//! Executions: the runs of a job.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{at, free, free_client, len, next};
use crate::kept::{Kept, row, row_code, row_number, row_whole, row_word};
use crate::text::{Json, Text};
use crate::words::Word;
use backupjobs::table::{Entry, List};
use backupjobs::{Outcome, Phase, Rows, teradata};
use std::ffi::c_char;

/// One run of a backup or restore job: the documented members, in their order.
pub struct bkj_teradata_execution {
    kept: Kept<teradata::Execution, Whole>,
}

struct Whole {
    site_id: Option<Text>,
    target_site: Option<Text>,
    job_id: Option<Text>,
    job_name: Option<Text>,
    backup_mechanism: Option<Text>,
    job_type: Option<Word>,
    execution_id: Text,
    execution_name: Option<Text>,
    start_time: Option<Text>,
    end_time: Option<Text>,
    backup_set_size: Option<i64>,
    server_execution_id: Option<Text>,
    parent_execution_id: Option<Text>,
    status: Option<Text>,
    saveset_replication_status: Option<Text>,
    is_saveset_retained: Option<bool>,
    is_saveset_deleted: Option<bool>,
    saveset_id: Option<i64>,
    run_type: Option<Word>,
    site_type: Option<Text>,
    status_detail: Option<Text>,
    phase: Phase,
    outcome: Option<Outcome>,
    extra: Json,
}

impl From<teradata::Execution> for bkj_teradata_execution {
    fn from(row: teradata::Execution) -> Self {
        Self { kept: row.into() }
    }
}

impl From<Entry<teradata::Execution>> for bkj_teradata_execution {
    fn from(row: Entry<teradata::Execution>) -> Self {
        Self { kept: row.into() }
    }
}

impl From<teradata::Execution> for Whole {
    fn from(from: teradata::Execution) -> Self {
        Self {
            phase: from.phase(),
            outcome: from.outcome(),
            site_id: from.site_id.map(Text::from),
            target_site: from.target_site.map(Text::from),
            job_id: from.job_id.map(Text::from),
            job_name: from.job_name.map(Text::from),
            backup_mechanism: from.backup_mechanism.map(Text::from),
            job_type: from.job_type.map(Word::from),
            execution_id: from.execution_id.into(),
            execution_name: from.execution_name.map(Text::from),
            start_time: from.start_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            backup_set_size: from.backup_set_size,
            server_execution_id: from.server_execution_id.map(Text::from),
            parent_execution_id: from.parent_execution_id.map(Text::from),
            status: from.status.map(|word| word.as_str().into()),
            saveset_replication_status: from.saveset_replication_status.map(Text::from),
            is_saveset_retained: from.is_saveset_retained,
            is_saveset_deleted: from.is_saveset_deleted,
            saveset_id: from.saveset_id,
            run_type: from.run_type.map(Word::from),
            site_type: from.site_type.map(Text::from),
            status_detail: from.status_detail.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Site. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_site_id(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.site_id in teradata::Execution)
}

/// Site copied to. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_target_site(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.target_site in teradata::Execution)
}

/// Job. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_job_id(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.job_id in teradata::Execution)
}

/// Name of the job. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_job_name(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.job_name in teradata::Execution)
}

/// Engine; `DSA` is the only word documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_backup_mechanism(
    execution: *const bkj_teradata_execution,
) -> *const c_char {
    row!(execution.backup_mechanism in teradata::Execution)
}

/// What it does; lists mix both kinds. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_job_type(execution: *const bkj_teradata_execution) -> *const c_char {
    row_word!(execution.job_type in teradata::Execution as teradata::JobType)
}

/// The same as a BKJ_TERADATA_JOB_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_job_type_code(execution: *const bkj_teradata_execution) -> i32 {
    row_code!(execution.job_type in teradata::Execution)
}

/// The id that `x-resource-id` names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_execution_id(
    execution: *const bkj_teradata_execution,
) -> *const c_char {
    row!(execution.execution_id in teradata::Execution)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_execution_name(
    execution: *const bkj_teradata_execution,
) -> *const c_char {
    row!(execution.execution_name in teradata::Execution)
}

/// When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_start_time(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.start_time in teradata::Execution)
}

/// When it ended. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_end_time(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.end_time in teradata::Execution)
}

/// Bytes (inferred). False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_backup_set_size(
    execution: *const bkj_teradata_execution,
    out: *mut i64,
) -> bool {
    row_number!(execution.backup_set_size in teradata::Execution, out)
}

/// Id in the engine. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_server_execution_id(
    execution: *const bkj_teradata_execution,
) -> *const c_char {
    row!(execution.server_execution_id in teradata::Execution)
}

/// Execution it builds on. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_parent_execution_id(
    execution: *const bkj_teradata_execution,
) -> *const c_char {
    row!(execution.parent_execution_id in teradata::Execution)
}

/// State. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_status(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.status in teradata::Execution)
}

/// State of copying it to the target site; `FAILED` is the only word documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_saveset_replication_status(
    execution: *const bkj_teradata_execution,
) -> *const c_char {
    row!(execution.saveset_replication_status in teradata::Execution)
}

/// Whether the backup is kept. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_is_saveset_retained(execution: *const bkj_teradata_execution) -> i32 {
    row!(execution.is_saveset_retained in teradata::Execution)
}

/// Whether the backup is gone. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_is_saveset_deleted(execution: *const bkj_teradata_execution) -> i32 {
    row!(execution.is_saveset_deleted in teradata::Execution)
}

/// The backup. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_saveset_id(
    execution: *const bkj_teradata_execution,
    out: *mut i64,
) -> bool {
    row_number!(execution.saveset_id in teradata::Execution, out)
}

/// How much it took. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_run_type(execution: *const bkj_teradata_execution) -> *const c_char {
    row_word!(execution.run_type in teradata::Execution as teradata::RunType)
}

/// The same as a BKJ_TERADATA_RUN_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_run_type_code(execution: *const bkj_teradata_execution) -> i32 {
    row_code!(execution.run_type in teradata::Execution)
}

/// Words not documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_site_type(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.site_type in teradata::Execution)
}

/// What the vendor says about it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_status_detail(
    execution: *const bkj_teradata_execution,
) -> *const c_char {
    row!(execution.status_detail in teradata::Execution)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_extra_json(execution: *const bkj_teradata_execution) -> *const c_char {
    row!(execution.extra in teradata::Execution)
}

/// Where it stands, as the common model has it: a BKJ_PHASE_… number. BKJ_PHASE_UNKNOWN for a word that this version
/// does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_phase(execution: *const bkj_teradata_execution) -> i32 {
    row_whole!(execution.phase)
}

/// How it ended: a BKJ_OUTCOME_… number; BKJ_ABSENT while it is not known to be over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_outcome(execution: *const bkj_teradata_execution) -> i32 {
    row_whole!(execution.outcome)
}

/// Frees an execution that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_free(execution: *mut bkj_teradata_execution) {
    free!(execution);
}

/// A list of executions.
pub struct bkj_teradata_execution_list {
    rows: Vec<bkj_teradata_execution>,
}

impl From<List<teradata::Execution>> for bkj_teradata_execution_list {
    fn from(rows: List<teradata::Execution>) -> Self {
        Self { rows: rows.terminated().map(Into::into).collect() }
    }
}

/// Number of executions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_list_len(list: *const bkj_teradata_execution_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_list_at(
    list: *const bkj_teradata_execution_list,
    index: usize,
) -> *const bkj_teradata_execution {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_list_free(list: *mut bkj_teradata_execution_list) {
    free!(list);
}

/// Executions, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_teradata_execution_iter {
    pub(crate) rows: Rows<teradata::Execution>,
}

/// The next execution, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_iter_next(
    iter: *mut bkj_teradata_execution_iter,
    out: *mut *mut bkj_teradata_execution,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but no execution got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execution_iter_free(iter: *mut bkj_teradata_execution_iter) {
    free_client!(iter);
}
