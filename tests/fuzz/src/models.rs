//! The decoders of all objects. The first letter of the input chooses the object, the rest is what a server says it is.
//!
//! An object is read or refused with its place; read, written and read again it is the same; a member that nobody knows is
//! kept, and a word that nobody knows is kept as it is. What comes in long lists is the same in a table.

use crate::{rules, script};
use backupjobs::fuzzing::{decode, table_rows};
use backupjobs::table::Tabular;
use backupjobs::{teradata, vcenter, veeam};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;

type Reader = fn(&[u8]);

pub(crate) fn veeam(data: &[u8]) {
    const READERS: &[Reader] = &[
        open::<veeam::Job>,
        open::<veeam::JobSession>,
        open::<veeam::CopyJob>,
        open::<veeam::RestoreSession>,
        open::<veeam::RestoreSessionEvent>,
        open::<veeam::RestoreSessionStatistics>,
        open::<veeam::Organization>,
        open::<veeam::UsedRepository>,
        open::<veeam::Repository>,
        open::<veeam::ProcessedObject>,
        listed::<veeam::LogItem>,
        open::<veeam::JobItem>,
        open::<veeam::JobSchedule>,
        listed::<veeam::CopySchedule>,
        listed::<veeam::BackupWindow>,
        open::<veeam::User>,
        open::<veeam::Group>,
        open::<veeam::JobSite>,
        open::<veeam::Team>,
        listed::<veeam::Statistics>,
        open::<veeam::ServiceInstance>,
        open::<veeam::Health>,
        open::<veeam::ObjectStorage>,
        plain::<veeam::Links>,
        plain::<veeam::JobStatus>,
    ];
    choose(READERS, data);
}

pub(crate) fn vcenter(data: &[u8]) {
    const READERS: &[Reader] = &[
        open::<vcenter::BackupJobStatus>,
        open::<vcenter::BackupDetails>,
        plain::<vcenter::TaskError>,
        open::<vcenter::Schedule>,
        open::<vcenter::RecurrenceInfo>,
        open::<vcenter::RetentionInfo>,
        open::<vcenter::ArchiveSummary>,
        open::<vcenter::ArchiveInfo>,
        open::<vcenter::RestoreMetadata>,
        open::<vcenter::ReturnResult>,
        open::<vcenter::LocalizableMessage>,
        open::<vcenter::Part>,
        open::<vcenter::SessionInfo>,
        open::<vcenter::BuildInfo>,
        open::<vcenter::TaskProgress>,
        open::<vcenter::DynamicId>,
        plain::<vcenter::ProcessState>,
    ];
    choose(READERS, data);
}

pub(crate) fn teradata(data: &[u8]) {
    const READERS: &[Reader] = &[
        open::<teradata::Job>,
        execution,
        open::<teradata::LastExecution>,
        open::<teradata::TargetSite>,
        open::<teradata::JobSettings>,
        open::<teradata::ObjectSelection>,
        open::<teradata::ExcludedObject>,
        listed::<teradata::BackupObject>,
        open::<teradata::ObjectsPreparation>,
        open::<teradata::RestorePermissions>,
        plain::<teradata::Database>,
        plain::<teradata::ExecutionStatus>,
    ];
    choose(READERS, data);
}

fn choose(readers: &[Reader], data: &[u8]) {
    if let Some((letter, body)) = data.split_first() {
        readers[script::number(*letter) % readers.len()](body);
    }
}

fn plain<T: DeserializeOwned + Serialize + PartialEq + Debug>(body: &[u8]) {
    rules::answer(decode::<T>(body));
}

/// An object that keeps the members it does not know.
fn open<T: DeserializeOwned + Serialize + PartialEq + Debug>(body: &[u8]) {
    plain::<T>(body);
    let Ok(Value::Object(mut members)) = serde_json::from_slice(body) else { return };
    let planted = json!({"kept": [1, null, "text"], "raw_status": "Splendid"});
    members.insert("nobodyKnowsThis".into(), planted.clone());
    // Members that came twice are refused as they came, and are one here.
    let Ok(read) = decode::<T>(&serde_json::to_vec(&members).expect("written")) else { return };
    let written = serde_json::to_value(&read).expect("written");
    assert_eq!(written.get("nobodyKnowsThis"), Some(&planted), "a member is lost: {written}");
}

/// An object that comes in long lists: read out of its table, it is what serde makes of it.
fn listed<T: Tabular + DeserializeOwned + Serialize + PartialEq + Debug>(body: &[u8]) {
    open::<T>(body);
    let list = [b"[", body, b" , ", body, b"]"].concat();
    if let Some(rows) = table_rows::<T>(&list) {
        assert_eq!(Some(rows), decode(&list).ok());
    }
}

fn execution(body: &[u8]) {
    listed::<teradata::Execution>(body);
    if let Ok(execution) = decode::<teradata::Execution>(body) {
        let word = execution.status.as_ref().map_or("", |status| status.as_str());
        rules::success(backupjobs::System::Teradata, word, execution.outcome());
    }
}
