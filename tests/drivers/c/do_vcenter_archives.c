/* vcenter.*: what is kept at a destination, and whether it can be restored. */
#include "driver.h"

#include <stdlib.h>
#include <string.h>

static bkj_status location_of(struct command *command, struct bkj_vcenter_location **out)
{
    struct bkj_vcenter_location *spec = NULL;
    const char *location = need(command, "location");
    bkj_status status = location != NULL ? bkj_vcenter_location_new(location, &spec, &failure) : NO_SENSE;
    SET_TEXT(bkj_vcenter_location, location_user);
    SET_TEXT(bkj_vcenter_location, location_password);
    *out = spec;
    return status;
}

static bkj_status system_names(struct command *command)
{
    struct bkj_vcenter_location *at = NULL;
    struct bkj_string_list *list = NULL;
    bkj_status status = location_of(command, &at);
    SET(bkj_vcenter_system_names(vcenter, at, &list, &failure));
    bkj_vcenter_location_free(at);
    LIST(bkj_string_list, show_arg);
}

/* Numbers that are not given are left alone: zero is a number. */
#define SET_NUMBER(type, field)                                 \
    do {                                                        \
        if (get(command, #field) != NULL) {                     \
            SET(type##_set_##field(spec, (int64_t)number(command, #field, 0), &failure)); \
        }                                                       \
    } while (0)

static bkj_status archives(struct command *command)
{
    struct bkj_vcenter_location *at = NULL;
    struct bkj_vcenter_archive_summary_list *list = NULL;
    struct bkj_vcenter_archive_query *spec = bkj_vcenter_archive_query_new();
    const char *system = need(command, "system_name");
    bkj_status status = location_of(command, &at);
    SET_NUMBER(bkj_vcenter_archive_query, start_timestamp);
    SET_NUMBER(bkj_vcenter_archive_query, end_timestamp);
    SET_TEXT(bkj_vcenter_archive_query, comment_substring);
    SET_NUMBER(bkj_vcenter_archive_query, max_results);
    SET(command->trouble != NULL ? NO_SENSE : bkj_vcenter_archives(vcenter, system, at, spec, &list, &failure));
    bkj_vcenter_archive_query_free(spec);
    bkj_vcenter_location_free(at);
    LIST(bkj_vcenter_archive_summary_list, show_archive);
}

static bkj_status archive(struct command *command)
{
    struct bkj_vcenter_location *at = NULL;
    struct bkj_vcenter_archive_info *found = NULL;
    const char *system = need(command, "system_name"), *name = need(command, "archive");
    bkj_status status = location_of(command, &at);
    SET(command->trouble != NULL ? NO_SENSE : bkj_vcenter_archive(vcenter, system, name, at, &found, &failure));
    bkj_vcenter_location_free(at);
    SHOW(bkj_vcenter_archive_info, show_archive_info);
}

static bkj_status validate(struct command *command)
{
    struct bkj_vcenter_restore_request *spec = NULL;
    struct bkj_vcenter_restore_metadata *found = NULL;
    const char *type = get(command, "location_type"), *location = need(command, "location");
    bkj_status status = location == NULL ? NO_SENSE
        : bkj_vcenter_restore_request_new(type != NULL ? type : "", location, &spec, &failure);
    SET_TEXTS(bkj_vcenter_restore_request, parts);
    SET_TEXT(bkj_vcenter_restore_request, backup_password);
    SET_TEXT(bkj_vcenter_restore_request, location_user);
    SET_TEXT(bkj_vcenter_restore_request, location_password);
    SET_TEXT(bkj_vcenter_restore_request, sso_admin_user_name);
    SET_TEXT(bkj_vcenter_restore_request, sso_admin_user_password);
    SET(bkj_vcenter_validate_restore(vcenter, spec, &found, &failure));
    bkj_vcenter_restore_request_free(spec);
    SHOW(bkj_vcenter_restore_metadata, show_metadata);
}

bkj_status vcenter_archives(struct command *command, const char *verb)
{
    if (IS("system_names")) {
        return system_names(command);
    } else if (IS("archives")) {
        return archives(command);
    } else if (IS("archive")) {
        return archive(command);
    } else if (IS("validate_restore")) {
        return validate(command);
    } else if (IS("recovery_supported")) {
        bool yes = false;
        const bkj_status status = bkj_vcenter_recovery_supported(vcenter, &yes, &failure);
        show_text(&top, "supported", status != BKJ_OK ? NULL : yes ? "true" : "false");
        return status;
    }
    return NO_SENSE;
}
