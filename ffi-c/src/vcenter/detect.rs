//! Which dialect an appliance speaks.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{maybe, value_place};
use crate::options::bkj_client_options;
use crate::text::text;
use backupjobs::vcenter;
use std::ffi::c_char;

/// Asks an appliance which dialect to speak with it, without credentials: `*out` gets a BKJ_VCENTER_DIALECT_… number, the
/// newer one if it serves both. `options` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_detect(
    url: *const c_char,
    options: *const bkj_client_options,
    out: *mut i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.detect", {
        let out = value_place!(out);
        let options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        out.put(vcenter::detect(text!(url), &options)?.code());
    })
}
