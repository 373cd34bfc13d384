//! Cancel tokens: the way to end a call early, from another thread or from a signal handler.

use crate::error::{bkj_error, bkj_status};
use crate::guard::{call, quiet};
use crate::handle::{arg, boxed, free, invalid, place};
use crate::sigpipe::lowered;
use crate::userdata::{Userdata, bkj_release_callback};
use backupjobs::CancelToken;
use std::ffi::c_void;

/// Cancels the calls of the clients and servers made with it. Cancelling never touches the backup on the server.
#[derive(Default)]
pub struct bkj_cancel_token {
    pub(crate) inner: CancelToken,
}

/// Asked at least every 100 ms, on the thread that makes the call, while it waits. Anything but 0 cancels. Must not throw.
pub type bkj_probe_callback = Option<unsafe extern "C" fn(userdata: *mut c_void) -> i32>;

/// A token that nobody has cancelled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_cancel_token_new() -> *mut bkj_cancel_token {
    boxed(bkj_cancel_token::default)
}

/// Another token with the same flag, and in addition a question asked while calls wait. `release` (may be NULL) is
/// called exactly once, when `userdata` is no longer needed, also if this call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_cancel_token_with_probe(
    token: *const bkj_cancel_token,
    probe: bkj_probe_callback,
    userdata: *mut c_void,
    release: bkj_release_callback,
    out: *mut *mut bkj_cancel_token,
    err: *mut *mut bkj_error,
) -> bkj_status {
    let userdata = Userdata::new(userdata, release);
    call!(err, "cancel_token.with_probe", {
        let out = place!(out);
        let token = arg!(token);
        let probe = probe.ok_or_else(|| invalid("'probe' is NULL".into()))?;
        // SAFETY: function and userdata came together, and are kept together.
        let ask = move || lowered(|| unsafe { probe(userdata.get()) }) != 0;
        out.give(bkj_cancel_token { inner: token.inner.with_probe(ask) });
    })
}

/// Cancels. Safe to call from any thread and from a signal handler. What is cancelled stays cancelled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_cancel_token_cancel(token: *const bkj_cancel_token) {
    // SAFETY: by the rules of the header, the handle is NULL or alive.
    if let Some(token) = unsafe { token.as_ref() } {
        token.inner.cancel();
    }
}

/// True once cancelled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_cancel_token_is_cancelled(token: *const bkj_cancel_token) -> bool {
    // SAFETY: by the rules of the header, the handle is NULL or alive.
    quiet(false, || unsafe { token.as_ref() }.is_some_and(|token| token.inner.is_cancelled()))
}

/// Frees a token. Clients made with it keep what they need of it; freed, it can no longer be cancelled through this
/// handle.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_cancel_token_free(token: *mut bkj_cancel_token) {
    free!(token);
}
