//! The bench on which the tests of this room stand: one state, a clock, knobs, and short ways to ask.
#![allow(clippy::unwrap_used)]

use super::State;
use super::knobs::KNOBS;
use super::when::{fixed, later};
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::{Ctx, Script, Vendor};
use jiff::Timestamp;
use serde_json::Value;

pub(super) const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";
pub(super) const JSON: &str = "application/json";
pub(super) const MAIL: &str = "3396ba22-21b1-4666-a631-0edfc12a59cd";
pub(super) const BACKUP1: &str = "b7c1cc0b-2b3c-4096-9ba1-2d665b4ae504";
pub(super) const ARCHIVE: &str = "79f3e494-4991-4dd5-b6fa-f1cf8c421265";
pub(super) const HOST: &str = "https://sim.test:4443";

pub(super) struct Bench {
    state: State,
    knobs: Knobs,
    now: Timestamp,
    token: Option<String>,
}

impl Bench {
    pub(super) fn new() -> Self {
        Self { state: State::new(), knobs: Knobs::new(&[KNOBS]), now: fixed("2026-01-15T08:00:00Z"), token: None }
    }

    fn with<T>(&mut self, act: impl FnOnce(&mut State, &Ctx<'_>) -> T) -> T {
        let ctx = Ctx { now: self.now, knobs: &self.knobs, base_url: HOST };
        self.state.tick(&ctx);
        act(&mut self.state, &ctx)
    }

    /// One request as it stands.
    pub(super) fn send(&mut self, method: &str, target: &str, kind: &str, body: &str, token: Option<&str>) -> Response {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = Vec::new();
        if !kind.is_empty() {
            headers.push(("content-type".to_owned(), kind.to_owned()));
        }
        if let Some(token) = token {
            headers.push(("authorization".to_owned(), format!("bearer {token}")));
        }
        let req = Request {
            method: method.into(),
            path: path.into(),
            query: super::body::form(query.as_bytes()),
            headers,
            body: body.as_bytes().to_vec(),
        };
        self.with(|state, ctx| state.handle(ctx, &req))
    }

    /// A request with a good token.
    pub(super) fn ask(&mut self, method: &str, target: &str, body: &str) -> Response {
        if self.token.is_none() {
            let login = "grant_type=password&username=LAB%5Csvc-backup&password=Sim-Passw0rd!";
            let got = self.send("POST", "/v6/token", FORM, login, None);
            self.token = self.json(&got)["access_token"].as_str().map(Into::into);
        }
        let token = self.token.clone();
        let kind = if body.is_empty() { "" } else { JSON };
        self.send(method, target, kind, body, token.as_deref())
    }

    /// A GET that must answer 200 with JSON.
    pub(super) fn get(&mut self, target: &str) -> Value {
        let got = self.ask("GET", target, "");
        assert_eq!(got.status, 200, "{target}: {}", String::from_utf8_lossy(&got.body));
        self.json(&got)
    }

    /// A POST, its status and its body (`Null` when there is none).
    pub(super) fn post(&mut self, target: &str, body: &str) -> (u16, Value) {
        let got = self.ask("POST", target, body);
        let value = if got.body.is_empty() { Value::Null } else { self.json(&got) };
        (got.status, value)
    }

    pub(super) fn json(&self, got: &Response) -> Value {
        assert_eq!(got.headers[0], ("content-type".into(), "application/json; charset=utf-8".into()));
        serde_json::from_slice(&got.body).unwrap()
    }

    pub(super) fn advance(&mut self, seconds: u64) {
        self.now = later(self.now, seconds);
    }

    pub(super) fn knob(&mut self, name: &str, value: Value) {
        self.knobs.set(name, value).unwrap();
    }

    /// The next request logs in again.
    pub(super) fn forget_token(&mut self) {
        self.token = None;
    }

    pub(super) fn revoke(&mut self) {
        self.state.revoke();
    }

    pub(super) fn script(&mut self, job: &str, script: Value) {
        let script: Script = serde_json::from_value(script).unwrap();
        self.state.script(job, script).unwrap();
    }

    pub(super) fn run(&mut self, job: &str) -> Result<Value, String> {
        self.with(|state, ctx| state.run(ctx, job))
    }

    /// Changes the world behind the back of the API.
    pub(super) fn edit(&mut self, change: impl FnOnce(&mut State)) {
        change(&mut self.state);
    }

    pub(super) fn truth(&mut self) -> Value {
        self.with(|state, _| state.truth())
    }

    /// Truth of the newest run.
    pub(super) fn newest(&mut self) -> Value {
        self.truth()["runs"].as_array().unwrap().last().unwrap().clone()
    }
}

/// The member names of an object, sorted.
pub(super) fn names(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}
