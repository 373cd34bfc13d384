//! Log items: what a job session did, step by step.

use super::page::Row;
use super::{Client, Links, check_id};
use crate::Extra;
use crate::error::{Error, Result};
use crate::explain::Line;
use crate::open_enum::open_enum;
use crate::page::Rows;
use crate::table::{Kind, table};
use crate::time::{Time, at, optional};
use serde::{Deserialize, Serialize};

open_enum! {
    /// How a step of a job session went; v8.
    pub enum LogItemType {
        /// It is going on.
        Running = 1 => "Running",
        /// There is something to look at.
        Warning = 2 => "Warning",
        /// It failed.
        Error = 3 => "Error",
        /// It succeeded.
        Success = 4 => "Success",
        /// It was stopped.
        Stop = 5 => "Stop",
    }
}

/// One step of a job session. Up to v7 the severity stands in the title, v8 has `kind` and `message` instead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LogItem {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// Counts up within the server.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub usn: Option<i64>,
    /// v8: how it went.
    #[serde(rename = "type", default)]
    pub kind: Option<LogItemType>,
    /// v8: the sentence.
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub message: Option<String>,
    /// Up to v7: the sentence, with the severity in brackets before it: `[Success] …`.
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub title: Option<String>,
    /// When the step began.
    #[serde(default, deserialize_with = "optional")]
    pub creation_time: Option<Time>,
    /// When it ended.
    #[serde(default, deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

table! {
    LogItem {
        id, usn, kind = "type", message as Kind::Sentence, title as Kind::Sentence, creation_time = "creationTime",
        end_time = "endTime", links = "_links",
    }
}

impl Row for LogItem {
    fn key(&self) -> String {
        self.id.clone()
    }
}

impl LogItem {
    /// The word in brackets at the beginning of the title; in v8 the word of `kind`.
    #[must_use]
    pub fn severity(&self) -> Option<&str> {
        self.split().0
    }

    /// The title without the word in brackets; in v8 the message.
    #[must_use]
    pub fn sentence(&self) -> &str {
        self.split().1
    }

    fn split(&self) -> (Option<&str>, &str) {
        let title = self.title.as_deref().or(self.message.as_deref()).unwrap_or_default().trim();
        let kind = self.kind.as_ref().map(LogItemType::as_str);
        match title.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((word, sentence)) if self.title.is_some() => (Some(word.trim()), sentence.trim()),
            _ => (kind, title),
        }
    }

    pub(super) fn into_line(self) -> Line {
        let mut line = Line::new(self.sentence());
        line.at = at(&self.creation_time);
        line.severity = self.severity().map(str::to_owned);
        line
    }
}

/// Which steps to list. Unset: all, in the server's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct LogItemQuery {
    /// Only steps that went so. Before v8 by the word in brackets, whose words are not documented.
    pub kind: Option<LogItemType>,
    /// v8: oldest first, or newest first.
    pub ascending: Option<bool>,
}

impl LogItemQuery {
    /// Only steps that went so.
    #[must_use]
    pub fn of_type(mut self, kind: LogItemType) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Oldest first, or newest first.
    #[must_use]
    pub fn ascending(mut self, yes: bool) -> Self {
        self.ascending = Some(yes);
        self
    }
}

impl Client {
    /// The steps of a job session, oldest first.
    ///
    /// # Errors
    /// `InvalidArgument` when `session_id` is no UUID; `NotFound`.
    pub fn log_items(&self, session_id: &str) -> Result<Vec<LogItem>> {
        let rows = self.log_rows("veeam.log_items", session_id, &LogItemQuery::default())?;
        let mut items = rows.collect::<Result<Vec<_>>>()?;
        items.sort_by_key(|item| (item.usn, at(&item.creation_time)));
        Ok(items)
    }

    /// The steps asked for, one page at a time, in the server's order.
    ///
    /// # Errors
    /// As [`Client::log_items`]; `Unsupported` for an order before v8; those of a request come from the iterator.
    pub fn iter_log_items(&self, session_id: &str, query: &LogItemQuery) -> Result<Rows<LogItem>> {
        self.log_rows("veeam.iter_log_items", session_id, query)
    }

    /// One step of a job session.
    ///
    /// # Errors
    /// `InvalidArgument` when an id is no UUID; `NotFound`.
    pub fn log_item(&self, session_id: &str, id: &str) -> Result<LogItem> {
        const OPERATION: &str = "veeam.log_item";
        check_id(session_id, "job session", OPERATION)?;
        check_id(id, "log item", OPERATION)?;
        self.one(&self.get(OPERATION, &["JobSessions", session_id, "LogItems", id]))
    }

    fn log_rows(&self, operation: &'static str, session_id: &str, query: &LogItemQuery) -> Result<Rows<LogItem>> {
        check_id(session_id, "job session", operation)?;
        if let Some(LogItemType::Other(word)) = &query.kind {
            let shown = crate::redact::one_line(word);
            return Err(Error::invalid(format!("'{shown}' is not a type of log item"))
                .remedied("use Running, Warning, Error, Success or Stop")
                .during(operation));
        }
        let request = self.get(operation, &["JobSessions", session_id, "LogItems"]);
        if self.dialect.filters_log_items() {
            let request = request
                .query_if("type", query.kind.as_ref().map(LogItemType::as_str))
                .query_if("orderAsc", query.ascending.map(|yes| yes.to_string()));
            return Ok(self.table_rows(self.dialect.pages_sessions(), usize::MAX, request));
        }
        self.need(query.ascending.is_none(), operation, "an order of log items")?;
        let rows = self.table_rows(self.dialect.pages_sessions(), usize::MAX, request);
        Ok(match query.kind.clone() {
            Some(kind) => {
                rows.keeping(move |item: &LogItem| item.severity().is_some_and(|w| LogItemType::from(w) == kind))
            }
            None => rows,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_severity_stands_in_brackets() {
        let item = |title: &str| -> LogItem {
            serde_json::from_value(serde_json::json!({"id": "x", "title": title})).expect("item")
        };
        let warned = item("[Warning] Mailbox skipped at 3/2/2025");
        assert_eq!((warned.severity(), warned.sentence()), (Some("Warning"), "Mailbox skipped at 3/2/2025"));
        assert_eq!((item("plain").severity(), item("plain").sentence()), (None, "plain"));
        assert_eq!(item("[open").severity(), None);
    }

    #[test]
    fn v8_has_type_and_message() {
        let json = serde_json::json!({"id": "x", "type": "Warning", "message": "[External] mailbox skipped"});
        let item: LogItem = serde_json::from_value(json).expect("item");
        assert_eq!((item.severity(), item.sentence()), (Some("Warning"), "[External] mailbox skipped"));
        let line = item.into_line();
        assert_eq!((line.severity.as_deref(), line.text.as_str()), (Some("Warning"), "[External] mailbox skipped"));
    }

    #[test]
    fn log_items_are_open() {
        let item: LogItem = crate::roundtrip::assert_open(&serde_json::json!({
            "id": "6f0c8d9e-1b2a-4c3d-8e4f-5a6b7c8d9e66", "usn": 3, "type": "Success", "message": "Done",
            "title": "[Success] Done", "creationTime": "2025-03-02T10:00:00Z", "endTime": "2025-03-02T10:00:01Z",
            "_links": {"self": {"href": "/v8/x"}},
        }));
        assert!(item.extra.is_empty(), "{:?}", item.extra);
    }
}
