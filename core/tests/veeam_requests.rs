//! What goes over the wire to each version of Veeam's API, request by request; and what is refused before any.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod stub;

use backupjobs::{ErrorKind, Result, Rows, Timestamp, veeam};
use stub::Stub;
use veeam::Dialect::{self, V2, V3, V4, V5, V6, V7, V8};
use veeam::{Client, JobStatus};

const JOB: &str = "11111111-51a1-4c3e-9d1c-0f2b7f7a1c11";
const ORG: &str = "22222222-7d2b-4d4e-8a35-6a1f8b8f9b22";
const REPO: &str = "33333333-98c1-4d0c-8a55-0c3e5d1f7c33";
const RUN: &str = "44444444-1b2a-4c3d-8e4f-5a6b7c8d9e66";
/// Good for a list, and for any object.
const ANY: &str = r#"{"id":"55555555-1b2a-4c3d-8e4f-5a6b7c8d9e66","results":[]}"#;
const PAGE: &str = "limit=1000&offset=0";

type Call = Box<dyn Fn(&Client) -> Result<()>>;

fn call<T>(f: impl Fn(&Client) -> Result<T> + 'static) -> Call {
    Box::new(move |client| f(client).map(drop))
}

fn list<T>(f: impl Fn(&Client) -> Result<Rows<T>> + 'static) -> Call {
    Box::new(move |client| f(client)?.try_for_each(|row| row.map(drop)))
}

fn instant() -> Timestamp {
    "2025-03-02T10:00:00Z".parse().unwrap()
}

/// Asserts for every version which request the call makes, `%` being the version, or that it makes none and is unsupported.
fn check(what: &str, call: &Call, expected: &[(&[Dialect], String)]) {
    let stub = Stub::saying(200, ANY);
    for dialect in Dialect::ALL {
        let client = stub.client(*dialect);
        client.login().unwrap();
        stub.take();
        let done = call(&client);
        let sent = stub.take();
        match expected.iter().find(|(dialects, _)| dialects.contains(dialect)) {
            Some((_, line)) => {
                assert!(done.is_ok(), "{what} {dialect}: {done:?}");
                assert_eq!(sent, [line.replace("/%/", &format!("/{dialect}/"))], "{what} {dialect}");
            }
            None => {
                let error = done.expect_err(what);
                assert_eq!(error.kind(), ErrorKind::Unsupported, "{what} {dialect}: {error}");
                assert!(sent.is_empty(), "{what} {dialect}: {sent:?}");
                assert!(error.message().contains(&dialect.to_string()), "{error}");
                assert!(error.operation().starts_with("veeam.") && error.server().is_some(), "{error}");
            }
        }
    }
}

const BEFORE_V6: &[Dialect] = &[V2, V3, V4, V5];
const FROM_V6: &[Dialect] = &[V6, V7, V8];
const ALL: &[Dialect] = Dialect::ALL;

fn get(path: &str) -> String {
    format!("GET /%/{path}")
}

fn post(path: &str) -> String {
    format!("POST /%/{path}")
}

#[test]
fn jobs() {
    let pages = |path: &str| {
        let paged = format!("{path}{}{PAGE}", if path.contains('?') { "&" } else { "?" });
        vec![(&[V2, V3, V4, V5, V6, V7] as &[_], get(path)), (&[V8] as &[_], get(&paged))]
    };
    check("jobs", &call(|c| c.jobs()), &pages("Jobs"));
    check("iter_jobs", &list(|c| c.iter_jobs(&veeam::JobQuery::default())), &pages("Jobs"));
    check("job", &call(|c| c.job(JOB)), &[(ALL, get(&format!("Jobs/{JOB}")))]);
    let (of, before) = (format!("Organizations/{ORG}/Jobs"), &[V2, V3, V4, V5, V6, V7] as &[_]);
    check(
        "iter_jobs of an organization in a repository",
        &list(|c| c.iter_jobs(&veeam::JobQuery::default().of_organization(ORG).in_repository(REPO))),
        &[(before, get(&of)), (&[V8], get(&format!("Jobs?organizationId={ORG}&repositoryId={REPO}&{PAGE}")))],
    );
    check("selected_items", &call(|c| c.selected_items(JOB)), &pages(&format!("Jobs/{JOB}/SelectedItems")));
    check("iter_selected_items", &list(|c| c.iter_selected_items(JOB)), &pages(&format!("Jobs/{JOB}/SelectedItems")));
    check("excluded_items", &call(|c| c.excluded_items(JOB)), &pages(&format!("Jobs/{JOB}/ExcludedItems")));
    check("iter_excluded_items", &list(|c| c.iter_excluded_items(JOB)), &pages(&format!("Jobs/{JOB}/ExcludedItems")));
    check("delete_job", &call(|c| c.delete_job(JOB)), &[(ALL, format!("DELETE /%/Jobs/{JOB}"))]);
}

