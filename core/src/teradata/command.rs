//! Running a program that prints a token.

use super::token::TokenCommand;
use crate::cancel::{CancelToken, TICK};
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Secret;
use crate::transport::stopped;
use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// No header is longer.
const LARGEST: usize = 1 << 20;

/// Refuses what can never be run.
pub(super) fn check(command: &TokenCommand) -> Result<()> {
    let bad =
        |why: &str| Error::config(format!("the token command {why}")).remedied("give a program and its arguments");
    match command.argv.first() {
        None => Err(bad("is empty")),
        Some(program) if program.trim().is_empty() => Err(bad("names no program")),
        Some(_) if command.argv.iter().any(|part| part.contains('\0')) => Err(bad("holds a NUL character")),
        Some(_) if command.timeout.is_zero() => Err(bad("has no time to run")),
        Some(_) => Ok(()),
    }
}

/// Runs the program, and takes what it prints for the token.
pub(super) fn run(command: &TokenCommand, cancel: &CancelToken) -> Result<Secret> {
    let (program, arguments) = command.argv.split_first().ok_or_else(|| Error::config("the token command is empty"))?;
    let name = command.program();
    if tokio::runtime::Handle::try_current().is_ok() {
        return Err(Error::config("a blocking call was made on an async runtime's thread")
            .remedied("call it inside spawn_blocking, or from a plain thread"));
    }
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| {
            Error::config(format!("the token command '{name}' cannot be run: {why}"))
                .remedied("check its path and that it may be executed")
        })?;
    let until = Instant::now().checked_add(command.timeout);
    let mut running = Running { child, done: None };
    let output = read(&mut running, cancel, until, &name)?;
    let status = running.wait(cancel, until, &name)?;
    if !status.success() {
        let how = match status.code() {
            Some(code) => format!("failed with exit code {code}"),
            None => "was ended by a signal".into(),
        };
        return Err(Error::new(ErrorKind::Unauthenticated, format!("the token command '{name}' {how}"))
            .remedied("run it by hand to see why"));
    }
    let said = |what: &str| {
        Error::new(ErrorKind::Unauthenticated, format!("the token command '{name}' {what}"))
            .remedied("it must print the token and nothing else")
    };
    let text = std::str::from_utf8(&output).map_err(|_| said("printed something that is no text"))?.trim();
    match text {
        "" => Err(said("printed nothing")),
        _ if text.contains(char::is_whitespace) => Err(said("printed more than a token")),
        _ => Ok(Secret::new(text)),
    }
}

/// The program while it runs; killed when it is not waited for to the end.
struct Running {
    child: Child,
    done: Option<ExitStatus>,
}

impl Running {
    fn ended(&mut self) -> io::Result<bool> {
        if self.done.is_none() {
            self.done = self.child.try_wait()?;
        }
        Ok(self.done.is_some())
    }

    fn wait(&mut self, cancel: &CancelToken, until: Option<Instant>, name: &str) -> Result<ExitStatus> {
        loop {
            self.ended().map_err(|why| lost(name, &why))?;
            if let Some(status) = self.done {
                return Ok(status);
            }
            in_time(until, name)?;
            cancel.sleep(Duration::from_millis(2)).map_err(stopped)?;
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.done.is_none() {
            // It may have ended meanwhile.
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

fn lost(name: &str, why: &io::Error) -> Error {
    Error::new(ErrorKind::Internal, format!("the token command '{name}' cannot be watched: {why}"))
}

fn in_time(until: Option<Instant>, name: &str) -> Result<()> {
    match until {
        Some(until) if Instant::now() >= until => {
            Err(Error::new(ErrorKind::Timeout, format!("the token command '{name}' took too long and was stopped"))
                .remedied("run it by hand to see what it waits for, or give it more time"))
        }
        _ => Ok(()),
    }
}

/// What it prints. Ends with the program, too: something that it left behind may hold its output open.
#[cfg(unix)]
fn read(running: &mut Running, cancel: &CancelToken, until: Option<Instant>, name: &str) -> Result<Zeroizing<Vec<u8>>> {
    let mut output = Zeroizing::new(Vec::with_capacity(4096));
    let Some(pipe) = running.child.stdout.take() else { return Ok(output) };
    let watched = |why: io::Error| lost(name, &why);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(watched)?;
    runtime.block_on(async {
        let pipe = tokio::net::unix::pipe::Receiver::from_owned_fd(pipe.into()).map_err(watched)?;
        let mut buffer = Zeroizing::new([0; 4096]);
        loop {
            let ready = tokio::time::timeout(TICK, pipe.readable()).await.is_ok();
            match pipe.try_read(&mut buffer[..]) {
                Ok(0) => return Ok(()),
                Ok(read) if output.len() + read > LARGEST => {
                    return Err(Error::protocol(format!("the token command '{name}' prints more than a token")));
                }
                Ok(read) => {
                    output.extend_from_slice(buffer.get(..read).unwrap_or_default());
                    continue;
                }
                Err(why) if why.kind() == io::ErrorKind::WouldBlock => {}
                Err(why) => return Err(watched(why)),
            }
            if !ready && running.ended().map_err(watched)? {
                return Ok(());
            }
            cancel.check().map_err(stopped)?;
            in_time(until, name)?;
        }
    })?;
    Ok(output)
}

#[cfg(not(unix))]
fn read(_: &mut Running, _: &CancelToken, _: Option<Instant>, _: &str) -> Result<Zeroizing<Vec<u8>>> {
    Err(Error::unsupported("a token command needs a Unix system").remedied("use a token callback"))
}
