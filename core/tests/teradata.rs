//! Teradata's own client: restores, Lake, the sources of tokens, lists that may have pages.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use backupjobs::teradata::{
    Client, ClientCredentials, Config, DatabaseCredentials, Dialect, JobQuery, JobType, LakeJwt, ObjectSelection,
    OrganizationClaim, RestorePermissionsRequest, RestoreRequest, TokenCommand, TokenSource,
};
use backupjobs::{ErrorKind, Outcome, Phase, Policy, Verb};
use backupjobs_sim::System;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{World, quick_start, quick_wait};
use serde_json::{Value, json};

fn access(world: &World, name: &str) -> String {
    world.sim.access(System::Teradata, name).to_owned()
}

fn jwt(world: &World) -> LakeJwt {
    let at = |name| access(world, name);
    LakeJwt::new(at("personal_access_token"), at("private_key"), at("key_name"), at("username"), at("organization"))
}

fn oauth(world: &World) -> ClientCredentials {
    let at = |name| access(world, name);
    ClientCredentials::new(format!("{}{}", at("url"), at("token_path")), at("client_id"), at("client_secret"))
}

fn lake_config(world: &World, token: impl Into<TokenSource>) -> Config {
    let mut config = Config::lake(access(world, "url"), access(world, "account_id"), token);
    config.options = world.teradata_config("").options;
    config
}

fn lake(world: &World, allow_unverified: bool) -> Client {
    let mut config = lake_config(world, jwt(world));
    config.allow_unverified = allow_unverified;
    Client::new(config).unwrap()
}

fn user(world: &World) -> DatabaseCredentials {
    DatabaseCredentials::new(access(world, "username"), access(world, "password"))
}

fn requests(world: &World) -> usize {
    world.sim.journal().as_array().unwrap().len()
}

fn prepared(world: &World, client: &Client) {
    client.prepare_objects("71", "905").unwrap();
    world.sim.advance(30).unwrap();
}

#[test]
fn a_backup_is_restored_step_by_step() {
    let world = World::new();
    let client = world.teradata();
    assert_eq!(client.objects_preparation().unwrap().phase(), Phase::Unknown);
    assert_eq!(client.backup_objects("71", "905").unwrap_err().kind(), ErrorKind::Conflict);
    let permissions = RestorePermissionsRequest::default().credentials(user(&world));
    assert_eq!(client.restore_permissions(&permissions).unwrap().permitted, Some(true));
    assert_eq!(client.prepare_objects("71", "905").unwrap(), "301");
    let preparation = client.objects_preparation().unwrap();
    assert_eq!((preparation.phase(), preparation.outcome()), (Phase::Running, None));
    world.sim.advance(30).unwrap();
    assert_eq!(client.objects_preparation().unwrap().outcome(), Some(Outcome::Success));
    let objects = client.backup_objects("71", "905").unwrap();
    assert_eq!((objects.len(), objects[0].object_name.as_deref()), (12, Some("SALES")));

    let renamed = ObjectSelection::from(&objects[1]).rename("SALES_OLD").exclude("TMP", "TABLE");
    let request = RestoreRequest::new("rollback", client.site_id(), user(&world)).object(&objects[0]).object(renamed);
    let id = client.create_restore("71", "905", &request).unwrap().expect("an id");
    let restore = client.restore("71", "905", &id).unwrap();
    assert_eq!((restore.job_type.clone(), restore.phase()), (Some(JobType::Restore), Phase::Running));
    assert_eq!(restore.parent_execution_id.as_deref(), Some("905"));
    assert_eq!(client.execution_restores("71", "905").unwrap(), [restore.clone()]);
    assert!(client.site_restores().unwrap().contains(&restore));
    world.sim.advance(60).unwrap();
    assert_eq!(client.restore("71", "905", &id).unwrap().outcome(), Some(Outcome::Success));

    let truth = world.sim.truth();
    let run =
        truth["teradata"]["runs"].as_array().unwrap().iter().find(|run| run["id"] == id.as_str()).unwrap().clone();
    assert_eq!((&run["job_type"], &run["objects"]), (&json!("RESTORE"), &json!(["SALES", "SALES_01"])));
    assert_eq!(client.databases().unwrap().len(), 13);
    assert_eq!(client.databases().unwrap()[0].name.as_deref(), Some("AUDIT"));
}