#[test]
fn actions() {
    let verb = |verb: &str, body: &str| {
        let action = |segment: &str| post(&format!("Jobs/{JOB}/{segment} {{\"{verb}\":null}}"));
        vec![
            (&[V2, V3, V4] as &[_], action("Action")),
            (&[V5] as &[_], action("action")),
            (FROM_V6, post(&format!("Jobs/{JOB}/{verb}{body}"))),
        ]
    };
    check("start_job", &call(|c| c.start_job(JOB, None)), &verb("start", " {}"));
    check("stop_job", &call(|c| c.stop_job(JOB)), &verb("stop", ""));
    check("enable_job", &call(|c| c.enable_job(JOB)), &verb("enable", ""));
    check("disable_job", &call(|c| c.disable_job(JOB)), &verb("disable", ""));
    for full in [true, false] {
        let line = post(&format!("Jobs/{JOB}/start {{\"full\":{full}}}"));
        check("start_job full", &call(move |c| c.start_job(JOB, Some(full))), &[(FROM_V6, line)]);
    }
}

#[test]
fn copy_jobs() {
    check(
        "copy_jobs",
        &call(|c| c.copy_jobs()),
        &[(&[V6, V7], get("CopyJobs")), (&[V8], get(&format!("CopyJobs?{PAGE}")))],
    );
    let query = veeam::CopyJobQuery::default().of_organization(ORG).in_repository(REPO);
    check(
        "iter_copy_jobs",
        &list(move |c| c.iter_copy_jobs(&query)),
        &[
            (&[V6, V7], get(&format!("CopyJobs?repositoryId={REPO}"))),
            (&[V8], get(&format!("CopyJobs?organizationId={ORG}&repositoryId={REPO}&{PAGE}"))),
        ],
    );
    let one = |path: &str| vec![(FROM_V6, path.to_owned())];
    check("copy_job", &call(|c| c.copy_job(JOB)), &one(&get(&format!("CopyJobs/{JOB}"))));
    check("copy_job_of", &call(|c| c.copy_job_of(JOB)), &one(&get(&format!("Jobs/{JOB}/CopyJob"))));
    check("backup_job_of", &call(|c| c.backup_job_of(JOB)), &one(&get(&format!("CopyJobs/{JOB}/BackupJob"))));
    check(
        "start_copy_job",
        &call(|c| c.start_copy_job(JOB)),
        &[(&[V6], post(&format!("CopyJobs/{JOB}/start {{}}"))), (&[V7, V8], post(&format!("CopyJobs/{JOB}/start")))],
    );
    check("stop_copy_job", &call(|c| c.stop_copy_job(JOB)), &one(&post(&format!("CopyJobs/{JOB}/stop"))));
    check("enable_copy_job", &call(|c| c.enable_copy_job(JOB)), &one(&post(&format!("CopyJobs/{JOB}/enable"))));
    check("disable_copy_job", &call(|c| c.disable_copy_job(JOB)), &one(&post(&format!("CopyJobs/{JOB}/disable"))));
    check("delete_copy_job", &call(|c| c.delete_copy_job(JOB)), &one(&format!("DELETE /%/CopyJobs/{JOB}")));
    let spec = veeam::CreateCopyJob::new(JOB, REPO, veeam::CopySchedule::immediate());
    let body = format!(
        "{{\"backupJobId\":\"{JOB}\",%\"schedulePolicy\":{{\"type\":\"Immediate\"}},\"repositoryId\":\"{REPO}\",\"isEnabled\":true}}"
    );
    let with = spec.clone().of_organization(ORG);
    let organization = format!("\"organizationId\":\"{ORG}\",");
    check(
        "create_copy_job with its organization",
        &call(move |c| c.create_copy_job(&with)),
        &[(&[V8], format!("POST /v8/CopyJobs {}", body.replace('%', &organization)))],
    );
    for (dialect, line) in [(V6, "POST /v6/CopyJobs"), (V7, "POST /v7/CopyJobs")] {
        let stub = Stub::saying(200, ANY);
        stub.client(dialect).create_copy_job(&spec).unwrap();
        assert_eq!(stub.take()[0], format!("{line} {}", body.replace('%', "")));
    }
    let edit =
        veeam::EditCopyJob::default().to_repository(REPO).scheduled(veeam::CopySchedule::immediate()).enabled(false);
    let line = format!(
        "PUT /%/CopyJobs/{JOB} {{\"repositoryId\":\"{REPO}\",\"schedulePolicy\":{{\"type\":\"Immediate\"}},\"isEnabled\":false}}"
    );
    check("edit_copy_job", &call(move |c| c.edit_copy_job(JOB, &edit)), &[(FROM_V6, line)]);
}

