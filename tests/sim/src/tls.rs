//! A throw-away certificate authority and the one leaf certificate that all three listeners show.

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;

/// Names and addresses the leaf certificate is good for.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// What the server shows and what a client needs to trust it. The keys live in memory only.
pub struct Tls {
    /// Does the server's side of the handshake.
    pub acceptor: TlsAcceptor,
    /// The authority's certificate, PEM.
    pub ca_pem: String,
    /// SHA-256 of the leaf certificate, lower-case hex.
    pub leaf_sha256: String,
}

impl Tls {
    /// Makes new keys and certificates.
    pub fn new() -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let mut ca = CertificateParams::default();
        named(&mut ca, "backupjobs-sim throw-away CA");
        ca.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        ca.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        valid(&mut ca)?;
        let ca_key = KeyPair::generate()?;
        let ca_pem = ca.self_signed(&ca_key)?.pem();

        let mut leaf = CertificateParams::new(NAMES.map(String::from))?;
        named(&mut leaf, "backupjobs-sim");
        leaf.is_ca = IsCa::ExplicitNoCa;
        leaf.use_authority_key_identifier_extension = true;
        leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        valid(&mut leaf)?;
        let leaf_key = KeyPair::generate()?;
        let leaf = leaf.signed_by(&leaf_key, &Issuer::new(ca, ca_key))?;
        let leaf_sha256 = hex(ring::digest::digest(&ring::digest::SHA256, leaf.der()).as_ref());

        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(
                vec![leaf.der().clone()],
                rustls::pki_types::PrivateKeyDer::try_from(leaf_key.serialize_der())?,
            )?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)), ca_pem, leaf_sha256 })
    }
}

fn named(params: &mut CertificateParams, name: &str) {
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
}

/// From yesterday (clocks differ) for about a year: Apple's TLS refuses server certificates of more than 825 days.
/// This is the machine's time, not the virtual one: clients compare it with their own clock.
fn valid(params: &mut CertificateParams) -> Result<(), jiff::Error> {
    let today = Timestamp::now().to_zoned(TimeZone::UTC);
    let day = |span: jiff::Span| -> Result<_, jiff::Error> {
        let date = today.checked_add(span)?.date();
        let small = |n: i8| n.unsigned_abs();
        Ok(date_time_ymd(date.year().into(), small(date.month()), small(date.day())))
    };
    params.not_before = day(-1.day())?;
    params.not_after = day(365.days())?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_instance_has_its_own_authority() {
        let (a, b) = (Tls::new().unwrap(), Tls::new().unwrap());
        assert!(a.ca_pem.starts_with("-----BEGIN CERTIFICATE-----"));
        assert!(!a.ca_pem.contains("PRIVATE"));
        assert_ne!(a.ca_pem, b.ca_pem);
        assert_ne!(a.leaf_sha256, b.leaf_sha256);
        assert_eq!(a.leaf_sha256.len(), 64);
    }

    #[test]
    fn hex_is_lower_case_with_two_digits_a_byte() {
        assert_eq!(hex(&[0, 0x0a, 0xff]), "000aff");
    }
}
