/* teradata.*: the calls of a Teradata client. */
#include "driver.h"

#include <string.h>

static bkj_status teradata_jobs(struct command *command, bool each)
{
    struct bkj_teradata_job_list *list = NULL;
    struct bkj_teradata_job_iter *iter = NULL;
    struct bkj_teradata_job_query *query = bkj_teradata_job_query_new();
    bkj_status status = bkj_teradata_job_query_set_is_active(query, flag(command, "is_active"), &failure);
    if (status == BKJ_OK) {
        status = bkj_teradata_job_query_set_job_type(query, get(command, "job_type"), &failure);
    }
    if (status == BKJ_OK && get(command, "page") != NULL) {
        status = bkj_teradata_job_query_set_page(query, (int64_t)number(command, "page", 0), &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_teradata_job_query_set_page_size(query, (uint32_t)number(command, "page_size", 0), &failure);
    }
    if (status == BKJ_OK) {
        status = command->trouble != NULL ? NO_SENSE
            : each ? bkj_teradata_iter_jobs(teradata, query, &iter, &failure)
                   : bkj_teradata_jobs(teradata, query, &list, &failure);
    }
    bkj_teradata_job_query_free(query);
    if (each) {
        SOME(bkj_teradata_job, show_teradata_job);
    }
    LIST(bkj_teradata_job_list, show_teradata_job);
}

bkj_status found_id(bkj_status status, const char *what, struct bkj_string *id)
{
    if (status == BKJ_OK && id != NULL) {
        line(what, bkj_string_value(id));
        remember_id(bkj_string_value(id));
    }
    bkj_string_free(id);
    return status;
}

bkj_status teradata_command(struct command *command, const char *verb)
{
    const struct bkj_teradata *client = teradata;
    if (client == NULL) {
        return NO_SENSE;
    } else if (IS("login")) {
        return bkj_teradata_login(client, &failure);
    } else if (IS("jobs") || IS("iter_jobs")) {
        return teradata_jobs(command, IS("iter_jobs"));
    } else if (IS("job")) {
        struct bkj_teradata_job *found = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status = id != NULL ? bkj_teradata_job(client, id, &found, &failure) : NO_SENSE;
        ONE(bkj_teradata_job, show_teradata_job, job_id);
    } else if (IS("execute")) {
        struct bkj_string *found = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status =
            id != NULL ? bkj_teradata_execute(client, id, get(command, "run_type"), &found, &failure) : NO_SENSE;
        return found_id(status, "execution_id", found);
    } else if (IS("site_executions")) {
        ALL(bkj_teradata_execution_list, show_execution, bkj_teradata_site_executions);
    } else if (IS("iter_site_executions")) {
        struct bkj_teradata_execution_iter *iter = NULL;
        bkj_status status = bkj_teradata_iter_site_executions(client, &iter, &failure);
        SOME(bkj_teradata_execution, show_execution);
    } else if (IS("job_executions")) {
        struct bkj_teradata_execution_list *list = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status = id != NULL ? bkj_teradata_job_executions(client, id, &list, &failure) : NO_SENSE;
        LIST(bkj_teradata_execution_list, show_execution);
    } else if (IS("iter_job_executions")) {
        struct bkj_teradata_execution_iter *iter = NULL;
        const char *id = id_of(command, "id");
        bkj_status status = id != NULL ? bkj_teradata_iter_job_executions(client, id, &iter, &failure) : NO_SENSE;
        SOME(bkj_teradata_execution, show_execution);
    }
    return teradata_restores(command, verb);
}
