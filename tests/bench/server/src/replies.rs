//! Every answer there is, made once: head and body in one piece.

use crate::bodies;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The answers of the three systems.
pub(crate) struct Replies {
    /// The beginnings of requests, and what they get; the first that fits counts.
    known: Vec<(&'static str, Vec<u8>)>,
    unknown: Vec<u8>,
    /// While the runs go on, and when they have ended.
    sessions: [Vec<u8>; 2],
    /// Since the first look at them.
    running: (OnceLock<Instant>, Duration),
    pub(crate) executions_bytes: usize,
    pub(crate) copies_bytes: usize,
}

/// Runs that one process waits for.
const RUNS: usize = 500;
const SESSIONS: &str = "GET /v8/JobSessions?";
const TERADATA: &str = "/data-protection/v2/sites/BENCH001";

impl Replies {
    /// With so many executions and copy jobs, and runs that take so long.
    pub(crate) fn new(rows: usize, copies: usize, running: Duration) -> Self {
        let status = bodies::backup_status();
        let wrapped = format!("{{\"value\":{status}}}");
        let (executions, copy_jobs) = (bodies::executions(rows), bodies::copy_jobs(copies));
        let (executions_bytes, copies_bytes) = (executions.len(), copy_jobs.len());
        let known = vec![
            // vCenter, in both dialects.
            ("GET /api/appliance/recovery/backup/job/", ok(&status)),
            ("POST /api/appliance/recovery/backup/job ", reply("201 Created", "", &status)),
            ("POST /api/session ", reply("201 Created", "", &format!("\"{}\"", bodies::SESSION))),
            ("DELETE /api/session ", reply("204 No Content", "", "")),
            ("GET /rest/appliance/recovery/backup/job/", ok(&wrapped)),
            ("POST /rest/appliance/recovery/backup/job ", ok(&wrapped)),
            ("POST /rest/com/vmware/cis/session ", ok(&format!("{{\"value\":\"{}\"}}", bodies::SESSION))),
            ("DELETE /rest/com/vmware/cis/session ", ok("")),
            // Teradata. There is one page of executions: what is asked for beyond it is empty.
            (below("GET", "/executions "), ok(&executions)),
            (below("GET", "/executions?"), ok("[]")),
            (below("GET", "/jobs/"), ok(&bodies::job())),
            (below("POST", "/jobs/"), reply("202 Accepted", "x-resource-id: 110001\r\n", "")),
            // Veeam.
            ("POST /v8/Token ", ok(&bodies::veeam_token())),
            ("GET /v8/CopyJobs", ok(&copy_jobs)),
            ("GET /v8/JobSessions/", ok(&bodies::job_session(0, false).to_string())),
            ("POST /v8/token/logout ", reply("204 No Content", "", "")),
        ];
        let unknown = reply("404 Not Found", "", "{\"message\":\"there is nothing here\"}");
        let sessions = [false, true].map(|ended| ok(&bodies::job_sessions(RUNS, ended)));
        Self { known, unknown, sessions, running: (OnceLock::new(), running), executions_bytes, copies_bytes }
    }

    /// The answer to a request.
    pub(crate) fn to(&self, request: &[u8]) -> &[u8] {
        let fits = |start: &str| request.starts_with(start.as_bytes());
        if fits(SESSIONS) {
            let (since, long) = &self.running;
            let [running, ended] = &self.sessions;
            return if since.get_or_init(Instant::now).elapsed() < *long { running } else { ended };
        }
        self.known.iter().find(|(start, _)| fits(start)).map_or(&self.unknown, |(_, reply)| reply)
    }

    /// What was asked so far.
    pub(crate) fn counters(connections: u64, requests: u64) -> Vec<u8> {
        ok(&format!("{{\"connections\":{connections},\"requests\":{requests}}}"))
    }
}

/// The beginning of a request to Teradata, which lives as long as the program.
fn below(method: &str, path: &str) -> &'static str {
    Box::leak(format!("{method} {TERADATA}{path}").into_boxed_str())
}

fn ok(body: &str) -> Vec<u8> {
    reply("200 OK", "", body)
}

fn reply(status: &str, more: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    // A 204 has neither.
    let about = match status.starts_with("204") {
        true => String::new(),
        false => format!("Content-Type: application/json\r\nContent-Length: {length}\r\n"),
    };
    format!("HTTP/1.1 {status}\r\nDate: Thu, 15 Jan 2026 08:00:00 GMT\r\nServer: bench\r\n{more}{about}\r\n{body}")
        .into_bytes()
}
