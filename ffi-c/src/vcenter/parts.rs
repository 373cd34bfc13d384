//! The parts of an appliance that a backup can hold.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, free, get, inside, len, place, value_place};
use crate::text::{Json, Text, text};
use crate::vcenter::bkj_vcenter;
use crate::vcenter::messages::bkj_vcenter_localizable_message;
use backupjobs::vcenter;
use std::ffi::c_char;

/// The parts of this appliance.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_parts(
    client: *const bkj_vcenter,
    out: *mut *mut bkj_vcenter_part_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.parts", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.parts()?);
    })
}

/// The size of a part in MB.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_size(
    client: *const bkj_vcenter,
    id: *const c_char,
    out: *mut i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.part_size", {
        let out = value_place!(out);
        let client = arg!(client);
        out.put(client.inner.part_size(text!(id))?);
    })
}

/// A part of the appliance.
pub struct bkj_vcenter_part {
    id: Text,
    name: Option<bkj_vcenter_localizable_message>,
    description: Option<bkj_vcenter_localizable_message>,
    selected_by_default: Option<bool>,
    optional: Option<bool>,
    standalone: Option<bool>,
    extra: Json,
}

impl From<vcenter::Part> for bkj_vcenter_part {
    fn from(from: vcenter::Part) -> Self {
        Self {
            id: from.id.into(),
            name: from.name.map(Into::into),
            description: from.description.map(Into::into),
            selected_by_default: from.selected_by_default,
            optional: from.optional,
            standalone: from.standalone,
            extra: from.extra.into(),
        }
    }
}

/// Such as `common` (always backed up) or `seat` (statistics, events and tasks).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_id(part: *const bkj_vcenter_part) -> *const c_char {
    get!(part.id)
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_name(
    part: *const bkj_vcenter_part,
) -> *const bkj_vcenter_localizable_message {
    inside!(part.name)
}

/// Description. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_description(
    part: *const bkj_vcenter_part,
) -> *const bkj_vcenter_localizable_message {
    inside!(part.description)
}

/// Whether the vendor's own console proposes it. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_selected_by_default(part: *const bkj_vcenter_part) -> i32 {
    get!(part.selected_by_default)
}

/// Whether it may be left out. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_optional(part: *const bkj_vcenter_part) -> i32 {
    get!(part.optional)
}

/// Whether it can be restored by itself (inferred from its use in restores); 8.0 U3 and later. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_standalone(part: *const bkj_vcenter_part) -> i32 {
    get!(part.standalone)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_extra_json(part: *const bkj_vcenter_part) -> *const c_char {
    get!(part.extra)
}

/// A list of parts.
pub struct bkj_vcenter_part_list {
    rows: Vec<bkj_vcenter_part>,
}

impl From<Vec<vcenter::Part>> for bkj_vcenter_part_list {
    fn from(rows: Vec<vcenter::Part>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of parts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_list_len(list: *const bkj_vcenter_part_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_list_at(
    list: *const bkj_vcenter_part_list,
    index: usize,
) -> *const bkj_vcenter_part {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_part_list_free(list: *mut bkj_vcenter_part_list) {
    free!(list);
}
