//! Judging a job by its history. Only a dated success that is young enough is green; whatever cannot be read is not.

use crate::error::{Error, ErrorKind, Result};
use crate::run::{Job, Outcome, Run};
use crate::server::Adapter;
use crate::verdict::{Level, Policy, Verdict};
use jiff::Timestamp;
use std::time::Duration;

/// Runs read to find the last success.
const HISTORY: usize = 50;
/// Clocks of server and client may differ by this much before a date in the future is called one.
const SKEW: Duration = Duration::from_secs(300);

/// The verdicts on all jobs of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The worst level.
    pub level: Level,
    /// One verdict a job, in the server's order; then one for every expected job that is missing.
    pub verdicts: Vec<Verdict>,
    /// True when the server's certificate is not checked: anybody may have said all this. Every reason says so, too.
    pub insecure: bool,
}

pub(crate) fn check(adapter: &dyn Adapter, id: &str, policy: &Policy) -> Result<Verdict> {
    let verdict = match adapter.job(id) {
        Ok(job) => check_job(adapter, &job, policy),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Ok(Verdict::new(Level::Critical, format!("the job is gone: {}", error.message())).about(id))
        }
        Err(error) => unreadable(error).map(|verdict| verdict.about(id)),
    };
    verdict.map(|verdict| owned_up(adapter, verdict))
}

pub(crate) fn check_all(adapter: &dyn Adapter, policy: &Policy, expect_jobs: &[&str]) -> Result<Report> {
    let jobs = match adapter.jobs() {
        Ok(jobs) => jobs,
        Err(error) => {
            let verdict = owned_up(adapter, unreadable(error)?);
            return Ok(Report { level: verdict.level, verdicts: vec![verdict], insecure: adapter.insecure() });
        }
    };
    let mut verdicts = Vec::with_capacity(jobs.len());
    for job in &jobs {
        verdicts.push(check_job(adapter, job, policy)?);
    }
    for expected in expect_jobs {
        if !jobs.iter().any(|job| job.id == *expected || job.name == *expected) {
            let shown = crate::redact::one_line(expected);
            let reason = format!("the expected job '{shown}' is not on the server");
            verdicts.push(Verdict::new(Level::Critical, reason).about(expected));
        }
    }
    if verdicts.is_empty() {
        verdicts.push(Verdict::new(Level::Unknown, "the server has no jobs"));
    }
    let level = verdicts.iter().map(|v| v.level).max_by_key(|level| badness(*level)).unwrap_or(Level::Unknown);
    let verdicts = verdicts.into_iter().map(|verdict| owned_up(adapter, verdict)).collect();
    Ok(Report { level, verdicts, insecure: adapter.insecure() })
}

/// Says what the verdict rests on when nobody knows who answered.
fn owned_up(adapter: &dyn Adapter, verdict: Verdict) -> Verdict {
    match adapter.insecure() {
        true => Verdict { reason: format!("{} (the server's certificate is not checked)", verdict.reason), ..verdict },
        false => verdict,
    }
}

/// Monitoring systems call 3 unknown, but a failed backup is worse than one nobody can tell of.
fn badness(level: Level) -> u8 {
    match level {
        Level::Ok => 0,
        Level::Warning => 1,
        Level::Unknown => 2,
        Level::Critical => 3,
    }
}

fn check_job(adapter: &dyn Adapter, job: &Job, policy: &Policy) -> Result<Verdict> {
    let verdict = match adapter.runs(&job.id, HISTORY) {
        Ok(runs) => judge(job, &runs, policy, policy.now.or_else(|| adapter.now()).unwrap_or_else(Timestamp::now)),
        Err(error) => unreadable(error)?,
    };
    Ok(Verdict { job_name: Some(job.name.clone()), ..verdict.about(&job.id) })
}

/// The caller's own mistakes stay errors; whatever keeps us from knowing is a verdict of its own.
fn unreadable(error: Error) -> Result<Verdict> {
    match error.kind() {
        ErrorKind::InvalidArgument | ErrorKind::Config | ErrorKind::Cancelled | ErrorKind::Closed => Err(error),
        _ => Ok(Verdict::new(Level::Unknown, format!("the history cannot be read: {error}"))),
    }
}

/// `runs` is newest first. The worst of what is found is the verdict.
fn judge(job: &Job, runs: &[Run], policy: &Policy, now: Timestamp) -> Verdict {
    let mut verdict = newest(runs, policy, now);
    if job.enabled == Some(false) && !policy.disabled_ok {
        let reason = format!("the job is disabled; {}", verdict.reason);
        let level = if badness(verdict.level) < badness(Level::Warning) { Level::Warning } else { verdict.level };
        verdict = Verdict { level, reason, ..verdict };
    }
    verdict
}

