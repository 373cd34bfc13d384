//! Veeam Backup for Microsoft 365: the client.

pub mod backup_window;
pub mod copy_job_setup;
pub mod copy_jobs;
pub mod copy_schedule;
pub mod create_copy_job;
pub mod detect;
pub mod explore;
pub mod explore_options;
pub mod item_groups;
pub mod item_sites;
pub mod item_teams;
pub mod item_users;
pub mod items;
pub mod job_calls;
pub mod job_schedule;
pub mod job_setup;
pub mod jobs;
pub mod links;
pub mod log_items;
pub mod new_copy_schedule;
pub mod new_job_schedule;
pub mod organizations;
pub mod processed_objects;
pub mod repositories;
pub mod restore;
pub mod restore_events;
pub mod restore_sessions;
pub mod runs;
pub mod schedule_words;
pub mod service;
pub mod session_query;
pub mod statistics;

use crate::cancel::bkj_cancel_token;
use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, free_client, get, invalid, maybe, place};
use crate::options::bkj_client_options;
use crate::server::bkj_server;
use crate::text::{Text, text};
use backupjobs::CancelToken;
use backupjobs::veeam;
use std::ffi::c_char;

/// v2, product 2.0 (2018).
pub const BKJ_VEEAM_DIALECT_V2: i32 = 2;
/// v3, product 3.0 (2019): restore sessions from jobs.
pub const BKJ_VEEAM_DIALECT_V3: i32 = 3;
/// v4, product 4.0 (2019): object storage.
pub const BKJ_VEEAM_DIALECT_V4: i32 = 4;
/// v5, product 5.0 (2020): Teams, job sessions in pages.
pub const BKJ_VEEAM_DIALECT_V5: i32 = 5;
/// v6, product 6.0 (2022): one endpoint per action, relative links, backup copy jobs.
pub const BKJ_VEEAM_DIALECT_V6: i32 = 6;
/// v7, product 7.0 (2023): job sessions of one job by a filter, retries, logout.
pub const BKJ_VEEAM_DIALECT_V7: i32 = 7;
/// v8, product 8.0 (2024): every list in pages, the answer to a start names the run.
pub const BKJ_VEEAM_DIALECT_V8: i32 = 8;

/// A client of one Veeam Backup for Microsoft 365 server. May be used from any number of threads at once.
pub struct bkj_veeam {
    pub(crate) inner: veeam::Client,
    cancel: CancelToken,
    url: Text,
    dialect: i32,
}

impl bkj_veeam {
    /// `cancel` is the token that the client carries.
    fn new(inner: veeam::Client, cancel: CancelToken) -> Self {
        Self { url: inner.url().into(), dialect: inner.dialect() as i32, inner, cancel }
    }
}

/// A client of a Veeam server. `url` is https://host:4443, without the version; `version` is a
/// BKJ_VEEAM_DIALECT_… number: a server serves several versions at once. `options` may be NULL. Checks the
/// configuration and sends nothing yet: the login happens at the first call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_new(
    url: *const c_char,
    version: i32,
    username: *const c_char,
    password: *const c_char,
    options: *const bkj_client_options,
    out: *mut *mut bkj_veeam,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.new", {
        let out = place!(out);
        let dialect = veeam::Dialect::from_number(version).ok_or_else(|| {
            invalid(format!("'version' is {version}; this library speaks versions 2 to 8 of the API"))
        })?;
        let mut config = veeam::Config::new(text!(url), dialect, text!(username), text!(password));
        config.options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let cancel = CancelToken::new();
        out.give(bkj_veeam::new(veeam::Client::new(config)?.with_cancel(&cancel), cancel));
    })
}

/// Scheme, host and port.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_url(client: *const bkj_veeam) -> *const c_char {
    get!(client.url)
}

/// The version of the API it speaks: a BKJ_VEEAM_DIALECT_… number; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_dialect(client: *const bkj_veeam) -> i32 {
    maybe!(client).map_or(0, |client| client.dialect)
}

/// The same client, sharing connections and login, whose calls end early when `cancel` is cancelled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_with_cancel(
    client: *const bkj_veeam,
    cancel: *const bkj_cancel_token,
    out: *mut *mut bkj_veeam,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.with_cancel", {
        let out = place!(out);
        let client = arg!(client);
        let cancel = &arg!(cancel).inner;
        out.give(bkj_veeam::new(client.inner.with_cancel(cancel), cancel.clone()));
    })
}

/// This server in the common model. It shares the login with the client.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_server(
    client: *const bkj_veeam,
    out: *mut *mut bkj_server,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.server", {
        let out = place!(out);
        let client = arg!(client);
        out.give(bkj_server::new(client.inner.server(), client.cancel.clone()));
    })
}

/// Logs in now, to find out early whether the credentials are good.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_login(client: *const bkj_veeam, err: *mut *mut bkj_error) -> bkj_status {
    call!(err, "veeam.login", {
        let client = arg!(client);
        client.inner.login()?;
    })
}

/// Forgets the token; later calls answer BKJ_ERR_CLOSED. Happens by itself when the last client and server that
/// share the login are freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_close(client: *const bkj_veeam, err: *mut *mut bkj_error) -> bkj_status {
    call!(err, "veeam.close", {
        arg!(client).inner.close();
    })
}

/// Frees a client. Servers made of it go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_free(client: *mut bkj_veeam) {
    free_client!(client);
}
