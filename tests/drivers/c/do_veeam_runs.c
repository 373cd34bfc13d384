/* veeam.*: job sessions and what they did. */
#include "driver.h"

#include <string.h>

static bkj_status iterate(struct command *command)
{
    struct bkj_veeam_job_session_iter *iter = NULL;
    struct bkj_veeam_session_query *spec = bkj_veeam_session_query_new();
    bkj_status status = BKJ_OK;
    SET_ID(bkj_veeam_session_query, job_id);
    SET_TEXT(bkj_veeam_session_query, job_type);
    SET_TEXT(bkj_veeam_session_query, status);
    SET_TIME(bkj_veeam_session_query, end_time_lower_bound);
    SET_TIME(bkj_veeam_session_query, end_time_upper_bound);
    SET(bkj_veeam_iter_job_sessions(veeam, spec, &iter, &failure));
    bkj_veeam_session_query_free(spec);
    SOME(bkj_veeam_job_session, show_job_session);
}

static bkj_status newest(struct command *command, bool of_one_job)
{
    struct bkj_veeam_job_session_list *list = NULL;
    const char *job = of_one_job ? id_of(command, "job_id") : NULL;
    const size_t limit = (size_t)number(command, "limit", 0);
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    const bkj_status status = of_one_job ? bkj_veeam_job_sessions(veeam, job, limit, &list, &failure)
                                         : bkj_veeam_all_job_sessions(veeam, limit, &list, &failure);
    LIST(bkj_veeam_job_session_list, show_job_session);
}

static bkj_status iterate_log(struct command *command)
{
    const char *session = id_of(command, "session_id");
    if (session == NULL) {
        return NO_SENSE;
    }
    struct bkj_veeam_log_item_iter *iter = NULL;
    struct bkj_veeam_log_item_query *spec = bkj_veeam_log_item_query_new();
    bkj_status status = BKJ_OK;
    SET_TEXT(bkj_veeam_log_item_query, kind);
    SET_FLAG(bkj_veeam_log_item_query, ascending);
    SET(bkj_veeam_iter_log_items(veeam, session, spec, &iter, &failure));
    bkj_veeam_log_item_query_free(spec);
    SOME(bkj_veeam_log_item, show_log_item);
}

bkj_status veeam_runs(struct command *command, const char *verb)
{
    const struct bkj_veeam *client = veeam;
    if (IS("job_sessions") || IS("all_job_sessions")) {
        return newest(command, IS("job_sessions"));
    } else if (IS("iter_job_sessions")) {
        return iterate(command);
    } else if (IS("job_session")) {
        GET(bkj_veeam_job_session, show_job_session, bkj_veeam_job_session);
    } else if (IS("processed_objects")) {
        ALL_OF(bkj_veeam_processed_object_list, show_processed_object, bkj_veeam_processed_objects, "session_id");
    } else if (IS("iter_processed_objects")) {
        EACH_OF(bkj_veeam_processed_object, show_processed_object, bkj_veeam_iter_processed_objects, "session_id");
    } else if (IS("log_items")) {
        ALL_OF(bkj_veeam_log_item_list, show_log_item, bkj_veeam_log_items, "session_id");
    } else if (IS("iter_log_items")) {
        return iterate_log(command);
    } else if (IS("log_item")) {
        struct bkj_veeam_log_item *found = NULL;
        const char *session = id_of(command, "session_id"), *id = id_of(command, "id");
        if (command->trouble != NULL) {
            return NO_SENSE;
        }
        const bkj_status status = bkj_veeam_log_item(client, session, id, &found, &failure);
        ONE(bkj_veeam_log_item, show_log_item, id);
    }
    return NOT_HERE;
}
