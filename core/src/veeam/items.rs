//! What a job backs up, and what it leaves out.
//!
//! The members are those of the OpenAPI documents of v6 to v8; which flag belongs to which type is theirs, too.

use super::page::Row;
use super::{Client, Dialect, Group, JobSite, Links, Team, User, check_id, unsupported};
use crate::Extra;
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::page::Rows;
use serde::{Deserialize, Serialize};

open_enum! {
    /// What an item of a job is.
    pub enum JobItemType {
        /// A group, with its members if wanted.
        Group = 1 => "Group",
        /// A user.
        User = 2 => "User",
        /// A site.
        Site = 3 => "Site",
        /// A part of the organization: all mailboxes, all sites and so on.
        PartialOrganization = 4 => "PartialOrganization",
        /// All personal sites.
        PersonalSites = 5 => "PersonalSites",
        /// Folders of that name in every OneDrive.
        OneDriveFolders = 6 => "OneDriveFolders",
        /// A team; v5 and later.
        Team = 7 => "Team",
    }
}

/// One item of a job. Unset members are not sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct JobItem {
    /// What it is.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<JobItemType>,
    /// Id of the item within the job: made up by the server from the type and the object.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// Mail, of a user, a group or the organization.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub mailbox: Option<bool>,
    /// OneDrive, of a user or the organization.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub one_drive: Option<bool>,
    /// Archive mail, of a user or the organization.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub archive_mailbox: Option<bool>,
    /// Sites, of the organization.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub sites: Option<bool>,
    /// Teams, of the organization.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub teams: Option<bool>,
    /// Chats, of the organization or, from v7 on, of a team.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub teams_chats: Option<bool>,
    /// Chats of a team, in v6.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub chats: Option<bool>,
    /// The personal site of a user.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub personal_site: Option<bool>,
    /// The members of a group.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub members: Option<bool>,
    /// Mail of the members of a group.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub member_mailbox: Option<bool>,
    /// Archive mail of the members of a group.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub member_archive_mailbox: Option<bool>,
    /// OneDrive of the members of a group.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub member_onedrive: Option<bool>,
    /// Personal sites of the members of a group.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub member_site: Option<bool>,
    /// The site of a group.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub group_site: Option<bool>,
    /// Names of OneDrive folders.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "crate::lenient::list")]
    pub folders: Vec<String>,
    /// The user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
    /// The group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// The site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<JobSite>,
    /// The team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<Team>,
    /// Links.
    #[serde(rename = "_links", skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Row for JobItem {
    /// The id is nullable; an item without one is what it says.
    fn key(&self) -> String {
        self.id.clone().unwrap_or_else(|| format!("{self:?}"))
    }
}

impl JobItem {
    /// An item of that type, without any flag.
    #[must_use]
    pub fn new(kind: JobItemType) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// Refuses before any request what the server could only refuse.
    fn check(&self, dialect: Dialect) -> Result<()> {
        let kind = match &self.kind {
            Some(kind) if kind.is_known() => kind,
            Some(kind) => {
                let shown = crate::redact::one_line(kind.as_str());
                return Err(Error::invalid(format!("'{shown}' is not a type of item"))
                    .remedied("use Group, User, Site, Team, PartialOrganization, PersonalSites or OneDriveFolders"));
            }
            None => return Err(Error::invalid("an item has no type").remedied("set its kind")),
        };
        let there = match kind {
            JobItemType::User => self.user.as_ref().map(User::check),
            JobItemType::Group => self.group.as_ref().map(Group::check),
            JobItemType::Site => self.site.as_ref().map(JobSite::check),
            JobItemType::Team => self.team.as_ref().map(Team::check),
            JobItemType::OneDriveFolders => (!self.folders.is_empty()).then_some(Ok(())),
            _ => Some(Ok(())),
        };
        match there {
            Some(checked) => checked?,
            None => {
                let message = format!("an item of type {kind} says not which");
                return Err(
                    Error::invalid(message).remedied("set user, group, site, team or folders, as its type says")
                );
            }
        }
        match kind {
            JobItemType::Team if dialect.calls_team_chats_chats() && self.teams_chats == Some(true) => {
                Err(unsupported(dialect, "teams_chats of a team").remedied("set chats instead"))
            }
            _ if !dialect.calls_team_chats_chats() && self.chats.is_some() => {
                Err(unsupported(dialect, "chats of a team").remedied("set teams_chats instead"))
            }
            _ => self.check_flags(kind),
        }
    }