#[test]
fn a_restore_says_nothing_about_the_backups() {
    let world = World::new();
    let client = world.teradata();
    prepared(&world, &client);
    world.script(System::Teradata, "restores", "failed", 60);
    let request = RestoreRequest::new("r", "ACMEPRD1", user(&world)).object(ObjectSelection::new("SALES", "DATABASE"));
    client.create_restore("71", "905", &request).unwrap();
    world.sim.advance(60).unwrap();
    let server = client.server();
    assert_eq!(server.runs("71", 1).unwrap()[0].id, "905");
    // The last execution of the job is the restore, and the backup that it took is cut off the list.
    for (knob, value) in [
        ("teradata.last_execution_restores", json!(true)),
        ("teradata.executions_paging", json!("capped")),
        ("teradata.executions_order", json!("oldest_first")),
    ] {
        world.sim.knob(knob, value).unwrap();
    }
    let error = server.run("71", "905").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

#[test]
fn answers_may_come_otherwise() {
    let world = World::new();
    let client = world.teradata();
    for (knob, value) in [
        ("teradata.prepare_status", json!(200)),
        ("teradata.restore_id_header", json!("absent")),
        ("teradata.databases_rows", json!("texts")),
        ("teradata.permissions_body", json!("flag")),
        ("teradata.permissions_credentials", json!("required")),
        ("teradata.unknown_keys", json!(true)),
    ] {
        world.sim.knob(knob, value).unwrap();
    }
    prepared(&world, &client);
    assert!(client.objects_preparation().unwrap().extra.contains_key("x_new_member"));
    assert!(client.backup_objects("71", "905").unwrap()[0].extra.contains_key("x_new_member"));
    let request = RestoreRequest::new("r", "ACMEPRD1", user(&world)).object(ObjectSelection::new("SALES", "DATABASE"));
    assert_eq!(client.create_restore("71", "905", &request).unwrap(), None);
    assert_eq!(client.execution_restores("71", "905").unwrap().len(), 1);
    assert_eq!(client.databases().unwrap()[0].name.as_deref(), Some("AUDIT"));
    let error = client.restore_permissions(&RestorePermissionsRequest::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthenticated, "{error}");
    let asked = RestorePermissionsRequest::default().credentials(user(&world)).member("execution_id", json!("905"));
    let answer = client.restore_permissions(&asked).unwrap();
    assert_eq!((answer.permitted, &answer.extra["value"]), (None, &json!(true)));
    let journal = world.sim.journal();
    assert_eq!(journal.as_array().unwrap().last().unwrap()["body"], r#"{"execution_id":"905"}"#);
    world.sim.knob("teradata.resource_id_header", json!("absent")).unwrap();
    let error = client.prepare_objects("71", "905").unwrap_err();
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::OutcomeUnknown, Some(200)), "{error}");
}

#[test]
fn a_wrong_database_user_is_not_a_wrong_token() {
    let world = World::new();
    let client = world.teradata();
    prepared(&world, &client);
    for status in [401, 403] {
        world.sim.knob("teradata.restore_credentials_status", json!(status)).unwrap();
        let wrong = DatabaseCredentials::new(access(&world, "username"), "canary-wrong");
        let request = RestoreRequest::new("r", "ACMEPRD1", wrong).object(ObjectSelection::new("SALES", "DATABASE"));
        let error = client.create_restore("71", "905", &request).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unauthenticated | ErrorKind::Denied), "{error}");
        assert!(error.remedy().contains("database user"), "{error}");
        assert!(!error.may_have_taken_effect(), "{error}");
    }
    assert_eq!(world.api_runs("teradata"), 0);
}

