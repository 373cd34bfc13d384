//! The request for a backup. An appliance has no stored jobs of this kind: every backup brings its own request.

use super::location::{LocationType, check_parts, check_place, check_text};
use super::{BackupJobStatus, Client, ReturnResult, password};
use crate::error::Result;
use crate::secret::Secret;
use serde::Serialize;

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
    /// Backs the database up the fast way, which may slow the appliance down meanwhile; 7.0 U2 and later (older ones
    /// refuse the member). Unset: the slow way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fast_backup: Option<bool>,
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
            fast_backup: None,
        }
    }

    /// The same, with the type that the URL's scheme tells.
    pub fn at(location: impl Into<String>) -> Self {
        let location = location.into();
        Self::new(LocationType::of_url(&location), location)
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

    /// The fast way, or the slow one.
    #[must_use]
    pub fn fast_backup(mut self, fast: bool) -> Self {
        self.fast_backup = Some(fast);
        self
    }

    /// Refuses before any request what cannot work.
    pub(super) fn check(&self) -> Result<()> {
        self.location_type.check()?;
        check_place(&self.location)?;
        check_text("location user", self.location_user.as_deref())?;
        check_parts(&self.parts)?;
        self.backup_password.as_ref().map_or(Ok(()), password::check)
    }

    pub(super) fn secrets(&self) -> [&Option<Secret>; 2] {
        [&self.backup_password, &self.location_password]
    }
}

impl Client {
    /// Starts a backup. The answer is its status; an appliance runs one backup or restore at a time, whoever started
    /// it.
    ///
    /// # Errors
    /// `InvalidArgument` before any request when the password breaks the policy or the location cannot be one;
    /// `AlreadyRunning` (`feature_in_use`).
    pub fn create_backup_job(&self, request: &BackupRequest) -> Result<BackupJobStatus> {
        const OPERATION: &str = "vcenter.create_backup_job";
        request.check().map_err(|e| e.during(OPERATION))?;
        self.ask(OPERATION, |api| {
            Ok(api.create(&["backup", "job"], request)?.carries(request.secrets().into_iter().flatten()))
        })
    }

    /// Looks whether a backup could work, without starting it (what it looks at is not documented). What it found is in
    /// the answer; an answer alone is no good news.
    ///
    /// # Errors
    /// As [`Client::create_backup_job`].
    pub fn validate_backup(&self, request: &BackupRequest) -> Result<ReturnResult> {
        const OPERATION: &str = "vcenter.validate_backup";
        request.check().map_err(|e| e.during(OPERATION))?;
        self.ask(OPERATION, |api| {
            Ok(api.validate(&["backup"], request)?.carries(request.secrets().into_iter().flatten()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_is_set_is_sent() {
        let request = BackupRequest::new(LocationType::Ftp, "ftp://h/d").encrypted("Encrypt-1!");
        assert_eq!(
            serde_json::to_value(&request).expect("json"),
            json!({"parts": [], "location_type": "FTP", "location": "ftp://h/d", "backup_password": "Encrypt-1!"})
        );
        assert!(!format!("{request:?}").contains("Encrypt-1!"));
        let fast = BackupRequest::at("SMB://h/share").fast_backup(false);
        assert_eq!(
            serde_json::to_value(&fast).expect("json"),
            json!({"parts": [], "location_type": "SMB", "location": "SMB://h/share", "fast_backup": false})
        );
    }

    #[test]
    fn odd_requests_are_refused() {
        for request in [
            BackupRequest::new(LocationType::from("CARRIER-PIGEON"), "x"),
            BackupRequest::new(LocationType::Ftp, " "),
            BackupRequest::new(LocationType::Ftp, "-oProxyCommand=x"),
            BackupRequest::new(LocationType::Ftp, "ftp://h").encrypted("weak"),
            BackupRequest::new(LocationType::Ftp, "ftp://h").credentials("-o", "p"),
            BackupRequest::new(LocationType::Ftp, "ftp://u:p@h"),
            BackupRequest::new(LocationType::Ftp, "ftp://h").parts([""]),
            BackupRequest::at("10.0.0.9/dir"),
        ] {
            assert!(request.check().is_err(), "{request:?}");
        }
    }
}
