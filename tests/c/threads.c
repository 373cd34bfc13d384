/* 32 threads, one client: mixed calls, results read by all, a client that is closed and freed while others call, a token
 * that is cancelled by all. What race.sh looks for races in. CALLS says how many each thread makes. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

#include <pthread.h>
#include <time.h>

enum { THREADS = 32 };

/* What all threads of a test have in common. */
struct shared {
    const char *job;
    struct bkj_server *server;
    struct bkj_client_options *options;
    struct bkj_cancel_token *token;
    struct bkj_run_list *runs;
    int calls;
    bool closing;
};

struct worker {
    pthread_t thread;
    struct shared *shared;
    int number;
    int wrong;
};

/* Each thread counts for itself. */
#define TRUE(condition)                                                               \
    do {                                                                              \
        if (!(condition)) {                                                           \
            worker->wrong++;                                                          \
            fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
        }                                                                             \
    } while (0)

static void together(struct shared *shared, void *(*work)(void *), void (*meanwhile)(struct shared *))
{
    struct worker workers[THREADS];
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){.shared = shared, .number = i};
        CHECK(pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0);
    }
    if (meanwhile != NULL) {
        meanwhile(shared);
    }
    for (int i = 0; i < THREADS; i++) {
        CHECK(pthread_join(workers[i].thread, NULL) == 0);
        checks_failed += workers[i].wrong;
    }
}

/* The calls differ by thread; a client that is being closed may say so, and nothing else. */
static void *calls(void *one)
{
    struct worker *worker = one;
    struct shared *shared = worker->shared;
    for (int i = 0; i < shared->calls; i++) {
        struct bkj_error *err = NULL;
        struct bkj_job_list *jobs = NULL;
        struct bkj_run_list *runs = NULL;
        struct bkj_verdict *verdict = NULL;
        struct bkj_job *job = NULL;
        bkj_status status = BKJ_OK;
        switch ((worker->number + i) % 5) {
        case 0:
            status = bkj_server_jobs(shared->server, &jobs, &err);
            break;
        case 1:
            status = bkj_server_runs(shared->server, shared->job, 3, &runs, &err);
            break;
        case 2:
            status = bkj_server_check(shared->server, shared->job, NULL, &verdict, &err);
            break;
        case 3:
            status = bkj_server_job(shared->server, "no such job\n", &job, &err);
            TRUE(status == BKJ_ERR_INVALID_ARGUMENT);
            status = BKJ_OK;
            break;
        default:
            status = bkj_server_job(shared->server, shared->job, &job, &err);
            TRUE(status != BKJ_OK || strcmp(bkj_job_id(job), shared->job) == 0);
        }
        TRUE(status == BKJ_OK || (shared->closing && status == BKJ_ERR_CLOSED));
        TRUE(!shared->closing || status != BKJ_OK || bkj_server_url(shared->server) != NULL);
        bkj_error_free(err);
        bkj_job_free(job);
        bkj_job_list_free(jobs);
        bkj_run_list_free(runs);
        bkj_verdict_free(verdict);
    }
    return NULL;
}

static void close_it(struct shared *shared)
{
    struct bkj_error *err = NULL;
    const struct timespec moment = {0, 20000000};
    nanosleep(&moment, NULL);
    OK(bkj_server_close(shared->server, &err));
    OK(bkj_server_close(shared->server, &err));
}

/* Clients of the same options, made and freed by every thread; each logs in for itself. */
static void *clients(void *one)
{
    struct worker *worker = one;
    for (int i = 0; i < worker->shared->calls / 4 + 1; i++) {
        struct bkj_veeam *client = NULL;
        struct bkj_server *server = NULL, *cancellable = NULL;
        struct bkj_job_list *jobs = NULL;
        TRUE(bkj_veeam_new(sim("VEEAM_URL"), 6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), worker->shared->options, &client,
                 NULL) == BKJ_OK);
        TRUE(bkj_veeam_server(client, &server, NULL) == BKJ_OK);
        bkj_veeam_free(client);
        TRUE(bkj_server_with_cancel(server, worker->shared->token, &cancellable, NULL) == BKJ_OK);
        bkj_server_free(server);
        TRUE(bkj_server_jobs(cancellable, &jobs, NULL) == BKJ_OK);
        bkj_job_list_free(jobs);
        bkj_server_free(cancellable);
    }
    return NULL;
}

