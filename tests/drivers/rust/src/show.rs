//! Printing: every public field by its name, in the order of its struct; what is absent gives no line.

use crate::heard::Heard;
use backupjobs::trust::Certificate;
use backupjobs::{Error, ErrorKind, Job, Line, LogEvent, LogLevel, Outcome, Phase, Run, System, Time, Timestamp};
use backupjobs::{teradata, vcenter, veeam};
use serde_json::{Map, Value};

/// The lines of one answer, and between them, where they happened, the events of the log.
pub(crate) struct Out {
    text: String,
    heard: Heard,
    /// Events printed so far.
    events: usize,
}

impl Out {
    pub(crate) fn new(heard: &Heard) -> Self {
        Self { text: String::new(), heard: heard.clone(), events: 0 }
    }

    /// Prints what the log has told meanwhile.
    fn tell(&mut self) {
        for event in self.heard.take() {
            let path = format!("log[{}]", self.events);
            self.events += 1;
            event.show(&path, self);
        }
    }

    pub(crate) fn line(&mut self, path: &str, value: &str) {
        self.tell();
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

    /// A text that is only searched for secrets: `Debug` of what was found or failed, a ticket.
    pub(crate) fn only_searched(&mut self, what: &str, text: &str) {
        self.line(&format!("~{what}"), text);
    }

    /// The last line of an answer, as it stands.
    pub(crate) fn end(&mut self, line: &str) {
        self.tell();
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

plain!(i64, u16, u32, bool, System, Phase, Outcome, LogLevel);

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
    veeam::JobItemType,
    veeam::JobScheduleType,
    veeam::JobStatus,
    veeam::LogItemType,
    veeam::PeriodicallyEvery,
    veeam::SessionJobType,
    teradata::ExecutionStatus,
    teradata::JobType,
    teradata::RunType,
    vcenter::BackupType,
    vcenter::DayOfWeek,
    vcenter::ProcessState,
    vcenter::ReturnStatus,
    vcenter::TaskStatus,
);

impl Show for ErrorKind {
    fn show(&self, path: &str, out: &mut Out) {
        out.line(path, self.name());
    }
}

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
            if !path.contains('.') {
                out.only_searched("debug", &format!("{self:?}"));
            }
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
    Certificate {
        subject, issuer, names, not_before, not_after, sha256, fingerprint, pem, self_signed, trusted, refusal,
    }
    veeam::Job {
        id, name, description, organization_id, repository_id, backup_type, schedule_policy, last_run, next_run,
        last_backup, is_enabled, last_status, is_run, run_now, selected_items, excluded_items, e_tag, links, extra,
    }
    veeam::JobItem {
        kind, id, mailbox, one_drive, archive_mailbox, sites, teams, teams_chats, chats, personal_site, members,
        member_mailbox, member_archive_mailbox, member_onedrive, member_site, group_site, folders, user, group, site,
        team, links, extra,
    }
    veeam::User {
        id, display_name, name, kind, location_type, on_premises_sid, office, msid, data_location, e_tag, links, extra,
    }
    veeam::Group {
        id, display_name, name, managed_by, site, kind, location_type, on_premises_sid, msid, data_location, e_tag,
        links, extra,
    }
    veeam::JobSite {
        id, url, title, is_cloud, is_personal, name, parent_url, site_collection_error, e_tag, links, extra,
    }
    veeam::Team { id, display_name, mail, description, msid, data_location, e_tag, links, extra }
    veeam::JobSchedule {
        kind, schedule_enabled, daily_type, daily_time, periodically_every, periodically_offset_minutes,
        periodically_window_enabled, periodically_window_settings, backup_window_enabled, backup_window_settings,
        retry_enabled, retry_number, retry_wait_interval, extra,
    }
    veeam::CopyJob {
        id, name, backup_job_id, organization_id, repository_id, schedule_policy, is_enabled, last_run, next_run,
        last_backup, last_status, e_tag, links, extra,
    }
    veeam::CopySchedule {
        kind, daily_type, daily_time, periodically_every, backup_copy_window_enabled, backup_copy_window_settings,
        extra,
    }
    veeam::JobSession {
        id, job_id, repository_id, main_session_id, details, creation_time, end_time, retry_count, job_will_be_retried,
        progress, job_type, job_session_config_type, status, statistics, proxy_id, proxy_pool_id, e_tag, links, extra,
    }
    veeam::Statistics {
        processing_rate_bytes, processing_rate_items, read_rate_bytes, write_rate_bytes, transferred_data_bytes,
        processed_objects, processing_rate, read_rate, write_rate, transferred_data, bottleneck, extra,
    }
    veeam::ProcessedObject { id, kind, status, links, extra }
    veeam::LogItem { id, usn, kind, message, title, creation_time, end_time, links, extra }
    veeam::RestoreSession {
        id, name, organization, explorer, creation_time, end_time, state, result, initiated_by, details, scope_name,
        client_host, reason, e_tag, links, extra,
    }
    veeam::RestoreSessionEvent {
        id, kind, status, start_time, end_time, duration, title, message, order, item_name, item_type, item_size_bytes,
        source, target, organization_id, backed_up_organization_id, user_id, group_id, site_id, team_id, links, extra,
    }
    veeam::RestoreSessionStatistics {
        total_items_count, restored_items_count, failed_items_count, skipped_items_count, warnings, errors, items,
        extra,
    }
    veeam::RestoredItem {
        id, kind, item_type, status, name, title, path, error, warnings, mailbox_email, mailbox_is_archive,
        mailbox_is_public, created_mailbox_items_count, merged_mailbox_items_count, failed_mailbox_items_count,
        skipped_mailbox_items_count, cannot_continue_mailbox_error, one_drive_web_id, one_drive_site_id, one_drive_url,
        child_items, extra,
    }
    veeam::Organization {
        id, name, office_name, description, kind, region, is_exchange_online, is_share_point_online, is_teams_online,
        is_teams_chats_online, is_exchange, is_sharepoint, msid, backed_up_organization_id, is_backedup,
        first_backuptime, last_backuptime, links, extra,
    }
    veeam::UsedRepository {
        repository_id, used_space_bytes, local_cache_used_space_bytes, object_storage_used_space_bytes, is_available,
        details, protected_objects_count, links, extra,
    }
    veeam::Repository {
        id, name, description, proxy_id, proxy_pool_id, organization_id, path, object_storage_id,
        object_storage_cache_path, object_storage_encryption_enabled, encryption_key_id, object_storage, is_long_term,
        capacity_bytes, free_space_bytes, retention_type, retention_period_type, daily_retention_period,
        monthly_retention_period, yearly_retention_period, retention_frequency_type, daily_time, daily_type,
        monthly_time, monthly_daynumber, monthly_dayofweek, is_out_of_sync, is_outdated, is_indexed,
        is_migration_locked, is_out_of_order, out_of_order_reason, links, extra,
    }
    veeam::ObjectStorage {
        id, kind, account_id, size_limit_enabled, size_limit_gb, used_space_bytes, free_space_bytes,
        enable_immutability, enable_immutability_governance_mode, immutability_period_days, use_archiver_appliance,
        s3_folder, azure_folder, links, extra,
    }
    veeam::ServiceInstance { installation_id, version, extra }
    veeam::Health { status, entries, extra }
    veeam::HealthEntry { name, status, description, extra }
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
    vcenter::LocalizableMessage { id, default_message, args, params, localized, extra }
    vcenter::ReturnResult { status, messages, extra }
    vcenter::BackupDetails {
        id, location, location_user, kind, status, messages, progress, duration, size, start_time, end_time, build,
        fast_backup, error, cancelable, description, service, operation, parent, target, user, extra,
    }
    vcenter::TaskProgress { total, completed, message, extra }
    vcenter::BuildInfo { version_name, version, build_number, extra }
    vcenter::DynamicId { kind, id, extra }
    vcenter::TaskError { error_type, messages, extra }
    vcenter::Part { id, name, description, selected_by_default, optional, standalone, extra }
    vcenter::Schedule {
        id, parts, location, location_user, enable, recurrence_info, retention_info, fast_backup, extra,
    }
    vcenter::RecurrenceInfo { minute, hour, days, extra }
    vcenter::RetentionInfo { max_count, extra }
    vcenter::ArchiveSummary { archive, timestamp, version, comment, extra }
    vcenter::ArchiveInfo { timestamp, location, parts, version, system_name, comment, extra }
    vcenter::RestoreMetadata {
        timestamp, parts, version, boxname, sso_login_required, comment, applicable, messages, extra,
    }
}

/// Without times: they differ each time, and the message names one.
impl Show for LogEvent {
    fn show(&self, path: &str, out: &mut Out) {
        self.level.show(&join(path, "level"), out);
        self.server.show(&join(path, "server"), out);
        if !self.operation.is_empty() {
            out.line(&join(path, "operation"), self.operation);
        }
        self.method.show(&join(path, "method"), out);
        self.url.show(&join(path, "url"), out);
        self.status.show(&join(path, "status"), out);
        self.error.show(&join(path, "error"), out);
        self.attempt.show(&join(path, "attempt"), out);
    }
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
    out.only_searched("debug", &format!("{error:?}"));
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        out.only_searched("cause", &format!("{inner} {inner:?}"));
        cause = inner.source();
    }
}
