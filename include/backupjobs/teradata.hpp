/* Teradata VantageCloud BaaS. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_TERADATA_HPP
#define BACKUPJOBS_TERADATA_HPP

#include "common.hpp"

namespace backupjobs {

namespace teradata {

/** `targetSiteDetails` of a job. */
BKJ_RESULT(TargetSite, teradata_target_site)
    BKJ_OPT(teradata_target_site, target_site_id) BKJ_NUM(teradata_target_site, target_retention_copies_count)
    BKJ_OPT(teradata_target_site, target_retention_source) BKJ_JSON(teradata_target_site, extra)
};
/** `last_execution_details` of a job. */
BKJ_RESULT(LastExecution, teradata_last_execution)
    BKJ_OPT(teradata_last_execution, status) BKJ_TIME(teradata_last_execution, start_time)
    BKJ_TIME(teradata_last_execution, end_time) BKJ_NUM(teradata_last_execution, backup_set_size)
    BKJ_OPT(teradata_last_execution, backup_job_id) BKJ_OPT(teradata_last_execution, backup_job_execution_id)
    BKJ_OPT(teradata_last_execution, restore_execution_id) BKJ_JSON(teradata_last_execution, extra)
};
/** One exception of an ObjectSelection. */
BKJ_RESULT(ExcludedObject, teradata_excluded_object)
    BKJ_OPT(teradata_excluded_object, object_name) BKJ_OPT(teradata_excluded_object, object_type)
    BKJ_JSON(teradata_excluded_object, extra)
};
/** One object of JobSettings. */
BKJ_RESULT(ObjectSelection, teradata_object_selection)
    BKJ_OPT(teradata_object_selection, object_name) BKJ_OPT(teradata_object_selection, object_type)
    BKJ_OPT(teradata_object_selection, parent_name) BKJ_OPT(teradata_object_selection, parent_type)
    BKJ_FLAG(teradata_object_selection, include_all) BKJ_OPT(teradata_object_selection, rename_to)
    BKJ_EACH(teradata_object_selection, exclude_objects, ExcludedObject) BKJ_JSON(teradata_object_selection, extra)
};
/** `job_settings` of a job. */
BKJ_RESULT(JobSettings, teradata_job_settings)
    BKJ_FLAG(teradata_job_settings, online) BKJ_EACH(teradata_job_settings, objects, ObjectSelection)
    BKJ_FLAG(teradata_job_settings, continue_job_on_access_right_violation)
    BKJ_FLAG(teradata_job_settings, run_as_a_copy_job)
    BKJ_OPT(teradata_job_settings, restore_to_a_different_database_on_target_site)
    BKJ_FLAG(teradata_job_settings, skip_statstics) BKJ_OPT(teradata_job_settings, retained_copy)
    BKJ_JSON(teradata_job_settings, extra)
};
/** A job. */
BKJ_RESULT(Job, teradata_job)
    BKJ_TEXT(teradata_job, job_id) BKJ_OPT(teradata_job, site_id) BKJ_OPT(teradata_job, name)
    BKJ_OPT(teradata_job, description) BKJ_WORD(teradata_job, job_type) BKJ_WORD(teradata_job, backup_type)
    BKJ_OPT(teradata_job, backup_mechanism) BKJ_FLAG(teradata_job, is_active)
    BKJ_FLAG(teradata_job, is_auto_abort_active) BKJ_NUM(teradata_job, auto_abort_in_minutes)
    BKJ_NUM(teradata_job, priority) BKJ_NUM(teradata_job, no_of_retention_copies)
    BKJ_TIME(teradata_job, next_run_time) BKJ_OPT(teradata_job, site_target_type)
    BKJ_INSIDE(teradata_job, target_site_details, TargetSite)
    BKJ_INSIDE(teradata_job, last_execution_details, LastExecution)
    BKJ_INSIDE(teradata_job, job_settings, JobSettings) BKJ_JSON(teradata_job, extra)
};
/** One run of a backup or restore job: the documented members, in their order. */
BKJ_RESULT(Execution, teradata_execution)
    BKJ_OPT(teradata_execution, site_id) BKJ_OPT(teradata_execution, target_site) BKJ_OPT(teradata_execution, job_id)
    BKJ_OPT(teradata_execution, job_name) BKJ_OPT(teradata_execution, backup_mechanism)
    BKJ_WORD(teradata_execution, job_type) BKJ_TEXT(teradata_execution, execution_id)
    BKJ_OPT(teradata_execution, execution_name) BKJ_TIME(teradata_execution, start_time)
    BKJ_TIME(teradata_execution, end_time) BKJ_NUM(teradata_execution, backup_set_size)
    BKJ_OPT(teradata_execution, server_execution_id) BKJ_OPT(teradata_execution, parent_execution_id)
    BKJ_OPT(teradata_execution, status) BKJ_OPT(teradata_execution, saveset_replication_status)
    BKJ_FLAG(teradata_execution, is_saveset_retained) BKJ_FLAG(teradata_execution, is_saveset_deleted)
    BKJ_NUM(teradata_execution, saveset_id) BKJ_WORD(teradata_execution, run_type)
    BKJ_OPT(teradata_execution, site_type) BKJ_OPT(teradata_execution, status_detail)
    BKJ_JSON(teradata_execution, extra)
};
BKJ_LIST(Job, teradata_job)
BKJ_LIST(Execution, teradata_execution)
BKJ_ITER(Job, teradata_job)

