//! The operations of Veeam Backup for Microsoft 365.

use crate::args::Args;
use crate::show::{Out, Show};
use crate::veeam_args::{
    copy_job_query, copy_schedule, items, job_query, job_schedule, log_item_query, organization_query,
    repository_query, restore_session_query, session_query,
};
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::Rows;
use backupjobs::veeam::{
    self, BackupType, CreateCopyJob, CreateJob, EditCopyJob, EditJob, ExploreOptions, ExplorerType, Job, JobSession,
    RestoreSession,
};

impl Driver {
    pub(crate) fn veeam(&mut self, verb: &str, args: &Args, out: &mut Out) -> Done {
        if verb == "detect" {
            return self.detect(args, out);
        }
        let client = self.veeam.clone().ok_or_else(|| Trouble::Command("open.veeam comes first".into()))?;
        let id = || self.id(args, "id");
        let of = |key: &str| self.id(args, key);
        let limit = || Ok::<usize, Trouble>(args.parsed("limit")?.unwrap_or(0));
        let found = match verb {
            "login" => return Ok(client.login()?),
            "jobs" => return list(client.jobs()?, out),
            "iter_jobs" => return some(client.iter_jobs(&job_query(self, args)?)?, args, out),
            "job" => one(&client.job(&id()?)?, |job| &job.id, out),
            "create_job" => one(&client.create_job(&self.new_job(args)?)?, |job: &Job| &job.id, out),
            "edit_job" => return Ok(client.edit_job(&id()?, &self.job_edit(args)?)?),
            "delete_job" => return Ok(client.delete_job(&id()?)?),
            "start_job" => match client.start_job(&id()?, args.parsed("full")?)? {
                Some(session) => one(&session, |session: &JobSession| &session.id, out),
                None => return Ok(()),
            },
            "stop_job" => return Ok(client.stop_job(&id()?)?),
            "enable_job" => return Ok(client.enable_job(&id()?)?),
            "disable_job" => return Ok(client.disable_job(&id()?)?),
            "selected_items" => return list(client.selected_items(&of("job_id")?)?, out),
            "iter_selected_items" => return some(client.iter_selected_items(&of("job_id")?)?, args, out),
            "excluded_items" => return list(client.excluded_items(&of("job_id")?)?, out),
            "iter_excluded_items" => return some(client.iter_excluded_items(&of("job_id")?)?, args, out),
            "job_sessions" => return list(client.job_sessions(&of("job_id")?, limit()?)?, out),
            "all_job_sessions" => return list(client.all_job_sessions(limit()?)?, out),
            "iter_job_sessions" => return some(client.iter_job_sessions(&session_query(self, args)?)?, args, out),
            "job_session" => one(&client.job_session(&id()?)?, |session| &session.id, out),
            "processed_objects" => return list(client.processed_objects(&of("session_id")?)?, out),
            "iter_processed_objects" => return some(client.iter_processed_objects(&of("session_id")?)?, args, out),
            "log_items" => return list(client.log_items(&of("session_id")?)?, out),
            "iter_log_items" => {
                return some(client.iter_log_items(&of("session_id")?, &log_item_query(args)?)?, args, out);
            }
            "log_item" => one(&client.log_item(&of("session_id")?, &id()?)?, |item| &item.id, out),
            "explore_job" => return self.opened(client.explore_job(&id()?, &self.explore_options(args)?)?, out),
            "explore_organization" => {
                return self.opened(client.explore_organization(&id()?, &self.explore_options(args)?)?, out);
            }
            "explore_repository" => {
                // Its ids are arguments of the call, so none of the options.
                let (options, organization) = (explore_options(args)?, of("organization_id")?);
                return self.opened(client.explore_repository(&of("repository_id")?, &organization, &options)?, out);
            }
            "restore_sessions" => return list(client.restore_sessions()?, out),
            "iter_restore_sessions" => {
                return some(client.iter_restore_sessions(&restore_session_query(args)?)?, args, out);
            }
            "restore_session" => one(&client.restore_session(&id()?)?, |session| &session.id, out),
            "stop_restore_session" => return Ok(client.stop_restore_session(&id()?)?),
            "restore_session_events" => return list(client.restore_session_events(&id()?)?, out),
            "iter_restore_session_events" => return some(client.iter_restore_session_events(&id()?)?, args, out),
            "restore_session_statistics" => return show(&client.restore_session_statistics(&id()?)?, out),
            "organizations" => return list(client.organizations()?, out),
            "iter_organizations" => return some(client.iter_organizations(&organization_query(args)?)?, args, out),
            "organization" => {
                let organization = client.organization(&id()?, args.parsed("extended_view")?)?;
                one(&organization, |organization| &organization.id, out)
            }
            "used_repositories" => return list(client.used_repositories(&of("organization_id")?)?, out),
            "iter_used_repositories" => {
                return some(client.iter_used_repositories(&of("organization_id")?)?, args, out);
            }
            "repositories" => return list(client.repositories()?, out),
            "iter_repositories" => return some(client.iter_repositories(&repository_query(self, args)?)?, args, out),
            "repository" => one(&client.repository(&id()?)?, |repository| &repository.id, out),
            "copy_jobs" => return list(client.copy_jobs()?, out),
            "iter_copy_jobs" => return some(client.iter_copy_jobs(&copy_job_query(self, args)?)?, args, out),
            "copy_job" => one(&client.copy_job(&id()?)?, |job| &job.id, out),
            "copy_job_of" => one(&client.copy_job_of(&of("job_id")?)?, |job| &job.id, out),
            "backup_job_of" => one(&client.backup_job_of(&of("copy_job_id")?)?, |job| &job.id, out),
            "create_copy_job" => one(&client.create_copy_job(&self.new_copy_job(args)?)?, |job| &job.id, out),
            "edit_copy_job" => return Ok(client.edit_copy_job(&id()?, &self.copy_job_edit(args)?)?),
            "start_copy_job" => match client.start_copy_job(&id()?)? {
                Some(session) => one(&session, |session| &session.id, out),
                None => return Ok(()),
            },
            "stop_copy_job" => return Ok(client.stop_copy_job(&id()?)?),
            "enable_copy_job" => return Ok(client.enable_copy_job(&id()?)?),
            "disable_copy_job" => return Ok(client.disable_copy_job(&id()?)?),
            "delete_copy_job" => return Ok(client.delete_copy_job(&id()?)?),
            "service_instance" => return show(&client.service_instance()?, out),
            "health" => return show(&client.health()?, out),
            _ => return Err(unknown(&format!("veeam.{verb}"))),
        };
        self.id = Some(found);
        Ok(())
    }

