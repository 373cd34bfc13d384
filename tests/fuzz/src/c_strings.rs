//! Texts from C. The first byte chooses the functions; then come the texts, with NUL between, and (from a `~` at the beginning
//! of a line on) answers.
//!
//! Whatever the bytes are, a call gives an object or an error, one of the two; all that can be read of either is UTF-8; all can
//! be freed; nothing panics, not even inside.

use crate::script::Script;
use c_abi::error::*;
use c_abi::{check, explain, known_hosts, options, run, secret, server, start, string, ticket, time, verdict, wait};
use c_abi::{teradata, vcenter, veeam};
use std::ffi::{CStr, CString, c_char};
use std::ptr::{null, null_mut};

/// Makes a call with a place for its error; true when it went well.
macro_rules! went {
    ($call:path, $($given:expr),*) => {{
        let mut err: *mut bkj_error = null_mut();
        // SAFETY: handles are NULL or alive, texts are NUL-terminated, places are writable.
        let status = unsafe { $call($($given,)* &mut err) };
        finished(status, err)
    }};
}

/// The same for a call that gives an object.
macro_rules! made {
    ($call:path, $($given:expr),*) => {{
        let mut out = null_mut();
        let well = went!($call, $($given,)* &mut out);
        assert_eq!(well, !out.is_null(), "an object or an error");
        out
    }};
}

/// Reads texts of an object.
macro_rules! texts {
    ($object:expr, $($read:path),*) => {
        // SAFETY: the object is alive or NULL, and so are its texts.
        $(unsafe { text($read($object)) };)*
    };
}

/// Frees objects, which may be NULL.
macro_rules! free {
    ($($free:path: $object:expr),* $(,)?) => {
        // SAFETY: each is NULL or ours, and is not used any more.
        $(unsafe { $free($object) };)*
    };
}

pub(crate) fn run(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let answers = rest.windows(2).position(|two| two == b"\n~").map_or(rest.len(), |at| at + 1);
    let (given, answers) = rest.split_at(answers);
    let given: Vec<CString> = given.split(|byte| *byte == 0).map(|text| CString::new(text).expect("no NUL")).collect();
    let text = |index: usize| given.get(index).map_or(null(), |text| text.as_ptr());
    let _script = Script::play_anywhere(answers);
    match kind % 8 {
        0 => settings(&text),
        1 => with_veeam(*kind, &text),
        2 => with_teradata(*kind, &text),
        3 => with_vcenter(*kind, &text),
        4 => tickets(&text),
        5 => words(&text),
        6 => hosts_and_secrets(&text),
        _ => errors(*kind, &text),
    }
}

type Texts<'a> = &'a dyn Fn(usize) -> *const c_char;

fn settings(text: Texts<'_>) {
    let options = unpinned();
    went!(options::bkj_client_options_set_trust_pin, options, text(0));
    let length = match text(1).is_null() {
        true => 0,
        // SAFETY: NUL-terminated.
        false => unsafe { CStr::from_ptr(text(1)) }.to_bytes().len(),
    };
    let pem = went!(options::bkj_client_options_set_trust_ca_pem, options, text(1), length);
    went!(options::bkj_client_options_set_proxy_url, options, text(2));
    let url = c"https://host.example:4443/base".as_ptr();
    let client = made!(veeam::bkj_veeam_new, url, 8, c"u".as_ptr(), c"p".as_ptr(), options);
    assert!(pem || !client.is_null() || text(1).is_null(), "what was refused has no effect");
    free!(veeam::bkj_veeam_free: client, options::bkj_client_options_free: options);
}

fn with_veeam(kind: u8, text: Texts<'_>) {
    let options = pinned();
    let version = i32::from(kind / 8) % 10;
    let client = made!(veeam::bkj_veeam_new, text(0), version, text(1), text(2), options);
    texts!(client, veeam::bkj_veeam_url);
    if !client.is_null() {
        let session = made!(veeam::runs::bkj_veeam_job_session, client, text(3));
        texts!(session, veeam::runs::bkj_veeam_job_session_id, veeam::runs::bkj_veeam_job_session_status);
        texts!(session, veeam::runs::bkj_veeam_job_session_extra_json);
        // SAFETY: the session is alive or NULL, and so are its links.
        unsafe {
            let links = veeam::runs::bkj_veeam_job_session_links(session);
            self::text(veeam::links::bkj_veeam_links_id(links, text(4)));
            self::text(veeam::links::bkj_veeam_links_href(links, text(4)));
        }
        let list = made!(veeam::runs::bkj_veeam_job_sessions, client, text(3), 5);
        free!(veeam::runs::bkj_veeam_job_session_free: session, veeam::runs::bkj_veeam_job_session_list_free: list);
        common(made!(veeam::bkj_veeam_server, client), text);
    }
    free!(veeam::bkj_veeam_free: client, options::bkj_client_options_free: options);
}

