//! A start that can be taken up again: what was known before the request, and how far it got.

use crate::error::{Error, Result};
use crate::run::{Run, System, named};
use crate::start::{IfRunning, StartOptions};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The version of the text form.
const VERSION: u32 = 1;

named! {
    /// How far a start got.
    pub enum Stage {
        /// Nothing was sent.
        Prepared = 1 => "prepared",
        /// The request was about to be sent, or was sent. It is never sent again.
        Sending = 2 => "sending",
        /// The run is known.
        Started = 3 => "started",
    }
}

/// One start of one job: at most one request is ever sent for it, by whoever holds it.
///
/// It keeps the runs known before the request (the watermark), so that a later look can tell what is new, and the stage.
/// Save its text whenever [`Server::carry_out`](crate::Server::carry_out) says so, and a caller who crashes at any point
/// can take it up again. The text form is versioned, the same in all languages, and holds no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub(crate) system: System,
    pub(crate) server: String,
    pub(crate) job: String,
    pub(crate) marker: String,
    pub(crate) prepared: Timestamp,
    pub(crate) known: Vec<String>,
    pub(crate) newest: Option<Timestamp>,
    /// The time by the server's clock when the watermark had been read, to the second.
    pub(crate) server_time: Option<Timestamp>,
    pub(crate) options: StartOptions,
    pub(crate) stage: Stage,
    pub(crate) run: Option<String>,
    /// True until the first use in the process that prepared it, if nothing ran then: no time has passed since the
    /// watermark.
    pub(crate) fresh: bool,
}

/// The text form.
#[derive(Serialize, Deserialize)]
struct Text {
    backupjobs_ticket: u32,
    system: String,
    server: String,
    job: String,
    marker: String,
    prepared: Timestamp,
    known: Vec<String>,
    newest: Option<Timestamp>,
    #[serde(default)]
    server_time: Option<Timestamp>,
    if_running: String,
    full: Option<bool>,
    settle_ms: u64,
    look_every_ms: u64,
    stage: String,
    run: Option<String>,
}

impl Ticket {
    pub(crate) fn new(system: System, server: &str, job: &str, before: &[Run], options: &StartOptions) -> Self {
        Self {
            system,
            server: server.to_owned(),
            job: job.to_owned(),
            marker: marker(),
            prepared: Timestamp::now(),
            known: before.iter().map(|run| run.id.clone()).collect(),
            newest: before.iter().find_map(|run| run.started),
            server_time: None,
            options: *options,
            stage: Stage::Prepared,
            run: None,
            fresh: true,
        }
    }

    /// The system it is for.
    #[must_use]
    pub fn system(&self) -> System {
        self.system
    }

    /// The server it is for: scheme, host and port; for Teradata the site or account, too.
    #[must_use]
    pub fn server(&self) -> &str {
        &self.server
    }

    /// The job it starts.
    #[must_use]
    pub fn job(&self) -> &str {
        &self.job
    }

    /// How far it got.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The run it became, once known.
    #[must_use]
    pub fn run(&self) -> Option<&str> {
        self.run.as_deref()
    }

    /// When it was prepared, by the clock here.
    #[must_use]
    pub fn prepared(&self) -> Timestamp {
        self.prepared
    }

    /// A random word that is only in this ticket. vCenter keeps it in the comment of the backup.
    #[must_use]
    pub fn marker(&self) -> &str {
        &self.marker
    }

    /// The text form: one line of JSON without secrets.
    #[must_use]
    pub fn to_text(&self) -> String {
        let millis = |d: Duration| u64::try_from(d.as_millis()).unwrap_or(u64::MAX);
        let text = Text {
            backupjobs_ticket: VERSION,
            system: self.system.name().to_owned(),
            server: self.server.clone(),
            job: self.job.clone(),
            marker: self.marker.clone(),
            prepared: self.prepared,
            known: self.known.clone(),
            newest: self.newest,
            server_time: self.server_time,
            if_running: self.options.if_running.name().to_owned(),
            full: self.options.full,
            settle_ms: millis(self.options.settle),
            look_every_ms: millis(self.options.look_every),
            stage: self.stage.name().to_owned(),
            run: self.run.clone(),
        };
        serde_json::to_string(&text).unwrap_or_default()
    }

    /// Reads the text form.
    ///
    /// # Errors
    /// `InvalidArgument` when the text is no ticket, is damaged, or is of a newer version.
    pub fn from_text(text: &str) -> Result<Self> {
        let bad = |why: &str| {
            Error::invalid(format!("this is no start ticket: {why}"))
                .remedied("give the text exactly as it was saved; do not start again without looking at the job's runs")
        };
        let read: serde_json::Value =
            serde_json::from_slice(text.trim().as_bytes()).map_err(|_| bad("it is not JSON"))?;
        match read.get("backupjobs_ticket").and_then(serde_json::Value::as_u64) {
            Some(version) if version == u64::from(VERSION) => {}
            Some(version) => {
                return Err(bad(&format!("its version is {version}, this library reads {VERSION}"))
                    .remedied("take it up with the version of the library that wrote it, or a newer one"));
            }
            None => return Err(bad("it has no version")),
        }
        let text: Text = serde_json::from_value(read).map_err(|e| bad(&crate::redact::one_line(&e.to_string())))?;
        let stage = Stage::from_name(&text.stage).ok_or_else(|| bad("its stage is unknown"))?;
        if stage == Stage::Started && text.run.is_none() {
            return Err(bad("it is started but names no run"));
        }
        Ok(Self {
            system: System::from_name(&text.system).ok_or_else(|| bad("its system is unknown"))?,
            server: text.server,
            job: text.job,
            marker: text.marker,
            prepared: text.prepared,
            known: text.known,
            newest: text.newest,
            server_time: text.server_time,
            options: StartOptions {
                if_running: IfRunning::from_name(&text.if_running).ok_or_else(|| bad("its if_running is unknown"))?,
                full: text.full,
                settle: Duration::from_millis(text.settle_ms),
                look_every: Duration::from_millis(text.look_every_ms),
            },
            stage,
            run: text.run,
            fresh: false,
        })
    }

