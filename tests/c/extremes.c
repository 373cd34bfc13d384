/* The largest and the smallest numbers that setters take, used: no overflow, no endless call, no huge allocation. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

static struct bkj_error *err;

static int32_t enough(void *userdata, const struct bkj_progress *progress)
{
    (void)userdata;
    return bkj_progress_polls(progress) > 0;
}

static struct bkj_client_options *options_of(uint64_t ms, size_t bytes, uint32_t count)
{
    struct bkj_client_options *options = trusting();
    OK(bkj_client_options_set_connect_timeout_ms(options, ms, &err));
    OK(bkj_client_options_set_request_timeout_ms(options, ms, &err));
    OK(bkj_client_options_set_retry_total_ms(options, ms, &err));
    OK(bkj_client_options_set_retry_cap_ms(options, ms, &err));
    OK(bkj_client_options_set_max_body(options, bytes, &err));
    OK(bkj_client_options_set_max_concurrency(options, count, &err));
    OK(bkj_client_options_set_retry_budget(options, count, &err));
    OK(bkj_client_options_set_retry_attempts(options, count, &err));
    return options;
}

static void the_largest(void)
{
    struct bkj_client_options *options = options_of(UINT64_MAX, SIZE_MAX, UINT32_MAX);
    struct bkj_teradata *client = NULL;
    struct bkj_server *server = NULL;
    struct bkj_run_list *runs = NULL;
    struct bkj_started *started = NULL;
    struct bkj_run *run = NULL;
    struct bkj_verdict *verdict = NULL;
    struct bkj_start_options *start = bkj_start_options_new();
    struct bkj_wait_options *wait = bkj_wait_options_new();
    struct bkj_policy *policy = bkj_policy_new();
    const char *job = sim("TERADATA_JOB");
    OK(bkj_teradata_new(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"), sim("TERADATA_TOKEN"), options, &client, &err));
    OK(bkj_teradata_server(client, &server, &err));
    OK(bkj_server_runs(server, job, SIZE_MAX, &runs, &err));
    CHECK(bkj_run_list_len(runs) > 0 && bkj_run_list_at(runs, SIZE_MAX) == NULL);

    /* The first pause of a retry stays short, whatever the others could be. */
    control("/faults", "{\"system\":\"teradata\",\"times\":1,\"action\":{\"kind\":\"status\",\"status\":503}}");
    bkj_run_list_free(runs);
    OK(bkj_server_runs(server, job, 1, &runs, &err));

    OK(bkj_start_options_set_settle_ms(start, UINT64_MAX, &err));
    OK(bkj_start_options_set_look_every_ms(start, UINT64_MAX, &err));
    OK(bkj_server_start(server, job, start, &started, &err));
    OK(bkj_wait_options_set_deadline_ms(wait, UINT64_MAX, &err));
    OK(bkj_wait_options_set_poll_min_ms(wait, UINT64_MAX, &err));
    OK(bkj_wait_options_set_poll_max_ms(wait, UINT64_MAX, &err));
    OK(bkj_wait_options_set_unreachable_ms(wait, UINT64_MAX, &err));
    FAILS(BKJ_ERR_CANCELLED,
        bkj_server_wait(server, job, bkj_run_id(bkj_started_run(started)), wait, enough, NULL, &run, &err));

    OK(bkj_policy_set_max_age_ms(policy, INT64_MAX, NULL));
    OK(bkj_policy_set_max_running_ms(policy, INT64_MAX, NULL));
    bkj_error_free(err);
    err = NULL;
    OK(bkj_server_check(server, job, policy, &verdict, &err));
    CHECK(bkj_verdict_reason(verdict) != NULL);

    bkj_verdict_free(verdict);
    bkj_policy_free(policy);
    bkj_wait_options_free(wait);
    bkj_start_options_free(start);
    bkj_started_free(started);
    bkj_run_list_free(runs);
    bkj_server_free(server);
    bkj_teradata_free(client);
    bkj_client_options_free(options);
}

/* No time at all is a time that has passed. */
static void the_smallest(void)
{
    struct bkj_client_options *options = options_of(0, 1, 1);
    struct bkj_veeam *client = NULL;
    struct bkj_server *server = NULL;
    struct bkj_run *run = NULL;
    struct bkj_wait_options *wait = bkj_wait_options_new();
    const bkj_status status =
        bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options, &client, &err);
    CHECK(status == BKJ_OK || status == BKJ_ERR_CONFIG);
    if (client != NULL) {
        const bkj_status login = bkj_veeam_login(client, NULL);
        CHECK(login == BKJ_ERR_TIMEOUT || login == BKJ_ERR_UNREACHABLE || login == BKJ_ERR_PROTOCOL);
    }
    bkj_error_free(err);
    err = NULL;
    bkj_veeam_free(client);
    client = open_veeam(BKJ_VEEAM_DIALECT_V6);
    OK(bkj_veeam_server(client, &server, &err));
    OK(bkj_wait_options_set_deadline_ms(wait, 0, &err));
    FAILS(BKJ_ERR_DEADLINE, bkj_server_wait(server, sim("VEEAM_JOB"), "00000000-0000-0000-0000-000000000001", wait, NULL, NULL, &run, &err));
    bkj_error_free(err);
    err = NULL;
    CHECK(run == NULL);
    bkj_wait_options_free(wait);
    bkj_server_free(server);
    bkj_veeam_free(client);
    bkj_client_options_free(options);
}

int main(void)
{
    control("/reset", "");
    control("/clock", "{\"per_request_s\":1}");
    the_largest();
    the_smallest();
    control("/reset", "");
    return finish("extremes");
}