#[test]
fn job_setup() {
    let user = {
        let mut item = veeam::JobItem::new(veeam::JobItemType::User);
        (item.user, item.mailbox) = (Some(veeam::User::new("u-1")), Some(true));
        item
    };
    let spec = veeam::CreateJob::new(ORG, REPO)
        .named("Mail")
        .selecting([user.clone()])
        .scheduled(veeam::JobSchedule::daily(veeam::DailyType::Workdays, "21:30:00").retried(3, 10))
        .run_now(false);
    let members = format!(
        "\"repositoryId\":\"{REPO}\",\"backupType\":\"SelectedItems\",\"name\":\"Mail\",\
         \"selectedItems\":[{{\"type\":\"User\",\"mailbox\":true,\"user\":{{\"id\":\"u-1\"}}}}],\
         \"schedulePolicy\":{{\"type\":\"Daily\",\"dailyType\":\"Workdays\",\"dailyTime\":\"21:30:00\",\
         \"retryEnabled\":true,\"retryNumber\":3,\"retryWaitInterval\":10}},\"runNow\":false"
    );
    let in_body = format!("{{\"organizationId\":\"{ORG}\",{members}}}");
    let plain = spec.clone();
    check(
        "create_job",
        &call(move |c| c.create_job(&plain)),
        &[
            (&[V6, V7], post(&format!("Organizations/{ORG}/Jobs {{{members}}}"))),
            (&[V8], post(&format!("Jobs {in_body}"))),
        ],
    );
    let mut skipping = spec;
    skipping.skip_item_update = Some(true);
    check(
        "create_job that skips updates",
        &call(move |c| c.create_job(&skipping)),
        &[(&[V8], post(&format!("Jobs?skipItemUpdate=true {in_body}")))],
    );
    let edit = veeam::EditJob::default().named("Post").excluding([]).enabled(true);
    let body = "{\"name\":\"Post\",\"excludedItems\":[],\"isEnabled\":true}";
    let plain = edit.clone();
    let line = |query: &str| format!("PUT /%/Jobs/{JOB}{query} {body}");
    check("edit_job", &call(move |c| c.edit_job(JOB, &plain)), &[(FROM_V6, line(""))]);
    let mut skipping = edit;
    skipping.skip_item_update = Some(false);
    check(
        "edit_job that skips no updates",
        &call(move |c| c.edit_job(JOB, &skipping)),
        &[(&[V8], line("?skipItemUpdate=false"))],
    );
    let twelve = veeam::JobSchedule::periodically(veeam::PeriodicallyEvery::Hours12);
    let body = "{\"schedulePolicy\":{\"type\":\"Periodically\",\"periodicallyEvery\":\"Hours12\"}}";
    check(
        "edit_job to every 12 hours",
        &call(move |c| c.edit_job(JOB, &veeam::EditJob::default().scheduled(twelve.clone()))),
        &[(&[V8], format!("PUT /%/Jobs/{JOB} {body}"))],
    );
}

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

