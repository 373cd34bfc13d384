/* What every contender in C has in common: worker.py's commands, for programs that are called like it:
 *
 *   PROGRAM WORK URL CA            answers `burst NANOSECONDS` on its input with a line of JSON
 *   PROGRAM WORK URL CA CALLS      works so often and ends: for counting instructions
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BENCH_STATUS "20260115-020000-24322831"
#define BENCH_STATUS_PATH "/api/appliance/recovery/backup/job/" BENCH_STATUS
#define BENCH_BACKUP_PATH "/api/appliance/recovery/backup/job"
#define BENCH_EXECUTIONS_PATH "/data-protection/v2/sites/BENCH001/executions"
#define BENCH_COPY_JOBS_PATH "/v8/CopyJobs?limit=1000&offset=0"
#define BENCH_LOCATION "sftp://backup.example.net/vcsa"
/* As long as real ones are. */
#define BENCH_B00D "b00db00db00db00db00db00db00db00d"
#define BENCH_TOKEN BENCH_B00D BENCH_B00D BENCH_B00D BENCH_B00D

/* A piece of work returns what it found, which must be the same for all contenders; it ends the program when it fails. */
struct bench_work {
    const char *name;
    long (*work)(void);
};

static void bench_fail(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static long long bench_ns(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static int bench_earlier(const void *left, const void *right)
{
    const long long a = *(const long long *)left, b = *(const long long *)right;
    return (a > b) - (a < b);
}

static void bench_burst(long (*work)(void), long long nanoseconds)
{
    enum { MOST = 1 << 17 };
    static long long times[MOST];
    size_t calls = 0;
    long found = 0;
    const long long used = bench_ns(CLOCK_PROCESS_CPUTIME_ID);
    long long began = bench_ns(CLOCK_MONOTONIC);
    const long long end = began + nanoseconds;
    do {
        found = work();
        const long long now = bench_ns(CLOCK_MONOTONIC);
        times[calls++] = now - began;
        began = now;
    } while (began < end && calls < MOST);
    const double cpu = (double)(bench_ns(CLOCK_PROCESS_CPUTIME_ID) - used) / (double)calls;
    qsort(times, calls, sizeof times[0], bench_earlier);
    printf("{\"calls\": %zu, \"median\": %lld, \"cpu\": %.0f, \"found\": %ld}\n", calls, times[calls / 2], cpu, found);
    fflush(stdout);
}

static int bench_main(int argc, char **argv, const struct bench_work *works)
{
    char line[64];
    if (argc < 4) {
        bench_fail("usage: PROGRAM WORK URL CA [CALLS]");
    }
    while (works->name != NULL && strcmp(works->name, argv[1]) != 0) {
        works++;
    }
    if (works->name == NULL) {
        bench_fail("no such work");
    }
    if (argc > 4) {
        for (long left = atol(argv[4]); left > 0; left--) {
            works->work();
        }
        return 0;
    }
    while (fgets(line, sizeof line, stdin) != NULL && strncmp(line, "burst ", 6) == 0) {
        bench_burst(works->work, atoll(line + 6));
    }
    return 0;
}

#endif
