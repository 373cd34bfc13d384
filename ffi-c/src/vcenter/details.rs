//! Details of backups, with a vocabulary of their own: a backup `INPROGRESS` is `RUNNING` here.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, code, fill, free, get, inside, len, place};
use crate::text::{Json, Text, texts};
use crate::vcenter::bkj_vcenter;
use crate::vcenter::messages::bkj_vcenter_localizable_message;
use crate::words::{Word, from_word, word};
use backupjobs::vcenter;
use std::ffi::c_char;

/// State of a backup in its details. There is no word for cancelled. 0 stands for a word that this version does not
/// know, or for none.
pub const BKJ_VCENTER_TASK_STATUS_UNKNOWN: i32 = 0;
/// Waiting. The word is "PENDING".
pub const BKJ_VCENTER_TASK_STATUS_PENDING: i32 = 1;
/// Working. The word is "RUNNING".
pub const BKJ_VCENTER_TASK_STATUS_RUNNING: i32 = 2;
/// Held up by something. The word is "BLOCKED".
pub const BKJ_VCENTER_TASK_STATUS_BLOCKED: i32 = 3;
/// Done. The word is "SUCCEEDED".
pub const BKJ_VCENTER_TASK_STATUS_SUCCEEDED: i32 = 4;
/// Failed, or cancelled. The word is "FAILED".
pub const BKJ_VCENTER_TASK_STATUS_FAILED: i32 = 5;

/// The vendor's word for a BKJ_VCENTER_TASK_STATUS_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_status_word(code: i32) -> *const c_char {
    word!(backupjobs::vcenter::TaskStatus, code)
}

/// The BKJ_VCENTER_TASK_STATUS_… number of a vendor's word, compared without regard to case; 0 for a word that this
/// version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_status_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::vcenter::TaskStatus, word)
}

/// What made a backup. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VCENTER_BACKUP_TYPE_UNKNOWN: i32 = 0;
/// A schedule. The word is "SCHEDULED".
pub const BKJ_VCENTER_BACKUP_TYPE_SCHEDULED: i32 = 1;
/// A request. The word is "MANUAL".
pub const BKJ_VCENTER_BACKUP_TYPE_MANUAL: i32 = 2;
/// The appliance itself, on its own disk (inferred); 9.0 and later. The word is "LOCAL_BACKUP".
pub const BKJ_VCENTER_BACKUP_TYPE_LOCAL_BACKUP: i32 = 3;

/// The vendor's word for a BKJ_VCENTER_BACKUP_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_type_word(code: i32) -> *const c_char {
    word!(backupjobs::vcenter::BackupType, code)
}

/// The BKJ_VCENTER_BACKUP_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that this
/// version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::vcenter::BackupType, word)
}

/// Details of these backups, or of all when `ids` is empty; newest first. 6.7 and later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details(
    client: *const bkj_vcenter,
    ids: *const *const c_char,
    count: usize,
    out: *mut *mut bkj_vcenter_backup_details_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.backup_details", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.backup_details(&texts!(ids, count))?);
    })
}

/// Details of a backup.
pub struct bkj_vcenter_backup_details {
    id: Text,
    location: Option<Text>,
    location_user: Option<Text>,
    kind: Option<Word>,
    status: Option<Word>,
    messages: Vec<bkj_vcenter_localizable_message>,
    progress: Option<bkj_vcenter_task_progress>,
    duration: Option<i64>,
    size: Option<i64>,
    start_time: Option<Text>,
    end_time: Option<Text>,
    build: Option<bkj_vcenter_build_info>,
    fast_backup: Option<bool>,
    error: Option<bkj_vcenter_task_error>,
    cancelable: Option<bool>,
    description: Option<bkj_vcenter_localizable_message>,
    service: Option<Text>,
    operation: Option<Text>,
    parent: Option<Text>,
    target: Option<bkj_vcenter_dynamic_id>,
    user: Option<Text>,
    extra: Json,
}

