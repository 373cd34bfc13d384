//! The teams that items of a job stand for.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, fill, free, get, inside, place};
use crate::text::{Json, Text, maybe_text, members, text};
use crate::veeam::links::bkj_veeam_links;
use backupjobs::veeam;
use std::ffi::c_char;

/// A team of an item. A request needs the three that bkj_veeam_team_new() takes, by the OpenAPI documents.
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
