/* Verdicts, reports and accounts. */
#include "driver.h"

#include <stdlib.h>

bkj_status judge(struct command *command)
{
    struct bkj_policy *policy = bkj_policy_new();
    struct bkj_verdict *verdict = NULL;
    bkj_status status = bkj_policy_set_warnings_ok(policy, flag(command, "warnings_ok") == 1, &failure);
    if (status == BKJ_OK) {
        status = last_run == NULL ? NO_SENSE : bkj_verdict_of(last_run, policy, &verdict, &failure);
    }
    if (status == BKJ_OK) {
        line("level", bkj_level_name(bkj_verdict_level(verdict)));
        line("reason", bkj_verdict_reason(verdict));
    }
    bkj_verdict_free(verdict);
    bkj_policy_free(policy);
    return status;
}

static bkj_status policy_of(struct command *command, struct bkj_policy **out)
{
    struct bkj_policy *policy = bkj_policy_new();
    bkj_status status = bkj_policy_set_warnings_ok(policy, flag(command, "warnings_ok") == 1, &failure);
    if (status == BKJ_OK) {
        status = bkj_policy_set_disabled_ok(policy, flag(command, "disabled_ok") == 1, &failure);
    }
    if (status == BKJ_OK && get(command, "max_age_s") != NULL) {
        status = bkj_policy_set_max_age_ms(policy, (int64_t)number(command, "max_age_s", 0) * 1000, &failure);
    }
    if (status == BKJ_OK && flag(command, "any_age") == 1) {
        status = bkj_policy_set_max_age_ms(policy, BKJ_ABSENT, &failure);
    }
    if (status == BKJ_OK && get(command, "max_running_s") != NULL) {
        status = bkj_policy_set_max_running_ms(policy, (int64_t)number(command, "max_running_s", 0) * 1000, &failure);
    }
    if (status == BKJ_OK && get(command, "now") != NULL) {
        status = bkj_policy_set_now(policy, (int64_t)number(command, "now", 0) * 1000, &failure);
    }
    *out = policy;
    return status == BKJ_OK && command->trouble != NULL ? NO_SENSE : status;
}

bkj_status check(struct command *command, const char *job)
{
    struct bkj_policy *policy = NULL;
    struct bkj_verdict *o = NULL;
    bkj_status status = policy_of(command, &policy);
    if (status == BKJ_OK) {
        status = bkj_server_check(server, job, policy, &o, &failure);
    }
    if (status == BKJ_OK) {
        const struct path *path = &top;
        int64_t age = 0;
        show_verdict(path, o);
        INSIDE(bkj_verdict, run, show_run);
        const bool known = bkj_verdict_age_ms(o, &age);
        show_number(path, "age", known, age / 1000);
    }
    bkj_verdict_free(o);
    bkj_policy_free(policy);
    return status;
}

bkj_status check_all(struct command *command)
{
    const char *expect = get(command, "expect");
    struct bkj_policy *policy = NULL;
    struct bkj_report *o = NULL;
    bkj_status status = policy_of(command, &policy);
    if (status == BKJ_OK) {
        size_t count = 0;
        const char **expected = split(expect != NULL ? expect : "", &count);
        status = bkj_server_check_all(server, policy, expected, count, &o, &failure);
        free(expected);
    }
    if (status == BKJ_OK) {
        const struct path *path = &top;
        show_text(path, "level", bkj_level_name(bkj_report_level(o)));
        FLAG(bkj_report, insecure);
        EACH(bkj_report, verdicts, show_verdict);
    }
    bkj_report_free(o);
    bkj_policy_free(policy);
    return status;
}

bkj_status explain(struct command *command, const char *job)
{
    const char *run = id_of(command, "run");
    struct bkj_account *o = NULL;
    const bkj_status status = run != NULL ? bkj_server_explain(server, job, run, &o, &failure) : NO_SENSE;
    if (status == BKJ_OK) {
        const struct path *path = &top;
        line("run.id", bkj_run_id(bkj_account_run(o)));
        EACH(bkj_account, lines, show_account_line);
        line("account", bkj_account_text(o));
    }
    bkj_account_free(o);
    return status;
}
