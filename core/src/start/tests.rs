//! Starts against a server whose history and answers are chosen look by look.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::fake::{Fake, NOW, run};
use crate::run::{Outcome, State};

const SUCCESS: State = State::Ended(Outcome::Success);

fn quick() -> StartOptions {
    StartOptions {
        settle: Duration::from_millis(150),
        look_every: Duration::from_micros(100),
        ..StartOptions::default()
    }
}

fn old() -> Run {
    run("old", 100, SUCCESS, "Success")
}

fn prepared(fake: &Fake) -> Ticket {
    prepare(fake, "j", &quick()).unwrap().0
}

fn carried(fake: &Fake, ticket: &mut Ticket) -> Result<Started> {
    carry_out(fake, &CancelToken::new(), ticket, &mut |_| Ok(()))
}

fn sent(fake: &Fake) -> usize {
    fake.sent.lock().unwrap().len()
}

#[test]
fn the_oldest_new_run_is_the_one_nearest_to_the_request() {
    let fake = Fake::new(|look| {
        let mut runs = vec![old()];
        if look > 3 {
            runs.splice(0..0, [run("later", 300, State::Running, "w"), run("mine", 200, SUCCESS, "w")]);
        }
        Ok(runs)
    });
    let started = start(&fake, &CancelToken::new(), "j", &quick()).unwrap();
    assert_eq!((started.run.id.as_str(), started.origin), ("mine", Origin::Indistinguishable));
}

#[test]
fn a_run_that_was_over_before_is_not_ours_however_late_it_is_shown() {
    // The old run ended after the only known one, and before the watermark was read; lists show it only now.
    let late = || {
        let mut late = run("late", 110, SUCCESS, "Success");
        late.ended = Timestamp::from_second(NOW - 10).ok();
        late
    };
    let fake = Fake::new(move |look| {
        let mut runs = vec![old()];
        if look > 0 {
            runs.insert(0, late());
        }
        if look > 5 {
            runs.insert(0, run("mine", 200, State::Ended(Outcome::Failed), "Failed"));
        }
        Ok(runs)
    });
    let started = start(&fake, &CancelToken::new(), "j", &quick()).unwrap();
    assert_eq!((started.run.id.as_str(), started.run.outcome), ("mine", Some(Outcome::Failed)));
    // When nothing else appears, nobody knows; and a ticket from its text is not sent, for a clock may be wrong.
    let fake = Fake::new(move |look| Ok(if look > 0 { vec![late(), old()] } else { vec![old()] }));
    let mut ticket = prepared(&fake);
    let text = ticket.to_text();
    let error = carried(&fake, &mut ticket).unwrap_err();
    assert_eq!((error.kind(), sent(&fake)), (ErrorKind::OutcomeUnknown, 1));
    let error = carried(&fake, &mut Ticket::from_text(&text).unwrap()).unwrap_err();
    assert_eq!((error.kind(), sent(&fake)), (ErrorKind::OutcomeUnknown, 1));
    assert!(error.message().contains("late") && error.remedy().contains("new ticket"), "{error}");
}

#[test]
fn a_retry_of_an_old_run_is_not_the_one_that_was_started() {
    let retry = |state| {
        let mut retry = run("retry", 200, state, "w");
        retry.retry_of = Some("old".into());
        retry
    };
    // The vendor tries the old run again just now; the request was lost on its way, or its answer was.
    let lost = || Err(Error::new(ErrorKind::Timeout, "no answer").with_effect(true));
    let fake = Fake::new(move |look| Ok(if look > 0 { vec![retry(SUCCESS), old()] } else { vec![old()] })).begins(lost);
    let mut ticket = prepared(&fake);
    let text = ticket.to_text();
    assert_eq!(carried(&fake, &mut ticket).unwrap_err().kind(), ErrorKind::OutcomeUnknown);
    // A caller who saved nothing since: the retry is no reason not to send, unless it runs.
    let carried_again = |state| {
        let fake = Fake::new(move |_| Ok(vec![retry(state), old()]));
        let fake = fake.begins(|| Ok(Some(run("mine", 300, State::Running, "w"))));
        let mut ticket = Ticket::from_text(&text).unwrap();
        ticket.options.settle = Duration::from_micros(500);
        let started = carried(&fake, &mut ticket).unwrap();
        (started.run.id, started.origin, sent(&fake))
    };
    assert_eq!(carried_again(SUCCESS), ("mine".into(), Origin::Ours, 1));
    assert_eq!(carried_again(State::Running), ("retry".into(), Origin::Adopted, 0));
    // An answer that names it names somebody else's.
    let fake = Fake::new(|_| Ok(vec![old()])).begins(move || Ok(Some(retry(State::Running))));
    let found = carried(&fake, &mut prepared(&fake)).unwrap();
    assert_eq!((found.run.id.as_str(), found.origin), ("retry", Origin::Adopted));
}

#[test]
fn an_answer_that_names_a_run_from_before_the_request_proves_nothing() {
    // The list did not show it yet, or somebody began it since; the server answers with what runs.
    let named = |second| move || Ok(Some(run("named", second, State::Running, "w")));
    for (second, origin) in [(NOW - 20, Origin::Indistinguishable), (NOW, Origin::Ours), (NOW + 20, Origin::Ours)] {
        let fake = Fake::new(|_| Ok(vec![old()])).begins(named(second));
        let found = carried(&fake, &mut prepared(&fake)).unwrap();
        assert_eq!((found.run.id.as_str(), found.origin), ("named", origin), "{second}");
    }
}

