/* Printing Veeam's objects. */
#include "driver.h"

#include <stdlib.h>

static void show_window(const struct path *path, const struct bkj_veeam_backup_window *o)
{
    const size_t length = bkj_veeam_backup_window_backup_window_len(o);
    char *hours = malloc(length + 1);
    if (hours == NULL) {
        abort();
    }
    for (size_t i = 0; i < length; i++) {
        hours[i] = bkj_veeam_backup_window_backup_window_at(o, i) ? '1' : '0';
    }
    hours[length] = '\0';
    show_text(path, "backup_window", length > 0 ? hours : NULL);
    free(hours);
    NUMBER(bkj_veeam_backup_window, minute_offset);
    JSON(bkj_veeam_backup_window, extra);
}

static void show_job_schedule(const struct path *path, const struct bkj_veeam_job_schedule *o)
{
    TEXT(bkj_veeam_job_schedule, kind);
    FLAG(bkj_veeam_job_schedule, schedule_enabled);
    TEXT(bkj_veeam_job_schedule, daily_type);
    TEXT(bkj_veeam_job_schedule, daily_time);
    TEXT(bkj_veeam_job_schedule, periodically_every);
    NUMBER(bkj_veeam_job_schedule, periodically_offset_minutes);
    INSIDE(bkj_veeam_job_schedule, periodically_window_settings, show_window);
    FLAG(bkj_veeam_job_schedule, backup_window_enabled);
    INSIDE(bkj_veeam_job_schedule, backup_window_settings, show_window);
    FLAG(bkj_veeam_job_schedule, retry_enabled);
    NUMBER(bkj_veeam_job_schedule, retry_number);
    NUMBER(bkj_veeam_job_schedule, retry_wait_interval);
    JSON(bkj_veeam_job_schedule, extra);
}

void show_veeam_job(const struct path *path, const struct bkj_veeam_job *o)
{
    TEXT(bkj_veeam_job, id);
    TEXT(bkj_veeam_job, name);
    TEXT(bkj_veeam_job, description);
    TEXT(bkj_veeam_job, repository_id);
    TEXT(bkj_veeam_job, backup_type);
    INSIDE(bkj_veeam_job, schedule_policy, show_job_schedule);
    TIME(bkj_veeam_job, last_run);
    TIME(bkj_veeam_job, next_run);
    FLAG(bkj_veeam_job, is_enabled);
    TEXT(bkj_veeam_job, last_status);
    FLAG(bkj_veeam_job, is_run);
    JSON(bkj_veeam_job, links);
    JSON(bkj_veeam_job, extra);
}

static void show_copy_schedule(const struct path *path, const struct bkj_veeam_copy_schedule *o)
{
    TEXT(bkj_veeam_copy_schedule, kind);
    TEXT(bkj_veeam_copy_schedule, daily_type);
    TEXT(bkj_veeam_copy_schedule, daily_time);
    TEXT(bkj_veeam_copy_schedule, periodically_every);
    FLAG(bkj_veeam_copy_schedule, backup_copy_window_enabled);
    INSIDE(bkj_veeam_copy_schedule, backup_copy_window_settings, show_window);
    JSON(bkj_veeam_copy_schedule, extra);
}

void show_copy_job(const struct path *path, const struct bkj_veeam_copy_job *o)
{
    TEXT(bkj_veeam_copy_job, id);
    TEXT(bkj_veeam_copy_job, name);
    TEXT(bkj_veeam_copy_job, backup_job_id);
    TEXT(bkj_veeam_copy_job, repository_id);
    INSIDE(bkj_veeam_copy_job, schedule_policy, show_copy_schedule);
    FLAG(bkj_veeam_copy_job, is_enabled);
    TIME(bkj_veeam_copy_job, last_run);
    TIME(bkj_veeam_copy_job, next_run);
    TEXT(bkj_veeam_copy_job, last_status);
    JSON(bkj_veeam_copy_job, links);
    JSON(bkj_veeam_copy_job, extra);
}

