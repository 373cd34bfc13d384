//! Why a secure connection was refused, in words, and what to do about it.

use crate::certificate::{Certificate, with_colons};
use jiff::Timestamp;
use rustls::{AlertDescription, CertificateError, InvalidMessage, OtherError};
use std::fmt;
use std::sync::Arc;

/// What a person does about a certificate that nobody vouches for. The texts are relied on by scripts.
const TRUST: &str = "give the CA file of the server, or pin its certificate's SHA-256";

/// Why our own check refuses a certificate: what happened, and what to do. Travels through rustls to the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) message: String,
    pub(crate) remedy: String,
}

impl Refusal {
    pub(crate) fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { message: message.into(), remedy: remedy.into() }
    }

    /// Another certificate than the pinned one.
    pub(crate) fn wrong_pin(leaf: &Certificate, pin: &[u8; 32]) -> Self {
        Self::new(
            format!(
                "the server's certificate is not the pinned one: it has the SHA-256 {}, the pin is {}",
                leaf.fingerprint,
                with_colons(pin)
            ),
            "if the certificate was renewed on purpose, pin the new SHA-256; else find out who answers",
        )
    }

    /// What the authorities' check found, told with what stands in the certificate.
    pub(crate) fn by_authorities(error: &rustls::Error, leaf: &Certificate, host: &str) -> Self {
        let rustls::Error::InvalidCertificate(why) = error else {
            return Self::new(format!("the server's certificate is refused: {error}"), TRUST);
        };
        let day =
            |at: Option<Timestamp>| at.map_or_else(String::new, |at| format!(" {:.16} UTC", crate::time::plain(at)));
        let issuer = leaf.issuer.as_deref().unwrap_or("nobody");
        match why {
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                let good_for = match leaf.names.is_empty() {
                    true => "it names no host (a name in the subject alone does not count)".into(),
                    false => format!("it is for {}", leaf.good_for()),
                };
                Self::new(
                    format!("the server's certificate is for another host name: {good_for}, not '{host}'"),
                    "use the host name that stands in the certificate, or pin the certificate's SHA-256",
                )
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => Self::new(
                format!("the server's certificate has expired: it was good until{}", day(leaf.not_after)),
                "renew it on the server; check the clock here",
            ),
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => Self::new(
                format!("the server's certificate is not valid yet: it is good from{}", day(leaf.not_before)),
                "check the clocks of both machines",
            ),
            _ if leaf.self_signed => Self::new(
                format!(
                    "the server's certificate is self-signed, nobody else vouches for it; its SHA-256 is {}",
                    leaf.fingerprint
                ),
                "compare the SHA-256 with the server's own, then pin it or remember it in a known-hosts file",
            ),
            CertificateError::UnknownIssuer => Self::new(
                format!("the server's certificate is not signed by a trusted authority: its issuer is '{issuer}'"),
                TRUST,
            ),
            // As when an appliance was set up anew: its authority has the old name and a new key.
            CertificateError::BadSignature => Self::new(
                format!(
                    "the server's certificate is not signed by a trusted authority: its issuer has the name of one, \
                     '{issuer}', but another key"
                ),
                TRUST,
            ),
            other => Self::new(format!("the server's certificate is refused: {other}"), TRUST),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

impl From<Refusal> for rustls::Error {
    fn from(refusal: Refusal) -> Self {
        CertificateError::Other(OtherError(Arc::new(refusal))).into()
    }
}

/// What went wrong in the handshake, and what to do.
pub(crate) fn explain(error: &rustls::Error) -> Refusal {
    const OLD: &str = "switch TLS 1.2 or later on at the server; nothing older is spoken";
    match error {
        rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(inner))) => {
            match inner.downcast_ref::<Refusal>() {
                Some(refusal) => refusal.clone(),
                None => Refusal::new(format!("the server's certificate is refused: {inner}"), TRUST),
            }
        }
        rustls::Error::InvalidCertificate(why) => {
            Refusal::new(format!("the server's certificate is refused: {why}"), TRUST)
        }
        rustls::Error::AlertReceived(AlertDescription::ProtocolVersion) => {
            Refusal::new("the server refuses TLS 1.2 and later: its TLS is too old", OLD)
        }
        rustls::Error::PeerIncompatible(
            rustls::PeerIncompatible::ServerDoesNotSupportTls12Or13
            | rustls::PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig,
        ) => Refusal::new("the server's TLS is too old: it chose a version before 1.2", OLD),
        rustls::Error::AlertReceived(AlertDescription::HandshakeFailure) => Refusal::new(
            "the server accepts none of the cipher suites that are safe, or asks for a client certificate",
            "switch modern cipher suites (ECDHE with AES-GCM or ChaCha20) on at the server",
        ),
        rustls::Error::InvalidMessage(InvalidMessage::InvalidContentType | InvalidMessage::UnknownProtocolVersion) => {
            Refusal::new(
                "the server does not speak TLS on this port, perhaps it is plain HTTP",
                "check the port: it must be the one of HTTPS",
            )
        }
        other => Refusal::new(
            format!("the TLS handshake failed: {other}"),
            "check that the port speaks HTTPS with TLS 1.2 or later",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_comes_back_from_rustls_as_it_went() {
        let refusal = Refusal::new("what", "to do");
        assert_eq!(explain(&refusal.clone().into()), refusal);
    }
}
