//! The whole surface of the vCenter client against the simulator, in both dialects and without a session.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use backupjobs::vcenter::{
    ArchiveQuery, BackupRequest, BackupType, Client, DayOfWeek, Dialect, Location, LoginMode, ProcessState,
    RecurrenceInfo, RestoreRequest, ReturnStatus, ScheduleSpec, ScheduleUpdate, TaskStatus, detect,
};
use backupjobs::{ErrorKind, Outcome, Result};
use backupjobs_sim::System;
use common::{BACKUP_PASSWORD, LOCATION_PASSWORD, World, plan, quick_start, quick_wait};
use serde_json::json;

const PLACE: &str = "sftp://backup.example.net/vcsa";

/// An appliance of that version, and a client that speaks what it is told, or what it finds.
fn appliance(version: &str, dialect: Option<Dialect>) -> (World, Client) {
    let world = World::new();
    world.sim.knob("vcenter.version", json!(version)).unwrap();
    let mut config = world.vcenter_config();
    config.dialect = dialect;
    let client = Client::new(config).unwrap();
    (world, client)
}

/// Every way to speak with an appliance that has everything, with the root of the paths.
fn ways() -> Vec<(World, Client, &'static str)> {
    [
        ("6.7.2", None, "/rest/"),
        ("8.0.3", Some(Dialect::Rest), "/rest/"),
        ("7.0.2", None, "/api/"),
        ("8.0.3", None, "/api/"),
    ]
    .into_iter()
    .map(|(version, dialect, root)| {
        let (world, client) = appliance(version, dialect);
        (world, client, root)
    })
    .collect()
}

fn place() -> Location {
    Location::new(PLACE).credentials("vcbackup", LOCATION_PASSWORD)
}

fn refused<T: std::fmt::Debug>(kind: ErrorKind, answer: Result<T>) {
    let error = answer.unwrap_err();
    assert_eq!(error.kind(), kind, "{error}");
}

#[test]
fn the_newer_dialect_is_found_where_it_is_served() {
    for (version, dialect) in [
        ("6.5", Dialect::Rest),
        ("6.7", Dialect::Rest),
        ("7.0.0", Dialect::Rest),
        ("7.0.2", Dialect::Api),
        ("8.0.3", Dialect::Api),
        ("9.1", Dialect::Api),
    ] {
        let (world, client) = appliance(version, None);
        let config = world.vcenter_config();
        assert_eq!(detect(&config.url, &config.options).unwrap(), dialect, "{version}");
        assert_eq!(client.dialect(), None);
        assert!(client.session().unwrap().user.unwrap().contains("administrator"));
        assert_eq!(client.dialect(), Some(dialect), "{version}");
        assert_eq!(world.sim.truth()["vcenter"]["sessions"], 1);
        client.close();
        assert_eq!(world.sim.truth()["vcenter"]["sessions"], 0, "{version}");
    }
}

