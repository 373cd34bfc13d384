//! Veeam in the common model: a job is a backup job, a run is a job session.

use super::{Client, Job, JobSession, JobStatus};
use crate::cancel::CancelToken;
use crate::error::Result;
use crate::explain::Line;
use crate::run::{self, Outcome, Run, State, System};
use crate::server::{Adapter, Lacks, RunRef, Verb, found};
use crate::time::at;
use jiff::Timestamp;
use std::time::Duration;

impl Adapter for Client {
    fn system(&self) -> System {
        System::Veeam
    }

    fn origin(&self) -> &str {
        self.url()
    }

    fn insecure(&self) -> bool {
        self.core.insecure()
    }

    fn can(&self, verb: Verb) -> std::result::Result<(), Lacks> {
        match verb {
            Verb::StartFull if !self.dialect.has_full_start() => {
                Err("a full backup can be asked for from API v6 on".into())
            }
            _ => Ok(()),
        }
    }

    fn with_cancel(&self, cancel: &CancelToken) -> Box<dyn Adapter> {
        Box::new(Client::with_cancel(self, cancel))
    }

    fn jobs(&self) -> Result<Vec<run::Job>> {
        Ok(Client::jobs(self)?.into_iter().map(common_job).collect())
    }

    fn job(&self, job: &str) -> Result<run::Job> {
        Client::job(self, job).map(common_job)
    }

    fn runs(&self, job: &str, limit: usize) -> Result<Vec<Run>> {
        let sessions = self.job_sessions(job, limit)?;
        Ok(sessions.into_iter().map(|session| common_run(job, session)).collect())
    }

    fn run(&self, job: &str, run: &str) -> Result<Run> {
        super::check_id(job, "job", "veeam.job_session")?;
        self.job_session(run).map(|session| common_run(job, session))
    }

    fn look_at(&self, runs: &[RunRef]) -> Result<Vec<Option<Run>>> {
        // One list for all; what is not among the newest is asked for by itself.
        let sessions = self.all_job_sessions(LOOK.max(2 * runs.len()))?;
        runs.iter()
            .map(|at| match sessions.iter().find(|session| session.id == at.run) {
                Some(session) => Ok(Some(common_run(&at.job, session.clone()))),
                None => found(Adapter::run(self, &at.job, &at.run)),
            })
            .collect()
    }

    fn begin(&self, job: &str, full: Option<bool>, _marker: &str) -> Result<Option<Run>> {
        // An incremental run is what the older versions do anyway.
        let full = full.filter(|_| self.dialect.has_full_start());
        let session = self.start_job(job, full)?;
        Ok(session.map(|session| common_run(job, session)))
    }

    fn stop(&self, job: &str) -> Result<()> {
        self.stop_job(job)
    }

    fn enable(&self, job: &str) -> Result<()> {
        self.enable_job(job)
    }

    fn disable(&self, job: &str) -> Result<()> {
        self.disable_job(job)
    }

    fn explain(&self, _job: &str, run: &str) -> Result<Vec<Line>> {
        Ok(self.log_items(run)?.into_iter().map(|item| item.into_line()).collect())
    }

    fn retry_wait(&self, job: &str) -> Result<Duration> {
        let policy = Client::job(self, job)?.schedule_policy;
        let minutes = policy.and_then(|policy| policy.retry_wait_interval).and_then(|minutes| minutes.try_into().ok());
        Ok(Duration::from_secs(minutes.unwrap_or(RETRY_WAIT_MINUTES).saturating_mul(60)))
    }

    fn now(&self) -> Option<Timestamp> {
        self.core.server_time()
    }

    fn close(&self, cancel: &CancelToken) {
        self.close_unless(cancel);
    }
}

/// Sessions read when many runs are looked at in one request.
const LOOK: usize = 500;
/// The product's default: <https://helpcenter.veeam.com/docs/vbo365/powershell/new-vbojobschedulepolicy.html>.
const RETRY_WAIT_MINUTES: u64 = 10;

fn common_job(job: Job) -> run::Job {
    run::Job {
        system: System::Veeam,
        name: job.name.unwrap_or_default(),
        enabled: job.is_enabled,
        raw_status: job.last_status.map(|status| status.as_str().to_owned()),
        last_run: at(&job.last_run),
        next_run: at(&job.next_run),
        id: job.id,
    }
}

fn common_run(job: &str, session: JobSession) -> Run {
    let word = session.status.as_ref().map_or("", JobStatus::as_str);
    let mut run = Run::new(System::Veeam, job, &session.id, word);
    run.started = at(&session.creation_time);
    run.ended = at(&session.end_time);
    run.objects = session.progress;
    run.bytes = session.statistics.as_ref().and_then(|s| s.transferred_data_bytes);
    run.will_be_retried = session.job_will_be_retried == Some(true);
    run.retry_of = session.main_session_id.filter(|first| is_retry_of(first, &session.id));
    run.settle(session.status.as_ref().map_or(State::Unknown, meaning));
    run.message = session.details.filter(|details| !details.is_empty());
    run
}

/// By the v8 document only retries name a main session; what others have there is no run (inferred: null, zeros or themselves).
fn is_retry_of(first: &str, id: &str) -> bool {
    !first.eq_ignore_ascii_case(id) && first.chars().any(|c| !matches!(c, '0' | '-'))
}

/// The terminal words are those of the documented enum; a lost proxy or a job without configuration made no backup.
fn meaning(status: &JobStatus) -> State {
    match status {
        JobStatus::Queued => State::Queued,
        JobStatus::Running => State::Running,
        JobStatus::Success => State::Ended(Outcome::Success),
        JobStatus::Warning => State::Ended(Outcome::Warning),
        JobStatus::Failed | JobStatus::Disconnected | JobStatus::NotConfigured => State::Ended(Outcome::Failed),
        JobStatus::Stopped => State::Ended(Outcome::Stopped),
        JobStatus::Other(_) => State::Unknown,
    }
}
