/* The five calls of Teradata's documentation, and tokens from a callback. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

static struct bkj_error *err;

struct vault {
    const char *token;
    int asked;
    int released;
};

static int32_t ask(void *userdata, char *buffer, size_t capacity)
{
    struct vault *vault = userdata;
    vault->asked++;
    if (vault->token == NULL) {
        snprintf(buffer, capacity, "the vault is sealed");
        return -1;
    }
    const size_t length = strlen(vault->token);
    if (length <= capacity) {
        memcpy(buffer, vault->token, length);
    }
    return (int32_t)length;
}

static void release(void *userdata)
{
    ((struct vault *)userdata)->released++;
}

static void documented(void)
{
    struct bkj_teradata *client = open_teradata();
    struct bkj_teradata_job_query *query = bkj_teradata_job_query_new();
    struct bkj_teradata_job_list *jobs = NULL;
    struct bkj_teradata_job *job = NULL;
    struct bkj_teradata_execution_list *of_site = NULL, *of_job = NULL;
    struct bkj_string *id = NULL;
    int64_t number = 0;

    CHECK_TEXT(bkj_teradata_site_id(client), sim("TERADATA_SITE_ID"));
    OK(bkj_teradata_login(client, &err));
    OK(bkj_teradata_job_query_set_is_active(query, 1, &err));
    OK(bkj_teradata_job_query_set_job_type(query, "BACKUP", &err));
    OK(bkj_teradata_job_query_set_page(query, 1, &err));
    OK(bkj_teradata_job_query_set_page_size(query, 2, &err));
    OK(bkj_teradata_jobs(client, query, &jobs, &err));
    CHECK(bkj_teradata_job_list_len(jobs) == 2);
    CHECK(bkj_teradata_job_job_type_code(bkj_teradata_job_list_at(jobs, 0)) == BKJ_TERADATA_JOB_TYPE_BACKUP);
    OK(bkj_teradata_job(client, sim("TERADATA_JOB"), &job, &err));
    CHECK_TEXT(bkj_teradata_job_job_id(job), sim("TERADATA_JOB"));
    CHECK(bkj_teradata_job_priority(job, &number));
    const struct bkj_teradata_job_settings *settings = bkj_teradata_job_job_settings(job);
    CHECK(bkj_teradata_job_settings_objects_len(settings) > 0);
    CHECK(bkj_teradata_object_selection_object_name(bkj_teradata_job_settings_objects_at(settings, 0)) != NULL);
    CHECK(bkj_teradata_job_settings_objects_at(settings, 1000) == NULL);

    OK(bkj_teradata_execute(client, sim("TERADATA_JOB"), "FULL", &id, &err));
    CHECK(bkj_string_value(id)[0] != '\0');
    OK(bkj_teradata_site_executions(client, &of_site, &err));
    OK(bkj_teradata_job_executions(client, sim("TERADATA_JOB"), &of_job, &err));
    CHECK(bkj_teradata_execution_list_len(of_site) >= bkj_teradata_execution_list_len(of_job));
    bool listed = false;
    for (size_t i = 0; i < bkj_teradata_execution_list_len(of_job); i++) {
        const struct bkj_teradata_execution *row = bkj_teradata_execution_list_at(of_job, i);
        CHECK_TEXT(bkj_teradata_execution_job_id(row), sim("TERADATA_JOB"));
        listed = listed || strcmp(bkj_teradata_execution_execution_id(row), bkj_string_value(id)) == 0;
    }
    CHECK(listed);
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_execute(client, sim("TERADATA_JOB"), "HALF", &id, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_job_query_set_page(query, INT64_C(1) << 40, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_job_query_set_is_active(query, 7, &err));

    bkj_error_free(err);
    err = NULL;
    bkj_string_free(id);
    bkj_teradata_execution_list_free(of_site);
    bkj_teradata_execution_list_free(of_job);
    bkj_teradata_job_free(job);
    bkj_teradata_job_list_free(jobs);
    bkj_teradata_job_query_free(query);
    bkj_teradata_free(client);
}

static void token_callback(void)
{
    struct bkj_client_options *options = trusting();
    struct bkj_teradata *client = NULL, *same = NULL;
    struct bkj_teradata_job *job = NULL;
    struct bkj_server *server = NULL;
    struct bkj_cancel_token *cancel = bkj_cancel_token_new();
    struct vault vault = {sim("TERADATA_TOKEN"), 0, 0};
    const char *url = sim("TERADATA_URL"), *site = sim("TERADATA_SITE_ID");

    OK(bkj_teradata_new_with_callback(url, site, ask, &vault, release, options, &client, &err));
    CHECK(vault.asked == 0);
    OK(bkj_teradata_job(client, sim("TERADATA_JOB"), &job, &err));
    bkj_teradata_job_free(job);
    job = NULL;
    CHECK(vault.asked == 1);
    OK(bkj_teradata_with_cancel(client, cancel, &same, &err));
    OK(bkj_teradata_server(same, &server, &err));
    bkj_cancel_token_free(cancel);
    bkj_teradata_free(client);
    bkj_teradata_free(same);
    CHECK(vault.released == 0);
    bkj_server_free(server);
    CHECK(vault.released == 1);

    /* The userdata is given back even when there will be no client. */
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_new_with_callback(url, site, NULL, &vault, release, options, &client, &err));
    CHECK(vault.released == 2);
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_new_with_callback(NULL, site, ask, &vault, release, options, &client, &err));
    CHECK(vault.released == 3);

    vault.token = NULL;
    bkj_error_free(err);
    err = NULL;
    OK(bkj_teradata_new_with_callback(url, site, ask, &vault, NULL, options, &client, &err));
    FAILS(BKJ_ERR_UNAUTHENTICATED, bkj_teradata_job(client, sim("TERADATA_JOB"), &job, &err));
    CHECK_HAS(bkj_error_line(err), "the vault is sealed");
    CHECK(job == NULL);
    bkj_error_free(err);
    err = NULL;
    bkj_teradata_free(client);
    bkj_client_options_free(options);
    CHECK(vault.released == 3);
}

int main(void)
{
    control("/reset", "");
    documented();
    token_callback();
    return finish("teradata");
}
