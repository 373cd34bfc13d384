//! Backup repositories.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{
    arg, arg_mut, at, boxed, code, fill, flag, free, free_client, get, inside, len, maybe, next, place,
};
use crate::text::{Json, Text, maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::links::bkj_veeam_links;
use crate::words::Word;
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// A backup repository.
pub struct bkj_veeam_repository {
    id: Text,
    name: Option<Text>,
    description: Option<Text>,
    proxy_id: Option<Text>,
    proxy_pool_id: Option<Text>,
    organization_id: Option<Text>,
    path: Option<Text>,
    object_storage_id: Option<Text>,
    object_storage_cache_path: Option<Text>,
    object_storage_encryption_enabled: Option<bool>,
    encryption_key_id: Option<Text>,
    object_storage: Option<bkj_veeam_object_storage>,
    is_long_term: Option<bool>,
    capacity_bytes: Option<i64>,
    free_space_bytes: Option<i64>,
    retention_type: Option<Text>,
    retention_period_type: Option<Text>,
    daily_retention_period: Option<i64>,
    monthly_retention_period: Option<i64>,
    yearly_retention_period: Option<Text>,
    retention_frequency_type: Option<Text>,
    daily_time: Option<Text>,
    daily_type: Option<Word>,
    monthly_time: Option<Text>,
    monthly_daynumber: Option<Text>,
    monthly_dayofweek: Option<Text>,
    is_out_of_sync: Option<bool>,
    is_outdated: Option<bool>,
    is_indexed: Option<bool>,
    is_migration_locked: Option<bool>,
    is_out_of_order: Option<bool>,
    out_of_order_reason: Option<Text>,
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
            proxy_pool_id: from.proxy_pool_id.map(Text::from),
            organization_id: from.organization_id.map(Text::from),
            path: from.path.map(Text::from),
            object_storage_id: from.object_storage_id.map(Text::from),
            object_storage_cache_path: from.object_storage_cache_path.map(Text::from),
            object_storage_encryption_enabled: from.object_storage_encryption_enabled,
            encryption_key_id: from.encryption_key_id.map(Text::from),
            object_storage: from.object_storage.map(Into::into),
            is_long_term: from.is_long_term,
            capacity_bytes: from.capacity_bytes,
            free_space_bytes: from.free_space_bytes,
            retention_type: from.retention_type.map(Text::from),
            retention_period_type: from.retention_period_type.map(Text::from),
            daily_retention_period: from.daily_retention_period,
            monthly_retention_period: from.monthly_retention_period,
            yearly_retention_period: from.yearly_retention_period.map(Text::from),
            retention_frequency_type: from.retention_frequency_type.map(Text::from),
            daily_time: from.daily_time.map(Text::from),
            daily_type: from.daily_type.map(Word::from),
            monthly_time: from.monthly_time.map(Text::from),
            monthly_daynumber: from.monthly_daynumber.map(Text::from),
            monthly_dayofweek: from.monthly_dayofweek.map(Text::from),
            is_out_of_sync: from.is_out_of_sync,
            is_outdated: from.is_outdated,
            is_indexed: from.is_indexed,
            is_migration_locked: from.is_migration_locked,
            is_out_of_order: from.is_out_of_order,
            out_of_order_reason: from.out_of_order_reason.map(Text::from),
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

/// Pool of proxies that serves it; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_proxy_pool_id(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.proxy_pool_id)
}

/// Organization it belongs to; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_organization_id(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.organization_id)
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

/// Up to v7: path of the cache of the object storage. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_object_storage_cache_path(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.object_storage_cache_path)
}

/// Whether the object storage is encrypted. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_object_storage_encryption_enabled(
    repository: *const bkj_veeam_repository,
) -> i32 {
    get!(repository.object_storage_encryption_enabled)
}

/// The key it is encrypted with. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_encryption_key_id(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.encryption_key_id)
}

/// v8: object storage behind it; none for a local one. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_object_storage(
    repository: *const bkj_veeam_repository,
) -> *const bkj_veeam_object_storage {
    inside!(repository.object_storage)
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

/// `Daily`, `Monthly` or `Yearly`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_retention_period_type(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.retention_period_type)
}

/// Days kept. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_daily_retention_period(
    repository: *const bkj_veeam_repository,
    out: *mut i64,
) -> bool {
    fill!(repository.daily_retention_period, out)
}

