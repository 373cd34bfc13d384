//! The VMware vCenter appliance: the client.

pub mod archives;
pub mod cancel;
pub mod details;
pub mod detect;
pub mod jobs;
pub mod location;
pub mod messages;
pub mod parts;
pub mod recurrence;
pub mod restore;
pub mod runs;
pub mod schedule_spec;
pub mod schedules;
pub mod session;

use crate::cancel::bkj_cancel_token;
use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, free_client, get, invalid, maybe, place};
use crate::options::bkj_client_options;
use crate::server::bkj_server;
use crate::text::{Text, text};
use crate::vcenter::jobs::bkj_vcenter_backup_request;
use crate::words::name;
use backupjobs::CancelToken;
use backupjobs::vcenter;
use std::ffi::c_char;

/// Below `/rest`: 6.5 and later; deprecated since 7.0 U2. The name is "rest".
pub const BKJ_VCENTER_DIALECT_REST: i32 = 1;
/// Below `/api`: 7.0 U2 and later. The name is "api".
pub const BKJ_VCENTER_DIALECT_API: i32 = 2;

/// The name of a BKJ_VCENTER_DIALECT_… number; NULL for any other number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_dialect_name(code: i32) -> *const c_char {
    name!(vcenter::Dialect, code)
}

/// A session, made at the first call and deleted at the end. The name is "session".
pub const BKJ_VCENTER_LOGIN_MODE_SESSION: i32 = 1;
/// User and password with every request; no session. What port 5480 takes. The name is "basic".
pub const BKJ_VCENTER_LOGIN_MODE_BASIC: i32 = 2;

/// The name of a BKJ_VCENTER_LOGIN_MODE_… number; NULL for any other number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_login_mode_name(code: i32) -> *const c_char {
    name!(vcenter::LoginMode, code)
}

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

/// The same with an explicit choice: `dialect` is a BKJ_VCENTER_DIALECT_… number, or 0 to find it at the first call;
/// `login` is a BKJ_VCENTER_LOGIN_MODE_… number, or 0 for basic on port 5480 and a session elsewhere.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_new_with(
    url: *const c_char,
    dialect: i32,
    login: i32,
    username: *const c_char,
    password: *const c_char,
    options: *const bkj_client_options,
    out: *mut *mut bkj_vcenter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.new", {
        let out = place!(out);
        let mut config = vcenter::Config::new(text!(url), text!(username), text!(password));
        config.dialect = match dialect {
            0 => None,
            _ => Some(vcenter::Dialect::from_code(dialect).ok_or_else(|| unknown("dialect", dialect))?),
        };
        config.login = match login {
            0 => None,
            _ => Some(vcenter::LoginMode::from_code(login).ok_or_else(|| unknown("login", login))?),
        };
        config.options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let cancel = CancelToken::new();
        out.give(bkj_vcenter::new(vcenter::Client::new(config)?.with_cancel(&cancel), cancel));
    })
}

fn unknown(name: &str, code: i32) -> backupjobs::Error {
    invalid(format!("'{name}' is {code}; it can be 0 or one of the numbers of the header"))
}

/// The dialect it speaks, a BKJ_VCENTER_DIALECT_… number: the one given, or the one found; 0 before the first call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_dialect(client: *const bkj_vcenter) -> i32 {
    maybe!(client).and_then(|client| client.inner.dialect()).map_or(0, vcenter::Dialect::code)
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
    free_client!(client);
}
