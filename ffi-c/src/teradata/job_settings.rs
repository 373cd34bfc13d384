//! What a job backs up and how.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, at, free, get, len, place};
use crate::text::{Json, Text, text};
use backupjobs::teradata;
use std::ffi::c_char;

/// `job_settings` of a job. They belong to their job.
pub struct bkj_teradata_job_settings {
    online: Option<bool>,
    objects: Vec<bkj_teradata_object_selection>,
    continue_job_on_access_right_violation: Option<bool>,
    run_as_a_copy_job: Option<bool>,
    restore_to_a_different_database_on_target_site: Option<Text>,
    skip_statstics: Option<bool>,
    retained_copy: Option<Text>,
    extra: Json,
}

impl From<teradata::JobSettings> for bkj_teradata_job_settings {
    fn from(from: teradata::JobSettings) -> Self {
        Self {
            online: from.online,
            objects: from.objects.into_iter().map(Into::into).collect(),
            continue_job_on_access_right_violation: from.continue_job_on_access_right_violation,
            run_as_a_copy_job: from.run_as_a_copy_job,
            restore_to_a_different_database_on_target_site: from
                .restore_to_a_different_database_on_target_site
                .map(Text::from),
            skip_statstics: from.skip_statstics,
            retained_copy: from.retained_copy.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Whether the objects stay writable meanwhile (inferred). 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_online(settings: *const bkj_teradata_job_settings) -> i32 {
    get!(settings.online)
}

/// What is backed up: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_objects_len(settings: *const bkj_teradata_job_settings) -> usize {
    len!(settings.objects)
}

/// What is backed up: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_objects_at(
    settings: *const bkj_teradata_job_settings,
    index: usize,
) -> *const bkj_teradata_object_selection {
    at!(settings.objects, index)
}

/// For restores. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_continue_job_on_access_right_violation(
    settings: *const bkj_teradata_job_settings,
) -> i32 {
    get!(settings.continue_job_on_access_right_violation)
}

/// For restores. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_run_as_a_copy_job(
    settings: *const bkj_teradata_job_settings,
) -> i32 {
    get!(settings.run_as_a_copy_job)
}

/// For restores: a database name, despite its own name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_restore_to_a_different_database_on_target_site(
    settings: *const bkj_teradata_job_settings,
) -> *const c_char {
    get!(settings.restore_to_a_different_database_on_target_site)
}

/// Spelt so on the wire. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_skip_statstics(settings: *const bkj_teradata_job_settings) -> i32 {
    get!(settings.skip_statstics)
}

/// Copy retained. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_retained_copy(
    settings: *const bkj_teradata_job_settings,
) -> *const c_char {
    get!(settings.retained_copy)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_settings_extra_json(
    settings: *const bkj_teradata_job_settings,
) -> *const c_char {
    get!(settings.extra)
}

/// One object of JobSettings, or one to restore.
pub struct bkj_teradata_object_selection {
    pub(crate) inner: teradata::ObjectSelection,
    object_name: Option<Text>,
    object_type: Option<Text>,
    parent_name: Option<Text>,
    parent_type: Option<Text>,
    include_all: Option<bool>,
    rename_to: Option<Text>,
    exclude_objects: Vec<bkj_teradata_excluded_object>,
    extra: Json,
}

impl From<teradata::ObjectSelection> for bkj_teradata_object_selection {
    fn from(from: teradata::ObjectSelection) -> Self {
        Self {
            inner: from.clone(),
            object_name: from.object_name.map(Text::from),
            object_type: from.object_type.map(Text::from),
            parent_name: from.parent_name.map(Text::from),
            parent_type: from.parent_type.map(Text::from),
            include_all: from.include_all,
            rename_to: from.rename_to.map(Text::from),
            exclude_objects: from.exclude_objects.into_iter().map(Into::into).collect(),
            extra: from.extra.into(),
        }
    }
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_object_name(
    object: *const bkj_teradata_object_selection,
) -> *const c_char {
    get!(object.object_name)
}

/// `DATABASE` is the only word documented. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_object_type(
    object: *const bkj_teradata_object_selection,
) -> *const c_char {
    get!(object.object_type)
}

/// Parent. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_parent_name(
    object: *const bkj_teradata_object_selection,
) -> *const c_char {
    get!(object.parent_name)
}

/// Type of the parent. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_parent_type(
    object: *const bkj_teradata_object_selection,
) -> *const c_char {
    get!(object.parent_type)
}

/// Whether everything below it is taken. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_include_all(
    object: *const bkj_teradata_object_selection,
) -> i32 {
    get!(object.include_all)
}

/// New name, for restores. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_rename_to(
    object: *const bkj_teradata_object_selection,
) -> *const c_char {
    get!(object.rename_to)
}

/// What is left out: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_exclude_objects_len(
    object: *const bkj_teradata_object_selection,
) -> usize {
    len!(object.exclude_objects)
}

/// What is left out: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_exclude_objects_at(
    object: *const bkj_teradata_object_selection,
    index: usize,
) -> *const bkj_teradata_excluded_object {
    at!(object.exclude_objects, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_extra_json(
    object: *const bkj_teradata_object_selection,
) -> *const c_char {
    get!(object.extra)
}

impl bkj_teradata_object_selection {
    fn change(&mut self, change: impl FnOnce(teradata::ObjectSelection) -> teradata::ObjectSelection) {
        *self = change(self.inner.clone()).into();
    }
}

/// An object to restore: all of it. `kind` is its type, such as "DATABASE".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_new(
    name: *const c_char,
    kind: *const c_char,
    out: *mut *mut bkj_teradata_object_selection,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(teradata::ObjectSelection::new(text!(name), text!(kind)));
    })
}

/// The object above it, and its type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_set_parent(
    object: *mut bkj_teradata_object_selection,
    name: *const c_char,
    kind: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let (name, kind) = (text!(name), text!(kind));
        object.change(|inner| inner.parent(name, kind));
    })
}

/// Its new name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_set_rename_to(
    object: *mut bkj_teradata_object_selection,
    name: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let name = text!(name);
        object.change(|inner| inner.rename(name));
    })
}

/// Leaves out this object in it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_add_exclude(
    object: *mut bkj_teradata_object_selection,
    name: *const c_char,
    kind: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let (name, kind) = (text!(name), text!(kind));
        object.change(|inner| inner.exclude(name, kind));
    })
}

/// Frees an object that the caller made; one inside another object belongs to that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_object_selection_free(object: *mut bkj_teradata_object_selection) {
    free!(object);
}

/// One exception of an ObjectSelection.
pub struct bkj_teradata_excluded_object {
    object_name: Option<Text>,
    object_type: Option<Text>,
    extra: Json,
}

impl From<teradata::ExcludedObject> for bkj_teradata_excluded_object {
    fn from(from: teradata::ExcludedObject) -> Self {
        Self {
            object_name: from.object_name.map(Text::from),
            object_type: from.object_type.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Name. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_excluded_object_object_name(
    object: *const bkj_teradata_excluded_object,
) -> *const c_char {
    get!(object.object_name)
}

/// Type. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_excluded_object_object_type(
    object: *const bkj_teradata_excluded_object,
) -> *const c_char {
    get!(object.object_type)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_excluded_object_extra_json(
    object: *const bkj_teradata_excluded_object,
) -> *const c_char {
    get!(object.extra)
}
