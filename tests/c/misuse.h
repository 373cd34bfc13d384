/* What the program made by misuse.py needs: bad texts, an object of every type, and what every answer must be like. */
#ifndef MISUSE_H
#define MISUSE_H

#include <backupjobs.h>
#include "bkj_test.h"

enum { NOT_UTF_8 = 4, LINES = NOT_UTF_8, BAD = 9, LONG = 1 << 20, LINE_LIMIT = 4096 };

static char very_long[LONG + 1];
/* Where files with strange names may be. */
static char folder[] = "/tmp/backupjobs-misuse-XXXXXX";

/* The first are not UTF-8: no text at all, an overlong NUL, half of a surrogate pair, a sequence that is cut off. */
static const char *const bad[BAD] = {
    "\xff\xfe", "a\xc0\x80", "\xed\xa0\x80", "\xf0\x9f\x92",
    "a\r\nX-Injected: 1", "../../..", "%00", "\x01\x7f\x1b[31m", very_long,
};

static struct bkj_veeam *the_veeam;
static struct bkj_teradata *the_teradata;
static struct bkj_vcenter *the_vcenter;
static struct bkj_server *the_servers[3];
static struct bkj_certificate *the_certificate;

#define AN_ID "00000000-0000-0000-0000-000000000001"
static const uint8_t hours[168];

/* Objects that the header has no plain ..._new(void) for. */
#define MAKER(type, call)                     \
    static inline struct type *a_##type(void) \
    {                                         \
        struct type *out = NULL;              \
        CHECK(call == BKJ_OK);                \
        return out;                           \
    }

MAKER(bkj_known_hosts, bkj_known_hosts_open("known_hosts", &out, NULL))
MAKER(bkj_teradata_token_source, bkj_teradata_token_source_static("token", &out, NULL))
MAKER(bkj_teradata_object_selection, bkj_teradata_object_selection_new("sales", "DATABASE", &out, NULL))
MAKER(bkj_teradata_restore_request, bkj_teradata_restore_request_new("again", "site", "user", "word", &out, NULL))
MAKER(bkj_vcenter_recurrence_info, bkj_vcenter_recurrence_info_new(2, 30, &out, NULL))
MAKER(bkj_vcenter_retention_info, bkj_vcenter_retention_info_new(7, &out, NULL))
MAKER(bkj_veeam_backup_window, bkj_veeam_backup_window_new(hours, sizeof hours, 0, &out, NULL))
MAKER(bkj_veeam_explore_options, bkj_veeam_explore_options_new("2026-01-15T08:00:00Z", "vex", &out, NULL))
MAKER(bkj_veeam_user, bkj_veeam_user_new("id", &out, NULL))
MAKER(bkj_veeam_group, bkj_veeam_group_new("id", &out, NULL))
MAKER(bkj_veeam_job_site, bkj_veeam_job_site_new("id", "https://x.example/s", "title", true, false, &out, NULL))
MAKER(bkj_veeam_team, bkj_veeam_team_new("id", "name", "mail@x.example", &out, NULL))
MAKER(bkj_veeam_job_item, bkj_veeam_job_item_new("User", &out, NULL))
MAKER(bkj_veeam_create_job, bkj_veeam_create_job_new(AN_ID, AN_ID, &out, NULL))
MAKER(bkj_vcenter_location, bkj_vcenter_location_new("ftp://nas.example/vc", &out, NULL))
MAKER(bkj_vcenter_backup_request, bkj_vcenter_backup_request_new("FTP", "ftp://nas.example/vc", &out, NULL))
MAKER(bkj_vcenter_restore_request, bkj_vcenter_restore_request_new("FTP", "ftp://nas.example/vc", &out, NULL))
MAKER(bkj_vcenter_schedule_spec, bkj_vcenter_schedule_spec_new("ftp://nas.example/vc", &out, NULL))

static inline struct bkj_veeam_create_copy_job *a_bkj_veeam_create_copy_job(void)
{
    struct bkj_veeam_copy_schedule *schedule = bkj_veeam_copy_schedule_immediate();
    struct bkj_veeam_create_copy_job *out = NULL;
    CHECK(bkj_veeam_create_copy_job_new(AN_ID, AN_ID, schedule, &out, NULL) == BKJ_OK);
    bkj_veeam_copy_schedule_free(schedule);
    return out;
}

static inline struct bkj_client_options *a_bkj_client_options(void)
{
    return trusting();
}

static inline struct bkj_start_options *a_bkj_start_options(void)
{
    struct bkj_start_options *options = bkj_start_options_new();
    CHECK(bkj_start_options_set_settle_ms(options, 5, NULL) == BKJ_OK);
    CHECK(bkj_start_options_set_look_every_ms(options, 5, NULL) == BKJ_OK);
    return options;
}

