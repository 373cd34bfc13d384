/* Printing what Veeam's jobs back up. */
#include "driver.h"

static void show_user(const struct path *path, const struct bkj_veeam_user *o)
{
    TEXT(bkj_veeam_user, id);
    TEXT(bkj_veeam_user, display_name);
    TEXT(bkj_veeam_user, name);
    TEXT(bkj_veeam_user, kind);
    TEXT(bkj_veeam_user, location_type);
    TEXT(bkj_veeam_user, on_premises_sid);
    TEXT(bkj_veeam_user, office);
    TEXT(bkj_veeam_user, msid);
    TEXT(bkj_veeam_user, data_location);
    NUMBER(bkj_veeam_user, e_tag);
    JSON(bkj_veeam_user, links);
    JSON(bkj_veeam_user, extra);
}

static void show_group(const struct path *path, const struct bkj_veeam_group *o)
{
    TEXT(bkj_veeam_group, id);
    TEXT(bkj_veeam_group, display_name);
    TEXT(bkj_veeam_group, name);
    TEXT(bkj_veeam_group, managed_by);
    TEXT(bkj_veeam_group, site);
    TEXT(bkj_veeam_group, kind);
    TEXT(bkj_veeam_group, location_type);
    TEXT(bkj_veeam_group, on_premises_sid);
    TEXT(bkj_veeam_group, msid);
    TEXT(bkj_veeam_group, data_location);
    NUMBER(bkj_veeam_group, e_tag);
    JSON(bkj_veeam_group, links);
    JSON(bkj_veeam_group, extra);
}

static void show_job_site(const struct path *path, const struct bkj_veeam_job_site *o)
{
    TEXT(bkj_veeam_job_site, id);
    TEXT(bkj_veeam_job_site, url);
    TEXT(bkj_veeam_job_site, title);
    FLAG(bkj_veeam_job_site, is_cloud);
    FLAG(bkj_veeam_job_site, is_personal);
    TEXT(bkj_veeam_job_site, name);
    TEXT(bkj_veeam_job_site, parent_url);
    TEXT(bkj_veeam_job_site, site_collection_error);
    NUMBER(bkj_veeam_job_site, e_tag);
    JSON(bkj_veeam_job_site, links);
    JSON(bkj_veeam_job_site, extra);
}

static void show_team(const struct path *path, const struct bkj_veeam_team *o)
{
    TEXT(bkj_veeam_team, id);
    TEXT(bkj_veeam_team, display_name);
    TEXT(bkj_veeam_team, mail);
    TEXT(bkj_veeam_team, description);
    TEXT(bkj_veeam_team, msid);
    TEXT(bkj_veeam_team, data_location);
    NUMBER(bkj_veeam_team, e_tag);
    JSON(bkj_veeam_team, links);
    JSON(bkj_veeam_team, extra);
}

void show_job_item(const struct path *path, const struct bkj_veeam_job_item *o)
{
    TEXT(bkj_veeam_job_item, kind);
    TEXT(bkj_veeam_job_item, id);
    FLAG(bkj_veeam_job_item, mailbox);
    FLAG(bkj_veeam_job_item, one_drive);
    FLAG(bkj_veeam_job_item, archive_mailbox);
    FLAG(bkj_veeam_job_item, sites);
    FLAG(bkj_veeam_job_item, teams);
    FLAG(bkj_veeam_job_item, teams_chats);
    FLAG(bkj_veeam_job_item, chats);
    FLAG(bkj_veeam_job_item, personal_site);
    FLAG(bkj_veeam_job_item, members);
    FLAG(bkj_veeam_job_item, member_mailbox);
    FLAG(bkj_veeam_job_item, member_archive_mailbox);
    FLAG(bkj_veeam_job_item, member_onedrive);
    FLAG(bkj_veeam_job_item, member_site);
    FLAG(bkj_veeam_job_item, group_site);
    EACH(bkj_veeam_job_item, folders, show_arg);
    INSIDE(bkj_veeam_job_item, user, show_user);
    INSIDE(bkj_veeam_job_item, group, show_group);
    INSIDE(bkj_veeam_job_item, site, show_job_site);
    INSIDE(bkj_veeam_job_item, team, show_team);
    JSON(bkj_veeam_job_item, links);
    JSON(bkj_veeam_job_item, extra);
}
