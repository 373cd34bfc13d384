//! The verbs that all three systems share.

use crate::args::Args;
use crate::show::{Out, Show, join};
use crate::veeam::list;
use crate::{Done, Driver, Trouble, judge, unknown};
use backupjobs::{CancelToken, IfRunning, Progress, Run, RunRef, Server, StartOptions, Started, Verb, WaitOptions};

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
                self.started(started, out);
                Ok(())
            }
            "wait" => {
                let run = wait(&server, job()?, &self.id(args, "run")?, args, out)?;
                self.found(run, out);
                Ok(())
            }
            "wait_all" => self.wait_all(&server, args, out),
            "prepare" => self.prepare(&server, args, out),
            "carry_out" => self.carry_out(&server, args, out),
            "ticket" => self.ticket(out),
            "reload" => self.reload(args),
            "check" => judge::check(&server, args, out),
            "check_all" => judge::check_all(&server, args, out),
            "explain" => judge::explain(&server, job()?, &self.id(args, "run")?, out),
            "stop" => Ok(server.stop(job()?)?),
            "enable" => Ok(server.enable(job()?)?),
            "disable" => Ok(server.disable(job()?)?),
            "supports" => {
                let name = args.need("verb")?;
                let verb = Verb::from_name(name).ok_or_else(|| Trouble::Command(format!("unknown verb '{name}'")))?;
                out.line("supports", &server.supports(verb).to_string());
                Ok(())
            }
            "insecure" => {
                out.line("insecure", &server.insecure().to_string());
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

    /// Prints what a start gave and remembers its run.
    pub(crate) fn started(&mut self, started: Started, out: &mut Out) {
        self.found(started.run, out);
        out.line("origin", started.origin.name());
    }

    fn wait_all(&self, server: &Server, args: &Args, out: &mut Out) -> Done {
        let mut refs = Vec::new();
        for pair in args.need("refs")?.split(',').filter(|pair| !pair.is_empty()) {
            let (job, run) =
                pair.split_once(':').ok_or_else(|| Trouble::Command(format!("'{pair}' is not job:run")))?;
            refs.push(RunRef::new(job, self.meant(run)?));
        }
        let options = wait_options(args)?;
        let mut telling = Telling::new(args)?;
        let server = server.with_cancel(&telling.cancel);
        let ends = server.wait_all(&refs, &options, &mut |index, progress| telling.told(Some(index), progress, out));
        for (index, end) in ends.iter().enumerate() {
            match end {
                Ok(run) => run.show(&format!("[{index}]"), out),
                Err(error) => out.line(&format!("[{index}].error"), error.kind().name()),
            }
        }
        Ok(())
    }
}

pub(crate) fn start_options(args: &Args) -> Result<StartOptions, Trouble> {
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

fn wait_options(args: &Args) -> Result<WaitOptions, Trouble> {
    let mut options = WaitOptions::default();
    args.millis("deadline_ms", &mut options.deadline)?;
    args.millis("poll_min_ms", &mut options.poll_min)?;
    args.millis("poll_max_ms", &mut options.poll_max)?;
    args.millis("unreachable_ms", &mut options.unreachable)?;
    Ok(options)
}

fn wait(server: &Server, job: &str, run: &str, args: &Args, out: &mut Out) -> Result<Run, Trouble> {
    let options = wait_options(args)?;
    let mut telling = Telling::new(args)?;
    let server = server.with_cancel(&telling.cancel);
    Ok(server.wait(job, run, &options, &mut |progress| telling.told(None, progress, out))?)
}

/// What the callback of a wait does.
struct Telling {
    shown: bool,
    /// The call that cancels.
    last: Option<u64>,
    calls: u64,
    cancel: CancelToken,
}

impl Telling {
    fn new(args: &Args) -> Result<Self, Trouble> {
        let (shown, last) = (args.parsed("progress")?.unwrap_or(false), args.parsed("cancel_after_polls")?);
        Ok(Self { shown, last, calls: 0, cancel: CancelToken::new() })
    }

    fn told(&mut self, index: Option<usize>, progress: &Progress, out: &mut Out) {
        if self.shown {
            let path = format!("progress[{}]", self.calls);
            if let Some(index) = index {
                out.line(&join(&path, "index"), &index.to_string());
            }
            tell(progress, &path, out);
        }
        self.calls += 1;
        if self.last.is_some_and(|last| self.calls >= last) {
            self.cancel.cancel();
        }
    }
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
