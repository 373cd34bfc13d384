/* teradata.*: the objects of a backup, restores out of it, and what they need to know. */
#include "driver.h"

#include <string.h>

/* Calls about a backup, which two ids name. */
#define OF_BACKUP(call, out)                                    \
    (job != NULL && execution != NULL ? call(teradata, job, execution, out, &failure) : NO_SENSE)

static bkj_status restore_permissions(struct command *command)
{
    struct bkj_teradata_restore_permissions *found = NULL;
    struct bkj_teradata_restore_permissions_request *request = bkj_teradata_restore_permissions_request_new();
    const char *user = get(command, "username"), *members = get(command, "members");
    bkj_status status = BKJ_OK;
    if (user != NULL) {
        const char *password = get(command, "password");
        status = bkj_teradata_restore_permissions_request_set_credentials(request, user, password, &failure);
    }
    if (status == BKJ_OK && members != NULL) {
        status = bkj_teradata_restore_permissions_request_set_members_json(request, members, &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_teradata_restore_permissions(teradata, request, &found, &failure);
    }
    if (status == BKJ_OK) {
        show_permissions(&top, found);
    }
    bkj_teradata_restore_permissions_free(found);
    bkj_teradata_restore_permissions_request_free(request);
    return status;
}

static void show_standing(int32_t phase, int32_t outcome)
{
    show_text(&top, "phase", bkj_phase_name(phase));
    show_text(&top, "outcome", bkj_outcome_name(outcome));
}

static bkj_status preparation(void)
{
    struct bkj_teradata_objects_preparation *found = NULL;
    const bkj_status status = bkj_teradata_objects_preparation(teradata, &found, &failure);
    if (status == BKJ_OK) {
        show_preparation(&top, found);
        show_standing(bkj_teradata_objects_preparation_phase(found), bkj_teradata_objects_preparation_outcome(found));
    }
    bkj_teradata_objects_preparation_free(found);
    return status;
}

static bkj_status restore(struct command *command, const char *job, const char *execution)
{
    struct bkj_teradata_execution *found = NULL;
    const char *id = id_of(command, "restore_id");
    if (id == NULL) {
        return NO_SENSE;
    }
    const bkj_status status = bkj_teradata_restore(teradata, job, execution, id, &found, &failure);
    if (status == BKJ_OK) {
        show_execution(&top, found);
        show_standing(bkj_teradata_execution_phase(found), bkj_teradata_execution_outcome(found));
        remember_id(bkj_teradata_execution_execution_id(found));
    }
    bkj_teradata_execution_free(found);
    return status;
}

/* What belongs to a backup. */
static bkj_status of_backup(struct command *command, const char *verb)
{
    const char *job = id_of(command, "job_id"), *execution = id_of(command, "execution_id");
    if (command->trouble != NULL) {
        return NO_SENSE;
    } else if (IS("prepare_objects")) {
        struct bkj_string *found = NULL;
        const bkj_status status = OF_BACKUP(bkj_teradata_prepare_objects, &found);
        return found_id(status, "preparation_id", found);
    } else if (IS("backup_objects")) {
        struct bkj_teradata_backup_object_list *list = NULL;
        const bkj_status status = OF_BACKUP(bkj_teradata_backup_objects, &list);
        LIST(bkj_teradata_backup_object_list, show_backup_object);
    } else if (IS("iter_backup_objects")) {
        struct bkj_teradata_backup_object_iter *iter = NULL;
        bkj_status status = OF_BACKUP(bkj_teradata_iter_backup_objects, &iter);
        SOME(bkj_teradata_backup_object, show_backup_object);
    } else if (IS("execution_restores")) {
        struct bkj_teradata_execution_list *list = NULL;
        const bkj_status status = OF_BACKUP(bkj_teradata_execution_restores, &list);
        LIST(bkj_teradata_execution_list, show_execution);
    } else if (IS("iter_execution_restores")) {
        struct bkj_teradata_execution_iter *iter = NULL;
        bkj_status status = OF_BACKUP(bkj_teradata_iter_execution_restores, &iter);
        SOME(bkj_teradata_execution, show_execution);
    } else if (IS("create_restore")) {
        return create_restore_of(command, job, execution);
    } else if (IS("restore")) {
        return restore(command, job, execution);
    }
    return NO_SENSE;
}

bkj_status teradata_restores(struct command *command, const char *verb)
{
    const struct bkj_teradata *client = teradata;
    if (IS("objects_preparation")) {
        return preparation();
    } else if (IS("site_restores")) {
        ALL(bkj_teradata_execution_list, show_execution, bkj_teradata_site_restores);
    } else if (IS("iter_site_restores")) {
        struct bkj_teradata_execution_iter *iter = NULL;
        bkj_status status = bkj_teradata_iter_site_restores(client, &iter, &failure);
        SOME(bkj_teradata_execution, show_execution);
    } else if (IS("restore_permissions")) {
        return restore_permissions(command);
    } else if (IS("databases")) {
        ALL(bkj_teradata_database_list, show_database, bkj_teradata_databases);
    } else if (IS("iter_databases")) {
        struct bkj_teradata_database_iter *iter = NULL;
        bkj_status status = bkj_teradata_iter_databases(client, &iter, &failure);
        SOME(bkj_teradata_database, show_database);
    }
    return of_backup(command, verb);
}
