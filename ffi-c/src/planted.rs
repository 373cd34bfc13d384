//! Panics planted in the midst of calls: in a token source, which is asked during a login that other threads wait for, and
//! in a log listener, which is told while a request goes on. Each becomes an internal error, and nothing stays locked.

use crate::cancel::bkj_cancel_token_new;
use crate::error::{bkj_error, bkj_error_detail, bkj_error_free, bkj_error_line};
use crate::server::{bkj_server, bkj_server_close, bkj_server_free, bkj_server_jobs, bkj_server_with_cancel};
use crate::teradata::job_calls::bkj_teradata_jobs;
use crate::teradata::{bkj_teradata, bkj_teradata_free, bkj_teradata_login, bkj_teradata_server};
use backupjobs::teradata::{Client, Config, TokenSource};
use backupjobs::{CancelToken, ErrorKind, Log, RetryPolicy};
use std::ffi::CStr;
use std::ptr::{null, null_mut};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

/// Nobody listens there.
const NOWHERE: &str = "https://127.0.0.1:1";

/// The texts of an error, which is freed.
fn said(err: *mut bkj_error) -> String {
    assert!(!err.is_null());
    // SAFETY: a call has just written the error, and this is its last use.
    unsafe {
        let line = CStr::from_ptr(bkj_error_line(err)).to_string_lossy().into_owned();
        let detail = CStr::from_ptr(bkj_error_detail(err)).to_string_lossy().into_owned();
        assert!(detail.contains("Internal") == line.contains("internal"), "{detail}");
        bkj_error_free(err);
        line
    }
}

fn client(token: TokenSource, log: Option<Log>) -> bkj_teradata {
    let mut config = Config::new(NOWHERE, "site", token);
    config.options.log = log;
    config.options.retry = RetryPolicy::none();
    let cancel = CancelToken::new();
    bkj_teradata::new(Client::new(config).expect("a client").with_cancel(&cancel), cancel)
}

/// A source that panics for as long as `angry` is set.
fn source(angry: &Arc<AtomicBool>, asked: &Arc<AtomicU32>) -> TokenSource {
    let (angry, asked) = (Arc::clone(angry), Arc::clone(asked));
    TokenSource::callback(move || {
        asked.fetch_add(1, Ordering::Relaxed);
        assert!(!angry.load(Ordering::Relaxed), "planted in a token source");
        Ok("token".into())
    })
}

#[test]
fn a_panic_during_a_login_is_an_internal_error_and_locks_nothing() {
    let (angry, asked) = (Arc::new(AtomicBool::new(true)), Arc::new(AtomicU32::new(0)));
    let client = client(source(&angry, &asked), None);
    let mut err = null_mut();
    for _ in 0..2 {
        // SAFETY: the client is alive, `err` is a local variable.
        let status = unsafe { bkj_teradata_login(&client, &mut err) };
        assert_eq!(status, ErrorKind::Internal.code());
        let line = said(err);
        assert!(line.starts_with("teradata.login") && line.contains("planted in a token source"), "{line}");
    }
    // Without a place for the error, too; and through every layer that calls are made in.
    let mut jobs = null_mut();
    // SAFETY: the client is alive, `jobs` is a local variable.
    let status = unsafe { bkj_teradata_jobs(&client, null(), &mut jobs, null_mut()) };
    assert!(status == ErrorKind::Internal.code() && jobs.is_null());

    // Threads that wait for one another's logins all get an end.
    let server = server_of(&client);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let (mut jobs, mut err) = (null_mut(), null_mut());
                // SAFETY: the server is alive, the others are local variables.
                let status = unsafe { bkj_server_jobs(&*server, &mut jobs, &mut err) };
                assert!(status == ErrorKind::Internal.code() && jobs.is_null());
                assert!(said(err).contains("planted"));
            });
        }
    });
    assert_eq!(asked.load(Ordering::Relaxed), 11);

    // The client is as good as before.
    angry.store(false, Ordering::Relaxed);
    let mut jobs = null_mut();
    // SAFETY: as above.
    let status = unsafe { bkj_server_jobs(&*server, &mut jobs, &mut err) };
    assert_eq!(status, ErrorKind::Unreachable.code(), "{}", said(err));
    said(err);
    // SAFETY: as above; and the last use of the server.
    unsafe {
        assert_eq!(bkj_server_close(&*server, null_mut()), 0);
        bkj_server_free(Box::into_raw(server));
        bkj_teradata_free(Box::into_raw(Box::new(client)));
    }
}

#[test]
fn a_panic_in_a_log_listener_is_an_internal_error() {
    let token = || TokenSource::from("token");
    let client = client(token(), Some(Log::new(|_| panic!("planted in a listener"))));
    for _ in 0..2 {
        let (mut jobs, mut err) = (null_mut(), null_mut());
        // SAFETY: the client is alive, the others are local variables.
        let status = unsafe { bkj_teradata_jobs(&client, null(), &mut jobs, &mut err) };
        assert!(status == ErrorKind::Internal.code() && jobs.is_null());
        assert!(said(err).contains("planted in a listener"));
    }
    // Freeing the last handle may tell the listener, too: nothing comes out of it.
    // SAFETY: its last use.
    unsafe { bkj_teradata_free(Box::into_raw(Box::new(client))) };
}

#[test]
fn a_panic_in_a_probe_is_an_internal_error() {
    let client = client(TokenSource::from("token"), None);
    let server = server_of(&client);
    // SAFETY: `token` is ours alone; the probe is planted before anybody else sees it.
    let token = unsafe { bkj_cancel_token_new().as_mut() }.expect("a token");
    token.inner = token.inner.with_probe(|| panic!("planted in a probe"));
    let (mut cancellable, mut jobs, mut err) = (null_mut(), null_mut(), null_mut());
    // SAFETY: all handles are alive, and freed once, at the end.
    unsafe {
        assert_eq!(bkj_server_with_cancel(&*server, token, &mut cancellable, null_mut()), 0);
        let status = bkj_server_jobs(cancellable, &mut jobs, &mut err);
        assert!(status == ErrorKind::Internal.code() && jobs.is_null());
        assert!(said(err).contains("planted in a probe"));
        assert!(!crate::cancel::bkj_cancel_token_is_cancelled(token), "what stands for nothing");
        bkj_server_free(cancellable);
        bkj_server_free(Box::into_raw(server));
        crate::cancel::bkj_cancel_token_free(token);
        bkj_teradata_free(Box::into_raw(Box::new(client)));
    }
}

fn server_of(client: &bkj_teradata) -> Box<bkj_server> {
    let mut server = null_mut();
    // SAFETY: the client is alive, `server` is a local variable; what comes out is a box of ours.
    unsafe {
        assert_eq!(bkj_teradata_server(client, &mut server, null_mut()), 0);
        Box::from_raw(server)
    }
}
