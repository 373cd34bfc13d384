/* Printing the vCenter appliance's objects. */
#include "driver.h"

void show_message(const struct path *path, const struct bkj_vcenter_localizable_message *o)
{
    TEXT(bkj_vcenter_localizable_message, id);
    TEXT(bkj_vcenter_localizable_message, default_message);
    EACH(bkj_vcenter_localizable_message, args, show_arg);
    JSON(bkj_vcenter_localizable_message, params);
    TEXT(bkj_vcenter_localizable_message, localized);
    JSON(bkj_vcenter_localizable_message, extra);
}

void show_backup_status(const struct path *path, const struct bkj_vcenter_backup_job_status *o)
{
    TEXT(bkj_vcenter_backup_job_status, id);
    TEXT(bkj_vcenter_backup_job_status, state);
    EACH(bkj_vcenter_backup_job_status, messages, show_message);
    NUMBER(bkj_vcenter_backup_job_status, progress);
    TIME(bkj_vcenter_backup_job_status, start_time);
    TIME(bkj_vcenter_backup_job_status, end_time);
    JSON(bkj_vcenter_backup_job_status, extra);
}

void show_result(const struct path *path, const struct bkj_vcenter_return_result *o)
{
    TEXT(bkj_vcenter_return_result, status);
    EACH(bkj_vcenter_return_result, messages, show_message);
    JSON(bkj_vcenter_return_result, extra);
}

void show_session(const struct path *path, const struct bkj_vcenter_session_info *o)
{
    TEXT(bkj_vcenter_session_info, user);
    TIME(bkj_vcenter_session_info, created_time);
    TIME(bkj_vcenter_session_info, last_accessed_time);
    JSON(bkj_vcenter_session_info, extra);
}
