//! Checks by history and accounts of runs, against the simulator: only positive evidence is green.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use backupjobs::{ErrorKind, Level, Outcome, Policy, Verdict, vcenter, veeam};
use backupjobs_sim::System;
use common::{BACKUP1, LOCATION_PASSWORD, MAIL, NIGHTLY, World, named, quick_start, quick_wait, servers};
use serde_json::json;
use std::time::Duration;

#[test]
fn only_a_young_success_by_the_servers_own_clock_is_green() {
    let world = World::new();
    let policy = Policy::new();
    for (flavor, server, job, _) in servers(&world) {
        // The machine's clock is another one: by that, everything would be too old or not yet made.
        let verdict = server.check(job, &policy).unwrap();
        assert_eq!(verdict.level, Level::Ok, "{flavor} {verdict:?}");
        assert!(verdict.age.is_some_and(|age| age < Duration::from_secs(86_400)), "{verdict:?}");
    }
    world.sim.advance(3 * 86_400).unwrap();
    for (flavor, server, job, _) in servers(&world) {
        let verdict = server.check(job, &policy).unwrap();
        assert_eq!(verdict.level, Level::Critical, "{flavor} {verdict:?}");
        assert!(verdict.reason.contains("longer than allowed"), "{verdict:?}");
        assert_eq!(server.check(job, &policy.max_age(None)).unwrap().level, Level::Ok);
    }
}

#[test]
fn what_never_ran_is_disabled_or_gone_is_not_green() {
    let world = World::new();
    let policy = Policy::new();
    let veeam = world.veeam(veeam::Dialect::V6).server();
    let teradata = world.teradata().server();
    let archive = named(&world, "veeam", "Contoso archive");
    for verdict in [veeam.check(&archive, &policy).unwrap(), teradata.check("76", &policy).unwrap()] {
        assert_eq!(verdict.level, Level::Critical, "{verdict:?}");
        assert!(verdict.reason.contains("never run"), "{verdict:?}");
    }
    for verdict in
        [veeam.check("00000000-0000-4000-8000-00000000dead", &policy).unwrap(), teradata.check("999", &policy).unwrap()]
    {
        assert_eq!(verdict.level, Level::Critical, "{verdict:?}");
        assert!(verdict.reason.contains("gone"), "{verdict:?}");
    }
    veeam.disable(MAIL).unwrap();
    let verdict = veeam.check(MAIL, &policy).unwrap();
    assert_eq!((verdict.level, verdict.job_name.as_deref()), (Level::Warning, Some("Contoso mail")));
    assert!(verdict.reason.contains("disabled"), "{verdict:?}");
    assert_eq!(veeam.check(MAIL, &policy.disabled_ok(true)).unwrap().level, Level::Ok);
    assert_eq!(veeam.check("no id", &policy).unwrap_err().kind(), ErrorKind::InvalidArgument);
}

#[test]
fn a_history_that_cannot_be_read_is_unknown() {
    for action in [
        json!({"kind": "status", "status": 503}),
        json!({"kind": "status", "status": 401}),
        json!({"kind": "reset_before"}),
        json!({"kind": "body", "body": "<html>Sign in</html>", "content_type": "text/html"}),
    ] {
        let world = World::new();
        for (flavor, server, job, _) in servers(&world) {
            assert!(server.job(job).is_ok());
            world.fault(flavor.system().word(), "", 0, action.clone());
            let verdict = server.check(job, &Policy::new()).unwrap();
            assert_eq!(verdict.level, Level::Unknown, "{flavor} {verdict:?}");
            let report = server.check_all(&Policy::new(), &[]).unwrap();
            assert_eq!(report.level, Level::Unknown, "{flavor} {report:?}");
            world.sim.clear_faults();
        }
    }
}

