//! The users that items of a job stand for.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, fill, free, get, inside, place};
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
