//! What a restore is asked for.
//!
//! <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Restore-APIs>

use super::settings::ObjectSelection;
use crate::error::{Error, Result};
use crate::secret::Secret;
use crate::transport::basic;
use reqwest::header::{HeaderName, HeaderValue};
use serde_json::{Map, Value, json};

/// A user of the database, and the password. Restores need one besides the token.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DatabaseCredentials {
    /// User.
    pub username: String,
    /// Password.
    pub password: Secret,
}

impl DatabaseCredentials {
    /// A user with this password.
    pub fn new(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self { username: username.into(), password: password.into() }
    }

    /// `x-auth-credentials`, and what is encoded in it. The page shows `Basic` and base64; that user and password are
    /// inside is inferred from the vendor's other services.
    pub(super) fn header(&self) -> Result<(HeaderName, HeaderValue, Secret)> {
        if self.username.is_empty() || self.username.contains(':') {
            return Err(Error::invalid("the database user is empty or holds a ':'")
                .remedied("give the name of a database user that may restore"));
        }
        if self.password.is_empty() {
            return Err(Error::invalid("the password of the database user is empty")
                .remedied("give the password of the database user"));
        }
        let value = basic(&self.username, self.password.expose())?;
        let coded = value.to_str().unwrap_or_default().trim_start_matches("Basic ").into();
        Ok((HeaderName::from_static("x-auth-credentials"), value, coded))
    }
}

impl PartialEq for DatabaseCredentials {
    fn eq(&self, other: &Self) -> bool {
        self.username == other.username && self.password.expose() == other.password.expose()
    }
}

/// What to restore, and where to. Every member that the page shows is sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RestoreRequest {
    /// A name for the restore.
    pub name: String,
    /// The site to restore to; that of the backup itself, or another one.
    pub target_site: String,
    /// What to restore, out of [`Client::backup_objects`](super::Client::backup_objects).
    pub objects: Vec<ObjectSelection>,
    /// Whether to go on after a violation of access rights.
    pub continue_job_on_access_right_violation: bool,
    /// Whether to copy instead of restoring, in the sense of the engine below (inferred).
    pub run_as_a_copy_job: bool,
    /// Whether statistics are left out. Spelt so on the wire.
    pub skip_statstics: bool,
    /// Whether join and hash indexes are left out.
    pub skip_join_or_hash_indexes: bool,
    /// The database user that restores; sent as `x-auth-credentials`.
    pub credentials: DatabaseCredentials,
}

impl RestoreRequest {
    /// A restore of nothing yet; add the objects.
    pub fn new(name: impl Into<String>, target_site: impl Into<String>, credentials: DatabaseCredentials) -> Self {
        Self {
            name: name.into(),
            target_site: target_site.into(),
            objects: Vec::new(),
            continue_job_on_access_right_violation: false,
            run_as_a_copy_job: false,
            skip_statstics: false,
            skip_join_or_hash_indexes: false,
            credentials,
        }
    }

    /// With this object, too. A [`BackupObject`](super::BackupObject) stands for all of it, under its own name.
    #[must_use]
    pub fn object(mut self, object: impl Into<ObjectSelection>) -> Self {
        self.objects.push(object.into());
        self
    }

    /// Refuses before any request what cannot work.
    pub(super) fn check(&self) -> Result<()> {
        for (text, what) in [(&self.name, "name"), (&self.target_site, "target site")] {
            if text.trim().is_empty() {
                return Err(Error::invalid(format!("the {what} of the restore is empty"))
                    .remedied("give a name, and the site of the backup or another one"));
            }
        }
        if self.objects.is_empty() {
            return Err(Error::invalid("the restore names no object")
                .remedied("add at least one, out of the objects of the backup"));
        }
        let named = |text: &Option<String>| text.as_deref().is_some_and(|t| !t.trim().is_empty());
        match self.objects.iter().position(|o| !named(&o.object_name) || !named(&o.object_type)) {
            Some(index) => Err(Error::invalid(format!("objects[{index}] has no name or no type"))
                .remedied("give both; DATABASE is a type")),
            None => Ok(()),
        }
    }

    pub(super) fn body(&self) -> Value {
        json!({
            "name": self.name,
            "target_site": self.target_site,
            "job_settings": {
                "objects": self.objects.iter().map(selected).collect::<Vec<_>>(),
                "continue_job_on_access_right_violation": self.continue_job_on_access_right_violation,
                "run_as_a_copy_job": self.run_as_a_copy_job,
                "skip_statstics": self.skip_statstics,
                "skip_join_or_hash_indexes": self.skip_join_or_hash_indexes,
            },
        })
    }
}

/// An object as the page writes it; `rename_to` only where a new name is wanted.
fn selected(object: &ObjectSelection) -> Value {
    let mut body = Map::new();
    let texts = [
        ("object_name", &object.object_name),
        ("object_type", &object.object_type),
        ("parent_name", &object.parent_name),
        ("parent_type", &object.parent_type),
        ("rename_to", &object.rename_to),
    ];
    for (name, text) in texts {
        if let Some(text) = text.as_deref().filter(|text| !text.is_empty()) {
            body.insert(name.into(), text.into());
        }
    }
    let excluded = object.exclude_objects.iter();
    let excluded = excluded.map(|o| json!({ "object_name": o.object_name, "object_type": o.object_type }));
    body.insert("exclude_objects".into(), excluded.collect());
    body.insert("include_all".into(), object.include_all.unwrap_or(true).into());
    for (name, value) in &object.extra {
        body.insert(name.clone(), value.clone());
    }
    body.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    fn request() -> RestoreRequest {
        RestoreRequest::new("sales_rollback", "ACMEPRD1", DatabaseCredentials::new("restorer", "canary-s3cret"))
    }

    #[test]
    fn the_body_is_the_one_of_the_page() {
        let sales = ObjectSelection::new("SALES", "DATABASE").parent("DBC", "DATABASE");
        let renamed = ObjectSelection::new("HR", "DATABASE").rename("HR_OLD").exclude("TMP", "TABLE");
        assert_eq!(
            request().object(sales).object(renamed).body(),
            json!({
                "name": "sales_rollback", "target_site": "ACMEPRD1",
                "job_settings": {
                    "objects": [
                        {"object_name": "SALES", "object_type": "DATABASE", "parent_name": "DBC",
                         "parent_type": "DATABASE", "exclude_objects": [], "include_all": true},
                        {"object_name": "HR", "object_type": "DATABASE", "rename_to": "HR_OLD", "include_all": true,
                         "exclude_objects": [{"object_name": "TMP", "object_type": "TABLE"}]},
                    ],
                    "continue_job_on_access_right_violation": false, "run_as_a_copy_job": false,
                    "skip_statstics": false, "skip_join_or_hash_indexes": false,
                },
            })
        );
    }

    #[test]
    fn odd_requests_are_refused_and_show_no_secret() {
        let sales = || ObjectSelection::new("SALES", "DATABASE");
        for bad in [
            request(),
            RestoreRequest { name: " ".into(), ..request().object(sales()) },
            RestoreRequest { target_site: String::new(), ..request().object(sales()) },
            request().object(sales()).object(ObjectSelection::new("SALES", "")),
        ] {
            let error = bad.check().expect_err("odd");
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
            assert!(!format!("{bad:?} {error:?}").contains("canary"));
        }
        for (user, password) in [("", "x"), ("a:b", "x"), ("u", "")] {
            assert!(DatabaseCredentials::new(user, password).header().is_err(), "{user}");
        }
        assert!(request().object(sales()).check().is_ok());
    }
}
