//! The binary as a process: one line, and no server left behind.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const BINARY: &str = env!("CARGO_BIN_EXE_backupjobs-sim");

fn ready(stdout: &mut BufReader<ChildStdout>) -> Value {
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    serde_json::from_str(&line).unwrap()
}

fn start(args: &[&str]) -> (Child, BufReader<ChildStdout>, Value) {
    let mut child = Command::new(BINARY).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let line = ready(&mut stdout);
    (child, stdout, line)
}

fn control(line: &Value, method: &str, path: &str) -> String {
    let at = line["control"].as_str().unwrap().strip_prefix("http://").unwrap();
    let mut tcp = TcpStream::connect(at).unwrap();
    let request = format!("{method} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    tcp.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    tcp.read_to_string(&mut answer).unwrap();
    answer.split_once("\r\n\r\n").unwrap().1.to_owned()
}

fn ended(child: &mut Child) -> std::process::ExitStatus {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        if began.elapsed() > Duration::from_secs(10) {
            child.kill().unwrap();
            panic!("still running");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn the_ready_line_tells_all_and_shutdown_ends() {
    let (mut child, mut stdout, line) = start(&[]);
    assert_eq!(line["ready"], true);
    assert_eq!(line["pid"], child.id());
    assert_eq!(line["version"], env!("CARGO_PKG_VERSION"));
    for system in ["veeam", "teradata", "vcenter"] {
        let url = line[system]["url"].as_str().unwrap();
        assert!(url.starts_with("https://127.0.0.1:"), "{url}");
    }
    for (system, name) in [
        ("veeam", "username"),
        ("veeam", "password"),
        ("teradata", "site_id"),
        ("teradata", "token"),
        ("vcenter", "username"),
        ("vcenter", "password"),
    ] {
        assert!(line[system][name].is_string(), "{system}.{name}");
    }
    assert!(line["veeam"]["versions"].as_array().unwrap().len() >= 3);
    let ca = std::path::PathBuf::from(line["ca_file"].as_str().unwrap());
    assert!(ca.is_file());
    let truth: Value = serde_json::from_str(&control(&line, "GET", "/truth")).unwrap();
    assert_eq!(truth["now"], "2026-01-15T08:00:00Z");
    control(&line, "POST", "/shutdown");
    assert!(ended(&mut child).success());
    assert!(!ca.exists());
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn it_ends_when_stdin_closes_unless_detached() {
    let (mut child, _stdout, _) = start(&[]);
    drop(child.stdin.take());
    assert!(ended(&mut child).success());

    let (mut child, _stdout, line) = start(&["--detached"]);
    drop(child.stdin.take());
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(child.try_wait().unwrap(), None);
    control(&line, "POST", "/shutdown");
    assert!(ended(&mut child).success());
}

#[test]
fn it_ends_when_its_parent_ends() {
    // The shell starts the simulator, waits for a line and goes.
    let script = format!("{BINARY} </dev/null & read -r _");
    let mut shell =
        Command::new("sh").args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(shell.stdout.take().unwrap());
    let line = ready(&mut stdout);
    assert_ne!(line["pid"], shell.id());
    control(&line, "GET", "/clock");
    shell.stdin.take().unwrap().write_all(b"go\n").unwrap();
    shell.wait().unwrap();
    // Its stdout ends when the simulator has ended; the shell's copy is already closed.
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn the_clock_can_run_from_the_start() {
    let (_child, _stdout, line) = start(&["--scale", "3600"]);
    let clock: Value = serde_json::from_str(&control(&line, "GET", "/clock")).unwrap();
    assert_eq!(clock["mode"], "real");
    assert_eq!(clock["scale"], 3600.0);
}

#[test]
fn a_word_may_look_like_a_number() {
    let (_child, _stdout, line) = start(&["--knob", "vcenter.version=9.0", "--knob", "vcenter.cancel_wind_down_s=5"]);
    let knobs: Value = serde_json::from_str(&control(&line, "GET", "/knobs")).unwrap();
    let value = |name: &str| knobs.as_array().unwrap().iter().find(|k| k["name"] == name).unwrap()["value"].clone();
    assert_eq!(value("vcenter.version"), "9.0");
    assert_eq!(value("vcenter.cancel_wind_down_s"), 5);
}

#[test]
fn wrong_arguments_end_it_with_a_sentence_on_stderr() {
    for args in [&["--port", "1"][..], &["--knob", "no.such=1"], &["--scale", "0"]] {
        let output = Command::new(BINARY).args(args).output().unwrap();
        assert!(!output.status.success(), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(output.stderr.starts_with(b"backupjobs-sim: "), "{args:?}");
    }
}