#[test]
fn what_cannot_work_is_refused_before_any_request() {
    let world = World::new();
    let client = world.teradata();
    let sales = || ObjectSelection::new("SALES", "DATABASE");
    let full = || RestoreRequest::new("r", "ACMEPRD1", user(&world)).object(sales());
    let no_password = RestoreRequest::new("r", "ACMEPRD1", DatabaseCredentials::new("u", "")).object(sales());
    let errors = [
        client.create_restore("x", "905", &full()).map(drop),
        client.create_restore("71", "", &full()).map(drop),
        client.create_restore("71", "../905", &RestoreRequest::new("r", "", user(&world))).map(drop),
        client.create_restore("71", "905", &RestoreRequest::new("r", "ACMEPRD1", user(&world))).map(drop),
        client.create_restore("71", "905", &no_password).map(drop),
        client.prepare_objects("71", "9 05").map(drop),
        client.backup_objects("-1", "905").map(drop),
        client.iter_backup_objects("71", ".").map(drop),
        client.restore("71", "905", "\n").map(drop),
        client.execution_restores("71", "..").map(drop),
        client.iter_job_executions("seventy-one").map(drop),
    ];
    for error in errors {
        let error = error.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error}");
        assert!(error.operation().starts_with("teradata."), "{error}");
    }
    assert_eq!(requests(&world), 0);
}

#[test]
fn lake_has_the_two_documented_reads() {
    let world = World::new();
    let client = lake(&world, false);
    assert_eq!((client.dialect(), client.site_id()), (Dialect::Lake, ""));
    assert_eq!(client.account_id(), access(&world, "account_id"));
    let backups = client.jobs(&JobQuery::default().of_type(JobType::Backup)).unwrap();
    assert_eq!(backups.len(), 13);
    assert!(client.job("71").unwrap().job_settings.is_some());
    let journal = world.sim.journal();
    let query = journal[0]["query"].to_string();
    assert!(query.contains("backup-type") && !query.contains("job-type"), "{query}");
    assert_eq!(journal[0]["path"], format!("/api/accounts/{}/baas/jobs", access(&world, "account_id")));
    assert_eq!(world.sim.truth()["teradata"]["tokens"]["signed"], 1);
}

#[test]
fn lake_does_what_nobody_documents_only_when_told() {
    let world = World::new();
    let client = lake(&world, false);
    let server = client.server();
    let unverified = [
        client.execute("71", None).map(drop),
        client.job_executions("71").map(drop),
        client.iter_site_executions().map(drop),
        client.jobs(&JobQuery::default().active(true)).map(drop),
    ];
    for error in unverified {
        let error = error.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
        assert!(error.remedy().contains("allow_unverified"), "{error}");
    }
    assert!(!server.supports(Verb::Start) && !server.supports(Verb::StartFull) && !server.supports(Verb::Stop));
    let error = server.start("71", &quick_start()).unwrap_err();
    assert!(error.kind() == ErrorKind::Unsupported && error.message().contains("allow_unverified"), "{error}");
    let told = lake(&world, true);
    for client in [&client, &told] {
        let request = RestoreRequest::new("r", "s", user(&world)).object(ObjectSelection::new("S", "DATABASE"));
        for error in [
            client.prepare_objects("71", "905").map(drop),
            client.objects_preparation().map(drop),
            client.backup_objects("71", "905").map(drop),
            client.site_restores().map(drop),
            client.execution_restores("71", "905").map(drop),
            client.restore("71", "905", "1").map(drop),
            client.create_restore("71", "905", &request).map(drop),
            client.restore_permissions(&RestorePermissionsRequest::default()).map(drop),
            client.databases().map(drop),
        ] {
            assert_eq!(error.unwrap_err().kind(), ErrorKind::Unsupported);
        }
    }
    assert_eq!(requests(&world), 0);

    world.sim.clock(json!({ "per_request_s": 5 })).unwrap();
    assert!(told.server().supports(Verb::Start));
    let started = told.server().start("71", &quick_start()).unwrap();
    let run = told.server().wait("71", &started.run.id, &quick_wait(), &mut |_| {}).unwrap();
    assert_eq!(run.outcome, Some(Outcome::Success));
    assert_eq!(told.jobs(&JobQuery::default().active(true)).unwrap().len(), 13);
    assert_eq!(world.api_runs("teradata"), 1);
}

