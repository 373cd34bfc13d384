//! The VMware vCenter appliance: the client.

pub mod cancel;
pub mod jobs;
pub mod messages;
pub mod runs;
pub mod session;

use crate::cancel::bkj_cancel_token;
use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, free, get, maybe, place};
use crate::options::bkj_client_options;
use crate::server::bkj_server;
use crate::text::{Text, text};
use crate::vcenter::jobs::bkj_vcenter_backup_request;
use backupjobs::CancelToken;
use backupjobs::vcenter;
use std::ffi::c_char;

/// A client of one vCenter appliance. May be used from any number of threads at once.
pub struct bkj_vcenter {
    pub(crate) inner: vcenter::Client,
    cancel: CancelToken,
    url: Text,
}

impl bkj_vcenter {
    /// `cancel` is the token that the client carries.
    fn new(inner: vcenter::Client, cancel: CancelToken) -> Self {
        Self { url: inner.url().into(), inner, cancel }
    }
}

/// A client of a vCenter appliance. `url` is https://vcenter.example; `username` is a single-sign-on user such as
/// administrator@vsphere.local. `options` may be NULL. Checks the configuration and sends nothing yet: the login
/// happens at the first call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_new(
    url: *const c_char,
    username: *const c_char,
    password: *const c_char,
    options: *const bkj_client_options,
    out: *mut *mut bkj_vcenter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.new", {
        let out = place!(out);
        let mut config = vcenter::Config::new(text!(url), text!(username), text!(password));
        config.options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let cancel = CancelToken::new();
        out.give(bkj_vcenter::new(vcenter::Client::new(config)?.with_cancel(&cancel), cancel));
    })
}

/// Scheme, host and port.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_url(client: *const bkj_vcenter) -> *const c_char {
    get!(client.url)
}

/// The same client, sharing connections and login, whose calls end early when `cancel` is cancelled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_with_cancel(
    client: *const bkj_vcenter,
    cancel: *const bkj_cancel_token,
    out: *mut *mut bkj_vcenter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.with_cancel", {
        let out = place!(out);
        let client = arg!(client);
        let cancel = &arg!(cancel).inner;
        out.give(bkj_vcenter::new(client.inner.with_cancel(cancel), cancel.clone()));
    })
}

/// This appliance in the common model. It has one job, BKJ_VCENTER_APPLIANCE_BACKUP; starting it sends `request`, which is
/// copied. With NULL the job can be watched and stopped, but not started.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_server(
    client: *const bkj_vcenter,
    request: *const bkj_vcenter_backup_request,
    out: *mut *mut bkj_server,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.server", {
        let out = place!(out);
        let client = arg!(client);
        let request = maybe!(request).map(|request| request.inner.clone());
        out.give(bkj_server::new(client.inner.server(request)?, client.cancel.clone()));
    })
}

/// Creates the session now, to find out early whether the credentials are good.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_login(client: *const bkj_vcenter, err: *mut *mut bkj_error) -> bkj_status {
    call!(err, "vcenter.login", {
        let client = arg!(client);
        client.inner.login()?;
    })
}

/// Deletes the session on the server; later calls answer BKJ_ERR_CLOSED. A running backup goes on. Happens by
/// itself when the last client and server that share the login are freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_close(client: *const bkj_vcenter, err: *mut *mut bkj_error) -> bkj_status {
    call!(err, "vcenter.close", {
        arg!(client).inner.close();
    })
}

/// Frees a client. Servers made of it go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_free(client: *mut bkj_vcenter) {
    free!(client);
}
