/* Veeam Backup for Microsoft 365: what is given to calls. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_OPTIONS_HPP
#define BACKUPJOBS_VEEAM_OPTIONS_HPP

#include "veeam_results.hpp"

namespace backupjobs::veeam {

/** The hours of the week in which a job may run. */
struct NewBackupWindow {
    /** 168 flags from Sunday 00:00 on; true: allowed. */
    std::vector<bool> hours = std::vector<bool>(168, true);
    /** Minutes from UTC. */
    std::int64_t minute_offset = 0;

    detail::Handle<struct ::bkj_veeam_backup_window> make() const {
        const std::vector<std::uint8_t> bytes(hours.begin(), hours.end());
        const std::uint8_t none = 0;
        return {detail::make<struct ::bkj_veeam_backup_window>(bkj_veeam_backup_window_new,
                                                               bytes.empty() ? &none : bytes.data(), bytes.size(),
                                                               minute_offset),
                bkj_veeam_backup_window_free};
    }
};

/** When a new copy job copies. Words are the vendor's, such as "DailyAtTime". */
struct NewCopySchedule {
    std::optional<std::string> kind, daily_type, daily_time, periodically_every;
    /** 168 flags from Sunday 00:00 on; given, copying is bound to them. */
    std::optional<std::vector<bool>> window;
    /** Of the window, in minutes from UTC. */
    std::int64_t minute_offset = 0;

    detail::Handle<struct ::bkj_veeam_copy_schedule> make() const {
        detail::Handle<struct ::bkj_veeam_copy_schedule> made(bkj_veeam_copy_schedule_new(),
            bkj_veeam_copy_schedule_free);
        detail::call(bkj_veeam_copy_schedule_set_kind, made.get(), detail::chars(kind));
        detail::call(bkj_veeam_copy_schedule_set_daily_type, made.get(), detail::chars(daily_type));
        detail::call(bkj_veeam_copy_schedule_set_daily_time, made.get(), detail::chars(daily_time));
        detail::call(bkj_veeam_copy_schedule_set_periodically_every, made.get(), detail::chars(periodically_every));
        if (window) {
            detail::call(bkj_veeam_copy_schedule_within, made.get(), NewBackupWindow{*window,
                minute_offset}.make().get());
        }
        return made;
    }
};

/** What a new copy job needs. v8 needs the organization. */
struct CreateCopyJob {
    std::string backup_job_id, repository_id;
    NewCopySchedule schedule;
    bool is_enabled = true;
    std::optional<std::string> organization_id = {};

    detail::Handle<struct ::bkj_veeam_create_copy_job> make() const {
        detail::Handle<struct ::bkj_veeam_create_copy_job> made(
            detail::make<struct ::bkj_veeam_create_copy_job>(bkj_veeam_create_copy_job_new, backup_job_id.c_str(),
                                                             repository_id.c_str(), schedule.make().get()),
            bkj_veeam_create_copy_job_free);
        detail::call(bkj_veeam_create_copy_job_set_is_enabled, made.get(), is_enabled);
        detail::call(bkj_veeam_create_copy_job_set_organization_id, made.get(), detail::chars(organization_id));
        return made;
    }
};

/** What to explore. */
struct ExploreOptions {
    /** yyyy-MM-dd HH:mm:ss.SSS, yyyy.MM.dd hh:mm:ss or ISO 8601, in UTC. */
    std::string datetime;
    /** "vex", "vesp", "veod" or "vet". */
    std::string explorer;
    std::optional<bool> show_deleted = {}, show_all_versions = {};
    /** Only the backups in this repository; v8, of an organization. */
    std::optional<std::string> repository_id = {};

    detail::Handle<struct ::bkj_veeam_explore_options> make() const {
        detail::Handle<struct ::bkj_veeam_explore_options> made(
            detail::make<struct ::bkj_veeam_explore_options>(bkj_veeam_explore_options_new, datetime.c_str(),
                                                             explorer.c_str()),
            bkj_veeam_explore_options_free);
        detail::call(bkj_veeam_explore_options_set_show_deleted, made.get(), detail::flag(show_deleted));
        detail::call(bkj_veeam_explore_options_set_show_all_versions, made.get(), detail::flag(show_all_versions));
        detail::call(bkj_veeam_explore_options_set_repository_id, made.get(), detail::chars(repository_id));
        return made;
    }
};

