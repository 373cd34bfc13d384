/* veeam.*: exploring, and restore sessions. */
#include "driver.h"

#include <string.h>

static bkj_status explore(struct command *command, const char *verb)
{
    const bool repository = IS("explore_repository");
    const char *id = id_of(command, repository ? "repository_id" : "id");
    const char *organization = repository ? id_of(command, "organization_id") : NULL;
    const char *datetime = need(command, "datetime"), *explorer = need(command, "explorer");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_restore_session *found = NULL;
    struct bkj_veeam_explore_options *spec = NULL;
    bkj_status status = bkj_veeam_explore_options_new(datetime, explorer, &spec, &failure);
    SET_FLAG(bkj_veeam_explore_options, show_deleted);
    SET_FLAG(bkj_veeam_explore_options, show_all_versions);
    if (!repository) {
        SET_ID(bkj_veeam_explore_options, repository_id);
    }
    if (repository) {
        SET(bkj_veeam_explore_repository(veeam, id, organization, spec, &found, &failure));
    } else if (IS("explore_organization")) {
        SET(bkj_veeam_explore_organization(veeam, id, spec, &found, &failure));
    } else {
        SET(bkj_veeam_explore_job(veeam, id, spec, &found, &failure));
    }
    bkj_veeam_explore_options_free(spec);
    ONE(bkj_veeam_restore_session, show_restore_session, id);
}

static bkj_status iterate(struct command *command)
{
    struct bkj_veeam_restore_session_iter *iter = NULL;
    struct bkj_veeam_restore_session_query *spec = bkj_veeam_restore_session_query_new();
    bkj_status status = BKJ_OK;
    SET_TIME(bkj_veeam_restore_session_query, start_time_from);
    SET_TIME(bkj_veeam_restore_session_query, start_time_to);
    SET_TIME(bkj_veeam_restore_session_query, end_time_from);
    SET_TIME(bkj_veeam_restore_session_query, end_time_to);
    SET_FLAG(bkj_veeam_restore_session_query, ascending);
    SET_TEXT(bkj_veeam_restore_session_query, order_by);
    SET(bkj_veeam_iter_restore_sessions(veeam, spec, &iter, &failure));
    bkj_veeam_restore_session_query_free(spec);
    SOME(bkj_veeam_restore_session, show_restore_session);
}

bkj_status veeam_restores(struct command *command, const char *verb)
{
    const struct bkj_veeam *client = veeam;
    if (IS("explore_job") || IS("explore_organization") || IS("explore_repository")) {
        return explore(command, verb);
    } else if (IS("restore_sessions")) {
        ALL(bkj_veeam_restore_session_list, show_restore_session, bkj_veeam_restore_sessions);
    } else if (IS("iter_restore_sessions")) {
        return iterate(command);
    } else if (IS("restore_session")) {
        GET(bkj_veeam_restore_session, show_restore_session, bkj_veeam_restore_session);
    } else if (IS("stop_restore_session")) {
        ACT(bkj_veeam_stop_restore_session);
    } else if (IS("restore_session_events")) {
        ALL_OF(bkj_veeam_restore_session_event_list, show_restore_session_event,
               bkj_veeam_restore_session_events, "id");
    } else if (IS("iter_restore_session_events")) {
        EACH_OF(bkj_veeam_restore_session_event, show_restore_session_event,
                bkj_veeam_iter_restore_session_events, "id");
    } else if (IS("restore_session_statistics")) {
        struct bkj_veeam_restore_session_statistics *found = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status =
            id != NULL ? bkj_veeam_restore_session_statistics(client, id, &found, &failure) : NO_SENSE;
        SHOW(bkj_veeam_restore_session_statistics, show_restore_session_statistics);
    }
    return NOT_HERE;
}