fn newest(runs: &[Run], policy: &Policy, now: Timestamp) -> Verdict {
    let Some(first) = runs.first() else {
        return Verdict::new(Level::Critical, "the job has never run");
    };
    let Some(ended) = runs.iter().find(|run| !run.is_active()) else {
        let verdict = Verdict::of(first, policy);
        return Verdict { reason: format!("{}, and none has ended yet", verdict.reason), ..verdict };
    };
    let mut verdict = aged(ended, policy, now);
    if first.is_active() {
        let running = Verdict::of(first, policy);
        let too_long = match (policy.max_running, age(first.started, now)) {
            (Some(max), Some(age)) => age > max,
            _ => false,
        };
        if too_long {
            let reason = format!("{} for longer than allowed", running.reason);
            return Verdict { level: Level::Critical, reason, ..running };
        }
        verdict.reason = format!("{}; before, {}", running.reason, verdict.reason);
    }
    verdict
}

/// The verdict on a run that ended, and on its age if it was a good one.
fn aged(ended: &Run, policy: &Policy, now: Timestamp) -> Verdict {
    let verdict = Verdict::of(ended, policy);
    if !matches!(ended.outcome, Some(Outcome::Success | Outcome::Warning)) {
        return verdict;
    }
    let Some(at) = ended.ended.or(ended.started) else {
        let reason = format!("{}, but without a date nobody can tell when", verdict.reason);
        return Verdict { level: Level::Unknown, reason, ..verdict };
    };
    let Some(age) = age(Some(at), now) else {
        let reason = format!("{}, but its date {at} lies in the future; check the clocks", verdict.reason);
        return Verdict { level: Level::Unknown, reason, ..verdict };
    };
    let verdict = Verdict { age: Some(age), ..verdict };
    match policy.max_age {
        Some(max) if age > max => {
            let hours = age.as_secs() / 3600;
            let reason = format!("the last good run ended {hours} h ago, longer than allowed; {}", verdict.reason);
            Verdict { level: Level::Critical, reason, ..verdict }
        }
        _ => verdict,
    }
}

/// Time since; `None` without a date, or for one in the future.
fn age(at: Option<Timestamp>, now: Timestamp) -> Option<Duration> {
    let seconds = now.duration_since(at?).as_secs();
    match u64::try_from(seconds) {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) if seconds.unsigned_abs() <= SKEW.as_secs() => Some(Duration::ZERO),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{State, System};

    const NOW: i64 = 1_768_464_000;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("second")
    }

    fn run(hours_ago: i64, state: State) -> Run {
        let mut run = Run::new(System::Veeam, "j", &format!("r{hours_ago}"), "WORD");
        run.started = Some(at(NOW - hours_ago * 3600));
        if matches!(state, State::Ended(_)) {
            run.ended = Some(at(NOW - hours_ago * 3600 + 600));
        }
        run.settle(state);
        run
    }

    fn job(enabled: Option<bool>) -> Job {
        Job {
            system: System::Veeam,
            id: "j".into(),
            name: "mail".into(),
            enabled,
            raw_status: None,
            last_run: None,
            next_run: None,
        }
    }

    fn judged(enabled: Option<bool>, runs: &[Run]) -> Verdict {
        let policy = Policy::new().max_age(Duration::from_secs(26 * 3600)).max_running(Duration::from_secs(8 * 3600));
        judge(&job(enabled), runs, &policy, at(NOW))
    }

    const GOOD: State = State::Ended(Outcome::Success);

    #[test]
    fn green_needs_a_dated_young_success() {
        assert_eq!(judged(Some(true), &[run(2, GOOD)]).level, Level::Ok);
        assert_eq!(judged(None, &[run(2, GOOD)]).age, Some(Duration::from_secs(6600)));
        assert_eq!(judged(None, &[]).level, Level::Critical);
        assert_eq!(judged(None, &[run(30, GOOD)]).level, Level::Critical);
        assert_eq!(judged(None, &[run(2, State::Ended(Outcome::Failed)), run(3, GOOD)]).level, Level::Critical);
        assert_eq!(judged(None, &[run(2, State::Ended(Outcome::Unknown)), run(3, GOOD)]).level, Level::Unknown);
        assert_eq!(judged(Some(false), &[run(2, GOOD)]).level, Level::Warning);
        let mut undated = run(2, GOOD);
        (undated.started, undated.ended) = (None, None);
        assert_eq!(judged(None, &[undated]).level, Level::Unknown);
        assert_eq!(judged(None, &[run(-5, GOOD)]).level, Level::Unknown, "from the future");
    }

    #[test]
    fn a_running_run_hides_nothing() {
        assert_eq!(judged(None, &[run(1, State::Running), run(2, GOOD)]).level, Level::Ok);
        assert_eq!(
            judged(None, &[run(1, State::Running), run(2, State::Ended(Outcome::Failed))]).level,
            Level::Critical
        );
        assert_eq!(judged(None, &[run(1, State::Running), run(30, GOOD)]).level, Level::Critical, "too old");
        assert_eq!(judged(None, &[run(9, State::Running), run(10, GOOD)]).level, Level::Critical, "runs too long");
        assert_eq!(judged(None, &[run(1, State::Running)]).level, Level::Unknown);
    }
}
