//! A caller that is killed at any moment and started again with what it had saved: its job is started once, and what it
//! says in the end is so. `BACKUPJOBS_KILL=N` sets the number of rounds (default 600), which the systems and their dialects
//! share.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod child;
mod round;

use common::Flavor;
use round::{Round, Told};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

const WORKERS: usize = 2;

/// The process that gets killed: this same program, told by an environment variable to be a caller.
#[test]
#[ignore = "is started by the other test"]
fn child() {
    if let Some(dir) = std::env::var_os(child::DIR) {
        child::run(dir.as_ref());
    }
}

#[test]
fn whenever_it_is_killed_it_starts_once_and_tells_the_truth() {
    let began = Instant::now();
    let rounds: u64 = std::env::var("BACKUPJOBS_KILL").map_or(600, |text| text.parse().expect("a number"));
    let next = AtomicU64::new(0);
    let sum = Mutex::new((BTreeMap::<String, Told>::new(), Vec::<String>::new()));
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                let world = common::World::new();
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= rounds {
                        return;
                    }
                    let round = Round::new(seed);
                    let told = round.play(&world);
                    let mut sum = sum.lock().unwrap();
                    match told {
                        Ok(told) => sum.0.entry(round.flavor.to_string()).or_default().add(&told),
                        Err(wrong) => sum.1.push(format!("seed {seed}: {wrong}\n{round:#?}")),
                    }
                }
            });
        }
    });
    let (each, wrong) = sum.into_inner().unwrap();
    let mut told = Told::default();
    for (flavor, more) in &each {
        println!("kill on {flavor}: {more:?}");
        told.add(more);
    }
    println!("kill: {rounds} rounds, {told:?} in {:.1} s", began.elapsed().as_secs_f64());
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    if rounds >= 100 {
        assert!(
            told.before_the_start > 0
                && told.during_the_start > 0
                && told.after_the_start > 0
                && told.outcome_unknown > 0,
            "{told:?}"
        );
        for flavor in Flavor::all() {
            let told = each.get(&flavor.to_string());
            assert!(told.is_some_and(|told| told.starts > 0 && told.kills > 0), "{flavor}: {told:?}");
            assert_eq!(told.is_some_and(|told| told.retried > 0), flavor.tells_of_retries(), "{flavor}: {told:?}");
        }
    }
}
