//! Waiting for a run to end, and hearing how it goes.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, boxed, free, get, inside};
use crate::run::bkj_run;
use crate::text::Text;
use backupjobs::{Progress, WaitOptions};
use std::ffi::{c_char, c_void};
use std::time::Duration;

/// How to wait.
#[derive(Default)]
pub struct bkj_wait_options {
    pub(crate) inner: WaitOptions,
}

/// Default options: a day; a look every 2 s at first, every 60 s at last; five minutes of patience with an
/// unreachable server.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_options_new() -> *mut bkj_wait_options {
    boxed(bkj_wait_options::default)
}

/// Longest time to wait in all, in milliseconds. The backup goes on when it passes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_options_set_deadline_ms(
    options: *mut bkj_wait_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.deadline = Duration::from_millis(milliseconds);
    })
}

/// Pause between two looks at a young run, in milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_options_set_poll_min_ms(
    options: *mut bkj_wait_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.poll_min = Duration::from_millis(milliseconds);
    })
}

/// Pause between two looks at an old run, in milliseconds; the pause grows with the run's age up to this.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_options_set_poll_max_ms(
    options: *mut bkj_wait_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.poll_max = Duration::from_millis(milliseconds);
    })
}

/// How long the server may be unreachable, or not list the run, before the wait gives up, in milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_options_set_unreachable_ms(
    options: *mut bkj_wait_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.unreachable = Duration::from_millis(milliseconds);
    })
}

/// Frees options.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_options_free(options: *mut bkj_wait_options) {
    free!(options);
}

/// What a progress callback is told after every look. Lives until the callback returns.
pub struct bkj_progress {
    run: Option<bkj_run>,
    elapsed: u64,
    polls: u64,
    next_poll: u64,
    trouble: Option<Text>,
}

/// Called on the thread that waits, after every look. 0: go on; anything else: stop waiting, the call then answers
/// BKJ_ERR_CANCELLED (or the run, if this look saw its end). Must not throw.
pub type bkj_progress_callback =
    Option<unsafe extern "C" fn(userdata: *mut c_void, progress: *const bkj_progress) -> i32>;

impl From<&Progress> for bkj_progress {
    fn from(from: &Progress) -> Self {
        let millis = |duration: Duration| u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
        Self {
            run: from.run.clone().map(bkj_run::from),
            elapsed: millis(from.elapsed),
            polls: from.polls,
            next_poll: millis(from.next_poll),
            trouble: from.trouble.as_deref().map(Text::from),
        }
    }
}

/// The run as it stands; NULL as long as no look has succeeded.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_progress_run(progress: *const bkj_progress) -> *const bkj_run {
    inside!(progress.run)
}

/// Time waited so far, in milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_progress_elapsed_ms(progress: *const bkj_progress) -> u64 {
    get!(progress.elapsed)
}

/// Looks so far, failed ones included.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_progress_polls(progress: *const bkj_progress) -> u64 {
    get!(progress.polls)
}

/// Pause before the next look, in milliseconds; 0 at the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_progress_next_poll_ms(progress: *const bkj_progress) -> u64 {
    get!(progress.next_poll)
}

/// Why the last look failed, if it did and the wait goes on all the same; else NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_progress_trouble(progress: *const bkj_progress) -> *const c_char {
    get!(progress.trouble)
}
