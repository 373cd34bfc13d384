//! The sites that items of a job stand for.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, fill, flag, free, get, inside, place};
use crate::text::{Json, Text, maybe_text, members, text};
use crate::veeam::links::bkj_veeam_links;
use backupjobs::veeam;
use std::ffi::c_char;

/// A site of an item. A request needs the five that bkj_veeam_job_site_new() takes, by the OpenAPI documents.
pub struct bkj_veeam_job_site {
    pub(crate) inner: veeam::JobSite,
    id: Option<Text>,
    url: Option<Text>,
    title: Option<Text>,
    is_cloud: Option<bool>,
    is_personal: Option<bool>,
    name: Option<Text>,
    parent_url: Option<Text>,
    site_collection_error: Option<Text>,
    e_tag: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::JobSite> for bkj_veeam_job_site {
    fn from(from: veeam::JobSite) -> Self {
        Self {
            inner: from.clone(),
            id: from.id.map(Text::from),
            url: from.url.map(Text::from),
            title: from.title.map(Text::from),
            is_cloud: from.is_cloud,
            is_personal: from.is_personal,
            name: from.name.map(Text::from),
            parent_url: from.parent_url.map(Text::from),
            site_collection_error: from.site_collection_error.map(Text::from),
            e_tag: from.e_tag,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// Id within the product. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_id(site: *const bkj_veeam_job_site) -> *const c_char {
    get!(site.id)
}

/// Address. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_url(site: *const bkj_veeam_job_site) -> *const c_char {
    get!(site.url)
}

/// Title. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_title(site: *const bkj_veeam_job_site) -> *const c_char {
    get!(site.title)
}

/// Whether it lies in the cloud. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_is_cloud(site: *const bkj_veeam_job_site) -> i32 {
    get!(site.is_cloud)
}

/// Whether it is a personal one. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_is_personal(site: *const bkj_veeam_job_site) -> i32 {
    get!(site.is_personal)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_name(site: *const bkj_veeam_job_site) -> *const c_char {
    get!(site.name)
}

/// Address of the object above it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_parent_url(site: *const bkj_veeam_job_site) -> *const c_char {
    get!(site.parent_url)
}

/// What went wrong with its site collections. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_site_collection_error(site: *const bkj_veeam_job_site) -> *const c_char {
    get!(site.site_collection_error)
}

/// Version of the object; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_e_tag(site: *const bkj_veeam_job_site, out: *mut i64) -> bool {
    fill!(site.e_tag, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_links(site: *const bkj_veeam_job_site) -> *const bkj_veeam_links {
    inside!(site.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_links_json(site: *const bkj_veeam_job_site) -> *const c_char {
    bkj_veeam_links::json(inside!(site.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_extra_json(site: *const bkj_veeam_job_site) -> *const c_char {
    get!(site.extra)
}

impl bkj_veeam_job_site {
    fn change(&mut self, change: impl FnOnce(&mut veeam::JobSite)) {
        let mut inner = self.inner.clone();
        change(&mut inner);
        *self = inner.into();
    }
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_new(
    id: *const c_char,
    url: *const c_char,
    title: *const c_char,
    is_cloud: bool,
    is_personal: bool,
    out: *mut *mut bkj_veeam_job_site,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::JobSite::new(text!(id), text!(url), text!(title), is_cloud, is_personal));
    })
}

/// Id within the product; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_id(
    object: *mut bkj_veeam_job_site,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.id = value);
    })
}

/// Address; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_url(
    object: *mut bkj_veeam_job_site,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.url = value);
    })
}

/// Title; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_title(
    object: *mut bkj_veeam_job_site,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.title = value);
    })
}

/// Whether it lies in the cloud: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_is_cloud(
    object: *mut bkj_veeam_job_site,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.is_cloud = value);
    })
}

/// Whether it is a personal one: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_is_personal(
    object: *mut bkj_veeam_job_site,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.is_personal = value);
    })
}

/// Name; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_name(
    object: *mut bkj_veeam_job_site,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.name = value);
    })
}

/// Address of the object above it; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_parent_url(
    object: *mut bkj_veeam_job_site,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.parent_url = value);
    })
}

/// What went wrong with its site collections; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_site_collection_error(
    object: *mut bkj_veeam_job_site,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.site_collection_error = value);
    })
}

/// Version of the object; v8; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_e_tag(
    object: *mut bkj_veeam_job_site,
    number: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = (number != i64::from(crate::BKJ_ABSENT)).then_some(number);
        object.change(|inner| inner.e_tag = value);
    })
}

/// Members to be sent besides, as a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_set_extra_json(
    object: *mut bkj_veeam_job_site,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = members(text!(json), "json")?;
        object.change(|inner| inner.extra = value);
    })
}

/// Frees a job site that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_site_free(site: *mut bkj_veeam_job_site) {
    free!(site);
}
