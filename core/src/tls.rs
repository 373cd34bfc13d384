//! Whom we trust: the system's store, a CA file, one pinned certificate, a file of known hosts, or (by name only) anybody.

use crate::certificate::{Certificate, read_sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::known_hosts::{KnownHosts, place};
use crate::redact;
use crate::refusal::Refusal;
use crate::verifier::{Rule, Seen, Verifier};
use once_cell::sync::OnceCell;
use reqwest::Url;
use rustls::client::danger::ServerCertVerifier;
use rustls::client::{Resumption, WebPkiServerVerifier};
use rustls::crypto::{CryptoProvider, ring as provider};
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, RootCertStore};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// How the server's certificate is checked. What is set here always beats the environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trust {
    /// The system's certificate store; or, where the environment says so, the PEM file of `SSL_CERT_FILE` and the
    /// directories of `SSL_CERT_DIR` instead of it. Read once for the whole process, when it is first needed.
    #[default]
    System,
    /// Only the authorities in this PEM file.
    CaFile(PathBuf),
    /// Only the authorities in this PEM text.
    CaPem(Vec<u8>),
    /// Exactly the leaf certificate with this SHA-256, whatever its name, dates and issuer. For self-signed servers.
    Pin([u8; 32]),
    /// The leaf certificates that this file remembers for the host and port, whatever their names, dates and issuers.
    /// See [`KnownHosts`](crate::trust::KnownHosts) for the file, and [`fetch`](crate::trust::fetch) for what to put
    /// into it. The file is read again at every handshake: a certificate remembered meanwhile is trusted at once.
    KnownHosts(PathBuf),
    /// Any certificate. Whoever can answer for the host name gets the credentials.
    Insecure,
}

impl Trust {
    /// A pin from its usual spellings: 64 hex digits, plain or with colons.
    ///
    /// # Errors
    /// `Config` for any other text.
    pub fn pin(text: &str) -> Result<Self> {
        read_sha256(text).map(Self::Pin).ok_or_else(|| {
            Error::config("a certificate pin is a SHA-256: 64 hex digits, with or without colons")
                .remedied("take it from: openssl x509 -noout -fingerprint -sha256 -in server.pem")
                .during("trust.pin")
        })
    }

    /// The TLS settings for this trust in the server at that URL.
    pub(crate) fn client_config(&self, url: &Url) -> Result<ClientConfig> {
        let from_pem = |pem: &[u8], what: &str| authorities_from_pem(pem, what).map(Rule::Authorities);
        settings(match self {
            Self::System => Rule::Authorities(authorities(system_roots()?)?),
            Self::CaFile(path) => {
                let pem = std::fs::read(path).map_err(|e| {
                    Error::config(format!("cannot read the CA file '{}': {e}", redact::file(path)))
                        .remedied("give the path of a readable PEM file")
                })?;
                from_pem(&pem, &format!("the CA file '{}'", redact::file(path)))?
            }
            Self::CaPem(pem) => from_pem(pem, "the CA text")?,
            Self::Pin(pin) => Rule::Pin(*pin),
            Self::KnownHosts(path) => Rule::Known { hosts: KnownHosts::open(path)?, place: place(url) },
            Self::Insecure => Rule::Anything,
        })
    }
}

/// TLS settings that end every handshake once the certificate has been seen.
pub(crate) fn look(seen: Seen) -> Result<ClientConfig> {
    settings(Rule::Look(seen))
}

fn settings(rule: Rule) -> Result<ClientConfig> {
    let known = matches!(rule, Rule::Known { .. });
    let provider = Arc::new(provider::default_provider());
    let algorithms = provider.signature_verification_algorithms;
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| Error::new(ErrorKind::Internal, e.to_string()))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Verifier { rule, algorithms }))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config.resumption = match known {
        // A resumed session would not look into the file again.
        true => Resumption::disabled(),
        // Room for one server, which is all that a client talks to: the usual room is 60 KiB.
        false => Resumption::in_memory_sessions(1),
    };
    Ok(config)
}

fn authorities(roots: Arc<RootCertStore>) -> Result<Arc<WebPkiServerVerifier>> {
    WebPkiServerVerifier::builder_with_provider(roots, Arc::new(provider::default_provider()))
        .build()
        .map_err(|e| Error::config(format!("the authorities cannot be used: {e}")))
}

