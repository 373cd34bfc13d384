/* Veeam Backup for Microsoft 365. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_VEEAM_HPP
#define BACKUPJOBS_VEEAM_HPP

#include "veeam_options.hpp"

namespace backupjobs::veeam {

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
    /** v8 answers with the session; before, there is none, and Server::start() finds the run. */
    std::optional<JobSession> start_job(const std::string &id, std::optional<bool> full = {}) const {
        return detail::found<JobSession>(
            detail::make<struct ::bkj_veeam_job_session>(bkj_veeam_start_job, get(), id.c_str(), detail::flag(full)),
            ::bkj_veeam_job_session_free);
    }
    BKJ_DO(veeam, stop_job)
    BKJ_DO(veeam, enable_job)
    BKJ_DO(veeam, disable_job)
    /** None when the server did not say which session it opened. */
    std::optional<RestoreSession> explore_job(const std::string &id, const ExploreOptions &options) const {
        return detail::found<RestoreSession>(
            detail::make<struct ::bkj_veeam_restore_session>(bkj_veeam_explore_job, get(), id.c_str(),
                options.make().get()),
            ::bkj_veeam_restore_session_free);
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
    /** `extended_view` asks for what is told of backups; not given: the server's default. */
    Organization organization(const std::string &id, const std::optional<bool> &extended_view = {}) const {
        return BKJ_MAKE(Organization, veeam_organization, ::bkj_veeam_organization, get(), id.c_str(),
                        detail::flag(extended_view));
    }
    BKJ_ALL(veeam, repositories, RepositoryList, veeam_repository_list)
    BKJ_GET(veeam, repository, Repository, veeam_repository)
    BKJ_ALL(veeam, copy_jobs, CopyJobList, veeam_copy_job_list)
    BKJ_GET(veeam, copy_job, CopyJob, veeam_copy_job)
    CopyJob create_copy_job(const CreateCopyJob &spec) const {
        return BKJ_MAKE(CopyJob, veeam_copy_job, ::bkj_veeam_create_copy_job, get(), spec.make().get());
    }
    /** Changes a copy job. */
    void edit_copy_job(const std::string &id, const EditCopyJob &edit) const {
        detail::call(bkj_veeam_edit_copy_job, get(), id.c_str(), edit.make().get());
    }
    /** The copy jobs asked for, one page at a time. */
    CopyJobRows iter_copy_jobs(const CopyJobQuery &query = {}) const {
        return BKJ_ROWS(CopyJob, veeam_copy_job, bkj_veeam_iter_copy_jobs, get(), query.make().get());
    }
    /** The copy job of a backup job. */
    CopyJob copy_job_of(const std::string &job_id) const {
        return BKJ_MAKE(CopyJob, veeam_copy_job, bkj_veeam_copy_job_of, get(), job_id.c_str());
    }
    /** The backup job of a copy job. */
    Job backup_job_of(const std::string &copy_job_id) const {
        return BKJ_MAKE(Job, veeam_job, bkj_veeam_backup_job_of, get(), copy_job_id.c_str());
    }
    /** Starts a copy job: it copies the latest restore point. */
    std::optional<JobSession> start_copy_job(const std::string &id) const {
        return detail::found<JobSession>(detail::make<struct ::bkj_veeam_job_session>(bkj_veeam_start_copy_job,
            get(), id.c_str()), ::bkj_veeam_job_session_free);
    }
    /** Stops the run of a copy job. */
    void stop_copy_job(const std::string &id) const {
        detail::call(bkj_veeam_stop_copy_job, get(), id.c_str());
    }
    /** Switches the schedule of a copy job on. */
    void enable_copy_job(const std::string &id) const {
        detail::call(bkj_veeam_enable_copy_job, get(), id.c_str());
    }
    /** Switches the schedule of a copy job off. */
    void disable_copy_job(const std::string &id) const {
        detail::call(bkj_veeam_disable_copy_job, get(), id.c_str());
    }
    /** Deletes a copy job. */
    void delete_copy_job(const std::string &id) const {
        detail::call(bkj_veeam_delete_copy_job, get(), id.c_str());
    }
    /** Starts a restore session from all backups of an organization. */
    std::optional<RestoreSession> explore_organization(const std::string &id, const ExploreOptions &options) const {
        return detail::found<RestoreSession>(detail::make<struct ::bkj_veeam_restore_session>(bkj_veeam_explore_organization, get(), id.c_str(), options.make().get()), ::bkj_veeam_restore_session_free);
    }
    /** Starts a restore session from the backup copies of an organization in an object storage repository. */
    std::optional<RestoreSession> explore_repository(const std::string &repository_id,
        const std::string &organization_id, const ExploreOptions &options) const {
        return detail::found<RestoreSession>(detail::make<struct ::bkj_veeam_restore_session>(bkj_veeam_explore_repository, get(), repository_id.c_str(), organization_id.c_str(), options.make().get()), ::bkj_veeam_restore_session_free);
    }
    /** What a job backs up. */
    JobItemList selected_items(const std::string &job_id) const {
        return BKJ_MAKE(JobItemList, veeam_job_item_list, bkj_veeam_selected_items, get(), job_id.c_str());
    }
    /** The same, one page at a time. */
    JobItemRows iter_selected_items(const std::string &job_id) const {
        return BKJ_ROWS(JobItem, veeam_job_item, bkj_veeam_iter_selected_items, get(), job_id.c_str());
    }
    /** What a job leaves out. */
    JobItemList excluded_items(const std::string &job_id) const {
        return BKJ_MAKE(JobItemList, veeam_job_item_list, bkj_veeam_excluded_items, get(), job_id.c_str());
    }
    /** The same, one page at a time. */
    JobItemRows iter_excluded_items(const std::string &job_id) const {
        return BKJ_ROWS(JobItem, veeam_job_item, bkj_veeam_iter_excluded_items, get(), job_id.c_str());
    }
    /** Changes a backup job. */
    void edit_job(const std::string &id, const EditJob &edit) const {
        detail::call(bkj_veeam_edit_job, get(), id.c_str(), edit.make().get());
    }
    /** Creates a backup job. */
    Job create_job(const CreateJob &spec) const {
        return BKJ_MAKE(Job, veeam_job, bkj_veeam_create_job, get(), spec.make().get());
    }
    /** The backup jobs asked for, one page at a time. */
    JobRows iter_jobs(const JobQuery &query = {}) const {
        return BKJ_ROWS(Job, veeam_job, bkj_veeam_iter_jobs, get(), query.make().get());
    }
    /** Deletes a job; its backups stay. */
    void delete_job(const std::string &id) const {
        detail::call(bkj_veeam_delete_job, get(), id.c_str());
    }
    /** The steps asked for, one page at a time, in the server's order. */
    LogItemRows iter_log_items(const std::string &session_id, const LogItemQuery &query = {}) const {
        return BKJ_ROWS(LogItem, veeam_log_item, bkj_veeam_iter_log_items, get(), session_id.c_str(),
            query.make().get());
    }
    /** One step of a job session. */
    LogItem log_item(const std::string &session_id, const std::string &id) const {
        return BKJ_MAKE(LogItem, veeam_log_item, bkj_veeam_log_item, get(), session_id.c_str(), id.c_str());
    }
    /** The organizations asked for, one page at a time. */
    OrganizationRows iter_organizations(const OrganizationQuery &query = {}) const {
        return BKJ_ROWS(Organization, veeam_organization, bkj_veeam_iter_organizations, get(), query.make().get());
    }
    /** The repositories with data of an organization. */
    UsedRepositoryList used_repositories(const std::string &organization_id) const {
        return BKJ_MAKE(UsedRepositoryList, veeam_used_repository_list, bkj_veeam_used_repositories, get(),
            organization_id.c_str());
    }
    /** The same, one page at a time. */
    UsedRepositoryRows iter_used_repositories(const std::string &organization_id) const {
        return BKJ_ROWS(UsedRepository, veeam_used_repository, bkj_veeam_iter_used_repositories, get(),
            organization_id.c_str());
    }
    /** The objects that a job session has processed. */
    ProcessedObjectList processed_objects(const std::string &session_id) const {
        return BKJ_MAKE(ProcessedObjectList, veeam_processed_object_list, bkj_veeam_processed_objects, get(),
            session_id.c_str());
    }
    /** The same, one page at a time. */
    ProcessedObjectRows iter_processed_objects(const std::string &session_id) const {
        return BKJ_ROWS(ProcessedObject, veeam_processed_object, bkj_veeam_iter_processed_objects, get(),
            session_id.c_str());
    }
    /** The backup repositories asked for, one page at a time. */
    RepositoryRows iter_repositories(const RepositoryQuery &query = {}) const {
        return BKJ_ROWS(Repository, veeam_repository, bkj_veeam_iter_repositories, get(), query.make().get());
    }
    /** The events of a restore session. */
    RestoreSessionEventList restore_session_events(const std::string &id) const {
        return BKJ_MAKE(RestoreSessionEventList, veeam_restore_session_event_list, bkj_veeam_restore_session_events,
            get(), id.c_str());
    }
    /** The same, one page at a time. */
    RestoreSessionEventRows iter_restore_session_events(const std::string &id) const {
        return BKJ_ROWS(RestoreSessionEvent, veeam_restore_session_event, bkj_veeam_iter_restore_session_events,
            get(), id.c_str());
    }
    /** How much a restore session has restored. */
    RestoreSessionStatistics restore_session_statistics(const std::string &id) const {
        return BKJ_MAKE(RestoreSessionStatistics, veeam_restore_session_statistics,
            bkj_veeam_restore_session_statistics, get(), id.c_str());
    }
    /** All restore sessions. */
    RestoreSessionList restore_sessions() const {
        return BKJ_MAKE(RestoreSessionList, veeam_restore_session_list, bkj_veeam_restore_sessions, get());
    }
    /** The restore sessions asked for, one page at a time. */
    RestoreSessionRows iter_restore_sessions(const RestoreSessionQuery &query = {}) const {
        return BKJ_ROWS(RestoreSession, veeam_restore_session, bkj_veeam_iter_restore_sessions, get(),
            query.make().get());
    }
    /** One restore session. */
    RestoreSession restore_session(const std::string &id) const {
        return BKJ_MAKE(RestoreSession, veeam_restore_session, bkj_veeam_restore_session, get(), id.c_str());
    }
    /** Closes a restore session. */
    void stop_restore_session(const std::string &id) const {
        detail::call(bkj_veeam_stop_restore_session, get(), id.c_str());
    }
    /** The installed product. */
    ServiceInstance service_instance() const {
        return BKJ_MAKE(ServiceInstance, veeam_service_instance, bkj_veeam_service_instance, get());
    }
    /** How the product is. */
    Health health() const {
        return BKJ_MAKE(Health, veeam_health, bkj_veeam_health, get());
    }
    /** The job sessions asked for, one page at a time, in the server's order: newest first, as clients see it. */
    JobSessionRows iter_job_sessions(const SessionQuery &query = {}) const {
        return BKJ_ROWS(JobSession, veeam_job_session, bkj_veeam_iter_job_sessions, get(), query.make().get());
    }
};

/** Which versions of the API the server at that URL serves, oldest first, without credentials. */
inline std::vector<Dialect> detect(const std::string &url, const ClientOptions &options = {}) {
    std::int32_t found[16];
    std::size_t count = 0;
    const auto made = options.make();
    bkj_error *err = nullptr;
    const bkj_status status = bkj_veeam_detect(url.c_str(), made.get(), found, 16, &count, &err);
    if (status != BKJ_OK) {
        throw Error(status, err);
    }
    std::vector<Dialect> all;
    for (std::size_t i = 0; i < count; i++) {
        all.push_back(static_cast<Dialect>(found[i]));
    }
    return all;
}

} // namespace backupjobs::veeam

#endif
