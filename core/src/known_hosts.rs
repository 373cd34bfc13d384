//! A file of hosts and the certificates that were compared by a person, as ssh keeps one for keys.

use crate::base_url::base_url;
use crate::certificate::{Certificate, read_sha256, with_colons};
use crate::error::{Error, Result};
use crate::lock_file::{LockFile, replace};
use crate::redact::{self, one_line};
use crate::refusal::Refusal;
use crate::tls::Trust;
use reqwest::Url;
use std::io;
use std::path::{Path, PathBuf};

/// Larger files are no lists of hosts.
const FILE_LIMIT: u64 = 4 << 20;

/// A file with one host and one certificate a line:
///
/// ```text
/// # host:port             SHA-256 of the certificate, plain or with colons; what follows a blank and # is a comment
/// vb365.example:4443      AA:BB:…:99  # CN=vb365.example
/// [fe80::1]:443           aabb…99
/// ```
///
/// The port always stands there. A host may have several lines: any of its certificates is accepted, which helps while one
/// is being replaced. A line that cannot be read is an error, never skipped. `govc`'s file has the same lines, as long as
/// its thumbprints are SHA-256.
///
/// A file that we create is readable and writable for its owner only; it is replaced as a whole, and several processes may
/// change it at once: each takes a lock file beside it (`<file>.lock`) for the moment. A file that everybody may write is
/// refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownHosts {
    path: PathBuf,
}

struct Known {
    place: String,
    sha256: [u8; 32],
}

