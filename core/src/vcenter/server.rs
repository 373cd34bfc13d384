//! vCenter in the common model: the appliance has one job, its own backup; a run is a backup job of the API.

use super::{BackupJobStatus, BackupRequest, Client, ProcessState, ReturnStatus};
use crate::cancel::CancelToken;
use crate::error::{Error, ErrorKind, Result};
use crate::explain::Line;
use crate::run::{Job, Outcome, Run, State, System};
use crate::server::{Adapter, Lacks, Verb};
use crate::time::at;
use jiff::Timestamp;

/// The id of the one job an appliance has in the common model.
pub const APPLIANCE_BACKUP: &str = "appliance-backup";

#[derive(Clone)]
pub(super) struct Appliance {
    pub(super) client: Client,
    pub(super) plan: Option<BackupRequest>,
}

impl Adapter for Appliance {
    fn system(&self) -> System {
        System::Vcenter
    }

    fn origin(&self) -> &str {
        self.client.url()
    }

    fn insecure(&self) -> bool {
        self.client.core.insecure()
    }

    fn can(&self, verb: Verb) -> std::result::Result<(), Lacks> {
        match verb {
            Verb::Start if self.plan.is_none() => Err("no backup request was given when the server was opened".into()),
            Verb::Start | Verb::Stop => Ok(()),
            Verb::Enable | Verb::Disable => {
                Err("the appliance's backup has no schedule that could be switched here".into())
            }
            Verb::StartFull => Err("every backup of an appliance is a full one; do not ask for it".into()),
        }
    }

    fn with_cancel(&self, cancel: &CancelToken) -> Box<dyn Adapter> {
        Box::new(Self { client: self.client.with_cancel(cancel), plan: self.plan.clone() })
    }

    fn jobs(&self) -> Result<Vec<Job>> {
        self.job(APPLIANCE_BACKUP).map(|job| vec![job])
    }

    fn job(&self, job: &str) -> Result<Job> {
        let newest = self.runs(job, 1)?.pop();
        Ok(Job {
            system: System::Vcenter,
            id: APPLIANCE_BACKUP.to_owned(),
            name: "Appliance backup".to_owned(),
            enabled: None,
            raw_status: newest.as_ref().map(|run| run.raw_status.clone()),
            last_run: newest.and_then(|run| run.started),
            next_run: None,
        })
    }

    fn runs(&self, job: &str, limit: usize) -> Result<Vec<Run>> {
        check_job(job)?;
        let mut ids = self.clean(self.client.backup_jobs())?;
        // Newest first is what clients rely on; ids begin with their time, so sorting makes sure.
        ids.sort_unstable_by(|a, b| b.cmp(a));
        ids.truncate(limit);
        ids.iter().map(|id| self.status(id)).collect()
    }

    fn run(&self, job: &str, run: &str) -> Result<Run> {
        check_job(job)?;
        self.status(run)
    }

    fn begin(&self, job: &str, _full: Option<bool>, marker: &str) -> Result<Option<Run>> {
        check_job(job)?;
        let plan = self.plan.as_ref().ok_or_else(|| Error::unsupported("no backup request was given"))?;
        // The appliance keeps the comment with the backup: whoever finds the backup can tell which start made it.
        let comment = plan.comment.as_deref().unwrap_or_default();
        let marked = plan.clone().comment(format!("{comment} [bkj {marker}]").trim_start());
        self.clean(self.client.create_backup_job(&marked)).map(|status| Some(self.common_run(status)))
    }

    fn explain(&self, _job: &str, run: &str) -> Result<Vec<Line>> {
        let messages = self.clean(self.client.backup_job(run))?.messages;
        Ok(messages.into_iter().filter_map(|m| m.default_message).map(|text| Line::new(self.scrub(&text))).collect())
    }

    fn now(&self) -> Option<Timestamp> {
        self.client.core.server_time()
    }

    fn stop(&self, job: &str) -> Result<()> {
        let running = self.runs(job, 1)?.into_iter().find(Run::is_active);
        let Some(run) = running else {
            return Err(Error::new(ErrorKind::Conflict, "no backup is running"));
        };
        let result = self.clean(self.client.cancel_backup_job(&run.id))?;
        match result.status {
            Some(ReturnStatus::Ok | ReturnStatus::Warning) => Ok(()),
            other => {
                let word = other.as_ref().map_or("no status", ReturnStatus::as_str);
                let said: Vec<&str> = result.messages.iter().filter_map(|m| m.default_message.as_deref()).collect();
                let message = format!("the appliance did not cancel run {}: {word} {}", run.id, said.join(" "));
                Err(Error::new(ErrorKind::Conflict, crate::redact::one_line(&self.scrub(&message))))
            }
        }
    }

    fn close(&self, cancel: &CancelToken) {
        self.client.close_unless(cancel);
    }
}

fn check_job(job: &str) -> Result<()> {
    if job == APPLIANCE_BACKUP {
        return Ok(());
    }
    let shown = crate::redact::one_line(job);
    Err(Error::invalid(format!("'{shown}' is not a job of an appliance"))
        .remedied(format!("an appliance has one job: {APPLIANCE_BACKUP}")))
}

/// The appliance may repeat the request's passwords, in an error or in what it says about a backup; nobody gets to see them.
impl Appliance {
    fn scrub(&self, text: &str) -> String {
        let text = &self.client.core.clean(text);
        let plan = self.plan.iter().flat_map(|plan| [&plan.backup_password, &plan.location_password]);
        crate::redact::scrub(text, plan.flatten())
    }

    fn clean<T>(&self, result: Result<T>) -> Result<T> {
        result.map_err(|error| error.scrubbed(|text| self.scrub(text)))
    }

    fn status(&self, id: &str) -> Result<Run> {
        self.clean(self.client.backup_job(id)).map(|status| self.common_run(status))
    }

    fn common_run(&self, status: BackupJobStatus) -> Run {
        let word = status.state.as_ref().map_or("", ProcessState::as_str);
        let mut run = Run::new(System::Vcenter, APPLIANCE_BACKUP, &status.id, word);
        run.started = at(&status.start_time);
        run.ended = at(&status.end_time);
        run.percent = status.progress;
        run.settle(match &status.state {
            Some(ProcessState::None) => State::Queued,
            Some(ProcessState::InProgress) => State::Running,
            Some(ProcessState::Succeeded) => State::Ended(Outcome::Success),
            Some(ProcessState::Failed) => State::Ended(Outcome::Failed),
            Some(ProcessState::Other(_)) | None => State::Unknown,
        });
        let said: Vec<&str> = status.messages.iter().filter_map(|m| m.default_message.as_deref()).collect();
        run.message = (!said.is_empty()).then(|| self.scrub(&said.join(" ")));
        run
    }
}
