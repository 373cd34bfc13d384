/* server.*: the verbs that all three systems share. */
#include "driver.h"

#include <string.h>

bkj_status found_run(bkj_status status, struct bkj_run *run)
{
    if (status == BKJ_OK) {
        show_run(&top, run);
        remember_run(run);
    }
    bkj_run_free(run);
    return status;
}

bkj_status start_options(struct command *command, struct bkj_start_options **out)
{
    struct bkj_start_options *options = bkj_start_options_new();
    const char *if_running = get(command, "if_running");
    bkj_status status = bkj_start_options_set_full(options, flag(command, "full"), &failure);
    if (status == BKJ_OK && if_running != NULL) {
        const int32_t code = bkj_if_running_from_name(if_running);
        status = code == BKJ_ABSENT ? NO_SENSE : bkj_start_options_set_if_running(options, code, &failure);
    }
    if (status == BKJ_OK && get(command, "settle_ms") != NULL) {
        status = bkj_start_options_set_settle_ms(options, number(command, "settle_ms", 0), &failure);
    }
    if (status == BKJ_OK && get(command, "look_every_ms") != NULL) {
        status = bkj_start_options_set_look_every_ms(options, number(command, "look_every_ms", 0), &failure);
    }
    *out = options;
    return status == BKJ_OK && command->trouble != NULL ? NO_SENSE : status;
}

bkj_status found_start(bkj_status status, struct bkj_started *started)
{
    if (status == BKJ_OK) {
        show_run(&top, bkj_started_run(started));
        remember_run(bkj_started_run(started));
        line("origin", bkj_origin_name(bkj_started_origin(started)));
    }
    bkj_started_free(started);
    return status;
}

static bkj_status start(struct command *command, const char *job)
{
    struct bkj_start_options *options = NULL;
    struct bkj_started *started = NULL;
    bkj_status status = start_options(command, &options);
    if (status == BKJ_OK) {
        status = bkj_server_start(server, job, options, &started, &failure);
    }
    bkj_start_options_free(options);
    return found_start(status, started);
}

bkj_status server_command(struct command *command, const char *verb)
{
    const struct bkj_server *client = server;
    if (client == NULL) {
        return NO_SENSE;
    } else if (IS("jobs")) {
        ALL(bkj_job_list, show_common_job, bkj_server_jobs);
    } else if (IS("verdict")) {
        return judge(command);
    } else if (IS("carry_out")) {
        return carry_out(command);
    } else if (IS("ticket")) {
        return show_ticket();
    } else if (IS("reload")) {
        return reload(command);
    } else if (IS("wait_all")) {
        return wait_for_all(command);
    } else if (IS("check_all")) {
        return check_all(command);
    } else if (IS("insecure")) {
        show_flag(&top, "insecure", bkj_server_insecure(client));
        return BKJ_OK;
    } else if (IS("supports")) {
        const char *name = need(command, "verb");
        const int32_t code = name != NULL ? bkj_verb_from_name(name) : BKJ_ABSENT;
        if (code == BKJ_ABSENT) {
            return NO_SENSE;
        }
        line("supports", bkj_server_supports(client, code) ? "true" : "false");
        return BKJ_OK;
    }
    const char *job = need(command, "job");
    if (job == NULL) {
        return NO_SENSE;
    } else if (IS("job")) {
        struct bkj_job *found = NULL;
        const bkj_status status = bkj_server_job(client, job, &found, &failure);
        if (status == BKJ_OK) {
            show_common_job(&top, found);
        }
        bkj_job_free(found);
        return status;
    } else if (IS("runs")) {
        struct bkj_run_list *list = NULL;
        const size_t limit = (size_t)number(command, "limit", 0);
        const bkj_status status =
            command->trouble != NULL ? NO_SENSE : bkj_server_runs(client, job, limit, &list, &failure);
        LIST(bkj_run_list, show_run);
    } else if (IS("run")) {
        struct bkj_run *found = NULL;
        const char *run = id_of(command, "run");
        const bkj_status status = run != NULL ? bkj_server_run(client, job, run, &found, &failure) : NO_SENSE;
        return found_run(status, found);
    } else if (IS("start")) {
        return start(command, job);
    } else if (IS("wait")) {
        return wait_for(command, job);
    } else if (IS("prepare")) {
        return prepare(command, job);
    } else if (IS("check")) {
        return check(command, job);
    } else if (IS("explain")) {
        return explain(command, job);
    } else if (IS("stop")) {
        return bkj_server_stop(client, job, &failure);
    } else if (IS("enable")) {
        return bkj_server_enable(client, job, &failure);
    } else if (IS("disable")) {
        return bkj_server_disable(client, job, &failure);
    }
    return NO_SENSE;
}
