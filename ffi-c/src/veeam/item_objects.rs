//! The users, groups, sites and teams that items of a job stand for.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, fill, flag, free, get, inside, place};
use crate::text::{Json, Text, maybe_text, members, text};
use crate::veeam::links::bkj_veeam_links;
use backupjobs::veeam;
use std::ffi::c_char;

/// A user of an item. In a request the id is enough (inferred: no member is required).
pub struct bkj_veeam_user {
    pub(crate) inner: veeam::User,
    id: Option<Text>,
    display_name: Option<Text>,
    name: Option<Text>,
    kind: Option<Text>,
    location_type: Option<Text>,
    on_premises_sid: Option<Text>,
    office: Option<Text>,
    msid: Option<Text>,
    data_location: Option<Text>,
    e_tag: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::User> for bkj_veeam_user {
    fn from(from: veeam::User) -> Self {
        Self {
            inner: from.clone(),
            id: from.id.map(Text::from),
            display_name: from.display_name.map(Text::from),
            name: from.name.map(Text::from),
            kind: from.kind.map(Text::from),
            location_type: from.location_type.map(Text::from),
            on_premises_sid: from.on_premises_sid.map(Text::from),
            office: from.office.map(Text::from),
            msid: from.msid.map(Text::from),
            data_location: from.data_location.map(Text::from),
            e_tag: from.e_tag,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// Id within the product. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_id(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.id)
}

/// Name as shown. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_display_name(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.display_name)
}

/// Mail address. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_name(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.name)
}

/// `User`, `Shared` or `Public`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_kind(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.kind)
}

/// `OnPremises`, `Cloud` or `Hybrid`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_location_type(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.location_type)
}

/// Id on premises; v7. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_on_premises_sid(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.on_premises_sid)
}

/// Office in the place of business; v7. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_office(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.office)
}

/// Id at Microsoft; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_msid(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.msid)
}

/// Where the data are kept; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_data_location(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.data_location)
}

/// Version of the object; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_e_tag(user: *const bkj_veeam_user, out: *mut i64) -> bool {
    fill!(user.e_tag, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_links(user: *const bkj_veeam_user) -> *const bkj_veeam_links {
    inside!(user.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_links_json(user: *const bkj_veeam_user) -> *const c_char {
    bkj_veeam_links::json(inside!(user.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_extra_json(user: *const bkj_veeam_user) -> *const c_char {
    get!(user.extra)
}

impl bkj_veeam_user {
    fn change(&mut self, change: impl FnOnce(&mut veeam::User)) {
        let mut inner = self.inner.clone();
        change(&mut inner);
        *self = inner.into();
    }
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_new(
    id: *const c_char,
    out: *mut *mut bkj_veeam_user,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::User::new(text!(id)));
    })
}

/// Id within the product; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_id(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.id = value);
    })
}

/// Name as shown; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_display_name(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.display_name = value);
    })
}

/// Mail address; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_name(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.name = value);
    })
}

/// `User`, `Shared` or `Public`; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_kind(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.kind = value);
    })
}

/// `OnPremises`, `Cloud` or `Hybrid`; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_location_type(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.location_type = value);
    })
}

/// Id on premises; v7; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_on_premises_sid(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.on_premises_sid = value);
    })
}

/// Office in the place of business; v7; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_office(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.office = value);
    })
}

/// Id at Microsoft; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_msid(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.msid = value);
    })
}

/// Where the data are kept; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_data_location(
    object: *mut bkj_veeam_user,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.data_location = value);
    })
}

/// Version of the object; v8; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_set_e_tag(
    object: *mut bkj_veeam_user,
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
pub unsafe extern "C" fn bkj_veeam_user_set_extra_json(
    object: *mut bkj_veeam_user,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = members(text!(json), "json")?;
        object.change(|inner| inner.extra = value);
    })
}

/// Frees a user that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_user_free(user: *mut bkj_veeam_user) {
    free!(user);
}

/// A group of an item. In a request the id is enough (inferred: no member is required).
pub struct bkj_veeam_group {
    pub(crate) inner: veeam::Group,
    id: Option<Text>,
    display_name: Option<Text>,
    name: Option<Text>,
    managed_by: Option<Text>,
    site: Option<Text>,
    kind: Option<Text>,
    location_type: Option<Text>,
    on_premises_sid: Option<Text>,
    msid: Option<Text>,
    data_location: Option<Text>,
    e_tag: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::Group> for bkj_veeam_group {
    fn from(from: veeam::Group) -> Self {
        Self {
            inner: from.clone(),
            id: from.id.map(Text::from),
            display_name: from.display_name.map(Text::from),
            name: from.name.map(Text::from),
            managed_by: from.managed_by.map(Text::from),
            site: from.site.map(Text::from),
            kind: from.kind.map(Text::from),
            location_type: from.location_type.map(Text::from),
            on_premises_sid: from.on_premises_sid.map(Text::from),
            msid: from.msid.map(Text::from),
            data_location: from.data_location.map(Text::from),
            e_tag: from.e_tag,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// Id within the product. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_id(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.id)
}

/// Name as shown. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_display_name(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.display_name)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_name(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.name)
}

/// User who manages it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_managed_by(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.managed_by)
}

/// Its site. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_site(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.site)
}

/// `Office365`, `Security`, `Distribution` or `DynamicDistribution`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_kind(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.kind)
}

/// `OnPremises`, `Cloud` or `Hybrid`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_location_type(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.location_type)
}

/// Id on premises; v7. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_on_premises_sid(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.on_premises_sid)
}

/// Id at Microsoft; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_msid(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.msid)
}

/// Where the data are kept; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_data_location(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.data_location)
}

