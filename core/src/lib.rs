//! Start, wait for and judge backup jobs on Veeam Backup for Microsoft 365, Teradata VantageCloud BaaS and the VMware
//! vCenter appliance: **start → wait → verdict, never started twice, never falsely green.**
//!
//! **Blocking.** Every call blocks its thread until it is done, and must not be made on an async runtime's thread: there
//! it answers a `Config` error. (tokio: use `spawn_blocking`.) Nothing is printed, no signal handler is set, and no thread is
//! started but for the look-up of a host name, with which it ends. The process keeps the system's authorities and those of the
//! newest CA text, since all clients are usually given the same. Clients are cheap to clone and may be used from any number of
//! threads.
//!
//! ```no_run
//! use backupjobs::{Policy, StartOptions, Verdict, WaitOptions, veeam};
//!
//! let config = veeam::Config::new("https://vb365.example:4443", veeam::Dialect::V6, "LAB\\svc-backup", "password");
//! let server = veeam::Client::new(config)?.server();
//! let job = &server.jobs()?[0];
//! let started = server.start(&job.id, &StartOptions::default())?;
//! let run = server.wait(&job.id, &started.run.id, &WaitOptions::default(), &mut |_| {})?;
//! println!("{:?}", Verdict::of(&run, &Policy::default()));
//! # Ok::<(), backupjobs::Error>(())
//! ```
//!
//! | the common model | | the vendors' own models | |
//! |---|---|---|---|
//! | [`Server`] | one endpoint | [`veeam`] | Veeam Backup for Microsoft 365, REST v2 to v8 |
//! | [`Job`], [`Run`], [`Phase`], [`Outcome`] | the vocabulary | [`teradata`] | Teradata VantageCloud BaaS, Enterprise and Lake |
//! | [`StartOptions`], [`Started`], [`WaitOptions`], [`Progress`] | the verbs | [`vcenter`] | vCenter appliance, `/rest` and `/api` |
//! | [`Verdict`], [`Policy`], [`Level`] | the judgement | | |
//! | [`Error`], [`ErrorKind`] | what can go wrong | | |
//! | [`ClientOptions`], [`Trust`], [`Proxy`], [`RetryPolicy`], [`Secret`], [`CancelToken`], [`Log`] | the settings | | |
//! | [`trust`] | fetching, comparing and remembering certificates | | |
//!
//! **Logging.** Every request is one `tracing` event (target `backupjobs`, level debug) with method, URL without query, status
//! or kind of error, time and attempt; a retry is one at info, a client that checks no certificate one at warn. No subscriber
//! is installed. [`Log`] is for those who do not use `tracing`.
//!
//! **Secrets.** Passwords and tokens are of type [`Secret`]. What we hold of them ourselves is wiped when it is dropped: the
//! secrets, request bodies, answers up to 64 KiB. What the HTTP and TLS layers below copy for sending is theirs, and is not.

#![forbid(unsafe_code)]

mod auth;
mod base_url;
mod cancel;
mod certificate;
mod check;
mod client;
mod decode;
mod error;
mod explain;
mod failure;
#[cfg(test)]
mod fake;
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;
mod gate;
mod known_hosts;
mod lenient;
mod lock_file;
mod log;
mod open_enum;
mod options;
mod page;
mod proxy;
mod redact;
mod refusal;
mod request;
mod retry;
#[cfg(test)]
mod roundtrip;
mod run;
mod said;
mod secret;
mod secret_source;
mod server;
mod start;
#[doc(hidden)]
pub mod table;
mod ticket;
mod time;
mod tls;
mod tracked;
mod transport;
mod verdict;
mod verifier;
mod wait;

pub mod teradata;
pub mod trust;
pub mod vcenter;
pub mod veeam;

pub use cancel::CancelToken;
pub use check::Report;
pub use error::{Error, ErrorKind, Result};
pub use explain::{Account, Line};
pub use log::{Log, LogEvent, LogLevel};
pub use options::ClientOptions;
pub use page::Rows;
pub use proxy::{Proxy, ProxyUrl};
pub use retry::RetryPolicy;
pub use run::{Job, Outcome, Phase, Run, System};
pub use secret::Secret;
pub use server::{RunRef, Server, Verb};
pub use start::{IfRunning, Origin, StartOptions, Started};
pub use ticket::{Stage, Ticket};
pub use time::Time;
pub use tls::Trust;
pub use verdict::{Level, Policy, Verdict};
pub use wait::{News, Progress, Tell, WaitGroup, WaitOptions};

/// The time type of all public instants: nanoseconds since the epoch, UTC.
pub use jiff::Timestamp;

/// The version of this library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The extra members of a vendor's object that this version does not know, by name.
pub type Extra = serde_json::Map<String, serde_json::Value>;
