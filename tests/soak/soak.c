/* One half of the soak: calls of all kinds to all three systems, by several threads, while run.py lets the servers fail.
 *
 * usage: soak CALLS THREADS ROUNDS [LEAK]
 *
 * After each round, when all threads have ended, a line of JSON says how many calls were made and what the process holds
 * then: resident memory, bytes given out by malloc, file descriptors, threads. The first line is written before the first
 * use of the library, the last one after everything was freed. LEAK ("memory", "file" or "thread") does what must not be done, to
 * prove that it is seen. */
#define _GNU_SOURCE
#include <backupjobs.h>
#include "../c/bkj_test.h"

#include <dirent.h>
#include <malloc.h>
#include <pthread.h>
#include <time.h>

enum { SYSTEMS = 3, KINDS = BKJ_ERR_INTERNAL + 1, CALLS_PER_CLIENT = 50, LEAKED = 64 << 10 };


/* A client and the server made of it; one of the three clients is set. */
struct side {
    int system;
    const char *job;
    struct bkj_veeam *veeam;
    struct bkj_teradata *teradata;
    struct bkj_vcenter *vcenter;
    struct bkj_server *server;
};

struct worker {
    pthread_t thread;
    uint64_t random;
    long calls;
    long kinds[KINDS];
    char run[SYSTEMS][80];
};

/* Shared by all threads, and open all the time. */
static struct side longest[SYSTEMS];
static const char *leak = "";
/* What was leaked last; nobody looks at it, which the compiler must not know. */
static void *volatile leaked;

/* The same numbers in every run (xorshift). */
static unsigned below(struct worker *worker, unsigned limit)
{
    worker->random ^= worker->random << 13;
    worker->random ^= worker->random >> 7;
    worker->random ^= worker->random << 17;
    return (unsigned)((worker->random >> 16) % limit);
}

/* Counts a call by how it ended, and reads all that an error has to say. */
static bool good(struct worker *worker, bkj_status status, struct bkj_error **err)
{
    worker->calls++;
    worker->kinds[status]++;
    if (status != BKJ_OK) {
        CHECK(*err != NULL && strlen(bkj_error_line(*err)) > 0 && strlen(bkj_error_detail(*err)) > 0);
        if (status == BKJ_ERR_INTERNAL) {
            fprintf(stderr, "%s\n", bkj_error_detail(*err));
        }
        bkj_error_free(*err);
        *err = NULL;
    }
    return status == BKJ_OK;
}

static struct side opened(int system)
{
    struct side side = {0};
    struct bkj_error *err = NULL;
    struct bkj_vcenter_backup_request *plan = NULL;
    side.system = system;
    switch (system) {
    case 0:
        side.veeam = open_veeam(BKJ_VEEAM_DIALECT_V6);
        side.job = sim("VEEAM_JOB");
        OK(bkj_veeam_server(side.veeam, &side.server, &err));
        break;
    case 1:
        side.teradata = open_teradata();
        side.job = sim("TERADATA_JOB");
        OK(bkj_teradata_server(side.teradata, &side.server, &err));
        break;
    default:
        side.vcenter = open_vcenter();
        side.job = BKJ_VCENTER_APPLIANCE_BACKUP;
        OK(bkj_vcenter_backup_request_new("SFTP", "sftp://nas.example/vc", &plan, &err));
        OK(bkj_vcenter_server(side.vcenter, plan, &side.server, &err));
        bkj_vcenter_backup_request_free(plan);
    }
    return side;
}

static void freed(struct side *side)
{
    bkj_veeam_free(side->veeam);
    bkj_teradata_free(side->teradata);
    bkj_vcenter_free(side->vcenter);
    bkj_server_free(side->server);
    memset(side, 0, sizeof *side);
}