static inline struct bkj_wait_options *a_bkj_wait_options(void)
{
    struct bkj_wait_options *options = hasty();
    CHECK(bkj_wait_options_set_deadline_ms(options, 20, NULL) == BKJ_OK);
    CHECK(bkj_wait_options_set_unreachable_ms(options, 5, NULL) == BKJ_OK);
    return options;
}

static inline int32_t a_token(void *userdata, char *buffer, size_t capacity)
{
    (void)userdata;
    (void)capacity;
    memcpy(buffer, "token", 5);
    return 5;
}

static inline void wrong(const char *function, const char *parameter, int64_t value, const char *what)
{
    checks_failed++;
    fprintf(stderr, "%s, '%s', %lld: %s\n", function, parameter, (long long)value, what);
}

/* Whatever was passed: status and error agree, no defect shows, and the error is one line that a log can take. */
static inline void sane(const char *function, const char *parameter, int64_t value, bkj_status status, const struct bkj_error *err)
{
    if ((status == BKJ_OK) != (err == NULL) || (err != NULL && bkj_error_kind(err) != status)) {
        wrong(function, parameter, value, "status and error do not agree");
    }
    if (status == BKJ_ERR_INTERNAL) {
        wrong(function, parameter, value, bkj_error_detail(err));
    }
    for (const char *at = err != NULL ? bkj_error_line(err) : ""; *at != '\0'; at++) {
        if ((*at > 0 && *at < ' ') || *at == 0x7f) {
            wrong(function, parameter, value, "the line of the error has a control character");
            break;
        }
    }
    if (err != NULL && strlen(bkj_error_line(err)) > LINE_LIMIT) {
        wrong(function, parameter, value, "the line of the error is very long");
    }
}

/* What a bad text must come to. `sends`: the call would send it to a server. */
static inline void text_judged(const char *function, const char *parameter, int how, bool sends, bkj_status status, struct bkj_error **err)
{
    char said[96];
    sane(function, parameter, how, status, *err);
    snprintf(said, sizeof said, "'%s' is not UTF-8", parameter);
    if (how < NOT_UTF_8 && (status != BKJ_ERR_INVALID_ARGUMENT || strstr(bkj_error_message(*err), said) == NULL)) {
        wrong(function, parameter, how, *err != NULL ? bkj_error_line(*err) : "accepted although it is not UTF-8");
    }
    if (how == LINES && sends && status == BKJ_OK) {
        wrong(function, parameter, how, "lines were accepted");
    }
    bkj_error_free(*err);
    *err = NULL;
}

/* What a number that stands for nothing must come to; of other numbers only that no defect shows. */
static inline void number_judged(const char *function, const char *parameter, int64_t value, bool refused, bkj_status status, struct bkj_error **err)
{
    sane(function, parameter, value, status, *err);
    if (refused && status != BKJ_ERR_INVALID_ARGUMENT) {
        wrong(function, parameter, value, *err != NULL ? bkj_error_line(*err) : "accepted");
    }
    bkj_error_free(*err);
    *err = NULL;
}

static inline void prepare(void)
{
    struct bkj_error *err = NULL;
    struct bkj_vcenter_backup_request *plan = a_bkj_vcenter_backup_request();
    struct bkj_client_options *options = trusting();
    CHECK(mkdtemp(folder) != NULL && chdir(folder) == 0);
    memset(very_long, 'a', LONG);
    control("/reset", "");
    control("/clock", "{\"per_request_s\":60}");
    the_veeam = open_veeam(BKJ_VEEAM_DIALECT_V6);
    the_teradata = open_teradata();
    the_vcenter = open_vcenter();
    OK(bkj_veeam_server(the_veeam, &the_servers[0], &err));
    OK(bkj_teradata_server(the_teradata, &the_servers[1], &err));
    OK(bkj_vcenter_server(the_vcenter, plan, &the_servers[2], &err));
    OK(bkj_trust_fetch(sim("VEEAM_URL"), options, NULL, &the_certificate, &err));
    bkj_client_options_free(options);
    bkj_vcenter_backup_request_free(plan);
}

static inline void clean_up(void)
{
    for (int i = 0; i < 3; i++) {
        bkj_server_free(the_servers[i]);
    }
    bkj_certificate_free(the_certificate);
    bkj_vcenter_free(the_vcenter);
    bkj_teradata_free(the_teradata);
    bkj_veeam_free(the_veeam);
    control("/reset", "");
    /* Nothing was written. */
    CHECK(chdir("/") == 0 && rmdir(folder) == 0);
}

#endif
