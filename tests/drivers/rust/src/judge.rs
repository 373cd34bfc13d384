//! Verdicts, reports and accounts.

use crate::args::Args;
use crate::show::{Out, Show, join};
use crate::{Done, Driver, Trouble};
use backupjobs::{Policy, Server, Timestamp, Verdict};
use std::time::Duration;

impl Driver {
    /// Judges the run found last.
    pub(crate) fn verdict(&self, args: &Args, out: &mut Out) -> Done {
        let run = self.run.as_ref().ok_or_else(|| Trouble::Command("there is no run to judge yet".into()))?;
        let verdict = Verdict::of(run, &Policy::new().warnings_ok(args.parsed("warnings_ok")?.unwrap_or(false)));
        out.line("level", verdict.level.name());
        out.line("reason", &verdict.reason);
        Ok(())
    }
}

pub(crate) fn check(server: &Server, args: &Args, out: &mut Out) -> Done {
    let verdict = server.check(args.need("job")?, &policy(args)?)?;
    short(&verdict, "", out);
    verdict.run.show("run", out);
    if let Some(age) = verdict.age {
        out.line("age", &age.as_secs().to_string());
    }
    Ok(())
}

pub(crate) fn check_all(server: &Server, args: &Args, out: &mut Out) -> Done {
    let expected: Vec<&str> = args.get("expect").map(|names| names.split(',').collect()).unwrap_or_default();
    let report = server.check_all(&policy(args)?, &expected)?;
    out.line("level", report.level.name());
    report.insecure.show("insecure", out);
    for (index, verdict) in report.verdicts.iter().enumerate() {
        short(verdict, &format!("verdicts[{index}]"), out);
    }
    Ok(())
}

pub(crate) fn explain(server: &Server, job: &str, run: &str, out: &mut Out) -> Done {
    let account = server.explain(job, run)?;
    out.line("run.id", &account.run.id);
    account.lines.show("lines", out);
    out.line("account", &account.to_string());
    Ok(())
}

fn short(verdict: &Verdict, path: &str, out: &mut Out) {
    out.line(&join(path, "level"), verdict.level.name());
    verdict.reason.show(&join(path, "reason"), out);
    verdict.job_id.show(&join(path, "job_id"), out);
    verdict.job_name.show(&join(path, "job_name"), out);
}

fn policy(args: &Args) -> Result<Policy, Trouble> {
    let mut policy = Policy::new()
        .warnings_ok(args.parsed("warnings_ok")?.unwrap_or(false))
        .disabled_ok(args.parsed("disabled_ok")?.unwrap_or(false));
    if let Some(seconds) = args.parsed("max_age_s")? {
        policy = policy.max_age(Duration::from_secs(seconds));
    }
    if args.parsed("any_age")?.unwrap_or(false) {
        policy = policy.max_age(None);
    }
    if let Some(seconds) = args.parsed("max_running_s")? {
        policy = policy.max_running(Duration::from_secs(seconds));
    }
    if let Some(second) = args.parsed("now")? {
        let now = Timestamp::from_second(second).map_err(|why| Trouble::Command(why.to_string()))?;
        policy = policy.now(now);
    }
    Ok(policy)
}
