//! Restore sessions. They are opened by exploring; the server ends those that nobody uses.

use super::page::Row;
use super::session_query::instant;
use super::{Client, ExplorerType, Links, check_id};
use crate::Extra;
use crate::error::{Error, ErrorKind, Result};
use crate::open_enum::open_enum;
use crate::page::Rows;
use crate::time::{Time, at, optional};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

open_enum! {
    /// What restore sessions are ordered by; v8.
    pub enum RestoreSessionOrder {
        /// When they were opened.
        CreationTime = 1 => "CreationTime",
        /// When they were closed.
        EndTime = 2 => "EndTime",
    }
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
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub details: Option<String>,
    /// What it covers.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub scope_name: Option<String>,
    /// Host it was opened from.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub client_host: Option<String>,
    /// Why it ended.
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub reason: Option<String>,
    /// Version of the object: counts up with every change; v8.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub e_tag: Option<i64>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Row for RestoreSession {
    fn key(&self) -> String {
        self.id.clone()
    }
}

/// Which restore sessions to list. Unset: all, in the server's order. Where a version does not filter, we do, and leave out
/// sessions that do not tell the time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RestoreSessionQuery {
    /// Only sessions opened then or later.
    pub start_time_from: Option<Timestamp>,
    /// Only sessions opened then or earlier.
    pub start_time_to: Option<Timestamp>,
    /// Only sessions closed then or later.
    pub end_time_from: Option<Timestamp>,
    /// Only sessions closed then or earlier.
    pub end_time_to: Option<Timestamp>,
    /// v8: oldest first, or newest first.
    pub ascending: Option<bool>,
    /// v8: ordered by what; when they were opened, if unset.
    pub order_by: Option<RestoreSessionOrder>,
}

impl RestoreSessionQuery {
    /// Only sessions opened in this time.
    #[must_use]
    pub fn started(mut self, from: Option<Timestamp>, to: Option<Timestamp>) -> Self {
        self.start_time_from = from;
        self.start_time_to = to;
        self
    }

    /// Only sessions closed in this time.
    #[must_use]
    pub fn ended(mut self, from: Option<Timestamp>, to: Option<Timestamp>) -> Self {
        self.end_time_from = from;
        self.end_time_to = to;
        self
    }

    /// Ordered so.
    #[must_use]
    pub fn ordered(mut self, by: RestoreSessionOrder, ascending: bool) -> Self {
        self.order_by = Some(by);
        self.ascending = Some(ascending);
        self
    }

    fn wants(&self, session: &RestoreSession) -> bool {
        let within = |time: Option<Timestamp>, from: Option<Timestamp>, to: Option<Timestamp>| {
            from.is_none_or(|from| time.is_some_and(|time| time >= from))
                && to.is_none_or(|to| time.is_some_and(|time| time <= to))
        };
        within(at(&session.creation_time), self.start_time_from, self.start_time_to)
            && within(at(&session.end_time), self.end_time_from, self.end_time_to)
    }
}

impl Client {
    /// All restore sessions.
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn restore_sessions(&self) -> Result<Vec<RestoreSession>> {
        self.restore_rows("veeam.restore_sessions", &RestoreSessionQuery::default())?.collect()
    }

    /// The restore sessions asked for, one page at a time.
    ///
    /// # Errors
    /// `InvalidArgument` for a word that is none; `Unsupported` for an order before v8; those of a request come from the
    /// iterator.
    pub fn iter_restore_sessions(&self, query: &RestoreSessionQuery) -> Result<Rows<RestoreSession>> {
        self.restore_rows("veeam.iter_restore_sessions", query)
    }

    fn restore_rows(&self, operation: &'static str, query: &RestoreSessionQuery) -> Result<Rows<RestoreSession>> {
        if let Some(RestoreSessionOrder::Other(word)) = &query.order_by {
            let shown = crate::redact::one_line(word);
            return Err(Error::invalid(format!("'{shown}' is not an order of restore sessions"))
                .remedied("use CreationTime or EndTime")
                .during(operation));
        }
        let by_end = self.dialect.filters_restore_ends();
        let ordered = query.ascending.is_some() || query.order_by.is_some();
        self.need(by_end || !ordered, operation, "an order of restore sessions")?;
        let by_start = self.dialect.filters_restore_starts();
        // What is left for us.
        let mut left = query.clone();
        let request = self
            .get(operation, &["RestoreSessions"])
            .query_if("startTimeFrom", instant(&mut left.start_time_from, by_start))
            .query_if("startTimeTo", instant(&mut left.start_time_to, by_start))
            .query_if("endTimeFrom", instant(&mut left.end_time_from, by_end))
            .query_if("endTimeTo", instant(&mut left.end_time_to, by_end))
            .query_if("orderAsc", query.ascending.map(|yes| yes.to_string()))
            .query_if("orderBy", query.order_by.as_ref().map(RestoreSessionOrder::as_str));
        // In pages from v2 on.
        Ok(self.rows(true, usize::MAX, request).keeping(move |session| left.wants(session)))
    }

    /// One restore session.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn restore_session(&self, id: &str) -> Result<RestoreSession> {
        const OPERATION: &str = "veeam.restore_session";
        check_id(id, "restore session", OPERATION)?;
        self.one(&self.get(OPERATION, &["RestoreSessions", id])).map_err(|error| match error.http_status() {
            // Servers of v4 and v5 answer so to a session that is gone, as public clients know.
            Some(400) if !self.dialect.has_action_endpoints() => error.with_kind(ErrorKind::NotFound),
            _ => error,
        })
    }

    /// Closes a restore session.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn stop_restore_session(&self, id: &str) -> Result<()> {
        const OPERATION: &str = "veeam.stop_restore_session";
        check_id(id, "restore session", OPERATION)?;
        let request = match self.dialect.has_action_endpoints() {
            true => self.post(OPERATION, &["RestoreSessions", id, "Stop"]),
            false => {
                let path = ["RestoreSessions", id, self.dialect.action_segment()];
                self.post(OPERATION, &path).json(&json!({ "stop": null }))?
            }
        };
        self.core.call(&self.cancel, &request).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn restore_sessions_are_open() {
        let session: RestoreSession = crate::roundtrip::assert_open(&json!({
            "id": "d1a6d2f4-5d2c-4f26-9d6b-7c1c0b7f8d55", "name": "Contoso mail", "organization": "contoso.onmicrosoft.com",
            "type": "Vex", "creationTime": "2025-03-02T10:15:00.1032200Z", "endTime": null, "state": "Working",
            "result": "Success", "initiatedBy": "LAB\\svc-rest", "details": "", "scopeName": "Organization",
            "clientHost": "VB365-01", "reason": "", "eTag": 1, "_links": {"self": {"href": "/v8/x"}},
        }));
        assert!(session.extra.is_empty(), "{:?}", session.extra);
        assert_eq!(session.explorer, Some(ExplorerType::Vex));
    }
}
