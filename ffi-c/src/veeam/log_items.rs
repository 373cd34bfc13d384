//! Log items: what a job session did, step by step.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{
    arg, arg_mut, at, boxed, code, fill, flag, free, free_client, get, inside, len, maybe, next, place,
};
use crate::text::{Json, Text, maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::links::bkj_veeam_links;
use crate::words::{Word, from_word, word};
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// One step of a job session.
pub struct bkj_veeam_log_item {
    severity: Option<Text>,
    sentence: Text,
    id: Text,
    usn: Option<i64>,
    kind: Option<Word>,
    message: Option<Text>,
    title: Option<Text>,
    creation_time: Option<Text>,
    end_time: Option<Text>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::LogItem> for bkj_veeam_log_item {
    fn from(from: veeam::LogItem) -> Self {
        Self {
            severity: from.severity().map(Text::from),
            sentence: from.sentence().into(),
            id: from.id.into(),
            usn: from.usn,
            kind: from.kind.map(Word::from),
            message: from.message.map(Text::from),
            title: from.title.map(Text::from),
            creation_time: from.creation_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            links: from.links.map(Into::into),
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

/// v8: how it went. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_kind(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.kind)
}

/// The same as a BKJ_VEEAM_LOG_ITEM_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_kind_code(item: *const bkj_veeam_log_item) -> i32 {
    code!(item.kind)
}

/// v8: the sentence. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_message(item: *const bkj_veeam_log_item) -> *const c_char {
    get!(item.message)
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

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_links(item: *const bkj_veeam_log_item) -> *const bkj_veeam_links {
    inside!(item.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_links_json(item: *const bkj_veeam_log_item) -> *const c_char {
    bkj_veeam_links::json(inside!(item.links))
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

/// How a step of a job session went; v8. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_LOG_ITEM_TYPE_UNKNOWN: i32 = 0;
/// It is going on. The word is "Running".
pub const BKJ_VEEAM_LOG_ITEM_TYPE_RUNNING: i32 = 1;
/// There is something to look at. The word is "Warning".
pub const BKJ_VEEAM_LOG_ITEM_TYPE_WARNING: i32 = 2;
/// It failed. The word is "Error".
pub const BKJ_VEEAM_LOG_ITEM_TYPE_ERROR: i32 = 3;
/// It succeeded. The word is "Success".
pub const BKJ_VEEAM_LOG_ITEM_TYPE_SUCCESS: i32 = 4;
/// It was stopped. The word is "Stop".
pub const BKJ_VEEAM_LOG_ITEM_TYPE_STOP: i32 = 5;

/// The vendor's word for a BKJ_VEEAM_LOG_ITEM_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_type_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::LogItemType, code)
}

/// The BKJ_VEEAM_LOG_ITEM_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that this
/// version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::LogItemType, word)
}

/// The steps asked for, one page at a time, in the server's order. `query` may be NULL: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_log_items(
    client: *const bkj_veeam,
    session_id: *const c_char,
    query: *const bkj_veeam_log_item_query,
    out: *mut *mut bkj_veeam_log_item_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_log_items", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        let rows = client.inner.iter_log_items(text!(session_id), &query)?;
        out.give(bkj_veeam_log_item_iter { rows });
    })
}

/// One step of a job session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item(
    client: *const bkj_veeam,
    session_id: *const c_char,
    id: *const c_char,
    out: *mut *mut bkj_veeam_log_item,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.log_item", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.log_item(text!(session_id), text!(id))?);
    })
}

/// Log items, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_log_item_iter {
    pub(crate) rows: Rows<veeam::LogItem>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_iter_next(
    iter: *mut bkj_veeam_log_item_iter,
    out: *mut *mut bkj_veeam_log_item,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_iter_free(iter: *mut bkj_veeam_log_item_iter) {
    free_client!(iter);
}

/// Frees a log item that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_free(item: *mut bkj_veeam_log_item) {
    free!(item);
}

/// Which steps to list. Unset: all, in the server's order.
#[derive(Default)]
pub struct bkj_veeam_log_item_query {
    pub(crate) inner: veeam::LogItemQuery,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_query_new() -> *mut bkj_veeam_log_item_query {
    boxed(|| bkj_veeam_log_item_query { inner: veeam::LogItemQuery::default() })
}

/// Only steps that went so. Before v8 by the word in brackets, whose words are not documented, as a word; NULL: not
/// set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_query_set_kind(
    query: *mut bkj_veeam_log_item_query,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.kind = maybe_text!(word).map(Into::into);
    })
}

/// v8: oldest first, or newest first: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_query_set_ascending(
    query: *mut bkj_veeam_log_item_query,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.ascending = flag(yes, "yes")?;
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_log_item_query_free(spec: *mut bkj_veeam_log_item_query) {
    free!(spec);
}
