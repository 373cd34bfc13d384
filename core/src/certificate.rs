//! A server's certificate, as a person reads it before trusting it.

use crate::redact::one_line;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use std::fmt;
use std::net::IpAddr;
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};

/// A certificate in words. What cannot be read is absent; the fingerprint is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Certificate {
    /// Whom it is for, as a distinguished name: `CN=vb365.example, O=Example`.
    pub subject: Option<String>,
    /// Who signed it.
    pub issuer: Option<String>,
    /// Host names and addresses it is good for. A name that stands in the subject alone does not count (RFC 9525).
    pub names: Vec<String>,
    /// Good from then on.
    pub not_before: Option<Timestamp>,
    /// Good until then. The end of year 9999, which means "never", is the latest instant that can be written.
    pub not_after: Option<Timestamp>,
    /// SHA-256 of the whole certificate: 64 lower-case hex digits.
    pub sha256: String,
    /// The same as most tools show it: 32 pairs of upper-case hex digits with colons.
    pub fingerprint: String,
    /// The certificate itself, PEM.
    pub pem: String,
    /// True when its issuer is its subject: nobody else vouches for it.
    pub self_signed: bool,
    /// True when the system's store accepts it for the host that showed it: then nothing needs to be remembered.
    pub trusted: bool,
    /// Why the system's store does not accept it.
    pub refusal: Option<String>,
}

impl Certificate {
    /// Reads DER. A server may show anything, so nothing here is an error.
    pub(crate) fn read(der: &[u8]) -> Self {
        let sha = sha256(der);
        let mut certificate =
            Self { sha256: plain(&sha), fingerprint: with_colons(&sha), pem: pem(der), ..Self::default() };
        if let Ok((_, read)) = X509Certificate::from_der(der) {
            certificate.subject = Some(one_line(&read.subject().to_string())).filter(|name| !name.is_empty());
            certificate.issuer = Some(one_line(&read.issuer().to_string())).filter(|name| !name.is_empty());
            certificate.self_signed = read.subject().as_raw() == read.issuer().as_raw();
            certificate.not_before = Some(instant(read.validity().not_before.timestamp()));
            certificate.not_after = Some(instant(read.validity().not_after.timestamp()));
            if let Ok(Some(names)) = read.subject_alternative_name() {
                certificate.names = names.value.general_names.iter().filter_map(name).collect();
            }
        }
        certificate
    }

    /// The names it is good for, in one short line.
    pub(crate) fn good_for(&self) -> String {
        const SHOWN: usize = 5;
        let mut line = self.names.iter().take(SHOWN).map(|n| format!("'{n}'")).collect::<Vec<_>>().join(", ");
        if self.names.len() > SHOWN {
            line.push_str(&format!(" and {} more", self.names.len() - SHOWN));
        }
        line
    }
}

/// Everything that a person compares, one thing a line.
impl fmt::Display for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unreadable = || "(cannot be read)".to_owned();
        let time =
            |time: Option<Timestamp>| time.map_or_else(unreadable, |at| format!("{} UTC", crate::time::plain(at)));
        writeln!(f, "subject:     {}", self.subject.clone().unwrap_or_else(unreadable))?;
        writeln!(f, "issuer:      {}", self.issuer.clone().unwrap_or_else(unreadable))?;
        writeln!(f, "good for:    {}", self.names.join(", "))?;
        writeln!(f, "valid from:  {}", time(self.not_before))?;
        writeln!(f, "valid until: {}", time(self.not_after))?;
        writeln!(f, "SHA-256:     {}", self.fingerprint)?;
        match &self.refusal {
            _ if self.trusted => f.write_str("The system's store accepts it."),
            Some(why) => write!(f, "The system's store does not accept it: {why}."),
            None => f.write_str("Not held against the system's store."),
        }
    }
}

pub(crate) fn sha256(der: &[u8]) -> [u8; 32] {
    let mut sha = [0; 32];
    sha.copy_from_slice(ring::digest::digest(&ring::digest::SHA256, der).as_ref());
    sha
}

pub(crate) fn plain(sha: &[u8; 32]) -> String {
    sha.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn with_colons(sha: &[u8; 32]) -> String {
    sha.map(|byte| format!("{byte:02X}")).join(":")
}

/// A SHA-256 in its usual spellings: 64 hex digits, plain or with colons, in either case.
pub(crate) fn read_sha256(text: &str) -> Option<[u8; 32]> {
    let digits: String = text.chars().filter(|c| !matches!(c, ':' | ' ')).collect();
    if digits.len() != 64 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let mut sha = [0; 32];
    for (byte, pair) in sha.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(sha)
}

fn pem(der: &[u8]) -> String {
    let code = STANDARD.encode(der);
    let mut text = String::with_capacity(code.len() + code.len() / 64 + 64);
    text.push_str("-----BEGIN CERTIFICATE-----\n");
    for line in code.as_bytes().chunks(64) {
        text.extend(line.iter().map(|b| char::from(*b)));
        text.push('\n');
    }
    text.push_str("-----END CERTIFICATE-----\n");
    text
}

/// RFC 5280 writes "no end" as the last second of year 9999, which lies just beyond what a `Timestamp` holds.
fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or(if second < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

fn name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(host) => Some(one_line(host)),
        GeneralName::IPAddress(octets) => {
            let four = <[u8; 4]>::try_from(*octets).map(IpAddr::from);
            let address = four.or_else(|_| <[u8; 16]>::try_from(*octets).map(IpAddr::from));
            address.ok().map(|ip| ip.to_string())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{CertificateParams, KeyPair, date_time_ymd};

    #[test]
    fn a_certificate_is_read_for_people() {
        let names = ["vb365.example", "10.0.0.1", "fe80::1"];
        let mut params = CertificateParams::new(names.map(String::from)).expect("names");
        params.not_before = date_time_ymd(2025, 3, 1);
        params.not_after = date_time_ymd(9999, 12, 31);
        params.distinguished_name.push(rcgen::DnType::CommonName, "evil\r\nname");
        let der = params.self_signed(&KeyPair::generate().expect("key")).expect("certificate");
        let read = Certificate::read(der.der());
        assert_eq!(read.names, names);
        assert_eq!(read.not_before.map(|t| t.to_string()).as_deref(), Some("2025-03-01T00:00:00Z"));
        assert!(read.self_signed && read.not_after > "9999-12-29T00:00:00Z".parse().ok());
        assert_eq!(read.pem.replace("\r\n", "\n"), der.pem().replace("\r\n", "\n"));
        assert_eq!(read.fingerprint.replace(':', "").to_lowercase(), read.sha256);
        assert_eq!(read_sha256(&read.fingerprint), Some(sha256(der.der())));
        assert!(!read.to_string().contains('\r') && read.to_string().contains(&read.fingerprint), "{read}");
    }

    #[test]
    fn what_is_no_certificate_still_has_a_fingerprint() {
        let read = Certificate::read(b"no certificate");
        assert_eq!((read.subject, read.not_after, read.sha256.len()), (None, None, 64));
    }
}
