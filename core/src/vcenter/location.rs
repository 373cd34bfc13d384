//! Where backups are kept.

use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::redact::one_line;
use crate::secret::Secret;
use serde::Serialize;

open_enum! {
    /// How the appliance reaches the destination.
    pub enum LocationType {
        /// FTP.
        Ftp = 1 => "FTP",
        /// HTTP.
        Http = 2 => "HTTP",
        /// FTPS.
        Ftps = 3 => "FTPS",
        /// HTTPS.
        Https = 4 => "HTTPS",
        /// SSH copy; use SFTP from 7.0 on.
        Scp = 5 => "SCP",
        /// SFTP; from about 6.7 U1 on.
        Sftp = 6 => "SFTP",
        /// NFS; 6.7 U2 and later.
        Nfs = 7 => "NFS",
        /// SMB; 6.7 U2 and later.
        Smb = 8 => "SMB",
    }
}

const REMEDY: &str = "use FTP, FTPS, HTTP, HTTPS, SCP, SFTP, NFS or SMB";

impl LocationType {
    /// The type that goes with the scheme of a URL: `sftp://…` is [`LocationType::Sftp`]. A scheme that is not one of
    /// the words becomes `Other`, and so does the empty text when there is none.
    #[must_use]
    pub fn of_url(location: &str) -> Self {
        Self::from(location.split_once("://").map_or("", |(scheme, _)| scheme))
    }

    /// Refuses a word that is not one.
    pub(super) fn check(&self) -> Result<()> {
        match self {
            Self::Other(word) if word.is_empty() => {
                Err(Error::invalid("the location type is not given, and the location has no scheme to tell it")
                    .remedied(REMEDY))
            }
            Self::Other(word) => {
                Err(Error::invalid(format!("'{}' is not a location type", one_line(word))).remedied(REMEDY))
            }
            _ => Ok(()),
        }
    }
}

/// A place with backups, and who may read it (`LocationSpec` in the vendor's words). Unset members are not sent.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Location {
    /// URL such as `sftp://backup.example.net/vcsa`; its scheme is one of the words of [`LocationType`].
    pub location: String,
    /// User there. Unset: no authentication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_user: Option<String>,
    /// Password there. Below `/rest` it travels in the query of the request, by the vendor's design; it is kept out of
    /// every message here, but the logs of a proxy may have it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub location_password: Option<Secret>,
}

impl Location {
    /// A place that asks for no credentials.
    pub fn new(location: impl Into<String>) -> Self {
        Self { location: location.into(), location_user: None, location_password: None }
    }

    /// With these credentials.
    #[must_use]
    pub fn credentials(mut self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.location_user = Some(user.into());
        self.location_password = Some(password.into());
        self
    }

    /// Refuses before any request what cannot work.
    pub(super) fn check(&self) -> Result<()> {
        check_url(&self.location)?;
        check_text("location user", self.location_user.as_deref())
    }
}

/// A path or URL, as backups and restores take it.
pub(super) fn check_place(location: &str) -> Result<()> {
    if location.trim().is_empty() {
        return Err(Error::invalid("the location is empty").remedied("give the path or URL of the destination"));
    }
    let host = location.split_once("://").map_or("", |(_, rest)| rest).split('/').next().unwrap_or_default();
    if host.rsplit_once('@').is_some_and(|(user, _)| user.contains(':')) {
        // Locations are shown everywhere, by us and by the appliance.
        return Err(Error::invalid("the location holds a password").remedied("give user and password separately"));
    }
    check_text("location", Some(location))
}

/// A URL, as schedules and archives take it: there the scheme tells the type.
pub(super) fn check_url(location: &str) -> Result<()> {
    check_place(location)?;
    match LocationType::of_url(location) {
        LocationType::Other(scheme) => {
            let shown = one_line(&scheme);
            let message = match shown.is_empty() {
                true => "the location is no URL".to_owned(),
                false => format!("the location's scheme '{shown}' is not one of an appliance"),
            };
            Err(Error::invalid(message).remedied("write it like sftp://backup.example.net/vcsa"))
        }
        _ => Ok(()),
    }
}

/// Refuses what some versions take for options of the programs that they call.
pub(super) fn check_text(what: &str, text: Option<&str>) -> Result<()> {
    if text.is_some_and(|t| t.starts_with('-') || t.chars().any(char::is_control)) {
        return Err(Error::invalid(format!("the {what} begins with '-' or holds control characters"))
            .remedied("the appliance hands it to other programs; write it plainly"));
    }
    Ok(())
}

/// Refuses an id or name that could be another path.
pub(super) fn check_name(what: &str, name: &str) -> Result<()> {
    let plain = !name.trim().is_empty() && !name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\'));
    if plain && !name.starts_with('-') && name != "." && name != ".." {
        return Ok(());
    }
    let article = if what.starts_with('a') { "an" } else { "a" };
    Err(Error::invalid(format!("'{}' cannot be the name of {article} {what}", one_line(name)))
        .remedied(format!("list what there is to find the {what}")))
}

/// Refuses parts that cannot be ids.
pub(super) fn check_parts(parts: &[String]) -> Result<()> {
    parts.iter().try_for_each(|part| check_name("part", part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_tells_the_type() {
        for (url, kind) in [
            ("sftp://h/d", LocationType::Sftp),
            ("SMB://h/share", LocationType::Smb),
            ("nfs://h/d", LocationType::Nfs),
            ("ftps://h:990/d", LocationType::Ftps),
            ("10.0.0.9/dir", LocationType::Other(String::new())),
            ("s3://bucket", LocationType::Other("s3".into())),
        ] {
            assert_eq!(LocationType::of_url(url), kind, "{url}");
        }
        assert!(LocationType::of_url("h/d").check().expect_err("none").message().contains("no scheme"));
        assert!(LocationType::of_url("s3://b").check().expect_err("s3").message().contains("'s3'"));
    }

    #[test]
    fn odd_places_are_refused() {
        for good in ["10.0.0.9/dir", "sftp://h/d", "scp://user@h/d", "sftp://h/a:b@c", "smb://h/share"] {
            assert!(check_place(good).is_ok(), "{good}");
        }
        for bad in ["", " ", "-oProxyCommand=x", "sftp://h/\n", "sftp://u:canary-pw@h/d"] {
            let error = check_place(bad).expect_err(bad);
            assert!(!error.to_string().contains("canary"), "{error}");
        }
        for bad in ["10.0.0.9/dir", "s3://b", "://h"] {
            assert!(check_url(bad).is_err(), "{bad}");
        }
        assert!(Location::new("sftp://h").credentials("-x", "p").check().is_err());
        assert!(!format!("{:?}", Location::new("sftp://h").credentials("u", "canary-pw")).contains("canary"));
    }
}
