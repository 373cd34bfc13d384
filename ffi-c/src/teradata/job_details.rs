//! Where the copies of a job go, and its newest run.

use crate::handle::{fill, get};
use crate::text::{Json, Text};
use backupjobs::teradata;
use std::ffi::c_char;

/// `targetSiteDetails` of a job. It belongs to its job.
pub struct bkj_teradata_target_site {
    target_site_id: Option<Text>,
    target_retention_copies_count: Option<i64>,
    target_retention_source: Option<Text>,
    extra: Json,
}

impl From<teradata::TargetSite> for bkj_teradata_target_site {
    fn from(from: teradata::TargetSite) -> Self {
        Self {
            target_site_id: from.target_site_id.map(Text::from),
            target_retention_copies_count: from.target_retention_copies_count,
            target_retention_source: from.target_retention_source.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Site. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_target_site_target_site_id(
    site: *const bkj_teradata_target_site,
) -> *const c_char {
    get!(site.target_site_id)
}

/// Copies kept there. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_target_site_target_retention_copies_count(
    site: *const bkj_teradata_target_site,
    out: *mut i64,
) -> bool {
    fill!(site.target_retention_copies_count, out)
}

/// Where that number comes from; words not documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_target_site_target_retention_source(
    site: *const bkj_teradata_target_site,
) -> *const c_char {
    get!(site.target_retention_source)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_target_site_extra_json(site: *const bkj_teradata_target_site) -> *const c_char {
    get!(site.extra)
}

/// `last_execution_details` of a job. Ids that are numbers here are texts in Execution. It belongs to its job.
pub struct bkj_teradata_last_execution {
    status: Option<Text>,
    start_time: Option<Text>,
    end_time: Option<Text>,
    backup_set_size: Option<i64>,
    backup_job_id: Option<Text>,
    backup_job_execution_id: Option<Text>,
    restore_execution_id: Option<Text>,
    extra: Json,
}

impl From<teradata::LastExecution> for bkj_teradata_last_execution {
    fn from(from: teradata::LastExecution) -> Self {
        Self {
            status: from.status.map(|word| word.as_str().into()),
            start_time: from.start_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            backup_set_size: from.backup_set_size,
            backup_job_id: from.backup_job_id.map(Text::from),
            backup_job_execution_id: from.backup_job_execution_id.map(Text::from),
            restore_execution_id: from.restore_execution_id.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// State. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_last_execution_status(
    execution: *const bkj_teradata_last_execution,
) -> *const c_char {
    get!(execution.status)
}

/// When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_last_execution_start_time(
    execution: *const bkj_teradata_last_execution,
) -> *const c_char {
    get!(execution.start_time)
}

/// When it ended. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_last_execution_end_time(
    execution: *const bkj_teradata_last_execution,
) -> *const c_char {
    get!(execution.end_time)
}

/// Bytes (inferred). False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_last_execution_backup_set_size(
    execution: *const bkj_teradata_last_execution,
    out: *mut i64,
) -> bool {
    fill!(execution.backup_set_size, out)
}

/// Backup job. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_last_execution_backup_job_id(
    execution: *const bkj_teradata_last_execution,
) -> *const c_char {
    get!(execution.backup_job_id)
}

/// Execution of that backup job. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_last_execution_backup_job_execution_id(
    execution: *const bkj_teradata_last_execution,
) -> *const c_char {
    get!(execution.backup_job_execution_id)
}

/// Execution of a restore. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_last_execution_restore_execution_id(
    execution: *const bkj_teradata_last_execution,
) -> *const c_char {
    get!(execution.restore_execution_id)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_last_execution_extra_json(
    execution: *const bkj_teradata_last_execution,
) -> *const c_char {
    get!(execution.extra)
}
