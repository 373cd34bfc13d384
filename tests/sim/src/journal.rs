//! The journal: every request that reached the three vendor ports, in order.

use crate::http::{Request, Response};
use crate::world::System;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// Entries kept; older ones go first.
const MAX_ENTRIES: usize = 100_000;
/// Bytes of request bodies kept; older entries go first.
const MAX_BODY_BYTES: usize = 64 * 1024 * 1024;

/// One request as it came in, and what became of it.
#[derive(Clone, Debug, Serialize)]
struct Entry {
    n: u64,
    at: String,
    system: System,
    method: String,
    path: String,
    query: Vec<(String, String)>,
    headers: Value,
    body: String,
    /// What was sent; none while the answer is pending, and when no status line was sent.
    status: Option<u16>,
    /// What the vendor itself said, whatever was sent; none when it never saw the request.
    vendor_status: Option<u16>,
    /// The vendor's own answer, as text.
    vendor_body: Option<String>,
    /// The kind of fault that hit it.
    fault: Option<&'static str>,
}

/// Names one entry, also after the journal was emptied and filled anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    age: u64,
    n: u64,
}

/// All requests of one instance.
#[derive(Debug, Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    body_bytes: usize,
    last: u64,
    age: u64,
}

impl Journal {
    /// Writes a request down on arrival.
    pub fn arrived(&mut self, at: Timestamp, system: System, request: &Request, fault: Option<&'static str>) -> Ticket {
        self.last += 1;
        let body = String::from_utf8_lossy(&request.body).into_owned();
        self.body_bytes += body.len();
        self.entries.push_back(Entry {
            n: self.last,
            at: at.to_string(),
            system,
            method: request.method.clone(),
            path: request.path.clone(),
            query: request.query.clone(),
            headers: headers(request),
            body,
            status: None,
            vendor_status: None,
            vendor_body: None,
            fault,
        });
        while self.entries.len() > MAX_ENTRIES || self.body_bytes > MAX_BODY_BYTES {
            let gone =
                self.entries.pop_front().map_or(0, |e| e.body.len() + e.vendor_body.map_or(0, |body| body.len()));
            self.body_bytes = self.body_bytes.saturating_sub(gone);
        }
        Ticket { age: self.age, n: self.last }
    }

    /// Adds the status that was answered.
    pub fn answered(&mut self, ticket: Ticket, status: u16) {
        if let Some(entry) = self.entry(ticket) {
            entry.status = Some(status);
        }
    }

    /// Adds what the vendor itself said.
    pub fn processed(&mut self, ticket: Ticket, response: &Response) {
        let mut size = 0;
        if let Some(entry) = self.entry(ticket) {
            entry.vendor_status = Some(response.status);
            let body = String::from_utf8_lossy(&response.body).into_owned();
            size = body.len();
            entry.vendor_body = Some(body);
        }
        self.body_bytes += size;
    }

    fn entry(&mut self, ticket: Ticket) -> Option<&mut Entry> {
        let first = self.entries.front()?.n;
        let place = usize::try_from(ticket.n.checked_sub(first)?).ok()?;
        self.entries.get_mut(place).filter(|_| ticket.age == self.age)
    }

    /// Empties the journal, which counts from 1 again; returns how many entries there were.
    pub fn clear(&mut self) -> usize {
        let age = self.age + 1;
        let gone = std::mem::take(self).entries.len();
        self.age = age;
        gone
    }

    /// The answer to `GET /journal`.
    #[must_use]
    pub fn shown(&self) -> Value {
        json!(self.entries)
    }
}

/// One object; the values of a header that came more than once are joined as HTTP allows.
fn headers(request: &Request) -> Value {
    let mut all = serde_json::Map::new();
    for (name, value) in &request.headers {
        match all.get_mut(name) {
            Some(Value::String(known)) => {
                known.push_str(", ");
                known.push_str(value);
            }
            _ => {
                all.insert(name.clone(), json!(value));
            }
        }
    }
    Value::Object(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(body: &[u8]) -> Request {
        Request {
            method: "POST".into(),
            path: "/a".into(),
            query: vec![("x".into(), "1".into()), ("x".into(), "2".into())],
            headers: vec![("accept".into(), "a".into()), ("accept".into(), "b".into())],
            body: body.to_vec(),
        }
    }

    #[test]
    fn an_entry_tells_the_request_and_its_end() {
        let mut journal = Journal::default();
        let ticket = journal.arrived(Timestamp::UNIX_EPOCH, System::Veeam, &request(b"{}"), Some("delay"));
        assert_eq!(journal.shown()[0]["status"], Value::Null);
        journal.processed(ticket, &Response { body: b"ok".to_vec(), ..Response::empty(200) });
        journal.answered(ticket, 201);
        assert_eq!(
            journal.shown(),
            json!([{
                "n": 1, "at": "1970-01-01T00:00:00Z", "system": "veeam", "method": "POST", "path": "/a",
                "query": [["x", "1"], ["x", "2"]], "headers": {"accept": "a, b"}, "body": "{}", "status": 201,
                "vendor_status": 200, "vendor_body": "ok", "fault": "delay",
            }])
        );
    }

    #[test]
    fn a_late_answer_does_not_touch_a_newer_journal() {
        let mut journal = Journal::default();
        let now = Timestamp::UNIX_EPOCH;
        let old = journal.arrived(now, System::Veeam, &request(b""), None);
        assert_eq!(journal.clear(), 1);
        journal.arrived(now, System::Veeam, &request(b""), None);
        journal.answered(old, 500);
        assert_eq!(journal.shown()[0]["n"], 1);
        assert_eq!(journal.shown()[0]["status"], Value::Null);
    }

    #[test]
    fn old_entries_make_room() {
        let mut journal = Journal::default();
        let now = Timestamp::UNIX_EPOCH;
        let big = vec![b'x'; MAX_BODY_BYTES / 2];
        let first = journal.arrived(now, System::Veeam, &request(&big), None);
        journal.arrived(now, System::Veeam, &request(&big), None);
        let third = journal.arrived(now, System::Veeam, &request(b"y"), None);
        journal.answered(first, 200);
        journal.answered(third, 204);
        assert_eq!(journal.entries.len(), 2);
        assert_eq!(journal.entries[0].n, 2);
        assert_eq!(journal.entries[0].status, None);
        assert_eq!(journal.entries[1].status, Some(204));
    }
}
