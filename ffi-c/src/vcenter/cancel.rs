//! Cancelling a backup.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, code, free, get, len, place};
use crate::text::{Json, text};
use crate::vcenter::bkj_vcenter;
use crate::vcenter::messages::bkj_vcenter_localizable_message;
use crate::words::{Word, from_word, word};
use backupjobs::vcenter;
use std::ffi::c_char;

/// Result of a cancel. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VCENTER_RETURN_STATUS_UNKNOWN: i32 = 0;
/// Not done. The word is "FAIL".
pub const BKJ_VCENTER_RETURN_STATUS_FAIL: i32 = 1;
/// Done, with something to look at. The word is "WARNING".
pub const BKJ_VCENTER_RETURN_STATUS_WARNING: i32 = 2;
/// Done. The word is "OK".
pub const BKJ_VCENTER_RETURN_STATUS_OK: i32 = 3;

/// The vendor's word for a BKJ_VCENTER_RETURN_STATUS_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_return_status_word(code: i32) -> *const c_char {
    word!(backupjobs::vcenter::ReturnStatus, code)
}

/// The BKJ_VCENTER_RETURN_STATUS_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_return_status_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::vcenter::ReturnStatus, word)
}

/// Answer to a cancel. (The reference labels it a job status; the type is this one.)
pub struct bkj_vcenter_return_result {
    status: Option<Word>,
    messages: Vec<bkj_vcenter_localizable_message>,
    extra: Json,
}

impl From<vcenter::ReturnResult> for bkj_vcenter_return_result {
    fn from(from: vcenter::ReturnResult) -> Self {
        Self {
            status: from.status.map(Word::from),
            messages: from.messages.into_iter().map(Into::into).collect(),
            extra: from.extra.into(),
        }
    }
}

/// Result. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_return_result_status(result: *const bkj_vcenter_return_result) -> *const c_char {
    get!(result.status)
}

/// The same as a BKJ_VCENTER_RETURN_STATUS_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_return_result_status_code(result: *const bkj_vcenter_return_result) -> i32 {
    code!(result.status)
}

/// Messages: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_return_result_messages_len(result: *const bkj_vcenter_return_result) -> usize {
    len!(result.messages)
}

/// Messages: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_return_result_messages_at(
    result: *const bkj_vcenter_return_result,
    index: usize,
) -> *const bkj_vcenter_localizable_message {
    at!(result.messages, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_return_result_extra_json(
    result: *const bkj_vcenter_return_result,
) -> *const c_char {
    get!(result.extra)
}

/// Frees a return result that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_return_result_free(result: *mut bkj_vcenter_return_result) {
    free!(result);
}

/// Cancels a backup.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_cancel_backup_job(
    client: *const bkj_vcenter,
    id: *const c_char,
    out: *mut *mut bkj_vcenter_return_result,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.cancel_backup_job", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.cancel_backup_job(text!(id))?);
    })
}