/// Months kept. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_monthly_retention_period(
    repository: *const bkj_veeam_repository,
    out: *mut i64,
) -> bool {
    fill!(repository.monthly_retention_period, out)
}

/// `Year1`, `Years2` … `Years25` or `Keep`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_yearly_retention_period(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.yearly_retention_period)
}

/// When what is too old is removed: `Daily` or `Monthly`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_retention_frequency_type(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.retention_frequency_type)
}

/// `HH:mm:ss` of a daily removal. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_daily_time(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.daily_time)
}

/// Days of a daily removal. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_daily_type(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.daily_type)
}

/// The same as a BKJ_VEEAM_DAILY_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_daily_type_code(repository: *const bkj_veeam_repository) -> i32 {
    code!(repository.daily_type)
}

/// `HH:mm:ss` of a monthly removal. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_monthly_time(repository: *const bkj_veeam_repository) -> *const c_char {
    get!(repository.monthly_time)
}

/// Which of those days of the month: `First` … `Fourth`, `Last`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_monthly_daynumber(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.monthly_daynumber)
}

/// Day of the week of a monthly removal. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_monthly_dayofweek(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.monthly_dayofweek)
}

/// Whether it needs to be synchronized. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_is_out_of_sync(repository: *const bkj_veeam_repository) -> i32 {
    get!(repository.is_out_of_sync)
}

/// Whether it needs to be upgraded; v8. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_is_outdated(repository: *const bkj_veeam_repository) -> i32 {
    get!(repository.is_outdated)
}

/// Whether it is indexed; v8. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_is_indexed(repository: *const bkj_veeam_repository) -> i32 {
    get!(repository.is_indexed)
}

/// Whether it is locked while its data are moved; v8. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_is_migration_locked(repository: *const bkj_veeam_repository) -> i32 {
    get!(repository.is_migration_locked)
}

/// Whether it cannot be used; v8. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_is_out_of_order(repository: *const bkj_veeam_repository) -> i32 {
    get!(repository.is_out_of_order)
}

/// Why not; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_out_of_order_reason(
    repository: *const bkj_veeam_repository,
) -> *const c_char {
    get!(repository.out_of_order_reason)
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

/// The backup repositories asked for, one page at a time. Before v6 the server does not filter by proxy: we do, and a
/// repository that does not tell its proxy is left out. `query` may be NULL: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_repositories(
    client: *const bkj_veeam,
    query: *const bkj_veeam_repository_query,
    out: *mut *mut bkj_veeam_repository_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_repositories", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        let rows = client.inner.iter_repositories(&query)?;
        out.give(bkj_veeam_repository_iter { rows });
    })
}

/// Repositorys, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_repository_iter {
    pub(crate) rows: Rows<veeam::Repository>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_iter_next(
    iter: *mut bkj_veeam_repository_iter,
    out: *mut *mut bkj_veeam_repository,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_iter_free(iter: *mut bkj_veeam_repository_iter) {
    free_client!(iter);
}

/// The object storage behind a repository, v8.
pub struct bkj_veeam_object_storage {
    id: Option<Text>,
    kind: Option<Text>,
    account_id: Option<Text>,
    size_limit_enabled: Option<bool>,
    size_limit_gb: Option<i64>,
    used_space_bytes: Option<i64>,
    free_space_bytes: Option<i64>,
    enable_immutability: Option<bool>,
    enable_immutability_governance_mode: Option<bool>,
    immutability_period_days: Option<i64>,
    use_archiver_appliance: Option<bool>,
    s3_folder: Option<Text>,
    azure_folder: Option<Text>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::ObjectStorage> for bkj_veeam_object_storage {
    fn from(from: veeam::ObjectStorage) -> Self {
        Self {
            id: from.id.map(Text::from),
            kind: from.kind.map(Text::from),
            account_id: from.account_id.map(Text::from),
            size_limit_enabled: from.size_limit_enabled,
            size_limit_gb: from.size_limit_gb,
            used_space_bytes: from.used_space_bytes,
            free_space_bytes: from.free_space_bytes,
            enable_immutability: from.enable_immutability,
            enable_immutability_governance_mode: from.enable_immutability_governance_mode,
            immutability_period_days: from.immutability_period_days,
            use_archiver_appliance: from.use_archiver_appliance,
            s3_folder: from.s3_folder.map(Text::from),
            azure_folder: from.azure_folder.map(Text::from),
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_id(storage: *const bkj_veeam_object_storage) -> *const c_char {
    get!(storage.id)
}

/// `AzureBlob`, `AzureBlobArchive`, `AmazonS3`, `AmazonS3Compatible`, `AmazonS3Glacier`, `WasabiCloud` or `IBMCloud`.
/// NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_kind(storage: *const bkj_veeam_object_storage) -> *const c_char {
    get!(storage.kind)
}

/// Account it is reached with. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_account_id(
    storage: *const bkj_veeam_object_storage,
) -> *const c_char {
    get!(storage.account_id)
}

/// Whether its size is limited. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_size_limit_enabled(storage: *const bkj_veeam_object_storage) -> i32 {
    get!(storage.size_limit_enabled)
}

/// The limit, in GB. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_size_limit_gb(
    storage: *const bkj_veeam_object_storage,
    out: *mut i64,
) -> bool {
    fill!(storage.size_limit_gb, out)
}

/// Bytes used. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_used_space_bytes(
    storage: *const bkj_veeam_object_storage,
    out: *mut i64,
) -> bool {
    fill!(storage.used_space_bytes, out)
}

