//! The caller: prepares or takes up its ticket, carries it out, waits, and writes down how it went.

use crate::common::{Client, Flavor, quick_start, quick_wait};
use backupjobs::{ClientOptions, ErrorKind, Outcome, Result, Server, Ticket, Trust};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

/// The variable that names the directory of its files.
pub const DIR: &str = "BACKUPJOBS_KILL_DIR";
/// Whom it talks to, and how often it saves.
pub const CONFIG: &str = "config.json";
/// Its ticket.
pub const TICKET: &str = "ticket";
/// How it went: the run and its outcome, or why there is none.
pub const RESULT: &str = "result";

pub fn run(dir: &Path) {
    let config: Value = serde_json::from_slice(&std::fs::read(dir.join(CONFIG)).unwrap()).unwrap();
    let told = match start_and_wait(dir, &config) {
        Ok((run, outcome)) => format!("{run} {}", outcome.map_or("none", Outcome::name)),
        Err(error) if error.kind() == ErrorKind::OutcomeUnknown => "- outcome_unknown".to_owned(),
        Err(error) => format!("- {error}"),
    };
    write(&dir.join(RESULT), &told).unwrap();
}

fn start_and_wait(dir: &Path, config: &Value) -> Result<(String, Option<Outcome>)> {
    let flavor = Flavor::named(config["flavor"].as_str().unwrap()).unwrap();
    let server = open(flavor, config);
    let (job, file) = (flavor.job(), dir.join(TICKET));
    let mut ticket = match std::fs::read_to_string(&file) {
        Ok(text) => Ticket::from_text(&text)?,
        Err(_) => {
            let mut options = quick_start();
            options.settle = Duration::from_millis(60);
            let ticket = server.prepare(job, &options)?;
            write(&file, &ticket.to_text()).unwrap();
            ticket
        }
    };
    let every = config["saves_every_time"].as_bool().unwrap();
    let started = server.carry_out(&mut ticket, &mut |now| {
        if every { write(&file, &now.to_text()).map_err(|e| e.to_string()) } else { Ok(()) }
    })?;
    let run = server.wait(job, &started.run.id, &quick_wait(), &mut |_| {})?;
    Ok((run.id, run.outcome))
}

/// Whole or not at all, whenever the process dies.
pub fn write(file: &Path, text: &str) -> std::io::Result<()> {
    let new = file.with_extension("new");
    std::fs::write(&new, text)?;
    std::fs::rename(&new, file)
}

fn open(flavor: Flavor, config: &Value) -> Server {
    let at = |name: &str| config[name].as_str().unwrap_or_default();
    let mut options = ClientOptions::default();
    options.trust = Trust::CaFile(at("ca_file").into());
    Client::open(flavor, config, at("token").into(), options).server()
}