/** What to change about a copy job. Unset members are not sent, and stay as they are (inferred). */
struct EditCopyJob {
    std::optional<std::string> backup_job_id;
    std::optional<std::string> organization_id;
    std::optional<std::string> repository_id;
    std::optional<NewCopySchedule> schedule_policy;
    std::optional<bool> is_enabled;

    detail::Handle<struct ::bkj_veeam_edit_copy_job> make() const {
        detail::Handle<struct ::bkj_veeam_edit_copy_job> made(bkj_veeam_edit_copy_job_new(),
            bkj_veeam_edit_copy_job_free);
        detail::call(bkj_veeam_edit_copy_job_set_backup_job_id, made.get(), detail::chars(backup_job_id));
        detail::call(bkj_veeam_edit_copy_job_set_organization_id, made.get(), detail::chars(organization_id));
        detail::call(bkj_veeam_edit_copy_job_set_repository_id, made.get(), detail::chars(repository_id));
        if (schedule_policy) {
            detail::call(bkj_veeam_edit_copy_job_set_schedule_policy, made.get(), schedule_policy->make().get());
        }
        detail::call(bkj_veeam_edit_copy_job_set_is_enabled, made.get(), detail::flag(is_enabled));
        return made;
    }
};

/** Which copy jobs to list. Unset: all. */
struct CopyJobQuery {
    std::optional<std::string> repository_id;
    std::optional<std::string> organization_id;

    detail::Handle<struct ::bkj_veeam_copy_job_query> make() const {
        detail::Handle<struct ::bkj_veeam_copy_job_query> made(bkj_veeam_copy_job_query_new(),
            bkj_veeam_copy_job_query_free);
        detail::call(bkj_veeam_copy_job_query_set_repository_id, made.get(), detail::chars(repository_id));
        detail::call(bkj_veeam_copy_job_query_set_organization_id, made.get(), detail::chars(organization_id));
        return made;
    }
};

/** A user of an item. In a request the id is enough (inferred: no member is required). */
struct NewUser {
    std::string id;
    std::optional<std::string> display_name;
    std::optional<std::string> name;
    std::optional<std::string> kind;
    std::optional<std::string> location_type;
    std::optional<std::string> on_premises_sid;
    std::optional<std::string> office;
    std::optional<std::string> msid;
    std::optional<std::string> data_location;
    std::optional<std::int64_t> e_tag;
    std::optional<std::string> extra_json;

    detail::Handle<struct ::bkj_veeam_user> make() const {
        detail::Handle<struct ::bkj_veeam_user> made(detail::make<struct ::bkj_veeam_user>(bkj_veeam_user_new,
            id.c_str()), bkj_veeam_user_free);
        detail::call(bkj_veeam_user_set_display_name, made.get(), detail::chars(display_name));
        detail::call(bkj_veeam_user_set_name, made.get(), detail::chars(name));
        detail::call(bkj_veeam_user_set_kind, made.get(), detail::chars(kind));
        detail::call(bkj_veeam_user_set_location_type, made.get(), detail::chars(location_type));
        detail::call(bkj_veeam_user_set_on_premises_sid, made.get(), detail::chars(on_premises_sid));
        detail::call(bkj_veeam_user_set_office, made.get(), detail::chars(office));
        detail::call(bkj_veeam_user_set_msid, made.get(), detail::chars(msid));
        detail::call(bkj_veeam_user_set_data_location, made.get(), detail::chars(data_location));
        detail::call(bkj_veeam_user_set_e_tag, made.get(), e_tag.value_or(BKJ_ABSENT));
        if (extra_json) {
            detail::call(bkj_veeam_user_set_extra_json, made.get(), extra_json->c_str());
        }
        return made;
    }
};

