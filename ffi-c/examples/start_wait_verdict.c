/*
 * Starts a backup job, shows how it goes, and ends with a verdict: one line on stdout, and the exit code that monitoring
 * systems expect (0 ok, 1 warning, 2 critical, 3 unknown). Ctrl-C ends the waiting, not the backup.
 *
 *   start_wait_verdict veeam    https://vb365.example:4443  JOB-UUID     BKJ_USERNAME BKJ_PASSWORD [BKJ_VERSION, 6]
 *   start_wait_verdict teradata https://api.example         JOB-NUMBER   BKJ_SITE BKJ_TOKEN
 *   start_wait_verdict vcenter  https://vcenter.example     [appliance-backup]
 *                                        BKJ_USERNAME BKJ_PASSWORD BKJ_LOCATION_TYPE BKJ_LOCATION
 *                                        [BKJ_LOCATION_USER BKJ_LOCATION_PASSWORD BKJ_BACKUP_PASSWORD]
 *
 * What stands on the right comes from the environment, so that no secret appears in a list of processes. For all three:
 * BKJ_CA_FILE or BKJ_PIN (SHA-256 of the server's certificate) when the system does not trust the server's certificate;
 * BKJ_POLL_MS sets the pause between two looks.
 *
 *   cc start_wait_verdict.c -lbackupjobs -o start_wait_verdict
 */
#include <backupjobs.h>

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct bkj_cancel_token *cancel;

/* bkj_cancel_token_cancel() is one of the few functions that a signal handler may call. */
static void on_interrupt(int signal)
{
    (void)signal;
    bkj_cancel_token_cancel(cancel);
}

static int32_t show(void *userdata, const struct bkj_progress *progress)
{
    const struct bkj_run *run = bkj_progress_run(progress);
    int64_t amount = 0;
    (void)userdata;
    fprintf(stderr, "  %6.1f s  ", (double)bkj_progress_elapsed_ms(progress) / 1000);
    if (run != NULL) {
        fprintf(stderr, "%s (%s)", bkj_phase_name(bkj_run_phase(run)), bkj_run_raw_status(run));
    }
    if (bkj_run_percent(run, &amount)) {
        fprintf(stderr, ", %" PRId64 " %%", amount);
    }
    if (bkj_run_objects(run, &amount)) {
        fprintf(stderr, ", %" PRId64 " objects", amount);
    }
    if (bkj_progress_trouble(progress) != NULL) {
        fprintf(stderr, " [%s]", bkj_progress_trouble(progress));
    }
    fputc('\n', stderr);
    return 0;
}

/* The server that the arguments and the environment describe. */
static bkj_status open_server(char **argv, struct bkj_server **server, struct bkj_error **err)
{
    struct bkj_client_options *options = bkj_client_options_new();
    bkj_status status = BKJ_OK;
    if (getenv("BKJ_CA_FILE") != NULL) {
        status = bkj_client_options_set_trust_ca_file(options, getenv("BKJ_CA_FILE"), err);
    } else if (getenv("BKJ_PIN") != NULL) {
        status = bkj_client_options_set_trust_pin(options, getenv("BKJ_PIN"), err);
    }

    /* The server keeps what it needs of the client, which can be freed at once. */
    const char *url = argv[2], *username = getenv("BKJ_USERNAME"), *password = getenv("BKJ_PASSWORD");
    if (status == BKJ_OK && strcmp(argv[1], "veeam") == 0) {
        struct bkj_veeam *client = NULL;
        const char *version = getenv("BKJ_VERSION");
        const int32_t dialect = version != NULL ? (int32_t)strtol(version, NULL, 10) : BKJ_VEEAM_DIALECT_V6;
        status = bkj_veeam_new(url, dialect, username, password, options, &client, err);
        status = status != BKJ_OK ? status : bkj_veeam_server(client, server, err);
        bkj_veeam_free(client);
    } else if (status == BKJ_OK && strcmp(argv[1], "teradata") == 0) {
        struct bkj_teradata *client = NULL;
        status = bkj_teradata_new(url, getenv("BKJ_SITE"), getenv("BKJ_TOKEN"), options, &client, err);
        status = status != BKJ_OK ? status : bkj_teradata_server(client, server, err);
        bkj_teradata_free(client);
    } else if (status == BKJ_OK) {
        struct bkj_vcenter *client = NULL;
        struct bkj_vcenter_backup_request *plan = NULL;
        const char *type = getenv("BKJ_LOCATION_TYPE"), *location = getenv("BKJ_LOCATION");
        const char *user = getenv("BKJ_LOCATION_USER"), *at_location = getenv("BKJ_LOCATION_PASSWORD");
        status = bkj_vcenter_backup_request_new(type, location, &plan, err);
        status = status != BKJ_OK ? status : bkj_vcenter_backup_request_set_location_user(plan, user, err);
        status = status != BKJ_OK ? status : bkj_vcenter_backup_request_set_location_password(plan, at_location, err);
        status = status != BKJ_OK ? status
            : bkj_vcenter_backup_request_set_backup_password(plan, getenv("BKJ_BACKUP_PASSWORD"), err);
        status = status != BKJ_OK ? status : bkj_vcenter_new(url, username, password, options, &client, err);
        status = status != BKJ_OK ? status : bkj_vcenter_server(client, plan, server, err);
        bkj_vcenter_backup_request_free(plan);
        bkj_vcenter_free(client);
    }
    bkj_client_options_free(options);
    return status;
}

