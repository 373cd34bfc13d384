/* The work with backupjobs. */
#include "bench.h"
#include <backupjobs.h>

static bkj_vcenter *vcenter;
static bkj_teradata *teradata;
static bkj_veeam *veeam;
static bkj_vcenter_backup_request *wish;
static bkj_error *err;

static void must(bkj_status status)
{
    if (status != BKJ_OK) {
        bench_fail(err != NULL ? bkj_error_line(err) : "no reason was given");
    }
}

static long in_progress(bkj_vcenter_backup_job_status *status)
{
    const long found = strcmp(bkj_vcenter_backup_job_status_state(status), "INPROGRESS") == 0;
    bkj_vcenter_backup_job_status_free(status);
    return found;
}

static long read_status(void)
{
    bkj_vcenter_backup_job_status *status = NULL;
    must(bkj_vcenter_backup_job(vcenter, BENCH_STATUS, &status, &err));
    return in_progress(status);
}

static long start(void)
{
    bkj_vcenter_backup_job_status *status = NULL;
    must(bkj_vcenter_create_backup_job(vcenter, wish, &status, &err));
    return in_progress(status);
}

static long three(void)
{
    bkj_teradata_execution_list *list = NULL;
    long found = 0;
    must(bkj_teradata_site_executions(teradata, &list, &err));
    for (size_t at = 0; at < bkj_teradata_execution_list_len(list); at++) {
        const bkj_teradata_execution *row = bkj_teradata_execution_list_at(list, at);
        found += bkj_teradata_execution_execution_id(row) != NULL && bkj_teradata_execution_job_name(row) != NULL
                 && bkj_teradata_execution_status(row) != NULL;
    }
    bkj_teradata_execution_list_free(list);
    return found;
}

static long failed(void)
{
    bkj_teradata_execution_list *list = NULL;
    long found = 0;
    must(bkj_teradata_site_executions(teradata, &list, &err));
    for (size_t at = 0; at < bkj_teradata_execution_list_len(list); at++) {
        const char *status = bkj_teradata_execution_status(bkj_teradata_execution_list_at(list, at));
        found += status != NULL && strcmp(status, "FAILED") == 0;
    }
    bkj_teradata_execution_list_free(list);
    return found;
}

static long windows(void)
{
    bkj_veeam_copy_job_list *list = NULL;
    long found = 0;
    must(bkj_veeam_copy_jobs(veeam, &list, &err));
    for (size_t at = 0; at < bkj_veeam_copy_job_list_len(list); at++) {
        const bkj_veeam_copy_schedule *schedule = bkj_veeam_copy_job_schedule_policy(bkj_veeam_copy_job_list_at(list, at));
        const bkj_veeam_backup_window *window = bkj_veeam_copy_schedule_backup_copy_window_settings(schedule);
        const size_t hours = bkj_veeam_backup_window_backup_window_len(window);
        for (size_t hour = 0; hour < hours; hour++) {
            found += bkj_veeam_backup_window_backup_window_at(window, hour);
        }
    }
    bkj_veeam_copy_job_list_free(list);
    return found;
}

int main(int argc, char **argv)
{
    static const struct bench_work works[] = {{"read", read_status}, {"start", start},     {"three", three},
                                              {"failed", failed},    {"windows", windows}, {NULL, NULL}};
    static const char *const parts[] = {"seat"};
    if (argc >= 4) {
        bkj_client_options *options = bkj_client_options_new();
        must(strncmp(argv[2], "https:", 6) == 0 ? bkj_client_options_set_trust_ca_file(options, argv[3], &err)
                                                : bkj_client_options_set_trust_insecure(options, &err));
        must(bkj_vcenter_new_with(argv[2], BKJ_VCENTER_DIALECT_API, 0, "bench@vsphere.local", "Bench-Passw0rd!", options,
                                  &vcenter, &err));
        must(bkj_teradata_new(argv[2], "BENCH001", BENCH_TOKEN, options, &teradata, &err));
        must(bkj_veeam_new(argv[2], BKJ_VEEAM_DIALECT_V8, "bench", "Bench-Passw0rd!", options, &veeam, &err));
        must(bkj_vcenter_backup_request_new("SFTP", BENCH_LOCATION, &wish, &err));
        must(bkj_vcenter_backup_request_set_parts(wish, parts, 1, &err));
        must(bkj_vcenter_backup_request_set_comment(wish, "nightly", &err));
        bkj_client_options_free(options);
    }
    const int code = bench_main(argc, argv, works);
    bkj_veeam_free(veeam);
    bkj_teradata_free(teradata);
    bkj_vcenter_free(vcenter);
    bkj_vcenter_backup_request_free(wish);
    return code;
}
