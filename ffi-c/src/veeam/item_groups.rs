//! The groups that items of a job stand for.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, fill, free, get, inside, place};
use crate::text::{Json, Text, maybe_text, members, text};
use crate::veeam::links::bkj_veeam_links;
use backupjobs::veeam;
use std::ffi::c_char;

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