    fn new_job(&self, args: &Args) -> Result<CreateJob, Trouble> {
        let mut spec = CreateJob::new(self.id(args, "organization_id")?, self.id(args, "repository_id")?);
        if let Some(word) = args.get("backup_type") {
            spec.backup_type = BackupType::from(word);
        }
        spec.name = args.text("name");
        spec.description = args.text("description");
        spec.selected_items = items(args, "selected_items")?.unwrap_or_default();
        spec.excluded_items = items(args, "excluded_items")?.unwrap_or_default();
        spec.schedule_policy = job_schedule(args)?;
        spec.is_enabled = args.parsed("is_enabled")?;
        spec.run_now = args.parsed("run_now")?;
        spec.skip_item_update = args.parsed("skip_item_update")?;
        Ok(spec)
    }

    fn job_edit(&self, args: &Args) -> Result<EditJob, Trouble> {
        let mut edit = EditJob::default();
        edit.repository_id = self.id_if(args, "repository_id")?;
        edit.backup_type = args.get("backup_type").map(BackupType::from);
        edit.name = args.text("name");
        edit.description = args.text("description");
        edit.selected_items = items(args, "selected_items")?;
        edit.excluded_items = items(args, "excluded_items")?;
        edit.schedule_policy = job_schedule(args)?;
        edit.is_enabled = args.parsed("is_enabled")?;
        edit.run_now = args.parsed("run_now")?;
        edit.skip_item_update = args.parsed("skip_item_update")?;
        Ok(edit)
    }

    fn new_copy_job(&self, args: &Args) -> Result<CreateCopyJob, Trouble> {
        let schedule = copy_schedule(args)?.unwrap_or_default();
        let mut spec = CreateCopyJob::new(self.id(args, "backup_job_id")?, self.id(args, "repository_id")?, schedule);
        spec.organization_id = self.id_if(args, "organization_id")?;
        Ok(spec.enabled(args.parsed("is_enabled")?.unwrap_or(true)))
    }

    fn copy_job_edit(&self, args: &Args) -> Result<EditCopyJob, Trouble> {
        let mut edit = EditCopyJob::default();
        edit.backup_job_id = self.id_if(args, "backup_job_id")?;
        edit.organization_id = self.id_if(args, "organization_id")?;
        edit.repository_id = self.id_if(args, "repository_id")?;
        edit.schedule_policy = copy_schedule(args)?;
        edit.is_enabled = args.parsed("is_enabled")?;
        Ok(edit)
    }

    fn explore_options(&self, args: &Args) -> Result<ExploreOptions, Trouble> {
        let mut options = explore_options(args)?;
        options.repository_id = self.id_if(args, "repository_id")?;
        Ok(options)
    }

    fn detect(&self, args: &Args, out: &mut Out) -> Done {
        let served = veeam::detect(args.need("url")?, &self.options(args)?)?;
        for (index, dialect) in served.iter().enumerate() {
            out.line(&format!("[{index}]"), &dialect.to_string());
        }
        Ok(())
    }

    /// Prints the restore session that exploring has opened, if the server tells it.
    fn opened(&mut self, session: Option<RestoreSession>, out: &mut Out) -> Done {
        if let Some(session) = session {
            self.id = Some(one(&session, |session| &session.id, out));
        }
        Ok(())
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

/// Prints one object that has no id.
fn show(object: &impl Show, out: &mut Out) -> Done {
    object.show("", out);
    Ok(())
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
