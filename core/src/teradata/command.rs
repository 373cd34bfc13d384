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

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn shell(script: &str) -> TokenCommand {
        TokenCommand::new(["/bin/sh", "-c", script])
    }

    fn fails(command: &TokenCommand) -> Error {
        check(command).and_then(|()| run(command, &CancelToken::new()).map(drop)).expect_err("a bad command")
    }

    #[test]
    fn blanks_around_the_token_are_cut_off() {
        let token = run(&shell("printf '\\n  canary-token \\n\\n'"), &CancelToken::new()).expect("token");
        assert_eq!(token.expose(), "canary-token");
        // No shell: the argument is one word, whatever it holds.
        let token = run(&TokenCommand::new(["printf", "%s", "a;b$HOME|c"]), &CancelToken::new()).expect("token");
        assert_eq!(token.expose(), "a;b$HOME|c");
    }

    #[test]
    fn a_failure_shows_the_exit_code_and_never_the_output() {
        for (script, kind, says) in [
            ("echo canary-out; echo canary-err >&2; exit 3", ErrorKind::Unauthenticated, "exit code 3"),
            ("echo canary-out; kill -9 $$", ErrorKind::Unauthenticated, "by a signal"),
            ("true canary", ErrorKind::Unauthenticated, "printed nothing"),
            ("echo canary one; echo canary two", ErrorKind::Unauthenticated, "more than a token"),
            ("printf 'canary\\377'", ErrorKind::Unauthenticated, "no text"),
            ("while :; do echo canary-canary-canary-canary; done", ErrorKind::Protocol, "more than a token"),
        ] {
            let command = shell(script);
            let error = fails(&command);
            assert_eq!(error.kind(), kind, "{error}");
            assert!(error.message().contains(says) && error.message().contains("'sh'"), "{error}");
            assert!(!format!("{error} {error:?} {command:?}").contains("canary"), "{error:?}");
        }
        let error = fails(&TokenCommand::new(["/nowhere/at/all", "canary"]));
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }

    #[test]
    fn what_cannot_be_run_is_refused_at_once() {
        let none: [&str; 0] = [];
        let no_time = shell("echo token").timeout(Duration::ZERO);
        for odd in [TokenCommand::new(none), TokenCommand::new([" "]), TokenCommand::new(["sh", "a\0b"]), no_time] {
            assert_eq!(check(&odd).expect_err("odd").kind(), ErrorKind::Config, "{odd:?}");
        }
    }

    #[test]
    fn it_may_not_take_for_ever() {
        let limit = Duration::from_millis(100);
        // With its output open, and with its output closed.
        for script in ["echo token; exec sleep 600", "echo token; exec sleep 600 >&-"] {
            let error = fails(&shell(script).timeout(limit));
            assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        }
        let cancel = CancelToken::new();
        cancel.cancel();
        let error = run(&shell("exec sleep 600"), &cancel).expect_err("cancelled");
        assert_eq!(error.kind(), ErrorKind::Cancelled, "{error}");
    }

    #[test]
    fn what_it_leaves_behind_is_not_waited_for() {
        let command = shell("echo token; sleep 20 &").timeout(Duration::from_secs(10));
        assert_eq!(run(&command, &CancelToken::new()).expect("token").expose(), "token");
    }
}
