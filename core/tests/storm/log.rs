//! What a caller did and was told: everything the judge holds against the truth.

use backupjobs::{Error, Level, Origin, Outcome, Run, Timestamp, Verdict};
use std::time::{Duration, Instant};

/// What a caller says about its ticket in the end.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub run: String,
    /// The run whose end it is: another one, where the vendor has tried again.
    pub ended_as: Option<String>,
    /// `None` from a caller that does not know of origins.
    pub origin: Option<Origin>,
    /// How the run ended, if the wait told.
    pub outcome: Option<Outcome>,
    pub level: Option<Level>,
    /// The virtual time before the look with which the wait ended.
    pub seen_at: Option<Timestamp>,
    /// The virtual time after it.
    pub over_at: Option<Timestamp>,
}

/// One call with the time it took and the time it may take.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    pub what: &'static str,
    pub took: Duration,
    pub bound: Duration,
}

/// One caller's part.
#[derive(Clone, Debug, Default)]
pub struct Log {
    pub who: usize,
    /// The virtual time at which it began.
    pub began: Option<Timestamp>,
    /// Whether it got as far as a ticket.
    pub prepared: bool,
    /// The virtual time after which the watermark was read.
    pub watermark_at: Option<Timestamp>,
    pub marker: String,
    pub report: Option<Report>,
    /// The runs it called its own, in all attempts.
    pub ours: Vec<String>,
    /// The runs it took for those of its ticket because they were new, not because an answer named them.
    pub claimed: Vec<String>,
    /// Verdicts of checks: level, run, outcome of the run.
    pub checks: Vec<(Level, Option<String>)>,
    pub calls: Vec<Call>,
    pub kinds: Vec<backupjobs::ErrorKind>,
    /// Everything a user could see.
    pub texts: Vec<String>,
}

impl Log {
    pub fn new(who: usize, now: Timestamp) -> Self {
        Self { who, began: Some(now), ..Self::default() }
    }

    pub fn timed<T>(&mut self, what: &'static str, bound: Duration, call: impl FnOnce(&mut Self) -> T) -> T {
        let began = Instant::now();
        let result = call(self);
        self.calls.push(Call { what, took: began.elapsed(), bound });
        result
    }

    pub fn error(&mut self, error: &Error) {
        self.kinds.push(error.kind());
        self.texts.push(error.to_string());
        self.texts.push(format!("{error:?} {:?} {:?}", error.vendor_message(), error.vendor_code()));
    }

    pub fn run(&mut self, run: &Run) {
        self.texts.push(format!("{run:?}"));
    }

    pub fn verdict(&mut self, verdict: &Verdict) {
        self.texts.push(format!("{verdict:?}"));
    }
}