#[test]
fn a_backup_from_its_validation_to_its_archive() {
    for (world, client, root) in ways() {
        assert!(client.recovery_supported().unwrap());
        let parts = client.parts().unwrap();
        let seat = parts.iter().find(|part| part.id == "seat").unwrap();
        assert_eq!((seat.optional, parts.len() > 1), (Some(true), true));
        assert!(client.part_size("seat").unwrap() > 0);
        assert_eq!(client.validate_backup(&plan()).unwrap().status, Some(ReturnStatus::Ok));

        let before = client.backup_jobs().unwrap();
        let begun = client.create_backup_job(&plan()).unwrap();
        assert_eq!(begun.state, Some(ProcessState::InProgress));
        refused(ErrorKind::AlreadyRunning, client.create_backup_job(&plan()));
        let details = client.backup_details(&[&begun.id]).unwrap();
        assert_eq!((details.len(), details[0].id.as_str()), (1, begun.id.as_str()));
        assert_eq!((&details[0].status, &details[0].kind), (&Some(TaskStatus::Running), &Some(BackupType::Manual)));
        world.sim.advance(600).unwrap();
        assert_eq!(client.backup_job(&begun.id).unwrap().state, Some(ProcessState::Succeeded));
        assert_eq!(client.backup_jobs().unwrap(), [vec![begun.id.clone()], before].concat());
        let all = client.backup_details(&[]).unwrap();
        assert_eq!(
            (all.len(), all[0].id.as_str(), &all[0].status),
            (4, begun.id.as_str(), &Some(TaskStatus::Succeeded))
        );
        assert!(all[0].size.unwrap() > 0 && all[0].build.as_ref().unwrap().build_number.is_some());

        let system = client.system_names(&place()).unwrap().pop().unwrap();
        let archives =
            client.archives(&system, &place(), &ArchiveQuery::default().comment("nightly").newest(5)).unwrap();
        assert_eq!((archives.len(), archives[0].comment.as_deref()), (1, Some("nightly")));
        let since = archives[0].timestamp.as_ref().unwrap().at().unwrap();
        assert_eq!(client.archives(&system, &place(), &ArchiveQuery::default().since(since)).unwrap(), archives);
        assert_eq!(client.archives(&system, &place(), &ArchiveQuery::default().until(since)).unwrap().len(), 3);
        let archive = client.archive(&system, &archives[0].archive, &place()).unwrap();
        assert_eq!(archive.system_name.as_deref(), Some(system.as_str()));
        let restore = RestoreRequest::at(archive.location.unwrap())
            .encrypted(BACKUP_PASSWORD)
            .credentials("vcbackup", LOCATION_PASSWORD);
        let metadata = client.validate_restore(&restore).unwrap();
        assert_eq!((metadata.applicable, metadata.comment.as_deref()), (Some(true), Some("nightly")), "{metadata:?}");
        assert!(client.validate_restore(&restore.encrypted("wrong")).is_err());
        refused(ErrorKind::NotFound, client.archive(&system, "M_0_20200101-000000_", &place()));

        let second = client.create_backup_job(&BackupRequest::at(PLACE)).unwrap();
        assert_eq!(client.cancel_backup_job(&second.id).unwrap().status, Some(ReturnStatus::Ok));
        refused(ErrorKind::NotFound, client.backup_job("20200101-000000-1"));
        let calls = world.sim.journal();
        let mut paths = calls.as_array().unwrap().iter().map(|call| call["path"].as_str().unwrap());
        assert!(paths.all(|path| path.starts_with(root) || path == "/api/session"), "{root}");
    }
}

#[test]
fn schedules_are_made_changed_run_and_deleted() {
    for (world, client, _) in ways() {
        for schedule in client.schedules().unwrap() {
            client.delete_schedule(&schedule.id).unwrap();
        }
        let recurrence = RecurrenceInfo::new(9, 30).days([DayOfWeek::Thursday]);
        let spec = ScheduleSpec::new(PLACE)
            .parts(["seat"])
            .encrypted(BACKUP_PASSWORD)
            .credentials("vcbackup", LOCATION_PASSWORD)
            .recurring(recurrence.clone())
            .keeping(2);
        client.create_schedule("weekly", &spec).unwrap();
        refused(ErrorKind::Conflict, client.create_schedule("weekly", &spec));
        let made = client.schedule("weekly").unwrap();
        assert_eq!((made.enable, made.recurrence_info.as_ref()), (Some(true), Some(&recurrence)));
        assert_eq!(
            (made.parts.as_slice(), made.location_user.as_deref()),
            (["seat".to_owned()].as_slice(), Some("vcbackup"))
        );
        assert_eq!(client.schedules().unwrap(), [made]);

        // Thursday, 2026-01-15, 08:00: the schedule's time comes.
        world.sim.advance(2 * 3600).unwrap();
        let details = client.backup_details(&[]).unwrap();
        assert_eq!((details[0].id.get(..13), &details[0].kind), (Some("20260115-0930"), &Some(BackupType::Scheduled)));

        client.update_schedule("weekly", &ScheduleUpdate::new().enable(false).keeping(1)).unwrap();
        let changed = client.schedule("weekly").unwrap();
        assert_eq!((changed.enable, changed.retention_info.unwrap().max_count), (Some(false), Some(1)));
        assert_eq!(changed.recurrence_info, Some(recurrence));
        let run = client.run_schedule("weekly", Some("by hand")).unwrap();
        refused(ErrorKind::AlreadyRunning, client.run_schedule("weekly", None));
        world.sim.advance(600).unwrap();
        assert_eq!(client.backup_job(&run.id).unwrap().state, Some(ProcessState::Succeeded));
        client.delete_schedule("weekly").unwrap();
        refused(ErrorKind::NotFound, client.schedule("weekly"));
        refused(ErrorKind::NotFound, client.update_schedule("weekly", &ScheduleUpdate::new().enable(true)));
        refused(ErrorKind::NotFound, client.run_schedule("weekly", None));
    }
}

