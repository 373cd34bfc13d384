//! What happened in a restore session, and how much.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, fill, free, free_client, get, inside, len, next, place, text_at};
use crate::text::{Json, Text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::links::bkj_veeam_links;
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// The events of a restore session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_events(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_restore_session_event_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.restore_session_events", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.restore_session_events(text!(id))?);
    })
}

/// The same, one page at a time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_restore_session_events(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_restore_session_event_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_restore_session_events", {
        let out = place!(out);
        let client = arg!(client);
        let rows = client.inner.iter_restore_session_events(text!(id))?;
        out.give(bkj_veeam_restore_session_event_iter { rows });
    })
}

/// How much a restore session has restored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_restore_session_statistics,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.restore_session_statistics", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.restore_session_statistics(text!(id))?);
    })
}

/// One event of a restore session.
pub struct bkj_veeam_restore_session_event {
    id: Text,
    kind: Option<Text>,
    status: Option<Text>,
    start_time: Option<Text>,
    end_time: Option<Text>,
    duration: Option<Text>,
    title: Option<Text>,
    message: Option<Text>,
    order: Option<i64>,
    item_name: Option<Text>,
    item_type: Option<Text>,
    item_size_bytes: Option<i64>,
    source: Option<Text>,
    target: Option<Text>,
    organization_id: Option<Text>,
    backed_up_organization_id: Option<Text>,
    user_id: Option<Text>,
    group_id: Option<Text>,
    site_id: Option<Text>,
    team_id: Option<Text>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::RestoreSessionEvent> for bkj_veeam_restore_session_event {
    fn from(from: veeam::RestoreSessionEvent) -> Self {
        Self {
            id: from.id.into(),
            kind: from.kind.map(Text::from),
            status: from.status.map(Text::from),
            start_time: from.start_time.map(Text::from),
            end_time: from.end_time.map(Text::from),
            duration: from.duration.map(Text::from),
            title: from.title.map(Text::from),
            message: from.message.map(Text::from),
            order: from.order,
            item_name: from.item_name.map(Text::from),
            item_type: from.item_type.map(Text::from),
            item_size_bytes: from.item_size_bytes,
            source: from.source.map(Text::from),
            target: from.target.map(Text::from),
            organization_id: from.organization_id.map(Text::from),
            backed_up_organization_id: from.backed_up_organization_id.map(Text::from),
            user_id: from.user_id.map(Text::from),
            group_id: from.group_id.map(Text::from),
            site_id: from.site_id.map(Text::from),
            team_id: from.team_id.map(Text::from),
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_id(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.id)
}

/// `None`, `Save`, `Export`, `Send`, `Restore` or `View`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_kind(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.kind)
}

/// `Running`, `Success`, `Warning`, `Failed`, `Cancelled` or `Skipped`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_status(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.status)
}

/// When it began. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_start_time(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.start_time)
}

/// When it ended. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_end_time(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.end_time)
}

/// How long it took: `hh:mm:ss.fffffff`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_duration(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.duration)
}

/// Title. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_title(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.title)
}

/// The sentence. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_message(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.message)
}

/// Its place among the events. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_order(
    event: *const bkj_veeam_restore_session_event,
    out: *mut i64,
) -> bool {
    fill!(event.order, out)
}

/// Name of the item. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_item_name(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.item_name)
}

/// Type of the item. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_item_type(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.item_type)
}

/// Bytes of the item. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_item_size_bytes(
    event: *const bkj_veeam_restore_session_event,
    out: *mut i64,
) -> bool {
    fill!(event.item_size_bytes, out)
}

/// Where it came from. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_source(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.source)
}

/// Where it went. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_target(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.target)
}

/// Organization; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_organization_id(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.organization_id)
}

/// Organization by its id in the backup; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_backed_up_organization_id(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.backed_up_organization_id)
}

/// User; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_user_id(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.user_id)
}

/// Group; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_group_id(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.group_id)
}

/// Site; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_site_id(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.site_id)
}

