//! Whether a backup can be restored here. The restore itself is not offered: it is allowed only
//! between the deployment of an appliance and its first boot.
//!
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/appliance/recovery/restore/>

use super::location::{LocationType, check_parts, check_place, check_text};
use super::{Client, LocalizableMessage};
use crate::Extra;
use crate::error::{Error, Result};
use crate::secret::Secret;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};

/// Which backup to restore. Unset members are not sent.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct RestoreRequest {
    /// Only these parts, which must be standalone ones; 8.0 U3 and later. Not sent when empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// The password that the backup was encrypted with. No policy holds here: it is what it was.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub backup_password: Option<Secret>,
    /// How the appliance reaches the backup.
    pub location_type: LocationType,
    /// Path or URL of the archive itself, not of the place that holds all of them (seen in clients).
    pub location: String,
    /// User there. Unset: no authentication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_user: Option<String>,
    /// Password there.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub location_password: Option<Secret>,
    /// Single-sign-on administrator; 6.7 and later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sso_admin_user_name: Option<String>,
    /// Its password.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub sso_admin_user_password: Option<Secret>,
}

impl RestoreRequest {
    /// A restore of an unencrypted backup.
    pub fn new(location_type: LocationType, location: impl Into<String>) -> Self {
        Self {
            parts: Vec::new(),
            backup_password: None,
            location_type,
            location: location.into(),
            location_user: None,
            location_password: None,
            sso_admin_user_name: None,
            sso_admin_user_password: None,
        }
    }

    /// The same, with the type that the URL's scheme tells.
    pub fn at(location: impl Into<String>) -> Self {
        let location = location.into();
        Self::new(LocationType::of_url(&location), location)
    }

    /// Only these parts.
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.parts = parts.into_iter().map(Into::into).collect();
        self
    }

    /// Of a backup encrypted with this password.
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

    /// With this single-sign-on administrator.
    #[must_use]
    pub fn sso_admin(mut self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.sso_admin_user_name = Some(user.into());
        self.sso_admin_user_password = Some(password.into());
        self
    }

    /// Refuses before any request what cannot work.
    pub(super) fn check(&self) -> Result<()> {
        self.location_type.check()?;
        check_place(&self.location)?;
        check_text("location user", self.location_user.as_deref())?;
        check_text("administrator's name", self.sso_admin_user_name.as_deref())?;
        if self.backup_password.as_ref().is_some_and(Secret::is_empty) {
            return Err(Error::invalid("the backup password is empty").remedied("leave it unset for a plain backup"));
        }
        check_parts(&self.parts)
    }

    fn secrets(&self) -> [&Option<Secret>; 3] {
        [&self.backup_password, &self.location_password, &self.sso_admin_user_password]
    }
}

/// What a backup is, and whether it fits this appliance (`Metadata` in the vendor's words).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct RestoreMetadata {
    /// When the backup was completed.
    #[serde(deserialize_with = "optional")]
    pub timestamp: Option<Time>,
    /// Parts in it.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub parts: Vec<String>,
    /// Version of the appliance that was backed up.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub version: Option<String>,
    /// Its name in the network.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub boxname: Option<String>,
    /// Whether the single-sign-on administrator must be given; 6.7 and later.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub sso_login_required: Option<bool>,
    /// Comment.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub comment: Option<String>,
    /// Whether it fits: deployment type, network and version. Nothing but true is a yes.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub applicable: Option<bool>,
    /// Why it does not fit.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub messages: Vec<LocalizableMessage>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// Reads a backup's description and compares it with this appliance; restores nothing.
    ///
    /// # Errors
    /// `InvalidArgument` before any request for a location that cannot be one; any kind that a request can fail with.
    pub fn validate_restore(&self, request: &RestoreRequest) -> Result<RestoreMetadata> {
        const OPERATION: &str = "vcenter.validate_restore";
        request.check().map_err(|e| e.during(OPERATION))?;
        self.ask(OPERATION, |api| {
            Ok(api.validate(&["restore"], request)?.carries(request.secrets().into_iter().flatten()))
        })
    }

    /// Whether this appliance can be backed up and restored at all. 6.7 and later.
    ///
    /// # Errors
    /// `Unsupported` when the appliance cannot be asked (before 6.7).
    pub fn recovery_supported(&self) -> Result<bool> {
        #[derive(Deserialize)]
        struct Answer {
            supported: bool,
        }
        let answer = self.ask("vcenter.recovery_supported", |api| Ok(api.get(&[])));
        answer.map(|answer: Answer| answer.supported).map_err(|error| self.lacks_path(error, "this question", "6.7"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use crate::vcenter::stub::Stub;
    use serde_json::json;

    #[test]
    fn metadata_is_open() {
        let metadata: RestoreMetadata = crate::roundtrip::assert_open(&json!({
            "timestamp": "2026-01-15T08:00:00.000Z", "parts": ["common"], "version": "8.0.3", "boxname": "vc.example",
            "sso_login_required": true, "comment": "", "applicable": false, "messages": [{"id": "m"}]
        }));
        assert!(metadata.extra.is_empty(), "{metadata:?}");
    }

    #[test]
    fn a_validation_sends_what_is_set_and_hides_it() {
        let secrets = ["weak", "canary-location", "canary-sso"];
        let request = RestoreRequest::at("sftp://h/d/M_1")
            .encrypted(secrets[0])
            .credentials("u", secrets[1])
            .sso_admin("administrator@vsphere.local", secrets[2]);
        let sent = json!({
            "backup_password": "weak", "location_type": "SFTP", "location": "sftp://h/d/M_1", "location_user": "u",
            "location_password": "canary-location", "sso_admin_user_name": "administrator@vsphere.local",
            "sso_admin_user_password": "canary-sso"
        });
        let echo = json!({"error_type": "ERROR", "messages": [{"default_message": secrets.join(",")}]}).to_string();
        let stub = Stub::with_sessions(&["api"], (500, &echo));
        let error = stub.client().validate_restore(&request).expect_err("echo");
        assert_eq!((error.message(), error.kind()), ("***,***,***", ErrorKind::Unavailable));
        assert!(!error.may_have_taken_effect(), "a validation changes nothing");
        let asked = stub.seen().into_iter().find(|seen| seen.line.contains("validate")).expect("request");
        assert_eq!(asked.line, "POST /api/appliance/recovery/restore?action=validate");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&asked.body).expect("json"), sent);
        let shown = format!("{request:?}");
        assert!(secrets.iter().all(|secret| !shown.contains(secret)), "{shown}");
    }

    #[test]
    fn odd_requests_are_refused() {
        let good = || RestoreRequest::at("sftp://h/d");
        assert!(good().check().is_ok() && RestoreRequest::new(LocationType::Ftp, "10.0.0.9/d").check().is_ok());
        for request in [
            RestoreRequest::at("10.0.0.9/d"),
            RestoreRequest::at("sftp://h/d").encrypted(""),
            good().credentials("-o", "p"),
            good().sso_admin("-o", "p"),
            good().parts(["a/b"]),
        ] {
            assert!(request.check().is_err(), "{request:?}");
        }
    }

    #[test]
    fn whether_recovery_is_supported() {
        for (roots, body) in
            [(&["rest"], r#"{"value":{"supported":false,"new":1}}"#), (&["api"], r#"{"supported":false}"#)]
        {
            assert!(!Stub::with_sessions(roots, (200, body)).client().recovery_supported().expect("answer"));
        }
        assert!(Stub::with_sessions(&["api"], (200, "{}")).client().recovery_supported().is_err(), "silence is no yes");
    }
}
