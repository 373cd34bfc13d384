//! What the library has to say while it works, told to a function of C.

use crate::error::{BKJ_OK, bkj_status};
use crate::handle::{Field, boxed, fill, free, get, maybe};
use crate::sigpipe::lowered;
use crate::text::Text;
use crate::userdata::Userdata;
use crate::words::{from_name, name};
use backupjobs::{ErrorKind, Log, LogEvent, LogLevel};
use std::ffi::{c_char, c_void};

/// A request and its end.
pub const BKJ_LOG_LEVEL_DEBUG: i32 = 10;
/// A request is sent again.
pub const BKJ_LOG_LEVEL_INFO: i32 = 20;
/// Something to put right: certificates are not checked, a version of the API is deprecated.
pub const BKJ_LOG_LEVEL_WARNING: i32 = 30;

/// The stable name of a BKJ_LOG_LEVEL_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_level_name(code: i32) -> *const c_char {
    name!(LogLevel, code)
}

/// The BKJ_LOG_LEVEL_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_level_from_name(name: *const c_char) -> i32 {
    from_name!(LogLevel, name)
}

/// One thing that happened. Never holds a secret: no header, no body, no query, no sentence of the server. What a callback
/// is given lives until the callback returns; a clone belongs to the caller.
#[derive(Clone)]
pub struct bkj_log_event {
    level: LogLevel,
    message: Text,
    server: Text,
    operation: Text,
    method: Option<Text>,
    url: Option<Text>,
    status: Option<u16>,
    error: Option<ErrorKind>,
    elapsed: Option<i64>,
    attempt: Option<u32>,
}

/// Told of every request, on the thread that makes the call, while that call goes on; by several threads at once when
/// several make calls. So it must be quick, and must not throw. What would send a request from inside it is refused with
/// BKJ_ERR_CONFIG: it only takes note. It is called also while the last handle of a client is freed, which ends a session.
pub type bkj_log_callback = Option<unsafe extern "C" fn(userdata: *mut c_void, event: *const bkj_log_event)>;

pub(crate) fn log(
    callback: unsafe extern "C" fn(userdata: *mut c_void, event: *const bkj_log_event),
    userdata: Userdata,
) -> Log {
    Log::new(move |event| {
        let event = bkj_log_event::from(event);
        // SAFETY: function and userdata came together, and are kept together; the object outlives the call.
        lowered(|| unsafe { callback(userdata.get(), &raw const event) });
    })
}

impl From<&LogEvent> for bkj_log_event {
    fn from(from: &LogEvent) -> Self {
        Self {
            level: from.level,
            message: from.message.as_str().into(),
            server: from.server.as_str().into(),
            operation: from.operation.into(),
            method: from.method.as_deref().map(Text::from),
            url: from.url.as_deref().map(Text::from),
            status: from.status,
            error: from.error,
            elapsed: from.elapsed.map(|elapsed| i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)),
            attempt: from.attempt,
        }
    }
}

impl Field for Option<ErrorKind> {
    type C = bkj_status;
    const NONE: bkj_status = BKJ_OK;
    fn get(&self) -> bkj_status {
        self.map_or(Self::NONE, ErrorKind::code)
    }
}

/// How much it matters: a BKJ_LOG_LEVEL_… number, which is that of Python's `logging`; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_level(event: *const bkj_log_event) -> i32 {
    get!(event.level)
}

/// All that follows in one line.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_message(event: *const bkj_log_event) -> *const c_char {
    get!(event.message)
}

/// Scheme, host and port of the server.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_server(event: *const bkj_log_event) -> *const c_char {
    get!(event.server)
}

/// The operation, for example "veeam.jobs"; "" where no request is meant.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_operation(event: *const bkj_log_event) -> *const c_char {
    get!(event.operation)
}

/// The method of the request, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_method(event: *const bkj_log_event) -> *const c_char {
    get!(event.method)
}

/// Scheme, host, port and path of the request, or NULL; never user info, never a query.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_url(event: *const bkj_log_event) -> *const c_char {
    get!(event.url)
}

/// HTTP status of the answer, when there was one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_status(event: *const bkj_log_event, out: *mut i64) -> bool {
    fill!(event.status, out)
}

/// What went wrong, a BKJ_ERR_… number; BKJ_OK when there was an answer. For a retry, why it is made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_error(event: *const bkj_log_event) -> bkj_status {
    get!(event.error)
}

/// Time from sending to the last byte; for a retry, the pause before it. In milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_elapsed_ms(event: *const bkj_log_event, out: *mut i64) -> bool {
    fill!(event.elapsed, out)
}

/// Which try of the request, from 1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_attempt(event: *const bkj_log_event, out: *mut i64) -> bool {
    fill!(event.attempt, out)
}

/// A copy of its own, which the caller frees: for those who look at it later, on another thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_clone(event: *const bkj_log_event) -> *mut bkj_log_event {
    maybe!(event).map_or(std::ptr::null_mut(), |event| boxed(|| event.clone()))
}

/// Frees a clone. What a callback is given is not to be freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_log_event_free(event: *mut bkj_log_event) {
    free!(event);
}
