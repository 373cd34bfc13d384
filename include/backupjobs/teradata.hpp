/* Teradata VantageCloud BaaS. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_TERADATA_HPP
#define BACKUPJOBS_TERADATA_HPP

#include "server.hpp"
#include "teradata_options.hpp"
#include "teradata_tokens.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace teradata {

/** A client of one site. May be used from any number of threads at once. */
class Client : public detail::Owner<bkj_teradata, bkj_teradata_free> {
public:
    using Owner::Owner;
    [[nodiscard]] static Returns<Client> create(std::string_view url, std::string_view site_id, std::string_view token,
                                                const ClientOptions &options = {}) {
        return BKJ_TAKE(Client, bkj_teradata_new, url, site_id, token, options.make());
    }
    [[nodiscard]] static Returns<Client> create(std::string_view url, std::string_view site_id, TokenSource source,
                                                const ClientOptions &options = {}) {
        return BKJ_TAKE(Client, bkj_teradata_new_with_callback, url, site_id, ask_token_source,
                        detail::Kept<TokenSource>(std::move(source)), detail::Kept<TokenSource>::release, options.make());
    }
    [[nodiscard]] static Returns<Client> create(std::string_view url, std::string_view site_id, const TokenFrom &source,
                                                const ClientOptions &options = {}) {
        return BKJ_TAKE(Client, bkj_teradata_new_with_source, url, site_id, source.get(), options.make());
    }
    /** A client of a VantageCloud Lake account. With `allow_unverified`, what is guessed is sent as well. */
    [[nodiscard]] static Returns<Client> lake(std::string_view console_url, std::string_view account_id,
                                              const TokenFrom &source, bool allow_unverified = false,
                                              const ClientOptions &options = {}) {
        return BKJ_TAKE(Client, bkj_teradata_new_lake, console_url, account_id, source.get(), allow_unverified,
                        options.make());
    }
#ifndef BACKUPJOBS_NO_EXCEPTIONS
    /** The same as create(). */
    Client(std::string_view url, std::string_view site_id, std::string_view token, const ClientOptions &options = {})
        : Client(create(url, site_id, token, options)) {}
    Client(std::string_view url, std::string_view site_id, TokenSource source, const ClientOptions &options = {})
        : Client(create(url, site_id, std::move(source), options)) {}
    Client(std::string_view url, std::string_view site_id, const TokenFrom &source, const ClientOptions &options = {})
        : Client(create(url, site_id, source, options)) {}
#endif
    BKJ_CLIENT(teradata)
    BKJ_ENUM(teradata, dialect, Dialect)
    BKJ_TEXT(teradata, account_id)
    BKJ_TEXT(teradata, site_id)
    [[nodiscard]] Returns<Server> server() const { return BKJ_TAKE(Server, bkj_teradata_server, get()); }
    [[nodiscard]] Returns<JobList> jobs(const JobQuery &query = {}) const {
        return BKJ_MAKE(JobList, teradata_job_list, bkj_teradata_jobs, get(), query.make());
    }
    /** The same, one page at a time. */
    [[nodiscard]] Returns<JobRows> iter_jobs(const JobQuery &query = {}) const {
        return BKJ_ROWS(Job, teradata_job, bkj_teradata_iter_jobs, get(), query.make());
    }
    BKJ_GET(teradata, job, Job, teradata_job)
    /** The id of the execution. `run_type` is "FULL" or "DELTA". */
    Returns<std::string> execute(std::string_view id, const std::optional<std::string_view> &run_type = {}) const {
        return detail::give(detail::say(bkj_teradata_execute, get(), id, run_type));
    }
    BKJ_ALL(teradata, site_executions, ExecutionList, teradata_execution_list)
    BKJ_GET(teradata, job_executions, ExecutionList, teradata_execution_list)
    [[nodiscard]] Returns<ExecutionRows> iter_site_executions() const {
        return BKJ_ROWS(Execution, teradata_execution, bkj_teradata_iter_site_executions, get());
    }
    [[nodiscard]] Returns<ExecutionRows> iter_job_executions(std::string_view job_id) const {
        return BKJ_ROWS(Execution, teradata_execution, bkj_teradata_iter_job_executions, get(), job_id);
    }
    /** Starts preparing the objects of a backup; the id of the preparation. */
    Returns<std::string> prepare_objects(std::string_view job_id, std::string_view execution_id) const {
        return detail::give(detail::say(bkj_teradata_prepare_objects, get(), job_id, execution_id));
    }
    BKJ_ALL(teradata, objects_preparation, ObjectsPreparation, teradata_objects_preparation)
    [[nodiscard]] Returns<BackupObjectList> backup_objects(std::string_view job_id,
        std::string_view execution_id) const {
        return BKJ_MAKE(BackupObjectList, teradata_backup_object_list, bkj_teradata_backup_objects, get(), job_id,
            execution_id);
    }
    [[nodiscard]] Returns<BackupObjectRows> iter_backup_objects(std::string_view job_id,
        std::string_view execution_id) const {
        return BKJ_ROWS(BackupObject, teradata_backup_object, bkj_teradata_iter_backup_objects, get(), job_id,
            execution_id);
    }
    /** Sent once. The id of the restore, if the answer names it. */
    Returns<std::optional<std::string>> create_restore(std::string_view job_id, std::string_view execution_id,
                                                       const RestoreRequest &request) const {
        return detail::give(detail::find_text(bkj_teradata_create_restore, get(), job_id, execution_id, request.make()));
    }
    [[nodiscard]] Returns<Execution> restore(std::string_view job_id, std::string_view execution_id,
        std::string_view restore_id) const {
        return BKJ_MAKE(Execution, teradata_execution, bkj_teradata_restore, get(), job_id, execution_id, restore_id);
    }
    BKJ_ALL(teradata, site_restores, ExecutionList, teradata_execution_list)
    [[nodiscard]] Returns<ExecutionRows> iter_site_restores() const {
        return BKJ_ROWS(Execution, teradata_execution, bkj_teradata_iter_site_restores, get());
    }
    [[nodiscard]] Returns<ExecutionList> execution_restores(std::string_view job_id,
        std::string_view execution_id) const {
        return BKJ_MAKE(ExecutionList, teradata_execution_list, bkj_teradata_execution_restores, get(), job_id,
            execution_id);
    }
    [[nodiscard]] Returns<ExecutionRows> iter_execution_restores(std::string_view job_id,
        std::string_view execution_id) const {
        return BKJ_ROWS(Execution, teradata_execution, bkj_teradata_iter_execution_restores, get(), job_id,
            execution_id);
    }
    /** Whether a user may restore. `credentials`: user and password; `members_json`: the body. Nothing is documented. */
    [[nodiscard]] Returns<RestorePermissions> restore_permissions(
        const std::optional<std::pair<std::string, std::string>> &credentials = {},
        std::string_view members_json = "{}") const {
        detail::Made<bkj_teradata_restore_permissions_request> made(bkj_teradata_restore_permissions_request_new(),
                                                                    bkj_teradata_restore_permissions_request_free);
        if (credentials) {
            made.set(bkj_teradata_restore_permissions_request_set_credentials, credentials->first, credentials->second);
        }
        made.set(bkj_teradata_restore_permissions_request_set_members_json, members_json);
        return BKJ_MAKE(RestorePermissions, teradata_restore_permissions, bkj_teradata_restore_permissions, get(), made);
    }
    BKJ_ALL(teradata, databases, DatabaseList, teradata_database_list)
    [[nodiscard]] Returns<DatabaseRows> iter_databases() const {
        return BKJ_ROWS(Database, teradata_database, bkj_teradata_iter_databases, get());
    }
};

} // namespace teradata
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
