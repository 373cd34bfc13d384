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

fn call(
    state: &mut State,
    ctx: &Ctx<'_>,
    req: &Request,
    params: &Value,
) -> Result<Result<Value, Refusal>, Broken> {
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
