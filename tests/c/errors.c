/* What an error object says for each kind of bad input and bad answer; and that it never says a secret. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

/* Stands in every password and token of this program, and in no text that may come back. */
#define CANARY "C4nary-s3cret!"

static struct bkj_error *err;

/* Everything an error can say, checked for the secret. */
static void check_error(const char *operation, const char *message)
{
    const char *texts[] = {
        bkj_error_operation(err), bkj_error_server(err), bkj_error_message(err), bkj_error_remedy(err),
        bkj_error_vendor_code(err), bkj_error_vendor_message(err), bkj_error_line(err), bkj_error_detail(err),
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        CHECK(texts[i] == NULL || strstr(texts[i], CANARY) == NULL);
        CHECK(texts[i] == NULL || strstr(texts[i], sim("VEEAM_PASSWORD")) == NULL);
    }
    CHECK_TEXT(bkj_error_operation(err), operation);
    CHECK_HAS(bkj_error_message(err), message);
    CHECK(bkj_error_remedy(err)[0] != '\0');
    CHECK_HAS(bkj_error_line(err), bkj_error_message(err));
    CHECK_HAS(bkj_error_line(err), bkj_error_remedy(err));
    CHECK_HAS(bkj_error_detail(err), "Error");
    CHECK(strchr(bkj_error_line(err), '\n') == NULL);
}

/* The search finds what is there: an id is shown, so one that is a secret gets out. */
static void a_planted_leak(void)
{
    struct bkj_veeam *client = open_veeam(BKJ_VEEAM_DIALECT_V6);
    struct bkj_veeam_job *job = NULL;
    const char *planted[] = {CANARY, sim("VCENTER_PASSWORD"), sim("TERADATA_TOKEN")};
    for (size_t i = 0; i < sizeof planted / sizeof planted[0]; i++) {
        CHECK(bkj_veeam_job(client, planted[i], &job, &err) == BKJ_ERR_INVALID_ARGUMENT);
        CHECK(leaks(err));
        bkj_error_free(err);
        err = NULL;
    }
    bkj_veeam_free(client);
}

static void before_any_request(void)
{
    struct bkj_veeam *client = open_veeam(BKJ_VEEAM_DIALECT_V6), *other = NULL;
    struct bkj_vcenter *vcenter = open_vcenter();
    struct bkj_veeam_job *job = NULL;
    struct bkj_veeam_explore_options *explore = NULL;
    struct bkj_veeam_backup_window *window = NULL;
    struct bkj_vcenter_backup_request *request = NULL;
    struct bkj_vcenter_backup_job_status *status = NULL;
    struct bkj_client_options *options = bkj_client_options_new();
    uint8_t hours[168] = {0};
    int64_t http = -7;

    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_job(client, "no-uuid", &job, &err));
    check_error("veeam.job", "'no-uuid' is no job id");
    CHECK(job == NULL);
    CHECK(!bkj_error_http_status(err, &http) && http == -7);
    CHECK(!bkj_error_is_retryable(err) && !bkj_error_may_have_taken_effect(err));
    CHECK(!bkj_error_retry_after_ms(err, &http));

    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_explore_options_new("yesterday", "vex", &explore, &err));
    CHECK_HAS(bkj_error_message(err), "'yesterday' is not a time");
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_backup_window_new(hours, 167, 0, &window, &err));
    CHECK_HAS(bkj_error_message(err), "168 hours, not 167");
    CHECK(window == NULL && explore == NULL);

    CHECK(bkj_vcenter_backup_request_new("FTP", "ftp://h/d", &request, NULL) == BKJ_OK);
    CHECK(bkj_vcenter_backup_request_set_backup_password(request, CANARY "-and-much-too-long", NULL) == BKJ_OK);
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_vcenter_create_backup_job(vcenter, request, &status, &err));
    check_error("vcenter.create_backup_job", "the backup password breaks the policy");

    FAILS(BKJ_ERR_CONFIG, bkj_veeam_new("vb365.example:4443", 6, "user", CANARY, NULL, &other, &err));
    check_error("veeam.new", "");
    FAILS(BKJ_ERR_CONFIG, bkj_veeam_new("ftp://vb365.example", 6, "user", CANARY, NULL, &other, &err));
    check_error("veeam.new", "");
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_new("https://h", 9, "user", CANARY, NULL, &other, &err));
    check_error("veeam.new", "'version' is 9");
    FAILS(BKJ_ERR_CONFIG, bkj_client_options_set_trust_pin(options, "abc", &err));
    CHECK_HAS(bkj_error_message(err), "64 hex digits");
    CHECK(bkj_client_options_set_trust_ca_file(options, "/nowhere/ca.pem", NULL) == BKJ_OK);
    FAILS(BKJ_ERR_CONFIG, bkj_veeam_new("https://h", 6, "user", CANARY, options, &other, &err));
    check_error("veeam.new", "/nowhere/ca.pem");
    CHECK(bkj_client_options_set_trust_ca_pem(options, "hello", 5, NULL) == BKJ_OK);
    FAILS(BKJ_ERR_CONFIG, bkj_veeam_new("https://h", 6, "user", CANARY, options, &other, &err));
    check_error("veeam.new", "holds no certificate");
    CHECK(other == NULL);

    /* What is not UTF-8 is refused, and not shown: it may be a secret. */
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_new("https://h", 6, "user", CANARY "\xff", NULL, &other, &err));
    check_error("veeam.new", "'password' is not UTF-8");
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_job(client, "\xc3\x28", &job, &err));
    check_error("veeam.job", "'id' is not UTF-8");
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_job(client, NULL, &job, &err));
    check_error("veeam.job", "'id' is NULL");
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_job(NULL, "x", &job, &err));
    check_error("veeam.job", "'client' is NULL");
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_job(client, "x", NULL, &err));
    check_error("veeam.job", "'out', where the result goes, is NULL");

    /* Nobody has to take the error object. */
    CHECK(bkj_veeam_job(client, "no-uuid", &job, NULL) == BKJ_ERR_INVALID_ARGUMENT);
    CHECK(bkj_veeam_login(NULL, NULL) == BKJ_ERR_INVALID_ARGUMENT);

    bkj_error_free(err);
    err = NULL;
    bkj_vcenter_backup_request_free(request);
    bkj_client_options_free(options);
    bkj_vcenter_free(vcenter);
    bkj_veeam_free(client);
}

