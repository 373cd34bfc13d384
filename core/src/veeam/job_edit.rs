//! Changing backup jobs, v6 and later.
//!
//! Members by the OpenAPI documents of v6 to v8.

use super::items::check_items;
use super::job_setup::{check_skip, no_items, odd_type, selects_all_and_some};
use super::{BackupType, Client, Dialect, JobItem, JobSchedule, check_id, check_id_if};
use crate::error::{Error, Result};
use serde::Serialize;

/// What to change about a backup job. Unset members are not sent, and stay as they are (inferred from the v8 document, where
/// every member may be null).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EditJob {
    /// The repository written to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repository_id: Option<String>,
    /// What it backs up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_type: Option<BackupType>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What it backs up, all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected_items: Option<Vec<JobItem>>,
    /// What it leaves out, all of it; an empty list leaves out nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excluded_items: Option<Vec<JobItem>>,
    /// When it runs by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_policy: Option<JobSchedule>,
    /// Whether its schedule is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_enabled: Option<bool>,
    /// Whether it runs right now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run_now: Option<bool>,
    /// Whether the properties of the items are left as they are known to the server; v8.
    #[serde(skip)]
    pub skip_item_update: Option<bool>,
}

impl EditJob {
    /// Writes to another repository.
    #[must_use]
    pub fn to_repository(mut self, id: impl Into<String>) -> Self {
        self.repository_id = Some(id.into());
        self
    }

    /// Another name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Another description.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Backs up the whole organization.
    #[must_use]
    pub fn selecting_everything(mut self) -> Self {
        self.backup_type = Some(BackupType::EntireOrganization);
        self.selected_items = None;
        self
    }

    /// Backs up these items, and no others.
    #[must_use]
    pub fn selecting(mut self, items: impl IntoIterator<Item = JobItem>) -> Self {
        self.backup_type = Some(BackupType::SelectedItems);
        self.selected_items.get_or_insert_default().extend(items);
        self
    }

    /// Leaves out these items, and no others.
    #[must_use]
    pub fn excluding(mut self, items: impl IntoIterator<Item = JobItem>) -> Self {
        self.excluded_items.get_or_insert_default().extend(items);
        self
    }

    /// Runs at other times.
    #[must_use]
    pub fn scheduled(mut self, schedule: JobSchedule) -> Self {
        self.schedule_policy = Some(schedule);
        self
    }

    /// Whether its schedule is on.
    #[must_use]
    pub fn enabled(mut self, yes: bool) -> Self {
        self.is_enabled = Some(yes);
        self
    }

    fn check(&self, dialect: Dialect) -> Result<()> {
        if (Self { skip_item_update: None, ..self.clone() }) == Self::default() {
            return Err(Error::invalid("the edit changes nothing").remedied("set what is to be changed"));
        }
        match &self.backup_type {
            Some(BackupType::Other(word)) => return Err(odd_type(word)),
            Some(BackupType::EntireOrganization) if self.selected_items.as_ref().is_some_and(|i| !i.is_empty()) => {
                return Err(selects_all_and_some());
            }
            Some(BackupType::SelectedItems) if self.selected_items.as_ref().is_some_and(Vec::is_empty) => {
                return Err(no_items());
            }
            _ => {}
        }
        check_items(self.selected_items.as_deref().unwrap_or_default(), "selected_items", dialect)?;
        check_items(self.excluded_items.as_deref().unwrap_or_default(), "excluded_items", dialect)?;
        self.schedule_policy.as_ref().map_or(Ok(()), |schedule| schedule.check(dialect))
    }
}

impl Client {
    /// Changes a backup job.
    ///
    /// # Errors
    /// As [`Client::create_job`]; `InvalidArgument` for an edit that changes nothing; `NotFound`.
    pub fn edit_job(&self, id: &str, edit: &EditJob) -> Result<()> {
        const OPERATION: &str = "veeam.edit_job";
        self.need(self.dialect.has_job_setup(), OPERATION, "editing jobs")?;
        check_id(id, "job", OPERATION)?;
        check_id_if(edit.repository_id.as_deref(), "repository", OPERATION)?;
        let checked = check_skip(edit.skip_item_update, self.dialect).and_then(|()| edit.check(self.dialect));
        checked.map_err(|e| e.during(OPERATION).on(self.url()))?;
        let request = self.put(OPERATION, &["Jobs", id]);
        let request = request.query_if("skipItemUpdate", edit.skip_item_update.map(|yes| yes.to_string()));
        self.core.call(&self.cancel, &request.json(edit)?).map(drop)
    }
}
