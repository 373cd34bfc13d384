/* Tickets, several waits at once, checks and accounts. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

struct saver {
    const struct bkj_server *server;
    const struct bkj_ticket *ticket;
    int calls;
    int fails_at;
    struct bkj_string *texts[4];
};

static int32_t save(void *userdata, const struct bkj_ticket *ticket)
{
    struct saver *saver = userdata;
    struct bkj_started *nested = NULL;
    struct bkj_error *err = NULL;
    CHECK(ticket == saver->ticket);
    if (saver->calls < 4) {
        OK(bkj_ticket_to_text(ticket, &saver->texts[saver->calls], &err));
    }
    /* The ticket is in use: no second request can start from it. */
    FAILS(BKJ_ERR_INVALID_ARGUMENT,
          bkj_server_carry_out(saver->server, (struct bkj_ticket *)ticket, NULL, NULL, &nested, &err));
    bkj_error_free(err);
    return ++saver->calls == saver->fails_at ? 7 : 0;
}

static struct bkj_server *teradata_server(void)
{
    struct bkj_teradata *client = open_teradata();
    struct bkj_server *server = NULL;
    struct bkj_error *err = NULL;
    OK(bkj_teradata_server(client, &server, &err));
    bkj_teradata_free(client);
    return server;
}

static struct bkj_ticket *reread(const struct bkj_string *text)
{
    struct bkj_ticket *ticket = NULL;
    struct bkj_error *err = NULL;
    OK(bkj_ticket_from_text(bkj_string_value(text), &ticket, &err));
    return ticket;
}

static void tickets(void)
{
    struct bkj_error *err = NULL;
    struct bkj_ticket *ticket = NULL, *read = NULL, *none = NULL;
    struct bkj_started *started = NULL, *again = NULL;
    struct bkj_server *server = teradata_server();
    const char *job = sim("TERADATA_JOB");
    int64_t prepared = 0;
    OK(bkj_server_prepare(server, job, NULL, &ticket, &err));
    CHECK(bkj_ticket_system(ticket) == BKJ_SYSTEM_TERADATA && bkj_ticket_stage(ticket) == BKJ_STAGE_PREPARED);
    CHECK_TEXT(bkj_ticket_job(ticket), job);
    /* Sites share a host: the ticket names the one it is for. */
    const size_t host = strlen(bkj_server_url(server));
    CHECK(strncmp(bkj_ticket_server(ticket), bkj_server_url(server), host) == 0);
    CHECK_TEXT(bkj_ticket_server(ticket) + host + 1, sim("TERADATA_SITE_ID"));
    CHECK(bkj_ticket_run(ticket) == NULL && strlen(bkj_ticket_marker(ticket)) == 16);
    CHECK(bkj_ticket_prepared(ticket, &prepared) && prepared > 1600000000000);

    struct saver saver = {server, ticket, 0, 1, {NULL}};
    FAILS(BKJ_ERR_CONFIG, bkj_server_carry_out(server, ticket, save, &saver, &started, &err));
    CHECK_HAS(bkj_error_message(err), "answered 7");
    CHECK(saver.calls == 1 && started == NULL && bkj_ticket_stage(ticket) == BKJ_STAGE_PREPARED);
    bkj_string_free(saver.texts[0]);

    saver = (struct saver){server, ticket, 0, 0, {NULL}};
    OK(bkj_server_carry_out(server, ticket, save, &saver, &started, &err));
    CHECK(saver.calls == 2 && bkj_ticket_stage(ticket) == BKJ_STAGE_STARTED);
    CHECK_TEXT(bkj_ticket_run(ticket), bkj_run_id(bkj_started_run(started)));
    CHECK_HAS(bkj_string_value(saver.texts[0]), "\"sending\"");
    CHECK_HAS(bkj_string_value(saver.texts[1]), "\"started\"");

    /* What was saved before the request finds the run that came of it. */
    read = reread(saver.texts[0]);
    CHECK(bkj_ticket_stage(read) == BKJ_STAGE_SENDING);
    OK(bkj_server_carry_out(server, read, NULL, NULL, &again, &err));
    CHECK_TEXT(bkj_run_id(bkj_started_run(again)), bkj_ticket_run(ticket));

    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_ticket_from_text("{}", &none, &err));
    CHECK_TEXT(bkj_error_operation(err), "");
    CHECK(none == NULL);
    bkj_error_free(err);
    bkj_string_free(saver.texts[0]);
    bkj_string_free(saver.texts[1]);
    bkj_started_free(again);
    bkj_started_free(started);
    bkj_ticket_free(read);
    bkj_ticket_free(ticket);
    bkj_server_free(server);
}

