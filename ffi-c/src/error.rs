//! Statuses, and the error objects that say more.

use crate::handle::{Field, boxed, fill, free, get};
use crate::text::Text;
use backupjobs::{Error, ErrorKind};
use std::ffi::c_char;

/// What a call answers: BKJ_OK, or one of BKJ_ERR_…. New numbers may be added; existing ones never change.
pub type bkj_status = i32;

/// Success.
pub const BKJ_OK: bkj_status = 0;
/// The configuration cannot work: bad URL, unreadable CA file, missing setting.
pub const BKJ_ERR_CONFIG: bkj_status = 1;
/// No connection: name not found, refused, reset before anything was sent.
pub const BKJ_ERR_UNREACHABLE: bkj_status = 2;
/// The secure connection failed: unknown authority, wrong name, expired, wrong pin.
pub const BKJ_ERR_TLS: bkj_status = 3;
/// The server did not answer in time.
pub const BKJ_ERR_TIMEOUT: bkj_status = 4;
/// Wrong, missing or expired credentials.
pub const BKJ_ERR_UNAUTHENTICATED: bkj_status = 5;
/// The credentials are good but may not do this.
pub const BKJ_ERR_DENIED: bkj_status = 6;
/// No such job, run, site or path.
pub const BKJ_ERR_NOT_FOUND: bkj_status = 7;
/// The job (or, on vCenter, any backup) is running already.
pub const BKJ_ERR_ALREADY_RUNNING: bkj_status = 8;
/// The server refuses in its present state.
pub const BKJ_ERR_CONFLICT: bkj_status = 9;
/// An argument was refused, by the library before any request or by the server. A NULL where none may be is one, too.
pub const BKJ_ERR_INVALID_ARGUMENT: bkj_status = 10;
/// Too many requests.
pub const BKJ_ERR_RATE_LIMITED: bkj_status = 11;
/// The server answered that it could not do it (HTTP 5xx).
pub const BKJ_ERR_UNAVAILABLE: bkj_status = 12;
/// The answer does not make sense: not JSON, wrong shape, a redirect.
pub const BKJ_ERR_PROTOCOL: bkj_status = 13;
/// A start that may or may not have happened. Look before you start again.
pub const BKJ_ERR_OUTCOME_UNKNOWN: bkj_status = 14;
/// This system, or this version of its API, cannot do that. No request was sent.
pub const BKJ_ERR_UNSUPPORTED: bkj_status = 15;
/// Cancelled by the caller.
pub const BKJ_ERR_CANCELLED: bkj_status = 16;
/// The deadline of a wait passed. The backup itself goes on.
pub const BKJ_ERR_DEADLINE: bkj_status = 17;
/// The client was closed.
pub const BKJ_ERR_CLOSED: bkj_status = 18;
/// A defect of this library.
pub const BKJ_ERR_INTERNAL: bkj_status = 19;

/// What went wrong in one call. Belongs to the caller; free it with bkj_error_free().
pub struct bkj_error {
    kind: ErrorKind,
    operation: Text,
    server: Option<Text>,
    message: Text,
    remedy: Text,
    http_status: Option<u16>,
    vendor_code: Option<Text>,
    vendor_message: Option<Text>,
    is_retryable: bool,
    retry_after_ms: Option<i64>,
    may_have_taken_effect: bool,
    line: Text,
    detail: Text,
}

impl From<Error> for bkj_error {
    fn from(error: Error) -> Self {
        Self {
            kind: error.kind(),
            operation: error.operation().into(),
            server: error.server().map(Text::from),
            message: error.message().into(),
            remedy: error.remedy().into(),
            http_status: error.http_status(),
            vendor_code: error.vendor_code().map(Text::from),
            vendor_message: error.vendor_message().map(Text::from),
            is_retryable: error.is_retryable(),
            retry_after_ms: error.retry_after().map(|after| i64::try_from(after.as_millis()).unwrap_or(i64::MAX)),
            may_have_taken_effect: error.may_have_taken_effect(),
            line: error.to_string().into(),
            detail: format!("{error:#?}").into(),
        }
    }
}

