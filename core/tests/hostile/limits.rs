//! How much a client asks of a server in trouble.

use crate::server::{Server, answer, json};
use backupjobs::{CancelToken, ErrorKind, RetryPolicy};
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

fn eager() -> RetryPolicy {
    RetryPolicy { attempts: 4, base: Duration::ZERO, cap: Duration::ZERO, ..RetryPolicy::default() }
}

#[test]
fn a_storm_does_not_amplify() {
    const CALLS: usize = 40;
    let server = Server::saying(answer("503 Busy", "", ""));
    for (stock, at_most) in [(0, CALLS), (5, CALLS + 5 + CALLS / 10 + 3), (1000, CALLS * 4)] {
        server.heads.lock().unwrap().clear();
        let mut options = server.options();
        options.retry = eager();
        options.retry_budget = stock;
        let client = server.client(options);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                let client = client.clone();
                scope.spawn(move || {
                    for _ in 0..CALLS / 4 {
                        assert_eq!(client.job("71").unwrap_err().http_status(), Some(503));
                    }
                });
            }
        });
        let sent = server.requests();
        assert!(sent <= at_most && sent >= CALLS + stock.min(120) as usize, "{sent} requests with a stock of {stock}");
    }
}

#[test]
fn what_the_server_asks_for_is_told_by_its_own_clock() {
    for (status, kind) in [("429 Too Many Requests", ErrorKind::RateLimited), ("503 Busy", ErrorKind::Unavailable)] {
        for (headers, seconds) in [
            ("retry-after: 120\r\n", Some(120)),
            ("date: Wed, 01 Jan 2020 00:00:00 GMT\r\nretry-after: Wed, 01 Jan 2020 00:02:00 GMT\r\n", Some(120)),
            ("date: Mon, 01 Jan 2080 00:00:00 GMT\r\nretry-after: Mon, 01 Jan 2080 00:02:00 GMT\r\n", Some(120)),
            ("retry-after: Wed, 01 Jan 2020 00:02:00 GMT\r\n", Some(0)),
            ("retry-after: 99999999999999999999\r\n", None),
            ("retry-after: soon\r\n", None),
        ] {
            let error = Server::saying(answer(status, headers, "")).job().unwrap_err();
            let asked = error.retry_after().map(|t| t.as_secs());
            assert_eq!((error.kind(), asked, error.is_retryable()), (kind, seconds, true), "{headers}");
        }
    }
}

#[test]
fn only_so_many_requests_at_a_time() {
    const MOST: usize = 3;
    let inside = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
    let arrived = Arc::new((Mutex::new(0), Condvar::new()));
    let (count, door) = (Arc::clone(&inside), Arc::clone(&arrived));
    let server = Server::new(move |number, wire| {
        let (now, peak) = &*count;
        peak.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        // Nobody leaves before all of his group are here.
        let (arrived, changed) = &*door;
        let mut here = arrived.lock().unwrap();
        *here += 1;
        changed.notify_all();
        let group = (number / MOST + 1) * MOST;
        drop(changed.wait_timeout_while(here, Duration::from_secs(60), |here| *here < group).unwrap());
        now.fetch_sub(1, Ordering::SeqCst);
        wire.write_all(&json(r#"{"job_id":71}"#))
    });
    let mut options = server.options();
    options.max_concurrency = MOST as u32;
    let client = server.client(options);
    std::thread::scope(|scope| {
        for _ in 0..MOST * 5 {
            let client = client.clone();
            scope.spawn(move || client.job("71").unwrap());
        }
    });
    assert_eq!((server.requests(), inside.1.load(Ordering::SeqCst)), (MOST * 5, MOST));
}

#[test]
fn waiting_for_ones_turn_can_be_cancelled() {
    let server = Server::new(|_, _| {
        std::thread::park_timeout(Duration::from_secs(600));
        Ok(())
    });
    let mut options = server.options();
    options.max_concurrency = 1;
    let (first, second) = (CancelToken::new(), CancelToken::new());
    let client = server.client(options);
    std::thread::scope(|scope| {
        let holder = scope.spawn(|| client.with_cancel(&first).job("71"));
        while server.requests() == 0 {
            std::thread::yield_now();
        }
        let waiter = scope.spawn(|| client.with_cancel(&second).job("71"));
        second.cancel();
        assert_eq!(waiter.join().unwrap().unwrap_err().kind(), ErrorKind::Cancelled);
        assert_eq!(server.requests(), 1);
        first.cancel();
        assert_eq!(holder.join().unwrap().unwrap_err().kind(), ErrorKind::Cancelled);
    });
    let mut options = server.options();
    options.max_concurrency = 0;
    let mut config = backupjobs::teradata::Config::new(server.url(), "site", "t");
    config.options = options;
    let error = backupjobs::teradata::Client::new(config).unwrap_err();
    assert!(error.kind() == ErrorKind::Config && error.message().contains("max_concurrency"), "{error}");
}
