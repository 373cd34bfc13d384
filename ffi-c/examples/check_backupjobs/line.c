#include "line.h"

#include <inttypes.h>
#include <string.h>

/* Jobs named in the first line; the rest are counted. */
#define NAMED 3
/* Jobs with performance data of their own: daemons cut answers off, some at 4 or 8 KiB. */
#define MEASURED 20

static const int worst_first[] = { BKJ_LEVEL_CRITICAL, BKJ_LEVEL_UNKNOWN, BKJ_LEVEL_WARNING, BKJ_LEVEL_OK };
static const char *const words[] = { "OK", "WARNING", "CRITICAL", "UNKNOWN" };

static size_t jobs_at(const struct findings *findings, int level)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        count += findings->at[i].id != NULL && findings->at[i].level == level;
    }
    return count;
}

static size_t jobs_in(const struct findings *findings)
{
    return jobs_at(findings, BKJ_LEVEL_OK) + jobs_at(findings, BKJ_LEVEL_WARNING) + jobs_at(findings, BKJ_LEVEL_CRITICAL)
        + jobs_at(findings, BKJ_LEVEL_UNKNOWN);
}

static const char *called(const struct finding *finding)
{
    return finding->name != NULL ? finding->name : finding->id;
}

static void add_finding(struct text *out, const struct finding *finding)
{
    if (called(finding) != NULL) {
        text_add_clean(out, called(finding));
        text_add(out, ": ");
    }
    text_add_clean(out, finding->reason.at);
    if (finding->level == BKJ_LEVEL_OK && finding->age_ms != BKJ_ABSENT) {
        text_add(out, " (%.1f h ago)", (double)finding->age_ms / 3600e3);
    }
}

static void add_summary(struct text *out, const struct findings *findings)
{
    const size_t jobs = jobs_in(findings);
    size_t bad = 0, named = 0;
    const char *between = "";
    if (findings->count == 1) {
        add_finding(out, &findings->at[0]);
        return;
    }
    for (size_t i = 0; i < 4; i++) {
        const int level = worst_first[i];
        const size_t count = jobs_at(findings, level);
        if (count > 0) {
            text_add(out, "%s%zu of %zu jobs %s", between, count, jobs, words[level]);
            between = ", ";
        }
        bad += level != BKJ_LEVEL_OK ? count : 0;
    }
    for (size_t i = 0; worst_first[i] != BKJ_LEVEL_OK; i++) {
        for (size_t at = 0; at < findings->count; at++) {
            if (findings->at[at].level == worst_first[i] && named < NAMED) {
                text_add(out, "; ");
                add_finding(out, &findings->at[at]);
                named++;
            }
        }
    }
    if (bad > named) {
        text_add(out, "; and %zu more", bad - named);
    }
}

/* value;warning;critical;least: ages are measured in seconds, the ranges are in hours. */
static void add_age(struct text *out, int64_t age_ms, const struct arguments *arguments)
{
    text_add(out, "=%" PRId64 "s;", age_ms / 1000);
    range_add(out, &arguments->warning, 3600);
    text_add(out, ";");
    range_add(out, &arguments->critical, 3600);
    text_add(out, ";0");
}

/* Its name; its id where another job has the same name. */
static const char *called_here(const struct findings *findings, const struct finding *finding)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *other = &findings->at[i];
        if (other != finding && other->name != NULL && finding->name != NULL && strcmp(other->name, finding->name) == 0) {
            return finding->id;
        }
    }
    return called(finding);
}

/* `name` is NULL where there is only one job. */
static void add_label(struct text *out, const char *name, const char *what)
{
    text_add(out, " ");
    if (name == NULL) {
        text_add(out, "%s", what);
    } else {
        text_add_label(out, name, what);
    }
}

