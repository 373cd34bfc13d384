//! Backup repositories.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, fill, free, get, inside, len, place};
use crate::text::{Json, Text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::links::bkj_veeam_links;
use backupjobs::veeam;
use std::ffi::c_char;

/// A backup repository.
pub struct bkj_veeam_repository {
    id: Text,
    name: Option<Text>,
    description: Option<Text>,
    proxy_id: Option<Text>,
    path: Option<Text>,
    object_storage_id: Option<Text>,
    is_long_term: Option<bool>,
    capacity_bytes: Option<i64>,
    free_space_bytes: Option<i64>,
    retention_type: Option<Text>,
    is_out_of_sync: Option<bool>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::Repository> for bkj_veeam_repository {
    fn from(from: veeam::Repository) -> Self {
        Self {
            id: from.id.into(),
            name: from.name.map(Text::from),
            description: from.description.map(Text::from),
            proxy_id: from.proxy_id.map(Text::from),
            path: from.path.map(Text::from),
            object_storage_id: from.object_storage_id.map(Text::from),
            is_long_term: from.is_long_term,
            capacity_bytes: from.capacity_bytes,
            free_space_bytes: from.free_space_bytes,
            retention_type: from.retention_type.map(Text::from),
            is_out_of_sync: from.is_out_of_sync,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_id(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.id)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_name(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.name)
}

/// Description. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_description(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.description)
}

/// Backup proxy that serves it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_proxy_id(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.proxy_id)
}

/// Path on the proxy. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_path(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.path)
}

/// Object storage behind it; none for a local one. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_object_storage_id(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.object_storage_id)
}

/// Whether it is an archive. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_is_long_term(repository: *const bkj_veeam_repository) -> i32 {
    get!(repository.is_long_term)
}

/// Bytes in all. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_capacity_bytes(
    repository: *const bkj_veeam_repository,
    out: *mut i64,
) -> bool {
    fill!(repository.capacity_bytes, out)
}

/// Bytes free. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_free_space_bytes(
    repository: *const bkj_veeam_repository,
    out: *mut i64,
) -> bool {
    fill!(repository.free_space_bytes, out)
}

/// `ItemLevel` or `SnapshotBased`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_retention_type(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.retention_type)
}

/// Whether it needs to be synchronized. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_is_out_of_sync(repository: *const bkj_veeam_repository) -> i32 {
    get!(repository.is_out_of_sync)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_links(repository: *const bkj_veeam_repository) -> *const bkj_veeam_links {
    inside!(repository.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_links_json(repository: *const bkj_veeam_repository) -> *const c_char {
    bkj_veeam_links::json(inside!(repository.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_extra_json(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.extra)
}

/// Frees a repository that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_free(repository: *mut bkj_veeam_repository) {
    free!(repository);
}

/// A list of backup repositories.
pub struct bkj_veeam_repository_list {
    rows: Vec<bkj_veeam_repository>,
}

impl From<Vec<veeam::Repository>> for bkj_veeam_repository_list {
    fn from(rows: Vec<veeam::Repository>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of backup repositories.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_list_len(list: *const bkj_veeam_repository_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_list_at(
    list: *const bkj_veeam_repository_list,
    index: usize,
) -> *const bkj_veeam_repository {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_list_free(list: *mut bkj_veeam_repository_list) {
    free!(list);
}

/// All backup repositories.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repositories(
    client: *const bkj_veeam,
    out: *mut *mut bkj_veeam_repository_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.repositories", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.repositories()?);
    })
}

/// One backup repository.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_repository,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.repository", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.repository(text!(id))?);
    })
}
