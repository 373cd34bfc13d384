/* vcenter.*: the calls of a client of an appliance. */
#include "driver.h"

#include <stdlib.h>
#include <string.h>

/* The backup request that the plan.... pairs describe. */
bkj_status plan_of(struct command *command, struct bkj_vcenter_backup_request **out)
{
    struct bkj_vcenter_backup_request *plan = NULL;
    const char *type = get(command, "plan.location_type");
    const char *location = get(command, "plan.location");
    bkj_status status = bkj_vcenter_backup_request_new(type != NULL ? type : "", location != NULL ? location : "", &plan, &failure);
    SET(bkj_vcenter_backup_request_set_location_user(plan, get(command, "plan.location_user"), &failure));
    SET(bkj_vcenter_backup_request_set_location_password(plan, get(command, "plan.location_password"), &failure));
    SET(bkj_vcenter_backup_request_set_backup_password(plan, get(command, "plan.backup_password"), &failure));
    SET(bkj_vcenter_backup_request_set_comment(plan, get(command, "plan.comment"), &failure));
    SET(bkj_vcenter_backup_request_set_fast_backup(plan, flag(command, "plan.fast_backup"), &failure));
    if (get(command, "plan.parts") != NULL) {
        size_t count = 0;
        const char **parts = split(get(command, "plan.parts"), &count);
        SET(bkj_vcenter_backup_request_set_parts(plan, parts, count, &failure));
        free(parts);
    }
    *out = plan;
    return status;
}

static bkj_status detect(struct command *command)
{
    struct bkj_client_options *options = NULL;
    const char *url = need(command, "url");
    int32_t dialect = 0;
    bkj_status status = url != NULL ? options_of(command, &options) : NO_SENSE;
    SET(bkj_vcenter_detect(url, options, &dialect, &failure));
    if (status == BKJ_OK) {
        line("dialect", bkj_vcenter_dialect_name(dialect));
    }
    bkj_client_options_free(options);
    return status;
}

static bkj_status create(struct command *command)
{
    struct bkj_vcenter_backup_job_status *found = NULL;
    struct bkj_vcenter_backup_request *plan = NULL;
    bkj_status status = plan_of(command, &plan);
    SET(bkj_vcenter_create_backup_job(vcenter, plan, &found, &failure));
    bkj_vcenter_backup_request_free(plan);
    ONE(bkj_vcenter_backup_job_status, show_backup_status, id);
}

static bkj_status validate(struct command *command)
{
    struct bkj_vcenter_return_result *found = NULL;
    struct bkj_vcenter_backup_request *plan = NULL;
    bkj_status status = plan_of(command, &plan);
    SET(bkj_vcenter_validate_backup(vcenter, plan, &found, &failure));
    bkj_vcenter_backup_request_free(plan);
    SHOW(bkj_vcenter_return_result, show_result);
}

static bkj_status details(struct command *command)
{
    struct bkj_vcenter_backup_details_list *list = NULL;
    const char *given = get(command, "ids");
    size_t count = 0;
    const char **ids = split(given != NULL ? given : "", &count);
    const bkj_status status = bkj_vcenter_backup_details(vcenter, ids, count, &list, &failure);
    free(ids);
    LIST(bkj_vcenter_backup_details_list, show_details);
}

static bkj_status part_size(struct command *command)
{
    const char *id = id_of(command, "id");
    int64_t size = 0;
    const bkj_status status = id != NULL ? bkj_vcenter_part_size(vcenter, id, &size, &failure) : NO_SENSE;
    show_number(&top, "size", status == BKJ_OK, size);
    return status;
}

bkj_status vcenter_command(struct command *command, const char *verb)
{
    const struct bkj_vcenter *client = vcenter;
    if (IS("detect")) {
        return detect(command);
    } else if (client == NULL) {
        return NO_SENSE;
    } else if (IS("login")) {
        return bkj_vcenter_login(client, &failure);
    } else if (IS("dialect")) {
        show_text(&top, "dialect", bkj_vcenter_dialect_name(bkj_vcenter_dialect(client)));
        return BKJ_OK;
    } else if (IS("session")) {
        struct bkj_vcenter_session_info *found = NULL;
        const bkj_status status = bkj_vcenter_session(client, &found, &failure);
        SHOW(bkj_vcenter_session_info, show_session);
    } else if (IS("create_backup_job")) {
        return create(command);
    } else if (IS("validate_backup")) {
        return validate(command);
    } else if (IS("backup_jobs")) {
        ALL(bkj_string_list, show_arg, bkj_vcenter_backup_jobs);
    } else if (IS("backup_job")) {
        GET(bkj_vcenter_backup_job_status, show_backup_status, bkj_vcenter_backup_job);
    } else if (IS("cancel_backup_job")) {
        struct bkj_vcenter_return_result *found = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status = id != NULL ? bkj_vcenter_cancel_backup_job(client, id, &found, &failure) : NO_SENSE;
        SHOW(bkj_vcenter_return_result, show_result);
    } else if (IS("backup_details")) {
        return details(command);
    } else if (IS("parts")) {
        ALL(bkj_vcenter_part_list, show_part, bkj_vcenter_parts);
    } else if (IS("part_size")) {
        return part_size(command);
    }
    const bkj_status status = vcenter_schedules(command, verb);
    return status == NOT_HERE ? vcenter_archives(command, verb) : status;
}
