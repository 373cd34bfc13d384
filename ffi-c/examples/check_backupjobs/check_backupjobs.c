/*
 * A plugin for Nagios, Icinga and their kin, and for Zabbix: are the backups of a server good, and young enough? Its manual
 * is ffi-c/man/check_backupjobs.1.
 *
 *   cd ffi-c/examples/check_backupjobs && cc *.c -lbackupjobs -o check_backupjobs
 *
 * It is green only on positive evidence: what cannot be asked, read or understood is UNKNOWN. It ends before its timeout,
 * whatever the server does: see deadline.h.
 */
#include "arguments.h"
#include "deadline.h"
#include "findings.h"
#include "line.h"
#include "server.h"
#include "zabbix.h"

#include <backupjobs.h>
#include <string.h>

/* Asks the server; the exit code. */
static int ask(const struct bkj_server *server, const struct arguments *arguments, const struct text *requests,
               struct text *out, struct bkj_error **err)
{
    struct findings findings;
    int code = BKJ_LEVEL_UNKNOWN;
    memset(&findings, 0, sizeof findings);
    if (arguments->mode == ZABBIX_DISCOVERY) {
        struct bkj_job_list *jobs = NULL;
        if (bkj_server_jobs(server, &jobs, err) == BKJ_OK) {
            zabbix_discovery(jobs, out);
            code = 0;
        }
        bkj_job_list_free(jobs);
    } else if (findings_get(server, arguments, &findings, err) == BKJ_OK) {
        code = findings.level;
        if (arguments->mode == ZABBIX_JOB) {
            zabbix_job(&findings.at[0], server, out);
            /* The level is in the answer. */
            code = 0;
        } else {
            line_of(&findings, arguments, bkj_server_insecure(server), requests, out);
        }
    }
    findings_free(&findings);
    return code;
}

/* What there is to say when nothing was found out. A discovery then is no JSON: an empty list would tell Zabbix that all jobs
 * are gone. */
static int give_up(const struct arguments *arguments, const char *why, const struct text *requests, struct text *out)
{
    if (arguments->mode == ZABBIX_JOB) {
        zabbix_job_unknown(why, out);
        return 0;
    }
    line_unknown(why, requests, out);
    return BKJ_LEVEL_UNKNOWN;
}

static int give_up_after(const struct arguments *arguments, const struct bkj_error *err, const struct text *requests,
                         struct text *out)
{
    struct text why = { NULL, 0, 0 };
    if (bkj_error_kind(err) == BKJ_ERR_CANCELLED) {
        text_add(&why, "no result within %u s, %s", arguments->timeout_s, bkj_error_operation(err));
    } else {
        text_add(&why, "%s", bkj_error_line(err));
    }
    const int code = give_up(arguments, why.at, requests, out);
    text_free(&why);
    return code;
}

static void begin(const struct arguments *arguments)
{
    struct text why = { NULL, 0, 0 }, last_words = why;
    text_add(&why, "no result within %u s", arguments->timeout_s);
    const int code = give_up(arguments, why.at, &(const struct text){ NULL, 0, 0 }, &last_words);
    deadline_begin(arguments->timeout_s, last_words.at, code);
    text_free(&why);
    text_free(&last_words);
}

int main(int argc, char **argv)
{
    struct arguments arguments;
    struct text out = { NULL, 0, 0 }, requests = out;
    struct bkj_server *server = NULL;
    struct bkj_error *err = NULL;
    int code = BKJ_LEVEL_UNKNOWN;

    if (arguments_read(&arguments, argc, argv, &out)) {
        begin(&arguments);
        if (server_open(&arguments, &requests, &server, &err) == BKJ_OK) {
            code = ask(server, &arguments, &requests, &out, &err);
        }
        if (err != NULL) {
            code = give_up_after(&arguments, err, &requests, &out);
        }
    }
    code = deadline_answer(code, out.at, out.length);

    /* Ends the session on the server. The answer is out already: this may take a while, and may be ended by the alarm. */
    bkj_server_free(server);
    bkj_error_free(err);
    text_free(&out);
    text_free(&requests);
    arguments_free(&arguments);
    return code;
}
