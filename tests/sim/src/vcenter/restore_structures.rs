//! The structures of archives, restore and reconciliation. Sources as in `structures.rs`.

use super::structures::{
    LOCATION_TYPE, MESSAGE, OPTIONAL_FLAG, OPTIONAL_SECRET, OPTIONAL_TEXT, OPTIONAL_TEXTS, OPTIONAL_TIME,
    OPTIONAL_WHOLE, RETURN_STATUS, STATE, STD_MESSAGE, STD_MESSAGES, TARGET, TEXTS, name, structure,
};
use super::types::{Kind, member, since};
use super::version::Version;

/// Where to look for archives.
pub(super) const LOCATION_SPEC: &Kind = &Kind::Struct(&structure(
    name!("backup.location_spec"),
    &[
        member("location", &Kind::Text),
        member("location_user", OPTIONAL_TEXT),
        member("location_password", OPTIONAL_SECRET),
    ],
));
/// Which archives to list.
pub(super) const ARCHIVE_FILTER: &Kind = &Kind::Struct(&structure(
    name!("backup.system_name.archive.filter_spec"),
    &[
        member("start_timestamp", OPTIONAL_TIME),
        member("end_timestamp", OPTIONAL_TIME),
        member("comment_substring", OPTIONAL_TEXT),
        member("max_results", OPTIONAL_WHOLE),
    ],
));
/// An archive in a list.
pub(super) const ARCHIVE_SUMMARY: &Kind = &Kind::Struct(&structure(
    name!("backup.system_name.archive.summary"),
    &[
        member("archive", &Kind::Text),
        member("timestamp", &Kind::Time),
        member("version", &Kind::Text),
        member("comment", &Kind::Text),
    ],
));
/// An archive by itself.
pub(super) const ARCHIVE: &Kind = &Kind::Struct(&structure(
    name!("backup.system_name.archive.info"),
    &[
        member("timestamp", &Kind::Time),
        member("location", &Kind::Text),
        member("parts", TEXTS),
        member("version", &Kind::Text),
        member("system_name", &Kind::Text),
        member("comment", &Kind::Text),
    ],
));

// Restore.

const RESTORE_MESSAGES: &Kind = &Kind::List(&Kind::Struct(&structure(name!("restore.localizable_message"), &MESSAGE)));
const RESTORE_JOB_MESSAGES: &Kind =
    &Kind::List(&Kind::Struct(&structure(name!("restore.job.localizable_message"), &MESSAGE)));
/// What `restore.validate` takes.
pub(super) const RESTORE_REQUEST: &Kind = &Kind::Struct(&structure(
    name!("restore.restore_request"),
    &[
        since(Version::V803, "parts", OPTIONAL_TEXTS),
        member("backup_password", OPTIONAL_SECRET),
        member("location_type", LOCATION_TYPE),
        member("location", &Kind::Text),
        member("location_user", OPTIONAL_TEXT),
        member("location_password", OPTIONAL_SECRET),
        since(Version::V67, "sso_admin_user_name", OPTIONAL_TEXT),
        since(Version::V67, "sso_admin_user_password", OPTIONAL_SECRET),
    ],
));
/// What `restore.job.create` takes: one member more.
pub(super) const RESTORE_JOB_REQUEST: &Kind = &Kind::Struct(&structure(
    name!("restore.job.restore_request"),
    &[
        since(Version::V803, "parts", OPTIONAL_TEXTS),
        member("backup_password", OPTIONAL_SECRET),
        member("location_type", LOCATION_TYPE),
        member("location", &Kind::Text),
        member("location_user", OPTIONAL_TEXT),
        member("location_password", OPTIONAL_SECRET),
        since(Version::V67, "sso_admin_user_name", OPTIONAL_TEXT),
        since(Version::V67, "sso_admin_user_password", OPTIONAL_SECRET),
        since(Version::V67, "ignore_warnings", OPTIONAL_FLAG),
    ],
));
/// What an archive says to who would restore it.
pub(super) const METADATA: &Kind = &Kind::Struct(&structure(
    name!("restore.metadata"),
    &[
        member("timestamp", &Kind::Time),
        member("parts", TEXTS),
        member("version", &Kind::Text),
        member("boxname", &Kind::Text),
        since(Version::V67, "sso_login_required", OPTIONAL_FLAG),
        member("comment", &Kind::Text),
        member("applicable", &Kind::Flag),
        member("messages", RESTORE_MESSAGES),
    ],
));
/// The one restore of an appliance: no id, no times.
pub(super) const RESTORE_STATUS: &Kind = &Kind::Struct(&structure(
    name!("restore.job.restore_job_status"),
    &[
        member("state", STATE),
        member("messages", RESTORE_JOB_MESSAGES),
        member("progress", &Kind::Whole),
        since(Version::V803, "parts", OPTIONAL_TEXTS),
    ],
));
/// What `restore.job.cancel` answers.
pub(super) const RESTORE_RESULT: &Kind = &Kind::Struct(&structure(
    name!("restore.job.return_result"),
    &[member("status", RETURN_STATUS), member("messages", RESTORE_JOB_MESSAGES)],
));

// Reconciliation.

/// What `reconciliation.job.create` takes.
pub(super) const RECONCILIATION_SPEC: &Kind = &Kind::Struct(&structure(
    name!("reconciliation.job.create_spec"),
    &[
        member("sso_admin_user_name", OPTIONAL_TEXT),
        member("sso_admin_user_password", OPTIONAL_SECRET),
        member("ignore_warnings", OPTIONAL_FLAG),
    ],
));
const RECONCILIATION_STATUS: &Kind = &Kind::Word(&[
    ("NONE", Version::V67),
    ("RUNNING", Version::V67),
    ("SUCCEEDED", Version::V67),
    ("FAILED", Version::V67),
]);
/// The one reconciliation of an appliance.
pub(super) const RECONCILIATION: &Kind = &Kind::Struct(&structure(
    name!("reconciliation.job.info"),
    &[
        member("description", STD_MESSAGE),
        member("service", &Kind::Text),
        member("operation", &Kind::Text),
        member("parent", OPTIONAL_TEXT),
        member("target", &Kind::Optional(TARGET)),
        member("status", RECONCILIATION_STATUS),
        member("cancelable", OPTIONAL_FLAG),
        member("error", &Kind::Optional(&Kind::Error)),
        member("start_time", OPTIONAL_TIME),
        member("end_time", OPTIONAL_TIME),
        member("messages", STD_MESSAGES),
        member("progress", &Kind::Whole),
    ],
));
