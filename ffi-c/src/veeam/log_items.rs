//! Log items: what a job session did, step by step.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, fill, free, get, len, place};
use crate::text::{Json, Text, text};
use crate::veeam::bkj_veeam;
use backupjobs::veeam;
use std::ffi::c_char;

/// One step of a job session.
pub struct bkj_veeam_log_item {
    severity: Option<Text>,
    sentence: Text,
    id: Text,
    usn: Option<i64>,
    title: Option<Text>,
    creation_time: Option<Text>,
    end_time: Option<Text>,
    extra: Json,
}

impl From<veeam::LogItem> for bkj_veeam_log_item {
    fn from(from: veeam::LogItem) -> Self {
        Self {
            severity: from.severity().map(Text::from),
            sentence: from.sentence().into(),
            id: from.id.into(),
            usn: from.usn,
            title: from.title.map(Text::from),
            creation_time: from.creation_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_id(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.id)
}

/// Counts up within the server. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_usn(item: *const bkj_veeam_log_item, out: *mut i64) -> bool {
    fill!(item.usn, out)
}

/// The sentence, with the severity in brackets before it: "[Success] …". NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_title(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.title)
}

/// When the step began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_creation_time(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.creation_time)
}

/// When it ended. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_end_time(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.end_time)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_extra_json(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.extra)
}

/// The word in brackets at the beginning of the title; NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_severity(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.severity)
}

/// The title without the word in brackets.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_sentence(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.sentence)
}

/// A list of log items.
pub struct bkj_veeam_log_item_list {
    rows: Vec<bkj_veeam_log_item>,
}

impl From<Vec<veeam::LogItem>> for bkj_veeam_log_item_list {
    fn from(rows: Vec<veeam::LogItem>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of log items.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_list_len(list: *const bkj_veeam_log_item_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_list_at(
    list: *const bkj_veeam_log_item_list,
    index: usize,
) -> *const bkj_veeam_log_item {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_list_free(list: *mut bkj_veeam_log_item_list) {
    free!(list);
}

/// The steps of a job session, oldest first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_items(
    client: *const bkj_veeam,
    session_id: *const c_char,
    out: *mut *mut bkj_veeam_log_item_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.log_items", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.log_items(text!(session_id))?);
    })
}