/// Bytes free. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_free_space_bytes(
    storage: *const bkj_veeam_object_storage,
    out: *mut i64,
) -> bool {
    fill!(storage.free_space_bytes, out)
}

/// Whether backups cannot be changed for a time. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_enable_immutability(storage: *const bkj_veeam_object_storage) -> i32 {
    get!(storage.enable_immutability)
}

/// Whether some accounts can change them all the same. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_enable_immutability_governance_mode(
    storage: *const bkj_veeam_object_storage,
) -> i32 {
    get!(storage.enable_immutability_governance_mode)
}

/// That time, in days. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_immutability_period_days(
    storage: *const bkj_veeam_object_storage,
    out: *mut i64,
) -> bool {
    fill!(storage.immutability_period_days, out)
}

/// Whether an archiver appliance is used. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_use_archiver_appliance(
    storage: *const bkj_veeam_object_storage,
) -> i32 {
    get!(storage.use_archiver_appliance)
}

/// Amazon and compatible: folder. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_s3_folder(storage: *const bkj_veeam_object_storage) -> *const c_char {
    get!(storage.s3_folder)
}

/// Azure: folder. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_azure_folder(
    storage: *const bkj_veeam_object_storage,
) -> *const c_char {
    get!(storage.azure_folder)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_links(
    storage: *const bkj_veeam_object_storage,
) -> *const bkj_veeam_links {
    inside!(storage.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_links_json(
    storage: *const bkj_veeam_object_storage,
) -> *const c_char {
    bkj_veeam_links::json(inside!(storage.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_object_storage_extra_json(
    storage: *const bkj_veeam_object_storage,
) -> *const c_char {
    get!(storage.extra)
}

/// Which repositories to list. Unset: all.
#[derive(Default)]
pub struct bkj_veeam_repository_query {
    pub(crate) inner: veeam::RepositoryQuery,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_query_new() -> *mut bkj_veeam_repository_query {
    boxed(|| bkj_veeam_repository_query { inner: veeam::RepositoryQuery::default() })
}

/// Only repositories that this proxy serves; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_query_set_proxy_id(
    query: *mut bkj_veeam_repository_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.proxy_id = maybe_text!(text).map(str::to_owned);
    })
}

/// Only repositories that this pool of proxies serves; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_query_set_proxy_pool_id(
    query: *mut bkj_veeam_repository_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.proxy_pool_id = maybe_text!(text).map(str::to_owned);
    })
}

/// Only repositories of this organization; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_query_set_organization_id(
    query: *mut bkj_veeam_repository_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.organization_id = maybe_text!(text).map(str::to_owned);
    })
}

/// `Some(true)`: only archives. `Some(false)`: all, as when unset, by the v8 document. v6: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_query_set_long_term(
    query: *mut bkj_veeam_repository_query,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.long_term = flag(yes, "yes")?;
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_repository_query_free(spec: *mut bkj_veeam_repository_query) {
    free!(spec);
}
