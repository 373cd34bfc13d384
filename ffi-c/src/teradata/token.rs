//! Where the bearer token comes from, if it is a function of C.

use crate::handle::invalid;
use crate::sigpipe::lowered;
use crate::userdata::Userdata;
use backupjobs::teradata::TokenSource;
use backupjobs::{Error, Secret};
use std::ffi::CStr;
use std::ffi::{c_char, c_void};
use zeroize::Zeroizing;

/// Asked for a bearer token: writes it to `buffer`, which has `capacity` bytes, and returns its length without any NUL.
///
/// A token that does not fit is not written: only its length is returned, and the callback is asked again with a larger
/// buffer. A negative number means that there is no token; `buffer` may then hold a NUL-terminated UTF-8 text that says
/// why, which is shown to users. The library wipes the buffer. Called by one thread at a time, on whichever thread makes
/// a call. Must not throw.
pub type bkj_token_callback =
    Option<unsafe extern "C" fn(userdata: *mut c_void, buffer: *mut c_char, capacity: usize) -> i32>;

/// Enough for any token seen; larger ones take a second round.
const CAPACITY: usize = 16 << 10;
/// No header is longer.
const LARGEST: usize = 1 << 20;

pub(crate) fn token_source(callback: bkj_token_callback, userdata: Userdata) -> Result<TokenSource, Error> {
    let callback = callback.ok_or_else(|| invalid("'callback' is NULL".into()))?;
    Ok(TokenSource::callback(move || {
        let ask = |buffer: &mut Zeroizing<Vec<u8>>| {
            // SAFETY: function and userdata came together; the buffer has the length that is told.
            let answer = lowered(|| unsafe { callback(userdata.get(), buffer.as_mut_ptr().cast(), buffer.len()) });
            usize::try_from(answer).map_err(|_| reason(buffer))
        };
        let mut buffer = Zeroizing::new(vec![0; CAPACITY]);
        let mut length = ask(&mut buffer)?;
        if length > buffer.len() && length <= LARGEST {
            buffer = Zeroizing::new(vec![0; length]);
            length = ask(&mut buffer)?;
        }
        let token = buffer.get(..length).ok_or("it returned a length beyond its buffer")?;
        std::str::from_utf8(token).map(Secret::from).map_err(|_| "the token is not UTF-8".to_owned())
    }))
}

fn reason(buffer: &[u8]) -> String {
    let text = CStr::from_bytes_until_nul(buffer).unwrap_or_default().to_string_lossy();
    if text.is_empty() { "it gave no reason".to_owned() } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    unsafe extern "C" fn long(_: *mut c_void, buffer: *mut c_char, capacity: usize) -> i32 {
        let token = vec![b'x'; CAPACITY + 1];
        if token.len() <= capacity {
            // SAFETY: it fits.
            unsafe { buffer.cast::<u8>().copy_from_nonoverlapping(token.as_ptr(), token.len()) };
        }
        i32::try_from(token.len()).unwrap_or(-1)
    }

    unsafe extern "C" fn none(_: *mut c_void, buffer: *mut c_char, _: usize) -> i32 {
        // SAFETY: the buffer is larger.
        unsafe { buffer.copy_from_nonoverlapping(c"vault is sealed".as_ptr(), 16) };
        -1
    }

    unsafe extern "C" fn liar(_: *mut c_void, _: *mut c_char, capacity: usize) -> i32 {
        i32::try_from(capacity + 1).unwrap_or(-1)
    }

    fn ask(callback: bkj_token_callback) -> Result<Secret, String> {
        let source = token_source(callback, Userdata::new(std::ptr::null_mut(), None)).expect("a source");
        match source {
            TokenSource::Callback(ask) => ask(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_long_token_takes_a_second_round() {
        assert!(!ask(Some(long)).expect("a token").is_empty());
    }

    #[test]
    fn no_token_and_a_lie_are_errors() {
        assert_eq!(ask(Some(none)).expect_err("no token"), "vault is sealed");
        assert!(ask(Some(liar)).expect_err("a lie").contains("beyond"));
        assert!(token_source(None, Userdata::new(std::ptr::null_mut(), None)).is_err());
    }
}
