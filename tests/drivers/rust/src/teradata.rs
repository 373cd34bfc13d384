//! The operations of Teradata VantageCloud BaaS.

use crate::args::Args;
use crate::show::Out;
use crate::veeam::{list, one, some};
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::teradata::{JobQuery, JobType, RunType};

impl Driver {
    pub(crate) fn teradata(&mut self, verb: &str, args: &Args, out: &mut Out) -> Done {
        let client = self.teradata.clone().ok_or_else(|| Trouble::Command("open.teradata comes first".into()))?;
        let id = || self.id(args, "id");
        let found = match verb {
            "login" => return Ok(client.login()?),
            "jobs" => return list(client.jobs(&query(args)?)?, out),
            "iter_jobs" => return some(client.iter_jobs(&query(args)?)?, args, out),
            "job" => one(&client.job(&id()?)?, |job| &job.job_id, out),
            "execute" => {
                let run_type = args.get("run_type").map(RunType::from);
                let execution = client.execute(&id()?, run_type.as_ref())?;
                out.line("execution_id", &execution);
                execution
            }
            "site_executions" => return list(client.site_executions()?, out),
            "job_executions" => return list(client.job_executions(&id()?)?, out),
            _ => return Err(unknown(&format!("teradata.{verb}"))),
        };
        self.id = Some(found);
        Ok(())
    }
}

fn query(args: &Args) -> Result<JobQuery, Trouble> {
    let mut query = JobQuery::default();
    query.is_active = args.parsed("is_active")?;
    query.job_type = args.get("job_type").map(JobType::from);
    query.page = args.parsed("page")?;
    query.page_size = args.parsed("page_size")?.unwrap_or(0);
    Ok(query)
}