#[test]
fn lake_is_judged_by_what_the_job_itself_shows() {
    let world = World::new();
    let server = lake(&world, false).server();
    let now = world.sim.truth()["now"].as_str().unwrap().parse().unwrap();
    let policy = Policy::new().now(now);
    assert_eq!(server.check("71", &policy).unwrap().level.name(), "ok");
    let run = server.runs("71", 5).unwrap();
    assert_eq!((run.len(), run[0].id.as_str(), run[0].outcome), (1, "905", Some(Outcome::Success)));
    assert_eq!(server.run("71", "905").unwrap(), run[0]);
    assert_eq!(server.run("71", "904").unwrap_err().kind(), ErrorKind::NotFound);
    assert!(server.explain("71", "905").is_ok());
    assert_ne!(server.check("76", &policy).unwrap().level.name(), "ok", "never ran");
    assert!(server.runs("76", 5).unwrap().is_empty());
    let started = world.sim.run(System::Teradata, "71").unwrap();
    world.sim.clock(json!({ "per_request_s": 5 })).unwrap();
    let ended = server.wait("71", started["id"].as_str().unwrap(), &quick_wait(), &mut |_| {}).unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Success));
    assert_eq!(world.count("GET", "/executions"), 0);
}

#[test]
fn every_source_gives_a_token() {
    let world = World::new();
    let token = access(&world, "token");
    let sources: Vec<TokenSource> = vec![
        token.as_str().into(),
        TokenSource::callback({
            let token = token.clone();
            move || Ok(token.as_str().into())
        }),
        TokenCommand::new(["printf", "%s\\n", &token]).into(),
        oauth(&world).scope("data-protection").into(),
        jwt(&world).into(),
        TokenSource::basic(access(&world, "username"), access(&world, "password")),
    ];
    for source in sources {
        let shown = format!("{source:?}");
        let client = Client::new(world.teradata_config(source)).unwrap();
        for _ in 0..3 {
            assert_eq!(client.jobs(&JobQuery::default()).unwrap().len(), 14, "{shown}");
        }
        client.close();
        assert_eq!(client.job("71").unwrap_err().kind(), ErrorKind::Closed);
    }
    let tokens = world.sim.truth()["teradata"]["tokens"].clone();
    assert_eq!(tokens, json!({"issued": 1, "signed": 1}), "one token each");
    let journal = world.sim.journal();
    let ask = journal.as_array().unwrap().iter().find(|e| e["method"] == "POST").unwrap().clone();
    assert_eq!(ask["body"], "grant_type=client_credentials&scope=data-protection");
}

#[test]
fn a_refused_token_is_replaced_once() {
    let world = World::new();
    world.sim.knob("teradata.lake_auth", json!(["jwt", "oauth"])).unwrap();
    for (source, counter) in [(TokenSource::from(oauth(&world)), "issued"), (jwt(&world).into(), "signed")] {
        let mut config = lake_config(&world, source);
        config.allow_unverified = true;
        let client = Client::new(config).unwrap();
        client.job("71").unwrap();
        // Twice without the clock moving: the text must be another one all the same.
        for job in ["71", "72"] {
            world.sim.revoke(System::Teradata);
            client.execute(job, None).unwrap();
        }
        assert_eq!(world.sim.truth()["teradata"]["tokens"][counter], 3);
        world.sim.advance(120).unwrap();
    }
    assert_eq!(world.api_runs("teradata"), 4);
}

#[test]
fn a_signed_token_goes_by_the_clock_of_the_server() {
    let world = World::new();
    let client = lake(&world, false);
    client.job("71").unwrap();
    // Whatever the clock here says, that token is old by now.
    world.sim.advance(70 * 366 * 24 * 3600).unwrap();
    client.job("71").unwrap();
    assert_eq!(world.sim.truth()["teradata"]["tokens"]["signed"], 2);

    // And a token from the future is refused, so the second one is dated by the server.
    let world = World::new();
    world.sim.knob("teradata.jwt_checks_iat", json!(true)).unwrap();
    lake(&world, false).job("71").unwrap();
    assert_eq!(world.sim.truth()["teradata"]["tokens"]["signed"], 1);
}

#[test]
fn the_other_claim_is_offered_when_a_signed_token_is_refused() {
    let world = World::new();
    world.sim.knob("teradata.jwt_organization", json!("org_id")).unwrap();
    let error = lake(&world, false).job("71").unwrap_err();
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Unauthenticated, Some(401)), "{error}");
    assert!(error.remedy().contains("org_id"), "{error}");
    assert_eq!(requests(&world), 2, "signed again once");
    let by_id = jwt(&world).organization_claim(OrganizationClaim::OrgId);
    assert!(Client::new(lake_config(&world, by_id)).unwrap().job("71").is_ok());
}