/** Which jobs to list; nothing set: all. */
struct JobQuery {
    std::optional<bool> is_active;
    /** "BACKUP" or "RESTORE". */
    std::optional<std::string> job_type;
    /** From 1; not set: all pages. */
    std::optional<std::uint32_t> page;
    std::uint32_t page_size = 0;

    detail::Handle<bkj_teradata_job_query> make() const {
        detail::Handle<bkj_teradata_job_query> made(bkj_teradata_job_query_new(), bkj_teradata_job_query_free);
        detail::call(bkj_teradata_job_query_set_is_active, made.get(), detail::flag(is_active));
        detail::call(bkj_teradata_job_query_set_job_type, made.get(), detail::chars(job_type));
        detail::call(bkj_teradata_job_query_set_page, made.get(), page ? std::int64_t{*page} : BKJ_ABSENT);
        detail::call(bkj_teradata_job_query_set_page_size, made.get(), page_size);
        return made;
    }
};

/** Asked for a bearer token, when the first is needed and when the server refuses the last. It may throw: what() is
 *  shown to users. */
using TokenSource = std::function<std::string()>;

/** A client of one site. May be used from any number of threads at once. */
class Client {
public:
    Client(const std::string &url, const std::string &site_id, const std::string &token,
           const ClientOptions &options = {})
        : Client(detail::make<bkj_teradata>(bkj_teradata_new, url.c_str(), site_id.c_str(), token.c_str(),
                                            options.make().get())) {}
    Client(const std::string &url, const std::string &site_id, const char *token, const ClientOptions &options = {})
        : Client(url, site_id, std::string(token), options) {}
    Client(const std::string &url, const std::string &site_id, TokenSource source, const ClientOptions &options = {})
        : Client(with_source(url, site_id, std::move(source), options)) {}
    BKJ_CLIENT(teradata)
    BKJ_TEXT(teradata, site_id)
    Server server() const { return Server(detail::make<bkj_server>(bkj_teradata_server, get())); }
    JobList jobs(const JobQuery &query = {}) const {
        return BKJ_MAKE(JobList, teradata_job_list, bkj_teradata_jobs, get(), query.make().get());
    }
    /** The same, one page at a time. */
    JobRows iter_jobs(const JobQuery &query = {}) const {
        return BKJ_ROWS(Job, teradata_job, bkj_teradata_iter_jobs, get(), query.make().get());
    }
    BKJ_GET(teradata, job, Job, teradata_job)
    /** The id of the execution. `run_type` is "FULL" or "DELTA". */
    std::string execute(const std::string &id, const std::optional<std::string> &run_type = {}) const {
        const detail::Handle<bkj_string> found(
            detail::make<bkj_string>(bkj_teradata_execute, get(), id.c_str(), detail::chars(run_type)),
            bkj_string_free);
        return detail::text(bkj_string_value(found.get()));
    }
    BKJ_ALL(teradata, site_executions, ExecutionList, teradata_execution_list)
    BKJ_GET(teradata, job_executions, ExecutionList, teradata_execution_list)

private:
    static bkj_teradata *with_source(const std::string &url, const std::string &site_id, TokenSource source,
                                     const ClientOptions &options) {
        const bkj_token_callback ask = [](void *kept, char *buffer, std::size_t capacity) noexcept -> std::int32_t {
            try {
                const std::string token = (*static_cast<TokenSource *>(kept))();
                if (token.size() <= capacity) {
                    std::memcpy(buffer, token.data(), token.size());
                }
                return static_cast<std::int32_t>(token.size());
            } catch (const std::exception &why) {
                std::strncpy(buffer, why.what(), capacity - 1);
            } catch (...) {
            }
            return -1;
        };
        const auto made = options.make();
        return detail::make<bkj_teradata>(bkj_teradata_new_with_callback, url.c_str(), site_id.c_str(), ask,
                                          static_cast<void *>(detail::keep(std::move(source))),
                                          detail::release<TokenSource>, made.get());
    }
};

} // namespace teradata

} // namespace backupjobs

#endif
