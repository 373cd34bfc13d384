//! Whether this caller may restore.

use super::{Client, DatabaseCredentials};
use crate::Extra;
use crate::error::{Error, Result};
use crate::redact;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What to ask. Neither the body nor whether credentials are wanted is documented, so both are the caller's choice.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RestorePermissionsRequest {
    /// A database user, for `x-auth-credentials`. Unset is not sent.
    pub credentials: Option<DatabaseCredentials>,
    /// The members of the body, by name. None is documented; an empty object is sent without any.
    pub members: Extra,
}

impl RestorePermissionsRequest {
    /// For this database user.
    #[must_use]
    pub fn credentials(mut self, credentials: DatabaseCredentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// With this member of the body.
    #[must_use]
    pub fn member(mut self, name: impl Into<String>, value: Value) -> Self {
        self.members.insert(name.into(), value);
        self
    }
}

/// The answer. Its members are not documented: `permitted` and `details` are guesses, all others are in `extra`. An
/// answer that is no object is there, too, as `value`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct RestorePermissions {
    /// Whether the restore would be allowed (inferred). `None`: look into `extra`, and do not take it for a yes.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub permitted: Option<bool>,
    /// What the vendor says about it (inferred).
    #[serde(deserialize_with = "crate::lenient::text")]
    pub details: Option<String>,
    /// All other members.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// Asks whether this caller may restore. The path is documented, the bodies are not:
    /// <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Restore-APIs>.
    ///
    /// # Errors
    /// `Unsupported` on Lake; `Denied` when that is how the server says no; any kind that a request can fail with.
    pub fn restore_permissions(&self, request: &RestorePermissionsRequest) -> Result<RestorePermissions> {
        const OPERATION: &str = "teradata.restore_permissions";
        self.need(self.dialect.restores(), OPERATION, "restore permissions")?;
        let mut post = self.post(OPERATION, &["restore-permissions"]).json(&request.members)?;
        let mut secrets = Vec::new();
        if let Some(credentials) = &request.credentials {
            let (name, value, coded) = credentials.header().map_err(|e| e.during(OPERATION))?;
            post = post.header(name, value);
            secrets = vec![credentials.password.clone(), coded];
        }
        let answer = self.core.call(&self.cancel, &post).and_then(|reply| {
            if reply.body.iter().all(u8::is_ascii_whitespace) {
                return Ok(RestorePermissions::default());
            }
            let read = crate::decode::decode(&reply).and_then(read);
            read.map_err(|e| self.core.dress(e, OPERATION))
        });
        answer.map_err(|error| error.scrubbed(|text| redact::scrub(text, secrets.iter())))
    }
}

fn read(body: Value) -> Result<RestorePermissions> {
    match body {
        Value::Object(_) => serde_json::from_value(body)
            .map_err(|e| Error::protocol(format!("the answer cannot be read: {}", redact::one_line(&e.to_string())))),
        other => {
            let mut permissions = RestorePermissions::default();
            permissions.extra.insert("value".into(), other);
            Ok(permissions)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_a_plain_yes_is_one() {
        for (body, permitted) in [
            (json!({"permitted": true}), Some(true)),
            (json!({"permitted": "false"}), Some(false)),
            (json!({"allowed": true}), None),
            (json!(true), None),
            (json!([{"permitted": true}]), None),
        ] {
            assert_eq!(read(body.clone()).expect("readable").permitted, permitted, "{body}");
        }
        assert_eq!(read(json!(true)).expect("readable").extra["value"], true);
        assert!(read(json!({"permitted": {}})).is_err());
    }
}