#[test]
fn sources_that_cannot_work_are_told_apart() {
    let world = World::new();
    let new = |source: TokenSource| Client::new(world.teradata_config(source)).map(drop);
    let mut odd_url = oauth(&world);
    odd_url.token_url = "login.example/token".into();
    let mut no_secret = oauth(&world);
    no_secret.client_secret = "".into();
    let mut bad_key = jwt(&world);
    bad_key.private_key = "canary".into();
    let none: [&str; 0] = [];
    for source in [
        odd_url.into(),
        no_secret.into(),
        bad_key.into(),
        TokenCommand::new(none).into(),
        TokenSource::basic("", "x"),
        TokenSource::basic("a:b", "x"),
    ] {
        let error = new(source).unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Config, "teradata.new"), "{error}");
    }
    for config in [Config::lake("https://x", "", "t"), Config::new("https://x", "", "t")] {
        assert_eq!(Client::new(config).unwrap_err().kind(), ErrorKind::Config);
    }

    let says = |source: TokenSource, says: &str| {
        let error = Client::new(world.teradata_config(source)).unwrap().login().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthenticated, "{error}");
        assert!(error.to_string().contains(says), "{error}");
    };
    let mut wrong = oauth(&world);
    wrong.client_secret = "canary-wrong".into();
    says(wrong.into(), "scope of the OAuth client");
    says(TokenCommand::new(["sh", "-c", "exit 7"]).into(), "exit code 7");
    let basic = Client::new(world.teradata_config(TokenSource::basic("nobody", "canary"))).unwrap();
    let error = basic.job("71").unwrap_err();
    assert!(error.kind() == ErrorKind::Unauthenticated && error.message().contains("user and password"), "{error}");
    // The endpoint is a server of its own: its certificate is checked in the same way.
    let mut config = world.teradata_config(oauth(&world));
    config.options.trust = backupjobs::Trust::Pin([7; 32]);
    let error = Client::new(config).unwrap().login().unwrap_err();
    assert!(error.kind() == ErrorKind::Tls && error.message().contains("the token endpoint"), "{error}");
}

#[test]
fn a_second_page_is_asked_for_only_when_there_may_be_one() {
    let world = World::new();
    let client = world.teradata();
    assert_eq!(client.site_executions().unwrap().len(), 26);
    assert_eq!(requests(&world), 1, "26 rows are no whole number of tens");
    world.sim.knob("teradata.executions_paging", json!("paged")).unwrap();
    assert_eq!(client.job_executions("71").unwrap().len(), 12);
    assert_eq!(client.site_executions().unwrap().len(), 26);
    prepared(&world, &client);
    assert_eq!(client.backup_objects("71", "905").unwrap().len(), 12);
    assert_eq!(client.databases().unwrap().len(), 13);
    world.sim.clear_journal();
    assert_eq!(client.iter_site_executions().unwrap().take(10).count(), 10);
    assert_eq!(requests(&world), 1, "one page is enough");
    let queries: Vec<Value> = {
        world.sim.clear_journal();
        client.site_executions().unwrap();
        world.sim.journal().as_array().unwrap().iter().map(|e| e["query"].clone()).collect()
    };
    assert_eq!(queries, [json!([]), json!([["page", "2"]]), json!([["page", "3"]])]);
}

#[test]
fn a_server_that_does_not_page_ends_the_list() {
    let world = World::new();
    let client = world.teradata();
    world.sim.knob("teradata.executions_paging", json!("capped")).unwrap();
    assert_eq!(client.job_executions("71").unwrap().len(), 10);
    assert_eq!(requests(&world), 2, "the same page came again");
    for status in [400, 404] {
        let rule = json!({"path": "/71/executions", "skip": 1, "action": {"kind": "status", "status": status}});
        world.sim.fault(rule).unwrap();
        assert_eq!(client.job_executions("71").unwrap().len(), 10, "{status}");
    }
    world
        .sim
        .fault(json!({"path": "/71/executions", "skip": 1, "times": 0, "action": {"kind": "status", "status": 503}}))
        .unwrap();
    assert_eq!(client.job_executions("71").unwrap_err().kind(), ErrorKind::Unavailable);
}

