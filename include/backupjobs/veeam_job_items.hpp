/* Veeam Backup for Microsoft 365: items of jobs to be made and changed. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_JOB_ITEMS_HPP
#define BACKUPJOBS_VEEAM_JOB_ITEMS_HPP

#include "call.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace veeam {

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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_user> make() const {
        detail::Made<struct ::bkj_veeam_user> made(bkj_veeam_user_free, bkj_veeam_user_new, id);
        made.set(bkj_veeam_user_set_display_name, display_name);
        made.set(bkj_veeam_user_set_name, name);
        made.set(bkj_veeam_user_set_kind, kind);
        made.set(bkj_veeam_user_set_location_type, location_type);
        made.set(bkj_veeam_user_set_on_premises_sid, on_premises_sid);
        made.set(bkj_veeam_user_set_office, office);
        made.set(bkj_veeam_user_set_msid, msid);
        made.set(bkj_veeam_user_set_data_location, data_location);
        made.set(bkj_veeam_user_set_e_tag, e_tag);
        made.maybe(bkj_veeam_user_set_extra_json, extra_json);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_group> make() const {
        detail::Made<struct ::bkj_veeam_group> made(bkj_veeam_group_free, bkj_veeam_group_new, id);
        made.set(bkj_veeam_group_set_display_name, display_name);
        made.set(bkj_veeam_group_set_name, name);
        made.set(bkj_veeam_group_set_managed_by, managed_by);
        made.set(bkj_veeam_group_set_site, site);
        made.set(bkj_veeam_group_set_kind, kind);
        made.set(bkj_veeam_group_set_location_type, location_type);
        made.set(bkj_veeam_group_set_on_premises_sid, on_premises_sid);
        made.set(bkj_veeam_group_set_msid, msid);
        made.set(bkj_veeam_group_set_data_location, data_location);
        made.set(bkj_veeam_group_set_e_tag, e_tag);
        made.maybe(bkj_veeam_group_set_extra_json, extra_json);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_job_site> make() const {
        detail::Made<struct ::bkj_veeam_job_site> made(bkj_veeam_job_site_free, bkj_veeam_job_site_new, id, url, title,
            is_cloud, is_personal);
        made.set(bkj_veeam_job_site_set_name, name);
        made.set(bkj_veeam_job_site_set_parent_url, parent_url);
        made.set(bkj_veeam_job_site_set_site_collection_error, site_collection_error);
        made.set(bkj_veeam_job_site_set_e_tag, e_tag);
        made.maybe(bkj_veeam_job_site_set_extra_json, extra_json);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_team> make() const {
        detail::Made<struct ::bkj_veeam_team> made(bkj_veeam_team_free, bkj_veeam_team_new, id, display_name, mail);
        made.set(bkj_veeam_team_set_description, description);
        made.set(bkj_veeam_team_set_msid, msid);
        made.set(bkj_veeam_team_set_data_location, data_location);
        made.set(bkj_veeam_team_set_e_tag, e_tag);
        made.maybe(bkj_veeam_team_set_extra_json, extra_json);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_job_item> make() const {
        detail::Made<struct ::bkj_veeam_job_item> made(bkj_veeam_job_item_free, bkj_veeam_job_item_new, kind);
        made.set(bkj_veeam_job_item_set_id, id);
        made.set(bkj_veeam_job_item_set_mailbox, mailbox);
        made.set(bkj_veeam_job_item_set_one_drive, one_drive);
        made.set(bkj_veeam_job_item_set_archive_mailbox, archive_mailbox);
        made.set(bkj_veeam_job_item_set_sites, sites);
        made.set(bkj_veeam_job_item_set_teams, teams);
        made.set(bkj_veeam_job_item_set_teams_chats, teams_chats);
        made.set(bkj_veeam_job_item_set_chats, chats);
        made.set(bkj_veeam_job_item_set_personal_site, personal_site);
        made.set(bkj_veeam_job_item_set_members, members);
        made.set(bkj_veeam_job_item_set_member_mailbox, member_mailbox);
        made.set(bkj_veeam_job_item_set_member_archive_mailbox, member_archive_mailbox);
        made.set(bkj_veeam_job_item_set_member_onedrive, member_onedrive);
        made.set(bkj_veeam_job_item_set_member_site, member_site);
        made.set(bkj_veeam_job_item_set_group_site, group_site);
        if (!folders.empty()) {
            made.set_texts(bkj_veeam_job_item_set_folders, folders);
        }
        if (user) {
            made.set(bkj_veeam_job_item_set_user, user->make());
        }
        if (group) {
            made.set(bkj_veeam_job_item_set_group, group->make());
        }
        if (site) {
            made.set(bkj_veeam_job_item_set_site, site->make());
        }
        if (team) {
            made.set(bkj_veeam_job_item_set_team, team->make());
        }
        made.maybe(bkj_veeam_job_item_set_extra_json, extra_json);
        return made;
    }
};

} // namespace veeam
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