/// Team; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_team_id(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.team_id)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_links(
    event: *const bkj_veeam_restore_session_event,
) -> *const bkj_veeam_links {
    inside!(event.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_links_json(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    bkj_veeam_links::json(inside!(event.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_extra_json(
    event: *const bkj_veeam_restore_session_event,
) -> *const c_char {
    get!(event.extra)
}

/// Frees a restore session event that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_free(event: *mut bkj_veeam_restore_session_event) {
    free!(event);
}

/// A list of restore session events.
pub struct bkj_veeam_restore_session_event_list {
    rows: Vec<bkj_veeam_restore_session_event>,
}

impl From<Vec<veeam::RestoreSessionEvent>> for bkj_veeam_restore_session_event_list {
    fn from(rows: Vec<veeam::RestoreSessionEvent>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of restore session events.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_list_len(
    list: *const bkj_veeam_restore_session_event_list,
) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_list_at(
    list: *const bkj_veeam_restore_session_event_list,
    index: usize,
) -> *const bkj_veeam_restore_session_event {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_list_free(list: *mut bkj_veeam_restore_session_event_list) {
    free!(list);
}

/// Restore session events, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_restore_session_event_iter {
    pub(crate) rows: Rows<veeam::RestoreSessionEvent>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_iter_next(
    iter: *mut bkj_veeam_restore_session_event_iter,
    out: *mut *mut bkj_veeam_restore_session_event,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_event_iter_free(iter: *mut bkj_veeam_restore_session_event_iter) {
    free_client!(iter);
}

/// How much a restore session has restored.
pub struct bkj_veeam_restore_session_statistics {
    total_items_count: Option<i64>,
    restored_items_count: Option<i64>,
    failed_items_count: Option<i64>,
    skipped_items_count: Option<i64>,
    warnings: Vec<Text>,
    errors: Vec<Text>,
    items: Vec<bkj_veeam_restored_item>,
    extra: Json,
}

impl From<veeam::RestoreSessionStatistics> for bkj_veeam_restore_session_statistics {
    fn from(from: veeam::RestoreSessionStatistics) -> Self {
        Self {
            total_items_count: from.total_items_count,
            restored_items_count: from.restored_items_count,
            failed_items_count: from.failed_items_count,
            skipped_items_count: from.skipped_items_count,
            warnings: from.warnings.into_iter().map(Text::from).collect(),
            errors: from.errors.into_iter().map(Text::from).collect(),
            items: from.items.into_iter().map(Into::into).collect(),
            extra: from.extra.into(),
        }
    }
}

/// Items in the backup. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_total_items_count(
    statistics: *const bkj_veeam_restore_session_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.total_items_count, out)
}

/// Items restored. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_restored_items_count(
    statistics: *const bkj_veeam_restore_session_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.restored_items_count, out)
}

/// Items that could not be restored. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_failed_items_count(
    statistics: *const bkj_veeam_restore_session_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.failed_items_count, out)
}

/// Items left out. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_skipped_items_count(
    statistics: *const bkj_veeam_restore_session_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.skipped_items_count, out)
}

/// Warnings: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_warnings_len(
    statistics: *const bkj_veeam_restore_session_statistics,
) -> usize {
    len!(statistics.warnings)
}

/// Warnings: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_warnings_at(
    statistics: *const bkj_veeam_restore_session_statistics,
    index: usize,
) -> *const c_char {
    text_at!(statistics.warnings, index)
}

/// Errors: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_errors_len(
    statistics: *const bkj_veeam_restore_session_statistics,
) -> usize {
    len!(statistics.errors)
}

/// Errors: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_errors_at(
    statistics: *const bkj_veeam_restore_session_statistics,
    index: usize,
) -> *const c_char {
    text_at!(statistics.errors, index)
}

/// The items, where the server tells them one by one: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_items_len(
    statistics: *const bkj_veeam_restore_session_statistics,
) -> usize {
    len!(statistics.items)
}

