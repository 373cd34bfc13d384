/* What the library says of each job, and what the thresholds add to it. The judging is the library's: bkj_server_check(). */
#ifndef FINDINGS_H
#define FINDINGS_H

#include "arguments.h"

#include <backupjobs.h>

struct finding {
    int level;
    const char *id, *name;     /* NULL where there is no job, or its name is not known. */
    const struct bkj_run *run; /* What it rests on; NULL: none. */
    int64_t age_ms;            /* Of the newest good run; BKJ_ABSENT: none was found. */
    struct text reason;        /* One line. */
};

struct findings {
    struct finding *at;
    size_t count;
    int level; /* The worst. */
    /* What the findings point into. */
    struct bkj_report *report;
    struct bkj_verdict **verdicts;
    size_t verdict_count;
};

/* Looks at the jobs that the arguments name, or at all. `findings` may be freed also on failure. */
bkj_status findings_get(const struct bkj_server *server, const struct arguments *arguments, struct findings *findings,
                        struct bkj_error **err);
/* Whether one level is worse than another: a failed backup is worse than one nobody can tell of. */
bool level_is_worse(int level, int than);
void findings_free(struct findings *findings);

#endif
