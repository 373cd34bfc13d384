/* The verdict on the last run of a job through backupjobs: what verdict_curl.c does by hand.
 *
 *   verdict URL USER PASSWORD CA_FILE JOB
 */
#include <backupjobs.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    bkj_client_options *options = bkj_client_options_new();
    bkj_veeam *client = NULL;
    bkj_server *server = NULL;
    bkj_run_list *runs = NULL;
    bkj_verdict *verdict = NULL;
    bkj_error *err = NULL;

    if (argc == 6 && bkj_client_options_set_trust_ca_file(options, argv[4], &err) == BKJ_OK
        && bkj_veeam_new(argv[1], BKJ_VEEAM_DIALECT_V8, argv[2], argv[3], options, &client, &err) == BKJ_OK
        && bkj_veeam_server(client, &server, &err) == BKJ_OK
        && bkj_server_runs(server, argv[5], 1, &runs, &err) == BKJ_OK
        && bkj_verdict_of(bkj_run_list_at(runs, 0), NULL, &verdict, &err) == BKJ_OK) {
        printf("%s\n", bkj_level_name(bkj_verdict_level(verdict)));
        fflush(stdout);
    } else {
        fprintf(stderr, "%s\n", err != NULL ? bkj_error_line(err) : "usage: verdict URL USER PASSWORD CA_FILE JOB");
    }
    const int level = bkj_verdict_level(verdict);
    bkj_error_free(err);
    bkj_verdict_free(verdict);
    bkj_run_list_free(runs);
    bkj_server_free(server);
    bkj_veeam_free(client);
    bkj_client_options_free(options);
    return level;
}
