/* Veeam Backup for Microsoft 365. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_HPP
#define BACKUPJOBS_VEEAM_HPP

#include "common.hpp"

namespace backupjobs {

namespace veeam {

/** Versions of the API. */
enum class Dialect : std::int32_t { v2 = BKJ_VEEAM_DIALECT_V2, v5 = BKJ_VEEAM_DIALECT_V5, v6 = BKJ_VEEAM_DIALECT_V6 };

/** The links of an object. */
BKJ_RESULT(Links, veeam_links)
    std::size_t size() const noexcept { return bkj_veeam_links_len(get()); }
    std::string name(std::size_t i) const { return detail::text(bkj_veeam_links_name_at(get(), i)); }
    std::string href(std::size_t i) const { return detail::text(bkj_veeam_links_href_at(get(), i)); }
    /** The target of the link of that name, and the id at its end. */
    std::optional<std::string> href(const std::string &name) const {
        return detail::maybe(bkj_veeam_links_href(get(), name.c_str()));
    }
    std::optional<std::string> id(const std::string &name) const {
        return detail::maybe(bkj_veeam_links_id(get(), name.c_str()));
    }
};
/** The hours of the week in which a job may run: 168 flags from Sunday 00:00 on. */
BKJ_RESULT(BackupWindow, veeam_backup_window)
    BKJ_BITS(veeam_backup_window, backup_window) BKJ_NUM(veeam_backup_window, minute_offset)
    BKJ_JSON(veeam_backup_window, extra)
};
/** When a backup job runs by itself. */
BKJ_RESULT(JobSchedule, veeam_job_schedule)
    BKJ_WORD(veeam_job_schedule, kind) BKJ_FLAG(veeam_job_schedule, schedule_enabled)
    BKJ_WORD(veeam_job_schedule, daily_type) BKJ_OPT(veeam_job_schedule, daily_time)
    BKJ_WORD(veeam_job_schedule, periodically_every) BKJ_NUM(veeam_job_schedule, periodically_offset_minutes)
    BKJ_INSIDE(veeam_job_schedule, periodically_window_settings, BackupWindow)
    BKJ_FLAG(veeam_job_schedule, backup_window_enabled)
    BKJ_INSIDE(veeam_job_schedule, backup_window_settings, BackupWindow) BKJ_FLAG(veeam_job_schedule, retry_enabled)
    BKJ_NUM(veeam_job_schedule, retry_number) BKJ_NUM(veeam_job_schedule, retry_wait_interval)
    BKJ_JSON(veeam_job_schedule, extra)
};
/** A backup job. */
BKJ_RESULT(Job, veeam_job)
    BKJ_TEXT(veeam_job, id) BKJ_OPT(veeam_job, name) BKJ_OPT(veeam_job, description)
    BKJ_OPT(veeam_job, repository_id) BKJ_WORD(veeam_job, backup_type)
    BKJ_INSIDE(veeam_job, schedule_policy, JobSchedule) BKJ_TIME(veeam_job, last_run) BKJ_TIME(veeam_job, next_run)
    BKJ_FLAG(veeam_job, is_enabled) BKJ_WORD(veeam_job, last_status) BKJ_FLAG(veeam_job, is_run)
    BKJ_INSIDE(veeam_job, links, Links) BKJ_JSON(veeam_job, links) BKJ_JSON(veeam_job, extra)
};
/** When a copy job runs by itself. */
BKJ_RESULT(CopySchedule, veeam_copy_schedule)
    BKJ_WORD(veeam_copy_schedule, kind) BKJ_WORD(veeam_copy_schedule, daily_type)
    BKJ_OPT(veeam_copy_schedule, daily_time) BKJ_WORD(veeam_copy_schedule, periodically_every)
    BKJ_FLAG(veeam_copy_schedule, backup_copy_window_enabled)
    BKJ_INSIDE(veeam_copy_schedule, backup_copy_window_settings, BackupWindow) BKJ_JSON(veeam_copy_schedule, extra)
};
/** A backup copy job. */
BKJ_RESULT(CopyJob, veeam_copy_job)
    BKJ_TEXT(veeam_copy_job, id) BKJ_OPT(veeam_copy_job, name) BKJ_OPT(veeam_copy_job, backup_job_id)
    BKJ_OPT(veeam_copy_job, repository_id) BKJ_INSIDE(veeam_copy_job, schedule_policy, CopySchedule)
    BKJ_FLAG(veeam_copy_job, is_enabled) BKJ_TIME(veeam_copy_job, last_run) BKJ_TIME(veeam_copy_job, next_run)
    BKJ_WORD(veeam_copy_job, last_status) BKJ_INSIDE(veeam_copy_job, links, Links) BKJ_JSON(veeam_copy_job, links)
    BKJ_JSON(veeam_copy_job, extra)
};
/** Rates and amounts of a session. */
BKJ_RESULT(Statistics, veeam_statistics)
    BKJ_NUM(veeam_statistics, processing_rate_bytes) BKJ_NUM(veeam_statistics, processing_rate_items)
    BKJ_NUM(veeam_statistics, read_rate_bytes) BKJ_NUM(veeam_statistics, write_rate_bytes)
    BKJ_NUM(veeam_statistics, transferred_data_bytes) BKJ_NUM(veeam_statistics, processed_objects)
    BKJ_OPT(veeam_statistics, processing_rate) BKJ_OPT(veeam_statistics, read_rate)
    BKJ_OPT(veeam_statistics, write_rate) BKJ_OPT(veeam_statistics, transferred_data)
    BKJ_OPT(veeam_statistics, bottleneck) BKJ_JSON(veeam_statistics, extra)
};
/** One run of a backup job or copy job. */
BKJ_RESULT(JobSession, veeam_job_session)
    BKJ_TEXT(veeam_job_session, id) BKJ_OPT(veeam_job_session, details) BKJ_TIME(veeam_job_session, creation_time)
    BKJ_TIME(veeam_job_session, end_time) BKJ_NUM(veeam_job_session, retry_count)
    BKJ_NUM(veeam_job_session, progress) BKJ_WORD(veeam_job_session, status)
    BKJ_INSIDE(veeam_job_session, statistics, Statistics) BKJ_INSIDE(veeam_job_session, links, Links)
    BKJ_JSON(veeam_job_session, links) BKJ_JSON(veeam_job_session, extra)
    BKJ_OPT(veeam_job_session, job_id)
};
/** One step of a job session. */
BKJ_RESULT(LogItem, veeam_log_item)
    BKJ_TEXT(veeam_log_item, id) BKJ_NUM(veeam_log_item, usn) BKJ_OPT(veeam_log_item, title)
    BKJ_TIME(veeam_log_item, creation_time) BKJ_TIME(veeam_log_item, end_time) BKJ_JSON(veeam_log_item, extra)
    /** The word in brackets at the beginning of the title, and the title without it. */
    BKJ_OPT(veeam_log_item, severity)
    BKJ_TEXT(veeam_log_item, sentence)
};
/** A restore session. */
BKJ_RESULT(RestoreSession, veeam_restore_session)
    BKJ_TEXT(veeam_restore_session, id) BKJ_OPT(veeam_restore_session, name)
    BKJ_OPT(veeam_restore_session, organization) BKJ_WORD(veeam_restore_session, explorer)
    BKJ_TIME(veeam_restore_session, creation_time) BKJ_TIME(veeam_restore_session, end_time)
    BKJ_OPT(veeam_restore_session, state) BKJ_OPT(veeam_restore_session, result)
    BKJ_OPT(veeam_restore_session, initiated_by) BKJ_OPT(veeam_restore_session, details)
    BKJ_OPT(veeam_restore_session, scope_name) BKJ_OPT(veeam_restore_session, client_host)
    BKJ_OPT(veeam_restore_session, reason) BKJ_INSIDE(veeam_restore_session, links, Links)
    BKJ_JSON(veeam_restore_session, links) BKJ_JSON(veeam_restore_session, extra)
};
/** An organization. */
BKJ_RESULT(Organization, veeam_organization)
    BKJ_TEXT(veeam_organization, id) BKJ_OPT(veeam_organization, name) BKJ_OPT(veeam_organization, office_name)
    BKJ_OPT(veeam_organization, kind) BKJ_OPT(veeam_organization, region)
    BKJ_FLAG(veeam_organization, is_exchange_online) BKJ_FLAG(veeam_organization, is_share_point_online)
    BKJ_FLAG(veeam_organization, is_teams_online) BKJ_FLAG(veeam_organization, is_backedup)
    BKJ_TIME(veeam_organization, first_backuptime) BKJ_TIME(veeam_organization, last_backuptime)
    BKJ_INSIDE(veeam_organization, links, Links) BKJ_JSON(veeam_organization, links)
    BKJ_JSON(veeam_organization, extra)
};
/** A backup repository. */
BKJ_RESULT(Repository, veeam_repository)
    BKJ_TEXT(veeam_repository, id) BKJ_OPT(veeam_repository, name) BKJ_OPT(veeam_repository, description)
    BKJ_OPT(veeam_repository, proxy_id) BKJ_OPT(veeam_repository, path) BKJ_OPT(veeam_repository, object_storage_id)
    BKJ_FLAG(veeam_repository, is_long_term) BKJ_NUM(veeam_repository, capacity_bytes)
    BKJ_NUM(veeam_repository, free_space_bytes) BKJ_OPT(veeam_repository, retention_type)
    BKJ_FLAG(veeam_repository, is_out_of_sync) BKJ_INSIDE(veeam_repository, links, Links)
    BKJ_JSON(veeam_repository, links) BKJ_JSON(veeam_repository, extra)
};
BKJ_LIST(Job, veeam_job)
BKJ_LIST(CopyJob, veeam_copy_job)
BKJ_LIST(JobSession, veeam_job_session)
BKJ_LIST(LogItem, veeam_log_item)
BKJ_LIST(Organization, veeam_organization)
BKJ_LIST(Repository, veeam_repository)

