//! Waits against a server that does what no dialect does yet.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::fake::{Fake, run};
use crate::run::{Outcome, Phase, State};
use jiff::Timestamp;

const SUCCESS: State = State::Ended(Outcome::Success);
const FAILED: State = State::Ended(Outcome::Failed);

fn quick() -> WaitOptions {
    WaitOptions {
        deadline: Duration::from_secs(10),
        poll_min: Duration::from_micros(100),
        poll_max: Duration::from_micros(200),
        unreachable: Duration::from_millis(200),
    }
}

fn one(fake: &Fake, options: &WaitOptions) -> Result<Run> {
    wait(fake, &CancelToken::new(), "j", "a", options, &mut |_| {})
}

/// A failed run of which the vendor says that it will try again.
fn retried(id: &str, second: i64, first: Option<&str>) -> Run {
    let mut run = run(id, second, FAILED, "Failed");
    run.will_be_retried = true;
    run.retry_of = first.map(str::to_owned);
    run
}

fn retry(id: &str, second: i64, state: State) -> Run {
    let mut run = run(id, second, state, "word");
    run.retry_of = Some("a".into());
    run
}

#[test]
fn the_pause_grows_with_age_between_its_bounds() {
    let options = WaitOptions::default();
    let near = |pause: Duration, seconds: f64| (pause.as_secs_f64() / seconds - 1.0).abs() <= 0.11;
    assert!(near(pause(Duration::ZERO, &options), 2.0));
    assert!(near(pause(Duration::from_secs(400), &options), 20.0));
    assert!(near(pause(Duration::from_secs(86_400), &options), 60.0));
}

#[test]
fn retries_are_followed_to_the_last_one() {
    // Each retry names the first try, and comes some looks after the one before has failed.
    let fake = Fake::new(|look| {
        let mut runs = vec![retried("a", 100, None)];
        if look > 5 {
            let state = if look > 10 { FAILED } else { State::Running };
            let mut second = retry("b", 200, state);
            second.will_be_retried = look > 10;
            runs.insert(0, second);
        }
        if look > 15 {
            runs.insert(0, retry("c", 300, if look > 20 { SUCCESS } else { State::Queued }));
        }
        // Somebody else's run in between is nobody's retry.
        if look > 25 {
            runs.insert(0, run("x", 400, FAILED, "Failed"));
        }
        Ok(runs)
    });
    let mut seen = Vec::new();
    let ended = wait(&fake, &CancelToken::new(), "j", "a", &quick(), &mut |told| {
        seen.extend(told.run.as_ref().map(|run| run.id.clone()));
    });
    let ended = ended.unwrap();
    assert_eq!((ended.id.as_str(), ended.outcome), ("c", Some(Outcome::Success)));
    seen.dedup();
    assert_eq!(seen, ["a", "b", "c"]);
}

#[test]
fn a_retry_that_never_comes_leaves_the_end_there_was() {
    let fake = Fake::new(|_| Ok(vec![run("x", 200, SUCCESS, "Success"), retried("a", 100, None)]));
    let mut troubles = 0;
    let began = Instant::now();
    let ended = wait(&fake, &CancelToken::new(), "j", "a", &quick(), &mut |told| {
        troubles += usize::from(told.trouble.as_deref().is_some_and(|why| why.contains("retry")));
    });
    assert_eq!(ended.unwrap().outcome, Some(Outcome::Failed));
    assert!(troubles > 0 && began.elapsed() >= quick().unreachable);
}

/// Ended 40 s before the server's now.
fn retried_40_s_ago() -> Run {
    let mut run = retried("a", 50, None);
    run.ended = Timestamp::from_second(crate::fake::NOW - 40).ok();
    run
}

#[test]
fn a_retry_is_awaited_for_the_jobs_own_pause() {
    // By the server's clock it has 20 s left, however little patience there is with a server that is away.
    let fake = Fake::new(|look| {
        let retry = (look > 30).then(|| retry("b", 200, SUCCESS));
        Ok(retry.into_iter().chain([retried_40_s_ago()]).collect())
    });
    let options = WaitOptions { unreachable: Duration::ZERO, ..quick() };
    let ended = one(&fake.retries_after(60), &options).unwrap();
    assert_eq!((ended.id.as_str(), ended.outcome), ("b", Some(Outcome::Success)));
}

#[test]
fn a_retry_that_is_overdue_by_the_servers_clock_is_not_awaited() {
    let fake = Fake::new(|look| match look {
        0..2 => Ok(vec![retried_40_s_ago()]),
        _ => Err(Error::new(ErrorKind::Internal, "asked on")),
    });
    let ended = one(&fake.retries_after(30), &quick()).unwrap();
    assert_eq!((ended.id.as_str(), ended.outcome), ("a", Some(Outcome::Failed)));
}

#[test]
fn the_patience_with_a_retry_begins_when_the_run_has_failed() {
    // The server was away for nearly as long as is tolerated; then the run has failed, and its retry takes a moment.
    let began = Instant::now();
    let fake = Fake::new(move |_| match began.elapsed().as_millis() {
        0..140 => Err(Error::new(ErrorKind::Unreachable, "away")),
        140..260 => Ok(vec![retried("a", 100, None)]),
        _ => Ok(vec![retry("b", 200, SUCCESS), retried("a", 100, None)]),
    });
    let ended = one(&fake, &quick()).unwrap();
    assert_eq!((ended.id.as_str(), ended.outcome), ("b", Some(Outcome::Success)));
}

