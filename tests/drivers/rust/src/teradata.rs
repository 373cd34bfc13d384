//! The operations of Teradata VantageCloud BaaS.

use crate::args::Args;
use crate::show::{Out, Show};
use crate::veeam::{list, one, some};
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::teradata::{
    Client, DatabaseCredentials, JobQuery, JobType, ObjectSelection, RestorePermissionsRequest, RestoreRequest, RunType,
};
use backupjobs::{Outcome, Phase};
use serde_json::{Map, Value};

impl Driver {
    pub(crate) fn teradata(&mut self, verb: &str, args: &Args, out: &mut Out) -> Done {
        let client = self.teradata.clone().ok_or_else(|| Trouble::Command("open.teradata comes first".into()))?;
        let id = || self.id(args, "id");
        let (job, execution) = (|| self.id(args, "job_id"), || self.id(args, "execution_id"));
        let found = match verb {
            "login" => return Ok(client.login()?),
            "jobs" => return list(client.jobs(&query(args)?)?, out),
            "iter_jobs" => return some(client.iter_jobs(&query(args)?)?, args, out),
            "job" => one(&client.job(&id()?)?, |job| &job.job_id, out),
            "execute" => {
                let run_type = args.get("run_type").map(RunType::from);
                named("execution_id", client.execute(&id()?, run_type.as_ref())?, out)
            }
            "site_executions" => return list(client.site_executions()?, out),
            "iter_site_executions" => return some(client.iter_site_executions()?, args, out),
            "job_executions" => return list(client.job_executions(&id()?)?, out),
            "iter_job_executions" => return some(client.iter_job_executions(&id()?)?, args, out),
            "prepare_objects" => named("preparation_id", client.prepare_objects(&job()?, &execution()?)?, out),
            "objects_preparation" => {
                let preparation = client.objects_preparation()?;
                preparation.show("", out);
                standing(preparation.phase(), preparation.outcome(), out);
                return Ok(());
            }
            "backup_objects" => return list(client.backup_objects(&job()?, &execution()?)?, out),
            "iter_backup_objects" => return some(client.iter_backup_objects(&job()?, &execution()?)?, args, out),
            "create_restore" => {
                let (job, execution) = (job()?, execution()?);
                let request = restore_request(&client, &job, &execution, args)?;
                match client.create_restore(&job, &execution, &request)? {
                    Some(restore) => named("restore_id", restore, out),
                    None => return Ok(()),
                }
            }
            "restore" => {
                let restore = client.restore(&job()?, &execution()?, &self.id(args, "restore_id")?)?;
                let id = one(&restore, |restore| &restore.execution_id, out);
                standing(restore.phase(), restore.outcome(), out);
                id
            }
            "site_restores" => return list(client.site_restores()?, out),
            "iter_site_restores" => return some(client.iter_site_restores()?, args, out),
            "execution_restores" => return list(client.execution_restores(&job()?, &execution()?)?, out),
            "iter_execution_restores" => {
                return some(client.iter_execution_restores(&job()?, &execution()?)?, args, out);
            }
            "restore_permissions" => {
                client.restore_permissions(&permissions_request(args)?)?.show("", out);
                return Ok(());
            }
            "databases" => return list(client.databases()?, out),
            "iter_databases" => return some(client.iter_databases()?, args, out),
            _ => return Err(unknown(&format!("teradata.{verb}"))),
        };
        self.id = Some(found);
        Ok(())
    }
}

/// Prints an id that an answer names, and gives it back.
fn named(what: &str, id: String, out: &mut Out) -> String {
    out.line(what, &id);
    id
}

fn standing(phase: Phase, outcome: Option<Outcome>, out: &mut Out) {
    phase.show("phase", out);
    outcome.show("outcome", out);
}

fn query(args: &Args) -> Result<JobQuery, Trouble> {
    let mut query = JobQuery::default();
    query.is_active = args.parsed("is_active")?;
    query.job_type = args.get("job_type").map(JobType::from);
    query.page = args.parsed("page")?;
    query.page_size = args.parsed("page_size")?.unwrap_or(0);
    Ok(query)
}

fn restore_request(client: &Client, job: &str, execution: &str, args: &Args) -> Result<RestoreRequest, Trouble> {
    let user = DatabaseCredentials::new(args.need("username")?, args.need("password")?);
    let mut request = RestoreRequest::new(args.need("name")?, args.need("target_site")?, user);
    for text in args.get("objects").unwrap_or_default().split(',').filter(|text| !text.is_empty()) {
        request = request.object(selection(text));
    }
    if let Some(names) = args.get("backup_objects") {
        let wanted: Vec<&str> = names.split(',').collect();
        for object in client.backup_objects(job, execution)? {
            if object.object_name.as_deref().is_some_and(|name| wanted.contains(&name)) {
                request = request.object(&object);
            }
        }
    }
    let flag = |name: &str| Ok::<bool, Trouble>(args.parsed(name)?.unwrap_or(false));
    request.continue_job_on_access_right_violation = flag("continue_job_on_access_right_violation")?;
    request.run_as_a_copy_job = flag("run_as_a_copy_job")?;
    request.skip_statstics = flag("skip_statstics")?;
    request.skip_join_or_hash_indexes = flag("skip_join_or_hash_indexes")?;
    Ok(request)
}

/// `name:type:parent:its type:new name:left out:its type`, as far as it goes.
fn selection(text: &str) -> ObjectSelection {
    let parts: Vec<&str> = text.split(':').collect();
    let part = |index: usize| parts.get(index).copied().unwrap_or_default();
    let mut object = ObjectSelection::new(part(0), part(1));
    if !part(2).is_empty() {
        object = object.parent(part(2), part(3));
    }
    if !part(4).is_empty() {
        object = object.rename(part(4));
    }
    if !part(5).is_empty() {
        object = object.exclude(part(5), part(6));
    }
    object
}

fn permissions_request(args: &Args) -> Result<RestorePermissionsRequest, Trouble> {
    let mut request = RestorePermissionsRequest::default();
    if let Some(username) = args.get("username") {
        request = request.credentials(DatabaseCredentials::new(username, args.need("password")?));
    }
    for (name, value) in args.parsed::<Value>("members")?.and_then(object).unwrap_or_default() {
        request = request.member(name, value);
    }
    Ok(request)
}

fn object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}
