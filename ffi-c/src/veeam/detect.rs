//! Which versions of the API a server serves.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{invalid, maybe, value_place};
use crate::options::bkj_client_options;
use crate::text::text;
use backupjobs::veeam;
use std::ffi::c_char;

/// Which versions of the API the server at that URL serves, without credentials: `dialects`, which has room for `capacity`
/// numbers, gets BKJ_VEEAM_DIALECT_… numbers, oldest first, and `count` their number. Room for 16 is enough for any version
/// of this library; where there is too little, nothing is written. `options` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_detect(
    url: *const c_char,
    options: *const bkj_client_options,
    dialects: *mut i32,
    capacity: usize,
    count: *mut usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.detect", {
        let count = value_place!(count);
        let url = text!(url);
        if dialects.is_null() {
            return Err(invalid("'dialects', where the result goes, is NULL".into()));
        }
        let options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let found = veeam::detect(url, &options)?;
        if found.len() > capacity {
            return Err(invalid(format!("'capacity' is {capacity}, but there are {} versions", found.len())));
        }
        for (index, dialect) in found.iter().enumerate() {
            // SAFETY: by the rules of the header, `dialects` has room for `capacity` numbers.
            unsafe { dialects.add(index).write(*dialect as i32) };
        }
        count.put(found.len());
    })
}
