/* Both products of Teradata: jobs, executions, objects, restores, and every source of a token. */
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

static void objects(void)
{
    struct bkj_teradata *client = open_teradata();
    struct bkj_teradata_objects_preparation *preparation = NULL;
    struct bkj_teradata_backup_object_list *list = NULL;
    struct bkj_teradata_backup_object_iter *iter = NULL;
    struct bkj_teradata_backup_object *row = NULL;
    struct bkj_string *id = NULL;
    int64_t bytes = 0;

    FAILS(BKJ_ERR_CONFLICT, bkj_teradata_backup_objects(client, "71", "905", &list, &err));
    OK(bkj_teradata_prepare_objects(client, "71", "905", &id, &err));
    CHECK_TEXT(bkj_string_value(id), "301");
    OK(bkj_teradata_objects_preparation(client, &preparation, &err));
    CHECK(bkj_teradata_objects_preparation_phase(preparation) == BKJ_PHASE_RUNNING);
    CHECK(bkj_teradata_objects_preparation_outcome(preparation) == BKJ_ABSENT);
    bkj_teradata_objects_preparation_free(preparation);
    preparation = NULL;
    control("/clock", "{\"advance_s\":30}");
    OK(bkj_teradata_objects_preparation(client, &preparation, &err));
    CHECK_TEXT(bkj_teradata_objects_preparation_status(preparation), "SUCCESSFUL");
    CHECK_HAS(bkj_teradata_objects_preparation_details(preparation), "301");
    CHECK_TEXT(bkj_teradata_objects_preparation_extra_json(preparation), "{}");
    CHECK(bkj_teradata_objects_preparation_outcome(preparation) == BKJ_OUTCOME_SUCCESS);

    OK(bkj_teradata_backup_objects(client, "71", "905", &list, &err));
    CHECK(bkj_teradata_backup_object_list_len(list) == 12);
    const struct bkj_teradata_backup_object *first = bkj_teradata_backup_object_list_at(list, 0);
    CHECK_TEXT(bkj_teradata_backup_object_object_name(first), "SALES");
    CHECK_TEXT(bkj_teradata_backup_object_object_type(first), "DATABASE");
    CHECK_TEXT(bkj_teradata_backup_object_parent_name(first), "DBC");
    CHECK(bkj_teradata_backup_object_byte_count(first, &bytes) && bytes > 0);
    CHECK(bkj_teradata_backup_object_list_at(list, 12) == NULL);

    OK(bkj_teradata_iter_backup_objects(client, "71", "905", &iter, &err));
    size_t rows = 0;
    for (bool more = true; more; rows += more) {
        OK(bkj_teradata_backup_object_iter_next(iter, &row, &err));
        more = row != NULL;
        bkj_teradata_backup_object_free(row);
        row = NULL;
    }
    CHECK(rows == 12);
    bkj_teradata_backup_object_iter_free(iter);
    bkj_teradata_backup_object_list_free(list);
    bkj_teradata_objects_preparation_free(preparation);
    bkj_string_free(id);
    bkj_error_free(err);
    err = NULL;
    bkj_teradata_free(client);
}