static void bad_connections(void)
{
    struct bkj_client_options *options = bkj_client_options_new();
    struct bkj_veeam *client = NULL;
    CHECK(bkj_client_options_set_retry_none(options, NULL) == BKJ_OK);

    CHECK(bkj_veeam_new("https://127.0.0.1:1", 6, "user", CANARY, options, &client, NULL) == BKJ_OK);
    FAILS(BKJ_ERR_UNREACHABLE, bkj_veeam_login(client, &err));
    check_error("veeam.login", "no connection");
    CHECK_TEXT(bkj_error_server(err), "https://127.0.0.1:1");
    CHECK(bkj_error_is_retryable(err) && !bkj_error_may_have_taken_effect(err));
    bkj_veeam_free(client);

    CHECK(bkj_veeam_new("https://no-such-host.invalid", 6, "user", CANARY, options, &client, NULL) == BKJ_OK);
    FAILS(BKJ_ERR_UNREACHABLE, bkj_veeam_login(client, &err));
    check_error("veeam.login", "no connection");
    bkj_veeam_free(client);

    /* The system does not know the simulator's authority. */
    CHECK(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), CANARY, options, &client, NULL) == BKJ_OK);
    FAILS(BKJ_ERR_TLS, bkj_veeam_login(client, &err));
    check_error("veeam.login", "not signed by a trusted authority");
    CHECK_HAS(bkj_error_remedy(err), "CA file");
    bkj_veeam_free(client);

    /* The right pin, and a wrong one. */
    CHECK(bkj_client_options_set_trust_pin(options, sim("LEAF_SHA256"), NULL) == BKJ_OK);
    CHECK(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options, &client, NULL) == BKJ_OK);
    CHECK(bkj_veeam_login(client, NULL) == BKJ_OK);
    bkj_veeam_free(client);
    CHECK(bkj_client_options_set_trust_pin(options, "00000000000000000000000000000000000000000000000000000000000000ff", NULL) == BKJ_OK);
    CHECK(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), CANARY, options, &client, NULL) == BKJ_OK);
    FAILS(BKJ_ERR_TLS, bkj_veeam_login(client, &err));
    check_error("veeam.login", "not the pinned one");
    bkj_veeam_free(client);
    CHECK(bkj_client_options_set_trust_insecure(options, NULL) == BKJ_OK);
    CHECK(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options, &client, NULL) == BKJ_OK);
    CHECK(bkj_veeam_login(client, NULL) == BKJ_OK);
    bkj_veeam_free(client);
    bkj_client_options_free(options);
    bkj_error_free(err);
    err = NULL;
}

