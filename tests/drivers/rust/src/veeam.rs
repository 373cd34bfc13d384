//! The operations of Veeam Backup for Microsoft 365.

use crate::args::Args;
use crate::show::{Out, Show};
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::Rows;
use backupjobs::veeam::{
    BackupWindow, Client, CopySchedule, CopyScheduleType, CreateCopyJob, DailyType, ExploreOptions, ExplorerType,
    PeriodicallyEvery,
};

impl Driver {
    pub(crate) fn veeam(&mut self, verb: &str, args: &Args, out: &mut Out) -> Done {
        let client = self.veeam.clone().ok_or_else(|| Trouble::Command("open.veeam comes first".into()))?;
        let id = || self.id(args, "id");
        let limit = || Ok::<usize, Trouble>(args.parsed("limit")?.unwrap_or(0));
        let found = match verb {
            "login" => return Ok(client.login()?),
            "jobs" => return list(client.jobs()?, out),
            "job" => one(&client.job(&id()?)?, |job| &job.id, out),
            "start_job" => return Ok(client.start_job(&id()?, args.parsed("full")?)?),
            "stop_job" => return Ok(client.stop_job(&id()?)?),
            "enable_job" => return Ok(client.enable_job(&id()?)?),
            "disable_job" => return Ok(client.disable_job(&id()?)?),
            "explore_job" => match client.explore_job(&id()?, &explore_options(args)?)? {
                Some(session) => one(&session, |session| &session.id, out),
                None => return Ok(()),
            },
            "job_sessions" => return list(client.job_sessions(&self.id(args, "job_id")?, limit()?)?, out),
            "all_job_sessions" => return list(client.all_job_sessions(limit()?)?, out),
            "job_session" => one(&client.job_session(&id()?)?, |session| &session.id, out),
            "log_items" => return list(client.log_items(&id()?)?, out),
            "organizations" => return list(client.organizations()?, out),
            "organization" => one(&client.organization(&id()?)?, |organization| &organization.id, out),
            "repositories" => return list(client.repositories()?, out),
            "repository" => one(&client.repository(&id()?)?, |repository| &repository.id, out),
            "copy_jobs" => return list(client.copy_jobs()?, out),
            "copy_job" => one(&client.copy_job(&id()?)?, |job| &job.id, out),
            "create_copy_job" => one(&self.create(&client, args)?, |job| &job.id, out),
            _ => return Err(unknown(&format!("veeam.{verb}"))),
        };
        self.id = Some(found);
        Ok(())
    }

    fn create(&self, client: &Client, args: &Args) -> Result<backupjobs::veeam::CopyJob, Trouble> {
        let mut schedule = CopySchedule::default();
        schedule.kind = args.get("type").map(CopyScheduleType::from);
        schedule.daily_type = args.get("daily_type").map(DailyType::from);
        schedule.daily_time = args.get("daily_time").map(str::to_owned);
        schedule.periodically_every = args.get("periodically_every").map(PeriodicallyEvery::from);
        if let Some(hours) = args.get("window") {
            let hours = hours.chars().map(|hour| hour == '1').collect();
            schedule = schedule.within(BackupWindow::new(hours, args.parsed("minute_offset")?.unwrap_or(0))?);
        }
        let spec = CreateCopyJob::new(self.id(args, "backup_job_id")?, self.id(args, "repository_id")?, schedule);
        Ok(client.create_copy_job(&spec.enabled(args.parsed("is_enabled")?.unwrap_or(true)))?)
    }
}

fn explore_options(args: &Args) -> Result<ExploreOptions, Trouble> {
    let mut options = ExploreOptions::new(args.need("datetime")?, ExplorerType::from(args.need("explorer")?))?;
    options.show_deleted = args.parsed("show_deleted")?;
    options.show_all_versions = args.parsed("show_all_versions")?;
    Ok(options)
}

/// Prints one object, and gives back its id.
pub(crate) fn one<T: Show>(object: &T, id: impl Fn(&T) -> &String, out: &mut Out) -> String {
    object.show("", out);
    id(object).clone()
}

/// Prints a list of objects.
pub(crate) fn list<T: Show>(objects: Vec<T>, out: &mut Out) -> Done {
    objects.show("", out);
    Ok(())
}

/// Prints the rows of an iterator: the first `take` of them, or all. What came before an error is printed.
pub(crate) fn some<T: Show>(rows: Rows<T>, args: &Args, out: &mut Out) -> Done {
    let take = args.parsed("take")?.unwrap_or(usize::MAX);
    for (index, row) in rows.take(take).enumerate() {
        row?.show(&format!("[{index}]"), out);
    }
    Ok(())
}