/// The items, where the server tells them one by one: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_items_at(
    statistics: *const bkj_veeam_restore_session_statistics,
    index: usize,
) -> *const bkj_veeam_restored_item {
    at!(statistics.items, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_extra_json(
    statistics: *const bkj_veeam_restore_session_statistics,
) -> *const c_char {
    get!(statistics.extra)
}

/// Frees a restore session statistics that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restore_session_statistics_free(
    statistics: *mut bkj_veeam_restore_session_statistics,
) {
    free!(statistics);
}

/// One item of a restore.
pub struct bkj_veeam_restored_item {
    id: Option<Text>,
    kind: Option<Text>,
    item_type: Option<Text>,
    status: Option<Text>,
    name: Option<Text>,
    title: Option<Text>,
    path: Option<Text>,
    error: Option<Text>,
    warnings: Vec<Text>,
    mailbox_email: Option<Text>,
    mailbox_is_archive: Option<bool>,
    mailbox_is_public: Option<bool>,
    created_mailbox_items_count: Option<i64>,
    merged_mailbox_items_count: Option<i64>,
    failed_mailbox_items_count: Option<i64>,
    skipped_mailbox_items_count: Option<i64>,
    cannot_continue_mailbox_error: Option<Text>,
    one_drive_web_id: Option<Text>,
    one_drive_site_id: Option<Text>,
    one_drive_url: Option<Text>,
    child_items: Vec<bkj_veeam_restored_item>,
    extra: Json,
}

impl From<veeam::RestoredItem> for bkj_veeam_restored_item {
    fn from(from: veeam::RestoredItem) -> Self {
        Self {
            id: from.id.map(Text::from),
            kind: from.kind.map(Text::from),
            item_type: from.item_type.map(Text::from),
            status: from.status.map(Text::from),
            name: from.name.map(Text::from),
            title: from.title.map(Text::from),
            path: from.path.map(Text::from),
            error: from.error.map(Text::from),
            warnings: from.warnings.into_iter().map(Text::from).collect(),
            mailbox_email: from.mailbox_email.map(Text::from),
            mailbox_is_archive: from.mailbox_is_archive,
            mailbox_is_public: from.mailbox_is_public,
            created_mailbox_items_count: from.created_mailbox_items_count,
            merged_mailbox_items_count: from.merged_mailbox_items_count,
            failed_mailbox_items_count: from.failed_mailbox_items_count,
            skipped_mailbox_items_count: from.skipped_mailbox_items_count,
            cannot_continue_mailbox_error: from.cannot_continue_mailbox_error.map(Text::from),
            one_drive_web_id: from.one_drive_web_id.map(Text::from),
            one_drive_site_id: from.one_drive_site_id.map(Text::from),
            one_drive_url: from.one_drive_url.map(Text::from),
            child_items: from.child_items.into_iter().map(Into::into).collect(),
            extra: from.extra.into(),
        }
    }
}

/// Id. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_id(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.id)
}

/// `Item`, `BulkMailbox` or `BulkOneDrive`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_kind(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.kind)
}

/// What was restored, like `ExchangeMailbox` or `TeamsPost`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_item_type(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.item_type)
}

/// `Success`, `Warning`, `Failed` or `Skipped`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_status(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.status)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_name(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.name)
}

/// Title. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_title(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.title)
}

/// Where it lies. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_path(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.path)
}

/// What went wrong. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_error(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.error)
}

/// Warnings: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_warnings_len(item: *const bkj_veeam_restored_item) -> usize {
    len!(item.warnings)
}

/// Warnings: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_warnings_at(
    item: *const bkj_veeam_restored_item,
    index: usize,
) -> *const c_char {
    text_at!(item.warnings, index)
}

/// Mailbox: its address. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_mailbox_email(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.mailbox_email)
}

/// Mailbox: whether it is an archive. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_mailbox_is_archive(item: *const bkj_veeam_restored_item) -> i32 {
    get!(item.mailbox_is_archive)
}

/// Mailbox: whether it is a public one. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_mailbox_is_public(item: *const bkj_veeam_restored_item) -> i32 {
    get!(item.mailbox_is_public)
}

/// Mailbox: items created. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_created_mailbox_items_count(
    item: *const bkj_veeam_restored_item,
    out: *mut i64,
) -> bool {
    fill!(item.created_mailbox_items_count, out)
}

/// Mailbox: items merged. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_merged_mailbox_items_count(
    item: *const bkj_veeam_restored_item,
    out: *mut i64,
) -> bool {
    fill!(item.merged_mailbox_items_count, out)
}

/// Mailbox: items that could not be restored. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_failed_mailbox_items_count(
    item: *const bkj_veeam_restored_item,
    out: *mut i64,
) -> bool {
    fill!(item.failed_mailbox_items_count, out)
}

/// Mailbox: items left out. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_skipped_mailbox_items_count(
    item: *const bkj_veeam_restored_item,
    out: *mut i64,
) -> bool {
    fill!(item.skipped_mailbox_items_count, out)
}

/// Mailbox: why it could not go on. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_cannot_continue_mailbox_error(
    item: *const bkj_veeam_restored_item,
) -> *const c_char {
    get!(item.cannot_continue_mailbox_error)
}

/// OneDrive: id of its web. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_one_drive_web_id(
    item: *const bkj_veeam_restored_item,
) -> *const c_char {
    get!(item.one_drive_web_id)
}

/// OneDrive: id of its site. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_one_drive_site_id(
    item: *const bkj_veeam_restored_item,
) -> *const c_char {
    get!(item.one_drive_site_id)
}

/// OneDrive: its address. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_one_drive_url(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.one_drive_url)
}

/// OneDrive: what is in it: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_child_items_len(item: *const bkj_veeam_restored_item) -> usize {
    len!(item.child_items)
}

/// OneDrive: what is in it: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_child_items_at(
    item: *const bkj_veeam_restored_item,
    index: usize,
) -> *const bkj_veeam_restored_item {
    at!(item.child_items, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_restored_item_extra_json(item: *const bkj_veeam_restored_item) -> *const c_char {
    get!(item.extra)
}
