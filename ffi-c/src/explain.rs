//! What the vendor has to say about a run, in one account.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, fill, free, get, inside, len, place};
use crate::run::bkj_run;
use crate::server::bkj_server;
use crate::text::{Text, text};
use crate::time::millis;
use backupjobs::{Account, Line};
use std::ffi::c_char;

/// One sentence of the vendor. It belongs to the account it is in.
pub struct bkj_line {
    at: Option<i64>,
    severity: Option<Text>,
    text: Text,
}

impl From<Line> for bkj_line {
    fn from(from: Line) -> Self {
        Self { at: from.at.map(millis), severity: from.severity.map(Text::from), text: from.text.into() }
    }
}

/// When, in milliseconds since 1970. False where it is not dated.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_line_at(line: *const bkj_line, out: *mut i64) -> bool {
    fill!(line.at, out)
}

/// The vendor's word for how bad it is ("Success", "Warning", "Failed"…); NULL where it gives none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_line_severity(line: *const bkj_line) -> *const c_char {
    get!(line.severity)
}

/// The sentence.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_line_text(line: *const bkj_line) -> *const c_char {
    get!(line.text)
}

/// A run and everything said about it.
pub struct bkj_account {
    run: Option<bkj_run>,
    lines: Vec<bkj_line>,
    text: Text,
}

impl From<Account> for bkj_account {
    fn from(from: Account) -> Self {
        Self {
            text: from.to_string().into(),
            run: Some(from.run.into()),
            lines: from.lines.into_iter().map(Into::into).collect(),
        }
    }
}

/// The run, which lives as long as the account.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_account_run(account: *const bkj_account) -> *const bkj_run {
    inside!(account.run)
}

/// Number of the vendor's sentences.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_account_lines_len(account: *const bkj_account) -> usize {
    len!(account.lines)
}

/// One sentence, from 0, oldest first, which lives as long as the account; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_account_lines_at(account: *const bkj_account, index: usize) -> *const bkj_line {
    at!(account.lines, index)
}

/// All of it as a readable text of several lines.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_account_text(account: *const bkj_account) -> *const c_char {
    get!(account.text)
}

/// Frees an account and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_account_free(account: *mut bkj_account) {
    free!(account);
}

/// Everything the vendor has to say about a run. When only the details cannot be read, the account says so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_explain(
    server: *const bkj_server,
    job: *const c_char,
    run: *const c_char,
    out: *mut *mut bkj_account,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.explain", {
        let out = place!(out);
        let server = arg!(server);
        out.give(server.inner.explain(text!(job), text!(run))?);
    })
}
