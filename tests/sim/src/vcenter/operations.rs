//! Every operation of the room, once: who may call it, what it takes and gives, since when. The three dialects are coats
//! around it: `routes.rs` says how two of them spell it, JSON-RPC uses its name.

use super::auth::{self, Caller, Entry};
use super::error::Refusal;
use super::restore_structures::{
    ARCHIVE, ARCHIVE_FILTER, ARCHIVE_SUMMARY, LOCATION_SPEC, METADATA, RECONCILIATION, RECONCILIATION_SPEC,
    RESTORE_JOB_REQUEST, RESTORE_REQUEST, RESTORE_RESULT, RESTORE_STATUS,
};
use super::structures::{
    BACKUP_REQUEST, BACKUP_RESULT, CREATE_SPEC, DETAILS, DETAILS_FILTER, JOB_REQUEST, JOB_RESULT, JOB_STATUS, PART,
    RECOVERY, SCHEDULE, SESSION, TEXTS, UPDATE_SPEC, name,
};
use super::types::{Kind, Member, Rules, check_input, fit, member};
use super::version::Version;
use super::{State, archives, details, jobs, parts, reconciliation, restore, schedules};
use crate::fidelity::Source;
use crate::fidelity::Source::{Client, Specification};
use crate::vendor::Ctx;
use serde_json::{Map, Value};

/// One operation.
#[derive(Debug)]
pub(super) struct Operation {
    /// What it does, in a few words.
    pub(super) about: &'static str,
    /// The full name of its service.
    pub(super) service: &'static str,
    /// Its name in the service.
    pub(super) name: &'static str,
    pub(super) since: Version,
    pub(super) entry: Entry,
    pub(super) input: &'static [Member],
    pub(super) output: &'static Kind,
    act: fn(&mut State, &Ctx<'_>, &Call) -> Result<Value, Refusal>,
    /// Where its form in JSON-RPC is known from.
    pub(super) known: &'static [Source],
}

/// A call of an operation: the parameters have been checked by their types.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) caller: Caller,
    input: Map<String, Value>,
}

impl Call {
    /// A parameter; `null`, if it is not set.
    pub(super) fn value(&self, name: &str) -> &Value {
        self.input.get(name).unwrap_or(&Value::Null)
    }

    /// A parameter that is a text.
    pub(super) fn text(&self, name: &str) -> &str {
        self.value(name).as_str().unwrap_or_default()
    }
}

impl Operation {
    /// Checks the parameters and does it; the result has what the version has.
    pub(super) fn perform(
        &self,
        state: &mut State,
        ctx: &Ctx<'_>,
        caller: Caller,
        input: Map<String, Value>,
    ) -> Result<Value, Refusal> {
        let version = Version::of(ctx.knobs);
        let null_is_unset = ctx.knobs.text("vcenter.null_member") == "unset";
        let input = check_input(self.input, input, Rules { version, null_is_unset })?;
        let value = (self.act)(state, ctx, &Call { caller, input })?;
        Ok(fit(self.output, value, version))
    }
}

/// The service of sessions.
const SESSION_SERVICE: &str = "com.vmware.cis.session";
const JOB: &str = name!("backup.job");
const SCHEDULES: &str = name!("backup.schedules");
const ARCHIVES: &str = name!("backup.system_name.archive");
const RESTORE_JOB: &str = name!("restore.job");

const BINDINGS: &[Source] = &[Specification];
const USED: &[Source] = &[Specification, Client];

