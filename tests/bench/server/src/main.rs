//! The server of the benchmarks: answers that were made before the first request, one blocking thread for each
//! connection, one read and one write for each exchange. It is here to cost as little as a server can, so that what is
//! measured is the client; how the three systems behave is the simulator's business.
//!
//! ```text
//! backupjobs-bench-server [--http N] [--https N] [--delay-ms MS] [--rows N] [--copies N]
//!     [--running-ms MS]
//! ```
//!
//! Listens on so many ports, says on one line of JSON which they are, and ends when its standard input does.

mod bodies;
mod connection;
mod replies;
mod tls;

use connection::Counters;
use replies::Replies;
use serde_json::json;
use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

/// What the command line asks for.
struct Wanted {
    http: usize,
    https: usize,
    delay: Duration,
    rows: usize,
    copies: usize,
    running: Duration,
}

impl Wanted {
    fn read(arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let none = Duration::ZERO;
        let mut wanted = Self { http: 1, https: 0, delay: none, rows: 10_000, copies: 1_000, running: none };
        let mut arguments = arguments;
        while let Some(name) = arguments.next() {
            let number: usize = arguments.next().ok_or_else(|| format!("{name} needs a number"))?.parse()?;
            match name.as_str() {
                "--http" => wanted.http = number,
                "--https" => wanted.https = number,
                "--delay-ms" => wanted.delay = Duration::from_millis(u64::try_from(number)?),
                "--running-ms" => wanted.running = Duration::from_millis(u64::try_from(number)?),
                "--rows" => wanted.rows = number,
                "--copies" => wanted.copies = number,
                _ => return Err(format!("there is no {name}").into()),
            }
        }
        Ok(wanted)
    }
}

fn listeners(count: usize) -> std::io::Result<Vec<(u16, TcpListener)>> {
    (0..count)
        .map(|_| {
            let listener = TcpListener::bind(("127.0.0.1", 0))?;
            Ok((listener.local_addr()?.port(), listener))
        })
        .collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let wanted = Wanted::read(std::env::args().skip(1))?;
    let identity = tls::Identity::new()?;
    let replies = Arc::new(Replies::new(wanted.rows, wanted.copies, wanted.running));
    let counters = Arc::new(Counters::default());
    let (http, https) = (listeners(wanted.http)?, listeners(wanted.https)?);
    let ports = |listeners: &[(u16, TcpListener)]| listeners.iter().map(|(port, _)| *port).collect::<Vec<_>>();
    let ready = json!({
        "http": ports(&http), "https": ports(&https), "ca": identity.ca_pem,
        "bytes": { "executions": replies.executions_bytes, "copies": replies.copies_bytes },
    });
    for (config, listeners) in [(None, http), (Some(identity.config), https)] {
        for (_, listener) in listeners {
            let (replies, counters, config) = (Arc::clone(&replies), Arc::clone(&counters), config.clone());
            connection::spawn(move || connection::accept(&listener, &replies, &counters, wanted.delay, config));
        }
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{ready}")?;
    out.flush()?;
    // Whoever started it holds the other end.
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
