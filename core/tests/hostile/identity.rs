//! Certificates of every kind.

use rcgen::{BasicConstraints, CertificateParams, DistinguishedName, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, crypto::ring::default_provider};
use std::sync::Arc;

/// Who a server says it is.
pub struct Identity {
    pub config: Arc<ServerConfig>,
    /// The authority that signed it; for a self-signed one, itself.
    pub ca_pem: String,
    pub der: Vec<u8>,
}

/// What is special about it.
pub struct Wish {
    pub names: Vec<&'static str>,
    pub from: i32,
    pub until: i32,
    pub self_signed: bool,
    pub authority: &'static str,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            names: vec!["127.0.0.1", "localhost"],
            from: 2020,
            until: 2120,
            self_signed: false,
            authority: "Test CA",
        }
    }
}

impl Identity {
    pub fn good() -> Self {
        Self::new(Wish::default())
    }

    pub fn new(wish: Wish) -> Self {
        let mut ca = CertificateParams::default();
        ca.distinguished_name = named(wish.authority);
        ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        (ca.not_before, ca.not_after) = (date_time_ymd(2000, 1, 1), date_time_ymd(2200, 1, 1));
        let ca_key = KeyPair::generate().unwrap();
        let ca_pem = ca.self_signed(&ca_key).unwrap().pem();

        let names: Vec<String> = wish.names.iter().map(|n| (*n).to_owned()).collect();
        let mut leaf = CertificateParams::new(names).unwrap();
        leaf.distinguished_name = named("Test server");
        (leaf.not_before, leaf.not_after) = (date_time_ymd(wish.from, 1, 1), date_time_ymd(wish.until, 1, 1));
        let key = KeyPair::generate().unwrap();
        let (leaf, ca_pem) = match wish.self_signed {
            true => {
                let leaf = leaf.self_signed(&key).unwrap();
                let pem = leaf.pem();
                (leaf, pem)
            }
            false => (leaf.signed_by(&key, &Issuer::new(ca, ca_key)).unwrap(), ca_pem),
        };
        let der: CertificateDer<'static> = leaf.der().clone();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![der.clone()], PrivateKeyDer::try_from(key.serialize_der()).unwrap())
            .unwrap();
        Self { config: Arc::new(config), ca_pem, der: der.to_vec() }
    }

    /// The SHA-256 as tools show it, reckoned by somebody else than the library under test.
    pub fn fingerprint(&self) -> String {
        let sha = ring::digest::digest(&ring::digest::SHA256, &self.der);
        sha.as_ref().iter().map(|b| format!("{b:02X}")).collect::<Vec<_>>().join(":")
    }
}

fn named(name: &str) -> DistinguishedName {
    let mut named = DistinguishedName::new();
    named.push(DnType::CommonName, name);
    named
}
