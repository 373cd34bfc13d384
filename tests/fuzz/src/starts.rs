//! Starting a job, whatever the server says. Letters: the system, what to do if it runs, whether to save, what the client
//! takes. Then answers.
//!
//! At most one request that starts something is sent, not counting one that was refused unread (401). Whose run it is said to
//! be is borne out by what was sent; a start that was accepted, or whose answer was lost, is never told as one that did
//! nothing.

use crate::rules;
use crate::script::{self, Exchange, Script};
use crate::{teradata, vcenter, veeam};
use backupjobs::{ErrorKind, IfRunning, Origin, StartOptions, Ticket};
use std::time::Duration;

pub(crate) fn run(data: &[u8]) {
    let mut script = Script::play(data);
    script::no_echo_in_data();
    let system = script.choose(3);
    let mut options = StartOptions::default();
    options.if_running = [IfRunning::Adopt, IfRunning::Fail, IfRunning::Skip][script.choose(3)];
    options.settle = Duration::ZERO;
    options.look_every = Duration::ZERO;
    let saved = script.choose(2) == 1;
    let (server, job) = match system {
        0 => (veeam::client(&mut script).server(), veeam::JOB),
        1 => (vcenter::client(&mut script).server(Some(vcenter::plan())).expect("a plan"), "appliance-backup"),
        _ => (teradata::client(&mut script).server(), "71"),
    };
    let result = match saved {
        false => server.start(job, &options),
        true => server.prepare(job, &options).and_then(|mut ticket| {
            server.carry_out(&mut ticket, &mut |ticket| {
                let again = Ticket::from_text(&ticket.to_text()).expect("what we wrote");
                assert_eq!(again.to_text(), ticket.to_text());
                Ok(())
            })
        }),
    };
    let sent = requests(&script);
    let read: Vec<&Exchange> = sent.iter().filter(|exchange| exchange.status != 401).collect();
    assert!(read.len() <= 1 && sent.len() <= 2, "sent {} times", sent.len());
    let (accepted, lost) = match read.first().map(|exchange| exchange.status) {
        Some(status) => ((200..300).contains(&status), status == 0),
        None => (false, false),
    };
    match result {
        Ok(started) => {
            rules::run(&started.run);
            match started.origin {
                Origin::Ours => assert!(accepted, "ours, but never accepted"),
                Origin::Indistinguishable => assert!(!read.is_empty(), "nothing was sent"),
                Origin::Skipped => assert_eq!(options.if_running, IfRunning::Skip),
                _ => assert_eq!(options.if_running, IfRunning::Adopt),
            }
        }
        Err(error) => {
            rules::error(&error);
            let open = error.kind() == ErrorKind::OutcomeUnknown || error.may_have_taken_effect();
            let named = error.kind() == ErrorKind::AlreadyRunning && options.if_running == IfRunning::Fail;
            assert!(!(accepted || lost) || open || named, "it may have begun, but the error says no: {error:?}");
        }
    }
}

/// The requests that start something.
pub(crate) fn requests(script: &Script<'_>) -> Vec<Exchange> {
    let starts = |exchange: &Exchange| {
        let path = exchange.sent.url.path();
        let body = String::from_utf8_lossy(&exchange.sent.body);
        let appliance = path.ends_with("/backup/job") || path.ends_with("/backup/jobs");
        let action = path.ends_with("ction") && body.contains("start");
        exchange.sent.method == "POST"
            && (path.ends_with("/start") || action || path.ends_with("/execute") || appliance)
    };
    script.exchanges().into_iter().filter(starts).collect()
}
