//! The structures of the services, with the versions of their members. Sources: the vendor's specifications of 7.0.2 and
//! 9.1.1, its bindings from build to build, and the version notes of its reference.

use super::types::{Kind, Member, Structure, member, since};
use super::version::Version;

/// A full name of the room's services.
macro_rules! name {
    ($name:literal) => {
        concat!("com.vmware.appliance.recovery.", $name)
    };
}
pub(super) use name;

/// A structure of that full name.
pub(super) const fn structure(name: &'static str, members: &'static [Member]) -> Structure {
    Structure { name, members }
}

pub(super) const OPTIONAL_TEXT: &Kind = &Kind::Optional(&Kind::Text);
pub(super) const OPTIONAL_SECRET: &Kind = &Kind::Optional(&Kind::Secret);
pub(super) const OPTIONAL_WHOLE: &Kind = &Kind::Optional(&Kind::Whole);
pub(super) const OPTIONAL_FLAG: &Kind = &Kind::Optional(&Kind::Flag);
pub(super) const OPTIONAL_TIME: &Kind = &Kind::Optional(&Kind::Time);
pub(super) const OPTIONAL_TEXTS: &Kind = &Kind::Optional(TEXTS);

/// A list of texts.
pub(super) const TEXTS: &Kind = &Kind::List(&Kind::Text);

/// SFTP came somewhere between 6.7.0 and the autumn after it; NFS and SMB with 6.7.2.
pub(super) const LOCATION_TYPES: &[(&str, Version)] = &[
    ("FTP", Version::V65),
    ("HTTP", Version::V65),
    ("FTPS", Version::V65),
    ("HTTPS", Version::V65),
    ("SCP", Version::V65),
    ("SFTP", Version::V671),
    ("NFS", Version::V672),
    ("SMB", Version::V672),
];
pub(super) const LOCATION_TYPE: &Kind = &Kind::Word(LOCATION_TYPES);
pub(super) const STATE: &Kind = &Kind::Word(&[
    ("FAILED", Version::V65),
    ("INPROGRESS", Version::V65),
    ("NONE", Version::V65),
    ("SUCCEEDED", Version::V65),
]);
pub(super) const RETURN_STATUS: &Kind =
    &Kind::Word(&[("FAIL", Version::V65), ("WARNING", Version::V65), ("OK", Version::V65)]);

/// Every service has its own copy of the message with three members.
pub(super) const MESSAGE: [Member; 3] =
    [member("id", &Kind::Text), member("default_message", &Kind::Text), member("args", TEXTS)];

/// The message of the standard library.
pub(super) const STD_MESSAGE: &Kind = &Kind::Struct(&structure(
    "com.vmware.vapi.std.localizable_message",
    &[
        member("id", &Kind::Text),
        member("default_message", &Kind::Text),
        member("args", TEXTS),
        since(Version::V700, "params", &Kind::Optional(&Kind::Map(&Kind::Nothing))),
        since(Version::V700, "localized", OPTIONAL_TEXT),
    ],
));
pub(super) const STD_MESSAGES: &Kind = &Kind::List(STD_MESSAGE);

// Sessions.

/// What a session says of itself.
pub(super) const SESSION: &Kind = &Kind::Struct(&structure(
    "com.vmware.cis.session.info",
    &[member("user", &Kind::Text), member("created_time", &Kind::Time), member("last_accessed_time", &Kind::Time)],
));

/// Whether the appliance can be backed up at all.
pub(super) const RECOVERY: &Kind = &Kind::Struct(&structure(name!("info"), &[member("supported", &Kind::Flag)]));

// Backup jobs.

const JOB_MESSAGES: &Kind = &Kind::List(&Kind::Struct(&structure(name!("backup.job.localizable_message"), &MESSAGE)));

/// The members that the two backup requests share.
const REQUEST: [Member; 8] = [
    member("parts", TEXTS),
    member("backup_password", OPTIONAL_SECRET),
    member("location_type", LOCATION_TYPE),
    member("location", &Kind::Text),
    member("location_user", OPTIONAL_TEXT),
    member("location_password", OPTIONAL_SECRET),
    member("comment", OPTIONAL_TEXT),
    since(Version::V702, "fast_backup", OPTIONAL_FLAG),
];

/// What `job.create` takes.
pub(super) const JOB_REQUEST: &Kind = &Kind::Struct(&structure(name!("backup.job.backup_request"), &REQUEST));
/// What `backup.validate` takes.
pub(super) const BACKUP_REQUEST: &Kind = &Kind::Struct(&structure(name!("backup.backup_request"), &REQUEST));
/// What create, get and the run of a schedule answer.
pub(super) const JOB_STATUS: &Kind = &Kind::Struct(&structure(
    name!("backup.job.backup_job_status"),
    &[
        member("id", &Kind::Text),
        member("state", STATE),
        member("messages", JOB_MESSAGES),
        member("progress", &Kind::Whole),
        member("start_time", &Kind::Time),
        member("end_time", OPTIONAL_TIME),
    ],
));
/// What `job.cancel` answers.
pub(super) const JOB_RESULT: &Kind = &Kind::Struct(&structure(
    name!("backup.job.return_result"),
    &[member("status", RETURN_STATUS), member("messages", JOB_MESSAGES)],
));
/// What `backup.validate` answers.
pub(super) const BACKUP_RESULT: &Kind = &Kind::Struct(&structure(
    name!("backup.return_result"),
    &[
        member("status", RETURN_STATUS),
        member("messages", &Kind::List(&Kind::Struct(&structure(name!("backup.localizable_message"), &MESSAGE)))),
    ],
));

// Job details.

