//! The verbs that all three systems share.

use crate::args::Args;
use crate::show::{Out, Show, join};
use crate::veeam::list;
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::{CancelToken, IfRunning, Policy, Progress, Run, Server, StartOptions, Verb, Verdict, WaitOptions};

impl Driver {
    pub(crate) fn server(&mut self, verb: &str, args: &Args, out: &mut Out) -> Done {
        let server = self.server.clone().ok_or_else(|| Trouble::Command("open.… comes first".into()))?;
        let job = || args.need("job");
        match verb {
            "jobs" => list(server.jobs()?, out),
            "job" => {
                server.job(job()?)?.show("", out);
                Ok(())
            }
            "runs" => list(server.runs(job()?, args.parsed("limit")?.unwrap_or(0))?, out),
            "run" => {
                let run = server.run(job()?, &self.id(args, "run")?)?;
                self.found(run, out);
                Ok(())
            }
            "start" => {
                let started = server.start(job()?, &start_options(args)?)?;
                self.found(started.run, out);
                out.line("origin", started.origin.name());
                Ok(())
            }
            "wait" => {
                let run = wait(&server, job()?, &self.id(args, "run")?, args, out)?;
                self.found(run, out);
                Ok(())
            }
            "stop" => Ok(server.stop(job()?)?),
            "enable" => Ok(server.enable(job()?)?),
            "disable" => Ok(server.disable(job()?)?),
            "supports" => {
                let name = args.need("verb")?;
                let verb = Verb::from_name(name).ok_or_else(|| Trouble::Command(format!("unknown verb '{name}'")))?;
                out.line("supports", &server.supports(verb).to_string());
                Ok(())
            }
            "verdict" => self.verdict(args, out),
            _ => Err(unknown(&format!("server.{verb}"))),
        }
    }

    /// Prints a run and remembers it.
    fn found(&mut self, run: Run, out: &mut Out) {
        run.show("", out);
        self.run = Some(run);
    }

    fn verdict(&self, args: &Args, out: &mut Out) -> Done {
        let run = self.run.as_ref().ok_or_else(|| Trouble::Command("there is no run to judge yet".into()))?;
        let policy = Policy::new().warnings_ok(args.parsed("warnings_ok")?.unwrap_or(false));
        let verdict = Verdict::of(run, &policy);
        out.line("level", verdict.level.name());
        out.line("reason", &verdict.reason);
        Ok(())
    }
}

fn start_options(args: &Args) -> Result<StartOptions, Trouble> {
    let mut options = StartOptions::default();
    if let Some(name) = args.get("if_running") {
        options.if_running =
            IfRunning::from_name(name).ok_or_else(|| Trouble::Command(format!("unknown if_running '{name}'")))?;
    }
    options.full = args.parsed("full")?;
    args.millis("settle_ms", &mut options.settle)?;
    args.millis("look_every_ms", &mut options.look_every)?;
    Ok(options)
}

fn wait(server: &Server, job: &str, run: &str, args: &Args, out: &mut Out) -> Result<Run, Trouble> {
    let mut options = WaitOptions::default();
    args.millis("deadline_ms", &mut options.deadline)?;
    args.millis("poll_min_ms", &mut options.poll_min)?;
    args.millis("poll_max_ms", &mut options.poll_max)?;
    args.millis("unreachable_ms", &mut options.unreachable)?;
    let shown = args.parsed("progress")?.unwrap_or(false);
    let last: Option<u64> = args.parsed("cancel_after_polls")?;
    let cancel = CancelToken::new();
    let mut calls = 0;
    let end = server.with_cancel(&cancel).wait(job, run, &options, &mut |progress| {
        if shown {
            tell(progress, &format!("progress[{calls}]"), out);
        }
        calls += 1;
        if last.is_some_and(|last| calls >= last) {
            cancel.cancel();
        }
    })?;
    Ok(end)
}

fn tell(progress: &Progress, path: &str, out: &mut Out) {
    if let Some(run) = &progress.run {
        run.phase.show(&join(path, "phase"), out);
        run.raw_status.show(&join(path, "raw_status"), out);
        run.percent.show(&join(path, "percent"), out);
        run.objects.show(&join(path, "objects"), out);
    }
    progress.trouble.show(&join(path, "trouble"), out);
}
