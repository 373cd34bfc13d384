/* What the plugin is told on its command line. */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include "range.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mode { CHECK, ZABBIX_DISCOVERY, ZABBIX_JOB };

struct arguments {
    enum mode mode;
    int32_t system; /* A BKJ_SYSTEM_... number. */
    struct text url;
    int32_t veeam_version;
    const char *site;
    /* Where secrets come from: see credential.h. */
    const char *user, *password, *token;
    /* At most one of these four. */
    const char *ca_file, *pin, *known_hosts;
    bool insecure;
    /* Ids or names; without any, all jobs are looked at. */
    const char **jobs;
    size_t job_count;
    const char *zabbix_job;
    /* Ages of the newest good run, in hours. */
    struct range warning, critical;
    bool warnings_ok, disabled_ok;
    int64_t max_running_ms; /* BKJ_ABSENT: any time. */
    unsigned timeout_s;
    int verbose;
};

/* False when the plugin is to end at once; `out` then says why, or is the help or the version that was asked for. */
bool arguments_read(struct arguments *arguments, int argc, char **argv, struct text *out);
void arguments_free(struct arguments *arguments);

#endif
