//! Judging jobs, whatever the server says. Letters: the system, the policy, whether all jobs, what the client takes. Then
//! answers.
//!
//! Green is only a run that ended, with a word that is known for success (or for a warning, where those are tolerated), dated,
//! and not older than allowed. What a server says in an account of a run is one line each.

use crate::rules;
use crate::script::{self, Script};
use crate::{teradata, vcenter, veeam};
use backupjobs::{Level, Outcome, Phase, Policy, Timestamp, Verdict};
use std::time::Duration;

const NOW: i64 = 1_768_464_000;
const AGE: Duration = Duration::from_secs(26 * 3600);
const SKEW: i64 = 300;

pub(crate) fn run(data: &[u8]) {
    let mut script = Script::play(data);
    script::no_echo_in_data();
    let system = script.choose(3);
    let how = script.choose(8);
    let verb = script.choose(4);
    let now = Timestamp::from_second(NOW).expect("a time");
    let policy = Policy::new().now(now).max_age(AGE).warnings_ok(how & 1 == 1).disabled_ok(how & 2 == 2);
    let policy = if how & 4 == 4 { policy.max_running(Duration::from_secs(3600)) } else { policy };
    let (server, job) = match system {
        0 => (veeam::client(&mut script).server(), veeam::JOB),
        1 => (vcenter::client(&mut script).server(None).expect("a server"), "appliance-backup"),
        _ => (teradata::client(&mut script).server(), "71"),
    };
    match verb {
        0 => match server.check(job, &policy) {
            Ok(verdict) => judged(&verdict, &policy),
            Err(error) => rules::error(&error),
        },
        1 => match server.check_all(&policy, &["mail"]) {
            Ok(report) => {
                assert!(!report.verdicts.is_empty());
                report.verdicts.iter().for_each(|verdict| judged(verdict, &policy));
                let green = report.verdicts.iter().all(|verdict| verdict.level == Level::Ok);
                assert_eq!(report.level == Level::Ok, green, "{report:?}");
            }
            Err(error) => rules::error(&error),
        },
        2 => match server.runs(job, 5) {
            Ok(runs) => {
                assert!(runs.len() <= 5);
                runs.iter().for_each(rules::run);
            }
            Err(error) => rules::error(&error),
        },
        _ => match server.explain(job, "905") {
            Ok(account) => rules::run(&account.run),
            Err(error) => rules::error(&error),
        },
    }
}

fn judged(verdict: &Verdict, policy: &Policy) {
    assert!(!verdict.reason.is_empty() && !verdict.reason.contains(['\n', '\r']), "{:?}", verdict.reason);
    if let Some(run) = &verdict.run {
        rules::run(run);
    }
    if verdict.level != Level::Ok {
        return;
    }
    let run = verdict.run.as_ref().expect("green without a run");
    assert_eq!(run.phase, Phase::Finished, "{verdict:?}");
    let good = match run.outcome {
        Some(Outcome::Success) => true,
        Some(Outcome::Warning) => policy.warnings_ok,
        _ => false,
    };
    assert!(good, "{verdict:?}");
    let at = run.ended.or(run.started).expect("green without a date").as_second();
    assert!(at <= NOW + SKEW && at >= NOW - AGE.as_secs() as i64 - 1, "green with a date that is not: {verdict:?}");
}
