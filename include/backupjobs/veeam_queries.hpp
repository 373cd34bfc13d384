/* Veeam Backup for Microsoft 365: what to list, and what to restore from. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_QUERIES_HPP
#define BACKUPJOBS_VEEAM_QUERIES_HPP

#include "call.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace veeam {

/** Which steps to list. Unset: all, in the server's order. */
struct LogItemQuery {
    std::optional<std::string> kind;
    std::optional<bool> ascending;

    [[nodiscard]] detail::Made<struct ::bkj_veeam_log_item_query> make() const {
        detail::Made<struct ::bkj_veeam_log_item_query> made(bkj_veeam_log_item_query_new(),
            bkj_veeam_log_item_query_free);
        made.set(bkj_veeam_log_item_query_set_kind, kind);
        made.set(bkj_veeam_log_item_query_set_ascending, ascending);
        return made;
    }
};

/** Which organizations to list, and how. Unset: all, as the server shows them by itself. */
struct OrganizationQuery {
    std::optional<bool> extended_view;
    std::optional<std::string> msid;
    std::optional<std::string> backed_up_organization_id;

    [[nodiscard]] detail::Made<struct ::bkj_veeam_organization_query> make() const {
        detail::Made<struct ::bkj_veeam_organization_query> made(bkj_veeam_organization_query_new(),
            bkj_veeam_organization_query_free);
        made.set(bkj_veeam_organization_query_set_extended_view, extended_view);
        made.set(bkj_veeam_organization_query_set_msid, msid);
        made.set(bkj_veeam_organization_query_set_backed_up_organization_id, backed_up_organization_id);
        return made;
    }
};

/** Which repositories to list. Unset: all. */
struct RepositoryQuery {
    std::optional<std::string> proxy_id;
    std::optional<std::string> proxy_pool_id;
    std::optional<std::string> organization_id;
    std::optional<bool> long_term;

    [[nodiscard]] detail::Made<struct ::bkj_veeam_repository_query> make() const {
        detail::Made<struct ::bkj_veeam_repository_query> made(bkj_veeam_repository_query_new(),
            bkj_veeam_repository_query_free);
        made.set(bkj_veeam_repository_query_set_proxy_id, proxy_id);
        made.set(bkj_veeam_repository_query_set_proxy_pool_id, proxy_pool_id);
        made.set(bkj_veeam_repository_query_set_organization_id, organization_id);
        made.set(bkj_veeam_repository_query_set_long_term, long_term);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_restore_session_query> make() const {
        detail::Made<struct ::bkj_veeam_restore_session_query> made(bkj_veeam_restore_session_query_new(),
            bkj_veeam_restore_session_query_free);
        made.set(bkj_veeam_restore_session_query_set_start_time_from, start_time_from);
        made.set(bkj_veeam_restore_session_query_set_start_time_to, start_time_to);
        made.set(bkj_veeam_restore_session_query_set_end_time_from, end_time_from);
        made.set(bkj_veeam_restore_session_query_set_end_time_to, end_time_to);
        made.set(bkj_veeam_restore_session_query_set_ascending, ascending);
        made.set(bkj_veeam_restore_session_query_set_order_by, order_by);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_session_query> make() const {
        detail::Made<struct ::bkj_veeam_session_query> made(bkj_veeam_session_query_new(),
            bkj_veeam_session_query_free);
        made.set(bkj_veeam_session_query_set_job_id, job_id);
        made.set(bkj_veeam_session_query_set_job_type, job_type);
        made.set(bkj_veeam_session_query_set_status, status);
        made.set(bkj_veeam_session_query_set_end_time_lower_bound, end_time_lower_bound);
        made.set(bkj_veeam_session_query_set_end_time_upper_bound, end_time_upper_bound);
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

    [[nodiscard]] detail::Made<struct ::bkj_veeam_explore_options> make() const {
        detail::Made<struct ::bkj_veeam_explore_options> made(bkj_veeam_explore_options_free,
            bkj_veeam_explore_options_new, datetime, explorer);
        made.set(bkj_veeam_explore_options_set_show_deleted, show_deleted);
        made.set(bkj_veeam_explore_options_set_show_all_versions, show_all_versions);
        made.set(bkj_veeam_explore_options_set_repository_id, repository_id);
        return made;
    }
};

} // namespace veeam
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
