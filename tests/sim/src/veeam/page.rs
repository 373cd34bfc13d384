//! The paging envelope (<https://helpcenter.veeam.com/docs/vbo365/rest/pagination.html>).

use super::body::query;
use super::error::{bad, ok};
use super::version::{Version, View};
use crate::http::{Request, Response};
use serde_json::{Map, Value, json};

const DEFAULT_LIMIT: usize = 30;
const MAX_LIMIT: usize = 10_000;

/// One page of `items`. `_links.next` is there only when there is a next page; `totalCount` only on v6
/// and v7.
pub(super) fn answer(view: &View<'_>, req: &Request, resource: &str, items: Vec<Value>) -> Result<Response, Response> {
    let offset = number(req, "offset")?.unwrap_or(0);
    // A limit above the maximum has been seen to work, so it is cut, not refused.
    let limit = number(req, "limit")?.unwrap_or(DEFAULT_LIMIT).min(MAX_LIMIT);
    if limit == 0 {
        return Err(bad("limit must be greater than zero."));
    }
    let total = items.len();
    let results: Vec<Value> = items.into_iter().skip(offset).take(limit).collect();
    let at = |offset: usize| view.link(&format!("{resource}?{}", query_text(req, offset, limit)));
    let mut links = Map::new();
    if offset > 0 {
        links.insert("first".into(), at(0));
        links.insert("prev".into(), at(offset.saturating_sub(limit)));
    }
    links.insert("self".into(), at(offset));
    let next = offset.saturating_add(limit);
    if next < total {
        links.insert("next".into(), at(next));
    }
    let mut page = json!({ "offset": offset, "limit": limit, "results": results });
    if matches!(view.version, Version::V6 | Version::V7) {
        page["totalCount"] = json!(total);
    }
    page["_links"] = Value::Object(links);
    Ok(ok(&page))
}

/// A list that became a page with v8 and was an array before
/// (<https://helpcenter.veeam.com/docs/vbo365/rest/resource_changes.html>).
pub(super) fn since_v8(
    view: &View<'_>,
    req: &Request,
    resource: &str,
    items: Vec<Value>,
) -> Result<Response, Response> {
    if view.version >= Version::V8 { answer(view, req, resource, items) } else { Ok(ok(&Value::Array(items))) }
}

fn number(req: &Request, name: &str) -> Result<Option<usize>, Response> {
    query(req, name)
        .map(|text| match text.parse::<i32>() {
            Ok(n) => usize::try_from(n).map_err(|_| bad(&format!("{name} must not be negative."))),
            Err(_) => Err(bad(&format!("{name} must be an integer."))),
        })
        .transpose()
}

fn query_text(req: &Request, offset: usize, limit: usize) -> String {
    let mut text = format!("offset={offset}&limit={limit}");
    for (name, value) in &req.query {
        if !name.eq_ignore_ascii_case("offset") && !name.eq_ignore_ascii_case("limit") {
            text.push_str(&format!("&{}={}", encode(name), encode(value)));
        }
    }
    text
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(b).to_string(),
            _ => format!("%{b:02X}"),
        })
        .collect()
}