#[cfg(test)]
impl bkj_error {
    pub(crate) fn text(&self) -> &str {
        self.line.as_str()
    }
}

impl Field for ErrorKind {
    type C = bkj_status;
    const NONE: bkj_status = BKJ_OK;
    fn get(&self) -> bkj_status {
        self.code()
    }
}

/// The stable name of a status: "ok", "config", "already_running"…; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_status_name(status: bkj_status) -> *const c_char {
    static TABLE: std::sync::OnceLock<crate::words::Table> = std::sync::OnceLock::new();
    crate::guard::quiet(std::ptr::null(), || {
        let kinds = ErrorKind::ALL.iter().map(|kind| (kind.name(), kind.code()));
        let names = || crate::words::table(std::iter::once(("ok", BKJ_OK)).chain(kinds));
        crate::words::name_in(TABLE.get_or_init(names), status)
    })
}

/// What usually helps against an error of that status; NULL for BKJ_OK and for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_status_remedy(status: bkj_status) -> *const c_char {
    static TABLE: std::sync::OnceLock<crate::words::Table> = std::sync::OnceLock::new();
    crate::guard::quiet(std::ptr::null(), || {
        let remedies = || crate::words::table(ErrorKind::ALL.iter().map(|kind| (kind.remedy(), kind.code())));
        crate::words::name_in(TABLE.get_or_init(remedies), status)
    })
}

/// An error of the caller's own, for example to report it in the same way; NULL for a status that is no error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_new(kind: bkj_status, message: *const c_char) -> *mut bkj_error {
    // SAFETY: by the rules of the header, the text is NULL or NUL-terminated.
    let message = unsafe { crate::text::maybe(message, "message") }.ok().flatten().unwrap_or_default();
    match ErrorKind::ALL.iter().find(|known| known.code() == kind) {
        Some(kind) => boxed(|| Error::new(*kind, message).into()),
        None => std::ptr::null_mut(),
    }
}

/// The kind: the status that the call has answered.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_kind(error: *const bkj_error) -> bkj_status {
    get!(error.kind)
}

/// The operation, for example "veeam.start_job"; "" when it failed before one began.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_operation(error: *const bkj_error) -> *const c_char {
    get!(error.operation)
}

/// Scheme, host and port of the server, or NULL; never user info, never a query.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_server(error: *const bkj_error) -> *const c_char {
    get!(error.server)
}

/// What happened, without the operation, the server and the remedy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_message(error: *const bkj_error) -> *const c_char {
    get!(error.message)
}

/// What to do about it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_remedy(error: *const bkj_error) -> *const c_char {
    get!(error.remedy)
}

/// HTTP status of the answer, when there was one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_http_status(error: *const bkj_error, out: *mut i64) -> bool {
    fill!(error.http_status, out)
}

/// The vendor's code for the error, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_vendor_code(error: *const bkj_error) -> *const c_char {
    get!(error.vendor_code)
}

/// The vendor's own sentence, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_vendor_message(error: *const bkj_error) -> *const c_char {
    get!(error.vendor_message)
}

/// True when the same call may succeed later without any change.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_is_retryable(error: *const bkj_error) -> bool {
    get!(error.is_retryable)
}

/// How long the server asked to wait, in milliseconds, if it did.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_retry_after_ms(error: *const bkj_error, out: *mut i64) -> bool {
    fill!(error.retry_after_ms, out)
}

/// True when a request that changes something was sent and its fate is not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_may_have_taken_effect(error: *const bkj_error) -> bool {
    get!(error.may_have_taken_effect)
}

/// Everything a log needs, in one line: operation, server, kind, message, HTTP status, remedy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_line(error: *const bkj_error) -> *const c_char {
    get!(error.line)
}

/// The same and more, spread over several lines.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_detail(error: *const bkj_error) -> *const c_char {
    get!(error.detail)
}

/// Frees an error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_error_free(error: *mut bkj_error) {
    free!(error);
}
