//! Teradata VantageCloud BaaS: the client.

pub mod databases;
pub mod job_calls;
pub mod job_details;
pub mod job_settings;
pub mod jobs;
pub mod objects;
pub mod permissions;
pub mod restores;
pub mod run_calls;
pub mod runs;
pub mod token;
pub mod token_source;

use crate::cancel::bkj_cancel_token;
use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, free_client, get, maybe, place};
use crate::options::bkj_client_options;
use crate::server::bkj_server;
use crate::teradata::token::{bkj_token_callback, token_source};
use crate::teradata::token_source::bkj_teradata_token_source;
use crate::text::{Text, text};
use crate::userdata::{Userdata, bkj_release_callback};
use crate::words::name;
use backupjobs::CancelToken;
use backupjobs::teradata;
use std::ffi::{c_char, c_void};

/// VantageCloud Enterprise: documented whole. The name is "enterprise".
pub const BKJ_TERADATA_DIALECT_ENTERPRISE: i32 = 1;
/// VantageCloud Lake: reading jobs is documented, the rest is by symmetry. The name is "lake".
pub const BKJ_TERADATA_DIALECT_LAKE: i32 = 2;

/// The name of a BKJ_TERADATA_DIALECT_… number; NULL for any other number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_dialect_name(code: i32) -> *const c_char {
    name!(teradata::Dialect, code)
}

/// A client of one Teradata VantageCloud site, or of one Lake account. May be used from any number of threads at once.
pub struct bkj_teradata {
    pub(crate) inner: teradata::Client,
    cancel: CancelToken,
    url: Text,
    site_id: Text,
    account_id: Text,
}

impl bkj_teradata {
    /// `cancel` is the token that the client carries.
    pub(crate) fn new(inner: teradata::Client, cancel: CancelToken) -> Self {
        Self {
            url: inner.url().into(),
            site_id: inner.site_id().into(),
            account_id: inner.account_id().into(),
            inner,
            cancel,
        }
    }
}

/// A client of a Teradata site with a token that is good for as long as it lives. `url` is https://<api-path>,
/// with a path prefix if there is one. `options` may be NULL. Checks the configuration and sends nothing yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_new(
    url: *const c_char,
    site_id: *const c_char,
    token: *const c_char,
    options: *const bkj_client_options,
    out: *mut *mut bkj_teradata,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.new", {
        let out = place!(out);
        let mut config = teradata::Config::new(text!(url), text!(site_id), text!(token));
        config.options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let cancel = CancelToken::new();
        out.give(bkj_teradata::new(teradata::Client::new(config)?.with_cancel(&cancel), cancel));
    })
}

/// The same with a callback that is asked for the token: at the first call, and again when the server refuses the
/// token. `release` (may be NULL) is called exactly once, when `userdata` is no longer needed, also if this call
/// fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_new_with_callback(
    url: *const c_char,
    site_id: *const c_char,
    callback: bkj_token_callback,
    userdata: *mut c_void,
    release: bkj_release_callback,
    options: *const bkj_client_options,
    out: *mut *mut bkj_teradata,
    err: *mut *mut bkj_error,
) -> bkj_status {
    let userdata = Userdata::new(userdata, release);
    call!(err, "teradata.new", {
        let out = place!(out);
        let source = token_source(callback, userdata)?;
        let mut config = teradata::Config::new(text!(url), text!(site_id), source);
        config.options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let cancel = CancelToken::new();
        out.give(bkj_teradata::new(teradata::Client::new(config)?.with_cancel(&cancel), cancel));
    })
}

/// The same with any source of tokens, which is copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_new_with_source(
    url: *const c_char,
    site_id: *const c_char,
    source: *const bkj_teradata_token_source,
    options: *const bkj_client_options,
    out: *mut *mut bkj_teradata,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.new", {
        let out = place!(out);
        let mut config = teradata::Config::new(text!(url), text!(site_id), arg!(source).inner.clone());
        config.options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let cancel = CancelToken::new();
        out.give(bkj_teradata::new(teradata::Client::new(config)?.with_cancel(&cancel), cancel));
    })
}

/// A client of a VantageCloud Lake account. `url` is that of the console. Only reading jobs is documented for Lake:
/// with `allow_unverified`, what is guessed by symmetry to Enterprise is sent as well; without, it answers
/// BKJ_ERR_UNSUPPORTED before any request.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_new_lake(
    url: *const c_char,
    account_id: *const c_char,
    source: *const bkj_teradata_token_source,
    allow_unverified: bool,
    options: *const bkj_client_options,
    out: *mut *mut bkj_teradata,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.new", {
        let out = place!(out);
        let mut config = teradata::Config::lake(text!(url), text!(account_id), arg!(source).inner.clone());
        config.allow_unverified = allow_unverified;
        config.options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let cancel = CancelToken::new();
        out.give(bkj_teradata::new(teradata::Client::new(config)?.with_cancel(&cancel), cancel));
    })
}

/// What it speaks, a BKJ_TERADATA_DIALECT_… number; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_dialect(client: *const bkj_teradata) -> i32 {
    maybe!(client).map_or(0, |client| client.inner.dialect().code())
}

/// The Lake account; "" on Enterprise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_account_id(client: *const bkj_teradata) -> *const c_char {
    get!(client.account_id)
}

/// Scheme, host and port.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_url(client: *const bkj_teradata) -> *const c_char {
    get!(client.url)
}

/// The site; "" on Lake.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_site_id(client: *const bkj_teradata) -> *const c_char {
    get!(client.site_id)
}

/// The same client, sharing connections and login, whose calls end early when `cancel` is cancelled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_with_cancel(
    client: *const bkj_teradata,
    cancel: *const bkj_cancel_token,
    out: *mut *mut bkj_teradata,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.with_cancel", {
        let out = place!(out);
        let client = arg!(client);
        let cancel = &arg!(cancel).inner;
        out.give(bkj_teradata::new(client.inner.with_cancel(cancel), cancel.clone()));
    })
}

/// This site in the common model. It shares the login with the client.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_server(
    client: *const bkj_teradata,
    out: *mut *mut bkj_server,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.server", {
        let out = place!(out);
        let client = arg!(client);
        out.give(bkj_server::new(client.inner.server(), client.cancel.clone()));
    })
}

/// Asks the token source now. Whether the server accepts the token shows at the first call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_login(client: *const bkj_teradata, err: *mut *mut bkj_error) -> bkj_status {
    call!(err, "teradata.login", {
        let client = arg!(client);
        client.inner.login()?;
    })
}

/// Forgets the token; later calls answer BKJ_ERR_CLOSED. Happens by itself when the last client and server that
/// share the login are freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_close(client: *const bkj_teradata, err: *mut *mut bkj_error) -> bkj_status {
    call!(err, "teradata.close", {
        arg!(client).inner.close();
    })
}

/// Frees a client. Servers made of it go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_free(client: *mut bkj_teradata) {
    free_client!(client);
}
