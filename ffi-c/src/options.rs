//! TLS, proxy, timeouts, limits, retries and the log of a client.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, boxed, free, invalid};
use crate::log::{bkj_log_callback, log};
use crate::text::text;
use crate::userdata::{Userdata, bkj_release_callback};
use backupjobs::{ClientOptions, Proxy, RetryPolicy, Trust};
use std::ffi::{c_char, c_void};
use std::time::Duration;

/// Settings that all three systems share. A client copies them when it is made.
#[derive(Default)]
pub struct bkj_client_options {
    pub(crate) inner: ClientOptions,
}

/// Default options: the system's certificate store, the environment's proxy, 10 s to connect, 60 s for a request, 64 MiB
/// for an answer, 4 tries for a read, a stock of 20 retries, 16 requests at a time, no log.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_new() -> *mut bkj_client_options {
    boxed(bkj_client_options::default)
}

/// Trusts the system's certificate store (the default); or, where the environment says so, the PEM file of SSL_CERT_FILE
/// and the directories of SSL_CERT_DIR instead of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_trust_system(
    options: *mut bkj_client_options,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.trust = Trust::System;
    })
}

/// Trusts only the authorities in a PEM file, which is read when a client is made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_trust_ca_file(
    options: *mut bkj_client_options,
    path: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.trust = Trust::CaFile(text!(path).into());
    })
}

/// Trusts only the authorities in a PEM text of `length` bytes, which is copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_trust_ca_pem(
    options: *mut bkj_client_options,
    pem: *const c_char,
    length: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        if pem.is_null() {
            return Err(invalid("'pem' is NULL".into()));
        }
        // SAFETY: by the rules of the header, `pem` has `length` readable bytes.
        let pem = unsafe { std::slice::from_raw_parts(pem.cast::<u8>(), length) };
        options.inner.trust = Trust::CaPem(pem.to_vec());
    })
}

/// Trusts exactly the certificate with this SHA-256 (64 hex digits, plain or with colons), whatever its name, dates
/// and issuer. For self-signed servers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_trust_pin(
    options: *mut bkj_client_options,
    sha256: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.trust = Trust::pin(text!(sha256))?;
    })
}

/// Trusts exactly the certificates that a file remembers for the host and port, whatever their names, dates and issuers.
/// bkj_known_hosts says what the file looks like. It is read again at every handshake.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_trust_known_hosts(
    options: *mut bkj_client_options,
    path: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.trust = Trust::KnownHosts(text!(path).into());
    })
}

/// Trusts any certificate: whoever can answer for the host name gets the credentials.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_trust_insecure(
    options: *mut bkj_client_options,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.trust = Trust::Insecure;
    })
}

/// Goes through the proxy that the environment names (the default): HTTPS_PROXY or https_proxy, else ALL_PROXY or
/// all_proxy; not for what stands in NO_PROXY or no_proxy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_proxy_environment(
    options: *mut bkj_client_options,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.proxy = Proxy::Environment;
    })
}

/// Goes through no proxy, whatever the environment says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_proxy_none(
    options: *mut bkj_client_options,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.proxy = Proxy::None;
    })
}

/// Goes through this proxy, whatever the environment says: http://proxy.example:3128, or with a login
/// http://user:password@proxy.example:3128, which is never shown. BKJ_ERR_CONFIG for anything else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_proxy_url(
    options: *mut bkj_client_options,
    url: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let options = arg_mut!(options);
        options.inner.proxy = Proxy::url(text!(url))?;
    })
}

/// Longest time to open a connection, proxy and TLS included, in milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_connect_timeout_ms(
    options: *mut bkj_client_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.connect_timeout = Duration::from_millis(milliseconds);
    })
}

/// Longest time for one request, from sending to the last byte, however slowly they come, in milliseconds. Not the time a
/// wait may take.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_request_timeout_ms(
    options: *mut bkj_client_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.request_timeout = Duration::from_millis(milliseconds);
    })
}

/// Largest answer, in bytes; a larger one is BKJ_ERR_PROTOCOL. 0 is refused when a client is made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_max_body(
    options: *mut bkj_client_options,
    bytes: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.max_body = bytes;
    })
}

/// How many requests the client, and what is made of it, have under way at a time, logins included; others wait their
/// turn. 0 is refused when a client is made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_max_concurrency(
    options: *mut bkj_client_options,
    requests: u32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.max_concurrency = requests;
    })
}

/// How many retries the client, and what is made of it, may make in all before requests and time must have made them
/// good: one comes back with every ten requests, and one every ten seconds. When none is left, the error comes at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_retry_budget(
    options: *mut bkj_client_options,
    retries: u32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.retry_budget = retries;
    })
}

/// No new try begins after this many milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_retry_total_ms(
    options: *mut bkj_client_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.retry.total = Duration::from_millis(milliseconds);
    })
}

/// The first pause between tries is a random part of this many milliseconds; it doubles with each try.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_retry_base_ms(
    options: *mut bkj_client_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.retry.base = Duration::from_millis(milliseconds);
    })
}

/// No pause between tries is longer, in milliseconds, except when the server asks for it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_retry_cap_ms(
    options: *mut bkj_client_options,
    milliseconds: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.retry.cap = Duration::from_millis(milliseconds);
    })
}

/// Tries of a read in all, the first included; 1 switches retries off. What starts or changes something is never
/// repeated blindly.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_retry_attempts(
    options: *mut bkj_client_options,
    attempts: u32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.retry.attempts = attempts;
    })
}

/// No retries at all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_retry_none(
    options: *mut bkj_client_options,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        arg_mut!(options).inner.retry = RetryPolicy::none();
    })
}

/// Tells `callback` of every request; NULL: nobody (the default). `release` (may be NULL) is called exactly once, when
/// neither the options nor any client made with them needs `userdata`, also if this call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_set_log(
    options: *mut bkj_client_options,
    callback: bkj_log_callback,
    userdata: *mut c_void,
    release: bkj_release_callback,
    err: *mut *mut bkj_error,
) -> bkj_status {
    let userdata = Userdata::new(userdata, release);
    call!(err, {
        arg_mut!(options).inner.log = callback.map(|callback| log(callback, userdata));
    })
}

/// Frees options. Clients made with them are not concerned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_free(options: *mut bkj_client_options) {
    free!(options);
}
