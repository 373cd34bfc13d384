/* veeam.*: backup jobs. */
#include "driver.h"

#include <string.h>

static bkj_status iterate(struct command *command)
{
    struct bkj_veeam_job_iter *iter = NULL;
    struct bkj_veeam_job_query *spec = bkj_veeam_job_query_new();
    bkj_status status = BKJ_OK;
    SET_ID(bkj_veeam_job_query, organization_id);
    SET_ID(bkj_veeam_job_query, repository_id);
    SET(bkj_veeam_iter_jobs(veeam, spec, &iter, &failure));
    bkj_veeam_job_query_free(spec);
    SOME(bkj_veeam_job, show_veeam_job);
}

static bkj_status create(struct command *command)
{
    const char *organization = id_of(command, "organization_id"), *repository = id_of(command, "repository_id");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_job *found = NULL;
    struct bkj_veeam_create_job *spec = NULL;
    struct bkj_veeam_job_schedule *schedule = NULL;
    bkj_status status = bkj_veeam_create_job_new(organization, repository, &spec, &failure);
    SET_TEXT(bkj_veeam_create_job, backup_type);
    SET_TEXT(bkj_veeam_create_job, name);
    SET_TEXT(bkj_veeam_create_job, description);
    SET_ITEMS(bkj_veeam_create_job, selected_items);
    SET_ITEMS(bkj_veeam_create_job, excluded_items);
    SET(job_schedule_of(command, &schedule));
    SET(bkj_veeam_create_job_set_schedule_policy(spec, schedule, &failure));
    SET_FLAG(bkj_veeam_create_job, is_enabled);
    SET_FLAG(bkj_veeam_create_job, run_now);
    SET_FLAG(bkj_veeam_create_job, skip_item_update);
    SET(bkj_veeam_create_job(veeam, spec, &found, &failure));
    bkj_veeam_job_schedule_free(schedule);
    bkj_veeam_create_job_free(spec);
    ONE(bkj_veeam_job, show_veeam_job, id);
}

static bkj_status edit(struct command *command)
{
    const char *id = id_of(command, "id");
    if (id == NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_edit_job *spec = bkj_veeam_edit_job_new();
    struct bkj_veeam_job_schedule *schedule = NULL;
    bkj_status status = BKJ_OK;
    SET_ID(bkj_veeam_edit_job, repository_id);
    SET_TEXT(bkj_veeam_edit_job, backup_type);
    SET_TEXT(bkj_veeam_edit_job, name);
    SET_TEXT(bkj_veeam_edit_job, description);
    SET_ITEMS(bkj_veeam_edit_job, selected_items);
    SET_ITEMS(bkj_veeam_edit_job, excluded_items);
    SET(job_schedule_of(command, &schedule));
    SET(bkj_veeam_edit_job_set_schedule_policy(spec, schedule, &failure));
    SET_FLAG(bkj_veeam_edit_job, is_enabled);
    SET_FLAG(bkj_veeam_edit_job, run_now);
    SET_FLAG(bkj_veeam_edit_job, skip_item_update);
    SET(bkj_veeam_edit_job(veeam, id, spec, &failure));
    bkj_veeam_job_schedule_free(schedule);
    bkj_veeam_edit_job_free(spec);
    return status;
}

bkj_status veeam_jobs(struct command *command, const char *verb)
{
    const struct bkj_veeam *client = veeam;
    if (IS("jobs")) {
        ALL(bkj_veeam_job_list, show_veeam_job, bkj_veeam_jobs);
    } else if (IS("iter_jobs")) {
        return iterate(command);
    } else if (IS("job")) {
        GET(bkj_veeam_job, show_veeam_job, bkj_veeam_job);
    } else if (IS("create_job")) {
        return create(command);
    } else if (IS("edit_job")) {
        return edit(command);
    } else if (IS("delete_job")) {
        ACT(bkj_veeam_delete_job);
    } else if (IS("start_job")) {
        struct bkj_veeam_job_session *found = NULL;
        const char *id = id_of(command, "id");
        const int32_t full = flag(command, "full");
        if (command->trouble != NULL) {
            return NO_SENSE;
        }
        const bkj_status status = bkj_veeam_start_job(client, id, full, &found, &failure);
        ONE(bkj_veeam_job_session, show_job_session, id);
    } else if (IS("stop_job")) {
        ACT(bkj_veeam_stop_job);
    } else if (IS("enable_job")) {
        ACT(bkj_veeam_enable_job);
    } else if (IS("disable_job")) {
        ACT(bkj_veeam_disable_job);
    }
    return NOT_HERE;
}
