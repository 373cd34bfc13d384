/* The four calls of the appliance's documentation. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

int main(void)
{
    struct bkj_error *err = NULL;
    control("/reset", "");
    struct bkj_vcenter *client = open_vcenter();
    struct bkj_vcenter_backup_request *request = NULL;
    struct bkj_vcenter_backup_job_status *made = NULL, *status = NULL, *second = NULL;
    struct bkj_vcenter_return_result *result = NULL;
    struct bkj_vcenter_session_info *session = NULL;
    struct bkj_string_list *ids = NULL;
    const char *parts[] = {"seat", "common"};
    int64_t percent = -1, ms = 0;

    OK(bkj_vcenter_login(client, &err));
    OK(bkj_vcenter_session(client, &session, &err));
    CHECK_TEXT(bkj_vcenter_session_info_user(session), sim("VCENTER_USERNAME"));
    CHECK(bkj_time_unix_ms(bkj_vcenter_session_info_created_time(session), &ms));

    OK(bkj_vcenter_backup_request_new("FTP", "ftp://nowhere", &request, &err));
    OK(bkj_vcenter_backup_request_set_location_type(request, "SFTP", &err));
    OK(bkj_vcenter_backup_request_set_location(request, "sftp://nas.example/vc", &err));
    OK(bkj_vcenter_backup_request_set_parts(request, parts, 2, &err));
    OK(bkj_vcenter_backup_request_set_parts(request, NULL, 0, &err));
    OK(bkj_vcenter_backup_request_set_parts(request, parts, 1, &err));
    OK(bkj_vcenter_backup_request_set_backup_password(request, "Encrypt-1!", &err));
    OK(bkj_vcenter_backup_request_set_location_user(request, "backup", &err));
    OK(bkj_vcenter_backup_request_set_location_password(request, "there", &err));
    OK(bkj_vcenter_backup_request_set_comment(request, "before the upgrade", &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_vcenter_backup_request_set_parts(request, NULL, 1, &err));

    bkj_error_free(err);
    err = NULL;
    OK(bkj_vcenter_create_backup_job(client, request, &made, &err));
    const char *id = bkj_vcenter_backup_job_status_id(made);
    FAILS(BKJ_ERR_ALREADY_RUNNING, bkj_vcenter_create_backup_job(client, request, &second, &err));
    CHECK(second == NULL);
    control("/clock", "{\"advance_s\":30}");
    bkj_error_free(err);
    err = NULL;
    OK(bkj_vcenter_backup_job(client, id, &status, &err));
    CHECK_TEXT(bkj_vcenter_backup_job_status_state(status), "INPROGRESS");
    CHECK(bkj_vcenter_backup_job_status_state_code(status) == BKJ_VCENTER_PROCESS_STATE_IN_PROGRESS);
    CHECK(bkj_vcenter_backup_job_status_progress(status, &percent) && percent > 0 && percent < 100);
    CHECK(bkj_vcenter_backup_job_status_messages_len(status) > 0);
    const struct bkj_vcenter_localizable_message *message = bkj_vcenter_backup_job_status_messages_at(status, 0);
    CHECK(bkj_vcenter_localizable_message_default_message(message) != NULL);
    CHECK(bkj_vcenter_localizable_message_args_at(message, bkj_vcenter_localizable_message_args_len(message)) == NULL);
    OK(bkj_vcenter_backup_jobs(client, &ids, &err));
    CHECK_TEXT(bkj_string_list_at(ids, 0), id);
    CHECK(bkj_string_list_at(ids, bkj_string_list_len(ids)) == NULL);
    OK(bkj_vcenter_cancel_backup_job(client, id, &result, &err));
    CHECK(bkj_vcenter_return_result_status_code(result) == BKJ_VCENTER_RETURN_STATUS_OK);

    bkj_vcenter_backup_job_status_free(made);
    bkj_vcenter_backup_job_status_free(status);
    bkj_vcenter_return_result_free(result);
    bkj_vcenter_session_info_free(session);
    bkj_vcenter_backup_request_free(request);
    bkj_string_list_free(ids);
    OK(bkj_vcenter_close(client, &err));
    FAILS(BKJ_ERR_CLOSED, bkj_vcenter_login(client, &err));
    bkj_error_free(err);
    bkj_vcenter_free(client);
    return finish("vcenter");
}