static int32_t look(void *userdata, size_t index, const struct bkj_progress *progress)
{
    int *calls = userdata;
    CHECK(index < 2 && bkj_progress_polls(progress) > 0);
    return ++*calls >= 200;
}

static void waits(void)
{
    struct bkj_error *err = NULL;
    struct bkj_started *started = NULL;
    struct bkj_wait_result_list *results = NULL;
    struct bkj_server *server = teradata_server();
    struct bkj_wait_options *options = hasty();
    int calls = 0;
    OK(bkj_server_start(server, sim("TERADATA_JOB"), NULL, &started, &err));
    OK(bkj_wait_options_set_unreachable_ms(options, 20, &err));
    const char *jobs[] = {sim("TERADATA_JOB"), sim("TERADATA_JOB")};
    const char *runs[] = {bkj_run_id(bkj_started_run(started)), "999999"};
    OK(bkj_server_wait_all(server, jobs, runs, 2, options, look, &calls, &results, &err));
    CHECK(bkj_wait_result_list_len(results) == 2 && calls > 0 && calls < 200);
    const struct bkj_wait_result *good = bkj_wait_result_list_at(results, 0), *bad = bkj_wait_result_list_at(results, 1);
    CHECK(bkj_wait_result_error(good) == NULL && bkj_wait_result_run(bad) == NULL);
    CHECK(bkj_run_outcome(bkj_wait_result_run(good)) == BKJ_OUTCOME_SUCCESS);
    CHECK(!bkj_run_will_be_retried(bkj_wait_result_run(good)) && bkj_run_retry_of(bkj_wait_result_run(good)) == NULL);
    CHECK(bkj_error_kind(bkj_wait_result_error(bad)) == BKJ_ERR_NOT_FOUND);
    CHECK_TEXT(bkj_error_operation(bkj_wait_result_error(bad)), "server.wait_all");
    CHECK(bkj_wait_result_list_at(results, 2) == NULL);
    bkj_wait_result_list_free(results);

    /* A callback that wants to stop stops them all, and only this call. */
    calls = 199;
    results = NULL;
    jobs[0] = jobs[1];
    runs[0] = runs[1];
    OK(bkj_server_wait_all(server, jobs, runs, 2, options, look, &calls, &results, &err));
    for (size_t i = 0; i < 2; i++) {
        CHECK(bkj_error_kind(bkj_wait_result_error(bkj_wait_result_list_at(results, i))) == BKJ_ERR_CANCELLED);
    }
    bkj_wait_result_list_free(results);
    results = NULL;
    OK(bkj_server_wait_all(server, NULL, NULL, 0, NULL, NULL, NULL, &results, &err));
    CHECK(bkj_wait_result_list_len(results) == 0);
    bkj_wait_result_list_free(results);
    results = NULL;
    runs[1] = NULL;
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_server_wait_all(server, jobs, runs, 2, NULL, NULL, NULL, &results, &err));
    CHECK_HAS(bkj_error_message(err), "runs[1]");
    CHECK(results == NULL);
    bkj_error_free(err);
    bkj_wait_options_free(options);
    bkj_started_free(started);
    bkj_server_free(server);
}

