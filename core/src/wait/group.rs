//! Waits that come and go, all on one thread and with the requests of one: for event loops, which have hundreds at a time.

use super::{Progress, WaitOptions, Watch, look};
use crate::cancel::{CancelToken, Stop, TICK};
use crate::error::{Error, Result};
use crate::run::Run;
use crate::server::{Adapter, RunRef, Server};
use crate::transport::stopped;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What one wait of a group has to tell.
#[derive(Clone, Debug)]
pub enum News {
    /// It looked, and goes on or is about to end well.
    Seen(Progress),
    /// It is over, and tells nothing more.
    Ended(Result<Run>),
}

/// Waits for runs of one server that begin and end at any time. Whenever one of them is due, there is one look for all.
pub struct WaitGroup {
    server: Server,
    shared: Arc<Shared>,
}

struct Shared {
    desk: Mutex<Desk>,
    changed: Condvar,
    origin: String,
}

#[derive(Default)]
struct Desk {
    last: u64,
    /// The process whose thread looks; a fork leaves the thread behind.
    driven_in: Option<u32>,
    seats: BTreeMap<u64, Seat>,
}

/// One wait.
struct Seat {
    watch: Watch,
    options: WaitOptions,
    /// The caller's, with the deadline of this wait.
    cancel: CancelToken,
    began: Instant,
    polls: u64,
    due: Instant,
}

/// Who is told: the number of the wait, and its news. Called on the thread that drives, and never under a lock.
pub type Tell = Arc<dyn Fn(u64, News) + Send + Sync>;

impl WaitGroup {
    /// A group without waits.
    #[must_use]
    pub fn new(server: &Server) -> Self {
        let shared = Shared { desk: Mutex::default(), changed: Condvar::new(), origin: server.url().to_owned() };
        Self { server: server.clone(), shared: Arc::new(shared) }
    }

    /// Adds a wait, and gives its number. `true`: nobody drives the group, so the caller must let a thread do it.
    #[must_use]
    pub fn add(&self, at: RunRef, options: &WaitOptions, cancel: &CancelToken) -> (u64, bool) {
        let began = Instant::now();
        // A duration too large for the clock is as good as no deadline.
        let cancel = match began.checked_add(options.deadline) {
            Some(end) => cancel.with_deadline(end),
            None => cancel.clone(),
        };
        let mut desk = self.shared.desk();
        let here = std::process::id();
        let undriven = desk.driven_in != Some(here);
        if undriven {
            // What a fork brought along belongs to the parent.
            desk.seats.clear();
            desk.driven_in = Some(here);
        }
        desk.last += 1;
        let number = desk.last;
        let seat = Seat { watch: Watch::new(at), options: *options, cancel, began, polls: 0, due: began };
        desk.seats.insert(number, seat);
        drop(desk);
        self.shared.changed.notify_all();
        (number, undriven)
    }

    /// Takes a wait out, as if it was cancelled; the error says what is known of its run. `None` when it is over.
    pub fn leave(&self, number: u64) -> Option<Error> {
        let seat = self.shared.desk().seats.remove(&number);
        self.shared.changed.notify_all();
        seat.map(|seat| self.shared.error(seat.watch.give_up(stopped(Stop::Cancelled))))
    }

