//! Tickets, read from texts that may be anybody's, and carried out. The text, then (behind a NUL) answers.
//!
//! A text is refused or is a ticket, whose text is read as the same ticket. One that was sent, or has become a run, is never
//! sent; one for another server is refused.

use crate::rules;
use crate::script::{self, Script};
use crate::veeam;
use backupjobs::{CancelToken, ErrorKind, Stage, Ticket};
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) fn run(data: &[u8]) {
    let end = data.iter().position(|byte| *byte == 0).unwrap_or(data.len());
    let text = String::from_utf8_lossy(&data[..end]);
    let ticket = match Ticket::from_text(&text) {
        Ok(ticket) => ticket,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
            return rules::error(&error);
        }
    };
    let written = ticket.to_text();
    assert!(!written.contains('\n'), "{written}");
    let again = Ticket::from_text(&written).expect("what we wrote");
    assert_eq!((&again, again.to_text()), (&ticket, written));

    let mut script = Script::play(data.get(end + 1..).unwrap_or_default());
    script::no_echo_in_data();
    // A ticket may ask for any number of looks.
    let asked = AtomicUsize::new(0);
    let few = CancelToken::new().with_probe(move || asked.fetch_add(1, Ordering::Relaxed) > 60);
    let server = veeam::client(&mut script).with_cancel(&few).server();
    let mut carried = ticket.clone();
    match server.carry_out(&mut carried, &mut |_| Ok(())) {
        Ok(started) => rules::run(&started.run),
        Err(error) => rules::error(&error),
    }
    let sent = crate::starts::requests(&script);
    if ticket.server() != "https://host.example:4443" || ticket.stage() != Stage::Prepared {
        assert!(sent.is_empty(), "sent for another server, or again: {ticket:?}");
    }
    assert!(sent.iter().filter(|exchange| exchange.status != 401).count() <= 1, "sent twice: {ticket:?}");
}
