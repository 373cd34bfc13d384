//! A server's certificate, fetched to be looked at before it is trusted.

use crate::cancel::bkj_cancel_token;
use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{fill, free, get, len, maybe, place, text_at};
use crate::options::bkj_client_options;
use crate::text::{Text, text};
use crate::time::millis;
use backupjobs::trust::{Certificate, fetch};
use std::ffi::c_char;

/// A certificate in words. What cannot be read is absent; the fingerprint is always there.
pub struct bkj_certificate {
    subject: Option<Text>,
    issuer: Option<Text>,
    names: Vec<Text>,
    not_before: Option<i64>,
    not_after: Option<i64>,
    sha256: Text,
    fingerprint: Text,
    pem: Text,
    self_signed: bool,
    trusted: bool,
    refusal: Option<Text>,
    text: Text,
    pub(crate) inner: Certificate,
}

impl From<Certificate> for bkj_certificate {
    fn from(from: Certificate) -> Self {
        Self {
            subject: from.subject.as_deref().map(Text::from),
            issuer: from.issuer.as_deref().map(Text::from),
            names: from.names.iter().map(|name| name.as_str().into()).collect(),
            not_before: from.not_before.map(millis),
            not_after: from.not_after.map(millis),
            sha256: from.sha256.as_str().into(),
            fingerprint: from.fingerprint.as_str().into(),
            pem: from.pem.as_str().into(),
            self_signed: from.self_signed,
            trusted: from.trusted,
            refusal: from.refusal.as_deref().map(Text::from),
            text: from.to_string().into(),
            inner: from,
        }
    }
}

/// The certificate that the server at a URL shows, trusted or not. Sends no credentials, in fact no request at all: the
/// handshake ends once the server has proved that it owns the certificate's key. Of `options` (may be NULL) only the
/// timeouts and the proxy count. `cancel` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_trust_fetch(
    url: *const c_char,
    options: *const bkj_client_options,
    cancel: *const bkj_cancel_token,
    out: *mut *mut bkj_certificate,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "trust.fetch", {
        let out = place!(out);
        let url = text!(url);
        let options = maybe!(options).map(|options| options.inner.clone()).unwrap_or_default();
        let cancel = maybe!(cancel).map(|cancel| cancel.inner.clone()).unwrap_or_default();
        out.give(fetch(url, &options, &cancel)?);
    })
}

/// Whom it is for, as a distinguished name such as "CN=vb365.example, O=Example", or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_subject(certificate: *const bkj_certificate) -> *const c_char {
    get!(certificate.subject)
}

/// Who signed it, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_issuer(certificate: *const bkj_certificate) -> *const c_char {
    get!(certificate.issuer)
}

/// Number of host names and addresses it is good for. A name that stands in the subject alone does not count (RFC 9525).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_names_len(certificate: *const bkj_certificate) -> usize {
    len!(certificate.names)
}

/// One host name or address, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_names_at(certificate: *const bkj_certificate, index: usize) -> *const c_char {
    text_at!(certificate.names, index)
}

/// Good from then on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_not_before(certificate: *const bkj_certificate, out: *mut i64) -> bool {
    fill!(certificate.not_before, out)
}

/// Good until then. The end of year 9999 means "never".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_not_after(certificate: *const bkj_certificate, out: *mut i64) -> bool {
    fill!(certificate.not_after, out)
}

/// SHA-256 of the whole certificate: 64 lower-case hex digits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_sha256(certificate: *const bkj_certificate) -> *const c_char {
    get!(certificate.sha256)
}

/// The same as most tools show it: 32 pairs of upper-case hex digits with colons.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_fingerprint(certificate: *const bkj_certificate) -> *const c_char {
    get!(certificate.fingerprint)
}

/// The certificate itself, PEM.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_pem(certificate: *const bkj_certificate) -> *const c_char {
    get!(certificate.pem)
}

/// True when its issuer is its subject: nobody else vouches for it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_self_signed(certificate: *const bkj_certificate) -> bool {
    get!(certificate.self_signed)
}

/// True when the system's store accepts it for the host that showed it: then nothing needs to be remembered.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_trusted(certificate: *const bkj_certificate) -> bool {
    get!(certificate.trusted)
}

/// Why the system's store does not accept it; NULL when it does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_refusal(certificate: *const bkj_certificate) -> *const c_char {
    get!(certificate.refusal)
}

/// Everything that a person compares, one thing a line.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_text(certificate: *const bkj_certificate) -> *const c_char {
    get!(certificate.text)
}

/// Frees a certificate.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_certificate_free(certificate: *mut bkj_certificate) {
    free!(certificate);
}
