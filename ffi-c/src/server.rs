//! The verbs that all three systems share.

use crate::cancel::bkj_cancel_token;
use crate::error::{bkj_error, bkj_status};
use crate::guard::{call, quiet};
use crate::handle::{arg, free_client, get, maybe, place};
use crate::job::{bkj_job, bkj_job_list};
use crate::run::{bkj_run, bkj_run_list};
use crate::sigpipe::lowered;
use crate::start::{bkj_start_options, bkj_started};
use crate::text::{Text, text};
use crate::wait::{bkj_progress, bkj_progress_callback, bkj_wait_options};
use crate::words::{from_name, name};
use backupjobs::{CancelToken, Server, System, Verb};
use std::ffi::{c_char, c_void};

/// Start a job now.
pub const BKJ_VERB_START: i32 = 1;
/// Stop the running run of a job.
pub const BKJ_VERB_STOP: i32 = 2;
/// Switch a job's schedule on.
pub const BKJ_VERB_ENABLE: i32 = 3;
/// Switch a job's schedule off.
pub const BKJ_VERB_DISABLE: i32 = 4;
/// Ask for a full instead of an incremental backup.
pub const BKJ_VERB_START_FULL: i32 = 5;

/// The stable name of a BKJ_VERB_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verb_name(code: i32) -> *const c_char {
    name!(Verb, code)
}

/// The BKJ_VERB_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_verb_from_name(name: *const c_char) -> i32 {
    from_name!(Verb, name)
}

/// One server of any of the three systems. May be used from any number of threads at once.
pub struct bkj_server {
    pub(crate) inner: Server,
    cancel: CancelToken,
    system: System,
    url: Text,
    insecure: bool,
}

impl bkj_server {
    /// `cancel` is the token that the server was made with.
    pub(crate) fn new(inner: Server, cancel: CancelToken) -> Self {
        Self { system: inner.system(), url: inner.url().into(), insecure: inner.insecure(), inner, cancel }
    }

    /// The same server for one wait, and a token for that wait alone, which also hears the server's: a callback's wish
    /// to stop must end nothing else.
    pub(crate) fn stoppable(&self) -> (Server, CancelToken) {
        let (stop, outer) = (CancelToken::new(), self.cancel.clone());
        let either = stop.with_probe(move || outer.is_cancelled());
        (self.inner.with_cancel(&either), stop)
    }
}

/// Which of the three systems it is: a BKJ_SYSTEM_… number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_system(server: *const bkj_server) -> i32 {
    get!(server.system)
}

/// Scheme, host and port.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_url(server: *const bkj_server) -> *const c_char {
    get!(server.url)
}

/// True when the server's certificate is not checked: whoever answers for the host name gets the credentials, and what it
/// answers proves nothing. Also in every report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_insecure(server: *const bkj_server) -> bool {
    get!(server.insecure)
}

/// Whether this system, in this version, has the verb, a BKJ_VERB_… number. A verb it lacks answers BKJ_ERR_UNSUPPORTED
/// without any request.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_supports(server: *const bkj_server, verb: i32) -> bool {
    let server = maybe!(server);
    quiet(false, || server.zip(Verb::from_code(verb)).is_some_and(|(server, verb)| server.inner.supports(verb)))
}

/// The same server whose calls end early when `cancel` is cancelled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_with_cancel(
    server: *const bkj_server,
    cancel: *const bkj_cancel_token,
    out: *mut *mut bkj_server,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.with_cancel", {
        let out = place!(out);
        let server = arg!(server);
        let cancel = &arg!(cancel).inner;
        out.give(bkj_server::new(server.inner.with_cancel(cancel), cancel.clone()));
    })
}

/// All jobs, however many pages the server needs for them. vCenter has one, BKJ_VCENTER_APPLIANCE_BACKUP.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_jobs(
    server: *const bkj_server,
    out: *mut *mut bkj_job_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.jobs", {
        let out = place!(out);
        let server = arg!(server);
        out.give(server.inner.jobs()?);
    })
}

