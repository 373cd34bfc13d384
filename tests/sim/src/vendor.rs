//! What every vendor room offers to the server: requests in, responses out, and the simulator's own levers.

use crate::fidelity::Operation;
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a room may know besides its own state.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// The virtual time.
    pub now: Timestamp,
    /// The settings of every guess.
    pub knobs: &'a Knobs,
    /// `https://host:port` of this room's listener, without a slash at the end.
    pub base_url: &'a str,
}

/// How the next run of a job goes; set through the control port, used up by one run.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Script {
    /// `success`, `warning`, `failed`, `stopped`, `hang` (never ends), or any other word: the run ends with exactly
    /// that vendor word, as an unknown one.
    pub outcome: String,
    /// Virtual seconds the run waits in a queue before it runs (where the vendor has a word for that).
    pub queued_s: u64,
    /// Virtual seconds the run takes after that.
    pub duration_s: u64,
    /// The vendor's sentence about the end (log item, message, `status_detail`).
    pub message: String,
}

impl Default for Script {
    fn default() -> Self {
        Self { outcome: "success".into(), queued_s: 0, duration_s: 60, message: String::new() }
    }
}

/// One simulated product: pure state, driven by time and requests.
pub trait Vendor: Send {
    /// `veeam`, `teradata` or `vcenter`.
    fn name(&self) -> &'static str;
    /// Moves runs, tokens and schedules on to `ctx.now`; called before anything else.
    fn tick(&mut self, ctx: &Ctx<'_>);
    /// Answers one request.
    fn handle(&mut self, ctx: &Ctx<'_>, req: &Request) -> Response;
    /// Sets how the next run of `job` goes. Several scripts queue up in order.
    fn script(&mut self, job: &str, script: Script) -> Result<(), String>;
    /// Starts a run of `job` as the vendor's scheduler or a colleague would; returns its truth.
    fn run(&mut self, ctx: &Ctx<'_>, job: &str) -> Result<Value, String>;
    /// Forgets every token and session it has given out.
    fn revoke(&mut self);
    /// Everything that is so: `{"jobs": [...], "runs": [{"id","job","origin":"api"|"scheduler","started","ended","state","outcome",...}], ...}`.
    fn truth(&self) -> Value;
    /// Every operation it serves, with where it is known from.
    fn operations(&self) -> &'static [Operation] {
        &[]
    }
    /// What goes into the ready line for this product (user names, passwords, ids); the server adds `url`.
    fn access(&self) -> Value;
}
