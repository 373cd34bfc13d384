//! The objects that a job session has processed, v7 and later.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, free, free_client, get, inside, len, next, place};
use crate::text::{Json, Text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::links::bkj_veeam_links;
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// The objects that a job session has processed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_objects(
    client: *const bkj_veeam,
    session_id: *const c_char,
    out: *mut *mut bkj_veeam_processed_object_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.processed_objects", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.processed_objects(text!(session_id))?);
    })
}

/// The same, one page at a time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_processed_objects(
    client: *const bkj_veeam,
    session_id: *const c_char,
    out: *mut *mut bkj_veeam_processed_object_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_processed_objects", {
        let out = place!(out);
        let client = arg!(client);
        let rows = client.inner.iter_processed_objects(text!(session_id))?;
        out.give(bkj_veeam_processed_object_iter { rows });
    })
}

/// One object of a job session.
pub struct bkj_veeam_processed_object {
    id: Text,
    kind: Option<Text>,
    status: Option<Text>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::ProcessedObject> for bkj_veeam_processed_object {
    fn from(from: veeam::ProcessedObject) -> Self {
        Self {
            id: from.id.into(),
            kind: from.kind.map(Text::from),
            status: from.status.map(Text::from),
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// Id of the object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_id(object: *const bkj_veeam_processed_object) -> *const c_char {
    get!(object.id)
}

/// `Group`, `User`, `Site` or `Team`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_kind(object: *const bkj_veeam_processed_object) -> *const c_char {
    get!(object.kind)
}

/// `Success`, `Warning` or `Failed`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_status(object: *const bkj_veeam_processed_object) -> *const c_char {
    get!(object.status)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_links(
    object: *const bkj_veeam_processed_object,
) -> *const bkj_veeam_links {
    inside!(object.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_links_json(
    object: *const bkj_veeam_processed_object,
) -> *const c_char {
    bkj_veeam_links::json(inside!(object.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_extra_json(
    object: *const bkj_veeam_processed_object,
) -> *const c_char {
    get!(object.extra)
}

/// Frees a processed object that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_free(object: *mut bkj_veeam_processed_object) {
    free!(object);
}

/// A list of processed objects.
pub struct bkj_veeam_processed_object_list {
    rows: Vec<bkj_veeam_processed_object>,
}

impl From<Vec<veeam::ProcessedObject>> for bkj_veeam_processed_object_list {
    fn from(rows: Vec<veeam::ProcessedObject>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of processed objects.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_list_len(list: *const bkj_veeam_processed_object_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_list_at(
    list: *const bkj_veeam_processed_object_list,
    index: usize,
) -> *const bkj_veeam_processed_object {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_list_free(list: *mut bkj_veeam_processed_object_list) {
    free!(list);
}

/// Processed objects, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_processed_object_iter {
    pub(crate) rows: Rows<veeam::ProcessedObject>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_iter_next(
    iter: *mut bkj_veeam_processed_object_iter,
    out: *mut *mut bkj_veeam_processed_object,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_processed_object_iter_free(iter: *mut bkj_veeam_processed_object_iter) {
    free_client!(iter);
}
