//! TLS, timeouts and retries of a client.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, boxed, free, invalid};
use crate::text::text;
use backupjobs::{ClientOptions, RetryPolicy, Trust};
use std::ffi::c_char;
use std::time::Duration;

/// Settings that all three systems share. A client copies them when it is made.
#[derive(Default)]
pub struct bkj_client_options {
    pub(crate) inner: ClientOptions,
}

/// Default options: the system's certificate store, 10 s to connect, 60 s for a request, 4 tries for a read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_new() -> *mut bkj_client_options {
    boxed(bkj_client_options::default)
}

/// Trusts the system's certificate store (the default).
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

/// Longest time to open a connection, TLS included, in milliseconds.
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

/// Longest time for one request, from sending to the last byte, in milliseconds. Not the time a wait may take.
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

/// Frees options. Clients made with them are not concerned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_client_options_free(options: *mut bkj_client_options) {
    free!(options);
}
