//! A server without a network, for what no vendor's dialect produces yet.

use crate::cancel::CancelToken;
use crate::error::{Error, Result};
use crate::explain::Line;
use crate::run::{Job, Run, State, System};
use crate::server::{Adapter, Lacks, RunRef, Verb};
use jiff::Timestamp;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The server's clock stands still.
pub(crate) const NOW: i64 = 150;

/// What the history shows at the n-th look, newest first.
type History = Arc<dyn Fn(usize) -> Result<Vec<Run>> + Send + Sync>;
/// What the request to start answers.
type Begin = Arc<dyn Fn() -> Result<Option<Run>> + Send + Sync>;

#[derive(Clone)]
pub(crate) struct Fake {
    history: History,
    begin: Begin,
    retry_wait: Duration,
    counts: Arc<Counts>,
    /// The markers of the requests to start.
    pub(crate) sent: Arc<Mutex<Vec<String>>>,
}

/// How often each was asked for.
#[derive(Default)]
struct Counts {
    looks: AtomicUsize,
    lists: AtomicUsize,
    singles: AtomicUsize,
}

impl Fake {
    pub(crate) fn new(history: impl Fn(usize) -> Result<Vec<Run>> + Send + Sync + 'static) -> Self {
        Self {
            history: Arc::new(history),
            begin: Arc::new(|| Ok(None)),
            retry_wait: Duration::ZERO,
            counts: Arc::default(),
            sent: Arc::default(),
        }
    }

    pub(crate) fn begins(mut self, begin: impl Fn() -> Result<Option<Run>> + Send + Sync + 'static) -> Self {
        self.begin = Arc::new(begin);
        self
    }

    /// With that pause before a retry.
    pub(crate) fn retries_after(mut self, seconds: u64) -> Self {
        self.retry_wait = Duration::from_secs(seconds);
        self
    }

    /// Lists for many runs, and requests for one.
    pub(crate) fn asked(&self) -> (usize, usize) {
        (self.counts.lists.load(Ordering::Relaxed), self.counts.singles.load(Ordering::Relaxed))
    }

    fn look(&self) -> Result<Vec<Run>> {
        (self.history)(self.counts.looks.fetch_add(1, Ordering::Relaxed))
    }
}

/// A run of the job `j` that began at that second.
pub(crate) fn run(id: &str, second: i64, state: State, word: &str) -> Run {
    let mut run = Run::new(System::Veeam, "j", id, word);
    run.started = Timestamp::from_second(second).ok();
    if matches!(state, State::Ended(_)) {
        run.ended = Timestamp::from_second(second + 60).ok();
    }
    run.settle(state);
    run
}

fn pick(runs: &[Run], id: &str) -> Option<Run> {
    runs.iter().find(|run| run.id == id).cloned()
}

impl Adapter for Fake {
    fn system(&self) -> System {
        System::Veeam
    }

    fn origin(&self) -> &str {
        "https://fake:1"
    }

    fn can(&self, _: Verb) -> std::result::Result<(), Lacks> {
        Ok(())
    }

    fn with_cancel(&self, _: &CancelToken) -> Box<dyn Adapter> {
        Box::new(self.clone())
    }

    fn jobs(&self) -> Result<Vec<Job>> {
        Ok(vec![Job::new(System::Veeam, "j")])
    }

    fn job(&self, job: &str) -> Result<Job> {
        Ok(Job::new(System::Veeam, job))
    }

    fn runs(&self, _: &str, limit: usize) -> Result<Vec<Run>> {
        let mut runs = self.look()?;
        runs.truncate(limit);
        Ok(runs)
    }

    fn run(&self, _: &str, run: &str) -> Result<Run> {
        self.counts.singles.fetch_add(1, Ordering::Relaxed);
        if run.contains(' ') {
            return Err(Error::invalid("no id has a blank"));
        }
        let runs = self.look()?;
        pick(&runs, run).ok_or_else(|| Error::new(crate::ErrorKind::NotFound, "not listed"))
    }

    fn look_at(&self, refs: &[RunRef]) -> Result<Vec<Option<Run>>> {
        self.counts.lists.fetch_add(1, Ordering::Relaxed);
        if refs.iter().any(|at| at.run.contains(' ')) {
            return Err(Error::invalid("no id has a blank"));
        }
        let runs = self.look()?;
        Ok(refs.iter().map(|at| pick(&runs, &at.run)).collect())
    }

    fn begin(&self, _: &str, _: Option<bool>, marker: &str) -> Result<Option<Run>> {
        self.sent.lock().unwrap_or_else(|e| e.into_inner()).push(marker.to_owned());
        (self.begin)()
    }

    fn retry_wait(&self, _: &str) -> Result<Duration> {
        Ok(self.retry_wait)
    }

    fn explain(&self, _: &str, _: &str) -> Result<Vec<Line>> {
        Ok(vec![])
    }

    fn now(&self) -> Option<Timestamp> {
        Timestamp::from_second(NOW).ok()
    }

    fn stop(&self, _: &str) -> Result<()> {
        Ok(())
    }

    fn enable(&self, _: &str) -> Result<()> {
        Ok(())
    }

    fn disable(&self, _: &str) -> Result<()> {
        Ok(())
    }

    fn close(&self, _: &CancelToken) {}
}
