//! The error readers of the three systems. Letters: the system, what its client takes, the call. Then answers; those below 300
//! count as 500.
//!
//! Whatever a body says, the call fails, with the status of the last answer that was read; what is told holds no secret, waits
//! for no more than a day, and says that something may have been done only where something was asked for.

use crate::rules;
use crate::script::Script;
use crate::{teradata, vcenter, veeam};
use backupjobs::{Error, Result};
use std::time::Duration;

pub(crate) fn run(data: &[u8]) {
    let refused: Vec<u8> = refusals(data);
    let mut script = Script::play(&refused);
    let (changes, failed): (bool, Result<()>) = match script.choose(6) {
        0 => (false, veeam::client(&mut script).job(veeam::JOB).map(drop)),
        1 => (true, veeam::client(&mut script).start_job(veeam::JOB, None).map(drop)),
        2 => (false, vcenter::client(&mut script).backup_jobs().map(drop)),
        3 => (true, vcenter::client(&mut script).create_backup_job(&vcenter::plan()).map(drop)),
        4 => (false, teradata::client(&mut script).job("71").map(drop)),
        _ => (true, teradata::client(&mut script).execute("71", None).map(drop)),
    };
    let error: Error = failed.expect_err("every answer is a refusal");
    rules::error(&error);
    assert!(error.retry_after().is_none_or(|after| after <= Duration::from_secs(86_400)), "{error}");
    assert!(changes || !error.may_have_taken_effect(), "{error}");
    for said in [error.vendor_message(), error.vendor_code()].into_iter().flatten() {
        assert!(said.chars().count() <= 310 && !said.contains(['\n', '\r']), "{said}");
    }
    if let Some(status) = error.http_status() {
        assert!(script.exchanges().iter().any(|exchange| exchange.status == status), "{status} was never said");
    }
}

/// Turns every `~2..` into `~5..`, and everything that is no status, too.
fn refusals(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    for (index, line) in data.split(|byte| *byte == b'\n').enumerate() {
        if index > 0 {
            out.push(b'\n');
        }
        match line.strip_prefix(b"~") {
            // Logins may succeed.
            Some(rest) if rest.starts_with(b"L") => out.extend_from_slice(line),
            Some(rest) => {
                let end = rest.iter().position(|byte| *byte == b'|').unwrap_or(rest.len());
                let status: u16 =
                    std::str::from_utf8(&rest[..end]).ok().and_then(|s| s.trim().parse().ok()).unwrap_or(500);
                let status = if status < 2 || (300..1000).contains(&status) { status } else { 500 };
                out.extend_from_slice(format!("~{status}").as_bytes());
                out.extend_from_slice(&rest[end..]);
            }
            None => out.extend_from_slice(line),
        }
    }
    out
}
