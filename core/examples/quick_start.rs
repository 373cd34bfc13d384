//! Start a job, wait for it, judge it. Exit code: 0 ok, 1 warning, 2 critical, 3 unknown.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::exit)] // It is a program.

use backupjobs::{Policy, StartOptions, Trust, Verdict, WaitOptions, veeam};
use std::env::var;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut config =
        veeam::Config::new(var("VEEAM_URL")?, veeam::Dialect::V6, var("VEEAM_USER")?, var("VEEAM_PASSWORD")?);
    config.options.trust = Trust::CaFile(var("VEEAM_CA")?.into());
    let server = veeam::Client::new(config)?.server();

    let job = &server.jobs()?[0];
    let started = server.start(&job.id, &StartOptions::default())?;
    let run = server.wait(&job.id, &started.run.id, &WaitOptions::default(), &mut |progress| {
        if let Some(run) = &progress.run {
            eprintln!("{}: {} {:?} objects", job.name, run.phase, run.objects);
        }
    })?;
    let verdict = Verdict::of(&run, &Policy::default());
    println!("{}: {}", verdict.level, verdict.reason);
    std::process::exit(verdict.level.code());
}
