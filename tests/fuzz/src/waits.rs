//! Waiting for runs, whatever the server says. Letters: the system, how many runs, how patient, what the client takes. Then
//! answers.
//!
//! A wait ends, with a run that is over by a word that is understood or by an end time, or with an error. The pauses may be of
//! any length.

use crate::rules;
use crate::script::{self, Script};
use crate::{teradata, vcenter, veeam};
use backupjobs::{CancelToken, Phase, RunRef, WaitOptions};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

pub(crate) fn run(data: &[u8]) {
    const TIMES: [Duration; 4] = [Duration::ZERO, Duration::from_secs(1), Duration::from_secs(3600), Duration::MAX];
    let mut script = Script::play(data);
    script::no_echo_in_data();
    let system = script.choose(3);
    let count = script.choose(3) + 1;
    let mut options = WaitOptions::default();
    options.poll_min = TIMES[script.choose(4)];
    options.poll_max = TIMES[script.choose(4)];
    options.unreachable = TIMES[script.choose(4)];
    options.deadline = [Duration::from_secs(3600), Duration::MAX][script.choose(2)];
    let asked = AtomicUsize::new(0);
    let few = CancelToken::new().with_probe(move || asked.fetch_add(1, Ordering::Relaxed) > 60);
    let (server, job, run) = match system {
        0 => (veeam::client(&mut script).with_cancel(&few).server(), veeam::JOB, veeam::OTHER),
        1 => {
            let client = vcenter::client(&mut script).with_cancel(&few);
            (client.server(None).expect("a server"), "appliance-backup", "20260115-080000-24022515")
        }
        _ => (teradata::client(&mut script).with_cancel(&few).server(), "71", "905"),
    };
    let results = match count {
        1 => vec![server.wait(job, run, &options, &mut |progress| progress.run.iter().for_each(rules::run))],
        _ => {
            let runs: Vec<RunRef> = (0..count).map(|_| RunRef::new(job, run)).collect();
            server.wait_all(&runs, &options, &mut |_, progress| progress.run.iter().for_each(rules::run))
        }
    };
    assert_eq!(results.len(), count);
    for result in results {
        match result {
            Ok(run) => {
                assert_eq!(run.phase, Phase::Finished, "a wait that ended too early: {run:?}");
                rules::run(&run);
            }
            Err(error) => rules::error(&error),
        }
    }
}
