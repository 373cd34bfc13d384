//! A bench for the unit tests of this room: state, clock, knobs and a caller.

#![allow(clippy::unwrap_used)]
pub(super) use super::auth::ADMIN;
use super::*;
use base64::Engine as _;

pub(super) const SESSION: &str = "/rest/com/vmware/cis/session";
pub(super) const LIST: &str = "/rest/appliance/recovery/backup/job";

/// A Basic header.
pub(super) fn encode(user: &str, password: &str) -> String {
    let text = base64::engine::general_purpose::STANDARD.encode(format!("{user}:{password}"));
    format!("Basic {text}")
}

/// A request with everything in it.
pub(super) fn request_body() -> Value {
    json!({"piece": {
        "parts": ["common", "seat"], "backup_password": "Encrypt-1!", "location_type": "SFTP",
        "location": "sftp://backup.example.net/vcsa", "location_user": "vcbackup",
        "location_password": "pw", "comment": "nightly",
    }})
}

/// An appliance with a clock, knobs and a caller.
pub(super) struct Bench {
    state: State,
    knobs: Knobs,
    now: Timestamp,
    pub(super) token: String,
}

impl Bench {
    pub(super) fn new() -> Self {
        Self { state: State::new(), knobs: Knobs::new(&[knobs::KNOBS]), now: seed::beginning(), token: String::new() }
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

    /// Seconds since the beginning.
    pub(super) fn passed(&self) -> u64 {
        u64::try_from(self.now.as_second() - seed::beginning().as_second()).unwrap()
    }

    pub(super) fn set(&mut self, knob: &str, value: Value) {
        self.knobs.set(knob, value).unwrap();
    }

    pub(super) fn script(&mut self, script: Script) {
        self.state.script(JOB, script).unwrap();
    }

    pub(super) fn run(&mut self, job: &str) -> Result<Value, String> {
        self.with(|state, ctx| state.run(ctx, job))
    }

    pub(super) fn revoke(&mut self) {
        self.state.revoke();
    }

    pub(super) fn send(&mut self, method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let req = Request {
            method: method.into(),
            path: path.into(),
            query: query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .map(|(n, v)| (n.to_owned(), v.to_owned()))
                .collect(),
            headers: headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
            body: body.to_vec(),
        };
        self.with(|state, ctx| state.handle(ctx, &req))
    }

    pub(super) fn login(&mut self, user: &str, password: &str) -> Response {
        let basic = encode(user, password);
        self.send("POST", SESSION, &[("authorization", &basic)], b"")
    }

    /// Logs in and keeps the token.
    pub(super) fn enter(&mut self, user: &str) {
        let answer = self.login(user, auth::PASSWORD);
        assert_eq!(answer.status, 200);
        let body: Value = serde_json::from_slice(&answer.body).unwrap();
        self.token = body["value"].as_str().unwrap().to_owned();
    }

    fn authed(&mut self, method: &str, url: &str, body: Option<&Value>) -> Response {
        let token = self.token.clone();
        let headers = [("vmware-api-session-id", token.as_str()), ("content-type", "application/json")];
        let body = body.map(Value::to_string).unwrap_or_default();
        self.send(method, url, &headers, body.as_bytes())
    }

    pub(super) fn get(&mut self, url: &str) -> Response {
        self.authed("GET", url, None)
    }

    pub(super) fn delete(&mut self, url: &str) -> Response {
        self.authed("DELETE", url, None)
    }

    pub(super) fn post(&mut self, url: &str, body: Option<&Value>) -> Response {
        self.authed("POST", url, body)
    }

    pub(super) fn put(&mut self, url: &str, body: &Value) -> Response {
        self.authed("PUT", url, Some(body))
    }

    pub(super) fn patch(&mut self, url: &str, body: &Value) -> Response {
        self.authed("PATCH", url, Some(body))
    }

    /// A POST that goes well, whatever its status is.
    pub(super) fn post_ok(&mut self, url: &str, body: &Value) {
        let answer = self.post(url, Some(body));
        assert!(answer.status < 300, "{}", String::from_utf8_lossy(&answer.body));
    }

    pub(super) fn get_json(&mut self, url: &str) -> Value {
        json_of(&self.get(url))
    }

    pub(super) fn post_json(&mut self, url: &str, body: Option<&Value>) -> Value {
        json_of(&self.post(url, body))
    }

    /// What JSON-RPC answers to a call with these parameters; the session is in its context.
    pub(super) fn rpc(&mut self, service: &str, operation: &str, parameters: Value) -> Value {
        let context = json!({"schemeId": "com.vmware.vapi.std.security.session_id", "sessionId": self.token});
        self.rpc_as(service, operation, parameters, context)
    }

    /// The same with another context.
    pub(super) fn rpc_as(&mut self, service: &str, operation: &str, parameters: Value, context: Value) -> Value {
        let envelope = json!({"jsonrpc": "2.0", "method": "invoke", "id": "1", "params": {
            "serviceId": service, "operationId": operation,
            "input": {"STRUCTURE": {"operation-input": parameters}},
            "ctx": {"appCtx": {"opId": "x"}, "securityCtx": context},
        }});
        let headers = [("content-type", "application/json"), ("vapi-service", service), ("vapi-operation", operation)];
        let answer = self.send("POST", "/api", &headers, envelope.to_string().as_bytes());
        json_of(&answer)
    }

    /// Starts a backup; its id.
    pub(super) fn create(&mut self) -> String {
        let body = self.post_json(LIST, Some(&request_body()));
        body["value"]["id"].as_str().unwrap().to_owned()
    }

    pub(super) fn status(&mut self, id: &str) -> Value {
        self.get_json(&format!("{LIST}/{id}"))["value"].clone()
    }

    /// All that is so.
    pub(super) fn whole_truth(&self) -> Value {
        self.state.truth()
    }

    pub(super) fn truth(&self, id: &str) -> Value {
        let truth = self.state.truth();
        let runs = truth["runs"].as_array().unwrap();
        runs.iter().find(|r| r["id"] == id).unwrap().clone()
    }
}

fn json_of(answer: &Response) -> Value {
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    assert!(answer.headers.contains(&("content-type".into(), "application/json".into())));
    serde_json::from_slice(&answer.body).unwrap()
}