#[test]
fn an_old_appliance_says_what_it_lacks() {
    let (world, client) = appliance("6.5", None);
    let update = ScheduleUpdate::new().enable(true);
    refused(ErrorKind::Unsupported, client.recovery_supported());
    refused(ErrorKind::Unsupported, client.backup_details(&[]));
    refused(ErrorKind::Unsupported, client.schedules());
    refused(ErrorKind::Unsupported, client.schedule("default"));
    refused(ErrorKind::Unsupported, client.create_schedule("default", &ScheduleSpec::new(PLACE)));
    refused(ErrorKind::Unsupported, client.update_schedule("default", &update));
    refused(ErrorKind::Unsupported, client.delete_schedule("default"));
    refused(ErrorKind::Unsupported, client.run_schedule("default", None));
    refused(ErrorKind::Unsupported, client.system_names(&place()));
    refused(ErrorKind::Unsupported, client.archives("sn_vc", &place(), &ArchiveQuery::default()));
    refused(ErrorKind::Unsupported, client.archive("sn_vc", "M_1", &place()));
    assert_eq!(client.backup_jobs().unwrap().len(), 3);
    // A member that the version does not have is the caller's own doing.
    let fast = BackupRequest::at("ftp://backup.example.net/vcsa").fast_backup(true);
    refused(ErrorKind::InvalidArgument, client.create_backup_job(&fast));
    world.sim.knob("vcenter.version", json!("7.0.2")).unwrap();
    assert!(client.create_backup_job(&fast).is_ok());
}

#[test]
fn port_5480_wants_credentials_with_every_request() {
    for (version, dialect) in [("6.7.2", Dialect::Rest), ("8.0.3", Dialect::Api)] {
        let (world, _) = appliance(version, None);
        world.sim.knob("vcenter.port_mode", json!("5480")).unwrap();
        let mut config = world.vcenter_config();
        config.username = "root".into();
        config.login = Some(LoginMode::Basic);
        let client = Client::new(config.clone()).unwrap();
        client.login().unwrap();
        assert_eq!((client.dialect(), client.backup_jobs().unwrap().len()), (Some(dialect), 3));
        refused(ErrorKind::Unsupported, client.session());
        let server = client.server(Some(plan())).unwrap();
        let started = server.start("appliance-backup", &quick_start()).unwrap();
        assert_eq!(client.backup_job(&started.run.id).unwrap().state, Some(ProcessState::InProgress));
        assert_eq!((world.sim.truth()["vcenter"]["sessions"].clone(), world.count("POST", "session")), (json!(0), 0));

        config.password = "canary-wrong".into();
        world.sim.clear_journal();
        refused(ErrorKind::Unauthenticated, Client::new(config).unwrap().backup_jobs());
        assert_eq!(
            world.count("GET", "/backup/job"),
            if dialect == Dialect::Rest { 2 } else { 1 },
            "one of them a probe"
        );
    }
}