impl From<vcenter::BackupDetails> for bkj_vcenter_backup_details {
    fn from(from: vcenter::BackupDetails) -> Self {
        Self {
            id: from.id.into(),
            location: from.location.map(Text::from),
            location_user: from.location_user.map(Text::from),
            kind: from.kind.map(Word::from),
            status: from.status.map(Word::from),
            messages: from.messages.into_iter().map(Into::into).collect(),
            progress: from.progress.map(Into::into),
            duration: from.duration,
            size: from.size,
            start_time: from.start_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            build: from.build.map(Into::into),
            fast_backup: from.fast_backup,
            error: from.error.map(Into::into),
            cancelable: from.cancelable,
            description: from.description.map(Into::into),
            service: from.service.map(Text::from),
            operation: from.operation.map(Text::from),
            parent: from.parent.map(Text::from),
            target: from.target.map(Into::into),
            user: from.user.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// `YYYYMMDD-hhmmss-<build>`; in the answer it is the key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_id(details: *const bkj_vcenter_backup_details) -> *const c_char {
    get!(details.id)
}

/// URL of the destination. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_location(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.location)
}

/// User there. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_location_user(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.location_user)
}

/// What made it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_kind(details: *const bkj_vcenter_backup_details) -> *const c_char {
    get!(details.kind)
}

/// The same as a BKJ_VCENTER_BACKUP_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_kind_code(details: *const bkj_vcenter_backup_details) -> i32 {
    code!(details.kind)
}

/// State. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_status(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.status)
}

/// The same as a BKJ_VCENTER_TASK_STATUS_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_status_code(details: *const bkj_vcenter_backup_details) -> i32 {
    code!(details.status)
}

/// Messages: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_messages_len(details: *const bkj_vcenter_backup_details) -> usize {
    len!(details.messages)
}

/// Messages: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_messages_at(
    details: *const bkj_vcenter_backup_details,
    index: usize,
) -> *const bkj_vcenter_localizable_message {
    at!(details.messages, index)
}

/// How far it is; none while it waits. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_progress(
    details: *const bkj_vcenter_backup_details,
) -> *const bkj_vcenter_task_progress {
    inside!(details.progress)
}

/// Seconds it has taken so far, or in all. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_duration(
    details: *const bkj_vcenter_backup_details,
    out: *mut i64,
) -> bool {
    fill!(details.duration, out)
}

/// Bytes transferred (seen in clients). False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_size(
    details: *const bkj_vcenter_backup_details,
    out: *mut i64,
) -> bool {
    fill!(details.size, out)
}

/// When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_start_time(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.start_time)
}

/// When it ended; none until then. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_end_time(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.end_time)
}

/// Version of the appliance then; 6.7 U2 and later. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_build(
    details: *const bkj_vcenter_backup_details,
) -> *const bkj_vcenter_build_info {
    inside!(details.build)
}

/// Whether the database was backed up the fast way; 8.0 U3 and later. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_fast_backup(details: *const bkj_vcenter_backup_details) -> i32 {
    get!(details.fast_backup)
}

/// Why it failed. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_error(
    details: *const bkj_vcenter_backup_details,
) -> *const bkj_vcenter_task_error {
    inside!(details.error)
}

/// Whether it can be cancelled now. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_cancelable(details: *const bkj_vcenter_backup_details) -> i32 {
    get!(details.cancelable)
}

/// What is being done. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_description(
    details: *const bkj_vcenter_backup_details,
) -> *const bkj_vcenter_localizable_message {
    inside!(details.description)
}

/// Id of the vendor's service. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_service(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.service)
}

/// Id of its operation. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_operation(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.operation)
}

/// Task that this one is a part of. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_parent(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.parent)
}

/// What it works on. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_target(
    details: *const bkj_vcenter_backup_details,
) -> *const bkj_vcenter_dynamic_id {
    inside!(details.target)
}

/// Who asked for it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_user(details: *const bkj_vcenter_backup_details) -> *const c_char {
    get!(details.user)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_extra_json(
    details: *const bkj_vcenter_backup_details,
) -> *const c_char {
    get!(details.extra)
}

/// A list of backup detailss.
pub struct bkj_vcenter_backup_details_list {
    rows: Vec<bkj_vcenter_backup_details>,
}

