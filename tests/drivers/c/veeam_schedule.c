/* The schedules that Veeam's jobs and copy jobs take. */
#include "driver.h"

#include <stdlib.h>
#include <string.h>

static bkj_status window_of(struct command *command, const char *key, const char *offset_key,
                            struct bkj_veeam_backup_window **out)
{
    const char *window = get(command, key), *offset = get(command, offset_key);
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
    const int64_t minutes = offset != NULL ? strtoll(offset, NULL, 10) : 0;
    const bkj_status status = bkj_veeam_backup_window_new(hours, length, minutes, out, &failure);
    free(hours);
    return status;
}

bkj_status copy_schedule_of(struct command *command, struct bkj_veeam_copy_schedule **out)
{
    if (get(command, "type") == NULL) {
        return BKJ_OK;
    }
    struct bkj_veeam_copy_schedule *schedule = bkj_veeam_copy_schedule_new();
    struct bkj_veeam_backup_window *window = NULL;
    bkj_status status = bkj_veeam_copy_schedule_set_kind(schedule, get(command, "type"), &failure);
    SET(bkj_veeam_copy_schedule_set_daily_type(schedule, get(command, "daily_type"), &failure));
    SET(bkj_veeam_copy_schedule_set_daily_time(schedule, get(command, "daily_time"), &failure));
    SET(bkj_veeam_copy_schedule_set_periodically_every(schedule, get(command, "periodically_every"), &failure));
    SET(window_of(command, "window", "minute_offset", &window));
    if (window != NULL) {
        SET(bkj_veeam_copy_schedule_within(schedule, window, &failure));
    }
    bkj_veeam_backup_window_free(window);
    *out = schedule;
    return status;
}

/* Gives a pair `schedule.…` to the setter of the field of that name. */
#define TO_TEXT(field)                                                                                        \
    SET(bkj_veeam_job_schedule_set_##field(schedule, get(command, "schedule." #field), &failure))
#define TO_FLAG(field)                                                                                        \
    SET(bkj_veeam_job_schedule_set_##field(schedule, flag(command, "schedule." #field), &failure))
#define TO_NUMBER(field)                                                                                      \
    do {                                                                                                      \
        const char *given = get(command, "schedule." #field);                                                 \
        if (given != NULL) {                                                                                  \
            SET(bkj_veeam_job_schedule_set_##field(schedule, strtoll(given, NULL, 10), &failure));            \
        }                                                                                                     \
    } while (0)
#define TO_WINDOW(field)                                                                                      \
    do {                                                                                                      \
        struct bkj_veeam_backup_window *window = NULL;                                                        \
        SET(window_of(command, "schedule." #field, "schedule.minute_offset", &window));                       \
        SET(bkj_veeam_job_schedule_set_##field##_settings(schedule, window, &failure));                       \
        bkj_veeam_backup_window_free(window);                                                                 \
    } while (0)

bkj_status job_schedule_of(struct command *command, struct bkj_veeam_job_schedule **out)
{
    bool given = false;
    for (size_t i = 0; i < command->count; i++) {
        given = given || strncmp(command->keys[i], "schedule.", strlen("schedule.")) == 0;
    }
    if (!given) {
        return BKJ_OK;
    }
    struct bkj_veeam_job_schedule *schedule = bkj_veeam_job_schedule_new();
    bkj_status status = bkj_veeam_job_schedule_set_kind(schedule, get(command, "schedule.type"), &failure);
    TO_FLAG(schedule_enabled);
    TO_TEXT(daily_type);
    TO_TEXT(daily_time);
    TO_TEXT(periodically_every);
    TO_NUMBER(periodically_offset_minutes);
    TO_FLAG(periodically_window_enabled);
    TO_WINDOW(periodically_window);
    TO_FLAG(backup_window_enabled);
    TO_WINDOW(backup_window);
    TO_FLAG(retry_enabled);
    TO_NUMBER(retry_number);
    TO_NUMBER(retry_wait_interval);
    *out = schedule;
    return status;
}
