//! The one place where a server's certificate is accepted or not.

use crate::certificate::{Certificate, sha256};
use crate::known_hosts::KnownHosts;
use crate::refusal::Refusal;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::WebPkiSupportedAlgorithms;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, SignatureScheme};
use std::sync::{Arc, Mutex};

/// What the certificate is held against.
#[derive(Debug)]
pub(crate) enum Rule {
    /// Authorities: chain, name and dates.
    Authorities(Arc<WebPkiServerVerifier>),
    /// Exactly this leaf.
    Pin([u8; 32]),
    /// The leaves remembered for that host and port. The file is read at every handshake.
    Known { hosts: KnownHosts, place: String },
    /// Nothing.
    Anything,
    /// Nothing; but the handshake ends, before anything is sent, once the server has proved that the key is its own.
    Look(Seen),
}

/// The chain that a server showed, leaf first; filled once it has proved that it owns the leaf's key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen(Arc<Mutex<Shown>>);

#[derive(Debug, Default)]
struct Shown {
    chain: Vec<CertificateDer<'static>>,
    proved: bool,
}

impl Seen {
    pub(crate) fn chain(&self) -> Option<Vec<CertificateDer<'static>>> {
        let shown = self.0.lock().unwrap_or_else(|e| e.into_inner());
        shown.proved.then(|| shown.chain.clone())
    }

    fn shown(&self, leaf: &CertificateDer<'_>, intermediates: &[CertificateDer<'_>]) {
        let chain = std::iter::once(leaf).chain(intermediates).map(|c| c.clone().into_owned()).collect();
        *self.0.lock().unwrap_or_else(|e| e.into_inner()) = Shown { chain, proved: false };
    }

    fn proved(&self) -> rustls::Error {
        self.0.lock().unwrap_or_else(|e| e.into_inner()).proved = true;
        Refusal::new("the certificate has been seen", "").into()
    }
}

/// Checks the certificate by the rule, and always that the server owns its key.
#[derive(Debug)]
pub(crate) struct Verifier {
    pub(crate) rule: Rule,
    pub(crate) algorithms: WebPkiSupportedAlgorithms,
}

impl Verifier {
    fn signed(
        &self,
        valid: Result<HandshakeSignatureValid, rustls::Error>,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        match &self.rule {
            Rule::Look(seen) => valid.and_then(|_| Err(seen.proved())),
            _ => valid,
        }
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let good = Ok(ServerCertVerified::assertion());
        match &self.rule {
            Rule::Authorities(authorities) => authorities
                .verify_server_cert(leaf, intermediates, name, ocsp, now)
                .map_err(|error| Refusal::by_authorities(&error, &Certificate::read(leaf), &name.to_str()).into()),
            Rule::Pin(pin) if sha256(leaf) == *pin => good,
            Rule::Pin(pin) => Err(Refusal::wrong_pin(&Certificate::read(leaf), pin).into()),
            Rule::Known { hosts, place } => match hosts.judge(place, &sha256(leaf), || Certificate::read(leaf)) {
                Ok(()) => good,
                Err(refusal) => Err(refusal.into()),
            },
            Rule::Anything => good,
            Rule::Look(seen) => {
                seen.shown(leaf, intermediates);
                good
            }
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.signed(rustls::crypto::verify_tls12_signature(message, leaf, signed, &self.algorithms))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.signed(rustls::crypto::verify_tls13_signature(message, leaf, signed, &self.algorithms))
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}
