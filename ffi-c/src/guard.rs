//! The border: nothing unwinds across it, and every failure becomes a status and, if wanted, an error object.

use crate::error::{bkj_error, bkj_status};
use crate::sigpipe::Shield;
use backupjobs::{Error, ErrorKind};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Makes one call. `err` is written only on failure, and only if the caller wants it.
///
/// # Safety
/// `err` is NULL or writable.
pub(crate) unsafe fn cross(
    err: *mut *mut bkj_error,
    operation: &'static str,
    body: impl FnOnce() -> Result<(), Error>,
) -> bkj_status {
    let mut body = Some(body);
    // SAFETY: as promised by the caller.
    unsafe { cross_with(err, operation, &mut || body.take().map_or(Ok(()), |body| body())) }
}

/// [`cross`] for any body: hundreds of functions share its code.
///
/// # Safety
/// As for [`cross`].
#[inline(never)]
unsafe fn cross_with(
    err: *mut *mut bkj_error,
    operation: &'static str,
    body: &mut dyn FnMut() -> Result<(), Error>,
) -> bkj_status {
    let _shield = Shield::raise();
    // A half-done call leaves nothing behind: outputs are written as its last step.
    let error = match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => return crate::error::BKJ_OK,
        Ok(Err(error)) => error,
        Err(panic) => Error::new(ErrorKind::Internal, format!("panic: {}", words(&*panic))),
    };
    let error = error.during(operation);
    let status = error.kind().code();
    if !err.is_null() {
        // SAFETY: the caller promises that a pointer that is not NULL is writable.
        unsafe { err.write(Box::into_raw(Box::new(bkj_error::from(error)))) };
    }
    status
}

/// Runs what cannot fail; a panic gives `default`.
pub(crate) fn quiet<T>(default: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(default)
}

fn words(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message")
}

/// The body of a call that can fail: `call!(err, "veeam.jobs", { … })`. What only makes or sets a value is no operation.
macro_rules! call {
    ($err:ident, $body:block) => {
        $crate::guard::call!($err, "", $body)
    };
    ($err:ident, $operation:literal, $body:block) => {{
        let body = || {
            $body
            Ok(())
        };
        // SAFETY: by the rules of the header, `err` is NULL or writable.
        unsafe { $crate::guard::cross($err, $operation, body) }
    }};
}
pub(crate) use call;

#[cfg(test)]
mod tests {
    use super::*;
    use std::ptr::null_mut;

    #[test]
    fn a_panic_becomes_an_internal_error() {
        let mut err = null_mut();
        // SAFETY: `err` is a local variable.
        let status = unsafe { cross(&mut err, "test.panic", || panic!("by design {}", 1)) };
        assert_eq!(status, ErrorKind::Internal.code());
        // SAFETY: the call above has written it.
        let error = unsafe { Box::from_raw(err) };
        assert_eq!(error.text(), "test.panic: internal: panic: by design 1; please report this");
    }

    #[test]
    fn without_err_there_is_still_a_status() {
        // SAFETY: NULL is allowed.
        let status = unsafe { cross(null_mut(), "test", || Err(Error::new(ErrorKind::Config, "x"))) };
        assert_eq!(status, ErrorKind::Config.code());
    }

    #[test]
    fn a_panic_in_an_accessor_gives_the_default() {
        assert_eq!(quiet(-1, || panic!("by design")), -1);
    }
}
