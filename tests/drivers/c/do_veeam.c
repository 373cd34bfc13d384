/* veeam.*: the calls of a Veeam client. */
#include "driver.h"

#include <string.h>

static bkj_status explore(struct command *command)
{
    const char *id = id_of(command, "id");
    const char *datetime = need(command, "datetime"), *explorer = need(command, "explorer");
    const int32_t deleted = flag(command, "show_deleted"), all = flag(command, "show_all_versions");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_explore_options *options = NULL;
    struct bkj_veeam_restore_session *found = NULL;
    bkj_status status = bkj_veeam_explore_options_new(datetime, explorer, &options, &failure);
    if (status == BKJ_OK) {
        status = bkj_veeam_explore_options_set_show_deleted(options, deleted, &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_explore_options_set_show_all_versions(options, all, &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_veeam_explore_job(veeam, id, options, &found, &failure);
    }
    bkj_veeam_explore_options_free(options);
    ONE(bkj_veeam_restore_session, show_restore_session, id);
}

bkj_status veeam_command(struct command *command, const char *verb)
{
    const struct bkj_veeam *client = veeam;
    if (client == NULL) {
        return NO_SENSE;
    } else if (IS("login")) {
        return bkj_veeam_login(client, &failure);
    } else if (IS("jobs")) {
        ALL(bkj_veeam_job_list, show_veeam_job, bkj_veeam_jobs);
    } else if (IS("job")) {
        GET(bkj_veeam_job, show_veeam_job, bkj_veeam_job);
    } else if (IS("job_session")) {
        GET(bkj_veeam_job_session, show_job_session, bkj_veeam_job_session);
    } else if (IS("organizations")) {
        ALL(bkj_veeam_organization_list, show_organization, bkj_veeam_organizations);
    } else if (IS("organization")) {
        GET(bkj_veeam_organization, show_organization, bkj_veeam_organization);
    } else if (IS("repositories")) {
        ALL(bkj_veeam_repository_list, show_repository, bkj_veeam_repositories);
    } else if (IS("repository")) {
        GET(bkj_veeam_repository, show_repository, bkj_veeam_repository);
    } else if (IS("copy_jobs")) {
        ALL(bkj_veeam_copy_job_list, show_copy_job, bkj_veeam_copy_jobs);
    } else if (IS("copy_job")) {
        GET(bkj_veeam_copy_job, show_copy_job, bkj_veeam_copy_job);
    } else if (IS("create_copy_job")) {
        return create_copy_job(command);
    } else if (IS("explore_job")) {
        return explore(command);
    } else if (IS("log_items")) {
        struct bkj_veeam_log_item_list *list = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status = id != NULL ? bkj_veeam_log_items(client, id, &list, &failure) : NO_SENSE;
        LIST(bkj_veeam_log_item_list, show_log_item);
    } else if (IS("job_sessions") || IS("all_job_sessions")) {
        struct bkj_veeam_job_session_list *list = NULL;
        const char *job = IS("job_sessions") ? id_of(command, "job_id") : NULL;
        const size_t limit = (size_t)number(command, "limit", 0);
        if (command->trouble != NULL) {
            return NO_SENSE;
        }
        const bkj_status status = job != NULL ? bkj_veeam_job_sessions(client, job, limit, &list, &failure)
                                              : bkj_veeam_all_job_sessions(client, limit, &list, &failure);
        LIST(bkj_veeam_job_session_list, show_job_session);
    }
    const bool action = IS("start_job") || IS("stop_job") || IS("enable_job") || IS("disable_job");
    const char *id = action ? id_of(command, "id") : NULL;
    const int32_t full = flag(command, "full");
    if (id == NULL || command->trouble != NULL) {
        return NO_SENSE;
    }
    return IS("start_job") ? bkj_veeam_start_job(client, id, full, &failure)
        : IS("stop_job") ? bkj_veeam_stop_job(client, id, &failure)
        : IS("enable_job") ? bkj_veeam_enable_job(client, id, &failure) : bkj_veeam_disable_job(client, id, &failure);
}