/// Why the system's store does not accept this chain for that host.
pub(crate) fn refused_by_system(chain: &[CertificateDer<'static>], url: &Url) -> Option<String> {
    let refused = || -> Result<Option<String>> {
        let authorities = authorities(system_roots()?)?;
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        let name = ServerName::try_from(host).map_err(|e| Error::config(e.to_string()))?;
        let Some((leaf, intermediates)) = chain.split_first() else {
            return Ok(Some("the server showed no certificate".into()));
        };
        let verdict = authorities.verify_server_cert(leaf, intermediates, &name, &[], UnixTime::now());
        Ok(verdict.err().map(|e| Refusal::by_authorities(&e, &Certificate::read(leaf), host).message))
    };
    refused().unwrap_or_else(|error| Some(error.message().to_owned()))
}

/// The system's authorities, read once for the whole process (some 120 certificates).
fn system_roots() -> Result<Arc<RootCertStore>> {
    static ROOTS: OnceCell<Arc<RootCertStore>> = OnceCell::new();
    ROOTS
        .get_or_try_init(|| {
            let found = rustls_native_certs::load_native_certs();
            let mut roots = RootCertStore::empty();
            roots.add_parsable_certificates(found.certs);
            if roots.is_empty() {
                let why = found.errors.first().map_or(String::new(), |e| format!(": {e}"));
                let set = ["SSL_CERT_FILE", "SSL_CERT_DIR"].into_iter().find(|name| std::env::var_os(name).is_some());
                return Err(match set {
                    Some(name) => Error::config(format!("{name} is set, but no certificate is found there{why}"))
                        .remedied(format!("correct {name} or unset it, or give a CA file or a pin")),
                    None => Error::config(format!("the system's certificate store is empty{why}"))
                        .remedied("install ca-certificates, or give a CA file or a pin"),
                });
            }
            Ok(Arc::new(roots))
        })
        .cloned()
}

/// The authorities in a PEM text. The newest are kept: hundreds of clients are usually given the same text.
fn authorities_from_pem(pem: &[u8], what: &str) -> Result<Arc<WebPkiServerVerifier>> {
    static NEWEST: Mutex<Option<(Vec<u8>, Arc<WebPkiServerVerifier>)>> = Mutex::new(None);
    // Never waited for: after a fork, the thread that holds it may not exist any more.
    let mut newest = NEWEST.try_lock().ok();
    if let Some(Some((known, authorities))) = newest.as_deref()
        && known == pem
    {
        return Ok(Arc::clone(authorities));
    }
    let made = authorities(Arc::new(roots_from_pem(pem, what)?))?;
    if let Some(newest) = &mut newest {
        **newest = Some((pem.to_vec(), Arc::clone(&made)));
    }
    Ok(made)
}

fn roots_from_pem(pem: &[u8], what: &str) -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let bad = |e: String| Error::config(format!("{what} holds a bad certificate: {e}"));
        roots.add(certificate.map_err(|e| bad(in_words(&e)))?).map_err(|e| bad(e.to_string()))?;
    }
    if roots.is_empty() {
        return Err(Error::config(format!("{what} holds no certificate"))
            .remedied("give a PEM file with at least one BEGIN CERTIFICATE block"));
    }
    Ok(roots)
}

/// What is wrong with a PEM text. Its reader's own words repeat a line of it, however long; it could be that of a private key.
fn in_words(error: &pem::Error) -> String {
    match error {
        pem::Error::MissingSectionEnd { .. } => "its END line is missing".into(),
        pem::Error::IllegalSectionStart { .. } => "its BEGIN line is not one".into(),
        pem::Error::Base64Decode(_) => "what stands between BEGIN and END is not base64".into(),
        other => crate::redact::one_line(&other.to_string()),
    }
}

// Names the type so that a change of provider shows up here.
const _: fn() -> CryptoProvider = provider::default_provider;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_come_plain_or_with_colons() {
        let plain = "ab".repeat(32);
        let colons = vec!["AB"; 32].join(":");
        assert_eq!(Trust::pin(&plain).expect("plain"), Trust::pin(&colons).expect("colons"));
        for bad in ["", "ab", &"zz".repeat(32), &"ü".repeat(32), &"+1".repeat(32)] {
            assert_eq!(Trust::pin(bad).expect_err(bad).kind(), ErrorKind::Config);
        }
    }

    #[test]
    fn a_ca_text_without_certificate_is_a_config_error() {
        let url = Url::parse("https://x").expect("url");
        let error = Trust::CaPem(b"hello".to_vec()).client_config(&url).expect_err("no certificate");
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains("BEGIN CERTIFICATE"), "{error}");
    }

    #[test]
    fn a_broken_ca_text_is_not_repeated() {
        let url = Url::parse("https://x").expect("url");
        for (pem, says) in [
            (&b"-----BEGIN CERTIFICATE canary canary\nAAAA\n"[..], "BEGIN line"),
            (b"-----BEGIN CANARY CANARY CANARY-----\nAAAA\n", "END line"),
            (b"-----BEGIN CERTIFICATE-----\n*canary*\n-----END CERTIFICATE-----\n", "not base64"),
        ] {
            let error = Trust::CaPem(pem.to_vec()).client_config(&url).expect_err(says).to_string();
            // Neither as it is nor as a list of numbers.
            assert!(
                error.contains(says) && !error.to_lowercase().contains("canary") && !error.contains('['),
                "{error}"
            );
        }
    }
}
