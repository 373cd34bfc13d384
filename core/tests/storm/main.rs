//! A storm of seeded interleavings: callers, faults, schedulers, dying tokens, lagging lists and jumping clocks, judged by
//! what really happened in the simulator. `BACKUPJOBS_STORM=N` sets the number of interleavings a system (default 5,000),
//! `BACKUPJOBS_STORM_SEED=S` replays the one of that seed on every system.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod caller;
mod count;
mod judge;
mod log;
mod naive;
mod plan;
mod stage;
mod weather;

use backupjobs_sim::System;
use caller::{Caller, Real};
use count::Count;
use plan::Plan;
use stage::Stage;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

const WORKERS: usize = 2;

/// One storm at a time: the machine is small, and the time of every call is judged.
static GATE: Mutex<()> = Mutex::new(());

/// What one interleaving showed; `Err` says what was wrong, with the plan.
fn interleaving(stage: &Stage, caller: &dyn Caller, system: System, seed: u64) -> Result<Count, String> {
    let plan = Plan::new(system, seed);
    let told = |wrong: &str| format!("{system} seed {seed}: {wrong}\n{plan:#?}");
    let played = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| stage.play(&plan, caller)));
    let logs = played.map_err(|_| told("panicked"))?;
    let judged = judge::judge(stage, &plan, &logs);
    judged.map_err(|wrong| {
        let logs: Vec<String> = logs.iter().map(|log| format!("{log:#?}")).collect();
        format!("{}\n{}\n{}", told(&wrong.join("; ")), logs.join("\n"), judge::history(stage, &plan))
    })
}

/// Plays `each` interleavings of every system, from seed `first`; ends early after `enough` wrong ones.
fn storm(
    caller: &(dyn Caller + Sync),
    systems: &[System],
    first: u64,
    each: u64,
    enough: usize,
) -> (Count, Vec<String>) {
    let total = each * systems.len() as u64;
    let next = AtomicU64::new(0);
    let sum = Mutex::new((Count::default(), Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                let stage = Stage::new();
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= total || sum.lock().unwrap().1.len() >= enough {
                        return;
                    }
                    let system = systems[(n % systems.len() as u64) as usize];
                    let result = interleaving(&stage, caller, system, first + n / systems.len() as u64);
                    let mut sum = sum.lock().unwrap();
                    sum.0.interleavings += 1;
                    match result {
                        Ok(count) => sum.0.add(&count),
                        Err(wrong) => sum.1.push(wrong),
                    }
                }
            });
        }
    });
    sum.into_inner().unwrap()
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a number"))
}

#[test]
fn no_interleaving_breaks_the_promise() {
    let _gate = GATE.lock().unwrap_or_else(|e| e.into_inner());
    let began = Instant::now();
    let (first, each) = match number("BACKUPJOBS_STORM_SEED") {
        Some(seed) => (seed, 1),
        None => (1, number("BACKUPJOBS_STORM").unwrap_or(5_000)),
    };
    let (count, wrong) = storm(&Real, &System::ALL, first, each, 5);
    let of = |what: &[&str]| wrong.iter().filter(|text| what.iter().any(|what| text.contains(what))).count();
    let verdicts = of(&["reported", "verdict ok", "said ok", "was over before"]);
    let (twice, late) = (of(&["starts accepted"]), of(&["ended late"]));
    println!(
        "storm: {count}; started twice {twice}, wrong verdicts {verdicts}, late ends {late}, wrong in all {} in {:.1} s",
        wrong.len(),
        began.elapsed().as_secs_f64()
    );
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n\n"));
    if each >= 1_000 {
        count.assert_everything_happened();
    }
}

/// Each planted bug must be seen on each system, soon, and for what it is.
fn is_caught(caller: &(dyn Caller + Sync), says: &str) {
    let _gate = GATE.lock().unwrap_or_else(|e| e.into_inner());
    for system in System::ALL {
        let (count, wrong) = storm(caller, &[system], 1, 400, 3);
        println!("planted, {system}: {} wrong after {} interleavings", wrong.len(), count.interleavings);
        assert!(!wrong.is_empty(), "{system}: the planted bug was not caught");
        assert!(wrong.iter().any(|w| w.contains(says)), "{system}: caught, but not for this: {}", wrong[0]);
    }
}

#[test]
fn a_post_that_is_retried_blindly_is_caught() {
    is_caught(&naive::RetriesThePost, "starts accepted");
}

#[test]
fn a_status_from_before_the_start_is_caught() {
    is_caught(&naive::TrustsTheLastStatus, "was over before");
}

#[test]
fn an_expired_token_taken_for_the_end_is_caught() {
    is_caught(&naive::Takes401ForTheEnd, "reported Success");
}
