//! What the server refuses, and what is refused before it is asked.

use crate::stub::Stub;
use crate::{JOB, ORG, REPO, RUN};
use backupjobs::{ErrorKind, Result, veeam};
use serde_json::json;
use veeam::Dialect::{V5, V6, V7, V8};

#[test]
fn errors_of_v7_and_v8_have_their_kinds() {
    for (dialect, status, body, kind, effect) in [
        (V7, 500, r#"{"message":"Proxy is offline.","errorCode":"ProxyOffline"}"#, ErrorKind::Unavailable, true),
        (V8, 409, r#"{"message":"Busy.","errorCode":"OperationConflict"}"#, ErrorKind::Conflict, false),
        (
            V8,
            409,
            r#"{"message":"Job is already running.","errorCode":"OperationConflict"}"#,
            ErrorKind::AlreadyRunning,
            false,
        ),
        (V8, 500, r#"{"message":"Took too long.","errorCode":"Timeout"}"#, ErrorKind::Timeout, true),
        (V8, 400, r#"{"message":"No.","errorCode":"ParameterValidationFailure"}"#, ErrorKind::InvalidArgument, false),
        (V8, 403, r#"{"message":"No.","errorCode":"ResourceAccessDenied"}"#, ErrorKind::Denied, false),
        (
            V8,
            404,
            r#"{"message":"Gone.","errorCode":"ResourceNotFound","stackTrace":null}"#,
            ErrorKind::NotFound,
            false,
        ),
        (V8, 404, "", ErrorKind::NotFound, false),
        (V8, 401, "", ErrorKind::Unauthenticated, false),
        (V8, 418, r#"{"errorCode":"HttpError"}"#, ErrorKind::InvalidArgument, false),
    ] {
        let stub = Stub::saying(status, body);
        let error = stub.client(dialect).start_job(JOB, None).unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (kind, Some(status)), "{error}");
        assert_eq!(error.may_have_taken_effect(), effect, "{error}");
        // Only the refused token is a reason to send it again.
        assert_eq!(stub.lines().len(), if status == 401 { 2 } else { 1 }, "{error}");
    }
}

#[test]
fn a_restore_session_that_is_gone_is_not_found_although_v5_says_400() {
    for (dialect, kind) in [(V5, ErrorKind::NotFound), (V6, ErrorKind::InvalidArgument)] {
        let stub = Stub::saying(400, r#"{"message":"Wrong."}"#);
        assert_eq!(stub.client(dialect).restore_session(RUN).unwrap_err().kind(), kind, "{dialect}");
    }
}

type Bad = Box<dyn Fn(&veeam::Client) -> Result<()>>;

fn bad<T>(f: impl Fn(&veeam::Client) -> Result<T> + 'static) -> Bad {
    Box::new(move |client| f(client).map(drop))
}

#[test]
fn bad_input_is_refused_before_any_request() {
    let create = || veeam::CreateJob::new(ORG, REPO);
    let item = veeam::JobItem::new;
    let user = |id: &str| {
        let mut item = item(veeam::JobItemType::User);
        item.user = Some(veeam::User::new(id));
        item
    };
    let site_of_user = {
        let mut item = user("u");
        item.group_site = Some(true);
        item
    };
    let team = {
        let mut item = item(veeam::JobItemType::Team);
        item.team = Some(veeam::Team::new("not-a-uuid", "Team", "team@example"));
        item
    };
    let half_a_site = {
        let mut item = item(veeam::JobItemType::Site);
        let mut site = veeam::JobSite::new("s", "https://x", "X", true, false);
        site.is_cloud = None;
        item.site = Some(site);
        item
    };
    let excluded_other = item(veeam::JobItemType::from("Planet"));
    let selected_nothing = {
        let mut spec = create();
        spec.backup_type = veeam::BackupType::SelectedItems;
        spec
    };
    let odd_type = {
        let mut spec = create();
        spec.backup_type = veeam::BackupType::from("Half");
        spec
    };
    let items_of_all = {
        let mut spec = create();
        spec.selected_items = vec![user("u")];
        spec
    };
    let retries = veeam::JobSchedule::manual().retried(1000, 10);
    let options = veeam::ExploreOptions::new("2025-03-01T22:00:00Z", veeam::ExplorerType::Vex).unwrap();
    let with = |word: &str| veeam::SessionQuery::default().with_status(veeam::JobStatus::from(word));
    let cases: Vec<(&str, Bad)> = vec![
        ("organization id", bad(move |c| c.create_job(&veeam::CreateJob::new("x", REPO)))),
        ("repository id", bad(move |c| c.create_job(&veeam::CreateJob::new(ORG, "x")))),
        ("no item is selected", bad(move |c| c.create_job(&selected_nothing))),
        ("'Half' is not a backup type", bad(move |c| c.create_job(&odd_type))),
        ("EntireOrganization", bad(move |c| c.create_job(&items_of_all))),
        ("selected_items[1]: the user has no id", {
            let spec = create().selecting([user("u"), user(" ")]);
            bad(move |c| c.create_job(&spec))
        }),
        ("selected_items[0]: an item of type Group says not which", {
            let spec = create().selecting([item(veeam::JobItemType::Group)]);
            bad(move |c| c.create_job(&spec))
        }),
        ("an item of type User has no group_site", {
            let spec = create().selecting([site_of_user]);
            bad(move |c| c.create_job(&spec))
        }),
        ("the team has no id", {
            let spec = create().selecting([team]);
            bad(move |c| c.create_job(&spec))
        }),
        ("the site has no is_cloud", {
            let spec = create().selecting([half_a_site]);
            bad(move |c| c.create_job(&spec))
        }),
        ("excluded_items[0]: 'Planet' is not a type of item", {
            let edit = veeam::EditJob::default().excluding([excluded_other]);
            bad(move |c| c.edit_job(JOB, &edit))
        }),
        ("an item of type OneDriveFolders says not which", {
            let edit = veeam::EditJob::default().selecting([item(veeam::JobItemType::OneDriveFolders)]);
            bad(move |c| c.edit_job(JOB, &edit))
        }),
        ("retry_number is 1000", {
            let edit = veeam::EditJob::default().scheduled(retries);
            bad(move |c| c.edit_job(JOB, &edit))
        }),
        ("no item is selected", bad(|c| c.edit_job(JOB, &veeam::EditJob::default().selecting([])))),
        ("changes nothing", bad(|c| c.edit_job(JOB, &veeam::EditJob::default()))),
        ("changes nothing", bad(|c| c.edit_copy_job(JOB, &veeam::EditCopyJob::default()))),
        ("needs its organization", {
            let spec = veeam::CreateCopyJob::new(JOB, REPO, veeam::CopySchedule::immediate());
            bad(move |c| c.create_copy_job(&spec))
        }),
        ("'Succeeded' is not a status", bad(move |c| c.iter_job_sessions(&with("Succeeded")))),
        ("'Move' is not a type of job session", {
            let query = veeam::SessionQuery::default().of_type(veeam::SessionJobType::from("Move"));
            bad(move |c| c.iter_job_sessions(&query))
        }),
        ("job id", bad(|c| c.iter_job_sessions(&veeam::SessionQuery::default().of_job("../x")))),
        ("'Bad' is not a type of log item", {
            let query = veeam::LogItemQuery::default().of_type(veeam::LogItemType::from("Bad"));
            bad(move |c| c.iter_log_items(RUN, &query))
        }),
        ("'Name' is not an order", {
            let query = veeam::RestoreSessionQuery::default().ordered(veeam::RestoreSessionOrder::from("Name"), true);
            bad(move |c| c.iter_restore_sessions(&query))
        }),
        ("organization id", bad(move |c| c.explore_repository(REPO, "x", &options))),
        ("log item id", bad(|c| c.log_item(RUN, "x"))),
        ("restore session id", bad(|c| c.stop_restore_session("x"))),
        ("proxy id", bad(|c| c.iter_repositories(&veeam::RepositoryQuery::default().on_proxy("x")))),
    ];
    let stub = Stub::saying(200, "{}");
    for (says, call) in cases {
        let error = call(&stub.client(V8)).expect_err(says);
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error}");
        assert!(error.message().contains(says), "{says}: {error}");
        assert!(error.operation().starts_with("veeam.") && error.remedy().len() > 5, "{error}");
    }
    assert!(stub.all().is_empty(), "{:?}", stub.all());
}

#[test]
fn chats_of_a_team_are_called_as_the_version_calls_them() {
    let team = |set: fn(&mut veeam::JobItem)| {
        let mut item = veeam::JobItem::new(veeam::JobItemType::Team);
        item.team = Some(veeam::Team::new(ORG, "Team", "team@example"));
        set(&mut item);
        veeam::CreateJob::new(ORG, REPO).selecting([item])
    };
    let (chats, teams_chats) = (team(|item| item.chats = Some(true)), team(|item| item.teams_chats = Some(true)));
    for (dialect, good, wrong, remedy) in [
        (V6, &chats, &teams_chats, "chats"),
        (V7, &teams_chats, &chats, "teams_chats"),
        (V8, &teams_chats, &chats, "teams_chats"),
    ] {
        let stub = Stub::saying(200, &json!({"id": JOB}).to_string());
        let client = stub.client(dialect);
        assert!(client.create_job(good).is_ok(), "{dialect}");
        let error = client.create_job(wrong).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported, "{dialect}: {error}");
        assert!(error.remedy().contains(remedy), "{error}");
    }
}
