//! Starts whose answer names the run, and retries.

use crate::stub::{Stub, ok};
use crate::{JOB, ORG, REPO, RETRY, RUN};
use backupjobs::{ErrorKind, Origin, Outcome, StartOptions, WaitOptions, veeam};
use serde_json::{Value, json};
use std::sync::Mutex;
use std::time::Duration;
use veeam::Dialect::{V5, V7, V8};

fn session(id: &str, status: &str, more: &Value) -> Value {
    let mut session = json!({
        "id": id, "jobId": JOB, "creationTime": "2025-03-02T10:00:00Z", "status": status, "retryCount": 0, "progress": 3,
        "jobType": "Backup", "jobSessionConfigType": "Full", "proxyId": REPO, "eTag": 4,
    });
    for (name, value) in more.as_object().unwrap() {
        session[name] = value.clone();
    }
    session
}

#[test]
fn v8_names_the_run_that_it_started() {
    let started = session(RUN, "Queued", &json!({}));
    let stub = Stub::new(move |seen| match seen.method.as_str() {
        "POST" => ok(&started),
        _ => ok(&json!({"offset": 0, "limit": 50, "results": []})),
    });
    let client = stub.client(V8);
    let begun = client.start_job(JOB, Some(true)).unwrap().unwrap();
    assert_eq!((begun.id.as_str(), begun.job_id.as_deref()), (RUN, Some(JOB)));
    stub.take();
    let found = client.server().start(JOB, &StartOptions::default()).unwrap();
    assert_eq!((found.run.id.as_str(), found.origin), (RUN, Origin::Ours));
    assert_eq!(
        stub.take(),
        [format!("GET /v8/JobSessions?jobId={JOB}&limit=50&offset=0"), format!("POST /v8/Jobs/{JOB}/start {{}}")]
    );
}

#[test]
fn v8_may_also_name_none_and_no_other_version_is_believed() {
    for (dialect, status, body) in [(V8, 204, ""), (V8, 200, "null"), (V7, 200, "{\"odd\":1}"), (V5, 200, "\"ok\"")] {
        let stub = Stub::saying(status, body);
        assert_eq!(stub.client(dialect).start_job(JOB, None).unwrap(), None, "{dialect}");
    }
    let stub = Stub::saying(200, r#"{"status":"Queued"}"#);
    for error in [
        stub.client(V8).start_job(JOB, None).unwrap_err(),
        stub.client(V8).start_copy_job(JOB).unwrap_err(),
        stub.client(V8).create_job(&veeam::CreateJob::new(ORG, REPO)).unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Protocol);
        assert!(error.may_have_taken_effect() && error.message().contains("`id`"), "{error}");
    }
}

#[test]
fn a_wait_follows_the_retry_that_the_server_announced() {
    for dialect in [V7, V8] {
        let looks = Mutex::new(0);
        let failed = json!({"endTime": "2025-03-02T10:01:00Z", "jobWillBeRetried": true});
        let first = session(RUN, "Failed", &failed);
        let retry = json!({
            "creationTime": "2025-03-02T10:11:00Z", "endTime": "2025-03-02T10:12:00Z", "retryCount": 1, "mainSessionId": RUN,
        });
        let second = session(RETRY, "Success", &retry);
        let stub = Stub::new(move |seen| {
            let mut looks = looks.lock().unwrap();
            *looks += 1;
            match (seen.target.contains(RETRY), seen.target.contains("jobId")) {
                (true, _) => ok(&second),
                // The history shows the retry only after a while.
                (_, true) if *looks > 6 => ok(&json!({"results": [second, first]})),
                (_, true) => ok(&json!({"results": [first]})),
                _ => ok(&first),
            }
        });
        let server = stub.client(dialect).server();
        let first = server.run(JOB, RUN).unwrap();
        assert!(first.will_be_retried && first.retry_of.is_none());
        let mut options = WaitOptions::default();
        (options.poll_min, options.poll_max) = (Duration::from_millis(1), Duration::from_millis(1));
        let ended = server.wait(JOB, RUN, &options, &mut |_| {}).unwrap();
        assert_eq!((ended.id.as_str(), ended.outcome), (RETRY, Some(Outcome::Success)));
        assert_eq!(ended.retry_of.as_deref(), Some(RUN));
    }
}

#[test]
fn a_main_session_that_is_none_is_no_retry() {
    for odd in [json!(null), json!(""), json!("00000000-0000-0000-0000-000000000000"), json!(RUN)] {
        let stub = Stub::saying(200, &session(RUN, "Success", &json!({"mainSessionId": odd})).to_string());
        let run = stub.client(V8).server().run(JOB, RUN).unwrap();
        assert_eq!((run.retry_of, run.will_be_retried), (None, false), "{odd}");
    }
}

#[test]
fn a_retry_that_comes_beside_our_start_is_not_ours() {
    // v7 does not name the run; the retry of an earlier one begins while we look.
    let sent = Mutex::new(0);
    let old = session(RUN, "Failed", &json!({"endTime": "2025-03-02T10:01:00Z", "jobWillBeRetried": true}));
    let retry = session(RETRY, "Success", &json!({"creationTime": "2025-03-02T10:11:00Z", "mainSessionId": RUN}));
    let ours = session(ORG, "Running", &json!({"creationTime": "2025-03-02T10:12:00Z"}));
    let stub = Stub::new(move |seen| {
        let mut sent = sent.lock().unwrap();
        if seen.method == "POST" || *sent > 0 {
            *sent += 1;
        }
        match (seen.method.as_str(), *sent) {
            ("POST", _) => (204, String::new()),
            (_, 0) => ok(&json!({"results": [old]})),
            (_, 1..4) => ok(&json!({"results": [retry, old]})),
            _ => ok(&json!({"results": [ours, retry, old]})),
        }
    });
    let mut options = StartOptions::default();
    options.look_every = Duration::from_millis(1);
    let found = stub.client(V7).server().start(JOB, &options).unwrap();
    assert_eq!((found.run.id.as_str(), found.origin), (ORG, Origin::Indistinguishable));
}
