//! Secrets from where they are kept: the environment, a file, the output of a command.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{free, invalid, maybe, place};
use crate::text::{text, texts};
use backupjobs::{Error, Secret};
use std::ffi::c_char;
use std::path::Path;
use std::time::Duration;
use zeroize::Zeroizing;

/// A secret that belongs to the caller, to be given to the calls that take a password, token or key as text. Its text is
/// wiped when it is freed: free it as soon as the client is made.
pub struct bkj_secret {
    /// The text, and a NUL behind it.
    value: Zeroizing<Vec<u8>>,
}

impl bkj_secret {
    fn new(secret: &Secret, operation: &'static str) -> Result<Self, Error> {
        let text = secret.expose();
        if text.contains('\0') {
            return Err(invalid("the secret holds a NUL character, which no text of C can".into()).during(operation));
        }
        // As large as it gets from the start: what a vector leaves behind when it grows is not wiped.
        let mut value = Zeroizing::new(Vec::with_capacity(text.len() + 1));
        value.extend_from_slice(text.as_bytes());
        value.push(0);
        Ok(Self { value })
    }
}

/// The value of an environment variable, as it is. BKJ_ERR_CONFIG, which never shows the value, when it is not set, empty,
/// larger than 64 KiB or not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_secret_from_env(
    name: *const c_char,
    out: *mut *mut bkj_secret,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "secret.from_env", {
        let out = place!(out);
        out.give(bkj_secret::new(&Secret::from_env(text!(name))?, "secret.from_env")?);
    })
}

/// The content of a file without the line break at its end. A file that everybody may write is refused. BKJ_ERR_CONFIG
/// also when it cannot be read, is empty, larger than 64 KiB or not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_secret_from_file(
    path: *const c_char,
    out: *mut *mut bkj_secret,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "secret.from_file", {
        let out = place!(out);
        out.give(bkj_secret::new(&Secret::from_file(Path::new(text!(path)))?, "secret.from_file")?);
    })
}

/// What a program writes to its standard output, without the white space around it: `argv` has `count` texts, the program
/// first. It is run without a shell and without input, and killed after `limit_ms` (0: 30 s). BKJ_ERR_CONFIG, which names
/// the program and its exit code but never an argument or the output, when that fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_secret_from_command(
    argv: *const *const c_char,
    count: usize,
    limit_ms: u64,
    out: *mut *mut bkj_secret,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "secret.from_command", {
        let out = place!(out);
        let limit = Duration::from_millis(if limit_ms == 0 { 30_000 } else { limit_ms });
        out.give(bkj_secret::new(&Secret::from_command(&texts!(argv, count), limit)?, "secret.from_command")?);
    })
}

/// The plain text, for the calls that take one: do not copy or print it. It lives as long as the secret. NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_secret_value(secret: *const bkj_secret) -> *const c_char {
    maybe!(secret).map_or(std::ptr::null(), |secret| secret.value.as_ptr().cast())
}

/// Wipes and frees a secret. Clients made with it have their own copy, and wipe that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_secret_free(secret: *mut bkj_secret) {
    free!(secret);
}