/// An operation of the appliance's services.
const fn appliance(
    about: &'static str,
    (service, name): (&'static str, &'static str),
    since: Version,
    input: &'static [Member],
    output: &'static Kind,
    act: fn(&mut State, &Ctx<'_>, &Call) -> Result<Value, Refusal>,
    known: &'static [Source],
) -> Operation {
    Operation { about, service, name, since, entry: Entry::Appliance, input, output, act, known }
}

const fn session(
    about: &'static str,
    name: &'static str,
    entry: Entry,
    output: &'static Kind,
    act: fn(&mut State, &Ctx<'_>, &Call) -> Result<Value, Refusal>,
) -> Operation {
    let (service, since) = (SESSION_SERVICE, Version::V65);
    Operation { about, service, name, since, entry, input: &[], output, act, known: USED }
}

const ID: Member = member("id", &Kind::Text);
const SCHEDULE_ID: Member = member("schedule", &Kind::Text);
const SYSTEM_NAME: Member = member("system_name", &Kind::Text);
const OLD: Version = Version::V65;
const NEW: Version = Version::V67;

pub(super) static SESSION_CREATE: Operation = session("log in", "create", Entry::Password, &Kind::Secret, auth::create);
pub(super) static SESSION_GET: Operation = session("show the session", "get", Entry::Session, SESSION, auth::get);
pub(super) static SESSION_DELETE: Operation =
    session("log out", "delete", Entry::Session, &Kind::Nothing, auth::delete);

pub(super) static RECOVERY_GET: Operation = appliance(
    "whether backup is supported",
    ("com.vmware.appliance.recovery", "get"),
    NEW,
    &[],
    RECOVERY,
    jobs::supported,
    BINDINGS,
);

pub(super) static JOB_CREATE: Operation =
    appliance("start a backup", (JOB, "create"), OLD, &[member("piece", JOB_REQUEST)], JOB_STATUS, jobs::create, USED);
pub(super) static JOB_LIST: Operation = appliance("list backups", (JOB, "list"), OLD, &[], TEXTS, jobs::list, USED);
pub(super) static JOB_GET: Operation = appliance("a backup", (JOB, "get"), OLD, &[ID], JOB_STATUS, jobs::get, USED);
pub(super) static JOB_CANCEL: Operation =
    appliance("cancel a backup", (JOB, "cancel"), OLD, &[ID], JOB_RESULT, jobs::cancel, BINDINGS);
pub(super) static DETAILS_LIST: Operation = appliance(
    "details of backups",
    (name!("backup.job.details"), "list"),
    NEW,
    &[member("filter", &Kind::Optional(DETAILS_FILTER))],
    &Kind::Map(DETAILS),
    details::list,
    BINDINGS,
);
pub(super) static VALIDATE: Operation = appliance(
    "check a backup request",
    (name!("backup"), "validate"),
    OLD,
    &[member("piece", BACKUP_REQUEST)],
    BACKUP_RESULT,
    jobs::validate,
    BINDINGS,
);
pub(super) static PARTS_LIST: Operation =
    appliance("list parts", (name!("backup.parts"), "list"), OLD, &[], &Kind::List(PART), parts::list, BINDINGS);
pub(super) static PARTS_GET: Operation =
    appliance("size of a part", (name!("backup.parts"), "get"), OLD, &[ID], &Kind::Whole, parts::get, BINDINGS);

pub(super) static SCHEDULES_LIST: Operation =
    appliance("list schedules", (SCHEDULES, "list"), NEW, &[], &Kind::Map(SCHEDULE), schedules::list, USED);
pub(super) static SCHEDULES_GET: Operation =
    appliance("a schedule", (SCHEDULES, "get"), NEW, &[SCHEDULE_ID], SCHEDULE, schedules::get, USED);
pub(super) static SCHEDULES_CREATE: Operation = appliance(
    "create a schedule",
    (SCHEDULES, "create"),
    NEW,
    &[SCHEDULE_ID, member("spec", CREATE_SPEC)],
    &Kind::Nothing,
    schedules::create,
    USED,
);
pub(super) static SCHEDULES_UPDATE: Operation = appliance(
    "change a schedule",
    (SCHEDULES, "update"),
    NEW,
    &[SCHEDULE_ID, member("spec", UPDATE_SPEC)],
    &Kind::Nothing,
    schedules::update,
    USED,
);
pub(super) static SCHEDULES_DELETE: Operation =
    appliance("delete a schedule", (SCHEDULES, "delete"), NEW, &[SCHEDULE_ID], &Kind::Nothing, schedules::delete, USED);
pub(super) static SCHEDULES_RUN: Operation = appliance(
    "run a schedule now",
    (SCHEDULES, "run"),
    NEW,
    &[SCHEDULE_ID, member("comment", &Kind::Optional(&Kind::Text))],
    JOB_STATUS,
    schedules::run,
    BINDINGS,
);

pub(super) static SYSTEM_NAMES: Operation = appliance(
    "system names at a location",
    (name!("backup.system_name"), "list"),
    NEW,
    &[member("loc_spec", LOCATION_SPEC)],
    TEXTS,
    archives::system_names,
    BINDINGS,
);
pub(super) static ARCHIVES_LIST: Operation = appliance(
    "list archives",
    (ARCHIVES, "list"),
    NEW,
    &[member("loc_spec", LOCATION_SPEC), SYSTEM_NAME, member("filter_spec", ARCHIVE_FILTER)],
    &Kind::List(ARCHIVE_SUMMARY),
    archives::list,
    BINDINGS,
);
pub(super) static ARCHIVES_GET: Operation = appliance(
    "an archive",
    (ARCHIVES, "get"),
    NEW,
    &[member("spec", LOCATION_SPEC), SYSTEM_NAME, member("archive", &Kind::Text)],
    ARCHIVE,
    archives::get,
    BINDINGS,
);

pub(super) static RESTORE_VALIDATE: Operation = appliance(
    "check a restore request",
    (name!("restore"), "validate"),
    OLD,
    &[member("piece", RESTORE_REQUEST)],
    METADATA,
    restore::validate,
    BINDINGS,
);
pub(super) static RESTORE_CREATE: Operation = appliance(
    "start the restore",
    (RESTORE_JOB, "create"),
    OLD,
    &[member("piece", RESTORE_JOB_REQUEST)],
    RESTORE_STATUS,
    restore::create,
    BINDINGS,
);
pub(super) static RESTORE_GET: Operation =
    appliance("the restore", (RESTORE_JOB, "get"), OLD, &[], RESTORE_STATUS, restore::get, BINDINGS);
pub(super) static RESTORE_CANCEL: Operation =
    appliance("cancel the restore", (RESTORE_JOB, "cancel"), OLD, &[], RESTORE_RESULT, restore::cancel, BINDINGS);
pub(super) static RECONCILIATION_CREATE: Operation = appliance(
    "start the reconciliation",
    (name!("reconciliation.job"), "create"),
    NEW,
    &[member("spec", RECONCILIATION_SPEC)],
    RECONCILIATION,
    reconciliation::create,
    BINDINGS,
);
pub(super) static RECONCILIATION_GET: Operation = appliance(
    "the reconciliation",
    (name!("reconciliation.job"), "get"),
    NEW,
    &[],
    RECONCILIATION,
    reconciliation::get,
    BINDINGS,
);

/// All of them.
pub(super) static ALL: &[&Operation] = &[
    &SESSION_CREATE,
    &SESSION_GET,
    &SESSION_DELETE,
    &RECOVERY_GET,
    &JOB_CREATE,
    &JOB_LIST,
    &JOB_GET,
    &JOB_CANCEL,
    &DETAILS_LIST,
    &VALIDATE,
    &PARTS_LIST,
    &PARTS_GET,
    &SCHEDULES_LIST,
    &SCHEDULES_GET,
    &SCHEDULES_CREATE,
    &SCHEDULES_UPDATE,
    &SCHEDULES_DELETE,
    &SCHEDULES_RUN,
    &SYSTEM_NAMES,
    &ARCHIVES_LIST,
    &ARCHIVES_GET,
    &RESTORE_VALIDATE,
    &RESTORE_CREATE,
    &RESTORE_GET,
    &RESTORE_CANCEL,
    &RECONCILIATION_CREATE,
    &RECONCILIATION_GET,
];
