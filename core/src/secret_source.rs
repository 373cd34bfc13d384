//! Where a secret comes from: the environment, a file, the output of a command. Errors name the source, never the value.

use crate::cancel::{CancelToken, TICK};
use crate::error::{Error, ErrorKind, Result};
use crate::known_hosts::everybody_may_write;
use crate::redact::{self, one_line};
use crate::secret::Secret;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// No password, token or key is larger.
const LIMIT: usize = 64 << 10;

impl Secret {
    /// The value of an environment variable, as it is. Other processes of the same account can read it for as long as this
    /// process lives; a file is better.
    ///
    /// # Errors
    /// `Config` when it is not set, empty, larger than 64 KiB or not UTF-8.
    pub fn from_env(name: &str) -> Result<Self> {
        let shown = one_line(name);
        let source = Source { what: format!("the environment variable {shown}"), operation: "secret.from_env" };
        if name.is_empty() || name.contains(['=', '\0']) {
            return Err(source.bad("has no name that one can have"));
        }
        match std::env::var(name) {
            Ok(value) => source.checked(Zeroizing::new(value.into_bytes())),
            Err(std::env::VarError::NotPresent) => Err(source.bad("is not set")),
            Err(std::env::VarError::NotUnicode(_)) => Err(source.bad("is not UTF-8")),
        }
    }

    /// The content of a file without the line break at its end, if there is one (exactly one is taken away).
    ///
    /// A file that everybody may *write* is refused: anybody could put his own secret there. One that everybody may *read*
    /// is accepted, because that is how container platforms mount secrets (Kubernetes 0644, Docker 0444), where the walls of
    /// the container protect it; elsewhere, `chmod 600` it.
    ///
    /// # Errors
    /// `Config` when it cannot be read, is empty, larger than 64 KiB, not UTF-8, or writable for everybody.
    pub fn from_file(path: &Path) -> Result<Self> {
        let source = Source { what: format!("the file '{}'", redact::file(path)), operation: "secret.from_file" };
        let cannot = |e: io::Error| source.bad(&format!("cannot be read: {e}"));
        let mut file = std::fs::File::open(path).map_err(cannot)?;
        if everybody_may_write(&file.metadata().map_err(cannot)?) {
            return Err(source.bad("may be written by everybody").remedied("chmod 600 it, then look at what it holds"));
        }
        let mut bytes = Zeroizing::new(Vec::with_capacity(LIMIT + 2));
        (&mut file).take(LIMIT as u64 + 2).read_to_end(&mut bytes).map_err(cannot)?;
        trim_line_break(&mut bytes);
        source.checked(bytes)
    }

    /// What a command writes to its standard output, without the white space around it: for password managers.
    ///
    /// `argv` is the program and its arguments; no shell is involved, so nothing in them is special. The program is looked
    /// up in `PATH`. Its standard input is empty, its standard error is ours, so that it can tell a person what it needs. It
    /// is killed when it takes longer than `limit`.
    ///
    /// # Errors
    /// `Config` when it cannot be run, ends with another exit code than 0, takes too long, or writes nothing, more than 64
    /// KiB or no UTF-8. The error names the program and the exit code, never an argument or the output. On an async
    /// runtime's thread, as every call.
    pub fn from_command(argv: &[&str], limit: Duration) -> Result<Self> {
        Self::from_command_unless(argv, limit, &CancelToken::new())
    }