/** When a new copy job copies. Words are the vendor's, such as "DailyAtTime". */
struct NewCopySchedule {
    std::optional<std::string> kind, daily_type, daily_time, periodically_every;
    /** 168 flags from Sunday 00:00 on; given, copying is bound to them. */
    std::optional<std::vector<bool>> window;
    /** Of the window, in minutes from UTC. */
    std::int64_t minute_offset = 0;
};

/** What a new copy job needs. */
struct CreateCopyJob {
    std::string backup_job_id, repository_id;
    NewCopySchedule schedule;
    bool is_enabled = true;
};

/** What to explore. */
struct ExploreOptions {
    /** yyyy-MM-dd HH:mm:ss.SSS, yyyy.MM.dd hh:mm:ss or ISO 8601, in UTC. */
    std::string datetime;
    /** "vex", "vesp", "veod" or "vet". */
    std::string explorer;
    std::optional<bool> show_deleted, show_all_versions;
};

/** A client of one server. May be used from any number of threads at once. */
class Client {
public:
    Client(const std::string &url, Dialect version, const std::string &username, const std::string &password,
           const ClientOptions &options = {})
        : Client(detail::make<bkj_veeam>(bkj_veeam_new, url.c_str(), static_cast<std::int32_t>(version),
                                         username.c_str(), password.c_str(), options.make().get())) {}
    BKJ_CLIENT(veeam)
    BKJ_ENUM(veeam, dialect, Dialect)
    Server server() const { return Server(detail::make<bkj_server>(bkj_veeam_server, get())); }
    BKJ_ALL(veeam, jobs, JobList, veeam_job_list)
    BKJ_GET(veeam, job, Job, veeam_job)
    void start_job(const std::string &id, std::optional<bool> full = {}) const {
        detail::call(bkj_veeam_start_job, get(), id.c_str(), detail::flag(full));
    }
    BKJ_DO(veeam, stop_job)
    BKJ_DO(veeam, enable_job)
    BKJ_DO(veeam, disable_job)
    /** None when the server did not say which session it opened. */
    std::optional<RestoreSession> explore_job(const std::string &id, const ExploreOptions &options) const {
        const detail::Handle<bkj_veeam_explore_options> made(
            detail::make<bkj_veeam_explore_options>(bkj_veeam_explore_options_new, options.datetime.c_str(),
                                                    options.explorer.c_str()),
            bkj_veeam_explore_options_free);
        detail::call(bkj_veeam_explore_options_set_show_deleted, made.get(), detail::flag(options.show_deleted));
        const std::int32_t all = detail::flag(options.show_all_versions);
        detail::call(bkj_veeam_explore_options_set_show_all_versions, made.get(), all);
        auto session =
            BKJ_MAKE(RestoreSession, veeam_restore_session, bkj_veeam_explore_job, get(), id.c_str(), made.get());
        return session.get() != nullptr ? std::optional<RestoreSession>(session) : std::nullopt;
    }
    JobSessionList job_sessions(const std::string &job_id, std::size_t limit = 0) const {
        return BKJ_MAKE(JobSessionList, veeam_job_session_list, bkj_veeam_job_sessions, get(), job_id.c_str(), limit);
    }
    JobSessionList all_job_sessions(std::size_t limit = 0) const {
        return BKJ_MAKE(JobSessionList, veeam_job_session_list, bkj_veeam_all_job_sessions, get(), limit);
    }
    BKJ_GET(veeam, job_session, JobSession, veeam_job_session)
    /** The steps of a job session, oldest first. */
    BKJ_GET(veeam, log_items, LogItemList, veeam_log_item_list)
    BKJ_ALL(veeam, organizations, OrganizationList, veeam_organization_list)
    BKJ_GET(veeam, organization, Organization, veeam_organization)
    BKJ_ALL(veeam, repositories, RepositoryList, veeam_repository_list)
    BKJ_GET(veeam, repository, Repository, veeam_repository)
    BKJ_ALL(veeam, copy_jobs, CopyJobList, veeam_copy_job_list)
    BKJ_GET(veeam, copy_job, CopyJob, veeam_copy_job)
    CopyJob create_copy_job(const CreateCopyJob &spec) const {
        const NewCopySchedule &given = spec.schedule;
        const detail::Handle<bkj_veeam_copy_schedule> schedule(bkj_veeam_copy_schedule_new(),
                                                               bkj_veeam_copy_schedule_free);
        const auto set = [&schedule](auto setter, const std::optional<std::string> &value) {
            detail::call(setter, schedule.get(), detail::chars(value));
        };
        set(bkj_veeam_copy_schedule_set_kind, given.kind);
        set(bkj_veeam_copy_schedule_set_daily_type, given.daily_type);
        set(bkj_veeam_copy_schedule_set_daily_time, given.daily_time);
        set(bkj_veeam_copy_schedule_set_periodically_every, given.periodically_every);
        if (given.window) {
            const std::vector<std::uint8_t> hours(given.window->begin(), given.window->end());
            const std::uint8_t none = 0;
            const detail::Handle<bkj_veeam_backup_window> window(
                detail::make<bkj_veeam_backup_window>(bkj_veeam_backup_window_new, hours.empty() ? &none : hours.data(),
                                                      hours.size(), given.minute_offset),
                bkj_veeam_backup_window_free);
            detail::call(bkj_veeam_copy_schedule_within, schedule.get(), window.get());
        }
        using Spec = struct ::bkj_veeam_create_copy_job;
        const detail::Handle<Spec> made(
            detail::make<Spec>(bkj_veeam_create_copy_job_new, spec.backup_job_id.c_str(), spec.repository_id.c_str(),
                               schedule.get()),
            bkj_veeam_create_copy_job_free);
        detail::call(bkj_veeam_create_copy_job_set_is_enabled, made.get(), spec.is_enabled);
        return BKJ_MAKE(CopyJob, veeam_copy_job, ::bkj_veeam_create_copy_job, get(), made.get());
    }
};

} // namespace veeam

} // namespace backupjobs

#endif
