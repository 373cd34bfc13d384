//! Deciding once whom to trust, as ssh does: fetch a server's certificate, compare its SHA-256 with what the server's own
//! console shows, remember it, and connect with [`Trust::KnownHosts`] from then on.
//!
//! ```no_run
//! use backupjobs::{CancelToken, ClientOptions, Trust, trust};
//! use std::path::Path;
//!
//! let url = "https://vb365.example:4443";
//! let seen = trust::fetch(url, &ClientOptions::default(), &CancelToken::new())?;
//! println!("{seen}"); // A person compares the SHA-256 now.
//! let hosts = trust::KnownHosts::open(Path::new("known_hosts"))?;
//! hosts.remember(url, &seen)?;
//!
//! let mut options = ClientOptions::default();
//! options.trust = Trust::KnownHosts("known_hosts".into());
//! # Ok::<(), backupjobs::Error>(())
//! ```

pub use crate::certificate::Certificate;
pub use crate::known_hosts::KnownHosts;

use crate::base_url::base_url;
use crate::cancel::CancelToken;
use crate::error::{Error, Result};
use crate::options::ClientOptions;
use crate::redact;
use crate::tls::{self, Trust};
use crate::transport::{Outgoing, Transport};
use crate::verifier::Seen;

/// The certificate that the server at that URL shows, trusted or not. Sends no credentials, in fact no request at all: the
/// handshake ends once the server has proved that it owns the certificate's key. Of `options` only the timeouts and the
/// proxy count.
///
/// # Errors
/// `Config` for a bad URL; `Unreachable`, `Timeout`, `Cancelled`; `Tls` when the server speaks no TLS that we do.
pub fn fetch(url: &str, options: &ClientOptions, cancel: &CancelToken) -> Result<Certificate> {
    const OPERATION: &str = "trust.fetch";
    let base = base_url(url, &Trust::System).map_err(|e| e.during(OPERATION))?;
    let at = |error: Error| error.during(OPERATION).on(&redact::origin(&base));
    let seen = Seen::default();
    let transport = Transport::with_tls(tls::look(seen.clone()).map_err(at)?, options).map_err(at)?;
    let answer = transport.send(cancel, std::process::id(), Outgoing::get(base.clone()));
    let Some(chain) = seen.chain() else {
        return Err(at(answer.map_or_else(|f| f.error, |_| Error::protocol("the server showed no certificate"))));
    };
    let mut certificate = chain.first().map(|leaf| Certificate::read(leaf)).unwrap_or_default();
    certificate.refusal = tls::refused_by_system(&chain, &base);
    certificate.trusted = certificate.refusal.is_none();
    Ok(certificate)
}
