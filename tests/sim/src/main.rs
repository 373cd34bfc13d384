//! `backupjobs-sim`: starts the simulator, prints one line of JSON when it is ready, and serves until it is told to end.

use backupjobs_sim::Simulator;
use std::process::ExitCode;

const HELP: &str = "\
backupjobs-sim: a simulator of Veeam Backup for Microsoft 365, Teradata VantageCloud BaaS and VMware vCenter

Usage: backupjobs-sim [--knob NAME=VALUE]... [--scale N] [--detached]

  --knob NAME=VALUE  sets a knob; VALUE is JSON, or a plain word
  --scale N          the virtual clock runs N times as fast as the real one (it stands still otherwise)
  --detached         goes on when its parent ends or stdin is closed
  --version          prints the version
  --help             prints this

Prints one line of JSON when ready: addresses, users, passwords, the CA file, the control port.
";

/// The command line.
#[derive(Debug, Default, PartialEq)]
struct Options {
    knobs: Vec<(String, serde_json::Value)>,
    scale: Option<f64>,
    detached: bool,
}

/// What the command line asks for.
#[derive(Debug, PartialEq)]
enum Wish {
    Serve(Options),
    Print(String),
}

fn main() -> ExitCode {
    let result = match parse(std::env::args().skip(1)) {
        Ok(Wish::Serve(options)) => serve(options),
        Ok(Wish::Print(text)) => say(&text),
        Err(error) => Err(format!("{error}; see --help")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn serve(options: Options) -> Result<(), String> {
    let text = |e: backupjobs_sim::Error| e.to_string();
    // Before anything that takes time: a parent that ends meanwhile must be noticed too.
    #[cfg(unix)]
    let parent = std::os::unix::process::parent_id();
    let mut sim = Simulator::start().map_err(text)?;
    for (name, value) in options.knobs {
        // A word may look like a number: 9.1 is a version.
        let word = value.is_number().then(|| value.to_string().into());
        let set = sim.knob(&name, value);
        set.or_else(|e| word.map_or(Err(e), |word| sim.knob(&name, word))).map_err(text)?;
    }
    if let Some(scale) = options.scale {
        sim.run_clock(scale).map_err(text)?;
    }
    #[cfg(unix)]
    if !options.detached {
        orphan::watch(&sim, parent).map_err(|e| e.to_string())?;
    }
    say(&format!("{}\n", sim.ready()))?;
    sim.wait();
    Ok(())
}

fn parse(args: impl Iterator<Item = String>) -> Result<Wish, String> {
    let mut options = Options::default();
    let mut args = args;
    while let Some(arg) = args.next() {
        // Both `--scale 60` and `--scale=60`.
        let (name, inline) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (arg.as_str(), None),
        };
        let takes_none = || match &inline {
            Some(_) => Err(format!("{name} takes no value")),
            None => Ok(()),
        };
        match name {
            "--help" | "-h" => return takes_none().map(|()| Wish::Print(HELP.into())),
            "--version" | "-V" => {
                let version = concat!("backupjobs-sim ", env!("CARGO_PKG_VERSION"), "\n");
                return takes_none().map(|()| Wish::Print(version.into()));
            }
            "--detached" => {
                takes_none()?;
                options.detached = true;
            }
            "--knob" | "--scale" => {
                let value = inline.or_else(|| args.next()).ok_or_else(|| format!("{name} takes a value"))?;
                if name == "--scale" {
                    let scale = value.parse().map_err(|_| format!("no number: '{value}'"))?;
                    options.scale = Some(scale);
                } else {
                    options.knobs.push(knob(&value)?);
                }
            }
            _ => return Err(format!("unknown argument '{arg}'")),
        }
    }
    Ok(Wish::Serve(options))
}

fn knob(text: &str) -> Result<(String, serde_json::Value), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| format!("--knob takes NAME=VALUE, not '{text}'"))?;
    // A word without quotes is meant as a word.
    let value = serde_json::from_str(value).unwrap_or_else(|_| value.into());
    Ok((name.to_owned(), value))
}

fn say(text: &str) -> Result<(), String> {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|e| format!("cannot write to stdout: {e}"))
}

#[allow(clippy::print_stderr, reason = "a command tells its user what went wrong")]
fn complain(error: &str) {
    eprintln!("backupjobs-sim: {error}");
}

/// Ends the simulator with the process that started it, so that no test leaves a server behind.
#[cfg(unix)]
mod orphan {
    use backupjobs_sim::{Simulator, Stopper};
    use std::io::Read;
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;
    use std::os::unix::process::parent_id;
    use std::time::Duration;

    /// Starts the watchers. They are never joined: they end with the process.
    pub(crate) fn watch(sim: &Simulator, parent: u32) -> std::io::Result<()> {
        let stopper = sim.stopper();
        thread("parent", move || wait_for_parent(parent, &stopper))?;
        // Only a pipe or a socket has another end that can go; a file or /dev/null is always at its end.
        let stdin = std::fs::File::from(std::io::stdin().as_fd().try_clone_to_owned()?);
        let kind = stdin.metadata()?.file_type();
        if kind.is_fifo() || kind.is_socket() {
            let stopper = sim.stopper();
            thread("stdin", move || wait_for_end(stdin, &stopper))?;
        }
        Ok(())
    }

    fn thread(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
        std::thread::Builder::new().name(name.into()).spawn(work).map(drop)
    }

    fn wait_for_parent(parent: u32, stopper: &Stopper) {
        while parent_id() == parent {
            std::thread::sleep(Duration::from_millis(200));
        }
        stopper.stop();
    }

    fn wait_for_end(mut stdin: std::fs::File, stopper: &Stopper) {
        let mut ignored = [0; 256];
        loop {
            match stdin.read(&mut ignored) {
                Ok(0) => break,
                Err(e) if e.kind() != std::io::ErrorKind::Interrupted => break,
                _ => {}
            }
        }
        stopper.stop();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn args(text: &str) -> Result<Wish, String> {
        parse(text.split_whitespace().map(String::from))
    }

    #[test]
    fn arguments_are_read() {
        let all = "--knob a.b=\"c\" --knob a.d=e --knob=a.f=1 --scale 60 --detached";
        let options = Options {
            knobs: vec![("a.b".into(), json!("c")), ("a.d".into(), json!("e")), ("a.f".into(), json!(1))],
            scale: Some(60.0),
            detached: true,
        };
        assert_eq!(args(all), Ok(Wish::Serve(options)));
        assert_eq!(args(""), Ok(Wish::Serve(Options::default())));
        assert!(matches!(args("--help"), Ok(Wish::Print(_))));
    }

    #[test]
    fn wrong_arguments_are_refused() {
        for wrong in ["--scale", "--scale x", "--knob a", "--detached=1", "--port 1", "x"] {
            assert!(args(wrong).is_err(), "{wrong}");
        }
    }
}
