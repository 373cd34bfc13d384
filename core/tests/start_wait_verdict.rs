//! The line to hold, on every system: start → wait → verdict, never started twice, never falsely green.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use backupjobs::{ErrorKind, IfRunning, Level, Origin, Outcome, Phase, Policy, Verb, Verdict, vcenter};
use backupjobs_sim::System;
use common::{World, quick_start, quick_wait, servers};
use serde_json::json;
use std::time::Duration;

#[test]
fn every_ending_on_every_system() {
    let world = World::ticking(5);
    for (outcome, expected, level) in [
        ("success", Outcome::Success, Level::Ok),
        ("warning", Outcome::Warning, Level::Warning),
        ("failed", Outcome::Failed, Level::Critical),
    ] {
        for (flavor, server, job, _) in servers(&world) {
            if outcome == "warning" && !flavor.warns() {
                continue;
            }
            world.script(flavor.system(), job, outcome, 60);
            let started = server.start(job, &quick_start()).unwrap();
            // Only an answer that names the run proves whose it is.
            let origin = if flavor.names_its_run() { Origin::Ours } else { Origin::Indistinguishable };
            assert_eq!(started.origin, origin, "{flavor}");
            let mut looks = 0;
            let run = server.wait(job, &started.run.id, &quick_wait(), &mut |_| looks += 1).unwrap();
            assert_eq!((run.phase, run.outcome), (Phase::Finished, Some(expected)), "{flavor} {run:?}");
            assert!(looks > 3, "{flavor}: {looks} looks");
            assert!(run.started.is_some() && run.ended.is_some(), "{run:?}");
            let verdict = Verdict::of(&run, &Policy::new());
            assert_eq!(verdict.level, level, "{verdict:?}");
            assert!(verdict.reason.contains(&run.id) && verdict.reason.contains(&run.raw_status), "{verdict:?}");
            assert_eq!(server.runs(job, 1).unwrap()[0].id, run.id);
        }
    }
}

#[test]
fn a_run_that_is_tried_again_ends_with_its_last_try() {
    const TRIES: usize = 4;
    let world = World::ticking(60);
    for (flavor, server, job, _) in servers(&world).filter(|(flavor, ..)| flavor.system() == System::Veeam) {
        for ends in [&["failed", "success"] as &[_], &["warning", "failed", "failed", "warning"], &["failed"; TRIES]] {
            world.sim.knob("veeam.retries", json!("always")).unwrap();
            for end in ends {
                world.script(flavor.system(), job, end, 60);
            }
            let first = server.start(job, &quick_start()).unwrap().run;
            let run = server.wait(job, &first.id, &quick_wait(), &mut |_| {}).unwrap();
            if flavor.tells_of_retries() {
                let end = ends.last().map(|end| flavor.outcome(end));
                assert_eq!((run.outcome, run.retry_of.as_deref()), (end, Some(first.id.as_str())), "{flavor} {ends:?}");
                assert!(!run.will_be_retried, "{run:?}");
            } else {
                // Nobody is told of the next try: the end of the run is the end.
                assert_eq!((run.outcome, run.id), (Some(flavor.outcome(ends[0])), first.id), "{flavor}");
            }
            world.sim.reset();
            world.sim.clock(json!({"per_request_s": 60})).unwrap();
        }
    }
}

#[test]
fn an_unknown_word_is_never_green() {
    let world = World::ticking(20);
    for (flavor, server, job, _) in servers(&world) {
        world.script(flavor.system(), job, "SPLENDID", 60);
        let started = server.start(job, &quick_start()).unwrap();
        let run = server.wait(job, &started.run.id, &quick_wait(), &mut |_| {}).unwrap();
        assert_eq!((run.outcome, run.raw_status.as_str()), (Some(Outcome::Unknown), "SPLENDID"), "{run:?}");
        assert_eq!(Verdict::of(&run, &Policy::new().warnings_ok(true)).level, Level::Unknown);
    }
}

