//! What a job backs up, and what it leaves out.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, at, code, flag, free, free_client, get, inside, len, maybe, next, place, text_at};
use crate::text::{Json, Text, maybe_text, members, text, texts};
use crate::veeam::bkj_veeam;
use crate::veeam::item_groups::bkj_veeam_group;
use crate::veeam::item_sites::bkj_veeam_job_site;
use crate::veeam::item_teams::bkj_veeam_team;
use crate::veeam::item_users::bkj_veeam_user;
use crate::veeam::links::bkj_veeam_links;
use crate::words::{Word, from_word, word};
use backupjobs::{Rows, veeam};
use std::ffi::c_char;

/// What an item of a job is. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_JOB_ITEM_TYPE_UNKNOWN: i32 = 0;
/// A group, with its members if wanted. The word is "Group".
pub const BKJ_VEEAM_JOB_ITEM_TYPE_GROUP: i32 = 1;
/// A user. The word is "User".
pub const BKJ_VEEAM_JOB_ITEM_TYPE_USER: i32 = 2;
/// A site. The word is "Site".
pub const BKJ_VEEAM_JOB_ITEM_TYPE_SITE: i32 = 3;
/// A part of the organization: all mailboxes, all sites and so on. The word is "PartialOrganization".
pub const BKJ_VEEAM_JOB_ITEM_TYPE_PARTIAL_ORGANIZATION: i32 = 4;
/// All personal sites. The word is "PersonalSites".
pub const BKJ_VEEAM_JOB_ITEM_TYPE_PERSONAL_SITES: i32 = 5;
/// Folders of that name in every OneDrive. The word is "OneDriveFolders".
pub const BKJ_VEEAM_JOB_ITEM_TYPE_ONE_DRIVE_FOLDERS: i32 = 6;
/// A team; v5 and later. The word is "Team".
pub const BKJ_VEEAM_JOB_ITEM_TYPE_TEAM: i32 = 7;

/// The vendor's word for a BKJ_VEEAM_JOB_ITEM_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_type_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::JobItemType, code)
}

/// The BKJ_VEEAM_JOB_ITEM_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that this
/// version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::JobItemType, word)
}

/// What a job backs up. (The documents of v6 to v8 that we have do not list the resource; the job's links do.)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_selected_items(
    client: *const bkj_veeam,
    job_id: *const c_char,
    out: *mut *mut bkj_veeam_job_item_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.selected_items", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.selected_items(text!(job_id))?);
    })
}

/// The same, one page at a time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_selected_items(
    client: *const bkj_veeam,
    job_id: *const c_char,
    out: *mut *mut bkj_veeam_job_item_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_selected_items", {
        let out = place!(out);
        let client = arg!(client);
        let rows = client.inner.iter_selected_items(text!(job_id))?;
        out.give(bkj_veeam_job_item_iter { rows });
    })
}

/// What a job leaves out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_excluded_items(
    client: *const bkj_veeam,
    job_id: *const c_char,
    out: *mut *mut bkj_veeam_job_item_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.excluded_items", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.excluded_items(text!(job_id))?);
    })
}

/// The same, one page at a time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_iter_excluded_items(
    client: *const bkj_veeam,
    job_id: *const c_char,
    out: *mut *mut bkj_veeam_job_item_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "veeam.iter_excluded_items", {
        let out = place!(out);
        let client = arg!(client);
        let rows = client.inner.iter_excluded_items(text!(job_id))?;
        out.give(bkj_veeam_job_item_iter { rows });
    })
}

/// One item of a job. Unset members are not sent.
pub struct bkj_veeam_job_item {
    pub(crate) inner: veeam::JobItem,
    kind: Option<Word>,
    id: Option<Text>,
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
    folders: Vec<Text>,
    user: Option<bkj_veeam_user>,
    group: Option<bkj_veeam_group>,
    site: Option<bkj_veeam_job_site>,
    team: Option<bkj_veeam_team>,
    links: Option<bkj_veeam_links>,
    extra: Json,
}