#[test]
fn all_jobs_of_a_server_and_the_ones_that_must_be_there() {
    let world = World::new();
    let server = world.veeam(veeam::Dialect::V5).server();
    let report = server.check_all(&Policy::new(), &["Contoso mail", BACKUP1, "Payroll"]).unwrap();
    assert_eq!((report.level, report.verdicts.len()), (Level::Critical, 6));
    let of = |job: &str| report.verdicts.iter().find(|v| v.job_id.as_deref() == Some(job)).unwrap();
    assert_eq!((of(MAIL).level, of(BACKUP1).level), (Level::Ok, Level::Critical));
    let missing = of("Payroll");
    assert_eq!(missing.level, Level::Critical);
    assert!(missing.reason.contains("'Payroll' is not on the server"), "{missing:?}");
    // Restore jobs are none of a backup's business.
    let report = world.teradata().server().check_all(&Policy::new(), &["sales_restore_drill"]).unwrap();
    let drill: Vec<&Verdict> = report.verdicts.iter().filter(|v| v.job_id.as_deref() == Some("80")).collect();
    assert!(drill.is_empty(), "{drill:?}");
    assert!(report.verdicts.last().unwrap().reason.contains("is not on the server"));
    let appliance =
        world.vcenter().server(None).unwrap().check_all(&Policy::new(), &[vcenter::APPLIANCE_BACKUP]).unwrap();
    assert_eq!((appliance.level, appliance.verdicts.len()), (Level::Ok, 1), "{appliance:?}");
}

#[test]
fn a_restore_among_the_executions_is_no_backup() {
    let world = World::new();
    let server = world.teradata().server();
    assert!(server.runs("80", 0).unwrap().is_empty(), "a drill is no backup");
    let row = |id: &str, kind: &str, status: &str, at: &str| {
        json!({"execution_id": id, "job_id": 71, "job_type": kind, "status": status,
            "start_time": format!("2026-01-15T0{at}:00:00Z"), "end_time": format!("2026-01-15T0{at}:30:00Z")})
    };
    let list = json!([row("907", "RESTORE", "SUCCESSFUL", "7"), row("906", "BACKUP", "FAILED", "6")]);
    world.fault("teradata", "/71/executions", 0, json!({"kind": "body", "body": list.to_string()}));
    let ids: Vec<String> = server.runs(NIGHTLY, 0).unwrap().into_iter().map(|run| run.id).collect();
    assert_eq!(ids, ["906"]);
    let verdict = server.check(NIGHTLY, &Policy::new()).unwrap();
    assert_eq!((verdict.level, verdict.run.unwrap().id), (Level::Critical, "906".into()));
}

#[test]
fn a_run_is_explained_in_the_vendors_words() {
    let world = World::ticking(20);
    for (flavor, server, job, _) in servers(&world) {
        let said = format!("cannot write to sftp://vcbackup:{LOCATION_PASSWORD}@host");
        let message = if flavor.system() == System::Vcenter { said.as_str() } else { "3 mailboxes were skipped" };
        let script = json!({"outcome": "failed", "duration_s": 60, "message": message});
        world.sim.script(flavor.system(), job, serde_json::from_value(script).unwrap()).unwrap();
        let started = server.start(job, &quick_start()).unwrap();
        let run = server.wait(job, &started.run.id, &quick_wait(), &mut |_| {}).unwrap();
        assert_eq!(run.outcome, Some(Outcome::Failed), "{flavor}");
        let account = server.explain(job, &run.id).unwrap();
        let text = account.to_string();
        assert!(text.contains(&run.id) && text.contains("failed") && text.contains(&run.raw_status), "{text}");
        assert!(!account.lines.is_empty() && text.lines().count() == account.lines.len() + 1, "{text}");
        let sentence =
            if flavor.system() == System::Vcenter { "cannot write to sftp://vcbackup:***@host" } else { message };
        assert!(text.contains(sentence), "{flavor}: {text}");
        assert!(!format!("{account:?} {:?}", Verdict::of(&run, &Policy::new())).contains(LOCATION_PASSWORD));
        // Half an account is better than none.
        if flavor.system() == System::Veeam {
            world.fault("veeam", "ogItems", 0, json!({"kind": "status", "status": 503}));
            let text = server.explain(job, &run.id).unwrap().to_string();
            assert!(text.contains("more could not be read"), "{text}");
            world.sim.clear_faults();
        }
    }
}
