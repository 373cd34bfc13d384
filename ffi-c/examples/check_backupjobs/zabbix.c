#include "zabbix.h"

#include <inttypes.h>

static void add_words(struct text *out, const char *member, const char *words)
{
    if (words != NULL) {
        text_add(out, ",\"%s\":", member);
        text_add_json(out, words);
    }
}

static void add_seconds(struct text *out, const char *member, int64_t milliseconds)
{
    text_add(out, ",\"%s\":%" PRId64, member, milliseconds / 1000);
}

void zabbix_discovery(const struct bkj_job_list *jobs, struct text *out)
{
    static const char *const enabled[] = { "unknown", "no", "yes" };
    text_add(out, "[");
    for (size_t i = 0; i < bkj_job_list_len(jobs); i++) {
        const struct bkj_job *job = bkj_job_list_at(jobs, i);
        text_add(out, "%s{\"{#JOB.ID}\":", i > 0 ? "," : "");
        text_add_json(out, bkj_job_id(job));
        add_words(out, "{#JOB.NAME}", bkj_job_name(job));
        add_words(out, "{#JOB.SYSTEM}", bkj_system_name(bkj_job_system(job)));
        /* Macros take no null. */
        add_words(out, "{#JOB.ENABLED}", enabled[bkj_job_enabled(job) + 1]);
        text_add(out, "}");
    }
    text_add(out, "]\n");
}

static void add_run(struct text *out, const struct bkj_run *run)
{
    int64_t started = 0, ended = 0, number = 0;
    const bool began = bkj_run_started(run, &started), over = bkj_run_ended(run, &ended);
    add_words(out, "run", bkj_run_id(run));
    add_words(out, "phase", bkj_phase_name(bkj_run_phase(run)));
    add_words(out, "outcome", bkj_outcome_name(bkj_run_outcome(run)));
    add_words(out, "raw_status", bkj_run_raw_status(run));
    if (began) {
        add_seconds(out, "started", started);
    }
    if (over) {
        add_seconds(out, "ended", ended);
    }
    if (began && over && ended >= started) {
        add_seconds(out, "duration", ended - started);
    }
    if (bkj_run_bytes(run, &number)) {
        text_add(out, ",\"bytes\":%" PRId64, number);
    }
    if (bkj_run_objects(run, &number)) {
        text_add(out, ",\"objects\":%" PRId64, number);
    }
}

void zabbix_job(const struct finding *finding, const struct bkj_server *server, struct text *out)
{
    text_add(out, "{\"level\":%d", finding->level);
    add_words(out, "level_name", bkj_level_name(finding->level));
    add_words(out, "reason", finding->reason.at);
    add_words(out, "system", bkj_system_name(bkj_server_system(server)));
    add_words(out, "id", finding->id);
    add_words(out, "name", finding->name);
    text_add(out, ",\"insecure\":%s", bkj_server_insecure(server) ? "true" : "false");
    if (finding->age_ms != BKJ_ABSENT) {
        add_seconds(out, "age", finding->age_ms);
    }
    if (finding->run != NULL) {
        add_run(out, finding->run);
    }
    text_add(out, "}\n");
}

void zabbix_job_unknown(const char *why, struct text *out)
{
    text_add(out, "{\"level\":%d", BKJ_LEVEL_UNKNOWN);
    add_words(out, "level_name", bkj_level_name(BKJ_LEVEL_UNKNOWN));
    add_words(out, "reason", why);
    text_add(out, "}\n");
}