static void show_statistics(const struct path *path, const struct bkj_veeam_statistics *o)
{
    NUMBER(bkj_veeam_statistics, processing_rate_bytes);
    NUMBER(bkj_veeam_statistics, processing_rate_items);
    NUMBER(bkj_veeam_statistics, read_rate_bytes);
    NUMBER(bkj_veeam_statistics, write_rate_bytes);
    NUMBER(bkj_veeam_statistics, transferred_data_bytes);
    NUMBER(bkj_veeam_statistics, processed_objects);
    TEXT(bkj_veeam_statistics, processing_rate);
    TEXT(bkj_veeam_statistics, read_rate);
    TEXT(bkj_veeam_statistics, write_rate);
    TEXT(bkj_veeam_statistics, transferred_data);
    TEXT(bkj_veeam_statistics, bottleneck);
    JSON(bkj_veeam_statistics, extra);
}

void show_job_session(const struct path *path, const struct bkj_veeam_job_session *o)
{
    TEXT(bkj_veeam_job_session, id);
    TEXT(bkj_veeam_job_session, details);
    TIME(bkj_veeam_job_session, creation_time);
    TIME(bkj_veeam_job_session, end_time);
    NUMBER(bkj_veeam_job_session, retry_count);
    NUMBER(bkj_veeam_job_session, progress);
    TEXT(bkj_veeam_job_session, status);
    INSIDE(bkj_veeam_job_session, statistics, show_statistics);
    JSON(bkj_veeam_job_session, links);
    JSON(bkj_veeam_job_session, extra);
}

void show_log_item(const struct path *path, const struct bkj_veeam_log_item *o)
{
    TEXT(bkj_veeam_log_item, id);
    NUMBER(bkj_veeam_log_item, usn);
    TEXT(bkj_veeam_log_item, title);
    TIME(bkj_veeam_log_item, creation_time);
    TIME(bkj_veeam_log_item, end_time);
    JSON(bkj_veeam_log_item, extra);
}

void show_restore_session(const struct path *path, const struct bkj_veeam_restore_session *o)
{
    TEXT(bkj_veeam_restore_session, id);
    TEXT(bkj_veeam_restore_session, name);
    TEXT(bkj_veeam_restore_session, organization);
    TEXT(bkj_veeam_restore_session, explorer);
    TIME(bkj_veeam_restore_session, creation_time);
    TIME(bkj_veeam_restore_session, end_time);
    TEXT(bkj_veeam_restore_session, state);
    TEXT(bkj_veeam_restore_session, result);
    TEXT(bkj_veeam_restore_session, initiated_by);
    TEXT(bkj_veeam_restore_session, details);
    TEXT(bkj_veeam_restore_session, scope_name);
    TEXT(bkj_veeam_restore_session, client_host);
    TEXT(bkj_veeam_restore_session, reason);
    JSON(bkj_veeam_restore_session, links);
    JSON(bkj_veeam_restore_session, extra);
}

void show_organization(const struct path *path, const struct bkj_veeam_organization *o)
{
    TEXT(bkj_veeam_organization, id);
    TEXT(bkj_veeam_organization, name);
    TEXT(bkj_veeam_organization, office_name);
    TEXT(bkj_veeam_organization, kind);
    TEXT(bkj_veeam_organization, region);
    FLAG(bkj_veeam_organization, is_exchange_online);
    FLAG(bkj_veeam_organization, is_share_point_online);
    FLAG(bkj_veeam_organization, is_teams_online);
    FLAG(bkj_veeam_organization, is_backedup);
    TIME(bkj_veeam_organization, first_backuptime);
    TIME(bkj_veeam_organization, last_backuptime);
    JSON(bkj_veeam_organization, links);
    JSON(bkj_veeam_organization, extra);
}

void show_repository(const struct path *path, const struct bkj_veeam_repository *o)
{
    TEXT(bkj_veeam_repository, id);
    TEXT(bkj_veeam_repository, name);
    TEXT(bkj_veeam_repository, description);
    TEXT(bkj_veeam_repository, proxy_id);
    TEXT(bkj_veeam_repository, path);
    TEXT(bkj_veeam_repository, object_storage_id);
    FLAG(bkj_veeam_repository, is_long_term);
    NUMBER(bkj_veeam_repository, capacity_bytes);
    NUMBER(bkj_veeam_repository, free_space_bytes);
    TEXT(bkj_veeam_repository, retention_type);
    FLAG(bkj_veeam_repository, is_out_of_sync);
    JSON(bkj_veeam_repository, links);
    JSON(bkj_veeam_repository, extra);
}
