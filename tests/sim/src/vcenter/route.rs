//! From a request of a REST dialect to an operation and back, by the table in `routes.rs`.

use super::auth::{Credentials, Entry, NAME};
use super::dialect::{self, Dialect};
use super::error::Refusal;
use super::operations::SESSION_CREATE;
use super::routes::{self, Route, Takes};
use super::shape::answer;
use super::types::{Kind, Member};
use super::version::Version;
use super::{State, rpc};
use crate::http::{Request, Response};
use crate::knobs::Knobs;
use crate::vendor::Ctx;
use serde_json::{Map, Value, json};

/// Answers one request, in whichever dialect.
pub(super) fn handle(state: &mut State, ctx: &Ctx<'_>, req: &Request) -> Response {
    if req.path == "/api" && req.method == "POST" {
        return rpc::handle(state, ctx, req);
    }
    // What is below neither is answered by the router of the time.
    let version = Version::of(ctx.knobs);
    let below = |root: &str| req.path == root || req.path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'));
    let dialect = if version.has_api() && !below("/rest") { Dialect::Api } else { Dialect::Rest };
    route(state, ctx, req, dialect).unwrap_or_else(|refusal| refusal.into_response(ctx.knobs, dialect))
}

fn route(state: &mut State, ctx: &Ctx<'_>, req: &Request, dialect: Dialect) -> Result<Response, Refusal> {
    let version = Version::of(ctx.knobs);
    if dialect == Dialect::Rest && version >= Version::V90 && !ctx.knobs.on("vcenter.rest_from_9") {
        return Err(Refusal::unknown_path());
    }
    let served = |route: &&Route| {
        let asked_for = route.knob.is_none_or(|knob| ctx.knobs.on(knob));
        route.dialect == dialect && route.operation.since <= version && asked_for
    };
    let first = routes::ALL.iter().filter(served).find_map(|route| Some((route.path, ids(route.path, &req.path)?)));
    let (path, ids) = first.ok_or_else(Refusal::unknown_path)?;
    let forms: Vec<&Route> = routes::ALL.iter().filter(served).filter(|route| route.path == path).collect();
    let shown = Credentials::of_headers(req, ctx.knobs);
    let Some(route) = forms.iter().find(|route| chosen(route, req)) else {
        // What is wrong with the rest of a request is told to those who may come in.
        if forms.iter().all(|route| route.operation.entry != Entry::Password) {
            state.sessions.admit(ctx, Entry::Appliance, &shown)?;
        }
        return Err(misfit(&forms, req));
    };
    let operation = route.operation;
    let caller = state.sessions.admit(ctx, operation.entry, &shown)?;
    let input = input(route, ids, req, ctx.knobs)?;
    let value = operation.perform(state, ctx, caller, input)?;
    let token = value.as_str().map(str::to_owned);
    let response = match dialect::result(dialect, operation.output, value, version) {
        Some(body) => answer(route.status, &body),
        None => Response::empty(empty_status(route, ctx.knobs)),
    };
    // The vendor's runtime looks for the presence of this header, not for its value.
    match token {
        Some(token)
            if std::ptr::eq(operation, &raw const SESSION_CREATE)
                && req.header("vmware-use-header-authn").is_none() =>
        {
            let root = if dialect == Dialect::Rest { "/rest" } else { "/api" };
            Ok(response.with_header("set-cookie", &format!("{NAME}={token};Path={root};Secure;HttpOnly")))
        }
        _ => Ok(response),
    }
}

/// The ids in a path of that pattern, if it is one.
fn ids(pattern: &'static str, path: &str) -> Option<Map<String, Value>> {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    let mut ids = Map::new();
    loop {
        let (wanted, given) = match (wanted.next(), given.next()) {
            (None, None) => return Some(ids),
            (wanted, given) => (wanted?, given?),
        };
        match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !given.is_empty() => {
                ids.insert(name.to_owned(), decoded(given).into());
            }
            None if wanted == given => {}
            _ => return None,
        }
    }
}

