/* server.wait and server.wait_all. */
#include "driver.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct listener {
    bool shown;
    uint64_t calls;
    uint64_t last;
};

static int32_t heard(struct listener *listener, const size_t *index, const struct bkj_progress *progress)
{
    const struct bkj_run *o = bkj_progress_run(progress);
    if (listener->shown) {
        struct path here;
        const struct path *path = &here;
        snprintf(here.text, sizeof here.text, "progress[%" PRIu64 "]", listener->calls);
        show_number(path, "index", index != NULL, index != NULL ? (int64_t)*index : 0);
        if (o != NULL) {
            show_text(path, "phase", bkj_phase_name(bkj_run_phase(o)));
            TEXT(bkj_run, raw_status);
            NUMBER(bkj_run, percent);
            NUMBER(bkj_run, objects);
        }
        show_text(path, "trouble", bkj_progress_trouble(progress));
    }
    listener->calls++;
    return listener->last != 0 && listener->calls >= listener->last;
}

static int32_t on_progress(void *userdata, const struct bkj_progress *progress)
{
    return heard(userdata, NULL, progress);
}

static int32_t on_progress_of(void *userdata, size_t index, const struct bkj_progress *progress)
{
    return heard(userdata, &index, progress);
}

static bkj_status wait_options(struct command *command, struct listener *listener, struct bkj_wait_options **out)
{
    struct bkj_wait_options *options = bkj_wait_options_new();
    bkj_status status = BKJ_OK;
    if (get(command, "deadline_ms") != NULL) {
        status = bkj_wait_options_set_deadline_ms(options, number(command, "deadline_ms", 0), &failure);
    }
    if (status == BKJ_OK && get(command, "poll_min_ms") != NULL) {
        status = bkj_wait_options_set_poll_min_ms(options, number(command, "poll_min_ms", 0), &failure);
    }
    if (status == BKJ_OK && get(command, "poll_max_ms") != NULL) {
        status = bkj_wait_options_set_poll_max_ms(options, number(command, "poll_max_ms", 0), &failure);
    }
    if (status == BKJ_OK && get(command, "unreachable_ms") != NULL) {
        status = bkj_wait_options_set_unreachable_ms(options, number(command, "unreachable_ms", 0), &failure);
    }
    *listener = (struct listener){flag(command, "progress") == 1, 0, number(command, "cancel_after_polls", 0)};
    *out = options;
    return status == BKJ_OK && command->trouble != NULL ? NO_SENSE : status;
}

bkj_status wait_for(struct command *command, const char *job)
{
    const char *run = id_of(command, "run");
    struct bkj_wait_options *options = NULL;
    struct bkj_run *ended = NULL;
    struct listener listener;
    bkj_status status = wait_options(command, &listener, &options);
    if (status == BKJ_OK) {
        status = bkj_server_wait(server, job, run, options, on_progress, &listener, &ended, &failure);
    }
    bkj_wait_options_free(options);
    return found_run(status, ended);
}

static void show_results(const struct bkj_wait_result_list *results)
{
    for (size_t i = 0; i < bkj_wait_result_list_len(results); i++) {
        const struct path path = element(&top, i);
        const struct bkj_wait_result *result = bkj_wait_result_list_at(results, i);
        const struct bkj_error *error = bkj_wait_result_error(result);
        if (error != NULL) {
            show_text(&path, "error", bkj_status_name(bkj_error_kind(error)));
        } else {
            show_run(&path, bkj_wait_result_run(result));
        }
    }
}

bkj_status wait_for_all(struct command *command)
{
    const char *refs = need(command, "refs");
    if (refs == NULL) {
        return NO_SENSE;
    }
    size_t count = 0;
    const char **jobs = split(refs, &count);
    const char **runs = malloc((count + 1) * sizeof *runs);
    if (runs == NULL) {
        abort();
    }
    for (size_t i = 0; i < count; i++) {
        char *colon = strchr(jobs[i], ':');
        if (colon == NULL) {
            command->trouble = "a ref is no job:run";
            break;
        }
        *colon = '\0';
        runs[i] = meant(command, colon + 1);
    }
    struct bkj_wait_options *options = NULL;
    struct bkj_wait_result_list *results = NULL;
    struct listener listener;
    bkj_status status = wait_options(command, &listener, &options);
    if (status == BKJ_OK) {
        status = bkj_server_wait_all(server, jobs, runs, count, options, on_progress_of, &listener, &results, &failure);
    }
    show_results(results);
    bkj_wait_result_list_free(results);
    bkj_wait_options_free(options);
    free(runs);
    free(jobs);
    return status;
}