impl KnownHosts {
    /// Checks that every line of the file can be read. A file that does not exist is one without hosts.
    ///
    /// # Errors
    /// `Config` when the file or a line of it cannot be read, or when everybody may write it.
    pub fn open(path: &Path) -> Result<Self> {
        let hosts = Self { path: path.to_owned() };
        hosts.read().and_then(|text| hosts.parse(&text)).map_err(|e| e.during("known_hosts.open"))?;
        Ok(hosts)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The SHA-256s remembered for the host and port of that URL, with colons; empty for an unknown host.
    ///
    /// # Errors
    /// `Config` as [`KnownHosts::open`], and for a bad URL.
    pub fn lookup(&self, url: &str) -> Result<Vec<String>> {
        let found = || -> Result<Vec<String>> {
            let place = place(&base_url(url, &Trust::System)?);
            Ok(self.known(&place)?.iter().map(with_colons).collect())
        };
        found().map_err(|e| e.during("known_hosts.lookup"))
    }

    /// Adds a certificate for the host and port of that URL; what was remembered before stays. Doing it twice is the same
    /// as once. For a certificate that replaces another, [`KnownHosts::forget`] the host first.
    ///
    /// # Errors
    /// `Config` as [`KnownHosts::lookup`], when the file cannot be written, or when another process keeps it locked.
    pub fn remember(&self, url: &str, certificate: &Certificate) -> Result<()> {
        let add = || -> Result<()> {
            let place = place(&base_url(url, &Trust::System)?);
            let sha256 = read_sha256(&certificate.sha256)
                .ok_or_else(|| Error::config("the certificate has no SHA-256").remedied("fetch it from the server"))?;
            self.change(|text, known| {
                if known.iter().any(|k| k.place == place && k.sha256 == sha256) {
                    return None;
                }
                let mut text = text.to_owned();
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                let subject = one_line(certificate.subject.as_deref().unwrap_or_default());
                let line = format!("{place} {} # {subject}", with_colons(&sha256));
                text.push_str(line.trim_end_matches(['#', ' ']));
                text.push('\n');
                Some(text)
            })
        };
        add().map_err(|e| e.during("known_hosts.remember"))
    }

    /// Removes every certificate of the host and port of that URL; comments and other hosts stay. True when there was one.
    ///
    /// # Errors
    /// As [`KnownHosts::remember`].
    pub fn forget(&self, url: &str) -> Result<bool> {
        let mut found = false;
        let mut remove = || -> Result<()> {
            let place = place(&base_url(url, &Trust::System)?);
            self.change(|text, known| {
                found = known.iter().any(|k| k.place == place);
                let stays = |line: &&str| !matches!(line_of(line), Ok(Some(k)) if k.place == place);
                found.then(|| text.split_inclusive('\n').filter(stays).collect())
            })
        };
        remove().map_err(|e| e.during("known_hosts.forget"))?;
        Ok(found)
    }

    /// Whether the certificate is one of those remembered for that place; else why not.
    pub(crate) fn judge(
        &self,
        place: &str,
        sha256: &[u8; 32],
        leaf: impl Fn() -> Certificate,
    ) -> std::result::Result<(), Refusal> {
        let file = redact::file(&self.path);
        let known = self.known(place).map_err(|e| Refusal::new(e.message(), e.remedy()))?;
        if known.contains(sha256) {
            return Ok(());
        }
        let shown = leaf();
        if known.is_empty() {
            let subject = shown.subject.as_deref().unwrap_or("nobody");
            return Err(Refusal::new(
                format!(
                    "{place} is not in the known-hosts file '{file}': its certificate, for '{subject}', has the SHA-256 {}",
                    shown.fingerprint
                ),
                "fetch the certificate, compare its SHA-256 with the server's own, then remember it",
            ));
        }
        let known = known.iter().map(with_colons).collect::<Vec<_>>().join(" or ");
        Err(Refusal::new(
            format!(
                "THE CERTIFICATE OF {place} HAS CHANGED, somebody may be in between: it now has the SHA-256 {}, but the \
                 known-hosts file '{file}' remembers {known}",
                shown.fingerprint
            ),
            "if it was renewed on purpose, compare the new SHA-256 with the server's own, forget the host and remember the \
             new certificate; else find out who answers",
        ))
    }

    fn known(&self, place: &str) -> Result<Vec<[u8; 32]>> {
        let known = self.parse(&self.read()?)?;
        Ok(known.into_iter().filter(|k| k.place == place).map(|k| k.sha256).collect())
    }

    /// Replaces the text by what `change` makes of it, unless that is nothing; nobody else changes it meanwhile.
    fn change(&self, change: impl FnOnce(&str, &[Known]) -> Option<String>) -> Result<()> {
        let cannot = |e: io::Error| {
            Error::config(format!("cannot write the known-hosts file '{}': {e}", redact::file(&self.path)))
                .remedied("give a path in a directory that this account may write")
        };
        let _lock = LockFile::take(&self.path).map_err(cannot)?;
        let text = self.read()?;
        match change(&text, &self.parse(&text)?) {
            Some(text) => replace(&self.path, text.as_bytes()).map_err(cannot),
            None => Ok(()),
        }
    }

    fn read(&self) -> Result<String> {
        let file = redact::file(&self.path);
        let bad = |why: String| {
            Error::config(format!("cannot read the known-hosts file '{file}': {why}"))
                .remedied("give the path of a text file with lines like: vb365.example:4443 AA:BB:…:99")
        };
        match std::fs::metadata(&self.path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
            Err(e) => return Err(bad(e.to_string())),
            Ok(found) if !found.is_file() => return Err(bad("it is not a file".into())),
            Ok(found) if found.len() > FILE_LIMIT => return Err(bad("it is too large".into())),
            Ok(found) if everybody_may_write(&found) => {
                return Err(Error::config(format!("everybody may write the known-hosts file '{file}'"))
                    .remedied(format!("chmod o-w '{file}', then look at every line of it")));
            }
            Ok(_) => {}
        }
        match std::fs::read_to_string(&self.path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            other => other.map_err(|e| bad(e.to_string())),
        }
    }

    fn parse(&self, text: &str) -> Result<Vec<Known>> {
        let mut known = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let entry = line_of(line).map_err(|why| {
                let file = redact::file(&self.path);
                Error::config(format!("line {} of the known-hosts file '{file}' {why}", index + 1))
                    .remedied("correct it, or remove it; a line looks like: vb365.example:4443 AA:BB:…:99")
            })?;
            known.extend(entry);
        }
        Ok(known)
    }
}

/// Host and port as they stand in the file: lower case, the port always there.
pub(crate) fn place(url: &Url) -> String {
    format!("{}:{}", url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or(443))
}

fn line_of(line: &str) -> std::result::Result<Option<Known>, &'static str> {
    let mut words = line.split_whitespace().take_while(|word| !word.starts_with('#'));
    let Some(place) = words.next() else { return Ok(None) };
    let sha256 = words.next().ok_or("has no SHA-256")?;
    if words.next().is_some() {
        return Err("has more than a host and a SHA-256");
    }
    let port = place.rsplit_once(':').and_then(|(host, port)| (!host.is_empty()).then(|| port.parse::<u16>().ok())?);
    if port.is_none() {
        return Err("has no host with a port");
    }
    let sha256 = read_sha256(sha256).ok_or("has no SHA-256 of 64 hex digits")?;
    Ok(Some(Known { place: place.to_ascii_lowercase(), sha256 }))
}

