//! Backup jobs as the appliance has them: runs, in the common model.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, code, fill, free, get, len, place};
use crate::string::bkj_string_list;
use crate::text::{Json, Text, text};
use crate::vcenter::bkj_vcenter;
use crate::vcenter::messages::bkj_vcenter_localizable_message;
use crate::words::{Word, from_word, word};
use backupjobs::vcenter;
use std::ffi::c_char;

/// State of a backup. There is no word for cancelled: a cancelled backup ends `FAILED`. 0 stands for a word that
/// this version does not know, or for none.
pub const BKJ_VCENTER_PROCESS_STATE_UNKNOWN: i32 = 0;
/// Failed, or cancelled. The word is "FAILED".
pub const BKJ_VCENTER_PROCESS_STATE_FAILED: i32 = 1;
/// Working. The word is "INPROGRESS".
pub const BKJ_VCENTER_PROCESS_STATE_IN_PROGRESS: i32 = 2;
/// Not started. The word is "NONE".
pub const BKJ_VCENTER_PROCESS_STATE_NONE: i32 = 3;
/// Done. The word is "SUCCEEDED".
pub const BKJ_VCENTER_PROCESS_STATE_SUCCEEDED: i32 = 4;

/// The vendor's word for a BKJ_VCENTER_PROCESS_STATE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_process_state_word(code: i32) -> *const c_char {
    word!(backupjobs::vcenter::ProcessState, code)
}

/// The BKJ_VCENTER_PROCESS_STATE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_process_state_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::vcenter::ProcessState, word)
}

/// Status of a backup.
pub struct bkj_vcenter_backup_job_status {
    id: Text,
    state: Option<Word>,
    messages: Vec<bkj_vcenter_localizable_message>,
    progress: Option<i64>,
    start_time: Option<Text>,
    end_time: Option<Text>,
    extra: Json,
}

impl From<vcenter::BackupJobStatus> for bkj_vcenter_backup_job_status {
    fn from(from: vcenter::BackupJobStatus) -> Self {
        Self {
            id: from.id.into(),
            state: from.state.map(Word::from),
            messages: from.messages.into_iter().map(Into::into).collect(),
            progress: from.progress,
            start_time: from.start_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// `YYYYMMDD-hhmmss-<build>`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_id(
    status: *const bkj_vcenter_backup_job_status,
) -> *const c_char {
    get!(status.id)
}

/// State. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_state(
    status: *const bkj_vcenter_backup_job_status,
) -> *const c_char {
    get!(status.state)
}

/// The same as a BKJ_VCENTER_PROCESS_STATE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_state_code(status: *const bkj_vcenter_backup_job_status) -> i32 {
    code!(status.state)
}

/// Messages; while it works they tell the step: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_messages_len(
    status: *const bkj_vcenter_backup_job_status,
) -> usize {
    len!(status.messages)
}

/// Messages; while it works they tell the step: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_messages_at(
    status: *const bkj_vcenter_backup_job_status,
    index: usize,
) -> *const bkj_vcenter_localizable_message {
    at!(status.messages, index)
}

/// Per cent. 100 may come before `SUCCEEDED`, and says nothing about success. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_progress(
    status: *const bkj_vcenter_backup_job_status,
    out: *mut i64,
) -> bool {
    fill!(status.progress, out)
}

/// When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_start_time(
    status: *const bkj_vcenter_backup_job_status,
) -> *const c_char {
    get!(status.start_time)
}

/// When it ended; none until then. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_end_time(
    status: *const bkj_vcenter_backup_job_status,
) -> *const c_char {
    get!(status.end_time)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_extra_json(
    status: *const bkj_vcenter_backup_job_status,
) -> *const c_char {
    get!(status.extra)
}

/// Frees a backup job status that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job_status_free(status: *mut bkj_vcenter_backup_job_status) {
    free!(status);
}

/// The ids of all backups the appliance remembers, newest first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_jobs(
    client: *const bkj_vcenter,
    out: *mut *mut bkj_string_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.backup_jobs", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.backup_jobs()?);
    })
}

/// The status of one backup.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_job(
    client: *const bkj_vcenter,
    id: *const c_char,
    out: *mut *mut bkj_vcenter_backup_job_status,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.backup_job", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.backup_job(text!(id))?);
    })
}