#[test]
fn a_lost_answer_is_found_and_never_sent_again() {
    for fault in [json!({"kind": "reset_after"}), json!({"kind": "status_after", "status": 500, "body": "oops"})] {
        let world = World::new();
        for (flavor, server, job, path) in servers(&world) {
            let before = world.api_runs(flavor.system().word());
            world.sim.clear_journal();
            world.sim.fault(json!({"method": "POST", "path": path, "times": 1, "action": fault})).unwrap();
            let started = server.start(job, &quick_start()).unwrap();
            assert_eq!(started.origin, Origin::Indistinguishable, "{flavor}");
            assert_eq!(world.api_runs(flavor.system().word()), before + 1, "{flavor}");
            assert_eq!(world.count("POST", path), 1, "{flavor}: the start was repeated");
            world.sim.advance(3600).unwrap();
        }
    }
}

#[test]
fn a_start_that_never_arrived_is_unknown_and_not_repeated() {
    let world = World::new();
    for (flavor, server, job, path) in servers(&world) {
        world.sim.clear_journal();
        let action = json!({"kind": "reset_before"});
        world.sim.fault(json!({"method": "POST", "path": path, "times": 1, "action": action})).unwrap();
        let error = server.start(job, &quick_start()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        assert!(error.remedy().contains("before starting it again"), "{error}");
        assert_eq!(world.count("POST", path), 1, "{flavor}: the start was repeated");
    }
}

#[test]
fn a_running_job_is_adopted_refused_or_skipped() {
    let world = World::new();
    for (flavor, server, job, path) in servers(&world) {
        let first = server.start(job, &quick_start()).unwrap();
        world.sim.clear_journal();
        for (if_running, origin) in [(IfRunning::Adopt, Origin::Adopted), (IfRunning::Skip, Origin::Skipped)] {
            let mut options = quick_start();
            options.if_running = if_running;
            let again = server.start(job, &options).unwrap();
            assert_eq!((again.run.id.as_str(), again.origin), (first.run.id.as_str(), origin), "{flavor}");
        }
        let mut options = quick_start();
        options.if_running = IfRunning::Fail;
        let error = server.start(job, &options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyRunning, "{error}");
        assert!(error.message().contains(&first.run.id), "{error}");
        assert_eq!(world.count("POST", path), 0, "{flavor}");
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn somebody_quicker_between_look_and_request_is_noticed() {
    let world = World::new();
    for (flavor, server, job, path) in servers(&world) {
        // The list still shows nothing while the vendor refuses: only the refusal tells.
        let before = world.api_runs(flavor.system().word());
        let truth = world.sim.run(flavor.system(), job).unwrap();
        let running = truth["id"].as_str().unwrap();
        let run = server.start(job, &quick_start()).unwrap();
        assert_eq!((run.run.id.as_str(), run.origin), (running, Origin::Adopted), "{flavor} {path}");
        assert_eq!(world.api_runs(flavor.system().word()), before);
        world.sim.advance(3600).unwrap();
    }
}

#[test]
fn a_token_that_dies_during_the_wait_is_renewed() {
    let world = World::ticking(5);
    for (flavor, server, job, _) in servers(&world) {
        world.script(flavor.system(), job, "success", 120);
        let started = server.start(job, &quick_start()).unwrap();
        let mut looks = 0;
        let run = server
            .wait(job, &started.run.id, &quick_wait(), &mut |_| {
                looks += 1;
                if looks % 5 == 0 {
                    world.sim.revoke(flavor.system());
                }
            })
            .unwrap();
        assert_eq!(run.outcome, Some(Outcome::Success), "{flavor}");
        assert!(looks >= 10);
    }
}

#[test]
fn a_deadline_and_a_cancel_end_the_wait_but_not_the_backup() {
    let world = World::new();
    for (flavor, server, job, _) in servers(&world) {
        world.script(flavor.system(), job, "success", 100_000);
        let started = server.start(job, &quick_start()).unwrap();
        let mut options = quick_wait();
        options.deadline = Duration::from_millis(50);
        let error = server.wait(job, &started.run.id, &options, &mut |_| {}).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Deadline, "{error}");
        assert!(error.message().contains(&started.run.id) && error.message().contains("running"), "{error}");

        let cancel = backupjobs::CancelToken::new();
        let waiting = server.with_cancel(&cancel);
        let error = waiting.wait(job, &started.run.id, &quick_wait(), &mut |_| cancel.cancel()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled, "{error}");
        assert!(server.run(job, &started.run.id).unwrap().is_active(), "{flavor}");
        world.sim.reset();
    }
}

#[test]
fn an_unreachable_server_is_tolerated_for_a_while_only() {
    let world = World::ticking(10);
    for (flavor, server, job, _) in servers(&world) {
        world.script(flavor.system(), job, "success", 600);
        let started = server.start(job, &quick_start()).unwrap();
        world.fault(flavor.system().word(), "", 9, json!({"kind": "reset_before"}));
        let mut troubles = 0;
        let run = server
            .wait(job, &started.run.id, &quick_wait(), &mut |p| troubles += usize::from(p.trouble.is_some()))
            .unwrap();
        assert_eq!(run.outcome, Some(Outcome::Success), "{flavor}");
        assert!(troubles > 0, "{flavor}: the fault was not seen");

        world.sim.clear_faults();
        let started = server.start(job, &quick_start()).unwrap();
        world.fault(flavor.system().word(), "", 0, json!({"kind": "reset_before"}));
        let mut options = quick_wait();
        options.unreachable = Duration::from_millis(30);
        let error = server.wait(job, &started.run.id, &options, &mut |_| {}).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unreachable, "{error}");
        world.sim.reset();
        world.sim.clock(json!({"per_request_s": 10})).unwrap();
    }
}

#[test]
fn a_run_that_nobody_lists_is_not_found_after_the_patience() {
    let world = World::new();
    for (flavor, server, job, _) in servers(&world) {
        let mut options = quick_wait();
        options.unreachable = Duration::from_millis(30);
        let error = server.wait(job, flavor.no_run(), &options, &mut |_| {}).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotFound), "{flavor} {error}");
    }
}