fn with_teradata(kind: u8, text: Texts<'_>) {
    use teradata::token_source as source;
    let options = pinned();
    let given = match kind / 8 % 4 {
        0 => made!(source::bkj_teradata_token_source_static, text(2)),
        1 => made!(source::bkj_teradata_token_source_basic, text(2), text(1)),
        2 => made!(source::bkj_teradata_token_source_client_credentials, text(0), text(2), text(3), text(4)),
        _ => made!(source::bkj_teradata_token_source_lake_jwt, text(2), text(3), text(4), text(1), text(0)),
    };
    let client = match kind / 32 % 2 {
        0 => made!(teradata::bkj_teradata_new_with_source, text(0), text(1), given, options),
        _ => made!(teradata::bkj_teradata_new_lake, text(0), text(1), given, true, options),
    };
    texts!(client, teradata::bkj_teradata_url, teradata::bkj_teradata_site_id, teradata::bkj_teradata_account_id);
    if !client.is_null() {
        common(made!(teradata::bkj_teradata_server, client), text);
    }
    free!(teradata::bkj_teradata_free: client, source::bkj_teradata_token_source_free: given);
    free!(options::bkj_client_options_free: options);
}

fn with_vcenter(kind: u8, text: Texts<'_>) {
    use vcenter::jobs;
    let options = pinned();
    let (dialect, login) = (i32::from(kind / 8 % 4), i32::from(kind / 32 % 4));
    let client = made!(vcenter::bkj_vcenter_new_with, text(0), dialect, login, text(1), text(2), options);
    texts!(client, vcenter::bkj_vcenter_url);
    let request = made!(jobs::bkj_vcenter_backup_request_new, text(3), text(4));
    if !request.is_null() {
        went!(jobs::bkj_vcenter_backup_request_set_comment, request, text(5));
        went!(jobs::bkj_vcenter_backup_request_set_backup_password, request, text(6));
        let parts = [text(5), text(6)];
        went!(jobs::bkj_vcenter_backup_request_set_parts, request, parts.as_ptr(), 2);
    }
    if !client.is_null() {
        let status = made!(vcenter::runs::bkj_vcenter_backup_job, client, text(3));
        texts!(status, vcenter::runs::bkj_vcenter_backup_job_status_id);
        texts!(status, vcenter::runs::bkj_vcenter_backup_job_status_extra_json);
        free!(vcenter::runs::bkj_vcenter_backup_job_status_free: status);
        common(made!(vcenter::bkj_vcenter_server, client, request), text);
    }
    free!(vcenter::bkj_vcenter_free: client, jobs::bkj_vcenter_backup_request_free: request);
    free!(options::bkj_client_options_free: options);
}

/// The common model, over a server that may be NULL; frees it.
fn common(server: *mut server::bkj_server, text: Texts<'_>) {
    if server.is_null() {
        return;
    }
    texts!(server, server::bkj_server_url);
    let runs = made!(server::bkj_server_runs, server, text(3), 3);
    // SAFETY: the list is alive or NULL.
    for index in 0..unsafe { run::bkj_run_list_len(runs) } {
        // SAFETY: as above; the run lives as long as its list.
        let run = unsafe { run::bkj_run_list_at(runs, index) };
        texts!(run, run::bkj_run_id, run::bkj_run_raw_status, run::bkj_run_message, run::bkj_run_retry_of);
    }
    let judged = made!(check::bkj_server_check, server, text(3), null());
    texts!(judged, verdict::bkj_verdict_reason, verdict::bkj_verdict_job_id, verdict::bkj_verdict_job_name);
    let expected = [text(4), text(5)];
    let report = made!(check::bkj_server_check_all, server, null(), expected.as_ptr(), 2);
    let account = made!(explain::bkj_server_explain, server, text(3), text(4));
    texts!(account, explain::bkj_account_text);
    let (start, wait) = impatient();
    let started = made!(server::bkj_server_start, server, text(3), start);
    // SAFETY: nothing is told, so there is no callback and nothing for it.
    let waited = made!(server::bkj_server_wait, server, text(3), text(4), wait, None, null_mut());
    went!(server::bkj_server_stop, server, text(3));
    free! {
        run::bkj_run_list_free: runs, verdict::bkj_verdict_free: judged, check::bkj_report_free: report,
        explain::bkj_account_free: account, start::bkj_started_free: started, run::bkj_run_free: waited,
        start::bkj_start_options_free: start, wait::bkj_wait_options_free: wait, server::bkj_server_free: server,
    }
}

fn tickets(text: Texts<'_>) {
    let read = made!(ticket::bkj_ticket_from_text, text(0));
    texts!(read, ticket::bkj_ticket_server, ticket::bkj_ticket_job, ticket::bkj_ticket_run, ticket::bkj_ticket_marker);
    if !read.is_null() {
        let written = made!(ticket::bkj_ticket_to_text, read);
        // SAFETY: the string is alive.
        let value = unsafe { string::bkj_string_value(written) };
        let again = made!(ticket::bkj_ticket_from_text, value);
        assert!(!again.is_null(), "what we wrote cannot be read");
        free!(ticket::bkj_ticket_free: again, string::bkj_string_free: written);
    }
    free!(ticket::bkj_ticket_free: read);
}