/** A group of an item. In a request the id is enough (inferred: no member is required). */
struct NewGroup {
    std::string id;
    std::optional<std::string> display_name;
    std::optional<std::string> name;
    std::optional<std::string> managed_by;
    std::optional<std::string> site;
    std::optional<std::string> kind;
    std::optional<std::string> location_type;
    std::optional<std::string> on_premises_sid;
    std::optional<std::string> msid;
    std::optional<std::string> data_location;
    std::optional<std::int64_t> e_tag;
    std::optional<std::string> extra_json;

    detail::Handle<struct ::bkj_veeam_group> make() const {
        detail::Handle<struct ::bkj_veeam_group> made(detail::make<struct ::bkj_veeam_group>(bkj_veeam_group_new,
            id.c_str()), bkj_veeam_group_free);
        detail::call(bkj_veeam_group_set_display_name, made.get(), detail::chars(display_name));
        detail::call(bkj_veeam_group_set_name, made.get(), detail::chars(name));
        detail::call(bkj_veeam_group_set_managed_by, made.get(), detail::chars(managed_by));
        detail::call(bkj_veeam_group_set_site, made.get(), detail::chars(site));
        detail::call(bkj_veeam_group_set_kind, made.get(), detail::chars(kind));
        detail::call(bkj_veeam_group_set_location_type, made.get(), detail::chars(location_type));
        detail::call(bkj_veeam_group_set_on_premises_sid, made.get(), detail::chars(on_premises_sid));
        detail::call(bkj_veeam_group_set_msid, made.get(), detail::chars(msid));
        detail::call(bkj_veeam_group_set_data_location, made.get(), detail::chars(data_location));
        detail::call(bkj_veeam_group_set_e_tag, made.get(), e_tag.value_or(BKJ_ABSENT));
        if (extra_json) {
            detail::call(bkj_veeam_group_set_extra_json, made.get(), extra_json->c_str());
        }
        return made;
    }
};

/** A site of an item. A request needs the five members of JobSite::new, by the OpenAPI documents. */
struct NewJobSite {
    std::string id;
    std::string url;
    std::string title;
    bool is_cloud;
    bool is_personal;
    std::optional<std::string> name;
    std::optional<std::string> parent_url;
    std::optional<std::string> site_collection_error;
    std::optional<std::int64_t> e_tag;
    std::optional<std::string> extra_json;

    detail::Handle<struct ::bkj_veeam_job_site> make() const {
        detail::Handle<struct ::bkj_veeam_job_site> made(detail::make<struct ::bkj_veeam_job_site>(bkj_veeam_job_site_new, id.c_str(), url.c_str(), title.c_str(), is_cloud, is_personal), bkj_veeam_job_site_free);
        detail::call(bkj_veeam_job_site_set_name, made.get(), detail::chars(name));
        detail::call(bkj_veeam_job_site_set_parent_url, made.get(), detail::chars(parent_url));
        detail::call(bkj_veeam_job_site_set_site_collection_error, made.get(), detail::chars(site_collection_error));
        detail::call(bkj_veeam_job_site_set_e_tag, made.get(), e_tag.value_or(BKJ_ABSENT));
        if (extra_json) {
            detail::call(bkj_veeam_job_site_set_extra_json, made.get(), extra_json->c_str());
        }
        return made;
    }
};

/** A team of an item. A request needs the three members of Team::new, by the OpenAPI documents. */
struct NewTeam {
    std::string id;
    std::string display_name;
    std::string mail;
    std::optional<std::string> description;
    std::optional<std::string> msid;
    std::optional<std::string> data_location;
    std::optional<std::int64_t> e_tag;
    std::optional<std::string> extra_json;

    detail::Handle<struct ::bkj_veeam_team> make() const {
        detail::Handle<struct ::bkj_veeam_team> made(detail::make<struct ::bkj_veeam_team>(bkj_veeam_team_new,
            id.c_str(), display_name.c_str(), mail.c_str()), bkj_veeam_team_free);
        detail::call(bkj_veeam_team_set_description, made.get(), detail::chars(description));
        detail::call(bkj_veeam_team_set_msid, made.get(), detail::chars(msid));
        detail::call(bkj_veeam_team_set_data_location, made.get(), detail::chars(data_location));
        detail::call(bkj_veeam_team_set_e_tag, made.get(), e_tag.value_or(BKJ_ABSENT));
        if (extra_json) {
            detail::call(bkj_veeam_team_set_extra_json, made.get(), extra_json->c_str());
        }
        return made;
    }
};