    /// The runs that began after the watermark, newest first, out of a list that is newest first.
    ///
    /// What stands below a run known before is older, even when it was not in the watermark: histories are cut at both
    /// ends. When nothing known is left, the time of the newest one decides. What the vendor tries again by itself is no new
    /// run, either.
    pub(crate) fn fresh_runs<'a>(&self, runs: &'a [Run]) -> Vec<&'a Run> {
        let known = |id: &String| self.known.contains(id);
        let older = |run: &Run| matches!((run.started, self.newest), (Some(at), Some(newest)) if at < newest);
        let end = runs.iter().position(|run| known(&run.id) || older(run)).unwrap_or(runs.len());
        // A lag may have hidden the first try from the watermark.
        let old = |first: &String| known(first) || runs.iter().any(|run| run.id == *first && self.was_over(run));
        runs.iter().take(end).filter(|run| !run.retry_of.as_ref().is_some_and(old)).collect()
    }

    /// Whether the run was over when the watermark had been read: a history that lags may show it only afterwards.
    pub(crate) fn was_over(&self, run: &Run) -> bool {
        matches!((run.ended, self.server_time), (Some(ended), Some(read)) if ended < read)
    }
}

/// 64 random bits: enough to be only in one ticket.
fn marker() -> String {
    let mut bytes = [0; 8];
    if ring::rand::SecureRandom::fill(&ring::rand::SystemRandom::new(), &mut bytes).is_err() {
        bytes = fastrand::u64(..).to_le_bytes();
    }
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    fn run(id: &str, second: i64) -> Run {
        let mut run = Run::new(System::Veeam, "j", id, "Success");
        run.started = Timestamp::from_second(second).ok();
        run
    }

    fn ids(runs: Vec<&Run>) -> Vec<&str> {
        runs.into_iter().map(|r| r.id.as_str()).collect()
    }

    fn ticket(before: &[Run]) -> Ticket {
        Ticket::new(System::Veeam, "https://h:4443", "j", before, &StartOptions::default())
    }

    #[test]
    fn what_stands_above_the_watermark_is_new() {
        let ticket = ticket(&[run("c", 300), run("b", 200)]);
        assert_eq!(ids(ticket.fresh_runs(&[run("e", 500), run("d", 400), run("c", 300)])), ["e", "d"]);
        assert!(
            ticket.fresh_runs(&[run("c", 300), run("b", 200), run("a", 100)]).is_empty(),
            "older ones came to light"
        );
        assert!(ticket.fresh_runs(&[run("a", 100)]).is_empty(), "the known ones have vanished");
        assert_eq!(ids(ticket.fresh_runs(&[run("d", 400)])), ["d"]);
    }

    #[test]
    fn a_retry_of_a_known_run_is_not_new() {
        let ticket = ticket(&[run("b", 200)]);
        let retry = |id: &str, second, first: &str| Run { retry_of: Some(first.into()), ..run(id, second) };
        let runs = [retry("e", 500, "d"), run("d", 400), retry("c", 300, "b"), run("b", 200)];
        assert_eq!(ids(ticket.fresh_runs(&runs)), ["e", "d"]);
        // A history that lags did not show the first try, but by the server's clock it was over.
        let mut ticket = ticket;
        ticket.server_time = Timestamp::from_second(450).ok();
        let mut late = run("d", 400);
        late.ended = Timestamp::from_second(440).ok();
        assert_eq!(ids(ticket.fresh_runs(&[retry("e", 500, "d"), late, run("b", 200)])), ["d"]);
    }

    #[test]
    fn what_was_over_before_is_told_by_the_servers_clock() {
        let mut ticket = ticket(&[run("b", 200)]);
        let mut late = run("c", 300);
        late.ended = Timestamp::from_second(350).ok();
        assert!(!ticket.was_over(&late), "nobody told the time");
        ticket.server_time = Timestamp::from_second(351).ok();
        assert!(ticket.was_over(&late) && !ticket.was_over(&run("d", 300)));
        ticket.server_time = Timestamp::from_second(350).ok();
        assert!(!ticket.was_over(&late));
    }

    #[test]
    fn the_text_leads_back() {
        let mut ticket = ticket(&[run("b", 200)]);
        ticket.server_time = Timestamp::from_second(250).ok();
        ticket.stage = Stage::Sending;
        let mut read = Ticket::from_text(&ticket.to_text()).expect("ticket");
        assert!(!read.fresh);
        read.fresh = true;
        assert_eq!(read, ticket);
    }

    #[test]
    fn a_bad_text_says_what_is_wrong() {
        let good = ticket(&[]).to_text();
        for (text, says) in [
            ("", "not JSON"),
            ("{}", "no version"),
            (r#"{"backupjobs_ticket":2}"#, "version is 2"),
            (r#"{"backupjobs_ticket":1}"#, "system"),
            (&good.replace("prepared\",\"run", "flying\",\"run"), "stage"),
            (&good.replace("\"veeam\"", "\"vax\""), "system"),
        ] {
            let error = Ticket::from_text(text).expect_err(text);
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
            assert!(error.message().contains(says), "{text}: {error}");
        }
    }
}
