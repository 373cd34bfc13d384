//! Times as vendors write them.

use crate::guard::quiet;
use backupjobs::Time;
use std::ffi::c_char;

/// Milliseconds since 1970-01-01T00:00:00Z, rounded down.
pub(crate) fn millis(at: backupjobs::Timestamp) -> i64 {
    i64::try_from(at.as_nanosecond().div_euclid(1_000_000)).unwrap_or(i64::MAX)
}

/// Reads a vendor's time: RFC 3339 with 0 to 9 fraction digits and Z or an offset; without either, UTC is meant. Writes
/// milliseconds since 1970-01-01T00:00:00Z, rounded down. False for NULL, for what is no time, and for years before
/// 1971, which servers write for "never".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_time_unix_ms(text: *const c_char, out: *mut i64) -> bool {
    // SAFETY: by the rules of the header, the text is NULL or NUL-terminated.
    let text = unsafe { crate::text::maybe(text, "text") }.ok().flatten();
    let at = quiet(None, || text.and_then(|text| Time::new(text).at()).map(millis));
    match at {
        Some(at) if !out.is_null() => {
            // SAFETY: by the rules of the header, a pointer that is not NULL is writable.
            unsafe { out.write(at) };
            true
        }
        at => at.is_some(),
    }
}
