//! What can be done with backup jobs.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, flag, place};
use crate::text::text;
use crate::veeam::bkj_veeam;
use crate::veeam::jobs::{bkj_veeam_job, bkj_veeam_job_list};
use crate::veeam::runs::bkj_veeam_job_session;
use std::ffi::c_char;

/// All backup jobs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_jobs(
    client: *const bkj_veeam,
    out: *mut *mut bkj_veeam_job_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.jobs", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.jobs()?);
    })
}

/// One backup job.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job(
    client: *const bkj_veeam,
    id: *const c_char,
    out: *mut *mut bkj_veeam_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.job", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.job(text!(id))?);
    })
}

/// Starts a job. v8 answers with the session; before, `*out` becomes NULL, and bkj_server_start() finds the run. `full` is
/// 1 for a full backup, 0 for an incremental one (both v6 and later), BKJ_ABSENT for what the job is set up to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_start_job(
    client: *const bkj_veeam,
    id: *const c_char,
    full: i32,
    out: *mut *mut bkj_veeam_job_session,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.start_job", {
        let out = place!(out);
        let client = arg!(client);
        match client.inner.start_job(text!(id), flag(full, "full")?)? {
            Some(session) => out.give(session),
            None => out.give_nothing(),
        }
    })
}

/// Stops a job's run. The answer may come before the run has wound down; what was backed up is kept.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_stop_job(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.stop_job", {
        let client = arg!(client);
        client.inner.stop_job(text!(id))?;
    })
}

/// Switches a job's schedule on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_enable_job(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.enable_job", {
        let client = arg!(client);
        client.inner.enable_job(text!(id))?;
    })
}

/// Switches a job's schedule off. The job can still be started by hand.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_disable_job(
    client: *const bkj_veeam,
    id: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.disable_job", {
        let client = arg!(client);
        client.inner.disable_job(text!(id))?;
    })
}
