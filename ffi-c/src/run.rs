//! The vocabulary all systems share: a job has runs; a run has a phase, an outcome and the vendor's own word.

use crate::handle::{at, boxed, fill, free, get, len, maybe};
use crate::text::Text;
use crate::time::millis;
use crate::words::{from_name, name};
use std::ffi::c_char;

/// Veeam Backup for Microsoft 365.
pub const BKJ_SYSTEM_VEEAM: i32 = 1;
/// Teradata VantageCloud BaaS.
pub const BKJ_SYSTEM_TERADATA: i32 = 2;
/// VMware vCenter appliance.
pub const BKJ_SYSTEM_VCENTER: i32 = 3;

/// The stable name of a BKJ_SYSTEM_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_system_name(code: i32) -> *const c_char {
    name!(backupjobs::System, code)
}

/// The BKJ_SYSTEM_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_system_from_name(name: *const c_char) -> i32 {
    from_name!(backupjobs::System, name)
}

/// The vendor's word is one we do not know, and nothing says the run is over. Never taken for an end.
pub const BKJ_PHASE_UNKNOWN: i32 = 0;
/// Accepted, not yet working.
pub const BKJ_PHASE_QUEUED: i32 = 1;
/// Working.
pub const BKJ_PHASE_RUNNING: i32 = 2;
/// Over; look at the outcome.
pub const BKJ_PHASE_FINISHED: i32 = 3;

/// The stable name of a BKJ_PHASE_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_phase_name(code: i32) -> *const c_char {
    name!(backupjobs::Phase, code)
}

/// The BKJ_PHASE_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_phase_from_name(name: *const c_char) -> i32 {
    from_name!(backupjobs::Phase, name)
}

/// The run is over but the vendor's word is one we do not know. Never success.
pub const BKJ_OUTCOME_UNKNOWN: i32 = 0;
/// Everything was backed up.
pub const BKJ_OUTCOME_SUCCESS: i32 = 1;
/// A backup exists, with something to look at.
pub const BKJ_OUTCOME_WARNING: i32 = 2;
/// No usable backup.
pub const BKJ_OUTCOME_FAILED: i32 = 3;
/// Stopped by somebody before the end.
pub const BKJ_OUTCOME_STOPPED: i32 = 4;

/// The stable name of a BKJ_OUTCOME_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_outcome_name(code: i32) -> *const c_char {
    name!(backupjobs::Outcome, code)
}

/// The BKJ_OUTCOME_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_outcome_from_name(name: *const c_char) -> i32 {
    from_name!(backupjobs::Outcome, name)
}

/// One run of a job: a Veeam job session, a Teradata execution, a vCenter backup job.
pub struct bkj_run {
    system: backupjobs::System,
    job_id: Text,
    id: Text,
    phase: backupjobs::Phase,
    outcome: Option<backupjobs::Outcome>,
    raw_status: Text,
    started: Option<i64>,
    ended: Option<i64>,
    percent: Option<i64>,
    objects: Option<i64>,
    bytes: Option<i64>,
    message: Option<Text>,
    will_be_retried: bool,
    retry_of: Option<Text>,
    is_active: bool,
    pub(crate) inner: backupjobs::Run,
}

impl From<backupjobs::Run> for bkj_run {
    fn from(from: backupjobs::Run) -> Self {
        Self {
            is_active: from.is_active(),
            inner: from.clone(),
            system: from.system,
            job_id: from.job_id.into(),
            id: from.id.into(),
            phase: from.phase,
            outcome: from.outcome,
            raw_status: from.raw_status.into(),
            started: from.started.map(millis),
            ended: from.ended.map(millis),
            percent: from.percent,
            objects: from.objects,
            bytes: from.bytes,
            message: from.message.map(Text::from),
            will_be_retried: from.will_be_retried,
            retry_of: from.retry_of.map(Text::from),
        }
    }
}

/// The system it runs on: a BKJ_SYSTEM_… number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_system(run: *const bkj_run) -> i32 {
    get!(run.system)
}

/// The job it belongs to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_job_id(run: *const bkj_run) -> *const c_char {
    get!(run.job_id)
}

/// The vendor's id of the run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_id(run: *const bkj_run) -> *const c_char {
    get!(run.id)
}

/// Where it stands: a BKJ_PHASE_… number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_phase(run: *const bkj_run) -> i32 {
    get!(run.phase)
}

/// How it ended: a BKJ_OUTCOME_… number; BKJ_ABSENT while it is not finished.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_outcome(run: *const bkj_run) -> i32 {
    get!(run.outcome)
}

/// The vendor's own word for all this.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_raw_status(run: *const bkj_run) -> *const c_char {
    get!(run.raw_status)
}

/// When it began, in milliseconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_started(run: *const bkj_run, out: *mut i64) -> bool {
    fill!(run.started, out)
}

/// When it ended, in milliseconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_ended(run: *const bkj_run, out: *mut i64) -> bool {
    fill!(run.ended, out)
}

/// Progress in per cent, where the vendor has one (vCenter). 100 is not yet success.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_percent(run: *const bkj_run, out: *mut i64) -> bool {
    fill!(run.percent, out)
}

/// Objects processed so far, where the vendor counts them (Veeam).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_objects(run: *const bkj_run, out: *mut i64) -> bool {
    fill!(run.objects, out)
}

/// Bytes of the backup or the transfer so far, where the vendor tells.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_bytes(run: *const bkj_run, out: *mut i64) -> bool {
    fill!(run.bytes, out)
}

/// The vendor's sentence about it, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_message(run: *const bkj_run) -> *const c_char {
    get!(run.message)
}

/// The vendor says that it will try again, as a new run (Veeam v7 and later).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_will_be_retried(run: *const bkj_run) -> bool {
    get!(run.will_be_retried)
}

/// The first run of which this one is a retry (Veeam v7 and later), or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_retry_of(run: *const bkj_run) -> *const c_char {
    get!(run.retry_of)
}

/// True while the run is queued or running, and when nobody can tell: it may still be working.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_is_active(run: *const bkj_run) -> bool {
    get!(run.is_active)
}

/// A copy of a run, for example of one that belongs to a list; NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_clone(run: *const bkj_run) -> *mut bkj_run {
    match maybe!(run) {
        Some(run) => boxed(|| run.inner.clone().into()),
        None => std::ptr::null_mut(),
    }
}

/// Frees a run that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_free(run: *mut bkj_run) {
    free!(run);
}

/// A list of runs.
pub struct bkj_run_list {
    rows: Vec<bkj_run>,
}

impl From<Vec<backupjobs::Run>> for bkj_run_list {
    fn from(rows: Vec<backupjobs::Run>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_list_len(list: *const bkj_run_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_list_at(list: *const bkj_run_list, index: usize) -> *const bkj_run {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_run_list_free(list: *mut bkj_run_list) {
    free!(list);
}
