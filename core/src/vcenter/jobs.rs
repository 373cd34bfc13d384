//! The request for a backup. An appliance has no stored jobs of this kind: every backup brings its own request.

use super::{BackupJobStatus, Client, job_path, password};
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::request::Request;
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

/// What to back up, and where to. Unset members are not sent.
///
/// <https://developer.vmware.com/apis/vsphere-automation/v7.0U2-deprecated/appliance/rest/appliance/recovery/backup/job/post/>
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct BackupRequest {
    /// Optional parts to include, such as `seat`; may be empty.
    pub parts: Vec<String>,
    /// Encrypts the backup. Unset: not encrypted. Policy: 8 to 20 visible ASCII characters with an upper-case letter, a
    /// lower-case letter, a digit and a special character.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub backup_password: Option<Secret>,
    /// How the appliance reaches the destination.
    pub location_type: LocationType,
    /// Path or URL of the destination.
    pub location: String,
    /// User at the destination. Unset: no authentication there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_user: Option<String>,
    /// Password at the destination.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub location_password: Option<Secret>,
    /// A comment kept with the backup. Unset: empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl BackupRequest {
    /// A request for the mandatory parts, unencrypted.
    pub fn new(location_type: LocationType, location: impl Into<String>) -> Self {
        Self {
            parts: Vec::new(),
            backup_password: None,
            location_type,
            location: location.into(),
            location_user: None,
            location_password: None,
            comment: None,
        }
    }

    /// With these optional parts, too.
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.parts = parts.into_iter().map(Into::into).collect();
        self
    }

    /// Encrypted with this password.
    #[must_use]
    pub fn encrypted(mut self, password: impl Into<Secret>) -> Self {
        self.backup_password = Some(password.into());
        self
    }

    /// With these credentials at the destination.
    #[must_use]
    pub fn credentials(mut self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.location_user = Some(user.into());
        self.location_password = Some(password.into());
        self
    }

    /// With a comment.
    #[must_use]
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// Refuses before any request what cannot work.
    pub(super) fn check(&self) -> Result<()> {
        if let LocationType::Other(word) = &self.location_type {
            let shown = crate::redact::one_line(word);
            return Err(Error::invalid(format!("'{shown}' is not a location type"))
                .remedied("use FTP, FTPS, HTTP, HTTPS, SCP, SFTP, NFS or SMB"));
        }
        if self.location.trim().is_empty() {
            return Err(Error::invalid("the location is empty").remedied("give the path or URL of the destination"));
        }
        // Taken by some versions for options of the programs that they call.
        for (text, what) in
            [(Some(self.location.as_str()), "location"), (self.location_user.as_deref(), "location user")]
        {
            if text.is_some_and(|t| t.starts_with('-') || t.chars().any(char::is_control)) {
                return Err(Error::invalid(format!("the {what} begins with '-' or holds control characters")));
            }
        }
        self.backup_password.as_ref().map_or(Ok(()), password::check)
    }
}

impl Client {
    /// Starts a backup. The answer is its status; an appliance runs one backup or restore at a time, whoever started it.
    ///
    /// # Errors
    /// `InvalidArgument` before any request when the password breaks the policy or the location is empty;
    /// `AlreadyRunning` (`feature_in_use`).
    pub fn create_backup_job(&self, request: &BackupRequest) -> Result<BackupJobStatus> {
        const OPERATION: &str = "vcenter.create_backup_job";
        request.check().map_err(|e| e.during(OPERATION))?;
        let post = Request::post(OPERATION, &job_path(&[])).json(&Piece { piece: request })?;
        let secrets = [&request.backup_password, &request.location_password];
        self.read(&post).map_err(|error| {
            // The request's own secrets are not the client's: a server that echoes them is cleaned up after here.
            error.scrubbed(|text| crate::redact::scrub(text, secrets.into_iter().flatten()))
        })
    }
}

#[derive(Serialize)]
struct Piece<'a> {
    piece: &'a BackupRequest,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_is_set_is_sent() {
        let request = BackupRequest::new(LocationType::Ftp, "ftp://h/d").encrypted("Encrypt-1!");
        assert_eq!(
            serde_json::to_value(Piece { piece: &request }).expect("json"),
            json!({"piece": {"parts": [], "location_type": "FTP", "location": "ftp://h/d", "backup_password": "Encrypt-1!"}})
        );
        assert!(!format!("{request:?}").contains("Encrypt-1!"));
    }

    #[test]
    fn odd_requests_are_refused() {
        for request in [
            BackupRequest::new(LocationType::from("CARRIER-PIGEON"), "x"),
            BackupRequest::new(LocationType::Ftp, " "),
            BackupRequest::new(LocationType::Ftp, "-oProxyCommand=x"),
            BackupRequest::new(LocationType::Ftp, "ftp://h").encrypted("weak"),
        ] {
            assert!(request.check().is_err(), "{request:?}");
        }
    }
}
