//! Judging a run: what a monitoring system shows.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, free, get, maybe, place};
use crate::run::bkj_run;
use crate::text::Text;
use crate::words::{from_name, name};
use backupjobs::{Level, Policy, Verdict};
use std::ffi::c_char;

/// A backup was made.
pub const BKJ_LEVEL_OK: i32 = 0;
/// A backup was made, with something to look at.
pub const BKJ_LEVEL_WARNING: i32 = 1;
/// There is no usable backup.
pub const BKJ_LEVEL_CRITICAL: i32 = 2;
/// Nobody can tell.
pub const BKJ_LEVEL_UNKNOWN: i32 = 3;

/// The stable name of a BKJ_LEVEL_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_level_name(code: i32) -> *const c_char {
    name!(Level, code)
}

/// The BKJ_LEVEL_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_level_from_name(name: *const c_char) -> i32 {
    from_name!(Level, name)
}

/// What is tolerated.
#[derive(Default)]
pub struct bkj_policy {
    inner: Policy,
}

/// The default policy: warnings are warnings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_policy_new() -> *mut bkj_policy {
    boxed(bkj_policy::default)
}

/// Whether a run that ended with a warning is as good as one without.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_policy_set_warnings_ok(
    policy: *mut bkj_policy,
    warnings_ok: bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(policy).inner.warnings_ok = warnings_ok;
    })
}

/// Frees a policy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_policy_free(policy: *mut bkj_policy) {
    free!(policy);
}

/// A judgement and its reason, which names the run and the vendor's word.
pub struct bkj_verdict {
    level: Level,
    reason: Text,
}

impl From<Verdict> for bkj_verdict {
    fn from(from: Verdict) -> Self {
        Self { level: from.level, reason: from.reason.into() }
    }
}

/// Judges one run against a policy (NULL: the default). A run that is not over, or whose end is not understood, is
/// BKJ_LEVEL_UNKNOWN, never BKJ_LEVEL_OK.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_of(
    run: *const bkj_run,
    policy: *const bkj_policy,
    out: *mut *mut bkj_verdict,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "verdict.of", {
        let out = place!(out);
        let run = arg!(run);
        let policy = maybe!(policy).map(|policy| policy.inner).unwrap_or_default();
        out.give(Verdict::of(&run.inner, &policy));
    })
}

/// How bad it is: a BKJ_LEVEL_… number, which is also the exit code that monitoring systems expect.
/// BKJ_LEVEL_UNKNOWN for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_level(verdict: *const bkj_verdict) -> i32 {
    get!(verdict.level)
}

/// Why, in one line.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_reason(verdict: *const bkj_verdict) -> *const c_char {
    get!(verdict.reason)
}

/// Frees a verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_free(verdict: *mut bkj_verdict) {
    free!(verdict);
}
