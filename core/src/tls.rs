//! Whom we trust: the system's store, a CA file, one pinned certificate, or (by name only) anybody.

use crate::error::{Error, ErrorKind, Result};
use once_cell::sync::OnceCell;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, WebPkiSupportedAlgorithms, ring as provider};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use std::path::PathBuf;
use std::sync::Arc;

/// How the server's certificate is checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trust {
    /// The system's certificate store.
    #[default]
    System,
    /// Only the authorities in this PEM file.
    CaFile(PathBuf),
    /// Only the authorities in this PEM text.
    CaPem(Vec<u8>),
    /// Exactly the leaf certificate with this SHA-256, whatever its name, dates and issuer. For self-signed servers.
    Pin([u8; 32]),
    /// Any certificate. Whoever can answer for the host name gets the credentials.
    Insecure,
}

impl Trust {
    /// A pin from its usual spellings: 64 hex digits, plain or with colons.
    pub fn pin(text: &str) -> Result<Self> {
        let digits: String = text.chars().filter(|c| !matches!(c, ':' | ' ')).collect();
        let mut pin = [0; 32];
        if digits.len() != 64 || !digits.is_ascii() {
            return Err(bad_pin());
        }
        for (byte, pair) in pin.iter_mut().zip(digits.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| bad_pin())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| bad_pin())?;
        }
        Ok(Self::Pin(pin))
    }

    /// The TLS settings for this trust.
    pub(crate) fn client_config(&self) -> Result<ClientConfig> {
        let provider = Arc::new(provider::default_provider());
        let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .map_err(|e| Error::new(ErrorKind::Internal, e.to_string()))?;
        let roots = match self {
            Self::System => system_roots()?,
            Self::CaFile(path) => {
                let pem = std::fs::read(path).map_err(|e| {
                    Error::config(format!("cannot read the CA file '{}': {e}", path.display()))
                        .remedied("give the path of a readable PEM file")
                })?;
                Arc::new(roots_from_pem(&pem, &format!("the CA file '{}'", path.display()))?)
            }
            Self::CaPem(pem) => Arc::new(roots_from_pem(pem, "the CA text")?),
            Self::Pin(_) | Self::Insecure => {
                let pin = match self {
                    Self::Pin(pin) => Some(*pin),
                    _ => None,
                };
                let algorithms = provider.signature_verification_algorithms;
                let verifier = Arc::new(LeafVerifier { pin, algorithms });
                return Ok(builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth());
            }
        };
        Ok(builder.with_root_certificates(roots).with_no_client_auth())
    }
}

fn bad_pin() -> Error {
    Error::config("a certificate pin is a SHA-256: 64 hex digits, with or without colons")
        .remedied("take it from: openssl x509 -noout -fingerprint -sha256 -in server.pem")
        .during("trust.pin")
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
                return Err(Error::config(format!("the system's certificate store is empty{why}"))
                    .remedied("install ca-certificates, or give a CA file or a pin"));
            }
            Ok(Arc::new(roots))
        })
        .cloned()
}

fn roots_from_pem(pem: &[u8], what: &str) -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let bad = |e: String| Error::config(format!("{what} holds a bad certificate: {e}"));
        roots.add(certificate.map_err(|e| bad(e.to_string()))?).map_err(|e| bad(e.to_string()))?;
    }
    if roots.is_empty() {
        return Err(Error::config(format!("{what} holds no certificate"))
            .remedied("give a PEM file with at least one BEGIN CERTIFICATE block"));
    }
    Ok(roots)
}

/// Accepts one leaf (or any), but still checks that the server owns its key.
#[derive(Debug)]
struct LeafVerifier {
    pin: Option<[u8; 32]>,
    algorithms: WebPkiSupportedAlgorithms,
}

impl ServerCertVerifier for LeafVerifier {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _ocsp: &[u8],
        _now: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        match self.pin {
            Some(pin) if fingerprint(leaf) != pin => Err(CertificateError::ApplicationVerificationFailure.into()),
            _ => Ok(ServerCertVerified::assertion()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        rustls::crypto::verify_tls12_signature(message, leaf, signed, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        rustls::crypto::verify_tls13_signature(message, leaf, signed, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

fn fingerprint(leaf: &CertificateDer<'_>) -> [u8; 32] {
    let mut sha = [0; 32];
    sha.copy_from_slice(ring::digest::digest(&ring::digest::SHA256, leaf).as_ref());
    sha
}

/// What went wrong in the handshake, and what to do.
pub(crate) fn explain(error: &rustls::Error) -> (String, &'static str) {
    const TRUST: &str = "give the CA file of the server, or pin its certificate's SHA-256";
    let rustls::Error::InvalidCertificate(why) = error else {
        return (
            format!("the TLS handshake failed: {error}"),
            "check that the port speaks HTTPS with TLS 1.2 or later",
        );
    };
    match why {
        CertificateError::UnknownIssuer => {
            ("the server's certificate is not signed by a trusted authority".into(), TRUST)
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => (
            "the server's certificate is for another host name".into(),
            "use the host name that stands in the certificate, or pin the certificate's SHA-256",
        ),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            ("the server's certificate has expired".into(), "renew it on the server; check the clock here")
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            ("the server's certificate is not valid yet".into(), "check the clocks of both machines")
        }
        CertificateError::ApplicationVerificationFailure => (
            "the server's certificate is not the pinned one".into(),
            "if the certificate was renewed on purpose, pin the new SHA-256; else find out who answers",
        ),
        other => (format!("the server's certificate is refused: {other}"), TRUST),
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
        for bad in ["", "ab", &"zz".repeat(32), &"ü".repeat(32)] {
            assert_eq!(Trust::pin(bad).expect_err(bad).kind(), ErrorKind::Config);
        }
    }

    #[test]
    fn a_ca_text_without_certificate_is_a_config_error() {
        let error = Trust::CaPem(b"hello".to_vec()).client_config().expect_err("no certificate");
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains("BEGIN CERTIFICATE"), "{error}");
    }
}
