//! Whether this caller may restore.

use super::{Client, DatabaseCredentials};
use crate::Extra;
use crate::decode::decode;
use crate::error::Result;
use crate::transport::Reply;
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
    #[serde(deserialize_with = "crate::said::sentence")]
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
        if let Some(credentials) = &request.credentials {
            let (name, value, coded) = credentials.header().map_err(|e| e.during(OPERATION))?;
            post = post.credentials(name, value).carries([&credentials.password, &coded]);
        }
        let reply = self.core.call(&self.cancel, &post)?;
        self.core.decode_with(&post, &reply, read)
    }
}

fn read(reply: &Reply) -> Result<RestorePermissions> {
    match reply.body.iter().find(|b| !b.is_ascii_whitespace()) {
        None => Ok(RestorePermissions::default()),
        Some(b'{') => {
            let mut permissions: RestorePermissions = decode(reply)?;
            permissions.extra = crate::said::parts(permissions.extra);
            Ok(permissions)
        }
        Some(_) => {
            let mut permissions = RestorePermissions::default();
            permissions.extra.insert("value".into(), decode(reply)?);
            permissions.extra = crate::said::parts(permissions.extra);
            Ok(permissions)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderMap;
    use serde_json::json;

    #[test]
    fn only_a_plain_yes_is_one() {
        let read = |body: &str| read(&Reply { status: 200, headers: HeaderMap::new(), body: body.into() });
        for (body, permitted) in [
            (r#"{"permitted": true}"#, Some(true)),
            (r#"{"permitted": "false"}"#, Some(false)),
            (r#"{"allowed": true}"#, None),
            ("true", None),
            (r#"[{"permitted": true}]"#, None),
            (" ", None),
        ] {
            assert_eq!(read(body).expect("readable").permitted, permitted, "{body}");
        }
        assert_eq!(read("true").expect("readable").extra["value"], true);
        let error = read(r#"{"permitted": {}}"#).expect_err("no flag");
        assert!(error.message().contains("at permitted"), "{error}");
        assert!(read("<html>").is_err());
    }

    #[test]
    fn answers_are_open() {
        let sample = json!({"permitted": true, "details": "may restore"});
        let answer: RestorePermissions = crate::roundtrip::assert_open(&sample);
        assert!(answer.extra.is_empty());
    }
}
