//! Waiting for several runs at once.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, free, inside, len, maybe, place};
use crate::run::bkj_run;
use crate::server::bkj_server;
use crate::sigpipe::lowered;
use crate::text::texts;
use crate::wait::{bkj_progress, bkj_wait_options};
use backupjobs::{Error, Run, RunRef};
use std::ffi::{c_char, c_void};

/// How one of several waits ended: with a run or with an error. It belongs to the list it is in.
pub struct bkj_wait_result {
    run: Option<bkj_run>,
    error: Option<bkj_error>,
}

impl From<Result<Run, Error>> for bkj_wait_result {
    fn from(from: Result<Run, Error>) -> Self {
        match from {
            Ok(run) => Self { run: Some(run.into()), error: None },
            Err(error) => Self { run: None, error: Some(error.into()) },
        }
    }
}

/// The run as it ended; NULL when there is an error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_result_run(result: *const bkj_wait_result) -> *const bkj_run {
    inside!(result.run)
}

/// Why the wait for this run was given up; NULL when there is a run. It belongs to the list: do not free it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_result_error(result: *const bkj_wait_result) -> *const bkj_error {
    inside!(result.error)
}

/// The results of several waits, in the order of the runs.
pub struct bkj_wait_result_list {
    rows: Vec<bkj_wait_result>,
}

impl From<Vec<Result<Run, Error>>> for bkj_wait_result_list {
    fn from(rows: Vec<Result<Run, Error>>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of results.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_result_list_len(list: *const bkj_wait_result_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_result_list_at(
    list: *const bkj_wait_result_list,
    index: usize,
) -> *const bkj_wait_result {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_wait_result_list_free(list: *mut bkj_wait_result_list) {
    free!(list);
}

/// Called on the thread that waits, for every run after every look; `index` says which of the runs it is, from 0. 0: go
/// on; anything else: stop waiting for all of them; those that have not ended then have BKJ_ERR_CANCELLED. Must not throw.
pub type bkj_progress_all_callback =
    Option<unsafe extern "C" fn(userdata: *mut c_void, index: usize, progress: *const bkj_progress) -> i32>;

/// Waits for several runs at once, with one list request for all of them where the vendor has one (Veeam, Teradata):
/// `count` runs, of which `runs[i]` is a run of the job `jobs[i]`. `options` and `progress` may be NULL. Each run has its
/// own result, see bkj_server_wait(); the call itself fails only for its arguments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_wait_all(
    server: *const bkj_server,
    jobs: *const *const c_char,
    runs: *const *const c_char,
    count: usize,
    options: *const bkj_wait_options,
    progress: bkj_progress_all_callback,
    userdata: *mut c_void,
    out: *mut *mut bkj_wait_result_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.wait_all", {
        let out = place!(out);
        let server = arg!(server);
        let options = maybe!(options).map(|options| options.inner).unwrap_or_default();
        let (jobs, runs) = (texts!(jobs, count), texts!(runs, count));
        let refs: Vec<RunRef> = jobs.into_iter().zip(runs).map(|(job, run)| RunRef::new(job, run)).collect();
        let (server, stop) = server.stoppable();
        let results = server.wait_all(&refs, &options, &mut |index, told| {
            if let Some(tell) = progress {
                let told = bkj_progress::from(told);
                // SAFETY: function and userdata came together; the object outlives the call.
                if lowered(|| unsafe { tell(userdata, index, &raw const told) }) != 0 {
                    stop.cancel();
                }
            }
        });
        out.give(results);
    })
}
