//! What a job backs up, and what it leaves out.

use super::item_objects::Group;
use super::item_objects::JobSite;
use super::item_objects::Team;
use super::item_objects::User;
use crate::convert::to_extra;
use backupjobs::veeam;
use pyo3::prelude::*;

crate::model::model! {
    /// One item of a job. Unset members are not sent.
    ///
    /// :param kind: What it is
    /// :param id: Id of the item within the job: made up by the server from the type and the object
    /// :param mailbox: Mail, of a user, a group or the organization
    /// :param one_drive: OneDrive, of a user or the organization
    /// :param archive_mailbox: Archive mail, of a user or the organization
    /// :param sites: Sites, of the organization
    /// :param teams: Teams, of the organization
    /// :param teams_chats: Chats, of the organization or, from v7 on, of a team
    /// :param chats: Chats of a team, in v6
    /// :param personal_site: The personal site of a user
    /// :param members: The members of a group
    /// :param member_mailbox: Mail of the members of a group
    /// :param member_archive_mailbox: Archive mail of the members of a group
    /// :param member_onedrive: OneDrive of the members of a group
    /// :param member_site: Personal sites of the members of a group
    /// :param group_site: The site of a group
    /// :param folders: Names of OneDrive folders
    /// :param user: The user
    /// :param group: The group
    /// :param site: The site
    /// :param team: The team
    JobItem shows veeam::JobItem, as "JobItem" in "backupjobs.veeam" {
        /// What it is.
        kind,
        /// Id of the item within the job: made up by the server from the type and the object.
        id,
        /// Mail, of a user, a group or the organization.
        mailbox,
        /// OneDrive, of a user or the organization.
        one_drive,
        /// Archive mail, of a user or the organization.
        archive_mailbox,
        /// Sites, of the organization.
        sites,
        /// Teams, of the organization.
        teams,
        /// Chats, of the organization or, from v7 on, of a team.
        teams_chats,
        /// Chats of a team, in v6.
        chats,
        /// The personal site of a user.
        personal_site,
        /// The members of a group.
        members,
        /// Mail of the members of a group.
        member_mailbox,
        /// Archive mail of the members of a group.
        member_archive_mailbox,
        /// OneDrive of the members of a group.
        member_onedrive,
        /// Personal sites of the members of a group.
        member_site,
        /// The site of a group.
        group_site,
        /// Names of OneDrive folders.
        folders,
        /// The user.
        user,
        /// The group.
        group,
        /// The site.
        site,
        /// The team.
        team,
        /// Links.
        links,
        /// Members this version does not know.
        extra,
    } with links {
        #[new]
        #[pyo3(signature = (kind, *, id=None, mailbox=None, one_drive=None, archive_mailbox=None, sites=None,
            teams=None, teams_chats=None, chats=None, personal_site=None, members=None, member_mailbox=None,
            member_archive_mailbox=None, member_onedrive=None, member_site=None, group_site=None, folders=None,
            user=None, group=None, site=None, team=None, extra=None))]
        #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
        fn new(
            kind: &str,
            id: Option<String>,
            mailbox: Option<bool>,
            one_drive: Option<bool>,
            archive_mailbox: Option<bool>,
            sites: Option<bool>,
            teams: Option<bool>,
            teams_chats: Option<bool>,
            chats: Option<bool>,
            personal_site: Option<bool>,
            members: Option<bool>,
            member_mailbox: Option<bool>,
            member_archive_mailbox: Option<bool>,
            member_onedrive: Option<bool>,
            member_site: Option<bool>,
            group_site: Option<bool>,
            folders: Option<Vec<String>>,
            user: Option<&Bound<'_, User>>,
            group: Option<&Bound<'_, Group>>,
            site: Option<&Bound<'_, JobSite>>,
            team: Option<&Bound<'_, Team>>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut object = veeam::JobItem::new(kind.into());
            object.id = id;
            object.mailbox = mailbox;
            object.one_drive = one_drive;
            object.archive_mailbox = archive_mailbox;
            object.sites = sites;
            object.teams = teams;
            object.teams_chats = teams_chats;
            object.chats = chats;
            object.personal_site = personal_site;
            object.members = members;
            object.member_mailbox = member_mailbox;
            object.member_archive_mailbox = member_archive_mailbox;
            object.member_onedrive = member_onedrive;
            object.member_site = member_site;
            object.group_site = group_site;
            object.folders = folders.unwrap_or_default();
            object.user = user.map(|value| (*value.get().0).clone());
            object.group = group.map(|value| (*value.get().0).clone());
            object.site = site.map(|value| (*value.get().0).clone());
            object.team = team.map(|value| (*value.get().0).clone());
            object.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(object.into()))
        }
    }
}