    /// Looks for all until no wait is left. On one thread at a time: the one that [`WaitGroup::add`] asked for.
    pub fn drive(&self, tell: &Tell) {
        while let Some(due) = self.shared.next(tell) {
            // A request is broken off when nobody waits for it any more; who leaves meanwhile is told so at once.
            let (shared, told) = (Arc::clone(&self.shared), Arc::clone(tell));
            let cancel = CancelToken::new().with_probe(move || shared.sweep(&told));
            let adapter = self.server.adapter().with_cancel(&cancel);
            let refs: Vec<RunRef> = due.iter().map(|(_, at)| at.clone()).collect();
            let looked = look(&*adapter, &refs);
            let mut seen = Vec::new();
            for ((number, _), run) in due.into_iter().zip(looked) {
                if let Some((progress, end)) = self.shared.see(number, run, &*adapter) {
                    seen.push((number, progress, end));
                }
            }
            let next = self.shared.pause();
            for (number, progress, end) in seen {
                if let Some(mut progress) = progress {
                    progress.next_poll = if end.is_some() { Duration::ZERO } else { next };
                    tell(number, News::Seen(progress));
                }
                if let Some(end) = end {
                    tell(number, News::Ended(end));
                }
            }
        }
    }
}

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn error(&self, error: Error) -> Error {
        error.during("server.wait").on(&self.origin)
    }

    /// Waits until somebody is due, and says who waits for what; `None` when nobody is left, and the driving is over.
    fn next(&self, tell: &Tell) -> Option<Vec<(u64, RunRef)>> {
        loop {
            self.sweep(tell);
            let mut desk = self.desk();
            let Some(due) = desk.seats.values().map(|seat| seat.due).min() else {
                desk.driven_in = None;
                return None;
            };
            let left = due.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Some(desk.seats.iter().map(|(number, seat)| (*number, seat.watch.at.clone())).collect());
            }
            drop(self.changed.wait_timeout(desk, left.min(TICK)));
        }
    }

    /// Ends the waits that were cancelled or whose deadline has passed; `true` when none is left.
    fn sweep(&self, tell: &Tell) -> bool {
        let waiting: Vec<(u64, CancelToken)> =
            self.desk().seats.iter().map(|(number, seat)| (*number, seat.cancel.clone())).collect();
        // Not under the lock: a token may ask the caller's own code.
        let stops = waiting.into_iter().filter_map(|(number, cancel)| Some((number, cancel.check().err()?)));
        for (number, stop) in stops.collect::<Vec<_>>() {
            let seat = self.desk().seats.remove(&number);
            if let Some(seat) = seat {
                tell(number, News::Ended(Err(self.error(seat.watch.give_up(stopped(stop))))));
            }
        }
        self.desk().seats.is_empty()
    }

    /// Takes in a look. `None` for a wait that has left meanwhile.
    fn see(
        &self,
        number: u64,
        seen: Result<Option<Run>>,
        adapter: &dyn Adapter,
    ) -> Option<(Option<Progress>, Option<Result<Run>>)> {
        // The watch may ask the server for a retry, so it works on a copy.
        let (mut watch, options, began) =
            self.desk().seats.get(&number).map(|seat| (seat.watch.clone(), seat.options, seat.began))?;
        let (pause, trouble) = watch.see(adapter, seen, began.elapsed(), &options);
        let mut desk = self.desk();
        let seat = desk.seats.get_mut(&number)?;
        seat.polls += 1;
        let (run, polls) = (watch.last.clone(), seat.polls);
        let end = watch.result.take().map(|end| end.map_err(|error| self.error(error)));
        if end.is_some() {
            desk.seats.remove(&number);
        } else {
            // A pause too long for the clock is as good as a year.
            let now = Instant::now();
            seat.due = now.checked_add(pause).unwrap_or(now + Duration::from_secs(365 * 86_400));
            seat.watch = watch;
        }
        let elapsed = began.elapsed();
        let progress = Progress { run, elapsed, polls, next_poll: Duration::ZERO, trouble };
        // A wait that gave up tells so by its result.
        Some(((!matches!(end, Some(Err(_)))).then_some(progress), end))
    }

    /// Time until the next look.
    fn pause(&self) -> Duration {
        let due = self.desk().seats.values().map(|seat| seat.due).min();
        due.map_or(Duration::ZERO, |due| due.saturating_duration_since(Instant::now()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::ErrorKind;
    use crate::fake::{Fake, run};
    use crate::run::{Outcome, State};
    use std::sync::mpsc;

    const RUNNING: State = State::Running;
    const SUCCESS: State = State::Ended(Outcome::Success);

    fn slow() -> WaitOptions {
        let minute = Duration::from_secs(60);
        WaitOptions { poll_min: minute, poll_max: minute, ..WaitOptions::default() }
    }

    fn quick() -> WaitOptions {
        let moment = Duration::from_micros(100);
        WaitOptions { poll_min: moment, poll_max: moment, ..WaitOptions::default() }
    }

    fn group(fake: &Fake) -> Arc<WaitGroup> {
        Arc::new(WaitGroup::new(&Server::new(fake.clone(), CancelToken::new())))
    }

    fn add(group: &WaitGroup, run: &str, options: &WaitOptions) -> (u64, bool) {
        group.add(RunRef::new("j", run), options, &CancelToken::new())
    }

    /// Drives on a thread of its own; the news come out of the channel, which closes when the driving is over.
    fn drive(group: &Arc<WaitGroup>) -> mpsc::Receiver<(u64, News)> {
        let (sender, news) = mpsc::channel();
        let group = Arc::clone(group);
        std::thread::spawn(move || {
            let tell: Tell = Arc::new(move |number, what| drop(sender.send((number, what))));
            group.drive(&tell);
        });
        news
    }

    fn ends(news: &mpsc::Receiver<(u64, News)>) -> Vec<(u64, Result<Run>)> {
        let ended = news.iter().filter_map(|(number, what)| match what {
            News::Ended(end) => Some((number, end)),
            News::Seen(_) => None,
        });
        ended.collect()
    }

    #[test]
    fn many_waits_have_the_looks_of_one() {
        let ids: Vec<String> = (0..500).map(|n| format!("r{n}")).collect();
        let history = ids.clone();
        let fake = Fake::new(move |look| {
            let state = if look < 3 { RUNNING } else { SUCCESS };
            Ok(history.iter().map(|id| run(id, 100, state, "word")).collect())
        });
        let group = group(&fake);
        let asked: Vec<bool> = ids.iter().map(|id| add(&group, id, &quick()).1).collect();
        assert_eq!(asked.iter().filter(|must_drive| **must_drive).count(), 1);
        let ended = ends(&drive(&group));
        assert_eq!(ended.len(), 500);
        assert!(ended.iter().all(|(_, end)| end.as_ref().unwrap().outcome == Some(Outcome::Success)));
        assert_eq!(fake.asked(), (4, 0));
    }

    #[test]
    fn who_comes_later_is_looked_for_at_once() {
        let fake = Fake::new(|_| Ok(vec![run("a", 100, RUNNING, "word"), run("b", 100, SUCCESS, "word")]));
        let group = group(&fake);
        let (first, must_drive) = add(&group, "a", &slow());
        assert!(must_drive);
        let news = drive(&group);
        assert!(matches!(news.recv().unwrap(), (number, News::Seen(_)) if number == first));
        let (second, must_drive) = add(&group, "b", &slow());
        assert!(!must_drive);
        let end = news.iter().find_map(|(number, what)| matches!(what, News::Ended(Ok(_))).then_some(number));
        assert_eq!(end, Some(second));
        let left = group.leave(first).unwrap();
        assert_eq!(left.kind(), ErrorKind::Cancelled);
        assert!(left.to_string().contains("last seen running"), "{left}");
        assert!(group.leave(first).is_none());
        assert!(ends(&news).is_empty(), "who leaves is told nothing more");
        assert!(add(&group, "a", &slow()).1, "the driving was over");
    }

    #[test]
    fn a_deadline_and_a_token_end_their_own_wait() {
        let fake = Fake::new(|_| Ok(vec![run("a", 100, RUNNING, "word")]));
        let group = group(&fake);
        let (late, _) = add(&group, "a", &WaitOptions { deadline: Duration::from_millis(30), ..slow() });
        let token = CancelToken::new();
        let (cancelled, _) = group.add(RunRef::new("j", "a"), &slow(), &token);
        let news = drive(&group);
        token.cancel();
        let mut ended: Vec<_> =
            ends(&news).into_iter().map(|(number, end)| (number, end.unwrap_err().kind())).collect();
        ended.sort_by_key(|(number, _)| *number);
        assert_eq!(ended, [(late, ErrorKind::Deadline), (cancelled, ErrorKind::Cancelled)]);
    }
}
