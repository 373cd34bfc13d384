//! The library for C: `functions`, linked.

pub use backupjobs_c_functions::*;
