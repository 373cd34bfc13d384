//! Making backup jobs, v6 and later.
//!
//! Members by the OpenAPI documents of v6 to v8; in v8 the organization stands in the body, before in the path
//! (<https://helpcenter.veeam.com/docs/vbo365/rest/breaking_changes.html>).

use super::items::check_items;
use super::{BackupType, Client, Dialect, Job, JobItem, JobSchedule, check_id, unsupported};
use crate::error::{Error, Result};
use serde::Serialize;

/// What a new backup job needs. Unset members are not sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CreateJob {
    /// The organization to back up.
    #[serde(skip)]
    pub organization_id: String,
    /// The repository written to.
    pub repository_id: String,
    /// What it backs up.
    pub backup_type: BackupType,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What it backs up, with [`BackupType::SelectedItems`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub selected_items: Vec<JobItem>,
    /// What it leaves out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded_items: Vec<JobItem>,
    /// When it runs by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_policy: Option<JobSchedule>,
    /// Whether its schedule is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_enabled: Option<bool>,
    /// Whether it runs right after it was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run_now: Option<bool>,
    /// Whether the properties of the items are left as they are known to the server; v8.
    #[serde(skip)]
    pub skip_item_update: Option<bool>,
}

impl CreateJob {
    /// A job that backs up a whole organization.
    pub fn new(organization_id: impl Into<String>, repository_id: impl Into<String>) -> Self {
        Self {
            organization_id: organization_id.into(),
            repository_id: repository_id.into(),
            backup_type: BackupType::EntireOrganization,
            name: None,
            description: None,
            selected_items: Vec::new(),
            excluded_items: Vec::new(),
            schedule_policy: None,
            is_enabled: None,
            run_now: None,
            skip_item_update: None,
        }
    }

    /// Name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Description.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Backs up these items only.
    #[must_use]
    pub fn selecting(mut self, items: impl IntoIterator<Item = JobItem>) -> Self {
        self.backup_type = BackupType::SelectedItems;
        self.selected_items.extend(items);
        self
    }

    /// Leaves these items out.
    #[must_use]
    pub fn excluding(mut self, items: impl IntoIterator<Item = JobItem>) -> Self {
        self.excluded_items.extend(items);
        self
    }

    /// When it runs by itself.
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

    /// Whether it runs right after it was created.
    #[must_use]
    pub fn run_now(mut self, yes: bool) -> Self {
        self.run_now = Some(yes);
        self
    }

    fn check(&self, dialect: Dialect) -> Result<()> {
        let selects = match &self.backup_type {
            BackupType::SelectedItems => true,
            BackupType::EntireOrganization => false,
            BackupType::Other(word) => return Err(odd_type(word)),
        };
        if selects == self.selected_items.is_empty() {
            return Err(match selects {
                true => no_items(),
                false => selects_all_and_some(),
            });
        }
        check_items(&self.selected_items, "selected_items", dialect)?;
        check_items(&self.excluded_items, "excluded_items", dialect)?;
        match &self.schedule_policy {
            Some(schedule) => schedule.check(dialect).and_then(|()| schedule.check_whole()),
            None => Ok(()),
        }
    }
}

pub(super) fn no_items() -> Error {
    Error::invalid("the backup type is SelectedItems, but no item is selected").remedied("select at least one item")
}

pub(super) fn selects_all_and_some() -> Error {
    Error::invalid("items are selected, but the backup type is EntireOrganization")
        .remedied("set the backup type to SelectedItems, or exclude items instead")
}

pub(super) fn odd_type(word: &str) -> Error {
    let shown = crate::redact::one_line(word);
    Error::invalid(format!("'{shown}' is not a backup type")).remedied("use EntireOrganization or SelectedItems")
}

pub(super) fn check_skip(skip: Option<bool>, dialect: Dialect) -> Result<()> {
    match skip {
        Some(_) if !dialect.has_skip_item_update() => Err(unsupported(dialect, "skip_item_update")),
        _ => Ok(()),
    }
}

impl Client {
    /// Creates a backup job.
    ///
    /// # Errors
    /// `Unsupported` before v6 and for what only later versions have; `InvalidArgument` for ids and words that are none, items
    /// that do not say which, windows that have not 168 hours, numbers out of range, before any request; what the server
    /// refuses for its own rules.
    pub fn create_job(&self, spec: &CreateJob) -> Result<Job> {
        const OPERATION: &str = "veeam.create_job";
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Body<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            organization_id: Option<&'a str>,
            #[serde(flatten)]
            spec: &'a CreateJob,
        }
        self.need(self.dialect.has_job_setup(), OPERATION, "creating jobs")?;
        check_id(&spec.organization_id, "organization", OPERATION)?;
        check_id(&spec.repository_id, "repository", OPERATION)?;
        let checked = check_skip(spec.skip_item_update, self.dialect).and_then(|()| spec.check(self.dialect));
        checked.map_err(|e| e.during(OPERATION).on(self.url()))?;
        let (request, organization_id) = match self.dialect.has_organization_in_body() {
            true => (self.post(OPERATION, &["Jobs"]), Some(spec.organization_id.as_str())),
            false => (self.post(OPERATION, &["Organizations", &spec.organization_id, "Jobs"]), None),
        };
        let request = request.query_if("skipItemUpdate", spec.skip_item_update.map(|yes| yes.to_string()));
        self.one(&request.json(&Body { organization_id, spec })?)
    }
}
