/* Printing the details of backups. */
#include "driver.h"

static void show_progress(const struct path *path, const struct bkj_vcenter_task_progress *o)
{
    NUMBER(bkj_vcenter_task_progress, total);
    NUMBER(bkj_vcenter_task_progress, completed);
    INSIDE(bkj_vcenter_task_progress, message, show_message);
    JSON(bkj_vcenter_task_progress, extra);
}

static void show_build(const struct path *path, const struct bkj_vcenter_build_info *o)
{
    TEXT(bkj_vcenter_build_info, version_name);
    TEXT(bkj_vcenter_build_info, version);
    TEXT(bkj_vcenter_build_info, build_number);
    JSON(bkj_vcenter_build_info, extra);
}

static void show_target(const struct path *path, const struct bkj_vcenter_dynamic_id *o)
{
    TEXT(bkj_vcenter_dynamic_id, kind);
    TEXT(bkj_vcenter_dynamic_id, id);
    JSON(bkj_vcenter_dynamic_id, extra);
}

static void show_task_error(const struct path *path, const struct bkj_vcenter_task_error *o)
{
    TEXT(bkj_vcenter_task_error, error_type);
    EACH(bkj_vcenter_task_error, messages, show_message);
    JSON(bkj_vcenter_task_error, extra);
}

void show_details(const struct path *path, const struct bkj_vcenter_backup_details *o)
{
    TEXT(bkj_vcenter_backup_details, id);
    TEXT(bkj_vcenter_backup_details, location);
    TEXT(bkj_vcenter_backup_details, location_user);
    TEXT(bkj_vcenter_backup_details, kind);
    TEXT(bkj_vcenter_backup_details, status);
    EACH(bkj_vcenter_backup_details, messages, show_message);
    INSIDE(bkj_vcenter_backup_details, progress, show_progress);
    NUMBER(bkj_vcenter_backup_details, duration);
    NUMBER(bkj_vcenter_backup_details, size);
    TIME(bkj_vcenter_backup_details, start_time);
    TIME(bkj_vcenter_backup_details, end_time);
    INSIDE(bkj_vcenter_backup_details, build, show_build);
    FLAG(bkj_vcenter_backup_details, fast_backup);
    INSIDE(bkj_vcenter_backup_details, error, show_task_error);
    FLAG(bkj_vcenter_backup_details, cancelable);
    INSIDE(bkj_vcenter_backup_details, description, show_message);
    TEXT(bkj_vcenter_backup_details, service);
    TEXT(bkj_vcenter_backup_details, operation);
    TEXT(bkj_vcenter_backup_details, parent);
    INSIDE(bkj_vcenter_backup_details, target, show_target);
    TEXT(bkj_vcenter_backup_details, user);
    JSON(bkj_vcenter_backup_details, extra);
}
