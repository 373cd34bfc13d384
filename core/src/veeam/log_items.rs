//! Log items: what a job session did, step by step.

use super::{Client, check_id};
use crate::Extra;
use crate::error::Result;
use crate::explain::Line;
use crate::time::{Time, at, optional};
use serde::{Deserialize, Serialize};

/// One step of a job session.
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
    /// The sentence, with the severity in brackets before it: `[Success] …`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub title: Option<String>,
    /// When the step began.
    #[serde(default, deserialize_with = "optional")]
    pub creation_time: Option<Time>,
    /// When it ended.
    #[serde(default, deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl LogItem {
    /// The word in brackets at the beginning of the title.
    #[must_use]
    pub fn severity(&self) -> Option<&str> {
        self.split().0
    }

    /// The title without the word in brackets.
    #[must_use]
    pub fn sentence(&self) -> &str {
        self.split().1
    }

    fn split(&self) -> (Option<&str>, &str) {
        let title = self.title.as_deref().unwrap_or_default().trim();
        match title.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((word, sentence)) => (Some(word.trim()), sentence.trim()),
            None => (None, title),
        }
    }

    pub(super) fn into_line(self) -> Line {
        let mut line = Line::new(self.sentence());
        line.at = at(&self.creation_time);
        line.severity = self.severity().map(str::to_owned);
        line
    }
}

impl Client {
    /// The steps of a job session, oldest first.
    ///
    /// # Errors
    /// `InvalidArgument` when `session_id` is no UUID; `NotFound`.
    pub fn log_items(&self, session_id: &str) -> Result<Vec<LogItem>> {
        const OPERATION: &str = "veeam.log_items";
        check_id(session_id, "job session", OPERATION)?;
        let path = ["JobSessions", session_id, "LogItems"];
        let request = self.get(OPERATION, &path);
        let paged = self.dialect.pages_sessions();
        let rows = self.rows(paged, usize::MAX, move || request.clone(), |item: &LogItem| item.id.clone());
        let mut items = rows.collect::<Result<Vec<_>>>()?;
        items.sort_by_key(|item| (item.usn, at(&item.creation_time)));
        Ok(items)
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
}
