/* The calls that Veeam's documentation shows, in the versions that it shows them for. */
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.h>
#include "bkj_test.h"

static struct bkj_error *err;

static void actions(int32_t version)
{
    struct bkj_veeam *client = open_veeam(version);
    struct bkj_veeam_job *job = NULL;
    struct bkj_veeam_job_list *jobs = NULL;
    struct bkj_veeam_job_session *session = NULL;
    struct bkj_veeam_job_session_list *sessions = NULL;
    const char *id = sim("VEEAM_JOB");
    int64_t ms = 0, number = 0;

    CHECK(bkj_veeam_dialect(client) == version);
    OK(bkj_veeam_login(client, &err));
    OK(bkj_veeam_disable_job(client, id, &err));
    OK(bkj_veeam_job(client, id, &job, &err));
    CHECK_TEXT(bkj_veeam_job_id(job), id);
    CHECK(bkj_veeam_job_is_enabled(job) == 0);
    bkj_veeam_job_free(job);
    OK(bkj_veeam_enable_job(client, id, &err));
    struct bkj_veeam_job_session *started = NULL;
    OK(bkj_veeam_start_job(client, id, BKJ_ABSENT, &started, &err));
    CHECK((started != NULL) == (version >= 8));
    bkj_veeam_job_session_free(started);
    started = NULL;
    control("/clock", "{\"advance_s\":2}");
    OK(bkj_veeam_job(client, id, &job, &err));
    CHECK(bkj_veeam_job_is_enabled(job) == 1);
    CHECK_TEXT(bkj_veeam_job_last_status(job), "Running");
    CHECK(bkj_veeam_job_last_status_code(job) == BKJ_VEEAM_JOB_STATUS_RUNNING);
    CHECK(bkj_time_unix_ms(bkj_veeam_job_last_run(job), &ms) && ms >= INT64_C(1768464000000));
    const struct bkj_veeam_job_schedule *schedule = bkj_veeam_job_schedule_policy(job);
    CHECK(bkj_veeam_job_schedule_kind(schedule) != NULL && bkj_veeam_job_schedule_kind_code(schedule) > 0);
    CHECK_HAS(bkj_veeam_job_links_json(job), "href");
    CHECK(bkj_veeam_links_len(bkj_veeam_job_links(job)) > 0);
    CHECK_TEXT(bkj_veeam_links_id(bkj_veeam_job_links(job), "self"), id);
    CHECK_HAS(bkj_veeam_links_href(bkj_veeam_job_links(job), "self"), id);
    CHECK(bkj_veeam_links_href(bkj_veeam_job_links(job), "nowhere") == NULL);
    CHECK(bkj_veeam_job_extra_json(job)[0] == '{');

    OK(bkj_veeam_job_sessions(client, id, 5, &sessions, &err));
    CHECK(bkj_veeam_job_session_list_len(sessions) > 0 && bkj_veeam_job_session_list_len(sessions) <= 5);
    const struct bkj_veeam_job_session *newest = bkj_veeam_job_session_list_at(sessions, 0);
    CHECK_TEXT(bkj_veeam_job_session_status(newest), "Running");
    CHECK(bkj_veeam_job_session_end_time(newest) == NULL);
    CHECK(bkj_veeam_job_session_progress(newest, &number));
    CHECK(bkj_veeam_job_session_statistics(newest) != NULL);
    CHECK_TEXT(bkj_veeam_job_session_job_id(newest), id);

    OK(bkj_veeam_stop_job(client, id, &err));
    OK(bkj_veeam_job_session(client, bkj_veeam_job_session_id(newest), &session, &err));
    CHECK_TEXT(bkj_veeam_job_session_status(session), "Stopped");
    CHECK(bkj_veeam_job_session_end_time(session) != NULL);
    OK(bkj_veeam_jobs(client, &jobs, &err));
    CHECK(bkj_veeam_job_list_len(jobs) > 0);
    if (version < 6) {
        FAILS(BKJ_ERR_UNSUPPORTED, bkj_veeam_start_job(client, id, 1, &started, &err));
        bkj_error_free(err);
        err = NULL;
    }
    bkj_veeam_job_list_free(jobs);
    bkj_veeam_job_free(job);
    bkj_veeam_job_session_free(session);
    bkj_veeam_job_session_list_free(sessions);
    bkj_veeam_free(client);
}

static void explore(int32_t version)
{
    struct bkj_veeam *client = open_veeam(version);
    struct bkj_veeam_explore_options *options = NULL;
    struct bkj_veeam_restore_session *session = NULL;
    OK(bkj_veeam_explore_options_new("2026-01-14 10:54:40.279", "vex", &options, &err));
    OK(bkj_veeam_explore_options_set_show_deleted(options, 1, &err));
    OK(bkj_veeam_explore_options_set_show_all_versions(options, BKJ_ABSENT, &err));
    OK(bkj_veeam_explore_job(client, sim("VEEAM_JOB"), options, &session, &err));
    if (version == 6) {
        CHECK(bkj_veeam_restore_session_id(session) != NULL);
        CHECK(bkj_veeam_restore_session_explorer_code(session) == BKJ_VEEAM_EXPLORER_TYPE_VEX);
    } else {
        CHECK(session == NULL);
    }
    bkj_veeam_restore_session_free(session);
    bkj_veeam_explore_options_free(options);
    options = NULL;
    session = NULL;
    OK(bkj_veeam_explore_options_at(INT64_C(1768400000000), "vet", &options, &err));
    OK(bkj_veeam_explore_options_set_datetime(options, "2026.01.14 10:54:40", &err));
    OK(bkj_veeam_explore_options_set_explorer(options, "veod", &err));
    OK(bkj_veeam_explore_job(client, sim("VEEAM_JOB"), options, &session, &err));
    bkj_veeam_restore_session_free(session);
    bkj_veeam_explore_options_free(options);
    bkj_veeam_free(client);
}