static void reads(struct worker *worker, const struct side *side)
{
    struct bkj_error *err = NULL;
    struct bkj_job_list *jobs = NULL;
    struct bkj_job *job = NULL;
    if (good(worker, bkj_server_jobs(side->server, &jobs, &err), &err)) {
        for (size_t i = 0; i < bkj_job_list_len(jobs); i++) {
            CHECK(bkj_job_id(bkj_job_list_at(jobs, i)) != NULL);
        }
    }
    (void)good(worker, bkj_server_job(side->server, side->job, &job, &err), &err);
    bkj_job_list_free(jobs);
    bkj_job_free(job);
}

static void runs(struct worker *worker, const struct side *side)
{
    struct bkj_error *err = NULL;
    struct bkj_run_list *list = NULL;
    struct bkj_run *kept = NULL, *now = NULL;
    struct bkj_account *account = NULL;
    struct bkj_verdict *verdict = NULL;
    if (good(worker, bkj_server_runs(side->server, side->job, 10, &list, &err), &err) && bkj_run_list_len(list) > 0) {
        kept = bkj_run_clone(bkj_run_list_at(list, 0));
        snprintf(worker->run[side->system], sizeof worker->run[0], "%s", bkj_run_id(kept));
        CHECK(bkj_verdict_of(kept, NULL, &verdict, NULL) == BKJ_OK && bkj_verdict_reason(verdict) != NULL);
    }
    bkj_run_list_free(list);
    bkj_run_free(kept);
    if (worker->run[side->system][0] != '\0') {
        const char *id = worker->run[side->system];
        (void)good(worker, bkj_server_run(side->server, side->job, id, &now, &err), &err);
        (void)good(worker, bkj_server_explain(side->server, side->job, id, &account, &err), &err);
    }
    bkj_run_free(now);
    bkj_account_free(account);
    bkj_verdict_free(verdict);
    if (strcmp(leak, "memory") == 0) {
        leaked = malloc(LEAKED);
        memset(leaked, 1, LEAKED);
    }
}

static int32_t save(void *userdata, const struct bkj_ticket *ticket)
{
    struct bkj_string *text = NULL;
    struct bkj_ticket *copy = NULL;
    CHECK(bkj_ticket_to_text(ticket, &text, NULL) == BKJ_OK);
    CHECK(bkj_ticket_from_text(bkj_string_value(text), &copy, NULL) == BKJ_OK);
    bkj_ticket_free(copy);
    bkj_string_free(text);
    return below(userdata, 3) == 0;
}

static int32_t look(void *userdata, const struct bkj_progress *progress)
{
    (void)progress;
    return below(userdata, 4) == 0;
}

static void starts(struct worker *worker, const struct side *side)
{
    struct bkj_error *err = NULL;
    struct bkj_start_options *options = bkj_start_options_new();
    struct bkj_wait_options *wait = hasty();
    struct bkj_started *started = NULL, *again = NULL;
    struct bkj_ticket *ticket = NULL;
    struct bkj_run *run = NULL;
    CHECK(bkj_start_options_set_settle_ms(options, 20, NULL) == BKJ_OK);
    CHECK(bkj_start_options_set_look_every_ms(options, 5, NULL) == BKJ_OK);
    CHECK(bkj_start_options_set_if_running(options, (int32_t)below(worker, 3), NULL) == BKJ_OK);
    CHECK(bkj_wait_options_set_deadline_ms(wait, 20, NULL) == BKJ_OK);
    if (below(worker, 2) == 0) {
        if (good(worker, bkj_server_start(side->server, side->job, options, &started, &err), &err)) {
            const char *id = bkj_run_id(bkj_started_run(started));
            if (id != NULL) {
                (void)good(worker, bkj_server_wait(side->server, side->job, id, wait, look, worker, &run, &err), &err);
            }
        }
    } else if (good(worker, bkj_server_prepare(side->server, side->job, options, &ticket, &err), &err)) {
        (void)good(worker, bkj_server_carry_out(side->server, ticket, save, worker, &again, &err), &err);
    }
    bkj_run_free(run);
    bkj_ticket_free(ticket);
    bkj_started_free(started);
    bkj_started_free(again);
    bkj_wait_options_free(wait);
    bkj_start_options_free(options);
}

