#include "findings.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>

bool level_is_worse(int level, int than)
{
    static const int badness[] = { 0, 1, 3, 2 };
    return badness[level & 3] > badness[than & 3];
}

static struct finding *new_finding(struct findings *findings, int level)
{
    findings->at = memory_grow(findings->at, (findings->count + 1) * sizeof *findings->at);
    struct finding *finding = &findings->at[findings->count++];
    memset(finding, 0, sizeof *finding);
    finding->level = level;
    finding->age_ms = BKJ_ABSENT;
    return finding;
}

static void raise_level(struct finding *finding, int level, const struct range *range, const char *what)
{
    const double hours = (double)finding->age_ms / 3600e3;
    if (range_alerts(range, hours)) {
        text_add(&finding->reason, "; the last good run ended %.1f h ago (%s: ", hours, what);
        text_add_clean(&finding->reason, range->given);
        text_add(&finding->reason, ")");
        finding->level = level_is_worse(level, finding->level) ? level : finding->level;
    }
}

static void add_verdict(struct findings *findings, const struct bkj_verdict *verdict, const struct arguments *arguments)
{
    struct finding *finding = new_finding(findings, bkj_verdict_level(verdict));
    finding->id = bkj_verdict_job_id(verdict);
    finding->name = bkj_verdict_job_name(verdict);
    finding->run = bkj_verdict_run(verdict);
    text_add_clean(&finding->reason, bkj_verdict_reason(verdict));
    if (bkj_verdict_age_ms(verdict, &finding->age_ms)) {
        if (range_alerts(&arguments->critical, (double)finding->age_ms / 3600e3)) {
            raise_level(finding, BKJ_LEVEL_CRITICAL, &arguments->critical, "critical");
        } else {
            raise_level(finding, BKJ_LEVEL_WARNING, &arguments->warning, "warning");
        }
    } else if (finding->level == BKJ_LEVEL_OK) {
        finding->level = BKJ_LEVEL_UNKNOWN;
        text_add(&finding->reason, "; nobody can tell when");
    }
}

/* Any age: the ranges judge that. */
static bkj_status make_policy(const struct arguments *arguments, struct bkj_policy **out, struct bkj_error **err)
{
    *out = bkj_policy_new();
    bkj_status status = bkj_policy_set_max_age_ms(*out, BKJ_ABSENT, err);
    status = status != BKJ_OK ? status : bkj_policy_set_max_running_ms(*out, arguments->max_running_ms, err);
    status = status != BKJ_OK ? status : bkj_policy_set_warnings_ok(*out, arguments->warnings_ok, err);
    return status != BKJ_OK ? status : bkj_policy_set_disabled_ok(*out, arguments->disabled_ok, err);
}

static bkj_status check_all(const struct bkj_server *server, const struct bkj_policy *policy,
                            const struct arguments *arguments, struct findings *findings, struct bkj_error **err)
{
    const bkj_status status = bkj_server_check_all(server, policy, NULL, 0, &findings->report, err);
    for (size_t i = 0; status == BKJ_OK && i < bkj_report_verdicts_len(findings->report); i++) {
        add_verdict(findings, bkj_report_verdicts_at(findings->report, i), arguments);
    }
    return status;
}

static bkj_status check_one(const struct bkj_server *server, const struct bkj_policy *policy, const char *id,
                            const struct arguments *arguments, struct findings *findings, struct bkj_error **err)
{
    struct bkj_verdict *verdict = NULL;
    findings->verdicts = memory_grow(findings->verdicts, (findings->verdict_count + 1) * sizeof *findings->verdicts);
    const bkj_status status = bkj_server_check(server, id, policy, &verdict, err);
    if (status == BKJ_OK) {
        findings->verdicts[findings->verdict_count++] = verdict;
        add_verdict(findings, verdict, arguments);
    }
    return status;
}

static bool is_wanted(const struct bkj_job *job, const char *wanted)
{
    return strcmp(bkj_job_id(job), wanted) == 0 || strcmp(bkj_job_name(job), wanted) == 0;
}

/* Only the histories of the named jobs are read: there may be hundreds of others. */
static bkj_status check_named(const struct bkj_server *server, const struct bkj_policy *policy,
                              const struct arguments *arguments, struct findings *findings, struct bkj_error **err)
{
    struct bkj_job_list *jobs = NULL;
    bkj_status status = bkj_server_jobs(server, &jobs, err);
    const size_t count = bkj_job_list_len(jobs);
    for (size_t i = 0; status == BKJ_OK && i < count; i++) {
        const struct bkj_job *job = bkj_job_list_at(jobs, i);
        size_t at = 0;
        while (at < arguments->job_count && !is_wanted(job, arguments->jobs[at])) {
            at++;
        }
        if (at < arguments->job_count) {
            status = check_one(server, policy, bkj_job_id(job), arguments, findings, err);
        }
    }
    for (size_t at = 0; status == BKJ_OK && at < arguments->job_count; at++) {
        size_t i = 0;
        while (i < count && !is_wanted(bkj_job_list_at(jobs, i), arguments->jobs[at])) {
            i++;
        }
        if (i == count) {
            struct finding *missing = new_finding(findings, BKJ_LEVEL_CRITICAL);
            missing->id = arguments->jobs[at];
            text_add(&missing->reason, "the job is not on the server");
        }
    }
    bkj_job_list_free(jobs);
    return status;
}

bkj_status findings_get(const struct bkj_server *server, const struct arguments *arguments, struct findings *findings,
                        struct bkj_error **err)
{
    struct bkj_policy *policy = NULL;
    bkj_status status = make_policy(arguments, &policy, err);
    if (status == BKJ_OK && arguments->mode == ZABBIX_JOB) {
        status = check_one(server, policy, arguments->zabbix_job, arguments, findings, err);
    } else if (status == BKJ_OK && arguments->job_count > 0) {
        status = check_named(server, policy, arguments, findings, err);
    } else if (status == BKJ_OK) {
        status = check_all(server, policy, arguments, findings, err);
    }
    bkj_policy_free(policy);
    findings->level = findings->count > 0 ? BKJ_LEVEL_OK : BKJ_LEVEL_UNKNOWN;
    for (size_t i = 0; i < findings->count; i++) {
        if (level_is_worse(findings->at[i].level, findings->level)) {
            findings->level = findings->at[i].level;
        }
    }
    return status;
}

void findings_free(struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        text_free(&findings->at[i].reason);
    }
    for (size_t i = 0; i < findings->verdict_count; i++) {
        bkj_verdict_free(findings->verdicts[i]);
    }
    free(findings->at);
    free(findings->verdicts);
    bkj_report_free(findings->report);
    memset(findings, 0, sizeof *findings);
}