#[test]
fn stop_enable_disable_where_they_exist() {
    let world = World::new();
    for (flavor, server, job, _) in servers(&world) {
        world.script(flavor.system(), job, "success", 600);
        let started = server.start(job, &quick_start()).unwrap();
        world.sim.clear_journal();
        assert_eq!(server.supports(Verb::Stop), flavor.stops(), "{flavor}");
        if flavor.stops() {
            server.stop(job).unwrap();
            let run = server.wait(job, &started.run.id, &quick_wait(), &mut |_| {}).unwrap();
            assert_eq!(run.outcome, Some(flavor.outcome("stopped")), "{flavor}");
            assert_eq!(Verdict::of(&run, &Policy::new()).level, Level::Critical);
        } else {
            assert_eq!(server.stop(job).unwrap_err().kind(), ErrorKind::Unsupported, "{flavor}");
        }
        assert_eq!(server.supports(Verb::StartFull), flavor.starts_full(), "{flavor}");
        if flavor.switches() {
            server.disable(job).unwrap();
            assert_eq!(server.job(job).unwrap().enabled, Some(false));
            server.enable(job).unwrap();
            assert_eq!(server.job(job).unwrap().enabled, Some(true));
        } else {
            world.sim.clear_journal();
            for error in [server.enable(job).unwrap_err(), server.disable(job).unwrap_err()] {
                assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
            }
            assert_eq!(world.sim.journal().as_array().unwrap().len(), 0, "{flavor}: something was sent");
        }
    }
}

#[test]
fn a_plan_is_needed_to_start_an_appliance_and_only_for_that() {
    let world = World::new();
    let server = world.vcenter().server(None).unwrap();
    let error = server.start(vcenter::APPLIANCE_BACKUP, &quick_start()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
    assert_eq!(server.runs(vcenter::APPLIANCE_BACKUP, 0).unwrap().len(), 3);
    assert_eq!(server.jobs().unwrap().len(), 1);
    assert_eq!(server.job("another").unwrap_err().kind(), ErrorKind::InvalidArgument);
}
