/* veeam.*: what jobs back up. */
#include "driver.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    bkj_status (*set)(struct bkj_veeam_job_item *item, int32_t yes, struct bkj_error **err);
} flags[] = {
    {"mailbox", bkj_veeam_job_item_set_mailbox},
    {"one_drive", bkj_veeam_job_item_set_one_drive},
    {"archive_mailbox", bkj_veeam_job_item_set_archive_mailbox},
    {"sites", bkj_veeam_job_item_set_sites},
    {"teams", bkj_veeam_job_item_set_teams},
    {"teams_chats", bkj_veeam_job_item_set_teams_chats},
    {"chats", bkj_veeam_job_item_set_chats},
    {"personal_site", bkj_veeam_job_item_set_personal_site},
    {"members", bkj_veeam_job_item_set_members},
    {"member_mailbox", bkj_veeam_job_item_set_member_mailbox},
    {"member_archive_mailbox", bkj_veeam_job_item_set_member_archive_mailbox},
    {"member_onedrive", bkj_veeam_job_item_set_member_onedrive},
    {"member_site", bkj_veeam_job_item_set_member_site},
    {"group_site", bkj_veeam_job_item_set_group_site},
};

/* One item: its type, and what is told about it. */
struct parts {
    const char **all;
    size_t count;
};

/* What is told under that name; "true" for a name without a value, NULL for nothing. */
static const char *told(const struct parts *parts, const char *name)
{
    const size_t length = strlen(name);
    for (size_t i = 1; i < parts->count; i++) {
        if (strncmp(parts->all[i], name, length) == 0) {
            const char *rest = parts->all[i] + length;
            if (rest[0] == '\0' || rest[0] == '=') {
                return rest[0] == '=' ? rest + 1 : "true";
            }
        }
    }
    return NULL;
}

static const char *text(const struct parts *parts, const char *name)
{
    const char *value = told(parts, name);
    return value != NULL ? value : "";
}

static bool yes(const struct parts *parts, const char *name)
{
    return strcmp(text(parts, name), "true") == 0;
}

/* The user, group, site or team that the item is about. */
static bkj_status set_object(struct bkj_veeam_job_item *item, const struct parts *parts, const char *id)
{
    const char *kind = parts->all[0];
    bkj_status status = BKJ_OK;
    if (strcmp(kind, "User") == 0) {
        struct bkj_veeam_user *user = NULL;
        SET(bkj_veeam_user_new(id, &user, &failure));
        SET(bkj_veeam_job_item_set_user(item, user, &failure));
        bkj_veeam_user_free(user);
    } else if (strcmp(kind, "Group") == 0) {
        struct bkj_veeam_group *group = NULL;
        SET(bkj_veeam_group_new(id, &group, &failure));
        SET(bkj_veeam_job_item_set_group(item, group, &failure));
        bkj_veeam_group_free(group);
    } else if (strcmp(kind, "Site") == 0) {
        struct bkj_veeam_job_site *site = NULL;
        SET(bkj_veeam_job_site_new(id, text(parts, "url"), text(parts, "title"), yes(parts, "is_cloud"),
                                   yes(parts, "is_personal"), &site, &failure));
        SET(bkj_veeam_job_item_set_site(item, site, &failure));
        bkj_veeam_job_site_free(site);
    } else if (strcmp(kind, "Team") == 0) {
        struct bkj_veeam_team *team = NULL;
        SET(bkj_veeam_team_new(id, text(parts, "display_name"), text(parts, "mail"), &team, &failure));
        SET(bkj_veeam_job_item_set_team(item, team, &failure));
        bkj_veeam_team_free(team);
    }
    return status;
}

static bkj_status read_item(const char *given, struct bkj_veeam_job_item **out)
{
    struct parts parts;
    parts.all = split_at(given, '|', &parts.count);
    bkj_status status = bkj_veeam_job_item_new(parts.all[0], out, &failure);
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        if (told(&parts, flags[i].name) != NULL) {
            SET(flags[i].set(*out, yes(&parts, flags[i].name), &failure));
        }
    }
    if (told(&parts, "folders") != NULL) {
        size_t count = 0;
        const char **folders = split_at(told(&parts, "folders"), '+', &count);
        SET(bkj_veeam_job_item_set_folders(*out, folders, count, &failure));
        free(folders);
    }
    if (told(&parts, "id") != NULL) {
        SET(set_object(*out, &parts, told(&parts, "id")));
    }
    free(parts.all);
    return status;
}

bkj_status items_of(const char *given, struct items *items)
{
    const char **each = split(given, &items->count);
    items->all = calloc(items->count + 1, sizeof *items->all);
    if (items->all == NULL) {
        abort();
    }
    bkj_status status = BKJ_OK;
    for (size_t i = 0; i < items->count; i++) {
        SET(read_item(each[i], &items->all[i]));
    }
    free(each);
    return status;
}

void free_items(struct items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        bkj_veeam_job_item_free(items->all[i]);
    }
    free(items->all);
}

bkj_status veeam_items(struct command *command, const char *verb)
{
    if (IS("selected_items")) {
        ALL_OF(bkj_veeam_job_item_list, show_job_item, bkj_veeam_selected_items, "job_id");
    } else if (IS("iter_selected_items")) {
        EACH_OF(bkj_veeam_job_item, show_job_item, bkj_veeam_iter_selected_items, "job_id");
    } else if (IS("excluded_items")) {
        ALL_OF(bkj_veeam_job_item_list, show_job_item, bkj_veeam_excluded_items, "job_id");
    } else if (IS("iter_excluded_items")) {
        EACH_OF(bkj_veeam_job_item, show_job_item, bkj_veeam_iter_excluded_items, "job_id");
    }
    return NOT_HERE;
}
