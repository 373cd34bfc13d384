//! All fuzz targets in one program: building and linking it takes the time of one. `BACKUPJOBS_FUZZ` names the target.
//!
//! The input of a target is arbitrary bytes; what they mean stands at the top of its file. Each target asserts what its
//! properties say, and a panic anywhere ends the program.

#![cfg_attr(fuzzing, no_main)]
// A property that does not hold is told by a panic.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

#[cfg(fuzzing)]
mod c_strings;
#[cfg(fuzzing)]
mod certificates;
#[cfg(fuzzing)]
mod checks;
#[cfg(fuzzing)]
mod dates;
#[cfg(fuzzing)]
mod errors;
#[cfg(fuzzing)]
mod known_hosts;
#[cfg(fuzzing)]
mod logins;
#[cfg(fuzzing)]
mod models;
#[cfg(fuzzing)]
mod pages;
#[cfg(fuzzing)]
mod redaction;
#[cfg(fuzzing)]
mod rules;
#[cfg(fuzzing)]
mod script;
#[cfg(fuzzing)]
mod secrets;
#[cfg(fuzzing)]
mod starts;
#[cfg(fuzzing)]
mod teradata;
#[cfg(fuzzing)]
mod tickets;
#[cfg(fuzzing)]
mod urls;
#[cfg(fuzzing)]
mod vcenter;
#[cfg(fuzzing)]
mod veeam;
#[cfg(fuzzing)]
mod waits;

#[cfg(not(fuzzing))]
fn main() {}

#[cfg(fuzzing)]
mod run {
    use std::sync::OnceLock;

    type Target = fn(&[u8]);

    /// `run.py` reads the names here.
    const TARGETS: &[(&str, Target)] = &[
        ("c_strings", crate::c_strings::run),
        ("certificates", crate::certificates::run),
        ("checks", crate::checks::run),
        ("dates", crate::dates::run),
        ("errors", crate::errors::run),
        ("known_hosts", crate::known_hosts::run),
        ("logins", crate::logins::run),
        ("pages", crate::pages::run),
        ("redaction", crate::redaction::run),
        ("secrets", crate::secrets::run),
        ("starts", crate::starts::run),
        ("teradata_calls", crate::teradata::run),
        ("teradata_models", crate::models::teradata),
        ("tickets", crate::tickets::run),
        ("urls", crate::urls::run),
        ("vcenter_calls", crate::vcenter::run),
        ("vcenter_models", crate::models::vcenter),
        ("veeam_calls", crate::veeam::run),
        ("veeam_models", crate::models::veeam),
        ("waits", crate::waits::run),
    ];

    static CHOSEN: OnceLock<Target> = OnceLock::new();

    libfuzzer_sys::fuzz_target!(
        init: {
            let name = std::env::var("BACKUPJOBS_FUZZ").unwrap_or_default();
            let found = TARGETS.iter().find(|(known, _)| *known == name).map(|(_, target)| *target);
            let _ = CHOSEN.set(found.unwrap_or_else(|| panic!("BACKUPJOBS_FUZZ names no target: '{name}'")));
        },
        |data: &[u8]| {
            match CHOSEN.get() {
                // The fuzzer finds out what it is compared with; a secret that is in the input proves nothing.
                Some(target) if !crate::script::tells(data) => target(data),
                _ => {}
            }
        }
    );
}
