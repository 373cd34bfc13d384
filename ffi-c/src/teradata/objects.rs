//! What a backup holds: the objects that a restore may name.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, fill, free, free_client, get, len, next, place};
use crate::string::bkj_string;
use crate::teradata::bkj_teradata;
use crate::text::{Json, Text, text};
use backupjobs::{Outcome, Phase, Rows, teradata};
use std::ffi::c_char;

/// How far the preparation of objects is. Which one is told when there are several is not documented: the call takes
/// only the site.
pub struct bkj_teradata_objects_preparation {
    phase: Phase,
    outcome: Option<Outcome>,
    status: Option<Text>,
    details: Option<Text>,
    extra: Json,
}

impl From<teradata::ObjectsPreparation> for bkj_teradata_objects_preparation {
    fn from(from: teradata::ObjectsPreparation) -> Self {
        Self {
            phase: from.phase(),
            outcome: from.outcome(),
            status: from.status.map(|status| status.as_str().into()),
            details: from.details.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// State; no word is documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_objects_preparation_status(
    preparation: *const bkj_teradata_objects_preparation,
) -> *const c_char {
    get!(preparation.status)
}

/// What the vendor says about it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_objects_preparation_details(
    preparation: *const bkj_teradata_objects_preparation,
) -> *const c_char {
    get!(preparation.details)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_objects_preparation_extra_json(
    preparation: *const bkj_teradata_objects_preparation,
) -> *const c_char {
    get!(preparation.extra)
}

/// Where the preparation stands, read as the state of an execution is (inferred): a BKJ_PHASE_… number,
/// BKJ_PHASE_UNKNOWN for a word that this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_objects_preparation_phase(
    preparation: *const bkj_teradata_objects_preparation,
) -> i32 {
    get!(preparation.phase)
}

/// How a finished preparation ended: a BKJ_OUTCOME_… number; BKJ_ABSENT while it is not known to be over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_objects_preparation_outcome(
    preparation: *const bkj_teradata_objects_preparation,
) -> i32 {
    get!(preparation.outcome)
}

/// Frees a preparation that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_objects_preparation_free(preparation: *mut bkj_teradata_objects_preparation) {
    free!(preparation);
}

/// One object in a backup.
pub struct bkj_teradata_backup_object {
    pub(crate) inner: teradata::BackupObject,
    object_name: Option<Text>,
    object_type: Option<Text>,
    parent_name: Option<Text>,
    parent_type: Option<Text>,
    byte_count: Option<i64>,
    extra: Json,
}

impl From<teradata::BackupObject> for bkj_teradata_backup_object {
    fn from(from: teradata::BackupObject) -> Self {
        Self {
            inner: from.clone(),
            object_name: from.object_name.map(Text::from),
            object_type: from.object_type.map(Text::from),
            parent_name: from.parent_name.map(Text::from),
            parent_type: from.parent_type.map(Text::from),
            byte_count: from.byte_count,
            extra: from.extra.into(),
        }
    }
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_object_name(
    object: *const bkj_teradata_backup_object,
) -> *const c_char {
    get!(object.object_name)
}

/// `DATABASE` is the only word documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_object_type(
    object: *const bkj_teradata_backup_object,
) -> *const c_char {
    get!(object.object_type)
}

/// Parent. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_parent_name(
    object: *const bkj_teradata_backup_object,
) -> *const c_char {
    get!(object.parent_name)
}

/// Type of the parent. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_parent_type(
    object: *const bkj_teradata_backup_object,
) -> *const c_char {
    get!(object.parent_type)
}

/// Bytes. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_byte_count(
    object: *const bkj_teradata_backup_object,
    out: *mut i64,
) -> bool {
    fill!(object.byte_count, out)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_extra_json(
    object: *const bkj_teradata_backup_object,
) -> *const c_char {
    get!(object.extra)
}

/// Frees a backup object that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_free(object: *mut bkj_teradata_backup_object) {
    free!(object);
}

/// A list of backup objects.
pub struct bkj_teradata_backup_object_list {
    rows: Vec<bkj_teradata_backup_object>,
}

impl From<Vec<teradata::BackupObject>> for bkj_teradata_backup_object_list {
    fn from(rows: Vec<teradata::BackupObject>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of backup objects.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_list_len(list: *const bkj_teradata_backup_object_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_list_at(
    list: *const bkj_teradata_backup_object_list,
    index: usize,
) -> *const bkj_teradata_backup_object {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_list_free(list: *mut bkj_teradata_backup_object_list) {
    free!(list);
}

/// Objects, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_teradata_backup_object_iter {
    pub(crate) rows: Rows<teradata::BackupObject>,
}

/// The next object, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_iter_next(
    iter: *mut bkj_teradata_backup_object_iter,
    out: *mut *mut bkj_teradata_backup_object,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but no object got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_object_iter_free(iter: *mut bkj_teradata_backup_object_iter) {
    free_client!(iter);
}

/// Starts preparing the objects of a backup, so that they can be listed and restored; the result is the id of the
/// preparation. Enterprise only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_prepare_objects(
    client: *const bkj_teradata,
    job_id: *const c_char,
    execution_id: *const c_char,
    out: *mut *mut bkj_string,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.prepare_objects", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.prepare_objects(text!(job_id), text!(execution_id))?);
    })
}

/// How far the preparation of objects is. Enterprise only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_objects_preparation(
    client: *const bkj_teradata,
    out: *mut *mut bkj_teradata_objects_preparation,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.objects_preparation", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.objects_preparation()?);
    })
}

/// The objects in a backup, which must be prepared first. Enterprise only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_backup_objects(
    client: *const bkj_teradata,
    job_id: *const c_char,
    execution_id: *const c_char,
    out: *mut *mut bkj_teradata_backup_object_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.backup_objects", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.backup_objects(text!(job_id), text!(execution_id))?);
    })
}

/// The same, one page at a time if the server pages.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_iter_backup_objects(
    client: *const bkj_teradata,
    job_id: *const c_char,
    execution_id: *const c_char,
    out: *mut *mut bkj_teradata_backup_object_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.iter_backup_objects", {
        let out = place!(out);
        let client = arg!(client);
        let rows = client.inner.iter_backup_objects(text!(job_id), text!(execution_id))?;
        out.give(bkj_teradata_backup_object_iter { rows });
    })
}
