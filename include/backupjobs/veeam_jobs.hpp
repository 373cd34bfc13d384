/* Veeam Backup for Microsoft 365: jobs to be made, changed and listed. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_JOBS_HPP
#define BACKUPJOBS_VEEAM_JOBS_HPP

#include "veeam_job_items.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace veeam {

/** The hours of the week in which a job may run. */
struct NewBackupWindow {
    /** 168 flags from Sunday 00:00 on; true: allowed. */
    std::vector<bool> hours = std::vector<bool>(168, true);
    /** From UTC. */
    std::chrono::minutes minute_offset{0};

    [[nodiscard]] detail::Made<struct ::bkj_veeam_backup_window> make() const {
        const std::vector<std::uint8_t> bytes(hours.begin(), hours.end());
        const std::uint8_t none = 0;
        return {bkj_veeam_backup_window_free, bkj_veeam_backup_window_new, bytes.empty() ? &none : bytes.data(), bytes.size(),
                minute_offset};
    }
};

/** schedulePolicy of a backup job. Unset members are not sent. */
struct NewJobSchedule {
    std::optional<std::string> kind;
    std::optional<bool> schedule_enabled;
    std::optional<std::string> daily_type;
    std::optional<std::string> daily_time;
    std::optional<std::string> periodically_every;
    std::optional<std::chrono::minutes> periodically_offset_minutes;
    std::optional<bool> periodically_window_enabled;
    std::optional<NewBackupWindow> periodically_window_settings;
    std::optional<bool> backup_window_enabled;
    std::optional<NewBackupWindow> backup_window_settings;
    std::optional<bool> retry_enabled;
    std::optional<std::int64_t> retry_number;
    std::optional<std::chrono::minutes> retry_wait_interval;
    std::optional<std::string> extra_json;

    [[nodiscard]] detail::Made<struct ::bkj_veeam_job_schedule> make() const {
        detail::Made<struct ::bkj_veeam_job_schedule> made(bkj_veeam_job_schedule_new(), bkj_veeam_job_schedule_free);
        made.set(bkj_veeam_job_schedule_set_kind, kind);
        made.set(bkj_veeam_job_schedule_set_schedule_enabled, schedule_enabled);
        made.set(bkj_veeam_job_schedule_set_daily_type, daily_type);
        made.set(bkj_veeam_job_schedule_set_daily_time, daily_time);
        made.set(bkj_veeam_job_schedule_set_periodically_every, periodically_every);
        made.set(bkj_veeam_job_schedule_set_periodically_offset_minutes, periodically_offset_minutes);
        made.set(bkj_veeam_job_schedule_set_periodically_window_enabled, periodically_window_enabled);
        if (periodically_window_settings) {
            made.set(bkj_veeam_job_schedule_set_periodically_window_settings, periodically_window_settings->make());
        }
        made.set(bkj_veeam_job_schedule_set_backup_window_enabled, backup_window_enabled);
        if (backup_window_settings) {
            made.set(bkj_veeam_job_schedule_set_backup_window_settings, backup_window_settings->make());
        }
        made.set(bkj_veeam_job_schedule_set_retry_enabled, retry_enabled);
        made.set(bkj_veeam_job_schedule_set_retry_number, retry_number);
        made.set(bkj_veeam_job_schedule_set_retry_wait_interval, retry_wait_interval);
        made.maybe(bkj_veeam_job_schedule_set_extra_json, extra_json);
        return made;
    }
};

/** What to change about a backup job. Unset members are not sent, and stay as they are (inferred from the v8 document,
 *  where every member may be null). */
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_edit_job> make() const {
        detail::Made<struct ::bkj_veeam_edit_job> made(bkj_veeam_edit_job_new(), bkj_veeam_edit_job_free);
        made.set(bkj_veeam_edit_job_set_repository_id, repository_id);
        made.set(bkj_veeam_edit_job_set_backup_type, backup_type);
        made.set(bkj_veeam_edit_job_set_name, name);
        made.set(bkj_veeam_edit_job_set_description, description);
        if (selected_items) {
            made.set_each(bkj_veeam_edit_job_set_selected_items, *selected_items);
        }
        if (excluded_items) {
            made.set_each(bkj_veeam_edit_job_set_excluded_items, *excluded_items);
        }
        if (schedule_policy) {
            made.set(bkj_veeam_edit_job_set_schedule_policy, schedule_policy->make());
        }
        made.set(bkj_veeam_edit_job_set_is_enabled, is_enabled);
        made.set(bkj_veeam_edit_job_set_run_now, run_now);
        made.set(bkj_veeam_edit_job_set_skip_item_update, skip_item_update);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_create_job> make() const {
        detail::Made<struct ::bkj_veeam_create_job> made(bkj_veeam_create_job_free, bkj_veeam_create_job_new,
            organization_id, repository_id);
        made.set(bkj_veeam_create_job_set_backup_type, backup_type);
        made.set(bkj_veeam_create_job_set_name, name);
        made.set(bkj_veeam_create_job_set_description, description);
        if (!selected_items.empty()) {
            made.set_each(bkj_veeam_create_job_set_selected_items, selected_items);
        }
        if (!excluded_items.empty()) {
            made.set_each(bkj_veeam_create_job_set_excluded_items, excluded_items);
        }
        if (schedule_policy) {
            made.set(bkj_veeam_create_job_set_schedule_policy, schedule_policy->make());
        }
        made.set(bkj_veeam_create_job_set_is_enabled, is_enabled);
        made.set(bkj_veeam_create_job_set_run_now, run_now);
        made.set(bkj_veeam_create_job_set_skip_item_update, skip_item_update);
        return made;
    }
};

/** Which jobs to list. Unset: all. */
struct JobQuery {
    std::optional<std::string> organization_id;
    std::optional<std::string> repository_id;

    [[nodiscard]] detail::Made<struct ::bkj_veeam_job_query> make() const {
        detail::Made<struct ::bkj_veeam_job_query> made(bkj_veeam_job_query_new(), bkj_veeam_job_query_free);
        made.set(bkj_veeam_job_query_set_organization_id, organization_id);
        made.set(bkj_veeam_job_query_set_repository_id, repository_id);
        return made;
    }
};

} // namespace veeam
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