/// Percent-decoded text; what is no proper escape stays as it is.
fn decoded(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escape = after.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        let (byte, taken) = if byte == b'%' { escape.map_or((byte, 0), |escaped| (escaped, 2)) } else { (byte, 0) };
        bytes.push(byte);
        rest = after.get(taken..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The word in the query that chooses an operation.
fn action(req: &Request) -> Option<(&str, &str)> {
    let action = req.query.iter().find(|(name, _)| name == "action" || name == "~action");
    action.map(|(name, value)| (name.as_str(), value.as_str()))
}

fn chosen(route: &Route, req: &Request) -> bool {
    route.method == req.method && route.action == action(req)
}

/// The path is known, but nothing of it fits.
fn misfit(forms: &[&Route], req: &Request) -> Refusal {
    if forms.iter().all(|route| route.method != req.method) {
        let mut allow: Vec<&str> = forms.iter().map(|route| route.method).collect();
        allow.sort_unstable();
        allow.dedup();
        return Refusal::method(&allow.join(", "));
    }
    match action(req) {
        Some((_, action)) => Refusal::unknown_operation(action),
        None => Refusal::unknown_path(),
    }
}

/// An answer without a body: 200 below `/rest`, if the vendor's runtime does not say otherwise; 204 below `/api`.
fn empty_status(route: &Route, knobs: &Knobs) -> u16 {
    let knob = match (route.dialect, route.method) {
        (Dialect::Rest, "DELETE") if route.operation.entry == Entry::Session => "vcenter.logout_status",
        (Dialect::Rest, "DELETE") => "vcenter.rest_delete_status",
        _ => return route.status,
    };
    u16::try_from(knobs.number(knob)).unwrap_or(route.status)
}

/// The parameters of the operation, not checked yet.
fn input(route: &Route, ids: Map<String, Value>, req: &Request, knobs: &Knobs) -> Result<Map<String, Value>, Refusal> {
    let mut input = ids;
    let mut asked = Map::new();
    let version = Version::of(knobs);
    let members: &[Member] = match route.takes {
        Takes::Query => route.operation.input,
        Takes::QueryOf(name) => structure(route.operation.input, name),
        _ => &[],
    };
    for (name, value) in &req.query {
        let is_action = action(req).is_some_and(|(action, _)| action == name);
        let in_path = input.contains_key(name.split('.').next().unwrap_or_default());
        if is_action || (!in_path && put(members, &mut asked, &mut name.split('.'), value, version)) {
            continue;
        }
        if knobs.text("vcenter.unknown_query") != "ignore" {
            return Err(Refusal::invalid_request(&format!("Unexpected parameter '{name}' in query")));
        }
    }
    match route.takes {
        Takes::Query => {
            // A query cannot say that a structure is there and empty.
            for member in members.iter().filter(|member| all_optional(member.kind)) {
                asked.entry(member.name).or_insert_with(|| json!({}));
            }
            input.extend(asked);
        }
        Takes::QueryOf(name) => {
            input.insert(name.to_owned(), asked.into());
        }
        _ => {}
    }
    // A GET with a body is what the vendor's own client sends; the server does not look at it.
    if matches!(route.method, "GET" | "DELETE") {
        return Ok(input);
    }
    let body = json_body(req)?.unwrap_or_default();
    if let Takes::Body(name) = route.takes {
        input.insert(name.to_owned(), body.into());
        return Ok(input);
    }
    for (name, value) in body {
        if matches!(route.takes, Takes::Nothing) || input.insert(name.clone(), value).is_some() {
            return Err(Refusal::invalid_request(&format!("Unexpected parameter '{name}' in JSON body")));
        }
    }
    Ok(input)
}

/// The members of a parameter that is a structure.
fn structure(input: &'static [Member], name: &str) -> &'static [Member] {
    match input.iter().find(|member| member.name == name).map(|member| bare(member.kind)) {
        Some(Kind::Struct(structure)) => structure.members,
        _ => &[],
    }
}

fn bare(kind: &'static Kind) -> &'static Kind {
    if let Kind::Optional(inner) = kind { inner } else { kind }
}

fn all_optional(kind: &Kind) -> bool {
    let Kind::Struct(structure) = kind else { return false };
    structure.members.iter().all(|member| matches!(member.kind, Kind::Optional(_)))
}

/// Puts a query parameter such as `filter.jobs`, `filter.jobs.1` or `spec.location` where it belongs, if it is one.
fn put(
    members: &'static [Member],
    into: &mut Map<String, Value>,
    name: &mut dyn Iterator<Item = &str>,
    value: &str,
    version: Version,
) -> bool {
    let Some(first) = name.next() else { return false };
    let Some(member) = members.iter().find(|member| member.name == first && member.since <= version) else {
        return false;
    };
    match bare(member.kind) {
        Kind::Struct(structure) => {
            let inner = into.entry(first).or_insert_with(|| json!({}));
            inner.as_object_mut().is_some_and(|inner| put(structure.members, inner, name, value, version))
        }
        Kind::List(inner) => {
            let index = name.next();
            let good = index.is_none_or(|index| !index.is_empty() && index.bytes().all(|b| b.is_ascii_digit()));
            if !good || name.next().is_some() {
                return false;
            }
            if let Some(list) = into.entry(first).or_insert_with(|| json!([])).as_array_mut() {
                list.push(scalar(inner, value));
            }
            true
        }
        kind => {
            // An empty value is none.
            if !value.is_empty() {
                into.insert(first.to_owned(), scalar(kind, value));
            }
            name.next().is_none()
        }
    }
}

/// The text of a query parameter as what it should be; if it is not, the check will say so.
fn scalar(kind: &Kind, text: &str) -> Value {
    match kind {
        Kind::Whole => text.parse::<i64>().map_or_else(|_| text.into(), Value::from),
        Kind::Flag => text.parse::<bool>().map_or_else(|_| text.into(), Value::from),
        _ => text.into(),
    }
}

/// The members of a JSON body; nothing, if there is no body.
fn json_body(req: &Request) -> Result<Option<Map<String, Value>>, Refusal> {
    if req.body.is_empty() {
        return Ok(None);
    }
    let media_type = req.header("content-type").and_then(|value| value.split(';').next()).unwrap_or_default();
    if !media_type.trim().eq_ignore_ascii_case("application/json") {
        return Err(Refusal::media_type());
    }
    match serde_json::from_slice(&req.body) {
        Ok(Value::Object(members)) => Ok(Some(members)),
        Ok(_) => Err(Refusal::invalid_request("Invalid JSON in request body: not an object")),
        Err(e) => Err(Refusal::invalid_request(&format!("Invalid JSON in request body: {e}"))),
    }
}

#[cfg(test)]
mod tests;
