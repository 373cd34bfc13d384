/* Veeam Backup for Microsoft 365: copy jobs to be made, changed and listed. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_COPY_JOBS_HPP
#define BACKUPJOBS_VEEAM_COPY_JOBS_HPP

#include "veeam_jobs.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace veeam {

/** When a new copy job copies. Words are the vendor's, such as "DailyAtTime". */
struct NewCopySchedule {
    std::optional<std::string> kind, daily_type, daily_time, periodically_every;
    /** 168 flags from Sunday 00:00 on; given, copying is bound to them. */
    std::optional<std::vector<bool>> window;
    /** Of the window, from UTC. */
    std::chrono::minutes minute_offset{0};

    [[nodiscard]] detail::Made<struct ::bkj_veeam_copy_schedule> make() const {
        detail::Made<struct ::bkj_veeam_copy_schedule> made(bkj_veeam_copy_schedule_new(),
            bkj_veeam_copy_schedule_free);
        made.set(bkj_veeam_copy_schedule_set_kind, kind);
        made.set(bkj_veeam_copy_schedule_set_daily_type, daily_type);
        made.set(bkj_veeam_copy_schedule_set_daily_time, daily_time);
        made.set(bkj_veeam_copy_schedule_set_periodically_every, periodically_every);
        if (window) {
            made.set(bkj_veeam_copy_schedule_within, NewBackupWindow{*window, minute_offset}.make());
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_create_copy_job> make() const {
        detail::Made<struct ::bkj_veeam_create_copy_job> made(bkj_veeam_create_copy_job_free,
            bkj_veeam_create_copy_job_new, backup_job_id, repository_id, schedule.make());
        made.set(bkj_veeam_create_copy_job_set_is_enabled, is_enabled);
        made.set(bkj_veeam_create_copy_job_set_organization_id, organization_id);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_edit_copy_job> make() const {
        detail::Made<struct ::bkj_veeam_edit_copy_job> made(bkj_veeam_edit_copy_job_new(),
            bkj_veeam_edit_copy_job_free);
        made.set(bkj_veeam_edit_copy_job_set_backup_job_id, backup_job_id);
        made.set(bkj_veeam_edit_copy_job_set_organization_id, organization_id);
        made.set(bkj_veeam_edit_copy_job_set_repository_id, repository_id);
        if (schedule_policy) {
            made.set(bkj_veeam_edit_copy_job_set_schedule_policy, schedule_policy->make());
        }
        made.set(bkj_veeam_edit_copy_job_set_is_enabled, is_enabled);
        return made;
    }
};

/** Which copy jobs to list. Unset: all. */
struct CopyJobQuery {
    std::optional<std::string> repository_id;
    std::optional<std::string> organization_id;

    [[nodiscard]] detail::Made<struct ::bkj_veeam_copy_job_query> make() const {
        detail::Made<struct ::bkj_veeam_copy_job_query> made(bkj_veeam_copy_job_query_new(),
            bkj_veeam_copy_job_query_free);
        made.set(bkj_veeam_copy_job_query_set_repository_id, repository_id);
        made.set(bkj_veeam_copy_job_query_set_organization_id, organization_id);
        return made;
    }
};

} // namespace veeam
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
