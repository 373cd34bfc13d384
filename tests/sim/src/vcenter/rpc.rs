//! JSON-RPC on `POST /api`, in all versions: what the vendor's own clients speak. Errors of an operation are results with
//! HTTP 200; only an envelope that cannot be read is an error of JSON-RPC.

use super::State;
use super::auth::Credentials;
use super::dialect::Dialect;
use super::encode::{self, Unreadable};
use super::error::Refusal;
use super::operations::{self, Operation};
use super::shape::answer;
use super::version::Version;
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use serde_json::{Value, json};

/// An error of the envelope, with the code that the vendor's runtime has for it.
#[derive(Clone, Copy, Debug)]
enum Broken {
    Json,
    Request,
    Method,
    Parameters,
    /// The headers name another operation than the body.
    Header,
}

impl Broken {
    fn shown(self) -> Value {
        let (code, message) = match self {
            Self::Json => (-32700, "Parse error."),
            Self::Request => (-32600, "Invalid Request."),
            Self::Method => (-32601, "Method not found."),
            Self::Parameters => (-32602, "Invalid params."),
            Self::Header => (-31001, "Mismatching operation identifier in HTTP header"),
        };
        json!({"code": code, "message": message})
    }
}

/// Answers one request.
pub(super) fn handle(state: &mut State, ctx: &Ctx<'_>, req: &Request) -> Response {
    let (id, called) = match envelope(req) {
        Ok((id, params)) => (id, call(state, ctx, req, &params)),
        Err((id, broken)) => (id, Err(broken)),
    };
    let version = Version::of(ctx.knobs);
    match called {
        Err(broken) => answer(200, &json!({"error": broken.shown(), "id": id, "jsonrpc": "2.0"})),
        Ok(Ok(output)) => answer(200, &json!({"id": id, "jsonrpc": "2.0", "result": {"output": output}})),
        Ok(Err(refusal)) => {
            let name = refusal.type_name();
            let error = encode::error(&name, &refusal.members(Dialect::Rpc, ctx.knobs), version);
            answer(200, &json!({"id": id, "jsonrpc": "2.0", "result": {"error": error}}))
                .with_header("vapi-error", &name)
        }
    }
}

/// The id and the parameters of the envelope.
fn envelope(req: &Request) -> Result<(Value, Value), (Value, Broken)> {
    let Ok(mut body) = serde_json::from_slice::<Value>(&req.body) else {
        return Err((Value::Null, Broken::Json));
    };
    if body["jsonrpc"] != "2.0" || !body["method"].is_string() {
        return Err((Value::Null, Broken::Request));
    }
    let id = body["id"].take();
    if body["method"] != "invoke" {
        return Err((id, Broken::Method));
    }
    let params = body["params"].take();
    if !params["serviceId"].is_string() || !params["operationId"].is_string() {
        return Err((id, Broken::Parameters));
    }
    Ok((id, params))
}

fn call(state: &mut State, ctx: &Ctx<'_>, req: &Request, params: &Value) -> Result<Result<Value, Refusal>, Broken> {
    let (service, operation) = (params["serviceId"].as_str(), params["operationId"].as_str());
    let told = (req.header("vapi-service"), req.header("vapi-operation"));
    if told != (None, None) && told != (service, operation) {
        return Err(Broken::Header);
    }
    let found = find(service.unwrap_or_default(), operation.unwrap_or_default(), ctx.knobs);
    match found.map_err(Unreadable::Refused).and_then(|op| invoke(state, ctx, req, params, op)) {
        Ok(output) => Ok(Ok(output)),
        Err(Unreadable::Refused(refusal)) => Ok(Err(refusal)),
        Err(Unreadable::Malformed) => Err(Broken::Parameters),
    }
}

fn find(service: &str, operation: &str, knobs: &Knobs) -> Result<&'static Operation, Refusal> {
    let version = Version::of(knobs);
    let mut there = operations::ALL.iter().filter(|op| op.since <= version && op.service == service).peekable();
    if there.peek().is_none() {
        return Err(Refusal::unknown_service(service));
    }
    let found = there.find(|op| op.name == operation).copied();
    found.ok_or_else(|| Refusal::unknown_operation(&format!("{service}.{operation}")))
}

