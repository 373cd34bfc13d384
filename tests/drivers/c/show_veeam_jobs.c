/* Printing Veeam's jobs, copy jobs and their schedules. */
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
    FLAG(bkj_veeam_job_schedule, periodically_window_enabled);
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
    TEXT(bkj_veeam_job, organization_id);
    TEXT(bkj_veeam_job, repository_id);
    TEXT(bkj_veeam_job, backup_type);
    INSIDE(bkj_veeam_job, schedule_policy, show_job_schedule);
    TIME(bkj_veeam_job, last_run);
    TIME(bkj_veeam_job, next_run);
    TIME(bkj_veeam_job, last_backup);
    FLAG(bkj_veeam_job, is_enabled);
    TEXT(bkj_veeam_job, last_status);
    FLAG(bkj_veeam_job, is_run);
    FLAG(bkj_veeam_job, run_now);
    EACH(bkj_veeam_job, selected_items, show_job_item);
    EACH(bkj_veeam_job, excluded_items, show_job_item);
    NUMBER(bkj_veeam_job, e_tag);
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
    TEXT(bkj_veeam_copy_job, organization_id);
    TEXT(bkj_veeam_copy_job, repository_id);
    INSIDE(bkj_veeam_copy_job, schedule_policy, show_copy_schedule);
    FLAG(bkj_veeam_copy_job, is_enabled);
    TIME(bkj_veeam_copy_job, last_run);
    TIME(bkj_veeam_copy_job, next_run);
    TIME(bkj_veeam_copy_job, last_backup);
    TEXT(bkj_veeam_copy_job, last_status);
    NUMBER(bkj_veeam_copy_job, e_tag);
    JSON(bkj_veeam_copy_job, links);
    JSON(bkj_veeam_copy_job, extra);
}
