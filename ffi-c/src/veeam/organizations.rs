//! Organizations.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, at, boxed, fill, flag, free, free_client, get, inside, len, maybe, next, place};
use crate::text::{Json, Text, maybe_text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::links::bkj_veeam_links;
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// An organization.
pub struct bkj_veeam_organization {
    id: Text,
    name: Option<Text>,
    office_name: Option<Text>,
    description: Option<Text>,
    kind: Option<Text>,
    region: Option<Text>,
    is_exchange_online: Option<bool>,
    is_share_point_online: Option<bool>,
    is_teams_online: Option<bool>,
    is_teams_chats_online: Option<bool>,
    is_exchange: Option<bool>,
    is_sharepoint: Option<bool>,
    msid: Option<Text>,
    backed_up_organization_id: Option<Text>,
    is_backedup: Option<bool>,
    first_backuptime: Option<Text>,
    last_backuptime: Option<Text>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::Organization> for bkj_veeam_organization {
    fn from(from: veeam::Organization) -> Self {
        Self {
            id: from.id.into(),
            name: from.name.map(Text::from),
            office_name: from.office_name.map(Text::from),
            description: from.description.map(Text::from),
            kind: from.kind.map(Text::from),
            region: from.region.map(Text::from),
            is_exchange_online: from.is_exchange_online,
            is_share_point_online: from.is_share_point_online,
            is_teams_online: from.is_teams_online,
            is_teams_chats_online: from.is_teams_chats_online,
            is_exchange: from.is_exchange,
            is_sharepoint: from.is_sharepoint,
            msid: from.msid.map(Text::from),
            backed_up_organization_id: from.backed_up_organization_id.map(Text::from),
            is_backedup: from.is_backedup,
            first_backuptime: from.first_backuptime.map(Text::from),
            last_backuptime: from.last_backuptime.map(Text::from),
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_id(organization: *const bkj_veeam_organization) -> *const c_char {
    get!(organization.id)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_name(organization: *const bkj_veeam_organization) -> *const c_char {
    get!(organization.name)
}

/// Name at Microsoft. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_office_name(
    organization: *const bkj_veeam_organization,
) -> *const c_char {
    get!(organization.office_name)
}

/// Description; v7. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_description(
    organization: *const bkj_veeam_organization,
) -> *const c_char {
    get!(organization.description)
}

/// `Office365`, `OnPremises` or `Hybrid`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_kind(organization: *const bkj_veeam_organization) -> *const c_char {
    get!(organization.kind)
}

/// Region of the cloud. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_region(organization: *const bkj_veeam_organization) -> *const c_char {
    get!(organization.region)
}

/// Whether Exchange Online is covered. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_is_exchange_online(organization: *const bkj_veeam_organization) -> i32 {
    get!(organization.is_exchange_online)
}

/// Whether SharePoint Online is covered. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_is_share_point_online(
    organization: *const bkj_veeam_organization,
) -> i32 {
    get!(organization.is_share_point_online)
}

/// Whether Teams is covered; v5 and later. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_is_teams_online(organization: *const bkj_veeam_organization) -> i32 {
    get!(organization.is_teams_online)
}

/// Whether chats of Teams are covered; v6. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_is_teams_chats_online(
    organization: *const bkj_veeam_organization,
) -> i32 {
    get!(organization.is_teams_chats_online)
}

/// Whether Exchange on premises is covered. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_is_exchange(organization: *const bkj_veeam_organization) -> i32 {
    get!(organization.is_exchange)
}

/// Whether SharePoint on premises is covered. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_is_sharepoint(organization: *const bkj_veeam_organization) -> i32 {
    get!(organization.is_sharepoint)
}

/// Id at Microsoft; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_msid(organization: *const bkj_veeam_organization) -> *const c_char {
    get!(organization.msid)
}

/// Id of its data in the backup; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_backed_up_organization_id(
    organization: *const bkj_veeam_organization,
) -> *const c_char {
    get!(organization.backed_up_organization_id)
}

/// Whether anything was ever backed up. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_is_backedup(organization: *const bkj_veeam_organization) -> i32 {
    get!(organization.is_backedup)
}