/** One item of a job. Unset members are not sent. */
struct NewJobItem {
    std::string kind;
    std::optional<std::string> id;
    std::optional<bool> mailbox;
    std::optional<bool> one_drive;
    std::optional<bool> archive_mailbox;
    std::optional<bool> sites;
    std::optional<bool> teams;
    std::optional<bool> teams_chats;
    std::optional<bool> chats;
    std::optional<bool> personal_site;
    std::optional<bool> members;
    std::optional<bool> member_mailbox;
    std::optional<bool> member_archive_mailbox;
    std::optional<bool> member_onedrive;
    std::optional<bool> member_site;
    std::optional<bool> group_site;
    std::vector<std::string> folders;
    std::optional<NewUser> user;
    std::optional<NewGroup> group;
    std::optional<NewJobSite> site;
    std::optional<NewTeam> team;
    std::optional<std::string> extra_json;

    detail::Handle<struct ::bkj_veeam_job_item> make() const {
        detail::Handle<struct ::bkj_veeam_job_item> made(detail::make<struct ::bkj_veeam_job_item>(bkj_veeam_job_item_new, kind.c_str()), bkj_veeam_job_item_free);
        detail::call(bkj_veeam_job_item_set_id, made.get(), detail::chars(id));
        detail::call(bkj_veeam_job_item_set_mailbox, made.get(), detail::flag(mailbox));
        detail::call(bkj_veeam_job_item_set_one_drive, made.get(), detail::flag(one_drive));
        detail::call(bkj_veeam_job_item_set_archive_mailbox, made.get(), detail::flag(archive_mailbox));
        detail::call(bkj_veeam_job_item_set_sites, made.get(), detail::flag(sites));
        detail::call(bkj_veeam_job_item_set_teams, made.get(), detail::flag(teams));
        detail::call(bkj_veeam_job_item_set_teams_chats, made.get(), detail::flag(teams_chats));
        detail::call(bkj_veeam_job_item_set_chats, made.get(), detail::flag(chats));
        detail::call(bkj_veeam_job_item_set_personal_site, made.get(), detail::flag(personal_site));
        detail::call(bkj_veeam_job_item_set_members, made.get(), detail::flag(members));
        detail::call(bkj_veeam_job_item_set_member_mailbox, made.get(), detail::flag(member_mailbox));
        detail::call(bkj_veeam_job_item_set_member_archive_mailbox, made.get(), detail::flag(member_archive_mailbox));
        detail::call(bkj_veeam_job_item_set_member_onedrive, made.get(), detail::flag(member_onedrive));
        detail::call(bkj_veeam_job_item_set_member_site, made.get(), detail::flag(member_site));
        detail::call(bkj_veeam_job_item_set_group_site, made.get(), detail::flag(group_site));
        if (!folders.empty()) {
            const auto texts = detail::chars(folders);
            detail::call(bkj_veeam_job_item_set_folders, made.get(), texts.data(), texts.size());
        }
        if (user) {
            detail::call(bkj_veeam_job_item_set_user, made.get(), user->make().get());
        }
        if (group) {
            detail::call(bkj_veeam_job_item_set_group, made.get(), group->make().get());
        }
        if (site) {
            detail::call(bkj_veeam_job_item_set_site, made.get(), site->make().get());
        }
        if (team) {
            detail::call(bkj_veeam_job_item_set_team, made.get(), team->make().get());
        }
        if (extra_json) {
            detail::call(bkj_veeam_job_item_set_extra_json, made.get(), extra_json->c_str());
        }
        return made;
    }
};

/** schedulePolicy of a backup job. Unset members are not sent. */
struct NewJobSchedule {
    std::optional<std::string> kind;
    std::optional<bool> schedule_enabled;
    std::optional<std::string> daily_type;
    std::optional<std::string> daily_time;
    std::optional<std::string> periodically_every;
    std::optional<std::int64_t> periodically_offset_minutes;
    std::optional<bool> periodically_window_enabled;
    std::optional<NewBackupWindow> periodically_window_settings;
    std::optional<bool> backup_window_enabled;
    std::optional<NewBackupWindow> backup_window_settings;
    std::optional<bool> retry_enabled;
    std::optional<std::int64_t> retry_number;
    std::optional<std::int64_t> retry_wait_interval;
    std::optional<std::string> extra_json;

