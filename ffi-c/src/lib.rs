//! The C ABI of backupjobs. What C sees is in `include/backupjobs.h`, which is made of these files.
//!
//! | | |
//! |---|---|
//! | [`guard`], [`sigpipe`] | the border: panics and errors become statuses, signals stay out |
//! | [`handle`], [`text`], [`words`] | pointers, texts and enums, checked once for all |
//! | [`error`] | statuses and error objects |
//! | [`options`], [`log`], [`cancel`], [`userdata`] | settings of clients, ending calls early, callbacks |
//! | [`certificate`], [`known_hosts`], [`secret`] | whom to trust, and with what |
//! | [`server`], [`job`], [`run`], [`start`], [`wait`], [`verdict`] | the common model |
//! | [`ticket`], [`wait_all`], [`check`], [`explain`] | its longer verbs |
//! | [`veeam`], [`teradata`], [`vcenter`] | the vendors' own models |
//! | [`string`], [`time`] | texts on their own, and times in texts |
//! | [`version`], [`absent`] | of this header and of the library; what stands for nothing |
//!
//! This crate converts and decides nothing. The functions are written out, because the header is made from their source;
//! macros stand only inside their bodies, where each says once why its `unsafe` is sound.

// The names are those of C.
#![allow(non_camel_case_types)]
// What every function asks of its caller is the same, and stands once, at the top of the header.
#![allow(clippy::missing_safety_doc)]

#[cfg(panic = "abort")]
compile_error!("backupjobs-c needs panic=unwind: with panic=abort a defect here would end the program that uses it");

pub mod absent;
pub mod cancel;
pub mod certificate;
pub mod check;
pub mod error;
pub mod explain;
pub(crate) mod guard;
pub(crate) mod handle;
pub mod job;
pub(crate) mod kept;
pub mod known_hosts;
pub mod log;
pub mod options;
#[cfg(test)]
mod planted;
pub mod run;
pub mod secret;
pub mod server;
pub(crate) mod sigpipe;
pub mod start;
pub mod string;
pub mod teradata;
pub(crate) mod text;
pub mod ticket;
pub mod time;
pub mod userdata;
pub mod vcenter;
pub mod veeam;
pub mod verdict;
pub mod version;
pub mod wait;
pub mod wait_all;
pub(crate) mod words;

pub use absent::BKJ_ABSENT;

/// Handles may be used from any thread, so what is behind them must allow it.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<server::bkj_server>();
    shared::<veeam::bkj_veeam>();
    shared::<teradata::bkj_teradata>();
    shared::<vcenter::bkj_vcenter>();
    shared::<cancel::bkj_cancel_token>();
    shared::<error::bkj_error>();
    shared::<run::bkj_run_list>();
    shared::<known_hosts::bkj_known_hosts>();
    shared::<log::bkj_log_event>();
};