static void add_run(struct text *out, const struct finding *finding, const char *name)
{
    int64_t started = 0, ended = 0, number = 0;
    if (bkj_run_started(finding->run, &started) && bkj_run_ended(finding->run, &ended) && ended >= started) {
        add_label(out, name, "duration");
        text_add(out, "=%" PRId64 "s;;;0", (ended - started) / 1000);
    }
    if (bkj_run_bytes(finding->run, &number)) {
        add_label(out, name, "bytes");
        text_add(out, "=%" PRId64 "B;;;0", number);
    }
    if (bkj_run_objects(finding->run, &number)) {
        add_label(out, name, "objects");
        text_add(out, "=%" PRId64 ";;;0", number);
    }
}

static void add_measures(struct text *out, const struct findings *findings, const struct arguments *arguments)
{
    const bool alone = arguments->job_count == 1 && findings->count == 1;
    int64_t oldest = BKJ_ABSENT;
    text_add(out, " | jobs=%zu;;;0", jobs_in(findings));
    for (size_t i = 0; i < 4; i++) {
        static const char *const labels[] = { "ok", "warning", "critical", "unknown" };
        text_add(out, " %s=%zu;;;0", labels[i], jobs_at(findings, (int)i));
    }
    for (size_t i = 0; i < findings->count; i++) {
        oldest = findings->at[i].age_ms > oldest ? findings->at[i].age_ms : oldest;
    }
    if (oldest != BKJ_ABSENT) {
        text_add(out, " age");
        add_age(out, oldest, arguments);
    }
    for (size_t i = 0; i < findings->count && findings->count <= MEASURED; i++) {
        const struct finding *finding = &findings->at[i];
        const char *name = alone ? NULL : called_here(findings, finding);
        if (finding->age_ms != BKJ_ABSENT && !alone) {
            add_label(out, name, "age");
            add_age(out, finding->age_ms, arguments);
        }
        if (finding->run != NULL) {
            add_run(out, finding, name);
        }
    }
}

static void add_details(struct text *out, const struct finding *finding)
{
    const struct bkj_run *run = finding->run;
    int64_t time = 0;
    text_add(out, "  job %s", finding->id != NULL ? "" : "-");
    text_add_clean(out, finding->id);
    text_add(out, ", run ");
    text_add_clean(out, bkj_run_id(run));
    text_add(out, ", %s", bkj_phase_name(bkj_run_phase(run)));
    if (bkj_run_outcome(run) != BKJ_ABSENT) {
        text_add(out, ", %s", bkj_outcome_name(bkj_run_outcome(run)));
    }
    text_add(out, " (");
    text_add_clean(out, bkj_run_raw_status(run));
    text_add(out, ")");
    if (bkj_run_started(run, &time)) {
        text_add(out, ", started %" PRId64, time / 1000);
    }
    if (bkj_run_ended(run, &time)) {
        text_add(out, ", ended %" PRId64, time / 1000);
    }
    text_add(out, "\n");
}

static void add_requests(struct text *out, const struct text *requests)
{
    if (requests->length > 0) {
        text_add(out, "requests:\n%s", requests->at);
    }
}

void line_of(const struct findings *findings, const struct arguments *arguments, bool insecure, const struct text *requests,
             struct text *out)
{
    text_add(out, "BACKUP %s - ", words[findings->level & 3]);
    add_summary(out, findings);
    /* A reason says so, too, but only some are shown. */
    if (insecure && strstr(out->at, "certificate is not checked") == NULL) {
        text_add(out, " (the server's certificate is not checked)");
    }
    /* A server that was not asked has no number of jobs. */
    if (jobs_in(findings) > 0) {
        add_measures(out, findings, arguments);
    }
    text_add(out, "\n");
    for (size_t i = 0; arguments->verbose >= 1 && i < findings->count; i++) {
        const struct finding *finding = &findings->at[i];
        text_add(out, "%s - ", words[finding->level & 3]);
        add_finding(out, finding);
        text_add(out, "\n");
        if (arguments->verbose >= 2 && finding->run != NULL) {
            add_details(out, finding);
        }
    }
    add_requests(out, requests);
}

void line_unknown(const char *why, const struct text *requests, struct text *out)
{
    text_add(out, "BACKUP UNKNOWN - ");
    text_add_clean(out, why);
    text_add(out, "\n");
    add_requests(out, requests);
}
