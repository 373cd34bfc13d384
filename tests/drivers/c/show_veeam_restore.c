/* Printing Veeam's restore sessions and what happened in them. */
#include "driver.h"

void show_restore_session(const struct path *path, const struct bkj_veeam_restore_session *o)
{
    TEXT(bkj_veeam_restore_session, id);
    TEXT(bkj_veeam_restore_session, name);
    TEXT(bkj_veeam_restore_session, organization);
    TEXT(bkj_veeam_restore_session, explorer);
    TIME(bkj_veeam_restore_session, creation_time);
    TIME(bkj_veeam_restore_session, end_time);
    TEXT(bkj_veeam_restore_session, state);
    TEXT(bkj_veeam_restore_session, result);
    TEXT(bkj_veeam_restore_session, initiated_by);
    TEXT(bkj_veeam_restore_session, details);
    TEXT(bkj_veeam_restore_session, scope_name);
    TEXT(bkj_veeam_restore_session, client_host);
    TEXT(bkj_veeam_restore_session, reason);
    NUMBER(bkj_veeam_restore_session, e_tag);
    JSON(bkj_veeam_restore_session, links);
    JSON(bkj_veeam_restore_session, extra);
}

void show_restore_session_event(const struct path *path, const struct bkj_veeam_restore_session_event *o)
{
    TEXT(bkj_veeam_restore_session_event, id);
    TEXT(bkj_veeam_restore_session_event, kind);
    TEXT(bkj_veeam_restore_session_event, status);
    TIME(bkj_veeam_restore_session_event, start_time);
    TIME(bkj_veeam_restore_session_event, end_time);
    TEXT(bkj_veeam_restore_session_event, duration);
    TEXT(bkj_veeam_restore_session_event, title);
    TEXT(bkj_veeam_restore_session_event, message);
    NUMBER(bkj_veeam_restore_session_event, order);
    TEXT(bkj_veeam_restore_session_event, item_name);
    TEXT(bkj_veeam_restore_session_event, item_type);
    NUMBER(bkj_veeam_restore_session_event, item_size_bytes);
    TEXT(bkj_veeam_restore_session_event, source);
    TEXT(bkj_veeam_restore_session_event, target);
    TEXT(bkj_veeam_restore_session_event, organization_id);
    TEXT(bkj_veeam_restore_session_event, backed_up_organization_id);
    TEXT(bkj_veeam_restore_session_event, user_id);
    TEXT(bkj_veeam_restore_session_event, group_id);
    TEXT(bkj_veeam_restore_session_event, site_id);
    TEXT(bkj_veeam_restore_session_event, team_id);
    JSON(bkj_veeam_restore_session_event, links);
    JSON(bkj_veeam_restore_session_event, extra);
}

static void show_restored_item(const struct path *path, const struct bkj_veeam_restored_item *o)
{
    TEXT(bkj_veeam_restored_item, id);
    TEXT(bkj_veeam_restored_item, kind);
    TEXT(bkj_veeam_restored_item, item_type);
    TEXT(bkj_veeam_restored_item, status);
    TEXT(bkj_veeam_restored_item, name);
    TEXT(bkj_veeam_restored_item, title);
    TEXT(bkj_veeam_restored_item, path);
    TEXT(bkj_veeam_restored_item, error);
    EACH(bkj_veeam_restored_item, warnings, show_arg);
    TEXT(bkj_veeam_restored_item, mailbox_email);
    FLAG(bkj_veeam_restored_item, mailbox_is_archive);
    FLAG(bkj_veeam_restored_item, mailbox_is_public);
    NUMBER(bkj_veeam_restored_item, created_mailbox_items_count);
    NUMBER(bkj_veeam_restored_item, merged_mailbox_items_count);
    NUMBER(bkj_veeam_restored_item, failed_mailbox_items_count);
    NUMBER(bkj_veeam_restored_item, skipped_mailbox_items_count);
    TEXT(bkj_veeam_restored_item, cannot_continue_mailbox_error);
    TEXT(bkj_veeam_restored_item, one_drive_web_id);
    TEXT(bkj_veeam_restored_item, one_drive_site_id);
    TEXT(bkj_veeam_restored_item, one_drive_url);
    EACH(bkj_veeam_restored_item, child_items, show_restored_item);
    JSON(bkj_veeam_restored_item, extra);
}

void show_restore_session_statistics(const struct path *path, const struct bkj_veeam_restore_session_statistics *o)
{
    NUMBER(bkj_veeam_restore_session_statistics, total_items_count);
    NUMBER(bkj_veeam_restore_session_statistics, restored_items_count);
    NUMBER(bkj_veeam_restore_session_statistics, failed_items_count);
    NUMBER(bkj_veeam_restore_session_statistics, skipped_items_count);
    EACH(bkj_veeam_restore_session_statistics, warnings, show_arg);
    EACH(bkj_veeam_restore_session_statistics, errors, show_arg);
    EACH(bkj_veeam_restore_session_statistics, items, show_restored_item);
    JSON(bkj_veeam_restore_session_statistics, extra);
}