/// Version of the object; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_e_tag(group: *const bkj_veeam_group, out: *mut i64) -> bool {
    fill!(group.e_tag, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_links(group: *const bkj_veeam_group) -> *const bkj_veeam_links {
    inside!(group.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_links_json(group: *const bkj_veeam_group) -> *const c_char {
    bkj_veeam_links::json(inside!(group.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_extra_json(group: *const bkj_veeam_group) -> *const c_char {
    get!(group.extra)
}

impl bkj_veeam_group {
    fn change(&mut self, change: impl FnOnce(&mut veeam::Group)) {
        let mut inner = self.inner.clone();
        change(&mut inner);
        *self = inner.into();
    }
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_new(
    id: *const c_char,
    out: *mut *mut bkj_veeam_group,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::Group::new(text!(id)));
    })
}

/// Id within the product; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_id(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.id = value);
    })
}

/// Name as shown; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_display_name(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.display_name = value);
    })
}

/// Name; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_name(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.name = value);
    })
}

/// User who manages it; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_managed_by(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.managed_by = value);
    })
}

/// Its site; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_site(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.site = value);
    })
}

/// `Office365`, `Security`, `Distribution` or `DynamicDistribution`; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_kind(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.kind = value);
    })
}

/// `OnPremises`, `Cloud` or `Hybrid`; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_location_type(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.location_type = value);
    })
}

/// Id on premises; v7; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_on_premises_sid(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.on_premises_sid = value);
    })
}

/// Id at Microsoft; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_msid(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.msid = value);
    })
}

/// Where the data are kept; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_data_location(
    object: *mut bkj_veeam_group,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.data_location = value);
    })
}

/// Version of the object; v8; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_set_e_tag(
    object: *mut bkj_veeam_group,
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
pub unsafe extern "C" fn bkj_veeam_group_set_extra_json(
    object: *mut bkj_veeam_group,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = members(text!(json), "json")?;
        object.change(|inner| inner.extra = value);
    })
}

/// Frees a group that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_group_free(group: *mut bkj_veeam_group) {
    free!(group);
}

/// A site of an item. A request needs the five members of `JobSite::new`, by the OpenAPI documents.
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

/// A team of an item. A request needs the three members of `Team::new`, by the OpenAPI documents.
pub struct bkj_veeam_team {
    pub(crate) inner: veeam::Team,
    id: Option<Text>,
    display_name: Option<Text>,
    mail: Option<Text>,
    description: Option<Text>,
    msid: Option<Text>,
    data_location: Option<Text>,
    e_tag: Option<i64>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::Team> for bkj_veeam_team {
    fn from(from: veeam::Team) -> Self {
        Self {
            inner: from.clone(),
            id: from.id.map(Text::from),
            display_name: from.display_name.map(Text::from),
            mail: from.mail.map(Text::from),
            description: from.description.map(Text::from),
            msid: from.msid.map(Text::from),
            data_location: from.data_location.map(Text::from),
            e_tag: from.e_tag,
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// UUID. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_id(team: *const bkj_veeam_team) -> *const c_char {
    get!(team.id)
}

/// Name as shown. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_display_name(team: *const bkj_veeam_team) -> *const c_char {
    get!(team.display_name)
}

/// Mail address. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_mail(team: *const bkj_veeam_team) -> *const c_char {
    get!(team.mail)
}

/// Description. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_description(team: *const bkj_veeam_team) -> *const c_char {
    get!(team.description)
}

/// Id at Microsoft; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_msid(team: *const bkj_veeam_team) -> *const c_char {
    get!(team.msid)
}

/// Where the data are kept; v8. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_data_location(team: *const bkj_veeam_team) -> *const c_char {
    get!(team.data_location)
}

/// Version of the object; v8. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_e_tag(team: *const bkj_veeam_team, out: *mut i64) -> bool {
    fill!(team.e_tag, out)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_links(team: *const bkj_veeam_team) -> *const bkj_veeam_links {
    inside!(team.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_links_json(team: *const bkj_veeam_team) -> *const c_char {
    bkj_veeam_links::json(inside!(team.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_extra_json(team: *const bkj_veeam_team) -> *const c_char {
    get!(team.extra)
}

impl bkj_veeam_team {
    fn change(&mut self, change: impl FnOnce(&mut veeam::Team)) {
        let mut inner = self.inner.clone();
        change(&mut inner);
        *self = inner.into();
    }
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_new(
    id: *const c_char,
    display_name: *const c_char,
    mail: *const c_char,
    out: *mut *mut bkj_veeam_team,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::Team::new(text!(id), text!(display_name), text!(mail)));
    })
}

/// UUID; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_set_id(
    object: *mut bkj_veeam_team,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.id = value);
    })
}

/// Name as shown; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_set_display_name(
    object: *mut bkj_veeam_team,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.display_name = value);
    })
}

/// Mail address; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_set_mail(
    object: *mut bkj_veeam_team,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.mail = value);
    })
}

/// Description; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_set_description(
    object: *mut bkj_veeam_team,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.description = value);
    })
}

/// Id at Microsoft; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_set_msid(
    object: *mut bkj_veeam_team,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.msid = value);
    })
}

/// Where the data are kept; v8; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_set_data_location(
    object: *mut bkj_veeam_team,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.data_location = value);
    })
}

/// Version of the object; v8; BKJ_ABSENT: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_set_e_tag(
    object: *mut bkj_veeam_team,
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
pub unsafe extern "C" fn bkj_veeam_team_set_extra_json(
    object: *mut bkj_veeam_team,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = members(text!(json), "json")?;
        object.change(|inner| inner.extra = value);
    })
}

/// Frees a team that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_team_free(team: *mut bkj_veeam_team) {
    free!(team);
}
