//! Organizations.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, free, get, inside, len, place};
use crate::text::{Json, Text, text};
use crate::veeam::bkj_veeam;
use crate::veeam::links::bkj_veeam_links;
use backupjobs::veeam;
use std::ffi::c_char;

/// An organization.
pub struct bkj_veeam_organization {
    id: Text,
    name: Option<Text>,
    office_name: Option<Text>,
    kind: Option<Text>,
    region: Option<Text>,
    is_exchange_online: Option<bool>,
    is_share_point_online: Option<bool>,
    is_teams_online: Option<bool>,
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
            kind: from.kind.map(Text::from),
            region: from.region.map(Text::from),
            is_exchange_online: from.is_exchange_online,
            is_share_point_online: from.is_share_point_online,
            is_teams_online: from.is_teams_online,
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

/// One organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_organization(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_organization,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.organization", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.organization(text!(id))?);
    })
}
