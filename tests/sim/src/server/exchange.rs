//! One request to a vendor, with the fault that hits it.

use super::Shared;
use super::ending::{Ending, Then};
use crate::action::{Action, Which};
use crate::gzip::gzip;
use crate::http::{Request, Response};
use crate::journal::Ticket;
use crate::wire::{http_date, on_the_wire};
use crate::world::System;
use jiff::SignedDuration;
use std::sync::Arc;
use std::time::Duration;

/// What comes of one request.
pub(super) enum Exchange {
    Answer(Response),
    End(Ending),
}

/// Draws the fault, asks the vendor, and says what the client gets.
pub(super) async fn exchange(shared: &Arc<Shared>, system: System, request: Request) -> Exchange {
    let (ticket, action) = shared.world().arrive(system, &request);
    let vendor = Vendor { shared, system, request: &request };
    let answer = |response| Exchange::Answer(vendor.dated(ticket, response));
    let end = |bytes, then| Exchange::End(Ending::after(bytes, then));
    let process = || vendor.process(ticket);
    // The whole answer as it goes over the wire, announced as long as it is.
    let whole = || {
        let response = vendor.dated(ticket, process());
        let head = on_the_wire(&response, response.body.len());
        (head, response.body)
    };
    match action {
        None => answer(process()),
        Some(Action::Status { status, headers, body }) => answer(canned(status, headers, body)),
        Some(Action::ResetBefore {}) => Exchange::End(Ending::at_once(Then::Reset)),
        Some(Action::ResetAfter {}) => {
            process();
            Exchange::End(Ending::at_once(Then::Reset))
        }
        Some(Action::StatusAfter { status, headers, body }) => {
            process();
            answer(canned(status, headers, body))
        }
        Some(Action::ResetDuring { bytes }) => end(cut(whole(), bytes), Then::Reset),
        Some(Action::Truncate { bytes }) => end(cut(whole(), bytes), Then::Close),
        Some(Action::StallBefore {}) => Exchange::End(Ending::at_once(Then::Silence)),
        Some(Action::StallAfter { bytes: Some(bytes) }) => end(cut(whole(), bytes), Then::Silence),
        Some(Action::StallAfter { bytes: None }) => {
            process();
            Exchange::End(Ending::at_once(Then::Silence))
        }
        Some(Action::Drip { bytes, ms }) => {
            let (head, body) = whole();
            let slowly = Some((body, bytes, Duration::from_millis(ms)));
            Exchange::End(Ending { bytes: head, slowly, then: Then::Close })
        }
        Some(Action::Garbage { body }) => {
            process();
            end(body.into_bytes(), Then::Close)
        }
        Some(Action::WrongLength { by }) => {
            let response = vendor.dated(ticket, process());
            let length = response.body.len().saturating_add_signed(isize::try_from(by).unwrap_or(isize::MAX));
            end([on_the_wire(&response, length), response.body].concat(), Then::Close)
        }
        Some(Action::Delay { ms }) => {
            // A task of its own: the vendor gets the request even when the client does not wait for the answer.
            let (shared, request) = (shared.clone(), request.clone());
            let late = tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(ms)).await;
                Vendor { shared: &shared, system, request: &request }.process(ticket)
            });
            match late.await {
                Ok(response) => answer(response),
                Err(_) => Exchange::End(Ending::at_once(Then::Reset)),
            }
        }
        Some(Action::DelayAfter { ms }) => {
            let response = process();
            tokio::time::sleep(Duration::from_millis(ms)).await;
            answer(response)
        }
        Some(action) => answer(altered(&vendor, ticket, &action)),
    }
}

/// The vendor's answer, changed by a fault.
fn altered(vendor: &Vendor<'_>, ticket: Ticket, action: &Action) -> Response {
    if let Action::RevokeBefore {} = action {
        vendor.shared.world().revoke(vendor.system);
    }
    let mut response = vendor.process(ticket);
    match action {
        Action::Duplicate { answer } => {
            let again = vendor.shared.world().arrive_again(vendor.system, vendor.request, action);
            let second = vendor.process(again);
            if *answer == Which::Second {
                response = second;
            }
        }
        Action::Body { body, content_type } => {
            response.body = body.clone().into_bytes();
            if let Some(value) = content_type {
                without(&mut response, "content-type");
                response.headers.push(("content-type".into(), value.clone()));
            }
        }
        Action::StripHeader { name } => without(&mut response, name),
        Action::BadGzip {} => response = response.with_header("content-encoding", "gzip"),
        Action::Gzip { size } => {
            let size = usize::try_from(*size).unwrap_or(usize::MAX);
            let blanks = size.saturating_sub(response.body.len());
            response.body = gzip(&response.body, blanks);
            response = response.with_header("content-encoding", "gzip");
        }
        Action::Skew { seconds } => {
            let now = vendor.shared.world().now();
            let off = now.checked_add(SignedDuration::from_secs(*seconds)).unwrap_or(now);
            response = response.with_header("date", &http_date(off));
        }
        _ => {}
    }
    response
}

/// The vendor in front of one request.
struct Vendor<'a> {
    shared: &'a Shared,
    system: System,
    request: &'a Request,
}

impl Vendor<'_> {
    /// Its own answer, which the journal keeps even when the client never sees it.
    fn process(&self, ticket: Ticket) -> Response {
        let mut world = self.shared.world();
        let response = world.process(self.system, self.request);
        world.journal.processed(ticket, &response);
        response
    }

    /// The answer that is sent. Its date is the simulator's own, so that a client never sees two times that contradict
    /// each other.
    fn dated(&self, ticket: Ticket, response: Response) -> Response {
        let mut world = self.shared.world();
        world.journal.answered(ticket, response.status);
        if response.headers.iter().any(|(name, _)| name == "date") {
            return response;
        }
        response.with_header("date", &http_date(world.now()))
    }
}

/// An answer with only so many bytes of its body.
fn cut((mut head, body): (Vec<u8>, Vec<u8>), bytes: usize) -> Vec<u8> {
    head.extend_from_slice(body.get(..bytes).unwrap_or(&body));
    head
}

fn canned(status: u16, headers: impl IntoIterator<Item = (String, String)>, body: String) -> Response {
    Response {
        status,
        headers: headers.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value)).collect(),
        body: body.into_bytes(),
    }
}

fn without(response: &mut Response, name: &str) {
    response.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
}
