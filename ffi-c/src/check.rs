//! Judging jobs by their history.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, free, get, len, maybe, place};
use crate::server::bkj_server;
use crate::text::{text, texts};
use crate::verdict::{bkj_policy, bkj_verdict};
use backupjobs::{Level, Report};
use std::ffi::c_char;

/// The verdicts on all jobs of a server.
pub struct bkj_report {
    level: Level,
    verdicts: Vec<bkj_verdict>,
    insecure: bool,
}

impl From<Report> for bkj_report {
    fn from(from: Report) -> Self {
        Self {
            level: from.level,
            verdicts: from.verdicts.into_iter().map(Into::into).collect(),
            insecure: from.insecure,
        }
    }
}

/// The worst level: a BKJ_LEVEL_… number. Critical is worse than unknown. BKJ_LEVEL_UNKNOWN for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_report_level(report: *const bkj_report) -> i32 {
    get!(report.level)
}

/// Number of verdicts: one a job, in the server's order; then one for every expected job that is missing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_report_verdicts_len(report: *const bkj_report) -> usize {
    len!(report.verdicts)
}

/// One verdict, from 0, which lives as long as the report; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_report_verdicts_at(report: *const bkj_report, index: usize) -> *const bkj_verdict {
    at!(report.verdicts, index)
}

/// True when the server's certificate is not checked: anybody may have said all this. Every reason says so, too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_report_insecure(report: *const bkj_report) -> bool {
    get!(report.insecure)
}

/// Frees a report and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_report_free(report: *mut bkj_report) {
    free!(report);
}

/// Judges a job by its history against a policy (NULL: the default). Green needs a dated success that is young enough: a
/// job that never ran, is disabled, has vanished or whose history cannot be read is never BKJ_LEVEL_OK. The reason and
/// the evidence are in the verdict, also when the server could not be asked; only BKJ_ERR_INVALID_ARGUMENT,
/// BKJ_ERR_CONFIG, BKJ_ERR_CANCELLED and BKJ_ERR_CLOSED stay errors.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_check(
    server: *const bkj_server,
    job: *const c_char,
    policy: *const bkj_policy,
    out: *mut *mut bkj_verdict,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.check", {
        let out = place!(out);
        let server = arg!(server);
        let policy = maybe!(policy).map(|policy| policy.inner).unwrap_or_default();
        out.give(server.inner.check(text!(job), &policy)?);
    })
}

/// Judges every job of the server against a policy (NULL: the default), and says which of the `count` jobs that must be
/// there (ids or names) are missing. A server without jobs, or that cannot be asked, is not BKJ_LEVEL_OK.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_check_all(
    server: *const bkj_server,
    policy: *const bkj_policy,
    expect_jobs: *const *const c_char,
    count: usize,
    out: *mut *mut bkj_report,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.check_all", {
        let out = place!(out);
        let server = arg!(server);
        let policy = maybe!(policy).map(|policy| policy.inner).unwrap_or_default();
        out.give(server.inner.check_all(&policy, &texts!(expect_jobs, count))?);
    })
}