impl From<veeam::JobItem> for bkj_veeam_job_item {
    fn from(from: veeam::JobItem) -> Self {
        Self {
            inner: from.clone(),
            kind: from.kind.map(Word::from),
            id: from.id.map(Text::from),
            mailbox: from.mailbox,
            one_drive: from.one_drive,
            archive_mailbox: from.archive_mailbox,
            sites: from.sites,
            teams: from.teams,
            teams_chats: from.teams_chats,
            chats: from.chats,
            personal_site: from.personal_site,
            members: from.members,
            member_mailbox: from.member_mailbox,
            member_archive_mailbox: from.member_archive_mailbox,
            member_onedrive: from.member_onedrive,
            member_site: from.member_site,
            group_site: from.group_site,
            folders: from.folders.into_iter().map(Text::from).collect(),
            user: from.user.map(Into::into),
            group: from.group.map(Into::into),
            site: from.site.map(Into::into),
            team: from.team.map(Into::into),
            links: from.links.map(Into::into),
            extra: from.extra.into(),
        }
    }
}

/// What it is. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_kind(item: *const bkj_veeam_job_item) -> *const c_char {
    get!(item.kind)
}

/// The same as a BKJ_VEEAM_JOB_ITEM_TYPE_… number; 0 for a word that this version does not know, or for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_kind_code(item: *const bkj_veeam_job_item) -> i32 {
    code!(item.kind)
}

/// Id of the item within the job: made up by the server from the type and the object. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_id(item: *const bkj_veeam_job_item) -> *const c_char {
    get!(item.id)
}

/// Mail, of a user, a group or the organization. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_mailbox(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.mailbox)
}

/// OneDrive, of a user or the organization. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_one_drive(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.one_drive)
}

/// Archive mail, of a user or the organization. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_archive_mailbox(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.archive_mailbox)
}

/// Sites, of the organization. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_sites(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.sites)
}

/// Teams, of the organization. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_teams(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.teams)
}

/// Chats, of the organization or, from v7 on, of a team. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_teams_chats(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.teams_chats)
}

/// Chats of a team, in v6. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_chats(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.chats)
}

/// The personal site of a user. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_personal_site(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.personal_site)
}

/// The members of a group. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_members(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.members)
}

/// Mail of the members of a group. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_member_mailbox(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.member_mailbox)
}

/// Archive mail of the members of a group. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_member_archive_mailbox(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.member_archive_mailbox)
}

/// OneDrive of the members of a group. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_member_onedrive(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.member_onedrive)
}

/// Personal sites of the members of a group. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_member_site(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.member_site)
}

/// The site of a group. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_group_site(item: *const bkj_veeam_job_item) -> i32 {
    get!(item.group_site)
}

/// Names of OneDrive folders: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_folders_len(item: *const bkj_veeam_job_item) -> usize {
    len!(item.folders)
}

/// Names of OneDrive folders: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_folders_at(item: *const bkj_veeam_job_item, index: usize) -> *const c_char {
    text_at!(item.folders, index)
}

/// The user. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_user(item: *const bkj_veeam_job_item) -> *const bkj_veeam_user {
    inside!(item.user)
}

/// The group. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_group(item: *const bkj_veeam_job_item) -> *const bkj_veeam_group {
    inside!(item.group)
}

/// The site. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_site(item: *const bkj_veeam_job_item) -> *const bkj_veeam_job_site {
    inside!(item.site)
}

/// The team. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_team(item: *const bkj_veeam_job_item) -> *const bkj_veeam_team {
    inside!(item.team)
}

/// The links; NULL when the server sent none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_links(item: *const bkj_veeam_job_item) -> *const bkj_veeam_links {
    inside!(item.links)
}

/// The links as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_links_json(item: *const bkj_veeam_job_item) -> *const c_char {
    bkj_veeam_links::json(inside!(item.links))
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_extra_json(item: *const bkj_veeam_job_item) -> *const c_char {
    get!(item.extra)
}

impl bkj_veeam_job_item {
    fn change(&mut self, change: impl FnOnce(&mut veeam::JobItem)) {
        let mut inner = self.inner.clone();
        change(&mut inner);
        *self = inner.into();
    }
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_new(
    kind: *const c_char,
    out: *mut *mut bkj_veeam_job_item,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(veeam::JobItem::new(text!(kind).into()));
    })
}