static void checks(struct worker *worker, const struct side *side)
{
    struct bkj_error *err = NULL;
    struct bkj_verdict *verdict = NULL;
    struct bkj_report *report = NULL;
    (void)good(worker, bkj_server_check(side->server, side->job, NULL, &verdict, &err), &err);
    (void)good(worker, bkj_server_check_all(side->server, NULL, NULL, 0, &report, &err), &err);
    bkj_verdict_free(verdict);
    bkj_report_free(report);
}

/* Calls that must fail, and calls that are called off. */
static void refused(struct worker *worker, const struct side *side)
{
    struct bkj_error *err = NULL;
    struct bkj_job *job = NULL;
    struct bkj_job_list *jobs = NULL;
    struct bkj_run *run = NULL;
    struct bkj_server *called_off = NULL;
    struct bkj_cancel_token *token = bkj_cancel_token_new();
    CHECK(!good(worker, bkj_server_job(side->server, "no/such\r\njob", &job, &err), &err));
    CHECK(!good(worker, bkj_server_run(side->server, side->job, "00000000-0000-0000-0000-000000000001", &run, &err), &err));
    OK(bkj_server_with_cancel(side->server, token, &called_off, &err));
    bkj_cancel_token_cancel(token);
    CHECK(!good(worker, bkj_server_jobs(called_off, &jobs, &err), &err));
    bkj_cancel_token_free(token);
    bkj_server_free(called_off);
}

/* Iterators that are left half-way. */
static void pages(struct worker *worker, const struct side *side)
{
    struct bkj_error *err = NULL;
    const unsigned rows = below(worker, 4);
    if (side->veeam != NULL) {
        struct bkj_veeam_job_session_iter *iter = NULL;
        if (good(worker, bkj_veeam_iter_job_sessions(side->veeam, NULL, &iter, &err), &err)) {
            struct bkj_veeam_job_session *row = NULL;
            for (unsigned i = 0; i < rows && good(worker, bkj_veeam_job_session_iter_next(iter, &row, &err), &err); i++) {
                CHECK(row == NULL || bkj_veeam_job_session_id(row) != NULL);
                bkj_veeam_job_session_free(row);
                row = NULL;
            }
            bkj_veeam_job_session_iter_free(iter);
        }
    } else if (side->teradata != NULL) {
        struct bkj_teradata_execution_iter *iter = NULL;
        if (good(worker, bkj_teradata_iter_site_executions(side->teradata, &iter, &err), &err)) {
            struct bkj_teradata_execution *row = NULL;
            for (unsigned i = 0; i < rows && good(worker, bkj_teradata_execution_iter_next(iter, &row, &err), &err); i++) {
                bkj_teradata_execution_free(row);
                row = NULL;
            }
            bkj_teradata_execution_iter_free(iter);
        }
    } else {
        struct bkj_vcenter_backup_details_list *details = NULL;
        struct bkj_vcenter_part_list *parts = NULL;
        (void)good(worker, bkj_vcenter_backup_details(side->vcenter, NULL, 0, &details, &err), &err);
        (void)good(worker, bkj_vcenter_parts(side->vcenter, &parts, &err), &err);
        bkj_vcenter_backup_details_list_free(details);
        bkj_vcenter_part_list_free(parts);
    }
}

static void some(struct worker *worker, const struct side *side)
{
    static void (*const acts[])(struct worker *, const struct side *) = {reads, runs, starts, checks, refused, pages};
    acts[below(worker, sizeof acts / sizeof acts[0])](worker, side);
}

static long goal; /* Calls of each thread at the end of this round. */