static void checks(void)
{
    struct bkj_error *err = NULL;
    struct bkj_verdict *verdict = NULL;
    struct bkj_report *report = NULL;
    struct bkj_server *server = teradata_server();
    struct bkj_policy *policy = bkj_policy_new();
    const char *job = sim("TERADATA_JOB"), *expect[] = {job, "no such job"};
    int64_t age = -1;
    OK(bkj_server_check(server, job, NULL, &verdict, &err));
    CHECK(bkj_verdict_level(verdict) == BKJ_LEVEL_OK);
    CHECK_TEXT(bkj_verdict_job_id(verdict), job);
    CHECK(bkj_verdict_job_name(verdict) != NULL && bkj_run_id(bkj_verdict_run(verdict)) != NULL);
    CHECK(bkj_verdict_age_ms(verdict, &age) && age >= 0);
    bkj_verdict_free(verdict);
    verdict = NULL;

    /* The same run, by a clock many years ahead. */
    OK(bkj_policy_set_now(policy, 4000000000000, &err));
    OK(bkj_server_check(server, job, policy, &verdict, &err));
    CHECK(bkj_verdict_level(verdict) == BKJ_LEVEL_CRITICAL);
    bkj_verdict_free(verdict);
    OK(bkj_policy_set_max_age_ms(policy, BKJ_ABSENT, &err));
    OK(bkj_server_check(server, job, policy, &verdict, &err));
    CHECK(bkj_verdict_level(verdict) == BKJ_LEVEL_OK);
    bkj_verdict_free(verdict);
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_policy_set_max_age_ms(policy, -2, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_policy_set_now(policy, INT64_MAX, &err));
    bkj_error_free(err);
    err = NULL;
    OK(bkj_policy_set_disabled_ok(policy, true, &err));
    OK(bkj_policy_set_max_running_ms(policy, 3600000, &err));
    OK(bkj_policy_set_now(policy, BKJ_ABSENT, &err));

    OK(bkj_server_check_all(server, policy, expect, 2, &report, &err));
    const size_t length = bkj_report_verdicts_len(report);
    CHECK(bkj_report_level(report) == BKJ_LEVEL_CRITICAL && length > 1);
    const struct bkj_verdict *missing = bkj_report_verdicts_at(report, length - 1);
    CHECK_TEXT(bkj_verdict_job_id(missing), "no such job");
    CHECK(bkj_verdict_run(missing) == NULL && bkj_verdict_job_name(missing) == NULL);
    CHECK(!bkj_verdict_age_ms(missing, NULL) && bkj_report_verdicts_at(report, length) == NULL);
    bkj_report_free(report);
    bkj_policy_free(policy);
    bkj_server_free(server);
}

static void accounts(void)
{
    struct bkj_error *err = NULL;
    struct bkj_veeam *client = open_veeam(BKJ_VEEAM_DIALECT_V6);
    struct bkj_server *server = NULL;
    struct bkj_started *started = NULL;
    struct bkj_run *ended = NULL;
    struct bkj_account *account = NULL;
    struct bkj_veeam_log_item_list *items = NULL;
    struct bkj_wait_options *options = hasty();
    const char *job = sim("VEEAM_JOB");
    int64_t at = 0;
    OK(bkj_veeam_server(client, &server, &err));
    OK(bkj_server_start(server, job, NULL, &started, &err));
    OK(bkj_server_wait(server, job, bkj_run_id(bkj_started_run(started)), options, NULL, NULL, &ended, &err));
    OK(bkj_server_explain(server, job, bkj_run_id(ended), &account, &err));
    CHECK_TEXT(bkj_run_id(bkj_account_run(account)), bkj_run_id(ended));
    CHECK(bkj_account_lines_len(account) > 0);
    const struct bkj_line *first = bkj_account_lines_at(account, 0);
    CHECK(bkj_line_at(first, &at) && at > 0 && bkj_line_severity(first) != NULL);
    CHECK_HAS(bkj_account_text(account), bkj_line_text(first));
    OK(bkj_veeam_log_items(client, bkj_run_id(ended), &items, &err));
    CHECK(bkj_veeam_log_item_list_len(items) > 0);
    const struct bkj_veeam_log_item *item = bkj_veeam_log_item_list_at(items, 0);
    CHECK_HAS(bkj_veeam_log_item_title(item), bkj_veeam_log_item_sentence(item));
    CHECK_TEXT(bkj_veeam_log_item_severity(item), bkj_line_severity(first));
    CHECK(bkj_veeam_log_item_id(item) != NULL && bkj_time_unix_ms(bkj_veeam_log_item_creation_time(item), NULL));
    CHECK(bkj_veeam_log_item_extra_json(item)[0] == '{');
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_veeam_log_items(client, "no uuid", &items, &err));
    bkj_error_free(err);
    bkj_veeam_log_item_list_free(items);
    bkj_account_free(account);
    bkj_wait_options_free(options);
    bkj_run_free(ended);
    bkj_started_free(started);
    bkj_server_free(server);
    bkj_veeam_free(client);
}

int main(void)
{
    for (int32_t stage = BKJ_STAGE_PREPARED; stage <= BKJ_STAGE_STARTED; stage++) {
        CHECK(bkj_stage_from_name(bkj_stage_name(stage)) == stage);
    }
    control("/reset", "");
    control("/clock", "{\"per_request_s\":60}");
    tickets();
    waits();
    checks();
    accounts();
    control("/reset", "");
    return finish("engine");
}