/// When its data was first backed up. (The odd spelling is the vendor's.). As the server wrote it
/// (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_first_backuptime(
    organization: *const bkj_veeam_organization,
) -> *const c_char {
    get!(organization.first_backuptime)
}

/// When its data was last backed up. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_last_backuptime(
    organization: *const bkj_veeam_organization,
) -> *const c_char {
    get!(organization.last_backuptime)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_links(
    organization: *const bkj_veeam_organization,
) -> *const bkj_veeam_links {
    inside!(organization.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_links_json(
    organization: *const bkj_veeam_organization,
) -> *const c_char {
    bkj_veeam_links::json(inside!(organization.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_extra_json(
    organization: *const bkj_veeam_organization,
) -> *const c_char {
    get!(organization.extra)
}

/// Frees an organization that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_free(organization: *mut bkj_veeam_organization) {
    free!(organization);
}

/// A list of organizations.
pub struct bkj_veeam_organization_list {
    rows: Vec<bkj_veeam_organization>,
}

impl From<Vec<veeam::Organization>> for bkj_veeam_organization_list {
    fn from(rows: Vec<veeam::Organization>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of organizations.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_list_len(list: *const bkj_veeam_organization_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_list_at(
    list: *const bkj_veeam_organization_list,
    index: usize,
) -> *const bkj_veeam_organization {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_list_free(list: *mut bkj_veeam_organization_list) {
    free!(list);
}

/// All organizations.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organizations(
    client: *const bkj_veeam,
    out: *mut *mut bkj_veeam_organization_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.organizations", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.organizations()?);
    })
}

/// One organization. `extended_view` asks for is_backedup, first_backuptime and last_backuptime: 1, 0, or BKJ_ABSENT for
/// the server's default, which is 1 in v6 and 0 in v7 and v8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization(
    client: *const bkj_veeam,
    id: *const c_char,
    extended_view: i32,
    out: *mut *mut bkj_veeam_organization,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.organization", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.organization(text!(id), flag(extended_view, "extended_view")?)?);
    })
}

/// The organizations asked for, one page at a time. `query` may be NULL: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_organizations(
    client: *const bkj_veeam,
    query: *const bkj_veeam_organization_query,
    out: *mut *mut bkj_veeam_organization_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_organizations", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        let rows = client.inner.iter_organizations(&query)?;
        out.give(bkj_veeam_organization_iter { rows });
    })
}

/// The repositories with data of an organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repositories(
    client: *const bkj_veeam,
    organization_id: *const c_char,
    out: *mut *mut bkj_veeam_used_repository_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.used_repositories", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.used_repositories(text!(organization_id))?);
    })
}

/// The same, one page at a time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_used_repositories(
    client: *const bkj_veeam,
    organization_id: *const c_char,
    out: *mut *mut bkj_veeam_used_repository_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_used_repositories", {
        let out = place!(out);
        let client = arg!(client);
        let rows = client.inner.iter_used_repositories(text!(organization_id))?;
        out.give(bkj_veeam_used_repository_iter { rows });
    })
}

/// Organizations, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_organization_iter {
    pub(crate) rows: Rows<veeam::Organization>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_iter_next(
    iter: *mut bkj_veeam_organization_iter,
    out: *mut *mut bkj_veeam_organization,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_iter_free(iter: *mut bkj_veeam_organization_iter) {
    free_client!(iter);
}

/// Which organizations to list, and how. Unset: all, as the server shows them by itself.
#[derive(Default)]
pub struct bkj_veeam_organization_query {
    pub(crate) inner: veeam::OrganizationQuery,
}

/// Nothing set yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_query_new() -> *mut bkj_veeam_organization_query {
    boxed(|| bkj_veeam_organization_query { inner: veeam::OrganizationQuery::default() })
}

/// Whether to tell when data were backed up. Needs the proxy to be online. Unset, v6 does and v7 and v8 do not; earlier
/// versions always do, and are not asked: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_query_set_extended_view(
    query: *mut bkj_veeam_organization_query,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.extended_view = flag(yes, "yes")?;
    })
}

