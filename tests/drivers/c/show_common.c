/* Printing objects of the common model. */
#include "driver.h"

void show_common_job(const struct path *path, const struct bkj_job *o)
{
    show_text(path, "system", bkj_system_name(bkj_job_system(o)));
    TEXT(bkj_job, id);
    TEXT(bkj_job, name);
    FLAG(bkj_job, enabled);
    TEXT(bkj_job, raw_status);
    NUMBER(bkj_job, last_run);
    NUMBER(bkj_job, next_run);
}

void show_run(const struct path *path, const struct bkj_run *o)
{
    show_text(path, "system", bkj_system_name(bkj_run_system(o)));
    TEXT(bkj_run, job_id);
    TEXT(bkj_run, id);
    show_text(path, "phase", bkj_phase_name(bkj_run_phase(o)));
    show_text(path, "outcome", bkj_outcome_name(bkj_run_outcome(o)));
    TEXT(bkj_run, raw_status);
    NUMBER(bkj_run, started);
    NUMBER(bkj_run, ended);
    NUMBER(bkj_run, percent);
    NUMBER(bkj_run, objects);
    NUMBER(bkj_run, bytes);
    TEXT(bkj_run, message);
    FLAG(bkj_run, will_be_retried);
    TEXT(bkj_run, retry_of);
}

void show_account_line(const struct path *path, const struct bkj_line *o)
{
    NUMBER(bkj_line, at);
    TEXT(bkj_line, severity);
    TEXT(bkj_line, text);
}

void show_verdict(const struct path *path, const struct bkj_verdict *o)
{
    show_text(path, "level", bkj_level_name(bkj_verdict_level(o)));
    TEXT(bkj_verdict, reason);
    TEXT(bkj_verdict, job_id);
    TEXT(bkj_verdict, job_name);
}