#[test]
fn many_runs_take_one_list_a_look() {
    let fake = Fake::new(|look| {
        let state = |n: usize, end: State| if look >= n { end } else { State::Running };
        Ok(vec![
            run("c", 300, state(9, FAILED), "w"),
            run("b", 200, state(3, SUCCESS), "w"),
            run("a", 100, SUCCESS, "w"),
        ])
    });
    let refs = ["b", "a", "c"].map(|id| RunRef::new("j", id));
    let mut told = [0; 3];
    let results = wait_all(&fake, &CancelToken::new(), &refs, &quick(), &mut |index, _| told[index] += 1);
    let ended: Vec<_> = results.into_iter().map(|run| run.map(|run| (run.id, run.outcome)).unwrap()).collect();
    let expected = [("b", Outcome::Success), ("a", Outcome::Success), ("c", Outcome::Failed)];
    assert_eq!(ended, expected.map(|(id, outcome)| (id.to_owned(), Some(outcome))));
    // As long as there are several: one list each. The last one is asked for by itself.
    assert_eq!(fake.asked(), (4, 6));
    assert_eq!(told, [4, 1, 10]);
}

#[test]
fn one_that_cannot_be_leaves_the_others_alone() {
    let fake = Fake::new(|look| {
        let state = if look >= 6 { SUCCESS } else { State::Running };
        Ok(vec![run("b", 200, state, "w"), run("a", 100, state, "w")])
    });
    let refs = ["a", "no id", "b", "gone"].map(|id| RunRef::new("j", id));
    let results = wait_all(&fake, &CancelToken::new(), &refs, &quick(), &mut |_, _| {});
    let kinds: Vec<_> = results.iter().map(|run| run.as_ref().map(|run| run.outcome).map_err(Error::kind)).collect();
    let good = Ok(Some(Outcome::Success));
    assert_eq!(kinds, [good, Err(ErrorKind::InvalidArgument), good, Err(ErrorKind::NotFound)]);
    assert!(wait_all(&fake, &CancelToken::new(), &[], &quick(), &mut |_, _| {}).is_empty());
}

#[test]
fn a_run_that_vanishes_is_looked_for_before_it_is_given_up() {
    let comes_back = Fake::new(|look| match look {
        0 => Ok(vec![run("a", 100, State::Running, "Running")]),
        1..9 => Ok(vec![]),
        _ => Ok(vec![run("a", 100, SUCCESS, "Success")]),
    });
    assert_eq!(one(&comes_back, &quick()).unwrap().outcome, Some(Outcome::Success));
    let gone = Fake::new(|look| Ok(if look == 0 { vec![run("a", 100, State::Running, "Running")] } else { vec![] }));
    let error = one(&gone, &quick()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(error.message().contains("vanished") && error.message().contains("last seen running"), "{error}");
}

#[test]
fn a_hundred_per_cent_is_not_yet_success() {
    let fake = Fake::new(|look| {
        let mut run = run("a", 100, if look < 5 { State::Running } else { FAILED }, "w");
        run.percent = Some(100);
        Ok(vec![run])
    });
    assert_eq!(one(&fake, &quick()).unwrap().outcome, Some(Outcome::Failed));
}

#[test]
fn a_word_that_looks_like_an_end_is_none_without_one() {
    for word in ["Success!", "COMPLETED_OK", "Done", "Finished", "", "401"] {
        let open = Fake::new(move |_| Ok(vec![run("a", 100, State::Unknown, word)]));
        let mut options = quick();
        options.deadline = Duration::from_millis(10);
        let error = one(&open, &options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Deadline, "{word}");
        assert!(error.message().contains(&format!("last seen unknown ({word})")), "{error}");
        let closed = Fake::new(move |_| {
            let mut run = run("a", 100, State::Running, word);
            run.ended = Some(Timestamp::UNIX_EPOCH);
            run.settle(State::Unknown);
            Ok(vec![run])
        });
        let ended = one(&closed, &quick()).unwrap();
        assert_eq!((ended.phase, ended.outcome), (Phase::Finished, Some(Outcome::Unknown)), "{word}");
    }
}

#[test]
fn a_refused_login_ends_the_wait_as_an_error() {
    for kind in [ErrorKind::Unauthenticated, ErrorKind::Denied, ErrorKind::Closed, ErrorKind::Cancelled] {
        let fake = Fake::new(move |look| match look {
            0 => Ok(vec![run("a", 100, State::Running, "Running")]),
            _ => Err(Error::new(kind, "no")),
        });
        assert_eq!(one(&fake, &quick()).unwrap_err().kind(), kind);
    }
}

#[test]
fn no_pause_is_too_long() {
    let options = WaitOptions { poll_min: Duration::MAX, poll_max: Duration::MAX, ..WaitOptions::default() };
    for _ in 0..100 {
        assert!(super::pause(Duration::MAX, &options) > Duration::from_secs(u64::MAX / 2));
    }
}
