//! Schedules of an appliance's own backups; 6.7 and later. An appliance may allow only one; the one that its console makes

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, free, get, inside, len, place, text_at};
use crate::text::{Json, Text, maybe_text, text};
use crate::vcenter::bkj_vcenter;
use crate::vcenter::recurrence::bkj_vcenter_recurrence_info;
use crate::vcenter::recurrence::bkj_vcenter_retention_info;
use crate::vcenter::runs::bkj_vcenter_backup_job_status;
use crate::vcenter::schedule_spec::bkj_vcenter_schedule_spec;
use crate::vcenter::schedule_spec::bkj_vcenter_schedule_update;
use backupjobs::vcenter;
use std::ffi::c_char;

/// All schedules.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedules(
    client: *const bkj_vcenter,
    out: *mut *mut bkj_vcenter_schedule_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.schedules", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.schedules()?);
    })
}

/// One schedule.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule(
    client: *const bkj_vcenter,
    id: *const c_char,
    out: *mut *mut bkj_vcenter_schedule,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.schedule", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.schedule(text!(id))?);
    })
}

/// Makes a schedule of that name. It is on, unless the specification says otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_create_schedule(
    client: *const bkj_vcenter,
    id: *const c_char,
    spec: *const bkj_vcenter_schedule_spec,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.create_schedule", {
        let client = arg!(client);
        client.inner.create_schedule(text!(id), &arg!(spec).inner)?;
    })
}

/// Changes what is set in `update`, and leaves the rest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_update_schedule(
    client: *const bkj_vcenter,
    id: *const c_char,
    update: *const bkj_vcenter_schedule_update,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.update_schedule", {
        let client = arg!(client);
        client.inner.update_schedule(text!(id), &arg!(update).inner)?;
    })
}

/// Deletes a schedule. Its backups stay.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_delete_schedule(
    client: *const bkj_vcenter,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.delete_schedule", {
        let client = arg!(client);
        client.inner.delete_schedule(text!(id))?;
    })
}

/// Starts a backup as the schedule would, now. The answer is its status.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_run_schedule(
    client: *const bkj_vcenter,
    id: *const c_char,
    comment: *const c_char,
    out: *mut *mut bkj_vcenter_backup_job_status,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.run_schedule", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.run_schedule(text!(id), maybe_text!(comment))?);
    })
}

/// A schedule. Its passwords are never told.
pub struct bkj_vcenter_schedule {
    id: Text,
    parts: Vec<Text>,
    location: Option<Text>,
    location_user: Option<Text>,
    enable: Option<bool>,
    recurrence_info: Option<bkj_vcenter_recurrence_info>,
    retention_info: Option<bkj_vcenter_retention_info>,
    fast_backup: Option<bool>,
    extra: Json,
}

impl From<vcenter::Schedule> for bkj_vcenter_schedule {
    fn from(from: vcenter::Schedule) -> Self {
        Self {
            id: from.id.into(),
            parts: from.parts.into_iter().map(Text::from).collect(),
            location: from.location.map(Text::from),
            location_user: from.location_user.map(Text::from),
            enable: from.enable,
            recurrence_info: from.recurrence_info.map(Into::into),
            retention_info: from.retention_info.map(Into::into),
            fast_backup: from.fast_backup,
            extra: from.extra.into(),
        }
    }
}

/// Its name, such as `default`; in a list it is the key, of a single one it is what was asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_id(schedule: *const bkj_vcenter_schedule) -> *const c_char {
    get!(schedule.id)
}

/// Optional parts that it includes: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_parts_len(schedule: *const bkj_vcenter_schedule) -> usize {
    len!(schedule.parts)
}

/// Optional parts that it includes: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_parts_at(
    schedule: *const bkj_vcenter_schedule,
    index: usize,
) -> *const c_char {
    text_at!(schedule.parts, index)
}

/// URL of the destination. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_location(schedule: *const bkj_vcenter_schedule) -> *const c_char {
    get!(schedule.location)
}

/// User there. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_location_user(schedule: *const bkj_vcenter_schedule) -> *const c_char {
    get!(schedule.location_user)
}

/// Whether it is on. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_enable(schedule: *const bkj_vcenter_schedule) -> i32 {
    get!(schedule.enable)
}

/// When it runs. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_recurrence_info(
    schedule: *const bkj_vcenter_schedule,
) -> *const bkj_vcenter_recurrence_info {
    inside!(schedule.recurrence_info)
}

/// How many backups it keeps; none: all. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_retention_info(
    schedule: *const bkj_vcenter_schedule,
) -> *const bkj_vcenter_retention_info {
    inside!(schedule.retention_info)
}

/// Whether the database is backed up the fast way; 8.0 U3 and later. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_fast_backup(schedule: *const bkj_vcenter_schedule) -> i32 {
    get!(schedule.fast_backup)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_extra_json(schedule: *const bkj_vcenter_schedule) -> *const c_char {
    get!(schedule.extra)
}

/// Frees a schedule that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_free(schedule: *mut bkj_vcenter_schedule) {
    free!(schedule);
}

/// A list of schedules.
pub struct bkj_vcenter_schedule_list {
    rows: Vec<bkj_vcenter_schedule>,
}

impl From<Vec<vcenter::Schedule>> for bkj_vcenter_schedule_list {
    fn from(rows: Vec<vcenter::Schedule>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of schedules.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_list_len(list: *const bkj_vcenter_schedule_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_list_at(
    list: *const bkj_vcenter_schedule_list,
    index: usize,
) -> *const bkj_vcenter_schedule {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_schedule_list_free(list: *mut bkj_vcenter_schedule_list) {
    free!(list);
}