    /// A flag that its type does not have would be ignored, and something not backed up. (Answers may carry it as false.)
    fn check_flags(&self, kind: &JobItemType) -> Result<()> {
        use JobItemType::{Group, PartialOrganization, Team, User};
        let flags: [(&str, Option<bool>, &[JobItemType]); 13] = [
            ("mailbox", self.mailbox, &[User, Group, PartialOrganization]),
            ("one_drive", self.one_drive, &[User, PartialOrganization]),
            ("archive_mailbox", self.archive_mailbox, &[User, PartialOrganization]),
            ("sites", self.sites, &[PartialOrganization]),
            ("teams", self.teams, &[PartialOrganization]),
            ("teams_chats", self.teams_chats, &[Team, PartialOrganization]),
            ("chats", self.chats, &[Team]),
            ("personal_site", self.personal_site, &[User]),
            ("members", self.members, &[Group]),
            ("member_mailbox", self.member_mailbox, &[Group]),
            ("member_archive_mailbox", self.member_archive_mailbox, &[Group]),
            ("member_onedrive", self.member_onedrive, &[Group]),
            ("member_site", self.member_site, &[Group]),
        ];
        let group_site = [("group_site", self.group_site, &[Group] as &[JobItemType])];
        match flags.into_iter().chain(group_site).find(|(_, flag, kinds)| *flag == Some(true) && !kinds.contains(kind))
        {
            None => Ok(()),
            Some((name, ..)) => Err(Error::invalid(format!("an item of type {kind} has no {name}"))
                .remedied("leave it unset, or choose another type")),
        }
    }
}

/// Checks a list of items, and says which one is wrong.
pub(super) fn check_items(items: &[JobItem], list: &str, dialect: Dialect) -> Result<()> {
    for (index, item) in items.iter().enumerate() {
        item.check(dialect).map_err(|error| {
            let message = format!("{list}[{index}]: {}", error.message());
            error.with_message(message)
        })?;
    }
    Ok(())
}

impl Client {
    /// What a job backs up. (The documents of v6 to v8 that we have do not list the resource; the job's links do.)
    ///
    /// # Errors
    /// `InvalidArgument` when `job_id` is no UUID; `NotFound`.
    pub fn selected_items(&self, job_id: &str) -> Result<Vec<JobItem>> {
        self.items("veeam.selected_items", job_id, "SelectedItems")?.collect()
    }

    /// The same, one page at a time.
    ///
    /// # Errors
    /// As [`Client::selected_items`]; those of a request come from the iterator.
    pub fn iter_selected_items(&self, job_id: &str) -> Result<Rows<JobItem>> {
        self.items("veeam.iter_selected_items", job_id, "SelectedItems")
    }

    /// What a job leaves out.
    ///
    /// # Errors
    /// As [`Client::selected_items`].
    pub fn excluded_items(&self, job_id: &str) -> Result<Vec<JobItem>> {
        self.items("veeam.excluded_items", job_id, "ExcludedItems")?.collect()
    }

    /// The same, one page at a time.
    ///
    /// # Errors
    /// As [`Client::selected_items`]; those of a request come from the iterator.
    pub fn iter_excluded_items(&self, job_id: &str) -> Result<Rows<JobItem>> {
        self.items("veeam.iter_excluded_items", job_id, "ExcludedItems")
    }

    fn items(&self, operation: &'static str, job_id: &str, list: &str) -> Result<Rows<JobItem>> {
        check_id(job_id, "job", operation)?;
        let request = self.get(operation, &["Jobs", job_id, list]);
        Ok(self.rows(self.dialect.pages_everything(), usize::MAX, request))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_open() {
        let item: JobItem = crate::roundtrip::assert_open(&serde_json::json!({
            "type": "Group", "id": "9592732d:g", "mailbox": true, "oneDrive": null, "archiveMailbox": false, "sites": false,
            "teams": false, "teamsChats": false, "chats": false, "personalSite": false, "members": true,
            "memberMailbox": true, "memberArchiveMailbox": false, "memberOnedrive": true, "memberSite": true,
            "groupSite": true, "folders": ["Documents"], "user": null, "group": {"id": "g"}, "site": {"id": "s"},
            "team": {"id": "t"}, "_links": {"group": {"href": "/v8/x"}},
        }));
        assert!(item.extra.is_empty(), "{:?}", item.extra);
    }

    #[test]
    fn items_that_were_read_can_be_sent_again() {
        let item: JobItem = serde_json::from_value(serde_json::json!({
            "type": "Site", "id": "e1fa728c:s", "mailbox": false, "groupSite": false, "_links": {},
            "site": {"id": "s", "url": "https://x", "title": "", "isCloud": true, "isPersonal": false},
        }))
        .expect("item");
        for dialect in [Dialect::V6, Dialect::V7, Dialect::V8] {
            assert!(item.check(dialect).is_ok(), "{dialect}");
        }
    }
}