#[test]
fn the_common_model_is_the_same_in_both_dialects() {
    for (world, client, root) in ways() {
        let server = client.server(Some(plan())).unwrap();
        let job = server.jobs().unwrap().pop().unwrap();
        world.sim.clock(json!({ "per_request_s": 5 })).unwrap();
        let started = server.start(&job.id, &quick_start()).unwrap();
        let run = server.wait(&job.id, &started.run.id, &quick_wait(), &mut |_| {}).unwrap();
        assert_eq!((run.outcome, run.raw_status.as_str()), (Some(Outcome::Success), "SUCCEEDED"), "{root}");
        world.script(System::Vcenter, &job.id, "failed", 30);
        let started = server.start(&job.id, &quick_start()).unwrap();
        server.stop(&job.id).unwrap();
        let run = server.wait(&job.id, &started.run.id, &quick_wait(), &mut |_| {}).unwrap();
        assert_eq!(run.outcome, Some(Outcome::Failed), "{root}");
        assert_eq!(server.runs(&job.id, 0).unwrap().len(), 5);
    }
}

#[test]
fn nothing_secret_is_in_a_message_of_any_call() {
    let secrets = [BACKUP_PASSWORD, LOCATION_PASSWORD, "canary-sso-admin"];
    let coded = "Canary-4-Backup%21";
    let echo = format!("{} {coded}", secrets.join(" "));
    let mut seen = 0;
    for (world, client, _) in ways() {
        client.login().unwrap();
        for action in [
            json!({"kind": "status", "status": 500, "body": json!({"error_type": echo, "messages": [{"default_message": echo}]}).to_string()}),
            json!({"kind": "status", "status": 400, "body": json!({"type": format!("x.{echo}"), "value": {"messages": [{"default_message": echo}]}}).to_string()}),
            json!({"kind": "body", "body": json!({"value": {"id": [echo]}}).to_string(), "content_type": "application/json"}),
            json!({"kind": "body", "body": echo, "content_type": echo}),
            json!({"kind": "reset_before"}),
        ] {
            world.sim.clear_faults();
            world.sim.fault(json!({"path": "/appliance/recovery", "times": 0, "action": action})).unwrap();
            let spec = ScheduleSpec::new(PLACE).encrypted(BACKUP_PASSWORD).credentials("u", LOCATION_PASSWORD);
            let update = ScheduleUpdate::new().encrypted(BACKUP_PASSWORD).credentials("u", LOCATION_PASSWORD);
            let restore = RestoreRequest::at(PLACE)
                .encrypted(BACKUP_PASSWORD)
                .credentials("u", LOCATION_PASSWORD)
                .sso_admin("a", "canary-sso-admin");
            let mut odd_place = place();
            odd_place.location_password = Some(BACKUP_PASSWORD.into());
            let errors = [
                client.create_backup_job(&plan()).err(),
                client.validate_backup(&plan()).err(),
                client.create_schedule("a", &spec).err(),
                client.update_schedule("a", &update).err(),
                client.validate_restore(&restore).err(),
                client.system_names(&odd_place).err(),
                client.archives("sn", &odd_place, &ArchiveQuery::default()).err(),
                client.archive("sn", "M", &odd_place).err(),
            ];
            for (index, error) in errors.into_iter().enumerate() {
                let Some(error) = error else { continue };
                seen += 1;
                let mine: &[&str] = match index {
                    0..=3 => &[BACKUP_PASSWORD, LOCATION_PASSWORD],
                    4 => &secrets,
                    _ => &[BACKUP_PASSWORD, coded],
                };
                let mut text = format!("{error} {error:?} {:?} {:?}", error.vendor_code(), error.vendor_message());
                let mut source = std::error::Error::source(&error);
                while let Some(cause) = source {
                    text.push_str(&format!("{cause} {cause:?}"));
                    source = cause.source();
                }
                assert!(!mine.iter().any(|secret| text.contains(secret)), "{index}: {text}");
            }
        }
    }
    assert!(seen > 120, "only {seen} errors");
}
