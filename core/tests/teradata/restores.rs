//! Restores, step by step, and what goes wrong on the way.

use crate::common::World;
use crate::{access, prepared, requests, user};
use backupjobs::teradata::{DatabaseCredentials, JobType, ObjectSelection, RestorePermissionsRequest, RestoreRequest};
use backupjobs::{ErrorKind, Outcome, Phase};
use backupjobs_sim::System;
use serde_json::json;

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
    assert!(client.site_restores().unwrap().contains(&restore));
    assert_eq!(client.execution_restores("71", "905").unwrap(), [restore]);
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