    detail::Handle<struct ::bkj_veeam_job_schedule> make() const {
        detail::Handle<struct ::bkj_veeam_job_schedule> made(bkj_veeam_job_schedule_new(), bkj_veeam_job_schedule_free);
        detail::call(bkj_veeam_job_schedule_set_kind, made.get(), detail::chars(kind));
        detail::call(bkj_veeam_job_schedule_set_schedule_enabled, made.get(), detail::flag(schedule_enabled));
        detail::call(bkj_veeam_job_schedule_set_daily_type, made.get(), detail::chars(daily_type));
        detail::call(bkj_veeam_job_schedule_set_daily_time, made.get(), detail::chars(daily_time));
        detail::call(bkj_veeam_job_schedule_set_periodically_every, made.get(), detail::chars(periodically_every));
        detail::call(bkj_veeam_job_schedule_set_periodically_offset_minutes, made.get(),
            periodically_offset_minutes.value_or(BKJ_ABSENT));
        detail::call(bkj_veeam_job_schedule_set_periodically_window_enabled, made.get(),
            detail::flag(periodically_window_enabled));
        if (periodically_window_settings) {
            detail::call(bkj_veeam_job_schedule_set_periodically_window_settings, made.get(),
                periodically_window_settings->make().get());
        }
        detail::call(bkj_veeam_job_schedule_set_backup_window_enabled, made.get(), detail::flag(backup_window_enabled));
        if (backup_window_settings) {
            detail::call(bkj_veeam_job_schedule_set_backup_window_settings, made.get(),
                backup_window_settings->make().get());
        }
        detail::call(bkj_veeam_job_schedule_set_retry_enabled, made.get(), detail::flag(retry_enabled));
        detail::call(bkj_veeam_job_schedule_set_retry_number, made.get(), retry_number.value_or(BKJ_ABSENT));
        detail::call(bkj_veeam_job_schedule_set_retry_wait_interval, made.get(),
            retry_wait_interval.value_or(BKJ_ABSENT));
        if (extra_json) {
            detail::call(bkj_veeam_job_schedule_set_extra_json, made.get(), extra_json->c_str());
        }
        return made;
    }
};

/** What to change about a backup job. Unset members are not sent, and stay as they are (inferred from the v8 document, where every member may be null). */
struct EditJob {
    std::optional<std::string> repository_id;
    std::optional<std::string> backup_type;
    std::optional<std::string> name;
    std::optional<std::string> description;
    std::optional<std::vector<NewJobItem>> selected_items;
    std::optional<std::vector<NewJobItem>> excluded_items;
    std::optional<NewJobSchedule> schedule_policy;
    std::optional<bool> is_enabled;
    std::optional<bool> run_now;
    std::optional<bool> skip_item_update;

    detail::Handle<struct ::bkj_veeam_edit_job> make() const {
        detail::Handle<struct ::bkj_veeam_edit_job> made(bkj_veeam_edit_job_new(), bkj_veeam_edit_job_free);
        detail::call(bkj_veeam_edit_job_set_repository_id, made.get(), detail::chars(repository_id));
        detail::call(bkj_veeam_edit_job_set_backup_type, made.get(), detail::chars(backup_type));
        detail::call(bkj_veeam_edit_job_set_name, made.get(), detail::chars(name));
        detail::call(bkj_veeam_edit_job_set_description, made.get(), detail::chars(description));
        if (selected_items) {
            detail::Made<struct ::bkj_veeam_job_item> parts(*selected_items);
            detail::call(bkj_veeam_edit_job_set_selected_items, made.get(), parts.data(), parts.size());
        }
        if (excluded_items) {
            detail::Made<struct ::bkj_veeam_job_item> parts(*excluded_items);
            detail::call(bkj_veeam_edit_job_set_excluded_items, made.get(), parts.data(), parts.size());
        }
        if (schedule_policy) {
            detail::call(bkj_veeam_edit_job_set_schedule_policy, made.get(), schedule_policy->make().get());
        }
        detail::call(bkj_veeam_edit_job_set_is_enabled, made.get(), detail::flag(is_enabled));
        detail::call(bkj_veeam_edit_job_set_run_now, made.get(), detail::flag(run_now));
        detail::call(bkj_veeam_edit_job_set_skip_item_update, made.get(), detail::flag(skip_item_update));
        return made;
    }
};

