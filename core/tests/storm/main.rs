//! A storm of seeded interleavings: callers, faults, schedulers, dying tokens, lagging lists and jumping clocks, judged by
//! what really happened in the simulator. `BACKUPJOBS_STORM=N` sets the number of interleavings (default 15,000), which the
//! systems and their dialects share; `BACKUPJOBS_STORM_SEED=S` replays the one of that seed on each of them, or on those
//! whose name contains the text in `BACKUPJOBS_STORM_ON`.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod caller;
mod count;
mod judge;
mod log;
mod manners;
mod naive;
mod plan;
mod stage;
mod weather;

use caller::{Caller, Real};
use common::Flavor;
use count::Count;
use plan::Plan;
use stage::Stage;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

const WORKERS: usize = 4;

/// One storm at a time: the machine is small, and the time of every call is judged.
static GATE: Mutex<()> = Mutex::new(());

/// What one interleaving showed; `Err` says what was wrong, with the plan.
fn interleaving(stage: &Stage, caller: &dyn Caller, flavor: Flavor, seed: u64) -> Result<Count, String> {
    let plan = Plan::new(flavor, seed);
    let told = |wrong: &str| format!("{flavor} seed {seed}: {wrong}\n{plan:#?}");
    let played = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| stage.play(&plan, caller)));
    let logs = played.map_err(|_| told("panicked"))?;
    let judged = judge::judge(stage, &plan, &logs);
    judged.map_err(|wrong| {
        let logs: Vec<String> = logs.iter().map(|log| format!("{log:#?}")).collect();
        format!("{}\n{}\n{}", told(&wrong.join("; ")), logs.join("\n"), judge::history(stage, &plan))
    })
}

/// What happened on each flavor, and what was wrong.
type Told = (BTreeMap<String, Count>, Vec<String>);

/// Plays so many interleavings on these flavors in turn, from seed `first`; ends early after `enough` wrong ones.
fn storm(caller: &(dyn Caller + Sync), flavors: &[Flavor], first: u64, total: u64, enough: usize) -> Told {
    let next = AtomicU64::new(0);
    let told = Mutex::new(Told::default());
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                let stage = Stage::new();
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= total || told.lock().unwrap().1.len() >= enough {
                        return;
                    }
                    let flavor = flavors[(n % flavors.len() as u64) as usize];
                    let result = interleaving(&stage, caller, flavor, first + n / flavors.len() as u64);
                    let mut told = told.lock().unwrap();
                    let count = told.0.entry(flavor.to_string()).or_default();
                    count.interleavings += 1;
                    match result {
                        Ok(more) => count.add(&more),
                        Err(wrong) => told.1.push(wrong),
                    }
                }
            });
        }
    });
    told.into_inner().unwrap()
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a number"))
}

#[test]
fn no_interleaving_breaks_the_promise() {
    let _gate = GATE.lock().unwrap_or_else(|e| e.into_inner());
    let began = Instant::now();
    let on = std::env::var("BACKUPJOBS_STORM_ON").unwrap_or_default();
    let flavors: Vec<Flavor> = Flavor::all().into_iter().filter(|flavor| flavor.to_string().contains(&on)).collect();
    let (first, total) = match number("BACKUPJOBS_STORM_SEED") {
        Some(seed) => (seed, flavors.len() as u64),
        None => (1, number("BACKUPJOBS_STORM").unwrap_or(15_000)),
    };
    let (counts, wrong) = storm(&Real, &flavors, first, total, 5);
    let mut sum = Count::default();
    for (flavor, count) in &counts {
        println!("storm on {flavor}: {}", count.in_short());
        sum.add(count);
    }
    let of = |what: &[&str]| wrong.iter().filter(|text| what.iter().any(|what| text.contains(what))).count();
    let verdicts = of(&["reported", "verdict ok", "said ok", "was over before", "stopped waiting", "did not wait"]);
    let (twice, late) = (of(&["starts accepted"]), of(&["ended late"]));
    let each: Vec<String> = counts.iter().map(|(flavor, count)| format!("{flavor} {}", count.interleavings)).collect();
    println!(
        "storm: {sum}; interleavings on {}; started twice {twice}, wrong verdicts {verdicts}, late ends {late}, \
         wrong in all {} in {:.1} s",
        each.join(", "),
        wrong.len(),
        began.elapsed().as_secs_f64()
    );
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n\n"));
    for flavor in flavors {
        let count = &counts[&flavor.to_string()];
        if count.interleavings >= 1_000 {
            count.assert_everything_happened(flavor);
        }
    }
}

/// Each planted bug must be seen on each flavor, soon, and for what it is.
fn is_caught(caller: &(dyn Caller + Sync), says: &str) {
    is_caught_on(&Flavor::all(), caller, says);
}

fn is_caught_on(flavors: &[Flavor], caller: &(dyn Caller + Sync), says: &str) {
    let _gate = GATE.lock().unwrap_or_else(|e| e.into_inner());
    for flavor in flavors {
        let (counts, wrong) = storm(caller, &[*flavor], 1, 400, 3);
        let played: u64 = counts.values().map(|count| count.interleavings).sum();
        println!("planted, {flavor}: {} wrong after {played} interleavings", wrong.len());
        assert!(!wrong.is_empty(), "{flavor}: the planted bug was not caught");
        assert!(wrong.iter().any(|w| w.contains(says)), "{flavor}: caught, but not for this: {}", wrong[0]);
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

#[test]
fn a_first_try_taken_for_the_last_is_caught() {
    let flavors: Vec<Flavor> = Flavor::all().into_iter().filter(|flavor| flavor.tells_of_retries()).collect();
    is_caught_on(&flavors, &naive::IgnoresRetries, "did not wait for the retry");
}