/// Only the organization with this id at Microsoft; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_query_set_msid(
    query: *mut bkj_veeam_organization_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.msid = maybe_text!(text).map(str::to_owned);
    })
}

/// Only the organization whose data have this id in the backup; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_query_set_backed_up_organization_id(
    query: *mut bkj_veeam_organization_query,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.backed_up_organization_id = maybe_text!(text).map(str::to_owned);
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization_query_free(spec: *mut bkj_veeam_organization_query) {
    free!(spec);
}

/// A repository with data of an organization.
pub struct bkj_veeam_used_repository {
    repository_id: Option<Text>,
    used_space_bytes: Option<i64>,
    local_cache_used_space_bytes: Option<i64>,
    object_storage_used_space_bytes: Option<i64>,
    is_available: Option<bool>,
    details: Option<Text>,
    protected_objects_count: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::UsedRepository> for bkj_veeam_used_repository {
    fn from(from: veeam::UsedRepository) -> Self {
        Self {
            repository_id: from.repository_id.map(Text::from),
            used_space_bytes: from.used_space_bytes,
            local_cache_used_space_bytes: from.local_cache_used_space_bytes,
            object_storage_used_space_bytes: from.object_storage_used_space_bytes,
            is_available: from.is_available,
            details: from.details.map(Text::from),
            protected_objects_count: from.protected_objects_count,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// The repository; before v8 told by the `backupRepository` link. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_repository_id(
    repository: *const bkj_veeam_used_repository,
) -> *const c_char {
    get!(repository.repository_id)
}

/// Bytes used. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_used_space_bytes(
    repository: *const bkj_veeam_used_repository,
    out: *mut i64,
) -> bool {
    fill!(repository.used_space_bytes, out)
}

/// Bytes of the local cache. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_local_cache_used_space_bytes(
    repository: *const bkj_veeam_used_repository,
    out: *mut i64,
) -> bool {
    fill!(repository.local_cache_used_space_bytes, out)
}

/// Bytes in object storage. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_object_storage_used_space_bytes(
    repository: *const bkj_veeam_used_repository,
    out: *mut i64,
) -> bool {
    fill!(repository.object_storage_used_space_bytes, out)
}

/// Whether it can be reached. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_is_available(repository: *const bkj_veeam_used_repository) -> i32 {
    get!(repository.is_available)
}

/// What the vendor says about it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_details(
    repository: *const bkj_veeam_used_repository,
) -> *const c_char {
    get!(repository.details)
}

/// Objects protected; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_protected_objects_count(
    repository: *const bkj_veeam_used_repository,
    out: *mut i64,
) -> bool {
    fill!(repository.protected_objects_count, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_links(
    repository: *const bkj_veeam_used_repository,
) -> *const bkj_veeam_links {
    inside!(repository.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_links_json(
    repository: *const bkj_veeam_used_repository,
) -> *const c_char {
    bkj_veeam_links::json(inside!(repository.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_extra_json(
    repository: *const bkj_veeam_used_repository,
) -> *const c_char {
    get!(repository.extra)
}

/// Frees a used repository that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_free(repository: *mut bkj_veeam_used_repository) {
    free!(repository);
}

/// A list of used repositorys.
pub struct bkj_veeam_used_repository_list {
    rows: Vec<bkj_veeam_used_repository>,
}

impl From<Vec<veeam::UsedRepository>> for bkj_veeam_used_repository_list {
    fn from(rows: Vec<veeam::UsedRepository>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of used repositorys.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_list_len(list: *const bkj_veeam_used_repository_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_list_at(
    list: *const bkj_veeam_used_repository_list,
    index: usize,
) -> *const bkj_veeam_used_repository {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_list_free(list: *mut bkj_veeam_used_repository_list) {
    free!(list);
}

/// Used repositorys, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_used_repository_iter {
    pub(crate) rows: Rows<veeam::UsedRepository>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_iter_next(
    iter: *mut bkj_veeam_used_repository_iter,
    out: *mut *mut bkj_veeam_used_repository,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_used_repository_iter_free(iter: *mut bkj_veeam_used_repository_iter) {
    free_client!(iter);
}
