//! Where backups are kept.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, free, place};
use crate::text::{maybe_text, text};
use backupjobs::{Secret, vcenter};
use std::ffi::c_char;

/// A place with backups, and who may read it (`LocationSpec` in the vendor's words). Unset members are not sent.
pub struct bkj_vcenter_location {
    pub(crate) inner: vcenter::Location,
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_location_new(
    location: *const c_char,
    out: *mut *mut bkj_vcenter_location,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(bkj_vcenter_location { inner: vcenter::Location::new(text!(location)) });
    })
}

/// URL such as `sftp://backup.example.net/vcsa`; its scheme is one of the BKJ_VCENTER_LOCATION_TYPE_… words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_location_set_location(
    spec: *mut bkj_vcenter_location,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location = text!(text).to_owned();
    })
}

/// User there. Unset: no authentication; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_location_set_location_user(
    spec: *mut bkj_vcenter_location,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_user = maybe_text!(text).map(str::to_owned);
    })
}

/// Password there. Below `/rest` it travels in the query of the request, by the vendor's design; it is kept out of
/// every message here, but the logs of a proxy may have it. It is copied, and wiped with this object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_location_set_location_password(
    spec: *mut bkj_vcenter_location,
    secret: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_password = maybe_text!(secret).map(Secret::from);
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_location_free(spec: *mut bkj_vcenter_location) {
    free!(spec);
}
