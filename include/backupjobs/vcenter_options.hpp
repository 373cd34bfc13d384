/* The VMware vCenter appliance: what is given to calls. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VCENTER_OPTIONS_HPP
#define BACKUPJOBS_VCENTER_OPTIONS_HPP

#include "call.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace vcenter {

/** What to back up, and where to. */
struct BackupRequest {
    /** A word such as "SFTP". */
    std::string location_type;
    /** Path or URL. */
    std::string location;
    std::optional<std::string> location_user, location_password, backup_password, comment;
    /** Optional parts, such as "seat". */
    std::vector<std::string> parts;
    /** 7.0 U2 and later. */
    std::optional<bool> fast_backup = {};

    [[nodiscard]] detail::Made<bkj_vcenter_backup_request> make() const {
        detail::Made<bkj_vcenter_backup_request> made(bkj_vcenter_backup_request_free, bkj_vcenter_backup_request_new,
            location_type, location);
        made.set(bkj_vcenter_backup_request_set_location_user, location_user);
        made.set(bkj_vcenter_backup_request_set_location_password, location_password);
        made.set(bkj_vcenter_backup_request_set_backup_password, backup_password);
        made.set(bkj_vcenter_backup_request_set_comment, comment);
        made.set_texts(bkj_vcenter_backup_request_set_parts, parts);
        made.set(bkj_vcenter_backup_request_set_fast_backup, fast_backup);
        return made;
    }
};

/** Which archives to list (FilterSpec in the vendor's words). Unset members are not sent. */
struct ArchiveQuery {
    std::optional<TimePoint> start_timestamp;
    std::optional<TimePoint> end_timestamp;
    std::optional<std::string> comment_substring;
    std::optional<std::int64_t> max_results;

    [[nodiscard]] detail::Made<bkj_vcenter_archive_query> make() const {
        detail::Made<bkj_vcenter_archive_query> made(bkj_vcenter_archive_query_new(), bkj_vcenter_archive_query_free);
        made.set(bkj_vcenter_archive_query_set_start_timestamp, start_timestamp);
        made.set(bkj_vcenter_archive_query_set_end_timestamp, end_timestamp);
        made.set(bkj_vcenter_archive_query_set_comment_substring, comment_substring);
        made.set(bkj_vcenter_archive_query_set_max_results, max_results);
        return made;
    }
};

/** A place with backups, and who may read it (LocationSpec in the vendor's words). Unset members are not sent. */
struct Location {
    std::string location;
    std::optional<std::string> location_user;
    std::optional<std::string> location_password;

    [[nodiscard]] detail::Made<bkj_vcenter_location> make() const {
        detail::Made<bkj_vcenter_location> made(bkj_vcenter_location_free, bkj_vcenter_location_new, location);
        made.set(bkj_vcenter_location_set_location_user, location_user);
        made.set(bkj_vcenter_location_set_location_password, location_password);
        return made;
    }
};

/** When a schedule runs. The clock is the appliance's (which zone it means is not documented). */
struct NewRecurrenceInfo {
    std::int64_t hour;
    std::int64_t minute;
    std::vector<std::string> days;
    std::optional<std::string> extra_json;

    [[nodiscard]] detail::Made<bkj_vcenter_recurrence_info> make() const {
        detail::Made<bkj_vcenter_recurrence_info> made(bkj_vcenter_recurrence_info_free,
            bkj_vcenter_recurrence_info_new, hour, minute);
        if (!days.empty()) {
            made.set_texts(bkj_vcenter_recurrence_info_set_days, days);
        }
        made.maybe(bkj_vcenter_recurrence_info_set_extra_json, extra_json);
        return made;
    }
};

/** How many backups a schedule keeps. */
struct NewRetentionInfo {
    std::int64_t max_count;
    std::optional<std::string> extra_json;

    [[nodiscard]] detail::Made<bkj_vcenter_retention_info> make() const {
        detail::Made<bkj_vcenter_retention_info> made(bkj_vcenter_retention_info_free, bkj_vcenter_retention_info_new,
            max_count);
        made.maybe(bkj_vcenter_retention_info_set_extra_json, extra_json);
        return made;
    }
};