fn invoke(
    state: &mut State,
    ctx: &Ctx<'_>,
    req: &Request,
    params: &Value,
    operation: &'static Operation,
) -> Result<Value, Unreadable> {
    let version = Version::of(ctx.knobs);
    let credentials = Credentials::of_context(req, &params["ctx"]["securityCtx"]);
    let caller = state.sessions.admit(ctx, operation.entry, &credentials)?;
    let input = encode::input(operation.input, &params["input"], version)?;
    let output = operation.perform(state, ctx, caller, input)?;
    Ok(encode::output(operation.output, Some(&output), version))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::structures::name;
    use super::super::testing::{ADMIN, Bench};
    use super::*;

    const JOB: &str = name!("backup.job");
    const SESSION: &str = "com.vmware.cis.session";

    fn entered(version: &str) -> Bench {
        let mut bench = Bench::new();
        bench.set("vcenter.version", json!(version));
        bench.enter(ADMIN);
        bench
    }

    fn user(name: &str, password: &str) -> Value {
        json!({"schemeId": "com.vmware.vapi.std.security.user_pass", "userName": name, "password": password})
    }

    /// The name of the error of an operation.
    fn error(answer: &Value) -> String {
        let error = answer["result"]["error"]["ERROR"].as_object().unwrap();
        error.keys().next().unwrap().strip_prefix("com.vmware.vapi.std.errors.").unwrap().to_owned()
    }

    fn request(more: Value) -> Value {
        let mut fields = json!({
            "parts": ["seat"], "location_type": "FTP", "location": "ftp://h/d",
            "backup_password": {"OPTIONAL": {"SECRET": "Encrypt-1!"}}, "comment": {"OPTIONAL": "by the book"},
            "location_user": {"OPTIONAL": null},
        });
        for (name, value) in more.as_object().unwrap() {
            fields[name] = value.clone();
        }
        json!({"piece": {"STRUCTURE": {"com.vmware.appliance.recovery.backup.job.backup_request": fields}}})
    }

    #[test]
    fn a_session_by_its_context() {
        let mut bench = entered("9.1");
        let answer = bench.rpc_as(SESSION, "create", json!({}), user(ADMIN, "Sim-Passw0rd!"));
        assert_eq!((&answer["jsonrpc"], &answer["id"]), (&json!("2.0"), &json!("1")));
        bench.token = answer["result"]["output"]["SECRET"].as_str().unwrap().to_owned();
        let me = bench.rpc(SESSION, "get", json!({}));
        let info = &me["result"]["output"]["STRUCTURE"]["com.vmware.cis.session.info"];
        assert_eq!((&info["user"], &info["created_time"]), (&json!(ADMIN), &json!("2026-01-15T08:00:00.000Z")));
        assert_eq!(bench.rpc(SESSION, "delete", json!({}))["result"], json!({"output": null}));
        assert_eq!(error(&bench.rpc(JOB, "list", json!({}))), "unauthenticated");
        assert_eq!(error(&bench.rpc_as(SESSION, "create", json!({}), user(ADMIN, "wrong"))), "unauthenticated");
        assert_eq!(error(&bench.rpc_as(SESSION, "create", json!({}), Value::Null)), "unauthenticated");
        assert_eq!(error(&bench.rpc_as(JOB, "list", json!({}), user(ADMIN, "Sim-Passw0rd!"))), "unauthenticated");
        bench.set("vcenter.port_mode", json!("5480"));
        let listed = bench.rpc_as(JOB, "list", json!({}), user("root", "Sim-Passw0rd!"));
        assert_eq!(listed["result"]["output"].as_array().unwrap().len(), 3);
    }

    #[test]
    fn a_backup_from_beginning_to_end() {
        let mut bench = entered("6.7.2");
        let created = bench.rpc(JOB, "create", request(json!({"fast_backup": {"OPTIONAL": null}})));
        let name = "com.vmware.appliance.recovery.backup.job.backup_job_status";
        let status = &created["result"]["output"]["STRUCTURE"][name];
        assert_eq!((&status["state"], &status["end_time"]), (&json!("INPROGRESS"), &json!({"OPTIONAL": null})));
        let id = status["id"].clone();
        let run = bench.truth(id.as_str().unwrap());
        assert_eq!((&run["comment"], &run["encrypted"]), (&json!("by the book"), &json!(true)));
        assert_eq!(error(&bench.rpc(JOB, "create", request(json!({})))), "feature_in_use");
        bench.advance(60);
        let got = bench.rpc(JOB, "get", json!({ "id": id }));
        let status = &got["result"]["output"]["STRUCTURE"][name];
        assert_eq!(status["end_time"], json!({"OPTIONAL": "2026-01-15T08:01:00.000Z"}));
        let filter = json!({"filter": {"OPTIONAL": {"STRUCTURE": {
            "com.vmware.appliance.recovery.backup.job.details.filter_spec": {"jobs": {"OPTIONAL": [id]}},
        }}}});
        let details = bench.rpc(name!("backup.job.details"), "list", filter);
        let entry = &details["result"]["output"][0]["STRUCTURE"]["map-entry"];
        assert_eq!(entry["key"], id);
        let info = &entry["value"]["STRUCTURE"]["com.vmware.appliance.recovery.backup.job.details.info"];
        assert_eq!((&info["status"], &info["duration"]), (&json!("SUCCEEDED"), &json!({"OPTIONAL": 60})));
        assert_eq!(info["error"], json!({"OPTIONAL": null}));
        assert_eq!(details["result"]["output"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn errors_are_results() {
        let mut bench = entered("9.1");
        assert_eq!(error(&bench.rpc(JOB, "get", json!({"id": "x"}))), "not_found");
        assert_eq!(error(&bench.rpc(JOB, "get", json!({}))), "invalid_argument");
        assert_eq!(error(&bench.rpc(JOB, "get", json!({"id": "x", "more": 1}))), "unexpected_input");
        assert_eq!(error(&bench.rpc(JOB, "pause", json!({}))), "operation_not_found");
        assert_eq!(error(&bench.rpc("com.vmware.other", "list", json!({}))), "operation_not_found");
        assert_eq!(error(&bench.rpc(JOB, "create", request(json!({"location_type": "PIGEON"})))), "invalid_argument");
        assert_eq!(error(&bench.rpc(JOB, "create", request(json!({"parts": ["x"]})))), "error");
        bench.enter("operator@vsphere.local");
        assert_eq!(error(&bench.rpc(JOB, "list", json!({}))), "unauthorized");
        let headers = [("content-type", "application/json")];
        let envelope = json!({"jsonrpc": "2.0", "method": "invoke", "id": 7, "params": {
            "serviceId": JOB, "operationId": "list", "input": {"STRUCTURE": {"operation-input": {}}}, "ctx": {},
        }});
        let answer = bench.send("POST", "/api", &headers, envelope.to_string().as_bytes());
        assert_eq!(answer.status, 200);
        let name = "com.vmware.vapi.std.errors.unauthenticated";
        assert!(answer.headers.contains(&("vapi-error".into(), name.into())));
        let body: Value = serde_json::from_slice(&answer.body).unwrap();
        let fields = &body["result"]["error"]["ERROR"][name];
        assert_eq!((&body["id"], &fields["error_type"]), (&json!(7), &json!({"OPTIONAL": "UNAUTHENTICATED"})));
        assert!(fields["challenge"]["OPTIONAL"].as_str().unwrap().contains("VAPI endpoint"));
        let message = &fields["messages"][0]["STRUCTURE"]["com.vmware.vapi.std.localizable_message"];
        assert_eq!((&message["default_message"], &message["args"]), (&json!("Authentication required."), &json!([])));
    }

    #[test]
    fn versions_decide_what_there_is() {
        let mut bench = entered("6.5");
        for service in [name!("backup.schedules"), name!("backup.job.details"), name!("backup.system_name")] {
            assert_eq!(error(&bench.rpc(service, "list", json!({}))), "operation_not_found", "{service}");
        }
        assert!(bench.rpc(JOB, "list", json!({}))["result"]["output"].is_array());
        let fast = json!({"fast_backup": {"OPTIONAL": true}});
        assert_eq!(error(&bench.rpc(JOB, "create", request(fast.clone()))), "unexpected_input");
        let refused = bench.rpc(JOB, "get", json!({"id": "x"}));
        let fields = &refused["result"]["error"]["ERROR"]["com.vmware.vapi.std.errors.not_found"];
        assert_eq!(fields.get("error_type"), None);
        bench.set("vcenter.version", json!("7.0.2"));
        assert!(bench.rpc(JOB, "create", request(fast))["result"]["output"].is_object());
    }

    #[test]
    fn broken_envelopes_are_errors_of_json_rpc() {
        let mut bench = entered("9.1");
        let mut code = |body: &str, headers: &[(&str, &str)]| {
            let answer = bench.send("POST", "/api", headers, body.as_bytes());
            assert_eq!(answer.status, 200);
            let body: Value = serde_json::from_slice(&answer.body).unwrap();
            assert_eq!(body.get("result"), None);
            body["error"]["code"].as_i64().unwrap()
        };
        assert_eq!(code("{", &[]), -32700);
        assert_eq!(code("[]", &[]), -32600);
        assert_eq!(code(r#"{"jsonrpc":"1.0","method":"invoke"}"#, &[]), -32600);
        assert_eq!(code(r#"{"jsonrpc":"2.0","method":"other","id":"1"}"#, &[]), -32601);
        assert_eq!(code(r#"{"jsonrpc":"2.0","method":"invoke","id":"1","params":{}}"#, &[]), -32602);
        let call = |input: &str| {
            format!(
                r#"{{"jsonrpc":"2.0","method":"invoke","id":"1","params":{{"serviceId":"com.vmware.cis.session",
                "operationId":"create","input":{input},"ctx":{{"securityCtx":{}}}}}}}"#,
                user(ADMIN, "Sim-Passw0rd!")
            )
        };
        assert_eq!(code(&call(r#"{"operation-input":{}}"#), &[]), -32602);
        let good = call(r#"{"STRUCTURE":{"operation-input":{}}}"#);
        assert_eq!(code(&good, &[("vapi-service", "com.vmware.cis.session"), ("vapi-operation", "get")]), -31001);
    }
}
