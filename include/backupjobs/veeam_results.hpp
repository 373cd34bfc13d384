/* Veeam Backup for Microsoft 365: what calls return. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_RESULTS_HPP
#define BACKUPJOBS_VEEAM_RESULTS_HPP

#include "object.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace veeam {

/** Versions of the API. */
enum class Dialect : std::int32_t {
    v2 = BKJ_VEEAM_DIALECT_V2, v3 = BKJ_VEEAM_DIALECT_V3, v4 = BKJ_VEEAM_DIALECT_V4, v5 = BKJ_VEEAM_DIALECT_V5,
    v6 = BKJ_VEEAM_DIALECT_V6, v7 = BKJ_VEEAM_DIALECT_V7, v8 = BKJ_VEEAM_DIALECT_V8,
};

/** The links of an object. */
BKJ_RESULT(Links, veeam_links)
    [[nodiscard]] std::size_t size() const noexcept { return bkj_veeam_links_len(get()); }
    [[nodiscard]] std::string name(std::size_t i) const { return detail::copy(bkj_veeam_links_name_at(get(), i)); }
    [[nodiscard]] std::string href(std::size_t i) const { return detail::copy(bkj_veeam_links_href_at(get(), i)); }
    /** The target of the link of that name, and the id at its end. */
    [[nodiscard]] std::optional<std::string> href(std::string_view link) const {
        return detail::maybe_copy(bkj_veeam_links_href(get(), detail::pass(link)));
    }
    [[nodiscard]] std::optional<std::string> id(std::string_view link) const {
        return detail::maybe_copy(bkj_veeam_links_id(get(), detail::pass(link)));
    }
};
/** The hours of the week in which a job may run: 168 flags from Sunday 00:00 on. */
BKJ_RESULT(BackupWindow, veeam_backup_window)
    BKJ_BITS(veeam_backup_window, backup_window) BKJ_SPAN(veeam_backup_window, minute_offset, std::chrono::minutes)
    BKJ_JSON(veeam_backup_window, extra)
};
/** When a backup job runs by itself. */
BKJ_RESULT(JobSchedule, veeam_job_schedule)
    BKJ_WORD(veeam_job_schedule, kind) BKJ_FLAG(veeam_job_schedule, schedule_enabled)
    BKJ_WORD(veeam_job_schedule, daily_type) BKJ_OPT(veeam_job_schedule, daily_time)
    BKJ_WORD(veeam_job_schedule, periodically_every) BKJ_SPAN(veeam_job_schedule, periodically_offset_minutes, std::chrono::minutes)
    BKJ_INSIDE(veeam_job_schedule, periodically_window_settings, BackupWindow)
    BKJ_FLAG(veeam_job_schedule, backup_window_enabled)
    BKJ_INSIDE(veeam_job_schedule, backup_window_settings, BackupWindow) BKJ_FLAG(veeam_job_schedule, retry_enabled)
    BKJ_NUM(veeam_job_schedule, retry_number) BKJ_SPAN(veeam_job_schedule, retry_wait_interval, std::chrono::minutes)
    BKJ_JSON(veeam_job_schedule, extra)
    BKJ_FLAG(veeam_job_schedule, periodically_window_enabled)
};
/** A user of an item. In a request the id is enough (inferred: no member is required). */
BKJ_RESULT(User, veeam_user)
    BKJ_OPT(veeam_user, id) BKJ_OPT(veeam_user, display_name) BKJ_OPT(veeam_user, name) BKJ_OPT(veeam_user, kind)
    BKJ_OPT(veeam_user, location_type) BKJ_OPT(veeam_user, on_premises_sid) BKJ_OPT(veeam_user, office)
    BKJ_OPT(veeam_user, msid) BKJ_OPT(veeam_user, data_location) BKJ_NUM(veeam_user, e_tag)
    BKJ_INSIDE(veeam_user, links, Links) BKJ_JSON(veeam_user, extra)
};
/** A group of an item. In a request the id is enough (inferred: no member is required). */
BKJ_RESULT(Group, veeam_group)
    BKJ_OPT(veeam_group, id) BKJ_OPT(veeam_group, display_name) BKJ_OPT(veeam_group, name)
    BKJ_OPT(veeam_group, managed_by) BKJ_OPT(veeam_group, site) BKJ_OPT(veeam_group, kind)
    BKJ_OPT(veeam_group, location_type) BKJ_OPT(veeam_group, on_premises_sid) BKJ_OPT(veeam_group, msid)
    BKJ_OPT(veeam_group, data_location) BKJ_NUM(veeam_group, e_tag) BKJ_INSIDE(veeam_group, links, Links)
    BKJ_JSON(veeam_group, extra)
};
/** A site of an item. A request needs the five members of JobSite::new, by the OpenAPI documents. */
BKJ_RESULT(JobSite, veeam_job_site)
    BKJ_OPT(veeam_job_site, id) BKJ_OPT(veeam_job_site, url) BKJ_OPT(veeam_job_site, title)
    BKJ_FLAG(veeam_job_site, is_cloud) BKJ_FLAG(veeam_job_site, is_personal) BKJ_OPT(veeam_job_site, name)
    BKJ_OPT(veeam_job_site, parent_url) BKJ_OPT(veeam_job_site, site_collection_error) BKJ_NUM(veeam_job_site, e_tag)
    BKJ_INSIDE(veeam_job_site, links, Links) BKJ_JSON(veeam_job_site, extra)
};
/** A team of an item. A request needs the three members of Team::new, by the OpenAPI documents. */
BKJ_RESULT(Team, veeam_team)
    BKJ_OPT(veeam_team, id) BKJ_OPT(veeam_team, display_name) BKJ_OPT(veeam_team, mail)
    BKJ_OPT(veeam_team, description) BKJ_OPT(veeam_team, msid) BKJ_OPT(veeam_team, data_location)
    BKJ_NUM(veeam_team, e_tag) BKJ_INSIDE(veeam_team, links, Links) BKJ_JSON(veeam_team, extra)
};
/** One item of a job. Unset members are not sent. */
BKJ_RESULT(JobItem, veeam_job_item)
    BKJ_WORD(veeam_job_item, kind) BKJ_OPT(veeam_job_item, id) BKJ_FLAG(veeam_job_item, mailbox)
    BKJ_FLAG(veeam_job_item, one_drive) BKJ_FLAG(veeam_job_item, archive_mailbox) BKJ_FLAG(veeam_job_item, sites)
    BKJ_FLAG(veeam_job_item, teams) BKJ_FLAG(veeam_job_item, teams_chats) BKJ_FLAG(veeam_job_item, chats)
    BKJ_FLAG(veeam_job_item, personal_site) BKJ_FLAG(veeam_job_item, members)
    BKJ_FLAG(veeam_job_item, member_mailbox) BKJ_FLAG(veeam_job_item, member_archive_mailbox)
    BKJ_FLAG(veeam_job_item, member_onedrive) BKJ_FLAG(veeam_job_item, member_site)
    BKJ_FLAG(veeam_job_item, group_site) BKJ_TEXTS(veeam_job_item, folders) BKJ_INSIDE(veeam_job_item, user, User)
    BKJ_INSIDE(veeam_job_item, group, Group) BKJ_INSIDE(veeam_job_item, site, JobSite)
    BKJ_INSIDE(veeam_job_item, team, Team) BKJ_INSIDE(veeam_job_item, links, Links) BKJ_JSON(veeam_job_item, extra)
};
/** A backup job. */
BKJ_RESULT(Job, veeam_job)
    BKJ_TEXT(veeam_job, id) BKJ_OPT(veeam_job, name) BKJ_OPT(veeam_job, description)
    BKJ_OPT(veeam_job, repository_id) BKJ_WORD(veeam_job, backup_type)
    BKJ_INSIDE(veeam_job, schedule_policy, JobSchedule) BKJ_TIME(veeam_job, last_run) BKJ_TIME(veeam_job, next_run)
    BKJ_FLAG(veeam_job, is_enabled) BKJ_WORD(veeam_job, last_status) BKJ_FLAG(veeam_job, is_run)
    BKJ_INSIDE(veeam_job, links, Links) BKJ_JSON(veeam_job, links) BKJ_JSON(veeam_job, extra)
    BKJ_OPT(veeam_job, organization_id) BKJ_TIME(veeam_job, last_backup) BKJ_FLAG(veeam_job, run_now)
    BKJ_EACH(veeam_job, selected_items, JobItem) BKJ_EACH(veeam_job, excluded_items, JobItem)
    BKJ_NUM(veeam_job, e_tag)
};
/** When a copy job runs by itself. */
BKJ_RESULT(CopySchedule, veeam_copy_schedule)
    BKJ_WORD(veeam_copy_schedule, kind) BKJ_WORD(veeam_copy_schedule, daily_type)
    BKJ_OPT(veeam_copy_schedule, daily_time) BKJ_WORD(veeam_copy_schedule, periodically_every)
    BKJ_FLAG(veeam_copy_schedule, backup_copy_window_enabled)
    BKJ_INSIDE(veeam_copy_schedule, backup_copy_window_settings, BackupWindow) BKJ_JSON(veeam_copy_schedule, extra)
};
/** A backup copy job. */
BKJ_RESULT(CopyJob, veeam_copy_job)
    BKJ_TEXT(veeam_copy_job, id) BKJ_OPT(veeam_copy_job, name) BKJ_OPT(veeam_copy_job, backup_job_id)
    BKJ_OPT(veeam_copy_job, repository_id) BKJ_INSIDE(veeam_copy_job, schedule_policy, CopySchedule)
    BKJ_FLAG(veeam_copy_job, is_enabled) BKJ_TIME(veeam_copy_job, last_run) BKJ_TIME(veeam_copy_job, next_run)
    BKJ_WORD(veeam_copy_job, last_status) BKJ_INSIDE(veeam_copy_job, links, Links) BKJ_JSON(veeam_copy_job, links)
    BKJ_JSON(veeam_copy_job, extra)
    BKJ_OPT(veeam_copy_job, organization_id) BKJ_TIME(veeam_copy_job, last_backup) BKJ_NUM(veeam_copy_job, e_tag)
};
/** Rates and amounts of a session. */
BKJ_RESULT(Statistics, veeam_statistics)
    BKJ_NUM(veeam_statistics, processing_rate_bytes) BKJ_NUM(veeam_statistics, processing_rate_items)
    BKJ_NUM(veeam_statistics, read_rate_bytes) BKJ_NUM(veeam_statistics, write_rate_bytes)
    BKJ_NUM(veeam_statistics, transferred_data_bytes) BKJ_NUM(veeam_statistics, processed_objects)
    BKJ_OPT(veeam_statistics, processing_rate) BKJ_OPT(veeam_statistics, read_rate)
    BKJ_OPT(veeam_statistics, write_rate) BKJ_OPT(veeam_statistics, transferred_data)
    BKJ_OPT(veeam_statistics, bottleneck) BKJ_JSON(veeam_statistics, extra)
};
/** One run of a backup job or copy job. */
BKJ_RESULT(JobSession, veeam_job_session)
    BKJ_TEXT(veeam_job_session, id) BKJ_OPT(veeam_job_session, details) BKJ_TIME(veeam_job_session, creation_time)
    BKJ_TIME(veeam_job_session, end_time) BKJ_NUM(veeam_job_session, retry_count)
    BKJ_NUM(veeam_job_session, progress) BKJ_WORD(veeam_job_session, status)
    BKJ_INSIDE(veeam_job_session, statistics, Statistics) BKJ_INSIDE(veeam_job_session, links, Links)
    BKJ_JSON(veeam_job_session, links) BKJ_JSON(veeam_job_session, extra)
    BKJ_OPT(veeam_job_session, job_id)
    BKJ_OPT(veeam_job_session, repository_id) BKJ_OPT(veeam_job_session, main_session_id)
    BKJ_FLAG(veeam_job_session, job_will_be_retried) BKJ_WORD(veeam_job_session, job_type)
    BKJ_OPT(veeam_job_session, job_session_config_type) BKJ_OPT(veeam_job_session, proxy_id)
    BKJ_OPT(veeam_job_session, proxy_pool_id) BKJ_NUM(veeam_job_session, e_tag)
};
/** One step of a job session. */
BKJ_RESULT(LogItem, veeam_log_item)
    BKJ_TEXT(veeam_log_item, id) BKJ_NUM(veeam_log_item, usn) BKJ_OPT(veeam_log_item, title)
    BKJ_TIME(veeam_log_item, creation_time) BKJ_TIME(veeam_log_item, end_time) BKJ_JSON(veeam_log_item, extra)
    /** The word in brackets at the beginning of the title, and the title without it. */
    BKJ_OPT(veeam_log_item, severity)
    BKJ_TEXT(veeam_log_item, sentence)
    BKJ_WORD(veeam_log_item, kind) BKJ_OPT(veeam_log_item, message) BKJ_INSIDE(veeam_log_item, links, Links)
};
/** A restore session. */
BKJ_RESULT(RestoreSession, veeam_restore_session)
    BKJ_TEXT(veeam_restore_session, id) BKJ_OPT(veeam_restore_session, name)
    BKJ_OPT(veeam_restore_session, organization) BKJ_WORD(veeam_restore_session, explorer)
    BKJ_TIME(veeam_restore_session, creation_time) BKJ_TIME(veeam_restore_session, end_time)
    BKJ_OPT(veeam_restore_session, state) BKJ_OPT(veeam_restore_session, result)
    BKJ_OPT(veeam_restore_session, initiated_by) BKJ_OPT(veeam_restore_session, details)
    BKJ_OPT(veeam_restore_session, scope_name) BKJ_OPT(veeam_restore_session, client_host)
    BKJ_OPT(veeam_restore_session, reason) BKJ_INSIDE(veeam_restore_session, links, Links)
    BKJ_JSON(veeam_restore_session, links) BKJ_JSON(veeam_restore_session, extra)
    BKJ_NUM(veeam_restore_session, e_tag)
};
/** An organization. */
BKJ_RESULT(Organization, veeam_organization)
    BKJ_TEXT(veeam_organization, id) BKJ_OPT(veeam_organization, name) BKJ_OPT(veeam_organization, office_name)
    BKJ_OPT(veeam_organization, kind) BKJ_OPT(veeam_organization, region)
    BKJ_FLAG(veeam_organization, is_exchange_online) BKJ_FLAG(veeam_organization, is_share_point_online)
    BKJ_FLAG(veeam_organization, is_teams_online) BKJ_FLAG(veeam_organization, is_backedup)
    BKJ_TIME(veeam_organization, first_backuptime) BKJ_TIME(veeam_organization, last_backuptime)
    BKJ_INSIDE(veeam_organization, links, Links) BKJ_JSON(veeam_organization, links)
    BKJ_JSON(veeam_organization, extra)
    BKJ_OPT(veeam_organization, description) BKJ_FLAG(veeam_organization, is_teams_chats_online)
    BKJ_FLAG(veeam_organization, is_exchange) BKJ_FLAG(veeam_organization, is_sharepoint)
    BKJ_OPT(veeam_organization, msid) BKJ_OPT(veeam_organization, backed_up_organization_id)
};
/** The object storage behind a repository, v8. */
BKJ_RESULT(ObjectStorage, veeam_object_storage)
    BKJ_OPT(veeam_object_storage, id) BKJ_OPT(veeam_object_storage, kind) BKJ_OPT(veeam_object_storage, account_id)
    BKJ_FLAG(veeam_object_storage, size_limit_enabled) BKJ_NUM(veeam_object_storage, size_limit_gb)
    BKJ_NUM(veeam_object_storage, used_space_bytes) BKJ_NUM(veeam_object_storage, free_space_bytes)
    BKJ_FLAG(veeam_object_storage, enable_immutability)
    BKJ_FLAG(veeam_object_storage, enable_immutability_governance_mode)
    BKJ_SPAN(veeam_object_storage, immutability_period_days, Days) BKJ_FLAG(veeam_object_storage, use_archiver_appliance)
    BKJ_OPT(veeam_object_storage, s3_folder) BKJ_OPT(veeam_object_storage, azure_folder)
    BKJ_INSIDE(veeam_object_storage, links, Links) BKJ_JSON(veeam_object_storage, extra)
};
/** A backup repository. */
BKJ_RESULT(Repository, veeam_repository)
    BKJ_TEXT(veeam_repository, id) BKJ_OPT(veeam_repository, name) BKJ_OPT(veeam_repository, description)
    BKJ_OPT(veeam_repository, proxy_id) BKJ_OPT(veeam_repository, path) BKJ_OPT(veeam_repository, object_storage_id)
    BKJ_FLAG(veeam_repository, is_long_term) BKJ_NUM(veeam_repository, capacity_bytes)
    BKJ_NUM(veeam_repository, free_space_bytes) BKJ_OPT(veeam_repository, retention_type)
    BKJ_FLAG(veeam_repository, is_out_of_sync) BKJ_INSIDE(veeam_repository, links, Links)
    BKJ_JSON(veeam_repository, links) BKJ_JSON(veeam_repository, extra)
    BKJ_OPT(veeam_repository, proxy_pool_id) BKJ_OPT(veeam_repository, organization_id)
    BKJ_OPT(veeam_repository, object_storage_cache_path)
    BKJ_FLAG(veeam_repository, object_storage_encryption_enabled) BKJ_OPT(veeam_repository, encryption_key_id)
    BKJ_INSIDE(veeam_repository, object_storage, ObjectStorage) BKJ_OPT(veeam_repository, retention_period_type)
    BKJ_SPAN(veeam_repository, daily_retention_period, Days) BKJ_NUM(veeam_repository, monthly_retention_period)
    BKJ_OPT(veeam_repository, yearly_retention_period) BKJ_OPT(veeam_repository, retention_frequency_type)
    BKJ_OPT(veeam_repository, daily_time) BKJ_WORD(veeam_repository, daily_type)
    BKJ_OPT(veeam_repository, monthly_time) BKJ_OPT(veeam_repository, monthly_daynumber)
    BKJ_OPT(veeam_repository, monthly_dayofweek) BKJ_FLAG(veeam_repository, is_outdated)
    BKJ_FLAG(veeam_repository, is_indexed) BKJ_FLAG(veeam_repository, is_migration_locked)
    BKJ_FLAG(veeam_repository, is_out_of_order) BKJ_OPT(veeam_repository, out_of_order_reason)
};
/** A repository with data of an organization. */
BKJ_RESULT(UsedRepository, veeam_used_repository)
    BKJ_OPT(veeam_used_repository, repository_id) BKJ_NUM(veeam_used_repository, used_space_bytes)
    BKJ_NUM(veeam_used_repository, local_cache_used_space_bytes)
    BKJ_NUM(veeam_used_repository, object_storage_used_space_bytes) BKJ_FLAG(veeam_used_repository, is_available)
    BKJ_OPT(veeam_used_repository, details) BKJ_NUM(veeam_used_repository, protected_objects_count)
    BKJ_INSIDE(veeam_used_repository, links, Links) BKJ_JSON(veeam_used_repository, extra)
};
/** One object of a job session. */
BKJ_RESULT(ProcessedObject, veeam_processed_object)
    BKJ_TEXT(veeam_processed_object, id) BKJ_OPT(veeam_processed_object, kind)
    BKJ_OPT(veeam_processed_object, status) BKJ_INSIDE(veeam_processed_object, links, Links)
    BKJ_JSON(veeam_processed_object, extra)
};
/** One event of a restore session. */
BKJ_RESULT(RestoreSessionEvent, veeam_restore_session_event)
    BKJ_TEXT(veeam_restore_session_event, id) BKJ_OPT(veeam_restore_session_event, kind)
    BKJ_OPT(veeam_restore_session_event, status) BKJ_TIME(veeam_restore_session_event, start_time)
    BKJ_TIME(veeam_restore_session_event, end_time) BKJ_OPT(veeam_restore_session_event, duration)
    BKJ_OPT(veeam_restore_session_event, title) BKJ_OPT(veeam_restore_session_event, message)
    BKJ_NUM(veeam_restore_session_event, order) BKJ_OPT(veeam_restore_session_event, item_name)
    BKJ_OPT(veeam_restore_session_event, item_type) BKJ_NUM(veeam_restore_session_event, item_size_bytes)
    BKJ_OPT(veeam_restore_session_event, source) BKJ_OPT(veeam_restore_session_event, target)
    BKJ_OPT(veeam_restore_session_event, organization_id)
    BKJ_OPT(veeam_restore_session_event, backed_up_organization_id) BKJ_OPT(veeam_restore_session_event, user_id)
    BKJ_OPT(veeam_restore_session_event, group_id) BKJ_OPT(veeam_restore_session_event, site_id)
    BKJ_OPT(veeam_restore_session_event, team_id) BKJ_INSIDE(veeam_restore_session_event, links, Links)
    BKJ_JSON(veeam_restore_session_event, extra)
};
/** One item of a restore. */
BKJ_RESULT(RestoredItem, veeam_restored_item)
    BKJ_OPT(veeam_restored_item, id) BKJ_OPT(veeam_restored_item, kind) BKJ_OPT(veeam_restored_item, item_type)
    BKJ_OPT(veeam_restored_item, status) BKJ_OPT(veeam_restored_item, name) BKJ_OPT(veeam_restored_item, title)
    BKJ_OPT(veeam_restored_item, path) BKJ_OPT(veeam_restored_item, error) BKJ_TEXTS(veeam_restored_item, warnings)
    BKJ_OPT(veeam_restored_item, mailbox_email) BKJ_FLAG(veeam_restored_item, mailbox_is_archive)
    BKJ_FLAG(veeam_restored_item, mailbox_is_public) BKJ_NUM(veeam_restored_item, created_mailbox_items_count)
    BKJ_NUM(veeam_restored_item, merged_mailbox_items_count) BKJ_NUM(veeam_restored_item, failed_mailbox_items_count)
    BKJ_NUM(veeam_restored_item, skipped_mailbox_items_count)
    BKJ_OPT(veeam_restored_item, cannot_continue_mailbox_error) BKJ_OPT(veeam_restored_item, one_drive_web_id)
    BKJ_OPT(veeam_restored_item, one_drive_site_id) BKJ_OPT(veeam_restored_item, one_drive_url)
    BKJ_JSON(veeam_restored_item, extra)
    [[nodiscard]] std::vector<RestoredItem> child_items() const;
};
inline std::vector<RestoredItem> RestoredItem::child_items() const {
    std::vector<RestoredItem> all;
    for (std::size_t i = 0; i < bkj_veeam_restored_item_child_items_len(get()); i++) {
        all.push_back(part<RestoredItem>(bkj_veeam_restored_item_child_items_at(get(), i)));
    }
    return all;
}
/** How much a restore session has restored. */
BKJ_RESULT(RestoreSessionStatistics, veeam_restore_session_statistics)
    BKJ_NUM(veeam_restore_session_statistics, total_items_count)
    BKJ_NUM(veeam_restore_session_statistics, restored_items_count)
    BKJ_NUM(veeam_restore_session_statistics, failed_items_count)
    BKJ_NUM(veeam_restore_session_statistics, skipped_items_count)
    BKJ_TEXTS(veeam_restore_session_statistics, warnings) BKJ_TEXTS(veeam_restore_session_statistics, errors)
    BKJ_EACH(veeam_restore_session_statistics, items, RestoredItem) BKJ_JSON(veeam_restore_session_statistics, extra)
};
/** The installed product. */
BKJ_RESULT(ServiceInstance, veeam_service_instance)
    BKJ_OPT(veeam_service_instance, installation_id) BKJ_OPT(veeam_service_instance, version)
    BKJ_JSON(veeam_service_instance, extra)
};
/** How a part of the product is. */
BKJ_RESULT(HealthEntry, veeam_health_entry)
    BKJ_TEXT(veeam_health_entry, name) BKJ_OPT(veeam_health_entry, status) BKJ_OPT(veeam_health_entry, description)
    BKJ_JSON(veeam_health_entry, extra)
};
/** How the product is. */
BKJ_RESULT(Health, veeam_health)
    BKJ_OPT(veeam_health, status) BKJ_EACH(veeam_health, entries, HealthEntry) BKJ_JSON(veeam_health, extra)
};

