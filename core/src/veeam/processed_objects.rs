//! The objects that a job session has processed, v7 and later.

use super::page::Row;
use super::{Client, Links, check_id};
use crate::Extra;
use crate::error::Result;
use crate::page::Rows;
use serde::{Deserialize, Serialize};

/// One object of a job session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProcessedObject {
    /// Id of the object.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// `Group`, `User`, `Site` or `Team`.
    #[serde(rename = "type", default, deserialize_with = "crate::lenient::text")]
    pub kind: Option<String>,
    /// `Success`, `Warning` or `Failed`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub status: Option<String>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Row for ProcessedObject {
    fn key(&self) -> String {
        self.id.clone()
    }
}

impl Client {
    /// The objects that a job session has processed.
    ///
    /// # Errors
    /// `Unsupported` before v7; `InvalidArgument` when `session_id` is no UUID; `NotFound`.
    pub fn processed_objects(&self, session_id: &str) -> Result<Vec<ProcessedObject>> {
        self.object_rows("veeam.processed_objects", session_id)?.collect()
    }

    /// The same, one page at a time.
    ///
    /// # Errors
    /// As [`Client::processed_objects`]; those of a request come from the iterator.
    pub fn iter_processed_objects(&self, session_id: &str) -> Result<Rows<ProcessedObject>> {
        self.object_rows("veeam.iter_processed_objects", session_id)
    }

    fn object_rows(&self, operation: &'static str, session_id: &str) -> Result<Rows<ProcessedObject>> {
        self.need(self.dialect.has_processed_objects(), operation, "the objects of a job session")?;
        check_id(session_id, "job session", operation)?;
        let request = self.get(operation, &["JobSessions", session_id, "ProcessedObjects"]);
        Ok(self.rows(true, usize::MAX, request))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processed_objects_are_open() {
        let object: ProcessedObject = crate::roundtrip::assert_open(&serde_json::json!({
            "id": "2b38d840809846", "type": "User", "status": "Warning", "_links": {"self": {"href": "/v8/x"}},
        }));
        assert!(object.extra.is_empty(), "{:?}", object.extra);
    }
}