/// Which details to list.
pub(super) const DETAILS_FILTER: &Kind =
    &Kind::Struct(&structure(name!("backup.job.details.filter_spec"), &[member("jobs", OPTIONAL_TEXTS)]));
const TYPE: &Kind =
    &Kind::Word(&[("SCHEDULED", Version::V67), ("MANUAL", Version::V67), ("LOCAL_BACKUP", Version::V90)]);
const TASK_STATUS: &Kind = &Kind::Word(&[
    ("PENDING", Version::V67),
    ("RUNNING", Version::V67),
    ("BLOCKED", Version::V67),
    ("SUCCEEDED", Version::V67),
    ("FAILED", Version::V67),
]);
const PROGRESS: &Kind = &Kind::Struct(&structure(
    "com.vmware.cis.task.progress",
    &[member("total", &Kind::Whole), member("completed", &Kind::Whole), member("message", STD_MESSAGE)],
));
const BUILD: &Kind = &Kind::Struct(&structure(
    name!("backup.job.details.build_info"),
    &[member("version_name", &Kind::Text), member("version", &Kind::Text), member("build_number", &Kind::Text)],
));
pub(super) const TARGET: &Kind = &Kind::Struct(&structure(
    "com.vmware.vapi.std.dynamic_ID",
    &[member("type", &Kind::Text), member("id", &Kind::Text)],
));
/// The details of one backup.
pub(super) const DETAILS: &Kind = &Kind::Struct(&structure(
    name!("backup.job.details.info"),
    &[
        member("location", &Kind::Text),
        member("duration", OPTIONAL_WHOLE),
        member("size", OPTIONAL_WHOLE),
        member("progress", &Kind::Optional(PROGRESS)),
        member("location_user", &Kind::Text),
        member("type", TYPE),
        member("messages", STD_MESSAGES),
        since(Version::V672, "build", &Kind::Optional(BUILD)),
        since(Version::V803, "fast_backup", OPTIONAL_FLAG),
        member("description", STD_MESSAGE),
        member("service", &Kind::Text),
        member("operation", &Kind::Text),
        member("parent", OPTIONAL_TEXT),
        member("target", &Kind::Optional(TARGET)),
        member("status", TASK_STATUS),
        member("cancelable", &Kind::Flag),
        member("error", &Kind::Optional(&Kind::Error)),
        member("start_time", OPTIONAL_TIME),
        member("end_time", OPTIONAL_TIME),
        member("user", OPTIONAL_TEXT),
    ],
));

// Parts.

const PART_MESSAGE: &Kind = &Kind::Struct(&structure(name!("backup.parts.localizable_message"), &MESSAGE));
/// One part.
pub(super) const PART: &Kind = &Kind::Struct(&structure(
    name!("backup.parts.part"),
    &[
        member("id", &Kind::Text),
        member("name", PART_MESSAGE),
        member("description", PART_MESSAGE),
        member("selected_by_default", &Kind::Flag),
        member("optional", &Kind::Flag),
        since(Version::V803, "standalone", OPTIONAL_FLAG),
    ],
));

// Schedules.

const DAY: &Kind = &Kind::Word(&[
    ("MONDAY", Version::V67),
    ("TUESDAY", Version::V67),
    ("WEDNESDAY", Version::V67),
    ("THURSDAY", Version::V67),
    ("FRIDAY", Version::V67),
    ("SATURDAY", Version::V67),
    ("SUNDAY", Version::V67),
]);
const RECURRENCE: &Kind = &Kind::Optional(&Kind::Struct(&structure(
    name!("backup.schedules.recurrence_info"),
    &[member("minute", &Kind::Whole), member("hour", &Kind::Whole), member("days", &Kind::Optional(&Kind::List(DAY)))],
)));
const RETENTION: &Kind = &Kind::Optional(&Kind::Struct(&structure(
    name!("backup.schedules.retention_info"),
    &[member("max_count", &Kind::Whole)],
)));
/// What `schedules.create` takes.
pub(super) const CREATE_SPEC: &Kind = &Kind::Struct(&structure(
    name!("backup.schedules.create_spec"),
    &[
        member("parts", OPTIONAL_TEXTS),
        member("backup_password", OPTIONAL_SECRET),
        member("location", &Kind::Text),
        member("location_user", OPTIONAL_TEXT),
        member("location_password", OPTIONAL_SECRET),
        member("enable", OPTIONAL_FLAG),
        member("recurrence_info", RECURRENCE),
        member("retention_info", RETENTION),
        since(Version::V803, "fast_backup", OPTIONAL_FLAG),
    ],
));
/// What `schedules.update` takes: unset members stay as they are.
pub(super) const UPDATE_SPEC: &Kind = &Kind::Struct(&structure(
    name!("backup.schedules.update_spec"),
    &[
        member("parts", OPTIONAL_TEXTS),
        member("backup_password", OPTIONAL_SECRET),
        member("location", OPTIONAL_TEXT),
        member("location_user", OPTIONAL_TEXT),
        member("location_password", OPTIONAL_SECRET),
        member("enable", OPTIONAL_FLAG),
        member("recurrence_info", RECURRENCE),
        member("retention_info", RETENTION),
        since(Version::V803, "fast_backup", OPTIONAL_FLAG),
    ],
));
/// One schedule; never a password.
pub(super) const SCHEDULE: &Kind = &Kind::Struct(&structure(
    name!("backup.schedules.info"),
    &[
        member("parts", TEXTS),
        member("location", &Kind::Text),
        member("location_user", OPTIONAL_TEXT),
        member("enable", &Kind::Flag),
        member("recurrence_info", RECURRENCE),
        member("retention_info", RETENTION),
        since(Version::V803, "fast_backup", OPTIONAL_FLAG),
    ],
));
