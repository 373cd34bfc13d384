//! What a schedule is to be, or what is to change of it.

use super::location::{check_parts, check_text, check_url};
use super::password;
use super::recurrence::{RecurrenceInfo, RetentionInfo};
use crate::error::{Error, Result};
use crate::secret::Secret;
use serde::Serialize;

/// A schedule to be made (`CreateSpec` in the vendor's words). Unset members are not sent.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ScheduleSpec {
    /// Optional parts to include, such as `seat`; not sent when empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// Encrypts the backups; policy as for [`BackupRequest`](super::BackupRequest). Unset: not encrypted.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub backup_password: Option<Secret>,
    /// URL of the destination; its scheme tells the type.
    pub location: String,
    /// User at the destination. Unset: no authentication there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_user: Option<String>,
    /// Password at the destination.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub location_password: Option<Secret>,
    /// Whether it is on. Unset: on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// When it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence_info: Option<RecurrenceInfo>,
    /// How many backups it keeps. Unset: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_info: Option<RetentionInfo>,
    /// Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member). Unset: the slow way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fast_backup: Option<bool>,
}

impl ScheduleSpec {
    /// A schedule for the mandatory parts, unencrypted, that keeps all.
    pub fn new(location: impl Into<String>) -> Self {
        Self {
            parts: Vec::new(),
            backup_password: None,
            location: location.into(),
            location_user: None,
            location_password: None,
            enable: None,
            recurrence_info: None,
            retention_info: None,
            fast_backup: None,
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

    /// On or off.
    #[must_use]
    pub fn enable(mut self, on: bool) -> Self {
        self.enable = Some(on);
        self
    }

    /// Runs then.
    #[must_use]
    pub fn recurring(mut self, recurrence: RecurrenceInfo) -> Self {
        self.recurrence_info = Some(recurrence);
        self
    }

    /// Keeps so many backups.
    #[must_use]
    pub fn keeping(mut self, max_count: i64) -> Self {
        self.retention_info = Some(RetentionInfo::new(max_count));
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
        check_url(&self.location)?;
        check_text("location user", self.location_user.as_deref())?;
        check_parts(&self.parts)?;
        self.recurrence_info.as_ref().map_or(Ok(()), RecurrenceInfo::check)?;
        self.retention_info.as_ref().map_or(Ok(()), RetentionInfo::check)?;
        self.backup_password.as_ref().map_or(Ok(()), password::check)
    }

    pub(super) fn secrets(&self) -> [&Option<Secret>; 2] {
        [&self.backup_password, &self.location_password]
    }
}

/// What is to change of a schedule (`UpdateSpec` in the vendor's words). Unset members stay as they are.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct ScheduleUpdate {
    /// Optional parts to include; empty: none of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<String>>,
    /// Encrypts the backups; policy as for [`BackupRequest`](super::BackupRequest).
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub backup_password: Option<Secret>,
    /// URL of the destination; its scheme tells the type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// User at the destination.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_user: Option<String>,
    /// Password at the destination.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::serialize_plain")]
    pub location_password: Option<Secret>,
    /// Whether it is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
    /// When it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence_info: Option<RecurrenceInfo>,
    /// How many backups it keeps. (There is no word for "all again": make the schedule anew.)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_info: Option<RetentionInfo>,
    /// Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fast_backup: Option<bool>,
}

impl ScheduleUpdate {
    /// Changes nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// These optional parts.
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.parts = Some(parts.into_iter().map(Into::into).collect());
        self
    }

    /// Encrypted with this password.
    #[must_use]
    pub fn encrypted(mut self, password: impl Into<Secret>) -> Self {
        self.backup_password = Some(password.into());
        self
    }

    /// To this URL.
    #[must_use]
    pub fn location(mut self, location: impl Into<String>) -> Self {
        self.location = Some(location.into());
        self
    }

    /// With these credentials at the destination.
    #[must_use]
    pub fn credentials(mut self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.location_user = Some(user.into());
        self.location_password = Some(password.into());
        self
    }

    /// On or off.
    #[must_use]
    pub fn enable(mut self, on: bool) -> Self {
        self.enable = Some(on);
        self
    }

    /// Runs then.
    #[must_use]
    pub fn recurring(mut self, recurrence: RecurrenceInfo) -> Self {
        self.recurrence_info = Some(recurrence);
        self
    }

    /// Keeps so many backups.
    #[must_use]
    pub fn keeping(mut self, max_count: i64) -> Self {
        self.retention_info = Some(RetentionInfo::new(max_count));
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
        let texts = self.parts.is_none() && self.location.is_none() && self.location_user.is_none();
        let secrets = self.backup_password.is_none() && self.location_password.is_none();
        let rest = self.recurrence_info.is_none() && self.retention_info.is_none();
        if texts && secrets && rest && self.enable.is_none() && self.fast_backup.is_none() {
            return Err(Error::invalid("the update changes nothing").remedied("set at least one member"));
        }
        self.location.as_deref().map_or(Ok(()), check_url)?;
        check_text("location user", self.location_user.as_deref())?;
        self.parts.as_deref().map_or(Ok(()), check_parts)?;
        self.recurrence_info.as_ref().map_or(Ok(()), RecurrenceInfo::check)?;
        self.retention_info.as_ref().map_or(Ok(()), RetentionInfo::check)?;
        self.backup_password.as_ref().map_or(Ok(()), password::check)
    }

    pub(super) fn secrets(&self) -> [&Option<Secret>; 2] {
        [&self.backup_password, &self.location_password]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_specifications_are_refused() {
        let good = || ScheduleSpec::new("sftp://h/d");
        assert!(good().recurring(RecurrenceInfo::new(1, 2)).keeping(1).encrypted("Encrypt-1!").check().is_ok());
        for (spec, why) in [
            (ScheduleSpec::new(""), "empty"),
            (ScheduleSpec::new("h/d"), "no URL"),
            (ScheduleSpec::new("pigeon://h"), "pigeon"),
            (good().credentials("-o", "p"), "location user"),
            (good().parts(["../x"]), "part"),
            (good().recurring(RecurrenceInfo::new(24, 0)), "hour"),
            (good().keeping(0), "keep"),
            (good().encrypted("weak"), "policy"),
        ] {
            let error = spec.check().expect_err(why);
            assert!(error.message().contains(why), "{why}: {error}");
        }
    }

    #[test]
    fn odd_updates_are_refused() {
        let good = ScheduleUpdate::new;
        assert!(good().check().expect_err("nothing").message().contains("nothing"));
        assert!(good().fast_backup(true).check().is_ok() && good().parts(Vec::<String>::new()).check().is_ok());
        for (update, why) in [
            (good().location("h/d"), "no URL"),
            (good().credentials("-o", "p"), "location user"),
            (good().parts([""]), "part"),
            (good().recurring(RecurrenceInfo::default()), "hour"),
            (good().keeping(0), "keep"),
            (good().encrypted(""), "policy"),
        ] {
            let error = update.check().expect_err(why);
            assert!(error.message().contains(why), "{why}: {error}");
        }
    }
}
