/* Veeam Backup for Microsoft 365. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_HPP
#define BACKUPJOBS_VEEAM_HPP

#include "server.hpp"
#include "veeam_copy_jobs.hpp"
#include "veeam_queries.hpp"
#include "veeam_results.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace veeam {

/** A client of one server. May be used from any number of threads at once. */
class Client : public detail::Owner<bkj_veeam, bkj_veeam_free> {
public:
    using Owner::Owner;
    [[nodiscard]] static Returns<Client> create(std::string_view url, Dialect version, std::string_view username,
                                                std::string_view password, const ClientOptions &options = {}) {
        return BKJ_TAKE(Client, bkj_veeam_new, url, version, username, password, options.make());
    }
#ifndef BACKUPJOBS_NO_EXCEPTIONS
    /** The same. */
    Client(std::string_view url, Dialect version, std::string_view username, std::string_view password,
           const ClientOptions &options = {})
        : Client(create(url, version, username, password, options)) {}
#endif
    BKJ_CLIENT(veeam)
    BKJ_ENUM(veeam, dialect, Dialect)
    [[nodiscard]] Returns<Server> server() const { return BKJ_TAKE(Server, bkj_veeam_server, get()); }
    BKJ_ALL(veeam, jobs, JobList, veeam_job_list)
    BKJ_GET(veeam, job, Job, veeam_job)
    /** v8 answers with the session; before, there is none, and Server::start() finds the run. */
    Returns<std::optional<JobSession>> start_job(std::string_view id, std::optional<bool> full = {}) const {
        return BKJ_FIND(JobSession, veeam_job_session, bkj_veeam_start_job, get(), id, full);
    }
    BKJ_DO(veeam, stop_job)
    BKJ_DO(veeam, enable_job)
    BKJ_DO(veeam, disable_job)
    /** None when the server did not say which session it opened. */
    Returns<std::optional<RestoreSession>> explore_job(std::string_view id, const ExploreOptions &options) const {
        return BKJ_FIND(RestoreSession, veeam_restore_session, bkj_veeam_explore_job, get(), id, options.make());
    }
    [[nodiscard]] Returns<JobSessionList> job_sessions(std::string_view job_id, std::size_t limit = 0) const {
        return BKJ_MAKE(JobSessionList, veeam_job_session_list, bkj_veeam_job_sessions, get(), job_id, limit);
    }
    [[nodiscard]] Returns<JobSessionList> all_job_sessions(std::size_t limit = 0) const {
        return BKJ_MAKE(JobSessionList, veeam_job_session_list, bkj_veeam_all_job_sessions, get(), limit);
    }
    BKJ_GET(veeam, job_session, JobSession, veeam_job_session)
    /** The steps of a job session, oldest first. */
    BKJ_GET(veeam, log_items, LogItemList, veeam_log_item_list)
    BKJ_ALL(veeam, organizations, OrganizationList, veeam_organization_list)
    /** `extended_view` asks for what is told of backups; not given: the server's default. */
    [[nodiscard]] Returns<Organization> organization(std::string_view id,
        const std::optional<bool> &extended_view = {}) const {
        return BKJ_MAKE(Organization, veeam_organization, ::bkj_veeam_organization, get(), id, extended_view);
    }
    BKJ_ALL(veeam, repositories, RepositoryList, veeam_repository_list)
    BKJ_GET(veeam, repository, Repository, veeam_repository)
    BKJ_ALL(veeam, copy_jobs, CopyJobList, veeam_copy_job_list)
    BKJ_GET(veeam, copy_job, CopyJob, veeam_copy_job)
    Returns<CopyJob> create_copy_job(const CreateCopyJob &spec) const {
        return BKJ_MAKE(CopyJob, veeam_copy_job, ::bkj_veeam_create_copy_job, get(), spec.make());
    }
    /** Changes a copy job. */
    Returns<void> edit_copy_job(std::string_view id, const EditCopyJob &edit) const {
        return detail::give(detail::call(bkj_veeam_edit_copy_job, get(), id, edit.make()));
    }
    /** The copy jobs asked for, one page at a time. */
    [[nodiscard]] Returns<CopyJobRows> iter_copy_jobs(const CopyJobQuery &query = {}) const {
        return BKJ_ROWS(CopyJob, veeam_copy_job, bkj_veeam_iter_copy_jobs, get(), query.make());
    }
    /** The copy job of a backup job. */
    [[nodiscard]] Returns<CopyJob> copy_job_of(std::string_view job_id) const {
        return BKJ_MAKE(CopyJob, veeam_copy_job, bkj_veeam_copy_job_of, get(), job_id);
    }
    /** The backup job of a copy job. */
    [[nodiscard]] Returns<Job> backup_job_of(std::string_view copy_job_id) const {
        return BKJ_MAKE(Job, veeam_job, bkj_veeam_backup_job_of, get(), copy_job_id);
    }
    /** Starts a copy job: it copies the latest restore point. */
    Returns<std::optional<JobSession>> start_copy_job(std::string_view id) const {
        return BKJ_FIND(JobSession, veeam_job_session, bkj_veeam_start_copy_job, get(), id);
    }
    /** Stops the run of a copy job. */
    Returns<void> stop_copy_job(std::string_view id) const {
        return detail::give(detail::call(bkj_veeam_stop_copy_job, get(), id));
    }
    /** Switches the schedule of a copy job on. */
    Returns<void> enable_copy_job(std::string_view id) const {
        return detail::give(detail::call(bkj_veeam_enable_copy_job, get(), id));
    }
    /** Switches the schedule of a copy job off. */
    Returns<void> disable_copy_job(std::string_view id) const {
        return detail::give(detail::call(bkj_veeam_disable_copy_job, get(), id));
    }
    /** Deletes a copy job. */
    Returns<void> delete_copy_job(std::string_view id) const {
        return detail::give(detail::call(bkj_veeam_delete_copy_job, get(), id));
    }
    /** Starts a restore session from all backups of an organization. */
    Returns<std::optional<RestoreSession>> explore_organization(std::string_view id,
        const ExploreOptions &options) const {
        return BKJ_FIND(RestoreSession, veeam_restore_session, bkj_veeam_explore_organization, get(), id,
            options.make());
    }
    /** Starts a restore session from the backup copies of an organization in an object storage repository. */
    Returns<std::optional<RestoreSession>> explore_repository(std::string_view repository_id,
        std::string_view organization_id, const ExploreOptions &options) const {
        return BKJ_FIND(RestoreSession, veeam_restore_session, bkj_veeam_explore_repository, get(), repository_id,
            organization_id, options.make());
    }
    /** What a job backs up. */
    [[nodiscard]] Returns<JobItemList> selected_items(std::string_view job_id) const {
        return BKJ_MAKE(JobItemList, veeam_job_item_list, bkj_veeam_selected_items, get(), job_id);
    }
    /** The same, one page at a time. */
    [[nodiscard]] Returns<JobItemRows> iter_selected_items(std::string_view job_id) const {
        return BKJ_ROWS(JobItem, veeam_job_item, bkj_veeam_iter_selected_items, get(), job_id);
    }
    /** What a job leaves out. */
    [[nodiscard]] Returns<JobItemList> excluded_items(std::string_view job_id) const {
        return BKJ_MAKE(JobItemList, veeam_job_item_list, bkj_veeam_excluded_items, get(), job_id);
    }
    /** The same, one page at a time. */
    [[nodiscard]] Returns<JobItemRows> iter_excluded_items(std::string_view job_id) const {
        return BKJ_ROWS(JobItem, veeam_job_item, bkj_veeam_iter_excluded_items, get(), job_id);
    }
    /** Changes a backup job. */
    Returns<void> edit_job(std::string_view id, const EditJob &edit) const {
        return detail::give(detail::call(bkj_veeam_edit_job, get(), id, edit.make()));
    }
    /** Creates a backup job. */
    Returns<Job> create_job(const CreateJob &spec) const {
        return BKJ_MAKE(Job, veeam_job, bkj_veeam_create_job, get(), spec.make());
    }
    /** The backup jobs asked for, one page at a time. */
    [[nodiscard]] Returns<JobRows> iter_jobs(const JobQuery &query = {}) const {
        return BKJ_ROWS(Job, veeam_job, bkj_veeam_iter_jobs, get(), query.make());
    }
    /** Deletes a job; its backups stay. */
    Returns<void> delete_job(std::string_view id) const {
        return detail::give(detail::call(bkj_veeam_delete_job, get(), id));
    }
    /** The steps asked for, one page at a time, in the server's order. */
    [[nodiscard]] Returns<LogItemRows> iter_log_items(std::string_view session_id,
        const LogItemQuery &query = {}) const {
        return BKJ_ROWS(LogItem, veeam_log_item, bkj_veeam_iter_log_items, get(), session_id, query.make());
    }
    /** One step of a job session. */
    [[nodiscard]] Returns<LogItem> log_item(std::string_view session_id, std::string_view id) const {
        return BKJ_MAKE(LogItem, veeam_log_item, bkj_veeam_log_item, get(), session_id, id);
    }
    /** The organizations asked for, one page at a time. */
    [[nodiscard]] Returns<OrganizationRows> iter_organizations(const OrganizationQuery &query = {}) const {
        return BKJ_ROWS(Organization, veeam_organization, bkj_veeam_iter_organizations, get(), query.make());
    }
    /** The repositories with data of an organization. */
    [[nodiscard]] Returns<UsedRepositoryList> used_repositories(std::string_view organization_id) const {
        return BKJ_MAKE(UsedRepositoryList, veeam_used_repository_list, bkj_veeam_used_repositories, get(),
            organization_id);
    }
    /** The same, one page at a time. */
    [[nodiscard]] Returns<UsedRepositoryRows> iter_used_repositories(std::string_view organization_id) const {
        return BKJ_ROWS(UsedRepository, veeam_used_repository, bkj_veeam_iter_used_repositories, get(),
            organization_id);
    }
    /** The objects that a job session has processed. */
    [[nodiscard]] Returns<ProcessedObjectList> processed_objects(std::string_view session_id) const {
        return BKJ_MAKE(ProcessedObjectList, veeam_processed_object_list, bkj_veeam_processed_objects, get(),
            session_id);
    }
    /** The same, one page at a time. */
    [[nodiscard]] Returns<ProcessedObjectRows> iter_processed_objects(std::string_view session_id) const {
        return BKJ_ROWS(ProcessedObject, veeam_processed_object, bkj_veeam_iter_processed_objects, get(), session_id);
    }
    /** The backup repositories asked for, one page at a time. */
    [[nodiscard]] Returns<RepositoryRows> iter_repositories(const RepositoryQuery &query = {}) const {
        return BKJ_ROWS(Repository, veeam_repository, bkj_veeam_iter_repositories, get(), query.make());
    }
    /** The events of a restore session. */
    [[nodiscard]] Returns<RestoreSessionEventList> restore_session_events(std::string_view id) const {
        return BKJ_MAKE(RestoreSessionEventList, veeam_restore_session_event_list, bkj_veeam_restore_session_events,
            get(), id);
    }
    /** The same, one page at a time. */
    [[nodiscard]] Returns<RestoreSessionEventRows> iter_restore_session_events(std::string_view id) const {
        return BKJ_ROWS(RestoreSessionEvent, veeam_restore_session_event, bkj_veeam_iter_restore_session_events, get(),
            id);
    }
    /** How much a restore session has restored. */
    [[nodiscard]] Returns<RestoreSessionStatistics> restore_session_statistics(std::string_view id) const {
        return BKJ_MAKE(RestoreSessionStatistics, veeam_restore_session_statistics,
            bkj_veeam_restore_session_statistics, get(), id);
    }
    /** All restore sessions. */
    [[nodiscard]] Returns<RestoreSessionList> restore_sessions() const {
        return BKJ_MAKE(RestoreSessionList, veeam_restore_session_list, bkj_veeam_restore_sessions, get());
    }
    /** The restore sessions asked for, one page at a time. */
    [[nodiscard]] Returns<RestoreSessionRows> iter_restore_sessions(const RestoreSessionQuery &query = {}) const {
        return BKJ_ROWS(RestoreSession, veeam_restore_session, bkj_veeam_iter_restore_sessions, get(), query.make());
    }
    /** One restore session. */
    [[nodiscard]] Returns<RestoreSession> restore_session(std::string_view id) const {
        return BKJ_MAKE(RestoreSession, veeam_restore_session, bkj_veeam_restore_session, get(), id);
    }
    /** Closes a restore session. */
    Returns<void> stop_restore_session(std::string_view id) const {
        return detail::give(detail::call(bkj_veeam_stop_restore_session, get(), id));
    }
    /** The installed product. */
    [[nodiscard]] Returns<ServiceInstance> service_instance() const {
        return BKJ_MAKE(ServiceInstance, veeam_service_instance, bkj_veeam_service_instance, get());
    }
    /** How the product is. */
    [[nodiscard]] Returns<Health> health() const {
        return BKJ_MAKE(Health, veeam_health, bkj_veeam_health, get());
    }
    /** The job sessions asked for, one page at a time, in the server's order: newest first, as clients see it. */
    [[nodiscard]] Returns<JobSessionRows> iter_job_sessions(const SessionQuery &query = {}) const {
        return BKJ_ROWS(JobSession, veeam_job_session, bkj_veeam_iter_job_sessions, get(), query.make());
    }
};

/** Which versions of the API the server at that URL serves, oldest first, without credentials. */
[[nodiscard]] inline Returns<std::vector<Dialect>> detect(std::string_view url, const ClientOptions &options = {}) {
    constexpr std::size_t most = 16;
    std::int32_t found[most];
    std::size_t count = 0;
    const auto done = detail::call(bkj_veeam_detect, url, options.make(), &found[0], most, &count);
    return detail::give(done.map([&] {
        std::vector<Dialect> all;
        for (std::size_t i = 0; i < count; i++) {
            all.push_back(static_cast<Dialect>(found[i]));
        }
        return all;
    }));
}

} // namespace veeam
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
