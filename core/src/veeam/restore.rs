//! Restore sessions, started from a job's backups.

use super::{Client, Links, check_id};
use crate::Extra;
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::time::{Time, optional};
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

open_enum! {
    /// The explorer that a restore session opens.
    pub enum ExplorerType {
        /// Exchange.
        Vex = 1 => "vex",
        /// SharePoint.
        Vesp = 2 => "vesp",
        /// OneDrive for Business.
        Veod = 3 => "veod",
        /// Teams; v5 and later.
        Vet = 4 => "vet",
    }
}

/// What to explore. An odd time is no error for the server: before the first backup the session is empty, after the last
/// it shows the latest restore point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExploreOptions {
    /// The point in time, in UTC: `yyyy-MM-dd HH:mm:ss.SSS`, `yyyy.MM.dd hh:mm:ss`, or ISO 8601. Sent as it is.
    pub datetime: String,
    /// The explorer.
    pub explorer: ExplorerType,
    /// Whether deleted items are shown. Unset is not sent.
    pub show_deleted: Option<bool>,
    /// Whether all versions of items are shown. Unset is not sent.
    pub show_all_versions: Option<bool>,
}

impl ExploreOptions {
    /// Explores a point in time, given in one of the documented formats.
    ///
    /// # Errors
    /// `InvalidArgument` when `datetime` is in none of them.
    pub fn new(datetime: impl Into<String>, explorer: ExplorerType) -> Result<Self> {
        let datetime = datetime.into();
        check_time(&datetime).map_err(|e| e.during("veeam.explore_job"))?;
        Ok(Self { datetime, explorer, show_deleted: None, show_all_versions: None })
    }

    /// Explores an instant.
    #[must_use]
    pub fn at(instant: Timestamp, explorer: ExplorerType) -> Self {
        Self { datetime: instant.to_string(), explorer, show_deleted: None, show_all_versions: None }
    }

    fn body(&self, key: &str) -> Map<String, Value> {
        let mut body = Map::new();
        body.insert(key.into(), json!(self.datetime));
        body.insert("type".into(), json!(self.explorer));
        for (name, flag) in [("showDeleted", self.show_deleted), ("showAllVersions", self.show_all_versions)] {
            if let Some(flag) = flag {
                body.insert(name.into(), json!(flag));
            }
        }
        body
    }
}

/// The two documented formats and ISO 8601. `hh` is 12-hour by its letters, 24-hour in every example.
fn check_time(text: &str) -> Result<()> {
    let documented = ["%Y-%m-%d %H:%M:%S%.3f", "%Y.%m.%d %H:%M:%S"];
    let iso = text.contains('T') && (text.parse::<Timestamp>().is_ok() || text.parse::<DateTime>().is_ok());
    if iso || documented.iter().any(|format| DateTime::strptime(format, text).is_ok()) {
        return Ok(());
    }
    Err(Error::invalid(format!("'{}' is not a time that can be explored", crate::redact::one_line(text)))
        .remedied("write it yyyy-MM-dd HH:mm:ss.SSS, yyyy.MM.dd hh:mm:ss or ISO 8601, in UTC"))
}

/// A restore session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RestoreSession {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// Name, made up by the server.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// Organization whose data it shows.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub organization: Option<String>,
    /// The explorer.
    #[serde(rename = "type", default)]
    pub explorer: Option<ExplorerType>,
    /// When it was opened.
    #[serde(default, deserialize_with = "optional")]
    pub creation_time: Option<Time>,
    /// When it was closed.
    #[serde(default, deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// `Working` or `Stopped`; before v6 also `Starting`, `Stopping`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub state: Option<String>,
    /// `Success`, `Warning`, `Failed`; present while it is open, too.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub result: Option<String>,
    /// Account that opened it.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub initiated_by: Option<String>,
    /// What the vendor says about it.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub details: Option<String>,
    /// What it covers.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub scope_name: Option<String>,
    /// Host it was opened from.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub client_host: Option<String>,
    /// Why it ended.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub reason: Option<String>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// Starts a restore session from a job's backups. The v5 page documents an answer without body, v6 answers with the
    /// session: `None` means that the server did not say which session it opened.
    ///
    /// # Errors
    /// `Unsupported` before v3; `InvalidArgument` for an id or a time that is none, before any request.
    pub fn explore_job(&self, id: &str, options: &ExploreOptions) -> Result<Option<RestoreSession>> {
        const OPERATION: &str = "veeam.explore_job";
        self.need(self.dialect.has_job_explore(), OPERATION, "exploring a job")?;
        check_id(id, "job", OPERATION)?;
        check_time(&options.datetime).map_err(|e| e.during(OPERATION))?;
        if !options.explorer.is_known() {
            let shown = crate::redact::one_line(options.explorer.as_str());
            return Err(Error::invalid(format!("'{shown}' is not an explorer"))
                .remedied("use vex, vesp, veod or vet")
                .during(OPERATION));
        }
        let body = options.body(self.dialect.explore_time_key());
        let request = if self.dialect.has_action_endpoints() {
            self.post(OPERATION, &["Jobs", id, "explore"]).json(&body)?
        } else {
            let path = ["Jobs", id, self.dialect.action_segment()];
            self.post(OPERATION, &path).json(&json!({ "explore": body }))?
        };
        let reply = self.core.call(&self.cancel, &request)?;
        if reply.body.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        crate::decode::decode(&reply).map(Some).map_err(|e| self.core.dress(e.with_effect(true), OPERATION))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_formats_and_iso_pass_and_nothing_else() {
        for good in [
            "2020-04-12 10:54:40.279",
            "2020.04.12 10:54:40",
            "2020-04-12T10:54:40.2794046Z",
            "2020-04-12T10:54:40",
            "2020-04-12T10:54:40+02:00",
        ] {
            assert!(ExploreOptions::new(good, ExplorerType::Vex).is_ok(), "{good}");
        }
        for bad in
            ["", "yesterday", "12.04.2020 10:54:40", "2020-04-12", "2020-13-12 10:54:40.000", "2020.04.12 25:00:00"]
        {
            let error = ExploreOptions::new(bad, ExplorerType::Vex).expect_err(bad);
            assert!(error.to_string().contains("yyyy.MM.dd"), "{error}");
        }
    }
}
