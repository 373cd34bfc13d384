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
    if (status == BKJ_OK) {
        status = bkj_vcenter_backup_request_set_location_user(plan, get(command, "plan.location_user"), &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_vcenter_backup_request_set_location_password(plan, get(command, "plan.location_password"), &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_vcenter_backup_request_set_backup_password(plan, get(command, "plan.backup_password"), &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_vcenter_backup_request_set_comment(plan, get(command, "plan.comment"), &failure);
    }
    if (status == BKJ_OK && get(command, "plan.parts") != NULL && get(command, "plan.parts")[0] != '\0') {
        size_t count = 0;
        const char **parts = split(get(command, "plan.parts"), &count);
        status = bkj_vcenter_backup_request_set_parts(plan, parts, count, &failure);
        free(parts);
    }
    *out = plan;
    return status;
}

bkj_status vcenter_command(struct command *command, const char *verb)
{
    const struct bkj_vcenter *client = vcenter;
    if (client == NULL) {
        return NO_SENSE;
    } else if (IS("login")) {
        return bkj_vcenter_login(client, &failure);
    } else if (IS("session")) {
        struct bkj_vcenter_session_info *found = NULL;
        const bkj_status status = bkj_vcenter_session(client, &found, &failure);
        if (status == BKJ_OK) {
            show_session(&top, found);
        }
        bkj_vcenter_session_info_free(found);
        return status;
    } else if (IS("create_backup_job")) {
        struct bkj_vcenter_backup_job_status *found = NULL;
        struct bkj_vcenter_backup_request *plan = NULL;
        bkj_status status = plan_of(command, &plan);
        if (status == BKJ_OK) {
            status = bkj_vcenter_create_backup_job(client, plan, &found, &failure);
        }
        bkj_vcenter_backup_request_free(plan);
        ONE(bkj_vcenter_backup_job_status, show_backup_status, id);
    } else if (IS("backup_jobs")) {
        ALL(bkj_string_list, show_arg, bkj_vcenter_backup_jobs);
    } else if (IS("backup_job")) {
        GET(bkj_vcenter_backup_job_status, show_backup_status, bkj_vcenter_backup_job);
    } else if (IS("cancel_backup_job")) {
        struct bkj_vcenter_return_result *found = NULL;
        const char *id = id_of(command, "id");
        const bkj_status status = id != NULL ? bkj_vcenter_cancel_backup_job(client, id, &found, &failure) : NO_SENSE;
        if (status == BKJ_OK) {
            show_result(&top, found);
        }
        bkj_vcenter_return_result_free(found);
        return status;
    }
    return NO_SENSE;
}