static void *work(void *one)
{
    struct worker *worker = one;
    while (worker->calls < goal) {
        struct side own = opened((int)below(worker, SYSTEMS));
        const long until = worker->calls + CALLS_PER_CLIENT;
        while (worker->calls < until && worker->calls < goal) {
            some(worker, &own);
            some(worker, &longest[below(worker, SYSTEMS)]);
        }
        struct bkj_error *err = NULL;
        /* Half of them say good-bye themselves. A client that is closed knows it. */
        if (below(worker, 2) == 0) {
            struct bkj_job_list *jobs = NULL;
            (void)good(worker, bkj_server_close(own.server, &err), &err);
            CHECK(bkj_server_jobs(own.server, &jobs, NULL) == BKJ_ERR_CLOSED);
        }
        freed(&own);
        if (strcmp(leak, "file") == 0) {
            CHECK(dup(2) > 2);
        }
    }
    return NULL;
}

static void *stay(void *unused)
{
    (void)unused;
    pause();
    return NULL;
}

static int count(const char *folder)
{
    int entries = 0;
    DIR *open = opendir(folder);
    while (open != NULL && readdir(open) != NULL) {
        entries++;
    }
    closedir(open);
    return entries - 3; /* . and .. and, for descriptors, the folder itself. */
}

/* The system lists a thread for a moment after it was joined. */
static int threads_left(void)
{
    const struct timespec moment = {0, 1000000};
    int left = count("/proc/self/task") + 1;
    for (int look = 0; left > 1 && look < 1000; look++) {
        nanosleep(&moment, NULL);
        left = count("/proc/self/task") + 1;
    }
    return left;
}

/* What the process holds now. */
static void sample(const struct worker *workers, long threads)
{
    long calls = 0, kinds[KINDS] = {0}, pages_in = 0;
    for (long i = 0; i < threads; i++) {
        calls += workers[i].calls;
        for (int kind = 0; kind < KINDS; kind++) {
            kinds[kind] += workers[i].kinds[kind];
        }
    }
    FILE *statm = fopen("/proc/self/statm", "r");
    CHECK(statm != NULL && fscanf(statm, "%*s %ld", &pages_in) == 1);
    fclose(statm);
    printf("{\"calls\":%ld,\"rss_kib\":%ld,\"heap_kib\":%zu,\"fds\":%d,\"threads\":%d,\"ends\":{\"ok\":%ld", calls,
        pages_in * (sysconf(_SC_PAGESIZE) / 1024), mallinfo2().uordblks / 1024, count("/proc/self/fd"),
        threads_left(), kinds[0]);
    for (int kind = 1; kind < KINDS; kind++) {
        if (kinds[kind] != 0) {
            printf(",\"%s\":%ld", bkj_status_name(kind), kinds[kind]);
        }
    }
    puts("}}");
    fflush(stdout);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: soak CALLS THREADS ROUNDS [LEAK]\n");
        return 2;
    }
    const long calls = strtol(argv[1], NULL, 10), threads = strtol(argv[2], NULL, 10), rounds = strtol(argv[3], NULL, 10);
    struct worker *workers = calloc((size_t)threads, sizeof *workers);
    leak = argc > 4 ? argv[4] : "";
    sample(workers, threads);
    for (int system = 0; system < SYSTEMS; system++) {
        longest[system] = opened(system);
    }
    for (long round = 1; round <= rounds; round++) {
        goal = calls * round / rounds / threads;
        for (long i = 0; i < threads; i++) {
            workers[i].random = workers[i].random != 0 ? workers[i].random : 0x9e3779b97f4a7c15U + (uint64_t)i;
            CHECK(pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0);
        }
        for (long i = 0; i < threads; i++) {
            CHECK(pthread_join(workers[i].thread, NULL) == 0);
        }
        if (strcmp(leak, "thread") == 0) {
            pthread_t unused;
            CHECK(pthread_create(&unused, NULL, stay, NULL) == 0);
        }
        sample(workers, threads);
    }
    for (int system = 0; system < SYSTEMS; system++) {
        freed(&longest[system]);
    }
    sample(workers, threads);
    free(workers);
    return checks_failed != 0;
}
