//! Versions: of this header, and of the library that runs.

use std::ffi::c_char;

/// Major part of the version of this header.
pub const BKJ_VERSION_MAJOR: i32 = 0;
/// Minor part of the version of this header.
pub const BKJ_VERSION_MINOR: i32 = 1;
/// Last part of the version of this header.
pub const BKJ_VERSION_PATCH: i32 = 0;

/// The version of the library that runs, which may be newer than the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_version() -> *const c_char {
    const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");
    VERSION.as_ptr().cast()
}

/// The same as one number, 0xMMmmpp, to be compared with BKJ_VERSION_NUMBER.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_version_number() -> i32 {
    BKJ_VERSION_MAJOR << 16 | BKJ_VERSION_MINOR << 8 | BKJ_VERSION_PATCH
}
