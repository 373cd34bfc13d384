//! Requests about restore sessions.

use crate::stub::Stub;
use crate::wire::{ALL, ANY, BEFORE_V6, FROM_V6, PAGE, call, check, get, instant, list, post};
use crate::{JOB, ORG, REPO, RUN};
use backupjobs::{ErrorKind, veeam};
use veeam::Dialect::{V2, V3, V4, V5, V6, V7, V8};

#[test]
fn explores() {
    let options = || veeam::ExploreOptions::new("2025-03-01T22:00:00Z", veeam::ExplorerType::Vesp).unwrap();
    let old = |what: &str, id: &str, segment: &str| {
        post(&format!(
            "{what}/{id}/{segment} {{\"explore\":{{\"datetime\":\"2025-03-01T22:00:00Z\",\"type\":\"vesp\"}}}}"
        ))
    };
    let new = |path: &str| post(&format!("{path} {{\"dateTime\":\"2025-03-01T22:00:00Z\",\"type\":\"Vesp\"}}"));
    let (job, organization) = (format!("Jobs/{JOB}/explore"), format!("Organizations/{ORG}/explore"));
    check(
        "explore_job",
        &call(move |c| c.explore_job(JOB, &options())),
        &[(&[V3, V4], old("Jobs", JOB, "Action")), (&[V5], old("Jobs", JOB, "action")), (FROM_V6, new(&job))],
    );
    check(
        "explore_organization",
        &call(move |c| c.explore_organization(ORG, &options())),
        &[
            (&[V2, V3, V4], old("Organizations", ORG, "Action")),
            (&[V5], old("Organizations", ORG, "action")),
            (FROM_V6, new(&organization)),
        ],
    );
    let repository = format!("BackupRepositories/{REPO}/explore?organizationId={ORG}");
    check(
        "explore_repository",
        &call(move |c| c.explore_repository(REPO, ORG, &options())),
        &[(&[V7, V8], new(&repository))],
    );
    let within = move || {
        let mut options = options();
        options.repository_id = Some(REPO.to_owned());
        options
    };
    let body = format!("{{\"dateTime\":\"2025-03-01T22:00:00Z\",\"repositoryId\":\"{REPO}\",\"type\":\"Vesp\"}}");
    check(
        "explore_organization in a repository",
        &call(move |c| c.explore_organization(ORG, &within())),
        &[(&[V8], post(&format!("{organization} {body}")))],
    );
    check("explore_job in a repository", &call(move |c| c.explore_job(JOB, &within())), &[]);
    check("explore_repository in another", &call(move |c| c.explore_repository(JOB, ORG, &within())), &[]);
    let teams = || veeam::ExploreOptions::new("2025-03-01T22:00:00Z", veeam::ExplorerType::Vet).unwrap();
    for dialect in [V2, V3, V4] {
        let stub = Stub::saying(200, ANY);
        let error = stub.client(dialect).explore_organization(ORG, &teams()).unwrap_err();
        assert_eq!((error.kind(), stub.all().len()), (ErrorKind::Unsupported, 0), "{error}");
    }
}

#[test]
fn restore_sessions() {
    let page = |path: &str| vec![(ALL, get(&format!("{path}?{PAGE}")))];
    check("restore_sessions", &call(|c| c.restore_sessions()), &page("RestoreSessions"));
    let query = veeam::RestoreSessionQuery::default().started(Some(instant()), None).ended(None, Some(instant()));
    let ordered = query.clone().ordered(veeam::RestoreSessionOrder::EndTime, true);
    let at = "2025-03-02T10%3A00%3A00Z";
    let start = format!("startTimeFrom={at}");
    check(
        "iter_restore_sessions",
        &list(move |c| c.iter_restore_sessions(&query)),
        &[
            (BEFORE_V6, get(&format!("RestoreSessions?{PAGE}"))),
            (&[V6, V7], get(&format!("RestoreSessions?{start}&{PAGE}"))),
            (&[V8], get(&format!("RestoreSessions?{start}&endTimeTo={at}&{PAGE}"))),
        ],
    );
    check(
        "iter_restore_sessions in order",
        &list(move |c| c.iter_restore_sessions(&ordered)),
        &[(&[V8], get(&format!("RestoreSessions?{start}&endTimeTo={at}&orderAsc=true&orderBy=EndTime&{PAGE}")))],
    );
    check("restore_session", &call(|c| c.restore_session(RUN)), &[(ALL, get(&format!("RestoreSessions/{RUN}")))]);
    let events = page(&format!("RestoreSessions/{RUN}/Events"));
    check("restore_session_events", &call(|c| c.restore_session_events(RUN)), &events);
    check("iter_restore_session_events", &list(|c| c.iter_restore_session_events(RUN)), &events);
    check(
        "restore_session_statistics",
        &call(|c| c.restore_session_statistics(RUN)),
        &[(&[V8], get(&format!("RestoreSessions/{RUN}/Statistics")))],
    );
    let stop = |segment: &str| post(&format!("RestoreSessions/{RUN}/{segment} {{\"stop\":null}}"));
    check(
        "stop_restore_session",
        &call(|c| c.stop_restore_session(RUN)),
        &[
            (&[V2, V3, V4], stop("Action")),
            (&[V5], stop("action")),
            (FROM_V6, post(&format!("RestoreSessions/{RUN}/Stop"))),
        ],
    );
}