#[test]
fn explores() {
    let options = || veeam::ExploreOptions::new("2025-03-01T22:00:00Z", veeam::ExplorerType::Vesp).unwrap();
    let old = |what: &str, id: &str, segment: &str| {
        post(&format!(
            "{what}/{id}/{segment} {{\"explore\":{{\"datetime\":\"2025-03-01T22:00:00Z\",\"type\":\"vesp\"}}}}"
        ))
    };
    let new =
        |path: &str, word: &str| post(&format!("{path} {{\"dateTime\":\"2025-03-01T22:00:00Z\",\"type\":\"{word}\"}}"));
    let (job, organization) = (format!("Jobs/{JOB}/explore"), format!("Organizations/{ORG}/explore"));
    check(
        "explore_job",
        &call(move |c| c.explore_job(JOB, &options())),
        &[
            (&[V3, V4], old("Jobs", JOB, "Action")),
            (&[V5], old("Jobs", JOB, "action")),
            (&[V6], new(&job, "vesp")),
            (&[V7, V8], new(&job, "Vesp")),
        ],
    );
    check(
        "explore_organization",
        &call(move |c| c.explore_organization(ORG, &options())),
        &[
            (&[V2, V3, V4], old("Organizations", ORG, "Action")),
            (&[V5], old("Organizations", ORG, "action")),
            (&[V6], new(&organization, "vesp")),
            (&[V7, V8], new(&organization, "Vesp")),
        ],
    );
    let repository = format!("BackupRepositories/{REPO}/explore?organizationId={ORG}");
    check(
        "explore_repository",
        &call(move |c| c.explore_repository(REPO, ORG, &options())),
        &[(&[V7, V8], new(&repository, "Vesp"))],
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

#[test]
fn organizations_and_repositories() {
    let arrays: &[Dialect] = &[V2, V3, V4, V5, V6, V7];
    check(
        "organizations",
        &call(|c| c.organizations()),
        &[(arrays, get("Organizations")), (&[V8], get(&format!("Organizations?{PAGE}")))],
    );
    let extended = veeam::OrganizationQuery::default().extended(true);
    check(
        "iter_organizations",
        &list(move |c| c.iter_organizations(&extended)),
        &[
            (BEFORE_V6, get("Organizations")),
            (&[V6, V7], get("Organizations?extendedView=true")),
            (&[V8], get(&format!("Organizations?extendedView=true&{PAGE}"))),
        ],
    );
    let searched = veeam::OrganizationQuery::default().with_msid(ORG).backed_up_as("b");
    check(
        "iter_organizations by id",
        &list(move |c| c.iter_organizations(&searched)),
        &[(&[V8], get(&format!("Organizations?msid={ORG}&backedUpOrganizationId=b&{PAGE}")))],
    );
    check(
        "organization",
        &call(|c| c.organization(ORG, Some(false))),
        &[
            (BEFORE_V6, get(&format!("Organizations/{ORG}"))),
            (FROM_V6, get(&format!("Organizations/{ORG}?extendedView=false"))),
        ],
    );
    let used = get(&format!("Organizations/{ORG}/usedRepositories?{PAGE}"));
    check("used_repositories", &call(|c| c.used_repositories(ORG)), &[(ALL, used.clone())]);
    check("iter_used_repositories", &list(|c| c.iter_used_repositories(ORG)), &[(ALL, used)]);
    check(
        "repositories",
        &call(|c| c.repositories()),
        &[(arrays, get("BackupRepositories")), (&[V8], get(&format!("BackupRepositories?{PAGE}")))],
    );
    check("repository", &call(|c| c.repository(REPO)), &[(ALL, get(&format!("BackupRepositories/{REPO}")))]);
    let query = veeam::RepositoryQuery::default().on_proxy(JOB);
    let (plain, long) = (query.clone(), query.clone().long_term(true));
    check(
        "iter_repositories",
        &list(move |c| c.iter_repositories(&plain)),
        &[
            (BEFORE_V6, get("BackupRepositories")),
            (&[V6, V7], get(&format!("BackupRepositories?proxyId={JOB}"))),
            (&[V8], get(&format!("BackupRepositories?proxyId={JOB}&{PAGE}"))),
        ],
    );
    check(
        "iter_repositories, archives",
        &list(move |c| c.iter_repositories(&long)),
        &[
            (&[V6, V7], get(&format!("BackupRepositories?proxyId={JOB}&longTerm=true"))),
            (&[V8], get(&format!("BackupRepositories?proxyId={JOB}&longTerm=true&{PAGE}"))),
        ],
    );
    for (query, name) in [
        (veeam::RepositoryQuery::default().on_proxy_pool(RUN), "proxyPoolId"),
        (veeam::RepositoryQuery::default().of_organization(RUN), "organizationId"),
    ] {
        let line = get(&format!("BackupRepositories?{name}={RUN}&{PAGE}"));
        check(name, &list(move |c| c.iter_repositories(&query)), &[(&[V8], line)]);
    }
    check("service_instance", &call(|c| c.service_instance()), &[(FROM_V6, get("ServiceInstance"))]);
    check("health", &call(|c| c.health()), &[(&[V8], get("Health"))]);
}
