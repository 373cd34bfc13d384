/* fork(): a child works on with its parent's clients, closes and frees them, and the parent notices nothing of it. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { SYSTEMS = 3 };

static struct bkj_server *servers[SYSTEMS];

static size_t jobs_of(const struct bkj_server *server)
{
    struct bkj_error *err = NULL;
    struct bkj_job_list *jobs = NULL;
    OK(bkj_server_jobs(server, &jobs, &err));
    const size_t length = bkj_job_list_len(jobs);
    bkj_job_list_free(jobs);
    return length;
}

/* Runs this in a child. It becomes another program at its end, so that nobody looks for leaks there: the parent's
 * connections are left as they are on purpose, because ending them would take them away from the parent. */
static void in_child(void (*work)(void))
{
    int status = -1;
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        alarm(60);
        checks_failed = 0;
        work();
        fflush(NULL);
        const char *program = checks_failed == 0 ? "true" : "false";
        execlp(program, program, (char *)NULL);
        _exit(9);
    }
    CHECK(child > 0 && waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void use(void)
{
    for (int i = 0; i < SYSTEMS; i++) {
        CHECK(jobs_of(servers[i]) > 0);
    }
}

static void use_and_free(void)
{
    use();
    for (int i = 0; i < SYSTEMS; i++) {
        bkj_server_free(servers[i]);
        servers[i] = NULL;
    }
}

static void free_only(void)
{
    for (int i = 0; i < SYSTEMS; i++) {
        bkj_server_free(servers[i]);
        servers[i] = NULL;
    }
}

static void close_and_free(void)
{
    struct bkj_error *err = NULL;
    for (int i = 0; i < SYSTEMS; i++) {
        struct bkj_job_list *jobs = NULL;
        OK(bkj_server_close(servers[i], &err));
        FAILS(BKJ_ERR_CLOSED, bkj_server_jobs(servers[i], &jobs, &err));
        bkj_error_free(err);
        err = NULL;
    }
    free_only();
}

static void grandchild(void)
{
    use();
    in_child(use_and_free);
    use_and_free();
}

/* The address sanitizer's allocator may be locked by another thread at the moment of a fork, and stays so in the child. The C
 * library's own is not; so this part runs in memory.sh only. */
#if !defined(__SANITIZE_ADDRESS__)
enum { THREADS = 4 };
static struct bkj_cancel_token *token;

/* Calls without end, so that a fork finds threads in the midst of them. */
static void *call_on(void *server)
{
    struct bkj_job_list *jobs = NULL;
    while (!bkj_cancel_token_is_cancelled(token)) {
        CHECK(bkj_server_jobs(server, &jobs, NULL) == BKJ_OK);
        bkj_job_list_free(jobs);
    }
    return NULL;
}

static void fork_amid_calls(void)
{
    pthread_t threads[THREADS];
    token = bkj_cancel_token_new();
    for (int i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, call_on, servers[i % SYSTEMS]) == 0);
    }
    for (int i = 0; i < 5; i++) {
        in_child(use);
    }
    bkj_cancel_token_cancel(token);
    for (int i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }
    use();
    bkj_cancel_token_free(token);
}
#endif

int main(void)
{
    struct bkj_error *err = NULL;
    struct bkj_vcenter_backup_request *plan = NULL;
    control("/reset", "");
    struct bkj_veeam *veeam = open_veeam(BKJ_VEEAM_DIALECT_V6);
    struct bkj_teradata *teradata = open_teradata();
    struct bkj_vcenter *vcenter = open_vcenter();
    OK(bkj_veeam_server(veeam, &servers[0], &err));
    OK(bkj_teradata_server(teradata, &servers[1], &err));
    OK(bkj_vcenter_server(vcenter, plan, &servers[2], &err));
    bkj_veeam_free(veeam);
    bkj_teradata_free(teradata);
    bkj_vcenter_free(vcenter);

    /* Before the first use, after it, and again: nothing is shared that one of them could spoil. */
    in_child(use_and_free);
    use();
    in_child(use_and_free);
    in_child(free_only);
    in_child(close_and_free);
    use();
    in_child(grandchild);
    use();

#if !defined(__SANITIZE_ADDRESS__)
    fork_amid_calls();
#endif
    use_and_free();
    return finish("fork");
}