static void bad_answers(void)
{
    struct bkj_veeam *client = open_veeam(BKJ_VEEAM_DIALECT_V5), *stranger = NULL;
    struct bkj_client_options *options = trusting();
    struct bkj_veeam_job *job = NULL;
    struct bkj_veeam_job_list *jobs = NULL;
    int64_t http = 0;

    CHECK(bkj_veeam_login(client, NULL) == BKJ_OK);
    control("/faults", "{\"system\":\"veeam\",\"path\":\"/Jobs\",\"action\":{\"kind\":\"body\",\"body\":\"<html>hello " CANARY "</html>\",\"content_type\":\"text/html\"}}");
    FAILS(BKJ_ERR_PROTOCOL, bkj_veeam_jobs(client, &jobs, &err));
    CHECK_TEXT(bkj_error_operation(err), "veeam.jobs");
    CHECK(jobs == NULL);

    FAILS(BKJ_ERR_NOT_FOUND, bkj_veeam_job(client, "00000000-0000-0000-0000-000000000001", &job, &err));
    check_error("veeam.job", "");
    CHECK(bkj_error_http_status(err, &http) && http == 404);
    CHECK(bkj_error_vendor_message(err) != NULL);

    CHECK(bkj_veeam_new(sim("VEEAM_URL"), 5, sim("VEEAM_USERNAME"), CANARY, options, &stranger, NULL) == BKJ_OK);
    FAILS(BKJ_ERR_UNAUTHENTICATED, bkj_veeam_login(stranger, &err));
    check_error("veeam.login", "");
    CHECK(bkj_error_http_status(err, &http) && http == 400);

    /* A server that repeats the password back. */
    control("/faults", "{\"system\":\"veeam\",\"path\":\"/Token\",\"action\":{\"kind\":\"status\",\"status\":400,\"body\":\"{\\\"error\\\":\\\"invalid_grant\\\",\\\"error_description\\\":\\\"no user with " CANARY "\\\"}\"}}");
    FAILS(BKJ_ERR_UNAUTHENTICATED, bkj_veeam_login(stranger, &err));
    check_error("veeam.login", "no user with");

    /* A 401 that says nothing at all, twice: a new token does not help. */
    control("/faults", "{\"system\":\"veeam\",\"path\":\"/Jobs\",\"times\":0,\"action\":{\"kind\":\"status\",\"status\":401,\"body\":\"\"}}");
    FAILS(BKJ_ERR_UNAUTHENTICATED, bkj_veeam_jobs(client, &jobs, &err));
    check_error("veeam.jobs", "");
    CHECK(bkj_error_http_status(err, &http) && http == 401);
    CHECK(bkj_error_vendor_message(err) == NULL && bkj_error_vendor_code(err) == NULL);
    control_request("DELETE", "/faults", "");

    bkj_error_free(err);
    err = NULL;
    bkj_client_options_free(options);
    bkj_veeam_free(stranger);
    bkj_veeam_free(client);
}

static void versions(void)
{
    char text[16];
    const int number = BKJ_VERSION_NUMBER;
    snprintf(text, sizeof text, "%d.%d.%d", number >> 16, number >> 8 & 0xFF, number & 0xFF);
    CHECK_TEXT(BKJ_VERSION, text);
    CHECK_TEXT(bkj_version(), BKJ_VERSION);
    CHECK(bkj_version_number() == BKJ_VERSION_NUMBER);
}

static void own_errors_and_names(void)
{
    struct bkj_error *own = bkj_error_new(BKJ_ERR_CONFIG, "no profile of that name");
    CHECK_TEXT(bkj_error_line(own), "config: no profile of that name; correct the configuration");
    CHECK(bkj_error_kind(own) == BKJ_ERR_CONFIG);
    bkj_error_free(own);
    CHECK(bkj_error_new(BKJ_OK, "x") == NULL && bkj_error_new(4711, "x") == NULL);
    CHECK_TEXT(bkj_status_name(BKJ_OK), "ok");
    CHECK_TEXT(bkj_status_name(BKJ_ERR_OUTCOME_UNKNOWN), "outcome_unknown");
    CHECK(bkj_status_name(4711) == NULL && bkj_status_remedy(BKJ_OK) == NULL);
    CHECK_HAS(bkj_status_remedy(BKJ_ERR_TLS), "CA file");
    CHECK_TEXT(bkj_level_name(BKJ_LEVEL_CRITICAL), "critical");
    CHECK(bkj_level_from_name("critical") == BKJ_LEVEL_CRITICAL && bkj_level_from_name("bad") == BKJ_ABSENT);
    CHECK_TEXT(bkj_vcenter_process_state_word(BKJ_VCENTER_PROCESS_STATE_SUCCEEDED), "SUCCEEDED");
    CHECK(bkj_vcenter_process_state_from_word("succeeded") == BKJ_VCENTER_PROCESS_STATE_SUCCEEDED);
    CHECK(bkj_vcenter_process_state_from_word("SPLENDID") == BKJ_VCENTER_PROCESS_STATE_UNKNOWN);
    int64_t ms = -7;
    CHECK(!bkj_time_unix_ms(NULL, &ms) && !bkj_time_unix_ms("soon", &ms) && ms == -7);
    CHECK(bkj_time_unix_ms("2025-03-01T22:00:00.1239999Z", &ms) && ms == INT64_C(1740866400123));
}

int main(void)
{
    control("/reset", "");
    a_planted_leak();
    before_any_request();
    bad_connections();
    bad_answers();
    versions();
    own_errors_and_names();
    return finish("errors");
}
