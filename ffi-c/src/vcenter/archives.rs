//! What is kept at a destination: a directory for each appliance, and in it one archive for each backup; 6.7 and later.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, at, boxed, free, get, instant, len, maybe, place, text_at};
use crate::string::bkj_string_list;
use crate::text::{Json, Text, maybe_text, text};
use crate::vcenter::bkj_vcenter;
use crate::vcenter::location::bkj_vcenter_location;
use backupjobs::vcenter;
use std::ffi::c_char;

/// The appliances that have backups at a place: names of directories such as `sn_vcenter.example`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_system_names(
    client: *const bkj_vcenter,
    at: *const bkj_vcenter_location,
    out: *mut *mut bkj_string_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.system_names", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.system_names(&arg!(at).inner)?);
    })
}

/// The archives of one appliance at a place. `query` may be NULL: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archives(
    client: *const bkj_vcenter,
    system_name: *const c_char,
    at: *const bkj_vcenter_location,
    query: *const bkj_vcenter_archive_query,
    out: *mut *mut bkj_vcenter_archive_summary_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.archives", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        out.give(client.inner.archives(text!(system_name), &arg!(at).inner, &query)?);
    })
}

/// One archive of an appliance at a place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive(
    client: *const bkj_vcenter,
    system_name: *const c_char,
    archive: *const c_char,
    at: *const bkj_vcenter_location,
    out: *mut *mut bkj_vcenter_archive_info,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.archive", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.archive(text!(system_name), text!(archive), &arg!(at).inner)?);
    })
}

/// An archive in a list.
pub struct bkj_vcenter_archive_summary {
    archive: Text,
    timestamp: Option<Text>,
    version: Option<Text>,
    comment: Option<Text>,
    extra: Json,
}

impl From<vcenter::ArchiveSummary> for bkj_vcenter_archive_summary {
    fn from(from: vcenter::ArchiveSummary) -> Self {
        Self {
            archive: from.archive.into(),
            timestamp: from.timestamp.map(Text::from),
            version: from.version.map(Text::from),
            comment: from.comment.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Its name, `M_<version>_<YYYYMMDD-hhmmss>_<comment in base32>`; `S_…` when a schedule made it (seen in clients).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_summary_archive(
    summary: *const bkj_vcenter_archive_summary,
) -> *const c_char {
    get!(summary.archive)
}

/// When the backup began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_summary_timestamp(
    summary: *const bkj_vcenter_archive_summary,
) -> *const c_char {
    get!(summary.timestamp)
}

/// Version of the appliance. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_summary_version(
    summary: *const bkj_vcenter_archive_summary,
) -> *const c_char {
    get!(summary.version)
}

/// Comment. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_summary_comment(
    summary: *const bkj_vcenter_archive_summary,
) -> *const c_char {
    get!(summary.comment)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_summary_extra_json(
    summary: *const bkj_vcenter_archive_summary,
) -> *const c_char {
    get!(summary.extra)
}

/// A list of archive summarys.
pub struct bkj_vcenter_archive_summary_list {
    rows: Vec<bkj_vcenter_archive_summary>,
}

impl From<Vec<vcenter::ArchiveSummary>> for bkj_vcenter_archive_summary_list {
    fn from(rows: Vec<vcenter::ArchiveSummary>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of archive summarys.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_summary_list_len(list: *const bkj_vcenter_archive_summary_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_summary_list_at(
    list: *const bkj_vcenter_archive_summary_list,
    index: usize,
) -> *const bkj_vcenter_archive_summary {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_summary_list_free(list: *mut bkj_vcenter_archive_summary_list) {
    free!(list);
}

/// An archive.
pub struct bkj_vcenter_archive_info {
    timestamp: Option<Text>,
    location: Option<Text>,
    parts: Vec<Text>,
    version: Option<Text>,
    system_name: Option<Text>,
    comment: Option<Text>,
    extra: Json,
}

impl From<vcenter::ArchiveInfo> for bkj_vcenter_archive_info {
    fn from(from: vcenter::ArchiveInfo) -> Self {
        Self {
            timestamp: from.timestamp.map(Text::from),
            location: from.location.map(Text::from),
            parts: from.parts.into_iter().map(Text::from).collect(),
            version: from.version.map(Text::from),
            system_name: from.system_name.map(Text::from),
            comment: from.comment.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// When the backup was completed. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_timestamp(info: *const bkj_vcenter_archive_info) -> *const c_char {
    get!(info.timestamp)
}

/// URL of the archive. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_location(info: *const bkj_vcenter_archive_info) -> *const c_char {
    get!(info.location)
}

/// Parts in it: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_parts_len(info: *const bkj_vcenter_archive_info) -> usize {
    len!(info.parts)
}

/// Parts in it: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_parts_at(
    info: *const bkj_vcenter_archive_info,
    index: usize,
) -> *const c_char {
    text_at!(info.parts, index)
}

/// Version of the appliance. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_version(info: *const bkj_vcenter_archive_info) -> *const c_char {
    get!(info.version)
}

/// Name of the appliance's directory. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_system_name(info: *const bkj_vcenter_archive_info) -> *const c_char {
    get!(info.system_name)
}

/// Comment. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_comment(info: *const bkj_vcenter_archive_info) -> *const c_char {
    get!(info.comment)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_extra_json(info: *const bkj_vcenter_archive_info) -> *const c_char {
    get!(info.extra)
}

/// Frees a archive info that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_info_free(info: *mut bkj_vcenter_archive_info) {
    free!(info);
}

/// Which archives to list (`FilterSpec` in the vendor's words). Unset members are not sent.
#[derive(Default)]
pub struct bkj_vcenter_archive_query {
    pub(crate) inner: vcenter::ArchiveQuery,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_query_new() -> *mut bkj_vcenter_archive_query {
    boxed(|| bkj_vcenter_archive_query { inner: vcenter::ArchiveQuery::default() })
}

/// Only backups made then or later, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_query_set_start_timestamp(
    query: *mut bkj_vcenter_archive_query,
    unix_ms: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.start_timestamp = instant(unix_ms, "unix_ms")?;
    })
}

/// Only backups made then or earlier, in milliseconds since 1970-01-01T00:00:00Z; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_query_set_end_timestamp(
    query: *mut bkj_vcenter_archive_query,
    unix_ms: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.end_timestamp = instant(unix_ms, "unix_ms")?;
    })
}

/// Only backups whose comment holds this text; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_query_set_comment_substring(
    query: *mut bkj_vcenter_archive_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.comment_substring = maybe_text!(text).map(str::to_owned);
    })
}

/// Only so many of the newest. Unset: 128, by the documentation; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_query_set_max_results(
    query: *mut bkj_vcenter_archive_query,
    number: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.max_results = (number != i64::from(crate::BKJ_ABSENT)).then_some(number);
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_archive_query_free(spec: *mut bkj_vcenter_archive_query) {
    free!(spec);
}
