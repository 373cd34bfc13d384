//! What happened in a restore session, and how much.
//!
//! Members by the OpenAPI documents of v6 to v8; the statistics are new in v8.

use super::page::Row;
use super::{Client, Links, check_id};
use crate::Extra;
use crate::error::Result;
use crate::page::Rows;
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};

/// One event of a restore session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RestoreSessionEvent {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// `None`, `Save`, `Export`, `Send`, `Restore` or `View`.
    #[serde(rename = "type", default, deserialize_with = "crate::lenient::text")]
    pub kind: Option<String>,
    /// `Running`, `Success`, `Warning`, `Failed`, `Cancelled` or `Skipped`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub status: Option<String>,
    /// When it began.
    #[serde(default, deserialize_with = "optional")]
    pub start_time: Option<Time>,
    /// When it ended.
    #[serde(default, deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// How long it took: `hh:mm:ss.fffffff`.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub duration: Option<String>,
    /// Title.
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub title: Option<String>,
    /// The sentence.
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub message: Option<String>,
    /// Its place among the events.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub order: Option<i64>,
    /// Name of the item.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub item_name: Option<String>,
    /// Type of the item.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub item_type: Option<String>,
    /// Bytes of the item.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub item_size_bytes: Option<i64>,
    /// Where it came from.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub source: Option<String>,
    /// Where it went.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub target: Option<String>,
    /// Organization; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub organization_id: Option<String>,
    /// Organization by its id in the backup; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub backed_up_organization_id: Option<String>,
    /// User; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub user_id: Option<String>,
    /// Group; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub group_id: Option<String>,
    /// Site; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub site_id: Option<String>,
    /// Team; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub team_id: Option<String>,
    /// Links.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How much a restore session has restored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct RestoreSessionStatistics {
    /// Items in the backup.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub total_items_count: Option<i64>,
    /// Items restored.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub restored_items_count: Option<i64>,
    /// Items that could not be restored.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub failed_items_count: Option<i64>,
    /// Items left out.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub skipped_items_count: Option<i64>,
    /// Warnings.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub warnings: Vec<String>,
    /// Errors.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub errors: Vec<String>,
    /// The items, where the server tells them one by one.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub items: Vec<RestoredItem>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One item of a restore.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct RestoredItem {
    /// Id.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// `Item`, `BulkMailbox` or `BulkOneDrive`.
    #[serde(rename = "itemRestoreDetailsType", deserialize_with = "crate::lenient::text")]
    pub kind: Option<String>,
    /// What was restored, like `ExchangeMailbox` or `TeamsPost`.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub item_type: Option<String>,
    /// `Success`, `Warning`, `Failed` or `Skipped`.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub status: Option<String>,
    /// Name.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// Title.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub title: Option<String>,
    /// Where it lies.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub path: Option<String>,
    /// What went wrong.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub error: Option<String>,
    /// Warnings.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub warnings: Vec<String>,
    /// Mailbox: its address.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub mailbox_email: Option<String>,
    /// Mailbox: whether it is an archive.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub mailbox_is_archive: Option<bool>,
    /// Mailbox: whether it is a public one.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub mailbox_is_public: Option<bool>,
    /// Mailbox: items created.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub created_mailbox_items_count: Option<i64>,
    /// Mailbox: items merged.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub merged_mailbox_items_count: Option<i64>,
    /// Mailbox: items that could not be restored.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub failed_mailbox_items_count: Option<i64>,
    /// Mailbox: items left out.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub skipped_mailbox_items_count: Option<i64>,
    /// Mailbox: why it could not go on.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub cannot_continue_mailbox_error: Option<String>,
    /// OneDrive: id of its web.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub one_drive_web_id: Option<String>,
    /// OneDrive: id of its site.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub one_drive_site_id: Option<String>,
    /// OneDrive: its address.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub one_drive_url: Option<String>,
    /// OneDrive: what is in it.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub child_items: Vec<RestoredItem>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Row for RestoreSessionEvent {
    fn key(&self) -> String {
        self.id.clone()
    }
}

impl Client {
    /// The events of a restore session.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn restore_session_events(&self, id: &str) -> Result<Vec<RestoreSessionEvent>> {
        self.event_rows("veeam.restore_session_events", id)?.collect()
    }

    /// The same, one page at a time.
    ///
    /// # Errors
    /// As [`Client::restore_session_events`]; those of a request come from the iterator.
    pub fn iter_restore_session_events(&self, id: &str) -> Result<Rows<RestoreSessionEvent>> {
        self.event_rows("veeam.iter_restore_session_events", id)
    }

    fn event_rows(&self, operation: &'static str, id: &str) -> Result<Rows<RestoreSessionEvent>> {
        check_id(id, "restore session", operation)?;
        Ok(self.rows(true, usize::MAX, self.get(operation, &["RestoreSessions", id, "Events"])))
    }

    /// How much a restore session has restored.
    ///
    /// # Errors
    /// `Unsupported` before v8; `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn restore_session_statistics(&self, id: &str) -> Result<RestoreSessionStatistics> {
        const OPERATION: &str = "veeam.restore_session_statistics";
        self.need(self.dialect.has_restore_statistics(), OPERATION, "statistics of restore sessions")?;
        check_id(id, "restore session", OPERATION)?;
        self.core.read(&self.cancel, &self.get(OPERATION, &["RestoreSessions", id, "Statistics"]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roundtrip::assert_open;
    use serde_json::json;

    #[test]
    fn events_are_open() {
        let event: RestoreSessionEvent = assert_open(&json!({
            "id": "d1a6d2f4-5d2c-4f26-9d6b-7c1c0b7f8d55", "type": "Restore", "status": "Success",
            "startTime": "2025-03-02T10:15:00Z", "endTime": null, "duration": "00:00:02.1230000", "title": "t",
            "message": "m", "order": 1, "itemName": "a", "itemType": "Mailbox", "itemSizeBytes": 4096, "source": "s",
            "target": "t", "organizationId": "o", "backedUpOrganizationId": "b", "userId": "u", "groupId": null,
            "siteId": null, "teamId": null, "_links": {"self": {"href": "/v8/x"}},
        }));
        assert!(event.extra.is_empty(), "{:?}", event.extra);
    }

    #[test]
    fn statistics_are_open() {
        let statistics: RestoreSessionStatistics = assert_open(&json!({
            "totalItemsCount": 3, "restoredItemsCount": 1, "failedItemsCount": 1, "skippedItemsCount": 1,
            "warnings": ["w"], "errors": ["e"], "items": [{
                "id": "i", "itemRestoreDetailsType": "BulkOneDrive", "itemType": "OneDriveItem", "status": "Failed",
                "name": "n", "title": "t", "path": "/p", "error": "e", "warnings": [], "mailboxEmail": null,
                "mailboxIsArchive": false, "mailboxIsPublic": false, "createdMailboxItemsCount": 0,
                "mergedMailboxItemsCount": 0, "failedMailboxItemsCount": 0, "skippedMailboxItemsCount": 0,
                "cannotContinueMailboxError": "", "oneDriveWebId": "w", "oneDriveSiteId": "s", "oneDriveUrl": "u",
                "childItems": [{"id": "c"}],
            }],
        }));
        assert!(statistics.extra.is_empty() && statistics.items.iter().all(|item| item.extra.is_empty()));
        assert_eq!(statistics.items[0].child_items[0].id.as_deref(), Some("c"));
    }
}