impl From<Vec<vcenter::BackupDetails>> for bkj_vcenter_backup_details_list {
    fn from(rows: Vec<vcenter::BackupDetails>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of backup detailss.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_list_len(list: *const bkj_vcenter_backup_details_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_list_at(
    list: *const bkj_vcenter_backup_details_list,
    index: usize,
) -> *const bkj_vcenter_backup_details {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_details_list_free(list: *mut bkj_vcenter_backup_details_list) {
    free!(list);
}

/// How far a backup is. Says nothing about success.
pub struct bkj_vcenter_task_progress {
    total: Option<i64>,
    completed: Option<i64>,
    message: Option<bkj_vcenter_localizable_message>,
    extra: Json,
}

impl From<vcenter::TaskProgress> for bkj_vcenter_task_progress {
    fn from(from: vcenter::TaskProgress) -> Self {
        Self {
            total: from.total,
            completed: from.completed,
            message: from.message.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// All there is to do. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_progress_total(
    progress: *const bkj_vcenter_task_progress,
    out: *mut i64,
) -> bool {
    fill!(progress.total, out)
}

/// What is done; never shrinks. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_progress_completed(
    progress: *const bkj_vcenter_task_progress,
    out: *mut i64,
) -> bool {
    fill!(progress.completed, out)
}

/// The step. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_progress_message(
    progress: *const bkj_vcenter_task_progress,
) -> *const bkj_vcenter_localizable_message {
    inside!(progress.message)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_progress_extra_json(
    progress: *const bkj_vcenter_task_progress,
) -> *const c_char {
    get!(progress.extra)
}

/// Version of an appliance.
pub struct bkj_vcenter_build_info {
    version_name: Option<Text>,
    version: Option<Text>,
    build_number: Option<Text>,
    extra: Json,
}

impl From<vcenter::BuildInfo> for bkj_vcenter_build_info {
    fn from(from: vcenter::BuildInfo) -> Self {
        Self {
            version_name: from.version_name.map(Text::from),
            version: from.version.map(Text::from),
            build_number: from.build_number.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Such as `6.8.2 GA`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_build_info_version_name(info: *const bkj_vcenter_build_info) -> *const c_char {
    get!(info.version_name)
}

/// Such as `6.8.2.10000`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_build_info_version(info: *const bkj_vcenter_build_info) -> *const c_char {
    get!(info.version)
}

/// Build number. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_build_info_build_number(info: *const bkj_vcenter_build_info) -> *const c_char {
    get!(info.build_number)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_build_info_extra_json(info: *const bkj_vcenter_build_info) -> *const c_char {
    get!(info.extra)
}

/// A resource of any type.
pub struct bkj_vcenter_dynamic_id {
    kind: Option<Text>,
    id: Option<Text>,
    extra: Json,
}

impl From<vcenter::DynamicId> for bkj_vcenter_dynamic_id {
    fn from(from: vcenter::DynamicId) -> Self {
        Self { kind: from.kind.map(Text::from), id: from.id.map(Text::from), extra: from.extra.into() }
    }
}

/// Type. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_dynamic_id_kind(id: *const bkj_vcenter_dynamic_id) -> *const c_char {
    get!(id.kind)
}

/// Id. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_dynamic_id_id(id: *const bkj_vcenter_dynamic_id) -> *const c_char {
    get!(id.id)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_dynamic_id_extra_json(id: *const bkj_vcenter_dynamic_id) -> *const c_char {
    get!(id.extra)
}

/// Why a backup failed: an error of any of the vendor's types.
pub struct bkj_vcenter_task_error {
    error_type: Option<Text>,
    messages: Vec<bkj_vcenter_localizable_message>,
    extra: Json,
}

impl From<vcenter::TaskError> for bkj_vcenter_task_error {
    fn from(from: vcenter::TaskError) -> Self {
        Self {
            error_type: from.error_type.map(Text::from),
            messages: from.messages.into_iter().map(Into::into).collect(),
            extra: from.extra.into(),
        }
    }
}

/// The error's name, such as `INTERNAL_SERVER_ERROR`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_error_error_type(error: *const bkj_vcenter_task_error) -> *const c_char {
    get!(error.error_type)
}

/// What it says; the first message is about what was done, the following ones are its causes: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_error_messages_len(error: *const bkj_vcenter_task_error) -> usize {
    len!(error.messages)
}

/// What it says; the first message is about what was done, the following ones are its causes: one of them, from 0; NULL
/// beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_error_messages_at(
    error: *const bkj_vcenter_task_error,
    index: usize,
) -> *const bkj_vcenter_localizable_message {
    at!(error.messages, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_task_error_extra_json(error: *const bkj_vcenter_task_error) -> *const c_char {
    get!(error.extra)
}
