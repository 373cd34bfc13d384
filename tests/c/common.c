/* Start, wait, verdict: the same on all three systems. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

struct seen {
    int calls;
    int with_run;
    uint64_t polls;
};

static int32_t look(void *userdata, const struct bkj_progress *progress)
{
    struct seen *seen = userdata;
    seen->calls++;
    seen->with_run += bkj_run_id(bkj_progress_run(progress)) != NULL;
    seen->polls = bkj_progress_polls(progress);
    CHECK(bkj_progress_elapsed_ms(progress) < 600000);
    CHECK(bkj_progress_trouble(progress) == NULL);
    return 0;
}

static void whole_way(struct bkj_server *server, int32_t system, const char *job, const char *outcome, int32_t level)
{
    struct bkj_error *err = NULL;
    struct bkj_started *started = NULL, *again = NULL;
    struct bkj_run *run = NULL, *now = NULL, *kept = NULL;
    struct bkj_run_list *runs = NULL;
    struct bkj_job *one = NULL;
    struct bkj_job_list *jobs = NULL;
    struct bkj_verdict *verdict = NULL;
    struct bkj_policy *tolerant = bkj_policy_new();
    struct bkj_wait_options *options = hasty();
    struct bkj_start_options *fail = bkj_start_options_new();
    struct seen seen = {0};
    int64_t ms = 0, ended = 0;
    char script[256];

    snprintf(script, sizeof script, "{\"system\":\"%s\",\"job\":\"%s\",\"outcome\":\"%s\",\"duration_s\":300}",
        bkj_system_name(system), job, outcome);
    control("/script", script);

    CHECK(bkj_server_system(server) == system);
    CHECK_HAS(bkj_server_url(server), "https://127.0.0.1:");
    CHECK(bkj_server_supports(server, BKJ_VERB_START));
    CHECK(!bkj_server_supports(server, 4711));
    OK(bkj_server_jobs(server, &jobs, &err));
    CHECK(bkj_job_list_len(jobs) > 0);
    CHECK(bkj_job_list_at(jobs, bkj_job_list_len(jobs)) == NULL);
    OK(bkj_server_job(server, job, &one, &err));
    CHECK_TEXT(bkj_job_id(one), job);
    CHECK(bkj_job_name(one)[0] != '\0');
    CHECK(bkj_job_system(one) == system);

    OK(bkj_server_start(server, job, NULL, &started, &err));
    const struct bkj_run *found = bkj_started_run(started);
    const char *id = bkj_run_id(found);
    CHECK(bkj_run_is_active(found));
    CHECK(bkj_run_outcome(found) == BKJ_ABSENT);
    CHECK(bkj_started_origin(started) == BKJ_ORIGIN_OURS || bkj_started_origin(started) == BKJ_ORIGIN_INDISTINGUISHABLE);
    CHECK(bkj_outcome_name(bkj_run_outcome(found)) == NULL);

    /* A run that is not over is never good. */
    OK(bkj_verdict_of(found, NULL, &verdict, &err));
    CHECK(bkj_verdict_level(verdict) == BKJ_LEVEL_UNKNOWN);
    bkj_verdict_free(verdict);
    verdict = NULL;

    OK(bkj_server_start(server, job, NULL, &again, &err));
    CHECK(bkj_started_origin(again) == BKJ_ORIGIN_ADOPTED);
    CHECK_TEXT(bkj_run_id(bkj_started_run(again)), id);
    OK(bkj_start_options_set_if_running(fail, BKJ_IF_RUNNING_FAIL, &err));
    FAILS(BKJ_ERR_ALREADY_RUNNING, bkj_server_start(server, job, fail, &again, &err));
    CHECK_HAS(bkj_error_message(err), id);

    OK(bkj_server_run(server, job, id, &now, &err));
    CHECK(bkj_run_started(now, &ms) && ms >= INT64_C(1768464000000));
    OK(bkj_server_wait(server, job, id, options, look, &seen, &run, &err));
    CHECK(seen.calls > 2 && seen.with_run == seen.calls && seen.polls == (uint64_t)seen.calls);
    CHECK(bkj_run_phase(run) == BKJ_PHASE_FINISHED && !bkj_run_is_active(run));
    CHECK_TEXT(bkj_run_id(run), id);
    CHECK_TEXT(bkj_run_job_id(run), job);
    CHECK_TEXT(bkj_outcome_name(bkj_run_outcome(run)), outcome);
    CHECK(bkj_run_ended(run, &ended) && ended > ms);
    CHECK(bkj_run_ended(run, NULL));

    OK(bkj_verdict_of(run, NULL, &verdict, &err));
    CHECK(bkj_verdict_level(verdict) == level);
    CHECK_HAS(bkj_verdict_reason(verdict), id);
    bkj_verdict_free(verdict);
    verdict = NULL;
    OK(bkj_policy_set_warnings_ok(tolerant, true, &err));
    OK(bkj_verdict_of(run, tolerant, &verdict, &err));
    CHECK(bkj_verdict_level(verdict) == (level == BKJ_LEVEL_WARNING ? BKJ_LEVEL_OK : level));

    OK(bkj_server_runs(server, job, 1, &runs, &err));
    CHECK(bkj_run_list_len(runs) == 1);
    kept = bkj_run_clone(bkj_run_list_at(runs, 0));
    bkj_run_list_free(runs);
    CHECK_TEXT(bkj_run_id(kept), id);

    bkj_error_free(err);
    bkj_started_free(started);
    bkj_started_free(again);
    bkj_run_free(run);
    bkj_run_free(now);
    bkj_run_free(kept);
    bkj_job_free(one);
    bkj_job_list_free(jobs);
    bkj_verdict_free(verdict);
    bkj_policy_free(tolerant);
    bkj_wait_options_free(options);
    bkj_start_options_free(fail);
}