/** What a new backup job needs. Unset members are not sent. */
struct CreateJob {
    std::string organization_id;
    std::string repository_id;
    std::string backup_type;
    std::optional<std::string> name;
    std::optional<std::string> description;
    std::vector<NewJobItem> selected_items;
    std::vector<NewJobItem> excluded_items;
    std::optional<NewJobSchedule> schedule_policy;
    std::optional<bool> is_enabled;
    std::optional<bool> run_now;
    std::optional<bool> skip_item_update;

    detail::Handle<struct ::bkj_veeam_create_job> make() const {
        detail::Handle<struct ::bkj_veeam_create_job> made(detail::make<struct ::bkj_veeam_create_job>(bkj_veeam_create_job_new, organization_id.c_str(), repository_id.c_str()), bkj_veeam_create_job_free);
        detail::call(bkj_veeam_create_job_set_backup_type, made.get(), backup_type.c_str());
        detail::call(bkj_veeam_create_job_set_name, made.get(), detail::chars(name));
        detail::call(bkj_veeam_create_job_set_description, made.get(), detail::chars(description));
        if (!selected_items.empty()) {
            detail::Made<struct ::bkj_veeam_job_item> parts(selected_items);
            detail::call(bkj_veeam_create_job_set_selected_items, made.get(), parts.data(), parts.size());
        }
        if (!excluded_items.empty()) {
            detail::Made<struct ::bkj_veeam_job_item> parts(excluded_items);
            detail::call(bkj_veeam_create_job_set_excluded_items, made.get(), parts.data(), parts.size());
        }
        if (schedule_policy) {
            detail::call(bkj_veeam_create_job_set_schedule_policy, made.get(), schedule_policy->make().get());
        }
        detail::call(bkj_veeam_create_job_set_is_enabled, made.get(), detail::flag(is_enabled));
        detail::call(bkj_veeam_create_job_set_run_now, made.get(), detail::flag(run_now));
        detail::call(bkj_veeam_create_job_set_skip_item_update, made.get(), detail::flag(skip_item_update));
        return made;
    }
};

/** Which jobs to list. Unset: all. */
struct JobQuery {
    std::optional<std::string> organization_id;
    std::optional<std::string> repository_id;

    detail::Handle<struct ::bkj_veeam_job_query> make() const {
        detail::Handle<struct ::bkj_veeam_job_query> made(bkj_veeam_job_query_new(), bkj_veeam_job_query_free);
        detail::call(bkj_veeam_job_query_set_organization_id, made.get(), detail::chars(organization_id));
        detail::call(bkj_veeam_job_query_set_repository_id, made.get(), detail::chars(repository_id));
        return made;
    }
};

/** Which steps to list. Unset: all, in the server's order. */
struct LogItemQuery {
    std::optional<std::string> kind;
    std::optional<bool> ascending;

    detail::Handle<struct ::bkj_veeam_log_item_query> make() const {
        detail::Handle<struct ::bkj_veeam_log_item_query> made(bkj_veeam_log_item_query_new(),
            bkj_veeam_log_item_query_free);
        detail::call(bkj_veeam_log_item_query_set_kind, made.get(), detail::chars(kind));
        detail::call(bkj_veeam_log_item_query_set_ascending, made.get(), detail::flag(ascending));
        return made;
    }
};

/** Which organizations to list, and how. Unset: all, as the server shows them by itself. */
struct OrganizationQuery {
    std::optional<bool> extended_view;
    std::optional<std::string> msid;
    std::optional<std::string> backed_up_organization_id;

