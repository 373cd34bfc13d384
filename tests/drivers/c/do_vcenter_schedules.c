/* vcenter.*: schedules of an appliance. */
#include "driver.h"

#include <stdlib.h>
#include <string.h>

/* hour=, minute= and days=; nothing is written when there is none. */
static bkj_status recurrence_of(struct command *command, struct bkj_vcenter_recurrence_info **out)
{
    struct bkj_vcenter_recurrence_info *spec = NULL;
    if (get(command, "hour") == NULL) {
        return BKJ_OK;
    }
    const int64_t hour = (int64_t)number(command, "hour", 0), minute = (int64_t)number(command, "minute", 0);
    bkj_status status = bkj_vcenter_recurrence_info_new(hour, minute, &spec, &failure);
    SET_TEXTS(bkj_vcenter_recurrence_info, days);
    *out = spec;
    return status;
}

/* max_count=; nothing is written when there is none. */
static bkj_status retention_of(struct command *command, struct bkj_vcenter_retention_info **out)
{
    const bool given = get(command, "max_count") != NULL;
    return given ? bkj_vcenter_retention_info_new((int64_t)number(command, "max_count", 0), out, &failure) : BKJ_OK;
}

static bkj_status create(struct command *command)
{
    struct bkj_vcenter_schedule_spec *spec = NULL;
    struct bkj_vcenter_recurrence_info *recurrence = NULL;
    struct bkj_vcenter_retention_info *retention = NULL;
    const char *id = id_of(command, "id"), *location = need(command, "location");
    bkj_status status = command->trouble != NULL ? NO_SENSE : bkj_vcenter_schedule_spec_new(location, &spec, &failure);
    SET_TEXTS(bkj_vcenter_schedule_spec, parts);
    SET_TEXT(bkj_vcenter_schedule_spec, backup_password);
    SET_TEXT(bkj_vcenter_schedule_spec, location_user);
    SET_TEXT(bkj_vcenter_schedule_spec, location_password);
    SET_FLAG(bkj_vcenter_schedule_spec, enable);
    SET(recurrence_of(command, &recurrence));
    SET(bkj_vcenter_schedule_spec_set_recurrence_info(spec, recurrence, &failure));
    SET(retention_of(command, &retention));
    SET(bkj_vcenter_schedule_spec_set_retention_info(spec, retention, &failure));
    SET_FLAG(bkj_vcenter_schedule_spec, fast_backup);
    SET(bkj_vcenter_create_schedule(vcenter, id, spec, &failure));
    bkj_vcenter_retention_info_free(retention);
    bkj_vcenter_recurrence_info_free(recurrence);
    bkj_vcenter_schedule_spec_free(spec);
    return status;
}

static bkj_status update(struct command *command)
{
    struct bkj_vcenter_schedule_update *spec = bkj_vcenter_schedule_update_new();
    struct bkj_vcenter_recurrence_info *recurrence = NULL;
    struct bkj_vcenter_retention_info *retention = NULL;
    const char *id = id_of(command, "id");
    bkj_status status = id != NULL ? BKJ_OK : NO_SENSE;
    SET_TEXTS(bkj_vcenter_schedule_update, parts);
    SET_TEXT(bkj_vcenter_schedule_update, backup_password);
    SET_TEXT(bkj_vcenter_schedule_update, location);
    SET_TEXT(bkj_vcenter_schedule_update, location_user);
    SET_TEXT(bkj_vcenter_schedule_update, location_password);
    SET_FLAG(bkj_vcenter_schedule_update, enable);
    SET(recurrence_of(command, &recurrence));
    SET(bkj_vcenter_schedule_update_set_recurrence_info(spec, recurrence, &failure));
    SET(retention_of(command, &retention));
    SET(bkj_vcenter_schedule_update_set_retention_info(spec, retention, &failure));
    SET_FLAG(bkj_vcenter_schedule_update, fast_backup);
    SET(bkj_vcenter_update_schedule(vcenter, id, spec, &failure));
    bkj_vcenter_retention_info_free(retention);
    bkj_vcenter_recurrence_info_free(recurrence);
    bkj_vcenter_schedule_update_free(spec);
    return status;
}

static bkj_status run(struct command *command)
{
    struct bkj_vcenter_backup_job_status *found = NULL;
    const char *id = id_of(command, "id"), *comment = get(command, "comment");
    const bkj_status status = id != NULL ? bkj_vcenter_run_schedule(vcenter, id, comment, &found, &failure) : NO_SENSE;
    ONE(bkj_vcenter_backup_job_status, show_backup_status, id);
}

bkj_status vcenter_schedules(struct command *command, const char *verb)
{
    const struct bkj_vcenter *client = vcenter;
    if (IS("schedules")) {
        ALL(bkj_vcenter_schedule_list, show_schedule, bkj_vcenter_schedules);
    } else if (IS("schedule")) {
        GET(bkj_vcenter_schedule, show_schedule, bkj_vcenter_schedule);
    } else if (IS("create_schedule")) {
        return create(command);
    } else if (IS("update_schedule")) {
        return update(command);
    } else if (IS("delete_schedule")) {
        ACT(bkj_vcenter_delete_schedule);
    } else if (IS("run_schedule")) {
        return run(command);
    }
    return NOT_HERE;
}
