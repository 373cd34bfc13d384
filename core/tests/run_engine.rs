//! Tickets taken up at every stage, and waits for many runs, against the simulator.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use backupjobs::{ErrorKind, IfRunning, Origin, Outcome, RunRef, Stage, Ticket, vcenter};
use common::{Flavor, World, plan, quick_start, quick_wait, servers};
use serde_json::{Value, json};

fn never(_: &Ticket) -> Result<(), String> {
    Ok(())
}

#[test]
fn a_ticket_is_taken_up_at_every_stage_and_sent_once() {
    let world = World::new();
    for (flavor, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let mut ticket = server.prepare(job, &quick_start()).unwrap();
        assert_eq!((ticket.stage(), ticket.run(), ticket.job()), (Stage::Prepared, None, job));
        assert_eq!(world.count("POST", path), 0, "{flavor}: preparing sent something");
        let mut saved = vec![(ticket.stage(), ticket.to_text())];
        let started = server
            .carry_out(&mut ticket, &mut |now| {
                saved.push((now.stage(), now.to_text()));
                Ok(())
            })
            .unwrap();
        let stages: Vec<Stage> = saved.iter().map(|(stage, _)| *stage).collect();
        assert_eq!(stages, [Stage::Prepared, Stage::Sending, Stage::Started], "{flavor}");
        assert_eq!(ticket.run(), Some(started.run.id.as_str()));
        for (stage, text) in &saved {
            let mut again = Ticket::from_text(text).unwrap();
            assert_eq!(again.stage(), *stage);
            let found = server.carry_out(&mut again, &mut never).unwrap();
            assert_eq!(found.run.id, started.run.id, "{flavor} from {stage}");
            assert_eq!((again.stage(), found.origin), (Stage::Started, Origin::Indistinguishable));
        }
        assert_eq!(world.count("POST", path), 1, "{flavor}: the start was repeated");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn a_ticket_whose_request_was_never_sent_is_sent_when_taken_up() {
    let world = World::new();
    for (flavor, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let text = server.prepare(job, &quick_start()).unwrap().to_text();
        let started = server.carry_out(&mut Ticket::from_text(&text).unwrap(), &mut never).unwrap();
        assert!(started.run.is_active(), "{flavor}");
        assert_eq!(world.count("POST", path), 1, "{flavor}");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn a_ticket_that_never_got_past_sending_is_not_sent_again() {
    let world = World::new();
    for (flavor, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let mut sending = None;
        let mut ticket = server.prepare(job, &quick_start()).unwrap();
        world.fault(flavor.system().word(), path, 1, json!({"kind": "reset_before"}));
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
        assert_eq!(world.count("POST", path), 1, "{flavor}: the start was repeated");
    }
}

#[test]
fn a_caller_who_never_saved_finds_his_run_behind_a_lagging_history() {
    let world = World::new();
    for (flavor, server, job, path) in servers(&world) {
        let Some(lag) = flavor.lag() else { continue };
        world.sim.clear_journal();
        world.sim.knob(lag, json!(3)).unwrap();
        let text = server.prepare(job, &quick_start()).unwrap().to_text();
        let mut first = Ticket::from_text(&text).unwrap();
        world.fault(flavor.system().word(), path, 1, json!({"kind": "status_after", "status": 429}));
        let error = server.carry_out(&mut first, &mut never).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited, "{error}");
        let found = server.carry_out(&mut Ticket::from_text(&text).unwrap(), &mut never).unwrap();
        assert_eq!(found.origin, Origin::Indistinguishable);
        assert_eq!(world.count("POST", path), 1, "{flavor}: the start was repeated");
        world.sim.reset();
    }
}

#[test]
fn nothing_is_sent_when_the_ticket_cannot_be_saved() {
    let world = World::new();
    for (flavor, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let mut ticket = server.prepare(job, &quick_start()).unwrap();
        let error = server.carry_out(&mut ticket, &mut |_| Err("disk full\r\n".into())).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        assert!(error.message().contains("disk full") && error.message().contains("nothing was sent"), "{error}");
        assert_eq!((world.count("POST", path), ticket.stage()), (0, Stage::Prepared), "{flavor}");
        server.carry_out(&mut ticket, &mut never).unwrap();
        assert_eq!(world.count("POST", path), 1, "{flavor}");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn a_ticket_of_another_server_is_refused_before_any_request() {
    let (here, there) = (World::new(), World::new());
    for ((flavor, server, job, _), (_, other, ..)) in servers(&here).zip(servers(&there)) {
        let mut ticket = server.prepare(job, &quick_start()).unwrap();
        there.sim.clear_journal();
        let error = other.carry_out(&mut ticket, &mut never).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{flavor} {error}");
        assert!(error.message().contains(ticket.server()), "{error}");
        assert_eq!(there.sim.journal().as_array().unwrap().len(), 0, "{flavor}: something was sent");
    }
}

#[test]
fn a_job_that_ran_when_the_ticket_was_prepared_gets_no_second_run() {
    let world = World::new();
    world.sim.knob("veeam.already_running", json!("silent")).unwrap();
    world.sim.knob("teradata.already_running", json!("second_run")).unwrap();
    for (flavor, server, job, path) in servers(&world) {
        let running = world.sim.run(flavor.system(), job).unwrap()["id"].as_str().unwrap().to_owned();
        world.sim.clear_journal();
        for (if_running, origin) in [(IfRunning::Adopt, Origin::Adopted), (IfRunning::Skip, Origin::Skipped)] {
            let mut options = quick_start();
            options.if_running = if_running;
            let mut ticket = server.prepare(job, &options).unwrap();
            let found = server.carry_out(&mut ticket, &mut never).unwrap();
            assert_eq!((found.run.id.as_str(), found.origin), (running.as_str(), origin), "{flavor}");
        }
        let mut options = quick_start();
        options.if_running = IfRunning::Fail;
        let mut ticket = server.prepare(job, &options).unwrap();
        let error = server.carry_out(&mut ticket, &mut never).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyRunning, "{flavor} {error}");
        assert_eq!(world.count("POST", path), 0, "{flavor}: a start was sent");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn retries_are_followed_among_many_runs() {
    for flavor in Flavor::all().into_iter().filter(|flavor| flavor.tells_of_retries()) {
        let world = World::ticking(30);
        let (server, jobs) = (world.server(flavor), &flavor.jobs()[..3]);
        world.sim.knob("veeam.retries", json!("always")).unwrap();
        for (job, ends) in jobs.iter().zip([&["failed", "warning", "success"] as &[_], &["success"], &["failed"; 4]]) {
            for end in ends {
                world.script(flavor.system(), job, end, 60);
            }
        }
        let started: Vec<RunRef> =
            jobs.iter().map(|job| RunRef::from(&server.start(job, &quick_start()).unwrap().run)).collect();
        let results = server.wait_all(&started, &quick_wait(), &mut |_, _| {});
        let runs: Vec<_> = results.into_iter().map(|run| run.unwrap()).collect();
        let outcomes: Vec<_> = runs.iter().map(|run| run.outcome).collect();
        assert_eq!(outcomes, [Outcome::Success, Outcome::Success, Outcome::Failed].map(Some), "{flavor}");
        let firsts: Vec<_> = runs.iter().map(|run| run.retry_of.as_deref().unwrap_or(&run.id)).collect();
        assert_eq!(firsts, started.iter().map(|at| at.run.as_str()).collect::<Vec<_>>(), "{flavor}");
        assert_eq!((&runs[1].id, runs[1].will_be_retried), (&started[1].run, false), "{flavor}");
        assert!(runs.iter().all(|run| !run.will_be_retried), "{flavor}: {runs:?}");
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

#[test]
fn many_runs_are_waited_for_with_one_list_a_look() {
    for flavor in Flavor::all() {
        let Some(list) = flavor.list_path() else { continue };
        let world = World::ticking(5);
        let (server, jobs) = (world.server(flavor), &flavor.jobs()[..4]);
        for (job, outcome) in jobs.iter().zip(["success", "failed", "warning", "success"]) {
            world.script(flavor.system(), job, outcome, 60);
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
            "{flavor}"
        );
        let ids: Vec<&str> = results.iter().map(|run| run.as_ref().unwrap().id.as_str()).collect();
        assert_eq!(ids, started.iter().map(|at| at.run.as_str()).collect::<Vec<_>>(), "in the order asked for");
        let journal = world.sim.journal();
        let gets: Vec<&Value> = journal.as_array().unwrap().iter().filter(|e| e["method"] == "GET").collect();
        // One list a look for all of them, until only one is left.
        let lists = gets.iter().filter(|e| e["path"].as_str().unwrap().ends_with(list)).count();
        assert!(lists >= 5 && told > 2 * lists, "{flavor}: {lists} lists, told {told} times");
        assert!(gets.len() <= lists + 4, "{flavor}: {} requests for {lists} lists", gets.len());
    }
}
