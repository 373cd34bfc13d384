/* teradata.create_restore: a request with its objects and flags. */
#include "driver.h"

#include <stdlib.h>
#include <string.h>

/* A part of "name:type:parent:its type:new name:left out:its type"; "" where there is none. */
static const char *part(char *const parts[], size_t index)
{
    return parts[index] != NULL ? parts[index] : "";
}

static bkj_status add_object(struct bkj_teradata_restore_request *request, const char *text)
{
    char *copied = copy(text), *parts[7] = {NULL}, *next = copied;
    for (size_t i = 0; i < 7 && next != NULL; i++) {
        parts[i] = next;
        next = strchr(next, ':');
        if (next != NULL) {
            *next++ = '\0';
        }
    }
    struct bkj_teradata_object_selection *object = NULL;
    bkj_status status = bkj_teradata_object_selection_new(part(parts, 0), part(parts, 1), &object, &failure);
    if (status == BKJ_OK && part(parts, 2)[0] != '\0') {
        status = bkj_teradata_object_selection_set_parent(object, part(parts, 2), part(parts, 3), &failure);
    }
    if (status == BKJ_OK && part(parts, 4)[0] != '\0') {
        status = bkj_teradata_object_selection_set_rename_to(object, part(parts, 4), &failure);
    }
    if (status == BKJ_OK && part(parts, 5)[0] != '\0') {
        status = bkj_teradata_object_selection_add_exclude(object, part(parts, 5), part(parts, 6), &failure);
    }
    if (status == BKJ_OK) {
        status = bkj_teradata_restore_request_add_object(request, object, &failure);
    }
    bkj_teradata_object_selection_free(object);
    free(copied);
    return status;
}

static bkj_status add_objects(struct command *command, struct bkj_teradata_restore_request *request)
{
    size_t count = 0;
    const char **objects = split(get(command, "objects") != NULL ? get(command, "objects") : "", &count);
    bkj_status status = BKJ_OK;
    for (size_t i = 0; status == BKJ_OK && i < count; i++) {
        status = add_object(request, objects[i]);
    }
    free(objects);
    return status;
}

/* Those objects of the backup whose names the pair has. */
static bkj_status add_backup_objects(struct command *command, struct bkj_teradata_restore_request *request,
                                     const char *job, const char *execution)
{
    size_t count = 0;
    struct bkj_teradata_backup_object_list *list = NULL;
    const char **names = split(get(command, "backup_objects"), &count);
    bkj_status status = bkj_teradata_backup_objects(teradata, job, execution, &list, &failure);
    for (size_t i = 0; status == BKJ_OK && i < bkj_teradata_backup_object_list_len(list); i++) {
        const struct bkj_teradata_backup_object *object = bkj_teradata_backup_object_list_at(list, i);
        const char *name = bkj_teradata_backup_object_object_name(object);
        for (size_t j = 0; status == BKJ_OK && name != NULL && j < count; j++) {
            if (strcmp(names[j], name) == 0) {
                status = bkj_teradata_restore_request_add_backup_object(request, object, &failure);
            }
        }
    }
    bkj_teradata_backup_object_list_free(list);
    free(names);
    return status;
}

static bkj_status set_flags(struct command *command, struct bkj_teradata_restore_request *request)
{
    static const struct {
        const char *name;
        bkj_status (*set)(struct bkj_teradata_restore_request *request, bool yes, struct bkj_error **err);
    } flags[] = {
        {"continue_job_on_access_right_violation",
         bkj_teradata_restore_request_set_continue_job_on_access_right_violation},
        {"run_as_a_copy_job", bkj_teradata_restore_request_set_run_as_a_copy_job},
        {"skip_statstics", bkj_teradata_restore_request_set_skip_statstics},
        {"skip_join_or_hash_indexes", bkj_teradata_restore_request_set_skip_join_or_hash_indexes},
    };
    bkj_status status = BKJ_OK;
    for (size_t i = 0; status == BKJ_OK && i < sizeof flags / sizeof flags[0]; i++) {
        if (get(command, flags[i].name) != NULL) {
            status = flags[i].set(request, flag(command, flags[i].name) == 1, &failure);
        }
    }
    return status;
}

bkj_status create_restore_of(struct command *command, const char *job, const char *execution)
{
    const char *name = need(command, "name"), *site = need(command, "target_site");
    const char *user = need(command, "username"), *password = need(command, "password");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    struct bkj_string *found = NULL;
    struct bkj_teradata_restore_request *request = NULL;
    bkj_status status = bkj_teradata_restore_request_new(name, site, user, password, &request, &failure);
    if (status == BKJ_OK) {
        status = add_objects(command, request);
    }
    if (status == BKJ_OK && get(command, "backup_objects") != NULL) {
        status = add_backup_objects(command, request, job, execution);
    }
    if (status == BKJ_OK) {
        status = set_flags(command, request);
    }
    if (status == BKJ_OK) {
        status = command->trouble != NULL
            ? NO_SENSE : bkj_teradata_create_restore(teradata, job, execution, request, &found, &failure);
    }
    bkj_teradata_restore_request_free(request);
    return found_id(status, "restore_id", found);
}
