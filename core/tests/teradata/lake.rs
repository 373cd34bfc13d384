//! Lake: what is documented, and what is only a guess.

use crate::common::{World, quick_start, quick_wait};
use crate::{access, lake, requests, user};
use backupjobs::teradata::{Dialect, JobQuery, JobType, ObjectSelection, RestorePermissionsRequest, RestoreRequest};
use backupjobs::{ErrorKind, Outcome, Policy, Verb};
use backupjobs_sim::System;
use serde_json::json;

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
    assert!(error.kind() == ErrorKind::Unsupported && error.remedy().contains("allow_unverified"), "{error}");
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
