//! Exploring backups: opens a restore session.
//!
//! v2: <https://helpcenter.veeam.com/archive/vbo365/20/rest/post_organizations_id_action.html>,
//! v5: <https://helpcenter.veeam.com/archive/vbo365/50/rest/post_jobs_id_action.html>; v6 to v8 by the OpenAPI documents.

use super::{Client, Dialect, RestoreSession, check_id, check_id_if};
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::request::Request;
use jiff::Timestamp;
use jiff::civil::DateTime;
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
    /// Only backups in this repository: when an organization is explored, v8.
    pub repository_id: Option<String>,
}

impl ExploreOptions {
    /// Explores a point in time, given in one of the documented formats.
    ///
    /// # Errors
    /// `InvalidArgument` when `datetime` is in none of them.
    pub fn new(datetime: impl Into<String>, explorer: ExplorerType) -> Result<Self> {
        let datetime = datetime.into();
        check_time(&datetime).map_err(|e| e.during("veeam.explore_job"))?;
        Ok(Self { datetime, explorer, show_deleted: None, show_all_versions: None, repository_id: None })
    }

    /// Explores an instant.
    #[must_use]
    pub fn at(instant: Timestamp, explorer: ExplorerType) -> Self {
        let datetime = instant.to_string();
        Self { datetime, explorer, show_deleted: None, show_all_versions: None, repository_id: None }
    }

    fn body(&self, dialect: Dialect) -> Map<String, Value> {
        let mut body = Map::new();
        body.insert(dialect.explore_time_key().into(), json!(self.datetime));
        body.insert("type".into(), json!(dialect.explorer(&self.explorer)));
        if let Some(id) = &self.repository_id {
            body.insert("repositoryId".into(), json!(id));
        }
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

impl Client {
    /// Starts a restore session from a job's backups. The v5 page documents an answer without body, v6 answers with the
    /// session: `None` means that the server did not say which session it opened.
    ///
    /// # Errors
    /// `Unsupported` before v3, and for Teams before v5; `InvalidArgument` for an id or a time that is none, before any
    /// request.
    pub fn explore_job(&self, id: &str, options: &ExploreOptions) -> Result<Option<RestoreSession>> {
        const OPERATION: &str = "veeam.explore_job";
        self.need(self.dialect.has_job_explore(), OPERATION, "exploring a job")?;
        check_id(id, "job", OPERATION)?;
        self.need(options.repository_id.is_none(), OPERATION, "choosing a repository when a job is explored")?;
        self.explore(OPERATION, "Jobs", id, options, |request| request)
    }

    /// Starts a restore session from all backups of an organization. `None` as for [`Client::explore_job`].
    ///
    /// # Errors
    /// `Unsupported` for Teams before v5 and for a repository before v8; `InvalidArgument` for an id or a time that is none,
    /// before any request.
    pub fn explore_organization(&self, id: &str, options: &ExploreOptions) -> Result<Option<RestoreSession>> {
        const OPERATION: &str = "veeam.explore_organization";
        check_id(id, "organization", OPERATION)?;
        let can = options.repository_id.is_none() || self.dialect.has_explore_repository();
        self.need(can, OPERATION, "choosing a repository when an organization is explored")?;
        check_id_if(options.repository_id.as_deref(), "repository", OPERATION)?;
        self.explore(OPERATION, "Organizations", id, options, |request| request)
    }

    /// Starts a restore session from the backup copies of an organization in an object storage repository. `None` as for
    /// [`Client::explore_job`].
    ///
    /// # Errors
    /// `Unsupported` before v7; `InvalidArgument` for an id or a time that is none, before any request.
    pub fn explore_repository(
        &self,
        repository_id: &str,
        organization_id: &str,
        options: &ExploreOptions,
    ) -> Result<Option<RestoreSession>> {
        const OPERATION: &str = "veeam.explore_repository";
        self.need(self.dialect.has_repository_explore(), OPERATION, "exploring a repository")?;
        check_id(repository_id, "repository", OPERATION)?;
        check_id(organization_id, "organization", OPERATION)?;
        self.need(options.repository_id.is_none(), OPERATION, "choosing another repository when one is explored")?;
        self.explore(OPERATION, "BackupRepositories", repository_id, options, |request| {
            request.query("organizationId", organization_id)
        })
    }

    fn explore(
        &self,
        operation: &'static str,
        what: &str,
        id: &str,
        options: &ExploreOptions,
        with: impl FnOnce(Request) -> Request,
    ) -> Result<Option<RestoreSession>> {
        check_time(&options.datetime).map_err(|e| e.during(operation))?;
        if !options.explorer.is_known() {
            let shown = crate::redact::one_line(options.explorer.as_str());
            return Err(Error::invalid(format!("'{shown}' is not an explorer"))
                .remedied("use vex, vesp, veod or vet")
                .during(operation));
        }
        let can = options.explorer != ExplorerType::Vet || self.dialect.has_teams();
        self.need(can, operation, "the explorer of Teams")?;
        let body = options.body(self.dialect);
        let request = if self.dialect.has_action_endpoints() {
            self.post(operation, &[what, id, "explore"]).json(&body)?
        } else {
            let path = [what, id, self.dialect.action_segment()];
            self.post(operation, &path).json(&json!({ "explore": body }))?
        };
        self.made(&with(request))
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
