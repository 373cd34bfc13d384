"""The fields of Veeam's objects."""

from __future__ import annotations

from typing import Dict, Tuple

from backupjobs import veeam

# Written out rather than asked of the classes: a field that is missing there must be noticed here.
FIELDS: Dict[type, Tuple[str, ...]] = {
    veeam.Job: (
        *("id", "name", "description", "organization_id", "repository_id", "backup_type", "schedule_policy"),
        *("last_run", "next_run", "last_backup", "is_enabled", "last_status", "is_run", "run_now"),
        *("selected_items", "excluded_items", "e_tag", "links", "extra"),
    ),
    veeam.JobItem: (
        *("kind", "id", "mailbox", "one_drive", "archive_mailbox", "sites", "teams", "teams_chats", "chats"),
        *("personal_site", "members", "member_mailbox", "member_archive_mailbox", "member_onedrive"),
        *("member_site", "group_site", "folders", "user", "group", "site", "team", "links", "extra"),
    ),
    veeam.User: (
        *("id", "display_name", "name", "kind", "location_type", "on_premises_sid", "office", "msid"),
        *("data_location", "e_tag", "links", "extra"),
    ),
    veeam.Group: (
        *("id", "display_name", "name", "managed_by", "site", "kind", "location_type", "on_premises_sid"),
        *("msid", "data_location", "e_tag", "links", "extra"),
    ),
    veeam.JobSite: (
        *("id", "url", "title", "is_cloud", "is_personal", "name", "parent_url", "site_collection_error"),
        *("e_tag", "links", "extra"),
    ),
    veeam.Team: (
        *("id", "display_name", "mail", "description", "msid", "data_location", "e_tag", "links", "extra"),
    ),
    veeam.JobSchedule: (
        *("kind", "schedule_enabled", "daily_type", "daily_time", "periodically_every"),
        *("periodically_offset_minutes", "periodically_window_enabled", "periodically_window_settings"),
        *("backup_window_enabled", "backup_window_settings", "retry_enabled", "retry_number"),
        *("retry_wait_interval", "extra"),
    ),
    veeam.BackupWindow: ("backup_window", "minute_offset", "extra"),
    veeam.CopyJob: (
        *("id", "name", "backup_job_id", "organization_id", "repository_id", "schedule_policy", "is_enabled"),
        *("last_run", "next_run", "last_backup", "last_status", "e_tag", "links", "extra"),
    ),
    veeam.CopySchedule: (
        *("kind", "daily_type", "daily_time", "periodically_every", "backup_copy_window_enabled"),
        *("backup_copy_window_settings", "extra"),
    ),
    veeam.JobSession: (
        *("id", "job_id", "repository_id", "main_session_id", "details", "creation_time", "end_time"),
        *("retry_count", "job_will_be_retried", "progress", "job_type", "job_session_config_type", "status"),
        *("statistics", "proxy_id", "proxy_pool_id", "e_tag", "links", "extra"),
    ),
    veeam.Statistics: (
        *("processing_rate_bytes", "processing_rate_items", "read_rate_bytes", "write_rate_bytes"),
        *("transferred_data_bytes", "processed_objects", "processing_rate", "read_rate", "write_rate"),
        *("transferred_data", "bottleneck", "extra"),
    ),
    veeam.ProcessedObject: ("id", "kind", "status", "links", "extra"),
    veeam.LogItem: ("id", "usn", "kind", "message", "title", "creation_time", "end_time", "links", "extra"),
    veeam.RestoreSession: (
        *("id", "name", "organization", "explorer", "creation_time", "end_time", "state", "result"),
        *("initiated_by", "details", "scope_name", "client_host", "reason", "e_tag", "links", "extra"),
    ),
    veeam.RestoreSessionEvent: (
        *("id", "kind", "status", "start_time", "end_time", "duration", "title", "message", "order"),
        *("item_name", "item_type", "item_size_bytes", "source", "target", "organization_id"),
        *("backed_up_organization_id", "user_id", "group_id", "site_id", "team_id", "links", "extra"),
    ),
    veeam.RestoreSessionStatistics: (
        *("total_items_count", "restored_items_count", "failed_items_count", "skipped_items_count"),
        *("warnings", "errors", "items", "extra"),
    ),
    veeam.RestoredItem: (
        *("id", "kind", "item_type", "status", "name", "title", "path", "error", "warnings", "mailbox_email"),
        *("mailbox_is_archive", "mailbox_is_public", "created_mailbox_items_count"),
        *("merged_mailbox_items_count", "failed_mailbox_items_count", "skipped_mailbox_items_count"),
        *("cannot_continue_mailbox_error", "one_drive_web_id", "one_drive_site_id", "one_drive_url"),
        *("child_items", "extra"),
    ),
    veeam.Organization: (
        *("id", "name", "office_name", "description", "kind", "region", "is_exchange_online"),
        *("is_share_point_online", "is_teams_online", "is_teams_chats_online", "is_exchange"),
        *("is_sharepoint", "msid", "backed_up_organization_id", "is_backedup", "first_backuptime"),
        *("last_backuptime", "links", "extra"),
    ),
    veeam.UsedRepository: (
        *("repository_id", "used_space_bytes", "local_cache_used_space_bytes"),
        *("object_storage_used_space_bytes", "is_available", "details", "protected_objects_count", "links"),
        "extra",
    ),
    veeam.Repository: (
        *("id", "name", "description", "proxy_id", "proxy_pool_id", "organization_id", "path"),
        *("object_storage_id", "object_storage_cache_path", "object_storage_encryption_enabled"),
        *("encryption_key_id", "object_storage", "is_long_term", "capacity_bytes", "free_space_bytes"),
        *("retention_type", "retention_period_type", "daily_retention_period", "monthly_retention_period"),
        *("yearly_retention_period", "retention_frequency_type", "daily_time", "daily_type", "monthly_time"),
        *("monthly_daynumber", "monthly_dayofweek", "is_out_of_sync", "is_outdated", "is_indexed"),
        *("is_migration_locked", "is_out_of_order", "out_of_order_reason", "links", "extra"),
    ),
    veeam.ObjectStorage: (
        *("id", "kind", "account_id", "size_limit_enabled", "size_limit_gb", "used_space_bytes"),
        *("free_space_bytes", "enable_immutability", "enable_immutability_governance_mode"),
        *("immutability_period_days", "use_archiver_appliance", "s3_folder", "azure_folder", "links"),
        "extra",
    ),
    veeam.ServiceInstance: ("installation_id", "version", "extra"),
    veeam.Health: ("status", "entries", "extra"),
    veeam.HealthEntry: ("name", "status", "description", "extra"),
}