/* After objects(): what it prepared is restored. */
static void restores(void)
{
    struct bkj_teradata *client = open_teradata();
    struct bkj_teradata_restore_request *request = NULL;
    struct bkj_teradata_object_selection *object = NULL;
    struct bkj_teradata_backup_object_list *list = NULL;
    struct bkj_teradata_execution_list *of_site = NULL, *of_backup = NULL;
    struct bkj_teradata_execution *restore = NULL;
    struct bkj_string *id = NULL;
    const char *user = sim("TERADATA_USERNAME"), *password = sim("TERADATA_PASSWORD");

    OK(bkj_teradata_restore_request_new("rollback", sim("TERADATA_SITE_ID"), user, "wrong", &request, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_create_restore(client, "71", "905", request, &id, &err));
    CHECK_HAS(bkj_error_message(err), "names no object");
    OK(bkj_teradata_object_selection_new("SALES", "DATABASE", &object, &err));
    OK(bkj_teradata_object_selection_set_parent(object, "DBC", "DATABASE", &err));
    OK(bkj_teradata_object_selection_set_rename_to(object, "SALES_OLD", &err));
    OK(bkj_teradata_object_selection_add_exclude(object, "SALES_TMP", "DATABASE", &err));
    CHECK(bkj_teradata_object_selection_exclude_objects_len(object) == 1);
    OK(bkj_teradata_restore_request_add_object(request, object, &err));
    bkj_teradata_object_selection_free(object);
    OK(bkj_teradata_backup_objects(client, "71", "905", &list, &err));
    OK(bkj_teradata_restore_request_add_backup_object(request, bkj_teradata_backup_object_list_at(list, 1), &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_restore_request_add_backup_object(request, NULL, &err));
    bkj_teradata_backup_object_list_free(list);
    OK(bkj_teradata_restore_request_set_skip_statstics(request, true, &err));
    FAILS(BKJ_ERR_UNAUTHENTICATED, bkj_teradata_create_restore(client, "71", "905", request, &id, &err));
    CHECK(id == NULL);
    OK(bkj_teradata_restore_request_set_credentials(request, user, password, &err));
    OK(bkj_teradata_create_restore(client, "71", "905", request, &id, &err));
    CHECK(bkj_string_value(id) != NULL);

    OK(bkj_teradata_restore(client, "71", "905", bkj_string_value(id), &restore, &err));
    CHECK_TEXT(bkj_teradata_execution_execution_name(restore), "rollback");
    CHECK(bkj_teradata_execution_job_type_code(restore) == BKJ_TERADATA_JOB_TYPE_RESTORE);
    CHECK(bkj_teradata_execution_phase(restore) == BKJ_PHASE_RUNNING);
    CHECK(bkj_teradata_execution_outcome(restore) == BKJ_ABSENT);
    OK(bkj_teradata_site_restores(client, &of_site, &err));
    OK(bkj_teradata_execution_restores(client, "71", "905", &of_backup, &err));
    CHECK(bkj_teradata_execution_list_len(of_backup) == 1 && bkj_teradata_execution_list_len(of_site) == 2);
    FAILS(BKJ_ERR_NOT_FOUND, bkj_teradata_execution_restores(client, "71", "4711", &of_backup, &err));

    bkj_error_free(err);
    err = NULL;
    bkj_teradata_execution_list_free(of_site);
    bkj_teradata_execution_list_free(of_backup);
    bkj_teradata_execution_free(restore);
    bkj_teradata_restore_request_free(request);
    bkj_string_free(id);
    bkj_teradata_free(client);
}

static void permissions_and_databases(void)
{
    struct bkj_teradata *client = open_teradata();
    struct bkj_teradata_restore_permissions_request *request = bkj_teradata_restore_permissions_request_new();
    struct bkj_teradata_restore_permissions *permissions = NULL;
    struct bkj_teradata_database_list *databases = NULL;

    OK(bkj_teradata_restore_permissions(client, NULL, &permissions, &err));
    CHECK(bkj_teradata_restore_permissions_permitted(permissions) == 1);
    bkj_teradata_restore_permissions_free(permissions);
    permissions = NULL;
    OK(bkj_teradata_restore_permissions_request_set_members_json(request, "{\"objects\":[]}", &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_restore_permissions_request_set_members_json(request, "[]", &err));
    OK(bkj_teradata_restore_permissions_request_set_credentials(request, "somebody", "wrong", &err));
    OK(bkj_teradata_restore_permissions(client, request, &permissions, &err));
    CHECK(bkj_teradata_restore_permissions_permitted(permissions) == 0);
    CHECK_HAS(bkj_teradata_restore_permissions_details(permissions), "may not restore");
    OK(bkj_teradata_databases(client, &databases, &err));
    CHECK(bkj_teradata_database_list_len(databases) == 13);
    CHECK_TEXT(bkj_teradata_database_name(bkj_teradata_database_list_at(databases, 0)), "AUDIT");

    bkj_error_free(err);
    err = NULL;
    bkj_teradata_database_list_free(databases);
    bkj_teradata_restore_permissions_free(permissions);
    bkj_teradata_restore_permissions_request_free(request);
    bkj_teradata_free(client);
}

/* One job through a client of this source, which is then freed; the client goes on. */
static void reads(struct bkj_teradata_token_source *source, bool lake)
{
    struct bkj_client_options *options = trusting();
    struct bkj_teradata *client = NULL;
    struct bkj_teradata_job *job = NULL;
    const char *url = sim("TERADATA_URL");
    if (lake) {
        OK(bkj_teradata_new_lake(url, sim("TERADATA_ACCOUNT_ID"), source, false, options, &client, &err));
    } else {
        OK(bkj_teradata_new_with_source(url, sim("TERADATA_SITE_ID"), source, options, &client, &err));
    }
    bkj_teradata_token_source_free(source);
    CHECK(bkj_teradata_dialect(client) == (lake ? BKJ_TERADATA_DIALECT_LAKE : BKJ_TERADATA_DIALECT_ENTERPRISE));
    CHECK_TEXT(bkj_teradata_account_id(client), lake ? sim("TERADATA_ACCOUNT_ID") : "");
    OK(bkj_teradata_job(client, sim("TERADATA_JOB"), &job, &err));
    CHECK_TEXT(bkj_teradata_job_job_id(job), sim("TERADATA_JOB"));
    if (lake) {
        struct bkj_string *id = NULL;
        FAILS(BKJ_ERR_UNSUPPORTED, bkj_teradata_execute(client, sim("TERADATA_JOB"), NULL, &id, &err));
        CHECK_HAS(bkj_error_remedy(err), "allow_unverified");
        bkj_error_free(err);
        err = NULL;
    }
    bkj_teradata_job_free(job);
    bkj_teradata_free(client);
    bkj_client_options_free(options);
}

static void token_sources(void)
{
    struct bkj_teradata_token_source *source = NULL;
    char endpoint[256];
    const char *const argv[] = {"printf", "%s", sim("TERADATA_TOKEN")};
    struct vault vault = {sim("TERADATA_TOKEN"), 0, 0};

    OK(bkj_teradata_token_source_static(sim("TERADATA_TOKEN"), &source, &err));
    reads(source, false);
    OK(bkj_teradata_token_source_callback(ask, &vault, release, &source, &err));
    reads(source, false);
    CHECK(vault.asked == 1 && vault.released == 1);
    OK(bkj_teradata_token_source_command(argv, 3, 0, &source, &err));
    reads(source, false);
    snprintf(endpoint, sizeof endpoint, "%s%s", sim("TERADATA_URL"), sim("TERADATA_TOKEN_PATH"));
    OK(bkj_teradata_token_source_client_credentials(endpoint, sim("TERADATA_CLIENT_ID"), sim("TERADATA_CLIENT_SECRET"),
                                                    NULL, &source, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_token_source_set_lifetime_ms(source, 60000, &err));
    reads(source, false);
    OK(bkj_teradata_token_source_basic(sim("TERADATA_USERNAME"), sim("TERADATA_PASSWORD"), &source, &err));
    reads(source, false);
    OK(bkj_teradata_token_source_lake_jwt(sim("TERADATA_PERSONAL_ACCESS_TOKEN"), sim("TERADATA_PRIVATE_KEY"),
                                          sim("TERADATA_KEY_NAME"), sim("TERADATA_USERNAME"),
                                          sim("TERADATA_ORGANIZATION"), &source, &err));
    OK(bkj_teradata_token_source_set_organization_claim(source, BKJ_TERADATA_ORGANIZATION_CLAIM_ORG_ID, &err));
    OK(bkj_teradata_token_source_set_lifetime_ms(source, 120000, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_teradata_token_source_set_organization_claim(source, 7, &err));
    bkj_error_free(err);
    err = NULL;
    reads(source, true);
}

int main(void)
{
    control("/reset", "");
    documented();
    token_callback();
    objects();
    restores();
    permissions_and_databases();
    token_sources();
    return finish("teradata");
}