    /// [`Secret::from_command`] that kills the command when `cancel` is cancelled.
    ///
    /// # Errors
    /// As [`Secret::from_command`]; `Cancelled`.
    pub fn from_command_unless(argv: &[&str], limit: Duration, cancel: &CancelToken) -> Result<Self> {
        const OPERATION: &str = "secret.from_command";
        let Some((program, arguments)) = argv.split_first().filter(|(program, _)| !program.is_empty()) else {
            return Err(Error::config("the command is empty").during(OPERATION));
        };
        let source = Source { what: format!("the command '{}'", one_line(program)), operation: OPERATION };
        if argv.iter().any(|word| word.contains('\0')) {
            return Err(source.bad("holds a NUL character"));
        }
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| source.bad(&format!("cannot be run: {e}")))?;
        let mut bytes = Zeroizing::new(Vec::with_capacity(LIMIT + 2));
        let ended = collect(&mut child, &mut bytes, limit, cancel);
        if !matches!(ended, Ok(Some(_))) {
            // It may have ended meanwhile, which is as good.
            let _ = child.kill();
            let _ = child.wait();
        }
        match ended {
            Ok(Some(status)) if status.success() => {
                let end = bytes.trim_ascii_end().len();
                bytes.truncate(end);
                let start = bytes.len() - bytes.trim_ascii_start().len();
                bytes.drain(..start);
                source.checked(bytes)
            }
            Ok(Some(status)) => Err(source.bad(&format!("failed: {status}"))),
            Ok(None) if bytes.len() > LIMIT => Err(source.bad("wrote more than 64 KiB")),
            Ok(None) if cancel.is_cancelled() => {
                Err(Error::new(ErrorKind::Cancelled, format!("{} was stopped", source.what)).during(OPERATION))
            }
            Ok(None) => Err(source
                .bad(&format!("took longer than {} s", limit.as_secs_f64()))
                .remedied("raise the time limit, or see what it waits for")),
            Err(e) => Err(source.bad(&format!("cannot be waited for: {e}"))),
        }
    }
}

struct Source {
    what: String,
    operation: &'static str,
}

impl Source {
    fn bad(&self, why: &str) -> Error {
        Error::config(format!("{} {why}", self.what)).remedied("put the secret there").during(self.operation)
    }

    fn checked(&self, bytes: Zeroizing<Vec<u8>>) -> Result<Secret> {
        if bytes.is_empty() {
            return Err(self.bad("is empty"));
        }
        if bytes.len() > LIMIT {
            return Err(self.bad("holds more than 64 KiB"));
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| self.bad("does not hold UTF-8"))?;
        Ok(Secret::new(text))
    }
}

fn trim_line_break(bytes: &mut Vec<u8>) {
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
    }
}

/// Reads the child's output, at most one byte more than allowed, until it ends; `None` when it takes too long, writes too
/// much, or is cancelled. What it left running in the background may keep the pipe open: only the child's own end counts.
#[cfg(unix)]
fn collect(
    child: &mut Child,
    bytes: &mut Vec<u8>,
    limit: Duration,
    cancel: &CancelToken,
) -> io::Result<Option<ExitStatus>> {
    if tokio::runtime::Handle::try_current().is_ok() {
        return Err(io::Error::other("the call was made on an async runtime's thread"));
    }
    let Some(output) = child.stdout.take() else { return Ok(None) };
    // Only for its non-blocking pipe: reading must end at the time limit, and no thread is started here.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let _inside = runtime.enter();
    let output = tokio::net::unix::pipe::Receiver::from_owned_fd(output.into())?;
    let began = Instant::now();
    loop {
        let ended = child.try_wait()?;
        // What it wrote before it ended is in the pipe by now.
        drain(&output, bytes)?;
        match ended {
            _ if bytes.len() > LIMIT => return Ok(None),
            Some(status) => return Ok(Some(status)),
            None if began.elapsed() >= limit || cancel.is_cancelled() => return Ok(None),
            None => std::thread::sleep(TICK.min(Duration::from_millis(5))),
        }
    }
}

