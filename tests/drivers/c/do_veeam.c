/* veeam.*: the calls of a Veeam client. */
#include "driver.h"

#include <stdio.h>
#include <string.h>

static bkj_status detect(struct command *command)
{
    const char *url = need(command, "url");
    if (url == NULL) {
        return NO_SENSE;
    }
    struct bkj_client_options *options = NULL;
    int32_t dialects[16];
    size_t count = 0;
    bkj_status status = options_of(command, &options);
    SET(bkj_veeam_detect(url, options, dialects, sizeof dialects / sizeof dialects[0], &count, &failure));
    bkj_client_options_free(options);
    for (size_t i = 0; i < count; i++) {
        char version[16];
        snprintf(version, sizeof version, "v%d", (int)dialects[i]);
        line(element(&top, i).text, version);
    }
    return status;
}

bkj_status veeam_command(struct command *command, const char *verb)
{
    if (IS("detect")) {
        return detect(command);
    } else if (veeam == NULL) {
        return NO_SENSE;
    } else if (IS("login")) {
        return bkj_veeam_login(veeam, &failure);
    }
    bkj_status (*const rooms[])(struct command *command, const char *verb) = {
        veeam_jobs, veeam_items, veeam_runs, veeam_copies, veeam_restores, veeam_places,
    };
    bkj_status status = NOT_HERE;
    for (size_t i = 0; status == NOT_HERE && i < sizeof rooms / sizeof rooms[0]; i++) {
        status = rooms[i](command, verb);
    }
    return status == NOT_HERE ? NO_SENSE : status;
}