static void copy_jobs(void)
{
    struct bkj_veeam *client = open_veeam(BKJ_VEEAM_DIALECT_V6);
    struct bkj_veeam_copy_schedule *schedule = bkj_veeam_copy_schedule_new();
    struct bkj_veeam_create_copy_job *spec = NULL;
    struct bkj_veeam_copy_job *made = NULL, *got = NULL;
    struct bkj_veeam_copy_job_list *all = NULL;
    struct bkj_veeam_repository_list *repositories = NULL;
    struct bkj_veeam_organization_list *organizations = NULL;
    struct bkj_veeam_repository *repository = NULL;
    struct bkj_veeam_organization *organization = NULL;
    struct bkj_veeam_backup_window *window = bkj_veeam_backup_window_always();
    int64_t bytes = 0;

    OK(bkj_veeam_repositories(client, &repositories, &err));
    const char *target = NULL;
    for (size_t i = 0; i < bkj_veeam_repository_list_len(repositories); i++) {
        const struct bkj_veeam_repository *row = bkj_veeam_repository_list_at(repositories, i);
        if (bkj_veeam_repository_is_long_term(row) == 1) {
            target = bkj_veeam_repository_id(row);
        }
    }
    CHECK(target != NULL);
    OK(bkj_veeam_repository(client, target, &repository, &err));
    CHECK(bkj_veeam_repository_capacity_bytes(repository, &bytes));
    OK(bkj_veeam_organizations(client, &organizations, &err));
    CHECK(bkj_veeam_organization_list_len(organizations) > 0);
    const char *first = bkj_veeam_organization_id(bkj_veeam_organization_list_at(organizations, 0));
    OK(bkj_veeam_organization(client, first, BKJ_ABSENT, &organization, &err));
    CHECK(bkj_veeam_organization_name(organization) != NULL);

    OK(bkj_veeam_copy_schedule_set_kind(schedule, bkj_veeam_copy_schedule_type_word(BKJ_VEEAM_COPY_SCHEDULE_TYPE_DAILY_AT_TIME), &err));
    OK(bkj_veeam_copy_schedule_set_daily_type(schedule, "Workdays", &err));
    OK(bkj_veeam_copy_schedule_set_daily_time(schedule, "02:30:00", &err));
    OK(bkj_veeam_copy_schedule_within(schedule, window, &err));
    CHECK(bkj_veeam_copy_schedule_daily_type_code(schedule) == BKJ_VEEAM_DAILY_TYPE_WORKDAYS);
    OK(bkj_veeam_create_copy_job_new(sim("VEEAM_JOB"), target, schedule, &spec, &err));
    OK(bkj_veeam_create_copy_job_set_is_enabled(spec, false, &err));
    OK(bkj_veeam_create_copy_job(client, spec, &made, &err));
    CHECK_TEXT(bkj_veeam_copy_job_backup_job_id(made), sim("VEEAM_JOB"));
    OK(bkj_veeam_copy_job(client, bkj_veeam_copy_job_id(made), &got, &err));
    CHECK(bkj_veeam_copy_job_is_enabled(got) == 0);
    const struct bkj_veeam_copy_schedule *policy = bkj_veeam_copy_job_schedule_policy(got);
    CHECK_TEXT(bkj_veeam_copy_schedule_daily_time(policy), "02:30:00");
    const struct bkj_veeam_backup_window *hours = bkj_veeam_copy_schedule_backup_copy_window_settings(policy);
    CHECK(bkj_veeam_backup_window_backup_window_len(hours) == 168);
    CHECK(bkj_veeam_backup_window_backup_window_at(hours, 167));
    CHECK(!bkj_veeam_backup_window_backup_window_at(hours, 168));
    OK(bkj_veeam_copy_jobs(client, &all, &err));
    CHECK(bkj_veeam_copy_job_list_len(all) >= 1);

    bkj_veeam_copy_job_list_free(all);
    bkj_veeam_copy_job_free(made);
    bkj_veeam_copy_job_free(got);
    bkj_veeam_create_copy_job_free(spec);
    bkj_veeam_copy_schedule_free(schedule);
    bkj_veeam_backup_window_free(window);
    bkj_veeam_repository_free(repository);
    bkj_veeam_repository_list_free(repositories);
    bkj_veeam_organization_free(organization);
    bkj_veeam_organization_list_free(organizations);
    bkj_veeam_free(client);
}

int main(void)
{
    control("/reset", "");
    actions(BKJ_VEEAM_DIALECT_V2);
    actions(BKJ_VEEAM_DIALECT_V5);
    actions(BKJ_VEEAM_DIALECT_V6);
    explore(BKJ_VEEAM_DIALECT_V5);
    explore(BKJ_VEEAM_DIALECT_V6);
    copy_jobs();
    return finish("veeam");
}
