//! A stateful, strict simulator of three backup APIs: Veeam Backup for Microsoft 365, Teradata VantageCloud BaaS and the
//! VMware vCenter Server Appliance.
//!
//! In a Rust test:
//!
//! ```
//! # fn main() -> Result<(), backupjobs_sim::Error> {
//! use backupjobs_sim::{Script, Simulator, System};
//!
//! let sim = Simulator::start()?;
//! assert!(sim.url(System::Veeam).starts_with("https://127.0.0.1:"));
//! sim.advance(60)?;
//! assert!(sim.truth()["veeam"]["runs"].is_array());
//! # Ok(())
//! # }
//! ```
//!
//! From the command line and from Python: see `README.md`.

pub mod action;
pub mod clock;
pub mod control;
pub mod faults;
pub mod fidelity;
mod gzip;
pub mod http;
pub mod journal;
pub mod knobs;
pub mod port;
pub mod ready;
pub mod server;
pub mod simulator;
pub mod tls;
pub mod vendor;
mod wire;
pub mod world;

pub mod teradata;
pub mod vcenter;
pub mod veeam;

pub use simulator::{Error, Result, Simulator, Stopper};
pub use vendor::Script;
pub use world::System;
