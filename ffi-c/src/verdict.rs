//! Judging a run: what a monitoring system shows.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, fill, free, get, inside, invalid, maybe, place};
use crate::run::bkj_run;
use crate::text::Text;
use crate::words::{from_name, name};
use backupjobs::{Error, Level, Policy, Timestamp, Verdict};
use std::ffi::c_char;
use std::time::Duration;

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
    pub(crate) inner: Policy,
}

/// The default policy: warnings and disabled jobs are warnings; the last good run is at most 26 hours old, a day and some
/// slack; a run may take any time.
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

/// Whether a job whose schedule is off may be green.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_policy_set_disabled_ok(
    policy: *mut bkj_policy,
    disabled_ok: bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(policy).inner.disabled_ok = disabled_ok;
    })
}

/// How old the last good run may be, in milliseconds; BKJ_ABSENT: any age, which is only for jobs that never run by
/// themselves.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_policy_set_max_age_ms(
    policy: *mut bkj_policy,
    milliseconds: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(policy).inner.max_age = limit(milliseconds)?;
    })
}

/// How long a run may take, in milliseconds; BKJ_ABSENT: any time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_policy_set_max_running_ms(
    policy: *mut bkj_policy,
    milliseconds: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(policy).inner.max_running = limit(milliseconds)?;
    })
}

fn limit(milliseconds: i64) -> Result<Option<Duration>, Error> {
    match u64::try_from(milliseconds) {
        Ok(milliseconds) => Ok(Some(Duration::from_millis(milliseconds))),
        Err(_) if milliseconds == i64::from(crate::BKJ_ABSENT) => Ok(None),
        Err(_) => Err(invalid(format!("'milliseconds' is {milliseconds}; it can be 0 and more, or BKJ_ABSENT"))),
    }
}

/// The time to judge by, in milliseconds since 1970; BKJ_ABSENT: the server's clock, by its last answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_policy_set_now(policy: *mut bkj_policy, now: i64, err: *mut *mut bkj_error) -> bkj_status {
    call!(err, {
        let policy = arg_mut!(policy);
        policy.inner.now = match now {
            _ if now == i64::from(crate::BKJ_ABSENT) => None,
            _ => Some(Timestamp::from_millisecond(now).map_err(|why| invalid(format!("'now' is no time: {why}")))?),
        };
    })
}

/// Frees a policy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_policy_free(policy: *mut bkj_policy) {
    free!(policy);
}

/// A judgement with its reason and its evidence.
pub struct bkj_verdict {
    level: Level,
    reason: Text,
    job_id: Option<Text>,
    job_name: Option<Text>,
    run: Option<bkj_run>,
    age: Option<i64>,
}

impl From<Verdict> for bkj_verdict {
    fn from(from: Verdict) -> Self {
        Self {
            level: from.level,
            reason: from.reason.into(),
            job_id: from.job_id.map(Text::from),
            job_name: from.job_name.map(Text::from),
            run: from.run.map(bkj_run::from),
            age: from.age.map(|age| i64::try_from(age.as_millis()).unwrap_or(i64::MAX)),
        }
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

/// Why, in one line that names the run and the vendor's word.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_reason(verdict: *const bkj_verdict) -> *const c_char {
    get!(verdict.reason)
}

/// The job judged; NULL where there was none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_job_id(verdict: *const bkj_verdict) -> *const c_char {
    get!(verdict.job_id)
}

/// Its name; NULL where it is not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_job_name(verdict: *const bkj_verdict) -> *const c_char {
    get!(verdict.job_name)
}

/// The run it rests on, which lives as long as the verdict; NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_run(verdict: *const bkj_verdict) -> *const bkj_run {
    inside!(verdict.run)
}

/// Age of the last good run, in milliseconds. False where no check found one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_age_ms(verdict: *const bkj_verdict, out: *mut i64) -> bool {
    fill!(verdict.age, out)
}

/// Frees a verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verdict_free(verdict: *mut bkj_verdict) {
    free!(verdict);
}
