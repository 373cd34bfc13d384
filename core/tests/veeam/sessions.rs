//! Requests about job sessions and what is in them.

use crate::stub::Stub;
use crate::wire::{ALL, ANY, BEFORE_V6, PAGE, call, check, get, instant, list};
use crate::{JOB, RUN};
use backupjobs::{ErrorKind, veeam};
use veeam::Dialect::{V2, V3, V4, V5, V6, V7, V8};
use veeam::JobStatus;

#[test]
fn job_sessions() {
    check(
        "job_sessions",
        &call(|c| c.job_sessions(JOB, 7)),
        &[
            (&[V2, V3, V4], get(&format!("Jobs/{JOB}/JobSessions"))),
            (&[V5, V6], get(&format!("Jobs/{JOB}/JobSessions?limit=7&offset=0"))),
            (&[V7, V8], get(&format!("JobSessions?jobId={JOB}&limit=7&offset=0"))),
        ],
    );
    check(
        "all_job_sessions",
        &call(|c| c.all_job_sessions(0)),
        &[(&[V2, V3, V4], get("JobSessions")), (&[V5, V6, V7, V8], get("JobSessions?limit=100&offset=0"))],
    );
    check("job_session", &call(|c| c.job_session(RUN)), &[(ALL, get(&format!("JobSessions/{RUN}")))]);
    let query = veeam::SessionQuery::default()
        .of_job(JOB)
        .with_status(JobStatus::Success)
        .ended(Some(instant()), Some(instant()));
    let at = "2025-03-02T10%3A00%3A00Z";
    let typed = query.clone().of_type(veeam::SessionJobType::Copy);
    check(
        "iter_job_sessions",
        &list(move |c| c.iter_job_sessions(&query)),
        &[
            (&[V2, V3, V4], get(&format!("Jobs/{JOB}/JobSessions"))),
            (&[V5, V6], get(&format!("Jobs/{JOB}/JobSessions?{PAGE}"))),
            (&[V7], get(&format!("JobSessions?jobId={JOB}&endTimeLowerBound={at}&endTimeUpperBound={at}&{PAGE}"))),
            (
                &[V8],
                get(&format!(
                    "JobSessions?jobId={JOB}&endTimeLowerBound={at}&endTimeUpperBound={at}&status=Succeeded&{PAGE}"
                )),
            ),
        ],
    );
    check_typed(&typed);
}

/// The queries above with a type, which the list of one job does not know.
fn check_typed(query: &veeam::SessionQuery) {
    let at = "2025-03-02T10%3A00%3A00Z";
    let bounds = format!("endTimeLowerBound={at}&endTimeUpperBound={at}");
    for (dialect, expected) in [
        (V6, format!("JobSessions?jobType=Copy&endTimeLowerBound={at}&{PAGE}")),
        (V7, format!("JobSessions?jobId={JOB}&jobType=Copy&{bounds}&{PAGE}")),
        (V8, format!("JobSessions?jobId={JOB}&jobType=Copy&{bounds}&status=Succeeded&{PAGE}")),
    ] {
        let stub = Stub::saying(200, ANY);
        stub.client(dialect).iter_job_sessions(query).unwrap().for_each(drop);
        assert_eq!(stub.take(), [format!("GET /{dialect}/{expected}")]);
    }
    for dialect in BEFORE_V6 {
        let stub = Stub::saying(200, ANY);
        let error = stub.client(*dialect).iter_job_sessions(query).unwrap_err();
        assert_eq!((error.kind(), stub.all().len()), (ErrorKind::Unsupported, 0), "{error}");
    }
}

#[test]
fn words_that_the_query_of_v8_does_not_have_are_not_sent() {
    for (status, word) in [
        (JobStatus::Stopped, Some("Stopped")),
        (JobStatus::Running, Some("Running")),
        (JobStatus::Success, Some("Succeeded")),
        (JobStatus::Warning, Some("Warning")),
        (JobStatus::Failed, Some("Failed")),
        (JobStatus::NotConfigured, None),
        (JobStatus::Disconnected, None),
        (JobStatus::Queued, None),
    ] {
        let stub = Stub::saying(200, ANY);
        let query = veeam::SessionQuery::default().with_status(status);
        stub.client(V8).iter_job_sessions(&query).unwrap().for_each(drop);
        let filter = word.map_or_else(String::new, |word| format!("status={word}&"));
        assert_eq!(stub.take(), [format!("GET /v8/JobSessions?{filter}{PAGE}")]);
    }
}

#[test]
fn log_items_and_objects() {
    let path = format!("JobSessions/{RUN}/LogItems");
    check(
        "log_items",
        &call(|c| c.log_items(RUN)),
        &[(&[V2, V3, V4], get(&path)), (&[V5, V6, V7, V8], get(&format!("{path}?{PAGE}")))],
    );
    check(
        "iter_log_items",
        &list(|c| c.iter_log_items(RUN, &veeam::LogItemQuery::default().of_type(veeam::LogItemType::Error))),
        &[
            (&[V2, V3, V4], get(&path)),
            (&[V5, V6, V7], get(&format!("{path}?{PAGE}"))),
            (&[V8], get(&format!("{path}?type=Error&{PAGE}"))),
        ],
    );
    check(
        "iter_log_items, newest first",
        &list(|c| c.iter_log_items(RUN, &veeam::LogItemQuery::default().ascending(false))),
        &[(&[V8], get(&format!("{path}?orderAsc=false&{PAGE}")))],
    );
    check("log_item", &call(|c| c.log_item(RUN, JOB)), &[(ALL, get(&format!("{path}/{JOB}")))]);
    let line = get(&format!("JobSessions/{RUN}/ProcessedObjects?{PAGE}"));
    check("processed_objects", &call(|c| c.processed_objects(RUN)), &[(&[V7, V8], line.clone())]);
    check("iter_processed_objects", &list(|c| c.iter_processed_objects(RUN)), &[(&[V7, V8], line)]);
}