/// What it is, as a word; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_kind(
    object: *mut bkj_veeam_job_item,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(word).map(Into::into);
        object.change(|inner| inner.kind = value);
    })
}

/// Id of the item within the job: made up by the server from the type and the object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_id(
    object: *mut bkj_veeam_job_item,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe_text!(text).map(str::to_owned);
        object.change(|inner| inner.id = value);
    })
}

/// Mail, of a user, a group or the organization: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_mailbox(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.mailbox = value);
    })
}

/// OneDrive, of a user or the organization: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_one_drive(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.one_drive = value);
    })
}

/// Archive mail, of a user or the organization: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_archive_mailbox(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.archive_mailbox = value);
    })
}

/// Sites, of the organization: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_sites(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.sites = value);
    })
}

/// Teams, of the organization: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_teams(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.teams = value);
    })
}

/// Chats, of the organization or, from v7 on, of a team: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_teams_chats(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.teams_chats = value);
    })
}

/// Chats of a team, in v6: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_chats(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.chats = value);
    })
}

/// The personal site of a user: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_personal_site(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.personal_site = value);
    })
}

/// The members of a group: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_members(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.members = value);
    })
}

/// Mail of the members of a group: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_member_mailbox(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.member_mailbox = value);
    })
}

/// Archive mail of the members of a group: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_member_archive_mailbox(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.member_archive_mailbox = value);
    })
}

/// OneDrive of the members of a group: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_member_onedrive(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.member_onedrive = value);
    })
}

/// Personal sites of the members of a group: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_member_site(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.member_site = value);
    })
}

/// The site of a group: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_group_site(
    object: *mut bkj_veeam_job_item,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = flag(yes, "yes")?;
        object.change(|inner| inner.group_site = value);
    })
}

/// Names of OneDrive folders: `count` texts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_folders(
    object: *mut bkj_veeam_job_item,
    texts: *const *const c_char,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = texts!(texts, count).into_iter().map(str::to_owned).collect();
        object.change(|inner| inner.folders = value);
    })
}

/// The user, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_user(
    object: *mut bkj_veeam_job_item,
    value: *const bkj_veeam_user,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe!(value).map(|value| value.inner.clone());
        object.change(|inner| inner.user = value);
    })
}

/// The group, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_group(
    object: *mut bkj_veeam_job_item,
    value: *const bkj_veeam_group,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe!(value).map(|value| value.inner.clone());
        object.change(|inner| inner.group = value);
    })
}

/// The site, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_site(
    object: *mut bkj_veeam_job_item,
    value: *const bkj_veeam_job_site,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe!(value).map(|value| value.inner.clone());
        object.change(|inner| inner.site = value);
    })
}

/// The team, which is copied; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_team(
    object: *mut bkj_veeam_job_item,
    value: *const bkj_veeam_team,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = maybe!(value).map(|value| value.inner.clone());
        object.change(|inner| inner.team = value);
    })
}

/// Members to be sent besides, as a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_set_extra_json(
    object: *mut bkj_veeam_job_item,
    json: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let object = arg_mut!(object);
        let value = members(text!(json), "json")?;
        object.change(|inner| inner.extra = value);
    })
}

/// Frees a job item that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_free(item: *mut bkj_veeam_job_item) {
    free!(item);
}

/// A list of job items.
pub struct bkj_veeam_job_item_list {
    rows: Vec<bkj_veeam_job_item>,
}

impl From<Vec<veeam::JobItem>> for bkj_veeam_job_item_list {
    fn from(rows: Vec<veeam::JobItem>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of job items.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_list_len(list: *const bkj_veeam_job_item_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_list_at(
    list: *const bkj_veeam_job_item_list,
    index: usize,
) -> *const bkj_veeam_job_item {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_list_free(list: *mut bkj_veeam_job_item_list) {
    free!(list);
}

/// Job items, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_veeam_job_item_iter {
    pub(crate) rows: Rows<veeam::JobItem>,
}

/// The next one, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_iter_next(
    iter: *mut bkj_veeam_job_item_iter,
    out: *mut *mut bkj_veeam_job_item,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but nothing got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_job_item_iter_free(iter: *mut bkj_veeam_job_item_iter) {
    free_client!(iter);
}
