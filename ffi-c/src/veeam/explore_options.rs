//! What to explore.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, flag, free, invalid, place};
use crate::text::text;
use crate::words::{from_word, word};
use backupjobs::veeam;
use std::ffi::c_char;

/// The explorer that a restore session opens. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_EXPLORER_TYPE_UNKNOWN: i32 = 0;
/// Exchange. The word is "vex".
pub const BKJ_VEEAM_EXPLORER_TYPE_VEX: i32 = 1;
/// SharePoint. The word is "vesp".
pub const BKJ_VEEAM_EXPLORER_TYPE_VESP: i32 = 2;
/// OneDrive for Business. The word is "veod".
pub const BKJ_VEEAM_EXPLORER_TYPE_VEOD: i32 = 3;
/// Teams; v5 and later. The word is "vet".
pub const BKJ_VEEAM_EXPLORER_TYPE_VET: i32 = 4;

/// The vendor's word for a BKJ_VEEAM_EXPLORER_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explorer_type_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::ExplorerType, code)
}

/// The BKJ_VEEAM_EXPLORER_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explorer_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::ExplorerType, word)
}

/// What to explore.
pub struct bkj_veeam_explore_options {
    pub(crate) inner: veeam::ExploreOptions,
}

/// Explores a point in time, in UTC: yyyy-MM-dd HH:mm:ss.SSS, yyyy.MM.dd hh:mm:ss, or ISO 8601; sent as it is.
/// `explorer` is a word such as "vex".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_options_new(
    datetime: *const c_char,
    explorer: *const c_char,
    out: *mut *mut bkj_veeam_explore_options,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        let inner = veeam::ExploreOptions::new(text!(datetime), text!(explorer).into())?;
        out.give(bkj_veeam_explore_options { inner });
    })
}

/// Explores an instant, given in milliseconds since 1970-01-01T00:00:00Z.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_options_at(
    unix_ms: i64,
    explorer: *const c_char,
    out: *mut *mut bkj_veeam_explore_options,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        let instant = backupjobs::Timestamp::from_millisecond(unix_ms)
            .map_err(|_| invalid(format!("'unix_ms' is {unix_ms}, which is beyond the calendar")))?;
        let inner = veeam::ExploreOptions::at(instant, text!(explorer).into());
        out.give(bkj_veeam_explore_options { inner });
    })
}

/// The point in time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_options_set_datetime(
    options: *mut bkj_veeam_explore_options,
    datetime: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.datetime = text!(datetime).to_owned();
    })
}

/// The explorer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_options_set_explorer(
    options: *mut bkj_veeam_explore_options,
    explorer: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.explorer = text!(explorer).into();
    })
}

/// Whether deleted items are shown: 1, 0, or BKJ_ABSENT, which is not sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_options_set_show_deleted(
    options: *mut bkj_veeam_explore_options,
    show: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.show_deleted = flag(show, "show")?;
    })
}

/// Whether all versions of items are shown: 1, 0, or BKJ_ABSENT, which is not sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_options_set_show_all_versions(
    options: *mut bkj_veeam_explore_options,
    show: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.show_all_versions = flag(show, "show")?;
    })
}

/// Frees options.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_explore_options_free(options: *mut bkj_veeam_explore_options) {
    free!(options);
}
