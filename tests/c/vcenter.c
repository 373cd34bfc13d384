/* Every call of an appliance. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

static struct bkj_error *err;

static const char *const place = "sftp://backup.example.net/vcsa", *const system_name = "sn_vc01.example.net";

static struct bkj_vcenter *open_with(int32_t dialect, int32_t login, const char *user)
{
    struct bkj_client_options *options = trusting();
    struct bkj_vcenter *client = NULL;
    OK(bkj_vcenter_new_with(sim("VCENTER_URL"), dialect, login, user, sim("VCENTER_PASSWORD"), options, &client, &err));
    bkj_client_options_free(options);
    return client;
}

static void dialects(void)
{
    struct bkj_client_options *options = trusting();
    struct bkj_vcenter_session_info *session = NULL;
    int32_t found = 0;
    OK(bkj_vcenter_detect(sim("VCENTER_URL"), options, &found, &err));
    CHECK(found == BKJ_VCENTER_DIALECT_REST);
    control("/knobs", "{\"vcenter.version\":\"8.0.3\"}");
    OK(bkj_vcenter_detect(sim("VCENTER_URL"), options, &found, &err));
    CHECK(found == BKJ_VCENTER_DIALECT_API);
    FAILS(BKJ_ERR_UNSUPPORTED, bkj_vcenter_detect(sim("TERADATA_URL"), options, &found, &err));

    struct bkj_vcenter *client = open_vcenter();
    CHECK(bkj_vcenter_dialect(client) == 0);
    OK(bkj_vcenter_login(client, &err));
    CHECK_TEXT(bkj_vcenter_dialect_name(bkj_vcenter_dialect(client)), "api");
    bkj_vcenter_free(client);
    client = NULL;
    FAILS(BKJ_ERR_INVALID_ARGUMENT,
          bkj_vcenter_new_with(sim("VCENTER_URL"), 3, 0, "u", "p", options, &client, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT,
          bkj_vcenter_new_with(sim("VCENTER_URL"), 0, 3, "u", "p", options, &client, &err));
    CHECK(client == NULL);

    control("/knobs", "{\"vcenter.port_mode\":\"5480\"}");
    client = open_with(0, BKJ_VCENTER_LOGIN_MODE_BASIC, "root");
    bkj_error_free(err);
    err = NULL;
    OK(bkj_vcenter_login(client, &err));
    FAILS(BKJ_ERR_UNSUPPORTED, bkj_vcenter_session(client, &session, &err));
    CHECK(session == NULL);
    bkj_vcenter_free(client);
    bkj_client_options_free(options);
    control("/reset", "");
}

static void details(const struct bkj_vcenter *client)
{
    struct bkj_vcenter_backup_details_list *all = NULL, *some = NULL;
    const char *ids[] = {"20260112-230000-13010631"};
    int64_t number = 0;
    control("/knobs", "{\"vcenter.details_error\":\"structure\"}");
    OK(bkj_vcenter_backup_details(client, NULL, 0, &all, &err));
    CHECK(bkj_vcenter_backup_details_list_len(all) == 3);
    const struct bkj_vcenter_backup_details *newest = bkj_vcenter_backup_details_list_at(all, 0);
    CHECK_TEXT(bkj_vcenter_backup_details_id(newest), "20260114-230000-13010631");
    CHECK(bkj_vcenter_backup_details_kind_code(newest) == BKJ_VCENTER_BACKUP_TYPE_SCHEDULED);
    CHECK(bkj_vcenter_backup_details_status_code(newest) == BKJ_VCENTER_TASK_STATUS_SUCCEEDED);
    CHECK(bkj_vcenter_backup_details_duration(newest, &number) && number == 731);
    CHECK(bkj_vcenter_backup_details_error(newest) == NULL && bkj_vcenter_backup_details_target(newest) == NULL);
    CHECK(bkj_vcenter_backup_details_fast_backup(newest) == BKJ_ABSENT);
    CHECK(bkj_vcenter_task_progress_completed(bkj_vcenter_backup_details_progress(newest), &number) && number == 100);
    CHECK_TEXT(bkj_vcenter_build_info_build_number(bkj_vcenter_backup_details_build(newest)), "13010631");

    OK(bkj_vcenter_backup_details(client, ids, 1, &some, &err));
    CHECK(bkj_vcenter_backup_details_list_len(some) == 1);
    const struct bkj_vcenter_task_error *why =
        bkj_vcenter_backup_details_error(bkj_vcenter_backup_details_list_at(some, 0));
    CHECK_TEXT(bkj_vcenter_task_error_error_type(why), "ERROR");
    CHECK(bkj_vcenter_task_error_messages_len(why) == 2);
    bkj_vcenter_backup_details_list_free(all);
    bkj_vcenter_backup_details_list_free(some);
    all = NULL;
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_vcenter_backup_details(client, NULL, 1, &all, &err));
}

static void parts_and_checks(const struct bkj_vcenter *client)
{
    struct bkj_vcenter_part_list *parts = NULL;
    struct bkj_vcenter_backup_request *request = NULL;
    struct bkj_vcenter_return_result *result = NULL;
    struct bkj_vcenter_restore_request *restore = NULL;
    struct bkj_vcenter_restore_metadata *found = NULL;
    int64_t size = 0;
    bool yes = false;
    OK(bkj_vcenter_parts(client, &parts, &err));
    const struct bkj_vcenter_part *seat = bkj_vcenter_part_list_at(parts, 1);
    CHECK_TEXT(bkj_vcenter_part_id(seat), "seat");
    CHECK(bkj_vcenter_part_optional(seat) == 1 && bkj_vcenter_part_standalone(seat) == 0);
    CHECK_TEXT(bkj_vcenter_localizable_message_params_json(bkj_vcenter_part_name(seat)), "{}");
    OK(bkj_vcenter_part_size(client, "seat", &size, &err));
    CHECK(size == 412);

    OK(bkj_vcenter_backup_request_new("SFTP", place, &request, &err));
    OK(bkj_vcenter_backup_request_set_fast_backup(request, 1, &err));
    OK(bkj_vcenter_validate_backup(client, request, &result, &err));
    CHECK(bkj_vcenter_return_result_status_code(result) == BKJ_VCENTER_RETURN_STATUS_OK);

    OK(bkj_vcenter_recovery_supported(client, &yes, &err));
    CHECK(yes);
    OK(bkj_vcenter_restore_request_new("SFTP", "sftp://nowhere", &restore, &err));
    OK(bkj_vcenter_restore_request_set_location(
        restore, "sftp://backup.example.net/vcsa/vCenter/sn_vc01.example.net/S_6.7.0.30000_20260114-230000_", &err));
    OK(bkj_vcenter_restore_request_set_sso_admin_user_name(restore, "administrator@vsphere.local", &err));
    OK(bkj_vcenter_restore_request_set_sso_admin_user_password(restore, "hidden", &err));
    OK(bkj_vcenter_validate_restore(client, restore, &found, &err));
    CHECK(bkj_vcenter_restore_metadata_applicable(found) == 0);
    CHECK_TEXT(bkj_vcenter_restore_metadata_boxname(found), "vc01.example.net");
    CHECK(bkj_vcenter_restore_metadata_messages_len(found) == 1);

    bkj_vcenter_restore_metadata_free(found);
    bkj_vcenter_restore_request_free(restore);
    bkj_vcenter_return_result_free(result);
    bkj_vcenter_backup_request_free(request);
    bkj_vcenter_part_list_free(parts);
}

static void schedules(const struct bkj_vcenter *client)
{
    struct bkj_vcenter_schedule_spec *spec = NULL;
    struct bkj_vcenter_schedule_update *update = bkj_vcenter_schedule_update_new();
    struct bkj_vcenter_recurrence_info *recurrence = NULL;
    struct bkj_vcenter_retention_info *retention = NULL;
    struct bkj_vcenter_schedule *one = NULL;
    struct bkj_vcenter_schedule_list *all = NULL;
    struct bkj_vcenter_backup_job_status *run = NULL;
    const char *days[] = {"SUNDAY", "WEDNESDAY"};
    int64_t number = -1;
    OK(bkj_vcenter_schedule_spec_new(place, &spec, &err));
    OK(bkj_vcenter_recurrence_info_new(24, 30, &recurrence, &err));
    OK(bkj_vcenter_recurrence_info_set_days(recurrence, days, 2, &err));
    OK(bkj_vcenter_schedule_spec_set_recurrence_info(spec, recurrence, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_vcenter_create_schedule(client, "weekly", spec, &err));
    CHECK_HAS(bkj_error_message(err), "hour");
    bkj_error_free(err);
    err = NULL;
    OK(bkj_vcenter_recurrence_info_set_hour(recurrence, 3, &err));
    OK(bkj_vcenter_schedule_spec_set_recurrence_info(spec, recurrence, &err));
    OK(bkj_vcenter_retention_info_new(4, &retention, &err));
    OK(bkj_vcenter_schedule_spec_set_retention_info(spec, retention, &err));
    OK(bkj_vcenter_schedule_spec_set_backup_password(spec, "Encrypt-1!", &err));
    /* What it was given is copied. */
    bkj_vcenter_recurrence_info_free(recurrence);
    bkj_vcenter_retention_info_free(retention);
    OK(bkj_vcenter_create_schedule(client, "weekly", spec, &err));
    FAILS(BKJ_ERR_CONFLICT, bkj_vcenter_create_schedule(client, "weekly", spec, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_vcenter_update_schedule(client, "weekly", update, &err));
    bkj_error_free(err);
    err = NULL;
    OK(bkj_vcenter_schedule_update_set_enable(update, 0, &err));
    OK(bkj_vcenter_update_schedule(client, "weekly", update, &err));
    OK(bkj_vcenter_schedule(client, "weekly", &one, &err));
    CHECK_TEXT(bkj_vcenter_schedule_id(one), "weekly");
    CHECK(bkj_vcenter_schedule_enable(one) == 0);
    const struct bkj_vcenter_recurrence_info *when = bkj_vcenter_schedule_recurrence_info(one);
    CHECK(bkj_vcenter_recurrence_info_hour(when, &number) && number == 3);
    CHECK_TEXT(bkj_vcenter_recurrence_info_days_at(when, 1), "WEDNESDAY");
    CHECK(bkj_vcenter_retention_info_max_count(bkj_vcenter_schedule_retention_info(one), &number) && number == 4);
    OK(bkj_vcenter_schedules(client, &all, &err));
    CHECK(bkj_vcenter_schedule_list_len(all) == 2);
    OK(bkj_vcenter_delete_schedule(client, "weekly", &err));
    FAILS(BKJ_ERR_NOT_FOUND, bkj_vcenter_delete_schedule(client, "weekly", &err));
    bkj_error_free(err);
    err = NULL;
    OK(bkj_vcenter_run_schedule(client, "default", NULL, &run, &err));
    CHECK_TEXT(bkj_vcenter_backup_job_status_state(run), "INPROGRESS");

    bkj_vcenter_backup_job_status_free(run);
    bkj_vcenter_schedule_list_free(all);
    bkj_vcenter_schedule_free(one);
    bkj_vcenter_schedule_update_free(update);
    bkj_vcenter_schedule_spec_free(spec);
}

