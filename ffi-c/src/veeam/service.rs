//! The server itself: its version, and how it is.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, free, get, len, place};
use crate::text::{Json, Text};
use crate::veeam::bkj_veeam;
use backupjobs::veeam;
use std::ffi::c_char;

/// The installed product. https://helpcenter.veeam.com/docs/vbo365/rest/versioning.html
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_service_instance(
    client: *const bkj_veeam,
    out: *mut *mut bkj_veeam_service_instance,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.service_instance", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.service_instance()?);
    })
}

/// How the product is. Which HTTP status an unhealthy one answers with is not documented.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health(
    client: *const bkj_veeam,
    out: *mut *mut bkj_veeam_health,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.health", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.health()?);
    })
}

/// The installed product.
pub struct bkj_veeam_service_instance {
    installation_id: Option<Text>,
    version: Option<Text>,
    extra: Json,
}

impl From<veeam::ServiceInstance> for bkj_veeam_service_instance {
    fn from(from: veeam::ServiceInstance) -> Self {
        Self {
            installation_id: from.installation_id.map(Text::from),
            version: from.version.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// UUID. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_service_instance_installation_id(
    instance: *const bkj_veeam_service_instance,
) -> *const c_char {
    get!(instance.installation_id)
}

/// Version of the product, like `8.1.0.305`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_service_instance_version(
    instance: *const bkj_veeam_service_instance,
) -> *const c_char {
    get!(instance.version)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_service_instance_extra_json(
    instance: *const bkj_veeam_service_instance,
) -> *const c_char {
    get!(instance.extra)
}

/// Frees a service instance that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_service_instance_free(instance: *mut bkj_veeam_service_instance) {
    free!(instance);
}

/// How the product is.
pub struct bkj_veeam_health {
    status: Option<Text>,
    entries: Vec<bkj_veeam_health_entry>,
    extra: Json,
}

impl From<veeam::Health> for bkj_veeam_health {
    fn from(from: veeam::Health) -> Self {
        Self {
            status: from.status.map(Text::from),
            entries: from.entries.into_iter().map(Into::into).collect(),
            extra: from.extra.into(),
        }
    }
}

/// `Healthy` or `Unhealthy`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_status(health: *const bkj_veeam_health) -> *const c_char {
    get!(health.status)
}

/// Its parts. On the wire they are the members of an object, here a list: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_entries_len(health: *const bkj_veeam_health) -> usize {
    len!(health.entries)
}

/// Its parts. On the wire they are the members of an object, here a list: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_entries_at(
    health: *const bkj_veeam_health,
    index: usize,
) -> *const bkj_veeam_health_entry {
    at!(health.entries, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_extra_json(health: *const bkj_veeam_health) -> *const c_char {
    get!(health.extra)
}

/// Frees a health that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_free(health: *mut bkj_veeam_health) {
    free!(health);
}

/// How a part of the product is.
pub struct bkj_veeam_health_entry {
    name: Text,
    status: Option<Text>,
    description: Option<Text>,
    extra: Json,
}

impl From<veeam::HealthEntry> for bkj_veeam_health_entry {
    fn from(from: veeam::HealthEntry) -> Self {
        Self {
            name: from.name.into(),
            status: from.status.map(Text::from),
            description: from.description.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Name of the part, like `nats`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_entry_name(entry: *const bkj_veeam_health_entry) -> *const c_char {
    get!(entry.name)
}

/// `Healthy` or `Unhealthy`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_entry_status(entry: *const bkj_veeam_health_entry) -> *const c_char {
    get!(entry.status)
}

/// What the vendor says about it. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_entry_description(entry: *const bkj_veeam_health_entry) -> *const c_char {
    get!(entry.description)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_health_entry_extra_json(entry: *const bkj_veeam_health_entry) -> *const c_char {
    get!(entry.extra)
}
