//! Tickets taken up at every stage, checks by history, accounts of runs and waits for many, against the simulator.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use backupjobs::{
    ErrorKind, IfRunning, Level, Origin, Outcome, Policy, RunRef, Server, Stage, Ticket, Verdict, vcenter, veeam,
};
use backupjobs_sim::System;
use common::{BACKUP1, LOCATION_PASSWORD, MAIL, NIGHTLY, World, plan, quick_start, quick_wait};
use serde_json::{Value, json};
use std::time::Duration;

fn servers(world: &World) -> Vec<(System, Server, &'static str, &'static str)> {
    vec![
        (System::Veeam, world.veeam(veeam::Dialect::V2).server(), MAIL, "/Action"),
        (System::Veeam, world.veeam(veeam::Dialect::V5).server(), BACKUP1, "/action"),
        (System::Veeam, world.veeam(veeam::Dialect::V6).server(), MAIL, "/start"),
        (System::Teradata, world.teradata().server(), NIGHTLY, "/execute"),
        (System::Vcenter, world.vcenter().server(Some(plan())).unwrap(), vcenter::APPLIANCE_BACKUP, "/backup/job"),
    ]
}

fn never(_: &Ticket) -> Result<(), String> {
    Ok(())
}

#[test]
fn a_ticket_is_taken_up_at_every_stage_and_sent_once() {
    let world = World::new();
    for (system, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let mut ticket = server.prepare(job, &quick_start()).unwrap();
        assert_eq!((ticket.stage(), ticket.run(), ticket.job()), (Stage::Prepared, None, job));
        assert_eq!(world.count("POST", path), 0, "{system:?}: preparing sent something");
        let mut saved = vec![(ticket.stage(), ticket.to_text())];
        let started = server
            .carry_out(&mut ticket, &mut |now| {
                saved.push((now.stage(), now.to_text()));
                Ok(())
            })
            .unwrap();
        let stages: Vec<Stage> = saved.iter().map(|(stage, _)| *stage).collect();
        assert_eq!(stages, [Stage::Prepared, Stage::Sending, Stage::Started], "{system:?}");
        assert_eq!(ticket.run(), Some(started.run.id.as_str()));
        for (stage, text) in &saved {
            let mut again = Ticket::from_text(text).unwrap();
            assert_eq!(again.stage(), *stage);
            let found = server.carry_out(&mut again, &mut never).unwrap();
            assert_eq!(found.run.id, started.run.id, "{system:?} from {stage}");
            assert_eq!((again.stage(), found.origin), (Stage::Started, Origin::Indistinguishable));
        }
        assert_eq!(world.count("POST", path), 1, "{system:?}: the start was repeated");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn a_ticket_whose_request_was_never_sent_is_sent_when_taken_up() {
    let world = World::new();
    for (system, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let text = server.prepare(job, &quick_start()).unwrap().to_text();
        let started = server.carry_out(&mut Ticket::from_text(&text).unwrap(), &mut never).unwrap();
        assert!(started.run.is_active(), "{system:?}");
        assert_eq!(world.count("POST", path), 1, "{system:?}");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn a_ticket_that_never_got_past_sending_is_not_sent_again() {
    let world = World::new();
    for (system, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let mut sending = None;
        let mut ticket = server.prepare(job, &quick_start()).unwrap();
        world.fault(system.word(), path, 1, json!({"kind": "reset_before"}));
        let error = server
            .carry_out(&mut ticket, &mut |now| {
                sending = Some(now.to_text());
                Ok(())
            })
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        let mut again = Ticket::from_text(&sending.unwrap()).unwrap();
        assert_eq!(again.stage(), Stage::Sending);
        let error = server.carry_out(&mut again, &mut never).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        assert_eq!(world.count("POST", path), 1, "{system:?}: the start was repeated");
    }
}

#[test]
fn a_caller_who_never_saved_finds_his_run_behind_a_lagging_history() {
    for (knob, system) in [("veeam.session_lag", System::Veeam), ("teradata.list_lag_polls", System::Teradata)] {
        let world = World::new();
        world.sim.knob(knob, json!(3)).unwrap();
        let (_, server, job, path) = servers(&world).into_iter().rfind(|(of, ..)| *of == system).unwrap();
        let text = server.prepare(job, &quick_start()).unwrap().to_text();
        let mut first = Ticket::from_text(&text).unwrap();
        world.fault(system.word(), path, 1, json!({"kind": "status_after", "status": 429}));
        let error = server.carry_out(&mut first, &mut never).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited, "{error}");
        let found = server.carry_out(&mut Ticket::from_text(&text).unwrap(), &mut never).unwrap();
        assert_eq!(found.origin, Origin::Indistinguishable);
        assert_eq!(world.count("POST", path), 1, "{system:?}: the start was repeated");
    }
}

#[test]
fn nothing_is_sent_when_the_ticket_cannot_be_saved() {
    let world = World::new();
    for (system, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let mut ticket = server.prepare(job, &quick_start()).unwrap();
        let error = server.carry_out(&mut ticket, &mut |_| Err("disk full\r\n".into())).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        assert!(error.message().contains("disk full") && error.message().contains("nothing was sent"), "{error}");
        assert_eq!((world.count("POST", path), ticket.stage()), (0, Stage::Prepared), "{system:?}");
        server.carry_out(&mut ticket, &mut never).unwrap();
        assert_eq!(world.count("POST", path), 1, "{system:?}");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn a_ticket_of_another_server_is_refused_before_any_request() {
    let (here, there) = (World::new(), World::new());
    for ((system, server, job, _), (_, other, ..)) in servers(&here).into_iter().zip(servers(&there)) {
        let mut ticket = server.prepare(job, &quick_start()).unwrap();
        there.sim.clear_journal();
        let error = other.carry_out(&mut ticket, &mut never).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{system:?} {error}");
        assert!(error.message().contains(ticket.server()), "{error}");
        assert_eq!(there.sim.journal().as_array().unwrap().len(), 0, "{system:?}: something was sent");
    }
}

#[test]
fn a_job_that_ran_when_the_ticket_was_prepared_gets_no_second_run() {
    let world = World::new();
    world.sim.knob("veeam.already_running", json!("silent")).unwrap();
    world.sim.knob("teradata.already_running", json!("second_run")).unwrap();
    for (system, server, job, path) in servers(&world) {
        let running = world.sim.run(system, job).unwrap()["id"].as_str().unwrap().to_owned();
        world.sim.clear_journal();
        for (if_running, origin) in [(IfRunning::Adopt, Origin::Adopted), (IfRunning::Skip, Origin::Skipped)] {
            let mut options = quick_start();
            options.if_running = if_running;
            let mut ticket = server.prepare(job, &options).unwrap();
            let found = server.carry_out(&mut ticket, &mut never).unwrap();
            assert_eq!((found.run.id.as_str(), found.origin), (running.as_str(), origin), "{system:?}");
        }
        let mut options = quick_start();
        options.if_running = IfRunning::Fail;
        let mut ticket = server.prepare(job, &options).unwrap();
        let error = server.carry_out(&mut ticket, &mut never).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyRunning, "{system:?} {error}");
        assert_eq!(world.count("POST", path), 0, "{system:?}: a start was sent");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn the_appliance_keeps_the_tickets_marker() {
    let world = World::new();
    let server = world.vcenter().server(Some(plan())).unwrap();
    let mut ticket = server.prepare(vcenter::APPLIANCE_BACKUP, &quick_start()).unwrap();
    let started = server.carry_out(&mut ticket, &mut never).unwrap();
    let truth = world.sim.truth();
    let run =
        truth["vcenter"]["runs"].as_array().unwrap().iter().find(|run| run["id"] == started.run.id).unwrap().clone();
    assert_eq!(run["comment"], format!("nightly [bkj {}]", ticket.marker()));
}

/// A job by name, from the simulator's truth.
fn named(world: &World, system: &str, name: &str) -> String {
    let truth = world.sim.truth();
    let jobs = truth[system]["jobs"].as_array().unwrap();
    jobs.iter().find(|job| job["name"] == name).unwrap()["id"].as_str().unwrap().to_owned()
}

#[test]
fn only_a_young_success_by_the_servers_own_clock_is_green() {
    let world = World::new();
    let policy = Policy::new();
    for (system, server, job, _) in servers(&world) {
        if job == BACKUP1 {
            continue; // Failed last night.
        }
        // The machine's clock is another one: by that, everything would be too old or not yet made.
        let verdict = server.check(job, &policy).unwrap();
        assert_eq!(verdict.level, Level::Ok, "{system:?} {verdict:?}");
        assert!(verdict.age.is_some_and(|age| age < Duration::from_secs(86_400)), "{verdict:?}");
    }
    world.sim.advance(3 * 86_400).unwrap();
    for (system, server, job, _) in servers(&world) {
        if job == BACKUP1 {
            continue;
        }
        let verdict = server.check(job, &policy).unwrap();
        assert_eq!(verdict.level, Level::Critical, "{system:?} {verdict:?}");
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
        for (system, server, job, _) in servers(&world) {
            assert!(server.job(job).is_ok());
            world.fault(system.word(), "", 0, action.clone());
            let verdict = server.check(job, &Policy::new()).unwrap();
            assert_eq!(verdict.level, Level::Unknown, "{system:?} {verdict:?}");
            let report = server.check_all(&Policy::new(), &[]).unwrap();
            assert_eq!(report.level, Level::Unknown, "{system:?} {report:?}");
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
    for (system, server, job, _) in servers(&world) {
        let said = format!("cannot write to sftp://vcbackup:{LOCATION_PASSWORD}@host");
        let message = if system == System::Vcenter { said.as_str() } else { "3 mailboxes were skipped" };
        let script = json!({"outcome": "failed", "duration_s": 60, "message": message});
        world.sim.script(system, job, serde_json::from_value(script).unwrap()).unwrap();
        let started = server.start(job, &quick_start()).unwrap();
        let run = server.wait(job, &started.run.id, &quick_wait(), &mut |_| {}).unwrap();
        assert_eq!(run.outcome, Some(Outcome::Failed), "{system:?}");
        let account = server.explain(job, &run.id).unwrap();
        let text = account.to_string();
        assert!(text.contains(&run.id) && text.contains("failed") && text.contains(&run.raw_status), "{text}");
        assert!(!account.lines.is_empty() && text.lines().count() == account.lines.len() + 1, "{text}");
        let sentence = if system == System::Vcenter { "cannot write to sftp://vcbackup:***@host" } else { message };
        assert!(text.contains(sentence), "{system:?}: {text}");
        assert!(!format!("{account:?} {:?}", Verdict::of(&run, &Policy::new())).contains(LOCATION_PASSWORD));
        // Half an account is better than none.
        if system == System::Veeam {
            world.fault("veeam", "ogItems", 0, json!({"kind": "status", "status": 503}));
            let text = server.explain(job, &run.id).unwrap().to_string();
            assert!(text.contains("more could not be read"), "{text}");
            world.sim.clear_faults();
        }
    }
}

#[test]
fn many_runs_are_waited_for_with_one_list_a_look() {
    for (system, list) in [(System::Veeam, "JobSessions"), (System::Teradata, "/executions")] {
        let world = World::ticking(5);
        let jobs = |name: &str| named(&world, system.word(), name);
        let (server, jobs) = match system {
            System::Veeam => (
                world.veeam(veeam::Dialect::V6).server(),
                [jobs("Contoso mail"), jobs("Backup1"), jobs("Contoso sites"), jobs("Contoso teams")],
            ),
            _ => (world.teradata().server(), ["71", "72", "73", "74"].map(str::to_owned)),
        };
        for (job, outcome) in jobs.iter().zip(["success", "failed", "warning", "success"]) {
            world.script(system, job, outcome, 60);
        }
        let started: Vec<RunRef> =
            jobs.iter().map(|job| RunRef::from(&server.start(job, &quick_start()).unwrap().run)).collect();
        world.sim.clear_journal();
        let mut told = 0;
        let results = server.wait_all(&started, &quick_wait(), &mut |index, progress| {
            assert_eq!(progress.run.as_ref().unwrap().id, started[index].run);
            told += 1;
        });
        let outcomes: Vec<Option<Outcome>> = results.iter().map(|run| run.as_ref().unwrap().outcome).collect();
        assert_eq!(
            outcomes,
            [Outcome::Success, Outcome::Failed, Outcome::Warning, Outcome::Success].map(Some),
            "{system:?}"
        );
        let ids: Vec<&str> = results.iter().map(|run| run.as_ref().unwrap().id.as_str()).collect();
        assert_eq!(ids, started.iter().map(|at| at.run.as_str()).collect::<Vec<_>>(), "in the order asked for");
        let journal = world.sim.journal();
        let gets: Vec<&Value> = journal.as_array().unwrap().iter().filter(|e| e["method"] == "GET").collect();
        // One list a look for all of them, until only one is left.
        let lists = gets.iter().filter(|e| e["path"].as_str().unwrap().ends_with(list)).count();
        assert!(lists >= 5 && told > 2 * lists, "{system:?}: {lists} lists, told {told} times");
        assert!(gets.len() <= lists + 4, "{system:?}: {} requests for {lists} lists", gets.len());
    }
}