#[cfg(unix)]
fn drain(output: &tokio::net::unix::pipe::Receiver, bytes: &mut Vec<u8>) -> io::Result<()> {
    use std::os::fd::{AsFd, OwnedFd};
    // A copy of the descriptor shares its non-blocking mode.
    let copy: OwnedFd = output.as_fd().try_clone_to_owned()?;
    let room = (LIMIT + 1).saturating_sub(bytes.len()) as u64;
    match std::fs::File::from(copy).take(room).read_to_end(bytes) {
        Err(e) if e.kind() != io::ErrorKind::WouldBlock => Err(e),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn collect(
    child: &mut Child,
    bytes: &mut Vec<u8>,
    limit: Duration,
    cancel: &CancelToken,
) -> io::Result<Option<ExitStatus>> {
    let began = Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break status,
            None if began.elapsed() >= limit || cancel.is_cancelled() => return Ok(None),
            None => std::thread::sleep(TICK),
        }
    };
    if let Some(output) = child.stdout.take() {
        output.take(LIMIT as u64 + 1).read_to_end(bytes)?;
    }
    Ok((bytes.len() <= LIMIT).then_some(status))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(argv: &[&str]) -> Result<Secret> {
        Secret::from_command(argv, Duration::from_secs(60))
    }

    #[test]
    fn a_file_gives_all_but_its_last_line_break() {
        let path = std::env::temp_dir().join(format!("backupjobs-secret-{}", std::process::id()));
        for (text, secret) in [("canary", "canary"), ("canary\n", "canary"), (" a b\r\n", " a b"), ("a\n\n", "a\n")] {
            std::fs::write(&path, text).expect("written");
            assert_eq!(Secret::from_file(&path).expect(text).expose(), secret);
        }
        let full = "x".repeat(LIMIT);
        std::fs::write(&path, format!("{full}\n")).expect("written");
        assert_eq!(Secret::from_file(&path).expect("just fits").expose().len(), LIMIT);
        let bad: [(&[u8], &str); 4] = [
            (b"", "is empty"),
            (b"\r\n", "is empty"),
            (b"canary\xff", "UTF-8"),
            (&[full.as_bytes(), b"yy"].concat(), "more than 64 KiB"),
        ];
        for (bytes, why) in bad {
            std::fs::write(&path, bytes).expect("written");
            let error = Secret::from_file(&path).expect_err(why);
            assert!(error.message().contains(why) && error.message().contains("backupjobs-secret"), "{error}");
            assert!(!error.to_string().contains("canary"), "{error}");
        }
        std::fs::remove_file(&path).expect("removed");
        assert!(Secret::from_file(&path).expect_err("gone").message().contains("cannot be read"));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_everybody_may_write_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let path = std::env::temp_dir().join(format!("backupjobs-secret-mode-{}", std::process::id()));
        std::fs::write(&path, "canary").expect("written");
        for (mode, fine) in [(0o444, true), (0o644, true), (0o600, true), (0o622, false), (0o666, false)] {
            std::fs::set_permissions(&path, PermissionsExt::from_mode(mode)).expect("mode");
            assert_eq!(Secret::from_file(&path).is_ok(), fine, "{mode:o}");
        }
        std::fs::remove_file(&path).expect("removed");
    }

    #[test]
    fn a_variable_that_is_not_there_is_named() {
        for name in ["BACKUPJOBS_NOT_SET", "", "A=B", "A\0B"] {
            assert!(Secret::from_env(name).expect_err(name).message().contains("environment variable"));
        }
        assert!(!Secret::from_env("PATH").expect("always set").is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_command_gives_what_it_writes_and_nothing_of_it_is_told() {
        assert_eq!(run(&["printf", "%s\\n", "$HOME; canary"]).expect("no shell").expose(), "$HOME; canary");
        // What stays in the background holds the pipe open, and is not waited for.
        let background = run(&["sh", "-c", "sleep 30 & echo canary"]).expect("ended");
        assert_eq!(background.expose(), "canary");
        for (argv, why) in [
            (&["sh", "-c", "echo canary; exit 7"][..], "exit status: 7"),
            (&["sh", "-c", "kill -9 $$; echo canary"], "signal: 9"),
            (&["/no/such/program", "canary"], "cannot be run"),
            (&["true", "canary"], "is empty"),
            (&["sh", "-c", "printf 'canary\\377'"], "UTF-8"),
            (&["sh", "-c", "while :; do echo canary; done"], "more than 64 KiB"),
            (&["a\0b"], "NUL"),
            (&[], "empty"),
        ] {
            let error = run(argv).expect_err(why);
            assert!(error.message().contains(why), "{why}: {error}");
            assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
        }
        let slow = &["sh", "-c", "echo canary; exec sleep 600"];
        let error = Secret::from_command(slow, Duration::from_millis(50)).expect_err("too slow");
        assert!(error.message().contains("longer than 0.05 s"));
        let cancel = CancelToken::new();
        cancel.cancel();
        let error = Secret::from_command_unless(slow, Duration::from_secs(600), &cancel).expect_err("stopped");
        assert_eq!(error.kind(), ErrorKind::Cancelled);
    }
}
