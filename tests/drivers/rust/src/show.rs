//! Printing: every public field by its name, in the order of its struct; what is absent gives no line.

use backupjobs::{Error, Job, Line, Outcome, Phase, Run, System, Time, Timestamp};
use backupjobs::{teradata, vcenter, veeam};
use serde_json::{Map, Value};

/// The lines of one answer.
#[derive(Default)]
pub(crate) struct Out {
    text: String,
}

impl Out {
    pub(crate) fn line(&mut self, path: &str, value: &str) {
        self.text.push_str(path);
        self.text.push('\t');
        for c in value.chars() {
            match c {
                '\\' => self.text.push_str("\\\\"),
                '\t' => self.text.push_str("\\t"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                other => self.text.push(other),
            }
        }
        self.text.push('\n');
    }

    /// The last line of an answer, as it stands.
    pub(crate) fn end(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// Something that has lines.
pub(crate) trait Show {
    fn show(&self, path: &str, out: &mut Out);
}

pub(crate) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

impl<T: Show> Show for Option<T> {
    fn show(&self, path: &str, out: &mut Out) {
        if let Some(value) = self {
            value.show(path, out);
        }
    }
}

impl<T: Show> Show for Vec<T> {
    fn show(&self, path: &str, out: &mut Out) {
        for (index, value) in self.iter().enumerate() {
            value.show(&format!("{path}[{index}]"), out);
        }
    }
}

impl Show for String {
    fn show(&self, path: &str, out: &mut Out) {
        out.line(path, self);
    }
}

impl Show for Time {
    fn show(&self, path: &str, out: &mut Out) {
        out.line(path, self.raw());
        if let Some(at) = self.at() {
            at.show(&join(path, "at"), out);
        }
    }
}

impl Show for Timestamp {
    fn show(&self, path: &str, out: &mut Out) {
        out.line(path, &self.as_nanosecond().div_euclid(1_000_000).to_string());
    }
}

macro_rules! plain {
    ($($type:ty),+) => { $(impl Show for $type {
        fn show(&self, path: &str, out: &mut Out) {
            out.line(path, &self.to_string());
        }
    })+ };
}

plain!(i64, bool, System, Phase, Outcome);

macro_rules! words {
    ($($type:ty),+ $(,)?) => { $(impl Show for $type {
        fn show(&self, path: &str, out: &mut Out) {
            out.line(path, self.as_str());
        }
    })+ };
}

words!(
    veeam::BackupType,
    veeam::CopyScheduleType,
    veeam::DailyType,
    veeam::ExplorerType,
    veeam::JobScheduleType,
    veeam::JobStatus,
    veeam::PeriodicallyEvery,
    teradata::ExecutionStatus,
    teradata::JobType,
    teradata::RunType,
    vcenter::ProcessState,
    vcenter::ReturnStatus,
);

impl Show for backupjobs::Extra {
    fn show(&self, path: &str, out: &mut Out) {
        if !self.is_empty() {
            out.line(path, &sorted(&Value::Object(self.clone())).to_string());
        }
    }
}

impl Show for veeam::Links {
    fn show(&self, path: &str, out: &mut Out) {
        if let Ok(Value::Object(links)) = serde_json::to_value(self) {
            links.show(path, out);
        }
    }
}

/// The same value with the members of all its objects in the order of their names.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut names: Vec<&String> = members.keys().collect();
            names.sort();
            Value::Object(names.into_iter().map(|name| (name.clone(), sorted(&members[name]))).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(sorted).collect()),
        other => other.clone(),
    }
}

/// Lists the fields of a struct. The parity check compares these lists with the structs.
macro_rules! fields {
    ($($type:ty { $($field:ident),+ $(,)? })+) => { $(impl Show for $type {
        fn show(&self, path: &str, out: &mut Out) {
            $(self.$field.show(&join(path, stringify!($field)), out);)+
        }
    })+ };
}

fields! {
    Job { system, id, name, enabled, raw_status, last_run, next_run }
    Run {
        system, job_id, id, phase, outcome, raw_status, started, ended, percent, objects, bytes, message, will_be_retried,
        retry_of,
    }
    Line { at, severity, text }
    veeam::Job {
        id, name, description, repository_id, backup_type, schedule_policy, last_run, next_run, is_enabled, last_status,
        is_run, links, extra,
    }
    veeam::JobSchedule {
        kind, schedule_enabled, daily_type, daily_time, periodically_every, periodically_offset_minutes,
        periodically_window_settings, backup_window_enabled, backup_window_settings, retry_enabled, retry_number,
        retry_wait_interval, extra,
    }
    veeam::CopyJob {
        id, name, backup_job_id, repository_id, schedule_policy, is_enabled, last_run, next_run, last_status, links, extra,
    }
    veeam::CopySchedule {
        kind, daily_type, daily_time, periodically_every, backup_copy_window_enabled, backup_copy_window_settings, extra,
    }
    veeam::JobSession {
        id, details, creation_time, end_time, retry_count, progress, status, statistics, links, extra,
    }
    veeam::Statistics {
        processing_rate_bytes, processing_rate_items, read_rate_bytes, write_rate_bytes, transferred_data_bytes,
        processed_objects, processing_rate, read_rate, write_rate, transferred_data, bottleneck, extra,
    }
    veeam::LogItem { id, usn, title, creation_time, end_time, extra }
    veeam::RestoreSession {
        id, name, organization, explorer, creation_time, end_time, state, result, initiated_by, details, scope_name,
        client_host, reason, links, extra,
    }
    veeam::Organization {
        id, name, office_name, kind, region, is_exchange_online, is_share_point_online, is_teams_online, is_backedup,
        first_backuptime, last_backuptime, links, extra,
    }
    veeam::Repository {
        id, name, description, proxy_id, path, object_storage_id, is_long_term, capacity_bytes, free_space_bytes,
        retention_type, is_out_of_sync, links, extra,
    }
    teradata::Job {
        job_id, site_id, name, description, job_type, backup_type, backup_mechanism, is_active, is_auto_abort_active,
        auto_abort_in_minutes, priority, no_of_retention_copies, next_run_time, site_target_type, target_site_details,
        last_execution_details, job_settings, extra,
    }
    teradata::TargetSite { target_site_id, target_retention_copies_count, target_retention_source, extra }
    teradata::LastExecution {
        status, start_time, end_time, backup_set_size, backup_job_id, backup_job_execution_id, restore_execution_id,
        extra,
    }
    teradata::JobSettings {
        online, objects, continue_job_on_access_right_violation, run_as_a_copy_job,
        restore_to_a_different_database_on_target_site, skip_statstics, retained_copy, extra,
    }
    teradata::ObjectSelection {
        object_name, object_type, parent_name, parent_type, include_all, rename_to, exclude_objects, extra,
    }
    teradata::ExcludedObject { object_name, object_type, extra }
    teradata::Execution {
        site_id, target_site, job_id, job_name, backup_mechanism, job_type, execution_id, execution_name, start_time,
        end_time, backup_set_size, server_execution_id, parent_execution_id, status, saveset_replication_status,
        is_saveset_retained, is_saveset_deleted, saveset_id, run_type, site_type, status_detail, extra,
    }
    teradata::ObjectsPreparation { status, details, extra }
    teradata::BackupObject { object_name, object_type, parent_name, parent_type, byte_count, extra }
    teradata::RestorePermissions { permitted, details, extra }
    teradata::Database { name, extra }
    vcenter::SessionInfo { user, created_time, last_accessed_time, extra }
    vcenter::BackupJobStatus { id, state, messages, progress, start_time, end_time, extra }
    vcenter::LocalizableMessage { id, default_message, args, extra }
    vcenter::ReturnResult { status, messages, extra }
}

impl Show for veeam::BackupWindow {
    fn show(&self, path: &str, out: &mut Out) {
        if !self.backup_window.is_empty() {
            let hours: String = self.backup_window.iter().map(|hour| if *hour { '1' } else { '0' }).collect();
            out.line(&join(path, "backup_window"), &hours);
        }
        self.minute_offset.show(&join(path, "minute_offset"), out);
        self.extra.show(&join(path, "extra"), out);
    }
}

/// All that an error tells.
pub(crate) fn error(error: &Error, out: &mut Out) {
    if !error.operation().is_empty() {
        out.line("error.operation", error.operation());
    }
    out.line("error.message", error.message());
    out.line("error.remedy", error.remedy());
    if let Some(status) = error.http_status() {
        out.line("error.http_status", &status.to_string());
    }
    if let Some(code) = error.vendor_code() {
        out.line("error.vendor_code", code);
    }
    if let Some(said) = error.vendor_message() {
        out.line("error.vendor_message", said);
    }
    out.line("error.retryable", &error.is_retryable().to_string());
    out.line("error.may_have_taken_effect", &error.may_have_taken_effect().to_string());
    out.line("error.line", &error.to_string());
}
