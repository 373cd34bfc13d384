//! What one interleaving is made of, drawn from its seed.

use super::{manners, weather};
use crate::common::{Flavor, quick_start};
use backupjobs::{IfRunning, StartOptions};
use backupjobs_sim::Script;
use fastrand::Rng;
use serde_json::{Value, json};
use std::time::Duration;

/// A place in the callers' flow at which the world may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before the watermark is read.
    Begin,
    /// The ticket is there, nothing was sent.
    Prepared,
    /// In the n-th save, so before the request or right after its run was found.
    Save(u32),
    /// The run is known, the wait has not begun.
    Started,
    /// After the n-th look of a wait.
    Look(u32),
}

/// What the world does there.
#[derive(Clone, Debug)]
pub enum Deed {
    /// The vendor's scheduler starts the job.
    Scheduler,
    /// Seconds pass.
    Advance(u64),
    /// All tokens and sessions die.
    Revoke,
    /// A colleague stops the job.
    Stop,
}

/// Which form of its ticket a caller goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The one in memory.
    Same,
    /// Read back from what was saved last.
    Latest,
    /// Read back from what was saved first, as by a caller who never saved again.
    First,
}

/// One caller with one ticket.
#[derive(Clone, Debug)]
pub struct Part {
    pub options: StartOptions,
    /// For each attempt to carry out.
    pub forms: [Form; 3],
    /// Dies inside this save, and goes on from what was saved.
    pub dies_in_save: Option<u32>,
    /// This save fails.
    pub save_fails: Option<u32>,
    /// The first attempt is cancelled at this look at the token.
    pub cancelled_at: Option<u64>,
    /// Takes the ticket up once more after the run was found.
    pub takes_up_again: bool,
    pub deadline: Duration,
    pub explains: bool,
    pub checks: bool,
}

/// One interleaving.
#[derive(Clone, Debug)]
pub struct Plan {
    pub flavor: Flavor,
    pub job: &'static str,
    pub knobs: Vec<(&'static str, Value)>,
    pub per_request_s: u64,
    pub scripts: Vec<Script>,
    pub rules: Vec<Value>,
    pub deeds: Vec<(Moment, Deed)>,
    /// Two callers go on two threads, or one after the other.
    pub racing: bool,
    pub parts: Vec<Part>,
    /// The clients are new, and find out what the server speaks.
    pub strangers: bool,
    /// The client's token is good at the beginning.
    pub warm: bool,
    /// The client has short timeouts, and answers come later than that.
    pub slow: bool,
    /// Lists hide a new run so many times.
    pub lag: u64,
}

impl Plan {
    pub fn new(flavor: Flavor, seed: u64) -> Self {
        // By its word: another flavor beside it does not change what a seed stands for.
        let salt = flavor.to_string().bytes().fold(0u64, |salt, byte| salt.wrapping_mul(31) ^ u64::from(byte));
        let mut rng = Rng::with_seed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ salt);
        let r = &mut rng;
        let racing = r.u8(..100) < 20;
        let job = flavor.jobs()[r.usize(..flavor.jobs().len())];
        let slow = r.u8(..100) < 1;
        let knobs = manners::draw(flavor, r);
        let lag =
            knobs.iter().find(|(name, _)| flavor.lag() == Some(name)).and_then(|(_, lag)| lag.as_u64()).unwrap_or(0);
        let callers = if racing || r.u8(..100) < 25 { 2 } else { 1 };
        let retries = flavor.tells_of_retries() && knobs.iter().any(|(name, _)| *name == manners::RETRIES);
        let mut parts: Vec<Part> = (0..callers).map(|_| part(flavor, r)).collect();
        let mut rules = weather::rules(flavor, slow, r);
        let mut per_request_s = [0, 2, 5, 10, 10, 20, 20, 60][r.usize(..8)];
        if retries {
            per_request_s = [60, 120, 240][r.usize(..3)];
        }
        // Where a yes may name the run of somebody who was quicker, only the server's clock tells: so it goes, and is told.
        if flavor.names_its_run() && knobs.contains(&("veeam.already_running", json!("silent"))) {
            per_request_s = per_request_s.max(2);
            rules.retain(|rule| rule["action"]["name"] != "date");
        }
        // A yes that looks like a 429 is as good as a save that was forgotten.
        let denied =
            rules.iter().any(|rule| rule["action"]["kind"] == "status_after" && rule["action"]["status"] == 429);
        for part in &mut parts {
            let hides = lag > 0 || slow;
            // They take their time, so they are few.
            if hides && r.u8(..3) > 0 {
                part.forms = part.forms.map(|form| if form == Form::First { Form::Latest } else { form });
            }
            // Then the patience must outlast what hides the run: some looks, also on a busy machine.
            if hides && (denied || part.forms.contains(&Form::First)) {
                part.options.settle = Duration::from_millis(240);
            }
            // Ten minutes pass before a retry: some looks, while time flies.
            if retries {
                part.deadline *= 4;
            }
        }
        Self {
            flavor,
            job,
            per_request_s,
            scripts: (0..callers + 1).map(|_| script(flavor, r)).collect(),
            rules,
            deeds: (0..r.usize(..6)).map(|_| deed(r)).collect(),
            racing,
            parts,
            strangers: r.u8(..100) < 5,
            warm: r.u8(..100) < 70,
            slow,
            knobs,
            lag,
        }
    }
}

