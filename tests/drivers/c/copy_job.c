/* veeam.create_copy_job, and the schedule it takes. */
#include "driver.h"

#include <stdlib.h>
#include <string.h>

static bkj_status bind_to_window(struct command *command, struct bkj_veeam_copy_schedule *schedule)
{
    const char *window = get(command, "window");
    if (window == NULL) {
        return BKJ_OK;
    }
    const size_t length = strlen(window);
    uint8_t *hours = malloc(length + 1);
    if (hours == NULL) {
        abort();
    }
    for (size_t i = 0; i < length; i++) {
        hours[i] = window[i] == '1';
    }
    const char *offset = get(command, "minute_offset");
    const int64_t minutes = offset != NULL ? strtoll(offset, NULL, 10) : 0;
    struct bkj_veeam_backup_window *bound = NULL;
    bkj_status status = bkj_veeam_backup_window_new(hours, length, minutes, &bound, &failure);
    if (status == BKJ_OK) {
        status = bkj_veeam_copy_schedule_within(schedule, bound, &failure);
    }
    bkj_veeam_backup_window_free(bound);
    free(hours);
    return status;
}

bkj_status create_copy_job(struct command *command)
{
    const char *job = id_of(command, "backup_job_id"), *repository = id_of(command, "repository_id");
    const bool enabled = flag(command, "is_enabled") != 0;
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_copy_schedule *schedule = bkj_veeam_copy_schedule_new();
    struct bkj_veeam_create_copy_job *spec = NULL;
    struct bkj_veeam_copy_job *found = NULL;
    bkj_status status = bkj_veeam_copy_schedule_set_kind(schedule, get(command, "type"), &failure);
    if (status == BKJ_OK) {
        status = bkj_veeam_copy_schedule_set_daily_type(schedule, get(command, "daily_type"), &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_copy_schedule_set_daily_time(schedule, get(command, "daily_time"), &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_copy_schedule_set_periodically_every(schedule, get(command, "periodically_every"), &failure);
    }
    if (status == BKJ_OK) {
        status = bind_to_window(command, schedule);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_create_copy_job_new(job, repository, schedule, &spec, &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_create_copy_job_set_is_enabled(spec, enabled, &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_create_copy_job(veeam, spec, &found, &failure);
    }
    bkj_veeam_create_copy_job_free(spec);
    bkj_veeam_copy_schedule_free(schedule);
    ONE(bkj_veeam_copy_job, show_copy_job, id);
}
