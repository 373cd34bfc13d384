/* veeam.*: copy jobs. */
#include "driver.h"

#include <string.h>

static bkj_status iterate(struct command *command)
{
    struct bkj_veeam_copy_job_iter *iter = NULL;
    struct bkj_veeam_copy_job_query *spec = bkj_veeam_copy_job_query_new();
    bkj_status status = BKJ_OK;
    SET_ID(bkj_veeam_copy_job_query, repository_id);
    SET_ID(bkj_veeam_copy_job_query, organization_id);
    SET(bkj_veeam_iter_copy_jobs(veeam, spec, &iter, &failure));
    bkj_veeam_copy_job_query_free(spec);
    SOME(bkj_veeam_copy_job, show_copy_job);
}

static bkj_status create(struct command *command)
{
    const char *job = id_of(command, "backup_job_id"), *repository = id_of(command, "repository_id");
    const bool enabled = flag(command, "is_enabled") != 0;
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_copy_job *found = NULL;
    struct bkj_veeam_create_copy_job *spec = NULL;
    struct bkj_veeam_copy_schedule *schedule = NULL;
    bkj_status status = copy_schedule_of(command, &schedule);
    SET(bkj_veeam_create_copy_job_new(job, repository, schedule, &spec, &failure));
    SET_ID(bkj_veeam_create_copy_job, organization_id);
    SET(bkj_veeam_create_copy_job_set_is_enabled(spec, enabled, &failure));
    SET(bkj_veeam_create_copy_job(veeam, spec, &found, &failure));
    bkj_veeam_create_copy_job_free(spec);
    bkj_veeam_copy_schedule_free(schedule);
    ONE(bkj_veeam_copy_job, show_copy_job, id);
}

static bkj_status edit(struct command *command)
{
    const char *id = id_of(command, "id");
    if (id == NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_edit_copy_job *spec = bkj_veeam_edit_copy_job_new();
    struct bkj_veeam_copy_schedule *schedule = NULL;
    bkj_status status = copy_schedule_of(command, &schedule);
    SET_ID(bkj_veeam_edit_copy_job, backup_job_id);
    SET_ID(bkj_veeam_edit_copy_job, organization_id);
    SET_ID(bkj_veeam_edit_copy_job, repository_id);
    SET(bkj_veeam_edit_copy_job_set_schedule_policy(spec, schedule, &failure));
    SET_FLAG(bkj_veeam_edit_copy_job, is_enabled);
    SET(bkj_veeam_edit_copy_job(veeam, id, spec, &failure));
    bkj_veeam_copy_schedule_free(schedule);
    bkj_veeam_edit_copy_job_free(spec);
    return status;
}

bkj_status veeam_copies(struct command *command, const char *verb)
{
    const struct bkj_veeam *client = veeam;
    if (IS("copy_jobs")) {
        ALL(bkj_veeam_copy_job_list, show_copy_job, bkj_veeam_copy_jobs);
    } else if (IS("iter_copy_jobs")) {
        return iterate(command);
    } else if (IS("copy_job")) {
        GET(bkj_veeam_copy_job, show_copy_job, bkj_veeam_copy_job);
    } else if (IS("copy_job_of")) {
        GET_BY(bkj_veeam_copy_job, show_copy_job, bkj_veeam_copy_job_of, "job_id");
    } else if (IS("backup_job_of")) {
        GET_BY(bkj_veeam_job, show_veeam_job, bkj_veeam_backup_job_of, "copy_job_id");
    } else if (IS("create_copy_job")) {
        return create(command);
    } else if (IS("edit_copy_job")) {
        return edit(command);
    } else if (IS("start_copy_job")) {
        GET(bkj_veeam_job_session, show_job_session, bkj_veeam_start_copy_job);
    } else if (IS("stop_copy_job")) {
        ACT(bkj_veeam_stop_copy_job);
    } else if (IS("enable_copy_job")) {
        ACT(bkj_veeam_enable_copy_job);
    } else if (IS("disable_copy_job")) {
        ACT(bkj_veeam_disable_copy_job);
    } else if (IS("delete_copy_job")) {
        ACT(bkj_veeam_delete_copy_job);
    }
    return NOT_HERE;
}