/// Whether a file may be written by accounts that are neither its owner nor of its group.
pub(crate) fn everybody_may_write(found: &std::fs::Metadata) -> bool {
    #[cfg(unix)]
    return std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o002 != 0;
    #[cfg(not(unix))]
    return false;
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://VB365.example:4443/prefix";

    fn certificate(byte: &str) -> Certificate {
        Certificate { sha256: byte.repeat(32), subject: Some("CN=x # y".into()), ..Certificate::default() }
    }

    fn file(name: &str) -> KnownHosts {
        let dir = std::env::temp_dir().join(format!("backupjobs-known-hosts-{}", std::process::id()));
        std::fs::create_dir_all(&dir).expect("directory");
        let path = dir.join(name);
        let _ = std::fs::remove_file(&path);
        KnownHosts::open(&path).expect("a file that is not there yet")
    }

    fn text(hosts: &KnownHosts) -> String {
        std::fs::read_to_string(hosts.path()).expect("text")
    }

    #[test]
    fn what_is_remembered_is_found_until_it_is_forgotten() {
        let hosts = file("life");
        assert!(hosts.lookup(URL).expect("none").is_empty() && !hosts.forget(URL).expect("none"));
        for byte in ["aa", "bb", "aa"] {
            hosts.remember(URL, &certificate(byte)).expect(byte);
        }
        hosts.remember("https://other.example", &certificate("cc")).expect("other");
        let found = hosts.lookup("https://vb365.EXAMPLE:4443").expect("found");
        assert_eq!(found, [vec!["AA"; 32].join(":"), vec!["BB"; 32].join(":")]);
        assert!(hosts.lookup("https://vb365.example").expect("another port").is_empty());
        std::fs::write(hosts.path(), format!("# by hand\n{}\n\n", text(&hosts).trim_end())).expect("written");
        assert!(hosts.forget(URL).expect("there"));
        let line = format!("other.example:443 {} # CN=x # y", vec!["CC"; 32].join(":"));
        assert_eq!(text(&hosts), format!("# by hand\n{line}\n\n"));
        assert!(hosts.remember("http://x", &certificate("aa")).is_err());
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        let hosts = file("broken");
        let good = format!("h:1 {}", "ab".repeat(32));
        for bad in ["h:1", "h 00", "h:1 0011", ":1 00", &format!("h {}", "ab".repeat(32)), &format!("{good} more")] {
            std::fs::write(hosts.path(), format!("{good} # fine\n\n  # so is this\n{bad}\n")).expect("written");
            let error = KnownHosts::open(hosts.path()).expect_err(bad);
            assert!(error.message().starts_with("line 4 of"), "{bad}: {error}");
            assert!(hosts.remember(URL, &certificate("aa")).is_err(), "a broken file is left alone");
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_its_owners_and_must_not_be_everybodys() {
        use std::os::unix::fs::PermissionsExt;
        let hosts = file("modes");
        hosts.remember(URL, &certificate("aa")).expect("written");
        let mode = || std::fs::metadata(hosts.path()).expect("file").permissions().mode() & 0o777;
        let set = |mode| std::fs::set_permissions(hosts.path(), PermissionsExt::from_mode(mode)).expect("mode");
        assert_eq!(mode(), 0o600);
        set(0o640);
        hosts.remember(URL, &certificate("bb")).expect("written");
        assert_eq!(mode(), 0o640, "what its owner chose stays");
        set(0o666);
        let error = hosts.lookup(URL).expect_err("everybody may write it");
        assert!(error.message().contains("everybody") && error.remedy().contains("chmod"), "{error}");
    }

    #[test]
    fn many_writers_lose_nothing() {
        let hosts = file("crowd");
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let hosts = &hosts;
                scope.spawn(move || {
                    for port in 0..8 {
                        let url = format!("https://h{thread}.example:{}", port + 1000);
                        hosts.remember(&url, &certificate("aa")).expect("remembered");
                    }
                });
            }
        });
        assert_eq!(text(&hosts).lines().count(), 64);
        let left = std::fs::read_dir(hosts.path().parent().expect("directory")).expect("list");
        let left: Vec<_> = left.flatten().map(|e| e.file_name()).collect();
        assert!(!left.iter().any(|n| n.to_string_lossy().starts_with("crowd.")), "{left:?}");
    }
}