static void archives(const struct bkj_vcenter *client)
{
    struct bkj_vcenter_location *at = NULL;
    struct bkj_vcenter_archive_query *query = bkj_vcenter_archive_query_new();
    struct bkj_string_list *names = NULL;
    struct bkj_vcenter_archive_summary_list *all = NULL, *none = NULL;
    struct bkj_vcenter_archive_info *info = NULL;
    OK(bkj_vcenter_location_new("sftp://nowhere", &at, &err));
    OK(bkj_vcenter_location_set_location_user(at, "svc", &err));
    OK(bkj_vcenter_location_set_location_password(at, "C4nary place", &err));
    FAILS(BKJ_ERR_NOT_FOUND, bkj_vcenter_system_names(client, at, &names, &err));
    CHECK(names == NULL && strstr(bkj_error_line(err), "C4nary") == NULL);
    bkj_error_free(err);
    err = NULL;
    OK(bkj_vcenter_location_set_location(at, place, &err));
    OK(bkj_vcenter_system_names(client, at, &names, &err));
    CHECK_TEXT(bkj_string_list_at(names, 0), system_name);
    OK(bkj_vcenter_archive_query_set_max_results(query, 1, &err));
    OK(bkj_vcenter_archive_query_set_end_timestamp(query, 1768431600000, &err));
    OK(bkj_vcenter_archives(client, system_name, at, query, &all, &err));
    CHECK(bkj_vcenter_archive_summary_list_len(all) == 1);
    const char *archive = bkj_vcenter_archive_summary_archive(bkj_vcenter_archive_summary_list_at(all, 0));
    CHECK_TEXT(archive, "S_6.7.0.30000_20260113-230000_");
    OK(bkj_vcenter_archive(client, system_name, archive, at, &info, &err));
    CHECK_TEXT(bkj_vcenter_archive_info_system_name(info), system_name);
    CHECK(bkj_vcenter_archive_info_parts_len(info) == 2);
    OK(bkj_vcenter_archive_query_set_max_results(query, 0, &err));
    FAILS(BKJ_ERR_INVALID_ARGUMENT, bkj_vcenter_archives(client, system_name, at, query, &none, &err));
    CHECK(none == NULL);

    bkj_vcenter_archive_info_free(info);
    bkj_vcenter_archive_summary_list_free(all);
    bkj_string_list_free(names);
    bkj_vcenter_archive_query_free(query);
    bkj_vcenter_location_free(at);
}

static void both_dialects(void)
{
    const int32_t dialects[] = {BKJ_VCENTER_DIALECT_REST, BKJ_VCENTER_DIALECT_API};
    for (size_t i = 0; i < 2; i++) {
        control("/reset", "");
        control("/knobs", "{\"vcenter.version\":\"8.0.3\"}");
        struct bkj_vcenter *client = open_with(dialects[i], 0, sim("VCENTER_USERNAME"));
        CHECK(bkj_vcenter_dialect(client) == dialects[i]);
        bkj_error_free(err);
        err = NULL;
        details(client);
        bkj_error_free(err);
        err = NULL;
        parts_and_checks(client);
        archives(client);
        bkj_error_free(err);
        err = NULL;
        schedules(client);
        bkj_vcenter_free(client);
    }
    control("/reset", "");
}

int main(void)
{
    control("/reset", "");
    dialects();
    both_dialects();
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