/// One job. BKJ_ERR_INVALID_ARGUMENT when the id cannot be one of this system.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_job(
    server: *const bkj_server,
    job: *const c_char,
    out: *mut *mut bkj_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.job", {
        let out = place!(out);
        let server = arg!(server);
        out.give(server.inner.job(text!(job))?);
    })
}

/// The newest runs of a job, newest first, at most `limit` (0: 100).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_runs(
    server: *const bkj_server,
    job: *const c_char,
    limit: usize,
    out: *mut *mut bkj_run_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.runs", {
        let out = place!(out);
        let server = arg!(server);
        out.give(server.inner.runs(text!(job), limit)?);
    })
}

/// One run of a job, as it stands now.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_run(
    server: *const bkj_server,
    job: *const c_char,
    run: *const c_char,
    out: *mut *mut bkj_run,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.run", {
        let out = place!(out);
        let server = arg!(server);
        out.give(server.inner.run(text!(job), text!(run))?);
    })
}

/// Starts a job, once. `options` may be NULL. BKJ_ERR_ALREADY_RUNNING only with BKJ_IF_RUNNING_FAIL;
/// BKJ_ERR_OUTCOME_UNKNOWN when the start may have happened but no run of it could be found.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_start(
    server: *const bkj_server,
    job: *const c_char,
    options: *const bkj_start_options,
    out: *mut *mut bkj_started,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.start", {
        let out = place!(out);
        let server = arg!(server);
        let options = maybe!(options).map(|options| options.inner).unwrap_or_default();
        out.give(server.inner.start(text!(job), &options)?);
    })
}

/// Waits until a run is over, and returns it as it ended; calls `progress`, if it is not NULL, after every look.
/// `options` may be NULL. BKJ_ERR_DEADLINE and BKJ_ERR_CANCELLED leave the backup alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_wait(
    server: *const bkj_server,
    job: *const c_char,
    run: *const c_char,
    options: *const bkj_wait_options,
    progress: bkj_progress_callback,
    userdata: *mut c_void,
    out: *mut *mut bkj_run,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.wait", {
        let out = place!(out);
        let server = arg!(server);
        let options = maybe!(options).map(|options| options.inner).unwrap_or_default();
        let (server, stop) = server.stoppable();
        let ended = server.wait(text!(job), text!(run), &options, &mut |told| {
            if let Some(tell) = progress {
                let told = bkj_progress::from(told);
                // SAFETY: function and userdata came together; the object outlives the call.
                if lowered(|| unsafe { tell(userdata, &raw const told) }) != 0 {
                    stop.cancel();
                }
            }
        })?;
        out.give(ended);
    })
}

/// Stops the running run of a job. The answer may come before the run has wound down. BKJ_ERR_CONFLICT when
/// nothing runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_stop(
    server: *const bkj_server,
    job: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.stop", {
        let server = arg!(server);
        server.inner.stop(text!(job))?;
    })
}

/// Switches the job's schedule on. Only Veeam has this.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_enable(
    server: *const bkj_server,
    job: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.enable", {
        let server = arg!(server);
        server.inner.enable(text!(job))?;
    })
}

/// Switches the job's schedule off. Only Veeam has this. A disabled Veeam job can still be started by hand.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_disable(
    server: *const bkj_server,
    job: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.disable", {
        let server = arg!(server);
        server.inner.disable(text!(job))?;
    })
}

/// Ends the session on the server, for the client and all servers made of it; later calls answer BKJ_ERR_CLOSED.
/// Happens by itself when the last of them is freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_close(server: *const bkj_server, err: *mut *mut bkj_error) -> bkj_status {
    call!(err, "server.close", {
        arg!(server).inner.close();
    })
}

/// Frees a server.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_free(server: *mut bkj_server) {
    free_client!(server);
}
