//! Starting a job once.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, boxed, flag, free, get, inside, invalid};
use crate::run::bkj_run;
use crate::words::{from_name, name};
use backupjobs::{IfRunning, Origin, StartOptions, Started};
use std::ffi::c_char;
use std::time::Duration;

/// Take the running one: the result says BKJ_ORIGIN_ADOPTED.
pub const BKJ_IF_RUNNING_ADOPT: i32 = 0;
/// Answer BKJ_ERR_ALREADY_RUNNING.
pub const BKJ_IF_RUNNING_FAIL: i32 = 1;
/// Leave it alone: the result says BKJ_ORIGIN_SKIPPED, with the running one for information.
pub const BKJ_IF_RUNNING_SKIP: i32 = 2;

/// The stable name of a BKJ_IF_RUNNING_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_if_running_name(code: i32) -> *const c_char {
    name!(IfRunning, code)
}

/// The BKJ_IF_RUNNING_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_if_running_from_name(name: *const c_char) -> i32 {
    from_name!(IfRunning, name)
}

/// It began because of our request: the vendor's answer named it.
pub const BKJ_ORIGIN_OURS: i32 = 1;
/// It ran already, or somebody else started it.
pub const BKJ_ORIGIN_ADOPTED: i32 = 2;
/// It began after the watermark, so most likely because of our request; but the vendor's answer named no run
/// (Veeam before v8) or was lost, and a scheduler or a colleague may have been quicker by a moment.
pub const BKJ_ORIGIN_INDISTINGUISHABLE: i32 = 3;
/// Nothing was started, as asked for by BKJ_IF_RUNNING_SKIP.
pub const BKJ_ORIGIN_SKIPPED: i32 = 4;

/// The stable name of a BKJ_ORIGIN_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_origin_name(code: i32) -> *const c_char {
    name!(Origin, code)
}

/// The BKJ_ORIGIN_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_origin_from_name(name: *const c_char) -> i32 {
    from_name!(Origin, name)
}

/// How to start.
#[derive(Default)]
pub struct bkj_start_options {
    pub(crate) inner: StartOptions,
}

/// Default options: adopt a running run, as the job is set up, look for the new run for 30 s, every second.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_start_options_new() -> *mut bkj_start_options {
    boxed(bkj_start_options::default)
}

/// What to do when the job runs already: a BKJ_IF_RUNNING_… number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_start_options_set_if_running(
    options: *mut bkj_start_options,
    if_running: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.if_running = IfRunning::from_code(if_running)
            .ok_or_else(|| invalid(format!("'if_running' is {if_running}, no BKJ_IF_RUNNING_… number")))?;
    })
}

/// 1: a full backup; 0: an incremental one; BKJ_ABSENT: as the job is set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_start_options_set_full(
    options: *mut bkj_start_options,
    full: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.full = flag(full, "full")?;
    })
}

/// How long to look for the new run when the answer did not name it, in milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_start_options_set_settle_ms(
    options: *mut bkj_start_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.settle = Duration::from_millis(milliseconds);
    })
}

/// The pause between two looks, in milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_start_options_set_look_every_ms(
    options: *mut bkj_start_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.look_every = Duration::from_millis(milliseconds);
    })
}

/// Frees options.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_start_options_free(options: *mut bkj_start_options) {
    free!(options);
}

/// A started (or adopted) run.
pub struct bkj_started {
    run: Option<bkj_run>,
    origin: Origin,
}

impl From<Started> for bkj_started {
    fn from(from: Started) -> Self {
        Self { run: Some(from.run.into()), origin: from.origin }
    }
}

/// The run, as it stood when it was found. It lives as long as the started object; bkj_run_clone() makes a copy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_started_run(started: *const bkj_started) -> *const bkj_run {
    inside!(started.run)
}

/// Whose run it is: a BKJ_ORIGIN_… number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_started_origin(started: *const bkj_started) -> i32 {
    get!(started.origin)
}

/// Frees a started object and its run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_started_free(started: *mut bkj_started) {
    free!(started);
}