/* Everybody waits for a run that does not end, until one of them has had enough. */
static void *waits(void *one)
{
    struct worker *worker = one;
    struct bkj_error *err = NULL;
    struct bkj_run *run = NULL;
    struct bkj_wait_options *options = bkj_wait_options_new();
    TRUE(bkj_wait_options_set_poll_min_ms(options, 1, NULL) == BKJ_OK);
    TRUE(bkj_wait_options_set_poll_max_ms(options, 5, NULL) == BKJ_OK);
    const char *id = bkj_run_id(bkj_run_list_at(worker->shared->runs, 0));
    TRUE(bkj_server_wait(worker->shared->server, worker->shared->job, id, options, NULL, NULL, &run, &err) == BKJ_ERR_CANCELLED);
    TRUE(run == NULL && strstr(bkj_error_message(err), id) != NULL);
    bkj_cancel_token_cancel(worker->shared->token);
    bkj_error_free(err);
    bkj_wait_options_free(options);
    return NULL;
}

static void cancel_it(struct shared *shared)
{
    const struct timespec moment = {0, 50000000};
    nanosleep(&moment, NULL);
    bkj_cancel_token_cancel(shared->token);
}

/* Results never change: any number of threads may read them, and copy them. */
static void *reads(void *one)
{
    struct worker *worker = one;
    for (size_t i = 0; i < bkj_run_list_len(worker->shared->runs); i++) {
        const struct bkj_run *run = bkj_run_list_at(worker->shared->runs, i);
        struct bkj_run *copy = bkj_run_clone(run);
        struct bkj_verdict *verdict = NULL;
        TRUE(strcmp(bkj_run_id(copy), bkj_run_id(run)) == 0);
        TRUE(bkj_verdict_of(run, NULL, &verdict, NULL) == BKJ_OK && bkj_verdict_reason(verdict) != NULL);
        bkj_verdict_free(verdict);
        bkj_run_free(copy);
    }
    return NULL;
}

static void on(int system, int amount)
{
    struct bkj_error *err = NULL;
    struct shared shared = {.calls = amount};
    struct bkj_started *started = NULL;
    struct bkj_veeam *veeam = system == 0 ? open_veeam(BKJ_VEEAM_DIALECT_V6) : NULL;
    struct bkj_teradata *teradata = system == 1 ? open_teradata() : NULL;
    struct bkj_server *server = NULL;
    if (system == 0) {
        OK(bkj_veeam_server(veeam, &server, &err));
        shared.job = sim("VEEAM_JOB");
    } else {
        OK(bkj_teradata_server(teradata, &server, &err));
        shared.job = sim("TERADATA_JOB");
    }
    /* The servers outlive the client. */
    bkj_veeam_free(veeam);
    bkj_teradata_free(teradata);
    shared.server = server;
    together(&shared, calls, NULL);

    char script[160];
    snprintf(script, sizeof script, "{\"system\":\"%s\",\"job\":\"%s\",\"outcome\":\"hang\"}", system == 0 ? "veeam" : "teradata",
        shared.job);
    control("/script", script);
    OK(bkj_server_start(server, shared.job, NULL, &started, &err));
    OK(bkj_server_runs(server, shared.job, 5, &shared.runs, &err));
    together(&shared, reads, NULL);
    shared.token = bkj_cancel_token_new();
    OK(bkj_server_with_cancel(server, shared.token, &shared.server, &err));
    together(&shared, waits, cancel_it);
    bkj_server_free(shared.server);
    bkj_cancel_token_free(shared.token);

    shared.server = server;
    shared.closing = true;
    together(&shared, calls, close_it);
    bkj_run_list_free(shared.runs);
    bkj_started_free(started);
    bkj_server_free(server);
}

int main(void)
{
    const char *amount = getenv("CALLS");
    const int each = amount != NULL ? (int)strtol(amount, NULL, 10) : 8;
    control("/reset", "");
    control("/clock", "{\"per_request_s\":1}");
    on(0, each);
    on(1, each);
    struct shared shared = {.calls = each, .options = trusting(), .token = bkj_cancel_token_new()};
    together(&shared, clients, NULL);
    bkj_cancel_token_free(shared.token);
    bkj_client_options_free(shared.options);
    control("/reset", "");
    return finish("threads");
}