#[test]
fn a_ticket_from_its_text_waits_for_a_lagging_history_before_it_is_sent() {
    let fake = Fake::new(|look| Ok(if look > 6 { vec![run("mine", 200, SUCCESS, "w"), old()] } else { vec![old()] }));
    let text = prepared(&fake).to_text();
    let found = carried(&fake, &mut Ticket::from_text(&text).unwrap()).unwrap();
    assert_eq!((found.run.id.as_str(), sent(&fake)), ("mine", 0));
}

#[test]
fn a_ticket_from_its_text_is_not_sent_while_nobody_can_look() {
    let fake = Fake::new(|look| match look {
        0 => Ok(vec![old()]),
        _ => Err(Error::new(ErrorKind::Unavailable, "no").with_retry(true, None)),
    });
    let text = prepared(&fake).to_text();
    let error = carried(&fake, &mut Ticket::from_text(&text).unwrap()).unwrap_err();
    assert_eq!((error.kind(), sent(&fake)), (ErrorKind::Unavailable, 0));
}

#[test]
fn a_ticket_prepared_beside_a_running_run_is_not_sent() {
    for (if_running, origin) in [(IfRunning::Adopt, Some(Origin::Adopted)), (IfRunning::Fail, None)] {
        let fake = Fake::new(|_| Ok(vec![run("theirs", 200, State::Running, "w"), old()]));
        let options = StartOptions { if_running, ..quick() };
        let mut ticket = prepare(&fake, "j", &options).unwrap().0;
        let started = carried(&fake, &mut ticket);
        assert_eq!(started.map(|started| started.origin).ok(), origin);
        assert_eq!(sent(&fake), 0);
    }
}

#[test]
fn only_the_newest_run_can_keep_a_job_from_being_started() {
    let fake = Fake::new(|look| {
        let mut runs = vec![old(), run("never ended", 50, State::Running, "Running")];
        if look > 0 {
            runs.insert(0, run("mine", 200, State::Running, "w"));
        }
        Ok(runs)
    });
    let started = start(&fake, &CancelToken::new(), "j", &quick()).unwrap();
    assert_eq!((started.run.id.as_str(), sent(&fake)), ("mine", 1));
}

#[test]
fn what_each_failure_leaves_behind() {
    let error = |kind, effect| Error::new(kind, "no").with_effect(effect);
    for (kind, effect, stage, told) in [
        (ErrorKind::Unreachable, false, Stage::Prepared, ErrorKind::Unreachable),
        (ErrorKind::Unreachable, true, Stage::Sending, ErrorKind::OutcomeUnknown),
        (ErrorKind::Timeout, true, Stage::Sending, ErrorKind::OutcomeUnknown),
        (ErrorKind::Unavailable, true, Stage::Sending, ErrorKind::OutcomeUnknown),
        (ErrorKind::Protocol, true, Stage::Sending, ErrorKind::OutcomeUnknown),
        (ErrorKind::Cancelled, true, Stage::Sending, ErrorKind::Cancelled),
        (ErrorKind::RateLimited, false, Stage::Prepared, ErrorKind::RateLimited),
        (ErrorKind::Denied, false, Stage::Prepared, ErrorKind::Denied),
        (ErrorKind::Conflict, false, Stage::Prepared, ErrorKind::Conflict),
        (ErrorKind::AlreadyRunning, true, Stage::Prepared, ErrorKind::AlreadyRunning),
    ] {
        let fake = Fake::new(|_| Ok(vec![old()])).begins(move || Err(error(kind, effect)));
        let options = StartOptions { settle: Duration::from_millis(2), ..quick() };
        let mut ticket = prepare(&fake, "j", &options).unwrap().0;
        let mut saved = Vec::new();
        let failed = carry_out(&fake, &CancelToken::new(), &mut ticket, &mut |now| {
            saved.push(now.stage());
            Ok(())
        });
        assert_eq!(failed.unwrap_err().kind(), told, "{kind:?}");
        assert_eq!((ticket.stage(), saved.last().copied()), (stage, Some(stage)), "{kind:?}");
        // Whatever it was: taken up again while the fate is open, nothing is sent.
        assert!(carried(&fake, &mut ticket).is_err(), "{kind:?}");
        assert_eq!(sent(&fake), if stage == Stage::Sending { 1 } else { 2 }, "{kind:?}");
    }
}

#[test]
fn an_answer_that_names_a_run_from_before_is_somebody_elses() {
    let fake = Fake::new(|_| Ok(vec![old()])).begins(|| Ok(Some(run("old", 100, State::Running, "w"))));
    let found = carried(&fake, &mut prepared(&fake)).unwrap();
    assert_eq!((found.run.id.as_str(), found.origin), ("old", Origin::Adopted));
}

#[test]
fn a_last_save_that_fails_loses_nothing() {
    let fake = Fake::new(|_| Ok(vec![old()])).begins(|| Ok(Some(run("mine", 200, State::Queued, ""))));
    let mut ticket = prepared(&fake);
    let mut saves = 0;
    let started = carry_out(&fake, &CancelToken::new(), &mut ticket, &mut |_| {
        saves += 1;
        if saves == 1 { Ok(()) } else { Err("disk full".into()) }
    });
    let started = started.unwrap();
    assert_eq!((started.origin, ticket.stage(), ticket.run()), (Origin::Ours, Stage::Started, Some("mine")));
}
