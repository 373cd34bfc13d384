//! Teradata in the common model: a job is a backup job, a run is an execution.

use super::{Client, Execution, ExecutionStatus, Job, JobQuery, JobType, LastExecution, RunType};
use crate::cancel::CancelToken;
use crate::error::{Error, ErrorKind, Result};
use crate::explain::Line;
use crate::run::{self, Outcome, Run, State, System};
use crate::server::{Adapter, RunRef, Verb, found};
use crate::time::at;
use jiff::Timestamp;

impl Adapter for Client {
    fn system(&self) -> System {
        System::Teradata
    }

    fn origin(&self) -> &str {
        self.url()
    }

    fn insecure(&self) -> bool {
        self.core.insecure()
    }

    fn can(&self, verb: Verb) -> std::result::Result<(), &'static str> {
        match verb {
            Verb::Start | Verb::StartFull => Ok(()),
            Verb::Stop => Err("no call that aborts an execution is published; the job's auto abort is the only guard"),
            Verb::Enable | Verb::Disable => Err("no call that changes a job's schedule is published; use the console"),
        }
    }

    fn with_cancel(&self, cancel: &CancelToken) -> Box<dyn Adapter> {
        Box::new(Client::with_cancel(self, cancel))
    }

    fn jobs(&self) -> Result<Vec<run::Job>> {
        // Restore jobs are listed with the backup jobs, and are none.
        let jobs = Client::jobs(self, &JobQuery::default())?.into_iter();
        Ok(jobs.filter(|job| job.job_type != Some(JobType::Restore)).map(common_job).collect())
    }

    fn job(&self, job: &str) -> Result<run::Job> {
        Client::job(self, job).map(common_job)
    }

    fn runs(&self, job: &str, limit: usize) -> Result<Vec<Run>> {
        // A restore from a backup is listed with its job; its success says nothing about the backup.
        let executions = self.job_executions(job)?.into_iter().filter(|e| e.job_type != Some(JobType::Restore));
        let mut runs: Vec<Run> = executions.map(|e| common_run(job, e)).collect();
        // The order is not documented; ids grow, times may be missing while a run is queued.
        runs.sort_by(|a, b| number(&b.id).cmp(&number(&a.id)).then(b.started.cmp(&a.started)));
        runs.truncate(limit);
        Ok(runs)
    }

    fn run(&self, job: &str, run: &str) -> Result<Run> {
        // No call gets one execution. The list may lag behind a start, or be capped: the job itself shows the newest.
        let listed = self.job_executions(job)?.into_iter().find(|e| e.execution_id == run);
        if let Some(execution) = listed {
            return Ok(common_run(job, execution));
        }
        let last = Client::job(self, job)?.last_execution_details;
        match last.filter(|last| last.backup_job_execution_id.as_deref() == Some(run)) {
            Some(last) => Ok(newest_run(job, run, last)),
            None => {
                let message = format!("execution {run} of job {job} is not listed");
                Err(Error::new(ErrorKind::NotFound, message).remedied("a start may take a moment to be listed"))
            }
        }
    }

    fn look_at(&self, runs: &[RunRef]) -> Result<Vec<Option<Run>>> {
        let executions = self.site_executions()?;
        runs.iter()
            .map(|at| match executions.iter().find(|e| e.execution_id == at.run) {
                Some(execution) => Ok(Some(common_run(&at.job, execution.clone()))),
                None => found(Adapter::run(self, &at.job, &at.run)),
            })
            .collect()
    }

    fn begin(&self, job: &str, full: Option<bool>, _marker: &str) -> Result<Option<Run>> {
        let run_type = full.map(|full| if full { RunType::Full } else { RunType::Delta });
        match self.execute(job, run_type.as_ref()) {
            Ok(id) => {
                let mut run = Run::new(System::Teradata, job, &id, "");
                run.settle(State::Queued);
                Ok(Some(run))
            }
            // Accepted without an id: the caller finds it in the list.
            Err(error) if error.kind() == ErrorKind::OutcomeUnknown && error.http_status().is_some() => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn stop(&self, _job: &str) -> Result<()> {
        Err(Error::unsupported("no call that aborts an execution is published"))
    }

    fn enable(&self, _job: &str) -> Result<()> {
        Err(Error::unsupported("no call that changes a job's schedule is published"))
    }

    fn disable(&self, job: &str) -> Result<()> {
        Adapter::enable(self, job)
    }

    fn explain(&self, job: &str, run: &str) -> Result<Vec<Line>> {
        let execution = self.job_executions(job)?.into_iter().find(|e| e.execution_id == run);
        let Some(execution) = execution else { return Ok(vec![]) };
        let words = [
            ("", &execution.status_detail),
            ("run type: ", &execution.run_type.map(|t| t.as_str().to_owned())),
            ("replication to the target site: ", &execution.saveset_replication_status),
            ("engine's id: ", &execution.server_execution_id),
        ]
        .map(|(what, word)| word.as_deref().filter(|w| !w.is_empty()).map(|w| Line::new(format!("{what}{w}"))));
        let mut lines: Vec<Line> = words.into_iter().flatten().collect();
        if execution.is_saveset_deleted == Some(true) {
            lines.push(Line::new("the backup itself has been deleted"));
        }
        Ok(lines)
    }

    fn now(&self) -> Option<Timestamp> {
        self.core.server_time()
    }

    fn close(&self) {
        Client::close(self);
    }
}

fn number(id: &str) -> u64 {
    id.parse().unwrap_or(0)
}

fn common_job(job: Job) -> run::Job {
    let last = job.last_execution_details.unwrap_or_default();
    run::Job {
        system: System::Teradata,
        name: job.name.unwrap_or_default(),
        enabled: job.is_active,
        raw_status: last.status.map(|status| status.as_str().to_owned()),
        last_run: at(&last.start_time),
        next_run: at(&job.next_run_time),
        id: job.job_id,
    }
}

fn common_run(job: &str, execution: Execution) -> Run {
    let word = execution.status.as_ref().map_or("", ExecutionStatus::as_str);
    let mut run = Run::new(System::Teradata, job, &execution.execution_id, word);
    run.started = at(&execution.start_time);
    run.ended = at(&execution.end_time);
    run.bytes = execution.backup_set_size.filter(|bytes| *bytes > 0);
    run.settle(execution.status.as_ref().map_or(State::Unknown, meaning));
    run.message = execution.status_detail.filter(|detail| !detail.is_empty());
    run
}

fn newest_run(job: &str, id: &str, last: LastExecution) -> Run {
    let word = last.status.as_ref().map_or("", ExecutionStatus::as_str);
    let mut run = Run::new(System::Teradata, job, id, word);
    run.started = at(&last.start_time);
    run.ended = at(&last.end_time);
    run.bytes = last.backup_set_size.filter(|bytes| *bytes > 0);
    run.settle(last.status.as_ref().map_or(State::Unknown, meaning));
    run
}

/// One word is documented, the others are those of Viewpoint, DSA and Data Mover. What is in none of them is unknown.
fn meaning(status: &ExecutionStatus) -> State {
    match status.normal().as_str() {
        "SUCCESSFUL" | "SUCCESS" | "SUCCEEDED" | "COMPLETED" | "COMPLETED_SUCCESSFULLY" => {
            State::Ended(Outcome::Success)
        }
        "WARNING" | "COMPLETED_WITH_WARNINGS" | "COMPLETED_WARNINGS" => State::Ended(Outcome::Warning),
        "FAILED" | "FAILURE" | "ERROR" | "COMPLETED_WITH_ERRORS" | "COMPLETED_ERRORS" | "TIMED_OUT" => {
            State::Ended(Outcome::Failed)
        }
        "ABORTED" | "CANCELLED" | "CANCELED" => State::Ended(Outcome::Stopped),
        "QUEUED" | "PENDING" | "NEW" | "SUBMITTED" => State::Queued,
        "EXECUTING" | "RUNNING" | "IN_PROGRESS" | "INPROGRESS" | "INITIALIZING" | "STARTED" | "ABORTING"
        | "RESTARTING" | "BLOCKED" | "NOT_RESPONDING" => State::Running,
        _ => State::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_however_they_are_spelt() {
        for (word, state) in [
            ("SUCCESSFUL", State::Ended(Outcome::Success)),
            ("completed with warnings", State::Ended(Outcome::Warning)),
            ("In-Progress", State::Running),
            ("aborted", State::Ended(Outcome::Stopped)),
            ("SUCCESSFULLY_STARTED", State::Unknown),
            ("", State::Unknown),
        ] {
            assert_eq!(meaning(&word.into()), state, "{word}");
        }
    }
}