int main(void)
{
    struct bkj_error *err = NULL;
    struct bkj_server *server = NULL;
    control("/reset", "");
    control("/clock", "{\"per_request_s\":5}");

    static const int32_t versions[] = {BKJ_VEEAM_DIALECT_V2, BKJ_VEEAM_DIALECT_V5, BKJ_VEEAM_DIALECT_V6};
    static const char *outcomes[] = {"success", "warning", "failed"};
    static const int32_t levels[] = {BKJ_LEVEL_OK, BKJ_LEVEL_WARNING, BKJ_LEVEL_CRITICAL};
    for (int i = 0; i < 3; i++) {
        struct bkj_veeam *veeam = open_veeam(versions[i]);
        OK(bkj_veeam_server(veeam, &server, &err));
        /* A server outlives its client. */
        bkj_veeam_free(veeam);
        CHECK(bkj_server_supports(server, BKJ_VERB_START_FULL) == (versions[i] >= 6));
        whole_way(server, BKJ_SYSTEM_VEEAM, sim("VEEAM_JOB"), outcomes[i], levels[i]);
        OK(bkj_server_disable(server, sim("VEEAM_JOB"), &err));
        OK(bkj_server_enable(server, sim("VEEAM_JOB"), &err));
        bkj_server_free(server);
    }

    struct bkj_teradata *teradata = open_teradata();
    OK(bkj_teradata_server(teradata, &server, &err));
    bkj_teradata_free(teradata);
    whole_way(server, BKJ_SYSTEM_TERADATA, sim("TERADATA_JOB"), "warning", BKJ_LEVEL_WARNING);
    FAILS(BKJ_ERR_UNSUPPORTED, bkj_server_stop(server, sim("TERADATA_JOB"), &err));
    bkj_server_free(server);

    struct bkj_vcenter *vcenter = open_vcenter();
    struct bkj_vcenter_backup_request *plan = NULL;
    OK(bkj_vcenter_server(vcenter, NULL, &server, &err));
    CHECK(!bkj_server_supports(server, BKJ_VERB_START));
    struct bkj_started *started = NULL;
    FAILS(BKJ_ERR_UNSUPPORTED, bkj_server_start(server, BKJ_VCENTER_APPLIANCE_BACKUP, NULL, &started, &err));
    CHECK(started == NULL);
    bkj_server_free(server);
    bkj_error_free(err);
    err = NULL;
    OK(bkj_vcenter_backup_request_new("SFTP", "sftp://nas.example/vc", &plan, &err));
    OK(bkj_vcenter_server(vcenter, plan, &server, &err));
    bkj_vcenter_backup_request_free(plan);
    whole_way(server, BKJ_SYSTEM_VCENTER, BKJ_VCENTER_APPLIANCE_BACKUP, "success", BKJ_LEVEL_OK);
    FAILS(BKJ_ERR_CONFLICT, bkj_server_stop(server, BKJ_VCENTER_APPLIANCE_BACKUP, &err));
    bkj_error_free(err);
    err = NULL;
    OK(bkj_server_close(server, &err));
    struct bkj_job_list *jobs = NULL;
    FAILS(BKJ_ERR_CLOSED, bkj_server_jobs(server, &jobs, &err));
    CHECK(jobs == NULL);
    bkj_error_free(err);
    bkj_server_free(server);
    bkj_vcenter_free(vcenter);
    return finish("common");
}