    detail::Handle<struct ::bkj_veeam_organization_query> make() const {
        detail::Handle<struct ::bkj_veeam_organization_query> made(bkj_veeam_organization_query_new(),
            bkj_veeam_organization_query_free);
        detail::call(bkj_veeam_organization_query_set_extended_view, made.get(), detail::flag(extended_view));
        detail::call(bkj_veeam_organization_query_set_msid, made.get(), detail::chars(msid));
        detail::call(bkj_veeam_organization_query_set_backed_up_organization_id, made.get(),
            detail::chars(backed_up_organization_id));
        return made;
    }
};

/** Which repositories to list. Unset: all. */
struct RepositoryQuery {
    std::optional<std::string> proxy_id;
    std::optional<std::string> proxy_pool_id;
    std::optional<std::string> organization_id;
    std::optional<bool> long_term;

    detail::Handle<struct ::bkj_veeam_repository_query> make() const {
        detail::Handle<struct ::bkj_veeam_repository_query> made(bkj_veeam_repository_query_new(),
            bkj_veeam_repository_query_free);
        detail::call(bkj_veeam_repository_query_set_proxy_id, made.get(), detail::chars(proxy_id));
        detail::call(bkj_veeam_repository_query_set_proxy_pool_id, made.get(), detail::chars(proxy_pool_id));
        detail::call(bkj_veeam_repository_query_set_organization_id, made.get(), detail::chars(organization_id));
        detail::call(bkj_veeam_repository_query_set_long_term, made.get(), detail::flag(long_term));
        return made;
    }
};

/** Which restore sessions to list. Unset: all, in the server's order. Where a version does not filter, we do, and leave out sessions that do not tell the time. */
struct RestoreSessionQuery {
    std::optional<TimePoint> start_time_from;
    std::optional<TimePoint> start_time_to;
    std::optional<TimePoint> end_time_from;
    std::optional<TimePoint> end_time_to;
    std::optional<bool> ascending;
    std::optional<std::string> order_by;

    detail::Handle<struct ::bkj_veeam_restore_session_query> make() const {
        detail::Handle<struct ::bkj_veeam_restore_session_query> made(bkj_veeam_restore_session_query_new(),
            bkj_veeam_restore_session_query_free);
        detail::call(bkj_veeam_restore_session_query_set_start_time_from, made.get(), detail::unix_ms(start_time_from));
        detail::call(bkj_veeam_restore_session_query_set_start_time_to, made.get(), detail::unix_ms(start_time_to));
        detail::call(bkj_veeam_restore_session_query_set_end_time_from, made.get(), detail::unix_ms(end_time_from));
        detail::call(bkj_veeam_restore_session_query_set_end_time_to, made.get(), detail::unix_ms(end_time_to));
        detail::call(bkj_veeam_restore_session_query_set_ascending, made.get(), detail::flag(ascending));
        detail::call(bkj_veeam_restore_session_query_set_order_by, made.get(), detail::chars(order_by));
        return made;
    }
};

/** Which job sessions to list. Unset: all. */
struct SessionQuery {
    std::optional<std::string> job_id;
    std::optional<std::string> job_type;
    std::optional<std::string> status;
    std::optional<TimePoint> end_time_lower_bound;
    std::optional<TimePoint> end_time_upper_bound;

    detail::Handle<struct ::bkj_veeam_session_query> make() const {
        detail::Handle<struct ::bkj_veeam_session_query> made(bkj_veeam_session_query_new(),
            bkj_veeam_session_query_free);
        detail::call(bkj_veeam_session_query_set_job_id, made.get(), detail::chars(job_id));
        detail::call(bkj_veeam_session_query_set_job_type, made.get(), detail::chars(job_type));
        detail::call(bkj_veeam_session_query_set_status, made.get(), detail::chars(status));
        detail::call(bkj_veeam_session_query_set_end_time_lower_bound, made.get(),
            detail::unix_ms(end_time_lower_bound));
        detail::call(bkj_veeam_session_query_set_end_time_upper_bound, made.get(),
            detail::unix_ms(end_time_upper_bound));
        return made;
    }
};

} // namespace backupjobs::veeam

#endif