int main(int argc, char **argv)
{
    const char *job = argc > 3 ? argv[3] : BKJ_VCENTER_APPLIANCE_BACKUP;
    if (argc < 3 || bkj_system_from_name(argv[1]) == BKJ_ABSENT) {
        fprintf(stderr, "usage: %s veeam|teradata|vcenter URL JOB\n", argv[0]);
        return BKJ_LEVEL_UNKNOWN;
    }
    cancel = bkj_cancel_token_new();
    signal(SIGINT, on_interrupt);

    struct bkj_error *err = NULL;
    struct bkj_server *opened = NULL, *server = NULL;
    struct bkj_started *started = NULL;
    struct bkj_run *run = NULL;
    struct bkj_verdict *verdict = NULL;
    struct bkj_wait_options *options = bkj_wait_options_new();
    int level = BKJ_LEVEL_UNKNOWN;

    bkj_status status = open_server(argv, &opened, &err);
    if (status == BKJ_OK) {
        status = bkj_server_with_cancel(opened, cancel, &server, &err);
    }
    if (status == BKJ_OK && getenv("BKJ_POLL_MS") != NULL) {
        const uint64_t pause = strtoull(getenv("BKJ_POLL_MS"), NULL, 10);
        status = bkj_wait_options_set_poll_min_ms(options, pause, &err);
        status = status != BKJ_OK ? status : bkj_wait_options_set_poll_max_ms(options, pause, &err);
    }
    if (status == BKJ_OK) {
        status = bkj_server_start(server, job, NULL, &started, &err);
    }
    if (status == BKJ_OK) {
        const char *id = bkj_run_id(bkj_started_run(started));
        fprintf(stderr, "run %s of job %s (%s)\n", id, job, bkj_origin_name(bkj_started_origin(started)));
        status = bkj_server_wait(server, job, id, options, show, NULL, &run, &err);
    }
    if (status == BKJ_OK) {
        status = bkj_verdict_of(run, NULL, &verdict, &err);
    }
    if (status == BKJ_OK) {
        level = bkj_verdict_level(verdict);
        printf("%s %s: %s\n", argv[1], bkj_level_name(level), bkj_verdict_reason(verdict));
    } else {
        printf("%s unknown: %s\n", argv[1], bkj_error_line(err));
    }

    bkj_verdict_free(verdict);
    bkj_run_free(run);
    bkj_started_free(started);
    bkj_wait_options_free(options);
    bkj_server_free(server);
    bkj_server_free(opened);
    bkj_cancel_token_free(cancel);
    bkj_error_free(err);
    return level;
}
