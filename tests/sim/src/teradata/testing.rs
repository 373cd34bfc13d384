//! A bench for the unit tests of this room: state, clock, knobs and a caller.

#![allow(clippy::unwrap_used)]
use super::*;
use crate::knobs::Knobs;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// `Basic` credentials.
pub(super) fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
}

/// A room with a clock, knobs and a caller who has the token.
pub(super) struct Bench {
    pub(super) state: State,
    knobs: Knobs,
    now: Timestamp,
    pub(super) token: String,
}

impl Bench {
    pub(super) fn new() -> Self {
        let state = State::new();
        Self { token: state.tokens.current(), state, knobs: Knobs::new(&[knobs::KNOBS]), now: seed::beginning() }
    }

    fn with<T>(&mut self, act: impl FnOnce(&mut State, &Ctx<'_>) -> T) -> T {
        let ctx = Ctx { now: self.now, knobs: &self.knobs, base_url: "https://sim.test" };
        self.state.tick(&ctx);
        act(&mut self.state, &ctx)
    }

    pub(super) fn advance(&mut self, seconds: u64) {
        self.now = shape::later(self.now, seconds);
        self.with(|_, _| ());
    }

    pub(super) fn set(&mut self, knob: &str, value: Value) {
        self.knobs.set(knob, value).unwrap();
    }

    pub(super) fn script(&mut self, job: &str, script: Script) {
        self.state.script(job, script).unwrap();
    }

    pub(super) fn run(&mut self, job: &str) -> Result<Value, String> {
        self.with(|state, ctx| state.run(ctx, job))
    }

    fn call(&mut self, method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let mut req = Request {
            method: method.into(),
            path: path.into(),
            query: query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .map(|(n, v)| (n.to_owned(), v.to_owned()))
                .collect(),
            headers: vec![("authorization".into(), format!("Bearer {}", self.token))],
            body: body.to_vec(),
        };
        for (name, value) in headers {
            req.headers.push(((*name).into(), (*value).into()));
        }
        self.with(|state, ctx| state.handle(ctx, &req))
    }

    /// A request that carries nothing but this.
    pub(super) fn bare(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
        let headers = headers.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let req = Request { method: method.into(), path: path.into(), query: vec![], headers, body: body.to_vec() };
        self.with(|state, ctx| state.handle(ctx, &req))
    }

    /// To Lake, with a signed token.
    pub(super) fn lake(&mut self, method: &str, below: &str) -> Response {
        let token = std::mem::replace(&mut self.token, jwt::tests::good());
        let answer = self.call(method, &format!("/api/accounts/{}/baas/{below}", seed::ACCOUNT), &[], b"");
        self.token = token;
        answer
    }

    /// Asks for a restore, as the known database user.
    pub(super) fn restore(&mut self, below: &str, body: &Value) -> Response {
        let user = basic(seed::USERNAME, seed::PASSWORD);
        let headers = [("content-type", "application/json"), ("x-auth-credentials", user.as_str())];
        self.send("POST", below, &headers, body.to_string().as_bytes())
    }

    pub(super) fn raw(&mut self, method: &str, url: &str) -> Response {
        self.call(method, url, &[], b"")
    }

    pub(super) fn send(&mut self, method: &str, below: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
        let url = format!("/data-protection/v2/sites/{SITE}/{below}");
        self.call(method, &url, headers, body)
    }

    pub(super) fn get(&mut self, below: &str) -> Response {
        self.send("GET", below, &[], b"")
    }

    pub(super) fn get_json(&mut self, below: &str) -> Value {
        let answer = self.get(below);
        assert_eq!(answer.status, 200, "{below}");
        let expected = [("content-type".to_owned(), "application/json".to_owned())];
        assert_eq!(answer.headers, expected);
        serde_json::from_slice(&answer.body).unwrap()
    }

    pub(super) fn post(&mut self, below: &str, body: &str) -> Response {
        let json = [("content-type", "application/json")];
        let headers = if body.is_empty() { &json[..0] } else { &json };
        self.send("POST", below, headers, body.as_bytes())
    }

    /// Executes with an empty body; the id of the execution.
    pub(super) fn execute(&mut self, job: i64) -> String {
        let answer = self.post(&format!("jobs/{job}/execute"), "");
        assert_eq!(answer.status, 202);
        let header = answer.headers.iter().find(|(n, _)| n == "x-resource-id");
        header.unwrap().1.clone()
    }

    pub(super) fn runs_of(&self, job: &str, origin: &str) -> usize {
        let truth = self.state.truth();
        let runs = truth["runs"].as_array().unwrap();
        runs.iter().filter(|r| r["job"] == job && r["origin"] == origin).count()
    }
}
