/* Ending calls early: from another thread, from a signal handler, from a progress callback, from a probe. And staying
 * alive when a server drops a connection, although SIGPIPE ends programs of C. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>

static struct bkj_error *err;
static struct bkj_cancel_token *token;

static void *cancel_soon(void *unused)
{
    const struct timespec moment = {0, 200000000};
    (void)unused;
    nanosleep(&moment, NULL);
    bkj_cancel_token_cancel(token);
    return NULL;
}

static void on_signal(int signal)
{
    (void)signal;
    bkj_cancel_token_cancel(token);
}

struct counter {
    int calls;
    int released;
};

static int32_t stop_at_three(void *userdata, const struct bkj_progress *progress)
{
    struct counter *counter = userdata;
    (void)progress;
    return ++counter->calls == 3;
}

static int32_t probe(void *userdata)
{
    return ++((struct counter *)userdata)->calls >= 3;
}

static void release(void *userdata)
{
    ((struct counter *)userdata)->released++;
}

static struct bkj_server *open_server(void)
{
    struct bkj_veeam *client = open_veeam(BKJ_VEEAM_DIALECT_V6);
    struct bkj_server *server = NULL;
    OK(bkj_veeam_server(client, &server, &err));
    bkj_veeam_free(client);
    return server;
}

int main(void)
{
    control("/reset", "");
    control("/script", "{\"system\":\"veeam\",\"job\":\"3396ba22-21b1-4666-a631-0edfc12a59cd\",\"outcome\":\"hang\"}");
    const char *job = "3396ba22-21b1-4666-a631-0edfc12a59cd";
    struct bkj_server *server = open_server(), *cancellable = NULL;
    struct bkj_started *started = NULL;
    struct bkj_run *run = NULL;
    struct counter counter = {0, 0};
    struct bkj_cancel_token *asking = NULL;
    pthread_t thread;

    OK(bkj_server_start(server, job, NULL, &started, &err));
    const char *id = bkj_run_id(bkj_started_run(started));

    /* Another thread; with the default pauses, so that the wait sleeps meanwhile. */
    token = bkj_cancel_token_new();
    OK(bkj_server_with_cancel(server, token, &cancellable, &err));
    CHECK(pthread_create(&thread, NULL, cancel_soon, NULL) == 0);
    FAILS(BKJ_ERR_CANCELLED, bkj_server_wait(cancellable, job, id, NULL, NULL, NULL, &run, &err));
    CHECK(pthread_join(thread, NULL) == 0);
    CHECK(run == NULL && bkj_cancel_token_is_cancelled(token));
    CHECK_HAS(bkj_error_message(err), id);
    CHECK(bkj_server_stop(cancellable, job, NULL) == BKJ_ERR_CANCELLED);
    bkj_server_free(cancellable);
    bkj_cancel_token_free(token);

    /* A signal handler. */
    struct sigaction action = {0};
    action.sa_handler = on_signal;
    token = bkj_cancel_token_new();
    OK(bkj_server_with_cancel(server, token, &cancellable, &err));
    CHECK(sigaction(SIGALRM, &action, NULL) == 0);
    alarm(1);
    FAILS(BKJ_ERR_CANCELLED, bkj_server_wait(cancellable, job, id, NULL, NULL, NULL, &run, &err));
    bkj_server_free(cancellable);
    bkj_cancel_token_free(token);

    /* The progress callback ends its own wait, and nothing else. */
    struct bkj_wait_options *options = hasty();
    FAILS(BKJ_ERR_CANCELLED, bkj_server_wait(server, job, id, options, stop_at_three, &counter, &run, &err));
    CHECK(counter.calls == 3);
    bkj_error_free(err);
    err = NULL;
    OK(bkj_server_run(server, job, id, &run, &err));
    bkj_run_free(run);
    run = NULL;

    /* A probe is asked while the call waits, and released with its last user. */
    counter.calls = 0;
    token = bkj_cancel_token_new();
    OK(bkj_cancel_token_with_probe(token, probe, &counter, release, &asking, &err));
    OK(bkj_server_with_cancel(server, asking, &cancellable, &err));
    bkj_cancel_token_free(asking);
    FAILS(BKJ_ERR_CANCELLED, bkj_server_wait(cancellable, job, id, NULL, NULL, NULL, &run, &err));
    CHECK(counter.calls >= 3 && counter.released == 0);
    CHECK(bkj_cancel_token_is_cancelled(token));
    bkj_server_free(cancellable);
    CHECK(counter.released == 1);
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_cancel_token_with_probe(token, NULL, &counter, release, &asking, &err));
    CHECK(counter.released == 2);
    bkj_cancel_token_free(token);

    /* A deadline. */
    OK(bkj_wait_options_set_deadline_ms(options, 50, NULL));
    FAILS(BKJ_ERR_DEADLINE, bkj_server_wait(server, job, id, options, NULL, NULL, &run, &err));

    /* Connections that break under our hands. */
    CHECK(signal(SIGPIPE, SIG_DFL) != SIG_ERR);
    struct bkj_run_list *runs = NULL;
    for (int i = 0; i < 20; i++) {
        control("/faults", "{\"system\":\"veeam\",\"action\":{\"kind\":\"reset_before\"}}");
        const bkj_status status = bkj_server_runs(server, job, 1, &runs, NULL);
        CHECK(status == BKJ_OK);
        bkj_run_list_free(runs);
        runs = NULL;
    }
    sigset_t mask;
    CHECK(pthread_sigmask(SIG_BLOCK, NULL, &mask) == 0 && sigismember(&mask, SIGPIPE) == 0);

    bkj_error_free(err);
    bkj_wait_options_free(options);
    bkj_started_free(started);
    bkj_server_free(server);
    return finish("cancel");
}
