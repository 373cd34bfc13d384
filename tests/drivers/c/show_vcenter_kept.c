/* Printing schedules, archives and parts of an appliance. */
#include "driver.h"

void show_part(const struct path *path, const struct bkj_vcenter_part *o)
{
    TEXT(bkj_vcenter_part, id);
    INSIDE(bkj_vcenter_part, name, show_message);
    INSIDE(bkj_vcenter_part, description, show_message);
    FLAG(bkj_vcenter_part, selected_by_default);
    FLAG(bkj_vcenter_part, optional);
    FLAG(bkj_vcenter_part, standalone);
    JSON(bkj_vcenter_part, extra);
}

static void show_recurrence(const struct path *path, const struct bkj_vcenter_recurrence_info *o)
{
    NUMBER(bkj_vcenter_recurrence_info, minute);
    NUMBER(bkj_vcenter_recurrence_info, hour);
    EACH(bkj_vcenter_recurrence_info, days, show_arg);
    JSON(bkj_vcenter_recurrence_info, extra);
}

static void show_retention(const struct path *path, const struct bkj_vcenter_retention_info *o)
{
    NUMBER(bkj_vcenter_retention_info, max_count);
    JSON(bkj_vcenter_retention_info, extra);
}

void show_schedule(const struct path *path, const struct bkj_vcenter_schedule *o)
{
    TEXT(bkj_vcenter_schedule, id);
    EACH(bkj_vcenter_schedule, parts, show_arg);
    TEXT(bkj_vcenter_schedule, location);
    TEXT(bkj_vcenter_schedule, location_user);
    FLAG(bkj_vcenter_schedule, enable);
    INSIDE(bkj_vcenter_schedule, recurrence_info, show_recurrence);
    INSIDE(bkj_vcenter_schedule, retention_info, show_retention);
    FLAG(bkj_vcenter_schedule, fast_backup);
    JSON(bkj_vcenter_schedule, extra);
}

void show_archive(const struct path *path, const struct bkj_vcenter_archive_summary *o)
{
    TEXT(bkj_vcenter_archive_summary, archive);
    TIME(bkj_vcenter_archive_summary, timestamp);
    TEXT(bkj_vcenter_archive_summary, version);
    TEXT(bkj_vcenter_archive_summary, comment);
    JSON(bkj_vcenter_archive_summary, extra);
}

void show_archive_info(const struct path *path, const struct bkj_vcenter_archive_info *o)
{
    TIME(bkj_vcenter_archive_info, timestamp);
    TEXT(bkj_vcenter_archive_info, location);
    EACH(bkj_vcenter_archive_info, parts, show_arg);
    TEXT(bkj_vcenter_archive_info, version);
    TEXT(bkj_vcenter_archive_info, system_name);
    TEXT(bkj_vcenter_archive_info, comment);
    JSON(bkj_vcenter_archive_info, extra);
}

void show_metadata(const struct path *path, const struct bkj_vcenter_restore_metadata *o)
{
    TIME(bkj_vcenter_restore_metadata, timestamp);
    EACH(bkj_vcenter_restore_metadata, parts, show_arg);
    TEXT(bkj_vcenter_restore_metadata, version);
    TEXT(bkj_vcenter_restore_metadata, boxname);
    FLAG(bkj_vcenter_restore_metadata, sso_login_required);
    TEXT(bkj_vcenter_restore_metadata, comment);
    FLAG(bkj_vcenter_restore_metadata, applicable);
    EACH(bkj_vcenter_restore_metadata, messages, show_message);
    JSON(bkj_vcenter_restore_metadata, extra);
}