/** Which backup to restore. Unset members are not sent. */
struct RestoreRequest {
    std::string location_type;
    std::string location;
    std::vector<std::string> parts;
    std::optional<std::string> backup_password;
    std::optional<std::string> location_user;
    std::optional<std::string> location_password;
    std::optional<std::string> sso_admin_user_name;
    std::optional<std::string> sso_admin_user_password;

    [[nodiscard]] detail::Made<bkj_vcenter_restore_request> make() const {
        detail::Made<bkj_vcenter_restore_request> made(bkj_vcenter_restore_request_free,
            bkj_vcenter_restore_request_new, location_type, location);
        if (!parts.empty()) {
            made.set_texts(bkj_vcenter_restore_request_set_parts, parts);
        }
        made.set(bkj_vcenter_restore_request_set_backup_password, backup_password);
        made.set(bkj_vcenter_restore_request_set_location_user, location_user);
        made.set(bkj_vcenter_restore_request_set_location_password, location_password);
        made.set(bkj_vcenter_restore_request_set_sso_admin_user_name, sso_admin_user_name);
        made.set(bkj_vcenter_restore_request_set_sso_admin_user_password, sso_admin_user_password);
        return made;
    }
};

/** A schedule to be made (CreateSpec in the vendor's words). Unset members are not sent. */
struct ScheduleSpec {
    std::string location;
    std::vector<std::string> parts;
    std::optional<std::string> backup_password;
    std::optional<std::string> location_user;
    std::optional<std::string> location_password;
    std::optional<bool> enable;
    std::optional<NewRecurrenceInfo> recurrence_info;
    std::optional<NewRetentionInfo> retention_info;
    std::optional<bool> fast_backup;

    [[nodiscard]] detail::Made<bkj_vcenter_schedule_spec> make() const {
        detail::Made<bkj_vcenter_schedule_spec> made(bkj_vcenter_schedule_spec_free, bkj_vcenter_schedule_spec_new,
            location);
        if (!parts.empty()) {
            made.set_texts(bkj_vcenter_schedule_spec_set_parts, parts);
        }
        made.set(bkj_vcenter_schedule_spec_set_backup_password, backup_password);
        made.set(bkj_vcenter_schedule_spec_set_location_user, location_user);
        made.set(bkj_vcenter_schedule_spec_set_location_password, location_password);
        made.set(bkj_vcenter_schedule_spec_set_enable, enable);
        if (recurrence_info) {
            made.set(bkj_vcenter_schedule_spec_set_recurrence_info, recurrence_info->make());
        }
        if (retention_info) {
            made.set(bkj_vcenter_schedule_spec_set_retention_info, retention_info->make());
        }
        made.set(bkj_vcenter_schedule_spec_set_fast_backup, fast_backup);
        return made;
    }
};

/** What is to change of a schedule (UpdateSpec in the vendor's words). Unset members stay as they are. */
struct ScheduleUpdate {
    std::optional<std::vector<std::string>> parts;
    std::optional<std::string> backup_password;
    std::optional<std::string> location;
    std::optional<std::string> location_user;
    std::optional<std::string> location_password;
    std::optional<bool> enable;
    std::optional<NewRecurrenceInfo> recurrence_info;
    std::optional<NewRetentionInfo> retention_info;
    std::optional<bool> fast_backup;

    [[nodiscard]] detail::Made<bkj_vcenter_schedule_update> make() const {
        detail::Made<bkj_vcenter_schedule_update> made(bkj_vcenter_schedule_update_new(),
            bkj_vcenter_schedule_update_free);
        if (parts) {
            made.set_texts(bkj_vcenter_schedule_update_set_parts, *parts);
        }
        made.set(bkj_vcenter_schedule_update_set_backup_password, backup_password);
        made.set(bkj_vcenter_schedule_update_set_location, location);
        made.set(bkj_vcenter_schedule_update_set_location_user, location_user);
        made.set(bkj_vcenter_schedule_update_set_location_password, location_password);
        made.set(bkj_vcenter_schedule_update_set_enable, enable);
        if (recurrence_info) {
            made.set(bkj_vcenter_schedule_update_set_recurrence_info, recurrence_info->make());
        }
        if (retention_info) {
            made.set(bkj_vcenter_schedule_update_set_retention_info, retention_info->make());
        }
        made.set(bkj_vcenter_schedule_update_set_fast_backup, fast_backup);
        return made;
    }
};

} // namespace vcenter
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