fn part(flavor: Flavor, r: &mut Rng) -> Part {
    let mut options = quick_start();
    options.settle = Duration::from_millis(3);
    options.look_every = Duration::from_millis(1);
    options.if_running = [IfRunning::Adopt, IfRunning::Adopt, IfRunning::Skip, IfRunning::Fail][r.usize(..4)];
    options.full = if flavor.starts_full() { [None, Some(true), Some(false)][r.usize(..3)] } else { None };
    let form = |r: &mut Rng| [Form::Same, Form::Latest, Form::Latest, Form::First][r.usize(..4)];
    let some = |chance: u8, r: &mut Rng| r.u8(..100) < chance;
    Part {
        options,
        forms: [form(r), form(r), form(r)],
        dies_in_save: some(15, r).then(|| r.u32(1..4)),
        save_fails: some(8, r).then(|| r.u32(1..4)),
        cancelled_at: some(10, r).then(|| r.u64(1..12)),
        takes_up_again: some(20, r),
        deadline: Duration::from_millis(if some(10, r) { 2 } else { 12 }),
        explains: some(10, r),
        checks: some(20, r),
    }
}

fn script(flavor: Flavor, r: &mut Rng) -> Script {
    const WORDS: [&str; 7] =
        ["Splendid", "SuccessWithErrors", "SUCCESSFULLY_ABORTED", "PARTIAL", "Finished", "100%", " "];
    let outcome = match r.u8(..100) {
        0..45 => "success",
        45..55 if flavor.warns() => "warning",
        45..75 => "failed",
        75..82 => "stopped",
        82..85 => "hang",
        _ => WORDS[r.usize(..WORDS.len())],
    };
    let echo = if flavor.sends_secrets() { flavor.echo() } else { "" };
    Script {
        outcome: outcome.into(),
        queued_s: [0, 0, 0, 7, 40][r.usize(..5)],
        duration_s: [0, 1, 20, 60, 60, 120][r.usize(..6)],
        message: ["", "", "3 mailboxes were skipped", echo][r.usize(..4)].into(),
    }
}

fn deed(r: &mut Rng) -> (Moment, Deed) {
    let moment = match r.u8(..10) {
        0..2 => Moment::Begin,
        2..4 => Moment::Prepared,
        4 => Moment::Save(1),
        5 => Moment::Save(2),
        6 => Moment::Started,
        _ => Moment::Look(r.u32(1..8)),
    };
    let deed = match r.u8(..10) {
        0..3 => Deed::Scheduler,
        3..6 => Deed::Advance([1, 30, 61, 300, 7200, 90_000][r.usize(..6)]),
        6..8 => Deed::Revoke,
        8 => Deed::Stop,
        _ => Deed::Scheduler,
    };
    (moment, deed)
}