BKJ_ITER(CopyJob, veeam_copy_job)
BKJ_LIST(CopyJob, veeam_copy_job)
BKJ_ITER(Job, veeam_job)
BKJ_LIST(Job, veeam_job)
BKJ_ITER(JobItem, veeam_job_item)
BKJ_LIST(JobItem, veeam_job_item)
BKJ_ITER(JobSession, veeam_job_session)
BKJ_LIST(JobSession, veeam_job_session)
BKJ_ITER(LogItem, veeam_log_item)
BKJ_LIST(LogItem, veeam_log_item)
BKJ_ITER(Organization, veeam_organization)
BKJ_LIST(Organization, veeam_organization)
BKJ_ITER(ProcessedObject, veeam_processed_object)
BKJ_LIST(ProcessedObject, veeam_processed_object)
BKJ_ITER(Repository, veeam_repository)
BKJ_LIST(Repository, veeam_repository)
BKJ_ITER(RestoreSession, veeam_restore_session)
BKJ_LIST(RestoreSession, veeam_restore_session)
BKJ_ITER(RestoreSessionEvent, veeam_restore_session_event)
BKJ_LIST(RestoreSessionEvent, veeam_restore_session_event)
BKJ_ITER(UsedRepository, veeam_used_repository)
BKJ_LIST(UsedRepository, veeam_used_repository)

} // namespace veeam
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
