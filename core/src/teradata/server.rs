//! Teradata in the common model: a job is a backup job, a run is an execution.

use super::{Client, Dialect, Execution, ExecutionStatus, Job, JobQuery, JobType, LastExecution, RunType};
use crate::cancel::CancelToken;
use crate::error::{Error, ErrorKind, Result};
use crate::explain::Line;
use crate::run::{self, Outcome, Run, State, System};
use crate::server::{Adapter, Lacks, RunRef, Verb, found};
use crate::time::at;
use jiff::Timestamp;

/// What is to be done about a call that only Enterprise is known to have.
pub(super) const TRY: &str = "set allow_unverified to try the call that Enterprise has, or use the console";

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

    /// Sites and accounts of one host count their jobs each for itself.
    fn place(&self) -> String {
        format!("{}/{}{}", self.url(), self.site_id(), self.account_id())
    }

    fn can(&self, verb: Verb) -> std::result::Result<(), Lacks> {
        match verb {
            Verb::Start | Verb::StartFull if self.may(self.dialect.executions()) => Ok(()),
            Verb::Start | Verb::StartFull => {
                Err(Lacks::from("no call that executes a job is published for Lake").remedied(TRY))
            }
            Verb::Stop => {
                Err("no call that aborts an execution is published; the job's auto abort is the only guard".into())
            }
            Verb::Enable | Verb::Disable => {
                Err("no call that changes a job's schedule is published; use the console".into())
            }
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
        if !self.may(self.dialect.executions()) {
            // The job itself shows its newest execution, and that is all that is documented for Lake.
            let newest = newest_run(job, Client::job(self, job)?.last_execution_details);
            return Ok(newest.into_iter().take(limit).collect());
        }
        let mut runs = Vec::new();
        for execution in self.job_execution_rows("teradata.job_executions", job)? {
            let execution = execution?;
            // A restore from a backup is listed with its job; its success says nothing about the backup.
            if execution.job_type != Some(JobType::Restore) {
                runs.push(common_run(job, execution));
            }
        }
        // The order is not documented; ids grow, times may be missing while a run is queued.
        runs.sort_by(|a, b| number(&b.id).cmp(&number(&a.id)).then(b.started.cmp(&a.started)));
        runs.truncate(limit);
        Ok(runs)
    }

    fn run(&self, job: &str, run: &str) -> Result<Run> {
        // No call gets one execution. The list may lag behind a start, or be capped: the job itself shows the newest.
        if let Some(execution) = self.listed(job, run)? {
            return Ok(common_run(job, execution));
        }
        match newest_run(job, Client::job(self, job)?.last_execution_details).filter(|newest| newest.id == run) {
            Some(newest) => Ok(newest),
            None => {
                let message = format!("execution {run} of job {job} is not listed");
                Err(Error::new(ErrorKind::NotFound, message).remedied("a start may take a moment to be listed"))
            }
        }
    }

    fn look_at(&self, runs: &[RunRef]) -> Result<Vec<Option<Run>>> {
        let mut seen: Vec<Option<Run>> = vec![None; runs.len()];
        // That Lake has a list for all jobs is the wilder guess of the two.
        if self.dialect == Dialect::Enterprise {
            for execution in self.site_rows("teradata.site_executions")? {
                let execution = execution?;
                for (at, slot) in runs.iter().zip(&mut seen).filter(|(at, _)| at.run == execution.execution_id) {
                    *slot = Some(common_run(&at.job, execution.clone()));
                }
                if seen.iter().all(Option::is_some) {
                    break;
                }
            }
        }
        let found = runs.iter().zip(seen).map(|(at, seen)| match seen {
            Some(run) => Ok(Some(run)),
            None => found(Adapter::run(self, &at.job, &at.run)),
        });
        found.collect()
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

    fn explain(&self, job: &str, run: &str) -> Result<Vec<Line>> {
        let Some(execution) = self.listed(job, run)? else { return Ok(vec![]) };
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

    fn close(&self, cancel: &CancelToken) {
        self.close_unless(cancel);
    }
}

impl Client {
    /// An execution out of the list of its job; none on Lake as long as that list is not to be asked for.
    fn listed(&self, job: &str, run: &str) -> Result<Option<Execution>> {
        if !self.may(self.dialect.executions()) {
            return Ok(None);
        }
        self.job_execution_rows("teradata.job_executions", job)?
            .find(|row| !matches!(row, Ok(e) if e.execution_id != run))
            .transpose()
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

/// The newest run of a job, as the job itself shows it; none when it never ran, or when that was a restore.
fn newest_run(job: &str, last: Option<LastExecution>) -> Option<Run> {
    let last = last.filter(|last| !last.is_restore())?;
    let id = last.backup_job_execution_id.as_deref().filter(|id| !matches!(*id, "" | "0"))?;
    let word = last.status.as_ref().map_or("", ExecutionStatus::as_str);
    let mut run = Run::new(System::Teradata, job, id, word);
    run.started = at(&last.start_time);
    run.ended = at(&last.end_time);
    run.bytes = last.backup_set_size.filter(|bytes| *bytes > 0);
    run.settle(last.status.as_ref().map_or(State::Unknown, meaning));
    Some(run)
}

/// One word is documented, the others are those of Viewpoint, DSA and Data Mover. What is in none of them is unknown.
pub(super) fn meaning(status: &ExecutionStatus) -> State {
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