#[test]
fn the_newest_run_is_found_on_whatever_page_it_is() {
    let world = World::new();
    for (knob, value) in [("teradata.executions_paging", "paged"), ("teradata.executions_order", "oldest_first")] {
        world.sim.knob(knob, json!(value)).unwrap();
    }
    let server = world.teradata().server();
    assert_eq!(server.runs("71", 1).unwrap()[0].id, "905");
    assert_eq!(server.runs("71", 50).unwrap().len(), 12);
    assert_eq!(server.run("71", "905").unwrap().outcome, Some(Outcome::Success));
}

/// Whatever goes wrong, with servers that echo what they were sent: no secret in any text of any error.
#[test]
fn no_error_shows_a_secret() {
    let world = World::new();
    let at = |name| access(&world, name);
    let coded = |user: &str, password: &str| STANDARD.encode(format!("{user}:{password}"));
    let (password, token) = ("canary-database-pw", "canary-token-of-a-command");
    let of_restores = [password.to_owned(), coded("restorer", password)];
    let (id, secret) = (at("client_id"), at("client_secret"));
    // Each source with what it sends.
    let sources: Vec<(TokenSource, Vec<String>)> = vec![
        (jwt(&world).into(), vec![at("personal_access_token")]),
        (oauth(&world).into(), vec![secret.clone(), coded(&id, &secret)]),
        (TokenSource::basic("u", "canary-basic-pw"), vec!["canary-basic-pw".into(), coded("u", "canary-basic-pw")]),
        (TokenCommand::new(["printf", "%s", token]).into(), vec![token.into()]),
        ("canary-static-token".into(), vec!["canary-static-token".into()]),
    ];
    let mut seen = 0;
    for (source, own) in sources {
        let all = [own.as_slice(), &of_restores].concat();
        let shown = format!("{source:?}");
        let client = || Client::new(world.teradata_config(source.clone())).unwrap();
        let credentials = DatabaseCredentials::new("restorer", password);
        let request =
            RestoreRequest::new("r", "ACMEPRD1", credentials.clone()).object(ObjectSelection::new("SALES", "DATABASE"));
        let permissions = RestorePermissionsRequest::default().credentials(credentials);
        for kind in 0..7 {
            world.sim.reset();
            for (path, sent) in [
                ("/restores", &all),
                ("/restore-permissions", &all),
                ("/prepare-objects", &own),
                ("/databases", &own),
                ("/oauth2", &own),
            ] {
                let echo = sent.join(" and ");
                let action = match kind {
                    0 => json!({"kind": "status", "status": 400, "body": json!({"message": echo}).to_string()}),
                    1 => {
                        json!({"kind": "status", "status": 401, "body": json!({"error_description": echo}).to_string()})
                    }
                    2 => {
                        json!({"kind": "status", "status": 409, "body": json!({"error": echo, "code": echo}).to_string()})
                    }
                    3 => json!({"kind": "status", "status": 500, "body": echo}),
                    4 => json!({"kind": "body", "body": echo, "content_type": echo}),
                    5 => {
                        json!({"kind": "body", "body": json!({"access_token": [echo], "permitted": [echo]}).to_string()})
                    }
                    _ => json!({"kind": "reset_after"}),
                };
                // The last ones without the endpoint: it gives tokens, which then travel.
                if path != "/oauth2" || kind < 4 {
                    world.sim.fault(json!({"path": path, "times": 0, "action": action})).unwrap();
                }
            }
            let errors = [
                client().create_restore("71", "905", &request).err(),
                client().restore_permissions(&permissions).err(),
                client().prepare_objects("71", "905").err(),
                client().databases().err(),
                client().login().err(),
            ];
            for error in errors.into_iter().flatten() {
                seen += 1;
                let mut text = format!("{error} {error:?} {:?} {:?}", error.vendor_code(), error.vendor_message());
                let mut cause = std::error::Error::source(&error);
                while let Some(inner) = cause {
                    text.push_str(&format!("{inner} {inner:?}"));
                    cause = inner.source();
                }
                text.push_str(&format!("{shown} {:?} {request:?} {permissions:?}", client()));
                for secret in &all {
                    assert!(!text.contains(secret.as_str()), "{secret} in {text}");
                }
                assert!(!text.contains("PRIVATE KEY"), "{text}");
            }
        }
    }
    assert!(seen > 120, "only {seen} errors");
}