fn words(text: Texts<'_>) {
    let mut out = 0;
    // SAFETY: NULL or NUL-terminated, and a local variable.
    unsafe {
        time::bkj_time_unix_ms(text(0), &mut out);
        for code in [
            run::bkj_system_from_name(text(0)),
            run::bkj_phase_from_name(text(0)),
            run::bkj_outcome_from_name(text(0)),
            server::bkj_verb_from_name(text(0)),
            start::bkj_origin_from_name(text(0)),
            verdict::bkj_level_from_name(text(0)),
            ticket::bkj_stage_from_name(text(0)),
            veeam::jobs::bkj_veeam_job_status_from_word(text(0)),
            vcenter::runs::bkj_vcenter_process_state_from_word(text(0)),
            vcenter::jobs::bkj_vcenter_location_type_from_word(text(0)),
        ] {
            self::text(run::bkj_system_name(code));
            self::text(run::bkj_phase_name(code));
            self::text(veeam::jobs::bkj_veeam_job_status_word(code));
            self::text(bkj_status_name(code));
            self::text(bkj_status_remedy(code));
        }
    }
    let query = veeam_query();
    went!(veeam::session_query::bkj_veeam_session_query_set_job_id, query, text(0));
    went!(veeam::session_query::bkj_veeam_session_query_set_status, query, text(1));
    free!(veeam::session_query::bkj_veeam_session_query_free: query);
}

fn veeam_query() -> *mut veeam::session_query::bkj_veeam_session_query {
    // SAFETY: asks for nothing.
    unsafe { veeam::session_query::bkj_veeam_session_query_new() }
}

fn hosts_and_secrets(text: Texts<'_>) {
    let hosts = made!(known_hosts::bkj_known_hosts_open, c"/nowhere/known_hosts".as_ptr());
    let found = made!(known_hosts::bkj_known_hosts_lookup, hosts, text(0));
    let mut was = false;
    went!(known_hosts::bkj_known_hosts_forget, hosts, text(0), &mut was);
    assert!(!was, "forgotten where nothing was");
    let held = made!(secret::bkj_secret_from_env, text(1));
    texts!(held, secret::bkj_secret_value);
    let program = [c"/nowhere/program".as_ptr(), text(0), text(1)];
    let none = made!(secret::bkj_secret_from_command, program.as_ptr(), 3, 100);
    assert!(none.is_null(), "a program that is not there");
    free!(known_hosts::bkj_known_hosts_free: hosts, string::bkj_string_list_free: found, secret::bkj_secret_free: held);
}

fn errors(kind: u8, text: Texts<'_>) {
    // SAFETY: NULL or NUL-terminated.
    let error = unsafe { bkj_error_new(i32::from(kind), text(0)) };
    shown(error);
    free!(bkj_error_free: error);
}

/// Options without any trust of ours.
fn unpinned() -> *mut options::bkj_client_options {
    // SAFETY: asks for nothing.
    let options = unsafe { options::bkj_client_options_new() };
    assert!(went!(options::bkj_client_options_set_proxy_none, options));
    assert!(went!(options::bkj_client_options_set_retry_none, options));
    options
}

/// Options that never look for the system's store.
fn pinned() -> *mut options::bkj_client_options {
    let options = unpinned();
    let pin = CString::new("07".repeat(32)).expect("no NUL");
    assert!(went!(options::bkj_client_options_set_trust_pin, options, pin.as_ptr()));
    options
}

/// Settings that never wait.
fn impatient() -> (*mut start::bkj_start_options, *mut wait::bkj_wait_options) {
    // SAFETY: asks for nothing.
    let (start, wait) = unsafe { (start::bkj_start_options_new(), wait::bkj_wait_options_new()) };
    assert!(went!(start::bkj_start_options_set_settle_ms, start, 0));
    assert!(went!(wait::bkj_wait_options_set_unreachable_ms, wait, 0));
    assert!(went!(wait::bkj_wait_options_set_deadline_ms, wait, 20));
    (start, wait)
}

/// What a call left: nothing when it went well, an error that can be read when it did not. True in the former case.
fn finished(status: i32, err: *mut bkj_error) -> bool {
    assert_eq!(status == BKJ_OK, err.is_null(), "a status and its error");
    if !err.is_null() {
        // SAFETY: the error is alive.
        assert_eq!(unsafe { bkj_error_kind(err) }, status);
        assert_ne!(status, BKJ_ERR_INTERNAL, "{:?}", shown(err));
        shown(err);
        free!(bkj_error_free: err);
    }
    status == BKJ_OK
}

fn shown(error: *const bkj_error) -> String {
    texts!(error, bkj_error_operation, bkj_error_server, bkj_error_message, bkj_error_remedy, bkj_error_detail);
    texts!(error, bkj_error_vendor_code, bkj_error_vendor_message);
    // SAFETY: the error is alive or NULL, and so is its text.
    let line = unsafe { text(bkj_error_line(error)) }.unwrap_or_default();
    line.to_owned()
}

/// A text of an object, which must be UTF-8.
///
/// # Safety
/// `text` is NULL or NUL-terminated, and lives as long as the result is used.
unsafe fn text<'a>(text: *const c_char) -> Option<&'a str> {
    // SAFETY: as promised by the caller.
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_str().expect("UTF-8"))
}
