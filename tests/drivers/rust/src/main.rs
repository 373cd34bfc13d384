//! The scenario suite's hand on the Rust library: reads commands from stdin, makes the calls, prints what came back.
//!
//! One command a line: the operation, then `key=value` pairs, all separated by TABs. The answer is any number of lines
//! `path<TAB>value` and one line `ok` or `error<TAB>kind`. Drivers in the other languages speak exactly the same, so
//! that their answers can be compared line by line. It decides nothing: whatever it prints comes from the library.

mod args;
mod common;
mod heard;
mod judge;
mod open;
mod show;
mod teradata;
mod ticket;
mod trust;
mod vcenter;
mod veeam;
mod veeam_args;

use args::Args;
use backupjobs::{Error, Run, Server};
use show::Out;
use std::io::{self, BufRead, Write};

/// Why a command was not carried out.
enum Trouble {
    /// The library says so.
    Library(Box<Error>),
    /// The command itself makes no sense to the driver.
    Command(String),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Library(Box::new(error))
    }
}

/// How every command ends.
type Done = Result<(), Trouble>;

/// What the commands so far have opened and found.
#[derive(Default)]
struct Driver {
    veeam: Option<backupjobs::veeam::Client>,
    teradata: Option<backupjobs::teradata::Client>,
    vcenter: Option<backupjobs::vcenter::Client>,
    server: Option<Server>,
    /// What `@run` and `server.verdict` mean.
    run: Option<Run>,
    /// What `@id` means.
    id: Option<String>,
    tickets: ticket::Tickets,
    /// What `trust.remember` remembers.
    certificate: Option<backupjobs::trust::Certificate>,
    heard: heard::Heard,
}

impl Driver {
    fn obey(&mut self, op: &str, args: &Args, out: &mut Out) -> Done {
        match op.split_once('.') {
            Some(("open", system)) => {
                self.open(system, args)?;
                let (veeam, teradata, vcenter) = (&self.veeam, &self.teradata, &self.vcenter);
                out.only_searched("debug", &format!("{veeam:?} {teradata:?} {vcenter:?} {:?}", self.server));
                Ok(())
            }
            Some(("veeam", verb)) => self.veeam(verb, args, out),
            Some(("teradata", verb)) => self.teradata(verb, args, out),
            Some(("vcenter", verb)) => self.vcenter(verb, args, out),
            Some(("server", verb)) => self.server(verb, args, out),
            Some(("ticket", verb)) => ticket::alone(verb, args, out),
            Some(("trust", verb)) => self.trust(verb, args, out),
            _ => match op {
                "close" => {
                    self.close();
                    Ok(())
                }
                "version" => {
                    out.line("version", backupjobs::VERSION);
                    Ok(())
                }
                _ => Err(unknown(op)),
            },
        }
    }

    /// An id as the command gives it; `@id` and `@run` stand for what was found before.
    fn id(&self, args: &Args, key: &str) -> Result<String, Trouble> {
        self.meant(args.need(key)?)
    }

    /// An id that a command need not give.
    fn id_if(&self, args: &Args, key: &str) -> Result<Option<String>, Trouble> {
        args.get(key).map(|given| self.meant(given)).transpose()
    }

    fn meant(&self, given: &str) -> Result<String, Trouble> {
        let found = match given {
            "@id" => self.id.clone(),
            "@run" => self.run.as_ref().map(|run| run.id.clone()),
            _ => return Ok(given.to_owned()),
        };
        found.ok_or_else(|| Trouble::Command(format!("nothing was found yet that {given} could mean")))
    }

    fn close(&self) {
        if let Some(client) = &self.veeam {
            client.close();
        }
        if let Some(client) = &self.teradata {
            client.close();
        }
        if let Some(client) = &self.vcenter {
            client.close();
        }
    }
}

fn unknown(op: &str) -> Trouble {
    Trouble::Command(format!("unknown operation '{op}'"))
}

/// Prints the answer to one command.
fn answer(done: Done, out: &mut Out) {
    match done {
        Ok(()) => out.end("ok"),
        Err(Trouble::Library(error)) => {
            show::error(&error, out);
            out.end(&format!("error\t{}", error.kind().name()));
        }
        Err(Trouble::Command(why)) => {
            out.line("error.message", &why);
            out.end("error\tdriver");
        }
    }
}

fn main() -> io::Result<()> {
    let mut driver = Driver::default();
    let mut stdout = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let mut parts = line.split('\t');
        let op = parts.next().unwrap_or_default();
        if op == "quit" {
            break;
        }
        let mut out = Out::new(&driver.heard);
        let done = Args::read(parts).and_then(|args| driver.obey(op, &args, &mut out));
        answer(done, &mut out);
        stdout.write_all(out.text().as_bytes())?;
        stdout.flush()?;
    }
    Ok(())
}
